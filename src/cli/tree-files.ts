import { relative, resolve } from "node:path"
import type { Host } from "../build/host.ts"
import { type GitTree, indexTree } from "../host/git-tree.ts"
import { changeFlag, needed } from "./change-flag.ts"
import type { CommandContext } from "./command-context.ts"
import { toPosix } from "./root.ts"

/** With `--staged` the index is checked, whatever the work tree holds. */
export async function withStagedFiles(
  host: Host,
  root: string,
  { flags, io }: CommandContext,
): Promise<Host> {
  if (changeFlag(flags) !== "staged") return host
  return withTree(host, root, needed(await indexTree(root, io.environment), flags))
}

/** Mirrors and local sources stay those of the disk, unless they are folders of the tree. */
export function withTree(host: Host, root: string, { files, ids }: GitTree): Host {
  const of = (folder: string): Host["files"] => {
    if (folder === root) return files
    const path = toPosix(relative(root, resolve(folder)))
    const isWithin = [...ids.keys()].some((known) => known.startsWith(`${path}/`))
    return isWithin ? filesBelow(files, root, path) : host.files
  }
  return {
    ...host,
    files: {
      list: (folder) => of(folder).list(folder),
      read: (folder, path) => of(folder).read(folder, path),
    },
  }
}

/** A folder of a tree, with paths relative to it. */
function filesBelow(files: Host["files"], root: string, folder: string): Host["files"] {
  const prefix = `${folder}/`
  return {
    list: async () =>
      (await files.list(root))
        .filter(({ path }) => path.startsWith(prefix))
        .map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
    read: (_folder, path) => files.read(root, prefix + path),
  }
}
