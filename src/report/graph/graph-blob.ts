import type { Schema } from "../../load/config/schema.ts"

const text: Schema = { type: "string" }
const number: Schema = { type: "number" }
const yesOrNo: Schema = { type: "boolean" }
const listOf = (items: Schema): Schema => ({ type: "array", items })

function record(
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: "object",
    additionalProperties: false,
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
  }
}

const oneOf = (...values: readonly string[]): Schema => ({ type: "string", enum: values })

const node = record(
  {
    ...{ id: text, group: text, kind: text, name: text, suspended: yesOrNo },
    role: oneOf("applier", "release", "source", "chart", "config", "other"),
    state: oneOf("found", "produced", "external", "uncertain", "missing", "optional"),
    findings: record({ errors: number, warnings: number, infos: number }),
  },
  {
    ...{ namespace: text, server: text, reason: text, path: text, version: text },
    outcome: oneOf("done", "failed", "skipped"),
    chart: record({ name: text, constraint: text }, { version: text }),
    place: record({ path: text, line: number }),
  },
)

/** What the graph of a cluster has to be in a blob before it is drawn. */
export const clusterGraphSchema: Schema = record({
  ...{ name: text, path: text, target: record({ flux: text, kubernetes: text }) },
  nodes: listOf(node),
  edges: listOf(record({ from: text, to: text, relation: text, optional: yesOrNo })),
  blindSpots: listOf(text),
})

/** The same for an object that a finding is about. */
export const reportedObjectSchema: Schema = record({
  ...{ key: text, cluster: text, title: text, yaml: text, uncertain: yesOrNo, cut: number },
  origin: listOf(record({ text }, { path: text, line: number })),
})
