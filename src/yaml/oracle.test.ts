import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { corpusFolder } from "../../test/differential/places.ts"
import { parseYaml } from "./parse-yaml.ts"
import type { YamlDialect } from "./resolve-scalar.ts"
import { buildOracle, type OracleAnswer } from "./testdata/ask-oracle.ts"
import { canonical, readCanonical, refused } from "./testdata/canonical.ts"
import { generateScalars } from "./testdata/generate-scalars.ts"
import { generateStructures } from "./testdata/generate-structures.ts"

const oracle = buildOracle()
const ask = "ask" in oracle ? oracle.ask : undefined
const missing = "missing" in oracle ? oracle.missing : ""
const MINUTES = 60_000

function theirs(answer: OracleAnswer | undefined): string {
  return answer === undefined || "error" in answer ? refused : canonical(JSON.parse(answer.json))
}

function disagreements(texts: readonly string[], dialect: YamlDialect): readonly unknown[] {
  const answers = ask?.(texts.map((text) => ({ dialect, text }))) ?? []
  return texts
    .map((text, index) => ({
      text,
      ours: readCanonical(text, dialect),
      theirs: theirs(answers[index]),
    }))
    .filter((row) => row.ours !== row.theirs)
}

/**
 * kustomize writes what it read and reads it again. So a time in braces, which it writes in quotes, becomes a string,
 * and an entry without a colon an empty string; and a folded scalar may gain a line break. Those are left out.
 */
function isRewritten(text: string): boolean {
  return /[{,][^:,]*[,}]/u.test(text) || /^\{a: \d{4}-.*:/u.test(text)
}

describe("sigs.k8s.io/yaml", () => {
  test("reads 20,000 scalars as we do", { timeout: 5 * MINUTES }, (context) => {
    if (ask === undefined) context.skip(missing)
    expect(disagreements(generateScalars(1, 20_000), "sigs")).toEqual([])
  })

  test("reads 10,000 damaged documents as we do", { timeout: 5 * MINUTES }, (context) => {
    if (ask === undefined) context.skip(missing)
    expect(disagreements(generateStructures(1, 10_000), "sigs")).toEqual([])
  })
})

describe("kustomize", () => {
  test("reads 5,000 scalars as we do", { timeout: 5 * MINUTES }, (context) => {
    if (ask === undefined) context.skip(missing)
    const texts = generateScalars(2, 5000).filter((text) => !isRewritten(text))
    expect(disagreements(texts, "kustomize")).toEqual([])
  })
})

test("the recorded answers are those of the Go program", {
  timeout: 5 * MINUTES,
}, async (context) => {
  if (ask === undefined) context.skip(missing)
  const scalars = generateScalars(3, 2000)
  const texts = [...scalars, ...generateStructures(3, 1000)]
  const sigs = ask?.(texts.map((text) => ({ dialect: "sigs", text }))) ?? []
  const kustomize = ask?.(scalars.map((text) => ({ dialect: "kustomize", text }))) ?? []
  const rows = texts.map((text, index) => {
    const isExact = index < scalars.length && !isRewritten(text)
    return JSON.stringify([text, theirs(sigs[index]), isExact ? theirs(kustomize[index]) : ""])
  })
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("testdata/recorded.jsonl")
})

describe("the corpus", () => {
  test("every document is read as by sigs.k8s.io/yaml", { timeout: 10 * MINUTES }, (context) => {
    if (ask === undefined) context.skip(missing)
    if (corpusFolder === undefined) context.skip("the corpus is missing")
    const corpus = corpusFolder ?? ""
    const documents = readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ya?ml$/u.test(file))
      .map((file) => readFileSync(join(corpus, file), "utf8"))
      .flatMap((text) => parseYaml(text).documents.map(({ start, end }) => text.slice(start, end)))
    expect(documents.length).toBeGreaterThan(0)
    expect(disagreements(documents, "sigs")).toEqual([])
  })
})
