import { createHmac } from "node:crypto"
import { isSecret, secretTexts } from "../report/secret-values.ts"
import { parseYaml, toJson } from "../yaml/index.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"

/** Replaces what Secrets hold, wherever it turns up. */
export interface SecretMask {
  manifest(manifest: JsonObject): JsonObject
}

/**
 * Masks with `***` and a short keyed hash: a change of the value is seen, the value is not. What the Secrets among
 * `manifests` hold is masked in other objects too: charts copy passwords into arguments and annotations.
 */
export function createSecretMask(manifests: readonly JsonObject[], key: Uint8Array): SecretMask {
  const texts = secretTexts(manifests, parseAll)
  const exact = new Set(texts)
  const masked = (text: string): string =>
    `*** (${createHmac("sha256", key).update(text).digest("hex").slice(0, 8)})`
  const maskText = (text: string): string => {
    if (exact.has(text)) return masked(text)
    return texts.reduce(
      (result, secret) =>
        result.includes(secret) ? result.replaceAll(secret, masked(secret)) : result,
      text,
    )
  }
  const maskAll = (value: JsonValue, change: (text: string) => string): JsonValue => {
    if (typeof value === "string") return change(value)
    if (isList(value)) return value.map((item) => maskAll(item, change))
    return isObject(value) ? mapObject(value, (child) => maskAll(child, change)) : value
  }
  return {
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

function parseAll(text: string): readonly JsonValue[] {
  return parseYaml(text).documents.flatMap((document) =>
    document.root ? [toJson(document) ?? null] : [],
  )
}
