import { compareText } from "../../../check/merge-findings.ts"
import { groupBy } from "../../../model/index.ts"
import { cutText } from "../../cut-text.ts"
import {
  type ClusterGraph,
  type GraphEdge,
  type GraphNode,
  nodeTitle,
} from "../../graph/flux-graph.ts"
import { nodeMarks } from "../../graph/node-marks.ts"
import { relationWord } from "../../graph/relation-words.ts"
import { chartFact } from "../../graph/tree-line.ts"
import { type Html, html } from "../html.ts"
import { shortName, withCode } from "../rich-text.ts"

/** What the list knows of the page around it. */
export interface NodeListContext {
  /** The id in the page of what is said of a node. */
  entryOf(nodeId: string): string | undefined
  /** The id of the box that the script shows for a node. */
  boxOf(nodeId: string): string | undefined
  /** The id of the drawing of what a node holds. */
  insideOf(nodeId: string): string | undefined
  /** Where else in the page something is said of a node. */
  linksOf(node: GraphNode): Html | undefined
}

const roleOrder: readonly GraphNode["role"][] = [
  "applier",
  "release",
  "source",
  "chart",
  "config",
  "other",
]

/** All nodes of a cluster, with what leads to them and where they lead; what a drawing shows, in words. */
export function nodeList(cluster: ClusterGraph, context: NodeListContext): Html {
  const outgoing = groupBy(cluster.edges, ({ from }) => from)
  const incoming = groupBy(cluster.edges, ({ to }) => to)
  const byId = new Map(cluster.nodes.map((node) => [node.id, node]))
  const ordered = cluster.nodes.toSorted(
    (left, right) =>
      roleOrder.indexOf(left.role) - roleOrder.indexOf(right.role) ||
      compareText(nodeTitle(left), nodeTitle(right)),
  )
  const entries = ordered.map((node) => {
    const out = outgoing.get(node.id) ?? []
    const others = incoming.get(node.id) ?? []
    const ways = [
      ...waysOf(out, ({ to }) => byId.get(to), context, wordOut),
      ...waysOf(others, ({ from }) => byId.get(from), context, wordIn),
    ]
    return entryHtml(node, ways, context)
  })
  return html`<ul class="nodes">${entries}</ul>`
}

function entryHtml(node: GraphNode, ways: readonly Html[], context: NodeListContext): Html {
  const { kind, name, namespace, place, path, chart, version, server, reason } = node
  const inside = context.insideOf(node.id)
  const facts = [
    place && fact("Where", html`<span class="place">${place.path}:${place.line}</span>`),
    path === undefined ? undefined : fact("Path", html`${shortName(path)}`),
    version === undefined ? undefined : fact("Version", html`${shortName(version)}`),
    chart && fact("Chart", html`${shortName(chartFact(chart).replace(/^chart /u, ""))}`),
    server === undefined ? undefined : fact("In", html`the cluster of ${shortName(server)}`),
    reason === undefined ? undefined : fact("Why", withCode(cutText(reason, 600))),
    inside === undefined
      ? undefined
      : fact("Holds", html`<a href="#${inside}">its own picture</a>`),
  ]
  const where = namespace === undefined ? kind : `${kind} · ${namespace}`
  return html`<li class="node" id="${context.entryOf(node.id)}" data-box="${context.boxOf(node.id) ?? ""}"><details><summary><span class="title"><span class="kind">${shortName(where)}</span> <span class="name">${shortName(name)}</span></span>${nodeMarks(node).map(({ role, sign }) => html`<span class="mark ${role}">${sign}</span>`)}</summary><dl>${facts}${context.linksOf(node)}${ways}</dl></details></li>\n`
}

/** A term with what is said of it. */
export function fact(term: string, text: Html): Html {
  return html`<dt>${term}</dt><dd>${text}</dd>`
}

/** More of one sort are counted: a source may be used by hundreds. */
const shownEnds = 60

function waysOf(
  edges: readonly GraphEdge[],
  endOf: (edge: GraphEdge) => GraphNode | undefined,
  context: NodeListContext,
  word: (edge: GraphEdge) => string,
): readonly Html[] {
  return [...groupBy(edges, word)].map(([term, some]) => {
    const ends = some.flatMap((edge) => endOf(edge) ?? [])
    const more =
      ends.length > shownEnds ? html`<li>… and ${ends.length - shownEnds} more</li>` : undefined
    return fact(
      term,
      html`<ul>${ends.slice(0, shownEnds).map((end) => html`<li><a href="#${context.entryOf(end.id)}">${shortName(nodeTitle(end))}</a></li>`)}${more}</ul>`,
    )
  })
}

function wordOut({ relation, optional }: GraphEdge): string {
  const word = relation === "applies" ? "applies" : relationWord(relation)
  return optional ? `${word} (optional)` : word
}

function wordIn({ relation }: GraphEdge): string {
  if (relation === "applies") return "applied by"
  return relation === "dependsOn" ? "waited for by" : "used by"
}
