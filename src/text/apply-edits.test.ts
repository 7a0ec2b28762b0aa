import { describe, expect, test } from "vitest"
import { applyEdits } from "./apply-edits.ts"
import type { TextEdit } from "./position.ts"

const text = "name: podinfo\nnamespace: apps\n"

function edit(line: number, start: number, end: number, newText: string): TextEdit {
  return { range: { start: { line, character: start }, end: { line, character: end } }, newText }
}

describe("edits", () => {
  test.each<[string, readonly TextEdit[], string]>([
    ["nothing", [], text],
    ["a replacement", [edit(0, 6, 13, "flux")], "name: flux\nnamespace: apps\n"],
    ["two, in any order", [edit(1, 11, 15, "x"), edit(0, 6, 13, "y")], "name: y\nnamespace: x\n"],
    [
      "insertions at one place, in their order",
      [edit(0, 0, 0, "a"), edit(0, 0, 0, "b")],
      `ab${text}`,
    ],
    [
      "an insertion before a replacement",
      [edit(0, 0, 4, "c"), edit(0, 0, 0, "b")],
      "bc: podinfo\nnamespace: apps\n",
    ],
    ["ranges that touch", [edit(0, 0, 4, "a"), edit(0, 4, 6, "b")], "abpodinfo\nnamespace: apps\n"],
  ])("%s", (_, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected)
  })

  test("that overlap are refused", () => {
    expect(() => applyEdits(text, [edit(0, 0, 4, ""), edit(0, 3, 5, "")])).toThrow(
      "The edit at offset 3 overlaps the one before it.",
    )
  })

  test("that end before they start are refused", () => {
    expect(() => applyEdits(text, [edit(0, 4, 2, "")])).toThrow(
      "The edit at offset 4 ends before it starts.",
    )
  })
})
