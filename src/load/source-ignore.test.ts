import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { isSkip, runGoOracle } from "../../test/support/go-oracle.ts"
import { type Random, seededRandom } from "../../test/support/random.ts"
import { createSourceIgnore } from "./source-ignore.ts"

/** `verdict` has a 1 for each path that is left out, else a 0. */
interface Case {
  readonly files: Readonly<Record<string, string>>
  readonly ignore?: string
  readonly defaults: "git" | "bucket"
  readonly paths: readonly string[]
}

const ORACLE = fileURLToPath(new URL("testdata/oracle", import.meta.url))
/** The first line of the file names its origin. */
const recorded: readonly (Case & { readonly verdict: string })[] = readFileSync(
  new URL("testdata/source-ignore.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .slice(1, -1)
  .map((line) => JSON.parse(line))

function leftOut({ files, ignore, defaults, paths }: Case): readonly string[] {
  const isLeftOut = createSourceIgnore({ files: new Map(Object.entries(files)), ignore, defaults })
  return paths.filter(isLeftOut)
}

function judge(each: Case): string {
  const out = new Set(leftOut(each))
  return each.paths.map((path) => (out.has(path) ? 1 : 0)).join("")
}

test.each<[string, Omit<Case, "defaults">, readonly string[]]>([
  [
    "images, CI files and Flux's own configuration are left out by default",
    {
      files: {},
      paths: ["apps/logo.png", ".github/workflows/ci.yaml", "apps/.sops.yaml", "apps/podinfo.yaml"],
    },
    ["apps/logo.png", ".github/workflows/ci.yaml", "apps/.sops.yaml"],
  ],
  [
    "any pattern of the user's drops the defaults, but not those for version control",
    {
      files: { ".sourceignore": "*.md\n" },
      paths: ["logo.png", "README.md", ".git/config", "apps/.gitignore"],
    },
    ["README.md", ".git/config", "apps/.gitignore"],
  ],
  [
    "a file of comments and blank lines drops nothing",
    { files: { ".sourceignore": "# images\n\n  \r\n" }, ignore: "#", paths: ["logo.png"] },
    ["logo.png"],
  ],
  [
    "an allow list brings back all below the folder that it names",
    {
      files: {},
      ignore: "/*\n!/deploy\n",
      paths: ["README.md", "src/main.go", "deploy/app.yaml", "deploy/base/app.yaml"],
    },
    ["README.md", "src/main.go"],
  ],
  [
    "a nested file counts for its folder and overrides the root's",
    {
      files: { ".sourceignore": "*.md", "docs/.sourceignore": "!*.md\n/draft.md" },
      paths: ["a.md", "docs/a.md", "docs/draft.md", "docs/old/draft.md"],
    },
    ["a.md", "docs/draft.md"],
  ],
  [
    "`spec.ignore` has the last word",
    {
      files: { "docs/.sourceignore": "!*.md" },
      ignore: "*.md",
      paths: ["docs/a.md"],
    },
    ["docs/a.md"],
  ],
  [
    "a `.sourceignore` below a `.git` folder is not read",
    { files: { "apps/.git/.sourceignore": "!*" }, paths: ["apps/.git/logo.png"] },
    ["apps/.git/logo.png"],
  ],
  [
    "a pattern beyond a line of 64 KiB is lost, with all that follow",
    { files: { ".sourceignore": `*.md\n${"a".repeat(65_536)}\n*.txt` }, paths: ["a.md", "a.txt"] },
    ["a.md"],
  ],
])("%s", (_title, each, expected) => {
  expect(leftOut({ ...each, defaults: "git" })).toEqual(expected)
})

test("a bucket leaves out its own .sourceignore, and has neither defaults nor nested files", () => {
  const files = { ".sourceignore": "*.md", "docs/.sourceignore": "*.txt" }
  const paths = [".sourceignore", ".git/config", "logo.png", "a.md", "docs/a.txt"]
  expect(leftOut({ files, paths, defaults: "bucket" })).toEqual([".sourceignore", "a.md"])
})

test("without defaults only the given patterns count", () => {
  const ignored = createSourceIgnore({ files: new Map(), ignore: "*.md", defaults: "none" })
  expect([".git/config", "logo.png", "a.md"].filter(ignored)).toEqual(["a.md"])
})

test("the port agrees with every verdict that fluxcd/pkg/sourceignore gave", () => {
  expect(recorded.map(judge)).toEqual(recorded.map(({ verdict }) => verdict))
})

test.each([
  "*a".repeat(20_000),
  "*a*".repeat(20_000),
  `${"**/a/".repeat(10_000)}b`,
  `${"*/".repeat(20_000)}b`,
  "[".repeat(60_000),
  `[${"a-z".repeat(20_000)}]*b`,
  "?*".repeat(20_000),
  `a${" ".repeat(60_000)}b`,
  "\\".repeat(60_000),
])("a pattern made to hang a matcher (%#) is judged like any other", (pattern) => {
  const isLeftOut = createSourceIgnore({ files: new Map(), ignore: pattern, defaults: "none" })
  expect(isLeftOut("a".repeat(255))).toBeTypeOf("boolean")
  expect(isLeftOut(`${"a/".repeat(2000)}a`)).toBeTypeOf("boolean")
})

const NAMES = [
  "a",
  "b",
  "ab",
  "é",
  "€",
  "a.md",
  "x.png",
  ".git",
  ".github",
  "a-b",
  "[a]",
  "**",
  "deploy",
] as const
const PARTS = [
  "a",
  "b",
  "ab",
  "c",
  "*",
  "**",
  "?",
  "??",
  "[ab]",
  "[^a]",
  "[!a]",
  "[a-c]",
  "[",
  "]",
  "[]",
  "[a",
  "[a-]",
  "\\",
  "\\*",
  "\\a",
  "é",
  "€",
  "?€",
  ".md",
  "*.md",
  "/",
  "-",
  " ",
  "#",
] as const
const SEGMENTS = [
  "**",
  "*",
  "a",
  "b",
  "ab",
  "a*",
  "*b",
  "*.md",
  "?",
  "[a-b]*",
  "deploy",
  "",
  "a**",
] as const

function pattern(random: Random): string {
  const some = random.oneIn(2)
    ? [0, ...random.repeat(2, () => 0)].map(() => random.pick(SEGMENTS)).join("/")
    : [0, ...random.repeat(3, () => 0)].map(() => random.pick(PARTS)).join("")
  const start = random.oneIn(4) ? "/" : random.oneIn(8) ? "**/" : ""
  const end = random.oneIn(4)
    ? "/"
    : random.oneIn(12)
      ? random.pick([" ", "\\ ", "\r", "/**", "\t"])
      : ""
  return (random.oneIn(3) ? "!" : "") + start + some + end
}

function patterns(random: Random): string {
  const line = () =>
    random.oneIn(10)
      ? random.pick(["# a", " # a", "", "  ", "!", "\\#a", "\u00a0"])
      : pattern(random)
  return [line(), ...random.repeat(3, line)].join(random.oneIn(20) ? "\r\n" : "\n")
}

function path(random: Random): string {
  const start = random.oneIn(2) ? [random.pick(["a", "b", "a/b", "deploy"])] : []
  return [...start, random.pick(NAMES), ...random.repeat(2, () => random.pick(NAMES))].join("/")
}

function generateCase(random: Random): Case {
  const folders = random.repeat(
    2,
    () => `${random.pick(["a", "b", "a/b", "deploy", ".git", "a/.git/b"])}/`,
  )
  const where = random.oneIn(4) ? folders : ["", ...folders]
  const files = where.map((folder) => [`${folder}.sourceignore`, patterns(random)])
  return {
    files: Object.fromEntries(files),
    ...(random.oneIn(2) ? { ignore: patterns(random) } : {}),
    defaults: random.oneIn(4) ? "bucket" : "git",
    paths: [...new Set(Array.from({ length: 10 }, () => path(random)))],
  }
}

test("the port agrees with fluxcd/pkg/sourceignore itself on generated patterns and paths", async ({
  skip,
}) => {
  const random = seededRandom(19)
  const cases = Array.from({ length: 8000 }, () => generateCase(random))
  const verdicts = runGoOracle(ORACLE, cases)
  if (isSkip(verdicts)) return skip(verdicts.skipped)
  expect(cases.map(judge)).toEqual(verdicts)

  const origin =
    "fluxcd/pkg/sourceignore v0.19.0, by testdata/oracle; rewritten by `vitest -u` where Go is"
  const record = cases
    .slice(0, 300)
    .map((each, index) => ({ ...each, verdict: (verdicts as string[])[index] }))
  const lines = [{ origin }, ...record].map((each) => `${JSON.stringify(each)}\n`)
  await expect(lines.join("")).toMatchFileSnapshot("testdata/source-ignore.jsonl")
})
