import {
  isObject,
  type JsonObject,
  type JsonValue,
  parseYaml,
  resolveDocument,
} from "../yaml/index.ts"
import { writeYaml } from "../yaml/write-yaml.ts"

/**
 * Puts one YAML file over another, as source-watcher's strategy `Merge` does (`internal/builder/merge.go`): mappings key by
 * key, everything else as a whole. Undefined when one of them is no YAML, or holds more than mappings.
 */
export function mergeYaml(base: Uint8Array, overlay: Uint8Array): Uint8Array | undefined {
  const [below, above] = [mappingOf(base), mappingOf(overlay)]
  return below && above ? new TextEncoder().encode(writeYaml(merged(below, above))) : undefined
}

/** The documents of a file, put over each other. */
function mappingOf(bytes: Uint8Array): JsonObject | undefined {
  let all: JsonObject = {}
  for (const document of parseYaml(new TextDecoder().decode(bytes)).documents) {
    const { value = null, errors } = resolveDocument(document)
    if (document.errors.length > 0 || errors.length > 0) return undefined
    if (value === null) continue
    if (!isObject(value)) return undefined
    all = merged(all, value)
  }
  return all
}

function merged(base: JsonObject, overlay: JsonObject): JsonObject {
  const values = new Map<string, JsonValue>(Object.entries(base))
  for (const [key, value] of Object.entries(overlay)) {
    const below = values.get(key)
    values.set(key, isObject(below) && isObject(value) ? merged(below, value) : value)
  }
  return Object.fromEntries(values)
}
