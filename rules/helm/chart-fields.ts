import {
  type Cluster,
  chartLocation,
  describe,
  kinds,
  type LogicalLocation,
  listAt,
  type ReleaseBuild,
  type ReleaseFailure,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

/** Where a release says which chart it wants, and how. */
export interface ChartFields {
  /** The HelmRelease, or the OCIRepository or HelmChart that its `chartRef` names. */
  readonly holder: Resource
  readonly chart: LogicalLocation
  readonly version: LogicalLocation
  /** `spec.chart.spec.version`, or the field of the holder that says it. */
  readonly versionField: string
  readonly versionText: string
}

const template = ["spec", "chart", "spec"] as const

function fieldsOf(
  holder: Resource,
  chart: LogicalLocation,
  versionPath: readonly string[],
): ChartFields {
  const written = valueAt(holder.manifest, versionPath) !== undefined
  return {
    holder,
    chart,
    version: written ? holder.at(versionPath) : chart,
    versionField: versionPath.join("."),
    versionText: stringAt(holder.manifest, versionPath) ?? "",
  }
}

/** A HelmRelease, or a HelmChart that no release names, and the chart that it asks for. */
export interface AskedChart {
  readonly asker: Resource
  readonly problem: ReleaseBuild["chartProblem"]
  readonly fields: ChartFields
  /** `chart podinfo of HelmRepository flux-system/podinfo`, as messages name it. */
  readonly label: string
}

/** All charts that a cluster asks for. */
export function* askedCharts(cluster: Cluster): Iterable<AskedChart> {
  for (const build of cluster.releases) {
    const { release: asker, chartProblem: problem } = build
    if (problem === undefined) continue
    yield {
      ...{ asker, problem },
      fields: chartFields(cluster, build),
      label: labelOf(cluster, asker, [...template, "chart"]),
    }
  }
  for (const { chart: asker, chartProblem: problem } of cluster.charts) {
    const fields = fieldsOf(asker, asker.at(["spec", "chart"]), ["spec", "version"])
    yield { asker, problem, fields, label: labelOf(cluster, asker, ["spec", "chart"]) }
  }
}

const file = /(?:no values file found at path|unmarshaling values from) '(?<path>[^']*)'/u

/** The entry of `valuesFiles` that a failure names: of a release, or of the HelmChart that it has its chart from. */
export function valuesFileEntry(
  cluster: Cluster,
  asker: Resource,
  { message }: ReleaseFailure,
): LogicalLocation | undefined {
  const named = file.exec(message)?.groups?.path
  const holder = chartReference(cluster, asker) ?? asker
  const isOwn = holder.id.kind === kinds.HelmChart.kind
  const path = [...(isOwn ? ["spec"] : template), "valuesFiles"]
  const index = named === undefined ? -1 : listAt(holder.manifest, path).indexOf(named)
  return index < 0 ? undefined : holder.at([...path, index])
}

/** The HelmChart or OCIRepository that a release names by `chartRef`. */
function chartReference(cluster: Cluster, release: Resource): Resource | undefined {
  return cluster.graph
    .from(release)
    .find(({ relation, resource }) => relation === "chartRef" && resource)?.resource
}

/** The fields that decide which chart a release gets. */
function chartFields(cluster: Cluster, build: ReleaseBuild): ChartFields {
  const { release } = build
  const source = chartReference(cluster, release)
  if (!source) return fieldsOf(release, chartLocation(build), [...template, "version"])
  if (source.id.kind === kinds.HelmChart.kind) {
    return fieldsOf(source, source.at(["spec", "chart"]), ["spec", "version"])
  }
  const reference =
    valueAt(source.manifest, ["spec", "ref", "semver"]) === undefined ? "tag" : "semver"
  return fieldsOf(source, source.at(["spec", "url"]), ["spec", "ref", reference])
}

function labelOf(cluster: Cluster, asker: Resource, field: readonly string[]): string {
  const name = stringAt(asker.manifest, field)
  const source = cluster.graph
    .from(asker)
    .find(({ relation }) => relation === "sourceRef" || relation === "chartRef")?.target
  const where = source ? describe(source) : "its source"
  return name === undefined ? `the chart of ${where}` : `chart \`${name}\` of ${where}`
}
