import { mkdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { groupBy, describe as named, versionOf } from "../../src/model/index.ts"
import type { FieldProblem, Violation } from "../../src/model/verdict.ts"
import { violationsOf } from "../../src/schema/check-value.ts"
import { wholeObject } from "../../src/schema/custom-schemas.ts"
import { kubernetesSchemas } from "../../src/schema/kubernetes-schemas.ts"
import { withoutNulls } from "../../src/schema/without-nulls.ts"
import { formatFieldPath, type JsonObject, valueAt } from "../../src/yaml/json.ts"
import { damagedCopies } from "./damaged.ts"
import type { JudgedObject } from "./judged-corpus.ts"
import type { DifferenceLog } from "./known.ts"
import { schemaLocation, writeSchema } from "./kubeconform-schemas.ts"
import { programs, runProgram } from "./oracles.ts"

/** What kubeconform says of one file (`-output json`). */
interface Outcome {
  readonly filename: string
  readonly status: "statusValid" | "statusInvalid" | "statusError" | "statusSkipped"
  readonly msg: string
}

/** Compares what kubeconform says of the objects of a repository, and of damaged copies; how many objects that were. */
export async function compareWithKubeconform(
  repository: string,
  objects: readonly JudgedObject[],
  { log, scratch }: { readonly log: DifferenceLog; readonly scratch: string },
): Promise<number> {
  const bySchemas = groupBy(objects, ({ target, definition }) => definition ?? target.kubernetes)
  let compared = 0
  for (const [index, alike] of [...bySchemas.values()].entries())
    compared += await compareObjects(
      repository,
      { log, folder: join(scratch, String(index)) },
      alike,
    )
  return compared
}

/** Objects that are judged by the same files of schemas: those of one custom resource, or of Kubernetes itself. */
async function compareObjects(
  repository: string,
  { log, folder }: { readonly log: DifferenceLog; readonly folder: string },
  objects: readonly JudgedObject[],
): Promise<number> {
  let compared = 0
  const schemas = join(folder, "schemas")
  const known = objects.filter((object) => writeSchema(schemas, object))
  for (const [kind, alike] of groupBy(known, kindOf)) {
    const files = join(folder, kind.replaceAll(/\W/gu, "-"))
    mkdirSync(files, { recursive: true })
    const all = [...alike.map(asJudged), ...alike.slice(0, 1).flatMap(damaged)]
    compared += all.length
    for (const [index, { manifest }] of all.entries())
      writeFileSync(join(files, `${index}.json`), JSON.stringify(withoutNulls(manifest)))
    const outcomes = await runKubeconform(join(schemas, schemaLocation), files)
    log.add(
      `${repository}: ${kind}`,
      all.flatMap((object, index) => compareOne(object, outcomes.get(`${index}.json`))),
    )
  }
  return compared
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
