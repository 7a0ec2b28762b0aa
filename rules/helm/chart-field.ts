import { type FieldPath, isKind, isWritten, type Kind, kinds, type Resource, stringAt } from "#rule"

/** Where a written HelmRelease or HelmChart says which chart it takes, if it takes it from a source of one of `sources`. */
export function chartFieldOf(resource: Resource, sources: readonly Kind[]): FieldPath | undefined {
  const { id, manifest } = resource
  const isRelease = isKind(id, kinds.HelmRelease)
  if (!isWritten(resource) || (!isRelease && !isKind(id, kinds.HelmChart))) return undefined
  const field = isRelease ? ["spec", "chart", "spec"] : ["spec"]
  const source = stringAt(manifest, [...field, "sourceRef", "kind"])
  return sources.some(({ kind }) => kind === source) ? field : undefined
}
