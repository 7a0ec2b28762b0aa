import { describe, expect, test } from "vitest"
import type { FieldPath } from "./json.ts"
import { type FieldPart, locate, nodeAt, rangeOf, scalarAt } from "./locate.ts"
import type { YamlDocument } from "./node.ts"
import { parseYaml } from "./parse-yaml.ts"

const text = `# apps
kind: Kustomization
spec:
  dependsOn:
    - name: infra # first
    -   name: "base"
  path: ./apps
  path: ./other
  empty:
  flow: [a, {b: c}]
  on: x
`

function parse(source: string): YamlDocument {
  const [document] = parseYaml(source).documents
  if (document === undefined) throw new Error("no document")
  return document
}

function sourceOf(source: string, path: FieldPath, part: FieldPart): string {
  const { start, end } = rangeOf(parse(source), path, part)
  return source.slice(start, end)
}

describe("the range of a field", () => {
  test.each<[FieldPath, string, string, string]>([
    [["kind"], "kind", "Kustomization", "kind: Kustomization"],
    [["spec", "dependsOn", 0, "name"], "name", "infra", "name: infra"],
    [["spec", "dependsOn", 0], "name: infra", "name: infra", "- name: infra"],
    [["spec", "dependsOn", 1], 'name: "base"', 'name: "base"', '-   name: "base"'],
    [["spec", "path"], "path", "./other", "path: ./other"],
    [["spec", "empty"], "empty", "", "empty:"],
    [["spec", "flow", 1], "{b: c}", "{b: c}", "{b: c}"],
    [["spec", "flow", 1, "b"], "b", "c", "b: c"],
    [["spec", "true"], "on", "x", "on: x"],
  ])("%j", (path, key, value, entry) => {
    expect(sourceOf(text, path, "key")).toBe(key)
    expect(sourceOf(text, path, "value")).toBe(value)
    expect(sourceOf(text, path, "entry")).toBe(entry)
  })

  test.each<[string, FieldPath, string]>([
    ["a key", ["spec", "sourceRef", "name"], "spec"],
    ["a list entry", ["spec", "dependsOn", 0, "namespace"], "name"],
    ["an index past the end", ["spec", "dependsOn", 2, "name"], "dependsOn"],
    ["a field of a scalar", ["kind", "name"], "kind"],
    ["an index of a mapping", ["spec", 0], "spec"],
    ["a name in a list", ["spec", "dependsOn", "name"], "dependsOn"],
    ["a field of the document", ["metadata"], "kind"],
    ["an item of a list in brackets", ["spec", "flow", 0, "x"], "a"],
  ])("that does not exist is the key of its nearest ancestor: %s", (_, path, expected) => {
    expect(sourceOf(text, path, "value")).toBe(expected)
  })

  test("of the document itself is all of its value", () => {
    expect(sourceOf(text, [], "value")).toBe(text.slice(7, -1))
    expect(sourceOf(text, [], "key")).toBe("kind")
    expect(sourceOf("podinfo", [], "key")).toBe("podinfo")
  })

  test("of an empty document is its start", () => {
    const [, document] = parseYaml("a: 1\n---\n# nothing\n").documents
    expect(document === undefined ? undefined : rangeOf(document, ["a"], "value")).toEqual({
      start: 5,
      end: 5,
    })
  })
})

describe("aliases and merge keys", () => {
  const merged = `base: &base
  cpu: 1
  disk: {size: 3}
other: &other {gpu: 2, cpu: 7}
pod:
  <<: [*base, *other]
  memory: 4
alias: *base
`

  test.each<[FieldPath, string]>([
    [["pod", "cpu"], "cpu: 1"],
    [["pod", "gpu"], "gpu: 2"],
    [["pod", "memory"], "memory: 4"],
    [["pod", "disk", "size"], "size: 3"],
    [["alias"], "alias: *base"],
    [["alias", "disk", "size"], "size: 3"],
  ])("%j is where it is written", (path, expected) => {
    expect(sourceOf(merged, path, "entry")).toBe(expected)
  })

  test("a key of the mapping itself comes before one that is merged in", () => {
    expect(sourceOf("a: &a {x: 1}\nb: {x: 2, <<: *a}\n", ["b", "x"], "entry")).toBe("x: 2")
  })

  test("a merged scalar has no fields", () => {
    expect(locate(parse("b: {<<: 1}\n"), ["b", "x"])).toEqual({ node: undefined, depth: 1 })
  })
})

describe("locate", () => {
  test.each<[FieldPath, number, boolean]>([
    [[], 0, true],
    [["spec"], 1, true],
    [["spec", "dependsOn", 0], 3, true],
    [["spec", "sourceRef", "name"], 1, false],
    [["metadata"], 0, false],
  ])("%j exists to depth %i", (path, depth, exists) => {
    const found = locate(parse(text), path)
    expect(found.depth).toBe(depth)
    expect(found.node !== undefined).toBe(exists)
  })

  test("finds nothing in an empty document", () => {
    expect(locate(parse("# nothing"), [])).toEqual({ node: undefined, depth: 0 })
  })

  test("scalarAt follows an alias, nodeAt does not", () => {
    const document = parse("a: &a x\nb: *a\nc: [1]\n")
    expect(nodeAt(document, ["b"])?.kind).toBe("alias")
    expect(scalarAt(document, ["b"])?.text).toBe("x")
    expect(scalarAt(document, ["c"])).toBeUndefined()
    expect(scalarAt(document, ["d"])).toBeUndefined()
  })

  test("is quick in a mapping of 40,000 keys", { timeout: 10_000 }, () => {
    const document = parse(
      Array.from({ length: 40_000 }, (_, index) => `key${index}: ${index}\n`).join(""),
    )
    const found = Array.from(
      { length: 40_000 },
      (_, index) => scalarAt(document, [`key${index}`])?.text,
    )
    expect(found.every((value, index) => value === String(index))).toBe(true)
  })
})
