import { defineFileRule, type FileRule, type KustomizationFile } from "#rule"
import { allPaths, type MissingEntry, missingEntries, nearestEntry } from "./missing-entries.ts"
import { readingOf, stoppingSeverity } from "./reading.ts"

export const kfileMissingResource: FileRule = defineFileRule({
  id: "kfile-missing-resource",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A kustomization file names a file or folder that does not exist.",
  why: "kustomize stops with `no such file or directory`, so Flux reports BuildFailed and applies nothing of any Kustomization that includes the file.",
  docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    const paths = allPaths(workspace)
    for (const file of workspace.kustomizationFiles) {
      const severity = stoppingSeverity(reading(file.path))
      if (!severity) continue
      const all = missingEntries(file, workspace)
      // One finding says enough about a file that nobody builds.
      for (const missing of severity === "error" ? all : all.slice(0, 1)) {
        const { entry } = missing
        yield {
          at: { document: file.document, path: entry.path, part: "value" },
          message: messageOf(file, missing),
          severity,
          help: helpOf(missing, nearestEntry(file, entry, paths)),
        }
      }
    }
  },
})

function messageOf({ path }: KustomizationFile, { entry, reason }: MissingEntry): string {
  const names = `\`${path}\` names \`${entry.text}\``
  return reason === "absent"
    ? `${names}, which does not exist.`
    : `${names}, a folder without a kustomization file.`
}

function helpOf({ entry, reason }: MissingEntry, nearest: string | undefined): string {
  if (reason === "no-kustomization-file") {
    return `Add a \`kustomization.yaml\` to \`${entry.target ?? entry.text}\`, or name its files one by one.`
  }
  if (nearest !== undefined)
    return `Write \`${nearest}\`, or add \`${entry.target ?? entry.text}\`.`
  return `Add \`${entry.target ?? entry.text}\`, or remove the entry. A file that Git ignores does not reach the cluster.`
}
