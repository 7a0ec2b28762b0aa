import {
  type Document,
  type Finding,
  type ParsedFile,
  qualifiedName,
  type Workspace,
} from "../model/index.ts"
import { createLineIndex, type LineIndex } from "../text/line-index.ts"
import { parseYaml, toJson } from "../yaml/index.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import type { ReportedSkip } from "./report.ts"
import { isSecret, secretTexts } from "./secret-values.ts"

/** Hides what Secrets hold from everything that is printed. */
export interface ReportMask {
  /** The text of a file with the values of its Secrets blotted out, character by character: positions stay. */
  source(file: ParsedFile): LineIndex | undefined
  finding(finding: Finding): Finding
  skip(skip: ReportedSkip): ReportedSkip
  /** A message of a tool, or any other text that is printed. */
  text(text: string): string
  /** An object of a cluster; of a Secret the names of its values stay. */
  manifest(manifest: JsonObject): JsonObject
}

/** Collects what is secret in a workspace: Secrets of its files, and those that charts and builds make. */
export function createReportMask(workspace: Workspace): ReportMask {
  const names = namesOf(workspace)
  const texts = secretTexts(secretsOf(workspace), parseAll).filter((text) => !names.includes(text))
  const mask = (text: string): string =>
    texts.reduce(
      (result, secret) => (result.includes(secret) ? result.replaceAll(secret, "***") : result),
      text,
    )
  const maskAll = <Place extends { readonly message: string }>(
    places: readonly Place[],
  ): readonly Place[] => places.map((place) => ({ ...place, message: mask(place.message) }))
  const sources = new Map<ParsedFile, LineIndex | undefined>()
  return {
    source: (file) => {
      if (!sources.has(file)) sources.set(file, maskedSource(file))
      return sources.get(file)
    },
    finding: (finding) =>
      texts.length === 0
        ? finding
        : {
            ...withoutTelling(finding, mask),
            message: mask(finding.message),
            ...(finding.help === undefined ? {} : { help: mask(finding.help) }),
            related: maskAll(finding.related),
            via: maskAll(finding.via),
          },
    skip: (skip) =>
      texts.length === 0 ? skip : { ...skip, what: mask(skip.what), reason: mask(skip.reason) },
    text: mask,
    manifest: (manifest) =>
      isSecret(manifest)
        ? { ...maskedValue(manifest, mask), ...hiddenValues(manifest) }
        : maskedValue(manifest, mask),
  }
}

function maskedValue<Value extends JsonValue>(value: Value, mask: (text: string) => string): Value
function maskedValue(value: JsonValue, mask: (text: string) => string): JsonValue {
  if (typeof value === "string") return withoutLogins(mask(value))
  if (isList(value)) return value.map((element) => maskedValue(element, mask))
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([key, child]) => [key, maskedValue(child, mask)])
  return Object.fromEntries(fields) as JsonObject
}

function hiddenValues(secret: JsonObject): JsonObject {
  const fields = (["data", "stringData"] as const).flatMap((field) => {
    const values = secret[field]
    if (values === undefined) return []
    const names = isObject(values) ? Object.keys(values) : []
    return [[field, Object.fromEntries(names.map((name) => [name, "***"]))]]
  })
  return Object.fromEntries(fields) as JsonObject
}

/** A fix with something secret in it is left out: masked, it would write the mask. */
function withoutTelling(finding: Finding, mask: (text: string) => string): Finding {
  const { fix, ...others } = finding
  const texts = Object.values(fix?.edits ?? {}).flatMap((edits) =>
    edits.map(({ newText }) => newText),
  )
  return [fix?.title ?? "", ...texts].every((text) => mask(text) === text) ? finding : others
}

function secretsOf({ documents, clusters }: Workspace): readonly JsonValue[] {
  const written = documents
    .filter(({ encrypted }) => !encrypted)
    .map(({ content }) => content ?? null)
  return [
    ...written,
    ...clusters.flatMap(({ resources }) => resources.map(({ manifest }) => manifest)),
  ].filter(isSecret)
}

/** A password that is also a name, or part of one, is shown: names are everywhere, and who can read reports knows them. */
function namesOf({ clusters, files }: Workspace): string {
  const names = new Set(
    clusters.flatMap(({ resources }) => resources.map(({ id }) => qualifiedName(id))),
  )
  return [...names, ...files.map(({ source }) => source.path)].join("\n")
}

function parseAll(text: string): readonly JsonValue[] {
  return parseYaml(text).documents.flatMap((document) =>
    document.root ? [toJson(document) ?? null] : [],
  )
}

function maskedSource({ source, documents }: ParsedFile): LineIndex | undefined {
  // What does not parse cannot be blotted out: then its lines are not shown.
  const isUnreadable = documents.some(({ syntaxErrors }) => syntaxErrors.length > 0)
  if (isUnreadable && /^kind:\s*["']?Secret\b/mu.test(source.text)) return undefined
  const secrets = documents.filter(({ content, encrypted }) => !encrypted && isSecret(content))
  const masked = withoutLogins(
    secrets.reduce((text, document) => blotOut(text, document, source.lines), source.text),
  )
  return masked === source.text ? source.lines : createLineIndex(masked)
}

/** `https://user:password@host/?token=…` */
const login = /(?<=:\/\/)(?!git@)[^\s/@"'`]+(?=@)/gu
const queryField = /([?&][\w.-]{1,64}=)([^\s&#"'`]+)/gu
const tellingName = /auth|credential|key|pass|secret|sig|token/iu

/** Blots out what addresses let in with; a user `git` is no secret. */
function withoutLogins(text: string): string {
  if (!text.includes("://")) return text
  const blot = (secret: string): string => "*".repeat(secret.length)
  return text
    .replace(login, blot)
    .replace(queryField, (whole, name: string, value: string) =>
      tellingName.test(name) ? `${name}${blot(value)}` : whole,
    )
}

function blotOut(text: string, document: Document, lines: LineIndex): string {
  const fields = (["data", "stringData"] as const).flatMap((field) => {
    const values = isObject(document.content) ? document.content[field] : undefined
    return isObject(values) ? Object.keys(values).map((key) => [field, key]) : []
  })
  return fields.reduce((result, path) => {
    const { start, end } = document.rangeOf(path, "value")
    const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)]
    return (
      result.slice(0, from) + result.slice(from, to).replace(/[^\s"'|>]/gu, "*") + result.slice(to)
    )
  }, text)
}
