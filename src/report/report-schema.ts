import { schemaUrl } from "./links.ts"

/** A JSON Schema, as far as this file needs to know. */
export interface ReportSchema {
  readonly [key: string]: unknown
}

/** Any text. */
export const text: ReportSchema = { type: "string" }
/** How many there are. */
export const count: ReportSchema = { type: "integer", minimum: 0 }

/** An object that has these properties and no others. */
export function record(
  properties: Readonly<Record<string, ReportSchema>>,
  optional: readonly string[] = [],
): ReportSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: "object", additionalProperties: false, required, properties }
}

/** A list of such elements. */
export function list(items: ReportSchema): ReportSchema {
  return { type: "array", items }
}

/** One of the schema's own `$defs`. */
export function reference(name: string): ReportSchema {
  return { $ref: `#/$defs/${name}` }
}

/** A schema with a word to its readers. */
export function described(description: string, schema: ReportSchema): ReportSchema {
  return { description, ...schema }
}

/** A place in a text. */
export const position: ReportSchema = described(
  "1-based; columns count UTF-16 units.",
  record({ line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } }),
)
/** A part of a text. */
export const range: ReportSchema = record({
  start: reference("position"),
  end: described("Exclusive.", reference("position")),
})
const place = {
  path: described("Relative to the checked root, with `/`.", text),
  range: reference("range"),
}
const severity = { enum: ["error", "warning", "info"] }

const finding = record(
  {
    rule: text,
    category: text,
    severity,
    message: text,
    help: text,
    url: described("The page of the rule.", text),
    ...place,
    resource: described(
      "The object that the finding is about.",
      record({ apiVersion: text, kind: text, namespace: text, name: text }, ["namespace"]),
    ),
    field: described("As the cluster sees it: `spec.dependsOn[0].name`.", text),
    clusters: described("Empty for a finding on a file alone.", list(text)),
    related: list(record({ ...place, message: text })),
    via: described(
      "The steps from the object to the line.",
      list(record({ ...place, message: text })),
    ),
    fix: record({
      title: text,
      applicability: { enum: ["safe", "unsafe"] },
      edits: list(record({ ...place, newText: text })),
    }),
    suppressedBy: {
      anyOf: [
        { type: "null" },
        record({ kind: { enum: ["comment", "annotation", "baseline", "config"] }, reason: text }, [
          "reason",
        ]),
      ],
    },
    fingerprint: described("sha256; stays the same when lines move.", {
      type: "string",
      pattern: "^[0-9a-f]+$",
    }),
  },
  ["help", "resource", "field", "fix"],
)

const summary = [
  "files",
  "documents",
  "resources",
  "rendered",
  "errors",
  "warnings",
  "infos",
  "skipped",
  "suppressed",
]
const coverage = [
  "resources",
  "schemaChecked",
  "helmReleases",
  "rendered",
  "kustomizations",
  "built",
  "references",
  "resolved",
  "external",
]

function counts(names: readonly string[]): ReportSchema {
  return record(Object.fromEntries(names.map((name) => [name, count])))
}

/** What was not checked. */
export const skipped: ReportSchema = described(
  "What was not checked.",
  list(record({ ...place, what: text, reason: text }, ["path", "range"])),
)

/** The JSON Schema of version 1 of the JSON report. */
export const reportSchema: ReportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: schemaUrl("report-v1"),
  title: "sluice report, version 1",
  ...record(
    {
      $schema: text,
      version: { const: 1 },
      tool: record({ name: text, version: text }),
      target: described(
        "Minor versions; several where clusters differ.",
        record({ flux: text, kubernetes: text }),
      ),
      summary: counts(summary),
      findings: list(reference("finding")),
      skipped,
      coverage: counts(coverage),
      timing: record({ totalMs: count, phases: { type: "object", additionalProperties: count } }),
    },
    ["timing"],
  ),
  $defs: { position, range, finding },
}
