import type { Finding } from "../../model/index.ts"
import { count, grouped } from "../pretty/count.ts"
import { activeFindings, type Report } from "../report.ts"
import { verdictOf } from "../verdict.ts"
import { type CrossLinks, createCrossLinks, findingLink } from "./cross-links.ts"
import { createFacets, facetPanel } from "./facets.ts"
import { findingHtml } from "./finding.ts"
import { findingList } from "./finding-list.ts"
import { graphView } from "./graph/graph-view.ts"
import { fact } from "./graph/node-list.ts"
import { type Html, html } from "./html.ts"
import { objectList } from "./object-list.ts"
import { pageHtml, type View } from "./page.ts"
import { skipList } from "./skip-list.ts"
import { summaryHtml } from "./summary.ts"

/** More findings than this are closed at first: a list to skim. */
const openLimit = 20

/** The report as one HTML page, which needs neither network nor script to be read. */
export function reportHtml(report: Report): string {
  const active = activeFindings(report)
  const suppressed = report.findings.filter(({ suppressedBy }) => suppressedBy)
  const graphs = report.graphs?.() ?? []
  const links = createCrossLinks(report, graphs)
  const nodes = graphs.reduce((sum, cluster) => sum + cluster.nodes.length, 0)
  const views: readonly (View | false)[] = [
    {
      ...{ id: "findings", title: "Findings", count: grouped(active.length) },
      content: findingsView(active, report, links),
    },
    graphs.length > 0 && {
      ...{ id: "graph", title: "Graph", count: grouped(nodes) },
      content: graphView({ clusters: graphs }, (cluster, node) =>
        nodeFindings(links.findingsOf(cluster, node), links),
      ),
    },
    links.objects.length > 0 && {
      ...{ id: "objects", title: "Objects", count: grouped(links.objects.length) },
      content: html`<p class="lead">What findings are about, as Flux would apply it; what Secrets hold is masked.</p><div class="list">${objectList(links)}</div>`,
    },
    report.skipped.length > 0 && {
      ...{ id: "skipped", title: "Not checked", count: grouped(report.skipped.length) },
      content: html`<p class="lead">What this report says nothing about, and why.</p>${skipList(report.skipped)}`,
    },
    suppressed.length > 0 && {
      ...{ id: "suppressed", title: "Suppressed", count: grouped(suppressed.length) },
      content: suppressedView(suppressed, report, links),
    },
  ]
  return pageHtml({
    title: `sluice: ${verdictOf(report)}`,
    tool: report.tool,
    views: views.filter((view) => view !== false),
  })
}

function nodeFindings(findings: readonly Finding[], links: CrossLinks): Html | undefined {
  if (findings.length === 0) return undefined
  return fact("Findings", html`${findings.map((finding) => html`${findingLink(finding, links)} `)}`)
}

function findingsView(findings: readonly Finding[], report: Report, links: CrossLinks): Html {
  const summary = summaryHtml(report)
  if (findings.length === 0) return summary
  const facets = createFacets(findings)
  const open = findings.length <= openLimit
  const list = findingList(findings, (finding) =>
    findingHtml(finding, { report, links, open, keys: facets.keysOf(finding) }),
  )
  return html`${summary}
<div class="columns">
${facetPanel(facets)}
<div class="list" id="list">
<p class="found"><span id="found" role="status">${count(findings.length, "finding")}</span><button type="button" id="fold" hidden>${open ? "Close all" : "Open all"}</button></p>
${list}
<p class="none" id="none" hidden>No finding has all of that.</p>
</div>
</div>`
}

function suppressedView(findings: readonly Finding[], report: Report, links: CrossLinks): Html {
  const list = findingList(findings, (finding) =>
    findingHtml(finding, { report, links, open: false, keys: "" }),
  )
  return html`<p class="lead">Found, but silenced: these do not count.</p><div class="list">${list}</div>`
}
