import type { LoadedFile } from "../load/files.ts"
import { clampInside, isInside } from "../load/folders.ts"
import {
  describe,
  isKind,
  kinds,
  type Resource,
  type ResourceId,
  type SourceContent,
} from "../model/index.ts"
import { listAt, stringAt } from "../yaml/index.ts"
import { generateArtifact } from "./artifact-generator.ts"
import type { FetchedSource } from "./fetched-source.ts"
import { isThisRepository, type OwnRepository } from "./own-repository.ts"
import {
  composedTree,
  type Digest,
  type FolderSource,
  folderTree,
  type SourceTree,
} from "./source-tree.ts"

/** A source that could be looked into. */
export type FoundContent =
  | {
      readonly content: SourceContent & { readonly status: "here" }
      readonly tree: SourceTree
      /** The commit or digest of the artifact, in hex; undefined where it is not known. */
      readonly revision?: string
    }
  | { readonly content: Exclude<SourceContent, { status: "here" }>; readonly tree?: undefined }

/** What is needed to look into a source. */
export interface SourceWorld extends OwnRepository {
  readonly files: readonly LoadedFile[]
  readonly digest: Digest
  /** Folders that the user has mapped to sources, with their files; by `Kind/namespace/name`. */
  readonly local: ReadonlyMap<string, readonly LoadedFile[]>
  /** The folder of the checked root that they stand for. */
  readonly folder: string
  /** What the network has given for a source; undefined for one that was not asked for. */
  readonly fetched: (source: Resource) => FetchedSource | undefined
  readonly all: (kind: { readonly group: string; readonly kind: string }) => readonly Resource[]
  /** Trees that were made already, by what they were made from. */
  readonly trees: Map<string, SourceTree>
}

const maxNesting = 10

/** The content of the source that `id` names, as far as this checkout has it. */
export function sourceContent(world: SourceWorld, id: ResourceId, depth = 0): FoundContent {
  const key = `${id.kind}/${id.namespace ?? ""}/${id.name}`
  const local = world.local.get(key)
  const source = world.find(id)
  if (local && source)
    return here(
      source,
      cached(world, `local ${key}`, () => localTree(local, world)),
    )
  if (isKind(id, kinds.ExternalArtifact)) return generatedContent(world, id, depth)
  if (!source) return { content: { status: "missing" } }
  if (depth > maxNesting)
    return {
      content: { status: "elsewhere", source, reason: "its includes are nested too deeply" },
    }
  if (!isThisRepository(world, source)) return remoteContent(world, source, depth)
  const { folder } = world
  const ignore = stringAt(source.manifest, ["spec", "ignore"])
  const tree = cached(world, `folder ${folder} ${ignore ?? ""}`, () =>
    folderTree({ files: world.files, folder, ignore, digest: world.digest }),
  )
  const includes = listAt(source.manifest, ["spec", "include"])
  return includes.length === 0
    ? here(source, tree, folder)
    : here(source, withIncludes(world, source, tree, depth))
}

/** A source on the network, as far as it was fetched. */
function remoteContent(world: SourceWorld, source: Resource, depth: number): FoundContent {
  const fetched = world.fetched(source)
  if (fetched?.status === "ok") {
    const { digest, files, revision } = fetched
    const ignore = stringAt(source.manifest, ["spec", "ignore"])
    const key = `fetched ${digest} ${ignore ?? ""}`
    const defaults = isKind(source.id, kinds.Bucket) ? "bucket" : "git"
    const unpacked = cached(world, `${key} ${defaults}`, () =>
      localTree(files, world, { ignore, defaults }),
    )
    const hasIncludes = listAt(source.manifest, ["spec", "include"]).length > 0
    const whole = hasIncludes ? withIncludes(world, source, unpacked, depth) : unpacked
    const { tree, content } = here(source, whole)
    return { tree, content: { ...content, fetched: true }, ...(revision && { revision }) }
  }
  const reason = fetched?.reason ?? `${describe(source.id)} is not this repository`
  const incomplete = fetched?.kind === "incomplete"
  return { content: { status: "elsewhere", source, reason, incomplete } }
}

function localTree(
  files: readonly LoadedFile[],
  world: SourceWorld,
  rules: Pick<FolderSource, "ignore" | "defaults"> = {},
): SourceTree {
  const { tree } = folderTree({ files, folder: "", digest: world.digest, ...rules })
  return { tree, repositoryPath: () => undefined, unknown: [] }
}

function cached(world: SourceWorld, key: string, make: () => SourceTree): SourceTree {
  const known = world.trees.get(key)
  if (known) return known
  const made = make()
  world.trees.set(key, made)
  return made
}

function here(
  source: Resource,
  tree: SourceTree,
  folder?: string,
): FoundContent & { readonly tree: SourceTree } {
  return {
    tree,
    content: {
      status: "here",
      source,
      treeId: tree.tree.id,
      partial: tree.unknown.length > 0,
      paths: repositoryPaths(tree),
      ...(folder === undefined ? {} : { folder, files: repositoryFiles(tree) }),
    },
  }
}

const knownPaths = new WeakMap<SourceTree, ReadonlyMap<string, string>>()

/** The files of a tree, each with its path in the checked root. */
function repositoryPaths(tree: SourceTree): ReadonlyMap<string, string> {
  const known = knownPaths.get(tree)
  if (known) return known
  const paths = new Map<string, string>()
  for (const path of tree.tree.files.keys()) {
    const place = tree.repositoryPath(path)
    if (place !== undefined) paths.set(path, place)
  }
  knownPaths.set(tree, paths)
  return paths
}

const knownFiles = new WeakMap<SourceTree, ReadonlySet<string>>()

/** The files of a tree as paths of the checked root. */
export function repositoryFiles(tree: SourceTree): ReadonlySet<string> {
  const files = knownFiles.get(tree) ?? new Set(repositoryPaths(tree).values())
  knownFiles.set(tree, files)
  return files
}

/** An ExternalArtifact is made by the ArtifactGenerator of its namespace that lists its name (4.6). */
function generatedContent(world: SourceWorld, id: ResourceId, depth: number): FoundContent {
  const generator = world
    .all(kinds.ArtifactGenerator)
    .find(
      (candidate) =>
        candidate.id.namespace === id.namespace &&
        listAt(candidate.manifest, ["spec", "artifacts"]).some(
          (artifact) => stringAt(artifact, ["name"]) === id.name,
        ),
    )
  if (!generator) {
    const source = world.find(id)
    return source
      ? {
          content: {
            status: "elsewhere",
            source,
            reason: `no ArtifactGenerator in this repository makes ${describe(id)}`,
          },
        }
      : { content: { status: "missing" } }
  }
  const made = generateArtifact({
    generator,
    name: id.name,
    digest: world.digest,
    sourceOf: (alias) => aliasedTree(world, generator, alias, depth),
  })
  return made.status === "made"
    ? here(generator, made.tree)
    : {
        content: {
          status: "elsewhere",
          source: generator,
          reason: `${describe(generator.id)}: ${made.reason}`,
          incomplete: made.incomplete,
        },
      }
}

function aliasedTree(
  world: SourceWorld,
  generator: Resource,
  alias: string,
  depth: number,
): SourceTree | undefined {
  const source = listAt(generator.manifest, ["spec", "sources"]).find(
    (candidate) => stringAt(candidate, ["alias"]) === alias,
  )
  const kind = stringAt(source, ["kind"])
  const name = stringAt(source, ["name"])
  if (kind === undefined || name === undefined || depth > maxNesting) return undefined
  const namespace = stringAt(source, ["namespace"]) ?? generator.id.namespace
  const id = { group: kinds.GitRepository.group, kind, name, ...(namespace ? { namespace } : {}) }
  return sourceContent(world, id, depth + 1).tree
}

/** Included repositories are copied in after the fetch, so their paths exist although this checkout has none (4.1). */
function withIncludes(
  world: SourceWorld,
  source: Resource,
  own: SourceTree,
  depth: number,
): SourceTree {
  const files = new Map<string, { bytes: Uint8Array; from: string | undefined }>()
  for (const [path, bytes] of own.tree.files)
    files.set(path, { bytes, from: own.repositoryPath(path) })
  const unknown: string[] = []
  for (const include of listAt(source.manifest, ["spec", "include"])) {
    const name = stringAt(include, ["repository", "name"])
    if (name === undefined) continue
    const { namespace } = source.id
    const found = sourceContent(
      world,
      { ...kinds.GitRepository, name, ...(namespace ? { namespace } : {}) },
      depth + 1,
    )
    const to = clampInside(stringAt(include, ["toPath"]) ?? name)
    if (found.tree)
      copyInto(files, found.tree, clampInside(stringAt(include, ["fromPath"]) ?? ""), to)
    else unknown.push(to)
  }
  return composedTree(files, world.digest, unknown)
}

function copyInto(
  files: Map<string, { bytes: Uint8Array; from: string | undefined }>,
  tree: SourceTree,
  from: string,
  to: string,
): void {
  for (const [path, bytes] of tree.tree.files) {
    if (!isInside(path, from)) continue
    const rest = from === "" ? path : path.slice(from.length + 1)
    files.set(to === "" ? rest : `${to}/${rest}`, { bytes, from: tree.repositoryPath(path) })
  }
}
