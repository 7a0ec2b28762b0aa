// node scripts/picture.mjs: draws what `sluice check` prints on the bundled example into docs/check.svg, for the README.
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "..")
const shownLines = 61
const [charWidth, lineHeight, margin] = [8.4, 19, 20]
const colors = {
  31: "#f47067",
  32: "#57ab5a",
  33: "#daaa3f",
  34: "#539bf5",
  35: "#b083f0",
  36: "#39c5cf",
}

const flags = ["--offline", "--exit-zero", "--no-progress", "--color", "always"]
const environment = { PATH: process.env.PATH, HOME: process.env.HOME, COLUMNS: "100" }
const output = execFileSync(
  process.execPath,
  [join(root, "dist/cli.js"), "check", join(root, "fixtures/example/repo"), ...flags],
  { encoding: "utf8", env: environment },
).trimEnd()
const all = output.split("\n")
const rest = all.slice(-4)
const lines = [
  "\u001b[2m$\u001b[22m npx sluice",
  "",
  ...all.slice(0, shownLines),
  "",
  "\u001b[2m  ⋮\u001b[22m",
  ...rest,
]
writeFileSync(join(root, "docs/check.svg"), draw(lines))

function draw(text) {
  const width = Math.ceil(104 * charWidth + 2 * margin)
  const height = text.length * lineHeight + 2 * margin
  const rows = text
    .map((line, index) => row(line, margin + (index + 1) * lineHeight - 5))
    .join("\n")
  const font =
    'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>
<title>What sluice check prints on the bundled example</title>
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
${rows}
</svg>
`
}

function row(line, y) {
  const style = { bold: false, dim: false, underline: false, color: "#adbac7" }
  let column = 0
  const spans = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences.
  for (const part of line.split(/(\u001b\[[0-9;]*m)/u)) {
    if (part.startsWith("\u001b")) apply(style, part)
    else if (part !== "") {
      spans.push(span(part, column, style))
      column += [...part].length
    }
  }
  return `<text y="${y}" xml:space="preserve">${spans.join("")}</text>`
}

function apply(style, code) {
  for (const number of code.slice(2, -1).split(";").map(Number)) {
    if (number === 0)
      Object.assign(style, { bold: false, dim: false, underline: false, color: "#adbac7" })
    else if (number === 1) style.bold = true
    else if (number === 2) style.dim = true
    else if (number === 4) style.underline = true
    else if (number === 22) Object.assign(style, { bold: false, dim: false })
    else if (number === 24) style.underline = false
    else if (number === 39) style.color = "#adbac7"
    else if (colors[number]) style.color = colors[number]
  }
}

function span(text, column, { bold, dim, underline, color }) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  const x = (margin + column * charWidth).toFixed(1)
  const width = ([...text].length * charWidth).toFixed(1)
  const weight = bold ? ' font-weight="bold"' : ""
  const decoration = underline ? ' text-decoration="underline"' : ""
  const opacity = dim ? ' opacity="0.6"' : ""
  return `<tspan x="${x}" textLength="${width}" fill="${color}"${weight}${decoration}${opacity}>${escaped}</tspan>`
}
