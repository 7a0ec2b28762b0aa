import { originOf } from "./chart-url.ts"
import type { CommitFiles, Git, GitFailure, Gitlink, GitRemote } from "./git.ts"
import { plainGitUrl, submoduleUrl } from "./git-address.ts"

/** How deep submodules have submodules: go-git's own limit. */
const maxDepth = 10
/** How many there may be in all. */
const maxModules = 50

/**
 * The files of a commit with those of its submodules. Flux sends the parent's credentials to whatever host a submodule names;
 * here they go to the parent's own alone (`safety.md` row 21).
 */
export async function withSubmodules(
  git: Git,
  remote: GitRemote,
  commit: CommitFiles,
): Promise<CommitFiles | GitFailure> {
  const files = new Map(commit.files)
  const count = { left: maxModules }
  const failure = await add({ git, files, count }, { remote, commit, folder: "", depth: 0 })
  return failure ?? { ...commit, files }
}

interface Adding {
  readonly git: Git
  readonly files: Map<string, Uint8Array>
  readonly count: { left: number }
}

interface Parent {
  readonly remote: GitRemote
  readonly commit: CommitFiles
  readonly folder: string
  readonly depth: number
}

async function add(adding: Adding, parent: Parent): Promise<GitFailure | undefined> {
  for (const link of parent.commit.links) {
    const place = parent.folder === "" ? link.path : `${parent.folder}/${link.path}`
    const failed = (why: string): GitFailure => ({
      status: "failed",
      reason: `its submodule \`${place}\` ${why}`,
    })
    if (parent.depth >= maxDepth || adding.count.left === 0) return failed("is one too many")
    adding.count.left -= 1
    const remote = remoteOf(parent, link)
    if (remote === undefined) continue
    if (typeof remote === "string") return failed(remote)
    const fetched = await adding.git.files(remote, { commit: link.commit })
    if (fetched.status !== "ok") return failed(`could not be fetched: ${fetched.reason}`)
    for (const [path, bytes] of fetched.files) adding.files.set(`${place}/${path}`, bytes)
    const inner = { remote, commit: fetched, folder: place, depth: parent.depth + 1 }
    const failure = await add(adding, inner)
    if (failure) return failure
  }
  return undefined
}

/** Where a submodule is fetched from, or why it is not; undefined where `.gitmodules` has no address: it stays empty. */
function remoteOf({ remote, commit }: Parent, { path }: Gitlink): GitRemote | string | undefined {
  const entry = [...commit.modules].find(
    ([key, value]) => /^submodule\..*\.path$/su.test(key) && value === path,
  )
  const text = entry && commit.modules.get(entry[0].replace(/\.path$/u, ".url"))
  if (text === undefined) return undefined
  const url = submoduleUrl(remote.url, text)
  if (!url) return "has an address that is not one of http, https or ssh"
  const isSame =
    originOf(url.href) === originOf(remote.url) && url.host === new URL(remote.url).host
  // go-git takes no proxy of the parent along (`SubmoduleUpdateOptions`).
  const { proxy: _, ...own } = remote
  const { authorities } = own
  return isSame
    ? { ...own, url: plainGitUrl(url) }
    : { url: plainGitUrl(url), ...(authorities === undefined ? {} : { authorities }) }
}
