import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { copyRepository, finding, sluice, temporaryFolder, useRepository } from "./sluice.ts"

interface JsonReport {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[]
}

const repositories = useRepository()

describe("wrong usage exits 2 and says what to do", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["a flag with a typing error", ["check", "--fromat", "json"]],
    ["a command with a typing error", ["chek"]],
    ["a flag of a later release", ["check", "--stdin-filename", "a.yaml"]],
    ["a command of a later release", ["lsp"]],
    ["an unknown format", ["check", "-f", "jsn"]],
    ["two formats on stdout", ["check", "-f", "json", "-f", "concise"]],
    ["a file in a folder that is not there", ["check", "-f", "json=nowhere/report.json"]],
    ["a path that is not there", ["check", "nowhere"]],
    ["a folder without YAML", ["check", "empty"]],
    ["an unknown rule", ["check", "--only", "ks-source-mising"]],
    ["an unknown level", ["check", "--rule", "ks-source-missing=fatal"]],
    ["an unknown severity", ["check", "--fail-on", "errors"]],
    ["a number that is none", ["check", "--max-findings", "many"]],
    ["a duration that is none", ["check", "--timeout", "soon"]],
    ["a version that is none", ["check", "--flux-version", "latest"]],
    ["an unknown cluster", ["check", "fleet", "--cluster", "prodution"]],
    ["a configuration that is not there", ["check", "fleet", "-c", "nowhere.yaml"]],
    ["a short local source", ["check", "fleet", "--local-sources", "apps=../apps"]],
    [
      "a mirror that is an address",
      ["check", "fleet", "--chart-mirror", "ftp://charts.example.com"],
    ],
    [
      "a schema location from where none can come",
      ["check", "fleet", "--schema-location", "ftp://schemas.example.com"],
    ],
    ["an object that is not there", ["build", "ks/app", "--cwd", "fleet"]],
    ["an unknown format of a graph", ["graph", "-f", "mermiad"]],
    ["an object to draw that is not there", ["tree", "ks/app", "--cwd", "fleet"]],
    ["an object of an unknown kind", ["build", "deploy/app", "--cwd", "fleet"]],
    ["a rule that is not there", ["explain", "ks-path-mising"]],
    ["explain without a rule", ["explain"]],
    ["an unknown cache action", ["cache", "purge"]],
    ["two flags that do not go together", ["check", "--watch", "--fix"]],
    ["nobody to ask", ["init"]],
    ["a shell that there is no completion for", ["completion", "fsh"]],
    ["a size that is none", ["cache", "prune", "--max-size", "much"]],
  ]
  test("as in the snapshot", async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, "empty"))
    writeFileSync(join(folder, "empty/README.md"), "")
    execFileSync("cp", ["-r", repositories.broken, join(folder, "fleet")])
    const lines: string[] = []
    for (const [title, args] of cases) {
      const { code, stdout, stderr } = await sluice(args, { cwd: folder })
      expect({ title, code, stdout }).toEqual({ title, code: 2, stdout: "" })
      lines.push(`# ${title}\n$ sluice ${args.join(" ")}\n${stderr.replaceAll(folder, "/work")}`)
    }
    await expect(lines.join("\n")).toMatchFileSnapshot("../snapshots/cli/usage-errors.txt")
  })
})

describe("settings", () => {
  test("come from the environment, and the command line wins", async () => {
    const environment = {
      SLUICE_FORMAT: "concise",
      SLUICE_EXIT_ZERO: "1",
      SLUICE_SKIP: "helm, ks-depends-on-missing",
    }
    expect(await sluice(["check", repositories.broken], { environment })).toMatchObject({
      code: 0,
      stdout: "",
    })
    expect(
      await sluice(["check", repositories.broken, "--skip", "yaml"], { environment }),
    ).toMatchObject({
      code: 0,
      stdout: finding,
    })
    const wrong = await sluice(["check", repositories.broken], {
      environment: { SLUICE_FAIL_ON: "errors" },
    })
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("`SLUICE_FAIL_ON` is `errors`"),
    })
  })

  test("come from the nearest file, which is shown when it is wrong", async () => {
    const fleet = copyRepository()
    const config = join(fleet, ".sluice.yaml")
    writeFileSync(config, "rules:\n  ks-depends-on-missing: warning\n  secret-plaintext: off\n")
    const run = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await sluice(["-f", "json", ...args], { cwd: fleet })
      return (JSON.parse(stdout) as JsonReport).findings.map(({ severity }) => severity)
    }
    expect(await run()).toEqual(["warning"])
    expect(await run("--no-config", "--skip", "secret-plaintext")).toEqual(["error"])
    expect(await run("--rule", "ks-depends-on-missing=info")).toEqual(["info"])
    writeFileSync(config, "rules:\n  ks-depends-on-mising: off\ncluster: {}\n")
    const { code, stderr } = await sluice([], { cwd: fleet })
    expect(code).toBe(2)
    expect(stderr).toBe(
      ".sluice.yaml:2:3: error: `rules` has no key `ks-depends-on-mising`.\n  help  Did you mean `ks-depends-on-missing`?\n" +
        ".sluice.yaml:3:1: error: The configuration has no key `cluster`.\n  help  Did you mean `clusters`?\n",
    )
  })

  test("ignored paths are listed as suppressed, and do not count", async () => {
    const fleet = copyRepository()
    writeFileSync(
      join(fleet, ".sluice.yaml"),
      "rules: { secret-plaintext: off }\nignore: [{ paths: [clusters/**], reason: a demo }]\n",
    )
    const { code, stdout } = await sluice(["-f", "json"], { cwd: fleet })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { errors: 0, suppressed: 1 },
      findings: [{ suppressedBy: { kind: "config", reason: "a demo" } }],
    })
  })

  test("colour follows flag, variables and terminal", async () => {
    const isColored = async (
      environment: Readonly<Record<string, string>>,
      ...args: readonly string[]
    ): Promise<boolean> =>
      (await sluice(["rules", ...args], { environment })).stdout.includes("\u001b[")
    expect(await isColored({})).toBe(false)
    expect(await isColored({}, "--color", "always")).toBe(true)
    expect(await isColored({ FORCE_COLOR: "1" })).toBe(true)
    expect(await isColored({ FORCE_COLOR: "0" })).toBe(false)
    expect(await isColored({ CLICOLOR_FORCE: "1" })).toBe(true)
    expect(await isColored({ GITHUB_ACTIONS: "true" })).toBe(true)
    expect(await isColored({ GITHUB_ACTIONS: "true", TERM: "dumb" })).toBe(false)
    expect(await isColored({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false)
    expect(await isColored({ NO_COLOR: "1" }, "--color=always")).toBe(true)
  })
})
