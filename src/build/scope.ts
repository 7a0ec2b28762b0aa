import type { Kind } from "../model/index.ts"

/** Cluster-scoped kinds of Kubernetes itself (1.28 to 1.36) and of what Flux repositories often hold, by group. */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
  "admissionregistration.k8s.io": [
    "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
  "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
  "networking.k8s.io": ["IngressClass", "ServiceCIDR", "IPAddress"],
  "node.k8s.io": ["RuntimeClass"],
  policy: ["PodSecurityPolicy"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "resource.k8s.io": ["DeviceClass", "ResourceSlice"],
  "scheduling.k8s.io": ["PriorityClass"],
  "storage.k8s.io": [
    "StorageClass",
    "CSIDriver",
    "CSINode",
    "VolumeAttachment",
    "VolumeAttributesClass",
  ],
  "snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"],
  "gateway.networking.k8s.io": ["GatewayClass"],
  "cert-manager.io": ["ClusterIssuer"],
  "external-secrets.io": ["ClusterSecretStore", "ClusterExternalSecret", "ClusterPushSecret"],
  "kyverno.io": ["ClusterPolicy", "ClusterCleanupPolicy"],
}

const index: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(clusterScoped).map(([group, names]) => [group, new Set(names)]),
)

/** Whether objects of a kind have no namespace; kinds that nobody knows count as namespaced. */
export function isClusterScoped({ group, kind }: Kind): boolean {
  return index.get(group)?.has(kind) ?? false
}
