import { groupBy } from "../../../model/index.ts"
import {
  type ClusterGraph,
  type GraphEdge,
  type GraphNode,
  nodeTitle,
} from "../../graph/flux-graph.ts"
import { contentsOf, holdersIn } from "../../graph/fold-graph.ts"
import { toneOf, worstTone } from "../../graph/picture.ts"
import { count } from "../../pretty/count.ts"
import { shortName } from "../rich-text.ts"
import type { Arrow, Box, ClusterDrawings, Drawing } from "./drawing.ts"
import { withoutDetours } from "./without-detours.ts"

/** More nodes than this are a wall: each Kustomization becomes one box, with a drawing of its own. */
const wholeLimit = 70
/** With more arrows than this, those that follow from others are left out. */
const arrowLimit = 150

/** The drawings of a cluster; `number` tells its ids from those of other clusters. */
export function createDrawings(cluster: ClusterGraph, number: number): ClusterDrawings {
  const title = `Cluster ${shortName(cluster.name)}`
  const { nodes, edges } = cluster
  if (nodes.length <= wholeLimit) {
    const whole = drawing({ id: `d${number}-0`, title, nodes, edges })
    return { drawings: [whole], boxOf: boxesByNode(whole.boxes) }
  }
  const folded = fold(cluster)
  const inner = folded.groups
    .filter(({ members }) => members.length > 1)
    .map((group, index) => ({
      group,
      drawing: insideDrawing(group, cluster, `d${number}-${index + 1}`),
    }))
  const insides = new Map(inner.map(({ group, drawing }) => [group.holder.id, drawing.id]))
  const overview = overviewOf(folded, { id: `d${number}-0`, title, insides })
  const boxOf = new Map(boxesByNode(overview.boxes))
  for (const { group, drawing } of inner) {
    const held = new Set(group.members.map(({ id }) => id))
    for (const { node, id } of drawing.boxes)
      if (held.has(node.id) && node !== group.holder) boxOf.set(node.id, id)
  }
  return { drawings: [overview, ...inner.map(({ drawing }) => drawing)], boxOf }
}

function boxesByNode(boxes: readonly Box[]): ReadonlyMap<string, string> {
  return new Map(boxes.map(({ node, id }) => [node.id, id]))
}

/** A Kustomization, or what none holds, with all that it applies or is alone to use. */
interface Group {
  readonly holder: GraphNode
  /** The holder among them. */
  readonly members: readonly GraphNode[]
}

interface Folded {
  readonly groups: readonly Group[]
  readonly edges: readonly GraphEdge[]
}

function fold(cluster: ClusterGraph): Folded {
  const holderOf = holdersIn(cluster)
  const holders = new Map(cluster.nodes.map((node) => [node.id, holderOf(node)]))
  const byHolder = groupBy(cluster.nodes, ({ id }) => holders.get(id)?.id ?? id)
  const groups = [...byHolder.values()].map((members) => ({
    holder: holders.get(members[0].id) ?? members[0],
    members,
  }))
  const moved = cluster.edges.flatMap((edge) => {
    const [from, to] = [holders.get(edge.from)?.id, holders.get(edge.to)?.id]
    return from === undefined || to === undefined || from === to ? [] : [{ ...edge, from, to }]
  })
  const applied = new Set(
    moved.filter(({ relation }) => relation === "applies").map(({ from, to }) => `${from}\n${to}`),
  )
  // Who applies it has its sources too: one arrow says enough.
  const isSaid = ({ from, to, relation }: GraphEdge): boolean =>
    relation !== "applies" && relation !== "dependsOn" && applied.has(`${to}\n${from}`)
  return { groups, edges: moved.filter((edge) => !isSaid(edge)) }
}

function overviewOf(
  { groups, edges }: Folded,
  page: {
    readonly id: string
    readonly title: string
    readonly insides: ReadonlyMap<string, string>
  },
): Drawing {
  const { id, title, insides } = page
  const waits = edges.filter(({ relation }) => relation === "dependsOn")
  const kept = edges.length > arrowLimit ? new Set(withoutDetours(waits)) : new Set(waits)
  const left = waits.length - kept.size
  const drawn = drawing({
    ...{ id, title },
    nodes: groups.map(({ holder }) => holder),
    edges: edges.filter((edge) => edge.relation !== "dependsOn" || kept.has(edge)),
  })
  const boxes = drawn.boxes.map((box, index): Box => {
    const { holder, members } = groups[index] ?? { holder: box.node, members: [] }
    const inside = insides.get(holder.id)
    const held = contentsOf(members, holder.id).slice(0, 4).join(", ")
    return {
      ...box,
      lines: held === "" ? box.lines : [...box.lines.slice(0, 2), held],
      tone: worstTone(members.map(toneOf)),
      ...(inside === undefined ? {} : { inside }),
    }
  })
  const notes = [
    `Each Kustomization is one box with all that it holds; its own picture shows what that is.`,
    ...(left > 0
      ? [
          `${count(left, "dependency arrow")} that others lead around to ${left === 1 ? "is" : "are"} left out here; the list has all.`,
        ]
      : []),
  ]
  return { ...drawn, boxes, notes }
}

/** What a Kustomization holds, and what that leads to. */
function insideDrawing(
  { holder, members }: Group,
  { nodes, edges }: ClusterGraph,
  id: string,
): Drawing {
  const held = new Set(members.map((node) => node.id))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const leading = edges.filter(({ from, to, relation }) => {
    if (!held.has(from)) return false
    return held.has(to) || (from !== holder.id && relation !== "applies")
  })
  const guests = new Set(leading.map(({ to }) => to).filter((to) => !held.has(to)))
  const drawn = [...members, ...[...guests].flatMap((guest) => byId.get(guest) ?? [])]
  const title = shortName(nodeTitle(holder))
  return drawing({ id, title, nodes: drawn, edges: leading, guests })
}

interface DrawingParts {
  readonly id: string
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly guests?: ReadonlySet<string>
}

function drawing({ id, title, nodes, edges, guests }: DrawingParts): Drawing {
  const boxes = nodes.map(
    (node, index): Box => ({
      id: `${id}-${index}`.replace("d", "b"),
      node,
      lines: linesOf(node),
      tone: toneOf(node),
      isGuest: guests?.has(node.id) === true,
    }),
  )
  const ids = boxesByNode(boxes)
  const arrows = new Map<string, Arrow>()
  for (const edge of edges) {
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)]
    if (from === undefined || to === undefined || from === to) continue
    const key = `${from} ${to}`
    const relations = [...(arrows.get(key)?.relations ?? []), edge.relation]
    arrows.set(key, { from, to, relations: [...new Set(relations)] })
  }
  return { id, title, boxes, arrows: [...arrows.values()], notes: [] }
}

/** What it is and where, what it is called, its version. */
function linesOf({ kind, namespace, name, version, chart }: GraphNode): readonly string[] {
  const used =
    version ?? (chart && [chart.name, chart.version ?? chart.constraint].join(" ").trim())
  const where = namespace === undefined ? kind : `${kind} · ${namespace}`
  return [where, name, ...(used === undefined || used === "" ? [] : [used])]
}
