import type { Finding, Location } from "../../model/index.ts"
import { rulePageUrl } from "../links.ts"
import type { Report } from "../report.ts"
import { type FrameLabel, htmlFrame } from "./code-frame.ts"
import type { CrossLinks } from "./cross-links.ts"
import { fixDiff } from "./fix-diff.ts"
import { type Html, html } from "./html.ts"
import { richText, shortName, withCode } from "./rich-text.ts"

/** What a page knows of a finding beside the finding. */
export interface FindingContext {
  readonly report: Report
  readonly links: CrossLinks
  /** The values of the facets that it has. */
  readonly keys: string
  /** Whether all of it is shown without a click. */
  readonly open: boolean
}

const severityWords = { error: "error", warning: "warning", info: "note" } as const

/** One finding: a line to skim, and below it the code, what to do, why, and how it is repaired. */
export function findingHtml(finding: Finding, context: FindingContext): Html {
  const { links, keys, open } = context
  const id = links.idOf(finding)
  const { severity, rule, message, location, suppressedBy } = finding
  const { line, character } = location.range.start
  const head = html`<summary><span class="badge ${severity}">${severityWords[severity]}</span><span class="message">${richText(message)}</span><span class="meta"><span class="rule">${rule}</span> <span class="at">${line + 1}:${character + 1}</span></span></summary>`
  const silenced =
    suppressedBy &&
    html`<p class="silenced">Suppressed by ${silencers[suppressedBy.kind]}${suppressedBy.reason === undefined ? "" : html`: ${suppressedBy.reason}`}</p>`
  const body = html`<div class="body">${silenced}${frames(finding, context.report)}${paragraphs(finding, context)}</div>`
  return open
    ? html`<article class="finding" id="${id}" data-keys="${keys}"><details open>${head}${body}</details></article>`
    : html`<article class="finding" id="${id}" data-keys="${keys}"><details>${head}${body}</details></article>`
}

const silencers = {
  comment: "a comment",
  annotation: "an annotation",
  baseline: "the baseline",
  config: "the configuration",
} as const

function frames(finding: Finding, { source }: Pick<Report, "source">): readonly Html[] {
  const { location, severity, related, via } = finding
  const labels: readonly FrameLabel[] = [
    { location, message: "", look: severity },
    ...[...related, ...via].map(
      ({ message, ...place }): FrameLabel => ({ location: place, message, look: "related" }),
    ),
  ]
  const paths = [...new Set(labels.map((label) => label.location.path))]
  return paths.map((path) => {
    const here = labels.filter((label) => label.location.path === path)
    const [first = { location }] = here
    const lines = source(path)
    const notes = here.map(({ message }) => message).filter((message) => message !== "")
    return html`<div class="place">${placeText(first.location)}</div>${lines ? htmlFrame(lines, here) : notes.map((note) => html`<p>${withCode(note)}</p>`)}`
  })
}

/** `apps/podinfo.yaml:14:15` */
export function placeText({ path, range: { start } }: Location): string {
  return `${path}:${start.line + 1}:${start.character + 1}`
}

function paragraphs(finding: Finding, { report, links }: FindingContext): Html {
  const { help, why, fix, clusters, rule } = finding
  const [docs] = report.rules.get(rule)?.docs.filter((link) => link.startsWith("https://")) ?? []
  return html`<dl>
${help === undefined ? undefined : entry("Help", richText(help), "help")}
${entry("Why", richText(why))}
${fix && entry(fix.applicability === "safe" ? "Fix" : "Fix (look at it first)", html`${withCode(fix.title)}${fixDiff(fix, report)}`)}
${objectEntry(finding, links)}
${clusters.length === 0 ? undefined : entry(clusters.length === 1 ? "Cluster" : "Clusters", html`${clusters.join(", ")}`)}
${entry("Rule", html`<a href="${rulePageUrl(finding)}" rel="noreferrer">${rule}</a>${docs === undefined ? undefined : html` · <a href="${docs}" rel="noreferrer">Flux’s documentation</a>`}`)}
</dl>`
}

function objectEntry(finding: Finding, links: CrossLinks): Html | undefined {
  const { resource, rendered, field } = finding
  if (!resource) return undefined
  const [object, node] = [links.objectIdOf(finding), links.nodeIdOf(finding)]
  const name = object !== undefined && rendered ? titleOf(rendered) : "as Flux would apply it"
  return entry(
    "Object",
    html`${titleOf(resource)}${field === undefined ? undefined : html` <code>${shortName(field)}</code>`}${object === undefined ? undefined : html` · <a href="#${object}">${name}</a>`}${node === undefined ? undefined : html` · <a href="#${node}">in the graph</a>`}`,
  )
}

function titleOf({ kind, namespace, name }: NonNullable<Finding["resource"]>): string {
  return shortName(`${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`)
}

function entry(term: string, text: Html, look = ""): Html {
  return html`<dt>${term}</dt><dd class="${look}">${text}</dd>`
}
