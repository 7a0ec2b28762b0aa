import type { Workspace } from "../model/index.ts"

/**
 * Whether any file holds a text: a flag of Flux's controllers may stand in a patch of `flux-system`, in a FluxInstance, or in
 * the values of the chart that makes one. Where it does, nobody is told of what the flag makes untrue.
 */
export function saysSomewhere({ files }: Workspace, text: string): boolean {
  return files.some(({ source }) => source.text.includes(text))
}
