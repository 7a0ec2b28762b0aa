import { type FieldProblem, fluxVersions, type JsonValue, valueAt } from "#rule"
import type { JudgedViolation } from "./judged-violations.ts"

const fluxGroups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))

/** Whether a violation is a value of a Flux object that is no duration: `duration-invalid` reports it. */
export function isDuration({ resource, path, problem }: JudgedViolation<FieldProblem>): boolean {
  if (!fluxGroups.has(resource.id.group)) return false
  if (problem.kind === "pattern") return problem.pattern.includes("(ms|s|m")
  if (problem.kind !== "type" || problem.expected.join() !== "string") return false
  const isAmount = typeof valueAt(resource.manifest, path) === "number"
  return isAmount && /(?:interval|timeout)$/iu.test(String(path.at(-1)))
}

/** Hours of a unit that people know and Go does not. */
const hoursOf: Readonly<Record<string, number>> = { d: 24, w: 168 }

/** A duration as Flux reads it, for one that it does not; undefined when nobody knows what is meant. */
export function readableDuration(value: JsonValue | undefined, units: string): string | undefined {
  const text = String(value).trim().toLowerCase()
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/u.exec(text) ?? []
  if (amount === "") return undefined
  const hours = hoursOf[unit[0] ?? ""]
  if (hours !== undefined && /^(?:d|days?|w|weeks?)$/u.test(unit))
    return inHours(Number(amount) * hours, units)
  const short = shortUnit(unit)
  if (short === "h") return inHours(Number(amount), units)
  return short === undefined ? undefined : `${amount}${short}`
}

function inHours(hours: number, units: string): string {
  return units.includes("h") ? `${hours}h` : `${hours * 60}m`
}

/** A number without a unit is meant as seconds. */
function shortUnit(unit: string): string | undefined {
  const units: readonly (readonly [RegExp, string])[] = [
    [/^(?:s|secs?|seconds?)?$/u, "s"],
    [/^(?:m|mins?|minutes?)$/u, "m"],
    [/^(?:h|hrs?|hours?)$/u, "h"],
    [/^ms$/u, "ms"],
  ]
  return units.find(([pattern]) => pattern.test(unit))?.[1]
}
