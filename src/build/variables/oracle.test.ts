// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are Flux's expressions, not templates
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { isSkip, runGoOracle } from "../../../test/support/go-oracle.ts"
import { type Random, seededRandom } from "../../../test/support/random.ts"
import { type Answer, answer, type Tree, variables } from "./testdata/answer.ts"

type Verdict =
  | { readonly error: string }
  | { readonly tree: Tree; readonly strict?: string; readonly lax?: string }

const ORACLE = fileURLToPath(new URL("testdata/oracle", import.meta.url))

function toAnswer(verdict: Verdict): Answer {
  if ("error" in verdict) return { error: verdict.error }
  const missing = /^E: variable not set \(strict mode\): "(.*)"$/.exec(verdict.strict ?? "")?.[1]
  const tree = verdict.tree.filter((part) => part !== "")
  return { tree, ...(missing === undefined ? {} : { missing }) }
}

const NAMES = ["VAR", "EMPTY", "path", "N", "UNSET", "OTHER", "_a", "1", "ünï", "名", ""] as const
const OPERATORS = [
  "=",
  ":=",
  ":-",
  ":+",
  ":?",
  "-",
  "+",
  "?",
  ":",
  "#",
  "##",
  "%",
  "%%",
  "^",
  "^^",
  ",",
  ",,",
  ",^",
  "/",
  "//",
  "/#",
  "/%",
  "@",
  "!",
  ":=-",
  "==",
  "###",
  "^^^",
] as const
const LITERALS = [
  "a",
  "b c",
  "é",
  "😀",
  "$",
  "$$",
  "$$$",
  "$VAR",
  "\\",
  "\\/",
  "\\\\",
  "\\}",
  "{",
  "}",
  "/",
  "//",
  ":",
  "::",
  "#",
  "*",
  "[",
  "\n",
  "\0",
  "1",
  "-2",
  "$(x)",
  "${",
  "${{ x }}",
  "\u00b2",
  "\u0661",
] as const

function literals(random: Random): string {
  return random.repeat(3, () => random.pick(LITERALS)).join("")
}

function word(random: Random, depth: number): string {
  const piece = (): string =>
    depth < 3 && random.oneIn(3) ? expression(random, depth + 1) : random.pick(["a", "b c", "é"])
  return random.oneIn(4) ? literals(random) : random.repeat(3, piece).join("")
}

function expression(random: Random, depth: number): string {
  const name = random.pick(NAMES)
  if (random.oneIn(5)) return `\${${random.oneIn(3) ? "#" : ""}${name}}`
  const operator = random.pick(OPERATORS)
  const rest = operator.startsWith("/") && !random.oneIn(6) ? `/${word(random, depth)}` : ""
  const length = operator === ":" && random.oneIn(2) ? `:${random.below(9)}` : ""
  return `\${${name}${operator}${word(random, depth)}${rest}${length}}`
}

function generateText(random: Random): string {
  const piece = (): string => (random.oneIn(2) ? literals(random) : expression(random, 0))
  const text = random.repeat(3, piece).join("")
  if (!random.oneIn(4)) return text
  const at = random.below(text.length + 1)
  return (text.slice(0, at) + random.pick(LITERALS) + text.slice(at + random.below(3))).replace(
    /\p{Surrogate}/gu,
    "",
  )
}

function disagreements(texts: readonly string[], verdicts: readonly Verdict[]): readonly unknown[] {
  return texts
    .map((text, index) => ({
      text,
      port: answer(text),
      flux: toAnswer(verdicts[index] ?? { tree: [] }),
    }))
    .filter(({ port, flux }) => JSON.stringify(port) !== JSON.stringify(flux))
}

test("the port agrees with fluxcd/pkg/envsubst itself on generated texts", async ({ skip }) => {
  const random = seededRandom(180)
  const texts = [...new Set(Array.from({ length: 60_000 }, () => generateText(random)))]
  const judged = runGoOracle(ORACLE, { texts, variables })
  if (isSkip(judged)) return skip(judged.skipped)
  const verdicts = judged as readonly Verdict[]
  expect(disagreements(texts, verdicts)).toEqual([])
  expect(texts.length).toBeGreaterThan(20_000)
  expect(verdicts.filter((verdict) => "tree" in verdict).length).toBeGreaterThan(10_000)

  const origin =
    "fluxcd/pkg/envsubst v1.8.0, by testdata/oracle; rewritten by `vitest -u` where Go is"
  const record = texts.slice(0, 800).map((text, index) => {
    const verdict = verdicts[index]
    return [text, verdict === undefined ? undefined : toAnswer(verdict)]
  })
  const lines = [{ origin, variables }, ...record].map((line) => `${JSON.stringify(line)}\n`)
  await expect(lines.join("")).toMatchFileSnapshot("testdata/recorded.jsonl")
})

test("the reference's results are those of fluxcd/pkg/envsubst, but for a panic that is gone", ({
  skip,
}) => {
  const { results }: { readonly results: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync(new URL("testdata/flux-semantics.json", import.meta.url), "utf8"),
  )
  const judged = runGoOracle(ORACLE, { texts: Object.keys(results), variables })
  if (isSkip(judged)) return skip(judged.skipped)
  const actual = (judged as readonly Verdict[]).map((verdict) => {
    if ("error" in verdict) return `E: ${verdict.error}`
    const [lax, strict] = [verdict.lax, verdict.strict].map(decode)
    return lax === strict ? lax : [lax, strict]
  })
  const expected = { ...results, "${VAR:0:-1}": "valu" }
  expect(
    Object.fromEntries(Object.keys(results).map((text, index) => [text, actual[index]])),
  ).toEqual(expected)
})

function decode(result = ""): string {
  return result.startsWith("E: ") ? result : Buffer.from(result, "base64").toString("utf8")
}
