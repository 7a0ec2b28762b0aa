import { groupBy } from "../../model/index.ts"
import type { ReportedSkip } from "../report.ts"
import { visible } from "../visible-text.ts"
import { count } from "./count.ts"
import type { Style } from "./style.ts"
import { fitStart, textWidth, wrap } from "./text-width.ts"

const examplesShown = 3

/** What was not checked, grouped by reason: how many, and a few of them. Empty when everything was. */
export function prettySkipped(
  skipped: readonly ReportedSkip[],
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  if (skipped.length === 0) return ""
  const groups = [...groupBy(skipped, reasonShape).values()]
  const ordered = [...groups].sort((left, right) => right.length - left.length)
  const digits = String(Math.max(...ordered.map((group) => group.length))).length
  const rows = ordered.flatMap((group) => groupRows(group, { style, width, digits }))
  const title = `${style("strong", "Not checked")} ${style("dim", `(${count(skipped.length, "thing")})`)}`
  return [title, ...rows].map((row) => `${row}\n`).join("")
}

/** Reasons that differ only in versions, quoted names, charts and what `what` already names are one reason. */
export function reasonShape({ what, reason, kind }: ReportedSkip): string {
  const named = new Set(what.split(/[\s/]+/u))
  const words = reason.replace(/`[^`]*`|'[^']*'|"[^"]*"/gu, "…").split(/\s+/u)
  const shape = words.map((word, index) => {
    const isName = /[\d/-]/u.test(word) || named.has(word.replace(/[,.:;]+$/u, ""))
    return isName || words[index - 1] === "chart" ? "…" : word
  })
  return `${kind} ${shape.join(" ")}`
}

function groupRows(
  group: readonly [ReportedSkip, ...ReportedSkip[]],
  {
    style,
    width,
    digits,
  }: { readonly style: Style; readonly width: number; readonly digits: number },
): readonly string[] {
  const [first] = group
  const indent = " ".repeat(digits + 4)
  const isIncomplete = first.kind === "incomplete"
  const reasons = new Set(group.map(({ reason }) => reason))
  const shown =
    reasons.size > 1
      ? `${visible(first.reason)} (and ${count(reasons.size - 1, "similar reason")})`
      : visible(first.reason)
  const [head = "", ...rest] = wrap(shown, width - digits - 4)
  const number = style(isIncomplete ? "warning" : "strong", String(group.length).padStart(digits))
  return [
    `  ${number}  ${head}`,
    ...rest.map((line) => `${indent}${line}`),
    ...examples(group, width - digits - 4).map((line) => `${indent}${style("dim", line)}`),
  ]
}

function examples(group: readonly ReportedSkip[], width: number): readonly string[] {
  const shown = group.slice(
    0,
    group.length === examplesShown + 1 ? examplesShown + 1 : examplesShown,
  )
  const lines = shown.map((skip) => {
    const path = skip.location?.path ?? skip.path
    const line = skip.location ? `:${skip.location.range.start.line + 1}` : ""
    const text =
      path === undefined ? visible(skip.what) : `${visible(path)}${line}  ${visible(skip.what)}`
    return textWidth(text) > width ? `${fitStart(text, width - 1)}…` : text
  })
  return shown.length < group.length
    ? [...lines, `… and ${group.length - shown.length} more`]
    : lines
}
