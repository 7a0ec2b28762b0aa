import { type Defect, edit, move } from "../defect.ts"

/** Patches of kustomization files, of Kustomizations and of post-renderers. */
export const patchDefects: readonly Defect[] = [
  {
    kind: "a patch file was renamed",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [move("apps/production/podinfo-values.yaml", "apps/production/podinfo-patch.yaml")],
    finds: {
      rule: "kfile-missing-resource",
      severity: "error",
      path: "apps/production/kustomization.yaml",
      line: "path: podinfo-values.yaml",
    },
  },
  {
    kind: "a patch without a target has a name that matches nothing",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: [
      edit(
        "apps/production/kustomization.yaml",
        "podinfo-values.yaml\n    target:\n      kind: HelmRelease",
        "podinfo-values.yaml",
      ),
    ],
    change: [
      edit("apps/production/podinfo-values.yaml", "  name: podinfo\n", "  name: pod-info\n"),
    ],
    finds: {
      rule: "kfile-patch-no-match",
      severity: "error",
      path: "apps/production/podinfo-values.yaml",
      line: "name: pod-info",
    },
  },
  {
    kind: "the target of a patch in a kustomization.yaml selects nothing",
    repository: "fluxcd__flux2-hub-spoke-example",
    change: [
      edit(
        "clusters/production/apps/kustomization.yaml",
        "      name: podinfo",
        "      name: pod-info",
      ),
    ],
    finds: {
      rule: "kfile-patch-no-match",
      severity: "warning",
      path: "clusters/production/apps/kustomization.yaml",
      line: "      name: pod-info",
    },
    also: [
      {
        rule: "hr-version-missing",
        severity: "warning",
        path: "deploy/apps/podinfo.yaml",
        line: "      chart: podinfo",
        because: "the patch is what gave the release its version",
      },
    ],
  },
  {
    kind: "the target of a patch in a Kustomization selects nothing",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "clusters/production/infrastructure.yaml",
        "name: letsencrypt",
        "name: letsencrypt-production",
      ),
    ],
    finds: {
      rule: "kfile-patch-no-match",
      severity: "warning",
      path: "clusters/production/infrastructure.yaml",
      line: "name: letsencrypt-production",
    },
  },
  {
    kind: "a JSON patch replaces a field of a mapping that does not exist",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit("clusters/production/infrastructure.yaml", "/spec/acme/server", "/spec/acm/server"),
    ],
    finds: {
      rule: "kfile-build-failed",
      severity: "error",
      path: "clusters/production/infrastructure.yaml",
      line: "path: /spec/acm/server",
    },
  },
  {
    kind: "a patch of a post-renderer matches nothing",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "apps/base/podinfo/release.yaml",
        "  install:\n",
        [
          "  postRenderers:",
          "    - kustomize:",
          "        patches:",
          "          - patch: |",
          "              apiVersion: apps/v1",
          "              kind: Deployment",
          "              metadata:",
          "                name: frontend",
          "              spec:",
          "                replicas: 2",
          "  install:",
          "",
        ].join("\n"),
      ),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "- patch: |",
    },
  },
]
