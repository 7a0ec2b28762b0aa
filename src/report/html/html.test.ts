import { describe, expect, test } from "vitest"
import { html } from "./html.ts"
import { richText, withCode } from "./rich-text.ts"

describe("html", () => {
  test("escapes every text, in elements and in attributes", () => {
    const evil = `"><script>alert(1)</script>&'`
    expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&apos;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&apos;</p>',
    )
  })

  test("shows what is invisible or turns the writing direction", () => {
    expect(html`${"a\u202eb\u0000\u200b\ud800\n"}`.markup).toBe("a\\u202eb\\x00\\u200b\\ud800\\n")
  })

  test("takes pieces, lists and numbers, and writes nothing for what is absent", () => {
    const rows = ["<", 2].map((value) => html`<li>${value}</li>`)
    expect(html`<ul>${rows}</ul>${undefined}`.markup).toBe("<ul><li>&lt;</li><li>2</li></ul>")
  })

  test("takes an object that only looks like a piece for nothing", () => {
    // What was read from a blob may have any shape.
    const forged = JSON.parse('{"markup":"<script>"}') as string
    expect(() => html`${forged}`).toThrow(TypeError)
  })
})

describe("messages", () => {
  test.each([
    ["Set `a` to `<b>`.", "Set <code>a</code> to <code>&lt;b&gt;</code>."],
    ["A lone ` stays.", "A lone ` stays."],
    ["Two `` in a row `stay`.", "Two `` in a row `stay`."],
  ])("have code between backticks: %s", (text, expected) => {
    expect(withCode(text).markup).toBe(expected)
  })

  test("keep the lines of a tool", () => {
    expect(richText("It failed:\n  at <a>\n  at b\n").markup).toBe(
      'It failed:<span class="quoted"><span>  at &lt;a&gt;</span><span>  at b</span></span>',
    )
  })
})
