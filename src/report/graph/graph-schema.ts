import { schemaUrl } from "../links.ts"
import {
  count,
  described,
  list,
  position,
  type ReportSchema,
  range,
  record,
  reference,
  skipped,
  text,
} from "../report-schema.ts"

const counts = record({ errors: count, warnings: count, infos: count })
const yesOrNo: ReportSchema = { type: "boolean" }

const node = record(
  {
    id: described("Unique in its cluster, and the same in each run.", text),
    role: { enum: ["applier", "release", "source", "chart", "config", "other"] },
    group: described("Empty for core kinds, and for charts.", text),
    kind: described("`Chart` for the chart that a HelmRelease asks its source for.", text),
    namespace: text,
    name: text,
    server: described("The remote cluster that it is applied to.", text),
    state: described(
      "`produced`: a controller makes it; `external`: declared in the configuration; `uncertain`: nobody can tell; `optional`: nothing defines it, and Flux does without.",
      { enum: ["found", "produced", "external", "uncertain", "missing", "optional"] },
    ),
    outcome: described("Of a build, a render or a download.", {
      enum: ["done", "failed", "skipped"],
    }),
    reason: described("Why it failed, was skipped, is missing or uncertain.", text),
    suspended: yesOrNo,
    path: described("`spec.path` of a Kustomization.", text),
    version: described("Of a chart; of a source what it asks for: a tag, a branch, a range.", text),
    chart: described(
      "What a HelmRelease asks for, and what it gets.",
      record({ name: text, constraint: text, version: text }, ["version"]),
    ),
    findings: described("On the object and on plain objects that it applies.", counts),
    place: described(
      "Where it is written; for what nothing defines, where it is named.",
      record({ path: text, line: { type: "integer", minimum: 1 } }),
    ),
  },
  ["namespace", "server", "outcome", "reason", "path", "version", "chart", "place"],
)

const edge = record({
  from: described("The id of a node of the same cluster.", text),
  to: described("The id of a node of the same cluster.", text),
  relation: described(
    "`applies`: from a Kustomization or HelmRelease to what it applies; `chart`: from a HelmRelease to its chart; else what the field of `from` is for.",
    text,
  ),
  optional: described("Flux tolerates the absence of `to`.", yesOrNo),
})

const cluster = record({
  name: text,
  path: described("The folder of its root, empty for the checked root.", text),
  target: record({ flux: text, kubernetes: text }),
  nodes: list(reference("node")),
  edges: list(reference("edge")),
  blindSpots: described("What could not be looked at and may hold further objects.", list(text)),
})

/** The JSON Schema of version 1 of the graph. */
export const graphSchema: ReportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: schemaUrl("graph-v1"),
  title: "sluice graph, version 1",
  ...record({
    $schema: text,
    version: { const: 1 },
    tool: record({ name: text, version: text }),
    clusters: list(cluster),
    elsewhere: described("Findings that are on no object of a cluster.", counts),
    skipped,
  }),
  $defs: { position, range, node, edge },
}
