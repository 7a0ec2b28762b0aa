import type { Location } from "./finding.ts"

/** sluice was called wrongly: the command line, the environment, or nothing to look at. Ends a run with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError"
  /** What to do instead: one sentence in the imperative. */
  readonly help: string | undefined

  constructor(
    message: string,
    options: { readonly help?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.help = options.help
  }
}

/** One thing that is wrong with a configuration file. */
export interface ConfigProblem {
  readonly location: Location
  readonly message: string
  readonly help?: string
}

/** The configuration file does not say what it means. Ends a run with exit code 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError"
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ message }) => message).join("\n"))
    this.problems = problems
  }
}

/** A limit of `safety.md` was hit before anything could be checked. Ends a run with exit code 3. */
export class LimitError extends Error {
  override readonly name = "LimitError"
}
