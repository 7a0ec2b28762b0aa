import { expect, test } from "vitest"
import { seededRandom } from "../../../test/support/random.ts"
import { commonVersions, constraint, verdicts, version } from "../../../test/support/versions.ts"
import { parseVersion } from "../../version/index.ts"
import { useEngine } from "./test-engine.ts"

const engine = useEngine()

test("Masterminds/semver in the engine and our port agree on generated constraints and versions", async () => {
  const random = seededRandom(351)
  const generated = Array.from({ length: 43 }, () => version(random))
  const versions = [...commonVersions, ...generated].filter((text) => parseVersion(text))
  const constraints = [...new Set(Array.from({ length: 3_000 }, () => constraint(random)))]
  const checks = constraints.map((text) => ({ constraint: text, versions }))
  const answer = await engine.call("constraint", { checks })
  const judged = "results" in answer ? answer.results.map(textOf) : []

  expect(judged).toEqual(constraints.map((text) => verdicts(text, versions)))
  expect(constraints.length * versions.length).toBeGreaterThan(100_000)
  expect(judged.filter((text) => /^[01]*1/.test(text)).length).toBeGreaterThan(1000)
})

function textOf(verdict: {
  readonly error?: string
  readonly matches?: readonly (boolean | null)[]
}): string {
  if (verdict.error !== undefined) return `E: ${verdict.error}`
  return (verdict.matches ?? []).map((matches) => (matches === true ? 1 : 0)).join("")
}
