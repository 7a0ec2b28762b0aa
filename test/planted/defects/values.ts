import { add, type Change, type Defect, edit } from "../defect.ts"

const stack = "monitoring/controllers/kube-prometheus-stack"
const certManager = "infrastructure/controllers/cert-manager.yaml"
const homeCertManager = "kubernetes/apps/cert-manager/cert-manager/app/helmrelease.yaml"

/** Some of podinfo's values come from a ConfigMap. */
export const valuesInConfigMap: readonly Change[] = [
  add(
    "apps/base/podinfo/values.yaml",
    [
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata:",
      "  name: podinfo-values",
      "data:",
      "  values.yaml: |",
      "    replicaCount: 2",
      "",
    ].join("\n"),
  ),
  edit(
    "apps/base/podinfo/kustomization.yaml",
    "  - release.yaml",
    "  - release.yaml\n  - values.yaml",
  ),
  edit(
    "apps/base/podinfo/release.yaml",
    "  install:\n",
    "  valuesFrom:\n    - kind: ConfigMap\n      name: podinfo-values\n  install:\n",
  ),
]

/** Values: where they come from, and what charts make of them. */
export const valuesDefects: readonly Defect[] = [
  {
    kind: "the ConfigMap of valuesFrom was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [
      edit("apps/base/podinfo/values.yaml", "  name: podinfo-values", "  name: podinfo-config"),
    ],
    finds: {
      rule: "hr-values-ref-missing",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "name: podinfo-values",
    },
  },
  {
    kind: "the ConfigMap of valuesFrom was renamed beside a release whose chart cannot be had",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        `${stack}/kustomization.yaml`,
        "- name: flux-kube-state-metrics-config",
        "- name: kube-state-metrics-values",
      ),
    ],
    finds: {
      rule: "hr-values-ref-missing",
      severity: "warning",
      path: `${stack}/release.yaml`,
      line: "name: flux-kube-state-metrics-config",
    },
  },
  {
    kind: "the values in a ConfigMap are no YAML",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [edit("apps/base/podinfo/values.yaml", "replicaCount: 2", "replicaCount: [2")],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "apps/base/podinfo/values.yaml",
      line: "replicaCount: [2",
    },
  },
  {
    kind: "the name reference for a generated ConfigMap was dropped, so its name gets a hash",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(`${stack}/kustomization.yaml`, "configurations:\n  - kustomizeconfig.yaml\n", ""),
    ],
    finds: {
      rule: "hr-values-ref-missing",
      severity: "warning",
      path: `${stack}/release.yaml`,
      line: "name: flux-kube-state-metrics-config",
    },
  },
  {
    kind: "the key of valuesFrom does not exist in the ConfigMap",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        `${stack}/kustomization.yaml`,
        "      - kube-state-metrics-config.yaml",
        "      - values.yaml=kube-state-metrics-config.yaml",
      ),
    ],
    finds: {
      rule: "hr-values-key-missing",
      severity: "error",
      path: `${stack}/release.yaml`,
      line: "valuesKey: kube-state-metrics-config.yaml",
    },
  },
  {
    kind: "a value has a type that the chart's schema refuses",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit(certManager, "      keep: false", '      keep: "no"')],
    finds: {
      rule: "hr-values-schema",
      severity: "error",
      path: certManager,
      line: 'keep: "no"',
    },
  },
  {
    kind: "a value has a key that the chart's schema does not know",
    repository: "onedr0p__home-ops",
    change: [
      edit(homeCertManager, "dns01RecursiveNameserversOnly: true", "dns01NameserversOnly: true"),
    ],
    finds: {
      rule: "hr-values-schema",
      severity: "error",
      path: homeCertManager,
      line: "dns01NameserversOnly: true",
    },
  },
  {
    kind: "a chart refuses two values together",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        homeCertManager,
        "      servicemonitor:\n        enabled: true\n",
        "      servicemonitor:\n        enabled: true\n      podmonitor:\n        enabled: true # both\n",
      ),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: homeCertManager,
      line: "enabled: true # both",
    },
  },
  {
    kind: "a value has a type that a template cannot use",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "apps/base/podinfo/release.yaml",
        [
          "    redis:",
          "      enabled: true",
          "      repository: public.ecr.aws/docker/library/redis",
          "      tag: 8.6.2",
        ].join("\n"),
        "    redis: true",
      ),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "    redis: true",
    },
  },
  {
    kind: "the YAML of a generated ConfigMap that valuesFrom reads does not parse",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(`${stack}/kube-state-metrics-config.yaml`, "  collectors: [ ]", "  collectors: [ "),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: `${stack}/kube-state-metrics-config.yaml`,
      line: "  collectors: [ ",
    },
  },
]
