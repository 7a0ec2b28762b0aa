import type { ClusterGraph } from "../../src/report/graph/flux-graph.ts"
import {
  sampleCluster,
  sampleEdge,
  sampleNode,
} from "../../src/report/graph/testdata/sample-graph.ts"
import type { Report } from "../../src/report/report.ts"
import {
  brokenReference,
  manyFindings,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"

const helmRelease = {
  role: "release",
  kind: "HelmRelease",
  group: "helm.toolkit.fluxcd.io",
} as const
const failed = { errors: 1, warnings: 0, infos: 0 }

/** A cluster in which everything is the matter that can be. */
export const richCluster: ClusterGraph = sampleCluster(
  [
    sampleNode("flux-system"),
    sampleNode("apps", {
      findings: failed,
      path: "./apps",
      place: { path: "clusters/production/apps.yaml", line: 1 },
    }),
    sampleNode("infrastructure", {
      outcome: "failed",
      reason: "kustomize build failed: no such file",
    }),
    sampleNode("fleet", {
      role: "source",
      kind: "GitRepository",
      group: "source.toolkit.fluxcd.io",
      state: "missing",
    }),
    sampleNode("podinfo", {
      ...helmRelease,
      namespace: "apps",
      suspended: true,
      chart: { name: "podinfo", constraint: "6.x", version: "6.7.0" },
    }),
    sampleNode("redis", {
      ...helmRelease,
      namespace: "apps",
      outcome: "skipped",
      reason: "--offline",
    }),
    sampleNode("values", {
      role: "config",
      kind: "ConfigMap",
      group: "",
      namespace: "apps",
      state: "optional",
    }),
  ],
  [
    sampleEdge("flux-system", "applies", "apps"),
    sampleEdge("flux-system", "applies", "infrastructure"),
    sampleEdge("apps", "dependsOn", "infrastructure"),
    sampleEdge("apps", "sourceRef", "fleet"),
    sampleEdge("apps", "applies", "podinfo"),
    sampleEdge("apps", "applies", "redis"),
    sampleEdge("podinfo", "valuesFrom", "values"),
  ],
)

const fix = {
  title: "Rename the reference to `fleets`",
  applicability: "unsafe",
  edits: {
    "clusters/production/apps.yaml": [
      {
        range: { ...brokenReference.location.range, end: { line: 12, character: 15 } },
        newText: "fleets",
      },
    ],
  },
} as const

/** A report with a piece of everything that a page shows. */
export const richReport: Report = sampleReport({
  findings: [
    { ...brokenReference, fix },
    undefinedVariable,
    ...manyFindings(2, "info"),
    { ...undefinedVariable, suppressedBy: { kind: "comment", reason: "for the demo" } },
  ],
  skipped: sampleSkips,
  crashes: [{ rule: "ks-path-missing", message: "a bug" }],
  graphs: () => [richCluster, { ...richCluster, name: "staging" }],
  objectOf: (finding) =>
    finding.resource && {
      key: finding.resource.name,
      cluster: "production",
      title: "Kustomization flux-system/apps",
      origin: [
        { text: "written in", path: "clusters/production/apps.yaml", line: 1 },
        { text: "applied by Kustomization flux-system/flux-system" },
      ],
      yaml: "kind: Kustomization\nspec:\n  sourceRef:\n    kind: GitRepository\n    name: fleet\n",
      uncertain: true,
      cut: 3,
    },
})
