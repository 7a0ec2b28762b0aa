import type { FluxGraph } from "../graph/flux-graph.ts"
import { grouped } from "../pretty/count.ts"
import { graphView } from "./graph/graph-view.ts"
import { html } from "./html.ts"
import { pageHtml, type View } from "./page.ts"
import { skipList } from "./skip-list.ts"

/** The graph as one HTML page: it pans, zooms and searches, and without script is a picture and a list. */
export function graphHtml(graph: FluxGraph): string {
  const { clusters, skipped, tool } = graph
  const objects = clusters.reduce((sum, { nodes }) => sum + nodes.length, 0)
  const views: readonly (View | false)[] = [
    { id: "graph", title: "Graph", count: grouped(objects), content: graphView(graph) },
    skipped.length > 0 && {
      ...{ id: "skipped", title: "Not looked at", count: grouped(skipped.length) },
      content: html`<p class="lead">What this graph says nothing about, and why.</p>${skipList(skipped)}`,
    },
  ]
  const title =
    clusters.length === 1 ? `cluster ${clusters[0]?.name}` : `${clusters.length} clusters`
  return pageHtml({
    title: `sluice: graph of ${title}`,
    tool,
    views: views.filter((view) => view !== false),
  })
}
