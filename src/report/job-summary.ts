import { graphMermaid } from "./graph/mermaid.ts"
import { type MarkdownOptions, markdownRows } from "./markdown.ts"
import type { Report } from "./report.ts"

/** GitHub drops the summary of a step whole when it is larger than 1 MiB; with room for what others add to it. */
const maxBytes = 1000 * 1024

const findingsShown = 20

/** A report for the page of a GitHub job: the top of the findings, cut between two rows where it would be too large. */
export function reportJobSummary(
  report: Report,
  {
    linkTo,
    written,
  }: Pick<MarkdownOptions, "linkTo"> & {
    /** How many bytes the step's summary has already. */
    readonly written: number
  },
): string {
  const picture = reachPicture(report)
  const rows = markdownRows(report, {
    limit: findingsShown,
    ...(linkTo && { linkTo }),
    ...(picture && { picture }),
  })
  return takeRows(rows, maxBytes - written)
}

/** What the change reaches, as GitHub draws it; undefined without a change, or where it reaches nothing that Flux reconciles. */
function reachPicture({ tool, reach }: Report): MarkdownOptions["picture"] {
  const clusters = reach?.() ?? []
  if (clusters.length === 0) return undefined
  const elsewhere = { errors: 0, warnings: 0, infos: 0 }
  const drawn = graphMermaid({ tool, clusters, elsewhere, skipped: [] })
  return { title: "What the change reaches", ...drawn }
}

const cutMark = "\n… the rest does not fit here; the log has all findings.\n"

/** The first rows that fit into `bytes` of UTF-8, and a line that says so when not all do; nothing when not even that fits. */
export function takeRows(rows: readonly string[], bytes: number): string {
  const encoder = new TextEncoder()
  const sizes = rows.map((row) => encoder.encode(row).length)
  if (sizes.reduce((sum, size) => sum + size, 0) <= bytes) return rows.join("")
  let left = bytes - encoder.encode(cutMark).length
  if (left < 0) return ""
  const taken: string[] = []
  for (const [index, row] of rows.entries()) {
    left -= sizes[index] ?? 0
    if (left < 0) break
    taken.push(row)
  }
  return taken.join("") + cutMark
}
