import { type ComparatorGroup, type Constraint, satisfies } from "./constraint.ts"
import { compareVersions, readVersion, type Version } from "./version.ts"

const huge = 999_999_999n

/** Whether any version at all lies in the range; `>2.0.0 <1.0.0` and `1.2.3 1.2.4` hold none. */
export function isSatisfiable(constraint: Constraint): boolean {
  return probesOf(constraint).some((version) => satisfies(version, constraint))
}

/** Whether the range only begins above `version`: nothing up to it lies in the range, something newer does. */
export function beginsAbove(constraint: Constraint, version: Version): boolean {
  const inside = probesOf(constraint).filter((probe) => satisfies(probe, constraint))
  return inside.length > 0 && inside.every((probe) => compareVersions(probe, version) > 0)
}

/** Versions at and around the bounds of a range: when none of them lies in it, none does. */
function probesOf({ groups }: Constraint): readonly Version[] {
  const bounds = groups.flatMap(({ comparators }: ComparatorGroup) =>
    comparators.map(({ version }) => version),
  )
  return [...bounds, versionOf(0n, 0n, 0n), versionOf(huge, 0n, 0n)].flatMap(around)
}

function around(bound: Version): readonly Version[] {
  const { major, minor, patch } = bound
  return [
    bound,
    versionOf(major, minor, patch),
    versionOf(major, minor, patch + 1n),
    versionOf(major, minor + 1n, 0n),
    versionOf(major + 1n, 0n, 0n),
    ...below(major, minor, patch),
  ]
}

function below(major: bigint, minor: bigint, patch: bigint): readonly Version[] {
  if (patch > 0n) return [versionOf(major, minor, patch - 1n)]
  if (minor > 0n) return [versionOf(major, minor - 1n, huge)]
  return major > 0n ? [versionOf(major - 1n, huge, huge)] : []
}

function versionOf(major: bigint, minor: bigint, patch: bigint): Version {
  const version = readVersion(`${major}.${minor}.${patch}`)
  if ("error" in version) throw new Error(version.error)
  return version
}
