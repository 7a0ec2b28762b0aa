import { isList, isObject, type JsonObject, type JsonValue, valueAt } from "../yaml/json.ts"

/**
 * What the elements of a list are known by: one field, or several together. After the keys of lists that are maps in
 * Kubernetes' own API (`x-kubernetes-list-map-keys`), but a port by its name first, as people do.
 */
const keysByField: Readonly<Record<string, readonly (readonly string[])[]>> = {
  volumeMounts: [["mountPath"]],
  volumeDevices: [["devicePath"]],
  hostAliases: [["ip"]],
  ports: [["name"], ["containerPort", "protocol"], ["port", "protocol"]],
  topologySpreadConstraints: [["topologyKey", "whenUnsatisfiable"]],
  subjects: [["kind", "namespace", "name"]],
  valuesFrom: [["kind", "name", "valuesKey", "targetPath"]],
  dependsOn: [["namespace", "name"]],
  rules: [["host"]],
}

const usualKeys: readonly (readonly string[])[] = [
  ["name"],
  ["metadata.name"],
  ["kind", "namespace", "name"],
  ["key"],
  ["id"],
]

/** The elements of a list by what they are known by, in their order. */
export type NamedElements = ReadonlyMap<string, JsonValue>

/** Names the elements of both lists by the same fields; undefined where nothing tells them all apart. */
export function nameElements(
  field: string,
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): { readonly before: NamedElements; readonly after: NamedElements } | undefined {
  if (![...before, ...after].every(isObject)) return undefined
  for (const keys of [...(keysByField[field] ?? []), ...usualKeys]) {
    const named = { before: byKeys(before, keys), after: byKeys(after, keys) }
    if (named.before && named.after) return { before: named.before, after: named.after }
  }
  return undefined
}

function byKeys(list: readonly JsonValue[], keys: readonly string[]): NamedElements | undefined {
  const named = new Map<string, JsonValue>()
  for (const element of list) {
    const name = isObject(element) ? nameOf(element, keys) : undefined
    if (name === undefined || named.has(name)) return undefined
    named.set(name, element)
  }
  return named
}

/** The last of several fields has to be there, unless it only tells more (`protocol`). */
function nameOf(element: JsonObject, keys: readonly string[]): string | undefined {
  const parts = keys.map((key) => valueAt(element, key.split(".")))
  if (parts.some((part) => isList(part) || isObject(part))) return undefined
  const needed = keys.includes("protocol") ? parts[0] : (parts[keys.indexOf("name")] ?? parts[0])
  if (needed === undefined || needed === null || needed === "") return undefined
  return parts
    .flatMap((part) => (part === undefined || part === null ? [] : [String(part)]))
    .join("/")
}
