import { type Defect, edit } from "../defect.ts"

/** References to sources: of Kustomizations and of HelmReleases. */
export const sourceDefects: readonly Defect[] = [
  {
    kind: "a HelmRepository was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "apps/base/podinfo/repository.yaml",
        "  name: podinfo\n  namespace",
        "  name: podinfo-charts\n  namespace",
      ),
    ],
    finds: {
      rule: "hr-source-missing",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "        name: podinfo",
    },
  },
  {
    kind: "a sourceRef has the wrong kind",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("apps/base/podinfo/release.yaml", "kind: HelmRepository", "kind: GitRepository")],
    finds: {
      rule: "hr-source-missing",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "kind: GitRepository",
    },
  },
  {
    kind: "a HelmRepository is no longer listed in its kustomization.yaml",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit("monitoring/controllers/loki-stack/kustomization.yaml", "  - repository.yaml\n", ""),
    ],
    finds: {
      rule: "hr-source-missing",
      severity: "error",
      path: "monitoring/controllers/loki-stack/release.yaml",
      line: "        name: grafana-charts",
    },
    also: [
      {
        rule: "hr-source-missing",
        severity: "error",
        path: "monitoring/controllers/loki-stack/promtail-release.yaml",
        line: "        name: grafana-charts",
        because: "two releases take their charts from it",
      },
    ],
  },
  {
    kind: "the OCIRepository of a chartRef was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "infrastructure/controllers/envoy-gateway.yaml",
        "  name: gateway-helm\n  namespace",
        "  name: envoy-gateway-chart\n  namespace",
      ),
    ],
    finds: {
      rule: "hr-source-missing",
      severity: "error",
      path: "infrastructure/controllers/envoy-gateway.yaml",
      line: "    name: gateway-helm",
    },
  },
  {
    kind: "a chartRef leads to the wrong namespace",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "monitoring/controllers/kube-prometheus-stack/release.yaml",
        "    name: kube-prometheus-stack\n  install",
        "    name: kube-prometheus-stack\n    namespace: flux-system\n  install",
      ),
    ],
    finds: {
      rule: "hr-source-missing",
      severity: "error",
      path: "monitoring/controllers/kube-prometheus-stack/release.yaml",
      line: "    namespace: flux-system",
    },
  },
  {
    kind: "the namespace of a Kustomization's sourceRef was left out",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/cert-manager/cert-manager/ks.yaml",
        "    name: flux-system\n    namespace: flux-system\n",
        "    name: flux-system\n",
      ),
    ],
    finds: {
      rule: "ks-source-missing",
      severity: "error",
      path: "kubernetes/apps/cert-manager/cert-manager/ks.yaml",
      line: "    name: flux-system",
    },
  },
  {
    kind: "the namespace of a Kustomization's sourceRef is misspelt",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/echo/ks.yaml",
        "    namespace: flux-system",
        "    namespace: flux-sytem",
      ),
    ],
    finds: {
      rule: "ks-source-missing",
      severity: "error",
      path: "kubernetes/apps/network/echo/ks.yaml",
      line: "    namespace: flux-sytem",
    },
  },
  {
    kind: "an artifact of an ArtifactGenerator was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("clusters/production/artifacts.yaml", "- name: apps", "- name: applications")],
    finds: {
      rule: "ks-source-missing",
      severity: "error",
      path: "clusters/production/apps.yaml",
      line: "    name: apps",
    },
  },
  {
    kind: "a HelmRepository that releases of another Kustomization use was renamed",
    repository: "toboshii__home-ops",
    change: [
      edit("cluster/charts/rook-ceph-charts.yaml", "name: rook-ceph-charts", "name: rook-charts"),
    ],
    finds: {
      rule: "hr-source-missing",
      severity: "warning",
      path: "cluster/core/rook-ceph/operator/helm-release.yaml",
      line: "name: rook-ceph-charts",
    },
    also: [
      {
        rule: "hr-source-missing",
        severity: "warning",
        path: "cluster/core/rook-ceph/cluster/helm-release.yaml",
        line: "name: rook-ceph-charts",
        because: "both releases of Rook take their charts from it",
      },
    ],
  },
]
