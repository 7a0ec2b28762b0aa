import type { CustomSchema, Engine, EngineLimit, ValidateResult } from "../build/engine.ts"
import type { Resource } from "../model/index.ts"
import type { Violation } from "../model/verdict.ts"
import type { JsonObject } from "../yaml/json.ts"
import { mildest } from "./judge-object.ts"
import { narrowSchema } from "./narrow-schema.ts"
import { refusalViolations } from "./refusal-violations.ts"
import type { Schema } from "./schema.ts"

/** An object that an API server would do more to than compare it with a JSON Schema. */
export interface ServerSubject {
  readonly resource: Resource
  /** The definitions of its kind: more than one where it is defined twice. */
  readonly structural: readonly JsonObject[]
}

export interface ServerSources {
  readonly engine: Engine
  digest(content: string): string
}

/** What the API server's own code says. */
export interface ServerJudgements {
  readonly violations: ReadonlyMap<Resource, readonly Violation[]>
  readonly unjudged: readonly Unjudged[]
}

/** What was not judged of the objects of one kind. */
export interface Unjudged {
  readonly resources: readonly Resource[]
  readonly cause:
    | { readonly kind: "transition"; readonly rules: number }
    | { readonly kind: "compile"; readonly message: string }
    | { readonly kind: "failed" | "limit"; readonly message: string }
}

/** So many objects go to the engine in one call: the call's time limit is for all of them. */
const batchSize = 64

/** Lets the engine judge objects; those that are alike, in several clusters, once. */
export async function judgeByServer(
  subjects: readonly ServerSubject[],
  { engine, digest }: ServerSources,
): Promise<ServerJudgements> {
  const judgements = new Map<Resource, (readonly Violation[])[]>()
  const unjudged: Unjudged[] = []
  const work = batchesOf(subjects, digest).map(async (batch) => {
    const objects = batch.alike.map(({ manifest }) => manifest)
    const result = await engine.call("validate", { schema: batch.schema, objects })
    return { batch, result }
  })
  for (const { batch, result } of await Promise.all(work)) {
    for (const [resource, violations] of violationsIn(batch, result))
      judgements.set(resource, [...(judgements.get(resource) ?? []), violations])
    unjudged.push(...unjudgedIn(batch, result))
  }
  const violations = new Map(
    [...judgements].map(([resource, several]) => [resource, mildest(several)] as const),
  )
  return { violations, unjudged }
}

/** Objects that say the same. */
interface Alike {
  readonly manifest: JsonObject
  readonly resources: readonly Resource[]
}

interface Batch {
  readonly schema: CustomSchema
  readonly alike: readonly Alike[]
}

function batchesOf(
  subjects: readonly ServerSubject[],
  digest: ServerSources["digest"],
): readonly Batch[] {
  const digests = new Map<JsonObject, string>()
  const groups = new Map<string, { definition: JsonObject; alike: Map<string, Resource[]> }>()
  for (const { resource, structural } of subjects) {
    const { status: _, ...manifest } = resource.manifest
    const text = JSON.stringify(manifest)
    for (const definition of structural) {
      const key = digests.get(definition) ?? digest(JSON.stringify(definition))
      digests.set(definition, key)
      const group = groups.get(key) ?? { definition, alike: new Map() }
      groups.set(key, group)
      group.alike.set(text, [...(group.alike.get(text) ?? []), resource])
    }
  }
  return [...groups.values()].flatMap(({ definition, alike }) => {
    const all = [...alike.values()].flatMap(alikeOf)
    const objects = all.map(({ manifest }) => manifest)
    const schema = customSchema(definition, objects, digest)
    return inPieces(all, batchSize).map((piece) => ({ schema, alike: piece }))
  })
}

/** A definition for the engine, as far as it speaks of `objects`. */
export function customSchema(
  definition: JsonObject,
  objects: readonly JsonObject[],
  digest: ServerSources["digest"],
): CustomSchema {
  // The API server accepts structural schemas alone.
  const schema = narrowSchema(definition as unknown as Schema, objects) as unknown as JsonObject
  return { digest: digest(JSON.stringify(schema)), schema }
}

/** An API server ignores what is written into `status`. */
function alikeOf(resources: readonly Resource[]): readonly Alike[] {
  const [first] = resources
  if (!first) return []
  const { status: _, ...manifest } = first.manifest
  return [{ manifest, resources }]
}

function inPieces<Element>(list: readonly Element[], size: number): readonly Element[][] {
  const count = Math.ceil(list.length / size)
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size))
}

function* violationsIn(
  { alike }: Batch,
  result: ValidateResult | EngineLimit,
): Iterable<readonly [Resource, readonly Violation[]]> {
  for (const [index, { manifest, resources }] of alike.entries()) {
    const refusals = result.status === "judged" ? result.verdicts[index]?.violations : undefined
    const violations = refusals ? refusalViolations(refusals, manifest) : []
    for (const resource of resources) yield [resource, violations]
  }
}

function unjudgedIn({ alike }: Batch, result: ValidateResult | EngineLimit): readonly Unjudged[] {
  const resources = alike.flatMap((one) => one.resources)
  if (result.status !== "judged")
    return [{ resources, cause: { kind: result.status, message: result.message } }]
  const broken = result.verdicts.flatMap(({ violations }) =>
    violations.filter(({ stage }) => stage === "compile").map(({ message }) => message),
  )
  return [
    ...(result.transitionRules === 0
      ? []
      : [{ resources, cause: { kind: "transition" as const, rules: result.transitionRules } }]),
    ...[...new Set(broken)].map((message) => ({
      resources,
      cause: { kind: "compile" as const, message },
    })),
  ]
}
