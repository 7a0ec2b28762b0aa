import {
  describe,
  type HeldName,
  type KustomizationBuild,
  kinds,
  type ReleaseBuild,
  type Resource,
  type ResourceId,
} from "../model/index.ts"
import type { WrittenIndex } from "../resolve/written-objects.ts"
import { isMadeSomewhere } from "../resolve/written-products.ts"
import { stringAt } from "../yaml/index.ts"

/** Something that may define objects and that could not be looked at. */
export interface BlindSpot {
  /** `Kustomization flux-system/tenants is not built: …` */
  readonly reason: string
  /** Whether `target`, which `from` names, may be among what was not seen. */
  readonly mayDefine: (target: ResourceId, from: Resource) => boolean
  /** A finding of its own says what is wrong there, so what follows from it is not said again. */
  readonly reported: boolean
}

/** A cluster that the repository shows a part of. */
export const unknownCluster: BlindSpot = {
  reason: "nothing in this repository says what syncs it",
  mayDefine: () => true,
  reported: false,
}

/** What a cluster's builds have left in the dark. */
export function blindSpotsOf(
  builds: readonly KustomizationBuild[],
  releases: readonly ReleaseBuild[],
  resourceSets: readonly Resource[],
  written: WrittenIndex,
): readonly BlindSpot[] {
  return [
    ...builds.flatMap((build) => ofKustomization(build, written)),
    ...releases.flatMap(ofRelease),
    ...resourceSets.map((resourceSet) => ({
      reason: `${describe(resourceSet.id)} is not rendered`,
      mayDefine: () => true,
      reported: false,
    })),
  ]
}

function ofKustomization(build: KustomizationBuild, written: WrittenIndex): readonly BlindSpot[] {
  const { kustomization, status, reason, failure } = build
  const namespace = stringAt(kustomization.manifest, ["spec", "targetNamespace"])
  if (status === "failed" && failure?.step !== "substitute") return ofFailed(build, written)
  if (reason === undefined) return []
  const state = status === "skipped" ? "is not built" : "is built in part"
  // A Kustomization makes nothing of what it needs itself.
  const mayDefine = (target: ResourceId, from: Resource): boolean =>
    from !== kustomization && (namespace === undefined || target.namespace === namespace)
  const name = describe(kustomization.id)
  const spot: BlindSpot = { reason: `${name} ${state}: ${reason}`, mayDefine, reported: false }
  if (build.content.status !== "missing") return [spot]
  // Its source is missing, which is said already: what follows from that is not said again.
  const follows = (target: ResourceId, from: Resource): boolean =>
    mayDefine(target, from) && written.all.some(({ id }) => isSame(id, target))
  return [{ ...spot, mayDefine: follows, reported: true }, spot]
}

/**
 * A build that failed and has a finding of its own. What its files name follows from that and is not said again; of a
 * file that does not exist nobody can tell what it named, unless another one of the repository has it.
 */
function ofFailed(
  { kustomization, mayHold }: KustomizationBuild,
  written: WrittenIndex,
): readonly BlindSpot[] {
  const reason = `${describe(kustomization.id)} does not build`
  const heldOf = ({ name }: ResourceId): HeldName => mayHold?.(name) ?? "written"
  const follows = (target: ResourceId, from: Resource): boolean => {
    const held = heldOf(target)
    if (held === "unseen") return isMadeSomewhere(written, target)
    const isNamed = from.owner === kustomization || written.all.some(({ id }) => isSame(id, target))
    return held === "written" && isNamed
  }
  // Generators write their names nowhere.
  const mayDefine = (target: ResourceId, from: Resource): boolean => {
    const held = heldOf(target)
    const isOwn = held === "unseen" && from.owner === kustomization
    return held !== "no" && (target.group === "" || isOwn)
  }
  return [
    { reason, mayDefine: follows, reported: true },
    { reason, mayDefine, reported: false },
  ]
}

/** Whether a written object may be the target: a namespace that it does not state may be given to it. */
function isSame(id: ResourceId, target: ResourceId): boolean {
  const sameName = id.kind === target.kind && id.group === target.group && id.name === target.name
  return sameName && (id.namespace === undefined || id.namespace === target.namespace)
}

const fluxKinds: ReadonlySet<string> = new Set(
  Object.values(kinds)
    .map(({ group }) => group)
    .filter((group) => group !== ""),
)

/** Charts make workloads and their configuration; that one makes a Flux source or a dependency is not expected. */
function ofRelease({ release, status, reason }: ReleaseBuild): readonly BlindSpot[] {
  if (status === "rendered") return []
  return [
    {
      reason: `${describe(release.id)} is not rendered${reason === undefined ? "" : `: ${reason}`}`,
      // A release makes neither its own values nor those of one that it waits for.
      mayDefine: ({ group }, from) => from !== release && !fluxKinds.has(group),
      reported: false,
    },
  ]
}
