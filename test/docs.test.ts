import { execFileSync, spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { commands } from "../src/cli/commands.ts"
import {
  cleanEnvironment,
  copyRepository,
  program,
  temporaryFolder,
  useRepository,
} from "./cli/sluice.ts"

import { fixturesFolder } from "./support/fixtures.ts"

useRepository()

const docs = fileURLToPath(new URL("../docs", import.meta.url))
const pages = readdirSync(docs).filter((name) => name.endsWith(".md"))

interface Block {
  readonly kind: string
  readonly lines: readonly string[]
}

function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(docs, page), "utf8")
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gmu)].map(([, kind = "", content = ""]) => ({
    kind,
    lines: content.trimEnd().split("\n"),
  }))
}

/** A folder with an `npx` that runs the built program, as `npx sluice` would run the installed one. */
function withNpx(): string {
  const folder = temporaryFolder()
  const script = `#!/bin/sh\n[ "$1" = sluice ] || exit 127\nshift\nexec "${process.execPath}" "${program}" "$@"\n`
  writeFileSync(join(folder, "npx"), script)
  chmodSync(join(folder, "npx"), 0o755)
  return folder
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: "ignore", env: cleanEnvironment(author) })
}

const author = {
  GIT_AUTHOR_NAME: "docs",
  GIT_AUTHOR_EMAIL: "docs@example.com",
  GIT_COMMITTER_NAME: "docs",
  GIT_COMMITTER_EMAIL: "docs@example.com",
}

/** `npx sluice check  # exits 1: why` → 1; without such a word it has to end with 0. */
function promisedCode(line: string): number {
  return Number(/#.*\bexits (\d)/u.exec(line)?.[1] ?? 0)
}

describe.each(pages.filter((page) => blocksOf(page).some(({ kind }) => kind === "sh")))(
  "docs/%s",
  (page) => {
    test("its commands do what it says", () => {
      const folder = copyRepository()
      git(folder, "init", "-q")
      git(folder, "add", "-A")
      git(folder, "commit", "-q", "-m", "first")
      const path = `${withNpx()}:${process.env.PATH}`
      const lines = blocksOf(page).flatMap(({ kind, lines }) => (kind === "sh" ? lines : []))
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        const env = cleanEnvironment({ ...author, PATH: path })
        const { status, stderr } = spawnSync("sh", ["-c", line], {
          cwd: folder,
          env,
          encoding: "utf8",
        })
        expect({ line, status, stderr }).toMatchObject({ line, status: promisedCode(line) })
      }
    })
  },
)

describe("README.md", () => {
  const readme = readFileSync(join(docs, "../README.md"), "utf8")
  const [, usage = ""] = /^## Using it\n\n```sh\n([\s\S]*?)^```$/mu.exec(readme) ?? []
  const lines = usage.trimEnd().split("\n")

  /** A repository that has what the commands name: a cluster, an upstream, a folder of charts, `ks/apps` and `hr/podinfo`. */
  function repository(): string {
    const folder = copyRepository()
    rmSync(folder, { recursive: true })
    cpSync(join(fixturesFolder, "helm-repository/repo"), folder, { recursive: true })
    cpSync(join(fixturesFolder, "helm-repository/mirror"), join(folder, "charts"), {
      recursive: true,
    })
    const release = join(folder, "apps/frontend.yaml")
    writeFileSync(release, readFileSync(release, "utf8").replace("name: frontend", "name: podinfo"))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder
  }

  test("shows its commands", () => {
    expect(lines.length).toBeGreaterThan(12)
    expect(lines.every((line) => /^npx sluice\b.* # /u.test(line))).toBe(true)
  })

  test.each(lines)("`%s` does something", (line) => {
    const env = cleanEnvironment({ ...author, PATH: `${withNpx()}:${process.env.PATH}` })
    const cwd = repository()
    // It goes on until somebody stops it, as Ctrl-C does.
    const isEndless = line.includes("--watch")
    const { status, stdout, stderr } = spawnSync("sh", ["-c", `exec ${line}`], {
      ...{ cwd, env, encoding: "utf8" },
      ...(isEndless && { timeout: 6000, killSignal: "SIGINT" }),
    })
    const ends = isEndless ? [130] : line.includes("init") ? [0, 2] : [0, 1]
    expect({ status, stderr, isWell: ends.includes(status ?? -1) }).toMatchObject({ isWell: true })
    const [, file] = / -f \w+=(\S+)/u.exec(line) ?? []
    const result = file === undefined ? stdout + stderr : readFileSync(join(cwd, file), "utf8")
    expect(result).not.toBe("")
  })
})

test("commands that are not tried have a command and flags that exist", () => {
  const untried = pages.flatMap((page) =>
    blocksOf(page).flatMap(({ kind, lines }) => (kind === "sh untried" ? lines : [])),
  )
  const ours = untried.filter((line) => line.startsWith("npx sluice "))
  expect(ours.length).toBeGreaterThan(0)
  for (const line of ours) {
    const [name, ...flags] = line.match(/(?<=^npx sluice )[\w-]+|(?<= --)[\w-]+/gu) ?? []
    const command = commands.find((one) => one.name === name)
    const known = command?.flags.flatMap((group) => group.flags.map((flag) => flag.name)) ?? []
    expect({ line, unknown: flags.filter((flag) => !known.includes(flag)) }).toEqual({
      line,
      unknown: [],
    })
  }
})

test("links lead somewhere", () => {
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(docs, page), "utf8").matchAll(/\]\(([^)#]+)/gu)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:/u.test(target))
      .filter((target) => !existsSync(join(docs, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  )
  expect(broken).toEqual([])
})
