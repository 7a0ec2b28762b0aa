import { describe, expect, test } from "vitest"
import { createLineIndex } from "../../text/line-index.ts"
import { readIgnores } from "./read-ignores.ts"

function ignoresIn(text: string): ReturnType<typeof readIgnores> {
  return readIgnores({ path: "apps.yaml", text, lines: createLineIndex(text) })
}

/** The lines that the first comment covers, from 1. */
function covered(...lines: readonly string[]): readonly [first: number, last: number] | undefined {
  const [first] = ignoresIn(lines.join("\n"))
  return first && [first.lines.first + 1, Math.min(first.lines.last + 1, lines.length)]
}

describe("a comment", () => {
  test("names rules, a day and a reason", () => {
    const text = "interval: 1m # sluice: ignore[a, b] until=2027-01-31 the demo must react fast\n"
    expect(ignoresIn(text)).toEqual([
      {
        path: "apps.yaml",
        rules: ["a", "b"],
        until: "2027-01-31",
        reason: "the demo must react fast",
        lines: { first: 0, last: 0 },
        range: { start: { line: 0, character: 15 }, end: { line: 0, character: 35 } },
      },
    ])
  })

  test("names at least rules", () => {
    expect(ignoresIn("a: 1 # sluice: ignore[b]")).toMatchObject([{ rules: ["b"] }])
    expect(ignoresIn("a: 1 # sluice: ignore[]")).toMatchObject([{ rules: [""] }])
    expect(ignoresIn("a: 1 # sluice: ignore b\nb: sluice:ignore[b]")).toEqual([])
  })

  test("takes a day that is none for a reason", () => {
    expect(ignoresIn("a: 1 # sluice: ignore[b] until=soon")).toMatchObject([
      { reason: "until=soon" },
    ])
  })
})

describe("what a comment covers", () => {
  const ignore = "# sluice: ignore[a]"
  test.each<readonly [string, readonly string[], readonly [number, number]]>([
    ["its line, behind a field", ["a: 1", `b: 2 ${ignore}`, "c: 3"], [2, 2]],
    ["the field below", [`a: 1`, ignore, "b: 2", "c: 3"], [2, 3]],
    ["all of the field below", ["a: 1", ignore, "b:", "  c: 3", "", "  d: 4", "e: 5"], [2, 6]],
    ["a list as far left as its key", ["x: 1", ignore, "b:", "- 1", "- 2", "c: 3"], [2, 5]],
    [
      "an entry of a list",
      ["a:", "  - x: 1", `  ${ignore}`, "  - x: 2", "    y: 3", "  - x: 3"],
      [3, 5],
    ],
    ["the document, before its first field", [ignore, "a: 1", "b: 2", "---", "c: 3"], [1, 3]],
    ["the document below its marker", ["a: 1", "---", ignore, "b: 2", "c: 3"], [3, 5]],
    ["the document whose marker follows", ["a: 1", ignore, "---", "b: 2", "c: 3", "---"], [2, 5]],
    ["the file", ["a: 1", "b: 2 # sluice: ignore-file[a]", "---", "c: 3"], [1, 4]],
    ["nothing but itself, at the end", ["a: 1", ignore], [2, 2]],
    ["a field of YAML in a scalar", ["a: |", `  ${ignore}`, "  b: 1", "  c: 2"], [2, 3]],
  ])("%s", (_title, lines, expected) => {
    expect(covered(...lines)).toEqual(expected)
  })
})
