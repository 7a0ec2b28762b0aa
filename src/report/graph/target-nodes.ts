import type { Cluster, Reference, Relation } from "../../model/index.ts"
import type { GraphEdge, GraphNode, NodeState } from "./flux-graph.ts"
import { isDrawn, keyOf, placeOf, roleOf } from "./resource-nodes.ts"

/** A reference that is shown, with its edge. */
export interface DrawnReference {
  readonly reference: Reference
  readonly edge: GraphEdge
}

/** No rule calls it missing: what Flux needs before it can read Git is in no Git. */
const madeByHand = "nothing in the repository defines it"

/** What decides what is applied, from where, when and with what; health checks, accounts and events are not shown. */
const drawnRelations: ReadonlySet<Relation> = new Set<Relation>([
  "sourceRef",
  "chartRef",
  "dependsOn",
  "valuesFrom",
  "substituteFrom",
  "secretRef",
  "configMapRef",
  "include",
  "artifactSource",
  "inputsFrom",
])

/** The references of a cluster that are shown. */
export function drawnReferences({ graph }: Cluster): readonly DrawnReference[] {
  return graph.references
    .filter(({ relation, from }) => drawnRelations.has(relation) && isDrawn(from.id))
    .map((reference) => ({ reference, edge: edgeOf(reference) }))
}

function edgeOf({ relation, from, target, resource, optional }: Reference): GraphEdge {
  const to = resource ? keyOf(resource) : keyOf({ id: target, server: from.server })
  return { from: keyOf(from), to, relation, optional }
}

/** Nodes for what no object of the cluster is: what controllers make, what is elsewhere, and what is missing. */
export function targetNodes(
  references: readonly DrawnReference[],
  isReported: (reference: Reference) => boolean,
): readonly GraphNode[] {
  const nodes = new Map<string, GraphNode>()
  for (const drawn of references) {
    if (drawn.reference.resource) continue
    const known = nodes.get(drawn.edge.to)
    const node = targetNode(drawn, isReported)
    // Whoever insists on it decides that it is missing.
    if (!known || weight(node) > weight(known)) nodes.set(node.id, node)
  }
  return [...nodes.values()]
}

function weight({ state }: GraphNode): number {
  const mild: readonly NodeState[] = ["optional", "uncertain"]
  return mild.includes(state) ? mild.indexOf(state) : mild.length
}

function targetNode(
  { reference, edge }: DrawnReference,
  isReported: (reference: Reference) => boolean,
): GraphNode {
  const { target, from } = reference
  const role = roleOf(target)
  const byHand = role === "config" && !isReported(reference) ? madeByHand : undefined
  const doubt = reference.doubt ?? byHand
  return {
    id: edge.to,
    role,
    ...{ group: target.group, kind: target.kind },
    ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
    name: target.name,
    ...(from.server === "" ? {} : { server: from.server }),
    state: stateOf(reference, doubt),
    ...(reference.status !== "missing" || reference.optional || doubt === undefined
      ? {}
      : { reason: doubt }),
    suspended: false,
    findings: { errors: 0, warnings: 0, infos: 0 },
    place: placeOf(reference.at),
  }
}

/** What something that could not be looked at may define is not called missing. */
function stateOf({ status, optional }: Reference, doubt: string | undefined): NodeState {
  if (status !== "missing") return status
  if (optional) return "optional"
  return doubt === undefined ? "missing" : "uncertain"
}
