import {
  compilePattern,
  formatFieldPath,
  groupOf,
  isObject,
  type JsonObject,
  type KustomizationBuild,
  type LogicalLocation,
  nearestName,
  type Resource,
  stringAt,
  valueAt,
  versionOf,
  type Workspace,
} from "#rule"
import { type Closure, closureOf } from "./closure.ts"
import { type PatchUse, patchesOfFile, patchesOfKustomization } from "./patches.ts"

/** A patch target that selects nothing in any build. */
export interface UnmatchedTarget {
  readonly at: LogicalLocation
  /** The target in words: `Deployment podinfo`. */
  readonly text: string
  readonly nearest: string | undefined
}

/** An object as a target may see it: as written, or as built. */
interface Candidate {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly name: string
}

/** Patch targets that match nothing in any of the builds that use them; those that cannot be judged are left out. */
export function unmatchedTargets(workspace: Workspace): readonly UnmatchedTarget[] {
  const matched = new Set<string>()
  const unmatched = new Map<string, UnmatchedTarget>()
  for (const build of workspace.clusters.flatMap(({ builds }) => builds)) {
    const closure = isWhole(build) ? closureOf(workspace, build) : undefined
    if (!closure || awaitsContent(closure, workspace)) continue
    const candidates = candidatesOf(build, closure, workspace)
    for (const patch of patchesOf(build, closure, workspace)) {
      const at = patch.targetAt()
      const found = isWrittenThere(at, patch.target) ? judge(patch, candidates) : undefined
      if (!found) continue
      const { document, path } = at
      const key = `${document.file.path}\n${document.range.start.line}\n${formatFieldPath(path)}`
      if (found === "matched") matched.add(key)
      else unmatched.set(key, found)
    }
  }
  return [...unmatched].flatMap(([key, target]) => (matched.has(key) ? [] : [target]))
}

/** A build with a reason has left out what lies outside this checkout: a target may be for that. An empty one has its own rule. */
function isWhole({ status, reason, content, objects }: KustomizationBuild): boolean {
  const isComplete = reason === undefined && content.status === "here" && !content.partial
  return status === "built" && objects.length > 0 && isComplete
}

/** A resource file without objects waits to be filled: gotk-components.yaml before `flux bootstrap`. */
function awaitsContent({ kustomizationFiles }: Closure, workspace: Workspace): boolean {
  const entries = kustomizationFiles.flatMap((file) => file.entries)
  return entries.some(({ field, kind, target }) => {
    const file = field === "resources" && kind === "file" ? workspace.file(target ?? "") : undefined
    return file?.documents.every(({ content }) => !isObject(content)) ?? false
  })
}

function patchesOf(
  build: KustomizationBuild,
  closure: Closure,
  workspace: Workspace,
): readonly PatchUse[] {
  const files = closure.kustomizationFiles.flatMap((file) => patchesOfFile(file, workspace))
  return [...files, ...patchesOfKustomization(build)]
}

/** An object between its file and the end of the build has a name that the last one contains: prefixes and suffixes only add. */
function candidatesOf(
  build: KustomizationBuild,
  closure: Closure,
  workspace: Workspace,
): readonly Candidate[] {
  const written = [...closure.files]
    .flatMap((path) => workspace.file(path) ?? [])
    .filter(({ role }) => role === "manifest")
    .flatMap(({ documents }) => documents.map(({ content }) => content))
  return [...written, ...build.objects.flatMap(sourceOf)].flatMap((content) => {
    const kind = stringAt(content, ["kind"])
    const apiVersion = stringAt(content, ["apiVersion"]) ?? ""
    const name = stringAt(content, ["metadata", "name"]) ?? ""
    return kind === undefined
      ? []
      : [{ group: groupOf(apiVersion), version: versionOf(apiVersion), kind, name }]
  })
}

function sourceOf({ manifest, origin }: Resource): readonly JsonObject[] {
  const source = origin.via === "helm" ? undefined : valueAt(origin.document.content, origin.path)
  return isObject(source) ? [manifest, source] : [manifest]
}

/** Undefined where nothing can be said: the target has other conditions only, or is no pattern. */
function judge(
  patch: PatchUse,
  candidates: readonly Candidate[],
): UnmatchedTarget | "matched" | undefined {
  const { target } = patch
  if (!target) return undefined
  let left = candidates
  for (const field of ["kind", "group", "version", "name"] as const) {
    const text = stringAt(target, [field])
    if (text === undefined || text === "") continue
    const pattern = compilePattern(field === "name" ? text.replace(/^\^|\$$/gu, "") : text)
    if (!pattern) return undefined
    const matching = left.filter((candidate) =>
      field === "name" ? pattern.isPartOf(candidate.name) : pattern.matches(candidate[field]),
    )
    if (matching.length === 0) {
      const nearest = nearestName(
        text,
        left.map((candidate) => candidate[field]),
      )
      return { at: patch.targetAt(field), text: textOf(target), nearest }
    }
    left = matching
  }
  return "matched"
}

/** A patch that another patch has put in has no place of its own to point at. */
function isWrittenThere(
  { document, path }: LogicalLocation,
  target: JsonObject | undefined,
): boolean {
  const written = valueAt(document.content, path)
  return written !== undefined && JSON.stringify(written) === JSON.stringify(target)
}

function textOf(target: JsonObject): string {
  const apiVersion = [stringAt(target, ["group"]), stringAt(target, ["version"])]
    .filter(Boolean)
    .join("/")
  const kind = stringAt(target, ["kind"]) ?? "object"
  return [apiVersion, kind, stringAt(target, ["name"])].filter(Boolean).join(" ")
}
