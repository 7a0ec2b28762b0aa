import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { reporters } from "../../src/report/reporters.ts"
import { runnerCommands } from "../formats/runner-commands.ts"
import { copyRepository, sluice, temporaryFolder, useRepository } from "./sluice.ts"

const repositories = useRepository()

const job = {
  GITHUB_ACTIONS: "true",
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_REPOSITORY: "acme/fleet",
  GITHUB_SHA: "c0ffee",
}

/** The problem that the little repository is about; its plain Secret is another one. */
const only = ["--only", "ks-depends-on-missing"]

describe("in a job of GitHub Actions", () => {
  test("annotations and the job summary are written without being asked for", async () => {
    const summary = join(temporaryFolder(), "summary.md")
    writeFileSync(summary, "# Before\n")
    const environment = {
      ...job,
      GITHUB_WORKSPACE: join(repositories.broken, ".."),
      GITHUB_STEP_SUMMARY: summary,
    }
    const { code, stdout } = await sluice(["check", repositories.broken, ...only], { environment })
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^::error file=fleet\/clusters\/production\/apps\.yaml,line=9,endLine=9,col=13,endColumn=25,title=sluice%3A ks-depends-on-missing::/u,
    )
    expect(stdout).toMatch(
      /\n::group::sluice: 1 error\n::stop-commands::(sluice-[\da-f-]{36})\nclusters\/[^\n]*\n::\1::\n::endgroup::\n$/u,
    )
    const text = readFileSync(summary, "utf8")
    expect(text).toMatch(/^# Before\n## sluice: 1 error\n/u)
    expect(text).toContain(
      "(https://github.example/acme/fleet/blob/c0ffee/fleet/clusters/production/apps.yaml#L9)",
    )
  })

  test("beside a report in a file, and not where another format is asked for", async () => {
    const folder = temporaryFolder()
    const args = ["check", repositories.broken, ...only]
    const both = await sluice([...args, "-f", "sarif=out.sarif"], { cwd: folder, environment: job })
    expect(both.stdout).toMatch(/^::error /u)
    expect(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    })
    const other = await sluice([...args, "-f", "concise"], { cwd: folder, environment: job })
    expect(other.stdout).not.toContain("::error")
  })
})

describe("--statistics", () => {
  test("counts by rule in the place of the report, and leaves reports in files and the exit code alone", async () => {
    const folder = temporaryFolder()
    const args = ["check", repositories.broken, ...only, "--statistics", "-f", "concise=report.txt"]
    const { code, stdout } = await sluice(args, { cwd: folder })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^1 {2}error {4}\[[ *]\] ks-depends-on-missing\n\n✖ 1 error/u)
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toContain("[ks-depends-on-missing]")
    const inJob = await sluice(args, { cwd: folder, environment: job })
    expect(inJob.stdout).toContain("ks-depends-on-missing")
    expect(inJob.stdout).not.toContain("::error")
  })

  test("for programs with -f json; other formats are refused", async () => {
    const args = ["check", repositories.broken, ...only, "--statistics", "-f"]
    const { statistics } = JSON.parse((await sluice([...args, "json"])).stdout) as {
      readonly statistics: readonly object[]
    }
    expect(statistics).toMatchObject([{ rule: "ks-depends-on-missing", errors: 1 }])
    const { code, stderr } = await sluice([...args, "sarif"])
    expect(code).toBe(2)
    expect(stderr).toContain("`--statistics` has no format `sarif`; it takes `pretty` or `json`.")
  })

  test("does not go with a patch", async () => {
    const { code, stderr } = await sluice(["check", repositories.broken, "--statistics", "--diff"])
    expect(code).toBe(2)
    expect(stderr).toContain("`--statistics` asks for a report")
  })
})

test("no name of the repository is a command in the log, in reports for people and on stderr", async () => {
  const folder = copyRepository()
  const evil = ["::error::owned.yaml", "x ##[error]owned.yaml"]
  for (const name of evil)
    writeFileSync(join(folder, name), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: [\n")
  for (const format of ["pretty", "concise", "github"]) {
    for (const more of [[], ["--cwd", `${folder}/::error::owned ##[error]x`]]) {
      const args = ["check", folder, "-f", format, "--verbose", ...more]
      const { stdout, stderr } = await sluice(args, { environment: job })
      expect(`${stdout}${stderr}`).toContain("owned")
      const found = runnerCommands(`${stdout}\n${stderr}`, { obeyStop: false })
      expect(found.filter(({ data }) => data.startsWith("owned"))).toEqual([])
      expect(`${stdout}${stderr}`).not.toContain("##[")
    }
  }
})

test("every format is written by one run, with the exit code of any", async () => {
  const folder = temporaryFolder()
  const names = Object.keys(reporters)
  const args = [
    "check",
    repositories.broken,
    ...names.flatMap((name) => ["-f", `${name}=${name}.out`]),
  ]
  expect((await sluice(args, { cwd: folder })).code).toBe(1)
  for (const name of names) {
    const text = readFileSync(join(folder, `${name}.out`), "utf8")
    expect(text).toContain("infrastructur")
    // What the Secret of the little repository holds.
    expect(text).not.toContain(secret)
  }
})

const secret =
  /password: "?([^"\n]+)/u.exec(
    readFileSync(new URL("repository/apps/podinfo/secret.yaml", import.meta.url), "utf8"),
  )?.[1] ?? "no password"
