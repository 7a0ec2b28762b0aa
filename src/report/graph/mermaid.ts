import { cutText } from "../cut-text.ts"
import { count } from "../pretty/count.ts"
import { visible } from "../visible-text.ts"
import type { FluxGraph, NodeRole } from "./flux-graph.ts"
import { foldGraph, folds } from "./fold-graph.ts"
import {
  type Picture,
  type PictureCluster,
  type PictureEdge,
  type PictureNode,
  pictureOf,
} from "./picture.ts"
import { relationWord } from "./relation-words.ts"

/** What mermaid draws, and so GitHub and GitLab: `maxTextSize` and `maxEdges` of its configuration. */
const maxCharacters = 50_000
const maxEdges = 500

/** A flowchart, and what was folded so that mermaid draws it. */
export interface MermaidGraph {
  readonly text: string
  readonly note?: string
}

/** The graph as a flowchart of mermaid; folded by Kustomization, namespace or cluster where it is too large. */
export function graphMermaid(graph: FluxGraph): MermaidGraph {
  const pictures = [() => pictureOf(graph), ...folds.map((fold) => () => foldGraph(graph, fold))]
  for (const draw of pictures) {
    const picture = draw()
    const text = flowchart(picture)
    if (fits(picture, text)) return withNote(text, picture.note)
  }
  return firstClusters(foldGraph(graph, "cluster"))
}

function withNote(text: string, note: string | undefined): MermaidGraph {
  return note === undefined ? { text } : { text, note }
}

function fits({ clusters }: Picture, text: string): boolean {
  const edges = clusters.reduce((sum, cluster) => sum + cluster.edges.length, 0)
  return text.length < maxCharacters && edges < maxEdges
}

/** Where not even one box for each cluster has room, the first ones have. */
function firstClusters({ clusters, note = "" }: Picture): MermaidGraph {
  let [low, high] = [0, clusters.length]
  const cut = (size: number): Picture => ({
    clusters: clusters.slice(0, size),
    note: `${note} ${count(clusters.length - size, "cluster")} more did not fit.`,
  })
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const picture = cut(middle)
    if (fits(picture, flowchart(picture))) low = middle
    else high = middle - 1
  }
  const picture = cut(low)
  return withNote(flowchart(picture), picture.note)
}

function flowchart({ clusters, note }: Picture): string {
  return [
    "flowchart LR",
    ...(note === undefined ? [] : [`  note["${label(note, 400)}"]`]),
    ...clusters.flatMap(clusterLines),
    ...clusters.flatMap(({ edges }) => edges.map(edgeLine)),
    ...styles,
    "",
  ].join("\n")
}

/** Readable on light and on dark pages. */
const styles: readonly string[] = [
  "  classDef missing fill:#ffebe9,stroke:#cf222e,color:#82071e,stroke-dasharray:4",
  "  classDef failed fill:#ffebe9,stroke:#cf222e,color:#82071e",
  "  classDef wrong stroke:#cf222e,stroke-width:3px",
  "  classDef unknown stroke-dasharray:4",
  "  classDef suspended fill:#fff8c5,stroke:#9a6700,color:#4d2d00",
]

function clusterLines({ title, nodes }: PictureCluster, index: number): readonly string[] {
  return [
    `  subgraph cluster${index}["${label(title, maxLabel)}"]`,
    ...nodes.map((node) => `    ${nodeText(node)}`),
    "  end",
  ]
}

const shapes: Readonly<Record<NodeRole, readonly [string, string]>> = {
  applier: ["[", "]"],
  release: ["([", "])"],
  source: ["[(", ")]"],
  chart: ["[[", "]]"],
  config: ["(", ")"],
  other: ["[", "]"],
}

function nodeText({ id, role, lines, tone }: PictureNode): string {
  const [open, close] = shapes[role]
  const text = lines.map((line) => label(line, maxLabel)).join("<br/>")
  return `${id}${open}"${text}"${close}${tone === "plain" ? "" : `:::${tone}`}`
}

function edgeLine({ from, to, relation }: PictureEdge): string {
  const word = relationWord(relation)
  const arrow = relation === "dependsOn" ? "-.->" : "-->"
  return `  ${from} ${arrow}${word === "" ? "" : `|${label(word, maxLabel)}|`} ${to}`
}

/** Longer than any name that Kubernetes takes is only what shall fill the picture. */
const maxLabel = 260

/**
 * Text inside quotes, where mermaid reads `#35;` as a character by its number: all that could end the quotes, be HTML or
 * be Markdown is written so.
 */
function label(text: string, limit: number): string {
  return cutText(visible(text), limit).replace(
    /[^\p{L}\p{N} ._/@-]|[.-](?= )/gu,
    (character) => `#${character.codePointAt(0)};`,
  )
}
