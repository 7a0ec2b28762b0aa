import { describe, expect, test } from "vitest"
import type { FluxGraph, GraphEdge, GraphNode } from "./flux-graph.ts"
import { graphMermaid } from "./mermaid.ts"
import { sampleCluster, sampleEdge, sampleGraph, sampleNode } from "./testdata/sample-graph.ts"

const release = { role: "release", kind: "HelmRelease", group: "helm.toolkit.fluxcd.io" } as const

/** `kustomizations` under one root, each with `releases`, in namespaces of ten each. */
function fleet(kustomizations: number, releases: number): FluxGraph {
  const nodes: GraphNode[] = [sampleNode("root")]
  const edges: GraphEdge[] = []
  for (let one = 0; one < kustomizations; one++) {
    const namespace = `team-${Math.floor(one / 10)}`
    nodes.push(sampleNode(`app-${one}`, { namespace }))
    edges.push(sampleEdge("root", "applies", `app-${one}`))
    for (let other = 0; other < releases; other++) {
      const name = `app-${one}-${other}`
      nodes.push(
        sampleNode(name, { ...release, namespace, state: other < 1 ? "missing" : "found" }),
      )
      edges.push(sampleEdge(`app-${one}`, "applies", name))
    }
  }
  return sampleGraph(sampleCluster(nodes, edges))
}

function isDrawable(text: string): boolean {
  const edges = text.split("\n").filter((line) => /^ {2}c\d+n\d+ -/u.test(line)).length
  return text.length < 50_000 && edges < 500
}

describe("the graph for mermaid", () => {
  test("has a box for each object, an arrow for each reference", () => {
    const nodes = [
      sampleNode("apps", { suspended: true }),
      sampleNode("infra", { state: "missing" }),
    ]
    const edges = [sampleEdge("apps", "dependsOn", "infra")]
    const { text, note } = graphMermaid(sampleGraph(sampleCluster(nodes, edges)))
    expect(note).toBeUndefined()
    expect(text.split("\n").slice(0, 6)).toEqual([
      "flowchart LR",
      '  subgraph cluster0["Cluster production #40;Flux 2.9#41;"]',
      '    c0n0["Kustomization<br/>flux-system/apps<br/>suspended"]:::suspended',
      '    c0n1["Kustomization<br/>flux-system/infra<br/>missing"]:::missing',
      "  end",
      "  c0n0 -.->|depends on| c0n1",
    ])
  })

  test("is left whole below the limits, and folded by Kustomization above them", () => {
    expect(graphMermaid(fleet(10, 10)).note).toBeUndefined()
    const { text, note } = graphMermaid(fleet(100, 5))
    expect(isDrawable(text)).toBe(true)
    expect(note).toContain("each Kustomization with what it applies and uses is one box")
    expect(note).toContain("601 objects in 101 boxes")
    expect(text).toContain('["Folded')
    expect(text).toContain("team-0/app-0<br/>5 HelmRelease<br/>1 missing")
    // What is missing inside is seen outside.
    expect(text).toMatch(/app-0<br\/>.*:::missing/u)
  })

  test("is folded by namespace, then by cluster, and cut where even that is too much", () => {
    const namespaces = graphMermaid(fleet(1000, 2))
    expect(namespaces.note).toContain("each namespace is one box")
    expect(namespaces.text).toContain("Namespace<br/>team-99")
    const nodes = Array.from({ length: 2000 }, (_, one) =>
      sampleNode(`app-${one}`, { namespace: `team-${one}` }),
    )
    const clusters = graphMermaid(sampleGraph(sampleCluster(nodes), sampleCluster(nodes, [], "b")))
    expect(clusters.note).toContain("each cluster is one box")
    const all = Array.from({ length: 3000 }, (_, one) =>
      sampleCluster([nodes[one % 9] ?? nodes[0]] as GraphNode[], [], `fleet-${one}`),
    )
    const cut = graphMermaid(sampleGraph(...all))
    expect(cut.note).toMatch(/\d clusters more did not fit\.$/u)
    for (const { text } of [namespaces, clusters, cut]) expect(isDrawable(text)).toBe(true)
  })

  test("stays in its quotes whatever a stranger writes", () => {
    const evil = '"]; click c0n0 "javascript:alert(1)" %% `</script><img src=x>\n#quot; ]] & \u202e'
    const cluster = sampleCluster([sampleNode(evil, { kind: evil, version: evil })], [], evil)
    const { text } = graphMermaid(sampleGraph(cluster))
    const [, subgraph = "", box = ""] = text.split("\n")
    expect(subgraph).toMatch(/^ {2}subgraph cluster0\["[^"]*"\]$/u)
    expect(box).toMatch(/^ {4}c0n0\["[^"]*"\]$/u)
    for (const line of [subgraph, box]) {
      const inside = line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'))
      expect(inside.replaceAll("<br/>", "").replace(/#\d+;/gu, "")).toMatch(
        /^[\p{L}\p{N} ._/@-]*$/u,
      )
    }
    const hostile = Array.from({ length: 50 }, (_, one) =>
      sampleNode(`${one}`, { name: '"'.repeat(9999) }),
    )
    expect(isDrawable(graphMermaid(sampleGraph(sampleCluster(hostile))).text)).toBe(true)
  })

  test("is the same for the same graph, and ends where objects apply themselves", () => {
    const nodes = ["a", "b"].map((name) => sampleNode(name, release))
    const edges = [sampleEdge("a", "applies", "b"), sampleEdge("b", "applies", "a")]
    const big = [...nodes, ...(fleet(200, 3).clusters[0]?.nodes ?? [])]
    const graph = sampleGraph(sampleCluster(big, edges))
    expect(graphMermaid(graph)).toEqual(graphMermaid(structuredClone(graph)))
  })
})
