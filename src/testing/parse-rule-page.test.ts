import { describe, expect, test } from "vitest"
import { correctSection } from "./correct-section.ts"
import { parseRulePage } from "./parse-rule-page.ts"

const fence = "```"

function pageOf(...blocks: readonly string[]) {
  return parseRulePage(blocks.join("\n"))
}

function block(info: string, ...lines: readonly string[]): string {
  return [fence + info, ...lines, fence].join("\n")
}

describe("parseRulePage", () => {
  test("gives each section the files above the first one, but for those of its own", () => {
    const [own, common] = pageOf(
      block("yaml a.yaml", "a: 1"),
      "## Own",
      block("yaml a.yaml", "a: 2 # expect: some-rule"),
      "## Common",
      block("yaml b.yaml", "b: 1"),
    )
    expect(own?.files).toEqual({ "a.yaml": "a: 2\n" })
    expect(own?.expected).toEqual([{ rule: "some-rule", path: "a.yaml", line: 1 }])
    expect(common?.files).toEqual({ "a.yaml": "a: 1\n", "b.yaml": "b: 1\n" })
  })

  test("refuses a file that a section has twice", () => {
    const twice = () => pageOf("## Two", block("yaml a.yaml", "a: 1"), block("yaml a.yaml", "a: 2"))
    expect(twice).toThrow('The section "Two" has a.yaml twice.')
  })
})

describe("correctSection", () => {
  const correct = (...lines: readonly string[]) => {
    const [section] = pageOf(
      "## One",
      block("yaml a.yaml", "a: 1 # expect: some-rule", "b: 2", "---", "b: 2"),
      block("diff a.yaml", ...lines),
    )
    return section && correctSection(section).files["a.yaml"]
  }

  test("changes the lines of a diff, found by those around them", () => {
    expect(correct("-a: 1", "+a: 3", " b: 2")).toBe("a: 3\nb: 2\n---\nb: 2\n")
  })

  test("takes a file away of which nothing stays", () => {
    expect(correct("-a: 1", "-b: 2", "----", "-b: 2")).toBeUndefined()
  })

  test.each([
    ["fits nowhere", ["-c: 1"], "fits at 0 places"],
    ["fits twice", ["-b: 2", "+b: 3"], "fits at 2 places"],
  ])("refuses a diff that %s", (_, lines, reason) => {
    expect(() => correct(...lines)).toThrow(`The diff of a.yaml ${reason}, not at one.`)
  })

  test("makes a file that was not there, and takes what --fix has made", () => {
    const [section] = pageOf(
      "## One",
      block("yaml a.yaml", "a: 1"),
      block("yaml fixed a.yaml", "a: 2"),
      block("diff b.yaml", "+b: 1"),
    )
    expect(section && correctSection(section).files).toEqual({
      "a.yaml": "a: 2\n",
      "b.yaml": "b: 1\n",
    })
  })
})
