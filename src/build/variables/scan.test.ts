// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are Flux's expressions, not templates
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { requiredVariables, scanExpressions } from "./scan.ts"
import { type Answer, answer, variables } from "./testdata/answer.ts"

const vectors: { readonly results: Readonly<Record<string, string | readonly [string, string]>> } =
  JSON.parse(readFileSync(new URL("testdata/flux-semantics.json", import.meta.url), "utf8"))
/** The first line of the file names its origin. */
const recorded: readonly (readonly [string, Answer])[] = readFileSync(
  new URL("testdata/recorded.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .slice(1, -1)
  .map((line) => JSON.parse(line))

test.each(Object.entries(vectors.results))("%j is judged as by Flux: %j", (text, expected) => {
  const [lax, strict] = typeof expected === "string" ? [expected, expected] : expected
  const error = scanExpressions(text).at(-1)?.error
  expect(error === undefined ? undefined : `E: ${error.message}`).toBe(
    lax.startsWith("E: ") ? lax : undefined,
  )
  const [missing] = requiredVariables(text, variables)
  expect(
    missing === undefined ? undefined : `E: variable not set (strict mode): "${missing}"`,
  ).toBe(strict.startsWith("E: ") && strict !== lax ? strict : undefined)
})

test.each([
  ["port: ${PORT}", [{ start: 6, end: 13, name: "PORT", hasDefault: false }]],
  [
    "${HOST:=podinfo}.${DOMAIN}",
    [
      { start: 0, end: 16, name: "HOST", operator: ":=", word: "podinfo", hasDefault: true },
      { start: 17, end: 26, name: "DOMAIN" },
    ],
  ],
  ["${#HOST}", [{ start: 0, end: 8, name: "HOST", operator: "#" }]],
  ["😀${HOST^^}", [{ start: 2, end: 11, name: "HOST", operator: "^^", word: "" }]],
  ["${HOST/\\//-}", [{ operator: "/", word: "\\//-", arguments: ["/", "-"] }]],
  ["$${HOST} $$$${HOST} $HOST", []],
  ["$$$${PORT}$$${HOST}", [{ start: 12, end: 19, name: "HOST" }]],
  ["${PORT}\0${HOST}", [{ name: "PORT" }]],
])("the expressions of %j are found where they stand", (text, expected) => {
  const expressions = scanExpressions(text)
  expect(expressions).toHaveLength(expected.length)
  expect(expressions).toMatchObject(expected)
})

test("nested expressions have their own range, and the word shows them as written", () => {
  const [outer] = scanExpressions("${HOST:-${NAME:-podinfo}.${DOMAIN}}")
  expect(outer).toMatchObject({
    word: "${NAME:-podinfo}.${DOMAIN}",
    nested: [
      { start: 8, end: 24, name: "NAME", word: "podinfo" },
      { start: 25, end: 34, name: "DOMAIN" },
    ],
  })
})

test.each([
  ["ok: ${A}, run: ${{ github.sha }} ${", [15, 18, "unable to parse variable name"]],
  ["${spring.profile}", [0, 9, "missing closing brace"]],
  ["${A:-${b c}}", [5, 9, "missing closing brace"]],
  ["${A:-never closed", [0, 17, "unable to parse substitution within function"]],
  ["${A/b}", [0, 6, "bad substitution"]],
])("the error in %j is found where it stands", (text, [start, end, message]) => {
  expect(scanExpressions(text).at(-1)?.error).toEqual({ start, end, message })
})

test("variables are missing in the order in which Flux meets them, each once", () => {
  const text = "${VAR:-${B}} ${A/${C}/${D:-x}} ${EMPTY} ${B} ${constructor}"
  expect(requiredVariables(text, variables)).toEqual(["B", "C", "A", "constructor"])
  expect(requiredVariables(`${text} \${`, variables)).toEqual([])
})

test.each(["${A:-", "${A/${", "${A%", "${A:", "$$", "${", "${A:-x"])(
  "20,000 times %j is read without overflowing the stack",
  (piece) => {
    const text = piece.repeat(20_000)
    expect(() => requiredVariables(`${text}${"}".repeat(20_000)}`, {})).not.toThrow()
    expect(() => requiredVariables(text, {})).not.toThrow()
  },
)

test("the port agrees with every verdict that fluxcd/pkg/envsubst v1.8.0 gave", () => {
  for (const [text, verdict] of recorded) expect(answer(text), text).toEqual(verdict)
  expect(recorded.length).toBeGreaterThan(500)
})
