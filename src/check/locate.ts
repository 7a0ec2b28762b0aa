import type {
  Finding,
  Location,
  LogicalLocation,
  Problem,
  Resource,
  ViaStep,
} from "../model/index.ts"
import { formatFieldPath } from "../yaml/json.ts"

/** The file and range of a place that a rule has named by field. */
export function locate(at: LogicalLocation): Location {
  return {
    path: at.document.file.path,
    range: at.range ?? at.document.rangeOf(at.path, at.part, at.span),
  }
}

/** The file and range of a step on the way to a place. */
export function locateStep(step: ViaStep): Location & { readonly message: string } {
  const range = step.document.rangeOf(step.path, step.part)
  return { path: step.document.file.path, range, message: step.message }
}

/** The field as the cluster sees it, or as the file has it; undefined for a whole document or a place in its text. */
export function fieldOf(at: LogicalLocation): string | undefined {
  if (at.range) return undefined
  const path = at.field ?? at.path
  return path.length === 0 ? undefined : formatFieldPath(path)
}

/** The object that a place belongs to, as reports show it. */
export function resourceOf(at: LogicalLocation): Finding["resource"] {
  return at.resource && namesOf(at.resource)
}

/** The object of a chart that shows a problem, as reports show it. */
export function renderedOf({ rendered }: Problem): Finding["rendered"] {
  if (!rendered) return undefined
  return { ...namesOf(rendered.resource), field: formatFieldPath(rendered.path) }
}

function namesOf({ id, apiVersion }: Resource): NonNullable<Finding["resource"]> {
  return {
    apiVersion,
    kind: id.kind,
    ...(id.namespace === undefined ? {} : { namespace: id.namespace }),
    name: id.name,
  }
}
