import { describe, expect, test } from "vitest"
import type { YamlLimits } from "./limits.ts"
import { yamlLimits } from "./limits.ts"
import { parseYaml } from "./parse-yaml.ts"
import { resolveDocument } from "./to-json.ts"

/** Generous, since machines are slow and busy; what takes quadratic time takes minutes. */
const SECONDS = 10_000

function read(text: string, limits: YamlLimits = yamlLimits): readonly string[] {
  return parseYaml(text, { limits }).documents.flatMap((document) => [
    ...document.errors.map(({ message }) => message),
    ...resolveDocument(document).errors.map(({ message }) => message),
    ...resolveDocument(document, "kustomize").errors.map(({ message }) => message),
    ...document.duplicateKeys.slice(0, 1).map(({ key }) => `duplicate ${key}`),
  ])
}

const shapes: readonly (readonly [name: string, nest: (depth: number) => string])[] = [
  ["[", (depth) => `${"[".repeat(depth)}1${"]".repeat(depth)}`],
  ["{a:", (depth) => `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`],
  ["- ", (depth) => `${"- ".repeat(depth)}1`],
  ["? ", (depth) => `${"? ".repeat(depth)}1`],
  ["- and ? in turns", (depth) => `${"- ? ".repeat(depth).slice(0, depth * 2)}1`],
]

describe.each(shapes)("nesting by %j", (name, nest) => {
  const tooDeep = "collections are nested more than 200 levels deep"

  test.each([199, 200])("is read to %i levels", (depth) => {
    const errors = parseYaml(nest(depth)).documents.flatMap((document) => document.errors)
    expect(errors).toEqual([])
  })

  test.each([201, 1000, 20_000, 100_000])(
    "is one error at %i levels",
    { timeout: SECONDS },
    (depth) => {
      expect(read(nest(depth))).toEqual([tooDeep])
      expect(read(nest(depth).slice(0, nest(depth).indexOf("1")))).toEqual([tooDeep])
    },
  )

  test("stays an error when it is read again and again", { timeout: SECONDS }, () => {
    const text = nest(20_000)
    for (let round = 0; round < 100; round++) expect(read(text)).toEqual([tooDeep])
    expect(name).not.toBe("")
  })
})

describe("nesting by indentation", () => {
  const nest = (depth: number, line: string): string =>
    Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}${line}\n`).join("")

  test.each(["a:", "-"])("with %j", (line) => {
    expect(read(nest(199, line))).toEqual([])
    expect(read(nest(201, line))).toEqual(["collections are nested more than 200 levels deep"])
    expect(read(nest(3000, line))).toEqual(["collections are nested more than 200 levels deep"])
  })
})

describe("aliases", () => {
  test("that multiply by nine are refused", () => {
    let bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for (let level = 1; level < 9; level++) {
      bomb += `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ")}]\n`
    }
    expect(read(bomb)).toEqual(["the aliases make 490,329,064 values of the 100 that are written"])
  })

  test("that double 23 times are refused, also as merge keys", () => {
    let lists = "a0: &a0 [x, x]\n"
    let merges = "a0: &a0 {k: v}\n"
    for (let level = 1; level <= 23; level++) {
      lists += `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]\n`
      merges += `a${level}: &a${level}\n  <<: [*a${level - 1}, *a${level - 1}]\n`
    }
    expect(read(lists)).toEqual(["the aliases make 67,108,861 values of the 97 that are written"])
    expect(read(merges)).toHaveLength(1)
  })

  test("whose number has more digits than anyone reads are refused", () => {
    let bomb = "a0: &a0 [x, x]\n"
    for (let level = 1; level < 150; level++) {
      bomb += `a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]\n`
    }
    expect(read(bomb)).toEqual([
      "the aliases make more than a trillion values of the 750 that are written",
    ])
  })

  test("are fine up to a million values and a hundred for each that is written", () => {
    const items = (count: number): string =>
      `a: &a [${"x, ".repeat(98)}]\nb: [${"*a, ".repeat(count)}]\n`
    expect(read(items(10))).toEqual([])
    expect(read(items(11_000))).toEqual([
      "the aliases make 1,089,103 values of the 11,103 that are written",
    ])
  })

  test("that stand inside their own value are refused", () => {
    expect(read("a: &a [*a]\n")).toEqual([
      "the alias `*a` stands inside the value that it refers to",
    ])
    expect(read("a: &a\n  <<: *a\n")).toHaveLength(1)
  })

  test("of a mapping are no keys", () => {
    expect(read("a: &a {b: c}\n*a : d\n")).toEqual([
      "a mapping is used as a key",
      "a mapping is used as a key",
    ])
  })

  test("without an anchor give at most a hundred errors", () => {
    expect(read("- *a\n".repeat(1000))).toHaveLength(100)
  })
})

describe("width", () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("")

  test.each([
    ["40,000 keys", () => lines(40_000, (index) => `key${index}: value\n`)],
    ["160,000 keys", () => lines(160_000, (index) => `key${index}: value\n`)],
    ["160,000 keys in braces", () => `{${lines(160_000, (index) => `key${index}: value,\n`)}}`],
    ["a million items in brackets", () => `[${"1,\n".repeat(1_000_000)}]`],
    ["a million blank lines", () => `a: b\n${"\n".repeat(1_000_000)}`],
    ["a million lines of a plain scalar", () => `a: b\n${" x\n".repeat(1_000_000)}`],
    ["a million lines of a block scalar", () => `a: |\n${" x\n".repeat(1_000_000)}`],
    ["a line of 500,000 escapes", () => `a: "${"\\n".repeat(500_000)}"`],
    ["300,000 anchors", () => lines(300_000, (index) => `- &a${index} x\n`)],
    [
      "100,000 tag directives",
      () => `${lines(100_000, (index) => `%TAG !a${index}! t:\n`)}---\na: 1\n`,
    ],
    ["9,999 documents", () => "a: 1\n---\n".repeat(9999)],
  ])("%s are read", { timeout: 3 * SECONDS }, (_, make) => {
    expect(read(make())).toEqual([])
  })

  test("a key that stands 160,000 times is found", { timeout: 3 * SECONDS }, () => {
    expect(read("same: 1\n".repeat(160_000)).slice(-1)).toEqual(["duplicate same"])
  })

  test("many broken documents are as many errors", { timeout: SECONDS }, () => {
    expect(read("a: [1\n---\n".repeat(5000))).toHaveLength(5000)
  })
})

describe("each limit is met at its value and broken one above", () => {
  const limits: YamlLimits = { ...yamlLimits, fileLength: 100, lineLength: 20, documents: 3 }
  const mebibytes = { fileLength: 2 ** 20, lineLength: 2 ** 20 }

  test.each([
    [
      "length of a file",
      "a: b\n".repeat(20),
      "a: b\n".repeat(20).concat("\n"),
      /^the file is larger/u,
    ],
    [
      "length of a line",
      `a: ${"x".repeat(17)}\n`,
      `b: 1\na: ${"x".repeat(18)}\n`,
      /^the line is longer/u,
    ],
    [
      "documents of a file",
      "a\n---\nb\n---\nc\n",
      "a\n---\nb\n---\nc\n---\nd\n",
      /^the file has more than 3 documents$/u,
    ],
  ])("%s", (_, fine, broken, message) => {
    const stops = (text: string): readonly string[] =>
      read(text, limits).filter(
        (found) => !found.startsWith("duplicate") && !found.includes("twice"),
      )
    expect(stops(fine)).toEqual([])
    expect(stops(broken)).toEqual([expect.stringMatching(message)])
  })

  test("lengths are told in MiB", () => {
    const file = "a: b\n".repeat(2 ** 20)
    expect(read(file, { ...yamlLimits, ...mebibytes })).toEqual(["the file is larger than 1 MiB"])
    const line = "x".repeat(2 ** 20 + 1)
    expect(read(line, { ...yamlLimits, lineLength: 2 ** 20 })).toEqual([
      "the line is longer than 1 MiB",
    ])
  })

  test("the error of a line is at that line", () => {
    const [document] = parseYaml(`b: 1\na: ${"x".repeat(18)}\n`, { limits }).documents
    expect(document?.errors).toMatchObject([{ start: 5, end: 26 }])
  })
})
