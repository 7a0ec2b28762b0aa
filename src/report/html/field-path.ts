import type { FieldPath } from "../../yaml/json.ts"

const step = /\.?([\w-]+)|\[(\d+)\]|\["(.*?)"\](?=[.[]|$)/uy

/** The path that `spec.rules[0].host` or `metadata.annotations["a.b/c"]` shows; undefined for another text. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const path: (string | number)[] = []
  step.lastIndex = 0
  while (step.lastIndex < text.length) {
    const match = step.exec(text)
    if (!match) return undefined
    const [, word, index, quoted] = match
    path.push(index === undefined ? (word ?? quoted ?? "") : Number(index))
  }
  return path
}
