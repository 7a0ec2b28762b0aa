import { add, type Change, type Defect, edit, remove } from "../defect.ts"

const components = "clusters/production/flux-system/gotk-components.yaml"

/** The file that `flux bootstrap` writes, cut down to what says which Flux runs, and how. */
const installed: readonly Change[] = [
  remove(components),
  add(
    components,
    [
      "# Flux Version: v2.9.4",
      "# Components: source-controller,kustomize-controller,helm-controller",
      ...["source-controller", "kustomize-controller", "helm-controller"].flatMap((name) => [
        "---",
        "apiVersion: apps/v1",
        "kind: Deployment",
        "metadata:",
        `  name: ${name}`,
        "  namespace: flux-system",
        "spec:",
        "  selector:",
        "    matchLabels:",
        `      app: ${name}`,
        "  template:",
        "    metadata:",
        "      labels:",
        `        app: ${name}`,
        "    spec:",
        "      containers:",
        "        - name: manager",
        "          args:",
        "            - --log-level=info",
      ]),
      "",
    ].join("\n"),
  ),
]

/** The controllers refuse references to other namespaces. */
const lockedDown: readonly Change[] = [
  ...installed,
  edit(
    "clusters/production/flux-system/kustomization.yaml",
    "        value: --requeue-dependency=5s\n",
    [
      "        value: --requeue-dependency=5s",
      "      - op: add",
      "        path: /spec/template/spec/containers/0/args/-",
      "        value: --no-cross-namespace-refs=true",
      "",
    ].join("\n"),
  ),
]

/** podinfo's repository asks for a password, and an ExternalSecret makes it. */
const withPassword: readonly Change[] = [
  edit(
    "apps/base/podinfo/repository.yaml",
    "  interval: 5m\n",
    "  interval: 5m\n  secretRef:\n    name: podinfo-auth\n",
  ),
  add(
    "apps/base/podinfo/auth.yaml",
    [
      "apiVersion: external-secrets.io/v1",
      "kind: ExternalSecret",
      "metadata:",
      "  name: podinfo",
      "spec:",
      "  target:",
      "    name: podinfo-auth",
      "",
    ].join("\n"),
  ),
  edit(
    "apps/base/podinfo/kustomization.yaml",
    "  - namespace.yaml\n",
    "  - namespace.yaml\n  - auth.yaml\n",
  ),
]

/** API versions, namespaces and Secrets. */
export const platformDefects: readonly Defect[] = [
  {
    kind: "a HelmRelease has an API version that the installed Flux does not serve",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: installed,
    change: [
      edit(
        "infrastructure/controllers/envoy-gateway.yaml",
        "helm.toolkit.fluxcd.io/v2",
        "helm.toolkit.fluxcd.io/v2beta1",
      ),
    ],
    finds: {
      rule: "api-version-removed",
      severity: "error",
      path: "infrastructure/controllers/envoy-gateway.yaml",
      line: "helm.toolkit.fluxcd.io/v2beta1",
    },
  },
  {
    kind: "a source has an API version that the newest Flux does not serve",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "monitoring/controllers/loki-stack/repository.yaml",
        "source.toolkit.fluxcd.io/v1",
        "source.toolkit.fluxcd.io/v1beta1",
      ),
    ],
    finds: {
      rule: "api-version-removed",
      severity: "warning",
      path: "monitoring/controllers/loki-stack/repository.yaml",
      line: "source.toolkit.fluxcd.io/v1beta1",
    },
  },
  {
    kind: "a chart comes from another namespace though the controllers forbid it",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: lockedDown,
    change: [
      edit(
        "infrastructure/controllers/cert-manager.yaml",
        "kind: OCIRepository\nmetadata:\n  name: cert-manager\n  namespace: cert-manager",
        "kind: OCIRepository\nmetadata:\n  name: cert-manager\n  namespace: flux-system",
      ),
      edit(
        "infrastructure/controllers/cert-manager.yaml",
        "    kind: OCIRepository\n    name: cert-manager\n",
        "    kind: OCIRepository\n    name: cert-manager\n    namespace: flux-system\n",
      ),
    ],
    finds: {
      rule: "cross-namespace-ref",
      severity: "error",
      path: "infrastructure/controllers/cert-manager.yaml",
      line: "    namespace: flux-system",
    },
  },
  {
    kind: "the Secret of a source is made under another name",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: withPassword,
    change: [edit("apps/base/podinfo/auth.yaml", "name: podinfo-auth", "name: podinfo-token")],
    finds: {
      rule: "secret-ref-missing",
      severity: "warning",
      path: "apps/base/podinfo/repository.yaml",
      line: "name: podinfo-auth",
    },
  },
]
