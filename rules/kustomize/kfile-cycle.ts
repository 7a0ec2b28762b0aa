import { defineFileRule, type FileRule } from "#rule"
import { closureOf } from "./closure.ts"
import { type FolderCycle, folderCycles } from "./cycles.ts"
import { readingOf, stoppingSeverity } from "./reading.ts"

export const kfileCycle: FileRule = defineFileRule({
  id: "kfile-cycle",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "Kustomization files include each other in a circle.",
  why: "kustomize stops with `cycle detected`, so Flux reports BuildFailed and applies nothing.",
  docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    const builds = workspace.clusters.flatMap((cluster) => cluster.builds)
    const starts = new Set(builds.flatMap((build) => closureOf(workspace, build)?.folder ?? []))
    for (const cycle of folderCycles(workspace.kustomizationFiles, starts)) {
      const { file, entry, chain } = cycle
      const severity = stoppingSeverity(reading(file.path))
      if (!severity) continue
      yield {
        at: { document: file.document, path: entry.path, part: "value" },
        message: messageOf(cycle),
        severity,
        help: "Remove the entry, or move what both sides need into a folder of its own.",
        related: chain.flatMap((member, index) => {
          const next = chain[index + 1]
          const step = member.entries.find(
            ({ kind, target }) => kind === "folder" && target === next?.folder,
          )
          if (!next || !step) return []
          const at = { document: member.document, path: step.path, part: "value" } as const
          return [{ at, message: `leads to \`${next.folder}\`` }]
        }),
      }
    }
  },
})

function messageOf({ file, entry, chain }: FolderCycle): string {
  const target = entry.target ?? ""
  const [first] = chain
  if (chain.length === 1) {
    return target === file.folder
      ? `\`${file.path}\` includes its own folder.`
      : `\`${file.path}\` includes \`${entry.text}\`, a folder that contains its own.`
  }
  const steps = [...chain.map(({ folder }) => folder), target].map(
    (folder) => `\`${folder || "."}\``,
  )
  return first && first.folder === target
    ? `${steps.join(" → ")} is a cycle of kustomization files.`
    : `${steps.join(" → ")} is a cycle of kustomization files: the last folder contains the first.`
}
