import { describe, expect, test } from "vitest"
import type { CheckSettings } from "../model/index.ts"
import { defineFileRule, type Rule } from "../rule/define-rule.ts"
import { fileRule, meta, region, run } from "./testdata/sample-rules.ts"
import { documentOf, resourceOf } from "./testdata/sample-workspace.ts"

describe("the severity", () => {
  const lenient = fileRule("lenient", function* (workspace) {
    yield {
      at: resourceOf(documentOf(workspace, "apps/settings.yaml")).at([]),
      message: "…",
      severity: "info",
    }
  })
  test.each<[string, Partial<CheckSettings>, string]>([
    ["of the problem wins over that of the rule", {}, "info"],
    [
      "of the settings wins over both",
      { rules: new Map([["lenient", { severity: "warning", options: {} }]]) },
      "warning",
    ],
    [
      "`on` changes nothing",
      { rules: new Map([["lenient", { severity: "on", options: {} }]]) },
      "info",
    ],
  ])("%s", (_title, settings, expected) => {
    expect(run([lenient], settings).findings[0]?.severity).toBe(expected)
  })
})

describe("which rules run", () => {
  const strict = fileRule("strict-only", () => [], { presets: ["strict"] })
  const rules = [region, { ...region, id: "other", category: "helm" } as Rule]
  const names = (
    settings: Partial<CheckSettings>,
    all: readonly Rule[] = rules,
  ): readonly string[] => run(all, settings).findings.map(({ rule }) => rule)
  const off = new Map([["other", { severity: "off", options: {} }]] as const)

  test.each<[string, Partial<CheckSettings>, readonly string[]]>([
    ["all of the preset", {}, ["other", "region-named"]],
    ["one by name", { only: ["other"] }, ["other"]],
    ["one category", { only: ["helm"] }, ["other"]],
    ["all but one", { skip: ["other"] }, ["region-named"]],
    ["all but a category", { skip: ["helm"] }, ["region-named"]],
    ["none that is off", { rules: off }, ["region-named"]],
    ["one that is off, when it is named", { rules: off, only: ["other"] }, ["other"]],
    ["none that is off, when its category is named", { rules: off, only: ["helm"] }, []],
    ["skip wins over only", { only: ["other"], skip: ["other"] }, []],
  ])("%s", (_title, settings, expected) => {
    expect(names(settings)).toEqual(expected)
  })

  test("rules of the strict preset run when it is chosen, or when they are set", () => {
    const found = { ...strict, check: region.check } as Rule
    expect(names({}, [found])).toEqual([])
    expect(names({ preset: "strict" }, [found])).toEqual(["strict-only"])
    expect(
      names({ rules: new Map([["strict-only", { severity: "warning", options: {} }]]) }, [found]),
    ).toEqual(["strict-only"])
  })

  test("a rule gets its options, with defaults for those that are not set", () => {
    const seen: unknown[] = []
    const rule = defineFileRule({
      ...meta,
      id: "with-options",
      scope: "file",
      options: {
        allow: { type: "strings", default: ["a"], description: "…" },
        depth: { type: "number", default: 3, description: "…" },
      },
      check: ({ options }) => {
        seen.push({ ...options })
        return []
      },
    })
    run([rule], { rules: new Map([["with-options", { severity: "on", options: { depth: 5 } }]]) })
    expect(seen).toEqual([{ allow: ["a"], depth: 5 }])
  })
})

describe("ignored paths", () => {
  const everywhere = fileRule("everywhere", function* (workspace) {
    for (const path of ["apps/settings.yaml", "archive/old.yaml"]) {
      yield { at: resourceOf(documentOf(workspace, path)).at([]), message: "…" }
    }
  })
  test.each([
    ["for all rules", ["*"], true],
    ["for the rule", ["everywhere"], true],
    ["for its category", ["kustomization"], true],
    ["for another rule", ["other"], false],
  ])("%s", (_title, rules, isSuppressed) => {
    const { findings } = run([everywhere], {
      ignores: [{ paths: ["archive/**"], rules, reason: "not deployed" }],
    })
    expect(findings.map(({ suppressedBy }) => suppressedBy)).toEqual([
      undefined,
      isSuppressed ? { kind: "config", reason: "not deployed" } : undefined,
    ])
  })

  test("only findings of the wanted paths are kept", () => {
    const paths = (wanted: readonly string[]): readonly string[] =>
      run([everywhere], { paths: wanted }).findings.map(({ location }) => location.path)
    expect(paths(["apps"])).toEqual(["apps/settings.yaml"])
    expect(paths(["archive/old.yaml"])).toEqual(["archive/old.yaml"])
    expect(paths(["app"])).toEqual([])
    expect(paths([""])).toHaveLength(2)
  })
})
