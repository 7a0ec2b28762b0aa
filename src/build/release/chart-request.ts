import { posix } from "node:path"
import { isKind, kinds, type Resource, type ResourceId } from "../../model/index.ts"
import { isObject, listAt, stringAt, valueAt } from "../../yaml/index.ts"
import { sourceIdOf } from "../source-id.ts"

/** Which chart a release asks for. */
export interface ChartRequest {
  readonly source: ResourceId
  /** A name in a repository, or a path in an artifact. */
  readonly chart: string
  /** A version or range; "" for the newest. */
  readonly version: string
  readonly valuesFiles: readonly string[]
  readonly ignoreMissingValuesFiles: boolean
  /** `reconcileStrategy: Revision` */
  readonly followsRevision: boolean
}

/** `spec.chart`, or the HelmChart behind `spec.chartRef`; undefined when the release names none that is understood. */
export function chartRequestOf(
  release: Resource,
  find: (id: ResourceId) => Resource | undefined,
): ChartRequest | undefined {
  if (isObject(valueAt(release.manifest, ["spec", "chart", "spec"])))
    return templateRequest(release, ["spec", "chart", "spec"])
  const source = sourceIdOf(release, ["spec", "chartRef"])
  if (!source) return undefined
  if (isKind(source, kinds.HelmChart)) {
    const chart = find(source)
    return chart && requestOfChart(chart)
  }
  return {
    ...{ source, chart: "", version: "", valuesFiles: [] },
    ...{ ignoreMissingValuesFiles: false, followsRevision: false },
  }
}

/** What a HelmChart asks for. */
export function requestOfChart(chart: Resource): ChartRequest | undefined {
  return templateRequest(chart, ["spec"])
}

function templateRequest(holder: Resource, path: readonly string[]): ChartRequest | undefined {
  const source = sourceIdOf(holder, [...path, "sourceRef"])
  const chart = stringAt(holder.manifest, [...path, "chart"])
  if (!source || chart === undefined) return undefined
  const version = valueAt(holder.manifest, [...path, "version"])
  return {
    source,
    chart,
    version: version === undefined || version === null ? "" : String(version),
    valuesFiles: valuesFilesAt(holder, [...path, "valuesFiles"]),
    ignoreMissingValuesFiles:
      valueAt(holder.manifest, [...path, "ignoreMissingValuesFiles"]) === true,
    followsRevision: stringAt(holder.manifest, [...path, "reconcileStrategy"]) === "Revision",
  }
}

/** A list of `values.yaml` alone is none, wherever the chart is (`source-controller: internal/helm/chart/builder.go`, `GetValuesFiles`). */
function valuesFilesAt({ manifest }: Resource, path: readonly string[]): readonly string[] {
  const files = listAt(manifest, path).filter((file) => typeof file === "string")
  const [only, ...others] = files
  const isOwn = others.length === 0 && only !== undefined && cleaned(only) === "values.yaml"
  return isOwn ? [] : files
}

/** Go's `filepath.Clean`, which leaves no slash at the end. */
function cleaned(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/u, "")
}
