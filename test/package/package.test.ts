import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { cleanEnvironment, finding, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { copyClone } from "../support/clone.ts"
import { findTool, type ToolName } from "../support/tools.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const repositories = useRepository()

/** What `npm pack --json` says. */
interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

let packed: Packed
let archive = ""

beforeAll(() => {
  const folder = temporaryFolder()
  const args = ["pack", "--json", "--loglevel=error", "--pack-destination", folder]
  const [done] = JSON.parse(
    execFileSync("npm", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
  ) as readonly Packed[]
  if (!done) throw new Error("npm pack has packed nothing")
  packed = done
  archive = join(folder, done.filename)
})

const mebibyte = 1024 * 1024

test("the package stays small: 15 MB packed, 30 MB unpacked", () => {
  const [size, unpacked] = [packed.size, packed.unpackedSize].map((bytes) => bytes / mebibyte)
  process.stderr.write(`packed ${size?.toFixed(1)} MiB, unpacked ${unpacked?.toFixed(1)} MiB\n`)
  expect(packed.size).toBeLessThanOrEqual(15_000_000)
  expect(packed.unpackedSize).toBeLessThanOrEqual(30_000_000)
})

test("it holds what runs, and no sources, tests or data of tests", () => {
  const folders = new Set(packed.files.map(({ path }) => path.split("/")[0]))
  expect([...folders].sort()).toEqual(
    [
      ...["CHANGELOG.md", "LICENSE", "README.md", "bin", "dist", "engine", "package.json"],
      ...["rules", "schemas"],
    ].sort(),
  )
  expect(packed.files.filter(({ path }) => /\.test\.|\/src\/|\.tgz$/u.test(path))).toEqual([])
})

test("nothing runs when it is installed, and npm is given no reason to install what developers need", () => {
  const { scripts, dependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>
  // The last five make npm install development dependencies of a repository (pacote, lib/git.js).
  const hooks = ["preinstall", "install", "postinstall", "prepare", "prepack", "build", "postpack"]
  expect(Object.keys(scripts ?? {}).filter((name) => hooks.includes(name))).toEqual([])
  expect(dependencies).toBeUndefined()
})

const attw = findTool("attw")
test.skipIf(attw === undefined)("types are found as imports find code (arethetypeswrong)", () => {
  const args = [
    attw ?? "",
    archive,
    "--profile",
    "esm-only",
    "--format",
    "table-flipped",
    "--no-emoji",
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
  expect({ status, stdout, stderr }).toMatchObject({ status: 0 })
})

interface PackageManager {
  readonly name: string
  readonly tool: ToolName | undefined
  command(program: string): readonly string[]
}

const managers: readonly PackageManager[] = [
  {
    name: "npm",
    tool: undefined,
    command: () => [
      "npm",
      "install",
      "--offline",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      archive,
    ],
  },
  {
    name: "pnpm",
    tool: "pnpm",
    command: (program) => [process.execPath, program, "add", "--offline", archive],
  },
  {
    name: "yarn",
    tool: "yarn",
    command: (program) => [process.execPath, program, "add", `sluice@file:${archive}`],
  },
  { name: "bun", tool: "bun", command: (program) => [program, "add", archive] },
]

/** A folder with a project of nobody, in which a package manager has installed the package. */
function installWith({ tool, command }: PackageManager): string {
  const folder = join(temporaryFolder(), "project")
  mkdirSync(folder)
  writeFileSync(join(folder, "package.json"), '{ "name": "fleet", "private": true }\n')
  // A folder node_modules, as all the others make it.
  writeFileSync(join(folder, ".yarnrc.yml"), "nodeLinker: node-modules\nenableTelemetry: false\n")
  writeFileSync(join(folder, "yarn.lock"), "")
  const [program = "", ...args] = command(tool === undefined ? "" : (findTool(tool) ?? ""))
  const environment = cleanEnvironment({
    HOME: temporaryFolder(),
    CI: "true",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  })
  execFileSync(program, args, { cwd: folder, env: environment, stdio: "pipe" })
  return folder
}

describe.each(managers)("installed by $name", (manager) => {
  const isThere = manager.tool === undefined || findTool(manager.tool) !== undefined
  test.skipIf(!isThere)("it runs by its name", () => {
    const folder = installWith(manager)
    const command = join(folder, "node_modules/.bin/sluice")
    expect(existsSync(command)).toBe(true)
    const done = spawnSync(command, ["check", repositories.broken, "-f", "concise"], {
      cwd: folder,
      env: cleanEnvironment(),
      encoding: "utf8",
    })
    expect(done).toMatchObject({ status: 1, stdout: finding, stderr: "" })
  })
})

describe.each(["node20", "node22", "node24"] as const)("under %s", (name) => {
  const node = findTool(name)
  test.skipIf(node === undefined)("the program and the library's example run", () => {
    const [npm] = managers
    if (!npm) throw new Error("npm is no package manager any more")
    const folder = installWith(npm)
    const run = (args: readonly string[]): unknown =>
      spawnSync(node ?? "", args, { cwd: folder, env: cleanEnvironment(), encoding: "utf8" })
    expect(
      run(["node_modules/sluice/bin/sluice.js", "check", repositories.broken, "-f", "concise"]),
    ).toMatchObject({
      status: 1,
      stdout: finding,
      stderr: "",
    })
    const page = readFileSync(join(root, "docs/library.md"), "utf8")
    const [, example = ""] = /```js\n(.*?)```/su.exec(page) ?? []
    const [, printed = ""] = /```text\n(.*?)```/su.exec(page) ?? []
    writeFileSync(join(folder, "example.mjs"), example)
    expect(run(["example.mjs"])).toMatchObject({ status: 0, stdout: printed, stderr: "" })
  })
})

test("a clone can be installed as it is, without what developers need", () => {
  const clone = temporaryFolder()
  copyClone(clone)
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
  for (const args of [
    ["init", "-q"],
    ["add", "-A", "-f"],
    ["commit", "-q", "-m", "all"],
  ])
    execFileSync("git", [...identity, ...args], { cwd: clone, stdio: "pipe" })
  const folder = installWith({
    name: "npm",
    tool: undefined,
    command: () => [
      "npm",
      "install",
      "--offline",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `git+file://${clone}`,
    ],
  })
  const done = spawnSync(
    join(folder, "node_modules/.bin/sluice"),
    ["check", repositories.broken, "-f", "concise"],
    {
      cwd: folder,
      env: cleanEnvironment(),
      encoding: "utf8",
    },
  )
  expect(done).toMatchObject({ status: 1, stdout: finding, stderr: "" })
})
