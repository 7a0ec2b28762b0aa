import { expect, test } from "vitest"
import type { Resource } from "../../model/index.ts"
import type { JsonObject } from "../../yaml/index.ts"
import { requestOfChart } from "./chart-request.ts"

function helmChart(spec: JsonObject): Resource {
  const sourceRef = { kind: "GitRepository", name: "fleet" }
  return {
    id: { group: "source.toolkit.fluxcd.io", kind: "HelmChart", namespace: "apps", name: "web" },
    manifest: { spec: { chart: "./charts/web", sourceRef, ...spec } },
  } as unknown as Resource
}

// `source-controller: internal/helm/chart/builder.go`, GetValuesFiles.
test.each([
  [["values.yaml"], []],
  [["./values.yaml"], []],
  [["a/..//values.yaml/"], []],
  [["/values.yaml"], ["/values.yaml"]],
  [["../values.yaml"], ["../values.yaml"]],
  [["charts/web/values.yaml"], ["charts/web/values.yaml"]],
  [
    ["values.yaml", "values-production.yaml"],
    ["values.yaml", "values-production.yaml"],
  ],
  [[""], [""]],
])("values files %j are %j", (valuesFiles, expected) => {
  expect(requestOfChart(helmChart({ valuesFiles }))?.valuesFiles).toEqual(expected)
})

test.each([
  ["Revision", true],
  ["ChartVersion", false],
  [undefined, false],
  ["revision", false],
])("the strategy %s follows the revision: %s", (reconcileStrategy, expected) => {
  const spec = reconcileStrategy === undefined ? {} : { reconcileStrategy }
  expect(requestOfChart(helmChart(spec))?.followsRevision).toBe(expected)
})
