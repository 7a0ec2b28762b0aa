import {
  type Cluster,
  defineFileRule,
  describe,
  type FileRule,
  isInside,
  type KustomizationBuild,
  type Problem,
  type Workspace,
} from "#rule"
import { closureOf } from "../kustomize/closure.ts"
import { linkedEntries, linkOnTheWay, pathInRepository } from "../kustomize/links.ts"
import { readingOf } from "../kustomize/reading.ts"

const advice =
  "Replace the link by a copy, or name what it leads to in a kustomization file: `../base` may lie outside the folder."

/** The links that the path of a Kustomization leads through, or that Flux would pick up below it if they were files. */
function* linksOf(workspace: Workspace, build: KustomizationBuild): Iterable<Problem> {
  const { kustomization } = build
  const at = kustomization.at(["spec", "path"])
  const name = describe(kustomization.id)
  const link = linkOnTheWay(workspace, pathInRepository(build))
  if (link !== undefined && build.failure?.step === "path") {
    yield {
      at,
      message: `${name} builds \`${build.path}\`, but \`${link}\` is a symbolic link, which Flux drops.`,
      help: "Set `spec.path` to the folder that the link leads to.",
    }
    return
  }
  const closure = closureOf(workspace, build)
  if (!closure?.generated) return
  for (const path of workspace.links) {
    if (!isInside(path, closure.folder) || !/\.ya?ml$/u.test(path)) continue
    if (closure.pickedFolders.some((folder) => isInside(path, folder))) continue
    yield {
      at,
      message: `${name} does not apply \`${path}\`: it is a symbolic link, which Flux drops.`,
      help: advice,
    }
  }
}

export const symlinkInPath: FileRule = defineFileRule({
  id: "symlink-in-path",
  category: "yaml",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "What Flux is to build lies behind a symbolic link.",
  why: "Flux leaves symbolic links out of every artifact: the build fails with `no such file or directory` or `kustomization path not found` in the cluster, though it works on disk; a linked manifest is left out without a word.",
  docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#artifact"],
  since: "0.1.0",

  *check({ workspace }) {
    if (workspace.links.length === 0) return
    const reading = readingOf(workspace)
    for (const file of workspace.kustomizationFiles) {
      if (["set-aside", "fine"].includes(reading(file.path))) continue
      for (const { entry, link } of linkedEntries(file, workspace)) {
        yield {
          at: { document: file.document, path: entry.path, part: "value" },
          message: `\`${file.path}\` names \`${entry.text}\`, but \`${link}\` is a symbolic link, which Flux drops.`,
          help: advice,
          ...(reading(file.path) === "unread" ? { severity: "warning" } : {}),
        }
      }
    }
    const builds = workspace.clusters.flatMap((cluster: Cluster) => cluster.builds)
    for (const build of builds) yield* linksOf(workspace, build)
  },
})
