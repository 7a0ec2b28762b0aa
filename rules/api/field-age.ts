import { type FieldAge, type FieldProblem, fluxVersions, type Kind, versionOf } from "#rule"
import type { JudgedViolation } from "./judged-violations.ts"

/** Why a Flux object may not have a field that other Flux objects of its kind have. */
export type FieldHistory =
  /** A version or a minor before had it. */
  | { readonly state: "removed"; readonly had: FieldAge }
  /** A later minor, or a newer version of the kind, has it. */
  | { readonly state: "newer"; readonly has: FieldAge }

type Unknown = JudgedViolation<FieldProblem & { readonly kind: "unknown" }>

/** What other Flux versions know of a field that this one does not know; undefined when none knows it. */
export function historyOf({ problem, resource, flux }: Unknown): FieldHistory | undefined {
  const ages = problem.elsewhere ?? []
  const version = versionOf(resource.apiVersion)
  const same = ages.find((age) => age.version === version)
  if (same)
    return same.first > flux ? { state: "newer", has: same } : { state: "removed", had: same }
  const order = versionOrder(resource.id)
  const own = order.indexOf(version)
  const older = ages.findLast((age) => order.indexOf(age.version) < own)
  if (older) return { state: "removed", had: older }
  const [newer] = ages
  return newer && { state: "newer", has: newer }
}

/** The versions of a Flux kind, oldest first. */
function versionOrder({ group, kind }: Kind): readonly string[] {
  return fluxVersions
    .filter((known) => known.group === group && known.kind === kind)
    .map(({ version }) => version)
}
