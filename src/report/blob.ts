import type { Schema } from "../load/config/schema.ts"
import type { Finding } from "../model/index.ts"
import type { ClusterGraph } from "./graph/flux-graph.ts"
import { clusterGraphSchema, reportedObjectSchema } from "./graph/graph-blob.ts"
import type { Report } from "./report.ts"
import type { ReportedObject } from "./reported-object.ts"
import type { ShardOf } from "./shard.ts"

/** A report as `sluice merge-reports` reads it: all of it, with the texts that its findings point into. */
export interface Blob
  extends Omit<Report, "source" | "rules" | "shard" | "timing" | "graphs" | "reach" | "objectOf">,
    Omit<ShardOf, "left"> {
  readonly format: typeof blobFormat
  readonly sources: Readonly<Record<string, string>>
  readonly graphs: readonly ClusterGraph[]
  /** Those that the findings are about. */
  readonly objects: readonly ReportedObject[]
}

/** Changes when the form of blobs does. */
const blobFormat = "sluice-blob-2"

/** The report of a shard; one without is the only one. */
export function reportBlob(report: Report): string {
  return `${JSON.stringify(blobOf(report))}\n`
}

/** A report as data. */
export function blobOf(report: Report): Blob {
  const { shard, source, rules: _, timing: __, reach: ___, graphs, objectOf, ...rest } = report
  const whole = { index: 1, count: 1, run: "", total: report.findings.length }
  const { left, ...share } = shard ?? {
    ...whole,
    left: undefined,
    positions: report.findings.map((_, position) => position),
  }
  const paths = [...new Set(report.findings.flatMap(pathsOf))].sort()
  return {
    format: blobFormat,
    ...rest,
    ...share,
    skipped: report.skipped.filter((skip) => skip !== left),
    sources: Object.fromEntries(
      paths.flatMap((path) => {
        const text = source(path)?.text
        return text === undefined ? [] : [[path, text]]
      }),
    ),
    graphs: graphs?.() ?? [],
    objects: [...new Set(report.findings.flatMap((finding) => objectOf?.(finding) ?? []))],
  }
}

function pathsOf({ location, related, via, fix }: Finding): readonly string[] {
  const places = [location, ...related, ...via].map(({ path }) => path)
  return [...places, ...Object.keys(fix?.edits ?? {})]
}

const text: Schema = { type: "string" }
const number: Schema = { type: "number" }
const listOf = (items: Schema): Schema => ({ type: "array", items })
const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values })

function record(properties: Readonly<Record<string, Schema>>, optional: string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: "object", additionalProperties: false, properties, required }
}

const position = record({ line: number, character: number })
const range = record({ start: position, end: position })
const place = { path: text, range }
const places = listOf(record({ ...place, message: text }))
const edit = record({ range, newText: text })

const named = { apiVersion: text, kind: text, namespace: text, name: text }

const finding = record(
  {
    ...{
      rule: text,
      category: text,
      severity: { type: "string", enum: ["error", "warning", "info"] },
    },
    ...{ message: text, help: text, why: text, location: record(place), field: text },
    resource: record(named, ["namespace"]),
    rendered: record({ ...named, field: text }, ["namespace"]),
    ...{ clusters: listOf(text), related: places, via: places, fingerprint: text },
    fix: record({ title: text, applicability: text, edits: mapOf(listOf(edit)) }),
    suppressedBy: record({ kind: text, reason: text }, ["reason"]),
  },
  ["help", "field", "resource", "rendered", "fix", "suppressedBy"],
)

/** What a blob has to be before anything is made of it: it may come from the job of a stranger. */
export const blobSchema: Schema = record({
  format: { type: "string", enum: [blobFormat] },
  ...{ index: number, count: number, run: text, total: number, positions: listOf(number) },
  tool: record({ name: text, version: text }),
  target: record({ flux: text, kubernetes: text }),
  ...{ clusters: listOf(text), summary: mapOf(number), coverage: mapOf(number) },
  findings: listOf(finding),
  resources: listOf(record({ ...place, kind: text, namespace: text, name: text }, ["namespace"])),
  skipped: listOf(
    record(
      {
        ...{ location: record(place), path: text, what: text, reason: text },
        ...{ clusters: listOf(text), kind: { type: "string", enum: ["chosen", "incomplete"] } },
      },
      ["location", "path"],
    ),
  ),
  crashes: listOf(record({ rule: text, message: text })),
  sources: mapOf(text),
  ...{ graphs: listOf(clusterGraphSchema), objects: listOf(reportedObjectSchema) },
})
