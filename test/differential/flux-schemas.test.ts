import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sha256 } from "../../src/host/node-host.ts"
import type { FieldProblem } from "../../src/model/verdict.ts"
import type { CrdVersion } from "../../src/schema/crd-versions.ts"
import { isObject, valueAt } from "../../src/yaml/json.ts"
import { readReleases } from "../support/schemas/releases.ts"
import { type SchemaCase, schemaCasesOf } from "../support/schemas/schema-cases.ts"
import { askApiServer, type Judgement, plainPath } from "./api-server.ts"
import { Reference, titled, whySkipped } from "./oracles.ts"
import { projectRoot } from "./places.ts"

// What is expected of the objects of test/flux-schemas.test.ts is what the API server's own packages say of them.

/** Kubernetes' words for what a schema says against a field. */
const words: Readonly<Partial<Record<FieldProblem["kind"], readonly string[]>>> = {
  missing: ["FieldValueRequired"],
  type: ["FieldValueTypeInvalid"],
  enum: ["FieldValueNotSupported"],
  pattern: ["FieldValueInvalid"],
  bound: ["FieldValueInvalid", "FieldValueTooLong", "FieldValueTooMany"],
}

const versions: ReadonlyMap<string, CrdVersion> = new Map(
  readReleases(join(projectRoot, "schemas/crds"))
    .flatMap((release) => release.versions)
    .map((version) => {
      const digest = sha256(JSON.stringify(version)).slice(0, 7)
      return [`${version.kind} ${version.version} (${digest})`, version] as const
    }),
)

let reference: Reference
let judged = 0

describe.skipIf(whySkipped !== undefined)(titled("objects made of Flux's definitions"), () => {
  beforeAll(() => {
    reference = new Reference()
  })
  afterAll(async () => {
    await reference.close()
    process.stderr.write(`apiserver: ${judged} objects of ${versions.size} definitions\n`)
  })

  it.each([...versions])("are judged as expected by the API server: %s", async (_, version) => {
    const cases = schemaCasesOf(version)
    const objects = cases.map(({ object }) => object)
    const answer = await askApiServer(reference, version, objects)
    if (answer.status === "failed") throw new Error(answer.message)
    judged += cases.length
    const wrong = cases.flatMap((one, index) => {
      const judgement = answer.judgements[index]
      return judgement && isExpected(one.expected, judgement)
        ? []
        : [`${one.title}: ${JSON.stringify({ ...judgement, object: one.object })}`]
    })
    expect(wrong).toEqual([])
  })
})

function isExpected(expected: SchemaCase["expected"], judgement: Judgement): boolean {
  const { unknown = [], stored } = judgement
  const errors = (judgement.errors ?? []).filter(isStructural)
  if (expected.verdict === "refused") {
    const at = expected.at.join(".")
    return expected.problem === "unknown"
      ? unknown.some((field) => plainPath(field) === at)
      : errors.some(
          ({ type, field }) =>
            plainPath(field) === at && words[expected.problem]?.includes(type) === true,
        )
  }
  if (unknown.length + errors.length > 0) return false
  if (expected.verdict === "accepted") return true
  const found = valueAt(stored, expected.at)
  // An object that is a default may have defaults of its own.
  const { value } = expected
  return isObject(value) ? isObject(found) : JSON.stringify(found) === JSON.stringify(value)
}

/** Not a rule in CEL, which may refuse an object of required fields alone, and not an entry that is there twice. */
function isStructural({ type, detail }: NonNullable<Judgement["errors"]>[number]): boolean {
  if (type === "FieldValueDuplicate") return false
  return type !== "FieldValueInvalid" || detail.includes(" in body ")
}
