import type { CommitFiles, GitFailure, Gitlink } from "../../build/remote/git.ts"
import { insidePath } from "../../build/remote/packed-files.ts"
import { parseBatch } from "./cat-file.ts"
import { type GitRun, runGitProcess } from "./run-git.ts"

/** How git is run in a repository that has been fetched: without any network. */
export type LocalRun = Pick<GitRun, "folder" | "env" | "timeoutMs"> & Partial<GitRun>

const MiB = 1024 * 1024
/** What a commit may have; a tree that names itself over and over has billions of files. */
export const commitLimits: { readonly listBytes: number; readonly bytes: number } = {
  listBytes: 64 * MiB,
  bytes: 256 * MiB,
}

interface Blob {
  readonly id: string
  readonly path: string
  readonly size: number
}

/** Reads the files of a commit into memory: nothing is checked out. */
export async function commitFiles(
  run: LocalRun,
  commit: string,
  folders: readonly string[] | undefined,
): Promise<CommitFiles | GitFailure> {
  const listed = await runGitProcess({
    ...run,
    args: ["ls-tree", "-r", "-l", "-z", "--full-tree", commit],
    maxBytes: commitLimits.listBytes,
  })
  if (listed.status !== "ok") return failed("its list of files cannot be read, or is too long")
  const tree = readTree(listed.stdout.toString("utf8"), folders)
  if (!tree) return failed("a path leads out of it")
  const size = tree.blobs.reduce((sum, blob) => sum + blob.size, 0)
  if (size > commitLimits.bytes)
    return failed(`its files have more than ${commitLimits.bytes / MiB} MiB`)
  const contents = await readBlobs(run, new Set(tree.blobs.map(({ id }) => id)))
  const files = new Map<string, Uint8Array>()
  for (const { id, path } of tree.blobs) {
    const bytes = contents?.get(id)
    if (!bytes) return failed("git does not give its files")
    files.set(path, bytes)
  }
  const modules = files.has(".gitmodules") ? await readModules(run, commit) : new Map()
  return { status: "ok", commit, files, links: tree.links, modules }
}

function failed(reason: string): GitFailure {
  return { status: "failed", reason }
}

/** Entries of `ls-tree -l`: `<mode> <type> <id> <size>\t<path>`. Symbolic links are left out; undefined for a hostile path. */
function readTree(
  output: string,
  folders: readonly string[] | undefined,
): { readonly blobs: readonly Blob[]; readonly links: readonly Gitlink[] } | undefined {
  const blobs: Blob[] = []
  const links: Gitlink[] = []
  for (const entry of output.split("\0")) {
    const [, mode, id = "", size = "", named = ""] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/su.exec(entry) ?? []
    if (mode === undefined || mode === "120000") continue
    const path = insidePath(named)
    if (path === undefined || path.split("/").includes(".git")) return undefined
    if (!isWanted(path, folders)) continue
    if (mode === "160000") links.push({ path, commit: id })
    else blobs.push({ id, path, size: Number(size) })
  }
  return { blobs, links }
}

/** go-git compares with the beginning of a path; files of the root are there too (`flux-semantics.md` 4.1). */
function isWanted(path: string, folders: readonly string[] | undefined): boolean {
  return !folders || !path.includes("/") || folders.some((folder) => path.startsWith(folder))
}

async function readBlobs(
  run: LocalRun,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  if (ids.size === 0) return new Map()
  const read = await runGitProcess({
    ...run,
    args: ["cat-file", "--batch"],
    input: [...ids].map((id) => `${id}\n`).join(""),
    // A line for each, before and after.
    maxBytes: commitLimits.bytes + ids.size * 128,
  })
  return read.status === "ok" ? parseBatch(read.stdout) : undefined
}

/** git reads its own configuration format; what another file would be included for is not. */
async function readModules(run: LocalRun, commit: string): Promise<ReadonlyMap<string, string>> {
  const read = await runGitProcess({
    ...run,
    args: ["config", "--blob", `${commit}:.gitmodules`, "--no-includes", "-z", "--list"],
    maxBytes: MiB,
  })
  const entries = read.status === "ok" ? read.stdout.toString("utf8").split("\0") : []
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const end = entry.indexOf("\n")
      return end < 0 ? [] : [[entry.slice(0, end), entry.slice(end + 1)]]
    }),
  )
}
