import type { Kind } from "../model/index.ts"
import type { FieldAge, Violation } from "../model/verdict.ts"
import type { FieldPath } from "../yaml/json.ts"
import { schemasOfKind } from "./flux-schemas.ts"
import type { Schema } from "./schema.ts"
import { schemaAt } from "./schema-at.ts"

/** A violation of a Flux object; for a field that is unknown here, with the versions that know it. */
export function withAges(
  violation: Violation,
  kind: Kind,
  fluxSchema: (file: string) => Schema,
): Violation {
  const { path, problem } = violation
  if (problem.kind !== "unknown") return violation
  const elsewhere = agesOf(path, kind, fluxSchema)
  return elsewhere.length === 0 ? violation : { path, problem: { ...problem, elsewhere } }
}

function agesOf(
  path: FieldPath,
  kind: Kind,
  fluxSchema: (file: string) => Schema,
): readonly FieldAge[] {
  const ages = new Map<string, FieldAge>()
  for (const { version, minor, file } of schemasOfKind(kind)) {
    if (!schemaAt(fluxSchema(file), path)) continue
    const first = ages.get(version.version)?.first ?? minor
    ages.set(version.version, { version: version.version, first, last: minor })
  }
  return [...ages.values()]
}
