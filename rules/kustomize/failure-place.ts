import {
  type Document,
  documentStart,
  joinPath,
  type KustomizationBuild,
  type LogicalLocation,
  type Problem,
  type Workspace,
} from "#rule"
import { repositoryFolder } from "./artifact-paths.ts"
import { type Closure, closureOf } from "./closure.ts"
import { failedOperation } from "./failed-operation.ts"
import type { Failure } from "./failure.ts"
import { identityOf, isSameIdentity, parseIdentity } from "./patch-identity.ts"
import { repeatedEntry } from "./repeated-entry.ts"

/** Where a failed build is mended, and what else one would look at. */
export type FailurePlace = Pick<Problem, "at" | "related" | "help">

/** The entry or operation that the failure is about, else the file that its words lead to, else `spec.path`. */
export function failurePlace(
  failure: Failure,
  build: KustomizationBuild,
  workspace: Workspace,
): FailurePlace {
  const path = build.kustomization.at(["spec", "path"])
  const closure = closureOf(workspace, build)
  if (!closure) return { at: path, related: [] }
  const known =
    repeatedEntry(failure, closure, build) ?? failedOperation(failure, closure, build, workspace)
  if (known) return known
  const at = namedPlace(failure, closure, build, workspace) ?? path
  return { at, related: othersOf(failure, at, closure, workspace) }
}

/** The file that the message names, or the kustomization file that was being built. */
function namedPlace(
  failure: Failure,
  closure: Closure,
  build: KustomizationBuild,
  workspace: Workspace,
): LogicalLocation | undefined {
  const folder = failure.folder ?? build.path
  for (const path of namedPaths(failure, folder)) {
    const from = closure.paths.get(path) ?? ""
    const documents = closure.files.has(from) ? workspace.file(from)?.documents : undefined
    if (documents?.[0]) return placeIn(documents, failure.cause)
  }
  const place = repositoryFolder(closure.paths, folder)
  const file = closure.kustomizationFiles.find((candidate) => candidate.folder === place)
  const entry = file?.entries.find(({ text }) => text === failure.entry)
  if (file && entry) return { document: file.document, path: entry.path, part: "value" }
  return file && placeIn([file.document], failure.cause)
}

/** Paths that the message may mean, seen from the artifact's root and from the folder that was being built. */
function namedPaths({ cause, entry }: Failure, folder: string): readonly string[] {
  const pattern = /(?:^|[\s'"([])([\w./-]+\.(?:ya?ml|json))(?=$|[\s'":)\]])/gu
  const named = [...cause.matchAll(pattern)].map(([, path = ""]) => path)
  const paths = named.flatMap((path) => [joinPath("", path), joinPath(folder, path)])
  return [...paths, entry === undefined ? undefined : joinPath(folder, entry)].flatMap(
    (path) => path ?? [],
  )
}

/** The key that kustomize does not know, the object that it has met before, or the start of the document. */
function placeIn(documents: readonly Document[], cause: string): LogicalLocation | undefined {
  const [document] = documents
  const key = /unknown field "([^"]+)"/u.exec(cause)?.[1]
  if (document && key !== undefined && document.has([key]))
    return { document, path: [key], part: "key" }
  const [twin] = twinsIn(documents, cause)
  return twin ?? (document && documentStart(document))
}

/** Where the documents define the object that is there twice. */
function twinsIn(documents: readonly Document[], cause: string): readonly LogicalLocation[] {
  const id = parseIdentity(/already registered id: (\S+)/u.exec(cause)?.[1] ?? "")
  if (!id) return []
  return documents
    .filter((document) => {
      const own = identityOf(document)
      return own !== undefined && isSameIdentity(own, id)
    })
    .map((document) => ({ document, path: ["metadata", "name"], part: "value" }))
}

function othersOf(
  { cause }: Failure,
  at: LogicalLocation,
  closure: Closure,
  workspace: Workspace,
): NonNullable<Problem["related"]> {
  const manifests = [...closure.files]
    .flatMap((path) => workspace.file(path) ?? [])
    .filter(({ role }) => role === "manifest")
  const documents = manifests.flatMap((file) => file.documents)
  return twinsIn(documents, cause)
    .filter(({ document }) => document !== at.document)
    .map((twin) => ({ at: twin, message: "the same object" }))
}
