import {
  fluxGroups,
  groupBy,
  groupOf,
  isKind,
  type Kind,
  type Relation,
  type Resource,
  type ResourceId,
} from "../model/index.ts"
import { type FieldPath, type JsonObject, stringAt, valueAt } from "../yaml/json.ts"
import { matchFields } from "./field-pattern.ts"
import {
  type ReferenceField,
  referenceFields,
  type TargetKind,
  type TargetNamespace,
} from "./reference-fields.ts"

/** A field of one object that names another one. */
export interface NamedTarget {
  readonly relation: Relation
  /** To the name. */
  readonly path: FieldPath
  readonly target: ResourceId
  readonly optional: boolean
  /** All objects of the target's kind and namespace are meant; `target.name` is `*`. */
  readonly wildcard?: true
  /** The target is an object of the cluster that the object's `spec.kubeConfig` leads to. */
  readonly remote?: true
}

/** What {@link referencesOf} needs to know of an object. */
export type ReferringResource = Pick<Resource, "id" | "manifest">

const coreKinds: ReadonlyMap<string, string> = new Map([
  ["ConfigMap", ""],
  ["Secret", ""],
])

function targetKind(rule: TargetKind, holder: FieldPath, manifest: JsonObject): Kind | undefined {
  if (rule.by === "field") return rule.kind
  const kind = stringAt(manifest, [...holder, "kind"])
  if (!kind) return undefined
  if (rule.by === "apiVersion") {
    const apiVersion = stringAt(manifest, [...holder, "apiVersion"]) ?? rule.default
    return apiVersion ? { group: groupOf(apiVersion), kind } : undefined
  }
  const group = fluxGroups.get(kind) ?? coreKinds.get(kind)
  return group === undefined ? undefined : { group, kind }
}

function targetNamespace(
  rule: TargetNamespace,
  holder: FieldPath,
  { id, manifest }: ReferringResource,
): string | undefined {
  if (rule === "own") return id.namespace
  if (typeof rule === "object") return stringAt(manifest, rule.field) || id.namespace
  const stated = stringAt(manifest, [...holder, "namespace"]) || undefined
  return rule === "stated" ? stated : (stated ?? id.namespace)
}

function isOptional(
  { optional }: ReferenceField,
  holder: FieldPath,
  manifest: JsonObject,
): boolean {
  if (typeof optional === "boolean") return optional
  return valueAt(manifest, [...holder, optional.sibling]) === true
}

function namedTarget(
  field: ReferenceField,
  path: FieldPath,
  resource: ReferringResource,
): NamedTarget | undefined {
  const { manifest } = resource
  const name = stringAt(manifest, path)
  const holder = path.slice(0, -1)
  const kind = targetKind(field.target, holder, manifest)
  if (!name || !kind) return undefined
  const namespace = targetNamespace(field.namespace, holder, resource)
  const remote = field.followsKubeConfig && valueAt(manifest, ["spec", "kubeConfig"]) !== undefined
  return {
    relation: field.relation,
    path,
    target: { ...kind, name, ...(namespace === undefined ? {} : { namespace }) },
    optional: isOptional(field, holder, manifest),
    ...(field.wildcards && name === "*" ? { wildcard: true } : {}),
    ...(remote ? { remote: true } : {}),
  }
}

const fieldsByKind = groupBy(referenceFields, ({ kind }) => kind.kind)

/** Every reference of one object, in the table's order; names that are missing or no strings give none. */
export function referencesOf(resource: ReferringResource): readonly NamedTarget[] {
  return (fieldsByKind.get(resource.id.kind) ?? [])
    .filter(({ kind }) => isKind(resource.id, kind))
    .flatMap((field) =>
      matchFields(resource.manifest, field.field).map(({ path }) =>
        namedTarget(field, path, resource),
      ),
    )
    .filter((reference) => reference !== undefined)
}
