import { visible } from "../../report/visible-text.ts"
import type { JsonValue } from "../../yaml/json.ts"
import { writeYaml } from "../../yaml/write-yaml.ts"
import type { Origin, Setting } from "./setting.ts"

/** How the printed file is introduced and referred to. */
export interface SettingsPage {
  /** The configuration file, as people name it; undefined when there is none. */
  readonly file: string | undefined
  readonly settings: readonly Setting[]
  /** Flags and variables that have no key in the file. */
  readonly others: readonly { readonly source: string; readonly value: string }[]
}

/** A configuration file that says what holds, with the origin of each value in a comment. */
export function settingsAsYaml({ file, settings, others }: SettingsPage): string {
  const lines = [
    [`# What holds here, and where each value comes from; the file is ${file ?? "missing"}.`],
    ...yamlLines(settings, file),
    ...others.map(({ source, value }) => [`# ${source}: ${value}`, "has no key in the file"]),
  ]
  const width = Math.max(...lines.map(([text = "", comment]) => (comment ? text.length : 0)))
  const column = Math.min(width, 56)
  return lines
    .map(([text = "", comment]) => (comment ? `${text.padEnd(column)}  # ${comment}` : text))
    .map((line) => `${visible(line)}\n`)
    .join("")
}

/** The same for programs. */
export function settingsAsJson({ file, settings, others }: SettingsPage): string {
  const rows = settings.map(({ key, value, origin, note }) => ({
    key,
    value: value ?? null,
    origin,
    ...(note !== undefined && { note }),
  }))
  return `${JSON.stringify({ file: file ?? null, settings: rows, others }, null, 2)}\n`
}

type Line = readonly [text: string, comment?: string]

/** Settings come in the order of the file, so a key is opened once. */
function yamlLines(settings: readonly Setting[], file: string | undefined): readonly Line[] {
  let open: readonly (string | number)[] = []
  return settings.flatMap((setting): readonly Line[] => {
    const { key, value, origin, note } = setting
    const comment = [originText(origin, file), note].filter(Boolean).join(": ")
    if (value === undefined) return [[`# ${key.join(".")}:`, comment]]
    const parents = key.slice(0, -1)
    const known = parents.findIndex((step, index) => open[index] !== step)
    const opened = known === -1 ? [] : parents.slice(known)
    const depth = parents.length - opened.length
    open = parents
    const heads = opened.map((step, index): Line => [`${indent(depth + index)}${keyText(step)}:`])
    return [...heads, valueLine(key, value, comment)]
  })
}

function valueLine(key: Setting["key"], value: JsonValue, comment: string): Line {
  const last = key.at(-1) ?? ""
  const start = typeof last === "number" ? "-" : `${keyText(last)}:`
  return [`${indent(key.length - 1)}${start} ${flow(value)}`, comment]
}

function indent(depth: number): string {
  return "  ".repeat(depth)
}

function keyText(step: string | number): string {
  return flow(String(step))
}

/** JSON is YAML, apart from texts that need no quotes. */
function flow(value: JsonValue): string {
  if (typeof value !== "string") return JSON.stringify(value)
  const block = writeYaml(value).trimEnd()
  return block.includes("\n") ? JSON.stringify(value) : block
}

function originText(origin: Origin, file: string | undefined): string {
  if (origin.kind === "default") return "default"
  if (origin.kind !== "file") return origin.name
  return origin.line === undefined ? (file ?? "") : `${file ?? ""}:${origin.line}`
}
