import { describe, expect, test } from "vitest"
import type { Finding } from "../model/index.ts"
import { createLineIndex } from "../text/line-index.ts"
import { chooseFixes } from "./choose-fixes.ts"
import { toTextEdits } from "./offset-edit.ts"

const text = "a: 1\nb: 2\n---\nc: 3\n"

type Edit = readonly [start: number, end: number, newText: string]

function finding(name: string, edits: Readonly<Record<string, readonly Edit[]>>): Finding {
  const place = { line: 0, character: 0 }
  return {
    ...{ rule: name, category: "api", severity: "error", message: name, why: "", clusters: [] },
    location: { path: "a.yaml", range: { start: place, end: place } },
    ...{ related: [], via: [], fingerprint: name },
    fix: {
      title: name,
      applicability: "safe",
      edits: Object.fromEntries(
        Object.entries(edits).map(([path, own]) => [
          path,
          toTextEdits(
            text,
            own.map(([start, end, newText]) => ({ start, end, newText })),
          ),
        ]),
      ),
    },
  }
}

function choose(findings: readonly Finding[], locked = ""): readonly [string, unknown] {
  const { findings: chosen, texts } = chooseFixes(findings, {
    wants: () => true,
    mayEdit: (path) => path !== locked,
    source: (path) => ({ path, text, lines: createLineIndex(text) }),
  })
  return [chosen.map(({ rule }) => rule).join(), Object.fromEntries(texts)]
}

describe("fixes are made together", () => {
  test("where they are apart, in whatever order they come", () => {
    const later = finding("later", { "a.yaml": [[8, 9, "9"]] })
    const earlier = finding("earlier", { "a.yaml": [[3, 4, "8"]] })
    expect(choose([later, earlier])).toEqual([
      "later,earlier",
      { "a.yaml": "a: 8\nb: 9\n---\nc: 3\n" },
    ])
  })

  test("where they make the same change", () => {
    const one = finding("one", { "a.yaml": [[3, 4, "8"]] })
    const other = finding("other", { "a.yaml": [[3, 4, "8"]], "b.yaml": [[3, 4, "7"]] })
    expect(choose([one, other])).toEqual([
      "one,other",
      { "a.yaml": text.replace("1", "8"), "b.yaml": text.replace("1", "7") },
    ])
  })

  test("where each takes a field out of another document", () => {
    const one = finding("one", { "a.yaml": [[0, 5, ""]] })
    const other = finding("other", { "a.yaml": [[14, 19, ""]] })
    expect(choose([one, other])[0]).toBe("one,other")
  })
})

describe("a fix waits for the next round", () => {
  test.each<[string, readonly Edit[], readonly Edit[]]>([
    ["when it changes the same characters", [[3, 4, "8"]], [[3, 4, "9"]]],
    ["when it puts something at the same place", [[5, 5, "x: 1\n"]], [[5, 5, "y: 1\n"]]],
    ["when both take a field out of one mapping", [[0, 5, ""]], [[5, 10, ""]]],
    ["when both write the same key", [[0, 1, "x"]], [[5, 6, "x"]]],
  ])("%s", (_, first, second) => {
    const findings = [finding("one", { "a.yaml": first }), finding("other", { "a.yaml": second })]
    expect(choose(findings)[0]).toBe("one")
  })
})

test("a fix that needs a file which cannot be changed is not made at all", () => {
  const both = finding("both", { "a.yaml": [[3, 4, "8"]], "b.yaml": [[3, 4, "7"]] })
  const one = finding("one", { "a.yaml": [[8, 9, "9"]] })
  expect(choose([both, one], "b.yaml")).toEqual(["one", { "a.yaml": text.replace("2", "9") }])
})

test("a finding that the user has silenced is left alone", () => {
  const silenced = {
    ...finding("one", { "a.yaml": [[3, 4, "8"]] }),
    suppressedBy: { kind: "config" } as const,
  }
  expect(choose([silenced])).toEqual(["", {}])
})
