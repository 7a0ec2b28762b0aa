import type { Cluster, Resource } from "../model/index.ts"

/**
 * Whether all that makes an object was there: where a build has failed, or leaves out what lies elsewhere, a patch that is
 * missing may give the object the field that it lacks.
 */
export function isWhole(cluster: Cluster, { owner }: Resource): boolean {
  const build = owner && cluster.buildOf(owner)
  return !build || (build.status === "built" && build.reason === undefined)
}
