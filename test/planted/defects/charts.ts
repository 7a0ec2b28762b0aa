import { add, type Change, type Defect, edit, move, remove } from "../defect.ts"

const promtail = "monitoring/controllers/loki-stack/promtail-release.yaml"

/** promtail comes from a chart in the repository itself. */
const chartInGit: readonly Change[] = [
  add("charts/promtail/Chart.yaml", "apiVersion: v2\nname: promtail\nversion: 6.0.0\n"),
  add("charts/promtail/values.yaml", "logLevel: info\n"),
  add(
    "charts/promtail/templates/configmap.yaml",
    [
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata:",
      "  name: {{ .Release.Name }}",
      "data:",
      "  logLevel: {{ .Values.logLevel | quote }}",
      "",
    ].join("\n"),
  ),
  edit(promtail, 'version: "6.x"', 'version: "*"'),
  edit(promtail, "chart: promtail", "chart: ./charts/promtail"),
  edit(
    promtail,
    "        kind: HelmRepository\n        name: grafana-charts",
    "        kind: GitRepository\n        name: flux-system\n        namespace: flux-system",
  ),
]

/** Charts, their versions and the names of releases. */
export const chartDefects: readonly Defect[] = [
  {
    kind: "two HelmReleases install the same release",
    repository: "fluxcd__flux2-monitoring-example",
    change: [edit(promtail, "  timeout: 1m\n", "  timeout: 1m\n  releaseName: loki\n")],
    finds: {
      rule: "hr-duplicate-release",
      severity: "error",
      path: promtail,
      line: "releaseName: loki",
    },
  },
  {
    kind: "a chart's version is no constraint",
    repository: "fluxcd__flux2-monitoring-example",
    change: [edit(promtail, 'version: "6.x"', "version: latest")],
    finds: {
      rule: "hr-version-invalid",
      severity: "error",
      path: promtail,
      line: "version: latest",
    },
  },
  {
    kind: "a chart's version range contradicts itself",
    repository: "fluxcd__flux2-monitoring-example",
    change: [edit(promtail, 'version: "6.x"', 'version: ">7.0.0 <6.0.0"')],
    finds: {
      rule: "hr-version-unsatisfied",
      severity: "error",
      path: promtail,
      line: 'version: ">7.0.0 <6.0.0"',
    },
  },
  {
    kind: "the semver of an OCIRepository is no constraint",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("infrastructure/controllers/cert-manager.yaml", '"1.x"', '"==1.21.1"')],
    finds: {
      rule: "hr-version-invalid",
      severity: "error",
      path: "infrastructure/controllers/cert-manager.yaml",
      line: 'semver: "==1.21.1"',
    },
  },
  {
    kind: "the semver of an OCIRepository contradicts itself",
    repository: "fluxcd__flux2-kustomize-helm-example",
    change: [edit("infrastructure/controllers/cert-manager.yaml", '"1.x"', '">=2.0.0 <1.0.0"')],
    finds: {
      rule: "hr-version-unsatisfied",
      severity: "error",
      path: "infrastructure/controllers/cert-manager.yaml",
      line: 'semver: ">=2.0.0 <1.0.0"',
    },
  },
  {
    kind: "the folder of a chart in Git was renamed",
    repository: "fluxcd__flux2-monitoring-example",
    given: chartInGit,
    change: [move("charts/promtail", "charts/logs")],
    finds: {
      rule: "hr-chart-not-found",
      severity: "error",
      path: promtail,
      line: "chart: ./charts/promtail",
    },
  },
  {
    kind: "a chart in Git lost its Chart.yaml",
    repository: "fluxcd__flux2-monitoring-example",
    given: chartInGit,
    change: [remove("charts/promtail/Chart.yaml")],
    finds: {
      rule: "hr-chart-not-found",
      severity: "error",
      path: promtail,
      line: "chart: ./charts/promtail",
    },
  },
  {
    kind: "a values file of a chart in Git does not exist",
    repository: "fluxcd__flux2-monitoring-example",
    given: chartInGit,
    change: [
      edit(
        promtail,
        "      interval: 60m\n",
        "      interval: 60m\n      valuesFiles:\n        - ./charts/promtail/values-test.yaml\n",
      ),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: promtail,
      line: "values-test.yaml",
    },
  },
  {
    kind: "a template of a chart in Git does not parse",
    repository: "fluxcd__flux2-monitoring-example",
    given: chartInGit,
    change: [edit("charts/promtail/templates/configmap.yaml", "| quote }}", "| quote }")],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "charts/promtail/templates/configmap.yaml",
      line: "logLevel:",
    },
  },
  {
    kind: "the folder of the chart of a real release was renamed",
    repository: "PingCAP-QE__ee-ops",
    change: [move("charts/ats", "charts/traffic-server")],
    finds: {
      rule: "hr-chart-not-found",
      severity: "error",
      path: "apps/prod2/cache/ats/release.yaml",
      line: "chart: ./charts/ats",
    },
  },
  {
    kind: "a template of a real chart calls a helper that does not exist",
    repository: "PingCAP-QE__ee-ops",
    change: [
      edit(
        "charts/greenhouse/templates/deployment.yaml",
        '{{ include "greenhouse.serviceAccountName" . }}',
        '{{ include "greenhouse.serviceAccount" . }}',
      ),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "charts/greenhouse/templates/deployment.yaml",
      line: "serviceAccountName: {{ include",
    },
  },
]
