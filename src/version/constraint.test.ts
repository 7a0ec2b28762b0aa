import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parseConstraint, satisfies } from "./constraint.ts"
import { compareVersions, parseFluxVersion, parseVersion } from "./version.ts"

interface VectorSet {
  readonly candidates: string
  readonly matches: Readonly<Record<string, string>>
}
const vectors: { readonly constraints: readonly VectorSet[] } = JSON.parse(
  readFileSync(new URL("testdata/flux-semantics.json", import.meta.url), "utf8"),
)
/** First the origin and the versions, then a constraint and its verdicts in each line. */
const [header, ...recorded]: readonly [
  { readonly versions: readonly string[] },
  ...(readonly [string, string])[],
] = JSON.parse(
  `[${readFileSync(new URL("testdata/recorded.jsonl", import.meta.url), "utf8")
    .trim()
    .replaceAll("\n", ",")}]`,
)

function matchesOf(constraintText: string, candidates: string): string {
  const constraint = parseConstraint(constraintText)
  if ("error" in constraint) return `E: ${constraint.error}`
  return candidates
    .split(" ")
    .map((text) => parseFluxVersion(text))
    .filter((version) => version !== undefined)
    .filter((version) => satisfies(version, constraint))
    .toSorted((left, right) => compareVersions(right, left))
    .map((version) => version.text)
    .join(" ")
}

test.each(
  vectors.constraints.flatMap(({ candidates, matches }) =>
    Object.entries(matches).map(([text, expected]) => [text, expected, candidates] as const),
  ),
)("%j selects %j", (text, expected, candidates) => {
  const actual = matchesOf(text, candidates)
  // The reference shortens the error to its first words.
  expect(expected.startsWith("E: ") ? actual.split(":", 2).join(":") : actual).toBe(expected)
})

test("the port agrees with every verdict that Masterminds/semver v3.5.0 gave", () => {
  const versions = header.versions.map((text) => parseVersion(text))
  for (const [text, expected] of recorded) {
    const constraint = parseConstraint(text)
    const actual =
      "error" in constraint
        ? `E: ${constraint.error}`
        : versions.map((version) => (version && satisfies(version, constraint) ? 1 : 0)).join("")
    expect(actual, text).toBe(expected)
  }
  expect(recorded.length * versions.length).toBeGreaterThan(4000)
})

test.each([
  ["1 ".repeat(256), "matches"],
  ["1 ".repeat(257), "E: constraint string is too long (max 512 bytes)"],
  ["ü".repeat(257), "E: constraint string is too long (max 512 bytes)"],
  [Array(32).fill("1").join("||"), "matches"],
  [Array(33).fill("1").join("||"), "E: too many constraint groups (max 32)"],
  ["1|2", "E: constraint parser error"],
  [
    '>=1 || late\u00a0\n"st\u{1f600}\u200b',
    'E: improper constraint: " late\\u00a0\\n\\"st😀\\u200b"',
  ],
  ["1.2.3-01", "E: constraint parser error"],
])("limits and errors are the library's (%#: %s)", (text, expected) => {
  const constraint = parseConstraint(text)
  expect("error" in constraint ? `E: ${constraint.error}` : "matches").toBe(expected)
})

test.each([
  `${"1   ".repeat(120)}!`,
  ` ${" ".repeat(510)}!`,
  `${"1 - 1 ".repeat(80)}!`,
  `${"1.1.1-a".padEnd(510, ".a")}!`,
])("a text that would take a backtracking matcher years is judged at once", (text) => {
  expect(parseConstraint(text)).toHaveProperty("error")
})
