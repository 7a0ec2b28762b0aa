import type { Finding, Location } from "../model/index.ts"
import type { Range } from "../text/position.ts"
import { rulePageUrl, schemaUrl } from "./links.ts"
import type { Report, ReportedSkip } from "./report.ts"

/** Version 1 of the JSON report; `schemas/report-v1.schema.json` describes it. */
export function reportJson(report: Report): string {
  const { tool, target, summary, coverage, timing } = report
  const content = {
    $schema: schemaUrl("report-v1"),
    version: 1,
    tool,
    target,
    summary,
    findings: report.findings.map(findingJson),
    skipped: report.skipped.map(skipJson),
    coverage,
    ...(timing && { timing }),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A finding as version 1 of the report has it. */
export function findingJson(finding: Finding): object {
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    message: finding.message,
    ...(finding.help === undefined ? {} : { help: finding.help }),
    url: rulePageUrl(finding),
    ...placeOf(finding.location),
    ...(finding.resource && { resource: finding.resource }),
    ...(finding.field === undefined ? {} : { field: finding.field }),
    clusters: finding.clusters,
    related: finding.related.map((place) => ({ ...placeOf(place), message: place.message })),
    via: finding.via.map((place) => ({ ...placeOf(place), message: place.message })),
    ...(finding.fix && { fix: fixOf(finding.fix) }),
    suppressedBy: finding.suppressedBy ?? null,
    fingerprint: finding.fingerprint,
  }
}

function fixOf({ title, applicability, edits }: NonNullable<Finding["fix"]>): object {
  const flat = Object.entries(edits).flatMap(([path, changes]) =>
    changes.map(({ range, newText }) => ({ path, range: rangeOf(range), newText })),
  )
  return { title, applicability, edits: flat }
}

/** Something that was not checked, as version 1 of the report has it. */
export function skipJson({ location, path, what, reason }: ReportedSkip): object {
  if (location) return { ...placeOf(location), what, reason }
  return path === undefined ? { what, reason } : { path, what, reason }
}

function placeOf({ path, range }: Location): object {
  return { path, range: rangeOf(range) }
}

/** Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
function rangeOf({ start, end }: Range): object {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  }
}
