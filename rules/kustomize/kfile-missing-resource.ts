import {
  defineFileRule,
  describe,
  type FileEntry,
  type FileRule,
  type KustomizationBuild,
  type KustomizationFile,
  type Problem,
  type Workspace,
} from "#rule"
import { closureOf } from "./closure.ts"
import {
  allPaths,
  type MissingEntry,
  type MissingReason,
  missingComponents,
  missingEntries,
  nearestEntry,
} from "./missing-entries.ts"
import { isKustomizeFailure, readingOf, stoppingSeverity } from "./reading.ts"

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
          help: helpOf(entry, missing.reason, nearestEntry(file, entry, paths)),
        }
      }
    }
    for (const build of workspace.clusters.flatMap(({ builds }) => builds)) {
      yield* reportComponents(workspace, build, paths)
    }
  },
})

function* reportComponents(
  workspace: Workspace,
  build: KustomizationBuild,
  paths: ReadonlySet<string>,
): Iterable<Problem> {
  const closure = isKustomizeFailure(build) ? closureOf(workspace, build) : undefined
  if (!closure) return
  const { kustomization } = build
  const { folder } = closure
  for (const { component, reason } of missingComponents(build, folder, workspace)) {
    const entry = { text: component.text, target: component.folder }
    yield {
      at: kustomization.at(["spec", "components", component.index]),
      message: `${describe(kustomization.id)} names the component \`${component.text}\`, ${lackOf(reason)}.`,
      help: helpOf(entry, reason, nearestEntry({ folder }, entry, paths)),
    }
  }
}

function messageOf({ path }: KustomizationFile, { entry, reason }: MissingEntry): string {
  return `\`${path}\` names \`${entry.text}\`, ${lackOf(reason)}.`
}

function lackOf(reason: MissingReason): string {
  return reason === "absent" ? "which does not exist" : "a folder without a kustomization file"
}

function helpOf(
  { text, target = text }: Pick<FileEntry, "text" | "target">,
  reason: MissingReason,
  nearest: string | undefined,
): string {
  if (reason === "no-kustomization-file") {
    return `Add a \`kustomization.yaml\` to \`${target}\`, or name its files one by one.`
  }
  if (nearest !== undefined) return `Write \`${nearest}\`, or add \`${target}\`.`
  return `Add \`${target}\`, or remove the entry. A file that Git ignores does not reach the cluster.`
}
