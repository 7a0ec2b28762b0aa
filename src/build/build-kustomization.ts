import { clampInside, isInside } from "../load/folders.ts"
import type { KustomizationBuild, Resource, SourceContent } from "../model/index.ts"
import { isObject, type JsonObject, listAt, stringAt } from "../yaml/index.ts"
import { type BuildFiles, buildFiles } from "./build-files.ts"
import type { BuildWorld } from "./build-world.ts"
import { withoutBroken, withoutRemote } from "./leave-out.ts"
import { type BuildBase, type BuildRun, runBuild } from "./run-build.ts"
import { type FoundContent, repositoryFiles } from "./source-content.ts"
import { sourceIdOf } from "./source-id.ts"
import { isUnknown } from "./source-tree.ts"
import { substitutionVariables, type Variables } from "./substitution-variables.ts"

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
  const files =
    folder === undefined
      ? undefined
      : buildFiles(world, kustomization, { tree: found.tree, folder: joined(folder, path) })
  const local = files ? withoutRemote(files) : { tree: found.tree, left: [] }
  const { manifest } = kustomization
  const run: BuildRun = { world, kustomization, manifest, tree: local.tree, variables, base }
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

/** Flux applies nothing of a build that fails; what its readable files define is still wanted for all other checks. */
async function salvage(
  run: BuildRun,
  build: KustomizationBuild,
  files: BuildFiles,
): Promise<KustomizationBuild> {
  const { failure } = build
  if (build.status !== "failed" || (failure?.step !== "build" && failure?.step !== "generate"))
    return build
  const reduced = withoutBroken(files)
  if (reduced.left.length === 0) return build
  const manifest = withoutComponents(run.manifest, reduced.components)
  const rest = await runBuild({ ...run, manifest, tree: reduced.tree })
  return rest.status === "built"
    ? { ...rest, status: "failed", failure, leftOut: reduced.left, mayHold: reduced.mayHold }
    : build
}

function withoutComponents(manifest: JsonObject, left: ReadonlySet<number>): JsonObject {
  const { spec } = manifest
  if (left.size === 0 || !isObject(spec)) return manifest
  const kept = listAt(spec, ["components"]).filter((_, index) => !left.has(index))
  return { ...manifest, spec: { ...spec, components: kept } }
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
): BuildBase {
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
