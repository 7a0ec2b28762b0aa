import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { basename, join, posix } from "node:path"
import { gunzipSync } from "node:zlib"
import { maxSatisfying, rcompare } from "semver"
import type { ChartFiles } from "../../src/build/engine.ts"
import { isObject, type JsonObject, stringAt, valueAt } from "../../src/yaml/json.ts"
import {
  type CorpusDocument,
  documentsOf,
  filesBelow,
  type Repository,
  repositories,
} from "./corpus.ts"
import { some } from "./extent.ts"
import type { Reference } from "./oracles.ts"
import { corpusFolder } from "./places.ts"

/** A chart of the corpus: an archive of the mirror, or a folder inside a repository. */
export interface Chart {
  readonly name: string
  readonly version: string
  /** `podinfo-6.14.0.tgz`, or `PingCAP-QE__ee-ops/charts/prow`. */
  readonly label: string
  /** What `helm template` is given. */
  readonly path: string
}

/** A chart with the values that one or more HelmReleases of the corpus give it, or with its own. */
export interface ChartCase {
  readonly chart: Chart
  /** `default values`, or the file of the first HelmRelease with these values. */
  readonly label: string
  readonly values: JsonObject
}

const defaultValues = "default values"

/** Whether a chart is rendered with its own values alone. */
export function hasDefaultValues({ label }: ChartCase): boolean {
  return label === defaultValues
}

/** All charts of the corpus, sorted by label. */
export function charts(): readonly Chart[] {
  if (corpusFolder === undefined) return []
  const mirror = join(corpusFolder, "charts")
  const archives = readdirSync(mirror).flatMap((file) => {
    const parts = /^(?<name>.+?)-(?<version>v?\d+\.\d+\.\d+)\.tgz$/.exec(file)?.groups
    return parts === undefined
      ? []
      : [
          {
            name: parts.name ?? "",
            version: parts.version ?? "",
            label: file,
            path: join(mirror, file),
          },
        ]
  })
  return [...archives, ...repositories().flatMap(chartsInside)].sort((left, right) =>
    left.label < right.label ? -1 : 1,
  )
}

function chartsInside(repository: Repository): readonly Chart[] {
  return repository.files
    .filter((path) => posix.basename(path) === "Chart.yaml")
    .map((path) => {
      const folder = posix.dirname(path)
      const label = `${repository.name}/${folder}`
      return { name: basename(folder), version: "", label, path: join(repository.folder, folder) }
    })
}

/** The chart as the engine takes it. */
export function chartFiles(chart: Chart): ChartFiles {
  if (chart.path.endsWith(".tgz")) {
    const archive = readFileSync(chart.path)
    return { digest: createHash("sha256").update(archive).digest("hex"), archive }
  }
  const files = new Map(
    filesBelow(chart.path).map((path) => [path, readFileSync(join(chart.path, path))]),
  )
  const hash = createHash("sha256")
  for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content)
  return { digest: hash.digest("hex"), files }
}

/** Whether a `values.schema.json` of the chart or its subcharts refers to a schema on the network. */
export function hasRemoteSchema(chart: Chart): boolean {
  if (!chart.path.endsWith(".tgz")) return false
  return /"\$ref":\s*"https?:/.test(gunzipSync(readFileSync(chart.path)).toString("latin1"))
}

/**
 * Every chart with its default values, then with each set of inline values that the corpus gives it, each set once: a third of
 * them, unless the whole corpus is compared.
 */
export async function chartCases(reference: Reference): Promise<readonly ChartCase[]> {
  const known = charts()
  const cases = new Map<string, ChartCase>()
  for (const chart of known)
    cases.set(`${chart.label}\0{}`, { chart, label: defaultValues, values: {} })
  for (const repository of repositories()) {
    const chartSources = await documentsOf(repository, "OCIRepository", reference)
    for (const { file, object } of await documentsOf(repository, "HelmRelease", reference)) {
      const values = valueAt(object, ["spec", "values"])
      if (!isObject(values)) continue
      const text = JSON.stringify(values)
      const chart = chartOf(object, chartSources, known)
      if (chart === undefined || text.includes("${")) continue
      const key = `${chart.label}\0${text}`
      if (!cases.has(key)) cases.set(key, { chart, label: `${repository.name}/${file}`, values })
    }
  }
  const all = [...cases.values()]
  return [
    ...some(all.filter(hasDefaultValues), { all: 1, part: 1, little: 3 }),
    ...some(
      all.filter((one) => !hasDefaultValues(one)),
      { all: 1, part: 3, little: 12 },
    ),
  ]
}

/** The chart of the corpus that a release names: its very version where the corpus has it, else the nearest one. */
function chartOf(
  release: JsonObject,
  sources: readonly CorpusDocument[],
  all: readonly Chart[],
): Chart | undefined {
  const wanted = chartReference(release, sources)
  if (wanted === undefined) return undefined
  const candidates = all.filter(({ name }) => name === wanted.name)
  const exact = candidates.find(
    ({ version }) => version === wanted.version || version === `v${wanted.version}`,
  )
  if (exact !== undefined) return exact
  const versions = candidates.map(({ version }) => version).filter((version) => version !== "")
  const best =
    maxSatisfying(versions, wanted.range, { loose: true }) ?? [...versions].sort(rcompare)[0]
  return candidates.find(({ version }) => version === best) ?? candidates[0]
}

interface ChartReference {
  readonly name: string
  readonly version: string
  readonly range: string
}

function chartReference(
  release: JsonObject,
  sources: readonly CorpusDocument[],
): ChartReference | undefined {
  const named = stringAt(release, ["spec", "chart", "spec", "chart"])
  if (named !== undefined) {
    const version = stringAt(release, ["spec", "chart", "spec", "version"]) ?? ""
    return { name: posix.basename(named), version, range: nearRange(version) }
  }
  const reference = stringAt(release, ["spec", "chartRef", "name"])
  const source = sources.find(
    ({ object }) => stringAt(object, ["metadata", "name"]) === reference,
  )?.object
  const url = stringAt(source, ["spec", "url"])
  if (reference === undefined || url === undefined) return undefined
  const tag = stringAt(source, ["spec", "ref", "tag"]) ?? ""
  return { name: posix.basename(url), version: tag, range: nearRange(tag) }
}

// Values fit the chart's next versions better than another major's.
function nearRange(version: string): string {
  return /^v?\d+\.\d+\.\d+$/.test(version) ? `^${version.replace(/^v/, "")}` : version
}
