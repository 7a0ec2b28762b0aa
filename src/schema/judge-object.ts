import { isEncryptedValue } from "../build/stand-in.ts"
import { type Kind, type Resource, versionOf } from "../model/index.ts"
import type { FieldProblem, SchemaVerdict, Violation } from "../model/verdict.ts"
import { type JsonValue, valueAt } from "../yaml/json.ts"
import { type AjvValidator, ajvViolations } from "./ajv-violations.ts"
import { violationsOf } from "./check-value.ts"
import type { CustomSchemas } from "./custom-schemas.ts"
import { fluxSchemaOf } from "./flux-schemas.ts"
import type { KubernetesSchemas } from "./kubernetes-schemas.ts"
import type { LocatedSchemas } from "./located-schemas.ts"
import { metadataViolations } from "./object-meta.ts"
import { nameViolations } from "./object-name.ts"
import type { Schema } from "./schema.ts"
import { isOpen, isOpenValue } from "./unseen.ts"
import { withoutNulls } from "./without-nulls.ts"

/** The schemas that one cluster judges by. */
export interface ClusterSchemas {
  /** The minor of Flux: `2.9`. */
  readonly flux: string
  /** Validators of `schemas/flux`, by file; all that the cluster's objects need. */
  readonly validators: ReadonlyMap<string, AjvValidator>
  readonly fluxSchema: (file: string) => Schema
  readonly kubernetes: KubernetesSchemas | undefined
  readonly custom: CustomSchemas
  readonly located: LocatedSchemas
}

/** What the schema of an object says of it: Flux's own, one of the repository's definitions, or Kubernetes'. */
export function judgeObject(resource: Resource, schemas: ClusterSchemas): SchemaVerdict {
  const violations = structureOf(resource, schemas)
  if ("status" in violations) return violations
  const { id, manifest } = resource
  const all = [...violations, ...metadataViolations(manifest), ...nameViolations(id, id.name)]
  return { status: "checked", violations: all.filter((one) => isSeen(one, manifest)) }
}

function structureOf(
  resource: Resource,
  schemas: ClusterSchemas,
): readonly Violation[] | Exclude<SchemaVerdict, { readonly status: "checked" }> {
  const { id, apiVersion, manifest } = resource
  const version = versionOf(apiVersion)
  const flux = fluxSchemaOf(id, version, schemas.flux)
  if (flux.status === "unserved") return unserved
  if (flux.status === "found") return fluxViolations(resource, flux.file, schemas)
  const custom = schemas.custom(id, version)
  if (custom === "unserved") return unserved
  if (custom.length > 0)
    return mildest(custom.map(({ schema }) => violationsOf(manifest, schema, noRef)))
  const own = schemas.kubernetes?.schemaOf(id, version)
  if (own === "unserved") return unserved
  if (own && schemas.kubernetes) return violationsOf(manifest, own, schemas.kubernetes.resolve)
  const located = schemas.located(id, version)
  if (located?.status !== "whole") return { status: "unknown", ...reasonOf(located) }
  return violationsOf(manifest, located.schema, located.resolve, "stated")
}

/** Whether only a schema that the user has put somewhere can judge an object. */
export function needsLocated({ id, apiVersion }: Resource, schemas: ClusterSchemas): boolean {
  const version = versionOf(apiVersion)
  const { flux, custom, kubernetes } = schemas
  return (
    fluxSchemaOf(id, version, flux).status === "unknown" &&
    custom(id, version).length === 0 &&
    kubernetes?.schemaOf(id, version) === undefined
  )
}

const unserved = { status: "unserved" } as const

function reasonOf(broken: { readonly reason: string } | undefined): { readonly reason?: string } {
  return broken ? { reason: broken.reason } : {}
}

/** Structural schemas hold no references. */
const noRef = (): undefined => undefined

/** Where a kind is defined twice, nobody knows which definition is applied last: what is said in its favour counts. */
export function mildest(judgements: readonly (readonly Violation[])[]): readonly Violation[] {
  return judgements.reduce((best, next) => (next.length < best.length ? next : best))
}

function fluxViolations(
  { id, manifest }: Resource,
  file: string,
  { validators, fluxSchema }: ClusterSchemas,
): readonly Violation[] {
  const validate = validators.get(file)
  if (!validate) return []
  const value = withoutNulls(manifest)
  const violations = ajvViolations(value, validate, () => fluxSchema(file))
  return violations.filter((violation) => !isWidened(id, violation, valueAt(value, violation.path)))
}

/** flux-operator, wherever it is installed from, lets Alerts and Receivers name its kinds (`flux-semantics.md` 1.5). */
const operatorKinds: ReadonlySet<unknown> = new Set([
  "FluxInstance",
  "ResourceSet",
  "ResourceSetInputProvider",
])

function isWidened(
  { group }: Kind,
  { path, problem }: Violation,
  value: JsonValue | undefined,
): boolean {
  const isKindField = problem.kind === "enum" && path.at(-1) === "kind"
  return isKindField && group === "notification.toolkit.fluxcd.io" && operatorKinds.has(value)
}

/** Nothing rests on a value that was not seen: encrypted, or to be substituted. SOPS adds a field of its own. */
function isSeen({ path, problem }: Violation, manifest: JsonValue): boolean {
  if (path.length === 1 && path[0] === "sops") return false
  if (path.some((step) => isOpen(String(step)))) return false
  if (problem.kind === "unknown" || problem.kind === "missing") return true
  return !isUnseen(problem, valueAt(manifest, path))
}

function isUnseen(problem: FieldProblem, value: JsonValue | undefined): boolean {
  // A revision has a known length, and letters and digits alone: that is all that the form of a name asks for.
  const isNotSeen = problem.kind === "name" ? isOpen : isOpenValue
  if (typeof value === "string") return isEncryptedValue(value) || isNotSeen(value)
  return problem.kind === "combination" && isNotSeen(JSON.stringify(value ?? null))
}
