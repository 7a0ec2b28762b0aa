import type { FileSystem } from "./file-system.ts"

/** Helm's and Flux's own limit for one file of an artifact (`safety.md` row 3). */
export const maxFileBytes: number = 5 * 1024 * 1024

/** A file of the checked root with its bytes. */
export interface LoadedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What was found below the checked root. */
export interface LoadedFiles {
  readonly files: readonly LoadedFile[]
  /** Symbolic links: they are in no artifact. */
  readonly links: readonly string[]
  /** Files that were not read, with the reason. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
}

/** Reads every file below `root`, apart from those that a glob of `exclude` matches. */
export async function loadFiles(
  fileSystem: FileSystem,
  root: string,
  exclude: readonly string[],
): Promise<LoadedFiles> {
  const excluded = exclude.length > 0 ? await globs(exclude) : []
  const listed = (await fileSystem.list(root)).filter(
    ({ path }) => !excluded.some((matches) => matches(path)),
  )
  const small = listed.filter(({ link, size }) => !link && size <= maxFileBytes)
  const read = await Promise.all(small.map(({ path }) => readOne(fileSystem, root, path)))
  const tooLarge = listed
    .filter(({ link, size }) => !link && size > maxFileBytes)
    .map(({ path, size }) => ({
      path,
      reason: `it has ${size} bytes, more than the ${maxFileBytes} that are read`,
    }))
  return {
    files: read.filter((result) => "bytes" in result),
    links: listed.filter(({ link }) => link).map(({ path }) => path),
    unread: [...tooLarge, ...read.filter((result) => "reason" in result)],
  }
}

/** The engine of patterns takes its time to load, and few exclude anything. */
async function globs(patterns: readonly string[]): Promise<readonly ((path: string) => boolean)[]> {
  const { compileGlob } = await import("./glob.ts")
  return patterns.map(compileGlob)
}

async function readOne(
  fileSystem: FileSystem,
  root: string,
  path: string,
): Promise<LoadedFile | { readonly path: string; readonly reason: string }> {
  try {
    return { path, bytes: await fileSystem.read(root, path) }
  } catch (error) {
    return { path, reason: error instanceof Error ? error.message : String(error) }
  }
}
