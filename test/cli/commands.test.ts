import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

const repositories = useRepository()

describe("build", () => {
  test("prints what one Kustomization applies, with Secrets masked", async () => {
    const { code, stdout, stderr } = await sluice(["build", "ks/apps"], {
      cwd: repositories.broken,
    })
    await expect(stdout.replace(/\*\*\* \([0-9a-f]{8}\)/gu, "*** (hash)")).toMatchFileSnapshot(
      "../snapshots/cli/build-apps.yaml",
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).not.toContain("s3cr3t")
  })

  test("prints them in clear when asked, but not in CI", async () => {
    const args = ["build", "Kustomization/flux-system/apps", "--show-secrets"]
    expect((await sluice(args, { cwd: repositories.broken })).stdout).toContain(
      "phrase: s3cr3t-Passw0rd",
    )
    const inCi = await sluice(args, { cwd: repositories.broken, environment: { CI: "true" } })
    expect(inCi).toMatchObject({ code: 2, stdout: "" })
  })

  test("the same value has the same mask in every run", async () => {
    const masks = async (): Promise<readonly string[] | null> =>
      (await sluice(["build"], { cwd: repositories.broken })).stdout.match(/\*\*\* \(\w+\)/gu)
    expect(await masks()).toEqual(await masks())
  })

  test("prints everything as JSON", async () => {
    const { code, stdout } = await sluice(["build", "-o", "json"], { cwd: repositories.broken })
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
      (await sluice(["build", "KS/apps", "-n", "flux-system"], { cwd: repositories.broken })).code,
    ).toBe(0)
    const { code, stderr } = await sluice(["build", "ks/apps", "-n", "apps"], {
      cwd: repositories.broken,
    })
    expect(code).toBe(2)
    expect(stderr).toContain("There is one in the namespace `flux-system`.")
  })
})

describe("other commands", () => {
  test.each([
    "--help",
    "check --help",
    "build --help",
    "cache --help",
    "tree --help",
    "graph --help",
  ])("%s", async (args) => {
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
    await sluice(["check", repositories.broken, "--cache-dir", folder])
    expect(await run("info")).toMatch(/: [1-9]\d* files, \d/u)
    expect(await run("prune", "--max-size", "1KiB")).toMatch(/^Removed [1-9]/u)
    expect(await run("clean")).toContain(": 0 files, 0 B")
  })
})
