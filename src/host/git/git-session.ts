import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import type {
  CommitFiles,
  GitFailure,
  GitRefs,
  GitRemote,
  WantedCommit,
} from "../../build/remote/git.ts"
import { isCommitId } from "../../build/remote/git-reference.ts"
import { bareHost, type GuardOptions } from "../fetch/guard.ts"
import { nameOfProxy, type ProxyFor } from "../fetch/proxy.ts"
import { commitFiles } from "./commit-files.ts"
import { gitSettings, remoteSettings } from "./git-settings.ts"
import type { GitWay } from "./git-way.ts"
import { gitReason, isRedirect } from "./git-words.ts"
import type { PrivateFolder } from "./private-folder.ts"
import { type GitOutcome, type GitRun, runGitProcess } from "./run-git.ts"

/** How this machine lets git reach the network. */
export interface GitOptions extends GuardOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** No connection at all is made. */
  readonly offline?: boolean
  /** The repository is a stranger's: no credentials are sent. */
  readonly untrusted?: boolean
  /** The user's proxies; those of the environment, unless told. A stranger's repository does not see them. */
  readonly proxyFor?: ProxyFor
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  /** What a fetch may leave on the disk. */
  readonly maxPackBytes?: number
}

const MiB = 1024 * 1024

/** Limits that `sluice doctor` prints. */
export const gitLimits: {
  readonly timeoutMs: number
  readonly packBytes: number
  readonly refsBytes: number
} = { timeoutMs: 60_000, packBytes: 512 * MiB, refsBytes: 32 * MiB }

/** A failure that another address may mend. */
export interface Refused extends GitFailure {
  readonly redirected?: boolean
  /** How it was asked. */
  readonly way?: GitWay
}

/** A failure in words. */
export function failed(reason: string): GitFailure {
  return { status: "failed", reason }
}

/** What holds for each process. */
export function limitsOf({
  timeoutMs = gitLimits.timeoutMs,
  signal,
}: GitOptions): Pick<GitRun, "timeoutMs"> & Partial<GitRun> {
  return { timeoutMs, ...(signal && { signal }) }
}

/** One visit to a remote, in a folder of its own. */
export interface Session {
  readonly remote: GitRemote
  readonly folder: PrivateFolder
  readonly maxPackBytes: number
  /** git with the network, but only to the remote. */
  remotely(args: readonly string[], more: Partial<GitRun>): Promise<GitOutcome>
  /** git without. */
  readonly local: Pick<GitRun, "folder" | "env" | "timeoutMs"> & Partial<GitRun>
  /** Puts a failure into words. */
  failure(outcome: Exclude<GitOutcome, { status: "ok" }>): Refused
}

/** Prepares a visit. */
export function sessionOf(
  options: GitOptions,
  { remote, way }: { readonly remote: GitRemote; readonly way: GitWay },
  folder: PrivateFolder,
): Session {
  const home = folder.makeFolder("home")
  const url = new URL(remote.url)
  const repository = folder.makeFolder("repository")
  const { settings, more } = remoteSettings(remote, way, folder)
  const limits = { ...limitsOf(options), folder: repository }
  const own = { GIT_DIR: repository }
  const env = gitSettings(options.environment, home, settings, { ...more, ...own })
  return {
    ...{ remote, folder, maxPackBytes: options.maxPackBytes ?? gitLimits.packBytes },
    remotely: (args, given) => runGitProcess({ ...limits, env, args, maxBytes: MiB, ...given }),
    local: { ...limits, env: gitSettings(options.environment, home, [], own) },
    failure: (outcome) => ({
      ...failed(
        gitReason(outcome, bareHost(url), way.by === "proxy" ? nameOfProxy(way.proxy) : undefined),
      ),
      redirected: isRedirect(outcome),
    }),
  }
}

/** The refs of the remote. */
export async function listRefs(session: Session): Promise<GitRefs | Refused> {
  const maxBytes = gitLimits.refsBytes
  const listed = await session.remotely(["ls-remote", "--quiet", "--", session.remote.url], {
    maxBytes,
  })
  if (listed.status !== "ok") return session.failure(listed)
  const refs = new Map<string, string>()
  for (const line of listed.stdout.toString("utf8").split("\n")) {
    const [id = "", name = ""] = line.split("\t")
    // `^{}` is what an annotated tag stands on; it follows the tag itself.
    if (isCommitId(id)) refs.set(name.replace(/\^\{\}$/u, ""), id)
  }
  return { status: "ok", refs }
}

/** The files of a commit of the remote. */
export async function fetchCommit(
  session: Session,
  { commit, ref, folders }: WantedCommit,
): Promise<CommitFiles | Refused> {
  const { local, remote, folder } = session
  const made = await runGitProcess({
    ...local,
    args: [
      "init",
      "--quiet",
      "--bare",
      "--template=",
      ...(commit.length === 64 ? ["--object-format=sha256"] : []),
    ],
    maxBytes: MiB,
  })
  if (made.status !== "ok")
    return failed("git cannot make a repository in the folder for temporary files")
  const packs = join(folder.path, "repository", "objects", "pack")
  const isTooLarge = (): boolean => sizeOf(packs) > session.maxPackBytes
  const fetch = (what: string, depth: readonly string[]): Promise<GitOutcome> =>
    session.remotely(
      [
        "fetch",
        "--quiet",
        ...depth,
        "--no-tags",
        "--no-recurse-submodules",
        "--",
        remote.url,
        what,
      ],
      { isTooLarge },
    )
  const first = await fetch(commit, ["--depth=1"])
  // Some servers give nothing by its id: then all that leads to the ref is fetched.
  const isHere = async (): Promise<boolean> =>
    (
      await runGitProcess({
        ...local,
        args: ["cat-file", "-e", `${commit}^{commit}`],
        maxBytes: MiB,
      })
    ).status === "ok"
  if (first.status === "failed" && ref !== undefined && isRef(ref)) {
    const second = await fetch(`${ref}:refs/sluice/wanted`, [])
    if (second.status !== "ok") return session.failure(second)
  } else if (first.status !== "ok") {
    return session.failure(first)
  }
  if (isTooLarge()) return session.failure({ status: "killed", why: "size" })
  if (!(await isHere())) return failed(`${bareHost(new URL(remote.url))} does not have the commit`)
  return await commitFiles(local, commit, folders)
}

/** A full name, without anything that a refspec or a pattern is made of. */
function isRef(name: string): boolean {
  return /^refs\/[\w./@+=,#%&!$-]+$/u.test(name) && !name.includes("..") && !name.includes("@{")
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder).reduce(
      (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    )
  } catch {
    return 0
  }
}
