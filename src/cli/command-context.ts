import type { Style } from "../report/pretty/style.ts"
import type { FlagValues } from "./flag-values.ts"
import type { Io } from "./io.ts"

/** What a command gets to do its work. */
export interface CommandContext {
  readonly io: Io
  /** The folder that relative paths start from: `--cwd`, or the process's own. */
  readonly cwd: string
  readonly arguments: readonly string[]
  readonly flags: FlagValues
  /** Colours for stdout and for stderr. */
  readonly style: Style
  readonly errorStyle: Style
}
