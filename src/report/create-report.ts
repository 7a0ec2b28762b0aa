import type { CheckResult } from "../check/check-workspace.ts"
import type { Finding, Severity, Workspace } from "../model/index.ts"
import type { Rule } from "../rule/define-rule.ts"
import { coverageOf, manifestsOf } from "./coverage.ts"
import { clusterGraphs } from "./graph/create-graph.ts"
import type { ClusterGraph } from "./graph/flux-graph.ts"
import { reachOf } from "./graph/reach.ts"
import { createReportMask } from "./mask-report.ts"
import { mergeSkips } from "./merge-skips.ts"
import type { Report, Summary, Timing } from "./report.ts"
import { createObjectFinder } from "./reported-object.ts"

/** What a report is made of. */
export interface ReportInput {
  readonly tool: Report["tool"]
  readonly workspace: Workspace
  readonly result: CheckResult
  readonly rules: readonly Rule[]
  readonly timing?: Timing
  /** The files of the change that the report is narrowed to. */
  readonly changed?: ReadonlySet<string>
}

/** Gathers what a run has found and seen; equal input gives an equal report. */
export function createReport({
  tool,
  workspace,
  result,
  rules,
  timing,
  changed,
}: ReportInput): Report {
  const mask = createReportMask(workspace)
  const skipped = mergeSkips(workspace.skipped).map(mask.skip)
  const resources = manifestsOf(workspace)
  const named = new Set(result.findings.map(({ rule }) => rule))
  const graphs = (): readonly ClusterGraph[] => clusterGraphs(workspace, result.findings, mask)
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
    graphs,
    ...(changed && { reach: () => reachOf(graphs(), workspace, changed) }),
    objectOf: createObjectFinder(workspace, mask),
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
