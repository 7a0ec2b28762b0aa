import { Graph, layout } from "@dagrejs/dagre"
import type { GraphRelation } from "../../graph/flux-graph.ts"
import { fitStart, textWidth } from "../../pretty/text-width.ts"
import { visible } from "../../visible-text.ts"
import type { Arrow, Box, Drawing } from "./drawing.ts"

/** A box with its place; x and y are those of its corner. */
export interface PlacedBox extends Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An arrow with the points that it goes through. */
export interface PlacedArrow extends Arrow {
  readonly points: readonly Point[]
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A drawing that is ready to be drawn. */
export interface PlacedDrawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
}

/** Laying out more takes longer than anybody waits. */
const maxBoxes = 600
const maxArrows = 1200

/** A longer line ends in `…`; the list has all of it. */
const maxColumns = 34
const [columnWidth, lineHeight, padding, margin] = [7.9, 17, 10, 16]

/** From left to right what comes first: sources, what is built from them, what that applies. Undefined where it is too large. */
export function placeBoxes({ boxes, arrows }: Drawing): PlacedDrawing | undefined {
  if (boxes.length > maxBoxes || arrows.length > maxArrows) return undefined
  const graph = new Graph({ multigraph: false })
  graph.setGraph({
    rankdir: "LR",
    nodesep: 14,
    ranksep: 46,
    edgesep: 6,
    marginx: margin,
    marginy: margin,
  })
  const sized = boxes.map((box) => ({ ...box, ...sizeOf(box) }))
  for (const { id, width, height } of sized) graph.setNode(id, { width, height })
  for (const { from, to, relations } of arrows) {
    const [first, second] = relations.every(isForward) ? [from, to] : [to, from]
    if (!graph.hasEdge(first, second)) graph.setEdge(first, second, {})
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as {
    readonly width?: number
    readonly height?: number
  }
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    boxes: sized.map((box) => {
      const { x, y } = graph.node(box.id) as Point
      return { ...box, x: round(x - box.width / 2), y: round(y - box.height / 2) }
    }),
    arrows: arrows.map((arrow) => ({ ...arrow, points: pointsOf(arrow, graph) })),
  }
}

/** What applies comes before what is applied; what is used comes before its user. */
function isForward(relation: GraphRelation): boolean {
  return relation === "applies"
}

function pointsOf({ from, to }: Arrow, graph: Graph): readonly Point[] {
  const forward = (graph.edge(from, to) as { readonly points: readonly Point[] } | undefined)
    ?.points
  const backward = (graph.edge(to, from) as { readonly points: readonly Point[] } | undefined)
    ?.points
  const points = forward ?? backward?.toReversed() ?? []
  return points.map(({ x, y }) => ({ x: round(x), y: round(y) }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function sizeOf({ lines }: Box): Pick<PlacedBox, "lines" | "width" | "height"> {
  const shown = lines.map((line) => {
    const safe = visible(line)
    return textWidth(safe) > maxColumns ? `${fitStart(safe, maxColumns - 1)}…` : safe
  })
  const columns = Math.max(12, ...shown.map(textWidth))
  return {
    lines: shown,
    width: Math.ceil(columns * columnWidth + 2 * padding),
    height: shown.length * lineHeight + 2 * padding - 4,
  }
}
