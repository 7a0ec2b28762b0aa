import { type GraphRelation, nodeTitle } from "../../graph/flux-graph.ts"
import { relationWord } from "../../graph/relation-words.ts"
import { type Html, html } from "../html.ts"
import { shortName } from "../rich-text.ts"
import type { Drawing } from "./drawing.ts"
import { type PlacedArrow, type PlacedBox, placeBoxes } from "./place-boxes.ts"

/** The drawing as SVG; a box leads to what the list says of its node. Undefined where it is too large to be laid out. */
export function drawingSvg(
  drawing: Drawing,
  entryOf: (nodeId: string) => string | undefined,
): Html | undefined {
  const placed = placeBoxes(drawing)
  if (!placed) return undefined
  const { width, height, boxes, arrows } = placed
  const head = `${drawing.id}-head`
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${drawing.title}">
<defs><marker id="${head}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
${arrows.map((arrow) => arrowSvg(arrow, head))}${boxes.map((box) => boxSvg(box, entryOf(box.node.id)))}</svg>`
}

function arrowSvg({ from, to, relations, points }: PlacedArrow, head: string): Html {
  return html`<path class="arrow ${lookOf(relations)}" data-from="${from}" data-to="${to}" d="${curve(points)}" marker-end="url(#${head})"><title>${relations.map(wordOf).join(", ")}</title></path>\n`
}

function wordOf(relation: GraphRelation): string {
  return relation === "applies" ? "applies" : relationWord(relation)
}

function lookOf(relations: readonly GraphRelation[]): string {
  if (relations.includes("applies")) return "applies"
  return relations.includes("dependsOn") ? "waits" : "uses"
}

/** Through the first and last point, and smoothly past those between. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ""
  const last = rest.at(-1) ?? first
  const steps = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last
    const isEnd = index === rest.length - 2
    const [x, y] = isEnd ? [next.x, next.y] : [(point.x + next.x) / 2, (point.y + next.y) / 2]
    return `Q${point.x} ${point.y} ${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${first.x} ${first.y}${steps.length === 0 ? `L${last.x} ${last.y}` : steps.join("")}`
}

function boxSvg(box: PlacedBox, entry: string | undefined): Html {
  const { id, node, lines, tone, isGuest, inside, x, y, width, height } = box
  const look = `box ${node.role} ${tone}${isGuest ? " guest" : ""}${inside === undefined ? "" : " folded"}`
  const stack =
    inside === undefined
      ? undefined
      : html`<rect class="under" x="4" y="4" width="${width}" height="${height}" rx="5"/>`
  return html`<a class="${look}" id="${id}" href="#${entry ?? id}" transform="translate(${x} ${y})"><title>${shortName(nodeTitle(node))}</title>${stack}<rect class="face" width="${width}" height="${height}" rx="5"/><rect class="edge" width="4" height="${height}" rx="2"/>${lines.map(
    (line, index) =>
      html`<text class="${lineLooks[index] ?? "more"}" x="13" y="${21 + index * 17}">${line}</text>`,
  )}</a>\n`
}

const lineLooks = ["kind", "name"]
