import { type Change, type Defect, edit } from "../defect.ts"
import { valuesInConfigMap } from "./values.ts"

/** No version of podinfo can be both, in either cluster. */
const contradiction = 'version: ">7.0.0 <6.0.0"'
const noVersion: readonly Change[] = [
  edit("apps/staging/podinfo-values.yaml", 'version: ">=1.0.0-alpha"', contradiction),
  edit("apps/production/podinfo-values.yaml", 'version: ">=1.0.0"', contradiction),
]
const withoutVersion: NonNullable<Defect["also"]> = ["staging", "production"].map((cluster) => ({
  rule: "hr-version-unsatisfied",
  severity: "error",
  path: `apps/${cluster}/podinfo-values.yaml`,
  line: contradiction,
  because: "the version is wrong, whatever the values are",
}))

/** Values that are wrong beside a chart that cannot be had. */
export const valuesWithoutChartDefects: readonly Defect[] = [
  {
    kind: "the ConfigMap of valuesFrom was renamed, and no version of the chart fits",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [
      ...noVersion,
      edit("apps/base/podinfo/values.yaml", "  name: podinfo-values", "  name: podinfo-config"),
    ],
    finds: {
      rule: "hr-values-ref-missing",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "name: podinfo-values",
    },
    also: withoutVersion,
  },
  {
    kind: "the key of valuesFrom is missing, and no version of the chart fits",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [
      ...noVersion,
      edit("apps/base/podinfo/values.yaml", "  values.yaml: |", "  podinfo.yaml: |"),
    ],
    finds: {
      rule: "hr-values-key-missing",
      severity: "error",
      path: "apps/base/podinfo/release.yaml",
      line: "name: podinfo-values",
    },
    also: withoutVersion,
  },
  {
    kind: "the values in a ConfigMap are no YAML, and no version of the chart fits",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [
      ...noVersion,
      edit("apps/base/podinfo/values.yaml", "replicaCount: 2", "replicaCount: [2"),
    ],
    finds: {
      rule: "hr-render-failed",
      severity: "error",
      path: "apps/base/podinfo/values.yaml",
      line: "replicaCount: [2",
    },
    also: withoutVersion,
  },
  {
    kind: "a key stands twice in the values of a ConfigMap, and no version of the chart fits",
    repository: "fluxcd__flux2-kustomize-helm-example",
    given: valuesInConfigMap,
    change: [
      ...noVersion,
      edit(
        "apps/base/podinfo/values.yaml",
        "replicaCount: 2",
        "replicaCount: 2\n    replicaCount: 3",
      ),
    ],
    finds: {
      rule: "yaml-duplicate-key",
      severity: "error",
      path: "apps/base/podinfo/values.yaml",
      line: "replicaCount: 3",
    },
    also: withoutVersion,
  },
]
