import { type Finding, groupBy } from "../../model/index.ts"
import { grouped } from "../pretty/count.ts"
import { severities } from "../report.ts"
import { type Html, html } from "./html.ts"

/** Findings by file: files with errors first, then those with warnings, each sort in reading order. */
export function findingList(
  findings: readonly Finding[],
  show: (finding: Finding) => Html,
): readonly Html[] {
  const files = [...groupBy(findings, ({ location }) => location.path)]
  const worst = (some: readonly Finding[]): number =>
    Math.min(...some.map(({ severity }) => severities.indexOf(severity)))
  return files
    .map(([path, some]) => ({ path, some, worst: worst(some) }))
    .sort((left, right) => left.worst - right.worst)
    .map(
      ({ path, some }) =>
        html`<section class="file"><h3><span class="path">${path}</span>${some.length === 1 ? undefined : html`<span class="count">${grouped(some.length)}</span>`}</h3>${some.map(show)}</section>\n`,
    )
}
