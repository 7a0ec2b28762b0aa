import type { ClusterGraph, FluxGraph, GraphNode } from "../../graph/flux-graph.ts"
import { count, grouped } from "../../pretty/count.ts"
import { nodeId } from "../cross-links.ts"
import { type Html, html } from "../html.ts"
import { withCode } from "../rich-text.ts"
import { createDrawings } from "./create-drawings.ts"
import type { Drawing } from "./drawing.ts"
import { drawingSvg } from "./drawing-svg.ts"
import { nodeList } from "./node-list.ts"

/** Where else in the page something is said of a node. */
export type NodeLinks = (cluster: string, node: GraphNode) => Html | undefined

/** The graph of all clusters: drawings that the script moves about, each followed by a list of what is in it. */
export function graphView(
  { clusters }: Pick<FluxGraph, "clusters">,
  linksOf: NodeLinks = () => undefined,
): Html {
  if (clusters.length === 0)
    return html`<p class="lead">There is no cluster in this repository.</p>`
  const choice =
    clusters.length === 1
      ? undefined
      : html`<nav class="clusters" aria-label="Clusters">${clusters.map(({ name, nodes }, index) => html`<a href="#k${index}">${name} <span class="count">${grouped(nodes.length)}</span></a>`)}</nav>`
  return html`${choice}${clusters.map((cluster, index) => clusterHtml(cluster, index, linksOf))}${legend}`
}

function clusterHtml(cluster: ClusterGraph, number: number, linksOf: NodeLinks): Html {
  const { name, nodes, blindSpots, target } = cluster
  const { drawings, boxOf } = createDrawings(cluster, number)
  const entries = new Map(nodes.map(({ id }, index) => [id, nodeId(number, index)]))
  const insides = new Map(
    drawings[0]?.boxes.flatMap(({ node, inside }) =>
      inside === undefined ? [] : [[node.id, inside]],
    ),
  )
  const entryOf = (id: string): string | undefined => entries.get(id)
  const list = nodeList(cluster, {
    entryOf,
    boxOf: (id) => boxOf.get(id),
    insideOf: (id) => insides.get(id),
    linksOf: (node) => linksOf(name, node),
  })
  return html`<section class="cluster" id="k${number}">
<h3>Cluster ${name} <span class="count">${count(nodes.length, "object")}, Flux ${target.flux}</span></h3>
${blindSpotList(blindSpots)}
<div class="stage">
<div class="drawings">${drawings.map((drawing, index) => drawingHtml(drawing, { entryOf, above: index === 0 ? undefined : drawings[0] }))}</div>
<div class="aside"><p class="found" role="status"></p>${list}</div>
</div>
</section>
`
}

function blindSpotList(blindSpots: readonly string[]): Html | undefined {
  const spots = [...new Set(blindSpots)]
  if (spots.length === 0) return undefined
  return html`<details class="blind"><summary>More may be in this cluster: ${count(spots.length, "thing")} could not be looked at</summary><ul>${spots.map((spot) => html`<li>${withCode(spot)}</li>`)}</ul></details>`
}

function drawingHtml(
  drawing: Drawing,
  {
    entryOf,
    above,
  }: { entryOf(id: string): string | undefined; readonly above: Drawing | undefined },
): Html {
  const { id, title, notes } = drawing
  const svg = drawingSvg(drawing, entryOf)
  const content = svg
    ? html`<div class="canvas" tabindex="0" role="region" aria-label="Picture of ${title}">${svg}</div>`
    : html`<p class="lead">This picture is too large to be drawn (${`${grouped(drawing.boxes.length)} boxes`}): the list has all of it.</p>`
  return html`<figure class="drawing" id="${id}"><figcaption>${above && html`<a href="#${above.id}">${above.title}</a> › `}${title}${notes.map((note) => html`<span class="hint">${note}</span>`)}</figcaption>${content}</figure>
`
}

const legend = html`<p class="legend"><span class="key applies">applies</span><span class="key uses">uses</span><span class="key waits">waits for</span><span class="key missing">missing or failed</span><span class="key unknown">not looked at</span><span class="key suspended">suspended</span></p>`
