import type { Change } from "./defect.ts"

/** The files of a repository by path, relative to its root. */
export type RepositoryFiles = ReadonlyMap<string, Uint8Array>

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The repository after the changes. Throws when a change does not fit: the corpus has moved on, or the row is wrong. */
export function applyChanges(files: RepositoryFiles, changes: readonly Change[]): RepositoryFiles {
  return changes.reduce(applyChange, files)
}

/** The text of a file of the repository. */
export function textOf(files: RepositoryFiles, path: string): string {
  const content = files.get(path)
  if (content === undefined) throw new Error(`${path} does not exist`)
  return decoder.decode(content)
}

/** The number, from 1, of the only line of a file that holds `text`. */
export function lineOf(files: RepositoryFiles, path: string, text: string): number {
  const lines = textOf(files, path).split("\n")
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []))
  const [line] = found
  if (line === undefined || found.length > 1) {
    throw new Error(`${path} has ${found.length} lines with ${JSON.stringify(text)}`)
  }
  return line
}

function applyChange(files: RepositoryFiles, change: Change): RepositoryFiles {
  switch (change.op) {
    case "edit":
      return withText(files, change.path, edited(textOf(files, change.path), change))
    case "append":
      return withText(files, change.path, textOf(files, change.path) + change.text)
    case "add":
      if (files.has(change.path)) throw new Error(`${change.path} exists already`)
      return withText(files, change.path, change.text)
    case "remove":
      textOf(files, change.path)
      return new Map([...files].filter(([path]) => path !== change.path))
    case "move":
      return moved(files, change.path, change.to)
  }
}

function withText(files: RepositoryFiles, path: string, text: string): RepositoryFiles {
  return new Map([...files, [path, encoder.encode(text)]])
}

function edited(text: string, { path, from, to }: Extract<Change, { op: "edit" }>): string {
  const parts = text.split(from)
  if (parts.length !== 2) {
    throw new Error(`${path} has ${parts.length - 1} times ${JSON.stringify(from)}`)
  }
  return parts.join(to)
}

function moved(files: RepositoryFiles, from: string, to: string): RepositoryFiles {
  const isMoved = (path: string): boolean => path === from || path.startsWith(`${from}/`)
  if (![...files.keys()].some(isMoved)) throw new Error(`${from} does not exist`)
  return new Map(
    [...files].map(([path, content]) => [
      isMoved(path) ? to + path.slice(from.length) : path,
      content,
    ]),
  )
}
