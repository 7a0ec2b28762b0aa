import {
  type Finding,
  groupBy,
  groupOf,
  type Reference,
  type Resource,
  resourceKey,
  type Severity,
  type Workspace,
} from "../../model/index.ts"
import { formatFieldPath } from "../../yaml/json.ts"
import { activeFindings } from "../report.ts"
import type { FindingCounts } from "./flux-graph.ts"

/** The findings of each object of each cluster. */
export interface FindingIndex {
  /** By cluster and {@link resourceKey} without a server: a finding does not say which one it means. */
  of(cluster: string, resource: Resource): readonly Finding[]
  /** Whether a finding says so of a reference, also one that does not count. */
  isReported(cluster: string, reference: Reference): boolean
  /** Those of no object of a cluster. */
  readonly elsewhere: readonly Finding[]
}

/** Sorts the findings that count by the objects that they are about. */
export function indexFindings({ clusters }: Workspace, findings: readonly Finding[]): FindingIndex {
  const active = activeFindings({ findings })
  const known = new Set(
    clusters.flatMap(({ name, resources }) =>
      resources.map(({ id }) => placeOf(name, resourceKey(id))),
    ),
  )
  const places = active.flatMap((finding) => {
    const { resource } = finding
    if (!resource) return []
    const key = findingKey(resource)
    return finding.clusters.map((cluster) => ({ finding, place: placeOf(cluster, key) }))
  })
  const index = groupBy(
    places.filter(({ place }) => known.has(place)),
    ({ place }) => place,
  )
  const placed = new Set([...index.values()].flat().map(({ finding }) => finding))
  const reported = new Set(
    findings.flatMap(({ resource, field, clusters: names }) =>
      resource && field !== undefined
        ? names.map((name) => placeOf(name, `${findingKey(resource)} ${field}`))
        : [],
    ),
  )
  return {
    isReported: (cluster, { from, path }) =>
      reported.has(placeOf(cluster, `${resourceKey(from.id)} ${formatFieldPath(path)}`)),
    of: (cluster, { id }) =>
      (index.get(placeOf(cluster, resourceKey(id))) ?? []).map(({ finding }) => finding),
    elsewhere: active.filter((finding) => !placed.has(finding)),
  }
}

function findingKey({ apiVersion, ...id }: NonNullable<Finding["resource"]>): string {
  return resourceKey({ ...id, group: groupOf(apiVersion) })
}

function placeOf(cluster: string, key: string): string {
  return `${cluster}\n${key}`
}

/** How many there are of each severity. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length
  return { errors: count("error"), warnings: count("warning"), infos: count("info") }
}
