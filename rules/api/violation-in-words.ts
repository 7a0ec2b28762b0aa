import { type FieldProblem, type JsonValue, nearestName, type Resource } from "#rule"
import { typeInWords, typesInWords, valueInWords } from "./values-in-words.ts"

/** What a violation is about, for its wording. */
export interface Violated {
  /** `spec.interval` */
  readonly field: string
  readonly value: JsonValue | undefined
  /** `HelmRelease v2` */
  readonly kind: string
  readonly resource: Resource
}

type Bounds = FieldProblem & { readonly kind: "bound" }

/** Completes "Deployment apps/podinfo …"; without a full stop. */
export function violationInWords(problem: FieldProblem, about: Violated): string {
  const { field, value, kind, resource } = about
  const shown = valueInWords(value, resource)
  switch (problem.kind) {
    case "missing":
      return `has no \`${field}\`, which ${kind} requires`
    case "unknown":
      return `has \`${field}\`, a field that ${kind} does not have`
    case "type":
      return `sets \`${field}\` to ${typeInWords(value)}; ${kind} takes ${typesInWords(problem.expected)}`
    case "enum":
      return `sets \`${field}\` to ${shown}; ${kind} takes ${listInWords(problem.allowed)}`
    case "pattern":
      return `sets \`${field}\` to ${shown}, which does not match \`${problem.pattern}\``
    case "format":
      return `sets \`${field}\` to ${shown}, which is no \`${problem.format}\``
    case "bound":
      return `sets \`${field}\` to ${amountInWords(problem, value)}; ${kind} takes ${boundInWords(problem)}`
    case "name":
      return `has \`${field}\`, which takes ${problem.rule}`
    case "combination":
      return `has a \`${field === "" ? "spec" : field}\` that does not meet the \`${problem.keyword}\` of its schema`
    case "duplicate":
      return `has \`${field}\`, which is there before; ${kind} takes each entry once`
    case "rule":
      return `${field === "" ? "breaks" : `has a \`${field}\` that breaks`} a rule of ${kind}: ${messageInWords(problem.message)}`
  }
}

/** What to write instead. */
export function adviceInWords(problem: FieldProblem, { field, value }: Violated): string {
  switch (problem.kind) {
    case "missing":
      return `Add \`${field}\`.`
    case "unknown":
      return `Remove \`${field}\`.`
    case "type":
      return typeAdvice(problem.expected, field, value)
    case "enum":
      return enumAdvice(problem.allowed, field, value)
    case "pattern":
    case "format":
    case "bound":
    case "name":
    case "combination":
      return `Change \`${field}\` to a value that its schema takes.`
    case "duplicate":
      return `Remove \`${field}\`, or give it a key of its own.`
    case "rule":
      return ruleAdvice(problem.rule, field)
  }
}

/** The definition's own words, which may end with a full stop. */
function messageInWords(message: string): string {
  return message.replace(/\.$/u, "")
}

/** A longer rule helps nobody. */
const longestRule = 120

function ruleAdvice(rule: string, field: string): string {
  const changed = field === "" ? "the object" : `\`${field}\``
  const isShort = rule !== "" && rule.length <= longestRule && !/[`\n]/u.test(rule)
  return isShort
    ? `Change ${changed} so that \`${rule}\` holds.`
    : `Change ${changed} so that the rule holds.`
}

function typeAdvice(
  expected: readonly string[],
  field: string,
  value: JsonValue | undefined,
): string {
  const isScalar = typeof value === "number" || typeof value === "boolean"
  if (expected.includes("string") && isScalar)
    return `Put the value in quotes: \`"${String(value)}"\`.`
  const plain = typeof value === "string" ? value.toLowerCase() : ""
  const isPlain = expected.includes("boolean")
    ? /^(?:true|false)$/u.test(plain)
    : expected.includes("integer") && /^-?\d+$/u.test(plain)
  if (isPlain) return `Write \`${plain}\` without quotes.`
  if (expected.includes("boolean") && /^(?:yes|on|y)$/u.test(plain)) return "Write `true`."
  if (expected.includes("boolean") && /^(?:no|off|n)$/u.test(plain)) return "Write `false`."
  return `Write ${typesInWords(expected)} into \`${field}\`.`
}

function enumAdvice(
  allowed: readonly JsonValue[],
  field: string,
  value: JsonValue | undefined,
): string {
  const names = allowed.filter((one) => typeof one === "string")
  const nearest = typeof value === "string" ? nearestName(value, names) : undefined
  if (nearest !== undefined) return `Write \`${nearest}\`.`
  return `Set \`${field}\` to one of them.`
}

const longestList = 12

function listInWords(values: readonly JsonValue[]): string {
  const shown = values.slice(0, longestList).map((value) => `\`${String(value)}\``)
  return values.length > longestList
    ? `${shown.join(", ")} and ${values.length - longestList} others`
    : shown.join(", ")
}

function amountInWords({ bound }: Bounds, value: JsonValue | undefined): string {
  const unit = units[bound.keyword]
  if (unit === undefined || value === null || value === undefined) return `\`${String(value)}\``
  const amount = typeof value === "string" ? [...value].length : Object.keys(value).length
  return `${amount} ${unit}`
}

const units: Readonly<Partial<Record<Bounds["bound"]["keyword"], string>>> = {
  minLength: "characters",
  maxLength: "characters",
  minItems: "entries",
  maxItems: "entries",
  minProperties: "fields",
  maxProperties: "fields",
}

function boundInWords({ bound: { keyword, limit } }: Bounds): string {
  if (keyword === "multipleOf") return `multiples of ${limit}`
  if (keyword === "exclusiveMinimum") return `more than ${limit}`
  if (keyword === "exclusiveMaximum") return `less than ${limit}`
  return `${keyword.startsWith("min") ? "at least" : "at most"} ${limit}`
}
