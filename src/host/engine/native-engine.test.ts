import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { findArtifact } from "./artifact.ts"
import { chooseBackend } from "./choose-backend.ts"
import { FrameReader, frameOf } from "./frames.ts"
import { createNativeEngine } from "./native-engine.ts"
import { findNativeProgram } from "./native-program.ts"

const folder = mkdtempSync(join(tmpdir(), "sluice-native-test-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in place of `sluice-engine`; `serve` is what it does with `answer` after its greeting. */
function programOf(name: string, greeting: object, serve = ""): string {
  const path = join(folder, name)
  const text = JSON.stringify(JSON.stringify(greeting))
  writeFileSync(
    path,
    `#!${process.execPath}
if (process.argv[2] === "--version") { console.log(${text}); process.exit() }
const answer = (text) => {
  const bytes = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  process.stdout.write(Buffer.concat([length, bytes]))
}
answer(${text})
let calls = 0
process.stdin.on("data", () => { calls++; ${serve} })
`,
  )
  chmodSync(path, 0o755)
  return path
}

const { sources } = findArtifact()
const ours = { protocol: 1, sources, go: "go1.26" }
// A script is no program on Windows.
const onUnix = describe.skipIf(process.platform === "win32")

onUnix("a native engine", () => {
  const find = (path: string) => findNativeProgram({ SLUICE_ENGINE: path })

  test("is used when it is made of the same sources as the embedded one", () => {
    const path = programOf("ours", ours)
    expect(find(path)).toEqual({ status: "usable", path, greeting: ours })
  })

  test.each([
    ["other sources", { ...ours, sources: "0".repeat(64) }, /made of other sources/u],
    ["other messages", { ...ours, protocol: 2 }, /made of other sources/u],
    ["no greeting", {}, /no sluice-engine/u],
  ])("is not used when it has %s", (name, greeting, reason) => {
    expect(find(programOf(name.replace(" ", "-"), greeting))).toMatchObject({
      status: "unusable",
      reason: expect.stringMatching(reason),
    })
  })

  test("is not used when it is not there, or could be a file of the repository", () => {
    expect(find(join(folder, "none"))).toMatchObject({ reason: "it is not there" })
    expect(find("bin/sluice-engine")).toMatchObject({ reason: "its path is not absolute" })
  })

  test("is never started for a stranger's repository, nor with --render engine", () => {
    const marker = join(folder, "started")
    const path = join(folder, "spy")
    writeFileSync(path, `#!/bin/sh\necho > '${marker}'\n`)
    chmodSync(path, 0o755)
    const environment = { SLUICE_ENGINE: path, PATH: folder }
    expect(chooseBackend({ render: "auto", untrusted: true, environment })).toEqual({})
    expect(chooseBackend({ render: "engine", untrusted: false, environment })).toEqual({})
    expect(existsSync(marker)).toBe(false)
    expect(chooseBackend({ render: "auto", untrusted: false, environment }).refused?.path).toBe(
      path,
    )
    expect(existsSync(marker)).toBe(true)
  })

  const engineOf = (path: string) => createNativeEngine({ path, sources, concurrency: 1 })

  test.each([
    ["process.exit(86)", { limit: "memory", message: "the engine ran out of memory" }],
    [
      'console.error("fatal error: all goroutines are asleep"); process.exitCode = 2; process.stdin.destroy()',
      { limit: "crash", message: "the engine crashed: fatal error: all goroutines are asleep" },
    ],
    [
      'console.error("runtime: goroutine stack exceeds 67108864-byte limit"); process.exitCode = 2; process.stdin.destroy()',
      { limit: "crash", message: "the engine's call stack overflowed: endless recursion" },
    ],
  ])("that ends within a call is a limit, not a failure of the run: %s", async (serve, limit) => {
    const engine = engineOf(programOf(`ends-${limit.message.length}`, ours, serve))
    expect(await engine.call("constraint", { checks: [] })).toEqual({ status: "limit", ...limit })
    await engine.close()
  })

  test("that turns out to be another one is not asked", async () => {
    const engine = engineOf(programOf("changed", { ...ours, sources: "1" }))
    await expect(engine.call("constraint", { checks: [] })).rejects.toThrow(
      "is not the engine of this version of sluice",
    )
    await engine.close()
  })

  test("that cannot be started fails the call with its path", async () => {
    const engine = engineOf(join(folder, "none"))
    await expect(engine.call("constraint", { checks: [] })).rejects.toThrow("does not start")
    await engine.close()
  })
})

describe("frames", () => {
  test("a request is its length, the length of its head, the head, the blobs", () => {
    const blob = new Uint8Array([1, 2, 3])
    const frame = Buffer.concat(frameOf("tree", '{"id":"é"}', [blob]))
    const head = frame.subarray(8, 8 + frame.readUInt32LE(4)).toString()
    expect(frame.readUInt32LE(0)).toBe(frame.length - 4)
    expect(JSON.parse(head)).toEqual({ call: "tree", request: { id: "é" }, blobs: [3] })
    expect(frame.subarray(-3)).toEqual(Buffer.from(blob))
  })

  test.each([1, 2, 3, 5, 7, 1000])("messages in pieces of %i bytes are put together", (size) => {
    const texts = ["", "a", "b".repeat(500), "", "é"]
    const whole = Buffer.concat(
      texts.map((text) => {
        const length = Buffer.alloc(4)
        length.writeUInt32LE(Buffer.byteLength(text))
        return Buffer.concat([length, Buffer.from(text)])
      }),
    )
    const reader = new FrameReader()
    const read: string[] = []
    for (let at = 0; at < whole.length; at += size) {
      for (const message of reader.read(whole.subarray(at, at + size)))
        read.push(new TextDecoder().decode(message))
    }
    expect(read).toEqual(texts)
  })
})
