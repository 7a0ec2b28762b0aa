import type { FieldPath, KustomizationFile, Workspace } from "#rule"

/** A field of a kustomization file that kustomize does not know. */
export interface UnknownField {
  readonly path: FieldPath
  /** What kustomize knows in its place. */
  readonly declared: readonly string[]
}

/** The fields of a kustomization file that kustomize refuses. */
export function unknownFields(
  workspace: Workspace,
  file: KustomizationFile,
): readonly UnknownField[] {
  return workspace
    .violationsIn(file)
    .flatMap(({ path, problem }) =>
      problem.kind === "unknown" ? [{ path, declared: problem.declared }] : [],
    )
}
