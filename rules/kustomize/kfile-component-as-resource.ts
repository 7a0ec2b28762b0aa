import {
  defineFileRule,
  describe,
  documentStart,
  type FileRule,
  folderName,
  type KustomizationBuild,
  type KustomizationFile,
  type LogicalLocation,
  type Problem,
  type Workspace,
} from "#rule"
import { closureOf, specComponents } from "./closure.ts"
import { type ComponentMismatch, componentMismatches } from "./component-mismatches.ts"
import { isKustomizeFailure, readingOf, stoppingSeverity } from "./reading.ts"

export const kfileComponentAsResource: FileRule = defineFileRule({
  id: "kfile-component-as-resource",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A Component is used as a resource, or a Kustomization as a component.",
  why: "kustomize stops with `expected kind != 'Component'` or `expected kind 'Component'`, so Flux reports BuildFailed and applies nothing.",
  docs: ["https://kubectl.docs.kubernetes.io/guides/config_management/components/"],
  since: "0.1.0",

  *check({ workspace }) {
    const { kustomizationFiles } = workspace
    const reading = readingOf(workspace)
    for (const mismatch of componentMismatches(kustomizationFiles, kustomizationFiles)) {
      const severity = stoppingSeverity(reading(mismatch.file.path))
      if (severity) yield { ...report(mismatch), severity }
    }
    for (const { builds } of workspace.clusters) {
      for (const build of builds) yield* reportBuild(workspace, build)
    }
  },
})

function report({ file, entry, target }: ComponentMismatch): Problem {
  const at: LogicalLocation = { document: file.document, path: entry.path, part: "value" }
  const related = [
    {
      at: kindOf(target),
      message: `its kind is \`${target.component ? "Component" : "Kustomization"}\``,
    },
  ]
  if (target.component) {
    const message = `\`${file.path}\` has \`${entry.text}\` under \`resources\`, but it is a Component.`
    return { at, message, help: `Move \`${entry.text}\` to \`components\`.`, related }
  }
  return {
    at,
    message: `\`${file.path}\` has \`${entry.text}\` under \`components\`, but it is a Kustomization.`,
    help: `Move \`${entry.text}\` to \`resources\`, or write \`kind: Component\` in \`${target.path}\`.`,
    related,
  }
}

function kindOf({ document }: KustomizationFile): LogicalLocation {
  return document.has(["kind"])
    ? { document, path: ["kind"], part: "value" }
    : documentStart(document)
}

function* reportBuild(workspace: Workspace, build: KustomizationBuild): Iterable<Problem> {
  const closure = closureOf(workspace, build)
  if (!closure || !isKustomizeFailure(build)) return
  const fileOf = (folder: string): KustomizationFile | undefined =>
    closure.kustomizationFiles.find((file) => file.folder === folder)
  const name = describe(build.kustomization.id)
  for (const folder of closure.pickedFolders) {
    const file = fileOf(folder)
    if (!file?.component) continue
    yield {
      at: kindOf(file),
      message: `${name} builds all of ${folderName(closure.folder)}, and so takes the Component \`${folder}\` for a resource.`,
      help: `Add a \`kustomization.yaml\` to ${folderName(closure.folder)} that names its resources, or move the Component elsewhere.`,
      related: [
        {
          at: build.kustomization.at(["spec", "path"]),
          message: "this folder has no kustomization file",
        },
      ],
    }
  }
  for (const { folder, index, text } of specComponents(build, closure.folder)) {
    const file = fileOf(folder)
    if (!file || file.component) continue
    yield {
      at: build.kustomization.at(["spec", "components", index]),
      message: `${name} has \`${text}\` under \`components\`, but it is a Kustomization.`,
      help: `Write \`kind: Component\` in \`${file.path}\`, or name the folder in \`resources\` of a kustomization file.`,
      related: [{ at: kindOf(file), message: "its kind is `Kustomization`" }],
    }
  }
}
