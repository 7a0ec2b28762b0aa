import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dereference, type YamlNode, type YamlScalar } from "./node.ts"
import { parseYaml } from "./parse-yaml.ts"
import { sourceOffset } from "./source-offset.ts"
import { generateStructures } from "./testdata/generate-structures.ts"
import { resolveDocument } from "./to-json.ts"

const pieces = [
  "a",
  "b: ",
  ": ",
  "- ",
  "? ",
  "\n",
  "\n  ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "&x ",
  "*x",
  "!t ",
  "'",
  '"',
  "\\",
  "|\n",
  ">-\n",
  "#",
  "---\n",
  "...\n",
  "%",
  "\t",
  "\r\n",
  "\0",
  "\ufeff",
  "\u2028",
  "<<: ",
]
const yamlish = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(""))
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  yamlish,
  fc.constantFrom(...generateStructures(5, 500)),
)

function* nodesOf(node: YamlNode | undefined): Iterable<YamlNode> {
  if (node === undefined) return
  yield node
  if (node.kind === "sequence") for (const item of node.items) yield* nodesOf(item)
  if (node.kind !== "mapping") return
  for (const { key, value } of node.entries) {
    yield* nodesOf(key)
    yield* nodesOf(value)
  }
}

function children(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "sequence") return node.items
  return node.kind === "mapping" ? node.entries.flatMap(({ key, value }) => [key, value]) : []
}

describe("any text", () => {
  test("is read without throwing, and its errors lie inside it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of parseYaml(text).documents) {
          const errors = [
            document,
            resolveDocument(document),
            resolveDocument(document, "kustomize"),
          ].flatMap((part) => part.errors)
          for (const { start, end } of errors) {
            expect(start).toBeGreaterThanOrEqual(document.start)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(document.end)
          }
          expect(document.duplicateKeys).toBeInstanceOf(Array)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("is covered by its documents, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { documents } = parseYaml(text)
        expect(documents.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test("has nodes in order, each inside its parent", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of parseYaml(text).documents) {
          for (const node of nodesOf(document.root)) {
            let last = node.start
            for (const child of children(node)) {
              expect(child.start).toBeGreaterThanOrEqual(last)
              last = child.end
            }
            expect(node.end).toBeGreaterThanOrEqual(last)
          }
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe("the source of a node", () => {
  test("reads as the node itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of parseYaml(text).documents) {
          for (const node of nodesOf(document.root)) {
            if (node.kind !== "scalar" || node.start === node.end) continue
            expect(decodeAlone(text, node)).toBe(node.text)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test("is where its characters come from", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of parseYaml(text).documents) {
          for (const node of nodesOf(document.root))
            if (node.kind === "scalar") checkOffsets(text, node)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

/** The slice of a scalar, read as a document of its own; block scalars lose the line breaks at their end. */
function decodeAlone(text: string, node: YamlScalar): string {
  const slice = text.slice(node.start, node.end)
  if (node.style === "literal" || node.style === "folded" || /[\r\n]/u.test(slice)) return node.text
  const [document] = parseYaml(` ${slice}`).documents
  const root = document?.root === undefined ? undefined : dereference(document.root)
  return root?.kind === "scalar" ? root.text : node.text
}

/** Letters stand for themselves in every style. */
function checkOffsets(text: string, node: YamlScalar): void {
  if (/[\u0085\u2028\u2029]/u.test(text)) return
  let last = node.start
  for (let index = 0; index < node.text.length; index++) {
    const offset = sourceOffset(text, node, index)
    expect(offset).toBeGreaterThanOrEqual(last)
    last = offset
    const isEscaped = node.style === "double" && text[offset] === "\\"
    if (/[a-z]/u.test(node.text[index] ?? "") && !isEscaped)
      expect(text[offset]).toBe(node.text[index])
  }
}
