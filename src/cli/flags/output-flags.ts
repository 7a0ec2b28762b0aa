import { ruleSelection } from "./check-flags.ts"
import type { FlagGroup } from "./flag.ts"
import { workspaceFlags } from "./workspace-flags.ts"

/** Flags of `sluice build`. */
export const buildFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      {
        name: "output",
        short: "o",
        value: "FORMAT",
        choices: ["yaml", "json"],
        description: "yaml (default) or json",
      },
      { name: "namespace", short: "n", value: "NAMESPACE", description: "the namespace of NAME" },
      { name: "show-secrets", description: "print the values of Secrets" },
    ],
  },
  ...workspaceFlags,
]

const picture: FlagGroup = {
  title: "Result:",
  flags: [
    {
      name: "allow-incomplete",
      description: "do not exit 3 when something could not be looked at",
    },
  ],
}

/** Flags of `sluice tree`. */
export const treeFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      { name: "namespace", short: "n", value: "NAMESPACE", description: "the namespace of NAME" },
      { name: "ascii", description: "draw without characters that only UTF-8 has" },
    ],
  },
  picture,
  ruleSelection,
  ...workspaceFlags,
]

/** Flags of `sluice graph`. */
export const graphFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      {
        name: "format",
        short: "f",
        value: "NAME[=FILE]",
        typedOnly: true,
        description: "mermaid (default), dot, json or html; to a file when one is given",
      },
    ],
  },
  picture,
  ruleSelection,
  ...workspaceFlags,
]

/** Flags of `sluice diff`. */
export const diffFlags: readonly FlagGroup[] = [
  {
    title: "Output:",
    flags: [
      {
        name: "format",
        short: "f",
        value: "NAME[=FILE]",
        repeatable: true,
        typedOnly: true,
        description: "text (default), markdown, html or json; to a file when one is given",
      },
      { name: "exit-code", description: "exit 1 when something changes" },
    ],
  },
  {
    title: "Changes:",
    flags: [
      {
        name: "since",
        value: "REF",
        description: "the same as REF: compare with where the branch left it",
      },
      { name: "staged", description: "compare what the next commit holds, not the work tree" },
    ],
  },
  picture,
  ...workspaceFlags,
]
