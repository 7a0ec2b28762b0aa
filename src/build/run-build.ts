import type { KustomizationBuild, Resource, SubstitutionProblem } from "../model/index.ts"
import type { JsonObject } from "../yaml/index.ts"
import { type BuildWorld, serverOf } from "./build-world.ts"
import { builtResources, type MadeFrom } from "./built-resources.ts"
import type { EngineLimit, KustomizeResult } from "./engine.ts"
import type { SourceTree } from "./source-tree.ts"
import { standIn } from "./stand-in.ts"
import { substitutionProblems } from "./substitution-problems.ts"
import type { Variables } from "./substitution-variables.ts"
import type { BuildTrace } from "./trace.ts"

/** What is known of a build before the engine has run. */
export type BuildBase = Omit<KustomizationBuild, "status">

/** One call of the engine for a Flux Kustomization, or a few. */
export interface BuildRun {
  readonly world: BuildWorld
  readonly kustomization: Resource
  /** The manifest that is built: `kustomization`'s own, or one that lacks some of `spec.components`. */
  readonly manifest: JsonObject
  readonly tree: SourceTree
  readonly variables: Variables | undefined
  readonly base: BuildBase
}

/** Builds a tree with the engine; where variables are unknown, with stand-ins. */
export async function runBuild(run: BuildRun): Promise<KustomizationBuild> {
  const values = valuesOf(run.variables)
  if (run.variables?.incomplete) return buildWithStandIns(run)
  const result = await callEngine(run, values, true)
  if (result.status === "failed" && result.step === "substitute")
    return buildWithStandIns(run, result.message)
  return finish(run, result, [])
}

function callEngine(
  { world, manifest, tree }: BuildRun,
  variables: Readonly<Record<string, string>> | null,
  strict: boolean,
): Promise<KustomizeResult | EngineLimit> {
  return world.engine.call("kustomize", {
    tree: tree.tree,
    kustomization: manifest,
    variables,
    strict,
  })
}

/**
 * A build whose variables cannot all be substituted: built once as it is, to find every expression that is in the way,
 * and once more with stand-ins, so that what follows from the build is still known.
 */
async function buildWithStandIns(run: BuildRun, message?: string): Promise<KustomizationBuild> {
  const raw = await callEngine(run, null, false)
  if (raw.status !== "built") return finish(run, raw, [])
  const objects = resourcesOf(run, raw)
  const found = substitutionProblems(objects, run.variables?.values ?? new Map())
  const names = found.flatMap(({ variable }) => (variable === undefined ? [] : [variable]))
  const problems = message === undefined ? found.filter(({ kind }) => kind === "syntax") : found
  const values = {
    ...Object.fromEntries(names.map((name) => [name, standIn(name)])),
    ...valuesOf(run.variables),
  }
  const result = await callEngine(run, values, false)
  const finished = finish(run, result.status === "built" ? result : raw, problems)
  if (message === undefined || (result.status === "built" && !strictIn(run))) return finished
  return { ...finished, status: "failed", failure: { step: "substitute", message } }
}

/** `StrictPostBuildSubstitutions` is on since Flux 2.9 (`flux-semantics.md` 5.5). */
function strictIn({ world }: BuildRun): boolean {
  const { options, target } = world
  const minor = Number(target.flux.split(".")[1])
  return options.strictSubstitute ?? (target.flux.startsWith("2.") && minor >= 9)
}

function valuesOf(variables: Variables | undefined): Readonly<Record<string, string>> | null {
  if (!variables) return null
  return Object.fromEntries([...variables.values].map(([name, { value }]) => [name, value]))
}

function finish(
  run: BuildRun,
  result: KustomizeResult | EngineLimit,
  substitution: readonly SubstitutionProblem[],
): KustomizationBuild {
  if (result.status === "limit") {
    return { ...run.base, status: "failed", failure: { step: "limit", message: result.message } }
  }
  const files = result.inputs.flatMap((path) => run.tree.repositoryPath(path) ?? [])
  if (result.status === "failed") {
    return {
      ...run.base,
      status: "failed",
      files,
      failure: { step: result.step, message: result.message },
      substitution,
    }
  }
  return { ...run.base, status: "built", files, objects: resourcesOf(run, result), substitution }
}

function resourcesOf(
  run: BuildRun,
  result: KustomizeResult & { readonly status: "built" },
): readonly Resource[] {
  const { world, kustomization, tree } = run
  const read = new Set(result.inputs.map((path) => tree.repositoryPath(path)))
  const trace: BuildTrace = {
    kustomization,
    kustomizationFiles: world.kustomizationFiles.filter(({ path }) => read.has(path)),
    fileAt: world.fileAt,
    variableAt: (name) => run.variables?.values.get(name)?.at,
  }
  const made: MadeFrom = {
    written: world.written,
    tree,
    trace,
    owner: kustomization,
    server: serverOf(kustomization),
    mayBeUncertain: run.variables !== undefined || kustomization.uncertain,
  }
  return builtResources(result.objects, made)
}
