import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import type { FluxGraph } from "../../src/report/graph/flux-graph.ts"
import { graphMermaid } from "../../src/report/graph/mermaid.ts"
import {
  sampleCluster,
  sampleEdge,
  sampleGraph,
  sampleNode,
} from "../../src/report/graph/testdata/sample-graph.ts"
import { findTool } from "../support/tools.ts"
import { browserProgram, useBrowser } from "./browser.ts"
import { hostileTexts } from "./hostile-texts.ts"
import { richCluster } from "./rich-report.ts"

const script = browserProgram === undefined ? undefined : findTool("mermaid")
const open = useBrowser()

/** A graph of `size` Kustomizations in a row, each with a release. */
function row(size: number): FluxGraph {
  const names = Array.from({ length: size }, (_, index) => `app-${index}`)
  return sampleGraph(
    sampleCluster(
      names.flatMap((name) => [
        sampleNode(name),
        sampleNode(name, { id: `r-${name}`, role: "release", kind: "HelmRelease" }),
      ]),
      names.flatMap((name, index) => [
        sampleEdge(name, "applies", `r-${name}`),
        ...(index === 0 ? [] : [sampleEdge(name, "dependsOn", names[index - 1] ?? "")]),
      ]),
    ),
  )
}

const hostile = sampleGraph(
  sampleCluster(
    hostileTexts.map((text, index) => sampleNode(text, { id: `n-${index}` })),
    [],
  ),
)

const graphs: readonly (readonly [what: string, graph: FluxGraph])[] = [
  ["objects of every role, missing and suspended ones", sampleGraph(richCluster)],
  ["a row of Kustomizations", row(20)],
  ["what is folded to stay below mermaid's limits", row(260)],
  ["hostile names", hostile],
]

describe.skipIf(script === undefined)("mermaid itself, with the limits of GitHub, draws", () => {
  test.each(graphs)("%s", async (_what, graph) => {
    const { page, noise } = await open("<!doctype html><title>mermaid</title>")
    await page.addScriptTag({ content: readFileSync(script ?? "", "utf8") })
    const { text } = graphMermaid(graph)
    const drawn = (await page.evaluate(
      `(async () => {
        mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })
        const { svg } = await mermaid.render("graph", ${JSON.stringify(text)})
        document.body.innerHTML = svg
        return document.querySelectorAll("g.node").length
      })()`,
    )) as number
    // A box of the text is a line of its own with its label in brackets or braces.
    const boxes = text.split("\n").filter((line) => /^\s*(?:c\d+n\d+|note\w*)[[({>]/u.test(line))
    expect(boxes.length).toBeGreaterThan(0)
    expect(drawn).toBe(boxes.length)
    expect(noise.filter((line) => !line.startsWith("request blob:"))).toEqual([])
  })
})
