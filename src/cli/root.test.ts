import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { UsageError } from "../model/errors.ts"
import { findRoot } from "./root.ts"

let base = ""
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "sluice-root-")))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const kustomization = (path: string): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
spec:
  path: ${path}
`

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
}

function rootOf(paths: readonly string[], cwd = ""): readonly string[] {
  const { root, paths: wanted } = findRoot(paths, join(base, cwd))
  return [root.slice(base.length), ...wanted]
}

describe("in a git work tree", () => {
  beforeEach(() => {
    write({
      ".git/HEAD": "",
      "clusters/production/apps.yaml": kustomization("./apps"),
      "apps/podinfo.yaml": "kind: ConfigMap",
      "fixtures/example/clusters/apps.yaml": kustomization("./apps/base"),
      "fixtures/example/apps/base/a.yaml": "kind: ConfigMap",
    })
  })
  test.each<[string, readonly string[], string, readonly string[]]>([
    ["no path: the git root", [], "clusters/production", [""]],
    ["the git root itself", ["."], "", [""]],
    [
      "a folder whose Flux paths start at the git root: only its findings",
      ["clusters"],
      "",
      ["", "clusters"],
    ],
    [
      "a folder whose Flux paths start in it: a root of its own",
      ["fixtures/example"],
      "",
      ["/fixtures/example"],
    ],
    ["a folder that says nothing of Flux: a root of its own", ["apps"], "", ["/apps"]],
    ["a file", ["apps/podinfo.yaml"], "", ["", "apps/podinfo.yaml"]],
    ["several paths", ["../apps", "."], "clusters", ["", "apps", "clusters"]],
  ])("%s", (_title, paths, cwd, expected) => {
    expect(rootOf(paths, cwd)).toEqual(expected)
  })
})

describe("outside of one", () => {
  beforeEach(() => write({ "fleet/apps/podinfo.yaml": "", "other/a.yaml": "" }))

  test.each<[string, readonly string[], string, readonly string[]]>([
    ["no path: the current folder", [], "fleet", ["/fleet"]],
    ["one folder", ["fleet"], "", ["/fleet"]],
    [
      "a file below the current folder",
      ["apps/podinfo.yaml"],
      "fleet",
      ["/fleet", "apps/podinfo.yaml"],
    ],
    ["a file elsewhere: its folder", ["../other/a.yaml"], "fleet", ["/other", "a.yaml"]],
  ])("%s", (_title, paths, cwd, expected) => {
    expect(rootOf(paths, cwd)).toEqual(expected)
  })

  test("paths of two places are refused", () => {
    expect(() => rootOf(["apps", "../other"], "fleet")).toThrow(UsageError)
  })

  test("a path that is not there is refused", () => {
    expect(() => rootOf(["nowhere"])).toThrow("There is no file or folder `nowhere`.")
  })
})
