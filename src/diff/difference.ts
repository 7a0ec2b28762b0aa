import type { ResourceId } from "../model/index.ts"
import type { JsonObject, JsonValue } from "../yaml/json.ts"

/**
 * What a change of the repository does to its clusters: what Flux would apply before and after it, compared object by
 * object. Plain data in which Secrets are masked; what reporters show.
 */
export interface Difference {
  /** The commit that the change is compared with, and how it was found. */
  readonly base: BaseCommit
  /** The Kustomizations and HelmReleases of which something changes, in the order of their clusters. */
  readonly appliers: readonly ApplierChange[]
  /** How many Kustomizations and HelmReleases there are after the change. */
  readonly counts: { readonly kustomizations: number; readonly releases: number }
  readonly objects: readonly ObjectChange[]
  readonly images: readonly ImageChange[]
  readonly versions: readonly VersionChange[]
  /** What nobody can say, and why: silence must never look like sameness. */
  readonly uncompared: readonly Uncompared[]
}

/** What is compared with. */
export interface BaseCommit {
  /** The whole id; undefined before the first commit. */
  readonly commit: string | undefined
  /** `where the branch left origin/main`: how the commit was chosen. */
  readonly why: string
}

/** A Kustomization or HelmRelease, and what becomes of the objects that it applies. */
export interface ApplierChange {
  readonly cluster: string
  readonly id: ResourceId
  readonly state: "created" | "changed" | "deleted" | "left"
  /** Flux applies nothing of it until it is resumed. */
  readonly suspended: boolean
  readonly counts: Readonly<Record<Action, number>>
  /** Objects of which nothing changes but {@link FieldDifference.noise}. */
  readonly noise: number
  /** Workloads whose Pods are replaced. */
  readonly restarts: number
}

/**
 * What becomes of an object:
 * - `created`, `changed`, `deleted`: as they say;
 * - `moved`: another Kustomization or HelmRelease applies it from now on;
 * - `left`: nothing applies it any more, and nothing deletes it either.
 */
export type Action = "created" | "changed" | "deleted" | "moved" | "left"

/** An object that is not as before. */
export interface ObjectChange {
  readonly cluster: string
  readonly id: ResourceId
  /** The remote cluster that it is applied to; "" for the cluster itself. */
  readonly server: string
  readonly apiVersion: string
  readonly action: Action
  /** The Kustomization or HelmRelease that applies it; before the change, for what is applied no more. */
  readonly owner: ResourceId | undefined
  /** For `moved`: what has applied it before. */
  readonly formerOwner?: ResourceId
  /** Its name before: generators put a hash of the content into names. */
  readonly formerName?: string
  readonly fields: readonly FieldDifference[]
  /** For `created`: all of it. */
  readonly manifest?: JsonObject
  /** What is to be known of it: why Flux leaves it, or does not apply what changes. */
  readonly note?: string
  /** Its Pods are replaced. */
  readonly restarts: boolean
  readonly dangers: readonly Danger[]
  /** The line that one would edit; of the base for what is gone. */
  readonly place: Place | undefined
}

/** A line of the repository. */
export interface Place {
  readonly path: string
  /** From 1 on. */
  readonly line: number
}

/** A field that is not as before. */
export interface FieldDifference {
  /** `spec.template.spec.containers[podinfo].image`: elements of lists by the name that they are known by. */
  readonly path: string
  /** `reordered`: the elements are the same; `before` and `after` are their names in order. */
  readonly kind: "added" | "removed" | "changed" | "reordered"
  readonly before?: JsonValue
  readonly after?: JsonValue
}

/** What a person has to know before this is merged. */
export type DangerCategory = "data-loss" | "pruned" | "immutable" | "rbac" | "access"

/** A danger of one object. */
export interface Danger {
  readonly category: DangerCategory
  /** A whole sentence, the object in it. */
  readonly message: string
  readonly field?: string
  readonly place?: Place
}

/** A container image that is not as before. */
export interface ImageChange {
  readonly cluster: string
  /** Undefined for one that the cluster did not run before. */
  readonly before?: string
  /** Undefined for one that it runs no more. */
  readonly after?: string
  readonly objects: readonly ResourceId[]
}

/** A version that Flux follows: of a chart, or of a source. */
export interface VersionChange {
  readonly cluster: string
  readonly id: ResourceId
  /** `chart podinfo`, `tag`, `url`. */
  readonly what: string
  readonly before?: string
  readonly after?: string
}

/** Something that could not be compared. */
export interface Uncompared {
  readonly cluster?: string
  readonly what: string
  readonly reason: string
  /** Where that is so. */
  readonly side: "before" | "after" | "both"
  /** It does not build or render: Flux applies nothing of it. */
  readonly failed?: true
}
