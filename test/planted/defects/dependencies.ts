import { type Defect, edit } from "../defect.ts"

/** What waits for what. */
export const dependencyDefects: readonly Defect[] = [
  {
    kind: "a Kustomization that another one depends on was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "clusters/production/infrastructure.yaml",
        "  name: infra-controllers\n  namespace",
        "  name: controllers\n  namespace",
      ),
    ],
    finds: {
      rule: "ks-depends-on-missing",
      severity: "error",
      path: "clusters/production/infrastructure.yaml",
      line: "- name: infra-controllers",
    },
  },
  {
    kind: "a dependency is misspelt",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/flux-system/flux-instance/ks.yaml",
        "- name: flux-operator",
        "- name: flux-operater",
      ),
    ],
    finds: {
      rule: "ks-depends-on-missing",
      severity: "error",
      path: "kubernetes/apps/flux-system/flux-instance/ks.yaml",
      line: "- name: flux-operater",
    },
  },
  {
    kind: "a dependency lives in another namespace",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/cloudflare-tunnel/ks.yaml",
        "- name: cloudflare-dns",
        "- name: onepassword-connect",
      ),
    ],
    finds: {
      rule: "ks-depends-on-missing",
      severity: "error",
      path: "kubernetes/apps/network/cloudflare-tunnel/ks.yaml",
      line: "- name: onepassword-connect",
    },
  },
  {
    kind: "a Kustomization depends on a HelmRelease",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "clusters/test/monitoring.yaml",
        "- name: monitoring-controllers",
        "- name: kube-prometheus-stack",
      ),
    ],
    finds: {
      rule: "ks-depends-on-missing",
      severity: "error",
      path: "clusters/test/monitoring.yaml",
      line: "- name: kube-prometheus-stack",
    },
  },
  {
    kind: "two Kustomizations wait for each other",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "clusters/test/monitoring.yaml",
        "spec:\n  interval: 1h\n",
        "spec:\n  dependsOn:\n    - name: monitoring-configs\n  interval: 1h\n",
      ),
    ],
    finds: {
      rule: "ks-depends-on-cycle",
      severity: "error",
      path: "clusters/test/monitoring.yaml",
      line: "    - name: monitoring-controllers",
    },
  },
  {
    kind: "a Kustomization waits for itself",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("clusters/staging/apps.yaml", "- name: infra-configs", "- name: apps")],
    finds: {
      rule: "ks-depends-on-cycle",
      severity: "error",
      path: "clusters/staging/apps.yaml",
      line: "- name: apps",
    },
  },
  {
    kind: "a HelmRelease depends on a release that does not exist",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "monitoring/controllers/loki-stack/promtail-release.yaml",
        "- name: kube-prometheus-stack",
        "- name: prometheus",
      ),
    ],
    finds: {
      rule: "hr-depends-on-missing",
      severity: "error",
      path: "monitoring/controllers/loki-stack/promtail-release.yaml",
      line: "- name: prometheus",
    },
  },
  {
    kind: "HelmReleases wait for each other",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "monitoring/controllers/kube-prometheus-stack/release.yaml",
        "spec:\n  interval: 1h\n",
        "spec:\n  dependsOn:\n    - name: loki\n  interval: 1h\n",
      ),
    ],
    finds: {
      rule: "hr-depends-on-cycle",
      severity: "error",
      path: "monitoring/controllers/kube-prometheus-stack/release.yaml",
      line: "- name: loki",
    },
  },
  {
    kind: "three Kustomizations wait for each other in a circle",
    repository: "aws-samples__eks-multi-cluster-gitops",
    change: [
      edit(
        "repos/gitops-system/tools/crossplane/crossplane-core.yaml",
        "spec:\n  interval: 3m0s\n",
        "spec:\n  dependsOn:\n  - name: crossplane-aws-provider-config\n  interval: 3m0s\n",
      ),
    ],
    finds: {
      rule: "ks-depends-on-cycle",
      severity: "error",
      path: "repos/gitops-system/tools/crossplane/crossplane-aws-provider.yaml",
      line: "- name: crossplane-core",
    },
  },
]
