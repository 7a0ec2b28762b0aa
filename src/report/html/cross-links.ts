import { type Finding, groupOf } from "../../model/index.ts"
import type { ClusterGraph, GraphNode } from "../graph/flux-graph.ts"
import { activeFindings, type Report } from "../report.ts"
import type { ReportedObject } from "../reported-object.ts"
import { type Html, html } from "./html.ts"

/** An object that is shown, and the findings about it. */
export interface ShownObject {
  readonly id: string
  readonly object: ReportedObject
  readonly findings: readonly Finding[]
}

/** What in the page belongs together. */
export interface CrossLinks {
  /** The id of a finding. */
  idOf(finding: Finding): string
  readonly objects: readonly ShownObject[]
  /** The id of the object that a finding is about. */
  objectIdOf(finding: Finding): string | undefined
  /** The id of its entry in the graph. */
  nodeIdOf(finding: Finding): string | undefined
  /** Links to the findings about a node. */
  findingsOf(cluster: string, node: GraphNode): readonly Finding[]
}

/** Finds for each finding its object and its node, and back. */
export function createCrossLinks(report: Report, graphs: readonly ClusterGraph[]): CrossLinks {
  const ids = new Map(report.findings.map((finding, index) => [finding, `f${index + 1}`]))
  const objects = shownObjects(report)
  const nodes = new Map(
    graphs.flatMap((cluster, number) =>
      cluster.nodes.map((node, index) => [nodeKey(cluster.name, node), nodeId(number, index)]),
    ),
  )
  const objectIds = new Map(
    objects.flatMap(({ id, findings }) => findings.map((finding) => [finding, id])),
  )
  const byNode = new Map<string, Finding[]>()
  for (const finding of activeFindings(report)) {
    for (const key of keysOf(finding)) {
      const some = byNode.get(key) ?? []
      some.push(finding)
      byNode.set(key, some)
    }
  }
  return {
    idOf: (finding) => ids.get(finding) ?? "",
    objects,
    objectIdOf: (finding) => objectIds.get(finding),
    nodeIdOf: (finding) => keysOf(finding).flatMap((key) => nodes.get(key) ?? [])[0],
    findingsOf: (cluster, node) => byNode.get(nodeKey(cluster, node)) ?? [],
  }
}

/** The id of what is said of a node. */
export function nodeId(cluster: number, index: number): string {
  return `n${cluster}-${index}`
}

function shownObjects(report: Report): readonly ShownObject[] {
  const shown = new Map<string, { object: ReportedObject; findings: Finding[] }>()
  for (const finding of report.findings) {
    const object = report.objectOf?.(finding)
    if (!object) continue
    const entry = shown.get(object.key) ?? { object, findings: [] }
    entry.findings.push(finding)
    shown.set(object.key, entry)
  }
  return [...shown.values()].map((entry, index) => ({ id: `o${index + 1}`, ...entry }))
}

function nodeKey(
  cluster: string,
  { group, kind, namespace, name }: Pick<GraphNode, "group" | "kind" | "namespace" | "name">,
): string {
  return JSON.stringify([cluster, group, kind, namespace ?? null, name])
}

function keysOf({ resource, clusters }: Finding): readonly string[] {
  if (!resource) return []
  const node = { ...resource, group: groupOf(resource.apiVersion) }
  return clusters.map((cluster) => nodeKey(cluster, node))
}

/** A link to a finding, called after its rule. */
export function findingLink(finding: Finding, { idOf }: Pick<CrossLinks, "idOf">): Html {
  return html`<a href="#${idOf(finding)}"><span class="badge ${finding.severity}">${finding.rule}</span></a>`
}
