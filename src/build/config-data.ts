import { isKind, kinds, type Resource } from "../model/index.ts"
import { decodeBase64, lenientUtf8 } from "../yaml/base64.ts"
import { isObject, type JsonObject } from "../yaml/index.ts"
import { isEncryptedValue } from "./stand-in.ts"

/** A value of a ConfigMap or Secret; `undefined` text when it is encrypted. */
export interface DataValue {
  readonly text: string | undefined
  /** The field of the object that holds it: `data` or `stringData`. */
  readonly field: "data" | "stringData" | "binaryData"
}

/** The data of a ConfigMap or Secret as a controller reads it: Secrets decoded, `stringData` over `data`. */
export function dataOf(object: Resource): ReadonlyMap<string, DataValue> {
  const { data, stringData } = object.manifest
  const secret = isKind(object.id, kinds.Secret)
  const values = new Map<string, DataValue>()
  for (const [key, value] of entriesOf(data)) {
    values.set(key, { field: "data", text: textOf(value, secret) })
  }
  if (secret) {
    for (const [key, value] of entriesOf(stringData))
      values.set(key, { field: "stringData", text: textOf(value, false) })
  }
  return values
}

function entriesOf(data: unknown): readonly (readonly [string, unknown])[] {
  return isObject(data as JsonObject) ? Object.entries(data as JsonObject) : []
}

function textOf(value: unknown, base64: boolean): string | undefined {
  if (isEncryptedValue(value)) return undefined
  if (typeof value !== "string") return value === null || value === undefined ? "" : String(value)
  if (!base64) return value
  const bytes = decodeBase64(value)
  const text = bytes && lenientUtf8(bytes)
  return text !== undefined && looksEncrypted(text) ? undefined : (text ?? value)
}

/** A Secret's `data` may hold a whole SOPS file in base64 (`flux-semantics.md` 5.7 b). */
function looksEncrypted(text: string): boolean {
  return text.includes("ENC[AES256_GCM,")
}
