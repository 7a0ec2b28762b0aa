import type { Finding } from "../../model/index.ts"
import { createLineIndex } from "../../text/line-index.ts"
import { locate, parseYaml } from "../../yaml/index.ts"
import type { FieldPath } from "../../yaml/json.ts"
import { cutText } from "../cut-text.ts"
import { grouped } from "../pretty/count.ts"
import { type CrossLinks, findingLink, type ShownObject } from "./cross-links.ts"
import { parseFieldPath } from "./field-path.ts"
import { type Html, html } from "./html.ts"
import { shortName } from "./rich-text.ts"

/** Objects as Flux would apply them, each with the way that it takes and the lines that findings are about. */
export function objectList(links: CrossLinks): readonly Html[] {
  return links.objects.map((shown) => objectHtml(shown, links))
}

function objectHtml({ id, object, findings }: ShownObject, links: CrossLinks): Html {
  const { title, cluster, origin, uncertain, cut } = object
  const steps = origin.map(({ text, path, line }) => {
    const place =
      path === undefined
        ? undefined
        : html` <span class="place">${path}${line === undefined ? "" : `:${line}`}</span>`
    return html`<li>${shortName(text)}${place}</li>`
  })
  const notes = [
    ...(uncertain
      ? ["Some values stand in for ones that are encrypted or not in this repository."]
      : []),
    ...(cut > 0 ? [`${grouped(cut)} more lines are left out: \`sluice build\` prints them.`] : []),
  ]
  const marked = markedLines(object.yaml, findings)
  const lines = [...marked.keys()].sort((left, right) => left - right)
  const jumps = lines.map((line) => html`<a href="#${id}-l${line + 1}">line ${line + 1}</a> `)
  return html`<article class="object" id="${id}"><details><summary><span class="title">${shortName(title)}</span>${findings.map((finding) => html`<span class="badge ${finding.severity}">${finding.rule}</span>`)}<span class="at">${cluster}</span></summary><div class="body"><ol class="origin">${steps}</ol><p>${findings.map((finding) => html`${findingLink(finding, links)} `)}${jumps}</p>${notes.map((note) => html`<p class="lead">${note}</p>`)}<pre class="frame yaml" tabindex="0">${yamlLines(object.yaml, marked, id)}</pre></div></details></article>
`
}

/** A longer line shows nothing more to a person. */
const lineWidth = 400

function yamlLines(yaml: string, looks: ReadonlyMap<number, string>, id: string): readonly Html[] {
  const rows: Html[] = []
  let plain: string[] = []
  const flush = (): void => {
    if (plain.length > 0) rows.push(html`${plain.map((line) => html`${line}\n`)}`)
    plain = []
  }
  for (const [index, line] of yaml.trimEnd().split("\n").entries()) {
    const look = looks.get(index)
    if (look === undefined) {
      plain.push(cutText(line, lineWidth))
      continue
    }
    flush()
    rows.push(
      html`<mark class="${look}" id="${id}-l${index + 1}">${cutText(line, lineWidth)}</mark>\n`,
    )
  }
  flush()
  return rows
}

/** The lines of the fields that findings name. */
function markedLines(yaml: string, findings: readonly Finding[]): ReadonlyMap<number, string> {
  const [document] = parseYaml(yaml).documents
  const lines = createLineIndex(yaml)
  const marked = new Map<number, string>()
  if (!document) return marked
  for (const { rendered, severity, field } of findings) {
    const shown = rendered?.field ?? field
    const path: FieldPath | undefined = shown === undefined ? undefined : parseFieldPath(shown)
    const node = path && locate(document, path).node
    if (!node) continue
    const { line } = lines.positionAt(node.start)
    if (!marked.has(line)) marked.set(line, severity)
  }
  return marked
}
