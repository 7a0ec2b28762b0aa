import { describe, expect, test } from "vitest"
import { plainStyle } from "../pretty/style.ts"
import { textWidth } from "../pretty/text-width.ts"
import type { FluxGraph } from "./flux-graph.ts"
import { sampleCluster, sampleEdge, sampleGraph, sampleNode } from "./testdata/sample-graph.ts"
import { drawTree } from "./tree.ts"

const plain = { style: plainStyle, ascii: false }

function linesOf(graph: FluxGraph, options = {}): readonly string[] {
  return drawTree(graph, { ...plain, ...options })
    .trimEnd()
    .split("\n")
    .slice(1)
}

describe("the tree", () => {
  test("puts what depends on others after them, whatever the names", () => {
    const nodes = ["apps", "configs", "root", "tools"].map((name) => sampleNode(name))
    const edges = [
      ...["apps", "configs", "tools"].map((name) => sampleEdge("root", "applies", name)),
      sampleEdge("apps", "dependsOn", "configs"),
      sampleEdge("configs", "dependsOn", "tools"),
    ]
    expect(linesOf(sampleGraph(sampleCluster(nodes, edges)))).toEqual([
      "└─ Kustomization flux-system/root",
      "   ├─ Kustomization flux-system/tools",
      "   ├─ Kustomization flux-system/configs",
      "   │  └─ depends on Kustomization flux-system/tools",
      "   └─ Kustomization flux-system/apps",
      "      └─ depends on Kustomization flux-system/configs",
    ])
  })

  test("marks what is suspended, failed, missing and found wrong", () => {
    const findings = { errors: 2, warnings: 1, infos: 7 }
    const nodes = [
      sampleNode("apps", { suspended: true, findings }),
      sampleNode("infra", { outcome: "failed", reason: "no such\n  file" }),
      sampleNode("gone", { state: "missing" }),
    ]
    const graph = sampleGraph(sampleCluster(nodes, [sampleEdge("apps", "dependsOn", "gone")]))
    expect(linesOf(graph)).toEqual([
      "├─ Kustomization flux-system/apps ⏸ suspended ✗ 2 errors ! 1 warning",
      "│  └─ depends on Kustomization flux-system/gone ✗ missing",
      "└─ Kustomization flux-system/infra ✗ failed · no such file",
    ])
    const ascii = linesOf(graph, { ascii: true })
    expect(ascii.join("")).toMatch(/^[ -~]*$/u)
    expect(ascii[0]).toBe("|- Kustomization flux-system/apps # suspended x 2 errors ! 1 warning")
  })

  test("ends where objects apply themselves or wait for each other", () => {
    const nodes = ["a", "b", "itself"].map((name) => sampleNode(name))
    const edges = [
      sampleEdge("itself", "applies", "itself"),
      sampleEdge("a", "applies", "b"),
      sampleEdge("b", "applies", "a"),
      sampleEdge("a", "dependsOn", "b"),
      sampleEdge("b", "dependsOn", "a"),
    ]
    expect(linesOf(sampleGraph(sampleCluster(nodes, edges)))).toEqual([
      "├─ Kustomization flux-system/itself",
      "└─ Kustomization flux-system/a",
      "   ├─ depends on Kustomization flux-system/b",
      "   └─ Kustomization flux-system/b",
      "      ├─ depends on Kustomization flux-system/a",
      "      └─ Kustomization flux-system/a · shown above",
    ])
  })

  test("fits into the terminal", () => {
    const nodes = [sampleNode("日本語".repeat(20), { path: "./apps", outcome: "failed" })]
    const graph = sampleGraph(sampleCluster(nodes, [], "a-cluster-with-a-very-long-name".repeat(3)))
    for (const ascii of [false, true]) {
      const drawn = drawTree(graph, { ...plain, ascii, width: 40 })
        .trimEnd()
        .split("\n")
      expect(Math.max(...drawn.map(textWidth))).toBeLessThanOrEqual(40)
      expect(drawn[0]).toMatch(ascii ? /\.\.\.$/u : /…$/u)
    }
  })

  test("shows what a stranger writes, and obeys nothing of it", () => {
    const evil = "\u001b[2J\u202e\n::error::x"
    const node = sampleNode(evil, { kind: evil, path: evil, reason: evil, outcome: "failed" })
    const cluster = sampleCluster([node, sampleNode("b", { ...node, id: "b" })], [], evil)
    const drawn = drawTree(sampleGraph(cluster), plain)
    expect(drawn.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(drawn.trimEnd().split("\n")).toHaveLength(3)
  })

  test("begins with what is chosen, in the clusters that have it", () => {
    const edges = [sampleEdge("root", "applies", "apps")]
    const nodes = [sampleNode("apps"), sampleNode("root")]
    const graph = sampleGraph(
      sampleCluster(nodes, edges),
      sampleCluster([sampleNode("root")], [], "staging"),
    )
    const drawn = drawTree(graph, { ...plain, isChosen: ({ name }) => name === "apps" })
    expect(drawn).toBe(
      "Cluster production (clusters/production, Flux 2.9, Kubernetes 1.36)\n└─ Kustomization flux-system/apps\n",
    )
  })
})
