import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import { isObject, type JsonObject, stringAt, valueAt } from "../../src/yaml/json.ts"
import { canonicalText, identityOf } from "./canonical.ts"
import { fileTree, readText, repositories } from "./corpus.ts"
import { startEngine } from "./engine.ts"
import { atLeast } from "./extent.ts"
import { type Build, compareBuilds, engineBuild, fluxBuild, kustomizationAt } from "./flux-build.ts"
import { type ParsedOutput, Reference, readVectors, titled, whySkipped } from "./oracles.ts"
import { SeededRandom } from "./random.ts"
import { makeScratch, removeScratch } from "./workspace.ts"

type Variables = Readonly<Record<string, string>>
type TypingVector = readonly [string, string, string, JsonObject | string]
type EnvsubstVector = readonly [string, string, string]

let engine: Engine
let reference: Reference
let scratch: string
let serial = 0
let built = 0
let failed = 0

describe.skipIf(whySkipped !== undefined)(titled("substitution of variables"), () => {
  beforeAll(() => {
    engine = startEngine()
    reference = new Reference()
    scratch = makeScratch()
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    removeScratch(scratch)
    process.stderr.write(`substitution: ${built} builds compared, ${failed} of them failures\n`)
  })

  it("types values as Flux does, in all known cases", async () => {
    for (const [source, value, , expected] of readVectors<TypingVector[]>(
      "substitution-typing.json",
    )) {
      const { flux, lines } = await compare({ "object.yaml": head + source }, { V: value })
      expect(lines, source).toEqual([])
      if (flux.status === "failed")
        expect(`E: ${flux.message}`).toContain(lastPart(String(expected)))
      else expect(ownFields(flux.objects[0]), `${source} with ${value}`).toEqual(expected)
    }
  }, 300_000)

  it.each([false, true])(
    "reads expressions as Flux does, in all known cases; strict: %s",
    async (strict) => {
      const variables = { VAR: "value", EMPTY: "", path: "/home/bozo", N: "3" }
      for (const [text] of readVectors<EnvsubstVector[]>("envsubst.json")) {
        const source = `${head}spec:\n  text: ${JSON.stringify(`- ${text}`)}\n`
        const { lines } = await compare({ "object.yaml": source }, variables, strict)
        expect(lines, text).toEqual([])
      }
    },
    300_000,
  )

  it("gives what Flux gives, in every object of the corpus with an expression", async () => {
    const objects = await objectsWithExpressions()
    expect(objects.length).toBeGreaterThan(atLeast({ all: 1000, part: 1000, little: 100 }))
    const differences: string[] = []
    for (const [index, batch] of batchesOf(objects, 60).entries()) {
      const variables = generateVariables(batch, new SeededRandom(index))
      differences.push(...(await compareBatch(batch, variables)))
      const [forgotten] = Object.keys(variables)
      const incomplete = Object.entries(variables).filter(([name]) => name !== forgotten)
      const { lines } = await compare(filesOf(batch), Object.fromEntries(incomplete))
      differences.push(...lines)
    }
    expect(differences).toEqual([])
  }, 3_600_000)
})

const head = "apiVersion: example.org/v1\nkind: Example\nmetadata:\n  name: podinfo\n"

/** The fields of a vector's object that its source text wrote. */
function ownFields(object: JsonObject | undefined): JsonObject {
  const { apiVersion: _, kind: __, metadata: ___, ...rest } = object ?? {}
  return rest
}

function lastPart(message: string): string {
  return message.replace(/^E: (?:yaml: )?/, "")
}

async function compare(
  files: Readonly<Record<string, string>>,
  variables: Variables,
  strict = true,
): Promise<{ readonly flux: Build; readonly lines: readonly string[] }> {
  const root = join(scratch, `artifact-${serial++}`)
  await mkdir(root)
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
  const tree = fileTree(
    Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  )
  const kustomization = kustomizationAt("", { postBuild: { substitute: variables } })
  const question = { tree, root, kustomization, variables, strict }
  const [ours, flux] = await Promise.all([
    engineBuild(engine, question),
    fluxBuild(reference, question),
  ])
  built++
  if (flux.status === "failed") failed++
  return { flux, lines: compareBuilds(flux, ours) }
}

/** A failure hides the objects behind it, so a batch that fails is compared again in halves. */
async function compareBatch(
  batch: readonly JsonObject[],
  variables: Variables,
): Promise<readonly string[]> {
  const { flux, lines } = await compare(filesOf(batch), variables)
  if (lines.length > 0 || flux.status === "built" || batch.length === 1) return lines
  const middle = Math.ceil(batch.length / 2)
  return [
    ...(await compareBatch(batch.slice(0, middle), variables)),
    ...(await compareBatch(batch.slice(middle), variables)),
  ]
}

function filesOf(batch: readonly JsonObject[]): Readonly<Record<string, string>> {
  // JSON is YAML, and kustomize writes it anew before it substitutes.
  return Object.fromEntries(batch.map((object, index) => [`${index}.yaml`, JSON.stringify(object)]))
}

async function objectsWithExpressions(): Promise<readonly JsonObject[]> {
  const files = repositories().flatMap((repository) =>
    repository.files
      .filter((path) => /\.ya?ml$/.test(path) && readText(repository, path).includes("${"))
      .map((path) => join(repository.folder, path)),
  )
  const parsed = await Promise.all(
    files.map((file) => reference.ask<ParsedOutput>({ op: "parse", file })),
  )
  const found = new Map<string, JsonObject>()
  for (const { object } of parsed.flatMap(({ documents }) => documents)) {
    if (!isObject(object) || !isApplicable(object)) continue
    const text = canonicalText(object)
    if (text.includes("${")) found.set(text, object)
  }
  return [...found.values()]
}

function isApplicable(object: JsonObject): boolean {
  const isFile = stringAt(object, ["apiVersion"])?.startsWith("kustomize.config.k8s.io/") ?? true
  return (
    !isFile &&
    typeof object.kind === "string" &&
    valueAt(object, ["metadata", "name"]) !== undefined
  )
}

/** Batches in which no two objects have the same identity: kustomize refuses such. */
function batchesOf(
  objects: readonly JsonObject[],
  size: number,
): readonly (readonly JsonObject[])[] {
  const batches: { readonly identities: Set<string>; readonly objects: JsonObject[] }[] = []
  for (const object of objects) {
    const identity = identityOf(object)
    let batch = batches.find((one) => one.objects.length < size && !one.identities.has(identity))
    if (batch === undefined) {
      batch = { identities: new Set(), objects: [] }
      batches.push(batch)
    }
    batch.identities.add(identity)
    batch.objects.push(object)
  }
  return batches.map((batch) => batch.objects)
}

const plainWords = [
  "podinfo",
  "apps-1",
  "example.org",
  "10.0.0.1",
  "eu-west-1",
  "registry.example.org/app",
]
const typedWords = [
  "true",
  "8080",
  "1.10",
  "0123",
  "yes",
  "1e10",
  "2024-01-02",
  '"123"',
  "null",
  "[1,2]",
  "a b",
]

/** A value for each variable that the objects name: mostly plain words, now and then one that YAML gives a type. */
function generateVariables(batch: readonly JsonObject[], random: SeededRandom): Variables {
  const names = new Set(
    batch.flatMap((object) =>
      [...JSON.stringify(object).matchAll(/\$\{#?([A-Za-z_]\w*)/g)].map(([, name]) => name ?? ""),
    ),
  )
  return Object.fromEntries(
    [...names].map((name) => [name, random.pick(random.chance(15) ? typedWords : plainWords)]),
  )
}
