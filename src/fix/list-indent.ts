import type { YamlDocument, YamlNode } from "../yaml/index.ts"
import { columnOf, isFlow } from "./field-place.ts"

const customary = 2

/** How many columns the lists of a document stand to the right of their keys: 0 or 2, as its first one does it. */
export function listIndent({ text, root }: YamlDocument): number {
  return (root && firstIndent(text, root)) ?? customary
}

function firstIndent(text: string, node: YamlNode): number | undefined {
  if (node.kind === "sequence") return firstOf(node.items, (item) => firstIndent(text, item))
  if (node.kind !== "mapping" || isFlow(text, node)) return undefined
  return firstOf(node.entries, ({ value }) => {
    if (value.kind !== "sequence" || isFlow(text, value)) return firstIndent(text, value)
    return columnOf(text, value.start) - columnOf(text, node.start)
  })
}

function firstOf<Element, Result>(
  elements: readonly Element[],
  find: (element: Element) => Result | undefined,
): Result | undefined {
  for (const element of elements) {
    const found = find(element)
    if (found !== undefined) return found
  }
  return undefined
}
