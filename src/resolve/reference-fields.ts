import { type Kind, kinds, type Relation } from "../model/index.ts"
import type { FieldPath } from "../yaml/json.ts"

/** How the target's kind is found. */
export type TargetKind =
  | { readonly by: "field"; readonly kind: Kind }
  /** The field `kind` beside the name: a Flux kind, a ConfigMap or a Secret. Flux ignores the group. */
  | { readonly by: "kind" }
  /** The fields `kind` and `apiVersion` beside the name. */
  | { readonly by: "apiVersion"; readonly default?: string }

/** How the target's namespace is found (`flux-semantics.md` 6.1). */
export type TargetNamespace =
  /** There is no field: it is always the object's own. */
  | "own"
  /** The field `namespace` beside the name; the object's own when it is omitted. */
  | "sibling"
  /** The field `namespace` beside the name; a target without one is cluster-scoped. */
  | "stated"
  /** A field elsewhere in the object; its own when it is omitted. */
  | { readonly field: FieldPath }

/** A field that names another object. A new kind is a row in {@link referenceFields}, never a branch. */
export interface ReferenceField {
  readonly kind: Kind
  /** `spec.valuesFrom[].name`: the field that holds the name. */
  readonly field: string
  readonly relation: Relation
  readonly target: TargetKind
  readonly namespace: TargetNamespace
  /** Whether Flux tolerates the target's absence: always, or as the field beside the name says. */
  readonly optional: boolean | { readonly sibling: string }
  /** The target lives in the remote cluster when the object has a `spec.kubeConfig`. */
  readonly followsKubeConfig: boolean
  /** The name `*` means all objects of the kind. */
  readonly wildcards: boolean
}

type Row = Omit<ReferenceField, "kind">
type Variation = Partial<Pick<Row, "namespace" | "optional" | "followsKubeConfig" | "wildcards">>

const plain = { optional: false, followsKubeConfig: false, wildcards: false } as const
const optionalBySibling: Variation = { optional: { sibling: "optional" } }
const remote: Variation = { followsKubeConfig: true }

/** An object of the same namespace. */
const local = (field: string, relation: Relation, kind: Kind, variation: Variation = {}): Row => ({
  ...{ field, relation, target: { by: "field", kind }, namespace: "own", ...plain },
  ...variation,
})

/** An object of a fixed kind; a `namespace` beside the name may lead elsewhere. */
const named = (field: string, relation: Relation, kind: Kind): Row =>
  local(field, relation, kind, { namespace: "sibling" })

/** An object whose kind stands beside the name. */
const typed = (field: string, relation: Relation, variation: Variation = {}): Row => ({
  ...{ field, relation, target: { by: "kind" }, namespace: "sibling", ...plain },
  ...variation,
})

/** An object of any group, told by the `apiVersion` beside the name. */
const anyKind = (field: string, relation: Relation, variation: Variation = {}): Row => ({
  ...{ field, relation, target: { by: "apiVersion" }, namespace: "stated", ...plain },
  ...variation,
})

const secret = (field: string, variation: Variation = {}): Row =>
  local(field, "secretRef", kinds.Secret, variation)

const account = (field: string, variation: Variation = {}): Row =>
  local(field, "serviceAccount", kinds.ServiceAccount, variation)

const kubeConfig: readonly Row[] = [
  secret("spec.kubeConfig.secretRef.name"),
  local("spec.kubeConfig.configMapRef.name", "configMapRef", kinds.ConfigMap),
]

const rows = new Map<Kind, readonly Row[]>([
  [
    kinds.Kustomization,
    [
      typed("spec.sourceRef.name", "sourceRef"),
      named("spec.dependsOn[].name", "dependsOn", kinds.Kustomization),
      typed("spec.postBuild.substituteFrom[].name", "substituteFrom", {
        namespace: "own",
        ...optionalBySibling,
      }),
      {
        ...anyKind("spec.healthChecks[].name", "healthCheck", remote),
        target: { by: "apiVersion", default: "apps/v1" },
      },
      secret("spec.decryption.secretRef.name"),
      account("spec.decryption.serviceAccountName"),
      account("spec.serviceAccountName", remote),
      ...kubeConfig,
    ],
  ],
  [
    kinds.HelmRelease,
    [
      typed("spec.chart.spec.sourceRef.name", "sourceRef"),
      typed("spec.chartRef.name", "chartRef"),
      named("spec.dependsOn[].name", "dependsOn", kinds.HelmRelease),
      typed("spec.valuesFrom[].name", "valuesFrom", { namespace: "own", ...optionalBySibling }),
      // The HelmChart that verifies it lives in the namespace of the source.
      secret("spec.chart.spec.verify.secretRef.name", {
        namespace: { field: ["spec", "chart", "spec", "sourceRef", "namespace"] },
      }),
      account("spec.serviceAccountName", remote),
      ...kubeConfig,
    ],
  ],
  [
    kinds.GitRepository,
    [
      secret("spec.secretRef.name"),
      secret("spec.proxySecretRef.name"),
      secret("spec.verify.secretRef.name"),
      account("spec.serviceAccountName"),
      local("spec.include[].repository.name", "include", kinds.GitRepository),
    ],
  ],
  [
    kinds.OCIRepository,
    [
      secret("spec.secretRef.name"),
      secret("spec.certSecretRef.name"),
      secret("spec.proxySecretRef.name"),
      secret("spec.verify.secretRef.name"),
      secret("spec.verify.trustedRootSecretRef.name"),
      account("spec.serviceAccountName"),
    ],
  ],
  [kinds.HelmRepository, [secret("spec.secretRef.name"), secret("spec.certSecretRef.name")]],
  [
    kinds.Bucket,
    [
      secret("spec.secretRef.name"),
      secret("spec.certSecretRef.name"),
      secret("spec.proxySecretRef.name"),
      secret("spec.sts.secretRef.name"),
      secret("spec.sts.certSecretRef.name"),
      account("spec.serviceAccountName"),
    ],
  ],
  [
    kinds.HelmChart,
    [
      typed("spec.sourceRef.name", "sourceRef", { namespace: "own" }),
      secret("spec.verify.secretRef.name"),
    ],
  ],
  // It tells where the artifact came from; nothing looks it up.
  [
    kinds.ExternalArtifact,
    [anyKind("spec.sourceRef.name", "sourceRef", { namespace: "sibling", optional: true })],
  ],
  [kinds.ArtifactGenerator, [typed("spec.sources[].name", "artifactSource")]],
  [
    kinds.Alert,
    [
      local("spec.providerRef.name", "providerRef", kinds.Provider),
      typed("spec.eventSources[].name", "eventSource", { wildcards: true }),
    ],
  ],
  [
    kinds.Provider,
    [
      secret("spec.secretRef.name"),
      secret("spec.certSecretRef.name"),
      secret("spec.proxySecretRef.name"),
      account("spec.serviceAccountName"),
    ],
  ],
  [
    kinds.Receiver,
    [
      secret("spec.secretRef.name"),
      typed("spec.resources[].name", "receiverResource", { wildcards: true }),
    ],
  ],
  [
    kinds.ImageRepository,
    [
      secret("spec.secretRef.name"),
      secret("spec.certSecretRef.name"),
      secret("spec.proxySecretRef.name"),
      account("spec.serviceAccountName"),
    ],
  ],
  [
    kinds.ImagePolicy,
    [named("spec.imageRepositoryRef.name", "imageRepositoryRef", kinds.ImageRepository)],
  ],
  [
    kinds.ImageUpdateAutomation,
    [
      named("spec.sourceRef.name", "sourceRef", kinds.GitRepository),
      secret("spec.git.commit.signingKey.secretRef.name"),
    ],
  ],
  [
    kinds.FluxInstance,
    [
      secret("spec.sync.pullSecret"),
      secret("spec.distribution.imagePullSecret"),
      secret("spec.distribution.artifactPullSecret"),
    ],
  ],
  [
    kinds.ResourceSet,
    [
      local("spec.inputsFrom[].name", "inputsFrom", kinds.ResourceSetInputProvider),
      anyKind("spec.dependsOn[].name", "dependsOn"),
      account("spec.serviceAccountName"),
    ],
  ],
  [
    kinds.ResourceSetInputProvider,
    [
      secret("spec.secretRef.name"),
      secret("spec.certSecretRef.name"),
      account("spec.serviceAccountName"),
    ],
  ],
])

/** THE table: every field of every Flux kind that names another object. */
export const referenceFields: readonly ReferenceField[] = [...rows].flatMap(([kind, fields]) =>
  fields.map((row) => ({ ...row, kind })),
)
