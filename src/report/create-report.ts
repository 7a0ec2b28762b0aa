import type { CheckResult } from "../check/check-workspace.ts"
import { locate } from "../check/locate.ts"
import { compareText } from "../check/merge-findings.ts"
import type { Finding, Severity, Skip, Workspace } from "../model/index.ts"
import type { Rule } from "../rule/define-rule.ts"
import { coverageOf, manifestsOf } from "./coverage.ts"
import { createReportMask } from "./mask-report.ts"
import type { Report, ReportedSkip, Summary, Timing } from "./report.ts"

/** What a report is made of. */
export interface ReportInput {
  readonly tool: Report["tool"]
  readonly workspace: Workspace
  readonly result: CheckResult
  readonly rules: readonly Rule[]
  readonly timing?: Timing
}

/** Gathers what a run has found and seen; equal input gives an equal report. */
export function createReport({ tool, workspace, result, rules, timing }: ReportInput): Report {
  const mask = createReportMask(workspace)
  const skipped = mergeSkips(workspace.skipped).map(mask.skip)
  const resources = manifestsOf(workspace)
  const named = new Set(result.findings.map(({ rule }) => rule))
  return {
    tool,
    target: targetOf(workspace),
    clusters: workspace.clusters.map(({ name }) => name).sort(),
    summary: summaryOf(workspace, result.findings, { resources, skipped }),
    findings: result.findings.map(mask.finding),
    resources,
    skipped,
    crashes: result.crashes.map(({ rule, cluster, error }) => ({
      rule,
      message: `${error instanceof Error ? error.message : String(error)}${cluster === undefined ? "" : ` (cluster ${cluster})`}`,
    })),
    coverage: coverageOf(workspace, resources),
    ...(timing && { timing }),
    rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
    source: (path) => {
      const file = workspace.file(path)
      return file && mask.source(file)
    },
  }
}

/** Clusters may run different versions: then all of them are named, in order. */
function targetOf({ clusters }: Workspace): Report["target"] {
  const all = (values: readonly string[]): string => [...new Set(values)].sort().join(", ")
  return {
    flux: all(clusters.map(({ target }) => target.flux)),
    kubernetes: all(clusters.map(({ target }) => target.kubernetes)),
  }
}

function summaryOf(
  workspace: Workspace,
  findings: readonly Finding[],
  { resources, skipped }: Pick<Report, "resources" | "skipped">,
): Summary {
  const active = findings.filter(({ suppressedBy }) => !suppressedBy)
  const count = (severity: Severity): number =>
    active.filter((finding) => finding.severity === severity).length
  const rendered = workspace.clusters
    .flatMap(({ resources }) => resources)
    .filter(({ origin }) => origin.via === "helm")
  return {
    files: workspace.files.length,
    documents: workspace.documents.length,
    resources: resources.length,
    rendered: rendered.length,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    skipped: skipped.length,
    suppressed: findings.length - active.length,
  }
}

/** Equal skips of several clusters become one; in reading order. */
export function mergeSkips(skips: readonly Skip[]): readonly ReportedSkip[] {
  const merged = new Map<string, ReportedSkip>()
  for (const { at, path, what, reason, kind, clusters = [] } of skips) {
    const location = at && locate(at)
    const key = JSON.stringify([location ?? path, what, reason, kind])
    const known = merged.get(key)?.clusters ?? []
    merged.set(key, {
      ...(location && { location }),
      ...(path === undefined ? {} : { path }),
      what,
      reason,
      kind,
      clusters: [...new Set([...known, ...clusters])].sort(),
    })
  }
  return [...merged.values()].sort(inReadingOrder)
}

function inReadingOrder(left: ReportedSkip, right: ReportedSkip): number {
  const [first, second] = [left.location?.range.start, right.location?.range.start]
  return (
    compareText(left.location?.path ?? left.path ?? "", right.location?.path ?? right.path ?? "") ||
    (first?.line ?? 0) - (second?.line ?? 0) ||
    (first?.character ?? 0) - (second?.character ?? 0) ||
    compareText(left.what, right.what) ||
    compareText(left.reason, right.reason)
  )
}
