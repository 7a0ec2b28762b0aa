import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { compareVersions, formatVersion, parseFluxVersion, readVersion } from "./version.ts"

/** Input, canonical form or `E: ` and the library's error, and whether Flux takes it as a candidate. */
type Row = readonly [string, string, boolean]
const vectors: { readonly versions: readonly Row[] } = JSON.parse(
  readFileSync(new URL("testdata/flux-semantics.json", import.meta.url), "utf8"),
)

function describeVersion(text: string): string {
  const version = readVersion(text)
  return "error" in version ? `E: ${version.error}` : formatVersion(version)
}

test.each(vectors.versions)("%j reads as %s (candidate: %s)", (text, expected, isCandidate) => {
  expect(describeVersion(text)).toBe(expected)
  expect(parseFluxVersion(text) !== undefined).toBe(isCandidate)
})

test.each([
  ["1.2.3-rc.1+build.5", "1.2.3-rc.1+build.5"],
  ["18446744073709551615.0.0", "18446744073709551615.0.0"],
  [
    "18446744073709551616.0.0",
    'E: error parsing version segment: strconv.ParseUint: parsing "18446744073709551616": value out of range',
  ],
  [`1.2.3-${"a".repeat(250)}`, `1.2.3-${"a".repeat(250)}`],
  [`1.2.3-${"a".repeat(251)}`, "E: version string is too long (max 256 bytes)"],
  ["", "E: invalid semantic version"],
  ["1.2.3\n", "E: invalid semantic version"],
])("%j reads as %s, beyond the common cases", (text, expected) => {
  expect(describeVersion(text)).toBe(expected)
})

test("precedence follows the numbers, then the pre-release, and never the build metadata", () => {
  const ascending = [
    "0.9.0",
    "1.0.0-1",
    "1.0.0-9",
    "1.0.0-10",
    "1.0.0-99999999999999999999",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0",
    "1.10.0",
    "2024.01.05",
  ]
  for (const [index, left] of ascending.entries()) {
    for (const [otherIndex, right] of ascending.entries()) {
      expect(compare(left, right), `${left} and ${right}`).toBe(Math.sign(index - otherIndex))
    }
  }
  expect(compare("v1.0.0+a", "1.0.0+b")).toBe(0)
})

function compare(left: string, right: string): number {
  const [leftVersion, rightVersion] = [readVersion(left), readVersion(right)]
  if ("error" in leftVersion || "error" in rightVersion) throw new Error(`${left} or ${right}`)
  return compareVersions(leftVersion, rightVersion)
}
