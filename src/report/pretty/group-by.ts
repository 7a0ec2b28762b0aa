/** The elements of each key, in order of appearance; `Map.groupBy` for Node 20. */
export function groupBy<Element>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => string,
): readonly (readonly [Element, ...Element[]])[] {
  const groups = new Map<string, [Element, ...Element[]]>()
  for (const element of elements) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group) group.push(element)
    else groups.set(key, [element])
  }
  return [...groups.values()]
}
