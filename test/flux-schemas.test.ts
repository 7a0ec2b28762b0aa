import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { useEngine } from "../src/host/engine/test-engine.ts"
import { sha256 } from "../src/host/node-host.ts"
import { packageSchemas } from "../src/host/package-schemas.ts"
import { knownMinors } from "../src/model/generated/flux-versions.ts"
import type { Violation } from "../src/model/index.ts"
import { ajvViolations } from "../src/schema/ajv-violations.ts"
import type { CrdVersion } from "../src/schema/crd-versions.ts"
import { fluxSchemaOf } from "../src/schema/flux-schemas.ts"
import { isObject, type JsonObject, valueAt } from "../src/yaml/json.ts"
import { readReleases } from "./support/schemas/releases.ts"
import { type SchemaCase, schemaCasesOf } from "./support/schemas/schema-cases.ts"

// What the definitions of each release of Flux say of objects is what sluice says of them at that version of Flux. The same
// objects go to the API server's own packages in test/differential/flux-schemas.test.ts.

const releases = readReleases(join(import.meta.dirname, "../schemas/crds")).map(
  ({ minor, versions }) => ({
    title: minor === undefined ? "flux-operator" : `Flux 2.${minor}`,
    flux: `2.${minor ?? knownMinors.at(-1)}`,
    versions,
  }),
)

/** What the validator of the release says of an object, beside what it was made for. */
function differences(
  { title, object, expected }: SchemaCase,
  violations: readonly Violation[],
): readonly string[] {
  const isExpected =
    expected.verdict === "refused"
      ? violations.some(
          ({ path, problem }) =>
            problem.kind === expected.problem && path.join("/") === expected.at.join("/"),
        )
      : violations.length === 0
  const [fields, said] = [JSON.stringify(object), JSON.stringify(violations)]
  return isExpected ? [] : [`${title}: ${expected.verdict} expected of ${fields}, but ${said}`]
}

describe("the schemas of a release accept and refuse what its definitions do", () => {
  test.each(releases.map((release) => [release.title, release] as const))(
    "%s",
    async (_, release) => {
      const { flux, versions } = release
      let judged = 0
      for (const version of versions) {
        const found = fluxSchemaOf(version, version.version, flux)
        expect(found.status, `${version.kind} ${version.version}`).toBe("found")
        if (found.status !== "found") continue
        const validate = await packageSchemas.validator(found.file)
        const schema = packageSchemas.fluxSchema(found.file)
        const cases = schemaCasesOf(version)
        judged += cases.length
        const wrong = cases.flatMap((one) =>
          differences(
            one,
            ajvViolations(one.object, validate, () => schema),
          ),
        )
        expect(wrong, `${version.kind} ${version.version}`).toEqual([])
      }
      expect(judged).toBeGreaterThan(300)
    },
  )
})

/** Most definitions are the same in many releases. */
const different = [
  ...new Map(
    releases.flatMap(({ versions }) =>
      versions.map((version) => [JSON.stringify(version), version] as const),
    ),
  ).values(),
]

describe("defaults are filled in before objects are judged", () => {
  const engine = useEngine()

  test.each(
    different.map((version): [string, CrdVersion] => [
      `${version.kind} ${version.version} (${sha256(JSON.stringify(version)).slice(0, 7)})`,
      version,
    ]),
  )("%s", async (_, version) => {
    const completed = schemaCasesOf(version).flatMap(({ object, expected }) =>
      expected.verdict === "completed" ? [{ object, expected }] : [],
    )
    if (completed.length === 0) return
    const objects = completed.map(({ object }) => object)
    for (const [index, stored] of (await storedObjects(version, objects)).entries()) {
      const { at = [], value = null } = completed[index]?.expected ?? {}
      const found = stored && valueAt(stored, at)
      // An object that is a default may have defaults of its own.
      if (isObject(value)) expect(found, at.join(".")).toMatchObject(value)
      else expect(found, at.join(".")).toEqual(value)
    }
  })

  async function storedObjects({ schema }: CrdVersion, objects: readonly JsonObject[]) {
    const result = await engine.call("validate", {
      schema: { digest: sha256(JSON.stringify(schema)), schema },
      objects,
      defaults: true,
    })
    if (result.status !== "judged") throw new Error(result.message)
    return result.verdicts.map(({ defaulted }) => defaulted)
  }
})
