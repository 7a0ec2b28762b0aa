import { validate } from "../load/config/validate.ts"
import type { Finding } from "../model/index.ts"
import type { RuleMeta } from "../rule/define-rule.ts"
import { createLineIndex } from "../text/line-index.ts"
import type { JsonValue } from "../yaml/json.ts"
import { type Blob, blobSchema } from "./blob.ts"
import type { Report } from "./report.ts"
import { objectKey } from "./reported-object.ts"
import { countsOf } from "./shard.ts"

/** A file that may hold the report of a shard. */
export interface BlobFile {
  readonly name: string
  readonly text: string
}

/** Reports that are not those of one run; the message names the files. */
export class MismatchedReports extends Error {}

/** Puts the reports of all shards of one run together: the report that the run has without shards. */
export function mergeBlobs(files: readonly BlobFile[], rules: readonly RuleMeta[]): Report {
  const blobs = files.map((file) => ({ name: file.name, blob: readBlob(file) }))
  const [first] = blobs
  if (!first) throw new MismatchedReports("there is no report")
  for (const { name, blob } of blobs.slice(1)) {
    const field = differingField(first.blob, blob)
    if (field !== undefined)
      throw new MismatchedReports(
        `\`${first.name}\` and \`${name}\` are not of one run: they differ in \`${field}\``,
      )
  }
  requireAllShards(blobs)
  return reportOf(
    blobs.map(({ blob }) => blob),
    first.blob,
    rules,
  )
}

/** The report that a blob was made of: of one that this program has made itself and kept, since it is taken as it is. */
export function reportOfBlob(blob: Blob, rules: readonly RuleMeta[]): Report {
  return reportOf([blob], blob, rules)
}

function readBlob({ name, text }: BlobFile): Blob {
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch {
    throw new MismatchedReports(`\`${name}\` is no JSON`)
  }
  const [violation] = validate(value, blobSchema)
  if (violation)
    throw new MismatchedReports(
      `\`${name}\` is no report of the format \`blob\` of this version of sluice`,
    )
  // The schema has just said so.
  return value as unknown as Blob
}

/** What all shards see alike: the findings and their texts alone are shared out. */
const common = [
  "tool",
  "run",
  "count",
  "total",
  "target",
  "clusters",
  "coverage",
  "resources",
  "graphs",
] as const
const counted = ["files", "documents", "resources", "rendered"] as const

function differingField(left: Blob, right: Blob): string | undefined {
  const isSame = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one) === JSON.stringify(other)
  return (
    common.find((name) => !isSame(left[name], right[name])) ??
    counted.find((name) => left.summary[name] !== right.summary[name])
  )
}

function requireAllShards(blobs: readonly { readonly name: string; readonly blob: Blob }[]): void {
  const names = new Map<number, string>()
  for (const { name, blob } of blobs) {
    const other = names.get(blob.index)
    if (other !== undefined)
      throw new MismatchedReports(`\`${other}\` and \`${name}\` are both of shard ${blob.index}`)
    names.set(blob.index, name)
  }
  const count = blobs[0]?.blob.count ?? 0
  if (!Number.isInteger(count) || count > blobs.length)
    throw new MismatchedReports(`there are ${blobs.length} of ${count} reports`)
}

function reportOf(blobs: readonly Blob[], first: Blob, rules: readonly RuleMeta[]): Report {
  const { tool, target, clusters, coverage, resources, crashes, graphs } = first
  const findings = inPlace(blobs, first.total)
  const named = new Set(findings.map(({ rule }) => rule))
  const skipped = union(blobs.map((blob) => blob.skipped))
  const sources = new Map(blobs.flatMap((blob) => Object.entries(blob.sources)))
  const objects = new Map(blobs.flatMap((blob) => blob.objects.map((one) => [one.key, one])))
  return {
    ...{ tool, target, clusters },
    summary: { ...first.summary, ...countsOf(findings), skipped: skipped.length },
    ...{ findings, resources, skipped, crashes, coverage },
    rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
    source: (path) => {
      const text = sources.get(path)
      return text === undefined ? undefined : createLineIndex(text)
    },
    graphs: () => graphs,
    objectOf: (finding) => objects.get(objectKey(finding) ?? ""),
  }
}

/** Each finding goes where it stands in the whole. */
function inPlace(blobs: readonly Blob[], total: number): readonly Finding[] {
  const found = new Map<number, Finding>()
  for (const { findings, positions } of blobs)
    for (const [at, finding] of findings.entries()) found.set(positions[at] ?? -1, finding)
  const findings = [...found].sort(([left], [right]) => left - right)
  if (findings.length !== total || findings.some(([position], at) => position !== at))
    throw new MismatchedReports("findings are missing, or there more than once")
  return findings.map(([, finding]) => finding)
}

/** What some shard could not look at: the first that has all, in its order; else those of the others after it. */
function union<Element>(lists: readonly (readonly Element[])[]): readonly Element[] {
  const all = new Map(lists.flat().map((element) => [JSON.stringify(element), element]))
  return [...all.values()]
}
