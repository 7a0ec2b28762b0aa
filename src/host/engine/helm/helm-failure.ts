import type { HelmResult } from "../../../build/engine.ts"
import type { JsonObject, JsonValue } from "../../../yaml/index.ts"

type Failure = HelmResult & { readonly status: "failed" }
type Violation = NonNullable<Failure["violations"]>[number]

/** What of a failure `helm template` does not say. */
export interface FailureContext {
  readonly chart: string
  readonly values: JsonObject
  /** Whether a template calls `lookup`. */
  readonly lookups: boolean
}

/** Helm's message without what the program writes around it: warnings before, a hint after. */
export function messageOf(stderr: string): string {
  const [, message = stderr] = /^Error: (.*)$/msu.exec(stderr) ?? []
  return message.replace("\n\nUse --debug flag to render out invalid YAML", "").trim()
}

/** The dependencies that `helm template` refuses to render without. */
export function missingDependencies(message: string): readonly string[] {
  const [, names = ""] = /missing in charts\/ directory: (.*)$/mu.exec(message) ?? []
  return names.split(", ").filter((name) => name !== "")
}

/** Reads a failure from Helm's message, as the engine reports its own. */
export function readFailure(message: string, context: FailureContext): Failure {
  const step = stepOf(message)
  const violations = step === "schema" ? violationsIn(message, context) : []
  return {
    ...{ status: "failed", step, message, ...locate(message) },
    ...(violations.length > 0 && { violations }),
    ...(context.lookups && { lookups: true }),
  }
}

function stepOf(message: string): Failure["step"] {
  if (message.startsWith("values don't meet the specifications of the schema")) return "schema"
  if (/^(?:YAML parse error on|error unmarshaling|unable to build kubernetes)/u.test(message))
    return "parse"
  const isTemplate = /^(?:execution error at|template: |parse error at|failed to parse)/u
  if (isTemplate.test(message) || position.test(message)) return "render"
  return /^(?:failed parsing|coalesc|cannot (?:load|unmarshal) values)/u.test(message)
    ? "values"
    : "load"
}

const position = /([^\s()":]+\/templates\/[^\s()":]+):(\d+)(?::(\d+))?/u
const named = /(?: on |: |from |parsing )([^\s()":]+\/(?:templates|crds)\/[^\s()":]+)/u

/** The outermost template that a message names, as engine/handlers/locate.go finds it. */
function locate(message: string): Pick<Failure, "template" | "line" | "column"> {
  const [, template, line, column] = position.exec(message) ?? []
  if (template !== undefined) {
    // text/template counts bytes from 0.
    const start = Number(column ?? 0) > 0 ? { column: Number(column) + 1 } : {}
    return { template, line: Number(line), ...start }
  }
  const [, other] = named.exec(message) ?? []
  return other === undefined ? {} : { template: other }
}

/**
 * `- at '/image/tag': got number, want string`, below a line with the name of the chart; causes stand below what they cause, two
 * blanks to the right. As in engine/handlers/schema.go: one violation for each value that no cause explains further.
 */
function violationsIn(message: string, { chart, values }: FailureContext): readonly Violation[] {
  const lines = message.split("\n").slice(1).map(readLine)
  const found: Violation[] = []
  let of = chart
  let choice = Number.POSITIVE_INFINITY
  for (const [index, line] of lines.entries()) {
    if (typeof line === "string") of = line
    if (typeof line === "string" || line.depth > choice) continue
    const isChoice = /^(?:anyOf|oneOf) failed/u.test(line.text)
    choice = isChoice ? line.depth : Number.POSITIVE_INFINITY
    const next = lines[index + 1]
    const isExplained = typeof next === "object" && next.depth > line.depth && !isChoice
    if (!isExplained) found.push(...violationsOf(line, of, { chart, values }))
  }
  return found
}

interface ViolationLine {
  readonly depth: number
  readonly pointer: string
  readonly text: string
}

/** A violation, or the name of the chart that the next ones are of. */
function readLine(line: string): ViolationLine | string {
  const [, blanks = "", pointer, text] = /^(\s*)- at '(.*?)': (.*)$/u.exec(line) ?? []
  return pointer === undefined || text === undefined
    ? line.replace(/:$/u, "")
    : { depth: blanks.length, pointer, text }
}

function violationsOf(
  { pointer, text }: ViolationLine,
  chart: string,
  root: Pick<FailureContext, "chart" | "values">,
): readonly Violation[] {
  const keys = pointer.split("/").slice(1)
  // The values of a subchart stand below its name.
  const path = pathOf(chart === root.chart ? keys : [chart, ...keys], root.values)
  const [, extra] = /^additional properties (.*) not allowed$/u.exec(text) ?? []
  if (extra === undefined) return [{ path, message: text, chart }]
  return [...extra.matchAll(/'((?:[^'\\]|\\.)*)'/gu)].map(([name, key = ""]) => ({
    path: [...path, key],
    message: `additional properties ${name} not allowed`,
    chart,
  }))
}

/** A JSON pointer does not tell an index from a key: the values do. */
function pathOf(keys: readonly string[], values: JsonObject): readonly (string | number)[] {
  let at: JsonValue | undefined = values
  return keys.map((escaped) => {
    const key = escaped.replaceAll("~1", "/").replaceAll("~0", "~")
    const step = Array.isArray(at) ? Number(key) : key
    at = (at as { readonly [key: string]: JsonValue } | null | undefined)?.[step]
    return step
  })
}
