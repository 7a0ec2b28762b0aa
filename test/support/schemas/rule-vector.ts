import type { JsonObject } from "../../../src/yaml/json.ts"

/** Specs that keep a rule and break it; each replaces fields of the kind's `base`. */
export interface RuleVector {
  readonly passes: JsonObject
  readonly fails: JsonObject
}

/** Objects for the rules of a Flux kind. */
export interface KindVectors {
  /** A spec that every version of the kind takes. */
  readonly base: JsonObject
  readonly rules: Readonly<Record<string, RuleVector>>
}
