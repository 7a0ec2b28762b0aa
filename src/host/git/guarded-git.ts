import type { Git, GitFailure, GitRemote } from "../../build/remote/git.ts"
import { createGuard } from "../fetch/guard.ts"
import { type HttpProxy, type ProxyFor, proxiesOf } from "../fetch/proxy.ts"
import { Turns } from "../fetch/turns.ts"
import { redirectOf } from "./git-redirect.ts"
import {
  failed,
  fetchCommit,
  type GitOptions,
  limitsOf,
  listRefs,
  type Refused,
  type Session,
  sessionOf,
} from "./git-session.ts"
import { gitSettings } from "./git-settings.ts"
import { type GitWay, wayTo } from "./git-way.ts"
import { withPrivateFolder } from "./private-folder.ts"
import { runGitProcess } from "./run-git.ts"

/** Since then git connects to the address that it is given (`http.curloptResolve`). */
const pinningVersion = [2, 37] as const
const maxAtOnce = 4
const maxRedirects = 5

/**
 * The program git behind the guard: the host is looked up and judged here, and git goes to that address alone, or through a proxy
 * that looks it up by itself, as all else that is fetched.
 */
export function guardedGit(options: GitOptions): Git {
  const guard = createGuard(options)
  const proxyFor: ProxyFor =
    options.untrusted === true
      ? () => undefined
      : (options.proxyFor ?? proxiesOf(options.environment))
  const turns = new Turns(maxAtOnce)
  let version: Promise<GitFailure | undefined> | undefined
  const visit = async <Result>(
    remote: GitRemote,
    work: Work<Result>,
  ): Promise<Result | Refused> => {
    const url = new URL(remote.url)
    if (url.protocol === "ssh:" && !remote.ssh)
      return failed("ssh needs a Secret with `identity` and `known_hosts`")
    const way = await wayTo(remote, guard, proxyFor)
    if ("status" in way) return way
    const result = await turns.take(() =>
      withPrivateFolder((folder) => work(sessionOf(options, { remote, way }, folder))),
    )
    return isRefused(result) ? { ...result, way } : result
  }
  const reach = async <Result>(
    given: GitRemote,
    work: Work<Result>,
  ): Promise<Result | GitFailure> => {
    if (options.offline === true) return failed("--offline")
    version ??= checkVersion(options)
    const tooOld = await version
    if (tooOld) return tooOld
    let remote = options.untrusted === true ? anonymous(given) : given
    for (let hops = 0; ; hops++) {
      const result = await visit(remote, work)
      if (!isRefused(result)) return result
      const { redirected, way, ...failure } = result
      const mayGo = redirected && hops < maxRedirects
      const next = mayGo ? await redirectOf(guard, remote, proxyOf(way)) : undefined
      if (next === undefined) return failure
      // Credentials stay bound to the origin that they were for.
      remote = { ...remote, url: next }
    }
  }
  return {
    refs: (remote) => reach(remote, listRefs),
    files: (remote, wanted) => reach(remote, (session) => fetchCommit(session, wanted)),
  }
}

type Work<Result> = (session: Session) => Promise<Result | Refused>

function proxyOf(way: GitWay | undefined): HttpProxy | undefined {
  return way?.by === "proxy" ? way.proxy : undefined
}

function isRefused<Result>(result: Result | Refused): result is Refused {
  return (result as Partial<Refused>).status === "failed"
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
  const outcome = await runGitProcess({ ...run, args: ["--version"], maxBytes: 1024 })
  if (outcome.status !== "ok") return failed("there is no `git` here")
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/u.exec(outcome.stdout.toString()) ?? []
  const [wantedMajor, wantedMinor] = pinningVersion
  const isNew =
    Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
  return isNew
    ? undefined
    : failed(`git ${major}.${minor} is too old: ${pinningVersion.join(".")} is needed`)
}
