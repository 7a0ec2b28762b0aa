import type { FlagGroup } from "./flag.ts"
import { runFlags, workspaceFlags } from "./workspace-flags.ts"

/** Which rules run. */
export const ruleSelection: FlagGroup = {
  title: "Rules:",
  flags: [
    { name: "only", value: "RULE|CATEGORY", repeatable: true, description: "run only these rules" },
    {
      name: "skip",
      value: "RULE|CATEGORY",
      repeatable: true,
      description: "do not run these rules",
    },
    {
      name: "rule",
      value: "ID=LEVEL",
      repeatable: true,
      description: "set a rule to off, on, info, warning or error",
    },
  ],
}

const changes: FlagGroup = {
  title: "Changes:",
  flags: [
    { name: "changed", description: "report only what differs from the last commit" },
    {
      name: "since",
      value: "REF",
      description: "report only what has changed since the branch left REF",
    },
    {
      name: "staged",
      description: "check what the next commit holds; report only what it changes",
    },
  ],
}

const shards: FlagGroup = {
  title: "Shards:",
  flags: [
    {
      name: "shard",
      value: "I/N",
      description: "report the I-th of N shares of the findings; sluice merge-reports joins them",
    },
  ],
}

const result: FlagGroup = {
  title: "Result:",
  flags: [
    {
      name: "format",
      short: "f",
      value: "NAME[=FILE]",
      repeatable: true,
      description:
        "pretty, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, tap, markdown, html or blob (for merge-reports); to a file when one is given",
    },
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: ["error", "warning", "info", "never"],
      description: "exit 1 from this severity on: error (default), warning, info or never",
    },
    {
      name: "statistics",
      description: "count the findings by rule instead; pretty or, with -f json, for programs",
    },
    { name: "max-warnings", value: "N", description: "exit 1 when there are more than N warnings" },
    { name: "exit-zero", description: "exit 0 whatever is found" },
    {
      name: "allow-incomplete",
      description: "do not exit 3 when something could not be looked at",
    },
    { name: "quiet", short: "q", description: "show errors only" },
    {
      name: "max-findings",
      value: "N|none",
      description: "show at most N findings in a terminal report (default 50)",
    },
    {
      name: "no-annotations",
      description: "github: no annotations; the log and the job summary have all findings",
    },
    { name: "no-timing", description: "leave the times out of reports: the same bytes each run" },
  ],
}

const suppressions: FlagGroup = {
  title: "Suppressions:",
  flags: [
    {
      name: "baseline",
      value: "FILE",
      description: "findings to pass over (default .sluice-baseline.json, where it is there)",
    },
    {
      name: "update-baseline",
      description: "make what is found now the baseline, and drop from it what is gone",
    },
    { name: "no-baseline", description: "report what the baseline holds, too" },
    { name: "no-ignores", description: "report what comments and annotations silence, too" },
  ],
}

const fixes: FlagGroup = {
  title: "Fixes:",
  flags: [
    {
      name: "fix",
      description: "repair what can be repaired safely; the report shows what is left",
    },
    {
      name: "unsafe-fixes",
      description: "with --fix or --diff: also what a person has to look at",
    },
    {
      name: "diff",
      description: "print the fixes as a patch and write nothing; exit 1 if there are any",
    },
  ],
}

const watching: FlagGroup = {
  title: "Watching:",
  flags: [{ name: "watch", description: "check again whenever a file changes, until Ctrl-C" }],
}

/** Flags of `sluice check`. */
export const checkFlags: readonly FlagGroup[] = [
  ruleSelection,
  changes,
  shards,
  result,
  suppressions,
  fixes,
  watching,
  ...workspaceFlags,
]

/** Flags of a command that shows a report and opens no repository. */
export const reportFlags: readonly FlagGroup[] = [result, runFlags]
