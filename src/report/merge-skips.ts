import { locate } from "../check/locate.ts"
import { compareText } from "../check/merge-findings.ts"
import type { Skip } from "../model/index.ts"
import type { ReportedSkip } from "./report.ts"

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
