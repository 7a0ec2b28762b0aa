import { describe, type Resource } from "../model/index.ts"
import { stringAt, valueAt } from "../yaml/json.ts"
import {
  type ApplierKnowledge,
  applierKey,
  isRelease,
  isSuspended,
  isUnknown,
} from "./applier-states.ts"
import { isChartDefinition, isHook, isKeptByHelm, saysToFlux } from "./flux-metadata.ts"

/** What becomes of an object that nothing applies any more. */
export type Removal =
  | { readonly fate: "deleted" }
  /** It stays in the cluster; why. */
  | { readonly fate: "left"; readonly why: string }
  /** Nobody can tell from the repository. */
  | { readonly fate: "unknown" }

/** The world after a change, as far as removals need it. */
export interface RemovalWorld {
  readonly knowledge: ApplierKnowledge
  /** The object as it is after the change. */
  now(resource: Resource): Resource | undefined
}

/**
 * Follows Flux (`flux-semantics.md` 2.5 and 5.6): a Kustomization deletes what it applies no more only with `prune`, and
 * what it has applied when it is itself deleted by its `deletionPolicy`; a HelmRelease deletes what its chart renders no
 * more, and all of it when it is deleted; a suspended one leaves everything.
 */
export function removalOf(resource: Resource, world: RemovalWorld): Removal {
  const { owner } = resource
  // Nothing in the repository applies a root: what deletes it is not known.
  if (!owner) return { fate: "unknown" }
  if (isUnknown(applierKey(owner), world.knowledge)) return { fate: "unknown" }
  const own = keptBy(resource, owner)
  if (own !== undefined) return left(own)
  const applier = world.now(owner)
  if (applier) return prunedBy(applier)
  const removal = removalOf(owner, world)
  if (removal.fate === "left")
    return left(`${describe(owner.id)} stays in the cluster, and so does what it has applied`)
  return removal.fate === "deleted" ? deletedWith(owner) : removal
}

/** What an object says itself; Flux reads it from the cluster, which has it as it was before. */
function keptBy(resource: Resource, owner: Resource): string | undefined {
  if (isRelease(owner)) {
    if (isKeptByHelm(resource)) return "`helm.sh/resource-policy: keep`"
    if (isChartDefinition(resource)) return "Helm deletes no definition of a chart's `crds/`"
    return isHook(resource) ? "it is a hook, and Helm deletes it by its own policy" : undefined
  }
  if (saysToFlux(resource, "prune", "disabled"))
    return "`kustomize.toolkit.fluxcd.io/prune: disabled`"
  if (saysToFlux(resource, "reconcile", "disabled"))
    return "`kustomize.toolkit.fluxcd.io/reconcile: disabled`"
  return saysToFlux(resource, "ssa", "ignore")
    ? "`kustomize.toolkit.fluxcd.io/ssa: Ignore`"
    : undefined
}

function prunedBy(applier: Resource): Removal {
  if (isRelease(applier) || valueAt(applier.manifest, ["spec", "prune"]) === true)
    return { fate: "deleted" }
  return left(`${describe(applier.id)} does not prune`)
}

/** What goes with its applier: helm-controller uninstalls, kustomize-controller runs its finalizer. */
function deletedWith(applier: Resource): Removal {
  if (isSuspended(applier)) return left(`${describe(applier.id)} is suspended when it is deleted`)
  if (isRelease(applier)) return { fate: "deleted" }
  const policy = stringAt(applier.manifest, ["spec", "deletionPolicy"]) ?? "MirrorPrune"
  if (policy === "Orphan") return left(`${describe(applier.id)} has \`deletionPolicy: Orphan\``)
  const prunes = valueAt(applier.manifest, ["spec", "prune"]) === true
  return policy !== "MirrorPrune" || prunes
    ? { fate: "deleted" }
    : left(`${describe(applier.id)} does not prune`)
}

function left(why: string): Removal {
  return { fate: "left", why }
}
