import type { Finding } from "../model/index.ts"
import { groupBy } from "../model/index.ts"
import type { Position } from "../text/position.ts"
import type { Report, ReportedResource } from "./report.ts"

/** A report as readers of test results see it: one case for each object, file or thing that was not checked. */
export interface TestCase {
  /** Undefined for what belongs to no file. */
  readonly path: string | undefined
  readonly name: string
  readonly result:
    | { readonly status: "passed" }
    | { readonly status: "failed"; readonly findings: readonly [Finding, ...Finding[]] }
    | { readonly status: "skipped"; readonly reason: string }
    | { readonly status: "broken"; readonly message: string }
  /** What is worth saying without failing: findings of severity "info", and those that are silenced. */
  readonly notes: readonly Finding[]
}

/** Every object of the repository is a case, so that a clean one passes; a finding belongs to the object around it. */
export function testCases(report: Report): readonly TestCase[] {
  const { resources, findings, skipped, crashes } = report
  const ownerOf = createOwnerLookup(resources)
  const owned = new Map<ReportedResource, Finding[]>()
  const others: Finding[] = []
  for (const finding of findings) {
    const owner = ownerOf(finding)
    if (!owner) others.push(finding)
    else owned.set(owner, [...(owned.get(owner) ?? []), finding])
  }
  return [
    ...resources.map((resource) =>
      caseOf(resource.path, nameOf(resource), owned.get(resource) ?? []),
    ),
    ...[...groupBy(others, ({ location }) => location.path).values()].map((group) =>
      caseOf(group[0].location.path, "the file itself", group),
    ),
    ...skipped.map(({ location, path, what, reason }) => ({
      path: location?.path ?? path,
      name: what,
      result: { status: "skipped" as const, reason },
      notes: [],
    })),
    ...crashes.map(({ rule, message }) => ({
      path: undefined,
      name: `rule ${rule}`,
      result: { status: "broken" as const, message },
      notes: [],
    })),
  ]
}

function caseOf(path: string, name: string, findings: readonly Finding[]): TestCase {
  const isNote = ({ severity, suppressedBy }: Finding): boolean =>
    severity === "info" || suppressedBy !== undefined
  const [first, ...rest] = findings.filter((finding) => !isNote(finding))
  return {
    path,
    name,
    result: first ? { status: "failed", findings: [first, ...rest] } : { status: "passed" },
    notes: findings.filter(isNote),
  }
}

function nameOf({ kind, namespace, name }: ReportedResource): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name || "without a name"}`
}

function createOwnerLookup(
  resources: readonly ReportedResource[],
): (finding: Finding) => ReportedResource | undefined {
  const byPath = new Map(
    [...groupBy(resources, ({ path }) => path).values()].map((group) => [group[0].path, group]),
  )
  return ({ location: { path, range } }) =>
    byPath
      .get(path)
      ?.findLast(
        (resource) =>
          !isBefore(range.start, resource.range.start) &&
          !isBefore(resource.range.end, range.start),
      )
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character)
}

/** `suppressed by a comment: the reason`, for the notes of a case. */
export function noteOf({ severity, message, rule, suppressedBy }: Finding): string {
  if (!suppressedBy) return `${severity}: ${message} [${rule}]`
  const reason = suppressedBy.reason === undefined ? "" : ` (${suppressedBy.reason})`
  return `suppressed by ${suppressedBy.kind}${reason}: ${severity}: ${message} [${rule}]`
}
