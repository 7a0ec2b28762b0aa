import fc from "fast-check"
import { marked } from "marked"
import { describe, expect, test } from "vitest"
import { reportJobSummary, takeRows } from "../../src/report/job-summary.ts"
import { reportMarkdown } from "../../src/report/markdown.ts"
import { markdownCode, markdownMessage, markdownText } from "../../src/report/markdown-text.ts"
import {
  brokenReference,
  manyFindings,
  sampleReport,
  sampleSkips,
} from "../../src/report/testdata/sample-report.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"

const size = (text: string): number => new TextEncoder().encode(text).length

/** What a reader of GitHub's Markdown makes of it. */
function html(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true })
}

const summaryOf = (report = sampleReport(), written = 0): string =>
  reportJobSummary(report, {
    written,
    linkTo: (path, line) => `https://github.example/o/r/blob/c0ffee/${path}#L${line}`,
  })

test("has the verdict, rules with their numbers, findings, and what was not checked", () => {
  expect(reportMarkdown(sampleReport({ skipped: sampleSkips.slice(4) }))).toMatchSnapshot()
})

test("a healthy repository is two lines", () => {
  expect(
    reportMarkdown(sampleReport({ findings: [] }))
      .split("\n")
      .filter(Boolean),
  ).toHaveLength(2)
})

describe("the job summary", () => {
  test("shows the worst twenty, with links, and counts the others", () => {
    const findings = [...manyFindings(30, "info"), brokenReference]
    const page = html(summaryOf(sampleReport({ findings })))
    expect(page.match(/<li>/gu)).toHaveLength(20)
    expect(page).toContain("… and 11 more findings")
    expect(page.indexOf("ks-source-missing")).toBeLessThan(page.indexOf("Finding number 0"))
    expect(page).toContain(
      'href="https://github.example/o/r/blob/c0ffee/clusters/production/apps.yaml#L13"',
    )
  })

  /** Of a size that one can choose: what is written before it counts. */
  test.each([0, 1])("%i bytes more than 1,000 KiB are cut, between two rows", (excess) => {
    const whole = summaryOf()
    const text = summaryOf(sampleReport(), 1000 * 1024 - size(whole) + excess)
    expect(size(text)).toBeLessThanOrEqual(size(whole))
    expect(text === whole).toBe(excess === 0)
    const rows = text.split("\n").filter((row) => !whole.includes(row))
    expect(rows).toEqual(
      excess === 0 ? [] : ["… the rest does not fit here; the log has all findings."],
    )
  })

  test("endless messages and tables stay below 1,000 KiB", () => {
    const findings = manyFindings(20_000, "error").map((finding, index) => ({
      ...finding,
      rule: `rule-${index}`,
      message: "日本".repeat(5000),
    }))
    const text = summaryOf(sampleReport({ findings }))
    expect(size(text)).toBeLessThanOrEqual(1000 * 1024)
    expect(text).toContain("does not fit here")
  })

  test("nothing is written where nothing fits", () => {
    expect(takeRows(["a row\n"], 3)).toBe("")
  })
})

describe("hostile text", () => {
  const evil = fc
    .array(fc.oneof(fc.constantFrom(...hostilePieces), fc.string({ maxLength: 5 })), {
      minLength: 1,
      maxLength: 10,
    })
    .map((pieces) => pieces.join(""))

  test("makes no element, no link, no picture and no mention", () => {
    fc.assert(
      fc.property(evil, (text) => {
        const written = [markdownText(text), markdownCode(text), markdownMessage(text)]
        for (const part of written) {
          const page = html(`- ${part}\n\n| x |\n| - |\n| ${part} |\n`)
          const tags = [...page.matchAll(/<\/?([a-z]+)(\s[^>]*)?>/gu)]
          const known = ["ul", "li", "p", "table", "thead", "tbody", "tr", "th", "td", "code"]
          expect(tags.filter(([, name = ""]) => !known.includes(name))).toEqual([])
          expect(tags.flatMap(([, , attributes]) => attributes ?? [])).toEqual([])
          expect(page.match(/<td>/gu)).toHaveLength(1)
          const outside = page.replace(/<code>.*?<\/code>/gsu, "")
          expect(outside).not.toMatch(/@(?:[a-z\d]|&#)|(?<!&)#\d|\bGH-\d|:\/\/|www\./iu)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test("the text that is read is the text that was written", () => {
    const text = "a*b_c`d`<e>&f|g[h](i)!j#k~~l~~ \\m 1. - $n$ {o} \"p\" 'q'"
    const page = html(markdownText(text)).replace(/<\/?p>\n?/gu, "")
    const read = page
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll("&amp;", "&")
      .replaceAll("\u200b", "")
    expect(read).toBe(text)
  })

  test.each(hostilePieces.map((piece) => [piece]))(
    "a whole report keeps %j in its place",
    (piece) => {
      const page = html(reportMarkdown(hostileReport(piece)))
      expect(page).not.toMatch(/<(?:script|img|iframe|style)\b/iu)
      for (const [, href = ""] of page.matchAll(/href="([^"]*)"/gu)) {
        expect(href).toMatch(/^https:\/\/sluice\.dev\/rules\//u)
      }
    },
  )
})
