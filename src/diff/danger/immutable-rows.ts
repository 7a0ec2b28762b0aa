import {
  type FieldPath,
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../../yaml/json.ts"
import { isSameValue } from "../same-value.ts"
import { surelyDiffers } from "./surely-differs.ts"

/** A field that an API server does not let change, and how a change of it is told for sure. */
export interface ImmutableField {
  readonly path: FieldPath
  differs(before: JsonObject, after: JsonObject): boolean
}

/** A field with the default that the API server gives it, where it gives one. */
function field(path: FieldPath, byDefault?: JsonValue): ImmutableField {
  return {
    path,
    differs: (before, after) =>
      !isSameValue(valueAt(before, path) ?? byDefault, valueAt(after, path) ?? byDefault),
  }
}

/** A field of which parts have defaults. */
function structure(path: FieldPath): ImmutableField {
  const key = String(path.at(-1))
  return {
    path,
    differs: (before, after) => surelyDiffers(valueAt(before, path), valueAt(after, path), key),
  }
}

/** A field that something else may have filled where the manifest does not have it. */
function set(path: FieldPath): ImmutableField {
  return {
    path,
    differs: (before, after) => {
      const [first, second] = [valueAt(before, path), valueAt(after, path)]
      return first !== undefined && second !== undefined && !isSameValue(first, second)
    },
  }
}

function only(
  one: ImmutableField,
  when: (before: JsonObject, after: JsonObject) => boolean,
): ImmutableField {
  return {
    path: one.path,
    differs: (before, after) => when(before, after) && one.differs(before, after),
  }
}

const isRunning = (before: JsonObject): boolean => valueAt(before, ["spec", "suspend"]) !== true
const isFrozen = (before: JsonObject): boolean => before.immutable === true
const isPlainJob = (before: JsonObject): boolean =>
  stringAt(before, ["spec", "completionMode"]) !== "Indexed"
const hasAddress = (...manifests: readonly JsonObject[]): boolean =>
  manifests.every((manifest) => stringAt(manifest, ["spec", "type"]) !== "ExternalName")

const selector: ImmutableField = field(["spec", "selector"])

/** An address that is not given is one that the cluster has chosen: `None` is never one of these. */
const clusterIp: ImmutableField = {
  path: ["spec", "clusterIP"],
  differs: (before, after) => {
    const [first, second] = [before, after].map((one) => stringAt(one, ["spec", "clusterIP"]))
    return (
      second !== undefined && second !== "" && first !== second && (!!first || second === "None")
    )
  },
}

/** The storage class may be given later, never changed; what the class is by default, the manifest does not say. */
const storageClass: ImmutableField = {
  path: ["spec", "storageClassName"],
  differs: (before, after) => {
    const first = valueAt(before, ["spec", "storageClassName"])
    return first !== undefined && first !== valueAt(after, ["spec", "storageClassName"])
  },
}

const volumeFields: readonly string[] = [
  ...["capacity", "accessModes", "persistentVolumeReclaimPolicy", "storageClassName"],
  ...["mountOptions", "claimRef", "volumeMode", "nodeAffinity", "volumeAttributesClassName"],
]

/** What a volume is: all of the spec that is no setting of it. */
const volumeSource: ImmutableField = {
  path: ["spec"],
  differs: (before, after) => surelyDiffers(volumeSourceOf(before), volumeSourceOf(after)),
}

function volumeSourceOf(manifest: JsonObject): JsonObject {
  const spec = valueAt(manifest, ["spec"])
  const entries = isObject(spec) ? Object.entries(spec) : []
  return Object.fromEntries(entries.filter(([key]) => !volumeFields.includes(key)))
}

/** The version in which objects are stored has to stay in the list, since the status of the definition names it. */
const storedVersion: ImmutableField = {
  path: ["spec", "versions"],
  differs: (before, after) => {
    const stored = listAt(before, ["spec", "versions"]).find(
      (one) => valueAt(one, ["storage"]) === true,
    )
    const name = stringAt(stored, ["name"])
    return (
      name !== undefined &&
      !listAt(after, ["spec", "versions"]).some((one) => stringAt(one, ["name"]) === name)
    )
  },
}

/**
 * Fields that Kubernetes refuses to change, after its own validation of updates: `ValidateDeploymentUpdate`,
 * `ValidateStatefulSetUpdate` ("updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',
 * 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"),
 * `ValidateDaemonSetUpdate`, `ValidateReplicaSetUpdate` (pkg/apis/apps/validation and pkg/registry/apps),
 * `ValidateJobUpdate` (pkg/apis/batch/validation; a suspended Job may change where it runs), `ValidateServiceUpdate`,
 * `ValidatePersistentVolumeClaimUpdate`, `ValidatePersistentVolumeUpdate`, `ValidateSecretUpdate`,
 * `ValidateConfigMapUpdate` (pkg/apis/core/validation), `ValidateRoleBindingUpdate` (pkg/apis/rbac/validation),
 * `ValidateStorageClassUpdate` (pkg/apis/storage/validation), `ValidatePriorityClassUpdate`, `ValidateIngressClassUpdate`,
 * `ValidateRuntimeClassUpdate`, and `ValidateCustomResourceDefinitionUpdate` (apiextensions-apiserver).
 */
export const immutableFields: Readonly<Record<string, readonly ImmutableField[]>> = {
  "apps/Deployment": [selector],
  "apps/ReplicaSet": [selector],
  "apps/DaemonSet": [selector],
  "apps/StatefulSet": [
    selector,
    field(["spec", "serviceName"], ""),
    field(["spec", "podManagementPolicy"], "OrderedReady"),
    structure(["spec", "volumeClaimTemplates"]),
  ],
  "batch/Job": [
    only(structure(["spec", "template"]), isRunning),
    set(["spec", "selector"]),
    field(["spec", "completionMode"], "NonIndexed"),
    only(set(["spec", "completions"]), isPlainJob),
    structure(["spec", "podFailurePolicy"]),
    field(["spec", "backoffLimitPerIndex"]),
    field(["spec", "managedBy"]),
  ],
  "/Service": [only(clusterIp, hasAddress)],
  "/PersistentVolumeClaim": [
    field(["spec", "accessModes"]),
    field(["spec", "volumeMode"], "Filesystem"),
    field(["spec", "selector"]),
    structure(["spec", "dataSource"]),
    structure(["spec", "dataSourceRef"]),
    set(["spec", "volumeName"]),
    storageClass,
  ],
  "/PersistentVolume": [
    volumeSource,
    field(["spec", "volumeMode"], "Filesystem"),
    set(["spec", "nodeAffinity"]),
  ],
  "/Secret": [
    field(["type"], "Opaque"),
    ...[["data"], ["stringData"], ["immutable"]].map((path) => only(field(path), isFrozen)),
  ],
  "/ConfigMap": [["data"], ["binaryData"], ["immutable"]].map((path) =>
    only(field(path), isFrozen),
  ),
  "rbac.authorization.k8s.io/RoleBinding": [field(["roleRef", "kind"]), field(["roleRef", "name"])],
  "rbac.authorization.k8s.io/ClusterRoleBinding": [
    field(["roleRef", "kind"]),
    field(["roleRef", "name"]),
  ],
  "storage.k8s.io/StorageClass": [
    field(["provisioner"]),
    field(["parameters"], {}),
    field(["reclaimPolicy"], "Delete"),
    field(["volumeBindingMode"], "Immediate"),
  ],
  "scheduling.k8s.io/PriorityClass": [
    field(["value"], 0),
    field(["preemptionPolicy"], "PreemptLowerPriority"),
  ],
  "networking.k8s.io/IngressClass": [field(["spec", "controller"])],
  "node.k8s.io/RuntimeClass": [field(["handler"])],
  "apiextensions.k8s.io/CustomResourceDefinition": [
    field(["spec", "scope"]),
    field(["spec", "group"]),
    field(["spec", "names", "kind"]),
    field(["spec", "names", "plural"]),
    storedVersion,
  ],
}
