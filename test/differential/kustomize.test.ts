import { existsSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import { isObject, type JsonObject, stringAt, valueAt } from "../../src/yaml/json.ts"
import { compareObjects, plain } from "./compare.ts"
import { documentsOf, kustomizationFiles, type Repository, repositories, treeOf } from "./corpus.ts"
import { startEngine } from "./engine.ts"
import { atLeast, isCompared } from "./extent.ts"
import {
  type Build,
  type BuildQuestion,
  compareBuilds,
  engineBuild,
  fluxBuild,
  kustomizationAt,
} from "./flux-build.ts"
import { DifferenceLog } from "./known.ts"
import {
  inLanes,
  type ParsedOutput,
  programs,
  Reference,
  runProgram,
  titled,
  whySkipped,
} from "./oracles.ts"
import { RemoteBases } from "./remote-bases.ts"
import { copyOf, makeScratch, removeScratch } from "./workspace.ts"

let engine: Engine
let reference: Reference
let scratch: string
const againstFlux = new DifferenceLog("flux")
const againstKustomize = new DifferenceLog("kustomize")
const withRemoteBases: string[] = []

describe.skipIf(whySkipped !== undefined)(titled("a build of the corpus"), () => {
  beforeAll(() => {
    engine = startEngine()
    reference = new Reference()
    scratch = makeScratch()
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    removeScratch(scratch)
    process.stderr.write(
      `${againstFlux}\n${againstKustomize}\n${withRemoteBases.length} left out: remote base\n`,
    )
  })

  it.each(repositories())(
    "gives what Flux and kustomize give: $name",
    async (repository) => {
      const before = againstFlux.unexplained.length + againstKustomize.unexplained.length
      await compareRepository(repository)
      const found = [...againstFlux.unexplained, ...againstKustomize.unexplained]
      expect(found.slice(before)).toEqual([])
    },
    3_600_000,
  )

  it("meets every known difference", () => {
    expect(againstFlux.stale).toEqual([])
    expect(againstKustomize.stale).toEqual([])
  })

  it("leaves out only builds that reach for the network", () => {
    expect(againstFlux.compared).toBeGreaterThan(atLeast({ all: 1600, part: 1000, little: 400 }))
    expect(withRemoteBases.length).toBeLessThan(150)
  })
})

async function compareRepository(repository: Repository): Promise<void> {
  const tree = treeOf(repository)
  const root = copyOf(repository, scratch)
  const remoteBases = new RemoteBases(repository)
  const chosen = kustomizationFiles(repository).filter(({ file }) => isCompared(repository, file))
  await inLanes(chosen, 2, async ({ directory }) => {
    const subject = `${repository.name}/${directory}`
    if (remoteBases.of(directory) !== undefined) {
      withRemoteBases.push(subject)
      return
    }
    const kustomization = kustomizationAt(directory)
    const built = await compareWithFlux(subject, {
      tree,
      root,
      kustomization,
      variables: null,
      strict: true,
    })
    const program = await kustomizeBuild(join(repository.folder, directory))
    againstKustomize.add(subject, compareWithProgram(program, built))
  })
  const kustomizations = await fluxKustomizations(repository, remoteBases)
  await inLanes(kustomizations, 2, async ({ subject, kustomization }) => {
    const variables = variablesOf(kustomization)
    await compareWithFlux(subject, { tree, root, kustomization, variables, strict: false })
  })
}

async function compareWithFlux(subject: string, question: BuildQuestion): Promise<Build> {
  const [built, flux] = await Promise.all([
    engineBuild(engine, question),
    fluxBuild(reference, question),
  ])
  againstFlux.add(subject, compareBuilds(flux, built))
  return built
}

// Only the program writes the messages of a failure with absolute paths and warnings around them.
function compareWithProgram(expected: Build, actual: Build): readonly string[] {
  if (expected.status === "failed" && actual.status === "failed") return []
  if (expected.status === "failed" || actual.status === "failed")
    return compareBuilds(expected, actual)
  return compareObjects(plain(expected.objects), plain(actual.objects), { order: "objects" })
}

let serial = 0

async function kustomizeBuild(folder: string): Promise<Build> {
  const output = await runProgram(programs.kustomize, [
    ...["build", "--load-restrictor", "LoadRestrictionsNone", "--reorder", "none", folder],
  ])
  if (output.status !== 0) return { status: "failed", message: output.stderr.trim() }
  const file = join(scratch, `kustomize-${serial++}.yaml`)
  await writeFile(file, output.stdout)
  const { documents } = await reference.ask<ParsedOutput>({ op: "parse", file })
  return {
    status: "built",
    objects: documents.flatMap(({ object }) => (isObject(object) ? [object] : [])),
  }
}

interface FluxKustomization {
  readonly subject: string
  readonly kustomization: JsonObject
}

/** The repository's own Flux Kustomizations whose path lies in it, once for each different spec. */
async function fluxKustomizations(
  repository: Repository,
  remoteBases: RemoteBases,
): Promise<readonly FluxKustomization[]> {
  const found = new Map<string, FluxKustomization>()
  for (const { file, object } of await documentsOf(repository, "Kustomization", reference)) {
    if (!isCompared(repository, file)) continue
    const path = stringAt(object, ["spec", "path"])
    if (!stringAt(object, ["apiVersion"])?.startsWith("kustomize.toolkit.fluxcd.io/")) continue
    if (path === undefined || !existsSync(join(repository.folder, path))) continue
    const directory = join(path).replace(/^\.\/|^\/|\/$/g, "")
    if (remoteBases.of(directory === "." ? "" : directory) !== undefined) continue
    const kustomization = withoutReferences(object)
    const { interval: _, ...rest } = kustomization.spec as JsonObject
    const key = JSON.stringify(rest)
    const subject = `${repository.name}/${file}#${stringAt(object, ["metadata", "name"])}`
    if (!found.has(key)) found.set(key, { subject, kustomization })
  }
  return [...found.values()]
}

/** Without `substituteFrom`: the ConfigMaps and Secrets that it names are not all in the repository. */
function withoutReferences(kustomization: JsonObject): JsonObject {
  const spec = kustomization.spec
  const postBuild = valueAt(spec, ["postBuild"])
  if (!isObject(spec) || !isObject(postBuild)) return kustomization
  const { substituteFrom: _, ...rest } = postBuild
  return { ...kustomization, spec: { ...spec, postBuild: rest } }
}

function variablesOf(kustomization: JsonObject): Readonly<Record<string, string>> | null {
  const postBuild = valueAt(kustomization, ["spec", "postBuild"])
  if (!isObject(postBuild)) return null
  const substitute = valueAt(postBuild, ["substitute"])
  return isObject(substitute) ? (substitute as Readonly<Record<string, string>>) : {}
}
