import { spawnSync } from "node:child_process"
import { describe, expect, test } from "vitest"
import { reasonToSkip } from "../../../test/support/required.ts"
import { graphDot } from "./dot.ts"
import { sampleCluster, sampleEdge, sampleGraph, sampleNode } from "./testdata/sample-graph.ts"

const evil = 'a"] } digraph b { c\\ \\N &lt;&amp; <b>x</b> "\n\u202e\u0000 日本 \\'

const graph = sampleGraph(
  sampleCluster(
    [
      sampleNode("apps", { name: evil, findings: { errors: 1, warnings: 0, infos: 0 } }),
      sampleNode("gone", { state: "missing", role: "source", kind: evil }),
    ],
    [sampleEdge("apps", "dependsOn", "gone"), sampleEdge("apps", "applies", "apps")],
    evil,
  ),
  sampleCluster([sampleNode("b", { suspended: true })], [], "staging"),
)

const isThere = spawnSync("dot", ["-V"]).status === 0
if (!isThere)
  process.stderr.write(
    `SKIPPED: ${reasonToSkip("no Graphviz to read the graph in dot; its package is called graphviz")}.\n`,
  )

describe("the graph for Graphviz", () => {
  test("has a box for each object, an arrow for each reference", () => {
    const small = sampleGraph(
      sampleCluster(
        [sampleNode("apps"), sampleNode("infra", { state: "missing" })],
        [sampleEdge("apps", "dependsOn", "infra")],
      ),
    )
    expect(graphDot(small).split("\n").slice(4)).toEqual([
      "  subgraph cluster_0 {",
      '    label="Cluster production (Flux 2.9)"',
      '    c0n0 [label="Kustomization\\nflux-system/apps", shape=box]',
      '    c0n1 [label="Kustomization\\nflux-system/infra\\nmissing", shape=box, style="filled,dashed", color="#cf222e", fillcolor="#ffebe9"]',
      "  }",
      '  c0n0 -> c0n1 [label="depends on", style=dashed]',
      "}",
      "",
    ])
  })

  test.runIf(isThere)("is read by dot, whatever a stranger writes", () => {
    const {
      stdout,
      stderr,
      status: code,
    } = spawnSync("dot", ["-Tjson"], {
      input: graphDot(graph),
      encoding: "utf8",
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    const { objects, edges } = JSON.parse(stdout) as {
      readonly objects: readonly { readonly name: string; readonly label: string }[]
      readonly edges: readonly unknown[]
    }
    expect(objects.map(({ name }) => name).sort()).toEqual([
      "c0n0",
      "c0n1",
      "c1n0",
      "cluster_0",
      "cluster_1",
    ])
    expect(edges).toHaveLength(2)
  })

  test.runIf(isThere)("shows a stranger's text as it is written", () => {
    const { stdout } = spawnSync("dot", ["-Tsvg"], { input: graphDot(graph), encoding: "utf8" })
    // In SVG as Graphviz escapes it: neither `\\N` nor `&lt;` was taken for what they mean to Graphviz.
    const text = stdout.replaceAll("&#45;", "-").replaceAll("&#160;", " ")
    expect(text).toContain("c\\ \\N &amp;lt;&amp;amp; &lt;b&gt;x&lt;/b&gt;")
  })
})
