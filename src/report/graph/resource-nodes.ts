import { chartRequestOf } from "../../build/release/chart-request.ts"
import { locate } from "../../check/locate.ts"
import {
  type Cluster,
  type Finding,
  groupBy,
  isKind,
  type Kind,
  kinds,
  type LogicalLocation,
  type Resource,
  resourceKey,
} from "../../model/index.ts"
import { type JsonObject, stringAt, valueAt } from "../../yaml/index.ts"
import { countFindings, type FindingIndex } from "./count-findings.ts"
import type { GraphNode, NodeRole } from "./flux-graph.ts"
import type { DrawnReference } from "./target-nodes.ts"

/** Kinds that are always shown, by role; others where one of these names them. */
const drawnKinds: readonly (readonly [NodeRole, readonly Kind[]])[] = [
  ["applier", [kinds.Kustomization, kinds.FluxInstance, kinds.ResourceSet]],
  ["release", [kinds.HelmRelease]],
  [
    "source",
    [
      kinds.GitRepository,
      kinds.OCIRepository,
      kinds.Bucket,
      kinds.HelmRepository,
      kinds.ExternalArtifact,
      kinds.ArtifactGenerator,
    ],
  ],
  ["chart", [kinds.HelmChart]],
]

/** What a node of that kind is. */
export function roleOf(kind: Kind): NodeRole {
  const role = drawnKinds.find(([, some]) => some.some((one) => isKind(kind, one)))?.[0]
  if (role !== undefined) return role
  return isKind(kind, kinds.ConfigMap) || isKind(kind, kinds.Secret) ? "config" : "other"
}

/** The id of a resource's node. */
export function keyOf({ id, server }: Pick<Resource, "id" | "server">): string {
  return resourceKey(id, server)
}

/** Whether objects of the kind are shown though nothing names them. */
export function isDrawn(kind: Kind): boolean {
  return drawnKinds.some(([, some]) => some.some((one) => isKind(kind, one)))
}

/** Sources and HelmCharts ask for a revision or version. */
function isRevisioned(kind: Kind): boolean {
  const role = roleOf(kind)
  return role === "source" || role === "chart"
}

/** The objects of a cluster that are shown: those of Flux, and what they name. */
export function drawnResources(
  { resources }: Cluster,
  references: readonly DrawnReference[],
): readonly Resource[] {
  const named = references.flatMap(({ reference }) => reference.resource ?? [])
  const drawn = [...resources.filter(({ id }) => isDrawn(id)), ...named]
  return [...new Map(drawn.map((resource) => [keyOf(resource), resource])).values()]
}

/** The node of an object that is there. */
export function resourceNode(
  resource: Resource,
  cluster: Cluster,
  findings: FindingIndex,
): GraphNode {
  const { id, server, manifest } = resource
  const path = isKind(id, kinds.Kustomization) ? stringAt(manifest, ["spec", "path"]) : undefined
  return {
    id: keyOf(resource),
    role: roleOf(id),
    ...{ group: id.group, kind: id.kind },
    ...(id.namespace === undefined ? {} : { namespace: id.namespace }),
    name: id.name,
    ...(server === "" ? {} : { server }),
    state: "found",
    ...outcomeOf(resource, cluster),
    suspended: isDrawn(id) && valueAt(manifest, ["spec", "suspend"]) === true,
    ...(path === undefined ? {} : { path }),
    ...(isRevisioned(id) ? versionOf(manifest) : {}),
    ...chartOf(resource, cluster),
    findings: countFindings(findingsOf(resource, cluster, findings)),
    place: placeOf(resource.at([])),
  }
}

/** Where something is written. */
export function placeOf(at: LogicalLocation): NonNullable<GraphNode["place"]> {
  const { path, range } = locate(at)
  return { path, line: range.start.line + 1 }
}

/** Fields of `spec.ref` in the order in which source-controller looks at them; those of one kind do not hide another's. */
const revisionFields = ["digest", "commit", "name", "semver", "tag", "branch"]

function versionOf(manifest: JsonObject): Pick<GraphNode, "version"> {
  const fields = [["version"], ...revisionFields.map((field) => ["ref", field])]
  const version = fields
    .map((field) => valueAt(manifest, ["spec", ...field]))
    .find((value) => value !== undefined && value !== null && value !== "")
  return typeof version === "string" || typeof version === "number"
    ? { version: String(version) }
    : {}
}

function outcomeOf(resource: Resource, cluster: Cluster): Pick<GraphNode, "outcome" | "reason"> {
  const built = cluster.buildOf(resource) ?? cluster.releaseOf(resource)
  if (built) {
    const outcome = built.status === "failed" || built.status === "skipped" ? built.status : "done"
    const reason = outcome === "failed" ? built.failure?.message : built.reason
    return reason === undefined ? { outcome } : { outcome, reason }
  }
  const unfetched = cluster.unfetched.find(({ source }) => keyOf(source) === keyOf(resource))
  return unfetched ? { outcome: "skipped", reason: unfetched.reason } : {}
}

function chartOf(release: Resource, cluster: Cluster): Pick<GraphNode, "chart"> {
  const build = cluster.releaseOf(release)
  const request = build && chartRequestOf(release, (id) => cluster.find(id))
  if (!build || !request) return {}
  const { name = request.chart, version } = build.chart ?? {}
  // An OCIRepository does not say what its chart is called.
  if (name === "") return {}
  const chart = { name, constraint: request.version }
  return { chart: version === undefined ? chart : { ...chart, version } }
}

const applied = new WeakMap<Cluster, ReadonlyMap<string, readonly Resource[]>>()

/** Those of the object, and those of plain objects that it applies: these have no node of their own. */
function findingsOf(
  resource: Resource,
  cluster: Cluster,
  findings: FindingIndex,
): readonly Finding[] {
  const plain = plainObjects(cluster).get(keyOf(resource)) ?? []
  const all = [resource, ...plain].flatMap((one) => findings.of(cluster.name, one))
  return [...new Set(all)]
}

function plainObjects(cluster: Cluster): ReadonlyMap<string, readonly Resource[]> {
  const known = applied.get(cluster)
  if (known) return known
  const plain = cluster.resources.filter(({ id, owner }) => owner && !isDrawn(id))
  const groups = groupBy(plain, ({ owner }) => (owner ? keyOf(owner) : ""))
  applied.set(cluster, groups)
  return groups
}
