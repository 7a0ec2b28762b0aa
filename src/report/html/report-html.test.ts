import { describe, expect, test } from "vitest"
import { sampleCluster, sampleEdge, sampleNode } from "../graph/testdata/sample-graph.ts"
import { brokenReference, manyFindings, sampleReport } from "../testdata/sample-report.ts"
import { reportHtml } from "./report-html.ts"

const viewsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<section class="view" id="(\w+)"/gu)].map(([, id = ""]) => id)

describe("the report", () => {
  test("has a view only for what there is", () => {
    expect(viewsOf(reportHtml(sampleReport({ findings: [] })))).toEqual(["findings"])
    const suppressedBy = { kind: "config" } as const
    const graphs = () => [sampleCluster([sampleNode("apps")])]
    const findings = [brokenReference, { ...brokenReference, suppressedBy }]
    const skipped = [{ what: "a", reason: "b", clusters: [], kind: "chosen" }] as const
    const page = reportHtml(sampleReport({ findings, skipped, graphs }))
    expect(viewsOf(page)).toEqual(["findings", "graph", "skipped", "suppressed"])
  })

  test("shows the worst file first, and the others in reading order", () => {
    const at = (path: string) => ({ ...brokenReference.location, path })
    const findings = [
      { ...brokenReference, severity: "warning", location: at("a.yaml") },
      { ...brokenReference, severity: "info", location: at("b.yaml") },
      { ...brokenReference, severity: "info", location: at("c.yaml") },
      { ...brokenReference, severity: "error", location: at("c.yaml") },
      { ...brokenReference, severity: "warning", location: at("d.yaml") },
    ] as const
    const page = reportHtml(sampleReport({ findings }))
    const paths = [...page.matchAll(/<h3><span class="path">(.*?)</gu)].map(([, path]) => path)
    expect(paths).toEqual(["c.yaml", "a.yaml", "d.yaml", "b.yaml"])
  })

  test("opens a few findings, and closes many", () => {
    const openOf = (count: number): number =>
      reportHtml(sampleReport({ findings: manyFindings(count, "info") })).split(
        /<details open><summary/u,
      ).length - 1
    expect(openOf(20)).toBe(20)
    expect(openOf(21)).toBe(0)
  })

  test("says of all that was not checked why, by reason, and what should have been first", () => {
    const page = reportHtml(
      sampleReport({
        skipped: [
          {
            path: "a.yaml",
            what: "rendering A",
            reason: "--offline",
            clusters: ["x"],
            kind: "chosen",
          },
          {
            path: "b.yaml",
            what: "rendering B",
            reason: "--offline",
            clusters: [],
            kind: "chosen",
          },
          { what: "C", reason: "it took more than 30 s", clusters: [], kind: "incomplete" },
        ],
      }),
    )
    const groups = [...page.matchAll(/<details class="skips">.*?<\/details>/gsu)].map(([group]) =>
      group
        .replace(/<[^>]+>/gu, " ")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    expect(groups).toEqual([
      "incomplete it took more than 30 s 1 C",
      "by choice --offline 2 rendering A a.yaml x rendering B b.yaml",
    ])
  })

  test("links only to pages of rules, and to documentation that is one", () => {
    const docs = (link: string): string =>
      reportHtml(
        sampleReport({
          rules: new Map(
            [...sampleReport().rules].map(([id, rule]) => [id, { ...rule, docs: [link] }]),
          ),
        }),
      )
    expect(docs("https://fluxcd.io/flux/")).toContain('href="https://fluxcd.io/flux/"')
    expect(docs("javascript:alert(1)")).not.toContain("javascript:")
  })

  test("does not grow with a name that is repeated", () => {
    const name = "x".repeat(100_000)
    const nodes = Array.from({ length: 60 }, (_, index) => sampleNode(name, { id: `n${index}` }))
    const edges = nodes.flatMap(({ id }) =>
      nodes.map((other) => sampleEdge(id, "dependsOn", other.id)),
    )
    const page = reportHtml(sampleReport({ graphs: () => [sampleCluster(nodes, edges)] }))
    expect(page.length).toBeLessThan(5_000_000)
  })
})
