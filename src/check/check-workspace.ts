import { fixOf } from "../fix/fix-edits.ts"
import type {
  CheckSettings,
  Cluster,
  Finding,
  LogicalLocation,
  Problem,
  Workspace,
} from "../model/index.ts"
import type { Rule } from "../rule/define-rule.ts"
import { type EnabledRule, enabledRules } from "./enabled-rules.ts"
import { fieldOf, locate, locateStep, renderedOf, resourceOf } from "./locate.ts"
import { mergeFindings } from "./merge-findings.ts"
import { Silence } from "./silence.ts"
import { isWanted } from "./suppress.ts"

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

/** Runs the enabled rules: those of files once, those of clusters once for each cluster, those of the report at the end. */
export function checkWorkspace(
  workspace: Workspace,
  rules: readonly Rule[],
  options: CheckOptions,
): CheckResult {
  const { settings, digest } = options
  const findings: Finding[] = []
  const crashes: RuleCrash[] = []
  const enabled = enabledRules(rules, settings)
  const silence = new Silence(workspace, settings)
  const run = (rule: EnabledRule, problems: () => Iterable<Problem>, cluster?: Cluster): void => {
    try {
      for (const problem of problems())
        findings.push(toFinding({ enabled: rule, problem, cluster, silence }, digest))
    } catch (error) {
      crashes.push({ rule: rule.rule.id, ...(cluster && { cluster: cluster.name }), error })
    }
  }
  for (const one of enabled) {
    const { rule, options: values } = one
    if (rule.scope === "file") run(one, () => rule.check({ workspace, options: values }))
    if (rule.scope !== "cluster") continue
    for (const cluster of workspace.clusters) {
      const { target } = cluster
      run(one, () => rule.check({ workspace, options: values, cluster, target }), cluster)
    }
  }
  const silenced = silence.outcome(rules, enabled)
  for (const one of enabled) {
    const { rule, options: values } = one
    if (rule.scope === "report")
      run(one, () => rule.check({ workspace, options: values, ...silenced }))
  }
  const wanted = findings.filter(({ location }) => isWanted(location.path, settings.paths))
  return { findings: mergeFindings(wanted), crashes }
}

/** A problem with all that decides how it is reported. */
interface Judged {
  readonly enabled: EnabledRule
  readonly problem: Problem
  readonly cluster: Cluster | undefined
  readonly silence: Silence
}

function toFinding(judged: Judged, digest: CheckOptions["digest"]): Finding {
  const { problem, cluster, silence } = judged
  const { rule, severity } = judged.enabled
  const { at, message, help } = problem
  const location = locate(at)
  const resource = resourceOf(at)
  const field = fieldOf(at)
  const rendered = renderedOf(problem)
  const fix = problem.fix && fixOf(problem.fix)
  // A finding on a file alone has nothing but its path to be told apart by.
  const owner = ownerOf(at) ?? location.path
  const fingerprint = digest(JSON.stringify([rule.id, owner, field ?? "", message]))
  const suppressedBy = silence.find({
    rule,
    path: location.path,
    line: location.range.start.line,
    resource: at.resource,
    fingerprint,
  })
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
    ...(rendered && { rendered }),
    clusters: cluster ? [cluster.name] : [],
    related: (problem.related ?? []).map((other) => ({
      ...locate(other.at),
      message: other.message,
    })),
    via: (at.via ?? []).map(locateStep),
    ...(fix && { fix }),
    ...(suppressedBy && { suppressedBy }),
    fingerprint,
  }
}

/** An object stays the same when its file is renamed or its API version is replaced. */
function ownerOf({ resource }: LogicalLocation): readonly string[] | undefined {
  if (!resource) return undefined
  const { group, kind, namespace = "", name } = resource.id
  return [group, kind, namespace, name]
}
