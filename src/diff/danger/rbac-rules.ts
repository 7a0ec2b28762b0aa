import { isList, isObject, type JsonObject, type JsonValue, listAt } from "../../yaml/json.ts"

/** One right: a verb on a resource of a group, or on an address of the API server. */
export interface Right {
  readonly verb: string
  /** `secrets`, `deployments.apps`, `*.*` or `/metrics`. */
  readonly on: string
  /** Only objects of this name. */
  readonly named?: string
}

interface Rule {
  readonly verbs: readonly string[]
  readonly groups: readonly string[]
  readonly resources: readonly string[]
  readonly names: readonly string[]
  readonly urls: readonly string[]
}

/** A stranger's rule may name thousands of things in each list: what is above this is not told one by one. */
const maxRights = 20_000

/**
 * Rights of the rules `after` that none of the rules `before` gives, as Kubernetes compares them (`Covers` in
 * pkg/registry/rbac/validation): each verb on each resource by itself; `*` covers all.
 */
export function addedRights(before: JsonObject | undefined, after: JsonObject): readonly Right[] {
  const known = rulesOf(before)
  const added = rulesOf(after).flatMap((rule) =>
    rightsOf(rule).filter(({ ways }) => !known.some((one) => covers(one, ways))),
  )
  const rights = new Map(added.map(({ right }) => [JSON.stringify(right), right]))
  return [...rights.values()]
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

function texts(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : []
}

interface Ways {
  readonly verb: string
  readonly group?: string
  readonly resource?: string
  readonly name?: string
  readonly url?: string
}

interface RightWays {
  readonly right: Right
  readonly ways: Ways
}

function rightsOf(rule: Rule): readonly RightWays[] {
  const urls = rule.verbs.flatMap((verb) =>
    rule.urls.map((url) => ({ right: { verb, on: url }, ways: { verb, url } })),
  )
  const names = rule.names.length > 0 ? rule.names : [undefined]
  const targets = rule.groups
    .slice(0, maxRights)
    .flatMap((group) => rule.resources.map((resource) => ({ group, resource })))
  const shown = Math.ceil(maxRights / Math.max(1, rule.verbs.length * names.length))
  const objects = targets.slice(0, shown).flatMap(({ group, resource }) =>
    rule.verbs.flatMap((verb) =>
      names.slice(0, maxRights).map((name): RightWays => {
        const only = name === undefined ? {} : { name }
        const on = group === "" ? resource : `${resource}.${group}`
        return {
          right: { verb, on, ...(name !== undefined && { named: name }) },
          ways: { verb, group, resource, ...only },
        }
      }),
    ),
  )
  return [...urls, ...objects]
}

function covers(rule: Rule, { verb, group, resource, name, url }: Ways): boolean {
  if (!rule.verbs.includes(verb) && !rule.verbs.includes("*")) return false
  if (url !== undefined) return rule.urls.some((one) => coversUrl(one, url))
  if (group === undefined || resource === undefined) return false
  const isGroup = rule.groups.includes(group) || rule.groups.includes("*")
  const isName = rule.names.length === 0 || (name !== undefined && rule.names.includes(name))
  return isGroup && isName && rule.resources.some((one) => coversResource(one, resource))
}

/** `*` is all resources, `*` before `/scale` one part of all of them. */
function coversResource(known: string, resource: string): boolean {
  if (known === "*" || known === resource) return true
  const part = resource.includes("/") ? resource.slice(resource.indexOf("/")) : undefined
  return part !== undefined && known === `*${part}`
}

function coversUrl(known: string, url: string): boolean {
  return (
    known === "*" || known === url || (known.endsWith("*") && url.startsWith(known.slice(0, -1)))
  )
}
