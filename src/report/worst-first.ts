import type { Finding } from "../model/index.ts"
import { severities } from "./report.ts"

/** Findings from worst to mildest, those of one severity in reading order; what is silenced comes last. */
export function worstFirst<Found extends Pick<Finding, "severity" | "suppressedBy">>(
  findings: readonly Found[],
): readonly Found[] {
  const rank = ({ severity, suppressedBy }: Found): number =>
    severities.indexOf(severity) + (suppressedBy ? severities.length : 0)
  return [...findings].sort((left, right) => rank(left) - rank(right))
}
