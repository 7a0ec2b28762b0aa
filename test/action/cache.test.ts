import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { copyRepository } from "../cli/sluice.ts"
import { events, type SentEvent } from "./events.ts"
import { runStep, type StepOutcome } from "./runner.ts"

/** GitHub's cache service and the storage behind it, as far as `@actions/cache` asks for them; on loopback. */
interface FakeCache {
  readonly server: TestServer
  /** Content by key, oldest first. */
  readonly entries: Map<string, Buffer>
}

let cache: FakeCache

beforeEach(async () => {
  const entries = new Map<string, Buffer>()
  const blocks = new Map<string, Buffer[]>()
  const server = await listen((request, response) => {
    const url = new URL(request.url ?? "", `http://${request.headers.host}`)
    void contentOf(request).then((content) => {
      if (request.method === "POST") return answerService(url, { content, entries, response })
      const key = decodeURIComponent(url.pathname.replace("/blob/", ""))
      if (request.method === "PUT") return store(key, url, { content, entries, blocks, response })
      const found = entries.get(key) ?? Buffer.alloc(0)
      response.writeHead(200, { "content-length": found.length })
      return void response.end(request.method === "HEAD" ? "" : found)
    })
  })
  cache = { server, entries }
})

async function contentOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

interface Exchange {
  readonly content: Buffer
  readonly entries: Map<string, Buffer>
  readonly response: ServerResponse
}

/** Storage takes small contents whole, and large ones in blocks with a list of them at the end. */
function store(
  key: string,
  { searchParams }: URL,
  { content, entries, blocks, response }: Exchange & { readonly blocks: Map<string, Buffer[]> },
): void {
  const part = searchParams.get("comp")
  if (part === "block") blocks.set(key, [...(blocks.get(key) ?? []), content])
  else entries.set(key, part === "blocklist" ? Buffer.concat(blocks.get(key) ?? []) : content)
  response.writeHead(201, { etag: '"1"', "x-ms-request-id": "1" }).end()
}

function answerService({ pathname, origin }: URL, { content, entries, response }: Exchange): void {
  const asked = JSON.parse(content.toString("utf8")) as {
    readonly key: string
    readonly restore_keys?: readonly string[]
  }
  const blob = (key: string): string => `${origin}/blob/${encodeURIComponent(key)}?sig=x`
  const wanted = [asked.key, ...(asked.restore_keys ?? [])]
  const found = [...entries.keys()].findLast((key) => wanted.some((start) => key.startsWith(start)))
  const answers: Readonly<Record<string, object>> = {
    CreateCacheEntry: { ok: true, signed_upload_url: blob(asked.key) },
    FinalizeCacheEntryUpload: { ok: true, entry_id: "1" },
    GetCacheEntryDownloadURL:
      found === undefined
        ? { ok: false }
        : { ok: true, signed_download_url: blob(found), matched_key: found },
  }
  response.writeHead(200, { "content-type": "application/json" })
  response.end(JSON.stringify(answers[pathname.split("/").at(-1) ?? ""]))
}

afterEach(async () => await cache.server.close())

/** Machines of one kind have their home at one place, and nothing in it. */
const home = mkdtempSync(join(tmpdir(), "sluice-runner-home-"))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function runOnce(event: SentEvent, workspace = copyRepository()): Promise<StepOutcome> {
  rmSync(join(home, ".cache"), { recursive: true, force: true })
  return await runStep({
    workspace,
    event,
    inputs: { offline: "true" },
    environment: {
      HOME: home,
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${cache.server.port}/`,
      ACTIONS_RUNTIME_TOKEN: "token",
    },
  })
}

function requestsOf(call: string): readonly string[] {
  return cache.server.requests.filter((line) => line.includes(call))
}

test("what a run has learned is there for the next one, which adds nothing of its own", async () => {
  const workspace = copyRepository()
  expect(await runOnce(events.push, workspace)).toMatchObject({ code: 1, stderr: "" })
  expect([...cache.entries.keys()]).toEqual([
    expect.stringMatching(/^sluice-0\.1\.0-Linux-\w+-[0-9a-f]{32}$/u),
  ])
  expect(await runOnce(events.push, workspace)).toMatchObject({ code: 1, stderr: "" })
  expect(readdirSync(join(home, ".cache/sluice"))).toContain("kustomize")
  expect(requestsOf("CreateCacheEntry")).toHaveLength(1)
})

test("a stranger's run reads, and leaves nothing behind", async () => {
  await runOnce(events.fork({ base: "b".repeat(40), head: "c".repeat(40) }))
  expect(requestsOf("GetCacheEntryDownloadURL")).toHaveLength(1)
  expect(requestsOf("CreateCacheEntry")).toEqual([])
})

test("a runner without a cache costs nothing but a line in the log", async () => {
  const outcome = await runStep({
    workspace: copyRepository(),
    inputs: { offline: "true" },
    environment: { ACTIONS_CACHE_SERVICE_V2: "true" },
  })
  expect(outcome).toMatchObject({ code: 1 })
  expect(outcome.stdout).toContain("this runner offers no cache")
})
