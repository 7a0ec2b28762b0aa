import { describe, expect, test } from "vitest"
import { groupOf, kinds, describe as nameOf, type ResourceId } from "../model/index.ts"
import type { JsonObject } from "../yaml/json.ts"
import { covers, producedBy } from "./producers.ts"

function made(
  apiVersion: string,
  kind: string,
  body: JsonObject,
  metadata: JsonObject = {},
): readonly string[] {
  const id: ResourceId = { group: groupOf(apiVersion), kind, namespace: "apps", name: "podinfo" }
  const manifest = {
    apiVersion,
    kind,
    ...body,
    metadata: { name: "podinfo", namespace: "apps", ...metadata },
  }
  return producedBy({ id, manifest }).map(nameOf)
}

describe("what controllers make", () => {
  test.each<[string, string, JsonObject, readonly string[]]>([
    ["bitnami.com/v1alpha1", "SealedSecret", { spec: {} }, ["Secret apps/podinfo"]],
    ["external-secrets.io/v1", "ExternalSecret", { spec: {} }, ["Secret apps/podinfo"]],
    [
      "external-secrets.io/v1",
      "ExternalSecret",
      { spec: { target: { name: "token" } } },
      ["Secret apps/token"],
    ],
    [
      "external-secrets.io/v1",
      "ExternalSecret",
      { spec: { target: { creationPolicy: "None" } } },
      [],
    ],
    [
      "external-secrets.io/v1",
      "ClusterExternalSecret",
      { spec: { externalSecretName: "token" } },
      ["Secret */token"],
    ],
    ["external-secrets.io/v1alpha1", "PushSecret", { spec: {} }, []],
    ["cert-manager.io/v1", "Certificate", { spec: { secretName: "tls" } }, ["Secret apps/tls"]],
    [
      "isindir.github.com/v1alpha3",
      "SopsSecret",
      { spec: { secretTemplates: [{ name: "a" }, { name: "b" }] } },
      ["Secret apps/a", "Secret apps/b"],
    ],
    [
      "secrets.infisical.com/v1alpha1",
      "InfisicalSecret",
      { spec: { managedSecretReference: { secretName: "a", secretNamespace: "b" } } },
      ["Secret b/a"],
    ],
    [
      "postgresql.cnpg.io/v1",
      "Cluster",
      { spec: {} },
      [
        "Secret apps/podinfo-app",
        "Secret apps/podinfo-superuser",
        "Secret apps/podinfo-ca",
        "Secret apps/podinfo-server",
        "Secret apps/podinfo-replication",
      ],
    ],
    ["cluster.x-k8s.io/v1beta1", "Cluster", { spec: {} }, ["Secret apps/podinfo-kubeconfig"]],
    [
      "trust.cert-manager.io/v1alpha1",
      "Bundle",
      { spec: {} },
      ["ConfigMap */podinfo", "Secret */podinfo"],
    ],
    [
      "rds.aws.upbound.io/v1",
      "Instance",
      { spec: { writeConnectionSecretToRef: { name: "db", namespace: "data" } } },
      ["Secret data/db"],
    ],
    [
      "example.com/v1",
      "TeamSecret",
      { spec: { secretName: "token" } },
      ["Secret apps/podinfo", "Secret apps/token"],
    ],
    [
      "source.extensions.fluxcd.io/v1beta1",
      "ArtifactGenerator",
      { spec: { artifacts: [{ name: "{app}-manifests" }] } },
      ["ExternalArtifact apps/*-manifests"],
    ],
    [
      "helm.toolkit.fluxcd.io/v2",
      "HelmRelease",
      { spec: { chart: { spec: { sourceRef: { namespace: "flux-system" } } } } },
      ["HelmChart flux-system/apps-podinfo"],
    ],
    [
      "v1",
      "Namespace",
      {},
      ["ServiceAccount podinfo/default", "ConfigMap podinfo/kube-root-ca.crt"],
    ],
    [
      "kyverno.io/v1",
      "ClusterPolicy",
      {
        spec: {
          rules: [
            {
              generate: {
                apiVersion: "v1",
                kind: "Secret",
                name: "regcred",
                namespace: "{{request.object.metadata.name}}",
              },
            },
          ],
        },
      },
      ["Secret */regcred"],
    ],
    [
      "kyverno.io/v1",
      "ClusterPolicy",
      {
        spec: { rules: [{ generate: { namespace: "apps", cloneList: { kinds: ["v1/Secret"] } } }] },
      },
      ["Secret apps/*"],
    ],
    ["apps/v1", "Deployment", { spec: {} }, []],
    ["v1", "Secret", {}, []],
  ])("%s %s", (apiVersion, kind, body, expected) => {
    expect(made(apiVersion, kind, body)).toEqual(expected)
  })

  test("a replicator copies a Secret to other namespaces", () => {
    const annotations = { "replicator.v1.mittwald.com/replicate-to": "team-.*" }
    expect(made("v1", "Secret", {}, { annotations })).toEqual(["Secret */podinfo"])
  })

  test("a replicator copies what an ExternalSecret makes", () => {
    const annotations = { "reflector.v1.k8s.emberstack.com/reflection-auto-enabled": "true" }
    const spec = { target: { name: "token", template: { metadata: { annotations } } } }
    expect(made("external-secrets.io/v1", "ExternalSecret", { spec })).toEqual([
      "Secret apps/token",
      "Secret */token",
    ])
  })
})

test.each<[string, string, boolean]>([
  ["apps/token", "apps/token", true],
  ["apps/token", "apps/token2", false],
  ["apps/token", "data/token", false],
  ["*/token", "data/token", true],
  ["apps/podinfo-*", "apps/podinfo-", true],
  ["apps/podinfo-*", "apps/podinf", false],
  ["apps/*-es-*-user", "apps/db-es-elastic-user", true],
  ["apps/*-es-*-user", "apps/db-es-user", false],
  ["apps/*ab*ab", "apps/ab", false],
])("%s covers %s: %s", (product, target, expected) => {
  const id = (text: string): ResourceId => {
    const [namespace = "", name = ""] = text.split("/")
    return { ...kinds.Secret, namespace, name }
  }
  expect(covers(id(product), id(target))).toBe(expected)
  expect(covers(id(product), { ...id(target), kind: "ConfigMap" })).toBe(false)
})
