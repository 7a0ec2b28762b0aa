import { groupBy } from "../../model/index.ts"
import { grouped } from "../pretty/count.ts"
import { reasonShape } from "../pretty/pretty-skipped.ts"
import type { ReportedSkip } from "../report.ts"
import { type Html, html } from "./html.ts"
import { withCode } from "./rich-text.ts"

/** All that was not checked, by reason: what the run should have seen first. */
export function skipList(skipped: readonly ReportedSkip[]): readonly Html[] {
  const rank = ({ kind }: ReportedSkip): number => (kind === "incomplete" ? 0 : 1)
  return [...groupBy(skipped, reasonShape).values()]
    .sort((left, right) => rank(left[0]) - rank(right[0]) || right.length - left.length)
    .map(skipGroup)
}

function skipGroup(group: readonly [ReportedSkip, ...ReportedSkip[]]): Html {
  const [first] = group
  const isOne = new Set(group.map(({ reason }) => reason)).size === 1
  const word =
    first.kind === "incomplete"
      ? html`<span class="badge warning">incomplete</span>`
      : html`<span class="badge info">by choice</span>`
  const title = isOne ? first.reason : `${first.reason} (and the like)`
  const rows = group.map((skip) => skipRow(skip, isOne))
  return html`<details class="skips"><summary>${word}<span class="message">${withCode(title)}</span><span class="count">${grouped(group.length)}</span></summary><ul>${rows}</ul></details>\n`
}

function skipRow(
  { location, path = location?.path, what, reason, clusters }: ReportedSkip,
  isOne: boolean,
): Html {
  const line = location ? `:${location.range.start.line + 1}` : ""
  return html`<li>${withCode(what)}${isOne ? undefined : html`<span class="why">${withCode(reason)}</span>`}${path === undefined ? undefined : html`<span class="place">${path}${line}</span>`}${clusters.length === 0 ? undefined : html`<span class="place">${clusters.join(", ")}</span>`}</li>`
}
