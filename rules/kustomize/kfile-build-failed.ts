import {
  type ClusterRule,
  type Document,
  defineClusterRule,
  describe,
  documentStart,
  joinPath,
  type KustomizationBuild,
  type LogicalLocation,
  type Workspace,
} from "#rule"
import { closureOf } from "./closure.ts"
import { explainFailure } from "./explain-failure.ts"
import { type Failure, readFailure } from "./failure.ts"
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
      const root = build.kustomization.at(["spec", "path"])
      const at = placeOf(failure, build, workspace) ?? root
      yield {
        at,
        message: `${describe(build.kustomization.id)} cannot be built: ${shorten(failure.cause)}`,
        help: `Run \`kustomize build ${build.path || "."}\` to see it again; \`flux build kustomization\` does what the cluster does.`,
        related: at === root ? [] : [{ at: root, message: "built from here" }],
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
  const root = build.content.status === "here" ? build.content.folder : undefined
  const closure = closureOf(workspace, build)
  if (root === undefined || !closure) return undefined
  const folder =
    failure.folder === undefined ? closure.folder : (joinPath(root, failure.folder) ?? "")
  for (const path of namedPaths(failure, root, folder)) {
    const document = workspace.file(path)?.documents[0]
    if (document && closure.files.has(path)) return placeIn(document, failure.cause)
  }
  const file = closure.kustomizationFiles.find((candidate) => candidate.folder === folder)
  return file && placeIn(file.document, failure.cause)
}

/** Paths that the message may mean, seen from the artifact's root and from the folder that was being built. */
function namedPaths({ cause, entry }: Failure, root: string, folder: string): readonly string[] {
  const named = [
    ...cause.matchAll(/(?:^|[\s'"([])([\w./-]+\.(?:ya?ml|json))(?=$|[\s'":)\]])/gu),
  ].map(([, path = ""]) => path)
  const paths = named.flatMap((path) => [joinPath(root, path), joinPath(folder, path)])
  return [...paths, entry === undefined ? undefined : joinPath(folder, entry)].flatMap(
    (path) => path ?? [],
  )
}

/** The key that kustomize does not know, or the start of the document. */
function placeIn(document: Document, cause: string): LogicalLocation {
  const key = /unknown field "([^"]+)"/u.exec(cause)?.[1]
  return key !== undefined && document.has([key])
    ? { document, path: [key], part: "key" }
    : documentStart(document)
}
