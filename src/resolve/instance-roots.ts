import { folderOf } from "../load/folders.ts"
import { isKind, kinds } from "../model/index.ts"
import { isObject, type JsonObject, stringAt } from "../yaml/index.ts"
import { type ClusterRoot, clusterName, type RootObject } from "./cluster-root.ts"
import { impliedSync, syncOf } from "./implied-sync.ts"
import { ancestorsOf, type Repository, versionNear } from "./repository.ts"
import type { WrittenObject } from "./written-objects.ts"

/** Every FluxInstance, written as such or as values of the `flux-instance` chart. */
export function instanceRoots(
  repository: Repository,
  folders: ReadonlySet<string>,
): readonly ClusterRoot[] {
  return repository.written.all.flatMap((object) => {
    const spec = instanceSpecOf(object)
    const sync = spec && syncOf(spec.manifest, object.id.namespace)
    if (!spec || !sync) return []
    const file = object.document.file.path
    const sourceFolder = instanceFolder(file, sync.path, folders)
    if (sourceFolder === undefined) return []
    const path = [sourceFolder, sync.path].filter((part) => part !== "").join("/")
    const place = {
      document: object.document,
      path: spec.path,
      by: `${object.id.kind} ${object.id.name}`,
    }
    const version = stringAt(spec.manifest, ["distribution", "version"])
    const objects: readonly RootObject[] = impliedSync(sync).map((manifest) => ({
      manifest,
      ...place,
    }))
    return [
      {
        name: clusterName(path),
        path,
        sourceFolder,
        objects,
        assumesSource: false,
        ...(version === undefined
          ? versionNear(repository, path)
          : { fluxVersion: { text: version, from: file } }),
      },
    ]
  })
}

function instanceSpecOf(
  object: WrittenObject,
): { readonly manifest: JsonObject; readonly path: readonly (string | number)[] } | undefined {
  const at = (path: readonly string[]): ReturnType<typeof instanceSpecOf> => {
    let value: unknown = object.manifest
    for (const step of path)
      value = isObject(value as JsonObject) ? (value as JsonObject)[step] : undefined
    return isObject(value as JsonObject)
      ? { manifest: value as JsonObject, path: [...object.path, ...path] }
      : undefined
  }
  if (isKind(object.id, kinds.FluxInstance)) return at(["spec"])
  if (isKind(object.id, kinds.HelmRelease) && usesInstanceChart(object))
    return at(["spec", "values", "instance"])
  return undefined
}

function usesInstanceChart({ manifest }: WrittenObject): boolean {
  return [
    ["spec", "chartRef", "name"],
    ["spec", "chart", "spec", "chart"],
  ].some((path) => stringAt(manifest, path) === "flux-instance")
}

/** Where the synced path exists: from the checked root, or from a folder that holds the FluxInstance. */
function instanceFolder(
  file: string,
  path: string,
  folders: ReadonlySet<string>,
): string | undefined {
  if (folders.has(path)) return ""
  return ancestorsOf(folderOf(file)).find((ancestor) => folders.has(`${ancestor}/${path}`))
}
