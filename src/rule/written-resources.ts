import type { Resource, Severity, Target, Workspace } from "../model/index.ts"
import { isSetAside } from "./paths.ts"

/** An object that people write, and the versions that read it. */
export interface WrittenResource {
  readonly resource: Resource
  readonly target: Target
  /** Set for a file that no cluster reaches: what is wrong there is a warning at most. */
  readonly severity?: Severity
}

const known = new WeakMap<Workspace, readonly WrittenResource[]>()

/**
 * The objects that people write: those of clusters first, then those of files that no cluster reaches and that are not
 * set aside. What charts render and controllers imply is left out.
 */
export function writtenResources(workspace: Workspace): readonly WrittenResource[] {
  const found = known.get(workspace) ?? findWritten(workspace)
  known.set(workspace, found)
  return found
}

function findWritten({
  clusters,
  unreached,
  unreachedTarget,
}: Workspace): readonly WrittenResource[] {
  const built = clusters.flatMap(({ resources, target }) =>
    resources.filter(isWritten).map((resource): WrittenResource => ({ resource, target })),
  )
  const rest = unreached
    .filter(({ origin }) => "document" in origin && !isSetAside(origin.document.file.path))
    .map(
      (resource): WrittenResource => ({ resource, target: unreachedTarget, severity: "warning" }),
    )
  return [...built, ...rest]
}

/** Whether people write an object, as against what charts render and controllers imply. */
export function isWritten({ origin }: Resource): boolean {
  return origin.via !== "helm" && origin.via !== "implied"
}

/** The minor of the Flux 2 that a cluster runs: 9 for 2.9. */
export function fluxMinor({ flux }: Target): number {
  const [major = 2, minor = 0] = flux.split(".").map(Number)
  return (major - 2) * 1000 + minor
}
