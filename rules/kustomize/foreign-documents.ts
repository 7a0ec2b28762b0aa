import {
  type Document,
  documentStart,
  isList,
  isObject,
  type LogicalLocation,
  stringAt,
  valueAt,
  type Workspace,
} from "#rule"
import type { Closure } from "./closure.ts"

/** A document that Flux's generator cannot take for a Kubernetes object. */
export interface ForeignDocument {
  readonly path: string
  /** Where what is missing belongs. */
  readonly at: LogicalLocation
  /** What is missing, in words: "no `kind`". */
  readonly lack: string
  /** It is an object, but has no name. */
  readonly isNameless: boolean
}

/** The first such document of each file that the generator picks up (`pkg/kustomize`, `scanManifests`). */
export function foreignDocuments(
  closure: Closure,
  workspace: Workspace,
): readonly ForeignDocument[] {
  return closure.picked.flatMap((path) => {
    const documents = workspace.file(path)?.documents ?? []
    for (const document of documents) {
      const lack = lackOf(document)
      if (lack !== undefined)
        return [{ path, at: placeOf(document), lack, isNameless: isNameless(document) }]
    }
    return []
  })
}

function lackOf({ content, syntaxErrors }: Document): string | undefined {
  if (syntaxErrors.length > 0 || content === undefined || content === null) return undefined
  if (!isObject(content))
    return isList(content) ? "a list and no fields" : "a plain value and no fields"
  const kind = stringAt(content, ["kind"]) ?? ""
  if (kind === "") return "no `kind`"
  if (kind.endsWith("List")) return undefined
  const name = valueAt(content, ["metadata", "name"])
  if (name !== undefined && name !== null && name !== "") return undefined
  return stringAt(content, ["metadata", "generateName"]) === undefined
    ? "no `metadata.name`"
    : "`metadata.generateName` instead of `metadata.name`"
}

/** An object without a name has `metadata` to write it in; what is no object is foreign as a whole. */
function placeOf(document: Document): LogicalLocation {
  return isNameless(document) && isObject(valueAt(document.content, ["metadata"]))
    ? { document, path: ["metadata"], part: "key" }
    : documentStart(document)
}

function isNameless({ content }: Document): boolean {
  return (stringAt(content, ["kind"]) ?? "") !== ""
}
