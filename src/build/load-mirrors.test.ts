import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { memoryFiles } from "../host/memory-files.ts"
import { loadMirrors } from "./load-mirrors.ts"

const index = "entries:\n  podinfo:\n    - version: 6.9.0\n      urls: [podinfo-6.9.0.tgz]\n"

const options = { mirrors: [""], offline: false }

function setUp(content: string) {
  const entries = new Map<string, Uint8Array>()
  return {
    files: memoryFiles({ "index.yaml": content }),
    digest: (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
    cache: {
      get: async (kind: string, key: string) => entries.get(`${kind} ${key}`),
      put: async (kind: string, key: string, value: Uint8Array) =>
        void entries.set(`${kind} ${key}`, value),
    },
    entries,
  }
}

test("an index that was read before is not parsed again, and gives the same charts", async () => {
  const host = setUp(index)
  const [first] = (await loadMirrors(host, options)).mirrors
  const [second] = (await loadMirrors(host, options)).mirrors
  expect(host.entries.size).toBe(1)
  expect(await second?.entries("podinfo")).toEqual(await first?.entries("podinfo"))
  expect(await first?.entries("podinfo")).toMatchObject([{ version: "6.9.0" }])
})

test("one that is no index is not remembered, and said each time", async () => {
  const host = setUp("entries: [")
  expect((await loadMirrors(host, options)).skipped).toHaveLength(1)
  expect((await loadMirrors(host, options)).skipped).toHaveLength(1)
  expect(host.entries.size).toBe(0)
})
