import { afterAll, describe, expect, test } from "vitest"
import { dangersIn, differenceOf, kustomization, testHost } from "../testdata/difference-of.ts"

const host = testHost()
afterAll(() => host.engine.close())

/** One object before and after in the folder of the Kustomization `apps`; something else stays, so that it builds. */
async function dangers(
  before: string,
  after: string,
  spec = "prune: true",
): Promise<readonly string[]> {
  const files = (text: string): Record<string, string> => ({
    "clusters/production/apps.yaml": kustomization("apps", spec),
    "apps/stays.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: stays, namespace: apps }\n",
    ...(text === "" ? {} : { "apps/one.yaml": text }),
  })
  return dangersIn(await differenceOf(host, files(before), files(after)))
}

function object(kind: string, body: string, metadata = ""): string {
  const [apiVersion, name] = kind.includes("/")
    ? [kind.slice(0, kind.lastIndexOf("/")), kind.slice(kind.lastIndexOf("/") + 1)]
    : ["v1", kind]
  return `apiVersion: ${apiVersion}\nkind: ${name}\nmetadata: { name: one, namespace: apps${metadata} }\n${body}\n`
}

const claim = (size: string, more = ""): string =>
  object(
    "PersistentVolumeClaim",
    `spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: ${size} } }${more} }`,
  )
const volume = (policy: string, path = "/data"): string =>
  object(
    "PersistentVolume",
    `spec: { capacity: { storage: 1Gi }, ${policy} nfs: { server: a, path: ${path} } }`,
  )
const statefulSet = (spec: string): string =>
  object(
    "apps/v1/StatefulSet",
    `spec: { selector: { matchLabels: { app: a } }, template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: "a:1" }] } }, ${spec} }`,
  )
const deployment = (label: string, pod = "", container = ""): string =>
  object(
    "apps/v1/Deployment",
    `spec: { selector: { matchLabels: { app: ${label} } }, template: { metadata: { labels: { app: ${label} } }, spec: { ${pod} containers: [{ name: a, image: "a:1" ${container} }] } } }`,
  )
const job = (image: string, more = ""): string =>
  object(
    "batch/v1/Job",
    `spec: { ${more} template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "${image}" }] } } }`,
  )
const service = (spec: string): string =>
  object("Service", `spec: { ports: [{ port: 80 }], ${spec} }`)
const definition = (
  versions: string,
  scope = "Namespaced",
): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec:
  group: example.com
  scope: ${scope}
  names: { kind: Thing, plural: things, singular: thing, listKind: ThingList }
  versions: [${versions}]
`
const served = (name: string, storage: boolean): string =>
  `{ name: ${name}, served: true, storage: ${storage}, schema: { openAPIV3Schema: { type: object } } }`

const refused = "the API server refuses it"

interface Row {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly spec?: string
  /** Each has to be in the message of one danger; there are no others. */
  readonly dangers: readonly string[]
}

const dataLoss: readonly Row[] = [
  {
    title: "a claim that goes takes what its volume holds",
    before: claim("1Gi"),
    after: "",
    dangers: ["data-loss: PersistentVolumeClaim apps/one is deleted"],
  },
  {
    title: "no claim goes where nothing prunes",
    before: claim("1Gi"),
    after: "",
    spec: "prune: false",
    dangers: [],
  },
  {
    title: "no claim goes that is kept",
    before: object(
      "PersistentVolumeClaim",
      "spec: { accessModes: [ReadWriteOnce] }",
      ", annotations: { kustomize.toolkit.fluxcd.io/prune: disabled }",
    ),
    after: "",
    dangers: [],
  },
  { title: "a claim that grows", before: claim("1Gi"), after: claim("2Gi"), dangers: [] },
  {
    title: "a claim of the same size in other words",
    before: claim("1Gi"),
    after: claim("1024Mi"),
    dangers: [],
  },
  {
    title: "a claim that is to shrink",
    before: claim("10Gi"),
    after: claim("5Gi"),
    dangers: [
      "data-loss: PersistentVolumeClaim apps/one asks for less storage, 5Gi instead of 10Gi: no volume shrinks, and the API server refuses it.",
    ],
  },
  {
    title: "with force a claim that cannot change is made anew",
    before: claim("1Gi", ", storageClassName: slow"),
    after: claim("1Gi", ", storageClassName: fast"),
    spec: "prune: true, force: true",
    dangers: [
      "data-loss: PersistentVolumeClaim apps/one is deleted and made anew",
      "immutable: PersistentVolumeClaim apps/one changes `spec.storageClassName`",
    ],
  },
  {
    title: "a volume that is deleted with its claim from now on",
    before: volume("persistentVolumeReclaimPolicy: Retain,"),
    after: volume("persistentVolumeReclaimPolicy: Delete,"),
    dangers: ["data-loss: PersistentVolume one gets `persistentVolumeReclaimPolicy: Delete`"],
  },
  {
    title: "a volume that is kept from now on",
    before: volume("persistentVolumeReclaimPolicy: Delete,"),
    after: volume("persistentVolumeReclaimPolicy: Retain,"),
    dangers: [],
  },
  {
    title: "a namespace that goes",
    before: "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n",
    after: "",
    dangers: ["data-loss: Namespace shop is deleted, and with it all that is in it."],
  },
  {
    title: "a definition that goes takes its objects",
    before: definition(served("v1", true)),
    after: "",
    dangers: [
      "data-loss: CustomResourceDefinition things.example.com is deleted, and with it every Thing of the cluster.",
    ],
  },
  {
    title: "the claims of a StatefulSet stay when it goes",
    before: statefulSet("serviceName: a"),
    after: "",
    dangers: ["pruned: StatefulSet apps/one is deleted"],
  },
  {
    title: "unless it says otherwise",
    before: statefulSet("persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete }"),
    after: "",
    dangers: ["data-loss: StatefulSet apps/one is deleted, and with it the claims of its Pods"],
  },
  {
    title: "claims that go with a scaling down",
    before: statefulSet(
      "replicas: 3, persistentVolumeClaimRetentionPolicy: { whenScaled: Delete }",
    ),
    after: statefulSet("replicas: 1, persistentVolumeClaimRetentionPolicy: { whenScaled: Delete }"),
    dangers: ["data-loss: StatefulSet apps/one is scaled down from 3 to 1"],
  },
  {
    title: "a scaling down that keeps claims",
    before: statefulSet("replicas: 3"),
    after: statefulSet("replicas: 1"),
    dangers: [],
  },
]

const immutable: readonly Row[] = [
  {
    title: "a Deployment's selector",
    before: deployment("a"),
    after: deployment("b"),
    dangers: [
      `immutable: Deployment apps/one changes \`spec.selector\`, which cannot be changed: ${refused}, and Kustomization flux-system/apps fails.`,
    ],
  },
  {
    title: "with the annotation force it is made anew",
    before: deployment("a"),
    after: deployment("b").replace(
      "namespace: apps",
      "namespace: apps, annotations: { kustomize.toolkit.fluxcd.io/force: Enabled }",
    ),
    dangers: [
      "immutable: Deployment apps/one changes `spec.selector`, which cannot be changed: Flux deletes the object and makes it anew (`force`).",
    ],
  },
  {
    title: "what Flux does not apply fails at nothing",
    before: deployment("a"),
    after: deployment("b").replace(
      "namespace: apps",
      "namespace: apps, annotations: { kustomize.toolkit.fluxcd.io/ssa: IfNotPresent }",
    ),
    dangers: [],
  },
  {
    title: "a StatefulSet's claim templates, labels in them too",
    before: statefulSet(
      "volumeClaimTemplates: [{ metadata: { name: d, labels: { helm.sh/chart: a-1 } }, spec: { accessModes: [ReadWriteOnce] } }]",
    ),
    after: statefulSet(
      "volumeClaimTemplates: [{ metadata: { name: d, labels: { helm.sh/chart: a-2 } }, spec: { accessModes: [ReadWriteOnce] } }]",
    ),
    dangers: ["immutable: StatefulSet apps/one changes `spec.volumeClaimTemplates`"],
  },
  {
    title: "a StatefulSet's claim templates with defaults written out",
    before: statefulSet(
      "volumeClaimTemplates: [{ metadata: { name: d }, spec: { resources: { requests: { storage: 1Gi } } } }]",
    ),
    after: statefulSet(
      "podManagementPolicy: OrderedReady, volumeClaimTemplates: [{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: d }, spec: { volumeMode: Filesystem, resources: { requests: { storage: 1024Mi } } } }]",
    ),
    dangers: [],
  },
  {
    title: "fields of a StatefulSet that may change",
    before: statefulSet("replicas: 1, minReadySeconds: 1, revisionHistoryLimit: 1, serviceName: a"),
    after: statefulSet(
      "replicas: 2, minReadySeconds: 2, revisionHistoryLimit: 2, serviceName: a, ordinals: { start: 1 }, updateStrategy: { type: OnDelete }, persistentVolumeClaimRetentionPolicy: { whenScaled: Retain }",
    ),
    dangers: [],
  },
  {
    title: "a StatefulSet's service",
    before: statefulSet("serviceName: a"),
    after: statefulSet("serviceName: b"),
    dangers: ["immutable: StatefulSet apps/one changes `spec.serviceName`"],
  },
  {
    title: "a Job's template",
    before: job("a:1"),
    after: job("a:2"),
    dangers: [
      `immutable: Job apps/one changes \`spec.template\`, which cannot be changed: ${refused}, and`,
    ],
  },
  {
    title: "a Job that is cleared away",
    before: job("a:1", "ttlSecondsAfterFinished: 60,"),
    after: job("a:2", "ttlSecondsAfterFinished: 60,"),
    dangers: [
      "immutable: Job apps/one changes `spec.template`, which cannot be changed: the API server refuses it while the Job of before is still there",
    ],
  },
  {
    title: "a Job that is suspended",
    before: job("a:1", "suspend: true,"),
    after: job("a:2", "suspend: true,"),
    dangers: [],
  },
  {
    title: "how often a Job is tried",
    before: job("a:1", "backoffLimit: 1,"),
    after: job("a:1", "backoffLimit: 2,"),
    dangers: [],
  },
  {
    title: "a Service's address",
    before: service("clusterIP: 10.0.0.1"),
    after: service("clusterIP: 10.0.0.2"),
    dangers: ["immutable: Service apps/one changes `spec.clusterIP`"],
  },
  {
    title: "a Service that becomes headless",
    before: service("type: ClusterIP"),
    after: service("type: ClusterIP, clusterIP: None"),
    dangers: ["immutable: Service apps/one changes `spec.clusterIP`"],
  },
  {
    title: "a Service whose address is no longer written",
    before: service("clusterIP: 10.0.0.1"),
    after: service("type: ClusterIP"),
    dangers: [],
  },
  {
    title: "a Service that becomes another name",
    before: service("clusterIP: 10.0.0.1"),
    after: service("type: ExternalName, externalName: a.example.com"),
    dangers: [],
  },
  {
    title: "the kind of a Secret",
    before: object("Secret", "type: Opaque"),
    after: object("Secret", "type: kubernetes.io/tls"),
    dangers: ["immutable: Secret apps/one changes `type`"],
  },
  {
    title: "a frozen ConfigMap",
    before: object("ConfigMap", "immutable: true\ndata: { a: b }"),
    after: object("ConfigMap", "immutable: true\ndata: { a: c }"),
    dangers: ["immutable: ConfigMap apps/one changes `data`"],
  },
  {
    title: "a ConfigMap that is frozen by the change",
    before: object("ConfigMap", "data: { a: b }"),
    after: object("ConfigMap", "immutable: true\ndata: { a: c }"),
    dangers: [],
  },
  {
    title: "a class of storage",
    before: object("storage.k8s.io/v1/StorageClass", "provisioner: a\nparameters: { b: c }"),
    after: object("storage.k8s.io/v1/StorageClass", "provisioner: a\nreclaimPolicy: Retain"),
    dangers: [
      "immutable: StorageClass one changes `parameters`",
      "immutable: StorageClass one changes `reclaimPolicy`",
    ],
  },
  {
    title: "defaults of a class of storage",
    before: object("storage.k8s.io/v1/StorageClass", "provisioner: a"),
    after: object(
      "storage.k8s.io/v1/StorageClass",
      "provisioner: a\nreclaimPolicy: Delete\nvolumeBindingMode: Immediate\nallowVolumeExpansion: true",
    ),
    dangers: [],
  },
  {
    title: "what a volume is",
    before: volume(""),
    after: volume("", "/other"),
    dangers: ["immutable: PersistentVolume one changes `spec`"],
  },
  {
    title: "a storage class that is written where it was the default",
    before: claim("1Gi"),
    after: claim("1Gi", ", storageClassName: fast"),
    dangers: [],
  },
  {
    title: "the scope of a definition",
    before: definition(served("v1", true)),
    after: definition(served("v1", true), "Cluster"),
    dangers: ["immutable: CustomResourceDefinition things.example.com changes `spec.scope`"],
  },
  {
    title: "the version in which objects are stored",
    before: definition(`${served("v1", true)}, ${served("v2", false)}`),
    after: definition(served("v2", true)),
    dangers: ["immutable: CustomResourceDefinition things.example.com changes `spec.versions`"],
  },
  {
    title: "another version that goes",
    before: definition(`${served("v1", false)}, ${served("v2", true)}`),
    after: definition(served("v2", true)),
    dangers: [],
  },
]

const role = (rules: string, kind = "Role"): string =>
  object(`rbac.authorization.k8s.io/v1/${kind}`, `rules: [${rules}]`)
const rule = (verbs: string, resources: string, group = '""', more = ""): string =>
  `{ apiGroups: [${group}], resources: [${resources}], verbs: [${verbs}]${more} }`
const binding = (roleName: string, subjects: string): string =>
  object(
    "rbac.authorization.k8s.io/v1/ClusterRoleBinding",
    `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${roleName} }\nsubjects: [${subjects}]`,
  )
const account = (name: string): string => `{ kind: ServiceAccount, name: ${name}, namespace: apps }`

const rbac: readonly Row[] = [
  {
    title: "a verb more",
    before: role(rule("get", "pods")),
    after: role(rule("get, delete", "pods")),
    dangers: ["rbac: Role apps/one allows more: delete on `pods`."],
  },
  {
    title: "a verb less",
    before: role(rule("get, delete", "pods")),
    after: role(rule("get", "pods")),
    dangers: [],
  },
  {
    title: "the same in other rules",
    before: role(rule("get, list", "pods, secrets")),
    after: role(`${rule("get", "pods, secrets")}, ${rule("list", "secrets, pods")}`),
    dangers: [],
  },
  {
    title: "what a wildcard gave already",
    before: role(rule("'*'", "'*'", "'*'")),
    after: role(rule("get", "deployments", "apps")),
    dangers: [],
  },
  {
    title: "a wildcard",
    before: role(rule("get", "pods")),
    after: role(rule("'*'", "pods")),
    dangers: ["rbac: Role apps/one allows more: * on `pods` (a wildcard)."],
  },
  {
    title: "only some objects before, all of them now",
    before: role(rule("get", "secrets", '""', ", resourceNames: [a]")),
    after: role(rule("get", "secrets")),
    dangers: ["rbac: Role apps/one allows more: get on `secrets`."],
  },
  {
    title: "all objects before, only some now",
    before: role(rule("get", "secrets")),
    after: role(rule("get", "secrets", '""', ", resourceNames: [a]")),
    dangers: [],
  },
  {
    title: "verbs by which one gets at others",
    before: "",
    after: role(rule("bind, escalate", "clusterroles", "rbac.authorization.k8s.io"), "ClusterRole"),
    dangers: [
      "rbac: ClusterRole one is new and allows bind, escalate on `clusterroles.rbac.authorization.k8s.io` (`escalate`, `bind`).",
    ],
  },
  {
    title: "addresses of the API server",
    before: role("", "ClusterRole"),
    after: role("{ nonResourceURLs: [/metrics], verbs: [get] }", "ClusterRole"),
    dangers: ["rbac: ClusterRole one allows more: get on `/metrics`."],
  },
  {
    title: "a binding to the role of all roles",
    before: "",
    after: binding("cluster-admin", account("web")),
    dangers: [
      "rbac: ClusterRoleBinding one is new and gives ClusterRole cluster-admin to ServiceAccount apps/web, who may do anything.",
    ],
  },
  {
    title: "somebody more who is bound",
    before: binding("view", account("a")),
    after: binding("view", `${account("b")}, ${account("a")}`),
    dangers: ["rbac: ClusterRoleBinding one gives ClusterRole view to ServiceAccount apps/b."],
  },
  {
    title: "somebody less who is bound",
    before: binding("view", `${account("b")}, ${account("a")}`),
    after: binding("view", account("a")),
    dangers: [],
  },
  {
    title: "another role",
    before: binding("view", account("a")),
    after: binding("edit", account("a")),
    dangers: [
      "immutable: ClusterRoleBinding one changes `roleRef.name`",
      "rbac: ClusterRoleBinding one gives ClusterRole edit to ServiceAccount apps/a.",
    ],
  },
  {
    title: "rules that one of Kubernetes' own roles takes up",
    before: role(rule("get", "pods"), "ClusterRole"),
    after: role(rule("get", "pods"), "ClusterRole").replace(
      "namespace: apps",
      "labels: { rbac.authorization.k8s.io/aggregate-to-view: 'true' }",
    ),
    dangers: [
      "rbac: ClusterRole one adds its rules to ClusterRole view: whoever has that role gets them.",
    ],
  },
  {
    title: "a binding that goes gives nothing",
    before: binding("view", account("a")),
    after: "",
    dangers: [
      "pruned: ClusterRoleBinding one is deleted: Kustomization flux-system/apps applies it no more.",
    ],
  },
]

const access: readonly Row[] = [
  {
    title: "the node's network",
    before: deployment("a"),
    after: deployment("a", "hostNetwork: true,"),
    dangers: ["access: Deployment apps/one shares its node's network (`hostNetwork`)."],
  },
  {
    title: "the node's network as before",
    before: deployment("a", "hostNetwork: true,"),
    after: deployment("a", "hostNetwork: true, hostPID: false,"),
    dangers: [],
  },
  {
    title: "a folder of the node",
    before: "",
    after: deployment("a", "volumes: [{ name: v, hostPath: { path: /var/run } }],"),
    dangers: ["access: Deployment apps/one mounts `/var/run` of its node (`hostPath`)."],
  },
  {
    title: "a container that may do all",
    before: deployment("a"),
    after: deployment("a", "", ", securityContext: { privileged: true }"),
    dangers: ["access: Deployment apps/one runs the container `a` privileged"],
  },
  {
    title: "a capability, and one that does no harm",
    before: deployment("a"),
    after: deployment(
      "a",
      "",
      ", securityContext: { capabilities: { add: [SYS_ADMIN, NET_BIND_SERVICE] } }",
    ),
    dangers: ["access: Deployment apps/one gives the container `a` the capability `SYS_ADMIN`."],
  },
  {
    title: "a container that may do less",
    before: deployment("a", "", ", securityContext: { privileged: true }"),
    after: deployment("a", "", ", securityContext: { readOnlyRootFilesystem: true }"),
    dangers: [],
  },
]

test("rules without number are not looked at one by one, and that is said", async () => {
  const names = (letter: string): string =>
    Array.from({ length: 3000 }, (_, index) => `${letter}${index}`).join(", ")
  const found = await dangers(
    role(rule("get", "pods")),
    role(rule(names("v"), names("r"), names("g"))),
  )
  expect(found).toEqual([
    expect.stringMatching(
      /^rbac: Role apps\/one allows more: .*; and what is too much to be told\.$/u,
    ),
  ])
})

describe.each([
  ["data loss", dataLoss],
  ["immutable fields", immutable],
  ["RBAC growth", rbac],
  ["access to the node", access],
] as const)("%s", (_name, rows) => {
  test.each(rows)("$title", async ({ before, after, spec, dangers: expected }) => {
    const found = await dangers(before, after, spec)
    expect(found).toEqual(expected.map((text) => expect.stringContaining(text)))
  })
})
