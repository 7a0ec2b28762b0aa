import {
  defineFileRule,
  type FileRule,
  isObject,
  isSetAside,
  type KustomizationFile,
  valueAt,
  type Workspace,
} from "#rule"
import { successorFix } from "./successor-fixes.ts"

/** Fields that kustomize warns about (`api/types/kustomization.go`, CheckDeprecatedFields), and what takes their place. */
const successors: Readonly<Record<string, string>> = {
  bases: "Move its entries to `resources`.",
  commonLabels: "Write `labels` with `pairs` and `includeSelectors: true`.",
  imageTags: "Rename it to `images`.",
  patchesJson6902: "Move its entries to `patches`; they keep their form.",
  patchesStrategicMerge: "Write each entry as `path: FILE` below `patches`.",
  vars: "Write `replacements` instead: `kustomize edit fix --vars` tries to; compare what is built before and after.",
}

export const kfileDeprecatedField: FileRule = defineFileRule({
  id: "kfile-deprecated-field",
  category: "kustomize",
  scope: "file",
  severity: "warning",
  presets: ["recommended"],
  summary: "A kustomization file uses a field that kustomize has deprecated.",
  why: "kustomize still reads it and warns, which nobody sees in Flux; a future version will refuse the file.",
  docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const file of workspace.kustomizationFiles.filter((one) => isUsed(workspace, one))) {
      const { document, path } = file
      for (const [field, help] of Object.entries(successors)) {
        if ((valueAt(document.content, [field]) ?? null) === null) continue
        const fix = successorFix(file, field, workspace)
        yield {
          at: { document, path: [field], part: "key" },
          message: `\`${path}\` uses \`${field}\`, which kustomize has deprecated.`,
          help,
          ...(fix && { fix }),
        }
      }
    }
  },
})

function isUsed(workspace: Workspace, { path, document }: KustomizationFile): boolean {
  return isObject(document.content) && (workspace.clustersOf(path).length > 0 || !isSetAside(path))
}
