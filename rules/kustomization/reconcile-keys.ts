import { certainName, type JsonValue, nearestName } from "#rule"

const group = "kustomize.toolkit.fluxcd.io/"

/** What kustomize-controller reads, and the values that have an effect (`flux-semantics.md` 5.6). */
const valuesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["reconcile", ["disabled"]],
  ["prune", ["disabled"]],
  ["force", ["enabled"]],
  ["ssa", ["Override", "Merge", "IfNotPresent", "Ignore"]],
  ["substitute", ["disabled"]],
  ["decrypt", ["disabled"]],
])

/** What the controller writes itself, now or in former versions. */
const own: ReadonlySet<string> = new Set(["name", "namespace", "checksum", "shard"])

/** Says what happens anyway: nobody expects anything else. */
const defaults: ReadonlyMap<string, RegExp> = new Map([
  ["reconcile", /^(?:enabled|true)$/iu],
  ["prune", /^(?:enabled|true)$/iu],
  ["force", /^(?:disabled|false)$/iu],
  ["substitute", /^(?:enabled|true)$/iu],
  ["decrypt", /^(?:enabled|true)$/iu],
])

/** A key or value that has no effect. */
export interface Misspelling {
  readonly part: "key" | "value"
  readonly known: readonly string[]
  readonly nearest: string | undefined
  /** What was meant, where nothing else can be. */
  readonly certain: string | undefined
}

/** What is wrong with a label or annotation of Flux's own prefix. */
export function misspellingOf(key: string, value: JsonValue): Misspelling | undefined {
  if (!key.toLowerCase().startsWith(group)) return undefined
  const name = key.slice(group.length)
  const known = valuesOf.get(name)
  if (own.has(name)) return undefined
  if (known && key.startsWith(group)) return wrongValue(name, known, value)
  const names = [...valuesOf.keys()]
  const lower = name.toLowerCase()
  const certain = valuesOf.has(lower) ? lower : certainName(lower, names)
  const nearest = certain ?? nearestName(lower, names)
  return {
    part: "key",
    known: names.map((one) => group + one),
    nearest: nearest && group + nearest,
    certain: certain && group + certain,
  }
}

function wrongValue(
  name: string,
  known: readonly string[],
  value: JsonValue,
): Misspelling | undefined {
  if (typeof value !== "string" || /\$\{/u.test(value)) return undefined
  // Only `substitute` is compared letter by letter.
  const isSame = (one: string): boolean =>
    name === "substitute" ? one === value : one.toLowerCase() === value.toLowerCase()
  if (known.some(isSame) || defaults.get(name)?.test(value)) return undefined
  const lower = value.toLowerCase()
  const meant = known.find((one) => one.toLowerCase() === lower)
  const certain = meant ?? certainName(value, known)
  const asSwitch = /^(?:false|true|off|on|no|yes|skip|never|always)$/u.test(lower)
  const nearest = asSwitch && known.length === 1 ? known[0] : nearestName(value, known)
  return { part: "value", known, nearest: certain ?? nearest, certain }
}
