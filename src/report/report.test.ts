import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { reportConcise } from "./concise.ts"
import { reportJson } from "./json.ts"
import type { Report } from "./report.ts"
import { reportSchema } from "./report-schema.ts"
import {
  brokenReference,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "./testdata/sample-report.ts"

const schemaPath = "../../schemas/report-v1.schema.json"

describe("the JSON report", () => {
  const ajv = new Ajv2020({ allErrors: true })
  const validate = ajv.compile(reportSchema)
  const fixed: Report["findings"][number] = {
    ...brokenReference,
    fix: {
      title: "Rename the reference",
      applicability: "unsafe",
      edits: {
        "apps/podinfo.yaml": [{ range: brokenReference.location.range, newText: "fleets" }],
      },
    },
    suppressedBy: { kind: "config", reason: "not deployed" },
    via: brokenReference.related,
  }

  test("has a schema in schemas/", async () => {
    await expect(`${JSON.stringify(reportSchema, null, 2)}\n`).toMatchFileSnapshot(schemaPath)
  })

  test.each([
    ["without findings", sampleReport({ findings: [] })],
    [
      "with findings, skips and a fix",
      sampleReport({ findings: [undefinedVariable, fixed], skipped: sampleSkips }),
    ],
  ])("fits it %s", (_title, report) => {
    validate(JSON.parse(reportJson(report)))
    expect(validate.errors).toBeNull()
  })

  test("has exactly the documented shape", () => {
    const skipped = [
      {
        location: brokenReference.location,
        what: "a",
        reason: "b",
        clusters: ["c"],
        kind: "chosen" as const,
      },
    ]
    const report: unknown = JSON.parse(reportJson(sampleReport({ findings: [fixed], skipped })))
    const range = { start: { line: 13, column: 11 }, end: { line: 14, column: 1 } }
    expect(report).toEqual({
      $schema: "https://sluice.dev/schemas/report-v1.schema.json",
      version: 1,
      tool: { name: "sluice", version: "0.1.0" },
      target: { flux: "2.9", kubernetes: "1.35" },
      summary: expect.objectContaining({ files: 1430, errors: 1, skipped: 1 }),
      findings: [
        {
          rule: "ks-source-missing",
          category: "kustomization",
          severity: "error",
          message: brokenReference.message,
          help: brokenReference.help,
          url: "https://sluice.dev/rules/kustomization/ks-source-missing.md",
          path: "clusters/production/apps.yaml",
          range,
          resource: brokenReference.resource,
          field: "spec.sourceRef.name",
          clusters: ["production", "staging"],
          related: [
            expect.objectContaining({
              path: "clusters/production/flux-system/gotk-sync.yaml",
              message: "the nearest name is `fleets`",
            }),
          ],
          via: [
            expect.objectContaining({ path: "clusters/production/flux-system/gotk-sync.yaml" }),
          ],
          fix: {
            title: "Rename the reference",
            applicability: "unsafe",
            edits: [{ path: "apps/podinfo.yaml", range, newText: "fleets" }],
          },
          suppressedBy: { kind: "config", reason: "not deployed" },
          fingerprint: "5b9c0f",
        },
      ],
      skipped: [{ path: "clusters/production/apps.yaml", range, what: "a", reason: "b" }],
      coverage: expect.objectContaining({ kustomizations: 78, schemaChecked: 0 }),
      timing: { totalMs: 812, phases: expect.objectContaining({ build: 500 }) },
    })
  })

  test("keeps the truth of odd characters, escaped", () => {
    const message = "\u001b]8;;https://evil.example\u0007click \u202e \ud800 \u0000"
    const text = reportJson(sampleReport({ findings: [{ ...brokenReference, message }] }))
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u)
    expect((JSON.parse(text) as { findings: { message: string }[] }).findings[0]?.message).toBe(
      message,
    )
  })
})

describe("the concise report", () => {
  test("has one line for each finding that counts", () => {
    const findings = [
      undefinedVariable,
      { ...brokenReference, suppressedBy: { kind: "config" as const } },
      brokenReference,
    ]
    expect(reportConcise(sampleReport({ findings }))).toBe(
      "apps/podinfo.yaml:7:15: warning: HelmRelease apps/podinfo uses `${cluster_nmae}`, which no `substitute` or `substituteFrom` defines. [subst-undefined-variable]\n" +
        "clusters/production/apps.yaml:13:11: error: Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines. [ks-source-missing]\n",
    )
  })

  test("is empty when there is nothing", () => {
    expect(reportConcise(sampleReport({ findings: [] }))).toBe("")
  })

  test("gives a message of several lines one line", () => {
    const [line = "", ...rest] = reportConcise(
      sampleReport({ findings: [{ ...brokenReference, message: "a\nb" }] }),
    )
      .trimEnd()
      .split("\n")
    expect(line).toContain("error: a\\nb [")
    expect(rest).toEqual([])
  })
})
