import type { Finding } from "../model/index.ts"
import { severities } from "./report.ts"

/** Findings from worst to mildest, those of one severity in reading order; what is silenced comes last. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity, suppressedBy }: Finding): number =>
    severities.indexOf(severity) + (suppressedBy ? severities.length : 0)
  return [...findings].sort((left, right) => rank(left) - rank(right))
}
