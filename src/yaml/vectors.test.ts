import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "./json.ts"
import { canonical, readCanonical, refused } from "./testdata/canonical.ts"

type Vector = readonly [text: string, sigs: JsonValue, kustomize: JsonValue, emitted: string]
type Recorded = readonly [text: string, sigs: string, kustomize: string]

describe("the vectors of Flux's semantics", () => {
  test.each(load<Vector>("b5-vectors.json"))(
    "%j reads as %j, and as %j by kustomize",
    (text, sigs, kustomize) => {
      expect(readCanonical(text, "sigs")).toBe(expected(sigs))
      expect(readCanonical(text, "kustomize")).toBe(expected(kustomize))
    },
  )
})

describe("answers that Go's readers gave", () => {
  const recorded = loadLines<Recorded>("recorded.jsonl")

  test("there are a few thousand of them", () => {
    expect(recorded.length).toBe(3000)
  })

  test("documents are read as by sigs.k8s.io/yaml", () => {
    const wrong = recorded.filter(([text, sigs]) => readCanonical(text, "sigs") !== sigs)
    expect(wrong).toEqual([])
  })

  test("scalars are read as by kustomize", () => {
    const exact = recorded.filter(([, , kustomize]) => kustomize !== "")
    const wrong = exact.filter(
      ([text, , kustomize]) => readCanonical(text, "kustomize") !== kustomize,
    )
    expect(exact.length).toBeGreaterThan(1900)
    expect(wrong).toEqual([])
  })
})

function load<Row>(file: string): readonly Row[] {
  return JSON.parse(readFile(file)) as readonly Row[]
}

function loadLines<Row>(file: string): readonly Row[] {
  const lines = readFile(file).trimEnd().split("\n")
  return lines.map((line) => JSON.parse(line) as Row)
}

function readFile(file: string): string {
  return readFileSync(join(import.meta.dirname, "testdata", file), "utf8")
}

function expected(json: JsonValue): string {
  return typeof json === "string" && json.startsWith("E: ") ? refused : canonical(json)
}
