import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { setFlagsFromString } from "node:v8"
import { Worker } from "node:worker_threads"
import type { WorkerReply, WorkerRequest } from "./messages.ts"

/** What `scripts/build-engine.mjs` leaves in `engine/dist`. */
export interface EngineArtifact {
  /** SHA-256 of the WebAssembly, in hex. */
  readonly digest: string
  /** SHA-256 over the Go sources that it is made of, in hex. */
  readonly sources: string
  /** The WebAssembly's size in bytes. */
  readonly size: number
  /** The compressed WebAssembly. */
  readonly wasm: URL
  /** The bundled worker. */
  readonly worker: URL
}

/** Finds the engine beside the package, from sources and from a bundle alike. */
export function findArtifact(from: string = import.meta.url): EngineArtifact {
  for (let folder = new URL(".", from); ; folder = new URL("..", folder)) {
    const description = new URL("engine/dist/engine.json", folder)
    if (existsSync(description)) return readArtifact(description)
    if (folder.pathname === "/" || new URL("..", folder).href === folder.href) break
  }
  throw new Error("engine/dist/engine.json is missing: run `node scripts/build-engine.mjs`")
}

function readArtifact(description: URL): EngineArtifact {
  // The file is our own, written by scripts/build-engine.mjs.
  const { wasmDigest, wasmBytes, sourceDigest } = JSON.parse(readFileSync(description, "utf8")) as {
    wasmDigest: string
    wasmBytes: number
    sourceDigest: string
  }
  return {
    digest: wasmDigest,
    sources: sourceDigest,
    size: wasmBytes,
    wasm: new URL("engine.wasm.br", description),
    worker: new URL("worker.mjs", description),
  }
}

/**
 * V8's optimizing compiler takes seconds for Go's large functions, longer than a whole run, so only what runs for long
 * is worth it; and the module need not be validated, since its digest is known.
 */
function setCompilerFlags(): void {
  setFlagsFromString("--wasm-tiering-budget=1000000000")
  setFlagsFromString("--wasm-lazy-validation")
}

/** The compiled engine, and the end of what is written to the cache folder meanwhile. */
export interface CompiledArtifact {
  readonly module: WebAssembly.Module
  readonly kept: Promise<void>
}

/**
 * Compiles the engine, from the unpacked copy in the cache folder where there is one. A thread of its own does it: what
 * it unpacks, several times the size of all else, is given back when it ends.
 */
export async function compileArtifact(
  { wasm, worker, digest, size }: EngineArtifact,
  cacheDir: string | undefined,
): Promise<CompiledArtifact> {
  setCompilerFlags()
  const thread = new Worker(worker, { env: {}, argv: [], execArgv: [] })
  const kept = new Promise<void>((resolve) => thread.once("exit", () => resolve()))
  const copy = cacheDir === undefined ? {} : { copy: join(cacheDir, `engine-${digest}.wasm`) }
  const source = { packed: fileURLToPath(wasm), digest, size, ...copy }
  const loaded = new Promise<WebAssembly.Module>((resolve, reject) => {
    thread.once("message", (reply: WorkerReply) => {
      if (reply.type === "loaded") resolve(reply.module)
      else if (reply.type === "crash") reject(new Error(reply.message))
    })
    thread.once("error", reject)
    const request: WorkerRequest = { type: "load", source }
    thread.postMessage(request)
  })
  try {
    return { module: await loaded, kept }
  } catch (error) {
    await thread.terminate()
    throw error
  }
}
