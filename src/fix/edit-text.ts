import { groupBy } from "../model/index.ts"
import { nodeAt, parseYaml, type YamlDocument, type YamlStream } from "../yaml/index.ts"
import { changeContent } from "./change-content.ts"
import { editsOfField } from "./edit-field.ts"
import { editsOfScalar } from "./edits-of-scalar.ts"
import { applyOffsetEdits, type OffsetEdit } from "./offset-edit.ts"
import type { DocumentChange, PlainChange } from "./plain-change.ts"
import { meansWhatItShould } from "./verify.ts"

/**
 * The edits that make `changes` in a YAML text: all of them, or undefined. The edited text has been read again and means
 * just what the changes say: what an anchor shows elsewhere, or what YAML takes for something else, is found here.
 */
export function editText(
  text: string,
  changes: readonly DocumentChange[],
  stream: YamlStream = parseYaml(text),
): readonly OffsetEdit[] | undefined {
  const indexes = [...new Set(changes.map(({ index }) => index))]
  const edits = indexes.map((index) => {
    const document = stream.documents[index]
    const own = changes.filter((change) => change.index === index)
    return document && editDocument(document, own)
  })
  return allOf(edits)?.flat()
}

/** The edits of one document, with the changes that say the same of its content. */
interface Edited {
  readonly edits: readonly OffsetEdit[]
  readonly changes: readonly PlainChange[]
}

function editDocument(
  document: YamlDocument,
  changes: readonly DocumentChange[],
): readonly OffsetEdit[] | undefined {
  const direct = changes.flatMap((own) => (own.inside ? [] : [own.change]))
  const fields = allOf(direct.map((change) => editsOfField(document, change)))
  const scalars = allOf(embedded(changes).map((within) => editScalar(document, within)))
  if (!fields || !scalars) return undefined
  const edits = withLineBreaks(document.text, [
    ...fields.flat(),
    ...scalars.flatMap((scalar) => scalar.edits),
  ])
  const all = [...direct, ...scalars.flatMap((scalar) => scalar.changes)]
  return meansWhatItShould(document, edits, (content) => changeContent(content, all))
    ? edits
    : undefined
}

/** Changes of YAML inside scalars, one group for each scalar. */
function embedded(
  changes: readonly DocumentChange[],
): readonly (readonly NonNullable<DocumentChange["inside"]>[])[] {
  const groups = groupBy(
    changes.flatMap(({ inside }) => inside ?? []),
    ({ path }) => JSON.stringify(path),
  )
  return [...groups.values()]
}

function editScalar(
  document: YamlDocument,
  within: readonly NonNullable<DocumentChange["inside"]>[],
): Edited | undefined {
  const path = within[0]?.path ?? []
  const scalar = nodeAt(document, path)
  if (scalar?.kind !== "scalar") return undefined
  const inner = editText(
    scalar.text,
    within.map(({ change }) => change),
  )
  const value = inner && applyOffsetEdits(scalar.text, inner)
  const edits = inner && editsOfScalar(document.text, scalar, inner)
  return value === undefined || !edits
    ? undefined
    : { edits, changes: [{ op: "set", path, value }] }
}

/** New lines end as the lines of the file do. */
function withLineBreaks(text: string, edits: readonly OffsetEdit[]): readonly OffsetEdit[] {
  if (!text.includes("\r\n")) return edits
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/gu, "\r\n") }))
}

function allOf<Element>(
  elements: readonly (Element | undefined)[],
): readonly Element[] | undefined {
  const present = elements.filter((element) => element !== undefined)
  return present.length === elements.length ? present : undefined
}
