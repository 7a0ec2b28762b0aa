import type { JsonValue } from "../yaml/json.ts"

/** The part of OpenAPI that Kubernetes uses: structural schemas of CRDs, and definitions of the API server's own kinds. */
export interface Schema {
  /** A list of types stands in JSON Schemas of others alone. */
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly nullable?: boolean
  readonly default?: JsonValue
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly enum?: readonly JsonValue[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: boolean
  readonly exclusiveMaximum?: boolean
  readonly multipleOf?: number
  readonly uniqueItems?: boolean
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly $ref?: string
  readonly "x-kubernetes-int-or-string"?: boolean
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean
  readonly "x-kubernetes-embedded-resource"?: boolean
  readonly "x-kubernetes-list-type"?: string
  /** Rules in CEL. */
  readonly "x-kubernetes-validations"?: readonly JsonValue[]
}

/** Finds what a `$ref` names. */
export type ResolveRef = (reference: string) => Schema | undefined
