import type { Finding } from "../../model/index.ts"
import { grouped } from "../pretty/count.ts"
import { severities } from "../report.ts"
import { type Html, html } from "./html.ts"

/** Values by which findings can be chosen. */
interface Facet {
  readonly title: string
  readonly name: string
  readonly values: readonly FacetValue[]
}

interface FacetValue {
  /** Unique in the page: what the script compares, so that it never looks at a stranger's text. */
  readonly key: string
  readonly label: string
  readonly count: number
}

/** The facets of some findings, and which values each of them has. */
export interface Facets {
  readonly facets: readonly Facet[]
  /** The keys of a finding, parted by spaces. */
  keysOf(finding: Finding): string
}

const severityNames = { error: "Errors", warning: "Warnings", info: "Notes" } as const

/** Severities, rules, clusters and folders, each with how many findings it has. */
export function createFacets(findings: readonly Finding[]): Facets {
  const sorts: readonly { title: string; name: string; of(finding: Finding): readonly string[] }[] =
    [
      { title: "Severity", name: "s", of: ({ severity }) => [severity] },
      { title: "Rule", name: "r", of: ({ rule }) => [rule] },
      { title: "Cluster", name: "c", of: ({ clusters }) => clusters },
      { title: "Folder", name: "p", of: ({ location }) => foldersOf(location.path) },
    ]
  const counted = sorts.map((sort) => ({ ...sort, counts: countsOf(findings.flatMap(sort.of)) }))
  const keys = new Map(
    counted.map(({ name, counts }) => [
      name,
      new Map([...counts.keys()].sort().map((value, index) => [value, `${name}${index}`])),
    ]),
  )
  const keyOf = (name: string, value: string): string => keys.get(name)?.get(value) ?? ""
  return {
    facets: counted.map(({ title, name, counts }) => ({
      title,
      name,
      values: [...counts]
        .map(([value, count]) => ({ key: keyOf(name, value), label: value, count }))
        .sort(name === "s" ? bySeverity : name === "r" ? byCount : byLabel),
    })),
    keysOf: (finding) =>
      sorts.flatMap(({ name, of }) => of(finding).map((value) => keyOf(name, value))).join(" "),
  }
}

function bySeverity(left: FacetValue, right: FacetValue): number {
  const order: readonly string[] = severities
  const rank = ({ label }: FacetValue): number => order.indexOf(label)
  return rank(left) - rank(right)
}

function byCount(left: FacetValue, right: FacetValue): number {
  return right.count - left.count || byLabel(left, right)
}

function byLabel(left: FacetValue, right: FacetValue): number {
  return left.label < right.label ? -1 : 1
}

/** The two outermost folders of a path: deeper ones are looked for by name. */
function foldersOf(path: string): readonly string[] {
  const [first, second, third] = path.split("/")
  if (second === undefined) return []
  return third === undefined ? [`${first}/`] : [`${first}/`, `${first}/${second}/`]
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The facets as lists of counts; the script makes switches of them. */
export function facetPanel({ facets }: Facets): Html {
  const shown = facets.filter(({ name, values }) => values.length > (name === "c" ? 1 : 0))
  return html`<aside class="facets" aria-label="Filters"><details class="facet-fold" open><summary>Filters</summary>${shown.map(facetList)}<button type="button" class="clear" id="clear" hidden>Show all</button></details></aside>`
}

function facetList({ title, name, values }: Facet): Html {
  return html`<section class="facet" data-facet="${name}"><h3>${title}</h3><ul>${values.map(
    ({ key, label, count }) =>
      html`<li><button type="button" disabled aria-pressed="false" data-key="${key}"><span class="label ${name === "s" ? label : ""}">${name === "s" ? severityName(label) : label}</span><span class="count">${grouped(count)}</span></button></li>`,
  )}</ul></section>`
}

function severityName(label: string): string {
  const severity = severities.find((one) => one === label)
  return severity ? severityNames[severity] : label
}
