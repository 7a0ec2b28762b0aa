import { execFileSync, spawn } from "node:child_process"
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:https"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { listen, started, type TestServer } from "../../src/host/fetch/testdata/server.ts"

/** A folder of repositories, made by git itself. */
export interface GitFolder {
  readonly path: string
  /** Makes a commit of exactly these files and gives its id; a repository is made when it is not there. */
  commit(repository: string, files: Readonly<Record<string, GitEntry>>, branch?: string): string
  /** Runs git in a repository and gives what it prints. */
  git(repository: string, ...args: readonly string[]): string
  remove(): void
}

/** A file, a symbolic link, or the commit of a submodule. */
export type GitEntry = string | { readonly link: string } | { readonly commit: string }

const identity = {
  GIT_AUTHOR_NAME: "test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
}

/** A folder for repositories that a test makes. */
export function gitFolder(): GitFolder {
  const path = mkdtempSync(join(tmpdir(), "sluice-repositories-"))
  const run = (folder: string, args: readonly string[]): string =>
    execFileSync("git", args, {
      ...{ cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
      env: { ...process.env, ...identity },
    }).trim()
  const bare = (repository: string): string => join(path, `${repository}.git`)
  return {
    path,
    git: (repository, ...args) => run(bare(repository), args),
    commit: (repository, files, branch = "main") => {
      mkdirSync(bare(repository), { recursive: true })
      run(bare(repository), ["init", "--quiet", "--bare", `--initial-branch=${branch}`])
      const work = mkdtempSync(join(tmpdir(), "sluice-work-"))
      const git = (...args: readonly string[]): string =>
        run(work, [`--git-dir=${bare(repository)}`, `--work-tree=${work}`, ...args])
      git("symbolic-ref", "HEAD", `refs/heads/${branch}`)
      git("read-tree", "--empty")
      for (const [name, entry] of Object.entries(files)) write(work, name, entry)
      git("add", "--all", "--force", ".")
      for (const [name, entry] of Object.entries(files))
        if (typeof entry === "object" && "commit" in entry)
          git("update-index", "--add", "--cacheinfo", `160000,${entry.commit},${name}`)
      git("commit", "--quiet", "--allow-empty", "-m", "test")
      rmSync(work, { recursive: true })
      return run(bare(repository), ["rev-parse", "HEAD"])
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

function write(work: string, name: string, entry: GitEntry): void {
  const file = join(work, name)
  if (typeof entry === "object" && "commit" in entry) return
  mkdirSync(dirname(file), { recursive: true })
  if (typeof entry === "string") writeFileSync(file, entry)
  else symlinkSync(entry.link, file)
}

/** What a server wants, and what it has seen. */
export interface GitServerOptions {
  /** The value of the header `Authorization` that opens it. */
  readonly authorization?: string
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Answers instead of git; true when it has. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** Serves the repositories of a folder by git's own `http-backend`. */
export async function serveGit(
  folder: string,
  { authorization, tls, before }: GitServerOptions = {},
): Promise<TestServer & { readonly authorizations: readonly (string | undefined)[] }> {
  const authorizations: (string | undefined)[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    authorizations.push(request.headers.authorization)
    if (before?.(request, response) === true) return
    if (authorization !== undefined && request.headers.authorization !== authorization) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end()
      return
    }
    backend(folder, request, response)
  }
  const server = tls ? await started(createServer({ ...tls }, answer)) : await listen(answer)
  return { ...server, authorizations }
}

/** CGI: headers, an empty line, content. https://git-scm.com/docs/git-http-backend */
function backend(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = (request.url ?? "").split("?")
  const { headers } = request
  const child = spawn("git", ["http-backend"], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {
      ...{ PATH: process.env.PATH, GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: "1" },
      ...{ PATH_INFO: path, QUERY_STRING: query, REQUEST_METHOD: request.method ?? "" },
      ...{ CONTENT_TYPE: headers["content-type"] ?? "" },
      ...{ HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "" },
      ...{ GIT_PROTOCOL: String(headers["git-protocol"] ?? "") },
      ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    },
  })
  request.pipe(child.stdin)
  child.stdin.on("error", () => undefined)
  const chunks: Buffer[] = []
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
  child.on("close", () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf("\r\n\r\n")
    const lines = output.toString("latin1", 0, Math.max(end, 0)).split("\r\n")
    const pairs = lines.map((line) => line.split(/:\s*/u, 2) as [string, string])
    const status = pairs.find(([name]) => name === "Status")?.[1]
    response.writeHead(
      Number.parseInt(status ?? "200", 10),
      Object.fromEntries(pairs.filter(([name]) => name !== "Status" && name !== "")),
    )
    response.end(output.subarray(end + 4))
  })
}

/** The command lines of all processes that have to do with git: everybody on the machine may read them. */
export function argumentsOfProcesses(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")]
      } catch {
        return []
      }
    })
    .filter((line) => line.includes("git"))
}
