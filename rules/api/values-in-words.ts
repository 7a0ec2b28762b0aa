import { isList, isObject, type JsonValue, type Resource } from "#rule"

const longest = 60

/** A value as a message shows it: in backticks, shortened; what a Secret holds is not shown. */
export function valueInWords(value: JsonValue | undefined, { id }: Resource): string {
  if (id.kind === "Secret" && id.group === "") return typeInWords(value)
  if (isObject(value) || isList(value)) return typeInWords(value)
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null)
  if (text === "" || text.includes("`") || text.includes("\n")) return typeInWords(value)
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``
}

/** `a string`, `a list`: what a value is, not what it says. */
export function typeInWords(value: JsonValue | undefined): string {
  if (value === "") return "an empty string"
  if (isList(value)) return "a list"
  if (isObject(value)) return "a mapping"
  return typeNames[Number.isInteger(value) ? "integer" : typeof value] ?? "nothing"
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "a boolean",
  object: "a mapping",
  array: "a list",
  quantity: "a quantity such as `100m` or `1Gi`",
}

/** `a string or an integer`: the types that a schema takes. */
export function typesInWords(types: readonly string[]): string {
  return types.map((type) => typeNames[type] ?? type).join(" or ")
}
