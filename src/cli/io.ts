/** Where text goes: a stream, or an array in tests. */
export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined
  /** The file that it is redirected to. */
  readonly file?: FileIdentity
}

/** What a file is known by, whatever it is called. */
export interface FileIdentity {
  readonly dev: bigint
  readonly ino: bigint
}

/** Everything that a run of the command line gets from its process. */
export interface Io {
  /** The arguments after the program's name. */
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdout: Output
  readonly stderr: Output
  /** Asks a person and gives the answer; only where one sits at a terminal. */
  ask?(question: string): Promise<string>
  /** Keeps compiled code of the program in a cache folder; only where the program has its process to itself. */
  keepCompiledCode?(cacheDir: string): void
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}
