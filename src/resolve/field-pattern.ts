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
  return stepsOf(pattern)
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
  if (!template.includes("{")) return [template]
  const [head = "", field, ...rest] = template.split(/[{}]/u)
  if (field === undefined) return [head]
  const values = field
    .split("|")
    .map((pattern) => stringsAt(manifest, pattern))
    .find((found) => found.length > 0)
  const tails = expandTemplate(rest.join("{"), manifest)
  return (values ?? []).flatMap((value) => tails.map((tail) => `${head}${value}${tail}`))
}
