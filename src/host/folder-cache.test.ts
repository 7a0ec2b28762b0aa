import { execFile, spawn } from "node:child_process"
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { rolldown } from "rolldown"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { cacheUsage, cleanCache, pruneCache } from "./cache-folder.ts"
import { folderCache } from "./folder-cache.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-cache-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (value: Uint8Array | undefined): string | undefined =>
  value && new TextDecoder().decode(value)

function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe("an entry", () => {
  test("is read back, by another process too", async () => {
    await folderCache(folder).put("helm", "k1", bytes("rendered"))
    expect(text(await folderCache(folder).get("helm", "k1"))).toBe("rendered")
    expect(await folderCache(folder).get("helm", "k2")).toBeUndefined()
    expect(await folderCache(folder).get("kustomize", "k1")).toBeUndefined()
  })

  test("shows nothing of its content to who lacks the inputs", async () => {
    await folderCache(folder).put("helm", "k1", bytes("password: hunter2"))
    const [file = ""] = files()
    expect(readFileSync(file).includes("hunter2")).toBe(false)
    expect(file).not.toContain("k1")
  })

  test("that was changed, cut short or swapped for another is a miss", async () => {
    const cache = folderCache(folder)
    await cache.put("helm", "k1", bytes("rendered"))
    const [file = ""] = files()
    const whole = readFileSync(file)
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(file, changed)
      expect(await cache.get("helm", "k1")).toBeUndefined()
    }
    for (const length of [0, 3, 20, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      expect(await cache.get("helm", "k1")).toBeUndefined()
    }
    await cache.put("helm", "k2", bytes("other"))
    const other = files().find((path) => path !== file) ?? ""
    writeFileSync(file, readFileSync(other))
    expect(await cache.get("helm", "k1")).toBeUndefined()
  })

  test("that cannot be written is no error", async () => {
    writeFileSync(join(folder, "file"), "")
    await folderCache(join(folder, "file")).put("helm", "k1", bytes("x"))
    expect(await folderCache(join(folder, "file")).get("helm", "k1")).toBeUndefined()
  })
})

test("four processes that write the same keys at once leave whole entries", async () => {
  const module = join(folder, "folder-cache.mjs")
  const input = fileURLToPath(new URL("./folder-cache.ts", import.meta.url))
  const bundle = await rolldown({ input, platform: "node" })
  await bundle.write({ file: module })
  const program = `
    const { folderCache } = await import(${JSON.stringify(module)})
    const cache = folderCache(${JSON.stringify(folder)})
    for (let round = 0; round < 100; round++) {
      const key = "k" + (round % 5)
      await cache.put("helm", key, new TextEncoder().encode(key.repeat(20000)))
      const value = await cache.get("helm", key)
      if (!value || new TextDecoder().decode(value) !== key.repeat(20000)) throw new Error("broken " + key)
    }`
  const run = promisify(execFile)
  const runs = Array.from({ length: 4 }, () =>
    run(process.execPath, ["--input-type=module", "-e", program]),
  )
  await Promise.all(runs)
  expect(files().filter((file) => !file.endsWith(".mjs"))).toHaveLength(5)
})

test("a process killed in the middle of writing, 200 times, leaves whole entries and readers that never see another", async () => {
  const module = join(folder, "folder-cache.mjs")
  const input = fileURLToPath(new URL("./folder-cache.ts", import.meta.url))
  const bundle = await rolldown({ input, platform: "node" })
  await bundle.write({ file: module })
  // Two of these write the same keys; each tells when it has begun, so that it is killed while it writes.
  const writer = `
    const { folderCache } = await import(${JSON.stringify(module)})
    const cache = folderCache(${JSON.stringify(join(folder, "cache"))})
    for (let round = 0; ; round++) {
      const key = "k" + (round % 5)
      await cache.put("helm", key, new TextEncoder().encode(key.repeat(200_000)))
      if (round === 0) process.stdout.write("begun")
    }`
  const cache = folderCache(join(folder, "cache"))
  const written = new Map<string, number>()
  const look = async (): Promise<void> => {
    for (const key of ["k0", "k1", "k2", "k3", "k4"]) {
      const value = text(await cache.get("helm", key))
      if (value === undefined) continue
      written.set(key, (written.get(key) ?? 0) + 1)
      // Not `toBe`: a difference of megabytes takes minutes to print.
      expect(value === key.repeat(200_000)).toBe(true)
    }
  }
  const killOne = (delayMs: number): Promise<NodeJS.Signals | null> =>
    new Promise((settle, fail) => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", writer])
      child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), delayMs))
      child.once("error", fail)
      child.once("close", (_status, signal) => settle(signal))
    })
  for (let killed = 0; killed < 200; killed += 4) {
    const signals = await Promise.all([0, 1, 2, 3].map((each) => killOne((killed + each) % 7)))
    expect(signals).toEqual(["SIGKILL", "SIGKILL", "SIGKILL", "SIGKILL"])
    await look()
  }
  expect(written.get("k0")).toBe(50)
  // What the killed have left half-written is swept away, and nothing else.
  const isLeft = (path: string): boolean => path.endsWith(".tmp")
  expect(files().some(isLeft)).toBe(true)
  const limits = { maxBytes: Number.POSITIVE_INFINITY, maxAgeMs: Number.POSITIVE_INFINITY }
  pruneCache(join(folder, "cache"), { ...limits, now: Date.now() + 2 * 3_600_000 })
  expect(files().some(isLeft)).toBe(false)
  await look()
  expect(written.get("k0")).toBe(51)
})

describe("pruning", () => {
  const now = Date.now()
  async function fill(ages: readonly number[]): Promise<void> {
    for (const [index, age] of ages.entries()) {
      const known = new Set(files())
      await folderCache(folder).put("helm", `k${index}`, bytes("x".repeat(1000)))
      const file = files().find((path) => !known.has(path)) ?? ""
      const time = new Date(now - age)
      utimesSync(file, time, time)
    }
  }

  test("removes what is older than the given age", async () => {
    await fill([1000, 50_000, 90_000])
    const removed = pruneCache(folder, {
      maxBytes: Number.POSITIVE_INFINITY,
      maxAgeMs: 60_000,
      now,
    })
    expect(removed.entries).toBe(1)
    expect(cacheUsage(folder).entries).toBe(2)
    expect(await folderCache(folder).get("helm", "k2")).toBeUndefined()
  })

  test("removes the oldest until the rest fits", async () => {
    await fill([3000, 1000, 2000])
    pruneCache(folder, { maxBytes: 2200, maxAgeMs: Number.POSITIVE_INFINITY, now })
    expect(cacheUsage(folder).entries).toBe(2)
    expect(await folderCache(folder).get("helm", "k0")).toBeUndefined()
  })

  test("cleaning leaves files that are not sluice's own", async () => {
    await fill([0])
    writeFileSync(join(folder, "notes.txt"), "mine")
    expect(cleanCache(folder).entries).toBe(1)
    expect(cacheUsage(folder)).toEqual({ entries: 0, bytes: 0 })
    expect(existsSync(join(folder, "notes.txt"))).toBe(true)
  })
})
