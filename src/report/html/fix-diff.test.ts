import { describe, expect, test } from "vitest"
import type { Finding } from "../../model/index.ts"
import { createLineIndex } from "../../text/line-index.ts"
import type { TextEdit } from "../../text/position.ts"
import { fixDiff } from "./fix-diff.ts"

const lines = Array.from({ length: 30 }, (_, index) => `line${index + 1}: old`)
const text = `${lines.join("\n")}\n`
const report = { source: (path: string) => (path === "a.yaml" ? createLineIndex(text) : undefined) }

function edit(line: number, from: number, to: number, newText: string): TextEdit {
  const place = (character: number) => ({ line: line - 1, character })
  return { range: { start: place(from), end: place(to) }, newText }
}

function rows(edits: readonly TextEdit[], path = "a.yaml"): readonly string[] {
  const fix: Finding["fix"] = { title: "Fix it", applicability: "safe", edits: { [path]: edits } }
  return fixDiff(fix, report).flatMap(({ markup }) =>
    [
      ...markup.matchAll(
        /<span class="number">(\d*)<\/span><span class="sign">(.)<\/span><code>(.*?)<\/code>/gu,
      ),
    ].map(([, number, sign, line]) => `${number}${sign}${line}`),
  )
}

describe("a fix", () => {
  test("is shown with the lines around it, by the numbers that they have now", () => {
    expect(rows([edit(10, 8, 11, "new")])).toEqual([
      "8 line8: old",
      "9 line9: old",
      "10-line10: old",
      "+line10: new",
      "11 line11: old",
      "12 line12: old",
    ])
  })

  test("of several places is shown place by place; near ones together", () => {
    const shown = rows([edit(25, 0, 0, "added: 1\n"), edit(2, 8, 10, "x"), edit(4, 0, 4, "LINE")])
    expect(shown.filter((row) => !/^\d+ /u.test(row))).toEqual([
      "2-line2: old",
      "+line2: ox",
      "4-line4: old",
      "+LINE4: old",
      "+added: 1",
    ])
    expect(shown).toContain("3 line3: old")
    expect(shown).not.toContain("12 line12: old")
  })

  test("may remove lines", () => {
    const removal: TextEdit = {
      range: { start: { line: 4, character: 0 }, end: { line: 6, character: 0 } },
      newText: "",
    }
    expect(rows([removal]).filter((row) => row.includes("-"))).toEqual([
      "5-line5: old",
      "6-line6: old",
    ])
  })

  test("is left out where the text is not at hand, or where edits do not go together", () => {
    expect(rows([edit(1, 0, 1, "x")], "gone.yaml")).toEqual([])
    expect(rows([edit(1, 0, 4, "x"), edit(1, 2, 6, "y")])).toEqual([])
  })

  test("that changes very much is cut, and says so", () => {
    const all = lines.map((line, index) => edit(index + 1, 0, line.length, `a\nb\nc\nd${index}`))
    const fix: Finding["fix"] = { title: "", applicability: "safe", edits: { "a.yaml": all } }
    expect(fixDiff(fix, report)[0]?.markup).toContain("… 90 more lines")
  })
})
