import type { JsonValue } from "../../src/yaml/json.ts"
import { isList, isObject } from "../../src/yaml/json.ts"
import type { ComparedObject } from "./compare.ts"
import { extent } from "./extent.ts"
import { known } from "./known.ts"

/** What stands in the place of a value that differs from run to run. */
const mask = "<random>"

/** Hides the values that a chart draws at random or takes from the clock, where known-differences.yaml lists them. */
export class Masks {
  readonly #used = new Set<string>()
  readonly #charts = new Set<string>()

  /** The objects of a chart with its random parts masked: in fields by their path, in names by their pattern. */
  apply(chart: string, objects: readonly ComparedObject[]): readonly ComparedObject[] {
    this.#charts.add(chart)
    const entries = known.random.filter(({ charts }) => charts.includes(chart))
    if (entries.length === 0) return objects
    const patterns = entries.map(({ field }) => new RegExp(field))
    return objects.map(({ source, manifest }) => {
      const at = `${source ?? ""}: `
      const hidden = hide(manifest, at, (path) => {
        const index = patterns.findIndex((pattern) => pattern.test(path))
        const entry = entries[index]
        if (entry === undefined) return undefined
        this.#used.add(`${entry.field} in ${chart}`)
        return entry.text === undefined ? /^.*$/s : new RegExp(entry.text, "g")
      })
      return source === undefined ? { manifest: hidden } : { source, manifest: hidden }
    })
  }

  /** Entries that no object of their chart has had a field for. */
  get stale(): readonly string[] {
    return known.random
      .flatMap(({ field, charts }) =>
        charts
          .filter((chart) => extent !== "little" || this.#charts.has(chart))
          .map((chart) => `${field} in ${chart}`),
      )
      .filter((entry) => !this.#used.has(entry))
  }
}

function hide(
  value: JsonValue,
  path: string,
  patternAt: (path: string) => RegExp | undefined,
): JsonValue {
  const below = (key: string | number) => (path.endsWith(": ") ? `${path}${key}` : `${path}.${key}`)
  if (isList(value)) return value.map((entry, index) => hide(entry, below(index), patternAt))
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, hide(entry, below(key), patternAt)]),
    )
  }
  const pattern = typeof value === "string" ? patternAt(path) : undefined
  return pattern === undefined || typeof value !== "string" ? value : value.replace(pattern, mask)
}
