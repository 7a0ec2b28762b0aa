import type { Range, TextEdit } from "../text/position.ts"
import type { FieldPath, JsonValue } from "../yaml/json.ts"
import type { LogicalLocation } from "./document.ts"
import type { Resource } from "./resource.ts"

export type Severity = "error" | "warning" | "info"

/** What a rule yields. Severity and lines are added when it becomes a finding. */
export interface Problem {
  readonly at: LogicalLocation
  readonly message: string
  readonly help?: string
  /** Lower than the rule's own when the judgement rests on something outside the repository. */
  readonly severity?: Severity
  readonly related?: readonly { readonly at: LogicalLocation; readonly message: string }[]
  /** The object of a chart that shows it, where `at` is what a person edits instead. */
  readonly rendered?: { readonly resource: Resource; readonly path: FieldPath }
  readonly fix?: Fix
}

/** A change of fields that removes the problem. */
export interface Fix {
  readonly title: string
  readonly applicability: "safe" | "unsafe"
  readonly changes: readonly FieldChange[]
}

/** All changes of a fix are made at once: each names its field as it is called before any of them. */
export type FieldChange =
  /** Gives a field another value; a field that its mapping does not have yet is added. */
  | { readonly op: "set"; readonly at: LogicalLocation; readonly value: JsonValue }
  /** Puts an element into a list, before the one at the place. */
  | { readonly op: "insert"; readonly at: LogicalLocation; readonly value: JsonValue }
  | { readonly op: "rename"; readonly at: LogicalLocation; readonly key: string }
  /** Puts the elements of a list at the end of the list called `key` beside it; the field goes. */
  | { readonly op: "join"; readonly at: LogicalLocation; readonly key: string }
  | { readonly op: "remove"; readonly at: LogicalLocation }

/** A place in a file, ready for a reporter. */
export interface Location {
  readonly path: string
  readonly range: Range
}

/** Plain data, safe to serialise: what reporters and editors see. */
export interface Finding {
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly message: string
  readonly help?: string
  readonly why: string
  readonly location: Location
  readonly resource?: {
    readonly apiVersion: string
    readonly kind: string
    readonly namespace?: string
    readonly name: string
  }
  /** `spec.dependsOn[0].name` */
  readonly field?: string
  /** The object of a chart that shows it, and the field there. */
  readonly rendered?: NonNullable<Finding["resource"]> & { readonly field: string }
  /** Names of the clusters in which it holds; empty for a finding on a file alone. */
  readonly clusters: readonly string[]
  readonly related: readonly (Location & { readonly message: string })[]
  readonly via: readonly (Location & { readonly message: string })[]
  readonly fix?: {
    readonly title: string
    readonly applicability: "safe" | "unsafe"
    readonly edits: Readonly<Record<string, readonly TextEdit[]>>
  }
  /** Set when the user has asked not to hear of it; such findings are listed but do not count. */
  readonly suppressedBy?: {
    readonly kind: "comment" | "annotation" | "baseline" | "config"
    readonly reason?: string
  }
  /** sha256 over rule, resource, field and message: stable when lines move. */
  readonly fingerprint: string
}
