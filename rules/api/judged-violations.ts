import {
  describe,
  type FieldPath,
  type FieldProblem,
  fluxMinor,
  type LogicalLocation,
  type Resource,
  type ResourceId,
  type Severity,
  stringAt,
  type Violation,
  valueAt,
  type Workspace,
  writtenResources,
} from "#rule"

/** A field that the API server would refuse, with the object that has it. */
export interface JudgedViolation<Problem extends FieldProblem = FieldProblem> {
  readonly resource: Resource
  readonly path: FieldPath
  readonly problem: Problem
  readonly at: LogicalLocation
  /** Set for a file that no cluster reaches. */
  readonly severity?: Severity
  /** The minor of the Flux that reads it: 9 for 2.9. */
  readonly flux: number
  /** Whether nobody says which Flux the cluster runs: it is judged by the newest. */
  readonly isGuess: boolean
}

type Kind = FieldProblem["kind"]
type ProblemOf<Wanted extends Kind> = FieldProblem & { readonly kind: Wanted }

/**
 * What the schemas say against the objects that people write: those of clusters first, then, as warnings, those of files
 * that no cluster reaches. What several objects owe to one line is said once; what charts make is left to
 * `rendered-schema-violation`.
 */
export function* judgedViolations<const Wanted extends Kind>(
  workspace: Workspace,
  wanted: readonly Wanted[],
): Iterable<JudgedViolation<ProblemOf<Wanted>>> {
  const seen = new Set<string>()
  for (const judged of objectsOf(workspace)) {
    const { resource } = judged
    for (const { path, problem } of violationsOf(workspace, resource)) {
      if (!isOneOf(problem, wanted)) continue
      const at = placeOf(resource, path, problem)
      const key = JSON.stringify([at.document.file.path, at.document.index, at.path, problem])
      if (seen.has(key)) continue
      seen.add(key)
      yield { ...judged, path, problem, at }
    }
  }
}

function isOneOf<Wanted extends Kind>(
  problem: FieldProblem,
  wanted: readonly Wanted[],
): problem is ProblemOf<Wanted> {
  return (wanted as readonly Kind[]).includes(problem.kind)
}

function violationsOf(workspace: Workspace, resource: Resource): readonly Violation[] {
  const verdict = workspace.verdictOf(resource)
  return verdict.status === "checked" ? verdict.violations : []
}

type Judged = Pick<JudgedViolation, "resource" | "flux" | "isGuess" | "severity">

function objectsOf(workspace: Workspace): readonly Judged[] {
  return writtenResources(workspace).map(({ resource, target, severity }) => ({
    resource,
    flux: fluxMinor(target),
    isGuess: severity !== undefined || target.fluxAssumed === true,
    ...(severity && { severity }),
  }))
}

/** A field that is not there has no line: that of its parent is shown. */
function placeOf(resource: Resource, path: FieldPath, { kind }: FieldProblem): LogicalLocation {
  if (kind === "unknown") return resource.at(path, "key")
  if (kind === "rule") return ruledPlace(resource, path)
  if (kind !== "missing") return resource.at(path)
  const parent = path.slice(0, -1)
  return parent.length === 0 ? resource.at(["kind"]) : resource.at(parent, "key")
}

/** A rule on an object is about what is in it and what is not: its name is shown, not all of it. */
function ruledPlace(resource: Resource, path: FieldPath): LogicalLocation {
  const value = valueAt(resource.manifest, path)
  if (path.length === 0) return resource.at(["kind"])
  if (value === undefined) return ruledPlace(resource, path.slice(0, -1))
  const isNamed = typeof value === "object" && typeof path.at(-1) === "string"
  return isNamed ? resource.at(path, "key") : resource.at(path)
}

/** The object as its file names it: overlays may build several from it. */
export function describeWritten({ id, origin }: Resource): string {
  if (!("document" in origin)) return describe(id)
  const written = valueAt(origin.document.content, [...origin.path, "metadata"])
  const name = stringAt(written, ["name"])
  if (name === undefined || name === id.name) return describe(id)
  const namespace = stringAt(written, ["namespace"])
  const named: ResourceId = { group: id.group, kind: id.kind, name }
  return describe(namespace === undefined ? named : { ...named, namespace })
}
