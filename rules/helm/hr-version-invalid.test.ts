import { expect, test } from "vitest"
import type { Cluster, LogicalLocation, ReleaseBuild, Resource, Workspace } from "#rule"
import { hrVersionInvalid } from "./hr-version-invalid.ts"

const chart = {
  group: "source.toolkit.fluxcd.io",
  kind: "HelmChart",
  namespace: "apps",
  name: "podinfo",
}
const at = (path: readonly (string | number)[]) => ({ path }) as unknown as LogicalLocation

/** The help for a version of a HelmChart that a release names. */
function helpFor(version: string): readonly (string | undefined)[] {
  const resource = { id: chart, manifest: { spec: { version } }, at } as unknown as Resource
  const release = {
    id: {
      group: "helm.toolkit.fluxcd.io",
      kind: "HelmRelease",
      namespace: "apps",
      name: "podinfo",
    },
    manifest: { spec: { chartRef: { kind: "HelmChart", name: "podinfo" } } },
    at,
  } as unknown as Resource
  const build = {
    release,
    chartProblem: { kind: "version-invalid", message: "" },
  } as unknown as ReleaseBuild
  const cluster = {
    releases: [build],
    charts: [],
    graph: { from: () => [{ relation: "chartRef", resource, target: chart }] },
  } as unknown as Cluster
  const context = { cluster, workspace: {} as Workspace, options: {}, target: cluster.target }
  return [...hrVersionInvalid.check(context)].map(({ help }) => help)
}

const any = "Write a version (`6.5.0`), or a range such as `6.x`, `^6.5.0` or `>=6.5.0 <7.0.0`."

test.each([
  ["latest", "Set `spec.version` to `*`."],
  ["V6.5.0", "Set `spec.version` to `v6.5.0`."],
  ["== 6.5.0", "Set `spec.version` to `6.5.0`."],
  ["6.5.0 ||", "Set `spec.version` to `6.5.0`."],
  [">=6.0<7.0", "Set `spec.version` to `>=6.0 <7.0`."],
  ["6.5.0.1", any],
  ["stable", any],
])("%s", (version, help) => {
  expect(helpFor(version)).toEqual([help])
})
