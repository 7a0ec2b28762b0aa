import type { Cluster, Resource, Skip, Target, Workspace } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import type { ParsedFiles } from "../parse/parse-files.ts"
import type { WrittenIndex, WrittenObject } from "../resolve/written-objects.ts"
import { skipsOf } from "./cluster-skips.ts"
import { makeResource } from "./make-resource.ts"

/** What a workspace is put together from. */
export interface WorkspaceParts {
  readonly parsed: ParsedFiles
  readonly written: WrittenIndex
  readonly clusters: readonly Cluster[]
  readonly skipped: readonly Skip[]
  readonly links: readonly string[]
  /** What clusters run of which nothing is known. */
  readonly target: Target
}

/** All that rules may look at; no object is judged by its schema yet. */
export function workspaceOf(parts: WorkspaceParts): Workspace {
  const { parsed, written, clusters, skipped, target } = parts
  const { files, kustomizationFiles } = parsed
  const byPath = new Map(files.map((file) => [file.source.path, file]))
  const readers = readersOf(parsed, clusters)
  const reached = new Set(
    clusters.flatMap((cluster) =>
      cluster.resources.flatMap(({ origin }) => ("document" in origin ? [origin.document] : [])),
    ),
  )
  const isUnreached = ({ document }: WrittenObject): boolean => !reached.has(document)
  return {
    files,
    documents: files.flatMap(({ documents }) => documents),
    kustomizationFiles,
    links: parts.links,
    clusters,
    skipped: [...skipped, ...clusters.flatMap(skipsOf)],
    file: (path) => byPath.get(path),
    clustersOf: (path) => readers.get(path) ?? [],
    unreached: written.all.filter(isUnreached).flatMap(writtenResource),
    unreachedTarget: newestTarget(clusters) ?? target,
    verdictOf: () => ({ status: "unknown" }),
    violationsIn: () => [],
  }
}

/** Nobody knows where a file belongs that nothing leads to: the newest of the clusters is the mildest guess. */
function newestTarget(clusters: readonly Cluster[]): Target | undefined {
  const order = ({ flux, kubernetes }: Target): number =>
    numberOf(flux) * 1_000_000 + numberOf(kubernetes)
  const [newest] = clusters
    .map(({ target }) => target)
    .toSorted((left, right) => order(right) - order(left))
  return newest
}

/** `2.10` → 2010. */
function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  return major * 1000 + minor
}

/** Which clusters' builds read a file, also where the build fails. */
function readersOf(
  { files, kustomizationFiles }: ParsedFiles,
  clusters: readonly Cluster[],
): ReadonlyMap<string, Cluster[]> {
  const readers = new Map<string, Cluster[]>()
  const index = byFolder(kustomizationFiles)
  const paths = files.map(({ source }) => source.path)
  for (const cluster of clusters) {
    for (const path of new Set(cluster.builds.flatMap((build) => filesOf(build, paths, index)))) {
      readers.set(path, [...(readers.get(path) ?? []), cluster])
    }
  }
  return readers
}

function filesOf(
  { files, status, content, path }: Cluster["builds"][number],
  paths: readonly string[],
  index: ReturnType<typeof byFolder>,
): readonly string[] {
  if (status === "built" || content.status !== "here" || content.folder === undefined) return files
  const folder = [content.folder, path].filter((part) => part !== "").join("/")
  const isInArtifact = (file: string): boolean => content.files?.has(file) ?? true
  return [...files, ...[...filesReached(folder, paths.filter(isInArtifact), index)]]
}

function writtenResource({ document, path: base, manifest }: WrittenObject): readonly Resource[] {
  const resource = makeResource({
    manifest,
    origin: { via: "file", document, path: base },
    owner: undefined,
    server: "",
    uncertain: false,
    locate: (self, path, part, span) => ({
      document,
      path: [...base, ...path],
      part,
      ...(span ? { span } : {}),
      resource: self,
      field: path,
    }),
  })
  return resource ? [resource] : []
}
