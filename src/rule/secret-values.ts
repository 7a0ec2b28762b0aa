import type { Resource } from "../model/index.ts"
import { decodeBase64, lenientUtf8 } from "../yaml/base64.ts"
import { isObject, valueAt } from "../yaml/json.ts"

/** A value of a Secret, decoded. */
export interface SecretValue {
  readonly field: "data" | "stringData"
  readonly key: string
  readonly text: string
}

/** The values that a Secret's manifest holds; what is no base64 in `data` counts as it stands. */
export function secretValues({ manifest }: Pick<Resource, "manifest">): readonly SecretValue[] {
  return (["data", "stringData"] as const).flatMap((field) => {
    const data = valueAt(manifest, [field])
    if (!isObject(data)) return []
    return Object.entries(data).flatMap(([key, value]): readonly SecretValue[] => {
      if (typeof value !== "string") return []
      const bytes = field === "data" ? decodeBase64(value) : undefined
      return [{ field, key, text: bytes ? lenientUtf8(bytes) : value }]
    })
  })
}
