import { kinds, type LogicalLocation, type Resource, type ResourceId } from "../model/index.ts"
import { isObject, listAt, stringAt, valueAt } from "../yaml/index.ts"
import { dataOf } from "./config-data.ts"
import { standIn } from "./stand-in.ts"

/** A substitution variable: its value, or a stand-in when nobody can see it. */
export interface Variable {
  readonly value: string
  readonly opaque: boolean
  readonly at?: LogicalLocation
}

/** The variables of a Kustomization; `flux-semantics.md` 5.5. */
export interface Variables {
  readonly values: ReadonlyMap<string, Variable>
  /** Sources that exist in the cluster but that nobody can look into, or that do not exist. */
  readonly incomplete: boolean
}

/** What is known of the object that a `substituteFrom` entry names. */
export type ConfigLookup = (id: ResourceId) => Resource | "unknown" | undefined

/** The references of `postBuild.substituteFrom`, in order. */
export function substituteSources(
  kustomization: Resource,
): readonly { readonly id: ResourceId; readonly optional: boolean }[] {
  const { namespace } = kustomization.id
  return listAt(kustomization.manifest, ["spec", "postBuild", "substituteFrom"]).flatMap(
    (source) => {
      const kind = stringAt(source, ["kind"])
      const name = stringAt(source, ["name"])
      if (name === undefined || (kind !== "ConfigMap" && kind !== "Secret")) return []
      const id = { ...kinds[kind], name, ...(namespace ? { namespace } : {}) }
      return [{ id, optional: valueAt(source, ["optional"]) === true }]
    },
  )
}

/**
 * Later sources win, `postBuild.substitute` wins over all, newlines are removed. Undefined without `postBuild`.
 * `extra` are the variables that the user's configuration gives a cluster.
 */
export function substitutionVariables(
  kustomization: Resource,
  lookup: ConfigLookup,
  extra: Readonly<Record<string, string>> = {},
): Variables | undefined {
  if (!isObject(valueAt(kustomization.manifest, ["spec", "postBuild"]))) return undefined
  const values = new Map<string, Variable>()
  let incomplete = false
  for (const { id } of substituteSources(kustomization)) {
    const object = lookup(id)
    if (object === undefined || object === "unknown") incomplete = true
    else addData(values, object)
  }
  for (const [name, value] of Object.entries(extra)) values.set(name, { value, opaque: false })
  const inline = valueAt(kustomization.manifest, ["spec", "postBuild", "substitute"])
  for (const [name, value] of isObject(inline) ? Object.entries(inline) : []) {
    const at = kustomization.at(["spec", "postBuild", "substitute", name])
    values.set(name, {
      value: typeof value === "string" ? value : JSON.stringify(value),
      opaque: false,
      at,
    })
  }
  return { values, incomplete }
}

function addData(values: Map<string, Variable>, object: Resource): void {
  for (const [name, { text, field }] of dataOf(object)) {
    const at = object.at([field, name])
    values.set(
      name,
      text === undefined
        ? { value: standIn(name), opaque: true, at }
        : { value: text.replaceAll("\n", ""), opaque: object.uncertain, at },
    )
  }
}
