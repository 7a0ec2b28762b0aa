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

/** The same for a text that was broken into lines: code may begin on one and end on another. */
export function styleCodeLines(style: Style, lines: readonly string[]): readonly string[] {
  const marks = lines.join("").split("`").length - 1
  if (marks % 2 !== 0) return lines
  let isOpen = false
  return lines.map((line) => {
    const parts = line.split("`")
    const styled = parts.map((part, index) => {
      const isCode = isOpen === (index % 2 === 0)
      if (!isCode) return part
      const [before, after] = [index > 0 ? "`" : "", index < parts.length - 1 ? "`" : ""]
      return style("code", before + part + after)
    })
    isOpen = isOpen === (parts.length % 2 === 1)
    return styled.join("")
  })
}
