import { describe, expect, test } from "vitest"
import { editText } from "./edit-text.ts"
import { applyOffsetEdits } from "./offset-edit.ts"
import type { DocumentChange, PlainChange } from "./plain-change.ts"

function edited(text: string, ...changes: readonly DocumentChange[]): string | undefined {
  const edits = editText(text, changes)
  return edits && applyOffsetEdits(text, edits)
}

function first(change: PlainChange): DocumentChange {
  return { index: 0, change }
}

const toV2 = first({ op: "set", path: ["apiVersion"], value: "helm.toolkit.fluxcd.io/v2" })

describe("another value", () => {
  test.each([
    ["plain", "apiVersion: old # why\n", "apiVersion: helm.toolkit.fluxcd.io/v2 # why\n"],
    ["in double quotes", 'apiVersion: "old"\n', 'apiVersion: "helm.toolkit.fluxcd.io/v2"\n'],
    ["in single quotes", "apiVersion:   'old'\n", "apiVersion:   'helm.toolkit.fluxcd.io/v2'\n"],
    ["in braces", "{apiVersion: old, a: 1}", "{apiVersion: helm.toolkit.fluxcd.io/v2, a: 1}"],
    ["in JSON", '{"apiVersion":"old"}', '{"apiVersion":"helm.toolkit.fluxcd.io/v2"}'],
    ["left out", "apiVersion:\nkind: A\n", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: A\n"],
    [
      "with an anchor that nobody uses",
      "apiVersion: &v old\n",
      "apiVersion: &v helm.toolkit.fluxcd.io/v2\n",
    ],
    [
      "that an alias stands for",
      "a: &v old\napiVersion: *v\n",
      "a: &v old\napiVersion: helm.toolkit.fluxcd.io/v2\n",
    ],
    [
      "after a byte order mark, in a file with CRLF",
      "\ufeffapiVersion: old\r\nkind: A\r\n",
      "\ufeffapiVersion: helm.toolkit.fluxcd.io/v2\r\nkind: A\r\n",
    ],
  ])("%s", (_, before, after) => {
    expect(edited(before, toV2)).toBe(after)
  })

  test.each([
    ["an anchor shows it elsewhere", "apiVersion: &v old\na: *v\n"],
    ["it is merged in", "x: &x {a: 1}\ny:\n  <<: *x\n"],
    ["the document does not parse", "apiVersion: old\n  a: 1\n"],
  ])("is refused where %s", (_, text) => {
    const inY = first({ op: "rename", path: ["y", "a"], key: "b" })
    expect(edited(text, text.startsWith("x") ? inY : toV2)).toBeUndefined()
  })

  test("of several documents is the one that is meant", () => {
    const text = "# first\napiVersion: a\n---\n# second\napiVersion: b\n...\n---\napiVersion: c\n"
    const change: PlainChange = { op: "set", path: ["apiVersion"], value: "z" }
    expect(edited(text, { index: 1, change })).toBe(text.replace(": b", ": z"))
    expect(edited(text, { index: 0, change }, { index: 2, change })).toBe(
      text.replace(": a", ": z").replace(": c", ": z"),
    )
  })
})

describe("a renamed field", () => {
  test.each([
    ["plain", "intervall: 1m # short\n", "interval: 1m # short\n"],
    ["in quotes", '"intervall" : 1m\n', '"interval" : 1m\n'],
    ["in braces", "{intervall: 1m, url: x}\n", "{interval: 1m, url: x}\n"],
    ["written as a question", "? intervall\n: 1m\n", "? interval\n: 1m\n"],
  ])("%s", (_, before, after) => {
    expect(edited(before, first({ op: "rename", path: ["intervall"], key: "interval" }))).toBe(
      after,
    )
  })

  test("is refused where the name is taken", () => {
    const change = first({ op: "rename", path: ["intervall"], key: "interval" })
    expect(edited("intervall: 1m\ninterval: 2m\n", change)).toBeUndefined()
  })
})

describe("a field that goes", () => {
  const gone = first({ op: "remove", path: ["spec", "validation"] })
  test.each([
    ["takes its line", "spec:\n  a: 1\n  validation: x\n  b: 2\n", "spec:\n  a: 1\n  b: 2\n"],
    ["takes all its lines", "spec:\n  validation:\n    - x\n  b: 2\n", "spec:\n  b: 2\n"],
    [
      "leaves the comment above it",
      "spec:\n  a: 1\n  # c\n  validation: |\n    x\n\nb: 1\n",
      "spec:\n  a: 1\n  # c\n\nb: 1\n",
    ],
    ["ends a file without a line break", "spec:\n  a: 1\n  validation: x", "spec:\n  a: 1\n"],
    ["was the only one", "spec:\n  validation: x\nb: 1\n", "spec: {}\nb: 1\n"],
    ["takes its comma", "spec: {validation: x, a: 1}\n", "spec: {a: 1}\n"],
    ["takes the comma before it", "spec: {a: 1, validation: x}\n", "spec: {a: 1}\n"],
    ["ends in CRLF", "spec:\r\n  validation: x\r\n  b: 2\r\n", "spec:\r\n  b: 2\r\n"],
  ])("%s", (_, before, after) => {
    expect(edited(before, gone)).toBe(after)
  })

  test("stands beside the dash of a list", () => {
    const change = first({ op: "remove", path: [0, "a"] })
    expect(edited("- a: 1\n  b: 2\n- c\n", change)).toBe("- b: 2\n- c\n")
    expect(edited("- a: 1\n", change)).toBe("- {}\n")
  })
})

describe("a list that another one beside it takes in", () => {
  const joined = first({ op: "join", path: ["bases"], key: "resources" })
  test.each([
    [
      "keeps its lines and their comments",
      "# mine\nbases: # old\n  # first\n  - ../a # a\n\n  # second\n  - ../b\n# names\nnamePrefix: x-\nresources:\n  - c.yaml # c\n  # end\n",
      "# mine\n# names\nnamePrefix: x-\nresources:\n  - c.yaml # c\n  # old\n  # first\n  - ../a # a\n\n  # second\n  - ../b\n  # end\n",
    ],
    [
      "stands as far to the right as the other",
      "resources:\n- c.yaml\nbases:\n    # a\n    - ../a\n",
      "resources:\n- c.yaml\n# a\n- ../a\n",
    ],
    [
      "comes further to the right",
      "bases:\n- ../a\n- >-\n  ../b\nresources:\n  - c.yaml\n",
      "resources:\n  - c.yaml\n  - ../a\n  - >-\n    ../b\n",
    ],
    [
      "is in brackets",
      "bases: [../a, '../b']\nresources:\n  - c\n",
      "resources:\n  - c\n  - ../a\n  - '../b'\n",
    ],
    ["goes into brackets", "bases:\n  - ../a\nresources: [c]\n", "resources: [c, ../a]\n"],
    ["goes into empty brackets", "resources: []\nbases:\n  - ../a\n", "resources: [../a]\n"],
    ["stands in braces", "{resources: [c], bases: [a]}\n", "{resources: [c, a]}\n"],
    ["is empty", "resources:\n  - c\nbases: []\n", "resources:\n  - c\n"],
    ["ends the file", "resources:\n  - c\nbases:\n  - ../a", "resources:\n  - c\n  - ../a\n"],
    [
      "ends in CRLF",
      "resources:\r\n  - c\r\nbases:\r\n  - ../a\r\n  - ../b\r\n",
      "resources:\r\n  - c\r\n  - ../a\r\n  - ../b\r\n",
    ],
  ])("%s", (_, before, after) => {
    expect(edited(before, joined)).toBe(after)
  })

  test.each([
    ["there is no other", "bases:\n  - ../a\n"],
    ["the other is no list", "bases:\n  - ../a\nresources:\n"],
    ["it is no list", "bases: ../a\nresources:\n  - c\n"],
    ["an anchor shows it elsewhere", "bases: &b\n  - ../a\nresources:\n  - c\nother: *b\n"],
    ["an anchor shows the other elsewhere", "bases:\n  - ../a\nresources: &r\n  - c\nother: *r\n"],
    ["brackets cannot hold it", "bases:\n  - name: a\n    newTag: b\nresources: [c]\n"],
  ])("is refused where %s", (_, text) => {
    expect(edited(text, joined)).toBeUndefined()
  })
})

describe("a value that becomes a list", () => {
  const moved = [
    first({ op: "rename", path: ["spec", "valuesFile"], key: "valuesFiles" }),
    first({ op: "set", path: ["spec", "valuesFile"], value: ["prod.yaml"] }),
  ]
  test.each([
    [
      "is indented as usual",
      "spec:\n  valuesFile: prod.yaml # mine\n  a: 1\n",
      "spec:\n  valuesFiles:\n    - prod.yaml # mine\n  a: 1\n",
    ],
    [
      "is indented as the other lists are",
      "spec:\r\n  list:\r\n  - 1\r\n  valuesFile: prod.yaml\r\n",
      "spec:\r\n  list:\r\n  - 1\r\n  valuesFiles:\r\n  - prod.yaml\r\n",
    ],
    ["stays in its braces", "spec: {valuesFile: x}\n", "spec: {valuesFiles: [prod.yaml]}\n"],
  ])("%s", (_, before, after) => {
    expect(edited(before, ...moved)).toBe(after)
  })
})

describe("an element that comes in", () => {
  const insert = first({ op: "insert", path: ["files", 0], value: "a.yaml" })
  test.each([
    ["files:\n  # mine\n  - b.yaml\n", "files:\n  # mine\n  - a.yaml\n  - b.yaml\n"],
    ["files:\n- b.yaml # b\n", "files:\n- a.yaml\n- b.yaml # b\n"],
    ["files: [b.yaml]\n", "files: [a.yaml, b.yaml]\n"],
  ])("%j", (before, after) => {
    expect(edited(before, insert)).toBe(after)
  })
})

describe("a field that is added", () => {
  const added = first({ op: "set", path: ["spec", "prune"], value: true })
  test.each([
    ["spec:\n  a: 1 # last\nb: 1\n", "spec:\n  a: 1 # last\n  prune: true\nb: 1\n"],
    ["spec: {a: 1}\n", "spec: {a: 1, prune: true}\n"],
    ["spec: {}\n", "spec: {prune: true}\n"],
    ["spec:\n  a: |\n    x\n", "spec:\n  a: |\n    x\n  prune: true\n"],
  ])("%j", (before, after) => {
    expect(edited(before, added)).toBe(after)
  })

  test("is refused where there is nothing to add it to", () => {
    expect(edited("spec: x\n", added)).toBeUndefined()
  })
})

describe("YAML inside a scalar", () => {
  const inPatch = (change: PlainChange): DocumentChange => ({
    index: 0,
    inside: { path: ["patches", 0, "patch"], change: { index: 0, change } },
  })
  const set = inPatch({ op: "set", path: ["apiVersion"], value: "v2" })
  test.each([
    [
      "a literal block",
      "patches:\n  - patch: |-\n      kind: A\n      apiVersion: v1 # c\n    target: {}\n",
      "patches:\n  - patch: |-\n      kind: A\n      apiVersion: v2 # c\n    target: {}\n",
    ],
    [
      "quotes",
      'patches:\n  - patch: "apiVersion: v1\\nkind: A"\n',
      'patches:\n  - patch: "apiVersion: v2\\nkind: A"\n',
    ],
    [
      "a folded block",
      "patches:\n- patch: >\n    apiVersion: v1\n\n    kind: A\n",
      "patches:\n- patch: >\n    apiVersion: v2\n\n    kind: A\n",
    ],
  ])("%s", (_, before, after) => {
    expect(edited(before, set)).toBe(after)
  })

  test("loses a line, gets one, and keeps its indentation", () => {
    const text = "patches:\n  - patch: |\n      a: 1\n      b: 2\nz: 1\n"
    const remove = inPatch({ op: "remove", path: ["b"] })
    expect(edited(text, remove)).toBe("patches:\n  - patch: |\n      a: 1\nz: 1\n")
    const add = inPatch({ op: "set", path: ["c"], value: [1] })
    expect(edited(text, add)).toBe(
      "patches:\n  - patch: |\n      a: 1\n      b: 2\n      c:\n        - 1\nz: 1\n",
    )
  })
})
