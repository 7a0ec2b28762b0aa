import { clampInside, isInside } from "../load/folders.ts"
import type {
  KustomizationBuild,
  Resource,
  SourceContent,
  SubstitutionProblem,
} from "../model/index.ts"
import { stringAt } from "../yaml/index.ts"
import type { BuildWorld } from "./build-world.ts"
import { serverOf } from "./build-world.ts"
import { builtResources, type MadeFrom } from "./built-resources.ts"
import type { EngineLimit, KustomizeResult } from "./engine.ts"
import { type BuildFiles, withoutBroken, withoutRemote } from "./leave-out.ts"
import { type FoundContent, isUnknown, repositoryFiles } from "./source-content.ts"
import { sourceIdOf } from "./source-id.ts"
import type { SourceTree } from "./source-tree.ts"
import { standIn } from "./stand-in.ts"
import { substitutionProblems } from "./substitution-problems.ts"
import { substitutionVariables, type Variables } from "./substitution-variables.ts"
import type { BuildTrace } from "./trace.ts"

/** Builds what one Flux Kustomization applies. Never throws for a bad repository. */
export async function buildKustomization(
  world: BuildWorld,
  kustomization: Resource,
): Promise<KustomizationBuild> {
  const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")
  const variables = substitutionVariables(kustomization, (id) => world.lookup(id), world.substitute)
  const sourceId = sourceIdOf(kustomization, ["spec", "sourceRef"])
  const found = sourceId ? world.contentOf(sourceId) : ({ content: { status: "missing" } } as const)
  const content = withFolder(found, path)
  const base = baseOf(kustomization, path, content, variables)
  if (!found.tree) return { ...base, status: "skipped", reason: skipReason(found.content) }
  if (isUnknown(found.tree, path) && path !== "") {
    return {
      ...base,
      status: "skipped",
      reason: "its path lies in an included repository that is not in this checkout",
    }
  }
  const folder = content.status === "here" ? content.folder : undefined
  const files = folder === undefined ? undefined : filesOf(world, found.tree, joined(folder, path))
  const local = files ? withoutRemote(files) : { tree: found.tree, left: [], mayHold: () => false }
  const run: Run = { world, kustomization, tree: local.tree, variables, base }
  const build = await runBuild(run)
  const salvaged = files ? await salvage(run, build, { ...files, tree: local.tree }) : build
  return local.left.length === 0 ? salvaged : partial(salvaged, local.left)
}

/** Where a composed artifact's files keep the layout of the checked root, its paths can be read as paths of that. */
function withFolder({ content, tree }: FoundContent, path: string): SourceContent {
  if (content.status !== "here" || content.folder !== undefined || !tree) return content
  const inside = [...tree.tree.files.keys()].find((file) => isInside(file, path))
  const place = inside === undefined ? undefined : tree.repositoryPath(inside)
  if (inside === undefined || place === undefined) return content
  if (place !== inside && !place.endsWith(`/${inside}`)) return content
  return {
    ...content,
    folder: place.slice(0, -inside.length).replace(/\/$/u, ""),
    files: repositoryFiles(tree),
  }
}

function joined(folder: string, path: string): string {
  return [folder, path].filter((part) => part !== "").join("/")
}

function filesOf(
  { kustomizationFiles, fileAt, digest }: BuildWorld,
  tree: SourceTree,
  folder: string,
): BuildFiles {
  return { tree, folder, kustomizationFiles, fileAt, digest }
}

/** Flux applies nothing of a build that fails; what its readable files define is still wanted for all other checks. */
async function salvage(
  run: Run,
  build: KustomizationBuild,
  files: BuildFiles,
): Promise<KustomizationBuild> {
  const { failure } = build
  if (build.status !== "failed" || (failure?.step !== "build" && failure?.step !== "generate"))
    return build
  const reduced = withoutBroken(files)
  if (reduced.left.length === 0) return build
  const rest = await runBuild({ ...run, tree: reduced.tree })
  return rest.status === "built"
    ? { ...rest, status: "failed", failure, leftOut: reduced.left, mayHold: reduced.mayHold }
    : build
}

/** What is missing from a build may also be why it fails: then nothing is said of it. */
function partial(build: KustomizationBuild, remote: readonly string[]): KustomizationBuild {
  const reason = `what lies outside this checkout is not fetched: ${remote.join(", ")}`
  if (build.status !== "failed" || build.failure?.step === "substitute" || build.leftOut)
    return { ...build, reason }
  const { failure: _, ...rest } = build
  return { ...rest, status: "skipped", reason }
}

function baseOf(
  kustomization: Resource,
  path: string,
  content: SourceContent,
  variables: Variables | undefined,
): Base {
  return {
    kustomization,
    content,
    path,
    objects: [],
    files: [],
    substitution: [],
    variables: variables?.values,
    variablesIncomplete: variables?.incomplete ?? false,
  }
}

function skipReason(content: SourceContent): string {
  return content.status === "elsewhere"
    ? content.reason
    : "its source is not defined in this repository"
}

type Base = Omit<KustomizationBuild, "status">

interface Run {
  readonly world: BuildWorld
  readonly kustomization: Resource
  readonly tree: SourceTree
  readonly variables: Variables | undefined
  readonly base: Base
}

async function runBuild(run: Run): Promise<KustomizationBuild> {
  const values = valuesOf(run.variables)
  if (run.variables?.incomplete) return buildWithStandIns(run)
  const result = await callEngine(run, values, true)
  if (result.status === "failed" && result.step === "substitute")
    return buildWithStandIns(run, result.message)
  return finish(run, result, [])
}

function callEngine(
  { world, kustomization, tree }: Run,
  variables: Readonly<Record<string, string>> | null,
  strict: boolean,
): Promise<KustomizeResult | EngineLimit> {
  return world.engine.call("kustomize", {
    tree: tree.tree,
    kustomization: kustomization.manifest,
    variables,
    strict,
  })
}

/**
 * A build whose variables cannot all be substituted: built once as it is, to find every expression that is in the way,
 * and once more with stand-ins, so that what follows from the build is still known.
 */
async function buildWithStandIns(run: Run, message?: string): Promise<KustomizationBuild> {
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
function strictIn({ world }: Run): boolean {
  const { options, target } = world
  const minor = Number(target.flux.split(".")[1])
  return options.strictSubstitute ?? (target.flux.startsWith("2.") && minor >= 9)
}

function valuesOf(variables: Variables | undefined): Readonly<Record<string, string>> | null {
  if (!variables) return null
  return Object.fromEntries([...variables.values].map(([name, { value }]) => [name, value]))
}

function finish(
  run: Run,
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
  run: Run,
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
  return builtResources(result.objects ?? [], made)
}
