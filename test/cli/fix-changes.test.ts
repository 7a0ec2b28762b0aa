import { execFileSync } from "node:child_process"
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { type Outcome, program, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const fixture = fileURLToPath(new URL("../../fixtures/flux-upgrade", import.meta.url))
const sources = "apps/sources.yaml"
const releases = "apps/releases.yaml"

function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
  return execFileSync("git", [...identity, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  })
}

/** A git repository in which everything can be fixed, all committed. */
function fleet(): string {
  const folder = join(temporaryFolder(), "fleet")
  cpSync(join(fixture, "repo"), folder, { recursive: true })
  git(folder, "init", "-q", "-b", "main")
  commitAll(folder)
  return folder
}

function commitAll(folder: string): void {
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "all")
}

/** Adds a comment to a file and stages it. */
function stage(folder: string, path: string): void {
  appendFileSync(join(folder, path), "# staged\n")
  git(folder, "add", path)
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8")
}

function staged(folder: string, path: string): string {
  return git(folder, "show", `:${path}`)
}

async function fix(folder: string, ...more: readonly string[]): Promise<Outcome> {
  return await sluice(["check", folder, "--fix", "--offline", "-f", "concise", ...more])
}

const old = /v1beta2/u

describe("--fix --staged", () => {
  test("fixes what is staged in the index and, where it is the same, in the work tree, and nothing else", async () => {
    const folder = fleet()
    stage(folder, sources)
    const { code, stdout, stderr } = await fix(folder, "--staged")
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: "Fixed 2 problems in 1 file.\n",
    })
    expect(staged(folder, sources)).not.toMatch(old)
    expect(staged(folder, sources)).toMatch(/# staged\n$/u)
    expect(read(folder, sources)).toBe(staged(folder, sources))
    expect(git(folder, "status", "--porcelain")).toBe(`M  ${sources}\n`)
    expect(read(folder, releases)).toMatch(/v2beta1/u)
  })

  test("keeps every edit that is not staged, and says so", async () => {
    const folder = fleet()
    stage(folder, sources)
    appendFileSync(join(folder, sources), "# not staged\n")
    const before = read(folder, sources)
    const { code, stderr } = await fix(folder, "--staged")
    expect(code).toBe(0)
    expect(stderr).toBe(
      `fixed in the index only: \`${sources}\` has other changes in the work tree, which stays as it is.\nFixed 2 problems in 1 file.\n`,
    )
    expect(read(folder, sources)).toBe(before)
    expect(staged(folder, sources)).not.toMatch(old)
    expect(staged(folder, sources)).not.toContain("# not staged")
  })

  test("a file that is staged and gone from the work tree stays gone", async () => {
    const folder = fleet()
    stage(folder, sources)
    rmSync(join(folder, sources))
    await fix(folder, "--staged")
    expect(existsSync(join(folder, sources))).toBe(false)
    expect(staged(folder, sources)).not.toMatch(old)
  })

  test("a new file keeps its mode, and line breaks of Windows stay in the work tree", async () => {
    const folder = fleet()
    writeFileSync(join(folder, "apps/new.yaml"), read(folder, sources))
    chmodSync(join(folder, "apps/new.yaml"), 0o755)
    git(folder, "rm", "-q", "-f", sources)
    git(folder, "add", "-A")
    writeFileSync(
      join(folder, "apps/new.yaml"),
      read(folder, "apps/new.yaml").replaceAll("\n", "\r\n"),
    )
    await fix(folder, "--staged")
    expect(git(folder, "ls-files", "-s", "apps/new.yaml")).toMatch(/^100755 /u)
    const text = staged(folder, "apps/new.yaml")
    expect(text).not.toMatch(old)
    expect(read(folder, "apps/new.yaml")).toBe(text.replaceAll("\n", "\r\n"))
  })

  test("in a folder below the git root, with odd names", async () => {
    const outer = join(temporaryFolder(), "outer")
    cpSync(join(fixture, "repo"), join(outer, "fleet"), { recursive: true })
    git(outer, "init", "-q", "-b", "main")
    commitAll(outer)
    const path = "fleet/apps/ünï code\t.yaml"
    writeFileSync(join(outer, path), read(outer, `fleet/${sources}`))
    rmSync(join(outer, "fleet", sources))
    git(outer, "add", "-A")
    const { stderr } = await fix(join(outer, "fleet"), "--staged")
    expect(stderr).toBe("Fixed 2 problems in 1 file.\n")
    expect(staged(outer, path)).not.toMatch(old)
    expect(read(outer, path)).toBe(staged(outer, path))
    expect(git(outer, "ls-files").split("\n")).not.toContain("apps/ünï code\t.yaml")
  })

  test("leaves alone what is in conflict, read-only, or hidden from git, and exits 3", async () => {
    const folder = fleet()
    stage(folder, sources)
    stage(folder, releases)
    chmodSync(join(folder, sources), 0o444)
    git(folder, "update-index", "--skip-worktree", releases)
    const { code, stderr } = await fix(folder, "--staged")
    expect(code).toBe(3)
    expect(stderr).toContain(`not fixed: \`${sources}\` is read-only.\n`)
    expect(stderr).toContain(
      `not fixed: \`${releases}\` is a file that git was told not to look at.\n`,
    )
    expect(stderr).toContain("Fixed 0 problems in 0 files.\n")
    expect(staged(folder, sources)).toMatch(old)
    expect(git(folder, "ls-files", "-v", releases)).toMatch(/^S /u)
  })

  test("leaves a file in conflict as it is", async () => {
    const folder = fleet()
    git(folder, "checkout", "-q", "-b", "other")
    writeFileSync(join(folder, sources), `# theirs\n${read(folder, sources)}`)
    commitAll(folder)
    git(folder, "checkout", "-q", "main")
    writeFileSync(join(folder, sources), `# ours\n${read(folder, sources)}`)
    commitAll(folder)
    expect(() => git(folder, "merge", "other")).toThrow()
    const before = [read(folder, sources), git(folder, "ls-files", "-u")]
    await fix(folder, "--staged")
    expect([read(folder, sources), git(folder, "ls-files", "-u")]).toEqual(before)
  })

  test("does nothing while another git holds the index", async () => {
    const folder = fleet()
    stage(folder, sources)
    writeFileSync(join(folder, ".git/index.lock"), "")
    const { code, stderr } = await fix(folder, "--staged")
    expect(code).toBe(3)
    expect(stderr).toContain("cannot be written into git's index")
    expect(staged(folder, sources)).toMatch(old)
    expect(read(folder, sources)).toMatch(old)
  })

  test("the second time there is nothing to do", async () => {
    const folder = fleet()
    stage(folder, sources)
    await fix(folder, "--staged")
    const before = git(folder, "ls-files", "-s")
    expect((await fix(folder, "--staged")).stderr).toBe("Fixed 0 problems in 0 files.\n")
    expect(git(folder, "ls-files", "-s")).toBe(before)
  })

  test("as a hook of git commit, with and without --all, the commit has the fix", () => {
    const folder = fleet()
    const hook = join(folder, ".git/hooks/pre-commit")
    mkdirSync(join(folder, ".git/hooks"), { recursive: true })
    const command = `"${process.execPath}" "${program}" check --fix --staged --offline -f concise`
    writeFileSync(hook, `#!/bin/sh\nexec ${command}\n`)
    chmodSync(hook, 0o755)
    stage(folder, sources)
    git(folder, "commit", "-q", "-m", "staged")
    expect(git(folder, "show", `HEAD:${sources}`)).not.toMatch(old)
    appendFileSync(join(folder, releases), "# not staged\n")
    git(folder, "commit", "-q", "-a", "-m", "all")
    expect(git(folder, "show", `HEAD:${releases}`)).not.toMatch(/v2beta1/u)
    expect(git(folder, "status", "--porcelain")).toBe("")
  })

  test("is not for a stranger's repository", async () => {
    const { code, stderr } = await fix(fleet(), "--staged", "--untrusted")
    expect(code).toBe(2)
    expect(stderr).toContain("`--untrusted` and `--staged` with `--fix` do not go together.")
  })

  test("runs no hook of the repository, and no filter over what it stages", async () => {
    const folder = fleet()
    const proof = join(folder, "..", "proof")
    stage(folder, releases)
    git(folder, "config", "filter.loud.clean", "tr a-z A-Z")
    writeFileSync(join(folder, ".git/info/attributes"), "*.yaml filter=loud\n")
    mkdirSync(join(folder, ".git/hooks"), { recursive: true })
    const hook = join(folder, ".git/hooks/post-index-change")
    writeFileSync(hook, `#!/bin/sh\ntouch "${proof}"\n`)
    chmodSync(hook, 0o755)
    await fix(folder, "--staged")
    expect(staged(folder, releases)).not.toMatch(/v2beta1/u)
    expect(staged(folder, releases)).toContain("kind: HelmRelease\n")
    expect(existsSync(proof)).toBe(false)
  })
})

describe("--fix with other changes", () => {
  test.each([["--changed"], ["--since", "main"]])(
    "%s: only files of the change are fixed",
    async (...flags) => {
      const folder = fleet()
      appendFileSync(join(folder, sources), "# changed\n")
      const { stderr } = await fix(folder, ...flags)
      expect(stderr).toBe("Fixed 2 problems in 1 file.\n")
      expect(read(folder, sources)).not.toMatch(old)
      expect(read(folder, releases)).toMatch(/v2beta1/u)
    },
  )

  test("--diff --staged is a patch for the index", async () => {
    const folder = fleet()
    stage(folder, sources)
    appendFileSync(join(folder, sources), "# not staged\n")
    const { code, stdout } = await sluice(["check", folder, "--diff", "--staged", "--offline"])
    expect(code).toBe(1)
    expect(stdout.match(/^\+\+\+ /gmu)).toHaveLength(1)
    const input = { cwd: folder, input: stdout }
    execFileSync("git", ["apply", "--cached", "-"], input)
    expect(staged(folder, sources)).not.toMatch(old)
    expect(staged(folder, sources)).not.toContain("# not staged")
  })
})
