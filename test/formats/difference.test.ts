import { createHash } from "node:crypto"
import fc from "fast-check"
import { marked } from "marked"
import { describe, expect, test } from "vitest"
import { differenceHtml, differenceStyle } from "../../src/report/diff/difference-html.ts"
import { differenceMarkdown, maxMarkdownBytes } from "../../src/report/diff/difference-markdown.ts"
import { differenceText } from "../../src/report/diff/difference-text.ts"
import {
  hostileDifference,
  sampleChange,
  sampleDifference,
} from "../../src/report/diff/testdata/sample-difference.ts"
import { plainStyle } from "../../src/report/pretty/style.ts"
import { textWidth } from "../../src/report/pretty/text-width.ts"
import { hostilePieces } from "./hostile-report.ts"

const text = (difference = sampleDifference(), width = 80): string =>
  differenceText(difference, { style: plainStyle, width })

/** What a reader of GitHub's Markdown makes of it. */
function html(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true })
}

/** Names of the elements of a page, and of their attributes. */
function markupOf(page: string): {
  readonly tags: readonly string[]
  readonly attributes: string[]
} {
  const elements = [...page.matchAll(/<(\/?[a-z!][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/giu)]
  const rest = elements.reduce((left, [element]) => left.replace(element, ""), page)
  expect(rest).not.toMatch(/<[a-z!/]/iu)
  const attributes = elements.flatMap(([, , all = ""]) =>
    [...all.matchAll(/([a-z-]+)(?:="[^"]*")?/giu)].map(([, name = ""]) => name),
  )
  return { tags: elements.map(([, name = ""]) => name.replace("/", "")), attributes }
}

const hostile: readonly string[] = [
  ...hostilePieces,
  "```\n</details><script>alert(1)</script>\n```",
  "</code></summary></details><img src=x onerror=alert(1)>",
  "</span></pre><iframe src=//evil.example>",
  "</style><script>",
  '"><a href="javascript:alert(1)">',
  "@everyone #1 GH-1 https://evil.example www.evil.example",
  "[a](javascript:alert(1)) ![b](https://evil.example/c.png)",
  "<!-- sluice: the one comment on this pull request -->",
  "::error::evil",
  "\n\n## not a heading\n\n- [x] no\n",
  "| a | b |\n| - | - |",
]

describe("the verdict comes first, whatever the format", () => {
  const difference = sampleDifference({
    objects: [
      sampleChange({
        action: "deleted",
        fields: [],
        dangers: [{ category: "data-loss", message: "Namespace a is deleted." }],
      }),
    ],
  })
  const verdict = "sluice diff: danger (1 data loss): 1 object is deleted"

  test("text", () => expect(text(difference).split("\n")[0]).toBe(verdict))
  test("markdown", () =>
    expect(html(differenceMarkdown(difference))).toContain(`<h2>${verdict}</h2>`))
  test("html", () => expect(differenceHtml(difference)).toContain(`<h1>${verdict}</h1>`))

  test("and says when nothing changes, and when that is not all", () => {
    const same = sampleDifference({ objects: [], appliers: [] })
    expect(text(same).split("\n")[0]).toBe("sluice diff: nothing changes")
    const uncompared = [{ what: "what a applies", reason: "b", side: "both" }] as const
    expect(text({ ...same, uncompared }).split("\n")[0]).toBe(
      "sluice diff: nothing changes, but 1 thing could not be compared",
    )
  })

  test("and says what the change keeps from being built, but not what failed before", () => {
    const failing = { what: "what a applies", reason: "b", failed: true } as const
    const verdict = (side: "after" | "both"): string | undefined =>
      text(sampleDifference({ uncompared: [{ ...failing, side }] }), 200).split("\n")[0]
    const rest = "1 object changes, and no danger was found, but 1 thing could not be compared"
    expect(verdict("after")).toBe(`sluice diff: 1 build fails by the change; ${rest}`)
    expect(verdict("both")).toBe(`sluice diff: ${rest}`)
  })
})

describe("text", () => {
  test("has a field that fits on one line, and both lines of one that does not", () => {
    const long = "a".repeat(70)
    const fields = [
      { path: "spec.replicas", kind: "changed", before: 1, after: 2 },
      { path: "spec.host", kind: "changed", before: long, after: `${long}b` },
      {
        path: "data.file",
        kind: "changed",
        before: "a\nb\nc\nd\ne\nf\n",
        after: "a\nb\nc\nd\nx\nf\n",
      },
      { path: "spec.list[a]", kind: "added", after: { name: "a", values: ["yes", "1"] } },
    ] as const
    const lines = text(sampleDifference({ objects: [sampleChange({ fields })] })).split("\n")
    expect(lines).toEqual(
      expect.arrayContaining([
        "        spec.replicas: 1 → 2",
        `      - spec.host: ${long}`,
        `      + spec.host: ${long}b`,
        "      -   e",
        "      +   x",
        "          d",
        "      +   name: a",
        '      +   - "yes"',
      ]),
    )
    expect(lines).not.toContain("          a")
  })

  test("says one reason once, however many things it keeps from being compared", () => {
    const uncompared = ["a", "b", "c", "d", "e"].map((what) => ({
      what,
      reason: "it is offline",
      side: what === "e" ? ("after" as const) : ("both" as const),
    }))
    const lines = text(sampleDifference({ uncompared })).split("\n")
    const at = lines.indexOf("Not compared")
    expect(lines.slice(at, at + 4)).toEqual([
      "Not compared",
      "  e (after the change): it is offline",
      "  a, b, c and 1 more: it is offline",
      "",
    ])
  })

  test("prose keeps to the width", () => {
    const message = "word ".repeat(60).trim()
    const objects = [sampleChange({ fields: [], dangers: [{ category: "pruned", message }] })]
    const uncompared = [{ what: message, reason: message, side: "both" }] as const
    const widths = text(sampleDifference({ objects, uncompared })).split("\n").map(textWidth)
    expect(Math.max(...widths)).toBeLessThanOrEqual(80)
  })

  test.each(hostile)("nothing of %j reaches the terminal", (evil) => {
    const printed = text(hostileDifference(`\u001b]8;;x\u0007${evil}\u202e`))
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

describe("markdown", () => {
  const many = (count: number, more = ""): ReturnType<typeof sampleDifference> =>
    sampleDifference({
      objects: Array.from({ length: count }, (_, index) =>
        sampleChange({
          id: { group: "", kind: "ConfigMap", namespace: "apps", name: `map-${index}${more}` },
        }),
      ),
    })

  test("65,536 characters are not passed; it is cut between objects, and the others are counted", () => {
    const difference = many(1000)
    const cut = differenceMarkdown(difference)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(65_536)
    expect(Buffer.byteLength(cut)).toBeGreaterThan(64_000)
    const shown = cut.match(/<details>/gu)?.length ?? 0
    expect(cut.match(/<\/details>/gu)).toHaveLength(shown)
    expect(cut).toContain(`… and ${1000 - shown} more objects, for which there is no room here`)
    expect(differenceMarkdown(many(3))).not.toContain("no room")
  })

  test("what fits exactly is whole, one byte less is not", () => {
    const whole = differenceMarkdown(many(20))
    const size = Buffer.byteLength(whole)
    expect(differenceMarkdown(many(20), size)).toBe(whole)
    expect(differenceMarkdown(many(20), size - 1)).toContain("more object")
    expect(Buffer.byteLength(differenceMarkdown(many(20), size - 1))).toBeLessThan(size)
  })

  test("names without end, dangers without number and lines without limit leave room", () => {
    const evil = "日本`".repeat(20_000)
    const objects = Array.from({ length: 500 }, () => hostileDifference(evil).objects).flat()
    const printed = differenceMarkdown({ ...hostileDifference(evil), objects })
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(maxMarkdownBytes)
    expect(printed).toContain("more objects, for which there is no room here")
  })

  const known = ["h2", "h3", "p", "ul", "li", "strong", "code", "pre", "details", "summary", "br"]

  test.each(hostile)("%j is text", (evil) => {
    const printed = differenceMarkdown(hostileDifference(evil))
    const page = html(printed)
    const { tags, attributes } = markupOf(page)
    expect([...new Set(tags)].filter((tag) => !known.includes(tag))).toEqual([])
    expect([...new Set(attributes)].filter((name) => name !== "class")).toEqual([])
    const outside = page.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/gu, "")
    expect(outside).not.toMatch(/@\w|(?<!&)#\d|GH-\d|:\/\//u)
  })

  test("any text keeps the details that there are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (evil) => {
        const page = html(differenceMarkdown(hostileDifference(evil)))
        expect(markupOf(page).tags.filter((tag) => tag === "details")).toHaveLength(8)
      }),
      { numRuns: 200 },
    )
  })
})

describe("html", () => {
  const known = [
    ...["html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "b"],
    ...["code", "pre", "details", "summary", "small", "span", "!doctype"],
  ]

  test.each(hostile)("%j is text", (evil) => {
    const page = differenceHtml(hostileDifference(evil))
    const { tags, attributes } = markupOf(page)
    expect([...new Set(tags)].filter((tag) => !known.includes(tag))).toEqual([])
    const allowed = ["html", "lang", "charset", "http-equiv", "content", "name", "class", "open"]
    expect([...new Set(attributes)].filter((name) => !allowed.includes(name))).toEqual([])
  })

  test("runs nothing, fetches nothing, and has no other style", () => {
    const page = differenceHtml(sampleDifference())
    const digest = createHash("sha256").update(differenceStyle).digest("base64")
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${digest}'`)
    expect(page).toContain(`<style>${differenceStyle}</style>`)
    expect(page).not.toMatch(/https?:|src=|href=|<script/u)
  })
})
