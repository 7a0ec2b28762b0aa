/** The elements by what `keyOf` says of them, in their order. (`Map.groupBy` came with Node 21.) */
export function groupBy<Element, Key>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => Key,
): Map<Key, [Element, ...Element[]]> {
  const groups = new Map<Key, [Element, ...Element[]]>()
  for (const element of elements) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group) group.push(element)
    else groups.set(key, [element])
  }
  return groups
}
