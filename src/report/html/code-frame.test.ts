import { expect, test } from "vitest"
import { createLineIndex } from "../../text/line-index.ts"
import { type FrameLabel, htmlFrame } from "./code-frame.ts"

const text = `spec:
  interval: 10m
  timeout: 1m
  path: ./apps
  sourceRef:
    kind: GitRepository
    name: fleet # <main>
`
const source = createLineIndex(text)

function label(part: string, more: Partial<FrameLabel> = {}): FrameLabel {
  const start = source.positionAt(text.indexOf(part))
  const range = { start, end: { ...start, character: start.character + part.length } }
  return { location: { path: "a.yaml", range }, message: "", look: "error", ...more }
}

/** The frame as a person reads it. */
function read(markup: string): readonly string[] {
  return markup
    .replaceAll("</span>", "")
    .split(/<span class="(?=row|gap|note)/u)
    .slice(1)
    .map((row) =>
      row
        .replace(/<span class="number">(\d+)/u, "$1 ")
        .replace(/<\/?(?:code|pre)[^>]*>/gu, "")
        .replace(/^[^>]*>/u, ""),
    )
}

test("shows the keys around a place, and a sign where lines are left out", () => {
  expect(read(htmlFrame(source, [label("fleet")]).markup)).toEqual([
    "1 spec:",
    "⋮",
    "5   sourceRef:",
    "6     kind: GitRepository",
    '7     name: <mark class="error">fleet</mark> # &lt;main&gt;',
  ])
})

test("marks several places of a line, and says below it what they are; of two that overlap the first is marked", () => {
  const frame = htmlFrame(source, [
    label("name: fleet"),
    label("fleet", { look: "related", message: "not `here`" }),
    label("# <main>", { look: "related", message: "a comment" }),
  ])
  expect(read(frame.markup).slice(-3)).toEqual([
    '7     <mark class="error">name: fleet</mark> <mark class="related"># &lt;main&gt;</mark>',
    "not here",
    "a comment",
  ])
})

test("cuts a line without end around its mark", () => {
  const long = createLineIndex(`a: ${"x".repeat(5000)}fleet${"y".repeat(5000)}\n`)
  const range = { start: { line: 0, character: 5003 }, end: { line: 0, character: 5008 } }
  const { markup } = htmlFrame(long, [
    { location: { path: "a", range }, message: "", look: "info" },
  ])
  expect(markup).toContain('<mark class="info">fleet</mark>')
  expect(markup.length).toBeLessThan(600)
})
