import type { Kind } from "../model/index.ts"
import type { ResolveRef, Schema } from "./schema.ts"

/** Definitions of the API server's OpenAPI; what is equal in several minors is there once. */
export interface KubernetesDefinitions {
  /** `1.28`, oldest first. */
  readonly minors: readonly string[]
  /** By name: from which minor on (an index) it is so; null from where on it is gone. */
  readonly definitions: Readonly<
    Record<string, readonly (readonly [since: number, definition: KubernetesDefinition | null])[]>
  >
}

/** A definition, and the kinds whose objects it describes. */
export type KubernetesDefinition = Schema & {
  readonly "x-kubernetes-group-version-kind"?: readonly {
    readonly group: string
    readonly version: string
    readonly kind: string
  }[]
}

/** The kinds of one Kubernetes minor. */
export interface KubernetesSchemas {
  readonly resolve: ResolveRef
  /** The schema of a kind in a version; "unserved" when the API server has it in other versions only. */
  schemaOf(kind: Kind, version: string): Schema | "unserved" | undefined
}

/** Fields that OpenAPI calls required because Go always writes them, and that the API server takes or fills in without. */
const notAskedFor: Readonly<Record<string, readonly string[]>> = {
  "io.k8s.api.apps.v1.StatefulSetSpec": ["serviceName"],
  "io.k8s.api.core.v1.LimitRangeSpec": ["limits"],
  "io.k8s.api.networking.v1.NetworkPolicySpec": ["podSelector"],
  "io.k8s.api.rbac.v1.RoleRef": ["apiGroup"],
  "io.k8s.api.rbac.v1.Role": ["rules"],
  "io.k8s.api.rbac.v1.ClusterRole": ["rules"],
  "io.k8s.api.scheduling.v1.PriorityClass": ["value"],
  "io.k8s.api.storage.v1.CSIDriver": ["spec"],
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion": [
    "served",
    "storage",
  ],
}

/** Types that OpenAPI describes more narrowly than the API server reads them. */
const readAs: Readonly<Record<string, Schema>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: "quantity" },
}

const prefix = "#/definitions/"

/** The schemas of a Kubernetes minor (`1.35`); of the next newer one where that is not there; undefined after the last. */
export function kubernetesSchemas(
  { minors, definitions }: KubernetesDefinitions,
  kubernetes: string,
): KubernetesSchemas | undefined {
  const index = minors.findIndex((minor) => minorNumber(minor) >= minorNumber(kubernetes))
  if (index < 0) return undefined
  const known = new Map<string, Schema | undefined>()
  const schemaNamed = (name: string): Schema | undefined => {
    if (!known.has(name)) {
      const definition = definitions[name]?.findLast(([since]) => since <= index)?.[1]
      known.set(name, readAs[name] ?? (definition ? asTaken(name, definition) : undefined))
    }
    return known.get(name)
  }
  const byKind = indexKinds(definitions, index)
  return {
    resolve: (reference) => schemaNamed(reference.slice(prefix.length)),
    schemaOf: ({ group, kind }, version) => {
      const versions = byKind.get(`${group}/${kind}`)
      const name = versions?.get(version)
      if (name !== undefined) return withoutStatus(schemaNamed(name))
      return versions ? "unserved" : undefined
    },
  }
}

function minorNumber(version: string): number {
  return Number(version.split(".")[1])
}

function asTaken(name: string, definition: KubernetesDefinition): Schema {
  const left = notAskedFor[name]
  if (!left || !definition.required) return definition
  return { ...definition, required: definition.required.filter((field) => !left.includes(field)) }
}

/** The API server ignores what is written into `status`. */
function withoutStatus(schema: Schema | undefined): Schema | undefined {
  if (!schema?.properties?.status) return schema
  const required = schema.required?.filter((field) => field !== "status")
  return {
    ...schema,
    properties: { ...schema.properties, status: {} },
    ...(required && { required }),
  }
}

function indexKinds(
  definitions: KubernetesDefinitions["definitions"],
  index: number,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const kinds = new Map<string, Map<string, string>>()
  for (const [name, changes] of Object.entries(definitions)) {
    const definition = changes.findLast(([since]) => since <= index)?.[1]
    for (const { group, version, kind } of definition?.["x-kubernetes-group-version-kind"] ?? []) {
      const key = `${group}/${kind}`
      const versions = kinds.get(key) ?? new Map<string, string>()
      kinds.set(key, versions.set(version, name))
    }
  }
  return kinds
}
