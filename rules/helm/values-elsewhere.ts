import { type Cluster, isKind, type Reference, type Resource } from "#rule"

/** The object that a release names, where it lives in another namespace alone. */
export function valuesElsewhere(cluster: Cluster, { target }: Reference): Resource | undefined {
  return cluster.resources.find(
    ({ id, server }) =>
      server === "" &&
      isKind(id, target) &&
      id.name === target.name &&
      id.namespace !== target.namespace,
  )
}
