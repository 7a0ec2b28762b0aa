import fc from "fast-check"
import { Parser } from "tap-parser"
import { expect, test } from "vitest"
import type { Report } from "../../src/report/report.ts"
import { reportTap } from "../../src/report/tap.ts"
import {
  brokenReference,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"

interface Point {
  readonly ok: boolean
  readonly name: string
  readonly skip?: boolean | string
  readonly diag?: object
}

/** What `tap-parser` reads; a line that it does not know, or a plan that is not kept, is an error. */
function pointsOf(report: Report): readonly Point[] {
  const text = reportTap(report)
  const events = [
    ...(Parser.parse(text, { strict: true, bail: false }) as Iterable<readonly unknown[]>),
  ]
  const complete = events.find(([name]) => name === "complete")?.[1] as {
    readonly failures: readonly { readonly tapError?: unknown }[]
    readonly bailout: unknown
  }
  expect(complete.bailout).toBe(false)
  expect(complete.failures.flatMap(({ tapError }) => tapError ?? [])).toEqual([])
  return events.flatMap(([name, point]) => (name === "assert" ? [point as Point] : []))
}

test("has a point for each object and for what was not checked", () => {
  const silenced = { ...undefinedVariable, suppressedBy: { kind: "comment" as const, reason: "a" } }
  const report = sampleReport({
    findings: [silenced, brokenReference],
    skipped: sampleSkips.slice(4),
    crashes: [{ rule: "ks-path-missing", message: "boom" }],
  })
  expect(reportTap(report)).toMatchInlineSnapshot(`
    "TAP version 14
    1..6
    not ok 1 - Kustomization apps (clusters/production/apps.yaml)
      ---
      findings:
        - rule: "ks-source-missing"
          severity: error
          message: "Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines."
          help: "Set \`spec.sourceRef.name\` to \`fleets\`, or add the GitRepository."
          at: { file: "clusters/production/apps.yaml", line: 13, column: 11 }
      ...
    ok 2 - GitRepository fleets (clusters/production/flux-system/gotk-sync.yaml)
    ok 3 - HelmRelease podinfo (apps/podinfo.yaml)
    # suppressed by comment (a): warning: HelmRelease apps/podinfo uses \`\${cluster_nmae}\`, which no \`substitute\` or \`substituteFrom\` defines. [subst-undefined-variable]
    ok 4 - rendering HelmRelease apps/tempo (apps/tempo.yaml) # SKIP --offline, and chart tempo 6.x is in no cache or mirror
    ok 5 - HelmRelease apps/slow # SKIP it took more than 30 s
    not ok 6 - rule ks-path-missing
      ---
      message: "boom"
      ...
    "
  `)
  expect(
    pointsOf(report).map(({ ok, skip }) => [ok, skip !== undefined && skip !== false]),
  ).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [true, true],
    [true, true],
    [false, false],
  ])
})

test("a healthy repository passes", () => {
  expect(pointsOf(sampleReport({ findings: [] })).map(({ ok }) => ok)).toEqual([true, true, true])
})

test("hostile text is part of its point, and nothing else", () => {
  const evil = fc
    .array(fc.oneof(fc.constantFrom(...hostilePieces), fc.string({ unit: "binary" })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((pieces) => pieces.join(""))
  fc.assert(
    fc.property(evil, (text) => {
      const points = pointsOf(hostileReport(text))
      expect(points.map(({ ok }) => ok)).toEqual([false, true, true, false])
    }),
    { numRuns: 500 },
  )
})
