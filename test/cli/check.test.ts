import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { reportSchema } from "../../src/report/report-schema.ts"
import { finding, program, runProgram, sluice, temporaryFolder, useRepository } from "./sluice.ts"

interface JsonReport {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[]
}

const repositories = useRepository()

describe("check", () => {
  test("prints findings in their code", async () => {
    const { code, stdout, stderr } = await sluice(["check", repositories.broken, "--no-timing"])
    await expect(stdout).toMatchFileSnapshot("../snapshots/cli/check-pretty.txt")
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" })
  })

  test("prints one line each with --format concise", async () => {
    expect(await sluice(["check", repositories.broken, "-f", "concise"])).toMatchObject({
      code: 1,
      stdout: finding,
      stderr: "",
    })
  })

  test("prints the same JSON each time, cold and warm, with one worker and with two", async () => {
    const args = ["check", repositories.broken, "--format", "json", "--no-timing"]
    const runs = [
      await sluice([...args, "--no-cache", "--concurrency", "1"]),
      await sluice([...args, "--no-cache", "--concurrency", "2"]),
      await sluice(args),
      await sluice(args),
    ]
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
    const report: unknown = JSON.parse(runs[0]?.stdout ?? "")
    const validate = new Ajv2020().compile(reportSchema)
    validate(report)
    expect(validate.errors).toBeNull()
    await expect(runs[0]?.stdout ?? "").toMatchFileSnapshot("../snapshots/cli/check.json")
  })

  test("says that all is well, and exits 0", async () => {
    const { code, stdout } = await sluice(["check", repositories.healthy])
    expect(stdout).toMatch(/^✔ No problems/u)
    expect(code).toBe(0)
  })

  test("is the default command, for the git root of the current folder", async () => {
    execFileSync("git", ["init", "-q"], { cwd: repositories.broken })
    const outcome = await sluice(["-f", "concise"], {
      cwd: join(repositories.broken, "clusters/production"),
    })
    expect(outcome).toMatchObject({ code: 1, stdout: finding })
    rmSync(join(repositories.broken, ".git"), { recursive: true })
  })

  test("takes paths after --, and with --cwd", async () => {
    expect(await sluice(["--format=concise", "--", repositories.broken])).toMatchObject({
      code: 1,
      stdout: finding,
    })
    expect(await sluice(["--cwd", repositories.broken, "-fconcise"])).toMatchObject({
      code: 1,
      stdout: finding,
    })
  })

  test("reports only what is below the paths, and reads Flux paths from the git root", async () => {
    execFileSync("git", ["init", "-q"], { cwd: repositories.broken })
    const run = async (...paths: readonly string[]): Promise<unknown> =>
      (await sluice(["-fconcise", ...paths], { cwd: repositories.broken })).stdout
    expect(await run("clusters")).toBe(finding)
    expect(await run("apps", "clusters/production/apps.yaml")).toBe(finding)
    expect(await run("infrastructure/namespace.yaml")).toBe("")
    rmSync(join(repositories.broken, ".git"), { recursive: true })
  })

  test("writes reports to files, whole, beside the one for people", async () => {
    const folder = temporaryFolder()
    const { code, stdout } = await sluice(
      ["check", repositories.broken, "-f", "json=report.json", "-f", "concise=report.txt"],
      { cwd: folder },
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(/^error\[ks-depends-on-missing\]/u)
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe(finding)
    expect(
      (JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as JsonReport).findings,
    ).toHaveLength(1)
    expect(readdirSync(folder).sort()).toEqual(["report.json", "report.txt"])
  })

  test("ends quietly when its reader has gone", async () => {
    const shell = `"${process.execPath}" "${program}" check "${repositories.broken}" | head -1`
    const { stdout, stderr } = await runProgram("sh", ["-c", shell], {})
    expect(stdout.split("\n")).toHaveLength(2)
    expect(stderr).toBe("")
  })
})

describe("the exit code", () => {
  const cases: readonly (readonly [number, readonly string[]])[] = [
    [1, []],
    [0, ["--fail-on", "never"]],
    [0, ["--exit-zero"]],
    [0, ["--skip", "ks-depends-on-missing"]],
    [0, ["--only", "helm"]],
    [1, ["--only", "ks-depends-on-missing"]],
    [0, ["--rule", "ks-depends-on-missing=off"]],
    [0, ["--rule", "ks-depends-on-missing=warning"]],
    [1, ["--rule", "ks-depends-on-missing=warning", "--fail-on", "warning"]],
    [1, ["--rule", "ks-depends-on-missing=warning", "--max-warnings", "0"]],
    [0, ["--rule", "ks-depends-on-missing=warning", "--max-warnings", "1"]],
    [0, ["--exclude", "clusters/production/apps.yaml"]],
    [3, ["--timeout", "1ms", "--no-cache"]],
    [0, ["--timeout", "1ms", "--no-cache", "--allow-incomplete"]],
  ]
  test.each(cases)("is %i with %j", async (expected, args) => {
    expect((await sluice(["check", repositories.broken, "-f", "concise", ...args])).code).toBe(
      expected,
    )
  })
})
