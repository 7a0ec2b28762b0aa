import {
  type ClusterRule,
  type Document,
  defineClusterRule,
  describe,
  documentStart,
  joinPath,
  type KustomizationBuild,
  type LogicalLocation,
  type Problem,
  type Workspace,
} from "#rule"
import { repositoryFolder } from "./artifact-paths.ts"
import { closureOf } from "./closure.ts"
import { explainFailure } from "./explain-failure.ts"
import { type Failure, readFailure } from "./failure.ts"
import { adviseOnFailure } from "./failure-advice.ts"
import { identityOf, isSameIdentity, parseIdentity } from "./patch-identity.ts"
import { isKustomizeFailure } from "./reading.ts"

export const kfileBuildFailed: ClusterRule = defineClusterRule({
  id: "kfile-build-failed",
  category: "kustomize",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization points to files that kustomize cannot build.",
  why: "Flux reports BuildFailed with the same words and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#recommended-settings"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      if (!isKustomizeFailure(build) || explainFailure(workspace, build) !== undefined) continue
      const failure = readFailure(build.failure?.message ?? "")
      const at = placeOf(failure, build, workspace) ?? build.kustomization.at(["spec", "path"])
      yield {
        at,
        message: `${describe(build.kustomization.id)} cannot be built: ${shorten(failure.cause)}`,
        help: adviseOnFailure(failure.cause),
        related: othersOf(failure, at, build, workspace),
      }
    }
  },
})

const longest = 300

function shorten(cause: string): string {
  const text = cause.length > longest ? `${cause.slice(0, longest - 1)}…` : cause
  return /[.…]$/u.test(text) ? text : `${text}.`
}

/** The file that the message names, or the kustomization file that was being built. */
function placeOf(
  failure: Failure,
  build: KustomizationBuild,
  workspace: Workspace,
): LogicalLocation | undefined {
  const closure = closureOf(workspace, build)
  if (!closure) return undefined
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
  build: KustomizationBuild,
  workspace: Workspace,
): NonNullable<Problem["related"]> {
  const files = [...(closureOf(workspace, build)?.files ?? [])]
  const manifests = files
    .flatMap((path) => workspace.file(path) ?? [])
    .filter(({ role }) => role === "manifest")
  const documents = manifests.flatMap((file) => file.documents)
  return twinsIn(documents, cause)
    .filter(({ document }) => document !== at.document)
    .map((twin) => ({ at: twin, message: "the same object" }))
}
