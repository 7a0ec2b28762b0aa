import {
  type Baseline,
  type BaselineEntry,
  ConfigError,
  describe,
  type Finding,
} from "../model/index.ts"
import { documentsOf } from "../parse/document.ts"
import { createLineIndex } from "../text/line-index.ts"
import { listAt, parseYaml, stringAt, valueAt } from "../yaml/index.ts"
import { compareText } from "./merge-findings.ts"

/** Where a baseline is when nobody says otherwise, in the checked root. */
export const baselineName = ".sluice-baseline.json"

const formatVersion = 1

/** Reads a baseline; throws a ConfigError that names the line where it is none. */
export function parseBaseline(path: string, text: string): Baseline {
  const source = { path, text, lines: createLineIndex(text) }
  // JSON is YAML, and this parser knows where things are.
  const [document, ...others] = documentsOf(source, parseYaml(text))
  const refuse = (message: string, range = document?.range): never => {
    const start = { line: 0, character: 0 }
    const location = { path, range: range ?? { start, end: start } }
    throw new ConfigError([{ location, message, help: "Write it with `--update-baseline`." }])
  }
  if (!document || others.length > 0) return refuse("The baseline is no JSON document.")
  const [error] = document.syntaxErrors
  if (error) return refuse(`The baseline is no JSON document: ${error.message}.`, error.range)
  if (valueAt(document.content, ["version"]) !== formatVersion)
    return refuse(`The baseline has no \`version\` that sluice knows (${formatVersion}).`)
  const entries = listAt(document.content, ["findings"]).map((entry, index) => {
    const range = document.rangeOf(["findings", index], "value")
    const fingerprint = stringAt(entry, ["fingerprint"])
    const rule = stringAt(entry, ["rule"])
    if (fingerprint === undefined || rule === undefined)
      return refuse("An entry of the baseline lacks `fingerprint` or `rule`.", range)
    const subject = stringAt(entry, ["resource"]) ?? stringAt(entry, ["path"]) ?? ""
    return [fingerprint, { rule, subject, range }] as const
  })
  return { path, document, entries: new Map(entries) }
}

/** A baseline of `findings`, and of `kept`, sorted so that two of them merge well. */
export function formatBaseline(
  findings: readonly Finding[],
  kept: ReadonlyMap<string, Pick<BaselineEntry, "rule" | "subject">>,
): string {
  const entries = new Map<string, Record<string, string>>()
  for (const [fingerprint, { rule, subject }] of kept)
    entries.set(fingerprint, { fingerprint, rule, resource: subject })
  for (const finding of findings) {
    const { fingerprint, rule, resource, location } = finding
    const subject = resource ? { resource: nameOf(resource) } : { path: location.path }
    entries.set(fingerprint, { fingerprint, rule, ...subject })
  }
  const sorted = [...entries.values()].sort((left, right) =>
    compareText(sortKey(left), sortKey(right)),
  )
  return `${JSON.stringify({ version: formatVersion, findings: sorted }, undefined, 2)}\n`
}

function sortKey({ rule = "", resource = "", path = "", fingerprint = "" }): string {
  return [rule, resource, path, fingerprint].join("\n")
}

function nameOf({ kind, namespace, name }: NonNullable<Finding["resource"]>): string {
  return describe({ group: "", kind, name, ...(namespace !== undefined && { namespace }) })
}
