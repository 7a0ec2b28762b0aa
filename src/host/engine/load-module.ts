import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { brotliDecompressSync } from "node:zlib"
import { writeForLater } from "../atomic-write.ts"

/** Where the engine lies, and what it has to be. */
export interface ModuleSource {
  /** The compressed WebAssembly. */
  readonly packed: string
  /** SHA-256 of the WebAssembly, in hex. */
  readonly digest: string
  /** The WebAssembly's size in bytes. */
  readonly size: number
  /** The unpacked copy in the cache folder; it may not be there yet. */
  readonly copy?: string
}

/** Compiles the engine, from the unpacked copy where there is one; `keep` writes that copy. Throws when the file is damaged. */
export function loadModule(source: ModuleSource): {
  readonly module: WebAssembly.Module
  keep(): void
} {
  const { copy } = source
  const unpacked = copy === undefined ? undefined : readCopy(copy, source.digest)
  const content = unpacked ?? unpack(source)
  const module = new WebAssembly.Module(content)
  return {
    module,
    keep: () => {
      if (copy !== undefined && unpacked === undefined) writeForLater(copy, content)
    },
  }
}

function readCopy(path: string, digest: string): Buffer<ArrayBuffer> | undefined {
  try {
    const content = readFileSync(path)
    return sha256(content) === digest ? content : undefined
  } catch {
    return undefined
  }
}

function unpack({ packed, digest, size }: ModuleSource): Buffer<ArrayBuffer> {
  // In one piece: in the usual pieces of 16 KiB it takes twice as long.
  const content = brotliDecompressSync(readFileSync(packed), { chunkSize: size })
  const found = sha256(content)
  if (found !== digest) throw new Error(`${packed} is damaged: its digest is ${found}`)
  return content
}

function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex")
}
