import type { IgnoreComment, SourceFile } from "../../model/index.ts"

const pattern =
  /(?<before>^|.*\s)#\s*(?<call>sluice:\s*ignore(?<file>-file)?\[(?<rules>[^\]]*)\])(?<rest>.*)$/u

/**
 * The ignores of a file. A comment behind a field covers its line; alone on a line it covers the field or the list entry
 * below with all that is in it, and before the first field of a document the whole document. The sign of a comment is
 * enough, so that YAML inside a scalar (a patch, values in a ConfigMap) can hold them too.
 */
export function readIgnores({ path, text }: SourceFile): readonly IgnoreComment[] {
  if (!/sluice:\s*ignore/u.test(text)) return []
  const lines = text.split(/\r?\n/u)
  return lines.flatMap((line, number): IgnoreComment[] => {
    const groups = pattern.exec(line)?.groups
    if (!groups) return []
    const { before = "", call = "", file, rules = "", rest = "" } = groups
    const start = line.indexOf(call, before.length)
    const [, until, reason = ""] =
      /^\s*(?:until=(\d{4}-\d{2}-\d{2})(?=\s|$))?\s*(.*?)\s*$/u.exec(rest) ?? []
    return [
      {
        path,
        rules: rules.split(",").map((name) => name.trim()),
        ...(until !== undefined && { until }),
        ...(reason !== "" && { reason }),
        lines: coveredLines(lines, number, { isFile: file !== undefined, before }),
        range: {
          start: { line: number, character: start },
          end: { line: number, character: start + call.length },
        },
      },
    ]
  })
}

function coveredLines(
  lines: readonly string[],
  number: number,
  { isFile, before }: { readonly isFile: boolean; readonly before: string },
): IgnoreComment["lines"] {
  if (isFile) return { first: 0, last: lines.length }
  if (before.trim() !== "") return { first: number, last: number }
  const next = lines.findIndex((line, index) => index > number && !isEmpty(line))
  if (next === -1) return { first: number, last: number }
  return { first: number, last: lastLine(lines, next, isAtStart(lines, number)) }
}

/** The last line of the field, list entry or document that begins in line `first`. */
function lastLine(lines: readonly string[], first: number, isDocument: boolean): number {
  const text = lines[first] ?? ""
  const indent = indentOf(text)
  const isEntry = /^\s*-\s/u.test(text)
  const begin = isMarker(text) ? first + 1 : first
  const after = lines.findIndex((line, index) => {
    if (index <= begin || isEmpty(line)) return false
    if (isMarker(line)) return true
    if (isDocument || isMarker(text)) return false
    const other = indentOf(line)
    // The entries of a list may stand as far left as its key.
    return other < indent || (other === indent && (isEntry || !/^\s*-\s/u.test(line)))
  })
  return after === -1 ? lines.length : after - 1
}

/** Whether a document begins after nothing but comments above this line. */
function isAtStart(lines: readonly string[], number: number): boolean {
  const above = lines.slice(0, number).findLast((line) => !isEmpty(line))
  return above === undefined || isMarker(above)
}

function isMarker(line: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/u.test(line)
}

function isEmpty(line: string): boolean {
  return /^\s*(?:#|$)/u.test(line)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
