import type {
  Cluster,
  JudgedIgnore,
  Problem,
  Severity,
  StaleEntry,
  Target,
  Workspace,
} from "../model/index.ts"

/** The folder of `rules/` that a rule lives in. */
export type Category =
  | "api"
  | "helm"
  | "images"
  | "kustomization"
  | "kustomize"
  | "notification"
  | "secrets"
  | "sources"
  | "substitution"
  | "suppressions"
  | "tenancy"
  | "yaml"

/** What is true of a rule before it runs; pages, tables and reports are made from it. */
export interface RuleMeta {
  /** Names the problem; reads well after "ignore". */
  readonly id: string
  readonly category: Category
  /** "file" rules run once on the workspace, "cluster" rules once for each cluster, "report" rules after all others. */
  readonly scope: "file" | "cluster" | "report"
  readonly severity: Severity
  readonly presets: readonly ("recommended" | "strict")[]
  /** One sentence: what is wrong. */
  readonly summary: string
  /** One or two sentences: what Flux does about it, in its own words. */
  readonly why: string
  readonly docs: readonly string[]
  readonly since: string
  readonly fixable?: "safe" | "unsafe"
}

/** An option of a rule, declared once for types, page and JSON Schema. */
export type Option =
  | { readonly type: "strings"; readonly default: readonly string[]; readonly description: string }
  | { readonly type: "string"; readonly default: string; readonly description: string }
  | { readonly type: "number"; readonly default: number; readonly description: string }
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }

export type OptionSpec = Readonly<Record<string, Option>>

/** The values that a rule gets for its declared options. */
export type OptionsOf<Spec extends OptionSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends { type: "strings" }
    ? readonly string[]
    : Spec[Name] extends { type: "string" }
      ? string
      : Spec[Name] extends { type: "number" }
        ? number
        : boolean
}

export interface FileRuleContext<Spec extends OptionSpec = OptionSpec> {
  readonly workspace: Workspace
  readonly options: OptionsOf<Spec>
}

export interface ClusterRuleContext<Spec extends OptionSpec = OptionSpec>
  extends FileRuleContext<Spec> {
  readonly cluster: Cluster
  readonly target: Target
}

export interface FileRule<Spec extends OptionSpec = OptionSpec> extends RuleMeta {
  readonly scope: "file"
  readonly options: Spec
  check(context: FileRuleContext<Spec>): Iterable<Problem>
}

export interface ClusterRule<Spec extends OptionSpec = OptionSpec> extends RuleMeta {
  readonly scope: "cluster"
  readonly options: Spec
  check(context: ClusterRuleContext<Spec>): Iterable<Problem>
}

/** What is known once all other rules have run. */
export interface ReportRuleContext<Spec extends OptionSpec = OptionSpec>
  extends FileRuleContext<Spec> {
  readonly ignores: readonly JudgedIgnore[]
  /** Entries of the baseline whose findings are gone. */
  readonly stale: readonly StaleEntry[]
  /** Ids and categories of all rules. */
  readonly names: ReadonlySet<string>
  /** Whether all rules of a name have run, on all that they could find something in. */
  hasRun(name: string): boolean
}

/** A rule about what the user has asked not to hear of. */
export interface ReportRule<Spec extends OptionSpec = OptionSpec> extends RuleMeta {
  readonly scope: "report"
  readonly options: Spec
  check(context: ReportRuleContext<Spec>): Iterable<Problem>
}

/** A function from a workspace to problems. It does no I/O, keeps no state and never throws for a bad repository. */
// biome-ignore lint/suspicious/noExplicitAny: a list of rules holds rules of any options; each check sees its own.
export type Rule = FileRule<any> | ClusterRule<any> | ReportRule<any>

type Definition<R extends { options: unknown }, Spec> = Omit<R, "options"> & {
  readonly options?: Spec
}

/** Declares a rule of files; `options` are typed from their declaration. */
export function defineFileRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<FileRule<Spec>, Spec>,
): FileRule<Spec> {
  return { ...definition, options: definition.options ?? ({} as Spec) }
}

/** Declares a rule of clusters; `options` are typed from their declaration. */
export function defineClusterRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<ClusterRule<Spec>, Spec>,
): ClusterRule<Spec> {
  return { ...definition, options: definition.options ?? ({} as Spec) }
}

/** Declares a rule that looks at what other rules have found; `options` are typed from their declaration. */
export function defineReportRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<ReportRule<Spec>, Spec>,
): ReportRule<Spec> {
  return { ...definition, options: definition.options ?? ({} as Spec) }
}

/** Declares a rule of the scope that it names: the same as the function for that scope. */
export function defineRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<FileRule<Spec>, Spec>,
): FileRule<Spec>
export function defineRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<ClusterRule<Spec>, Spec>,
): ClusterRule<Spec>
export function defineRule<const Spec extends OptionSpec = Record<never, Option>>(
  definition: Definition<ReportRule<Spec>, Spec>,
): ReportRule<Spec>
export function defineRule(
  definition:
    | Definition<FileRule, OptionSpec>
    | Definition<ClusterRule, OptionSpec>
    | Definition<ReportRule, OptionSpec>,
): Rule {
  return { ...definition, options: definition.options ?? {} }
}
