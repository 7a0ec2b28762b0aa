import type { CommandContext } from "./command-context.ts"
import { checkFlags, reportFlags, ruleSelection } from "./flags/check-flags.ts"
import type { FlagGroup } from "./flags/flag.ts"
import { buildFlags, diffFlags, graphFlags, treeFlags } from "./flags/output-flags.ts"
import { runFlags, workspaceFlags } from "./flags/workspace-flags.ts"

/** A sub-command: its place in the help, and where its code is. */
export interface CommandEntry {
  readonly name: string
  /** `[paths...]`, as commander reads it. */
  readonly arguments: string
  readonly summary: string
  readonly flags: readonly FlagGroup[]
  load(): Promise<(context: CommandContext) => Promise<number>>
}

const cacheFlags: readonly FlagGroup[] = [
  {
    title: "Cache:",
    flags: [
      { name: "cache-dir", value: "DIR", description: "where results are kept" },
      {
        name: "max-size",
        value: "BYTES",
        description: "prune: what is left at most, such as 500MB (default 2GB)",
      },
      {
        name: "max-age",
        value: "DURATION",
        description: "prune: what has not been used for so long goes, such as 30d",
      },
    ],
  },
  runFlags,
]

const formatFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        choices: ["pretty", "json"],
        typedOnly: true,
        description: "pretty or json",
      },
    ],
  },
  runFlags,
]

/** Flags of `config print`: all that could change what holds. */
const configFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        choices: ["yaml", "json"],
        typedOnly: true,
        description: "print: yaml (default) or json",
      },
    ],
  },
  ruleSelection,
  ...workspaceFlags,
]

/** The commands, in the order of the help; `check` runs when none is named. */
export const commands: readonly CommandEntry[] = [
  {
    name: "check",
    arguments: "[paths...]",
    summary: "find what Flux would stumble over (the default command)",
    flags: checkFlags,
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "build",
    arguments: "[object]",
    summary: "print what Flux would apply: everything, or what one KIND/NAME applies",
    flags: [...buildFlags],
    load: async () => (await import("./commands/build.ts")).build,
  },
  {
    name: "diff",
    arguments: "[ref]",
    summary: "what a change does in the clusters: what Flux applies now, compared with a commit",
    flags: diffFlags,
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "tree",
    arguments: "[object]",
    summary: "what Flux reconciles as a tree: everything, or what begins with one KIND/NAME",
    flags: treeFlags,
    load: async () => (await import("./commands/tree.ts")).tree,
  },
  {
    name: "graph",
    arguments: "",
    summary: "sources, Kustomizations, HelmReleases and what they name: mermaid, dot or json",
    flags: graphFlags,
    load: async () => (await import("./commands/graph.ts")).graph,
  },
  {
    name: "lock",
    arguments: "[path]",
    summary: "write sluice.lock: what each source has now, which later runs are held to",
    flags: [...workspaceFlags],
    load: async () => (await import("./commands/lock.ts")).lock,
  },
  {
    name: "merge-reports",
    arguments: "<dir>",
    summary: "one report out of the reports of all shards (check --shard I/N -f blob=FILE)",
    flags: [...reportFlags],
    load: async () => (await import("./commands/merge-reports.ts")).mergeReports,
  },
  {
    name: "explain",
    arguments: "<rule...>",
    summary: "the page of a rule; an error message of Flux leads to its rules",
    flags: [runFlags],
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "rules",
    arguments: "",
    summary: "the table of rules",
    flags: formatFlags,
    load: async () => (await import("./commands/rules.ts")).listRules,
  },
  {
    name: "config",
    arguments: "<action> [paths...]",
    summary:
      "print: what holds here, and where it comes from; schema: the JSON Schema of .sluice.yaml",
    flags: configFlags,
    load: async () => (await import("./commands/config.ts")).config,
  },
  {
    name: "init",
    arguments: "[path]",
    summary: "write .sluice.yaml, a workflow and a hook, where they are missing",
    flags: [
      {
        title: "Answers:",
        flags: [{ name: "yes", short: "y", description: "do not ask: write them all" }],
      },
      runFlags,
    ],
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "doctor",
    arguments: "",
    summary: "versions, engine, limits, cache and proxies: what a bug report needs",
    flags: [
      {
        title: "Cache:",
        flags: [{ name: "cache-dir", value: "DIR", description: "where results are kept" }],
      },
      runFlags,
    ],
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
  {
    name: "cache",
    arguments: "<action>",
    summary: "info, clean or prune",
    flags: cacheFlags,
    load: async () => (await import("./commands/cache.ts")).cache,
  },
  {
    name: "completion",
    arguments: "<shell>",
    summary: "a script that completes for bash, zsh, fish or powershell",
    flags: [runFlags],
    load: async () => {
      const { completion } = await import("./commands/completion.ts")
      return (context) => completion(context, commands)
    },
  },
]
