import { execFile } from "node:child_process"
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { promisify } from "node:util"
import { normalizeGitUrl } from "../resolve/normalize-url.ts"

const run = promisify(execFile)

/** The environment of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * What git may not do here, whatever the repository's own configuration says (`safety.md` row 12): ask, fetch, run hooks
 * or monitors. The owner of the folder does not matter, since nothing of it is run.
 */
export const safeGitOptions: readonly string[] = [
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "protocol.allow=never",
  "-c",
  "safe.directory=*",
]

/** The nearest folder from `folder` upwards that is a git work tree; undefined outside of one. */
export function gitRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current
    if (dirname(current) === current) return undefined
  }
}

/** What `git` prints; undefined when there is no git, or when it fails. */
export async function runGit(
  folder: string,
  args: readonly string[],
  environment: Environment,
): Promise<string | undefined> {
  return await writeGit(folder, args, "", environment)
}

/** The same for a command that reads `input`. */
export async function writeGit(
  folder: string,
  args: readonly string[],
  input: string,
  environment: Environment,
): Promise<string | undefined> {
  try {
    const running = run("git", [...safeGitOptions, ...args], {
      cwd: folder,
      env: gitEnvironment(environment, folder),
      maxBuffer: 256 * 1024 * 1024,
      timeout: 30_000,
      windowsHide: true,
    })
    // A git that ends without having read its input says so by its exit code.
    running.child.stdin?.on("error", () => undefined).end(input)
    return (await running).stdout
  } catch {
    return undefined
  }
}

/** Files of the work tree below `folder` that git tracks or would track; undefined when git cannot tell. */
export async function gitFiles(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[] | undefined> {
  if (gitRoot(folder) === undefined) return undefined
  const output = await runGit(
    folder,
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    environment,
  )
  return output?.split("\0").filter((path) => path !== "")
}

/** The environment of git: nothing of the user's configuration, and no question. */
export function gitEnvironment(environment: Environment, folder: string): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT } = environment
  const index = commitIndex(environment, folder)
  return {
    ...(index !== undefined && { GIT_INDEX_FILE: index }),
    PATH,
    SYSTEMROOT,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  }
}

/** In a hook of `git commit --all` or `git commit PATH` the index that becomes the commit is another than the usual one. */
function commitIndex({ GIT_INDEX_FILE }: Environment, folder: string): string | undefined {
  const root = GIT_INDEX_FILE === undefined ? undefined : gitRoot(folder)
  if (GIT_INDEX_FILE === undefined || root === undefined) return undefined
  try {
    const place = join(root, ".git")
    const [, linked = place] = statSync(place).isFile()
      ? (/^gitdir: (.*)$/mu.exec(readFileSync(place, "utf8")) ?? [])
      : []
    const file = resolve(GIT_INDEX_FILE)
    // The hook may be that of another repository.
    const isOwn = realpathSync(dirname(file)) === realpathSync(resolve(root, linked))
    return isOwn && existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** The addresses of the repository whose root `folder` is, in the form in which sources are compared. */
export async function gitRemotes(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  // A folder further down is another repository to Flux: a fixture, an example.
  if (gitRoot(folder) !== folder) return []
  const output = await runGit(
    folder,
    ["config", "-z", "--get-regexp", "^remote\\..*\\.url$"],
    environment,
  )
  const urls = (output ?? "").split("\0").flatMap((entry) => entry.split("\n").slice(1))
  return [...new Set(urls.filter((url) => url !== "").map(normalizeGitUrl))]
}
