/** A file of the checked root, and the text that a run has read from it. */
export interface ReadText {
  readonly root: string
  readonly path: string
  readonly text: string
}

/** Puts fixed texts in the place of files. `src/host` implements it for disks. */
export interface FileWriter {
  /** Why the file cannot get another text now, in words that complete "it …"; undefined when it can. */
  refusal(file: ReadText): string | undefined
  /** Replaces the file whole or not at all; gives the reason where it cannot be done after all. */
  replace(file: ReadText, text: string): string | undefined
}
