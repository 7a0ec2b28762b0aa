import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto"
import { readFileSync, statSync, utimesSync } from "node:fs"
import { join } from "node:path"
import type { Cache } from "../build/cache.ts"
import { writeForLater } from "./atomic-write.ts"

/** Starts every entry; changes when the format does. */
const magic = Buffer.from("SLC2")
const cipherName = "aes-256-gcm"
const nonceBytes = 12
const tagBytes = 16
const day = 24 * 60 * 60 * 1000

/**
 * Results in a folder, one file each. Entries may hold what a repository keeps in Secrets, so each is encrypted with a key
 * made from its own cache key: who does not have the inputs cannot read the result. The cipher's tag, 128 bits over all of
 * the content, verifies it on read. An entry is written beside its place and renamed into it, so readers never see half of one.
 */
export function folderCache(folder: string): Cache {
  return {
    get: async (kind, key) => readEntry(entryPath(folder, kind, key), secretOf(key)),
    put: async (kind, key, value) =>
      writeForLater(entryPath(folder, kind, key), encrypt(value, secretOf(key))),
  }
}

/** What others have remembered is used, and nothing is added: a stranger's repository leaves nothing behind. */
export function readOnly(cache: Cache): Cache {
  return { get: (kind, key) => cache.get(kind, key), put: async () => {} }
}

/** Remembers nothing. */
export const noCache: Cache = { get: async () => undefined, put: async () => {} }

function entryPath(folder: string, kind: string, key: string): string {
  const name = sha256(`name ${key}`).toString("hex")
  return join(folder, kind, name.slice(0, 2), name.slice(2))
}

function secretOf(key: string): Buffer {
  return sha256(`content ${key}`)
}

function readEntry(path: string, secret: Buffer): Uint8Array | undefined {
  try {
    const content = decrypt(readFileSync(path), secret)
    if (content) touch(path)
    return content
  } catch {
    return undefined
  }
}

/** What was used today is kept when the cache is pruned. */
function touch(path: string): void {
  const now = new Date()
  if (now.getTime() - statSync(path).mtimeMs > day) utimesSync(path, now, now)
}

function encrypt(value: Uint8Array, secret: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, secret, nonce)
  const parts = [cipher.update(value), cipher.final()]
  return Buffer.concat([magic, nonce, cipher.getAuthTag(), ...parts])
}

function decrypt(entry: Buffer, secret: Buffer): Uint8Array | undefined {
  const nonceAt = magic.length
  const tagAt = nonceAt + nonceBytes
  const contentAt = tagAt + tagBytes
  if (entry.length < contentAt || !entry.subarray(0, nonceAt).equals(magic)) return undefined
  const decipher = createDecipheriv(cipherName, secret, entry.subarray(nonceAt, tagAt))
  decipher.setAuthTag(entry.subarray(tagAt, contentAt))
  const content = decipher.update(entry.subarray(contentAt))
  // Throws when the tag does not fit; a stream cipher has nothing left to give.
  decipher.final()
  return content
}

function sha256(content: string | Uint8Array): Buffer {
  return hash("sha256", content, "buffer")
}
