import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { isSkip, runGoOracle } from "../../test/support/go-oracle.ts"
import { type Random, seededRandom } from "../../test/support/random.ts"
import { parseConstraint, satisfies } from "./constraint.ts"
import { resolveChartVersion } from "./resolve.ts"
import {
  compareVersions,
  formatVersion,
  parseStrictVersion,
  parseVersion,
  readVersion,
} from "./version.ts"

interface Answer {
  readonly parse: readonly string[]
  readonly strict: readonly boolean[]
  readonly compare: readonly number[]
  readonly constraints: readonly string[]
  readonly charts: readonly number[]
}

const ORACLE = fileURLToPath(new URL("testdata/oracle", import.meta.url))
const NOISE = [" ", ...'\t\v\u00a0,|=!<>~^-+.vVxX*019aZ_ü"', "||", " - ", ">=", "~>", "=>"] as const
const NUMBERS = [
  "0",
  "1",
  "2",
  "3",
  "10",
  "01",
  "00",
  "007",
  "18446744073709551615",
  "18446744073709551616",
] as const
const IDENTIFIERS = ["0", "1", "10", "alpha", "beta", "rc1", "-", "a-b", "0a", "X"] as const
const ODD_IDENTIFIERS = ["01", "00", "99999999999999999999"] as const
const COMMON_VERSIONS =
  "0.0.0 0.0.1 0.1.0 0.1.1 1.0.0 1.0.0-1 1.0.0-alpha 1.1.0 1.1.1 1.2.0-rc1 1.2.3 2.0.0 2.1.0 2.1.3-beta v3.2.1 3.3.0+a 10.0.0".split(
    " ",
  )

function core(random: Random): string {
  const number = () => (random.oneIn(20) ? random.pick(NUMBERS) : String(random.below(4)))
  return Array.from({ length: random.oneIn(12) ? 1 + random.below(4) : 3 }, number).join(".")
}

function suffix(random: Random): string {
  const identifier = () => random.pick(random.oneIn(30) ? ODD_IDENTIFIERS : IDENTIFIERS)
  const identifiers = () => [identifier(), ...random.repeat(2, identifier)].join(".")
  return (random.oneIn(4) ? `-${identifiers()}` : "") + (random.oneIn(8) ? `+${identifiers()}` : "")
}

function version(random: Random): string {
  return (random.oneIn(8) ? "v" : "") + core(random) + suffix(random)
}

function partial(random: Random): string {
  const part = () => random.pick(["0", "0", "1", "1", "2", "3", "x", "X", "*"])
  const length = random.pick([1, 2, 3, 3])
  return random.oneIn(4)
    ? version(random)
    : (random.oneIn(8) ? "v" : "") + Array.from({ length }, part).join(".") + suffix(random)
}

function comparator(random: Random): string {
  const operators = ["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"] as const
  const operator = random.oneIn(40) ? random.pick(["==", "><", "~^", "!"]) : random.pick(operators)
  return operator + random.pick(["", "", " ", "  ", "\t"]) + partial(random)
}

function constraint(random: Random): string {
  const group = () => {
    if (random.oneIn(5)) return `${partial(random)} - ${partial(random)}`
    const joint = random.pick([" ", ", ", ",", " , ", "  "])
    return [comparator(random), ...random.repeat(2, () => comparator(random))].join(joint)
  }
  const text = [group(), ...random.repeat(2, group)].join(random.pick(["||", " || ", "||  "]))
  return random.oneIn(4) ? mutate(random, text) : text
}

function mutate(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.pick(NOISE) + text.slice(at + random.below(3))
}

function charts(random: Random): readonly { readonly version: string; readonly created: string }[] {
  return [0, ...random.repeat(60, () => 0)].map(() => ({
    version: `1.${random.below(2)}.0+${random.below(100)}`,
    created: `2024-01-0${1 + random.below(4)}T00:00:00Z`,
  }))
}

function verdicts(text: string, versions: readonly string[]): string {
  const parsed = parseConstraint(text)
  if ("error" in parsed) return `E: ${parsed.error}`
  return versions.map((version) => (isMatch(version) ? 1 : 0)).join("")
  function isMatch(candidate: string): boolean {
    const candidateVersion = parseVersion(candidate)
    return (
      candidateVersion !== undefined && "groups" in parsed && satisfies(candidateVersion, parsed)
    )
  }
}

test("the port agrees with Masterminds/semver itself on generated constraints and versions", async ({
  skip,
}) => {
  const random = seededRandom(350)
  const parse = Array.from({ length: 20_000 }, () =>
    random.oneIn(2) ? version(random) : mutate(random, version(random)),
  )
  const valid = parse.filter((text) => parseVersion(text) !== undefined)
  const compare = valid.slice(1).map((text, index) => [valid[index] ?? "", text] as const)
  const versions = [...COMMON_VERSIONS, ...valid.slice(0, 43)]
  const constraints = [...new Set(Array.from({ length: 12_000 }, () => constraint(random)))]
  const indexes = Array.from({ length: 500 }, () => charts(random))
  const answer = runGoOracle(ORACLE, {
    ...{ parse, strict: parse, compare, versions, constraints, charts: indexes },
  })
  if (isSkip(answer)) return skip(answer.skipped)
  const judged = answer as Answer

  expect(judged.parse).toEqual(parse.map(canonical))
  expect(judged.strict).toEqual(parse.map((text) => parseStrictVersion(text) !== undefined))
  expect(judged.compare).toEqual(compare.map(([left, right]) => order(left, right)))
  expect(judged.constraints).toEqual(constraints.map((text) => verdicts(text, versions)))
  expect(judged.charts).toEqual(indexes.map(chosenIndex))
  expect(constraints.length * versions.length).toBeGreaterThan(100_000)
  expect(judged.constraints.filter((text) => /^[01]*1/.test(text)).length).toBeGreaterThan(4000)

  const recorded = constraints.slice(0, 400).map((text, index) => {
    const verdict = judged.constraints[index] ?? ""
    return [text, verdict.startsWith("E: ") ? verdict : verdict.slice(0, COMMON_VERSIONS.length)]
  })
  const origin =
    "Masterminds/semver v3.5.0, by testdata/oracle; rewritten by `vitest -u` where Go is"
  const lines = [{ origin, versions: COMMON_VERSIONS }, ...recorded]
  await expect(lines.map((line) => `${JSON.stringify(line)}\n`).join("")).toMatchFileSnapshot(
    "testdata/recorded.jsonl",
  )
})

function canonical(text: string): string {
  const parsed = readVersion(text)
  return "error" in parsed ? `E: ${parsed.error}` : formatVersion(parsed)
}

function order(left: string, right: string): number {
  const [leftVersion, rightVersion] = [parseVersion(left), parseVersion(right)]
  return leftVersion && rightVersion ? compareVersions(leftVersion, rightVersion) : Number.NaN
}

function chosenIndex(entries: ReturnType<typeof charts>): number {
  const resolution = resolveChartVersion("*", entries)
  return resolution.status === "resolved" ? entries.indexOf(resolution.chosen) : -1
}
