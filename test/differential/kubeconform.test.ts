import { mkdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { groupBy, describe as named } from "../../src/model/index.ts"
import type { FieldProblem } from "../../src/model/verdict.ts"
import { withoutNulls } from "../../src/schema/without-nulls.ts"
import { formatFieldPath } from "../../src/yaml/json.ts"
import { repositories } from "./corpus.ts"
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
  judged += known.length
  for (const [kind, alike] of groupBy(known, kindOf)) {
    const files = join(folder, kind.replaceAll(/\W/gu, "-"))
    mkdirSync(files, { recursive: true })
    for (const [index, { manifest }] of alike.entries())
      writeFileSync(join(files, `${index}.json`), JSON.stringify(withoutNulls(manifest)))
    const outcomes = await runKubeconform(join(schemas, schemaLocation), files)
    log.add(
      `${repository}: ${kind}`,
      alike.flatMap((object, index) => compareOne(object, outcomes.get(`${index}.json`))),
    )
  }
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

function refusedFields({ verdict }: JudgedObject): readonly string[] {
  return verdict.violations
    .filter(({ problem }) => !beyondStructure.has(problem.kind))
    .map(({ path, problem }) => `${formatFieldPath(path)} ${problem.kind}`)
}

function compareOne(object: JudgedObject, outcome: Outcome | undefined): readonly string[] {
  const name = named(object.resource.id)
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
