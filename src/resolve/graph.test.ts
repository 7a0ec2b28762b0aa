import { expect, test } from "vitest"
import type { Reference, Resource } from "../model/index.ts"
import { createGraph } from "./graph.ts"

const resource = (name: string): Resource =>
  ({
    id: { group: "", kind: "Kustomization", namespace: "flux-system", name },
    server: "",
  }) as Resource

/** `["a>b", "b>a"]`: who depends on whom. */
function graphOf(edges: readonly string[]): ReturnType<typeof createGraph> {
  const resources = new Map<string, Resource>()
  const named = (name: string): Resource => {
    const known = resources.get(name) ?? resource(name)
    resources.set(name, known)
    return known
  }
  const references = edges.map((edge) => {
    const [from = "", to = ""] = edge.split(">")
    return {
      relation: "dependsOn",
      from: named(from),
      resource: named(to),
      status: "found",
    } as Reference
  })
  return createGraph(references)
}

const names = (edges: readonly string[]): readonly string[] =>
  graphOf(edges)
    .cycles("dependsOn")
    .map((cycle) => cycle.map(({ from }) => from.id.name).join(">"))

test.each([
  ["a chain that ends is fine", ["a>b", "b>c"], []],
  ["two that wait for each other", ["b>a", "a>b"], ["a>b"]],
  ["one that waits for itself", ["a>a"], ["a"]],
  ["a diamond is fine", ["a>b", "a>c", "b>d", "c>d"], []],
  ["the shortest of several cycles through one object", ["a>b", "b>c", "c>a", "b>a"], ["a>b"]],
  ["two cycles apart", ["a>b", "b>a", "x>y", "y>x"], ["a>b", "x>y"]],
  ["what merely leads into a cycle is no part of it", ["start>a", "a>b", "b>a"], ["a>b"]],
])("%s", (_, edges, expected) => {
  expect(names(edges)).toEqual(expected)
})

test("references are found from both ends", () => {
  const graph = graphOf(["a>b", "c>b"])
  const [first] = graph.references
  expect(first && graph.from(first.from)).toHaveLength(1)
  expect(first?.resource && graph.to(first.resource).map(({ from }) => from.id.name)).toEqual([
    "a",
    "c",
  ])
})
