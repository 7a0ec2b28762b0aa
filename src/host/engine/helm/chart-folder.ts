import type { HelmRequest } from "../../../build/engine.ts"
import { unpackChart } from "../../../build/release/chart-files.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  parseYaml,
  resolveDocument,
  stringAt,
} from "../../../yaml/index.ts"

type Files = ReadonlyMap<string, Uint8Array>

/** The files of a chart and of all charts that lie in its `charts/`, packed or not. */
export async function filesOfAll(files: Files): Promise<Files> {
  const all = new Map<string, Uint8Array>()
  for (const [path, content] of files) {
    if (!/^charts\/[^/]+\.tgz$/u.test(path)) all.set(path, content)
    else
      for (const [inner, bytes] of await filesOfAll(await unpackChart(content)))
        all.set(`${path}/${inner}`, bytes)
  }
  return all
}

/** Name, version and app version; undefined when `Chart.yaml` does not say. */
export function readMetadata(files: Files): JsonObject | undefined {
  const content = files.get("Chart.yaml")
  const value = content && readYaml(content)
  return isObject(value) && stringAt(value, ["name"]) !== undefined ? value : undefined
}

/** `Chart.yaml` and its like without dependencies that are not there: helm-controller renders without them, `helm template` refuses. */
export function withoutDependencies(files: Files, names: readonly string[]): Files {
  const changed = new Map(files)
  for (const path of ["Chart.yaml", "requirements.yaml"]) {
    const content = files.get(path)
    const value = content && readYaml(content)
    if (!isObject(value)) continue
    const dependencies = listAt(value, ["dependencies"]).filter(
      (entry) => !names.includes(stringAt(entry, ["name"]) ?? ""),
    )
    changed.set(path, jsonOf({ ...value, dependencies }))
  }
  // They would not fit any more.
  changed.delete("Chart.lock")
  changed.delete("requirements.lock")
  return changed
}

/**
 * Packages `valuesFiles` as source-controller does: put over each other they become the chart's `values.yaml`. A text says why
 * that fails.
 */
export function withValuesFiles(
  files: Files,
  { valuesFiles = [], ignoreMissingValuesFiles }: HelmRequest,
): Files | string {
  if (valuesFiles.length === 0) return files
  let merged: JsonObject = {}
  for (const { path, data } of valuesFiles) {
    const content = data ?? files.get(path.replace(/^\.\//u, ""))
    const isOwn = path === "values.yaml" && content === undefined
    if (content === undefined && !isOwn && ignoreMissingValuesFiles) continue
    if (content === undefined && !isOwn) return `no values file found at path '${path}'`
    const value = content === undefined ? {} : readYaml(content)
    if (!isObject(value ?? {})) return `unmarshaling values from '${path}' failed`
    merged = mergeMaps(merged, isObject(value) ? value : {})
  }
  return new Map(files).set("values.yaml", jsonOf(merged))
}

/** fluxcd/pkg/chartutil's `MergeMaps`: mappings key by key, everything else as a whole. */
function mergeMaps(base: JsonObject, overlay: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(base))
  for (const [key, value] of Object.entries(overlay)) {
    const below = merged.get(key)
    merged.set(key, isObject(below) && isObject(value) ? mergeMaps(below, value) : value)
  }
  return Object.fromEntries(merged)
}

/** The first document of a file; undefined when it is no YAML. */
function readYaml(content: Uint8Array): JsonValue | undefined {
  const [document] = parseYaml(new TextDecoder().decode(content)).documents
  if (document === undefined) return null
  const { value, errors } = resolveDocument(document)
  return document.errors.length + errors.length > 0 ? undefined : value
}

/** JSON is YAML. */
export function jsonOf(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
