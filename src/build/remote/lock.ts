import {
  isObject,
  type JsonValue,
  listAt,
  parseYaml,
  stringAt,
  toJson,
  valueAt,
} from "../../yaml/index.ts"
import { bucketPlace } from "./bucket.ts"
import { shownUrl } from "./chart-url.ts"
import { referenceText } from "./git-reference.ts"
import { sha256Of } from "./oci-manifest.ts"
import type { AnySource, BucketSource, GitSource, RemoteChartRequest } from "./remote-sources.ts"

/** What a source had for a request when `sluice lock` asked it. */
export interface LockEntry {
  /** The address, without login and query. */
  readonly source: string
  /** The name of the chart in the source; none for an artifact. */
  readonly chart?: string
  /** The version, range, tag or digest that is asked for. */
  readonly asks: string
  readonly version: string
  /** `sha256:…` of the archive. */
  readonly digest: string
}

/** Entries by what they answer. */
export type Lock = ReadonlyMap<string, LockEntry>

type Asked = Pick<LockEntry, "source" | "chart" | "asks">

/** What a request asks of which source. */
export function askedBy({ source, chart, version }: RemoteChartRequest<AnySource>): Asked {
  const isAddress = source.kind === "repository" || source.kind === "git"
  const place = isAddress ? shownUrl(source.url) : source.url
  if (source.kind === "bucket") return { source: bucketPlace(source), asks: bucketAsks(source) }
  if (source.kind === "git") return { source: place, asks: gitAsks(source) }
  if (source.kind !== "artifact") return { source: place, chart, asks: version || "*" }
  const { reference } = source
  switch (reference.by) {
    case "digest":
      return { source: place, asks: reference.digest }
    case "tag":
      return { source: place, asks: reference.tag }
    case "semver": {
      const { semver, filter } = reference
      return { source: place, asks: filter === undefined ? semver : `${semver} of ${filter}` }
    }
  }
}

function bucketAsks({ ignore }: BucketSource): string {
  return ignore === undefined ? "objects" : `objects without ${JSON.stringify(ignore)}`
}

/** What else than the commit makes the files is part of the question. */
function gitAsks({ reference, submodules, folders }: GitSource): string {
  const more = [submodules ? "with submodules" : "", folders ? `of ${folders.join(", ")}` : ""]
  return [referenceText(reference), ...more].filter((part) => part !== "").join(" ")
}

/** Under which an entry is found. */
export function lockKey({ source, chart, asks }: Asked): string {
  return JSON.stringify([source, chart ?? null, asks])
}

const header = `# Written by \`sluice lock\`: what each source had. Checks take these until it is written anew.
version: 1
`

/** The text of `sluice.lock`; the order of entries is that of their texts. */
export function formatLock(lock: Lock): string {
  const entries = [...lock].sort(([left], [right]) => (left < right ? -1 : 1))
  const lines = entries.map(([, { source, chart, asks, version, digest }]) =>
    [
      `  - source: ${JSON.stringify(source)}`,
      ...(chart === undefined ? [] : [`chart: ${JSON.stringify(chart)}`]),
      `asks: ${JSON.stringify(asks)}`,
      `version: ${JSON.stringify(version)}`,
      `digest: ${digest}`,
    ].join("\n    "),
  )
  return `${header}sources:${lines.length === 0 ? " []" : `\n${lines.join("\n")}`}\n`
}

/** Reads `sluice.lock`; one that is not whole is not used at all. */
export function parseLock(text: string): Lock | { readonly error: string } {
  const document = parseYaml(text).documents[0]
  const error = document?.errors[0]
  if (!document || error) return { error: error?.message ?? "it is empty" }
  const content = toJson(document)
  if (valueAt(content, ["version"]) !== 1) return { error: "its `version` is not 1" }
  const entries = listAt(content, ["sources"]).map(readEntry)
  const broken = entries.indexOf(undefined)
  if (broken >= 0) return { error: `\`sources[${broken}]\` is not whole` }
  return new Map(entries.flatMap((entry) => (entry ? [[lockKey(entry), entry] as const] : [])))
}

function readEntry(entry: JsonValue): LockEntry | undefined {
  if (!isObject(entry)) return undefined
  const [source, asks, version, digest] = ["source", "asks", "version", "digest"].map((name) =>
    stringAt(entry, [name]),
  )
  const chart = stringAt(entry, ["chart"])
  if (source === undefined || asks === undefined || version === undefined) return undefined
  if (digest === undefined || sha256Of(digest) === undefined) return undefined
  return { source, asks, version, digest, ...(chart === undefined ? {} : { chart }) }
}
