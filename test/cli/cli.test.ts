import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { stripVTControlCharacters } from "node:util"
import { Ajv2020 } from "ajv/dist/2020.js"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { reportSchema } from "../../src/report/report-schema.ts"
import {
  cleanEnvironment,
  copyRepository,
  program,
  removeFolders,
  runProgram,
  sluice,
  temporaryFolder,
} from "./sluice.ts"

interface JsonReport {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[]
  readonly timing?: unknown
}

const finding =
  "clusters/production/apps.yaml:9:13: error: Kustomization flux-system/apps depends on Kustomization flux-system/infrastructur, which nothing defines. [ks-depends-on-missing]\n"

let repository = ""
let healthy = ""

beforeAll(async () => {
  const builder = "../../scripts/build-if-stale.mjs"
  const { buildIfStale } = (await import(builder)) as { buildIfStale: () => boolean }
  expect(buildIfStale()).toBe(true)
  repository = copyRepository()
  healthy = copyRepository()
  const apps = join(healthy, "clusters/production/apps.yaml")
  writeFileSync(apps, readFileSync(apps, "utf8").replace("infrastructur\n", "infrastructure\n"))
})
afterAll(removeFolders)

describe("check", () => {
  test("prints findings in their code", async () => {
    const { code, stdout, stderr } = await sluice(["check", repository, "--no-timing"])
    await expect(stdout).toMatchFileSnapshot("../snapshots/cli/check-pretty.txt")
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" })
  })

  test("prints one line each with --format concise", async () => {
    expect(await sluice(["check", repository, "-f", "concise"])).toMatchObject({
      code: 1,
      stdout: finding,
      stderr: "",
    })
  })

  test("prints the same JSON each time, cold and warm, with one worker and with two", async () => {
    const args = ["check", repository, "--format", "json", "--no-timing"]
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
    const { code, stdout } = await sluice(["check", healthy])
    expect(stdout).toMatch(/^✔ No problems/u)
    expect(code).toBe(0)
  })

  test("is the default command, for the git root of the current folder", async () => {
    execFileSync("git", ["init", "-q"], { cwd: repository })
    const outcome = await sluice(["-f", "concise"], {
      cwd: join(repository, "clusters/production"),
    })
    expect(outcome).toMatchObject({ code: 1, stdout: finding })
    rmSync(join(repository, ".git"), { recursive: true })
  })

  test("takes paths after --, and with --cwd", async () => {
    expect(await sluice(["--format=concise", "--", repository])).toMatchObject({
      code: 1,
      stdout: finding,
    })
    expect(await sluice(["--cwd", repository, "-fconcise"])).toMatchObject({
      code: 1,
      stdout: finding,
    })
  })

  test("reports only what is below the paths, and reads Flux paths from the git root", async () => {
    execFileSync("git", ["init", "-q"], { cwd: repository })
    const run = async (...paths: readonly string[]): Promise<unknown> =>
      (await sluice(["-fconcise", ...paths], { cwd: repository })).stdout
    expect(await run("clusters")).toBe(finding)
    expect(await run("apps", "clusters/production/apps.yaml")).toBe(finding)
    expect(await run("infrastructure/namespace.yaml")).toBe("")
    rmSync(join(repository, ".git"), { recursive: true })
  })

  test("writes reports to files, whole, beside the one for people", async () => {
    const folder = temporaryFolder()
    const { code, stdout } = await sluice(
      ["check", repository, "-f", "json=report.json", "-f", "concise=report.txt"],
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
    const shell = `"${process.execPath}" "${program}" check "${repository}" | head -1`
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
    expect((await sluice(["check", repository, "-f", "concise", ...args])).code).toBe(expected)
  })
})

describe("wrong usage exits 2 and says what to do", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["a flag with a typing error", ["check", "--fromat", "json"]],
    ["a flag of a later release", ["check", "--fix"]],
    ["a command of a later release", ["graph"]],
    ["a format of a later release", ["check", "-f", "sarif"]],
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
      ["check", "fleet", "--chart-mirror", "https://charts.example.com"],
    ],
    ["an object that is not there", ["build", "ks/app", "--cwd", "fleet"]],
    ["an object of an unknown kind", ["build", "deploy/app", "--cwd", "fleet"]],
    ["a rule that is not there", ["explain", "ks-path-mising"]],
    ["explain without a rule", ["explain"]],
    ["an unknown cache action", ["cache", "purge"]],
    ["a size that is none", ["cache", "prune", "--max-size", "much"]],
  ]
  test("as in the snapshot", async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, "empty"))
    writeFileSync(join(folder, "empty/README.md"), "")
    execFileSync("cp", ["-r", repository, join(folder, "fleet")])
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
    expect(await sluice(["check", repository], { environment })).toMatchObject({
      code: 0,
      stdout: "",
    })
    expect(await sluice(["check", repository, "--skip", "yaml"], { environment })).toMatchObject({
      code: 0,
      stdout: finding,
    })
    const wrong = await sluice(["check", repository], { environment: { SLUICE_FAIL_ON: "errors" } })
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("`SLUICE_FAIL_ON` is `errors`"),
    })
  })

  test("come from the nearest file, which is shown when it is wrong", async () => {
    const fleet = copyRepository()
    const config = join(fleet, ".sluice.yaml")
    writeFileSync(config, "rules:\n  ks-depends-on-missing: warning\n")
    const run = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await sluice(["-f", "json", ...args], { cwd: fleet })
      return (JSON.parse(stdout) as JsonReport).findings.map(({ severity }) => severity)
    }
    expect(await run()).toEqual(["warning"])
    expect(await run("--no-config")).toEqual(["error"])
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
      join(fleet, "sluice.yaml"),
      "ignore: [{ paths: [clusters/**], reason: a demo }]\n",
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

describe("build", () => {
  test("prints what one Kustomization applies, with Secrets masked", async () => {
    const { code, stdout, stderr } = await sluice(["build", "ks/apps"], { cwd: repository })
    await expect(stdout.replace(/\*\*\* \([0-9a-f]{8}\)/gu, "*** (hash)")).toMatchFileSnapshot(
      "../snapshots/cli/build-apps.yaml",
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).not.toContain("s3cr3t")
  })

  test("prints them in clear when asked, but not in CI", async () => {
    const args = ["build", "Kustomization/flux-system/apps", "--show-secrets"]
    expect((await sluice(args, { cwd: repository })).stdout).toContain("password: s3cr3t-Passw0rd")
    const inCi = await sluice(args, { cwd: repository, environment: { CI: "true" } })
    expect(inCi).toMatchObject({ code: 2, stdout: "" })
  })

  test("the same value has the same mask in every run", async () => {
    const masks = async (): Promise<readonly string[] | null> =>
      (await sluice(["build"], { cwd: repository })).stdout.match(/\*\*\* \(\w+\)/gu)
    expect(await masks()).toEqual(await masks())
  })

  test("prints everything as JSON", async () => {
    const { code, stdout } = await sluice(["build", "-o", "json"], { cwd: repository })
    const { items } = JSON.parse(stdout) as {
      items: readonly { kind: string; metadata: { name: string } }[]
    }
    expect(code).toBe(0)
    expect(items.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(
      expect.arrayContaining(["Kustomization/apps", "Namespace/podinfo", "Secret/database"]),
    )
  })

  test("takes the namespace from -n", async () => {
    expect(
      (await sluice(["build", "KS/apps", "-n", "flux-system"], { cwd: repository })).code,
    ).toBe(0)
    const { code, stderr } = await sluice(["build", "ks/apps", "-n", "apps"], { cwd: repository })
    expect(code).toBe(2)
    expect(stderr).toContain("There is one in the namespace `flux-system`.")
  })
})

describe("other commands", () => {
  test.each(["--help", "check --help", "build --help", "cache --help"])("%s", async (args) => {
    const { code, stdout } = await sluice(args.split(" "))
    await expect(stdout).toMatchFileSnapshot(
      `../snapshots/cli/help-${args.split(" ").length > 1 ? args.split(" ")[0] : "sluice"}.txt`,
    )
    expect(code).toBe(0)
  })

  test("--version", async () => {
    expect(await sluice(["--version"])).toEqual({
      code: 0,
      signal: null,
      stdout: "0.1.0\n",
      stderr: "",
    })
  })

  test("explain shows the page of a rule, also for Flux's own words", async () => {
    const page = await sluice(["explain", "ks-path-missing"])
    expect(page).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ks-path-missing\n─+\n/u),
    })
    const { stdout } = await sluice([
      "explain",
      "kustomization",
      "path",
      "not",
      "found:",
      "stat",
      "/tmp/kustomization-1/apps",
    ])
    expect(stdout).toContain("ks-path-missing  ")
    const exact = await sluice(["explain", "Found multiple kustomization files in folder /tmp/a"])
    expect(exact.stdout).toMatch(/^kfile-duplicate\n/u)
  })

  test("rules lists them, for programs too", async () => {
    const { stdout } = await sluice(["rules"])
    expect(stdout).toContain("ks-source-missing")
    const entries = JSON.parse((await sluice(["rules", "-f", "json"])).stdout) as readonly {
      id: string
      url: string
    }[]
    expect(entries.find(({ id }) => id === "ks-source-missing")).toMatchObject({
      category: "kustomization",
      severity: "error",
    })
  })

  test("doctor says what a bug report needs, and no passwords", async () => {
    const { code, stdout } = await sluice(["doctor"], {
      environment: { HTTPS_PROXY: "http://user:pa55@proxy.example:3128" },
    })
    expect(code).toBe(0)
    expect(stdout).toContain("HTTPS_PROXY")
    expect(stdout).toContain("http://***@proxy.example:3128")
    expect(stdout).toMatch(/engine digest +sha256:[0-9a-f]{64}/u)
  })

  test("cache shows, prunes and empties the folder", async () => {
    const folder = join(temporaryFolder(), "cache")
    const run = async (...args: readonly string[]): Promise<string> =>
      (await sluice(["cache", ...args, "--cache-dir", folder])).stdout
    expect(await run("info")).toBe(`${folder}: 0 files, 0 B\n`)
    await sluice(["check", repository, "--cache-dir", folder])
    expect(await run("info")).toMatch(/: [1-9]\d* files, \d/u)
    expect(await run("prune", "--max-size", "1KiB")).toMatch(/^Removed [1-9]/u)
    expect(await run("clean")).toContain(": 0 files, 0 B")
  })
})

describe("Ctrl-C", () => {
  test("ends with 130 and leaves no half report", async () => {
    const folder = temporaryFolder()
    const environment = { XDG_CACHE_HOME: join(folder, "cache") }
    const outcome = await sluice(["check", repository, "-f", "json=report.json"], {
      cwd: folder,
      environment,
      started: (kill) => setTimeout(() => kill("SIGINT"), 700),
    })
    expect(outcome).toMatchObject({ code: 130, stdout: "" })
    expect(existsSync(join(folder, "report.json"))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes("report"))).toEqual([])
  })
})

describe("progress", () => {
  test("is one line at a terminal, which goes away", async () => {
    const command = `stty cols 60; "${process.execPath}" "${program}" check "${repository}" --no-cache`
    const { stdout } = await runProgram("script", ["-qec", command, "/dev/null"], {
      environment: { TERM: "xterm" },
    })
    expect(stdout).toContain("\r\u001b[2Kbuilding")
    const afterProgress = stdout.slice(stdout.lastIndexOf("\r\u001b[2K") + 5)
    expect(afterProgress).toContain("ks-depends-on-missing")
    expect(afterProgress).toContain("\u001b[")
    const plain = stripVTControlCharacters(afterProgress).replaceAll("\r", "")
    expect(
      plain.split("\n").filter((line) => line.length > 60 && !line.includes("https://")),
    ).toEqual([])
  })

  test("is silent where nobody watches", async () => {
    expect((await sluice(["check", repository, "--no-cache"])).stderr).toBe("")
  })
})

test("nothing of the environment turns up in reports or in the cache", async () => {
  const canaries = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`CANARY_${index}`, `canary-value-${index}-x`]),
  )
  const cache = temporaryFolder()
  const { stdout, stderr } = await sluice(["check", repository, "-f", "json", "-v"], {
    environment: { ...canaries, XDG_CACHE_HOME: cache },
  })
  const files = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".wasm"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
  for (const text of [stdout, stderr, ...files]) expect(text).not.toContain("canary-value")
  for (const text of files) expect(text).not.toContain("s3cr3t")
  expect(Object.keys(cleanEnvironment())).toEqual(["PATH", "HOME", "XDG_CACHE_HOME"])
})
