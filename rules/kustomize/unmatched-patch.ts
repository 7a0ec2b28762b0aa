import { type Document, type KustomizationBuild, nearestName, type Workspace } from "#rule"
import { repositoryFolder } from "./artifact-paths.ts"
import { type Closure, closureOf } from "./closure.ts"
import { readFailure } from "./failure.ts"
import { identityOf, isSameIdentity, type PatchIdentity, parseIdentity } from "./patch-identity.ts"
import { patchesIn } from "./patches.ts"

/** A strategic merge patch that made a build fail, since the object that it names is not there. */
export interface UnmatchedPatch {
  readonly identity: PatchIdentity
  /** The document of the patch. */
  readonly document: Document
  readonly help: string
}

/** The patch that kustomize complains about; undefined when the build failed otherwise or the patch is nowhere to be found. */
export function unmatchedPatch(
  workspace: Workspace,
  build: KustomizationBuild,
): UnmatchedPatch | undefined {
  const closure = closureOf(workspace, build)
  const { cause, folder } = readFailure(build.failure?.message ?? "")
  const identity = parseIdentity(/no matches for Id ([^;\s]+)/u.exec(cause)?.[1] ?? "")
  if (!closure || !identity) return undefined
  const failed = folder === undefined ? closure.folder : repositoryFolder(closure.paths, folder)
  const document = patchesIn(failed, closure, workspace, build)
    .filter(({ target }) => !target)
    .flatMap(({ documents }) => documents)
    .find((candidate) => {
      const own = identityOf(candidate)
      return own !== undefined && isSameIdentity(own, identity)
    })
  return document && { identity, document, help: adviseOn(identity, objectsOf(closure, workspace)) }
}

/** The identities of all manifests that the build reads. */
function objectsOf(closure: Closure, workspace: Workspace): readonly PatchIdentity[] {
  return [...closure.files].flatMap((path) => {
    const file = workspace.file(path)
    return file?.role === "manifest"
      ? file.documents.flatMap((document) => identityOf(document) ?? [])
      : []
  })
}

function adviseOn(patch: PatchIdentity, objects: readonly PatchIdentity[]): string {
  const ofKind = objects.filter(({ kind }) => kind === patch.kind)
  const named = ofKind.find(({ name }) => name === patch.name)
  if (named && (named.group !== patch.group || named.version !== patch.version)) {
    return `Set \`apiVersion\` of the patch to \`${named.group === "" ? "" : `${named.group}/`}${named.version}\`.`
  }
  if (named) return adviseOnNamespace(patch, named)
  const nearest = nearestName(
    patch.name,
    ofKind.map(({ name }) => name),
  )
  return nearest === undefined
    ? `Add the ${patch.kind} to the resources, or remove the patch.`
    : `Set \`metadata.name\` of the patch to \`${nearest}\`.`
}

function adviseOnNamespace(patch: PatchIdentity, object: PatchIdentity): string {
  if (object.namespace === patch.namespace) {
    return "Move the patch to the kustomization file that includes the object, or that has not renamed it yet."
  }
  return object.namespace === undefined
    ? "Remove `metadata.namespace` from the patch: the object has none where the patch is applied."
    : `Set \`metadata.namespace\` of the patch to \`${object.namespace}\`.`
}
