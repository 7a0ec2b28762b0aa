import { groupBy, type Resource } from "../../model/index.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../../yaml/json.ts"
import { isSameValue } from "../same-value.ts"
import type { FoundDanger, ObjectPair } from "./object-pair.ts"
import { addedRights, type Right } from "./rbac-rules.ts"

const group = "rbac.authorization.k8s.io"
const rightsShown = 6

/** Rights that are given and were not before: rules of a role, a binding, who is bound, and roles that grow by their labels. */
export function rbacGrowth({
  before,
  after,
  action,
  unapplied,
}: ObjectPair): readonly FoundDanger[] {
  if (!after || unapplied !== undefined || action === "left" || action === "deleted") return []
  if (after.id.group !== group) return []
  const isBinding = after.id.kind.endsWith("Binding")
  return isBinding
    ? boundAnew(before, after)
    : [...grownRole(before, after), ...aggregated(before, after)]
}

function named({ id }: Resource, before: Resource | undefined): string {
  const name = id.namespace === undefined ? id.name : `${id.namespace}/${id.name}`
  return `${id.kind} ${name}${before ? "" : " is new and"}`
}

function grownRole(before: Resource | undefined, after: Resource): readonly FoundDanger[] {
  const { rights, isCut } = addedRights(before?.manifest, after.manifest)
  const isSame = before !== undefined && isSameValue(before.manifest.rules, after.manifest.rules)
  if (isSame || (rights.length === 0 && !isCut)) return []
  const rest = isCut ? "what is too much to be told" : ""
  const all = [rights.length === 0 ? "" : tell(rights), rest].filter((part) => part !== "")
  const message = `${named(after, before)} allows ${before ? "more: " : ""}${all.join("; and ")}${warning(rights)}.`
  return [{ category: "rbac", message, at: ["rules"] }]
}

/** `get, list on secrets; * on pods`: what may be done to what, the telling ones first. */
function tell(rights: readonly Right[]): string {
  const byTarget = [
    ...groupBy(rights, ({ on, named: name }) => (name === undefined ? on : `${on} ${name}`)),
  ]
  const sorted = byTarget
    .map(([on, [...some]]) => ({
      on,
      verbs: some.map(({ verb }) => verb),
      worst: some.some(isTelling),
    }))
    .sort((left, right) => Number(right.worst) - Number(left.worst))
  const shown = sorted
    .slice(0, rightsShown)
    .map(({ on, verbs }) => `${[...new Set(verbs)].join(", ")} on \`${on}\``)
  const more = sorted.length - shown.length
  return `${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}`
}

/** Rights by which one gets at others: Kubernetes' own list of those to beware of ("RBAC good practices"). */
const powerful: readonly string[] = ["escalate", "bind", "impersonate"]

function isTelling({ verb, on }: Right): boolean {
  return verb === "*" || on.startsWith("*") || powerful.includes(verb) || on === "secrets"
}

function warning(rights: readonly Right[]): string {
  const verbs = powerful.filter((verb) => rights.some((right) => right.verb === verb))
  const hasAll = rights.some(({ verb, on }) => verb === "*" || on.startsWith("*"))
  const words = [...(hasAll ? ["a wildcard"] : []), ...verbs.map((verb) => `\`${verb}\``)]
  return words.length === 0 ? "" : ` (${words.join(", ")})`
}

/** A label by which one of Kubernetes' own roles takes up the rules. */
const aggregation = /^rbac\.authorization\.k8s\.io\/aggregate-to-(.+)$/u

function aggregated(before: Resource | undefined, after: Resource): readonly FoundDanger[] {
  const labels = valueAt(after.manifest, ["metadata", "labels"])
  const roles = Object.entries(isObject(labels) ? labels : {}).flatMap(([key, value]) => {
    const role = value === "true" ? aggregation.exec(key)?.[1] : undefined
    const isOld = stringAt(before?.manifest, ["metadata", "labels", key]) === "true"
    return role === undefined || isOld ? [] : [role]
  })
  return roles.map((role) => ({
    category: "rbac",
    message: `${named(after, before)} adds its rules to ClusterRole ${role}: whoever has that role gets them.`,
    at: ["metadata", "labels", `rbac.authorization.k8s.io/aggregate-to-${role}`],
  }))
}

function boundAnew(before: Resource | undefined, after: Resource): readonly FoundDanger[] {
  const role = roleOf(after.manifest)
  const isSameRole = before !== undefined && roleOf(before.manifest) === role
  const known = new Set(isSameRole ? subjectsOf(before) : [])
  const added = subjectsOf(after).filter((subject) => !known.has(subject))
  if (added.length === 0) return []
  const all =
    stringAt(after.manifest, ["roleRef", "name"]) === "cluster-admin" ? ", who may do anything" : ""
  const scope = after.id.kind === "RoleBinding" ? ` in namespace ${after.id.namespace ?? ""}` : ""
  const message = `${named(after, before)} gives ${role}${scope} to ${added.slice(0, rightsShown).join(", ")}${
    added.length > rightsShown ? ` and ${added.length - rightsShown} more` : ""
  }${all}.`
  return [{ category: "rbac", message, at: isSameRole ? ["subjects"] : ["roleRef"] }]
}

function roleOf(manifest: JsonObject): string {
  const [kind = "", name = ""] = ["kind", "name"].map((key) => stringAt(manifest, ["roleRef", key]))
  return `${kind} ${name}`
}

function subjectsOf({ manifest, id }: Resource): readonly string[] {
  return listAt(manifest, ["subjects"]).map((subject: JsonValue) => {
    const [kind = "", name = "", space] = ["kind", "name", "namespace"].map((key) =>
      stringAt(subject, [key]),
    )
    const place = kind === "ServiceAccount" ? (space ?? id.namespace) : undefined
    return place === undefined ? `${kind} ${name}` : `${kind} ${place}/${name}`
  })
}
