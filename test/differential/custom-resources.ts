import type { Engine, Refusal } from "../../src/build/engine.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { groupBy, describe as named } from "../../src/model/index.ts"
import type { Violation } from "../../src/model/verdict.ts"
import { violationsOf } from "../../src/schema/check-value.ts"
import type { CrdVersion } from "../../src/schema/crd-versions.ts"
import { wholeObject } from "../../src/schema/custom-schemas.ts"
import { customSchema } from "../../src/schema/judge-by-server.ts"
import type { FieldPath, JsonObject } from "../../src/yaml/json.ts"
import { askApiServer, type Judgement, plainPath } from "./api-server.ts"
import { canonicalText } from "./canonical.ts"
import { damagedCopies } from "./damaged.ts"
import type { JudgedObject } from "./judged-corpus.ts"
import type { DifferenceLog } from "./known.ts"
import type { Reference } from "./oracles.ts"

/** Who judges custom resources: the engine, and the API server's own registry. */
export interface Judges {
  readonly engine: Engine
  readonly reference: Reference
  readonly log: DifferenceLog
}

/** Compares what the two say of the custom resources of a repository, and of damaged copies; how many objects that were. */
export async function compareCustomResources(
  repository: string,
  objects: readonly JudgedObject[],
  judges: Judges,
): Promise<number> {
  const custom = objects.flatMap((object) => {
    const { definition } = object
    return definition ? [{ ...object, definition }] : []
  })
  let compared = 0
  for (const alike of groupBy(custom, ({ definition }) => definition).values()) {
    const all = [...alike.map(asJudged), ...alike.slice(0, 3).flatMap(damaged)]
    await compareKind(repository, all, judges)
    compared += all.length
  }
  return compared
}

/** A custom resource, and whether our own look at its structure finds no fault. */
interface CustomObject {
  readonly name: string
  readonly definition: CrdVersion
  readonly manifest: JsonObject
  readonly isSound: boolean
}

type Defined = JudgedObject & { readonly definition: CrdVersion }

function asJudged({ resource, definition, manifest, verdict }: Defined): CustomObject {
  const { violations } = verdict
  return { name: named(resource.id), definition, manifest, isSound: isSound(violations) }
}

function damaged({ resource, definition, manifest }: Defined): readonly CustomObject[] {
  const schema = wholeObject(definition.schema)
  return damagedCopies(manifest).map((copy, index) => ({
    name: `${named(resource.id)} (damaged copy ${index})`,
    definition,
    manifest: copy,
    isSound: isSound(violationsOf(copy, schema, () => undefined)),
  }))
}

/** Of names and metadata the definition says nothing; rules and keys of lists are the engine's. */
function isSound(violations: readonly Violation[]): boolean {
  return !violations.some(({ path, problem }) => {
    const { kind } = problem
    return kind !== "name" && kind !== "rule" && kind !== "duplicate" && path[0] !== "metadata"
  })
}

async function compareKind(
  repository: string,
  objects: readonly CustomObject[],
  { engine, reference, log }: Judges,
): Promise<void> {
  const [first] = objects
  if (!first) return
  const { schema, group, version, kind } = first.definition
  const texts = objects.map(({ manifest }) => manifest)
  const ours = await engine.call("validate", {
    // The API server is given all of the definition.
    schema: customSchema(schema, texts, sha256),
    objects: texts,
    defaults: true,
  })
  const theirs = await askApiServer(reference, first.definition, texts)
  const subject = `${repository}: ${kind} ${group}/${version}`
  if (theirs.status === "failed" || ours.status !== "judged") {
    log.add(subject, [`${JSON.stringify(theirs).slice(0, 300)} expected, but ${ours.status}`])
    return
  }
  const judgements = objects.map((object, index): OurJudgement => {
    const verdict = ours.verdicts[index]
    return { object, refusals: verdict?.violations ?? [], stored: verdict?.defaulted ?? {} }
  })
  log.add(
    subject,
    judgements.flatMap((one, index) => compareObject(one, theirs.judgements[index])),
  )
}

interface OurJudgement {
  readonly object: CustomObject
  readonly refusals: readonly Refusal[]
  readonly stored: JsonObject
}

function compareObject(ours: OurJudgement, theirs: Judgement | undefined): readonly string[] {
  const { name, isSound } = ours.object
  if (!theirs) return [`${name}: no answer`]
  const expected = [
    ...(theirs.unknown ?? []).map((field) => `FieldValueUnknown ${plainPath(field)}: `),
    ...(theirs.errors ?? [])
      // The definition says nothing of metadata, and what keeps rules from running is no error of its own.
      .filter(({ field, detail }) => !field.startsWith("metadata") && !isNotice(detail))
      .map(({ type, field, detail }) => `${type} ${plainPath(field)}: ${detail}`),
  ].sort()
  const actual = ours.refusals.map(ourLine).sort()
  const structural = new Set(
    ours.refusals.filter(({ stage }) => stage === "unknown" || stage === "structure").map(ourLine),
  )
  // The same line may stand on their side alone: then the comparison above fails.
  const isRefused = expected.some((line) => structural.has(line))
  return [
    ...(expected.join("\n") === actual.join("\n")
      ? []
      : [`${name}: ${JSON.stringify(expected)} expected, but ${JSON.stringify(actual)}`]),
    ...(canonicalText([theirs.stored]) === canonicalText([ours.stored])
      ? []
      : [`${name}: other defaults`]),
    ...(isRefused === isSound
      ? [
          `${name}: ${isRefused ? "refused" : "accepted"}, but not by our schemas: ${expected[0] ?? ""}`,
        ]
      : []),
  ]
}

function isNotice(detail: string): boolean {
  return detail.startsWith("some validation rules were not checked")
}

function ourLine({ type, path, message }: Refusal): string {
  return `${type} ${plainPath(pathText(path))}: ${message}`
}

function pathText(path: FieldPath): string {
  return path.join(".")
}
