import { readdirSync, statSync } from "node:fs"
import { isIP } from "node:net"
import { join } from "node:path"
import type {
  CommitFiles,
  Git,
  GitFailure,
  GitRefs,
  GitRemote,
  WantedCommit,
} from "../../build/remote/git.ts"
import { isCommitId } from "../../build/remote/git-reference.ts"
import { failureOf } from "../fetch/failure-reason.ts"
import { bareHost, createGuard, type Guard, type GuardOptions } from "../fetch/guard.ts"
import { Turns } from "../fetch/turns.ts"
import { commitFiles } from "./commit-files.ts"
import { gitSettings, remoteSettings } from "./git-settings.ts"
import { gitReason } from "./git-words.ts"
import { type PrivateFolder, withPrivateFolder } from "./private-folder.ts"
import { type GitOutcome, type GitRun, runGitProcess } from "./run-git.ts"

/** How this machine lets git reach the network. */
export interface GitOptions extends GuardOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** No connection at all is made. */
  readonly offline?: boolean
  /** The repository is a stranger's: no credentials are sent. */
  readonly untrusted?: boolean
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

/** Since then git connects to the address that it is given (`http.curloptResolve`). */
const pinningVersion = [2, 37] as const
const maxAtOnce = 4

/** The program git behind the guard: the host is looked up and judged here, and git goes to that address alone. */
export function guardedGit(options: GitOptions): Git {
  const guard = createGuard(options)
  const turns = new Turns(maxAtOnce)
  let version: Promise<GitFailure | undefined> | undefined
  const reach = async <Result>(
    given: GitRemote,
    work: (session: Session) => Promise<Result | GitFailure>,
  ): Promise<Result | GitFailure> => {
    if (options.offline === true) return failed("--offline")
    version ??= checkVersion(options)
    const tooOld = await version
    if (tooOld) return tooOld
    const remote = options.untrusted === true ? anonymous(given) : given
    const url = new URL(remote.url)
    if (url.protocol === "ssh:" && !remote.ssh)
      return failed("ssh needs a Secret with `identity` and `known_hosts`")
    const address = await addressOf(guard, url)
    if (typeof address !== "string") return address
    return await turns.take(() =>
      withPrivateFolder((folder) => work(sessionOf(options, remote, address, folder))),
    )
  }
  return {
    refs: (remote) => reach(remote, listRefs),
    files: (remote, wanted) => reach(remote, (session) => fetchCommit(session, wanted)),
  }
}

function failed(reason: string): GitFailure {
  return { status: "failed", reason }
}

function anonymous({ url, authorities }: GitRemote): GitRemote {
  return { url, ...(authorities === undefined ? {} : { authorities }) }
}

async function checkVersion(options: GitOptions): Promise<GitFailure | undefined> {
  const run = {
    ...limitsOf(options),
    folder: process.cwd(),
    env: gitSettings(options.environment, "/"),
  }
  const outcome = await runGitProcess({ ...run, args: ["--version"], maxBytes: MiB })
  if (outcome.status !== "ok") return failed("there is no `git` here")
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/u.exec(outcome.stdout.toString()) ?? []
  const [wantedMajor, wantedMinor] = pinningVersion
  const isNew =
    Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
  return isNew
    ? undefined
    : failed(`git ${major}.${minor} is too old: ${pinningVersion.join(".")} is needed`)
}

function limitsOf({
  timeoutMs = gitLimits.timeoutMs,
  signal,
}: GitOptions): Pick<GitRun, "timeoutMs"> & Partial<GitRun> {
  return { timeoutMs, ...(signal && { signal }) }
}

/** The one address that git may connect to. */
function addressOf(guard: Guard, url: URL): Promise<string | GitFailure> {
  const refusal = guard.refusal(url)
  if (refusal !== undefined) return Promise.resolve(failed(refusal))
  const host = bareHost(url)
  if (isIP(host) !== 0) return Promise.resolve(host)
  return new Promise((settle) =>
    guard.lookup(host, { all: false }, (error, address) =>
      settle(
        error === null && typeof address === "string"
          ? address
          : failed(failureOf(error, host, 0).reason),
      ),
    ),
  )
}

interface Session {
  readonly remote: GitRemote
  readonly folder: PrivateFolder
  readonly maxPackBytes: number
  /** git with the network, but only to the remote. */
  remotely(args: readonly string[], more: Partial<GitRun>): Promise<GitOutcome>
  /** git without. */
  readonly local: Pick<GitRun, "folder" | "env" | "timeoutMs"> & Partial<GitRun>
  /** Puts a failure into words. */
  failure(outcome: Exclude<GitOutcome, { status: "ok" }>): GitFailure
}

function sessionOf(
  options: GitOptions,
  remote: GitRemote,
  address: string,
  folder: PrivateFolder,
): Session {
  const home = folder.makeFolder("home")
  const url = new URL(remote.url)
  const repository = folder.makeFolder("repository")
  const { settings, more } = remoteSettings(remote, address, folder)
  const limits = { ...limitsOf(options), folder: repository }
  const own = { GIT_DIR: repository }
  const env = gitSettings(options.environment, home, settings, { ...more, ...own })
  return {
    ...{ remote, folder, maxPackBytes: options.maxPackBytes ?? gitLimits.packBytes },
    remotely: (args, given) => runGitProcess({ ...limits, env, args, maxBytes: MiB, ...given }),
    local: { ...limits, env: gitSettings(options.environment, home, [], own) },
    failure: (outcome) => failed(gitReason(outcome, bareHost(url))),
  }
}

async function listRefs(session: Session): Promise<GitRefs | GitFailure> {
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

async function fetchCommit(
  session: Session,
  { commit, ref, folders }: WantedCommit,
): Promise<CommitFiles | GitFailure> {
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
