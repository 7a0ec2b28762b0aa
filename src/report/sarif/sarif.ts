import type { Finding } from "../../model/index.ts"
import { siteUrl } from "../links.ts"
import type { Report } from "../report.ts"
import { worstFirst } from "../worst-first.ts"
import { lineHashes } from "./line-hashes.ts"
import { sarifNotifications } from "./sarif-notifications.ts"
import { sarifResult } from "./sarif-result.ts"
import { sarifRules } from "./sarif-rules.ts"

/** GitHub takes 25,000 results and shows the top 5,000 ("SARIF support for code scanning", limits): the worst are kept. */
const maxResults = 5000

/**
 * GitHub takes 10 MB after gzip, which makes nothing longer by more than a thousandth. The rest is for rules and
 * notifications, which are few.
 */
const maxResultBytes = 8_000_000

/** GitHub takes 20 runs in a file. */
const maxRuns = 20

/**
 * SARIF 2.1.0. Each cluster has a run of its own, which GitHub tells apart by `automationDetails.id`: an alert that is
 * gone from one cluster stays open for the other. What is about files alone is in the run `sluice/`, and everything is
 * where there are more clusters than GitHub takes runs.
 */
export function reportSarif(report: Report): string {
  const clusters = report.clusters.length < maxRuns ? report.clusters : []
  const results = keptResults(report, clusters.length > 0)
  const isOfFiles = ({ clusters: names }: Finding): boolean =>
    !names.some((name) => clusters.includes(name))
  const shown = report.findings.filter((finding) => results.has(finding))
  const runs = [
    runOf("sluice/", shown.filter(isOfFiles), { report, results }),
    ...clusters.map((cluster) => {
      const found = shown.filter((finding) => finding.clusters.includes(cluster))
      return runOf(`sluice/${cluster}/`, found, { report, results })
    }),
  ]
  const content = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs,
  }
  return `${JSON.stringify(content)}\n`
}

/** The results of the worst findings, as many as fit; a finding counts once for each run that has it. */
function keptResults(report: Report, isPerCluster: boolean): ReadonlyMap<Finding, object> {
  const hashOf = createHashLookup(report)
  const kept = new Map<Finding, object>()
  let [left, bytes] = [maxResults, maxResultBytes]
  for (const finding of worstFirst(report.findings)) {
    const copies = isPerCluster ? Math.max(1, finding.clusters.length) : 1
    const result = sarifResult(finding, hashOf(finding))
    left -= copies
    bytes -= copies * byteLength(result)
    if (left < 0 || bytes < 0) break
    kept.set(finding, result)
  }
  return kept
}

function byteLength(result: object): number {
  return new TextEncoder().encode(JSON.stringify(result)).length
}

function createHashLookup(report: Report): (finding: Finding) => string | undefined {
  const hashes = new Map<string, readonly string[]>()
  return ({ location: { path, range } }) => {
    const text = report.source(path)?.text
    const known = hashes.get(path) ?? (text === undefined ? [] : lineHashes(text))
    hashes.set(path, known)
    return known[range.start.line]
  }
}

function runOf(
  id: string,
  findings: readonly Finding[],
  { report, results }: { readonly report: Report; readonly results: ReadonlyMap<Finding, object> },
): object {
  const dropped = report.findings.length - results.size
  const isFirst = id === "sluice/"
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: siteUrl,
        rules: sarifRules(findings, report),
      },
    },
    automationDetails: { id },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      "%SRCROOT%": { description: { text: "The root of the checked repository." } },
    },
    invocations: [
      {
        executionSuccessful: report.crashes.length === 0,
        ...(isFirst && { toolExecutionNotifications: sarifNotifications(report, dropped) }),
      },
    ],
    results: findings.map((finding) => results.get(finding)),
  }
}
