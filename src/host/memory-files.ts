import type { FileSystem, ListedFile } from "../load/file-system.ts"

const encoder = new TextEncoder()

/**
 * A file system of tests: paths relative to the root, with their content. Bytes stand for files that are no text,
 * `{ link }` for a symbolic link. The root's own name does not matter.
 */
export function memoryFiles(
  files: Readonly<Record<string, string | Uint8Array | { readonly link: string }>>,
): FileSystem {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  const listed: readonly ListedFile[] = [...contents]
    .map(([path, bytes]) => ({ path, size: bytes?.length ?? 0, link: bytes === undefined }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
  return {
    list: async () => listed,
    read: async (_root, path) => {
      const bytes = contents.get(path)
      if (bytes === undefined) throw new Error(`no such file: ${path}`)
      return bytes
    },
  }
}

function bytesOf(content: string | Uint8Array | { readonly link: string }): Uint8Array | undefined {
  if (typeof content === "string") return encoder.encode(content)
  return content instanceof Uint8Array ? content : undefined
}
