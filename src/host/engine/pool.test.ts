import { afterEach, describe, expect, test } from "vitest"
import { WorkerPool } from "./pool.ts"
import { wasmWorkers } from "./wasm-worker.ts"

// A worker whose memory ends at so many calls; a call named "large" needs more than there is.
const source = (calls: number) => `
  import { parentPort } from "node:worker_threads"
  let served = 0
  parentPort.on("message", ({ type, call }) => {
    if (type === "start") parentPort.postMessage({ type: "ready" })
    else if (call.name === "large" || served === ${calls})
      parentPort.postMessage({ type: "crash", limit: "memory", message: "out of memory" })
    else {
      served++
      parentPort.postMessage({ type: "answer", answer: new TextEncoder().encode(call.name + " " + served) })
    }
  })
`

let pool: WorkerPool

function poolOf(concurrency: number, calls: number): WorkerPool {
  pool = new WorkerPool({
    spawn: wasmWorkers({
      worker: new URL(`data:text/javascript,${encodeURIComponent(source(calls))}`),
      // The shortest module there is: no worker of these tests looks into it.
      module: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
    }),
    concurrency,
    timeoutMs: 30_000,
  })
  return pool
}

async function run(name: string): Promise<unknown> {
  const answer = await pool.run({ name, request: "{}", blobs: [], attachments: [] })
  return answer instanceof Uint8Array ? new TextDecoder().decode(answer) : answer
}

const outOfMemory = { status: "limit", limit: "memory", message: "out of memory" }

afterEach(() => pool.close())

describe("a call that runs out of memory", () => {
  test("is made once more in a new engine, since earlier calls may have filled the old one", async () => {
    poolOf(1, 2)
    expect(await run("a")).toBe("a 1")
    expect(await run("b")).toBe("b 2")
    expect(await run("c")).toBe("c 1")
    expect(await run("d")).toBe("d 2")
  })

  test("fails when a new engine has too little as well, and the next call is served", async () => {
    poolOf(1, 2)
    expect(await run("large")).toEqual(outOfMemory)
    expect(await run("a")).toBe("a 1")
    expect(await run("large")).toEqual(outOfMemory)
    expect(await run("b")).toBe("b 1")
  })

  test("loses no other call", async () => {
    poolOf(2, 3)
    const names = Array.from({ length: 20 }, (_, index) => (index % 5 === 4 ? "large" : "a"))
    const answers = await Promise.all(names.map((name) => run(name)))
    for (const [index, answer] of answers.entries()) {
      if (names[index] === "large") expect(answer).toEqual(outOfMemory)
      else expect(answer).toMatch(/^a [123]$/u)
    }
  })
})
