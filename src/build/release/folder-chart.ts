import { clampInside, folderOf, isInside } from "../../load/folders.ts"
import { describe, isKind, kinds } from "../../model/index.ts"
import { type JsonValue, listAt, parseYaml, stringAt, toJson } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { digestOf, isUnknown, type SourceTree, treeFolders } from "../source-tree.ts"
import { addDependencies } from "./chart-dependencies.ts"
import type { ChartRequest } from "./chart-request.ts"
import type { FoundChart } from "./find-chart.ts"
import type { ValuesFile } from "./values-files.ts"

/** A chart that is a folder (or an archive) of an artifact: GitRepository, Bucket and ExternalArtifact sources. */
export async function folderChart(world: BuildWorld, request: ChartRequest): Promise<FoundChart> {
  const found = world.contentOf(request.source)
  if (!found.tree) {
    const { content } = found
    if (content.status === "elsewhere") {
      const kind = content.incomplete ? "incomplete" : "chosen"
      return { status: "skipped", reason: content.reason, kind }
    }
    const reason = `${describe(request.source)} is not defined in this repository`
    return { status: "skipped", reason, kind: "chosen" }
  }
  const { tree, revision } = found
  const isExternal = isKind(request.source, kinds.ExternalArtifact)
  const folder = isExternal ? topFolder(tree) : clampInside(request.chart)
  const more = {
    ...(isExternal ? {} : { valuesFile: fileIn(tree) }),
    ...(revision === undefined ? {} : { revision }),
  }
  const archive = tree.tree.files.get(folder)
  if (archive && /\.t(?:ar\.)?gz$/u.test(folder)) {
    const use = { name: request.chart, from: { kind: "archive", path: folder } } as const
    return {
      status: "found",
      chart: { digest: digestOf(archive, world.digest), archive },
      use,
      ...more,
    }
  }
  const files = filesBelow(tree, folder)
  const metadata = files.get("Chart.yaml")
  if (!metadata) return missing(tree, folder, request)
  const unmet = await addDependencies(world, {
    ...{ files, dependencies: listAt(yamlOf(metadata), ["dependencies"]) },
    namespace: request.source.namespace,
    sibling: (path) => filesBelow(tree, clampInside(`${folder}/${path}`)),
  })
  if (unmet) return { status: "skipped", ...unmet }
  const path = tree.repositoryPath(folder) ?? folder
  const version = stringAt(yamlOf(metadata), ["version"])
  return {
    status: "found",
    chart: { digest: digestOfFiles(files, world), files },
    use: {
      name: stringAt(yamlOf(metadata), ["name"]) ?? folder,
      from: { kind: "folder", path, ...(version !== undefined && { version }) },
    },
    ...more,
  }
}

/**
 * Helm wants a chart archive to hold one folder, so the artifact of an ExternalArtifact must too: its files below
 * `@artifact/<name>/`. https://github.com/fluxcd/source-watcher/issues/290
 */
function topFolder(tree: SourceTree): string {
  const charts = [...tree.tree.files.keys()].filter((path) => /^[^/]+\/Chart\.yaml$/u.test(path))
  return charts.length === 1 ? folderOf(charts[0] ?? "") : ""
}

function fileIn(tree: SourceTree): (path: string) => ValuesFile {
  return (written) => {
    const path = clampInside(written)
    const data = tree.tree.files.get(path)
    if (data) return { status: "file", data }
    if (treeFolders(tree).has(path)) return { status: "folder" }
    const reason = `${written} lies in an included repository that is not in this checkout`
    return isUnknown(tree, path) ? { status: "unknown", reason } : { status: "missing" }
  }
}

function filesBelow(tree: SourceTree, folder: string): Map<string, Uint8Array> {
  const skip = folder === "" ? 0 : folder.length + 1
  return new Map(
    [...tree.tree.files]
      .filter(([path]) => isInside(path, folder))
      .map(([path, bytes]) => [path.slice(skip), bytes]),
  )
}

function digestOfFiles(files: ReadonlyMap<string, Uint8Array>, { digest }: BuildWorld): string {
  return digest(
    [...files]
      .map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`)
      .sort()
      .join("\n"),
  )
}

function missing(tree: SourceTree, folder: string, { source, chart }: ChartRequest): FoundChart {
  if (isUnknown(tree, folder)) {
    return {
      status: "skipped",
      reason: `${chart} lies in an included repository that is not in this checkout`,
      kind: "chosen",
    }
  }
  const charts = [...tree.tree.files.keys()].filter((path) => path.endsWith("/Chart.yaml"))
  const exists = treeFolders(tree).has(folder)
  return {
    status: "problem",
    problem: {
      kind: "chart-not-found",
      message: exists
        ? `\`${chart}\` holds no Chart.yaml`
        : `${describe(source)} has no folder \`${chart}\``,
      known: charts.map((path) => path.slice(0, -"/Chart.yaml".length)),
    },
  }
}

function yamlOf(bytes: Uint8Array): JsonValue | undefined {
  const document = parseYaml(new TextDecoder().decode(bytes)).documents[0]
  return document?.root ? toJson(document) : undefined
}
