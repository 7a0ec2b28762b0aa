import { type Document, isList, isObject, stringAt, valueAt, type Workspace } from "#rule"
import type { Closure } from "./closure.ts"

/** A document that Flux's generator cannot take for a Kubernetes object. */
export interface ForeignDocument {
  readonly path: string
  readonly document: Document
  /** What is missing, in words: "no `kind`". */
  readonly lack: string
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
      if (lack !== undefined) return [{ path, document, lack }]
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
