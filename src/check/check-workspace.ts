import { fixOf } from "../fix/fix-edits.ts"
import type { CheckSettings, Cluster, Finding, Problem, Workspace } from "../model/index.ts"
import type { Rule } from "../rule/define-rule.ts"
import { type EnabledRule, enabledRules } from "./enabled-rules.ts"
import { fieldOf, locate, locateStep, resourceOf } from "./locate.ts"
import { mergeFindings } from "./merge-findings.ts"
import { createSuppressor, isWanted, type Suppressor } from "./suppress.ts"

/** What checking needs beside the workspace and the rules. */
export interface CheckOptions {
  readonly settings: CheckSettings
  /** sha256 in lower-case hex. */
  digest(content: string): string
}

/** A rule that threw: a bug of the rule, never of the repository. */
export interface RuleCrash {
  readonly rule: string
  readonly cluster?: string
  readonly error: unknown
}

/** What the rules have found. */
export interface CheckResult {
  /** In reading order, suppressed ones included. */
  readonly findings: readonly Finding[]
  readonly crashes: readonly RuleCrash[]
}

/** Runs the enabled rules: those of files once, those of clusters once for each cluster. */
export function checkWorkspace(
  workspace: Workspace,
  rules: readonly Rule[],
  options: CheckOptions,
): CheckResult {
  const findings: Finding[] = []
  const crashes: RuleCrash[] = []
  const suppress = createSuppressor(options.settings.ignores)
  const run = (enabled: EnabledRule, cluster?: Cluster): void => {
    try {
      for (const problem of problemsOf(enabled, workspace, cluster)) {
        const judged = { enabled, problem, cluster, suppress }
        findings.push(toFinding(judged, options.digest))
      }
    } catch (error) {
      crashes.push({ rule: enabled.rule.id, ...(cluster && { cluster: cluster.name }), error })
    }
  }
  for (const enabled of enabledRules(rules, options.settings)) {
    if (enabled.rule.scope === "file") run(enabled)
    else for (const cluster of workspace.clusters) run(enabled, cluster)
  }
  const wanted = findings.filter(({ location }) => isWanted(location.path, options.settings.paths))
  return { findings: mergeFindings(wanted), crashes }
}

function problemsOf(
  { rule, options }: EnabledRule,
  workspace: Workspace,
  cluster: Cluster | undefined,
): Iterable<Problem> {
  if (rule.scope === "file") return rule.check({ workspace, options })
  return cluster ? rule.check({ workspace, options, cluster, target: cluster.target }) : []
}

/** A problem with all that decides how it is reported. */
interface Judged {
  readonly enabled: EnabledRule
  readonly problem: Problem
  readonly cluster: Cluster | undefined
  readonly suppress: Suppressor
}

function toFinding(judged: Judged, digest: CheckOptions["digest"]): Finding {
  const { problem, cluster, suppress } = judged
  const { rule, severity } = judged.enabled
  const { at, message, help } = problem
  const location = locate(at)
  const resource = resourceOf(at)
  const field = fieldOf(at)
  const suppressedBy = suppress(rule, location.path)
  const fix = problem.fix && fixOf(problem.fix)
  // A finding on a file alone has nothing but its path to be told apart by.
  const owner = resource ?? { path: location.path }
  return {
    rule: rule.id,
    category: rule.category,
    severity: severity ?? problem.severity ?? rule.severity,
    message,
    ...(help === undefined ? {} : { help }),
    why: rule.why,
    location,
    ...(resource && { resource }),
    ...(field === undefined ? {} : { field }),
    clusters: cluster ? [cluster.name] : [],
    related: (problem.related ?? []).map((other) => ({
      ...locate(other.at),
      message: other.message,
    })),
    via: (at.via ?? []).map(locateStep),
    ...(fix && { fix }),
    ...(suppressedBy && { suppressedBy }),
    fingerprint: digest(JSON.stringify([rule.id, owner, field ?? "", message])),
  }
}
