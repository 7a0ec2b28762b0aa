import { type Defect, edit } from "../defect.ts"

const repository = "fluxcd__flux2-kustomize-helm-example"
const release = "apps/base/podinfo/release.yaml"

/** Fields that the API server refuses. */
export const schemaDefects: readonly Defect[] = [
  {
    kind: "a field of a HelmRelease is misspelt",
    repository,
    change: [edit(release, "releaseName: podinfo", "releasename: podinfo")],
    finds: {
      rule: "unknown-field",
      severity: "error",
      path: release,
      line: "releasename: podinfo",
    },
  },
  {
    kind: "a field of a HelmRelease stands one level too deep",
    repository,
    change: [
      edit(
        release,
        "      chart: podinfo\n",
        "      chart: podinfo\n      targetNamespace: podinfo\n",
      ),
    ],
    finds: {
      rule: "unknown-field",
      severity: "error",
      path: release,
      line: "targetNamespace: podinfo",
    },
  },
  {
    kind: "a strategy has a name that the schema does not list",
    repository,
    change: [
      edit(release, "      name: RetryOnFailure\n  upgrade:", "      name: Retrying\n  upgrade:"),
    ],
    finds: {
      rule: "schema-violation",
      severity: "error",
      path: release,
      line: "name: Retrying",
    },
  },
  {
    kind: "an interval is written in days",
    repository,
    change: [edit(release, "interval: 50m", "interval: 1d")],
    finds: { rule: "duration-invalid", severity: "error", path: release, line: "interval: 1d" },
  },
  {
    kind: "a boolean of a Kustomization is in quotes",
    repository,
    change: [edit("clusters/production/apps.yaml", "prune: true", 'prune: "true"')],
    finds: {
      rule: "schema-violation",
      severity: "error",
      path: "clusters/production/apps.yaml",
      line: 'prune: "true"',
    },
  },
  {
    kind: "a label of a namespace is a boolean",
    repository,
    change: [
      edit("apps/base/podinfo/namespace.yaml", "  labels:\n", "  labels:\n    monitored: true\n"),
    ],
    finds: {
      rule: "label-not-string",
      severity: "error",
      path: "apps/base/podinfo/namespace.yaml",
      line: "monitored: true",
    },
  },
  {
    kind: "an interval between retries is set for a strategy that does not retry",
    repository,
    change: [
      edit(
        release,
        "  install:\n    strategy:\n      name: RetryOnFailure\n  upgrade:\n    strategy:\n      name: RetryOnFailure\n",
        "  upgrade:\n    strategy:\n      name: RemediateOnFailure\n      retryInterval: 5m\n",
      ),
    ],
    finds: {
      rule: "cel-violation",
      severity: "error",
      path: release,
      line: "    strategy:",
    },
  },
]
