import { expect, test } from "vitest"
import type {
  Cluster,
  FieldPath,
  JsonObject,
  LogicalLocation,
  ReleaseBuild,
  Resource,
  Workspace,
} from "#rule"
import { hrValuesSchema } from "./hr-values-schema.ts"

const values: JsonObject = { port: 8080, debug: true, host: "none", replicas: "2", name: null }

function check(path: FieldPath, message: string, spec: JsonObject = { values, chart: {} }) {
  const release = {
    id: { group: "", kind: "HelmRelease", namespace: "apps", name: "podinfo" },
    manifest: { spec },
    uncertain: false,
    at: (field: FieldPath, part = "value") => ({ path: field, part }) as unknown as LogicalLocation,
  } as unknown as Resource
  const build = {
    release,
    failure: { step: "schema", message: "", violations: [{ path, message, chart: "podinfo" }] },
    valuesChain: [{ resource: release, path: [], document: {} }],
    ...(spec.values ? { values } : {}),
  } as unknown as ReleaseBuild
  const cluster = { releases: [build], graph: { from: () => [] } } as unknown as Cluster
  const context = { cluster, workspace: {} as Workspace, options: {}, target: cluster.target }
  return [...hrValuesSchema.check(context)]
}

test.each<[FieldPath, string, string, string]>([
  [["port"], "got number, want string", "`port` is a number, not a string", 'Quote it: `"8080"`.'],
  [
    ["debug"],
    "got boolean, want string",
    "`debug` is a boolean, not a string",
    'Quote it: `"true"`.',
  ],
  [
    ["replicas"],
    "got string, want integer",
    "`replicas` is a string, not an integer",
    "Write it without quotes: `2`.",
  ],
  [
    ["host"],
    "got string, want object",
    "`host` is a string, not an object",
    "Change `spec.values.host` to what the schema allows.",
  ],
  [
    ["name"],
    "got null, want null or string",
    "`name` is null, not null or a string",
    "Change `spec.values.name` to what the schema allows.",
  ],
  [
    [],
    "missing properties 'image', 'team'",
    "the release lacks `image`, `team`",
    "Set `image`, `team` under `spec.values`.",
  ],
  [
    ["port"],
    "maximum: got 8,080, want 1,024",
    "`port` is 8,080, above 1,024",
    "Change `spec.values.port` to what the schema allows.",
  ],
  [
    ["host"],
    "value must be 'podinfo'",
    "`host` is not `podinfo`",
    "Change `spec.values.host` to what the schema allows.",
  ],
  [
    ["host"],
    "'oneOf' failed, none matched",
    "`host` fits none of the forms that the schema allows",
    "Change `spec.values.host` to what the schema allows.",
  ],
  [
    ["host"],
    "'none' does not match pattern '^[a-z]+\\\\.'",
    "`host`: 'none' does not match pattern '^[a-z]+\\\\.'",
    "Change `spec.values.host` to what the schema allows.",
  ],
])("%j: %s", (path, message, sentence, help) => {
  expect(check(path, message)).toMatchObject([
    {
      message: `HelmRelease apps/podinfo gives chart podinfo values that its schema rejects: ${sentence}.`,
      help,
    },
  ])
})

test.each<[string, FieldPath, JsonObject, FieldPath, string]>([
  ["a scalar", ["port"], { values }, ["spec", "values", "port"], "value"],
  ["the values as a whole", [], { values }, ["spec", "values"], "key"],
  [
    "a default of the chart",
    ["image", "tag"],
    { values, chart: {} },
    ["spec", "chart", "spec", "chart"],
    "value",
  ],
  ["a release without values", [], { chartRef: {} }, ["spec", "chartRef", "name"], "value"],
])("%s is located at its field", (_, path, spec, field, part) => {
  expect(check(path, "got null, want object", spec).map(({ at }) => [at.path, at.part])).toEqual([
    [field, part],
  ])
})
