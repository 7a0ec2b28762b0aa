import type { Finding, Location, Severity } from "../../model/index.ts"
import type { RuleMeta } from "../../rule/define-rule.ts"
import { createLineIndex } from "../../text/line-index.ts"
import type { Report, ReportedSkip } from "../report.ts"

const files: Readonly<Record<string, string>> = {
  "clusters/production/apps.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  # the source of all clusters
  sourceRef:
    kind: GitRepository
    name: fleet
`,
  "clusters/production/flux-system/gotk-sync.yaml": `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: fleets
  namespace: flux-system
`,
  "apps/podinfo.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: podinfo
spec:
  values:
    message: "\${cluster_nmae} \u{1f680} 日本語 \u202egnol"
`,
}

/** The location of the first `text` of a sample file. */
export function locationOf(path: string, text: string): Location {
  const lines = createLineIndex(files[path] ?? "")
  const offset = lines.text.indexOf(text)
  return {
    path,
    range: { start: lines.positionAt(offset), end: lines.positionAt(offset + text.length) },
  }
}

/** A finding with both ends of a broken reference. */
export const brokenReference: Finding = {
  rule: "ks-source-missing",
  category: "kustomization",
  severity: "error",
  message:
    "Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines.",
  help: "Set `spec.sourceRef.name` to `fleets`, or add the GitRepository.",
  why: "Flux reports ArtifactFailed with `Source '…' not found` and applies nothing of this Kustomization.",
  location: locationOf("clusters/production/apps.yaml", "fleet\n"),
  resource: {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    namespace: "flux-system",
    name: "apps",
  },
  field: "spec.sourceRef.name",
  clusters: ["production", "staging"],
  related: [
    {
      ...locationOf("clusters/production/flux-system/gotk-sync.yaml", "fleets"),
      message: "the nearest name is `fleets`",
    },
  ],
  via: [],
  fingerprint: "5b9c0f",
}

/** A finding whose code holds wide characters and an override of the writing direction. */
export const undefinedVariable: Finding = {
  rule: "subst-undefined-variable",
  category: "substitution",
  severity: "warning",
  message:
    "HelmRelease apps/podinfo uses `${cluster_nmae}`, which no `substitute` or `substituteFrom` defines.",
  why: "Flux 2.9 stops with `variable not set (strict mode)`.",
  location: locationOf("apps/podinfo.yaml", "${cluster_nmae}"),
  clusters: ["production"],
  related: [],
  via: [],
  fingerprint: "aa01",
}

/** As many findings as wanted, of one rule. */
export function manyFindings(count: number, severity: Severity): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...undefinedVariable,
    severity,
    rule: `rule-${severity}`,
    message: `Finding number ${index}.`,
    fingerprint: `${severity}${index}`,
  }))
}

const meta: RuleMeta = {
  id: "ks-source-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization's `sourceRef` names a source that nothing defines.",
  why: brokenReference.why,
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference"],
  since: "0.1.0",
}

export const sampleSkips: readonly ReportedSkip[] = [
  ...["podinfo", "redis", "grafana", "loki", "tempo"].map(
    (name): ReportedSkip => ({
      path: `apps/${name}.yaml`,
      what: `rendering HelmRelease apps/${name}`,
      reason: `--offline, and chart ${name} 6.x is in no cache or mirror`,
      clusters: ["production"],
      kind: "chosen",
    }),
  ),
  {
    what: "HelmRelease apps/slow",
    reason: "it took more than 30 s",
    clusters: [],
    kind: "incomplete",
  },
]

/** A report as `check` makes it, with what a test wants to change. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  const findings = changes.findings ?? [undefinedVariable, brokenReference]
  const counted = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    tool: { name: "sluice", version: "0.1.0" },
    target: { flux: "2.9", kubernetes: "1.35" },
    clusters: ["production", "staging"],
    summary: {
      files: 1430,
      documents: 1612,
      resources: 540,
      rendered: 1810,
      errors: counted("error"),
      warnings: counted("warning"),
      infos: counted("info"),
      skipped: changes.skipped?.length ?? 0,
      suppressed: 0,
    },
    findings,
    resources: Object.entries(files).map(([path, text]) => {
      const lines = createLineIndex(text)
      return {
        path,
        range: { start: lines.positionAt(0), end: lines.positionAt(text.length) },
        kind: /^kind: (.*)$/mu.exec(text)?.[1] ?? "",
        name: /^ {2}name: (.*)$/mu.exec(text)?.[1] ?? "",
      }
    }),
    skipped: [],
    crashes: [],
    coverage: {
      resources: 540,
      schemaChecked: 0,
      helmReleases: 69,
      rendered: 69,
      kustomizations: 78,
      built: 78,
      references: 912,
      resolved: 905,
      external: 7,
    },
    timing: {
      totalMs: 812,
      phases: { load: 60, parse: 120, resolve: 20, build: 500, check: 90, report: 22 },
    },
    rules: new Map([[meta.id, meta]]),
    source: (path) => (files[path] === undefined ? undefined : createLineIndex(files[path])),
    ...changes,
  }
}
