import type {
  Cluster,
  Document,
  Problem,
  Reference,
  Relation,
  Resource,
  ResourceId,
  Workspace,
} from "../model/index.ts"
import { describe, groupBy, isKind } from "../model/index.ts"
import { formatFieldPath, stringAt } from "../yaml/json.ts"
import { nearestResource } from "./nearest-resource.ts"

/** The part of a rule's context that tells which references are broken. */
export interface ReferenceContext {
  readonly cluster: Cluster
  readonly workspace: Workspace
}

/**
 * Whether a file of the repository writes the target, or an object that may be turned into it. What only other clusters
 * apply does not count.
 */
function isWritten(
  { cluster, workspace }: ReferenceContext,
  { kind, name, namespace }: ResourceId,
): boolean {
  const { byKindAndName, makers } = writtenIn(workspace)
  const counts = ({ content, file }: Document): boolean => {
    const readers = workspace.clustersOf(file.path)
    if (readers.length > 0 && !readers.some((reader) => reader.name === cluster.name)) return false
    const stated = stringAt(content, ["metadata", "namespace"])
    return stated === undefined || stated === namespace
  }
  return (
    (byKindAndName.get(keyOf(kind, name)) ?? []).some(counts) ||
    makers.some(
      ({ document, written, text }) =>
        written !== kind && text.includes(`"${name}"`) && counts(document),
    )
  )
}

/** What the files of a workspace write, so that each missing reference need not go through all of them. */
interface WrittenNames {
  readonly byKindAndName: ReadonlyMap<string, readonly Document[]>
  /** Documents of kinds that a controller may turn into a Secret of a name that stands anywhere in them. */
  readonly makers: readonly {
    readonly document: Document
    readonly written: string
    readonly text: string
  }[]
}

const known = new WeakMap<Workspace, WrittenNames>()

function writtenIn(workspace: Workspace): WrittenNames {
  const written = known.get(workspace) ?? indexWritten(workspace)
  known.set(workspace, written)
  return written
}

function indexWritten({ documents }: Workspace): WrittenNames {
  const named = documents.filter(({ content }) => stringAt(content, ["kind"]) !== undefined)
  return {
    byKindAndName: groupBy(named, ({ content }) =>
      keyOf(stringAt(content, ["kind"]) ?? "", stringAt(content, ["metadata", "name"]) ?? ""),
    ),
    makers: named.flatMap((document) => {
      const written = stringAt(document.content, ["kind"]) ?? ""
      if (!/Secret$|^Certificate$/u.test(written)) return []
      return [{ document, written, text: JSON.stringify(document.content) }]
    }),
  }
}

function keyOf(kind: string, name: string): string {
  return `${kind}/${name}`
}

/**
 * The references of a relation that lead nowhere, though Flux needs them. Where something could not be looked at, a
 * target that is written anywhere in the repository counts as defined.
 */
export function missingReferences(
  context: ReferenceContext,
  relation: Relation,
): readonly Reference[] {
  return context.cluster.graph.references.filter(
    ({ relation: own, status, optional, doubt, target }) =>
      own === relation &&
      status === "missing" &&
      !optional &&
      (doubt === undefined || !isWritten(context, target)),
  )
}

const verbs: Partial<Record<Relation, string>> = {
  dependsOn: "depends on",
  valuesFrom: "takes values from",
  substituteFrom: "takes variables from",
}

/** Fields of these relations name no namespace: Flux looks in the object's own. */
const localRelations: ReadonlySet<Relation> = new Set([
  "valuesFrom",
  "substituteFrom",
  "secretRef",
  "configMapRef",
  "serviceAccount",
  "providerRef",
  "include",
  "inputsFrom",
])

/** What a `configMapGenerator` or `secretGenerator` made of the name: `settings-6ct58987ht`. */
function hashedTwin(cluster: Cluster, target: ResourceId): Resource | undefined {
  return cluster.resources.find(
    ({ id, origin }) =>
      isKind(id, target) &&
      id.namespace === target.namespace &&
      origin.via === "kustomize" &&
      origin.generated &&
      id.name.startsWith(`${target.name}-`) &&
      /^[a-z0-9]{10}$/u.test(id.name.slice(target.name.length + 1)),
  )
}

type Advice = Pick<Problem, "help" | "related">

function adviseOnHash(reference: Reference, twin: Resource): Advice {
  const field = formatFieldPath(
    reference.path.filter((step) => typeof step === "string"),
  ).replaceAll(".", "/")
  const generator = `a \`nameReference\` for \`${reference.from.id.kind}\` \`${field}\` under \`configurations\``
  return {
    help: `Set \`options.disableNameSuffixHash: true\` on the generator, or add ${generator}.`,
    related: [
      { at: twin.at(["metadata", "name"]), message: `kustomize names it \`${twin.id.name}\`` },
    ],
  }
}

const adviseOnExternal = "If it is made outside Git, declare it under `external` in `.sluice.yaml`."

function adviseOnNearest(cluster: Cluster, { relation, path, target }: Reference): Advice {
  const nearest = nearestResource(cluster, target)
  const field = formatFieldPath(path.slice(0, -1))
  if (!nearest) {
    const help = `Add the ${target.kind}, or correct \`${formatFieldPath(path)}\`.`
    const isConfig = target.kind === "ConfigMap" || target.kind === "Secret"
    return { help: isConfig ? `${help} ${adviseOnExternal}` : help }
  }
  const elsewhere = nearest.resource.id.namespace !== target.namespace
  return {
    help:
      elsewhere && localRelations.has(relation)
        ? `Add the ${target.kind} to namespace \`${target.namespace ?? ""}\`: Flux looks nowhere else.`
        : nearest.help(field),
    related: [{ at: nearest.resource.at(["metadata", "name"]), message: nearest.label }],
  }
}

/** The field to edit: the namespace or the kind when the name itself exists there, else the name. */
function wrongField(cluster: Cluster, { from, path, target, relation }: Reference): WrongField {
  const holder = path.slice(0, -1)
  const isWrittenField = (field: string): boolean =>
    stringAt(from.manifest, [...holder, field]) !== undefined
  const same = cluster.resources.filter(
    ({ id }) => id.name === target.name && id.group === target.group,
  )
  const elsewhere = same.some(({ id }) => id.kind === target.kind)
  if (elsewhere && isWrittenField("namespace")) return { at: from.at([...holder, "namespace"]) }
  const twin = same.find(({ id }) => id.namespace === target.namespace)
  const mayDiffer = relation === "sourceRef" || relation === "chartRef"
  if (elsewhere || !twin || !mayDiffer || !isWrittenField("kind")) return {}
  return {
    at: from.at([...holder, "kind"]),
    help: `Set \`${formatFieldPath([...holder, "kind"])}\` to \`${twin.id.kind}\`, or add the ${target.kind}.`,
    related: [{ at: twin.at(["metadata", "name"]), message: `${describe(twin.id)} has the name` }],
  }
}

type WrongField = Partial<Pick<Problem, "at" | "help" | "related">>

/** Reports a reference whose target nothing defines, with the object that it probably means. */
export function reportMissing(cluster: Cluster, reference: Reference): Problem {
  const { relation, from, target, doubt } = reference
  const twin = hashedTwin(cluster, target)
  const advice = twin ? adviseOnHash(reference, twin) : adviseOnNearest(cluster, reference)
  const message = `${describe(from.id)} ${verbs[relation] ?? "uses"} ${describe(target)}, which nothing defines.`
  const problem = { at: reference.at, message, ...advice, ...wrongField(cluster, reference) }
  if (doubt === undefined) return problem
  // The judgement rests on something that could not be looked at.
  const help = `${problem.help ?? ""} (Not certain: ${doubt.split(": ")[0]}.)`
  return { ...problem, help, severity: "warning" }
}
