import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import type { Cache } from "../build/cache.ts"
import type { WorkspaceOptions } from "../model/index.ts"
import { type Judgements, type VerdictInputs, verdictMemory } from "./verdict-memory.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

function memoryCache(): Cache {
  const entries = new Map<string, Uint8Array>()
  return {
    get: async (kind, key) => entries.get(`${kind} ${key}`),
    put: async (kind, key, value) => void entries.set(`${kind} ${key}`, value),
  }
}

const options: WorkspaceOptions = {
  localSources: {},
  external: [],
  apiVersions: [],
  render: "auto",
  mirrors: [],
  offline: true,
  exclude: [],
}
const file = (text: string) => ({ path: "a.yaml", bytes: new TextEncoder().encode(text) })
const inputs: VerdictInputs = { files: [file("a: 1")], options, answers: "one" }
const judgements: Judgements = {
  verdicts: [[{ status: "checked", violations: [] }, { status: "unknown" }]],
  unjudged: [{ places: [[0, 0]], cause: { kind: "transition", rules: 1 } }],
}

test("verdicts come back for the same files, options and answers, and for no others", async () => {
  const cache = memoryCache()
  await verdictMemory(inputs, cache, digest)?.put(judgements)
  expect(await verdictMemory(inputs, cache, digest)?.get()).toEqual(judgements)
  for (const other of [
    { ...inputs, files: [file("a: 2")] },
    { ...inputs, options: { ...options, kubeVersion: "1.30" } },
    { ...inputs, answers: "two" },
  ]) {
    expect(await verdictMemory(other, cache, digest)?.get()).toBeUndefined()
  }
})

test("nothing is remembered without an engine that remembers, or with schemas from elsewhere", () => {
  const cache = memoryCache()
  expect(verdictMemory({ ...inputs, answers: undefined }, cache, digest)).toBeUndefined()
  const located = { ...inputs, options: { ...options, schemaLocations: ["schemas"] } }
  expect(verdictMemory(located, cache, digest)).toBeUndefined()
})
