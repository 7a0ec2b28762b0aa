import { count } from "../pretty/count.ts"
import { plainStyle, type Style } from "../pretty/style.ts"
import { fitStart, textWidth } from "../pretty/text-width.ts"
import { visible } from "../visible-text.ts"
import type { ClusterGraph, FluxGraph, GraphNode } from "./flux-graph.ts"
import { type Branch, forestOf } from "./forest.ts"
import { nodeLine } from "./tree-line.ts"

/** How a tree is drawn. */
export interface TreeOptions {
  readonly style: Style
  /** Columns of the terminal; lines are left whole where there is none. */
  readonly width?: number
  /** Without characters that only UTF-8 has. */
  readonly ascii: boolean
  /** The objects to begin with; those that nothing applies when it is left out. */
  readonly isChosen?: (node: GraphNode) => boolean
}

/** The lines that lead to a branch. */
interface Guides {
  readonly branch: string
  readonly last: string
  readonly through: string
  readonly after: string
}

const lines: Guides = { branch: "├─ ", last: "└─ ", through: "│  ", after: "   " }
const asciiLines: Guides = { branch: "|- ", last: "`- ", through: "|  ", after: "   " }

/** What each cluster reconciles, from its roots: what applies what, out of which sources, after what. */
export function drawTree(graph: FluxGraph, options: TreeOptions): string {
  const { isChosen } = options
  const clusters = isChosen
    ? graph.clusters.filter(({ nodes }) => nodes.some(isChosen))
    : graph.clusters
  const trees = clusters.map((cluster) => clusterTree(cluster, options))
  const rest = isChosen ? "" : restOf(graph)
  return [...trees, ...(rest === "" ? [] : [rest])].join("\n")
}

function clusterTree(cluster: ClusterGraph, options: TreeOptions): string {
  const { name, path, target, blindSpots } = cluster
  const { style } = options
  const folder = path === "" ? "the root" : path
  const about = `(${visible(folder)}, Flux ${target.flux}, Kubernetes ${target.kubernetes})`
  const head = cut(`${style("strong", `Cluster ${visible(name)}`)} ${style("dim", about)}`, {
    plain: `Cluster ${visible(name)} ${about}`,
    options,
  })
  const forest = forestOf(cluster, options.isChosen)
  const unseen = new Set(blindSpots).size
  const note = `It may hold more objects: ${count(unseen, "thing")} could not be looked at.`
  const notes = unseen === 0 ? [] : [cut(style("warning", note), { plain: note, options })]
  return `${[head, ...drawBranches(forest, "", options), ...notes].join("\n")}\n`
}

function drawBranches(
  branches: readonly Branch[],
  before: string,
  options: TreeOptions,
): readonly string[] {
  const guides = options.ascii ? asciiLines : lines
  return branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1
    const lead = before + (isLast ? guides.last : guides.branch)
    const text = (style: Style): string =>
      style("dim", lead) + nodeLine(branch, { ...options, style })
    return [
      cut(text(options.style), { plain: text(plainStyle), options }),
      ...drawBranches(branch.children, before + (isLast ? guides.after : guides.through), options),
    ]
  })
}

/** A line that is too long for the terminal loses its colours with its end: what is cut open would colour what follows. */
function cut(
  line: string,
  { plain, options }: { readonly plain: string; readonly options: TreeOptions },
): string {
  const { width, ascii } = options
  if (width === undefined || textWidth(plain) <= width) return line
  const dots = ascii ? "..." : "…"
  return `${fitStart(plain, Math.max(0, width - dots.length))}${dots}`
}

function restOf({ elsewhere, skipped }: FluxGraph): string {
  const { errors, warnings } = elsewhere
  const found = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ].join(" and ")
  return [
    ...(found === ""
      ? []
      : [`${found} in files and on objects that no cluster has: see \`sluice check\`.\n`]),
    ...(skipped.length === 0
      ? []
      : [`${count(skipped.length, "thing")} not looked at: see \`sluice check\`.\n`]),
  ].join("")
}
