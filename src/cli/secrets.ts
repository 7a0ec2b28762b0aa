import { createHmac, randomBytes } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isSecret, secretTexts } from "../report/secret-values.ts"
import { parseYaml, toJson } from "../yaml/index.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"

/** Replaces what Secrets hold, wherever it turns up. */
export interface SecretMask {
  manifest(manifest: JsonObject): JsonObject
  /** Any other text: a name, a message. */
  text(text: string): string
}

/** `https://user:password@host`; a user `git` is no secret. */
const login = /(?<=:\/\/)(?!git@)[^\s/@"'`]+(?=@)/gu

/** What `docker login` keeps, in a text that holds such logins. */
const dockerLogin = /(?<="(?:auth|password|identitytoken|registrytoken)"\s*:\s*")[^"\\]+(?=")/giu

/**
 * Masks with `***` and a short keyed hash: a change of the value is seen, the value is not. What the Secrets among
 * `manifests` hold is masked in other objects too: charts copy passwords into arguments and annotations. So is what addresses and
 * logins of Docker let in with.
 */
export function createSecretMask(manifests: Iterable<JsonValue>, key: Uint8Array): SecretMask {
  const texts = secretTexts(manifests, parseAll)
  const exact = new Set(texts)
  const masked = (text: string): string =>
    `*** (${createHmac("sha256", key).update(text).digest("hex").slice(0, 8)})`
  const maskText = (text: string): string => {
    if (exact.has(text)) return masked(text)
    const known = texts.reduce(
      (result, secret) =>
        result.includes(secret) ? result.replaceAll(secret, masked(secret)) : result,
      text,
    )
    const open = known.includes("://") ? known.replace(login, maskOnce) : known
    return open.includes('"auths"') ? open.replace(dockerLogin, maskOnce) : open
  }
  const maskOnce = (secret: string): string => (secret.startsWith("***") ? secret : masked(secret))
  const maskAll = (value: JsonValue, change: (text: string) => string): JsonValue => {
    if (typeof value === "string") return change(value)
    if (isList(value)) return value.map((item) => maskAll(item, change))
    return isObject(value) ? mapObject(value, (child) => maskAll(child, change)) : value
  }
  return {
    text: maskText,
    manifest: (manifest) => {
      const clean = mapObject(manifest, (child) => maskAll(child, maskText))
      if (!isSecret(manifest)) return clean
      const hidden = (field: JsonValue): JsonValue =>
        isObject(field) ? mapObject(field, (value) => masked(String(value))) : field
      return mapObject(clean, (child, name) =>
        name === "data" || name === "stringData" ? hidden(manifest[name] ?? null) : child,
      )
    },
  }
}

function mapObject(
  object: JsonObject,
  change: (child: JsonValue, key: string) => JsonValue,
): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, child]) => [key, change(child, key)]))
}

/** One key for each machine, so that the hash of a value is the same tomorrow; nobody else can try values against it. */
export function maskKey(folder: string | undefined): Uint8Array {
  if (folder === undefined) return randomBytes(32)
  const path = join(folder, "mask-key")
  try {
    return readFileSync(path)
  } catch {
    return newMaskKey(folder, path)
  }
}

function newMaskKey(folder: string, path: string): Uint8Array {
  const key = randomBytes(32)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(path, key, { mode: 0o600, flag: "wx" })
  } catch {
    // Without a place to keep it, the key lasts for this run.
  }
  return key
}

function parseAll(text: string): readonly JsonValue[] {
  return parseYaml(text).documents.flatMap((document) =>
    document.root ? [toJson(document) ?? null] : [],
  )
}
