import { baseOf, defineFileRule, documentStart, type FileRule, folderName } from "#rule"
import { groupByFolder } from "./closure.ts"
import { readingOf, stoppingSeverity } from "./reading.ts"

export const kfileDuplicate: FileRule = defineFileRule({
  id: "kfile-duplicate",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A folder has more than one kustomization file.",
  why: "kustomize stops with `Found multiple kustomization files`, so Flux reports BuildFailed and applies nothing.",
  docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization"],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    for (const [folder, files] of groupByFolder(workspace.kustomizationFiles)) {
      const file = files.toSorted((left, right) => rank(left.path) - rank(right.path)).at(-1)
      const severity = file && stoppingSeverity(reading(file.path))
      if (!file || file.rivals.length === 0 || !severity) continue
      const names = [...file.rivals, file.path].map((path) => `\`${baseOf(path)}\``)
      yield {
        at: documentStart(file.document),
        message: `The folder ${folder === "" ? "at the root" : folderName(folder)} has ${names.join(" and ")}.`,
        severity,
        help: "Merge them into one file, and delete the rest.",
        related: file.rivals.flatMap((path) => {
          const document = workspace.file(path)?.documents[0]
          return document ? [{ at: documentStart(document), message: "another one" }] : []
        }),
      }
    }
  },
})

/** The finding belongs on the file that is the least usual. */
function rank(path: string): number {
  return ["kustomization.yaml", "kustomization.yml", "Kustomization"].indexOf(baseOf(path))
}
