import { loginIn } from "./chart-url.ts"
import { basicAuthorization, boundTo } from "./credentials.ts"
import type { CommitFiles, Git, GitFailure, GitRefs, GitRemote } from "./git.ts"
import { parseGitUrl, plainGitUrl } from "./git-address.ts"
import { type ChosenCommit, chooseCommit, isCommitId } from "./git-reference.ts"
import { withSubmodules } from "./git-submodules.ts"
import type { Once } from "./once.ts"
import { packFiles } from "./packed-files.ts"
import { type DownloadWorld, keepContent, readContent } from "./remembered.ts"
import type { GitSource, RemoteChart, RemoteChartRequest } from "./remote-sources.ts"

/** What is needed to read other repositories. */
export interface GitWorld extends Omit<DownloadWorld, "network"> {
  readonly git: Git
  /** Refs that this run has asked for. */
  readonly refs: Once<GitRefs | GitFailure>
}

/** What was seen last: a commit's files, or where a ref has led. */
interface Note {
  readonly commit: string
  readonly digest: string
}

/** The files of a GitRepository's artifact before `.sourceignore`, in one piece. */
export async function filesFromGit(
  world: GitWorld,
  { source, offline }: RemoteChartRequest<GitSource>,
): Promise<RemoteChart> {
  const { access, reference } = source
  const url = parseGitUrl(source.url)
  if (!url) return unavailable("its address is not one of http, https or ssh")
  if (url.protocol === "ssh:" && !access.ssh)
    return unavailable(`ssh needs a Secret with \`identity\` and \`known_hosts\`${and(access)}`)
  const remote = remoteOf(url, source)
  const key = (of: unknown): string => world.digest(JSON.stringify([remote, optionsOf(source), of]))
  if (offline) return await remembered(world, source, key(reference))
  const chosen = await commitOf(world, remote, source)
  if (chosen.status === "lacking") return unavailable(`${chosen.reason}${and(access)}`)
  const known = await remembered(world, source, key(chosen.commit))
  if (known.status === "found") {
    await keepNote(world, key(reference), { commit: chosen.commit, digest: known.digest })
    return known
  }
  const got = await fetchFiles(world, remote, source, chosen)
  if (got.status !== "ok") return unavailable(`${got.reason}${and(access)}`)
  const { digest } = await keepContent(world, got.bytes)
  for (const of of [reference, got.commit])
    await keepNote(world, key(of), { commit: got.commit, digest })
  return found(source, got.commit, { bytes: got.bytes, digest })
}

function and({ missing }: GitSource["access"]): string {
  return missing === undefined ? "" : `, and ${missing}`
}

/** What else makes an artifact another one. */
function optionsOf({ submodules, folders }: GitSource): unknown {
  return [submodules, folders ?? null]
}

/** The repository with the credentials of its source, bound to its own host. */
export function remoteOf(url: URL, { access }: Pick<GitSource, "access">): GitRemote {
  const plain = plainGitUrl(url)
  if (url.protocol === "ssh:") return { url: plain, ...(access.ssh && { ssh: access.ssh }) }
  const login = access.login ?? loginIn(url.href)
  const { bearerToken, certificate, authorities, proxy } = access
  const authorization =
    bearerToken === undefined ? login && basicAuthorization(login) : `Bearer ${bearerToken}`
  return {
    url: plain,
    ...(proxy && { proxy }),
    ...boundTo(url.origin, {
      ...(authorization === undefined ? {} : { authorization }),
      ...(certificate && { certificate }),
      ...(authorities === undefined ? {} : { authorities }),
    }),
  }
}

async function commitOf(
  world: GitWorld,
  remote: GitRemote,
  { reference }: GitSource,
): Promise<
  Omit<ChosenCommit & { status: "chosen" }, "ref"> | { status: "lacking"; reason: string }
> {
  if (reference.by === "commit") {
    const { commit } = reference
    if (!isCommitId(commit)) return { status: "lacking", reason: `\`${commit}\` is no full commit` }
    return { status: "chosen", commit }
  }
  const listed = await world.refs(JSON.stringify(remote), () => world.git.refs(remote))
  return listed.status === "ok"
    ? chooseCommit(reference, listed.refs)
    : { status: "lacking", reason: listed.reason }
}

async function fetchFiles(
  world: GitWorld,
  remote: GitRemote,
  source: GitSource,
  chosen: { readonly commit: string; readonly ref?: string },
): Promise<{ status: "ok"; commit: string; bytes: Uint8Array } | GitFailure> {
  const { reference, folders } = source
  const branch = reference.by === "commit" ? reference.branch : undefined
  const ref = chosen.ref ?? (branch === undefined ? undefined : `refs/heads/${branch}`)
  const answer = await world.git.files(remote, {
    commit: chosen.commit,
    ...(ref === undefined ? {} : { ref }),
    ...(folders && { folders }),
  })
  if (answer.status !== "ok") return answer
  const absent = folders?.find((folder) => !hasFolder(answer, folder))
  if (absent !== undefined)
    return { status: "failed", reason: `it has no folder \`${absent}\` (\`sparseCheckout\`)` }
  const whole = source.submodules ? await withSubmodules(world.git, remote, answer) : answer
  if (whole.status !== "ok") return whole
  return { status: "ok", commit: answer.commit, bytes: packFiles(whole.files) }
}

function hasFolder({ files, links }: CommitFiles, folder: string): boolean {
  const isThere = (path: string): boolean => path === folder || path.startsWith(`${folder}/`)
  return folder === "" || [...files.keys(), ...links.map(({ path }) => path)].some(isThere)
}

async function remembered(world: GitWorld, source: GitSource, key: string): Promise<RemoteChart> {
  const bytes = await world.cache.get("remote", key)
  // Entries are verified by the cache, and written below alone.
  const note = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Note)
  const content = note && (await readContent(world, note.digest))
  if (!note || !content) return unavailable("--offline")
  return found(source, note.commit, { bytes: content, digest: note.digest })
}

async function keepNote(world: GitWorld, key: string, note: Note): Promise<void> {
  await world.cache.put("remote", key, new TextEncoder().encode(JSON.stringify(note)))
}

function found(
  { url }: GitSource,
  commit: string,
  { bytes, digest }: { readonly bytes: Uint8Array; readonly digest: string },
): RemoteChart {
  const parsed = parseGitUrl(url)
  const place = parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : ""
  return { status: "found", archive: bytes, digest, version: commit, place }
}

function unavailable(reason: string): RemoteChart {
  return { status: "unavailable", reason }
}
