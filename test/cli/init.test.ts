import { spawn } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { readManifest } from "../action/runner.ts"
import {
  cleanEnvironment,
  copyRepository,
  finding,
  program,
  runProgram,
  sluice,
  temporaryFolder,
  useRepository,
} from "./sluice.ts"

useRepository()

const paths = [".sluice.yaml", ".github/workflows/sluice.yml", ".pre-commit-config.yaml"]

function freshRepository(): string {
  const fleet = copyRepository()
  rmSync(join(fleet, ".sluice.yaml"))
  return fleet
}

/** `sluice init` at a terminal, with what a person types. */
function typed(fleet: string, answers: string): ReturnType<typeof runProgram> {
  const command = `printf '${answers}' | script -qec "${process.execPath} ${program} init" /dev/null`
  return runProgram("sh", ["-c", command], { cwd: fleet, environment: { TERM: "xterm" } })
}

describe("init", () => {
  test("--yes writes files that work: the configuration is valid, the hook and the action are there", async () => {
    const fleet = freshRepository()
    const { code, stdout, stderr } = await sluice(["init", "--yes"], { cwd: fleet })
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: paths.map((path) => `${path}: written.\n`).join(""),
      stderr: "",
    })
    const check = await sluice(["check", "-f", "concise"], { cwd: fleet })
    expect(check).toMatchObject({ code: 1, stdout: expect.stringContaining(finding), stderr: "" })
    const [, workflow = "", hooks = ""] = paths.map((path) =>
      readFileSync(join(fleet, path), "utf8"),
    )
    const { jobs } = parse(workflow) as {
      jobs: { check: { steps: readonly { uses: string; with?: Record<string, unknown> }[] } }
    }
    const ours = jobs.check.steps.find(({ uses }) => uses.startsWith("sluice-dev/sluice@v"))
    const { inputs } = readManifest(".")
    expect(Object.keys(ours?.with ?? {}).filter((name) => !(name in inputs))).toEqual([])
    expect(parse(hooks)).toMatchObject({ repos: [{ hooks: [{ id: "sluice-staged" }] }] })
  })

  test("asks for each file, and writes those that are wanted", async () => {
    const fleet = freshRepository()
    const { code, stdout } = await typed(fleet, "y\\nno\\n\\n")
    expect(code).toBe(0)
    expect(stdout).toContain(
      "Write .github/workflows/sluice.yml, a workflow for GitHub Actions? [Y/n]",
    )
    expect(paths.map((path) => existsSync(join(fleet, path)))).toEqual([true, false, true])
  })

  test("Ctrl-C at a question ends with 130, and writes nothing", async () => {
    const fleet = freshRepository()
    const command = `"${process.execPath}" "${program}" init`
    const child = spawn("script", ["-qec", command, "/dev/null"], {
      cwd: fleet,
      env: cleanEnvironment({ TERM: "xterm" }),
    })
    let isAsked = false
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (isAsked || !text.includes("[Y/n]")) return
      isAsked = true
      child.stdin.write("\u0003")
    })
    const code = await new Promise((settle) => child.on("close", settle))
    expect(code).toBe(130)
    expect(paths.map((path) => existsSync(join(fleet, path)))).toEqual([false, false, false])
  })

  test("leaves what is there as it is, and shows what to add to the hooks", async () => {
    const fleet = freshRepository()
    for (const path of [".sluice.yaml", ".pre-commit-config.yaml"])
      writeFileSync(join(fleet, path), "# mine\n")
    const { code, stdout } = await sluice(["init", "--yes"], { cwd: fleet })
    expect(code).toBe(0)
    expect(stdout).toContain(".sluice.yaml: not written, it is there already.\n")
    expect(stdout).toContain(
      "Add to its `repos`:\n  - repo: https://github.com/sluice-dev/sluice\n",
    )
    for (const path of [".sluice.yaml", ".pre-commit-config.yaml"])
      expect(readFileSync(join(fleet, path), "utf8")).toBe("# mine\n")
  })

  test("writes nothing through a link that leads out of the repository", async () => {
    const fleet = freshRepository()
    const outside = temporaryFolder()
    symlinkSync(outside, join(fleet, ".github"))
    symlinkSync(join(outside, "nowhere"), join(fleet, ".sluice.yaml"))
    const { code, stdout } = await sluice(["init", "--yes"], { cwd: fleet })
    expect(code).toBe(0)
    expect(stdout).toContain(
      "sluice.yml: not written, its folder lies outside of the repository.\n",
    )
    expect(readdirSync(outside)).toEqual([])
  })

  test("a folder that is a file is said to be one", async () => {
    const fleet = freshRepository()
    mkdirSync(join(fleet, ".github"))
    writeFileSync(join(fleet, ".github/workflows"), "")
    const { stdout } = await sluice(["init", "--yes"], { cwd: fleet })
    expect(stdout).toContain("sluice.yml: not written, its folder is a file.\n")
  })
})
