import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import type { CheckSettings, Problem, Workspace } from "../model/index.ts"
import { defineClusterRule, defineFileRule, type Rule, type RuleMeta } from "../rule/define-rule.ts"
import { type CheckResult, checkWorkspace } from "./check-workspace.ts"
import { defaultSettings } from "./enabled-rules.ts"
import { documentOf, resourceOf, sampleWorkspace } from "./testdata/sample-workspace.ts"

const digest = (content: string): string => createHash("sha256").update(content).digest("hex")

const meta = {
  category: "kustomization",
  severity: "error",
  presets: ["recommended"],
  summary: "…",
  why: "Flux stops.",
  docs: [],
  since: "0.1.0",
} as const satisfies Partial<RuleMeta>

const settingsFile = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: flux-system
data:
  region: eu-west-1
  host: "apps.\${domain}"
`

function repository(clusters: readonly string[] = []): Workspace {
  return sampleWorkspace(
    { "apps/settings.yaml": settingsFile, "archive/old.yaml": settingsFile },
    clusters,
  )
}

function fileRule(
  id: string,
  check: (workspace: Workspace) => Iterable<Problem>,
  changes: Partial<RuleMeta> = {},
): Rule {
  return defineFileRule({
    ...meta,
    ...changes,
    id,
    scope: "file",
    check: ({ workspace }) => check(workspace),
  })
}

const region = fileRule("region-named", function* (workspace) {
  const resource = resourceOf(documentOf(workspace, "apps/settings.yaml"))
  yield {
    at: resource.at(["data", "region"]),
    message: "ConfigMap flux-system/settings names a region.",
    help: "Remove it.",
  }
})

function run(
  rules: readonly Rule[],
  settings: Partial<CheckSettings> = {},
  workspace = repository(),
): CheckResult {
  return checkWorkspace(workspace, rules, { settings: { ...defaultSettings, ...settings }, digest })
}

describe("a problem becomes a finding", () => {
  test("with the line, the object, the field and the words of the rule", () => {
    expect(run([region]).findings).toEqual([
      {
        rule: "region-named",
        category: "kustomization",
        severity: "error",
        message: "ConfigMap flux-system/settings names a region.",
        help: "Remove it.",
        why: "Flux stops.",
        location: {
          path: "apps/settings.yaml",
          range: { start: { line: 6, character: 10 }, end: { line: 6, character: 19 } },
        },
        resource: {
          apiVersion: "v1",
          kind: "ConfigMap",
          namespace: "flux-system",
          name: "settings",
        },
        field: "data.region",
        clusters: [],
        related: [],
        via: [],
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    ])
  })

  test("that shows the field as the cluster sees it, a part of a value, related places and the way there", () => {
    const rule = fileRule("subst", function* (workspace) {
      const document = documentOf(workspace, "apps/settings.yaml")
      const resource = resourceOf(document)
      yield {
        at: {
          ...resource.at(["data", "host"], "value", { start: 5, end: 14 }),
          field: ["spec", "hosts", 0],
          via: [{ document, path: ["metadata", "name"], part: "value", message: "patched here" }],
        },
        message: "…",
        related: [{ at: resource.at(["data", "region"], "key"), message: "see here" }],
      }
    })
    const [finding] = run([rule]).findings
    expect(finding).toMatchObject({
      field: "spec.hosts[0]",
      location: { range: { start: { line: 7, character: 14 }, end: { line: 7, character: 23 } } },
      related: [
        {
          path: "apps/settings.yaml",
          message: "see here",
          range: { start: { line: 6, character: 2 } },
        },
      ],
      via: [
        {
          path: "apps/settings.yaml",
          message: "patched here",
          range: { start: { line: 3, character: 8 } },
        },
      ],
    })
  })

  test("whose fingerprint stays when lines move, and changes with object, field and message", () => {
    const moved = sampleWorkspace({ "apps/settings.yaml": `# a comment\n\n${settingsFile}` })
    const [before] = run([region]).findings
    const [after] = run([region], {}, moved).findings
    expect(after?.location).not.toEqual(before?.location)
    expect(after?.fingerprint).toBe(before?.fingerprint)
    const renamed = sampleWorkspace({
      "apps/settings.yaml": settingsFile.replace("name: settings", "name: other"),
    })
    expect(run([region], {}, renamed).findings[0]?.fingerprint).not.toBe(before?.fingerprint)
  })
})

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

describe("several clusters", () => {
  const clusterRule = (id: string, message: (cluster: string) => string): Rule =>
    defineClusterRule({
      ...meta,
      id,
      scope: "cluster",
      *check({ workspace, cluster }) {
        const resource = resourceOf(documentOf(workspace, "apps/settings.yaml"))
        yield { at: resource.at(["data", "region"]), message: message(cluster.name) }
      },
    })

  test("equal findings become one that names them all, in order", () => {
    const { findings } = run(
      [clusterRule("same", () => "Equal.")],
      {},
      repository(["staging", "production"]),
    )
    expect(findings).toMatchObject([{ rule: "same", clusters: ["production", "staging"] }])
  })

  test("different findings stay apart", () => {
    const { findings } = run(
      [clusterRule("own", (name) => `In ${name}.`)],
      {},
      repository(["staging", "production"]),
    )
    expect(findings).toMatchObject([
      { message: "In production.", clusters: ["production"] },
      { message: "In staging.", clusters: ["staging"] },
    ])
  })
})

test("findings are in reading order, whatever the order of the rules", () => {
  const at = (path: string, field: string) =>
    function* (workspace: Workspace): Iterable<Problem> {
      yield { at: resourceOf(documentOf(workspace, path)).at(["data", field]), message: "…" }
    }
  const rules = [
    fileRule("z", at("archive/old.yaml", "region")),
    fileRule("b", at("apps/settings.yaml", "host")),
    fileRule("c", at("apps/settings.yaml", "region")),
    fileRule("a", at("apps/settings.yaml", "region")),
  ]
  const order = ["a", "c", "b", "z"]
  expect(run(rules).findings.map(({ rule }) => rule)).toEqual(order)
  expect(run([...rules].reverse()).findings.map(({ rule }) => rule)).toEqual(order)
})

test("a rule that throws is named; what it and others have found stays", () => {
  const broken = fileRule("broken", function* (workspace) {
    yield {
      at: resourceOf(documentOf(workspace, "apps/settings.yaml")).at([]),
      message: "Found before.",
    }
    throw new Error("cannot read properties of undefined")
  })
  const { findings, crashes } = run([broken, region])
  expect(findings.map(({ rule }) => rule)).toEqual(["broken", "region-named"])
  expect(crashes).toMatchObject([
    { rule: "broken", error: new Error("cannot read properties of undefined") },
  ])
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
