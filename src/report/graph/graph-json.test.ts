import { Ajv2020 } from "ajv/dist/2020.js"
import { expect, test } from "vitest"
import { sampleSkips } from "../testdata/sample-report.ts"
import { graphJson } from "./graph-json.ts"
import { graphSchema } from "./graph-schema.ts"
import { sampleCluster, sampleEdge, sampleGraph, sampleNode } from "./testdata/sample-graph.ts"

const validate = new Ajv2020({ allErrors: true }).compile(graphSchema)

test("the graph has a schema in schemas/", async () => {
  await expect(`${JSON.stringify(graphSchema, null, 2)}\n`).toMatchFileSnapshot(
    "../../../schemas/graph-v1.schema.json",
  )
})

test("the graph in JSON fits it, and keeps odd characters as they are", () => {
  const evil = '\u001b[2J\u202e"\n</script>\ud800'
  const nodes = [
    sampleNode("apps", {
      ...{ name: evil, server: evil, outcome: "failed", reason: evil, path: evil, version: evil },
      ...{ chart: { name: evil, constraint: "" }, place: { path: evil, line: 1 } },
    }),
    sampleNode("gone", { state: "missing" }),
  ]
  const cluster = sampleCluster(nodes, [sampleEdge("apps", "dependsOn", "gone")], evil)
  const text = graphJson({ ...sampleGraph(cluster), skipped: sampleSkips })
  const read: unknown = JSON.parse(text)
  validate(read)
  expect(validate.errors).toBeNull()
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u)
  expect(read).toMatchObject({
    $schema: "https://sluice.dev/schemas/graph-v1.schema.json",
    clusters: [{ name: evil, nodes: [{ name: evil }, { state: "missing" }] }],
  })
  // The schema can say no.
  expect(validate({ ...(read as object), version: 2 })).toBe(false)
})
