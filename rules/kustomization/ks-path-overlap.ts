import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type KustomizationBuild,
  type Resource,
  resourceKey,
  stringAt,
  valueAt,
} from "#rule"

export const ksPathOverlap: ClusterRule = defineClusterRule({
  id: "ks-path-overlap",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "Two Kustomizations of a cluster apply the same object.",
  why: "Each reconciliation takes the object over from the other Kustomization, and when one of them drops it, Flux prunes it although the other still wants it.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { first, later, objects } of findOverlaps(cluster)) {
      const others = describe(first.kustomization.id)
      const at = later.kustomization.at(["spec", "path"])
      yield {
        at,
        message: `${describe(later.kustomization.id)} applies ${enumerate(objects)}, which ${others} applies too.`,
        help: "Let one of them apply it: correct `spec.path`, or move what they share into a Kustomization of its own that both depend on.",
        related: [
          { at: first.kustomization.at(["spec", "path"]), message: `${others} is here` },
          ...objects.slice(0, 1).map((object) => ({
            at: object.at(["metadata", "name"]),
            message: `${describe(object.id)} is here`,
          })),
        ],
      }
    }
  },
})

interface Overlap {
  readonly first: KustomizationBuild
  readonly later: KustomizationBuild
  readonly objects: Resource[]
}

/** What two Kustomizations have in common, by the Kustomization that was there first. */
function findOverlaps(cluster: Cluster): readonly Overlap[] {
  const owners = new Map<
    string,
    { readonly build: KustomizationBuild; readonly object: Resource }
  >()
  const overlaps = new Map<string, Overlap>()
  for (const build of cluster.builds) {
    if (valueAt(build.kustomization.manifest, ["spec", "suspend"]) === true) continue
    for (const object of build.objects) {
      if (isShareable(object)) continue
      const key = resourceKey(object.id, object.server)
      const owner = owners.get(key)
      if (!owner) owners.set(key, { build, object })
      else if (isConflict(owner, { build, object })) addTo(overlaps, owner.build, build, object)
    }
  }
  return [...overlaps.values()]
}

function addTo(
  overlaps: Map<string, Overlap>,
  first: KustomizationBuild,
  later: KustomizationBuild,
  object: Resource,
): void {
  const key = `${keyOf(first)}\n${keyOf(later)}`
  const known = overlaps.get(key)
  if (known) known.objects.push(object)
  else overlaps.set(key, { first, later, objects: [object] })
}

interface Applied {
  readonly build: KustomizationBuild
  readonly object: Resource
}

function isConflict(owner: Applied, other: Applied): boolean {
  if (keyOf(owner.build) === keyOf(other.build)) return false
  if (isAncestor(owner.build, other.build) || isAncestor(other.build, owner.build)) return false
  // Equal objects that neither side ever prunes do no harm.
  const isHarmless =
    setting(owner.object, "prune") === "disabled" && setting(other.object, "prune") === "disabled"
  return !(
    isHarmless && JSON.stringify(owner.object.manifest) === JSON.stringify(other.object.manifest)
  )
}

function keyOf({ kustomization }: KustomizationBuild): string {
  return resourceKey(kustomization.id, kustomization.server)
}

/** A path that contains the child's definition often contains the child's own path as well: another problem. */
function isAncestor(upper: KustomizationBuild, lower: KustomizationBuild): boolean {
  const seen = new Set<Resource>()
  for (let owner = lower.kustomization.owner; owner && !seen.has(owner); owner = owner.owner) {
    if (resourceKey(owner.id, owner.server) === keyOf(upper)) return true
    seen.add(owner)
  }
  return false
}

/** Objects that Flux leaves to others on request, and those whose real name nobody knows. */
function isShareable(object: Resource): boolean {
  const ssa = setting(object, "ssa")
  if (ssa === "ifnotpresent" || ssa === "ignore" || ssa === "merge") return true
  if (setting(object, "reconcile") === "disabled") return true
  const { origin } = object
  const source = origin.via === "helm" ? undefined : valueAt(origin.document.content, origin.path)
  return object.uncertain && JSON.stringify(valueAt(source, ["metadata"]) ?? "").includes("${")
}

/** A setting of kustomize-controller on an object, which may be a label or an annotation (`flux-semantics.md` 5.6). */
function setting({ manifest }: Resource, name: string): string | undefined {
  const key = `kustomize.toolkit.fluxcd.io/${name}`
  const found =
    stringAt(manifest, ["metadata", "annotations", key]) ??
    stringAt(manifest, ["metadata", "labels", key])
  return found?.toLowerCase()
}

function enumerate(objects: readonly Resource[]): string {
  const names = objects.slice(0, 3).map(({ id }) => describe(id))
  const more = objects.length - names.length
  if (more > 0) return `${names.join(", ")} and ${more} more`
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ")
}
