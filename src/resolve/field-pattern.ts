import { type FieldPath, isList, isObject, type JsonValue, valueAt } from "../yaml/json.ts"

/** A value and where it stands. */
export interface FieldMatch {
  readonly path: FieldPath
  readonly value: JsonValue
}

/** The patterns are those of our own tables: few, and asked for again with every object. */
const knownSteps = new Map<string, readonly string[]>()

/** `spec.valuesFrom[].name` → its steps; `[]` stands for every element, `*` for every key. */
function stepsOf(pattern: string): readonly string[] {
  const known = knownSteps.get(pattern) ?? pattern.replaceAll("[]", ".[]").split(".")
  knownSteps.set(pattern, known)
  return known
}

function children({ path, value }: FieldMatch, step: string): readonly FieldMatch[] {
  if (step === "[]") {
    return isList(value)
      ? value.map((child, index) => ({ path: [...path, index], value: child }))
      : []
  }
  if (!isObject(value)) return []
  if (step === "*") {
    return Object.entries(value).map(([key, child]) => ({ path: [...path, key], value: child }))
  }
  const child = valueAt(value, [step])
  return child === undefined ? [] : [{ path: [...path, step], value: child }]
}

/** Every field that `pattern` names: `spec.valuesFrom[].name` gives one match for each entry that has a name. */
export function matchFields(manifest: JsonValue, pattern: string): readonly FieldMatch[] {
  return stepsOf(pattern).reduce<readonly FieldMatch[]>(
    (matches, step) => matches.flatMap((match) => children(match, step)),
    [{ path: [], value: manifest }],
  )
}

function childValues(value: JsonValue, step: string): readonly JsonValue[] {
  if (step === "[]") return isList(value) ? value : []
  if (!isObject(value)) return []
  if (step === "*") return Object.values(value)
  const child = valueAt(value, [step])
  return child === undefined ? [] : [child]
}

/** The non-empty strings that `pattern` names. */
export function stringsAt(manifest: JsonValue, pattern: string): readonly string[] {
  const steps = stepsOf(pattern)
  if (!/[[*]/u.test(pattern)) {
    const value = valueAt(manifest, steps)
    return typeof value === "string" && value !== "" ? [value] : []
  }
  return steps
    .reduce<readonly JsonValue[]>(
      (values, step) => values.flatMap((value) => childValues(value, step)),
      [manifest],
    )
    .filter((value): value is string => typeof value === "string" && value !== "")
}

/**
 * Every text that `template` stands for: `{metadata.name}-app` gives `podinfo-db-app`. In `{a|b}` the field `b` counts
 * when there is no `a`. A template whose field is missing gives nothing.
 */
export function expandTemplate(template: string, manifest: JsonValue): readonly string[] {
  return expandParts(partsOf(template), manifest)
}

/** Text, the patterns of one field, text, …: as in `a-{b|c}-d`. */
type TemplateParts = readonly (string | readonly string[])[]

const knownParts = new Map<string, TemplateParts>()

function partsOf(template: string): TemplateParts {
  const known =
    knownParts.get(template) ??
    template
      .split(/[{}]/u)
      .map((part, index) => (index % 2 === 0 ? part : part.split("|")))
      .filter((part) => part !== "")
  knownParts.set(template, known)
  return known
}

function expandParts([part, ...rest]: TemplateParts, manifest: JsonValue): readonly string[] {
  if (part === undefined) return [""]
  const texts = typeof part === "string" ? [part] : firstFound(part, manifest)
  if (rest.length === 0 || texts.length === 0) return texts
  const tails = expandParts(rest, manifest)
  return texts.flatMap((text) => tails.map((tail) => `${text}${tail}`))
}

function firstFound(patterns: readonly string[], manifest: JsonValue): readonly string[] {
  for (const pattern of patterns) {
    const found = stringsAt(manifest, pattern)
    if (found.length > 0) return found
  }
  return []
}
