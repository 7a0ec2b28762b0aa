import type { DuplicateKey, YamlMapping, YamlNode, YamlScalar } from "./node.ts"

type Step = string | number

/** Every scalar key that stands twice in one mapping, as kustomize compares them: by their text. */
export function findDuplicateKeys(root: YamlNode | undefined): readonly DuplicateKey[] {
  const found: DuplicateKey[] = []
  if (root !== undefined) visit(root, [], found)
  return found
}

function visit(node: YamlNode, path: Step[], found: DuplicateKey[]): void {
  if (node.kind === "sequence") {
    node.items.forEach((item, index) => {
      path.push(index)
      visit(item, path, found)
      path.pop()
    })
  } else if (node.kind === "mapping") {
    compareKeys(node, path, found)
    for (const { key, value } of node.entries) {
      if (value.kind === "scalar" || value.kind === "alias") continue
      path.push(key.kind === "scalar" ? key.text : "")
      visit(value, path, found)
      path.pop()
    }
  }
}

function compareKeys(mapping: YamlMapping, path: readonly Step[], found: DuplicateKey[]): void {
  if (mapping.entries.length < 2) return
  const firsts = new Map<string, YamlScalar>()
  for (const { key } of mapping.entries) {
    if (key.kind !== "scalar") continue
    const first = firsts.get(key.text)
    if (first === undefined) firsts.set(key.text, key)
    else {
      found.push({
        key: key.text,
        start: key.start,
        end: key.end,
        firstStart: first.start,
        firstEnd: first.end,
        path: [...path, key.text],
      })
    }
  }
}
