import type { ChartProblem } from "../../model/index.ts"
import { compareVersions, parseFluxVersion, type Version } from "../../version/index.ts"
import type { RemoteChart, RemoteChartRequest } from "./remote-sources.ts"

/** What a stranger is not shown may be there all the same. What an earlier run has seen may be out of date. */
export function judgeLack(
  { source: { access }, offline }: RemoteChartRequest,
  problem: ChartProblem,
): RemoteChart {
  if (offline) return { status: "unavailable", reason: "--offline" }
  if (access.missing === undefined) return { status: "problem", problem }
  const reason = `it is not among what anybody may see, and ${access.missing}`
  return { status: "unavailable", reason }
}

/** No version fits. */
export function unsatisfied(
  { chart, version }: Pick<RemoteChartRequest, "chart" | "version">,
  versions: readonly string[],
): ChartProblem {
  const message = `no '${chart}' chart with version matching '${version}' found`
  return { kind: "version-unsatisfied", message, known: newestFirst(versions), certain: true }
}

/** Versions from the newest to the oldest, releases before pre-releases: the first one is what one would write. */
export function newestFirst(texts: readonly string[]): readonly string[] {
  const versions = texts.flatMap((text) => {
    const version = parseFluxVersion(text)
    return version ? [{ text, version }] : []
  })
  const rank = ({ prerelease }: Version): number => (prerelease === "" ? 0 : 1)
  return versions
    .sort((a, b) => rank(a.version) - rank(b.version) || compareVersions(b.version, a.version))
    .map(({ text }) => text)
}
