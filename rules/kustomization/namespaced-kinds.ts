import { type Cluster, fluxVersions, type ResourceId, stringAt } from "#rule"

/** Kinds of Kubernetes that live in namespaces, by group. */
const builtIn: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "",
    [
      ...["ConfigMap", "Secret", "Service", "ServiceAccount", "Pod", "PersistentVolumeClaim"],
      ...["LimitRange", "ResourceQuota", "Endpoints", "ReplicationController", "PodTemplate"],
    ],
  ],
  ["apps", ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ControllerRevision"]],
  ["batch", ["Job", "CronJob"]],
  ["networking.k8s.io", ["Ingress", "NetworkPolicy"]],
  ["policy", ["PodDisruptionBudget"]],
  ["rbac.authorization.k8s.io", ["Role", "RoleBinding"]],
  ["autoscaling", ["HorizontalPodAutoscaler"]],
  ["coordination.k8s.io", ["Lease"]],
  ["discovery.k8s.io", ["EndpointSlice"]],
])

const fluxGroups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))
const definition = { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" }

/** Whether objects of a kind are certain to live in namespaces: Kubernetes', Flux's, and those that the cluster defines. */
export function namespacedKinds(cluster: Cluster): (id: ResourceId) => boolean {
  const custom = new Set(
    cluster
      .all(definition)
      .filter(({ manifest }) => stringAt(manifest, ["spec", "scope"]) === "Namespaced")
      .map(({ manifest }) => {
        const kind = stringAt(manifest, ["spec", "names", "kind"]) ?? ""
        return `${stringAt(manifest, ["spec", "group"]) ?? ""}/${kind}`
      }),
  )
  return ({ group, kind }) =>
    (builtIn.get(group)?.includes(kind) ?? false) ||
    fluxGroups.has(group) ||
    custom.has(`${group}/${kind}`)
}
