/** A file of the checked root. */
export interface ListedFile {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly size: number
  /** Flux drops symbolic links from artifacts, so they are listed but never followed. */
  readonly link: boolean
}

/** The world of files, as loading sees it. `src/host` implements it for disks, tests in memory. */
export interface FileSystem {
  /** Every file below `root`, in path order; `.git` is left out, and what git ignores. */
  list(root: string): Promise<readonly ListedFile[]>
  /** The bytes of a file. Throws when it cannot be read. */
  read(root: string, path: string): Promise<Uint8Array>
}
