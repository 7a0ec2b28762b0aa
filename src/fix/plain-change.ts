import type { FieldPath, JsonValue } from "../yaml/index.ts"

/** A change of one field of one document: a `FieldChange` without its place in a file. */
export type PlainChange =
  | { readonly op: "set"; readonly path: FieldPath; readonly value: JsonValue }
  | { readonly op: "insert"; readonly path: FieldPath; readonly value: JsonValue }
  | { readonly op: "rename"; readonly path: FieldPath; readonly key: string }
  | { readonly op: "join"; readonly path: FieldPath; readonly key: string }
  | { readonly op: "remove"; readonly path: FieldPath }

/** A change in the document at `index` of a YAML text, or in YAML inside one of its scalars. */
export type DocumentChange =
  | { readonly index: number; readonly change: PlainChange; readonly inside?: undefined }
  | { readonly index: number; readonly inside: EmbeddedChange }

/** A change in the YAML that the scalar at `path` holds. */
export interface EmbeddedChange {
  readonly path: FieldPath
  readonly change: DocumentChange
}
