import { expect, test } from "vitest"
import type { Cluster, Resource } from "../model/index.ts"
import type { SchemaVerdict } from "../model/verdict.ts"
import { skippedKinds } from "./skipped-kinds.ts"

function backup(name: string): Resource {
  // The skips name kind and version alone.
  return { id: { group: "k8up.io", kind: "Backup", name }, apiVersion: "k8up.io/v1" } as Resource
}

test.each<[SchemaVerdict, string]>([
  [
    { status: "unknown" },
    "no CustomResourceDefinition in this repository or in its charts describes the kind",
  ],
  [{ status: "unknown", reason: "the schema is broken" }, "the schema is broken"],
  [
    { status: "unserved" },
    "neither Kubernetes 1.35 nor a CustomResourceDefinition here serves that version",
  ],
])("objects of a kind are counted once for %j", (verdict, reason) => {
  const [one, other] = [backup("podinfo"), backup("database")]
  const target = { flux: "2.9", kubernetes: "1.35" }
  const clusters = [
    { name: "production", resources: [one, other], target } as unknown as Cluster,
    { name: "staging", resources: [one], target } as unknown as Cluster,
  ]
  expect(skippedKinds(clusters, () => verdict)).toEqual([
    {
      what: "checking the fields of 2 objects of kind Backup (k8up.io/v1)",
      reason,
      clusters: ["production", "staging"],
      kind: "chosen",
    },
  ])
})
