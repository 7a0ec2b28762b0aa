import { fluxVersions } from "../model/generated/flux-versions.ts"
import { type Cluster, type Resource, resourceKey, type Skip } from "../model/index.ts"
import type { SchemaVerdict } from "../model/verdict.ts"

interface Unjudged {
  readonly apiVersion: string
  readonly kind: string
  readonly reason: string
  readonly objects: Set<string>
  readonly clusters: Set<string>
}

/** What no schema was found for, counted by kind. */
export function skippedKinds(
  clusters: readonly Cluster[],
  verdictOf: (resource: Resource) => SchemaVerdict,
): readonly Skip[] {
  const unjudged = new Map<string, Unjudged>()
  for (const { name, resources, target } of clusters) {
    for (const resource of resources) {
      const verdict = verdictOf(resource)
      if (verdict.status === "checked" || fluxGroups.has(resource.id.group)) continue
      const reason = reasonFor(verdict, target.kubernetes)
      const { apiVersion, id } = resource
      const key = [apiVersion, id.kind, reason].join(" ")
      const group = unjudged.get(key) ?? emptyGroup(resource, reason)
      group.objects.add(resourceKey(id, resource.server))
      group.clusters.add(name)
      unjudged.set(key, group)
    }
  }
  return [...unjudged.values()].map(skipOf)
}

/** Rules of their own say when an object of Flux is in a version that the cluster does not serve. */
const fluxGroups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))

function reasonFor(verdict: SchemaVerdict, kubernetes: string): string {
  if (verdict.status === "unserved")
    return `neither Kubernetes ${kubernetes} nor a CustomResourceDefinition here serves that version`
  const known = verdict.status === "unknown" ? verdict.reason : undefined
  return (
    known ?? "no CustomResourceDefinition in this repository or in its charts describes the kind"
  )
}

function emptyGroup({ apiVersion, id }: Resource, reason: string): Unjudged {
  return { apiVersion, kind: id.kind, reason, objects: new Set(), clusters: new Set() }
}

function skipOf({ apiVersion, kind, reason, objects, clusters }: Unjudged): Skip {
  const noun = objects.size === 1 ? "object" : "objects"
  return {
    what: `checking the fields of ${objects.size} ${noun} of kind ${kind} (${apiVersion})`,
    reason,
    clusters: [...clusters],
    kind: "chosen",
  }
}
