import { expect, test } from "vitest"
import { appendDifference } from "./append-difference.ts"
import { differenceMarkdown } from "./difference-markdown.ts"
import { sampleChange, sampleDifference } from "./testdata/sample-difference.ts"

const objects = Array.from({ length: 10 }, (_, index) =>
  sampleChange({
    id: { group: "", kind: "ConfigMap", name: `map-${index}` },
    fields: [{ path: "data.a", kind: "added", after: "a\n<details>\n</details>\n" }],
  }),
)
const markdown = differenceMarkdown(sampleDifference({ objects }))
const details = (text: string): number => text.match(/^<details>/gmu)?.length ?? 0

test("all of it, where there is room", () => {
  expect(appendDifference("report\n", markdown, 65_000)).toBe(`report\n\n${markdown}`)
  expect(details(markdown)).toBe(10)
})

test("what fits, and how much that leaves out", () => {
  const size = Buffer.byteLength(markdown)
  const text = appendDifference("report\n", markdown, size - 100)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(size - 100)
  expect(text.startsWith("report\n\n## sluice diff: ")).toBe(true)
  const left = Number(/… and (\d+) more objects? of the difference/u.exec(text)?.[1])
  expect(details(text) + left).toBe(10)
  expect(left).toBeGreaterThan(0)
  expect(text.match(/^<\/details>/gmu)).toHaveLength(details(text))
})

test("nothing, where not even its head fits", () => {
  expect(appendDifference("report\n", markdown, 100)).toBe("report\n")
})
