import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
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
  const judged = await judge(constraints, versions)
  expect(judged).toEqual(constraints.map((text) => verdicts(text, versions)))
  expect(constraints.length * versions.length).toBeGreaterThan(100_000)
  expect(judged.filter((text) => /^[01]*1/.test(text)).length).toBeGreaterThan(1000)
})

const corpus = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url))
const isThere = existsSync(corpus)
if (!isThere) process.stderr.write("SKIPPED: no corpus with real versions and constraints.\n")

/** What the files of the corpus hold behind a key, each text once. */
function textsBehind(keys: string, folders: readonly string[]): readonly string[] {
  const pattern = new RegExp(
    `^[ -]*(?:${keys}): *["']?([^"'#\\n{$&*|>][^"'#\\n]*|[><^~=*][^"'#\\n]*)`,
    "gmu",
  )
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const texts = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(pattern)].map(([, text = ""]) => text.trim()),
  )
  return [...new Set(texts)].sort()
}

/** Tags and versions of charts and images as they were published, and all that the corpus asks of them, each with each. */
test.skipIf(!isThere)(
  "Masterminds/semver in the engine and our port agree on real tags, indexes and constraints",
  async () => {
    const everywhere = [join(corpus, "repos"), join(corpus, "charts")]
    const versions = textsBehind("version|appVersion|tag|newTag", everywhere).filter((text) =>
      parseVersion(text),
    )
    const constraints = textsBehind("version|semver|range|semverFilter", everywhere)
    const judged = await judge(constraints, versions)
    expect(judged).toEqual(constraints.map((text) => verdicts(text, versions)))
    // With those of the test above more than 200,000.
    expect(constraints.length * versions.length).toBeGreaterThan(100_000)
    expect(judged.filter((text) => /^[01]*1/.test(text)).length).toBeGreaterThan(200)
  },
)

/** The engine's verdicts, asked for in portions: a call has half a minute. */
async function judge(
  constraints: readonly string[],
  versions: readonly string[],
): Promise<readonly string[]> {
  const judged: string[] = []
  for (let from = 0; from < constraints.length; from += 250) {
    const portion = constraints.slice(from, from + 250)
    const checks = portion.map((text) => ({ constraint: text, versions }))
    const answer = await engine.call("constraint", { checks })
    expect(answer).toHaveProperty("results")
    if ("results" in answer) judged.push(...answer.results.map(textOf))
  }
  return judged
}

function textOf(verdict: {
  readonly error?: string
  readonly matches?: readonly (boolean | null)[]
}): string {
  if (verdict.error !== undefined) return `E: ${verdict.error}`
  return (verdict.matches ?? []).map((matches) => (matches === true ? 1 : 0)).join("")
}
