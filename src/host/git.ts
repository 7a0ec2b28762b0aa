import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { normalizeGitUrl } from "../resolve/normalize-url.ts"

const run = promisify(execFile)

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
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", [...safeGitOptions, ...args], {
      cwd: folder,
      env: gitEnvironment(environment),
      maxBuffer: 256 * 1024 * 1024,
      timeout: 30_000,
      windowsHide: true,
    })
    return stdout
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
export function gitEnvironment({
  PATH,
  SYSTEMROOT,
}: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return {
    PATH,
    SYSTEMROOT,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
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
