import type { Fix, LogicalLocation } from "../model/index.ts"

/** Gives the field at a place the name that it was meant to have; undefined where the place is another field, or the name is taken. */
export function renameFix(
  { document, path, ...at }: LogicalLocation,
  from: string,
  to: string,
): Fix | undefined {
  const isField = path.at(-1) === from && document.has(path)
  if (!isField || document.has([...path.slice(0, -1), to])) return undefined
  const change = { op: "rename", at: { ...at, document, path, part: "key" }, key: to } as const
  return { title: `Rename \`${from}\` to \`${to}\``, applicability: "safe", changes: [change] }
}
