import type { FieldPath, JsonValue } from "../../yaml/json.ts"
import type { FlagValues } from "../flag-values.ts"

/** Where a value comes from. */
export type Origin =
  | { readonly kind: "flag" | "environment"; readonly name: string }
  | { readonly kind: "file"; readonly line: number | undefined }
  | { readonly kind: "default" }

/** A value that holds, under the key that the configuration file has for it. */
export interface Setting {
  readonly key: FieldPath
  /** Undefined where the value comes from the repository, or from nowhere. */
  readonly value?: JsonValue
  readonly origin: Origin
  /** What the value alone does not say. */
  readonly note?: string
}

/** What settings are made from beside values. */
export interface Origins {
  readonly flags: FlagValues
  /** The line at which the file says something; undefined where it is silent. */
  lineOf(field: FieldPath): number | undefined
}

/** Nobody has said anything. */
export const byDefault: Origin = { kind: "default" }

/** What a flag or its variable says; undefined where neither is given. */
export function flagOrigin(flags: FlagValues, name: string): Origin | undefined {
  if (flags.list(name).length === 0) return undefined
  const source = flags.source(name)
  return source.startsWith("--")
    ? { kind: "flag", name: source }
    : { kind: "environment", name: source }
}

/** What the file says; undefined where it is silent. */
export function fileOrigin({ lineOf }: Origins, field: FieldPath): Origin | undefined {
  const line = lineOf(field)
  return line === undefined ? undefined : { kind: "file", line }
}
