import { createHash, webcrypto } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { setFlagsFromString } from "node:v8"
import { brotliDecompress } from "node:zlib"

/** What `scripts/build-engine.mjs` leaves in `engine/dist`. */
export interface EngineArtifact {
  /** SHA-256 of the WebAssembly, in hex. */
  readonly digest: string
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
  const { wasmDigest, wasmBytes } = JSON.parse(readFileSync(description, "utf8")) as {
    wasmDigest: string
    wasmBytes: number
  }
  return {
    digest: wasmDigest,
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

/** Compiles the engine, from the unpacked copy in the cache folder where there is one. */
export async function compileArtifact(
  artifact: EngineArtifact,
  cacheDir: string | undefined,
): Promise<CompiledArtifact> {
  setCompilerFlags()
  const cached =
    cacheDir === undefined ? undefined : join(cacheDir, `engine-${artifact.digest}.wasm`)
  const unpacked = cached === undefined ? undefined : await readVerified(cached, artifact.digest)
  const content = unpacked ?? (await unpack(artifact))
  const module = await WebAssembly.compile(content)
  const isNew = cached !== undefined && unpacked === undefined
  return { module, kept: isNew ? keep(cached, content) : Promise.resolve() }
}

async function readVerified(
  path: string,
  digest: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const content = new Uint8Array(await readFile(path))
    return (await sha256(content)) === digest ? content : undefined
  } catch {
    return undefined
  }
}

async function unpack(artifact: EngineArtifact): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readFile(fileURLToPath(artifact.wasm))
  // In one piece: the usual pieces of 16 KiB make it three times as slow.
  const options = { chunkSize: artifact.size }
  const content = new Uint8Array(await promisify(brotliDecompress)(packed, options))
  const digest = await sha256(content)
  if (digest !== artifact.digest) {
    throw new Error(`${fileURLToPath(artifact.wasm)} is damaged: its digest is ${digest}`)
  }
  return content
}

/** The cache only saves time: that it cannot be written is no failure. */
async function keep(path: string, content: Uint8Array): Promise<void> {
  const suffix = createHash("sha256").update(`${process.pid}:${performance.now()}`).digest("hex")
  const temporary = `${path}.${suffix.slice(0, 8)}`
  try {
    await mkdir(join(path, ".."), { recursive: true })
    await writeFile(temporary, content)
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function sha256(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await webcrypto.subtle.digest("SHA-256", content)
  return Buffer.from(digest).toString("hex")
}
