import { add, append, type Defect, edit, move, remove } from "../defect.ts"

/** What kustomization files name. */
export const kustomizeDefects: readonly Defect[] = [
  {
    kind: "a file that resources name was deleted",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [remove("apps/base/podinfo/namespace.yaml")],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "apps/base/podinfo/kustomization.yaml",
      line: "- namespace.yaml",
    },
  },
  {
    kind: "an entry of resources is misspelt",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/echo/app/kustomization.yaml",
        "./ocirepository.yaml",
        "./ocirepositroy.yaml",
      ),
    ],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "kubernetes/apps/network/echo/app/kustomization.yaml",
      line: "./ocirepositroy.yaml",
    },
  },
  {
    kind: "an overlay names a base that does not exist",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("apps/staging/kustomization.yaml", "- ../base/podinfo", "- ../base/pod-info")],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "apps/staging/kustomization.yaml",
      line: "- ../base/pod-info",
    },
  },
  {
    kind: "a base that no cluster builds names a file that does not exist",
    repository: "controlplaneio-fluxcd__d2-apps",
    change: [edit("components/backend/base/kustomization.yaml", "- redis.yaml", "- reddis.yaml")],
    finds: {
      rule: "kfile-missing-resource",
      severity: "warning",
      path: "components/backend/base/kustomization.yaml",
      line: "- reddis.yaml",
    },
  },
  {
    kind: "a component of a kustomization.yaml is misspelt",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/kustomization.yaml",
        "../../components/alerts",
        "../../components/alert",
      ),
    ],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "kubernetes/apps/network/kustomization.yaml",
      line: "../../components/alert",
    },
  },
  {
    kind: "a component of spec.components does not exist",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/default/atuin/ks.yaml",
        "components/kopiur/backup",
        "components/kopiur/backups",
      ),
    ],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "kubernetes/apps/default/atuin/ks.yaml",
      line: "components/kopiur/backups",
    },
  },
  {
    kind: "a component is listed as a resource",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/cert-manager/kustomization.yaml",
        "components:\n  - ../../components/alerts\n\nresources:\n",
        "resources:\n  - ../../components/alerts\n",
      ),
    ],
    finds: {
      rule: "kfile-component-as-resource",
      severity: "error",
      path: "kubernetes/apps/cert-manager/kustomization.yaml",
      line: "- ../../components/alerts",
    },
  },
  {
    kind: "a kustomization is listed as a component",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/cert-manager/kustomization.yaml",
        "- ../../components/alerts",
        "- ../../components/alerts/alertmanager",
      ),
    ],
    finds: {
      rule: "kfile-component-as-resource",
      severity: "error",
      path: "kubernetes/apps/cert-manager/kustomization.yaml",
      line: "- ../../components/alerts/alertmanager",
    },
  },
  {
    kind: "a folder has two kustomization files",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      add(
        "apps/base/podinfo/kustomization.yml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - release.yaml\n",
      ),
    ],
    finds: {
      rule: "kfile-duplicate",
      severity: "error",
      path: "apps/base/podinfo/kustomization.yml",
      line: "apiVersion: kustomize.config.k8s.io/v1beta1",
    },
  },
  {
    kind: "a base includes its own overlay",
    repository: "fluxcd__flux2-hub-spoke-example",
    change: [append("deploy/apps/kustomization.yaml", "  - ../../clusters/production/apps\n")],
    finds: {
      rule: "kfile-cycle",
      severity: "error",
      path: "deploy/apps/kustomization.yaml",
      line: "- ../../clusters/production/apps",
    },
  },
  {
    kind: "a file of a configMapGenerator was renamed",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      move("monitoring/configs/dashboards/logs.json", "monitoring/configs/dashboards/loki.json"),
    ],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "monitoring/configs/kustomization.yaml",
      line: "dashboards/logs.json",
    },
  },
  {
    kind: "a nested kustomization.yaml has a misspelt key",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "apps/base/podinfo/kustomization.yaml",
        "namespace: podinfo",
        "targetNamespace: podinfo",
      ),
    ],
    finds: {
      rule: "kfile-unknown-field",
      severity: "error",
      path: "apps/base/podinfo/kustomization.yaml",
      line: "targetNamespace: podinfo",
    },
  },
  {
    kind: "a file is listed twice",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      append("monitoring/controllers/loki-stack/kustomization.yaml", "  - ./repository.yaml\n"),
    ],
    finds: {
      rule: "kfile-build-failed",
      severity: "error",
      path: "monitoring/controllers/loki-stack/kustomization.yaml",
      line: "  - ./repository.yaml",
    },
  },
  {
    kind: "a file that a FluxInstance's cluster lists was renamed",
    repository: "controlplaneio-fluxcd__d2-fleet",
    change: [
      move(
        "clusters/staging/flux-system/runtime-info.yaml",
        "clusters/staging/flux-system/runtime.yaml",
      ),
    ],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "clusters/staging/flux-system/kustomization.yaml",
      line: "- runtime-info.yaml",
    },
  },
]
