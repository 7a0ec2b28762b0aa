import { describe, expect, test } from "vitest"
import type { Problem, Workspace } from "../model/index.ts"
import { defineClusterRule, type Rule } from "../rule/define-rule.ts"
import { fileRule, meta, region, repository, run, settingsFile } from "./testdata/sample-rules.ts"
import { documentOf, resourceOf, sampleWorkspace } from "./testdata/sample-workspace.ts"

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
