import { plainStyle, type Style, styleCode, styleCodeLines } from "../report/pretty/style.ts"
import { textWidth, wrap } from "../report/pretty/text-width.ts"
import { visible } from "../report/visible-text.ts"

/** A Markdown page for the terminal: headings, paragraphs, lists, tables and code, nothing more. */
export function renderPage(
  markdown: string,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const blocks = splitBlocks(markdown.replace(/<!--.*?-->\n?/gsu, ""))
  const rendered = blocks.map((block) => renderBlock(block, style, Math.min(width, 100)))
  return `${rendered.filter((text) => text !== "").join("\n\n")}\n`
}

interface Block {
  readonly kind: "code" | "text"
  /** The info string of code. */
  readonly info: string
  readonly lines: readonly string[]
}

function splitBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let info: string | undefined
  const flush = (kind: Block["kind"]): void => {
    if (lines.length > 0) blocks.push({ kind, info: info ?? "", lines })
    lines = []
  }
  for (const line of markdown.split("\n")) {
    const fence = /^```+(.*)$/u.exec(line)
    if (fence) {
      flush(info === undefined ? "text" : "code")
      info = info === undefined ? (fence[1] ?? "").trim() : undefined
    } else if (info === undefined && line.trim() === "") flush("text")
    else lines.push(line)
  }
  flush(info === undefined ? "text" : "code")
  return blocks
}

function renderBlock({ kind, info, lines }: Block, style: Style, width: number): string {
  if (kind === "code") return renderCode(info, lines, style)
  const [first = ""] = lines
  const heading = /^(#+)\s+(.*)$/u.exec(first)
  if (heading) return renderHeading(heading[1] ?? "", visible(heading[2] ?? ""), style)
  if (first.startsWith("|")) return renderTable(lines, style)
  if (/^\s*[-*] /u.test(first)) return renderList(lines, style, width)
  return paragraph(lines.map((line) => line.trim()).join(" "), style, width).join("\n")
}

function renderHeading(marks: string, text: string, style: Style): string {
  return marks.length === 1
    ? `${style("strong", text)}\n${style("dim", "─".repeat(textWidth(text)))}`
    : style("label", text)
}

function renderCode(info: string, lines: readonly string[], style: Style): string {
  const path = info.split(" ").slice(1).join(" ")
  const head = path === "" ? [] : [`  ${style("path", visible(path))}`]
  return [
    ...head,
    ...lines.map((line) => `  ${style("dim", "│")} ${codeText(line, style)}`.trimEnd()),
  ].join("\n")
}

/** What a page expects of a line is the point of its example. */
function codeText(line: string, style: Style): string {
  const at = line.indexOf("# expect:")
  return at < 0
    ? visible(line)
    : `${visible(line.slice(0, at))}${style("error", visible(line.slice(at)))}`
}

function renderTable(lines: readonly string[], style: Style): string {
  const rows = lines
    .filter((line) => !/^\|[\s:|-]+\|$/u.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/gu, "")
        .split("|")
        .map((cell) => visible(cell.trim())),
    )
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => textWidth(inline(row[column] ?? "", plainStyle)))),
  )
  return rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0, style))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}

function padded(cell: string, width: number, style: Style): string {
  return inline(cell, style) + " ".repeat(Math.max(0, width - textWidth(inline(cell, plainStyle))))
}

function renderList(lines: readonly string[], style: Style, width: number): string {
  const entries: string[] = []
  for (const line of lines) {
    const start = /^\s*[-*] (.*)$/u.exec(line)
    if (start) entries.push(start[1] ?? "")
    else entries.push(`${entries.pop() ?? ""} ${line.trim()}`)
  }
  return entries
    .map((entry) =>
      paragraph(entry, style, width - 4)
        .map((line, index) => `  ${index === 0 ? "•" : " "} ${line}`)
        .join("\n"),
    )
    .join("\n")
}

function paragraph(text: string, style: Style, width: number): readonly string[] {
  return styleCodeLines(style, wrap(withoutMarks(text, plainStyle), width))
}

function inline(text: string, style: Style): string {
  return styleCode(style, withoutMarks(text, style))
}

/** Links show their address, emphasis its look. */
function withoutMarks(text: string, style: Style): string {
  const linked = visible(text)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/gu, (_whole, label: string, url: string) =>
      /^https?:/u.test(url) ? `${label} <${url}>` : label,
    )
    .replace(/<(https?:[^>\s]+)>/gu, "$1")
  return linked.replace(/\*\*([^*]+)\*\*/gu, (_whole, bold: string) => style("strong", bold))
}
