import { parseConstraint, satisfies } from "../../src/version/constraint.ts"
import { parseVersion } from "../../src/version/version.ts"
import type { Random } from "./random.ts"

const NOISE = [" ", ...'\t\v\u00a0,|=!<>~^-+.vVxX*019aZ_ü"', "||", " - ", ">=", "~>", "=>"] as const
const NUMBERS = [
  "0",
  "1",
  "2",
  "3",
  "10",
  "01",
  "00",
  "007",
  "18446744073709551615",
  "18446744073709551616",
] as const
const IDENTIFIERS = ["0", "1", "10", "alpha", "beta", "rc1", "-", "a-b", "0a", "X"] as const
const ODD_IDENTIFIERS = ["01", "00", "99999999999999999999"] as const
/** Versions that constraints of charts are about. */
export const commonVersions: readonly string[] =
  "0.0.0 0.0.1 0.1.0 0.1.1 1.0.0 1.0.0-1 1.0.0-alpha 1.1.0 1.1.1 1.2.0-rc1 1.2.3 2.0.0 2.1.0 2.1.3-beta v3.2.1 3.3.0+a 10.0.0".split(
    " ",
  )

function core(random: Random): string {
  const number = () => (random.oneIn(20) ? random.pick(NUMBERS) : String(random.below(4)))
  return Array.from({ length: random.oneIn(12) ? 1 + random.below(4) : 3 }, number).join(".")
}

function suffix(random: Random): string {
  const identifier = () => random.pick(random.oneIn(30) ? ODD_IDENTIFIERS : IDENTIFIERS)
  const identifiers = () => [identifier(), ...random.repeat(2, identifier)].join(".")
  return (random.oneIn(4) ? `-${identifiers()}` : "") + (random.oneIn(8) ? `+${identifiers()}` : "")
}

/** A version, or nearly one. */
export function version(random: Random): string {
  return (random.oneIn(8) ? "v" : "") + core(random) + suffix(random)
}

function partial(random: Random): string {
  const part = () => random.pick(["0", "0", "1", "1", "2", "3", "x", "X", "*"])
  const length = random.pick([1, 2, 3, 3])
  return random.oneIn(4)
    ? version(random)
    : (random.oneIn(8) ? "v" : "") + Array.from({ length }, part).join(".") + suffix(random)
}

function comparator(random: Random): string {
  const operators = ["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"] as const
  const operator = random.oneIn(40) ? random.pick(["==", "><", "~^", "!"]) : random.pick(operators)
  return operator + random.pick(["", "", " ", "  ", "\t"]) + partial(random)
}

/** A constraint as people write them, now and then with a character too many or too few. */
export function constraint(random: Random): string {
  const group = () => {
    if (random.oneIn(5)) return `${partial(random)} - ${partial(random)}`
    const joint = random.pick([" ", ", ", ",", " , ", "  "])
    return [comparator(random), ...random.repeat(2, () => comparator(random))].join(joint)
  }
  const text = [group(), ...random.repeat(2, group)].join(random.pick(["||", " || ", "||  "]))
  return random.oneIn(4) ? mutate(random, text) : text
}

/** The text with some noise in it. */
export function mutate(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.pick(NOISE) + text.slice(at + random.below(3))
}

/** What our port says: `1` or `0` for each version, or the error of the constraint. */
export function verdicts(text: string, versions: readonly string[]): string {
  const parsed = parseConstraint(text)
  if ("error" in parsed) return `E: ${parsed.error}`
  return versions.map((version) => (isMatch(version) ? 1 : 0)).join("")
  function isMatch(candidate: string): boolean {
    const candidateVersion = parseVersion(candidate)
    return (
      candidateVersion !== undefined && "groups" in parsed && satisfies(candidateVersion, parsed)
    )
  }
}
