import {
  groupBy,
  groupOf,
  isKind,
  type Kind,
  kinds,
  type Resource,
  type ResourceId,
} from "../model/index.ts"
import { type FieldPath, isObject, type JsonObject, stringAt, valueAt } from "../yaml/json.ts"
import { expandTemplate, matchFields, stringsAt } from "./field-pattern.ts"
import { type ProducerRow, type Product, producerRows } from "./producer-rows.ts"

/** What {@link producedBy} needs to know of an object. */
export type ProducingResource = Pick<Resource, "id" | "manifest">

/** `{{request.object.metadata.name}}`, and the captures of an ArtifactGenerator: known only in the cluster. */
const placeholder = /\{\{[^}]*\}\}|\$?\{[^}]*\}/gu

const makeId = (kind: Kind, name: string, namespace: string): ResourceId => ({
  group: kind.group,
  kind: kind.kind,
  namespace: namespace.replace(placeholder, "*"),
  name: name.replace(placeholder, "*"),
})

const rowsByKind = groupBy(producerRows, ({ kind }) => kind)
const rowsOfEveryKind = rowsByKind.get("*") ?? []

function rowsFor(kind: string): readonly ProducerRow[] {
  return [...(rowsByKind.get(kind) ?? []), ...rowsOfEveryKind]
}

function matches(row: ProducerRow, { id, manifest }: ProducingResource): boolean {
  if (row.group !== "*" && row.group !== id.group) return false
  const { unless } = row
  return (
    !unless || !stringsAt(manifest, unless.field).some((value) => unless.values.includes(value))
  )
}

function expandProduct(
  { kind, name, namespace }: Product,
  manifest: JsonObject,
): readonly ResourceId[] {
  const namespaces = expandTemplate(namespace ?? "{metadata.namespace}", manifest)
  return namespaces.flatMap((space) =>
    expandTemplate(name, manifest).map((text) => makeId(kind, text, space)),
  )
}

/** A kind of another's operator that is called a secret: the Secret most likely has its name. */
function namedAfterSecrets({ id, manifest }: ProducingResource): readonly ResourceId[] {
  if (id.group === "" || !id.kind.endsWith("Secret") || id.kind === "PushSecret") return []
  if (rowsByKind.get(id.kind)?.some(({ group }) => group === id.group)) return []
  const names = [
    id.name,
    ...stringsAt(manifest, "spec.secretName"),
    ...stringsAt(manifest, "spec.*.secretName"),
  ]
  return names.map((name) => makeId(kinds.Secret, name, id.namespace ?? "*"))
}

const kyvernoKinds = new Set(["ClusterPolicy", "Policy", "GeneratingPolicy"])

/** What a Kyverno policy generates. */
function generatedByPolicy({ id, manifest }: ProducingResource): readonly ResourceId[] {
  if (!kyvernoKinds.has(id.kind) || !/(?:^|\.)kyverno\.io$/u.test(id.group)) return []
  return matchFields(manifest, "spec.rules[].generate").flatMap(({ value }) => {
    const kind = {
      group: groupOf(stringAt(value, ["apiVersion"]) ?? ""),
      kind: stringAt(value, ["kind"]),
    }
    const namespace = stringAt(value, ["namespace"]) ?? "*"
    if (kind.kind !== undefined) {
      return [
        makeId({ group: kind.group, kind: kind.kind }, stringAt(value, ["name"]) ?? "*", namespace),
      ]
    }
    // A `cloneList` names kinds as `v1/Secret`.
    return stringsAt(value, "cloneList.kinds[]").map((text) =>
      makeId({ group: groupOf(text), kind: text.slice(text.lastIndexOf("/") + 1) }, "*", namespace),
    )
  })
}

const copyNamespaces: readonly string[] = [
  "replicator.v1.mittwald.com/replicate-to",
  "replicator.v1.mittwald.com/replicate-to-matching",
  "reflector.v1.k8s.emberstack.com/reflection-auto-enabled",
  "kubed.appscode.com/sync",
]

const annotationFields: readonly FieldPath[] = [
  ["metadata", "annotations"],
  ["spec", "template", "metadata", "annotations"],
  ["spec", "target", "template", "metadata", "annotations"],
  ["spec", "externalSecretSpec", "target", "template", "metadata", "annotations"],
  ["spec", "secretTemplate", "annotations"],
]

/** Whether an object, or what it makes, asks a replicating controller for copies. */
function asksForCopies(manifest: JsonObject): boolean {
  return annotationFields.some((path) => {
    const annotations = valueAt(manifest, path)
    return isObject(annotations) && copyNamespaces.some((name) => Object.hasOwn(annotations, name))
  })
}

/** The same object in other namespaces, where a replicating controller copies it. */
function copiesOf(resource: ProducingResource, made: readonly ResourceId[]): readonly ResourceId[] {
  if (!asksForCopies(resource.manifest)) return []
  const copied = [resource.id, ...made].filter(
    (id) => isKind(id, kinds.Secret) || isKind(id, kinds.ConfigMap),
  )
  return copied.map((id) => ({ ...id, namespace: "*" }))
}

/**
 * The objects that controllers will make from `resource`. A name or namespace may hold `*`, which stands for any
 * characters; compare with {@link covers}.
 */
export function producedBy(resource: ProducingResource): readonly ResourceId[] {
  const made = [
    ...rowsFor(resource.id.kind)
      .filter((row) => matches(row, resource))
      .flatMap(({ makes }) =>
        makes.flatMap((product) => expandProduct(product, resource.manifest)),
      ),
    ...namedAfterSecrets(resource),
    ...generatedByPolicy(resource),
  ]
  return [...made, ...copiesOf(resource, made)]
}

function matchesGlob(pattern: string, text: string): boolean {
  const [head = "", ...parts] = pattern.split("*")
  const tail = parts.pop()
  if (tail === undefined) return pattern === text
  if (!text.startsWith(head) || text.length < head.length + tail.length) return false
  const middle = text.slice(head.length, text.length - tail.length)
  let from = 0
  const inOrder = parts.every((part) => {
    const found = middle.indexOf(part, from)
    from = found + part.length
    return found >= 0
  })
  return inOrder && text.endsWith(tail)
}

/** Whether `target` is one of the objects that `product` stands for. */
export function covers(product: ResourceId, target: ResourceId): boolean {
  return (
    product.kind === target.kind &&
    product.group === target.group &&
    matchesGlob(product.namespace ?? "", target.namespace ?? "") &&
    matchesGlob(product.name, target.name)
  )
}
