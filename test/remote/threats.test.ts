import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const table = readFileSync(`${root}test/remote/README.md`, "utf8")
const rows = [...table.matchAll(/^\| (\d+) \|.*\| `([^`]+)`: (.+) \|$/gmu)]

test.each(rows.map(([, row = "", file = "", title = ""]) => ({ row, file, title })))(
  "row $row: $file has $title",
  ({ file, title }) => {
    expect(readFileSync(`${root}${file}`, "utf8")).toContain(title)
  },
)

test("every row has a test", () => {
  const found = new Set(rows.map(([, row]) => Number(row)))
  expect([...found]).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 20, 21, 22, 25])
})
