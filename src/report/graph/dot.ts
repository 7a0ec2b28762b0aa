import { visible } from "../visible-text.ts"
import type { FluxGraph, NodeRole } from "./flux-graph.ts"
import {
  type PictureCluster,
  type PictureEdge,
  type PictureNode,
  pictureOf,
  type Tone,
} from "./picture.ts"
import { relationWord } from "./relation-words.ts"

/** The graph in the language of Graphviz, whole. */
export function graphDot(graph: FluxGraph): string {
  const { clusters } = pictureOf(graph)
  return [
    "digraph flux {",
    "  rankdir=LR",
    '  node [shape=box, style="filled", fillcolor="white", fontname="sans-serif"]',
    '  edge [fontname="sans-serif", fontsize=10]',
    ...clusters.flatMap(clusterLines),
    ...clusters.flatMap(({ edges }) => edges.map(edgeLine)),
    "}",
    "",
  ].join("\n")
}

function clusterLines({ title, nodes }: PictureCluster, index: number): readonly string[] {
  return [
    `  subgraph cluster_${index} {`,
    `    label=${quoted([title])}`,
    ...nodes.map((node) => `    ${nodeText(node)}`),
    "  }",
  ]
}

const shapes: Readonly<Record<NodeRole, string>> = {
  applier: "box",
  release: "component",
  source: "cylinder",
  chart: "folder",
  config: "note",
  other: "box",
}

const looks: Readonly<Record<Tone, string>> = {
  missing: ', style="filled,dashed", color="#cf222e", fillcolor="#ffebe9"',
  failed: ', color="#cf222e", fillcolor="#ffebe9"',
  wrong: ', color="#cf222e", penwidth=2',
  unknown: ', style="filled,dashed"',
  suspended: ', color="#9a6700", fillcolor="#fff8c5"',
  plain: "",
}

function nodeText({ id, role, lines, tone }: PictureNode): string {
  return `${id} [label=${quoted(lines)}, shape=${shapes[role]}${looks[tone]}]`
}

function edgeLine({ from, to, relation }: PictureEdge): string {
  const word = relationWord(relation)
  const attributes = [
    ...(word === "" ? [] : [`label=${quoted([word])}`]),
    ...(relation === "dependsOn" ? ["style=dashed"] : []),
  ]
  return `  ${from} -> ${to}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`}`
}

/** Lines of a label. Graphviz knows escapes (`\N`) and entities (`&lt;`) in it: a stranger's are shown as they are written. */
function quoted(lines: readonly string[]): string {
  const texts = lines.map((line) =>
    visible(line).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"'),
  )
  return `"${texts.join("\\n")}"`
}
