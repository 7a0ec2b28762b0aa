import {
  type JsonValue,
  parseYaml,
  toJson,
  type YamlDialect,
  type YamlDocument,
} from "../yaml/index.ts"
import { applyOffsetEdits, type OffsetEdit } from "./offset-edit.ts"
import { isSameContent } from "./same-content.ts"

/** Flux's readers do not agree on all scalars: the edited text has to be right for both. */
const dialects: readonly YamlDialect[] = ["sigs", "kustomize"]

/** Whether a document, edited, still is one document, and holds what `expected` makes of its content. */
export function meansWhatItShould(
  document: YamlDocument,
  edits: readonly OffsetEdit[],
  expected: (content: JsonValue) => JsonValue | undefined,
): boolean {
  const edited = readEdited(document, edits)
  if (!edited) return false
  return dialects.every((dialect) => {
    const before = toJson(document, dialect)
    // What one of them refuses before, it may refuse afterwards.
    if (before === undefined) return dialect !== "sigs"
    const wanted = expected(before)
    return wanted !== undefined && isSameContent(toJson(edited, dialect), wanted)
  })
}

function readEdited(
  { text, start, end }: YamlDocument,
  edits: readonly OffsetEdit[],
): YamlDocument | undefined {
  const local = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }))
  const edited = applyOffsetEdits(text.slice(start, end), local)
  const { documents } = edited === undefined ? { documents: [] } : parseYaml(edited)
  const [only] = documents
  return documents.length === 1 && only?.errors.length === 0 ? only : undefined
}
