import type { Finding } from "../model/index.ts"
import { type Shard, shareNumber } from "../model/shard.ts"
import { count } from "./pretty/count.ts"
import type { Report, ReportedSkip } from "./report.ts"

/** What a report of a shard knows of the whole. */
export interface ShardOf extends Shard {
  /** Names what was checked and how: shards of one run have the same. */
  readonly run: string
  /** How many findings all shards have together. */
  readonly total: number
  /** Where the shard's findings stand among them. */
  readonly positions: readonly number[]
  /** What was not checked because others do; no part of the whole. */
  readonly left?: ReportedSkip
}

/** A report with the shard's share of the findings: all of an object are in one share, whatever else is found. */
export function shareOf(
  report: Report,
  { shard, run, digest }: { readonly shard: Shard; readonly run: string } & Pick<Hash, "digest">,
): Report {
  const own = report.findings.flatMap((finding, position) =>
    shareNumber(ownerOf(finding), shard.count, digest) === shard.index
      ? [{ finding, position }]
      : [],
  )
  const findings = own.map(({ finding }) => finding)
  const left = report.findings.length - findings.length
  const skip: ReportedSkip | undefined =
    left === 0
      ? undefined
      : {
          what: `reporting ${count(left, "finding")} of other shards`,
          reason: `this is shard ${shard.index} of ${shard.count}; \`sluice merge-reports\` puts their reports together`,
          clusters: [],
          kind: "chosen",
        }
  const skipped = skip ? [...report.skipped, skip] : report.skipped
  return {
    ...report,
    findings,
    skipped,
    summary: { ...report.summary, ...countsOf(findings), skipped: skipped.length },
    shard: {
      ...shard,
      run,
      total: report.findings.length,
      positions: own.map(({ position }) => position),
      ...(skip && { left: skip }),
    },
  }
}

interface Hash {
  /** sha256 in lower-case hex. */
  digest(content: string): string
}

function ownerOf({ resource, location }: Finding): readonly string[] {
  return resource ? [resource.kind, resource.namespace ?? "", resource.name] : [location.path]
}

/** The numbers of a summary that findings give. */
export function countsOf(
  findings: readonly Finding[],
): Pick<Report["summary"], "errors" | "warnings" | "infos" | "suppressed"> {
  const active = findings.filter(({ suppressedBy }) => !suppressedBy)
  const of = (severity: Finding["severity"]): number =>
    active.filter((finding) => finding.severity === severity).length
  return {
    errors: of("error"),
    warnings: of("warning"),
    infos: of("info"),
    suppressed: findings.length - active.length,
  }
}
