export type { Comparator, Operator } from "./comparator.ts"
export {
  type ComparatorGroup,
  type Constraint,
  type ConstraintError,
  parseConstraint,
  satisfies,
} from "./constraint.ts"
export {
  type ChartEntry,
  type Resolution,
  resolveChartTag,
  resolveChartVersion,
  resolveTag,
  toTag,
} from "./resolve.ts"
export { beginsAbove, isSatisfiable } from "./satisfiable.ts"
export {
  compareVersions,
  formatVersion,
  parseFluxVersion,
  parseVersion,
  readVersion,
  type Version,
  type VersionError,
} from "./version.ts"
