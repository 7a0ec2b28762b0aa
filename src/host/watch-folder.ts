import { watch } from "node:fs"
import { resolve, sep } from "node:path"

/** Says when something below a folder changes. */
export interface FolderWatch {
  /** The first path that has changed since the last call, once nothing has changed for a moment; undefined when it ends. */
  changed(): Promise<string | undefined>
  close(): void
}

/** Editors write a file in several steps. */
const quietMs = 150

const passedOver: ReadonlySet<string> = new Set([".git", "node_modules"])

/** Watches from now on. What `isOwn` names, absolute, is written by the one who watches, and no change. */
export function watchFolder(
  folder: string,
  { signal, isOwn }: { readonly signal: AbortSignal; isOwn(path: string): boolean },
): FolderWatch {
  let first: string | undefined
  let timer: NodeJS.Timeout | undefined
  let settle: ((path: string | undefined) => void) | undefined
  const deliver = (): void => {
    if (first === undefined && !signal.aborted) return
    settle?.(signal.aborted ? undefined : first)
    if (settle) first = undefined
    settle = undefined
  }
  const watcher = watch(folder, { recursive: true, signal }, (_event, name) => {
    if (name === null || name.split(sep).some((part) => passedOver.has(part))) return
    if (isOwn(resolve(folder, name))) return
    first ??= name
    clearTimeout(timer)
    timer = setTimeout(deliver, quietMs)
  })
  signal.addEventListener("abort", deliver)
  // A folder that goes away while it is read is a change like any other.
  watcher.on("error", () => undefined)
  return {
    changed: () =>
      new Promise((resolveChange) => {
        settle = resolveChange
        clearTimeout(timer)
        timer = setTimeout(deliver, first === undefined ? 0 : quietMs)
      }),
    close: () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", deliver)
      watcher.close()
    },
  }
}
