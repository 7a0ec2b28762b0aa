import { describe, expect, test } from "vitest"
import { scalarAt } from "./locate.ts"
import type { YamlScalar } from "./node.ts"
import { parseYaml } from "./parse-yaml.ts"
import { sourceOffset } from "./source-offset.ts"

function scalarOf(text: string): YamlScalar {
  const [document] = parseYaml(text).documents
  const scalar = document === undefined ? undefined : scalarAt(document, ["a"])
  if (scalar === undefined) throw new Error("no scalar")
  return scalar
}

/** The source from where the marked part of the value begins to where it ends. */
function sourceOf(text: string, part: string): string {
  const scalar = scalarOf(text)
  const index = scalar.text.indexOf(part)
  expect(index).toBeGreaterThanOrEqual(0)
  const start = sourceOffset(text, scalar, index)
  return text.slice(start, sourceOffset(text, scalar, index + part.length - 1) + 1)
}

describe("a variable in a scalar is found in its source", () => {
  const variable = `\${NAME}`

  test.each([
    ["plain", `a: x-${variable}-y\n`],
    ["plain, over lines", `a: x\n  y\n\n  z ${variable}\n`],
    ["single-quoted", `a: 'x ${variable}'\n`],
    ["single-quoted, after a quote", `a: 'it''s ${variable}'\n`],
    ["single-quoted, over lines", `a: 'it''s\n   x\n\n\n   ${variable}'\n`],
    ["double-quoted", `a: "x ${variable}"\n`],
    ["double-quoted, after escapes", `a: "\\t\\u00e9\\U0001F600\\x41\\"${variable}"\n`],
    ["double-quoted, over lines", `a: "x  \n  y \\\n   z\n\n  ${variable}"\n`],
    ["literal", `a: |\n  x\n  y ${variable}\n`],
    ["literal, with blank lines and deeper ones", `a: |+\n\n  x\n     y\n\n  ${variable}\n\n`],
    ["literal, with an indentation indicator", `a: |2\n    x\n  ${variable}\n`],
    ["literal, with Windows line ends", `a: |\r\n  x\r\n\r\n  y ${variable}\r\n`],
    ["folded", `a: >\n  x\n  y ${variable}\n`],
    ["folded, with blank lines", `a: >-\n  x\n\n\n  y\n  ${variable}\n`],
    ["folded, with deeper lines", `a: >\n  x\n    y\n    z\n  u\n\n    v\n\n  w ${variable}\n`],
    ["without a line break at the end", `a: |\n  ${variable}`],
  ])("%s", (_, text) => {
    expect(sourceOf(text, variable)).toBe(variable)
  })
})

describe("an offset", () => {
  test.each([
    ["a: xyz", -1, 3],
    ["a: xyz", 0, 3],
    ["a: xyz", 3, 6],
    ["a: xyz", 9, 6],
    ["a: 'xyz'", 3, 7],
    ["a: 'x''z'", 1, 5],
    ["a: 'x''z'", 2, 7],
    ["a: 'x''z'", 3, 8],
    ['a: "\\n"', 0, 4],
    ['a: "\\n"', 1, 6],
    ["a: |\n  x\n  y\n", 0, 7],
    ["a: |\n  x\n  y\n", 1, 8],
    ["a: |\n  x\n  y\n", 2, 11],
    ["a: |\n  x\n  y\n", 3, 12],
    ["a: |\n  x\n  y\n", 4, 12],
    ["a: |\n\n  x\n", 0, 4],
    ["a: |\n", 0, 4],
  ])("in %j of character %i is %i", (text, index, expected) => {
    expect(sourceOffset(text, scalarOf(text), index)).toBe(expected)
  })
})
