import {
  certainName,
  defineFileRule,
  type FileRule,
  formatFieldPath,
  isSetAside,
  type KustomizationFile,
  type LogicalLocation,
  nearestName,
  type Problem,
  renameFix,
  type Workspace,
} from "#rule"
import { type UnknownField, unknownFields } from "./unknown-fields.ts"

export const kfileUnknownField: FileRule = defineFileRule({
  id: "kfile-unknown-field",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A kustomization file has a field that kustomize does not know.",
  why: "kustomize refuses the file with `unknown field`, and Flux applies nothing; in the file at `spec.path` itself, which Flux rewrites, the field is dropped in silence.",
  docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const file of workspace.kustomizationFiles) {
      for (const field of unknownFields(workspace, file)) {
        const problem = problemOf(file, field)
        if (isRead(workspace, file)) yield problem
        else if (!isSetAside(file.path)) yield { ...problem, severity: "warning" }
      }
    }
  },
})

function isRead(workspace: Workspace, { path }: KustomizationFile): boolean {
  return workspace.clustersOf(path).length > 0
}

function problemOf({ path: file, document }: KustomizationFile, field: UnknownField): Problem {
  const { path, declared } = field
  const name = String(path.at(-1))
  const nearest = nearestName(name, declared)
  const meant = certainName(name, declared)
  const at: LogicalLocation = { document, path, part: "key" }
  const fix = meant === undefined ? undefined : renameFix(at, name, meant)
  return {
    at,
    message: `\`${file}\` has \`${formatFieldPath(path)}\`, a field that kustomize does not know.`,
    help:
      nearest === undefined
        ? `Remove \`${name}\`.`
        : `Write \`${nearest}\` instead of \`${name}\`.`,
    ...(fix && { fix }),
  }
}
