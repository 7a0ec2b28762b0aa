import type { FieldPath, JsonValue } from "../yaml/json.ts"

/** A limit that a schema sets: its keyword, and the number. */
export interface Bound {
  readonly keyword:
    | "minLength"
    | "maxLength"
    | "minItems"
    | "maxItems"
    | "minProperties"
    | "maxProperties"
    | "minimum"
    | "maximum"
    | "exclusiveMinimum"
    | "exclusiveMaximum"
    | "multipleOf"
  readonly limit: number
}

/** What a schema says against a field. */
export type FieldProblem =
  /** The schema does not declare it; `declared` are the fields that it has in this place. */
  | {
      readonly kind: "unknown"
      readonly declared: readonly string[]
      /** For Flux kinds: the versions that do declare it. */
      readonly elsewhere?: readonly FieldAge[]
    }
  | { readonly kind: "missing" }
  /** `expected`: `string`, `integer`, `boolean`, `object`, `array`, `quantity`. */
  | { readonly kind: "type"; readonly expected: readonly string[] }
  | { readonly kind: "enum"; readonly allowed: readonly JsonValue[] }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "format"; readonly format: string }
  | { readonly kind: "bound"; readonly bound: Bound }
  /** Not a name, label or annotation that an API server takes: `rule` says what one is. */
  | { readonly kind: "name"; readonly rule: string }
  /** `anyOf`, `oneOf`, `not`, `uniqueItems`. */
  | { readonly kind: "combination"; readonly keyword: string }
  /** An entry of a list that is a set or a map, with the key of one before it (`x-kubernetes-list-type`). */
  | { readonly kind: "duplicate" }
  /** A rule in CEL (`x-kubernetes-validations`), and what it says when it is broken. */
  | { readonly kind: "rule"; readonly rule: string; readonly message: string }

/** A version of a Flux kind that declares a field, and the minors of Flux 2 in which it does. */
export interface FieldAge {
  readonly version: string
  readonly first: number
  readonly last: number
}

/** A field that an API server would refuse. For an unknown or missing field, `path` is that of the field itself. */
export interface Violation {
  readonly path: FieldPath
  readonly problem: FieldProblem
}

/**
 * What the schema of an object says of it:
 * - `checked`: by the schema that the cluster would use;
 * - `unserved`: the cluster knows the kind, but not in this version;
 * - `unknown`: nothing that sluice knows describes the kind, or for a `reason` what does cannot be used.
 */
export type SchemaVerdict =
  | { readonly status: "checked"; readonly violations: readonly Violation[] }
  | { readonly status: "unserved" }
  | { readonly status: "unknown"; readonly reason?: string }
