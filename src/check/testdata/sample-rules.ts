import { createHash } from "node:crypto"
import type { CheckSettings, Problem, Workspace } from "../../model/index.ts"
import { defineFileRule, type Rule, type RuleMeta } from "../../rule/define-rule.ts"
import { type CheckResult, checkWorkspace } from "../check-workspace.ts"
import { defaultSettings } from "../enabled-rules.ts"
import { documentOf, resourceOf, sampleWorkspace } from "./sample-workspace.ts"

const digest = (content: string): string => createHash("sha256").update(content).digest("hex")

/** What all rules of the tests have in common. */
export const meta: Omit<RuleMeta, "id" | "scope"> = {
  category: "kustomization",
  severity: "error",
  presets: ["recommended"],
  summary: "…",
  why: "Flux stops.",
  docs: [],
  since: "0.1.0",
}

/** The manifest in which they find something. */
export const settingsFile: string = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: flux-system
data:
  region: eu-west-1
  host: "apps.\${domain}"
`

/** It twice: once where clusters build it, once where none does. */
export function repository(clusters: readonly string[] = []): Workspace {
  return sampleWorkspace(
    { "apps/settings.yaml": settingsFile, "archive/old.yaml": settingsFile },
    clusters,
  )
}

/** A rule of one function. */
export function fileRule(
  id: string,
  check: (workspace: Workspace) => Iterable<Problem>,
  changes: Partial<RuleMeta> = {},
): Rule {
  return defineFileRule({
    ...meta,
    ...changes,
    id,
    scope: "file",
    check: ({ workspace }) => check(workspace),
  })
}

/** Finds the region of the settings. */
export const region: Rule = fileRule("region-named", function* (workspace) {
  const resource = resourceOf(documentOf(workspace, "apps/settings.yaml"))
  yield {
    at: resource.at(["data", "region"]),
    message: "ConfigMap flux-system/settings names a region.",
    help: "Remove it.",
  }
})

/** Runs rules with the default settings, some of them changed. */
export function run(
  rules: readonly Rule[],
  settings: Partial<CheckSettings> = {},
  workspace: Workspace = repository(),
): CheckResult {
  return checkWorkspace(workspace, rules, { settings: { ...defaultSettings, ...settings }, digest })
}
