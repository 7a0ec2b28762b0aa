import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createLineIndex } from "./line-index.ts"

describe("positions of offsets", () => {
  test.each([
    ["", 0, 0, 0],
    ["kind: Kustomization", 6, 0, 6],
    ["a\nb", 1, 0, 1],
    ["a\nb", 2, 1, 0],
    ["a\nb\n", 4, 2, 0],
    ["a\r\nb", 3, 1, 0],
    ["a\r\nb", 2, 0, 2],
    ["a\rb", 2, 1, 0],
    ["\r\r\n\n", 1, 1, 0],
    ["\r\r\n\n", 4, 3, 0],
    ["😀b", 2, 0, 2],
    ["a", -5, 0, 0],
    ["a\nb", 99, 1, 1],
  ])("%j at %i is line %i, column %i", (text, offset, line, character) => {
    expect(createLineIndex(text).positionAt(offset)).toEqual({ line, character })
  })
})

describe("offsets of positions", () => {
  test.each([
    ["a\nbc\n", 1, 1, 3],
    ["a\nbc\n", 1, 99, 4],
    ["a\r\nbc", 0, 99, 1],
    ["a\nbc", 99, 0, 4],
    ["a\nbc", -1, 3, 0],
    ["a\nbc", 1, -1, 2],
  ])("%j at line %i, column %i is %i", (text, line, character, offset) => {
    expect(createLineIndex(text).offsetAt({ line, character })).toBe(offset)
  })
})

describe("lines", () => {
  test.each([
    ["", [""]],
    ["a", ["a"]],
    ["a\n", ["a", ""]],
    ["a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]],
  ])("%j has the lines %j", (text, expected) => {
    const lines = createLineIndex(text)
    expect(lines.lineCount).toBe(expected.length)
    expect(expected.map((_, line) => lines.lineText(line))).toEqual(expected)
    expect(lines.lineText(expected.length)).toBe("")
    expect(lines.lineText(-1)).toBe("")
  })
})

test("offset to position to offset comes back, but for a place inside CRLF", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é", "😀") }),
      fc.nat(30),
      (text, offset) => {
        const lines = createLineIndex(text)
        const wanted = Math.min(offset, text.length)
        const isInsideCrLf = text[wanted - 1] === "\r" && text[wanted] === "\n"
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(isInsideCrLf ? wanted - 1 : wanted)
      },
    ),
    { numRuns: 2000 },
  )
})
