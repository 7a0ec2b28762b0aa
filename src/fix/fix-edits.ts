import type { Document, FieldChange, Finding, Fix, SourceFile } from "../model/index.ts"
import { groupBy } from "../model/index.ts"
import { applyEdits } from "../text/apply-edits.ts"
import type { TextEdit } from "../text/position.ts"
import { parseYaml, stringAt, toJson, type YamlDocument, type YamlStream } from "../yaml/index.ts"
import { keepsComments } from "./comments.ts"
import { editText } from "./edit-text.ts"
import { toTextEdits } from "./offset-edit.ts"
import type { DocumentChange, PlainChange } from "./plain-change.ts"

/**
 * A rule's fix as edits of files; undefined when not all of its changes can be written and be certain to mean what they
 * say. A fix that takes a comment away is never safe.
 */
export function fixOf({ title, applicability, changes }: Fix): Finding["fix"] {
  const byFile = groupBy(changes, ({ at }) => at.document.file)
  const edits: Record<string, readonly TextEdit[]> = {}
  let isSafe = applicability === "safe"
  for (const [file, own] of byFile) {
    const edited = editFile(file, own)
    const text = edited && applyEdits(file.text, edited)
    if (!edited || text === undefined || (file.path.endsWith(".json") && !isJson(text)))
      return undefined
    edits[file.path] = edited
    isSafe &&= keepsComments(file.text, text)
  }
  return { title, applicability: isSafe ? "safe" : "unsafe", edits }
}

/** Many findings of a run are about the same files. */
const streams = new WeakMap<SourceFile, YamlStream>()

function editFile(
  file: SourceFile,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  const stream = streams.get(file) ?? parseYaml(file.text)
  streams.set(file, stream)
  // SOPS signs what it encrypts: whoever changes the file without the key makes it unreadable.
  if (stream.documents.some(isEncrypted)) return undefined
  const addressed = changes.map((change) => addressOf(change.at.document, plain(change)))
  const edits = editText(file.text, addressed, stream)
  return edits && toTextEdits(file.text, edits)
}

function isEncrypted(document: YamlDocument): boolean {
  return document.text.includes("sops") && stringAt(toJson(document), ["sops", "mac"]) !== undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function plain(change: FieldChange): PlainChange {
  const { path } = change.at
  switch (change.op) {
    case "set":
    case "insert":
      return { op: change.op, path, value: change.value }
    case "rename":
    case "join":
      return { op: change.op, path, key: change.key }
    case "remove":
      return { op: "remove", path }
  }
}

/** From the document to the file that it stands in, through all scalars around it. */
function addressOf({ index, within }: Document, change: PlainChange): DocumentChange {
  const own: DocumentChange = { index, change }
  return within ? enclose(within, own) : own
}

function enclose(
  { document, path }: NonNullable<Document["within"]>,
  change: DocumentChange,
): DocumentChange {
  const own: DocumentChange = { index: document.index, inside: { path, change } }
  return document.within ? enclose(document.within, own) : own
}
