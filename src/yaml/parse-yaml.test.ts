import { describe, expect, test } from "vitest"
import { dereference, type YamlNode } from "./node.ts"
import { parseYaml } from "./parse-yaml.ts"
import { toJson } from "./to-json.ts"

/** The documents as JSON. */
function values(text: string): readonly unknown[] {
  return parseYaml(text).documents.map((document) =>
    JSON.parse(JSON.stringify(toJson(document) ?? null)),
  )
}

/** Each error as `start-end text: message`. */
function errors(text: string): readonly string[] {
  return parseYaml(text).documents.flatMap((document) =>
    document.errors.map(
      ({ message, start, end }) => `${start}-${end} ${text.slice(start, end)}: ${message}`,
    ),
  )
}

function root(text: string): YamlNode {
  const node = parseYaml(text).documents[0]?.root
  if (node === undefined) throw new Error("The document has no value.")
  return node
}

describe("a stream", () => {
  test.each([
    ["one document without a marker", "name: podinfo\n", [{ name: "podinfo" }]],
    ["two documents", "name: podinfo\n---\nname: flux\n", [{ name: "podinfo" }, { name: "flux" }]],
    ["a marker before the first", "---\nname: podinfo\n", [{ name: "podinfo" }]],
    ["a comment before the first marker", "# apps\n\n---\nname: podinfo\n", [{ name: "podinfo" }]],
    [
      "a document between two markers that is empty",
      "a: 1\n---\n---\nb: 2\n",
      [{ a: 1 }, null, { b: 2 }],
    ],
    ["a marker at the end", "a: 1\n---\n", [{ a: 1 }, null]],
    ["a value on the line of the marker", "--- podinfo\n--- |\n  flux\n", ["podinfo", "flux\n"]],
    ["the end marker", "a: 1\n...\n---\nb: 2\n...\n", [{ a: 1 }, { b: 2 }]],
    ["nothing", "", [null]],
    ["only comments", "# nothing here\n\n", [null]],
    ["Windows line ends", "a: 1\r\n---\r\nb: |\r\n  x\r\n  y\r\n", [{ a: 1 }, { b: "x\ny\n" }]],
    ["a byte order mark", "\uFEFFa: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a byte order mark before a marker", "\uFEFF---\na: 1\n", [{ a: 1 }]],
    ["directives", "%YAML 1.1\n%TAG !e! tag:e.com,2000:\n---\na: !e!b c\n", [{ a: "c" }]],
    ["a list as root", "- a\n- b\n", [["a", "b"]]],
    ["dashes that are no marker", "---a: 1\n--- # b\n----: 2\n", [{ "---a": 1 }, { "----": 2 }]],
  ])("holds %s", (_, text, expected) => {
    expect(values(text)).toEqual(expected)
    expect(errors(text)).toEqual([])
  })

  test("gives each document its place in the file", () => {
    const text = "# first\na: 1\n---\nb: 2\n...\n# third\n---\nc: 3\n"
    const places = parseYaml(text).documents.map(({ start, end }) => text.slice(start, end))
    expect(places).toEqual(["# first\na: 1\n", "---\nb: 2\n...\n", "# third\n---\nc: 3\n"])
  })

  test("keeps an error in its document", () => {
    const text = "a: 1\n---\nb: [\n---\nc: 3\n---\nd: *nothing\n---\ne: 5\n"
    expect(values(text)).toEqual([{ a: 1 }, null, { c: 3 }, null, { e: 5 }])
    expect(errors(text)).toEqual([
      "12-13 [: the closing `]` is missing",
      "30-38 *nothing: no anchor `&nothing` stands before the alias `*nothing`",
    ])
  })

  test("ends a block scalar at a marker", () => {
    expect(values("script: |\n  echo\n---\nb: 1\n")).toEqual([{ script: "echo\n" }, { b: 1 }])
  })

  test("does not carry anchors from one document to the next", () => {
    expect(errors("a: &x 1\n---\nb: *x\n")).toHaveLength(1)
  })
})

describe("an error names its place and its reason", () => {
  test.each([
    ["a: 1\n\tb: 2\n", "5-10 \tb: 2: a tab is used for indentation"],
    ["a: |\n\tb\n", "5-7 \tb: a tab is used for indentation"],
    ["a:\n  b: 1\n c: 2\n", "11-15 c: 2: this is indented differently from the entries before it"],
    ["a: b: c\n", "4-5 :: `: ` cannot stand here; quote the value, or check the indentation"],
    ["a: 1\n  b: 2\n", "8-9 :: `: ` cannot stand here; quote the value, or check the indentation"],
    ["a: 1\nb\nc: 2\n", "5-6 b: the colon after this key is missing"],
    ["a: [1, 2\n", "3-4 [: the closing `]` is missing"],
    ["a: {b: 1\n", "3-4 {: the closing `}` is missing"],
    ["a: [\n  - b\n", "3-4 [: the closing `]` is missing"],
    ["a: [\nb:\n  - c\n", "3-4 [: the closing `]` is missing"],
    ["a: {\nb:\n  - c\n", "3-4 {: the closing `}` is missing"],
    ["a: [1, - 2]\n", "7-8 -: a value is missing before this"],
    ["a: {b: 1]\n", "8-9 ]: `,` or `}` is missing before this"],
    ["a: [${V}]\n", "5-6 {: `,` or `]` is missing before this"],
    ["a: 1\n]\n", "5-6 ]: this belongs to no `[…]` or `{…}`"],
    ["a: 'x\nb: 1\n", "3-5 'x: the closing `'` is missing"],
    ['a: "x\n', '3-5 "x: the closing `"` is missing'],
    ['a: "x" y\n', "7-8 y: this stands after a value that has ended"],
    ['a: "\\q"\n', "4-6 \\q: `\\q` is no escape sequence of YAML"],
    ['a: "\\xZZ"', "4-6 \\x: `\\xZZ` stands for no character"],
    ['a: "\\ud800"', "4-6 \\u: `\\ud800` stands for no character"],
    ["a: @x\n", "3-4 @: a value that begins with `@` needs quotes"],
    ["a: `x`\n", "3-4 `: a value that begins with a backtick needs quotes"],
    ["- a\nb: 1\n", "4-8 b: 1: this is indented like the entries of the list, but has no `- `"],
    ["a: 1\n- b\n", "5-6 -: this is indented like the keys of the mapping, but is a list entry"],
    ["a: - b\n", "3-4 -: a list entry begins on a line of its own"],
    ["a: ? b\n", "3-4 ?: a `?` key begins on a line of its own"],
    ["a: ,\n", "3-4 ,: a value is missing before this"],
    ["a: *x\n", "3-5 *x: no anchor `&x` stands before the alias `*x`"],
    ["a: &x [*x]\n", "7-9 *x: the alias `*x` stands inside the value that it refers to"],
    ["a: & b\n", "3-6 & b: the name of an anchor has only letters, digits, `-` and `_`"],
    ["a: *é\n", "3-5 *é: the name of an alias has only letters, digits, `-` and `_`"],
    ["a: | x\n  y\n", "5-6 x: the text of a block scalar begins on the line after its header"],
    ["a: |0\n  y\n", "3-5 |0: a block scalar cannot be indented by 0 columns"],
    ["a: !<x\n", "3-6 !<x: the closing `>` of the tag is missing"],
    ["a: !!\n", "3-5 !!: the tag has no name after its handle"],
    ["a: !x{ y\n", "3-8 !x{ y: a tag has a character that tags cannot have"],
    ["a: !e!x y\n", "3-7 !e!x: no `%TAG` directive declares the tag handle `!e!`"],
    [
      "%YAML 1.2\n---\n",
      "0-9 %YAML 1.2: Flux and kubectl read only YAML 1.1, and refuse a file that names another version",
    ],
    ["%FOO\n---\n", "0-4 %FOO: `%FOO` is no directive of YAML; quote a value that begins with `%`"],
    ["%TAG x\n---\n", "0-6 %TAG x: a `%TAG` directive has a handle such as `!e!` and a prefix"],
    ["%YAML 1.1 x\n---\n", "10-11 x: a directive ends with its line"],
    ["%YAML 1.1\n%YAML 1.1\n---\n", "10-19 %YAML 1.1: the document has two `%YAML` directives"],
    [
      "%TAG ! a:\n%TAG ! b:\n---\n",
      "10-19 %TAG ! b:: the document has two `%TAG` directives for `!`",
    ],
    ["%YAML 1.1\na: 1\n", "10-11 a: `---` is missing after the directives"],
    ["a: \0\n", "3-4 \0: the character U+0000 is not allowed in YAML"],
    ["a: \ud83d\n", "3-4 \ud83d: the character U+D83D is not allowed in YAML"],
  ])("%j", (text, expected) => {
    expect(errors(text)).toEqual([expected])
  })

  test("an error at the end of the file is shown at its last character", () => {
    expect(errors("%YAML 1.1\n\n")).toEqual(["8-9 1: `---` is missing after the directives"])
  })

  test("a document with an error has no value", () => {
    const [document] = parseYaml("a: [").documents
    expect(document?.root).toBeUndefined()
    expect(document === undefined ? null : toJson(document)).toBeUndefined()
  })

  test("what stands after the value is an error, though Flux reads the value", () => {
    const text = "  a: 1\nb: 2\n"
    expect(values(text)).toEqual([{ a: 1 }])
    expect(errors(text)).toEqual([
      "7-11 b: 2: this stands after the value of the document, and is not read",
    ])
  })
})

describe("a node", () => {
  const text =
    "plain: a b\nsingle: 'c'\ndouble: \"d\"\nliteral: |-\n  e\n  f\n\nfolded: >\n  g\nlist: [h, {i: j}]\n"

  test.each([
    ["plain", "a b"],
    ["single", "'c'"],
    ["double", '"d"'],
    ["literal", "|-\n  e\n  f"],
    ["folded", ">\n  g"],
    ["list", "[h, {i: j}]"],
  ])("knows where it is written: %s", (key, source) => {
    const mapping = root(text)
    const entry =
      mapping.kind === "mapping"
        ? mapping.entries.find(({ key: node }) => node.kind === "scalar" && node.text === key)
        : undefined
    expect(text.slice(entry?.value.start, entry?.value.end)).toBe(source)
    expect(entry?.value.kind === "scalar" ? entry.value.style : key).toBe(key)
  })

  test.each([
    ["after the colon", "a:\nb: 1\n", 2],
    ["after its anchor", "a: &x\nb: 1\n", 5],
    ["after its tag", "a: !!str\nb: 1\n", 8],
    ["in braces, after the colon", "{a: , b: 1}", 3],
    ["in braces, after a key without a colon", "{a, b: 1}", 2],
  ])("that is left out stands %s", (_, text, offset) => {
    const mapping = root(text)
    const value = mapping.kind === "mapping" ? mapping.entries[0]?.value : undefined
    expect(value).toMatchObject({ kind: "scalar", start: offset, end: offset, text: "" })
  })

  test("leaves out its anchor and its tag, and tells them", () => {
    const source = "&x !!map\n  a: &y !t 'b'\n"
    const mapping = root(source)
    expect(mapping).toMatchObject({ anchor: "x", tag: "!!map", start: 11 })
    const value = mapping.kind === "mapping" ? mapping.entries[0]?.value : undefined
    expect(value).toMatchObject({ anchor: "y", tag: "!t", start: 20, end: 23 })
  })

  test.each([
    ["!!str", "!!str"],
    ["!<tag:yaml.org,2002:str>", "!!str"],
    ["!local", "!local"],
    ["!", "!"],
    ["!<!odd>", "!odd"],
    ["!a%62c", "!abc"],
  ])("with the tag %s has the tag %s", (tag, expected) => {
    expect(root(`${tag} x`).tag).toBe(expected)
  })

  test("may be the target of several aliases; the latest anchor of a name counts", () => {
    const source = "- &a x\n- *a\n- &a y\n- *a\n"
    const list = root(source)
    const texts =
      list.kind === "sequence"
        ? list.items.map((item) => (item.kind === "alias" ? dereference(item) : item))
        : []
    expect(texts.map((node) => (node.kind === "scalar" ? node.text : ""))).toEqual([
      "x",
      "x",
      "y",
      "y",
    ])
  })
})

describe("a key that stands twice", () => {
  test("is recorded with both places", () => {
    const text = "spec:\n  path: ./a\n  path: ./b\n  list:\n    - x: 1\n      'x': 2\n"
    const [document] = parseYaml(text).documents
    const found = document?.duplicateKeys.map((duplicate) => ({
      path: duplicate.path,
      again: `${duplicate.start} ${text.slice(duplicate.start, duplicate.end)}`,
      first: `${duplicate.firstStart} ${text.slice(duplicate.firstStart, duplicate.firstEnd)}`,
    }))
    expect(found).toEqual([
      { path: ["spec", "path"], again: "20 path", first: "8 path" },
      { path: ["spec", "list", 0, "x"], again: "55 'x'", first: "44 x" },
    ])
    expect(values(text)).toEqual([{ spec: { path: "./b", list: [{ x: 2 }] } }])
  })

  test("is none when the mappings differ", () => {
    expect(parseYaml("a: {x: 1}\nb: {x: 1}\n").documents[0]?.duplicateKeys).toEqual([])
  })
})
