import { execFileSync } from "node:child_process"
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const fixture = fileURLToPath(new URL("../../fixtures/flux-upgrade", import.meta.url))

function git(folder: string, ...args: readonly string[]): void {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" })
}

/** A git repository with findings, all committed. */
function fleet(): string {
  const folder = join(temporaryFolder(), "fleet")
  cpSync(join(fixture, "repo"), folder, { recursive: true })
  git(folder, "init", "-q", "-b", "main")
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "all")
  return folder
}

function edit(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path)
  writeFileSync(file, change(readFileSync(file, "utf8")))
}

async function lines(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await sluice(["check", folder, "--offline", "-f", "concise", ...args])
  // The severity of what is found may fall with what is known of it; it is the same finding.
  const same = stdout.replaceAll(/: (?:error|warning|info): /gu, ": ")
  return same.split("\n").filter((line) => line !== "")
}

const sources = "apps/sources.yaml"

describe("--changed", () => {
  test("reports nothing where nothing has changed", async () => {
    const folder = fleet()
    expect(await lines(folder)).not.toEqual([])
    expect(await lines(folder, "--changed")).toEqual([])
  })

  test("reports all that is in files that are not as they were committed, new ones too", async () => {
    const folder = fleet()
    edit(folder, sources, (text) => `# touched\n${text}`)
    cpSync(join(folder, "apps/images.yaml"), join(folder, "apps/copy.yaml"))
    const found = await lines(folder, "--changed")
    expect(found.some((line) => line.startsWith(`${sources}:`))).toBe(true)
    expect(found.some((line) => line.startsWith("apps/copy.yaml:"))).toBe(true)
    expect(found.some((line) => line.startsWith("clusters/"))).toBe(false)
  })

  test("reports at its users that a source is gone", async () => {
    const folder = fleet()
    rmSync(join(folder, sources))
    const found = await lines(folder, "--changed")
    expect(found.join("\n")).toContain(
      "apps/releases.yaml:14:15: HelmRelease default/podinfo uses HelmRepository default/podinfo",
    )
  })

  test("draws what the change reaches in the summary of a job", async () => {
    const folder = fleet()
    edit(folder, sources, (text) => `# touched\n${text}`)
    const summaryOf = async (...flags: readonly string[]): Promise<string> => {
      const summary = join(temporaryFolder(), "summary.md")
      writeFileSync(summary, "")
      const environment = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary }
      await sluice(["check", folder, "--offline", ...flags], { environment })
      return readFileSync(summary, "utf8")
    }
    const [, drawn = ""] = (await summaryOf("--changed")).split("### What the change reaches")
    expect(drawn).toMatch(/^\n+(```+)mermaid\nflowchart LR\n[\s\S]+\n\1\n/u)
    // The repository that is written there, and the release that uses it.
    expect(drawn).toMatch(/HelmRepository<br\/>[^\n]*podinfo/u)
    expect(drawn).toMatch(/HelmRelease<br\/>[^\n]*podinfo/u)
    // Without a change there is nothing to draw.
    expect(await summaryOf()).not.toContain("mermaid")
  })

  test("says how much it does not report", async () => {
    const folder = fleet()
    const { stdout } = await sluice(["check", folder, "--offline", "-f", "json", "--changed"])
    expect(stdout).toMatch(/"what": "reporting \d+ findings that the change is not to blame for/u)
  })
})

describe("--staged", () => {
  test("checks the index, not the work tree", async () => {
    const folder = fleet()
    edit(folder, sources, (text) => `# staged\n${text}`)
    git(folder, "add", "-A")
    writeFileSync(join(folder, sources), "broken: [\n")
    expect((await lines(folder, "--staged")).join("\n")).not.toContain("yaml-parse-error")
    expect((await lines(folder, "--changed")).join("\n")).toContain("yaml-parse-error")
  })

  test("sees a deletion that is all of the commit", async () => {
    const folder = fleet()
    git(folder, "rm", "-q", sources)
    expect((await lines(folder, "--staged")).join("\n")).toContain("hr-source-missing")
  })

  test("works before the first commit", async () => {
    const folder = fleet()
    rmSync(join(folder, ".git"), { recursive: true })
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    expect(await lines(folder, "--staged")).toEqual(await lines(folder))
  })
})

describe("--since", () => {
  const changes: Readonly<Record<string, (folder: string) => void>> = {
    "a source is renamed": (folder) =>
      edit(folder, sources, (text) => text.replace("name: podinfo", "name: other")),
    "a file is repaired": (folder) =>
      edit(folder, sources, (text) => text.replaceAll("v1beta2", "v1")),
    "a file moves": (folder) => {
      cpSync(join(folder, sources), join(folder, "apps/moved.yaml"))
      rmSync(join(folder, sources))
    },
    "a Kustomization is gone": (folder) => rmSync(join(folder, "clusters/production/apps.yaml")),
  }

  test.each(Object.entries(changes))(
    "reports what is new, and nothing that is not found: %s",
    async (_title, change) => {
      const folder = fleet()
      const before = new Set(await lines(folder))
      git(folder, "checkout", "-q", "-b", "branch")
      change(folder)
      git(folder, "add", "-A")
      git(folder, "commit", "-q", "-m", "change")
      const after = await lines(folder)
      const since = await lines(folder, "--since", "main")
      expect(after).toEqual(expect.arrayContaining([...since]))
      const isNew = after.filter((line) => !before.has(line) && !line.includes("moved.yaml"))
      expect(since).toEqual(expect.arrayContaining(isNew))
    },
  )

  test("starts where the branch has left the other", async () => {
    const folder = fleet()
    git(folder, "checkout", "-q", "-b", "branch")
    git(folder, "commit", "-q", "--allow-empty", "-m", "nothing")
    git(folder, "checkout", "-q", "main")
    git(folder, "rm", "-q", "apps/images.yaml")
    git(folder, "commit", "-q", "-m", "the other goes on")
    git(folder, "checkout", "-q", "branch")
    expect(await lines(folder, "--since", "main")).toEqual([])
  })

  test.each([
    [["--since", "nope"], "git knows no such commit"],
    [["--since", "--output=x"], "git knows no such commit"],
    [["--since", "main", "--changed"], "do not go together"],
    [["--staged", "--update-baseline"], "do not go together"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await sluice(["check", fleet(), "--offline", ...args])
    expect({ code, message: stderr.includes(message) }).toEqual({ code: 2, message: true })
  })

  test("needs a git repository", async () => {
    const folder = fleet()
    rmSync(join(folder, ".git"), { recursive: true })
    const { code, stderr } = await sluice(["check", folder, "--offline", "--changed"])
    expect(code).toBe(2)
    expect(stderr).toContain("needs a git repository")
  })
})
