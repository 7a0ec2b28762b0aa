import { add, type Defect, edit } from "../defect.ts"

/** Files that are no YAML, or no Kubernetes objects. */
export const yamlDefects: readonly Defect[] = [
  {
    kind: "a manifest has a key twice",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/echo/app/helmrelease.yaml",
        "    name: echo\n  interval: 1h\n",
        "    name: echo\n  interval: 1h\n  interval: 30m\n",
      ),
    ],
    finds: {
      rule: "yaml-duplicate-key",
      severity: "error",
      path: "kubernetes/apps/network/echo/app/helmrelease.yaml",
      line: "  interval: 30m",
    },
  },
  {
    kind: "a line is indented with a tab",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("apps/base/podinfo/release.yaml", "  interval: 50m", "\tinterval: 50m")],
    finds: {
      rule: "yaml-parse-error",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "\tinterval: 50m",
    },
  },
  {
    kind: "a quote is not closed",
    repository: "fluxcd__flux2-monitoring-example",
    change: [
      edit(
        "monitoring/controllers/loki-stack/repository.yaml",
        "url: https://grafana.github.io/helm-charts",
        'url: "https://grafana.github.io/helm-charts',
      ),
    ],
    finds: {
      rule: "yaml-parse-error",
      severity: "error",
      path: "monitoring/controllers/loki-stack/repository.yaml",
      line: 'url: "https://',
    },
  },
  {
    kind: "an alias has no anchor",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/default/atuin/app/helmrelease.yaml",
        "                    port: *port",
        "                    port: *prot",
      ),
    ],
    finds: {
      rule: "yaml-parse-error",
      severity: "error",
      path: "kubernetes/apps/default/atuin/app/helmrelease.yaml",
      line: "port: *prot",
    },
  },
  {
    kind: "a values file lies in a folder that Flux builds as a whole",
    repository: "fluxcd__flux2-monitoring-example",
    change: [add("monitoring/controllers/values.yaml", "replicaCount: 2\nlogLevel: debug\n")],
    finds: {
      rule: "non-kubernetes-yaml-in-path",
      severity: "error",
      path: "monitoring/controllers/values.yaml",
      line: "replicaCount: 2",
    },
  },
  {
    kind: "a compose file lies in the folder of a cluster",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      add("clusters/staging/docker-compose.yml", "services:\n  registry:\n    image: registry:2\n"),
    ],
    finds: {
      rule: "non-kubernetes-yaml-in-path",
      severity: "error",
      path: "clusters/staging/docker-compose.yml",
      line: "services:",
    },
  },
  {
    kind: "an object in a folder that Flux builds as a whole has no name",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [
      edit(
        "clusters/staging/apps.yaml",
        "metadata:\n  name: apps\n  namespace",
        "metadata:\n  namespace",
      ),
    ],
    finds: {
      rule: "non-kubernetes-yaml-in-path",
      severity: "error",
      path: "clusters/staging/apps.yaml",
      line: "metadata:",
    },
  },
  {
    kind: "a base that no cluster builds has a bracket too few",
    repository: "controlplaneio-fluxcd__d2-infra",
    change: [
      edit(
        "components/monitoring/configs/base/podmonitor.yaml",
        "  podMetricsEndpoints:\n",
        "  podMetricsEndpoints: [\n",
      ),
    ],
    finds: {
      rule: "yaml-parse-error",
      severity: "warning",
      path: "components/monitoring/configs/base/podmonitor.yaml",
      line: "  podMetricsEndpoints: [",
    },
  },
]
