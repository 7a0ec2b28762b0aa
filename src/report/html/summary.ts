import { count, grouped } from "../pretty/count.ts"
import type { Report } from "../report.ts"
import { verdictOf } from "../verdict.ts"
import { type Html, html } from "./html.ts"

/** The verdict, how much there was, and how much of it was seen. */
export function summaryHtml(report: Report): Html {
  const { summary, coverage, crashes } = report
  const look =
    summary.errors > 0
      ? "error"
      : summary.warnings > 0
        ? "warning"
        : isWhole(report)
          ? "ok"
          : "warning"
  return html`<section class="summary" aria-label="Summary">
<h1 class="verdict ${look}">${capital(verdictOf(report))}</h1>
<p class="facts">${factsOf(report)}</p>
<dl class="stats">
${stat("Objects in files", coverage.resources)}
${stat("Judged by a schema", coverage.schemaChecked)}
${stat("Kustomizations built", coverage.built, coverage.kustomizations)}
${stat("HelmReleases rendered", coverage.rendered, coverage.helmReleases)}
${stat("Objects of charts", summary.rendered)}
${stat("References resolved", coverage.resolved + coverage.external, coverage.references)}
</dl>
${crashes.map(({ rule, message }) => html`<p class="crash"><strong>sluice has a bug:</strong> the rule ${rule} failed: ${message}</p>`)}
</section>`
}

function isWhole({ crashes, skipped }: Report): boolean {
  return crashes.length === 0 && skipped.every(({ kind }) => kind === "chosen")
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function factsOf({ summary, clusters, target, timing }: Report): string {
  const facts = [
    count(summary.files, "file"),
    clusters.length === 1 ? `cluster ${clusters[0]}` : count(clusters.length, "cluster"),
    target.flux === "" ? "" : `Flux ${target.flux}`,
    target.kubernetes === "" ? "" : `Kubernetes ${target.kubernetes}`,
    timing ? `${(timing.totalMs / 1000).toFixed(1)} s` : "",
  ]
  return facts.filter((fact) => fact !== "").join(" · ")
}

/** How many of how many; what falls short stands out, and what there is none of is not shown. */
function stat(title: string, done: number, total = done): Html | undefined {
  if (total === 0) return undefined
  const whole = done === total
  return html`<div class="${whole ? "stat" : "stat short"}"><dt>${title}</dt><dd>${grouped(done)}${whole ? undefined : html`<span class="of"> of ${grouped(total)}</span>`}</dd></div>`
}
