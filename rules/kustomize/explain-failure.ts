import type { Document, KustomizationBuild, Workspace } from "#rule"
import { artifactPaths } from "./artifact-paths.ts"
import { type Closure, closureOf, specComponents } from "./closure.ts"
import { componentMismatches } from "./component-mismatches.ts"
import { folderCycles } from "./cycles.ts"
import { readFailure } from "./failure.ts"
import { foreignDocuments } from "./foreign-documents.ts"
import { chartFieldsIn } from "./helm-fields.ts"
import { linkedEntries } from "./links.ts"
import { missingComponents, missingEntries } from "./missing-entries.ts"
import { unknownFields } from "./unknown-fields.ts"
import { unmatchedPatch } from "./unmatched-patch.ts"

/** What one rule reports about a build. */
interface Explanation {
  readonly rule: string
  /** What kustomize says then. */
  readonly says: RegExp
  /** Whether the rule has a finding that this build is stopped by. */
  finds(closure: Closure, workspace: Workspace, build: KustomizationBuild): boolean
}

const explanations: readonly Explanation[] = [
  {
    rule: "yaml-parse-error",
    says: /MalformedYAMLError|yaml: |unable to parse SM or JSON patch/u,
    finds: (closure, workspace) =>
      documentsOf(closure, workspace).some(({ syntaxErrors }) => syntaxErrors.length > 0),
  },
  {
    rule: "yaml-duplicate-key",
    says: /mapping key ".*" already defined/u,
    finds: (closure, workspace) =>
      documentsOf(closure, workspace).some(({ repeatedKeys }) => repeatedKeys.length > 0),
  },
  {
    rule: "non-kubernetes-yaml-in-path",
    says: /^failed to decode Kubernetes YAML from/u,
    finds: (closure, workspace) =>
      closure.generated && foreignDocuments(closure, workspace).length > 0,
  },
  {
    rule: "kfile-duplicate",
    says: /^Found multiple kustomization files/u,
    finds: ({ kustomizationFiles }) => kustomizationFiles.some(({ rivals }) => rivals.length > 0),
  },
  {
    rule: "symlink-in-path",
    says: /no such file or directory|not exist|unable to find one of 'kustomization\.yaml'/u,
    finds: ({ kustomizationFiles }, workspace) =>
      kustomizationFiles.some((file) => linkedEntries(file, workspace).length > 0),
  },
  {
    rule: "kfile-missing-resource",
    says: /no such file or directory|not exist|unable to find one of 'kustomization\.yaml'/u,
    finds: ({ kustomizationFiles, folder }, workspace, build) =>
      kustomizationFiles.some((file) => missingEntries(file, workspace).length > 0) ||
      missingComponents(build, folder, workspace).length > 0,
  },
  {
    rule: "kfile-cycle",
    says: /^cycle detected/u,
    finds: ({ kustomizationFiles, folder }) =>
      folderCycles(kustomizationFiles, new Set([folder])).length > 0,
  },
  {
    rule: "kfile-component-as-resource",
    says: /^expected kind (?:!= )?'Component'/u,
    finds: hasComponentMismatch,
  },
  {
    rule: "kfile-unknown-field",
    says: /unknown field "/u,
    finds: ({ kustomizationFiles }, workspace) =>
      kustomizationFiles.some((file) => unknownFields(workspace, file).length > 0),
  },
  {
    rule: "kfile-helm-charts",
    says: /must specify --enable-helm/u,
    finds: ({ kustomizationFiles }) =>
      kustomizationFiles.some((file) => chartFieldsIn(file).length > 0),
  },
  {
    rule: "kfile-patch-no-match",
    says: /no matches for Id/u,
    finds: (_closure, workspace, build) => unmatchedPatch(workspace, build) !== undefined,
  },
]

/** The rule that says why a build has failed; undefined when none of the more specific ones does. */
export function explainFailure(
  workspace: Workspace,
  build: KustomizationBuild,
): string | undefined {
  if (artifactPaths(build)?.has(build.path)) return "ks-path-missing"
  const closure = closureOf(workspace, build)
  if (!closure || !build.failure) return undefined
  const { cause } = readFailure(build.failure.message)
  return explanations.find(
    ({ says, finds }) => says.test(cause) && finds(closure, workspace, build),
  )?.rule
}

function documentsOf({ files }: Closure, workspace: Workspace): readonly Document[] {
  return [...files]
    .flatMap((path) => workspace.file(path) ?? [])
    .filter(({ role }) => role !== "values")
    .flatMap(({ documents }) => documents)
}

function hasComponentMismatch(
  { kustomizationFiles, pickedFolders, folder }: Closure,
  _workspace: Workspace,
  build: KustomizationBuild,
): boolean {
  const components = specComponents(build, folder).map((component) => component.folder)
  return (
    componentMismatches(kustomizationFiles, kustomizationFiles).length > 0 ||
    kustomizationFiles.some((file) =>
      file.component ? pickedFolders.includes(file.folder) : components.includes(file.folder),
    )
  )
}
