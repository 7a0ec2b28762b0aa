import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { isSkip, runGoOracle } from "../../test/support/go-oracle.ts"
import { type Random, seededRandom } from "../../test/support/random.ts"
import {
  commonVersions,
  constraint,
  mutate,
  verdicts,
  version,
} from "../../test/support/versions.ts"
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
function charts(random: Random): readonly { readonly version: string; readonly created: string }[] {
  return [0, ...random.repeat(60, () => 0)].map(() => ({
    version: `1.${random.below(2)}.0+${random.below(100)}`,
    created: `2024-01-0${1 + random.below(4)}T00:00:00Z`,
  }))
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
  const versions = [...commonVersions, ...valid.slice(0, 43)]
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
    return [text, verdict.startsWith("E: ") ? verdict : verdict.slice(0, commonVersions.length)]
  })
  const origin =
    "Masterminds/semver v3.5.0, by testdata/oracle; rewritten by `vitest -u` where Go is"
  const lines = [{ origin, versions: commonVersions }, ...recorded]
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
