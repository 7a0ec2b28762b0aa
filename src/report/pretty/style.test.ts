import { expect, test } from "vitest"
import { type Style, styleCode, styleCodeLines } from "./style.ts"

const marked: Style = (_role, text) => `<${text}>`

test.each<[string, readonly string[], readonly string[]]>([
  ["no code", ["a b", "c"], ["a b", "c"]],
  ["code in one line", ["a `b` c `d`"], ["a <`b`> c <`d`>"]],
  ["code across lines", ["a `b c", "d` e `f`", "g"], ["a <`b c>", "<d`> e <`f`>", "g"]],
  ["code across three lines", ["`a", "b", "c`"], ["<`a>", "<b>", "<c`>"]],
  ["an odd mark", ["a ` b"], ["a ` b"]],
])("%s", (_title, lines, expected) => {
  expect(styleCodeLines(marked, lines)).toEqual(expected)
})

test("the marks stay", () => {
  expect(styleCode(marked, "Set `a` to `b`.")).toBe("Set <`a`> to <`b`>.")
})
