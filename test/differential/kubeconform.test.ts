import { mkdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { groupBy, describe as named, versionOf } from "../../src/model/index.ts"
import type { FieldProblem, Violation } from "../../src/model/verdict.ts"
import { violationsOf } from "../../src/schema/check-value.ts"
import { wholeObject } from "../../src/schema/custom-schemas.ts"
import { kubernetesSchemas } from "../../src/schema/kubernetes-schemas.ts"
import { withoutNulls } from "../../src/schema/without-nulls.ts"
import { formatFieldPath, type JsonObject, valueAt } from "../../src/yaml/json.ts"
import { repositories } from "./corpus.ts"
import { damagedCopies } from "./damaged.ts"
import { type JudgedObject, judgedObjects } from "./judged-corpus.ts"
import { DifferenceLog } from "./known.ts"
import { schemaLocation, writeSchema } from "./kubeconform-schemas.ts"
import { programs, runProgram, titled, whySkipped } from "./oracles.ts"
import { makeScratch, removeScratch } from "./workspace.ts"

/** What kubeconform says of one file (`-output json`). */
interface Outcome {
  readonly filename: string
  readonly status: "statusValid" | "statusInvalid" | "statusError" | "statusSkipped"
  readonly msg: string
}

const log = new DifferenceLog("kubeconform")
let judged = 0
let scratch = ""

describe.skipIf(whySkipped !== undefined)(titled("the objects of the corpus"), () => {
  beforeAll(() => {
    scratch = makeScratch()
  })
  afterAll(() => {
    removeScratch(scratch)
    process.stderr.write(`${log}: kinds, with ${judged} objects\n`)
  })

  it.each(repositories().map((repository) => [repository.name, repository] as const))(
    "have the structure that kubeconform asks for: %s",
    async (name, repository) => {
      const before = log.unexplained.length
      const objects = await judgedObjects(repository)
      const bySchemas = groupBy(
        objects,
        ({ target, definition }) => definition ?? target.kubernetes,
      )
      for (const [index, alike] of [...bySchemas.values()].entries())
        await compareObjects(name, join(scratch, name, String(index)), alike)
      expect(log.unexplained.slice(before)).toEqual([])
    },
    3_600_000,
  )

  it("meets every known difference", () => {
    expect(log.stale).toEqual([])
  })
})

/** Objects that are judged by the same files of schemas: those of one custom resource, or of Kubernetes itself. */
async function compareObjects(
  repository: string,
  folder: string,
  objects: readonly JudgedObject[],
): Promise<void> {
  const schemas = join(folder, "schemas")
  const known = objects.filter((object) => writeSchema(schemas, object))
  for (const [kind, alike] of groupBy(known, kindOf)) {
    const files = join(folder, kind.replaceAll(/\W/gu, "-"))
    mkdirSync(files, { recursive: true })
    const all = [...alike.map(asJudged), ...alike.slice(0, 1).flatMap(damaged)]
    judged += all.length
    for (const [index, { manifest }] of all.entries())
      writeFileSync(join(files, `${index}.json`), JSON.stringify(withoutNulls(manifest)))
    const outcomes = await runKubeconform(join(schemas, schemaLocation), files)
    log.add(
      `${repository}: ${kind}`,
      all.flatMap((object, index) => compareOne(object, outcomes.get(`${index}.json`))),
    )
  }
}

/** An object, and what our own look at its structure finds. */
interface OwnJudgement {
  readonly name: string
  readonly manifest: JsonObject
  readonly violations: readonly Violation[]
}

function asJudged({ resource, manifest, verdict }: JudgedObject): OwnJudgement {
  return { name: named(resource.id), manifest, violations: verdict.violations }
}

function damaged(object: JudgedObject): readonly OwnJudgement[] {
  const { resource, manifest } = object
  return damagedCopies(manifest).map((copy, index) => ({
    name: `${named(resource.id)} (damaged copy ${index})`,
    manifest: copy,
    violations: structureOf(copy, object),
  }))
}

function structureOf(
  manifest: JsonObject,
  { definition, resource, target }: JudgedObject,
): readonly Violation[] {
  if (definition) return violationsOf(manifest, wholeObject(definition.schema), () => undefined)
  const schemas = kubernetesSchemas(packageSchemas.kubernetes(), target.kubernetes)
  const schema = schemas?.schemaOf(resource.id, versionOf(resource.apiVersion))
  if (!schemas || !schema || schema === "unserved") return []
  return violationsOf(manifest, schema, schemas.resolve)
}

function kindOf({ resource }: JudgedObject): string {
  return `${resource.id.kind} ${resource.apiVersion}`
}

async function runKubeconform(
  location: string,
  files: string,
): Promise<ReadonlyMap<string, Outcome>> {
  const flags = ["-strict", "-verbose", "-output", "json", "-schema-location", location]
  const { stdout } = await runProgram(programs.kubeconform, [...flags, files])
  const { resources } = JSON.parse(stdout) as { readonly resources: readonly Outcome[] }
  return new Map(resources.map((outcome) => [basename(outcome.filename), outcome]))
}

/** What a JSON Schema cannot say, or says of names and metadata that these schemas leave open. */
const beyondStructure: ReadonlySet<FieldProblem["kind"]> = new Set(["name", "rule", "duplicate"])

/** To kubeconform any text is a quantity. */
function isTextForQuantity({ path, problem }: Violation, manifest: JsonObject): boolean {
  const isQuantity = problem.kind === "type" && problem.expected.includes("quantity")
  return isQuantity && typeof valueAt(manifest, path) === "string"
}

function refusedFields({ manifest, violations }: OwnJudgement): readonly string[] {
  return violations
    .filter((one) => !beyondStructure.has(one.problem.kind) && !isTextForQuantity(one, manifest))
    .map(({ path, problem }) => `${formatFieldPath(path)} ${problem.kind}`)
}

function compareOne(object: OwnJudgement, outcome: Outcome | undefined): readonly string[] {
  const { name } = object
  const ours = refusedFields(object)
  if (!outcome) return [`${name}: no answer`]
  const { status, msg } = outcome
  if (status === "statusError" || status === "statusSkipped") return [`${name}: ${status} ${msg}`]
  const isRefused = status === "statusInvalid"
  if (isRefused === ours.length > 0) return []
  return [
    isRefused
      ? `${name}: refused, but not by our schemas: ${msg}`
      : `${name}: accepted, but our schemas refuse ${ours.join(", ")}`,
  ]
}
