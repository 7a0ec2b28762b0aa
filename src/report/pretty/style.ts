import type { Severity } from "../../model/index.ts"

/** What a piece of the report is; a style gives each its look. */
export type Role =
  | Severity
  | "ok"
  | "strong"
  | "dim"
  | "path"
  | "code"
  | "related"
  | "link"
  | "label"
  | "rule"

/** Puts colours around `text`; the plain style returns it as it is. */
export type Style = (role: Role, text: string) => string

/** No colours at all. */
export const plainStyle: Style = (_role, text) => text

/** `text` with what stands between backticks in the role "code"; the backticks stay, for copies without colour. */
export function styleCode(style: Style, text: string): string {
  return text.replace(/`[^`]+`/gu, (code) => style("code", code))
}
