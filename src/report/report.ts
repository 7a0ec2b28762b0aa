import type { Finding, Location, Severity, Target } from "../model/index.ts"
import type { RuleMeta } from "../rule/define-rule.ts"
import type { LineIndex } from "../text/line-index.ts"
import type { ClusterGraph } from "./graph/flux-graph.ts"
import type { ReportedObject } from "./reported-object.ts"
import type { ShardOf } from "./shard.ts"

/** Something that was not checked, ready to be shown. */
export interface ReportedSkip {
  readonly location?: Location
  /** The file, where there is no place in it to point at. */
  readonly path?: string
  readonly what: string
  readonly reason: string
  readonly clusters: readonly string[]
  readonly kind: "chosen" | "incomplete"
}

/** An object that a file of the repository holds, for reports that also name those without a finding. */
export interface ReportedResource extends Location {
  readonly kind: string
  readonly namespace?: string
  /** Empty where it has none. */
  readonly name: string
}

/** How much there was, and how much of it was seen. */
export interface Coverage {
  readonly resources: number
  readonly schemaChecked: number
  readonly helmReleases: number
  readonly rendered: number
  readonly kustomizations: number
  readonly built: number
  readonly references: number
  readonly resolved: number
  readonly external: number
}

export interface Summary {
  readonly files: number
  readonly documents: number
  readonly resources: number
  /** Objects that charts have rendered. */
  readonly rendered: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly skipped: number
  readonly suppressed: number
}

export interface Timing {
  readonly totalMs: number
  readonly phases: Readonly<Record<string, number>>
}

/** A rule that threw: the run is incomplete, and sluice has a bug. */
export interface ReportedCrash {
  readonly rule: string
  readonly message: string
}

/** Everything that a reporter may say about a run. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string }
  readonly target: Pick<Target, "flux" | "kubernetes">
  readonly clusters: readonly string[]
  readonly summary: Summary
  readonly findings: readonly Finding[]
  /** In reading order of their files. */
  readonly resources: readonly ReportedResource[]
  readonly skipped: readonly ReportedSkip[]
  readonly crashes: readonly ReportedCrash[]
  readonly coverage: Coverage
  /** Left out for reports that must be the same bytes each time. */
  readonly timing?: Timing
  /** Of a share of the findings alone. */
  readonly shard?: ShardOf
  /** The rules that the findings name. */
  readonly rules: ReadonlyMap<string, RuleMeta>
  /** The text of a checked file, for code frames. */
  source(path: string): LineIndex | undefined
  /** What Flux reconciles in each cluster; made when it is asked for. */
  graphs?(): readonly ClusterGraph[]
  /** What the change that the report is narrowed to reaches in each cluster; made when it is asked for. */
  reach?(): readonly ClusterGraph[]
  /** The object that a finding is about, where a build or a chart has made it. */
  objectOf?(finding: Finding): ReportedObject | undefined
}

/** Turns a report into text; writing it somewhere is the caller's business. */
export type Reporter = (report: Report) => string

/** The findings that count. */
export function activeFindings(report: Pick<Report, "findings">): readonly Finding[] {
  return report.findings.filter(({ suppressedBy }) => !suppressedBy)
}

/** From worst to mildest. */
export const severities: readonly Severity[] = ["error", "warning", "info"]
