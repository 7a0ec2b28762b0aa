import { describe, expect, test } from "vitest"
import type {
  Cluster,
  Kind,
  LogicalLocation,
  Reference,
  Resource,
  Workspace,
} from "../model/index.ts"
import { kinds } from "../model/index.ts"
import type { JsonObject } from "../yaml/json.ts"
import { missingReferences, reportMissing } from "./missing-reference.ts"

const at = (path: readonly (string | number)[]): LogicalLocation =>
  ({ path, part: "value" }) as unknown as LogicalLocation

function resource(kind: Kind, namespace: string, name: string, generated = false): Resource {
  const origin = { via: "kustomize", generated }
  return { id: { ...kind, namespace, name }, origin, at } as unknown as Resource
}

const settings: Reference = {
  relation: "substituteFrom",
  from: resource(kinds.Kustomization, "flux-system", "apps"),
  path: ["spec", "postBuild", "substituteFrom", 0, "name"],
  at: at(["spec"]),
  target: { ...kinds.ConfigMap, namespace: "flux-system", name: "settings" },
  optional: false,
  status: "missing",
}

/** `reader` is the cluster that reads the documents; none when nothing deploys them. */
function contextOf(reference: Reference, documents: readonly JsonObject[] = [], reader?: string) {
  const cluster = { name: "production", graph: { references: [reference] } } as unknown as Cluster
  const workspace = {
    documents: documents.map((content) => ({ content, file: { text: JSON.stringify(content) } })),
    clustersOf: () => (reader === undefined ? [] : [{ name: reader }]),
  }
  return { cluster, workspace: workspace as unknown as Workspace }
}

test.each([
  ["production", 0],
  ["staging", 1],
])("in doubt, what cluster %s applies leaves %i findings in production", (reader, findings) => {
  const written = { kind: "ConfigMap", metadata: { name: "settings" } }
  const context = contextOf({ ...settings, doubt: "a chart is not rendered" }, [written], reader)
  expect(missingReferences(context, "substituteFrom")).toHaveLength(findings)
})

describe("a reference is broken", () => {
  const doubt = "Kustomization flux-system/tenants is not built: its source is elsewhere"
  const written = { kind: "ConfigMap", metadata: { name: "settings" } }
  const sealed = { kind: "ExternalSecret", spec: { target: { name: "settings" } } }
  test.each<[string, Partial<Reference>, readonly JsonObject[], boolean]>([
    ["when nothing defines its target", {}, [], true],
    ["even where something could not be looked at", { doubt }, [], true],
    ["not when it is optional", { optional: true }, [], false],
    ["not when its target is found", { status: "found" }, [], false],
    ["not when it is of another relation", { relation: "valuesFrom" }, [], false],
    ["not in doubt, when a file writes the target", { doubt }, [written], false],
    ["not in doubt, when something may make the target", { doubt }, [sealed], false],
    [
      "in doubt, when a file writes another object",
      { doubt },
      [{ ...written, metadata: { name: "settings-2" } }],
      true,
    ],
    [
      "in doubt, when an object only mentions the name",
      { doubt },
      [{ kind: "Deployment", name: "settings" }],
      true,
    ],
  ])("%s", (_, change, documents, broken) => {
    const context = contextOf({ ...settings, ...change }, documents)
    expect(missingReferences(context, "substituteFrom")).toHaveLength(broken ? 1 : 0)
  })
})

describe("help", () => {
  test.each<[string, readonly Resource[], string]>([
    [
      "without a candidate",
      [],
      "Add the ConfigMap, or correct `spec.postBuild.substituteFrom[0].name`. If it is made outside Git, declare it under `external` in `.sluice.yaml`.",
    ],
    [
      "for a similar name",
      [resource(kinds.ConfigMap, "flux-system", "setings")],
      "Set `spec.postBuild.substituteFrom[0].name` to `setings`, or add the ConfigMap.",
    ],
    [
      "for a longer name",
      [resource(kinds.ConfigMap, "flux-system", "settings-production")],
      "Set `spec.postBuild.substituteFrom[0].name` to `settings-production`, or add the ConfigMap.",
    ],
    [
      "for the name in another namespace",
      [resource(kinds.ConfigMap, "default", "settings")],
      "Add the ConfigMap to namespace `flux-system`: Flux looks nowhere else.",
    ],
    [
      "for a generator's hash",
      [resource(kinds.ConfigMap, "flux-system", "settings-6ct58987ht", true)],
      "Set `options.disableNameSuffixHash: true` on the generator, or add a `nameReference` for `Kustomization` `spec/postBuild/substituteFrom/name` under `configurations`.",
    ],
  ])("%s", (_, resources, help) => {
    expect(reportMissing({ resources } as unknown as Cluster, settings).help).toBe(help)
  })

  test("names what could not be looked at, and the finding is a warning", () => {
    const reference = {
      ...settings,
      doubt: "Kustomization flux-system/tenants is not built: its source is elsewhere",
    }
    const problem = reportMissing({ resources: [] } as unknown as Cluster, reference)
    expect(problem.severity).toBe("warning")
    expect(problem.help).toContain("(Not certain: Kustomization flux-system/tenants is not built.)")
  })
})
