import {
  defineFileRule,
  describe,
  type FileRule,
  folderOf,
  isInside,
  isKind,
  isSetAside,
  type KustomizationFile,
  kinds,
  type Resource,
  stringAt,
  type Workspace,
} from "#rule"

/** Whether a line of the file that is commented out names the way to `path`: somebody has switched it off. */
function isSwitchedOff({ document, folder }: KustomizationFile, path: string): boolean {
  const rest = path.slice(folder === "" ? 0 : folder.length + 1)
  const [step = ""] = rest.split("/")
  return document.file.text
    .split("\n")
    .some((line) => /^\s*#/u.test(line) && line.includes(step.replace(/\.ya?ml$/u, "")))
}

/** The nearest kustomization file around `path` that a cluster builds: it decides what is applied below. */
function fileAround(workspace: Workspace, path: string): KustomizationFile | undefined {
  const around = workspace.kustomizationFiles
    .filter((file) => isInside(path, file.folder) && workspace.clustersOf(file.path).length > 0)
    .sort((left, right) => right.folder.length - left.folder.length)
  return around.find(({ component }) => !component)
}

/** Whether another file names this one: a base that somebody takes from elsewhere. */
function isNamed({ kustomizationFiles }: Workspace, path: string): boolean {
  return kustomizationFiles.some(({ entries, folder }) =>
    entries.some(
      ({ target }) => target === path || (target === folderOf(path) && folder !== target),
    ),
  )
}

function pathOf({ id, manifest, origin }: Resource): string | undefined {
  const isComplete = stringAt(manifest, ["spec", "sourceRef", "name"]) !== undefined
  if (!isKind(id, kinds.Kustomization) || !isComplete || !("document" in origin)) return undefined
  const { path } = origin.document.file
  return isSetAside(path) ? undefined : path
}

export const ksUnreachable: FileRule = defineFileRule({
  id: "ks-unreachable",
  category: "kustomization",
  scope: "file",
  severity: "warning",
  presets: ["recommended"],
  summary: "A Kustomization lies below a cluster's path, but no kustomization file leads to it.",
  why: "Where a folder has a kustomization file, Flux applies what that file names and nothing else: the Kustomization is not in the cluster at all, and no condition says so.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#generate-kustomizationyaml"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const resource of workspace.unreached) {
      const path = pathOf(resource)
      const file = path === undefined ? undefined : fileAround(workspace, path)
      if (path === undefined || !file || isNamed(workspace, path)) continue
      if (isSwitchedOff(file, path)) continue
      const entry = path.slice(file.folder === "" ? 0 : file.folder.length + 1)
      yield {
        at: resource.at(["metadata", "name"]),
        message: `${describe(resource.id)} is applied by no cluster: \`${file.path}\` does not lead to \`${path}\`.`,
        help: `Add \`${entry}\` to \`resources\` of \`${file.path}\`, or remove the file.`,
        related: [
          {
            at: { document: file.document, path: ["resources"], part: "key" },
            message: "what is applied of this folder",
          },
        ],
      }
    }
  },
})
