import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { nodeFiles } from "./node-files.ts"

let root = ""
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sluice-files-"))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

async function listed(environment = process.env): Promise<readonly string[]> {
  return (await nodeFiles(environment).list(root)).map(({ path }) => path)
}

describe("outside of a git work tree", () => {
  test("all files are listed in path order, whatever .gitignore says", async () => {
    write({
      "apps/podinfo.yaml": "",
      "apps.yaml": "",
      ".gitignore": "apps.yaml",
      "node_modules/a/b.yaml": "",
    })
    expect(await listed()).toEqual([".gitignore", "apps.yaml", "apps/podinfo.yaml"])
  })

  test("symbolic links are listed but not followed", async () => {
    write({ "base/podinfo.yaml": "kind: ConfigMap" })
    symlinkSync("base", join(root, "linked"))
    symlinkSync("/etc/passwd", join(root, "passwd"))
    const files = nodeFiles({})
    expect(await files.list(root)).toEqual([
      { path: "base/podinfo.yaml", size: 15, link: false },
      { path: "linked", size: 4, link: true },
      { path: "passwd", size: 11, link: true },
    ])
    await expect(files.read(root, "passwd")).rejects.toThrow()
  })

  test("names with odd characters survive", async () => {
    const names = [
      "a\nb.yaml",
      "tab\there.yaml",
      "\u202egnol.yaml",
      "ünï.yaml",
      "quote'\".yaml",
      "back\\slash.yaml",
    ]
    write(Object.fromEntries(names.map((name) => [name, name])))
    expect(await listed()).toEqual([...names].sort())
    expect(Buffer.from(await nodeFiles({}).read(root, "a\nb.yaml")).toString()).toBe("a\nb.yaml")
  })

  test("pipes are left alone", async () => {
    execFileSync("mkfifo", [join(root, "pipe.yaml")])
    expect(await listed()).toEqual([])
  })
})

describe("in a git work tree", () => {
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@b", ...args], {
      stdio: "ignore",
    })
  }

  test("ignored files are left out, unless git tracks them all the same", async () => {
    write({
      ".gitignore": "*.tmp.yaml\n/out/\n",
      "a.yaml": "",
      "b.tmp.yaml": "",
      "kept.tmp.yaml": "",
      "out/c.yaml": "",
      "\u00fc\n.yaml": "",
    })
    git("init")
    git("add", "-f", "kept.tmp.yaml", "a.yaml")
    expect(await listed()).toEqual([".gitignore", "a.yaml", "kept.tmp.yaml", "\u00fc\n.yaml"])
  })

  test("a folder of it can be the root", async () => {
    write({
      "fleet/.gitignore": "out.yaml",
      "fleet/a.yaml": "",
      "fleet/out.yaml": "",
      "other.yaml": "",
    })
    git("init")
    root = join(root, "fleet")
    expect(await listed()).toEqual([".gitignore", "a.yaml"])
    root = dirname(root)
  })

  test("deleted files are gone, although the index has them", async () => {
    write({ "a.yaml": "", "b.yaml": "" })
    git("init")
    git("add", ".")
    rmSync(join(root, "a.yaml"))
    expect(await listed()).toEqual(["b.yaml"])
  })

  test("the repository's own configuration runs nothing", async () => {
    write({ "a.yaml": "" })
    git("init")
    git("config", "core.fsmonitor", `touch ${join(root, "pwned")}; false`)
    expect(await listed()).toEqual(["a.yaml"])
  })

  test("without git, all files are listed", async () => {
    write({ ".gitignore": "a.yaml", "a.yaml": "" })
    git("init")
    expect(await listed({ PATH: "/nowhere" })).toEqual([".gitignore", "a.yaml"])
  })
})
