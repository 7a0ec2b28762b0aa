import { isList, isObject, type JsonObject, type JsonValue, listAt } from "../../yaml/json.ts"

/** One right: a verb on a resource of a group, or on an address of the API server. */
export interface Right {
  readonly verb: string
  /** `secrets`, `deployments.apps`, `*.*` or `/metrics`. */
  readonly on: string
  /** Only objects of this name. */
  readonly named?: string
}

/** What one rule allows. */
interface Rule {
  readonly verbs: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly resources: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly urls: ReadonlySet<string>
}

/** A stranger's rules may name thousands of things in each list: no more than these are looked at one by one. */
const maxRights = 5000

/** Rights that were added; `isCut` when there are more than are looked at. */
export interface AddedRights {
  readonly rights: readonly Right[]
  readonly isCut: boolean
}

/**
 * Rights of the rules `after` that none of the rules `before` gives, as Kubernetes compares them (`Covers` in
 * pkg/registry/rbac/validation): each verb on each resource by itself; `*` covers all.
 */
export function addedRights(before: JsonObject | undefined, after: JsonObject): AddedRights {
  const known = rulesOf(before)
  const added = new Map<string, Right>()
  let looked = 0
  for (const rule of rulesOf(after)) {
    for (const ways of waysOf(rule)) {
      looked += 1
      if (looked > maxRights) return { rights: [...added.values()], isCut: true }
      if (known.some((one) => covers(one, ways))) continue
      const right = rightOf(ways)
      added.set(JSON.stringify(right), right)
    }
  }
  return { rights: [...added.values()], isCut: false }
}

function rulesOf(manifest: JsonObject | undefined): readonly Rule[] {
  return listAt(manifest, ["rules"])
    .filter(isObject)
    .map((rule) => ({
      verbs: texts(rule.verbs),
      groups: texts(rule.apiGroups),
      resources: texts(rule.resources),
      names: texts(rule.resourceNames),
      urls: texts(rule.nonResourceURLs),
    }))
}

function texts(value: JsonValue | undefined): ReadonlySet<string> {
  return new Set(isList(value) ? value.filter((one) => typeof one === "string") : [])
}

/** One verb on one thing. */
type Ways =
  | { readonly verb: string; readonly url: string }
  | {
      readonly verb: string
      readonly group: string
      readonly resource: string
      readonly name: string | undefined
    }

/** One after the other: all of them may be more than anybody can hold. */
function* waysOf({ verbs, groups, resources, names, urls }: Rule): Generator<Ways> {
  for (const verb of verbs) {
    for (const url of urls) yield { verb, url }
    for (const group of groups) {
      for (const resource of resources) {
        for (const name of names.size > 0 ? names : [undefined])
          yield { verb, group, resource, name }
      }
    }
  }
}

function rightOf(ways: Ways): Right {
  if ("url" in ways) return { verb: ways.verb, on: ways.url }
  const { verb, group, resource, name } = ways
  const on = group === "" ? resource : `${resource}.${group}`
  return { verb, on, ...(name !== undefined && { named: name }) }
}

function covers(rule: Rule, ways: Ways): boolean {
  if (!rule.verbs.has(ways.verb) && !rule.verbs.has("*")) return false
  if ("url" in ways) return [...rule.urls].some((one) => coversUrl(one, ways.url))
  const { group, resource, name } = ways
  const isGroup = rule.groups.has(group) || rule.groups.has("*")
  const isName = rule.names.size === 0 || (name !== undefined && rule.names.has(name))
  return isGroup && isName && coversResource(rule.resources, resource)
}

/** `*` is all resources, `*` before `/scale` one part of all of them. */
function coversResource(known: ReadonlySet<string>, resource: string): boolean {
  if (known.has("*") || known.has(resource)) return true
  const part = resource.includes("/") ? resource.slice(resource.indexOf("/")) : undefined
  return part !== undefined && known.has(`*${part}`)
}

function coversUrl(known: string, url: string): boolean {
  return (
    known === "*" || known === url || (known.endsWith("*") && url.startsWith(known.slice(0, -1)))
  )
}
