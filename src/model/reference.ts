import type { FieldPath } from "../yaml/json.ts"
import type { LogicalLocation } from "./document.ts"
import type { Resource, ResourceId } from "./resource.ts"

/** Why one object names another. */
export type Relation =
  | "sourceRef"
  | "chartRef"
  | "dependsOn"
  | "valuesFrom"
  | "substituteFrom"
  | "secretRef"
  | "configMapRef"
  | "serviceAccount"
  | "healthCheck"
  | "providerRef"
  | "eventSource"
  | "receiverResource"
  | "imageRepositoryRef"
  | "imagePolicy"
  | "include"
  | "artifactSource"
  | "inputsFrom"

/**
 * What became of a reference:
 * - `found`: an object of the cluster;
 * - `produced`: another object makes it in the cluster (an ExternalSecret its Secret, an ArtifactGenerator its artifact);
 * - `external`: the user has declared that it exists, or Flux itself brings it;
 * - `uncertain`: its name holds a value that nobody could see, or something that could not be looked at may define it;
 * - `missing`: nothing defines it.
 */
export type ReferenceStatus = "found" | "produced" | "external" | "uncertain" | "missing"

/** A field that names another object. */
export interface Reference {
  readonly relation: Relation
  readonly from: Resource
  /** The field of `from` that holds the name. */
  readonly path: FieldPath
  /** Where a person would edit the name. */
  readonly at: LogicalLocation
  readonly target: ResourceId
  /** Flux tolerates the absence of an optional target. */
  readonly optional: boolean
  /** Set when `status` is `found`. */
  readonly resource?: Resource
  readonly status: ReferenceStatus
  /** For `missing`: something that could not be looked at may define the target after all; what it is. */
  readonly doubt?: string
}

/** Never empty: each reference leads to the next, the last to the first. */
export type Cycle = readonly [Reference, ...Reference[]]

/** All references of a cluster. */
export interface Graph {
  readonly references: readonly Reference[]
  from(resource: Resource): readonly Reference[]
  to(resource: Resource): readonly Reference[]
  /** Each simple cycle once, from its first member in name order. */
  cycles(relation: Relation): readonly Cycle[]
}
