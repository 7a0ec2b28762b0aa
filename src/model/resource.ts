import type { FieldPath, JsonObject } from "../yaml/json.ts"
import type { Document, FieldPart, LogicalLocation, Span } from "./document.ts"

/** A group and kind, without version: Flux's `Kustomization` and kustomize's differ by group. */
export interface Kind {
  readonly group: string
  readonly kind: string
}

/** What an API server knows an object by. Cluster-scoped objects have no namespace. */
export interface ResourceId {
  readonly group: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
}

/** Where an object comes from. */
export type Origin =
  /** Written in a file, as it is. */
  | { readonly via: "file"; readonly document: Document; readonly path: FieldPath }
  /** Built by a Flux Kustomization; `document` holds its source, or the kustomization file that generates it. */
  | {
      readonly via: "kustomize"
      readonly document: Document
      readonly path: FieldPath
      readonly generated: boolean
    }
  /** Rendered by a HelmRelease from a template (`podinfo/templates/deployment.yaml`). */
  | { readonly via: "helm"; readonly release: Resource; readonly template: string }
  /** Made by a controller that is not in the repository's files: `flux bootstrap`, flux-operator. */
  | {
      readonly via: "implied"
      readonly document: Document
      readonly path: FieldPath
      readonly by: string
    }

/** An object as a cluster would hold it. */
export interface Resource {
  readonly id: ResourceId
  readonly apiVersion: string
  /** After patches, substitution and all that Flux does before it applies. */
  readonly manifest: JsonObject
  readonly origin: Origin
  /** The Kustomization or HelmRelease that applies it; undefined for a root. */
  readonly owner: Resource | undefined
  /** "" for the cluster's own API server, else the remote cluster that the owner's `spec.kubeConfig` names. */
  readonly server: string
  /** Some of its fields hold stand-ins for values that nobody could see (encrypted, or defined outside the repository). */
  readonly uncertain: boolean
  /** The field at `path`, in the document that a person would edit to change it. */
  at(path: FieldPath, part?: FieldPart, span?: Span): LogicalLocation
}

/** `flux-system/apps`, or `apps` for what has no namespace. */
export function qualifiedName(id: ResourceId): string {
  return id.namespace === undefined ? id.name : `${id.namespace}/${id.name}`
}

/** `Kustomization flux-system/apps`: how messages name an object. */
export function describe(id: ResourceId): string {
  return `${id.kind} ${qualifiedName(id)}`
}

/** One string for one object of one API server, for maps. */
export function resourceKey(id: ResourceId, server = ""): string {
  return `${server}|${id.group}/${id.kind}/${id.namespace ?? ""}/${id.name}`
}

/** Whether `id` is of `kind`. */
export function isKind(id: Kind, kind: Kind): boolean {
  return id.kind === kind.kind && id.group === kind.group
}

/** `apps/v1` → `apps`; `v1` → the empty string. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/")
  return slash < 0 ? "" : apiVersion.slice(0, slash)
}

/** `apps/v1` → `v1`. */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf("/") + 1)
}
