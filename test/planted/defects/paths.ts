import { add, type Defect, edit, move, remove } from "../defect.ts"

/** Where Kustomizations point to, and what they find there. */
export const pathDefects: readonly Defect[] = [
  {
    kind: "the folder of a Kustomization was renamed",
    repository: "fluxcd__flux2-monitoring-example",
    change: [move("monitoring/configs", "monitoring/config")],
    finds: {
      rule: "ks-path-missing",
      severity: "error",
      path: "clusters/test/monitoring.yaml",
      line: "path: ./monitoring/configs",
    },
  },
  {
    kind: "spec.path is misspelt, inside the artifact of an ArtifactGenerator",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("clusters/production/apps.yaml", "path: ./production", "path: ./prodution")],
    finds: {
      rule: "ks-path-missing",
      severity: "error",
      path: "clusters/production/apps.yaml",
      line: "path: ./prodution",
    },
  },
  {
    kind: "an ArtifactGenerator copies the folder to another place",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "clusters/staging/artifacts.yaml",
        'to: "@artifact/staging/"',
        'to: "@artifact/overlay/"',
      ),
    ],
    finds: {
      rule: "ks-path-missing",
      severity: "error",
      path: "clusters/staging/apps.yaml",
      line: "path: ./staging",
    },
  },
  {
    kind: "spec.path names a file",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "clusters/test/monitoring.yaml",
        "path: ./monitoring/configs",
        "path: ./monitoring/configs/podmonitor.yaml",
      ),
    ],
    finds: {
      rule: "ks-path-missing",
      severity: "error",
      path: "clusters/test/monitoring.yaml",
      line: "path: ./monitoring/configs/podmonitor.yaml",
    },
  },
  {
    kind: "a kustomization.yaml lists nothing any more and the Kustomization prunes",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      remove("monitoring/configs/kustomization.yaml"),
      add(
        "monitoring/configs/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: monitoring\n",
      ),
    ],
    finds: {
      rule: "ks-path-empty",
      severity: "warning",
      path: "clusters/test/monitoring.yaml",
      line: "path: ./monitoring/configs",
    },
  },
  {
    kind: "the manifests of a folder were moved away and a README is left",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      move("apps/production", "apps/prod"),
      add("apps/production/README.md", "# Moved to apps/prod\n"),
    ],
    finds: {
      rule: "ks-path-empty",
      severity: "error",
      path: "clusters/production/apps.yaml",
      line: "path: ./production",
    },
  },
  {
    kind: "a Kustomization was copied and its path not changed",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/unifi-dns/ks.yaml",
        "path: ./kubernetes/apps/network/unifi-dns/app",
        "path: ./kubernetes/apps/network/echo/app",
      ),
    ],
    finds: {
      rule: "ks-path-overlap",
      severity: "error",
      path: "kubernetes/apps/network/unifi-dns/ks.yaml",
      line: "path: ./kubernetes/apps/network/echo/app",
    },
  },
  {
    kind: "a Kustomization of an OCI artifact names a folder that the repository does not have",
    repository: "controlplaneio-fluxcd__d2-fleet",
    change: [edit("clusters/prod-eu/tenants.yaml", "path: ./tenants", "path: ./tenant")],
    finds: {
      rule: "ks-path-missing",
      severity: "warning",
      path: "clusters/prod-eu/tenants.yaml",
      line: "path: ./tenant",
    },
  },
  {
    kind: "a folder below the root of one of several repositories was renamed",
    repository: "aws-samples__eks-multi-cluster-gitops",
    change: [
      move(
        "repos/gitops-system/tools/crossplane/crossplane-k8s-provider",
        "repos/gitops-system/tools/crossplane/k8s-provider",
      ),
    ],
    finds: {
      rule: "ks-path-missing",
      severity: "error",
      path: "repos/gitops-system/tools/crossplane/crossplane-k8s-provider.yaml",
      line: "path: ./tools/crossplane/crossplane-k8s-provider",
    },
  },
]
