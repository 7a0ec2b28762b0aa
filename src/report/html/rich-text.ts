import { cutText } from "../cut-text.ts"
import { visibleLines } from "../visible-text.ts"
import { type Html, html } from "./html.ts"

/** A message of a stranger's tool may be endless. */
const limit = 4000

/** A name for a place that shows many: longer than any that Kubernetes takes, it only fills the page. */
export function shortName(text: string): string {
  return cutText(text, 300)
}

/** A message: what stands between backticks is code, further lines (what a tool has said) are quoted below. */
export function richText(text: string): Html {
  const [first = "", ...rest] = visibleLines(cutText(text, limit))
  if (rest.length === 0) return withCode(first)
  return html`${withCode(first)}<span class="quoted">${rest.map((line) => html`<span>${line}</span>`)}</span>`
}

/** `text` on one line, with what stands between backticks as code. */
export function withCode(message: string): Html {
  const text = cutText(message, limit)
  const parts = text.split("`")
  if (parts.length % 2 === 0 || text.includes("``")) return html`${text}`
  return html`${parts.map((part, index) => (index % 2 === 1 && part !== "" ? html`<code>${part}</code>` : part))}`
}
