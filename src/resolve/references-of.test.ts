import { describe, expect, test } from "vitest"
import { type Kind, kinds, describe as nameOf } from "../model/index.ts"
import { formatFieldPath, type JsonObject } from "../yaml/json.ts"
import { referenceFields } from "./reference-fields.ts"
import { type NamedTarget, referencesOf } from "./references-of.ts"

const references = (kind: Kind, spec: JsonObject): readonly NamedTarget[] =>
  referencesOf({ id: { ...kind, namespace: "apps", name: "podinfo" }, manifest: { spec } })

const show = ({ relation, path, target, ...flags }: NamedTarget): string =>
  [
    `${relation} ${formatFieldPath(path)} → ${nameOf(target)}`,
    ...Object.entries(flags).flatMap(([flag, on]) => (on ? [flag] : [])),
  ].join(" ")

const shown = (kind: Kind, spec: JsonObject): readonly string[] => references(kind, spec).map(show)

describe("a Kustomization", () => {
  test("names its source, its dependencies and its variables", () => {
    expect(
      shown(kinds.Kustomization, {
        sourceRef: { kind: "GitRepository", name: "fleet", namespace: "flux-system" },
        dependsOn: [{ name: "infra" }, { name: "crds", namespace: "flux-system" }],
        postBuild: {
          substituteFrom: [
            { kind: "ConfigMap", name: "settings" },
            { kind: "Secret", name: "tokens", optional: true },
          ],
        },
        decryption: { provider: "sops", secretRef: { name: "sops-age" } },
        serviceAccountName: "tenant",
      }),
    ).toEqual([
      "sourceRef spec.sourceRef.name → GitRepository flux-system/fleet",
      "dependsOn spec.dependsOn[0].name → Kustomization apps/infra",
      "dependsOn spec.dependsOn[1].name → Kustomization flux-system/crds",
      "substituteFrom spec.postBuild.substituteFrom[0].name → ConfigMap apps/settings",
      "substituteFrom spec.postBuild.substituteFrom[1].name → Secret apps/tokens optional",
      "secretRef spec.decryption.secretRef.name → Secret apps/sops-age",
      "serviceAccount spec.serviceAccountName → ServiceAccount apps/tenant",
    ])
  })

  test("checks the health of any kind; without a namespace it is cluster-scoped", () => {
    const healthChecks = [
      { kind: "Deployment", name: "podinfo", namespace: "apps" },
      { kind: "Namespace", name: "apps", apiVersion: "v1" },
      { kind: "HelmRelease", name: "redis", apiVersion: "helm.toolkit.fluxcd.io/v2" },
    ]
    const found = references(kinds.Kustomization, { healthChecks })
    expect(found.map(show)).toEqual([
      "healthCheck spec.healthChecks[0].name → Deployment apps/podinfo",
      "healthCheck spec.healthChecks[1].name → Namespace apps",
      "healthCheck spec.healthChecks[2].name → HelmRelease redis",
    ])
    expect(found.map(({ target }) => target.group)).toEqual(["apps", "", "helm.toolkit.fluxcd.io"])
  })

  test("with a kubeConfig checks and impersonates in the remote cluster", () => {
    expect(
      shown(kinds.Kustomization, {
        kubeConfig: { secretRef: { name: "staging-kubeconfig" } },
        healthChecks: [{ kind: "Deployment", name: "podinfo", namespace: "apps" }],
        serviceAccountName: "tenant",
      }),
    ).toEqual([
      "healthCheck spec.healthChecks[0].name → Deployment apps/podinfo remote",
      "serviceAccount spec.serviceAccountName → ServiceAccount apps/tenant remote",
      "secretRef spec.kubeConfig.secretRef.name → Secret apps/staging-kubeconfig",
    ])
  })
})

test("a release's verification key lives beside its source", () => {
  const sourceRef = { kind: "HelmRepository", name: "charts", namespace: "flux-system" }
  const verify = { provider: "cosign", secretRef: { name: "cosign" } }
  expect(
    shown(kinds.HelmRelease, { chart: { spec: { chart: "podinfo", sourceRef, verify } } }),
  ).toEqual([
    "sourceRef spec.chart.spec.sourceRef.name → HelmRepository flux-system/charts",
    "secretRef spec.chart.spec.verify.secretRef.name → Secret flux-system/cosign",
  ])
})

test("a wildcard stands for all objects of its namespace", () => {
  const eventSources = [
    { kind: "Kustomization", name: "*" },
    { kind: "HelmRelease", name: "podinfo", namespace: "flux-system" },
  ]
  expect(shown(kinds.Alert, { providerRef: { name: "slack" }, eventSources })).toEqual([
    "providerRef spec.providerRef.name → Provider apps/slack",
    "eventSource spec.eventSources[0].name → Kustomization apps/* wildcard",
    "eventSource spec.eventSources[1].name → HelmRelease flux-system/podinfo",
  ])
})

test.each<[string, Kind, JsonObject]>([
  ["no name", kinds.Kustomization, { sourceRef: { kind: "GitRepository" } }],
  [
    "a name that is no text",
    kinds.Kustomization,
    { sourceRef: { kind: "GitRepository", name: 1 } },
  ],
  ["an empty name", kinds.HelmRepository, { secretRef: { name: "" } }],
  [
    "a kind that Flux does not know",
    kinds.Kustomization,
    { sourceRef: { kind: "Git", name: "fleet" } },
  ],
  ["no kind", kinds.HelmRelease, { valuesFrom: [{ name: "values" }] }],
  ["no apiVersion", kinds.ResourceSet, { dependsOn: [{ kind: "Namespace", name: "apps" }] }],
  ["a list that is none", kinds.Kustomization, { dependsOn: "infra" }],
  ["a kind that has no such field", kinds.ConfigMap, { secretRef: { name: "token" } }],
])("%s gives no reference", (_, kind, spec) => {
  expect(references(kind, spec)).toEqual([])
})

test("every row names fields below spec, once per kind", () => {
  const seen = referenceFields.map(({ kind, field }) => `${kind.kind} ${field}`)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.every((text) => / spec\./u.test(text))).toBe(true)
})
