import type { Cluster, Workspace } from "../../model/index.ts"
import type { ClusterGraph, GraphEdge } from "./flux-graph.ts"
import { keyOf } from "./resource-nodes.ts"

/**
 * What a change of files reaches in each cluster: the objects that are written in them, the Kustomizations that read them and the
 * HelmReleases whose chart they are; all that uses or waits for these; and, so that it hangs together, what applies them.
 * Clusters that it does not reach are left out. `graphs` are those of the workspace's clusters, in their order.
 */
export function reachOf(
  graphs: readonly ClusterGraph[],
  { clusters }: Pick<Workspace, "clusters">,
  paths: ReadonlySet<string>,
): readonly ClusterGraph[] {
  return graphs.flatMap((graph, index) => {
    const cluster = clusters[index]
    const reached = cluster ? reachedIn(graph, cluster, paths) : new Set<string>()
    if (reached.size === 0) return []
    return {
      ...graph,
      nodes: graph.nodes.filter(({ id }) => reached.has(id)),
      edges: graph.edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
    }
  })
}

function reachedIn(
  { nodes, edges }: ClusterGraph,
  cluster: Cluster,
  paths: ReadonlySet<string>,
): ReadonlySet<string> {
  const known = new Set(nodes.map(({ id }) => id))
  const written = nodes.flatMap(({ id, place }) => (place && paths.has(place.path) ? id : []))
  const users = followed(
    [...written, ...readersOf(cluster, paths)].filter((id) => known.has(id)),
    edges.filter(({ relation }) => relation !== "applies"),
  )
  return followed(
    users,
    edges.filter(({ relation }) => relation === "applies"),
  )
}

/** Kustomizations that read one of the files, and HelmReleases whose chart holds one. */
function readersOf({ builds, releases }: Cluster, paths: ReadonlySet<string>): readonly string[] {
  const isBelow = (folder: string): boolean =>
    [...paths].some((path) => folder === "" || path.startsWith(`${folder}/`))
  return [
    ...builds
      .filter(({ files }) => files.some((path) => paths.has(path)))
      .map(({ kustomization }) => keyOf(kustomization)),
    ...releases
      .filter(({ chart }) => chart?.from.kind === "folder" && isBelow(chart.from.path))
      .map(({ release }) => keyOf(release)),
  ]
}

/** The nodes, and all from which edges lead to them. */
function followed(from: Iterable<string>, edges: readonly GraphEdge[]): ReadonlySet<string> {
  const sources = new Map<string, string[]>()
  for (const edge of edges) sources.set(edge.to, [...(sources.get(edge.to) ?? []), edge.from])
  const reached = new Set(from)
  // A set may grow while it is walked: what is added is visited too.
  for (const id of reached) for (const source of sources.get(id) ?? []) reached.add(source)
  return reached
}
