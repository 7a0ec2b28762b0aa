/** The library: what the command line is made of. */
export { rules } from "../rules/index.ts"
export type { Cache } from "./build/cache.ts"
export type {
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  HelmResult,
} from "./build/engine.ts"
export type { BuildProgress, Host, Observer, Phase } from "./build/host.ts"
export type { RemoteSources } from "./build/remote/remote-sources.ts"
export {
  type CheckOptions,
  type CheckResult,
  checkWorkspace,
  type RuleCrash,
} from "./check/check-workspace.ts"
export { defaultSettings } from "./check/enabled-rules.ts"
export type { Checked, FixOutcome } from "./fix/fix-rounds.ts"
export { memoryFiles } from "./host/memory-files.ts"
export { memoryHost } from "./host/memory-host.ts"
export { type NodeHostOptions, nodeHost } from "./host/node-host.ts"
export {
  defaultOptions,
  type FixRequest,
  fixWorkspace,
  type LintRequest,
  lint,
  openWorkspace,
  type WorkspaceRequest,
} from "./lint.ts"
export type { FileSystem, ListedFile } from "./load/file-system.ts"
export type {
  CheckSettings,
  Cluster,
  Finding,
  Location,
  Problem,
  Resource,
  Severity,
  Workspace,
  WorkspaceOptions,
} from "./model/index.ts"
export { ConfigError, LimitError, UsageError } from "./model/index.ts"
export { createReport, type ReportInput } from "./report/create-report.ts"
export type { Coverage, Report, Reporter, Summary, Timing } from "./report/report.ts"
export { reporters } from "./report/reporters.ts"
