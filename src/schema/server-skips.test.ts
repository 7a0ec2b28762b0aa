import { expect, test } from "vitest"
import type { Cluster, Resource } from "../model/index.ts"
import type { Unjudged } from "./judge-by-server.ts"
import { serverSkips } from "./server-skips.ts"

function resourceOf(kind: string): Resource {
  // The skips name the kind alone.
  return { id: { group: "example.com", kind, name: "a" }, apiVersion: "example.com/v1" } as Resource
}

function clusterOf(name: string, resources: readonly Resource[]): Cluster {
  return { name, resources } as Cluster
}

const transition = (resources: readonly Resource[], rules: number): Unjudged => ({
  resources,
  cause: { kind: "transition", rules },
})

test("rules that look back are said once, for all kinds and batches", () => {
  const [pool, queue] = [resourceOf("Pool"), resourceOf("Queue")]
  const clusters = [clusterOf("production", [pool, queue]), clusterOf("staging", [queue])]
  const unjudged = [transition([pool], 2), transition([queue], 1), transition([pool], 2)]
  expect(serverSkips(clusters, unjudged)).toEqual([
    {
      what: "checking 3 rules that compare an object with what it was before (Pool (example.com/v1), Queue (example.com/v1))",
      reason: "what is in the cluster now is not in Git",
      clusters: ["production", "staging"],
      kind: "chosen",
    },
  ])
})

test("what no engine could judge is said by kind and cause", () => {
  const pools = [resourceOf("Pool"), resourceOf("Pool")]
  const message = "the call took longer than 30 s"
  const unjudged: readonly Unjudged[] = [
    { resources: pools.slice(0, 1), cause: { kind: "limit", message } },
    { resources: pools.slice(1), cause: { kind: "limit", message } },
    { resources: pools, cause: { kind: "failed", message: "no type" } },
  ]
  const clusters = ["production"]
  expect(serverSkips([clusterOf("production", pools)], unjudged)).toEqual([
    {
      what: "checking the rules of 2 objects of kind Pool (example.com/v1)",
      reason: message,
      clusters,
      kind: "incomplete",
    },
    {
      what: "checking the rules of 2 objects of kind Pool (example.com/v1)",
      reason: "no API server would take the schema of the kind: no type",
      clusters,
      kind: "chosen",
    },
  ])
})
