import { type FieldProblem, isKind, kinds } from "#rule"
import type { JudgedViolation } from "../api/judged-violations.ts"

/** Whether a violation is about which of `chart` and `chartRef` a release has: `hr-chart-exclusive` reports it. */
export function isChartChoice({ resource, problem }: JudgedViolation<FieldProblem>): boolean {
  return (
    problem.kind === "rule" &&
    isKind(resource.id, kinds.HelmRelease) &&
    problem.message.includes("chart or chartRef")
  )
}
