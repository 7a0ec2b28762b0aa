import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { nodeWriter } from "./node-writer.ts"

const text = "\ufeffkind: ConfigMap # ünï\r\n"
let root = ""
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sluice-writer-"))
  mkdirSync(join(root, "apps"))
  writeFileSync(join(root, "apps/podinfo.yaml"), text, { mode: 0o640 })
})
afterEach(() => {
  for (const folder of [root, `${root}-elsewhere`]) rmSync(folder, { recursive: true, force: true })
})

const file = (): { root: string; path: string; text: string } => ({
  root,
  path: "apps/podinfo.yaml",
  text,
})

test("a file is replaced whole, keeps its mode, and leaves nothing beside it", () => {
  expect(nodeWriter.refusal(file())).toBeUndefined()
  expect(nodeWriter.replace(file(), "kind: Secret\r\n")).toBeUndefined()
  expect(readFileSync(join(root, "apps/podinfo.yaml"), "utf8")).toBe("kind: Secret\r\n")
  expect(statSync(join(root, "apps/podinfo.yaml")).mode & 0o777).toBe(0o640)
  expect(readdirSync(join(root, "apps"))).toEqual(["podinfo.yaml"])
})

const place = (): string => join(root, "apps/podinfo.yaml")

test.each<[string, () => void]>([
  ["has changed since it was read", () => writeFileSync(place(), "kind: Service\n")],
  ["is not there any more", () => rmSync(place())],
  ["is read-only", () => chmodSync(place(), 0o444)],
  [
    "is no file any more",
    () => {
      rmSync(place())
      symlinkSync("/etc/hostname", place())
    },
  ],
  [
    "lies outside of the checked folder",
    () => {
      rmSync(join(root, "apps"), { recursive: true })
      const elsewhere = `${root}-elsewhere`
      mkdirSync(elsewhere)
      writeFileSync(join(elsewhere, "podinfo.yaml"), text)
      symlinkSync(elsewhere, join(root, "apps"))
    },
  ],
  ["is not UTF-8", () => writeFileSync(place(), Buffer.from(text, "utf16le"))],
])("a file that %s stays as it is", (reason, change) => {
  change()
  expect(nodeWriter.refusal(file())).toBe(reason)
  expect(nodeWriter.replace(file(), "kind: Secret\n")).toBe(reason)
})
