import {
  type FieldProblem,
  type Fix,
  type KustomizationBuild,
  type LogicalLocation,
  type Resource,
  replaceFix,
  valueAt,
  type Workspace,
} from "#rule"
import type { JudgedViolation } from "../api/judged-violations.ts"
import type { LoneVariable } from "./lone-variable.ts"

/** A violation, and the expression behind it. */
export interface AmbiguousValue {
  readonly judged: JudgedViolation<FieldProblem>
  readonly variable: LoneVariable
}

/**
 * Quotes that are part of the value, where it is written: at the default, or at the variable, if nothing else uses that. A
 * value in other text would get the quotes as well, and a number elsewhere would become a text.
 */
export function quoteFix(
  { judged: { resource, at }, variable: { name, text, fallback } }: AmbiguousValue,
  { workspace, all }: { readonly workspace: Workspace; readonly all: readonly AmbiguousValue[] },
): Fix | undefined {
  const build = buildOf(resource, workspace)
  if (!build?.variables) return undefined
  const variable = build.variables.get(name)
  const place = placeOf(at)
  if (!variable) {
    if (fallback === undefined || build.variablesIncomplete || hasQuotes(fallback)) return undefined
    return replaceFix(place, text, `${text.slice(0, -fallback.length - 1)}"${fallback}"}`)
  }
  const { value, opaque, at: definition } = variable
  if (opaque || !definition || isSecret(definition) || hasQuotes(value)) return undefined
  if (!areAllSeen(workspace)) return undefined
  const places = new Set(all.filter(isOf(name)).map(({ judged }) => keyOf(judged.at)))
  if (usesOf(name, workspace) !== places.size) return undefined
  return replaceFix(placeOf(definition), value, `"${value}"`)
}

function buildOf({ owner }: Resource, { clusters }: Workspace): KustomizationBuild | undefined {
  return owner && clusters.flatMap((cluster) => cluster.buildOf(owner) ?? [])[0]
}

/** The field itself, without the variable's definition that a finding shows beside it. */
function placeOf({ document, path }: LogicalLocation): LogicalLocation {
  return { document, path, part: "value" }
}

function hasQuotes(value: string): boolean {
  return value === "" || value.includes('"') || value.includes("\\")
}

function isSecret({ document }: LogicalLocation): boolean {
  return valueAt(document.content, ["kind"]) === "Secret"
}

function isOf(name: string): (value: AmbiguousValue) => boolean {
  return ({ variable }) => variable.name === name
}

function keyOf({ document, path }: LogicalLocation): string {
  return JSON.stringify([document.file.path, document.index, path])
}

/** Whether the files that can be read as YAML are all that variables stand in: a generator takes files of any kind. */
function areAllSeen({ kustomizationFiles, file }: Workspace): boolean {
  const entries = kustomizationFiles.flatMap((one) => one.entries)
  return entries
    .filter(({ field }) => field === "generator")
    .every(({ target }) => target !== undefined && file(target) !== undefined)
}

/** How often the files name a variable in an expression, wherever that stands. */
function usesOf(name: string, { files }: Workspace): number {
  const use = new RegExp(`\\$\\{${name}(?!\\w)`, "gu")
  return files.reduce((sum, { source }) => sum + (source.text.match(use)?.length ?? 0), 0)
}
