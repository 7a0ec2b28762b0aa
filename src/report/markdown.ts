import type { Finding, Location } from "../model/index.ts"
import { groupBy } from "../model/index.ts"
import { cutText } from "./cut-text.ts"
import { rulePageUrl } from "./links.ts"
import { markdownCode, markdownMessage, markdownText } from "./markdown-text.ts"
import { count, grouped } from "./pretty/count.ts"
import { activeFindings, type Report, type ReportedSkip, severities } from "./report.ts"
import { verdictOf } from "./verdict.ts"
import { worstFirst } from "./worst-first.ts"

/** How much a Markdown report shows, and where its places lead. */
export interface MarkdownOptions {
  /** How many findings, and how many things that were not checked, are shown; the others are counted. */
  readonly limit: number
  /** The address of a line of a file; without it places are text. */
  linkTo?(path: string, line: number): string
  /** A picture between the findings and what was not checked, in the language of mermaid. */
  readonly picture?: { readonly title: string; readonly text: string; readonly note?: string }
}

/** A message of a stranger's tool may be endless. */
const messageLimit = 2000

/** All findings as Markdown. */
export function reportMarkdown(report: Report): string {
  return markdownRows(report, { limit: Number.POSITIVE_INFINITY }).join("")
}

/** The rows of a Markdown report; it may be cut between any two. Every text of strangers in it is escaped. */
export function markdownRows(report: Report, options: MarkdownOptions): readonly string[] {
  const findings = activeFindings(report)
  return [
    `## sluice: ${verdictOf(report)}\n`,
    `\n${factsOf(report)}\n`,
    ...ruleTable(findings),
    ...findingRows(worstFirst(findings), options),
    ...pictureRows(options),
    ...skipRows(report.skipped, options),
    ...report.crashes.map(
      ({ rule, message }) =>
        `\n**sluice has a bug**: the rule ${markdownCode(rule)} failed: ${markdownText(cutText(message, messageLimit))}\n`,
    ),
  ]
}

/** In one row: half of it is no picture. */
function pictureRows({ picture }: MarkdownOptions): readonly string[] {
  if (!picture) return []
  const { title, text, note } = picture
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length))
  const fence = "`".repeat(longest + 1)
  const remark = note === undefined ? "" : `${markdownText(note)}\n`
  return [
    `\n### ${markdownText(title)}\n\n${remark}\n${fence}mermaid\n${text.trimEnd()}\n${fence}\n`,
  ]
}

function factsOf({ summary, coverage, clusters, target }: Report): string {
  const facts = [
    count(summary.files, "file"),
    count(clusters.length, "cluster"),
    `Kustomizations ${grouped(coverage.built)} of ${grouped(coverage.kustomizations)}`,
    `HelmReleases ${grouped(coverage.rendered)} of ${grouped(coverage.helmReleases)}`,
    ...(summary.suppressed > 0 ? [`${grouped(summary.suppressed)} suppressed`] : []),
    ...(target.flux === "" ? [] : [markdownText(`Flux ${target.flux}`)]),
  ]
  return facts.join(" · ")
}

function ruleTable(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return []
  const groups = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()]
  const ordered = severities.flatMap((severity) =>
    groups
      .filter(([first]) => first.severity === severity)
      .sort((left, right) => right.length - left.length),
  )
  const rows = ordered.map(
    (group) => `| ${grouped(group.length)} | ${group[0].severity} | ${ruleLink(group[0])} |\n`,
  )
  return ["\n| findings | severity | rule |\n| ---: | --- | --- |\n", ...rows]
}

function ruleLink(finding: Finding): string {
  return `[${markdownText(finding.rule)}](${rulePageUrl(finding)})`
}

function findingRows(findings: readonly Finding[], options: MarkdownOptions): readonly string[] {
  if (findings.length === 0) return []
  const shown = findings.slice(0, options.limit)
  const hidden = findings.length - shown.length
  return [
    "\n### Findings\n\n",
    ...shown.map((finding) => findingRow(finding, options)),
    ...(hidden > 0 ? [`\n… and ${count(hidden, "more finding")}\n`] : []),
  ]
}

function findingRow(finding: Finding, options: MarkdownOptions): string {
  const { severity, location, message, help } = finding
  const text = markdownMessage(cutText(message, messageLimit))
  const advice = help === undefined ? "" : `\n\n  ${markdownMessage(cutText(help, messageLimit))}`
  return `- **${severity}** ${placeOf(location, options)} ${text} (${ruleLink(finding)})${advice}\n`
}

function placeOf({ path, range }: Location, { linkTo }: MarkdownOptions): string {
  const line = range.start.line + 1
  const place = markdownCode(`${path}:${line}`)
  return linkTo ? `[${place}](${linkTo(path, line)})` : place
}

function skipRows(skipped: readonly ReportedSkip[], { limit }: MarkdownOptions): readonly string[] {
  if (skipped.length === 0) return []
  const hidden = skipped.length - Math.min(limit, skipped.length)
  return [
    `\n### Not checked (${grouped(skipped.length)})\n\n`,
    ...skipped.slice(0, limit).map(({ what, reason, location, path = location?.path }) => {
      const place = path === undefined ? "" : `${markdownCode(path)} `
      const [subject, why] = [what, reason].map((text) =>
        markdownMessage(cutText(text, messageLimit)),
      )
      return `- ${place}${subject}: ${why}\n`
    }),
    ...(hidden > 0 ? [`\n… and ${count(hidden, "more thing")}\n`] : []),
  ]
}
