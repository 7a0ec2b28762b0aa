import type { LogicalLocation, ReleaseBuild } from "../model/index.ts"
import { type FieldPath, valueAt } from "../yaml/json.ts"

type ChainLink = ReleaseBuild["valuesChain"][number]

/** Where a value of a release is written. */
export interface ValueLocation {
  readonly at: LogicalLocation
  /** How many steps of the path that was asked for exist there. */
  readonly depth: number
}

function locateIn(
  build: ReleaseBuild,
  link: ChainLink,
  path: FieldPath,
): LogicalLocation | undefined {
  const { release } = build
  const field: FieldPath = ["spec", "values", ...path]
  if (link.resource === release) {
    return valueAt(release.manifest, field) === undefined ? undefined : release.at(field)
  }
  const place = [...link.path, ...path]
  return link.document.has(place)
    ? { document: link.document, path: place, part: "value", resource: release, field }
    : undefined
}

/**
 * The value at `path` of a release, where a person would edit it: in the last part of the values that has it, else its
 * nearest ancestor. Undefined when no part has even the first step.
 */
export function valueLocation(build: ReleaseBuild, path: FieldPath): ValueLocation | undefined {
  const chain = [...build.valuesChain].reverse()
  for (let depth = path.length; depth > 0; depth--) {
    for (const link of chain) {
      const at = locateIn(build, link, path.slice(0, depth))
      if (at) return { at, depth }
    }
  }
  return undefined
}

/** The field of a release that names its chart. */
export function chartLocation({ release }: ReleaseBuild): LogicalLocation {
  const hasReference = valueAt(release.manifest, ["spec", "chartRef"]) !== undefined
  return release.at(
    hasReference ? ["spec", "chartRef", "name"] : ["spec", "chart", "spec", "chart"],
  )
}
