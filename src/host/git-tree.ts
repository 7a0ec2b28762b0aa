import { spawn } from "node:child_process"
import type { FileSystem, ListedFile } from "../load/file-system.ts"
import { parseBatch } from "./git/cat-file.ts"
import { type Environment, gitEnvironment, runGit, safeGitOptions } from "./git.ts"

/** A file as git stores it. */
interface Blob {
  readonly path: string
  readonly id: string
  readonly link: boolean
}

/** The files of a commit or of the index: nothing is checked out. */
export interface GitTree {
  readonly files: FileSystem
  /** The id of each file's blob, by path. */
  readonly ids: ReadonlyMap<string, string>
}

/** The commit that both `ref` and HEAD come from, or else `ref` itself; undefined when git knows no such commit. */
export async function commonCommit(
  root: string,
  ref: string,
  environment: Environment,
): Promise<string | undefined> {
  const arguments_ = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]
  const commit = (await runGit(root, arguments_, environment))?.trim()
  if (!commit) return undefined
  return (await runGit(root, ["merge-base", commit, "HEAD"], environment))?.trim() || commit
}

/** The files below `root` as they are in a commit; undefined when git cannot tell. */
export async function commitTree(
  root: string,
  commit: string,
  environment: Environment,
): Promise<GitTree | undefined> {
  const output = await runGit(root, ["ls-tree", "-r", "-z", commit], environment)
  return output === undefined
    ? undefined
    : treeOf(root, blobsIn(output, /^(\d+) blob ([0-9a-f]+)\t(.*)$/su), environment)
}

/** The files below `root` as they are in the index: what the next commit will hold; undefined when git cannot tell. */
export async function indexTree(
  root: string,
  environment: Environment,
): Promise<GitTree | undefined> {
  const output = await runGit(root, ["ls-files", "-s", "-z"], environment)
  // Of a file in conflict, our side.
  return output === undefined
    ? undefined
    : treeOf(root, blobsIn(output, /^(\d+) ([0-9a-f]+) [02]\t(.*)$/su), environment)
}

/** `160000` is a submodule, whose files are in another repository. */
function blobsIn(output: string, pattern: RegExp): readonly Blob[] {
  return output.split("\0").flatMap((entry): Blob[] => {
    const [, mode, id, path] = pattern.exec(entry) ?? []
    if (mode === undefined || id === undefined || path === undefined || mode === "160000") return []
    const isSkipped = path.split("/").includes("node_modules")
    return isSkipped ? [] : [{ path, id, link: mode === "120000" }]
  })
}

function treeOf(root: string, blobs: readonly Blob[], environment: Environment): GitTree {
  const byPath = new Map(blobs.map((blob) => [blob.path, blob]))
  let contents: Promise<ReadonlyMap<string, Uint8Array>> | undefined
  const read = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
    contents ??= readBlobs(root, [...new Set(blobs.map(({ id }) => id))], environment)
    return await contents
  }
  const files: FileSystem = {
    list: async () => {
      const known = await read()
      return blobs
        .map(({ path, id, link }): ListedFile => ({ path, link, size: known.get(id)?.length ?? 0 }))
        .sort((left, right) => (left.path < right.path ? -1 : 1))
    },
    read: async (_root, path) => {
      const bytes = (await read()).get(byPath.get(path)?.id ?? "")
      if (!bytes) throw new Error("git does not have its content")
      return bytes
    },
  }
  return { files, ids: new Map(blobs.map(({ path, id }) => [path, id])) }
}

/** The contents of blobs, by id: one process for all of them. Those that git does not have are missing. */
function readBlobs(
  root: string,
  ids: readonly string[],
  environment: Environment,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...safeGitOptions, "cat-file", "--batch"], {
      cwd: root,
      env: gitEnvironment(environment, root),
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.on("error", reject)
    child.stdin.on("error", () => undefined)
    child.on("close", () => resolve(parseBatch(Buffer.concat(chunks))))
    child.stdin.end(ids.map((id) => `${id}\n`).join(""))
  })
}
