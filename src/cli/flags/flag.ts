/** A flag of the command line; `SLUICE_<NAME>` in the environment means the same. */
export interface Flag {
  /** Without dashes: `fail-on`. Starts with `no-` when it only turns something off. */
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help; a flag without one is a switch. */
  readonly value?: string
  readonly repeatable?: boolean
  readonly choices?: readonly string[]
  /** Not taken from the environment: the variable belongs to a flag of the same name of another command. */
  readonly typedOnly?: boolean
  readonly description: string
}

/** Flags under one heading of the help. */
export interface FlagGroup {
  readonly title: string
  readonly flags: readonly Flag[]
}
