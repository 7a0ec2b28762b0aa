import type { Difference, ObjectChange } from "../../../diff/difference.ts"
import type { ResourceId } from "../../../model/index.ts"

/** A Kustomization that applies something. */
export function sampleOwner(name = "apps"): ResourceId {
  return {
    group: "kustomize.toolkit.fluxcd.io",
    kind: "Kustomization",
    namespace: "flux-system",
    name,
  }
}

/** An object that changes; all that matters can be given. */
export function sampleChange(parts: Partial<ObjectChange> = {}): ObjectChange {
  return {
    cluster: "production",
    id: { group: "apps", kind: "Deployment", namespace: "apps", name: "web" },
    server: "",
    apiVersion: "apps/v1",
    action: "changed",
    owner: sampleOwner(),
    fields: [{ path: "spec.replicas", kind: "changed", before: 1, after: 2 }],
    restarts: false,
    dangers: [],
    place: { path: "apps/web.yaml", line: 1 },
    ...parts,
  }
}

/** A difference of these objects. */
export function sampleDifference(parts: Partial<Difference> = {}): Difference {
  return {
    base: { commit: "c0ffee".repeat(6).slice(0, 40), why: "the last commit" },
    appliers: [
      {
        cluster: "production",
        id: sampleOwner(),
        state: "changed",
        suspended: false,
        counts: { created: 0, changed: 1, deleted: 0, moved: 0, left: 0 },
        noise: 0,
        restarts: 0,
      },
    ],
    counts: { kustomizations: 2, releases: 1 },
    objects: [sampleChange()],
    images: [],
    versions: [],
    uncompared: [],
    ...parts,
  }
}

/** The same text in every place where a stranger may have put it. */
export function hostileDifference(evil: string): Difference {
  const id: ResourceId = { group: evil, kind: evil, namespace: evil, name: evil }
  const place = { path: evil, line: 1 }
  const value = { [evil]: [evil, { [evil]: `${evil}\n${evil}` }] }
  const base = { cluster: evil, id, owner: id, server: evil, apiVersion: evil, place, note: evil }
  const danger = { category: "rbac", message: evil, field: evil, place } as const
  return {
    base: { commit: undefined, why: evil },
    appliers: [
      {
        ...{ cluster: evil, id, state: "changed", suspended: true, noise: 1, restarts: 1 },
        counts: { created: 1, changed: 1, deleted: 1, moved: 1, left: 1 },
      },
      {
        ...{ cluster: evil, id: { ...id, name: `${evil}2` }, state: "changed", suspended: true },
        ...{ noise: 1, restarts: 0 },
        counts: { created: 0, changed: 0, deleted: 0, moved: 0, left: 0 },
      },
    ],
    counts: { kustomizations: 1, releases: 1 },
    objects: [
      sampleChange({
        ...base,
        dangers: [danger],
        fields: [
          { path: evil, kind: "changed", before: evil, after: `${evil}2` },
          { path: evil, kind: "changed", before: `${evil}\na`, after: `${evil}\nb` },
          { path: evil, kind: "added", after: value },
          { path: evil, kind: "reordered", before: [evil], after: [evil] },
        ],
      }),
      sampleChange({ ...base, action: "created", fields: [], manifest: value }),
      sampleChange({ ...base, action: "moved", formerOwner: id, formerName: evil }),
      sampleChange({ ...base, cluster: "other", action: "deleted" }),
    ],
    images: [{ cluster: evil, before: evil, after: `${evil}:2`, objects: [id] }],
    versions: [{ cluster: evil, id, what: evil, before: evil, after: `${evil}2` }],
    uncompared: [{ cluster: evil, what: evil, reason: evil, side: "after" }],
  }
}
