import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeEach, describe, expect, test } from "vitest"
import { serveFiles } from "../../src/build/remote/testdata/remote.ts"
import { reporters } from "../../src/report/reporters.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const fixture = join(fixturesFolder, "helm-repository")

let root = ""
let cache = ""
let mirror = ""

beforeEach(() => {
  const folder = temporaryFolder()
  root = join(folder, "repository")
  cache = join(folder, "cache")
  mirror = join(folder, "mirror")
  cpSync(join(fixture, "repo"), root, { recursive: true })
  cpSync(join(fixture, "mirror"), mirror, { recursive: true })
})

interface Shown {
  readonly timing: { readonly phases: Readonly<Record<string, number>> }
  readonly findings: readonly { readonly rule: string; readonly message: string }[]
  readonly summary: { readonly rendered: number }
}

/** Checks the repository; whether it was built, or an earlier run's report stood for it. */
async function check(...flags: readonly string[]): Promise<Shown & { readonly isBuilt: boolean }> {
  const { stdout, stderr } = await sluice(
    ["check", root, "--cache-dir", cache, "--chart-mirror", mirror, "-f", "json", ...flags],
    { environment: { SLUICE_OFFLINE: "false" } },
  )
  expect(stderr).toBe("")
  const shown = JSON.parse(stdout) as Shown
  return { ...shown, isBuilt: "build" in shown.timing.phases }
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, "utf8")
  const edited = text.replace(from, to)
  expect(edited).not.toBe(text)
  writeFileSync(path, edited)
}

const yamlOf = (folder: string): string => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(".yaml"),
  )
  return join(folder, found ?? "")
}

describe("a run over a world that is as it was", () => {
  test("has the report of the earlier one", async () => {
    const first = await check()
    const second = await check()
    expect([first.isBuilt, second.isBuilt]).toEqual([true, false])
    expect({ ...second, timing: 0, isBuilt: 0 }).toEqual({ ...first, timing: 0, isBuilt: 0 })
    expect(first.summary.rendered).toBeGreaterThan(0)
  })

  test("writes the same bytes in every format", async () => {
    cpSync(join(fixturesFolder, "kustomize-mistakes/repo"), root, { recursive: true })
    // The reports for GitHub's log hold a random word.
    const names = Object.keys(reporters).filter((name) => name !== "github")
    const reportsIn = async (folder: string): Promise<readonly string[]> => {
      const formats = names.flatMap((name) => ["-f", `${name}=${join(folder, name)}`])
      await sluice(["check", root, "--cache-dir", cache, "--no-timing", ...formats])
      return names.map((name) => readFileSync(join(folder, name), "utf8"))
    }
    const first = await reportsIn(temporaryFolder())
    expect((await check()).findings.length).toBeGreaterThan(2)
    const second = await reportsIn(temporaryFolder())
    expect(names.filter((_, index) => first[index] !== second[index])).toEqual([])
  })

  test("stands for a copy of the repository elsewhere", async () => {
    await check()
    const moved = `${root}-moved`
    renameSync(root, moved)
    root = moved
    expect((await check()).isBuilt).toBe(false)
  })

  test("remembers each state of the files: a branch and back", async () => {
    const path = yamlOf(root)
    const before = readFileSync(path)
    await check()
    writeFileSync(path, `${before.toString()}\n# a comment\n`)
    expect((await check()).isBuilt).toBe(true)
    expect((await check()).isBuilt).toBe(false)
    writeFileSync(path, before)
    expect((await check()).isBuilt).toBe(false)
  })

  test("is built without a cache", async () => {
    await check()
    expect((await check("--no-cache")).isBuilt).toBe(true)
  })
})

describe("is built again when", () => {
  const changes: readonly (readonly [what: string, change: () => void])[] = [
    ["a file changes", () => writeFileSync(yamlOf(root), "{}\n")],
    ["a file comes", () => writeFileSync(join(root, "new.yaml"), "{}\n")],
    ["a file goes", () => rmSync(yamlOf(root))],
    [
      "a chart of the mirror changes",
      () => cpSync(join(mirror, "podinfo-5.2.1.tgz"), join(mirror, "podinfo-6.9.2.tgz")),
    ],
    ["the mirror has another index", () => edit(join(mirror, "index.yaml"), /$/u, "# more\n")],
    [
      "the configuration is another one",
      () => writeFileSync(join(root, ".sluice.yaml"), "kubernetes: '1.30'\n"),
    ],
    [
      "there is a baseline",
      () => writeFileSync(join(root, ".sluice-baseline.json"), '{"version":1,"findings":[]}\n'),
    ],
  ]
  test.each(changes)("%s", async (_what, change) => {
    await check()
    change()
    expect((await check()).isBuilt).toBe(true)
  })

  test.each([
    ["an option is another one", ["--flux-version", "2.8"]],
    ["a rule is set otherwise", ["--rule", "hr-source-missing=off"]],
  ])("%s", async (_what, flags) => {
    await check()
    expect((await check(...flags)).isBuilt).toBe(true)
  })
})

describe("with sources on the network", () => {
  const names = ["index.yaml", "podinfo-5.2.1.tgz", "podinfo-6.9.1.tgz", "podinfo-6.9.2.tgz"]
  const bytesOf = (name: string): Buffer =>
    readFileSync(
      join(fileURLToPath(new URL("../../fixtures/helm-repository/mirror", import.meta.url)), name),
    )

  test("a chart that is replaced there is rendered again, and one that is gone is missed", async () => {
    let index = bytesOf("index.yaml")
    let isThere = true
    const archives = names.slice(1).map((name) => [`/${name}`, bytesOf(name)] as const)
    const server = await serveFiles(() =>
      isThere ? { ...Object.fromEntries(archives), "/index.yaml": index } : {},
    )
    try {
      const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
        .map((name) => join(root, name))
        .filter(
          (path) =>
            path.endsWith(".yaml") && /^kind: HelmRepository/mu.test(readFileSync(path, "utf8")),
        )
      expect(sources).toHaveLength(1)
      edit(sources[0] ?? "", /url: .*/u, `url: http://127.0.0.1:${server.port}`)
      rmSync(mirror, { recursive: true })
      const ask = async (): Promise<Awaited<ReturnType<typeof check>>> => {
        const { stdout } = await sluice(
          ["check", root, "--cache-dir", cache, "--allow-private-hosts", "-f", "json"],
          { environment: { SLUICE_OFFLINE: "false" } },
        )
        const shown = JSON.parse(stdout) as Shown
        return { ...shown, isBuilt: "build" in shown.timing.phases }
      }
      const first = await ask()
      expect(first.summary.rendered).toBeGreaterThan(0)
      expect((await ask()).isBuilt).toBe(false)
      index = Buffer.from(index.toString().replaceAll("6.9.2", "6.9.20"))
      expect((await ask()).isBuilt).toBe(true)
      expect((await ask()).isBuilt).toBe(false)
      isThere = false
      expect((await ask()).findings).not.toEqual(first.findings)
    } finally {
      server.close()
    }
  })
})
