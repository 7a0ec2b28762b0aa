import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { homedir, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { readInputs } from "../../src/action/inputs.ts"
import { readManifest } from "./runner.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

function contentsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]))
}

test("dist/action is what the sources make, byte for byte", () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-bundle-"))
  try {
    const tsdown = join(root, "node_modules/tsdown/dist/run.mjs")
    const args = ["--config", "tsdown.action.config.ts", "--out-dir", folder, "--logLevel", "error"]
    const { status, stderr } = spawnSync(process.execPath, [tsdown, ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NODE_NO_WARNINGS: "1" },
    })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    const built = contentsOf(folder)
    const committed = contentsOf(join(root, "dist/action"))
    const stale = [...new Set([...Object.keys(built), ...Object.keys(committed)])].filter(
      (name) => built[name] !== committed[name],
    )
    expect(stale, "run `npm run bundle:action`, and commit dist/action").toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test("dist/action holds no path of the machine that built it", () => {
  const texts = Object.entries(contentsOf(join(root, "dist/action")))
  const telling = [root, `${homedir()}/`]
  const found = texts.flatMap(([name, text]) =>
    telling.filter((path) => text.includes(path)).map((path) => `${name}: ${path}`),
  )
  expect(found).toEqual([])
})

test("action.yml declares the inputs that are read, and no others", () => {
  const { inputs, runs, outputs } = readManifest(".")
  const read = new Set<string>()
  readInputs((name) => {
    read.add(name)
    return inputs[name]?.default ?? ""
  })
  expect([...read].sort()).toEqual(Object.keys(inputs).sort())
  expect(runs).toEqual({ using: "node24", main: "dist/action/main.js" })
  expect(Object.keys(outputs ?? {})).toEqual([
    "outcome",
    "errors",
    "warnings",
    "report-json",
    "html-report",
    "sarif-file",
    "changed-resources",
    "diff-json",
  ])
  expect(readManifest("comment").runs).toEqual({
    using: "node24",
    main: "../dist/action/comment.js",
  })
})
