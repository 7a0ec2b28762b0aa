import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto"

/** Starts every entry; changes when the format does. */
const magic = Buffer.from("SLC2")
const cipherName = "aes-256-gcm"
const nonceBytes = 12
const tagBytes = 16

/** The name of an entry: it does not give its key away. */
export function entryName(key: string): string {
  return sha256(`name ${key}`).toString("hex")
}

/**
 * Makes an entry. It may hold what a repository keeps in Secrets, so it is encrypted with a key made from its own cache key: who does
 * not have the inputs cannot read the result. The cipher's tag, 128 bits over all of the content, verifies it on read.
 */
export function sealEntry(key: string, value: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, secretOf(key), nonce)
  const parts = [cipher.update(value), cipher.final()]
  return Buffer.concat([magic, nonce, cipher.getAuthTag(), ...parts])
}

/** Reads an entry; undefined or an exception when it is of another format, another key, or changed. */
export function openEntry(key: string, entry: Buffer): Uint8Array | undefined {
  const nonceAt = magic.length
  const tagAt = nonceAt + nonceBytes
  const contentAt = tagAt + tagBytes
  if (entry.length < contentAt || !entry.subarray(0, nonceAt).equals(magic)) return undefined
  const decipher = createDecipheriv(cipherName, secretOf(key), entry.subarray(nonceAt, tagAt))
  decipher.setAuthTag(entry.subarray(tagAt, contentAt))
  const content = decipher.update(entry.subarray(contentAt))
  // Throws when the tag does not fit; a stream cipher has nothing left to give.
  decipher.final()
  return content
}

function secretOf(key: string): Buffer {
  return sha256(`content ${key}`)
}

function sha256(content: string): Buffer {
  return hash("sha256", content, "buffer")
}
