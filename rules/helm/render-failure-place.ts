import {
  chartLocation,
  type FieldPath,
  fileLine,
  type LogicalLocation,
  listAt,
  type ReleaseBuild,
  type ReleaseFailure,
  valueAt,
  valueLocation,
  type Workspace,
} from "#rule"
import { type HelmWords, namedValue } from "./helm-words.ts"
import { valuesSource } from "./values-source.ts"

/** Where a failed render is mended, and what else one would look at. */
export interface FailurePlace {
  readonly at: LogicalLocation
  readonly related: readonly { readonly at: LogicalLocation; readonly message: string }[]
}

/** A chart's author has written these words for who uses the chart: `required` and `fail`. */
export function isRefusal({ message }: ReleaseFailure): boolean {
  return /execution error at \([^)]*\):/u.test(message)
}

/** `.Values` inside `range` or `with`: the dot is an element there, and no value of the release is to blame. */
export function isWrongDot({ cause }: HelmWords): boolean {
  return /can't evaluate field Values in type/u.test(cause)
}

/** The value that the failure names, the template that a person can edit, or the chart. */
export function placeOf(
  workspace: Workspace,
  build: ReleaseBuild,
  failure: ReleaseFailure,
  words: HelmWords,
): FailurePlace {
  const line = templateLine(workspace, build, failure)
  const own = releasePlace(build, failure) ?? valuePlace(build, failure, words, line)
  if (!line || own === line.at) return { at: own ?? chartLocation(build), related: [] }
  if (isRefusal(failure)) {
    return {
      at: own ?? line.at,
      related: own ? [{ at: line.at, message: "the chart asks for it here" }] : [],
    }
  }
  return { at: own ?? line.at, related: [] }
}

/** A field of the release that the failure is about as a whole. */
function releasePlace(build: ReleaseBuild, failure: ReleaseFailure): LogicalLocation | undefined {
  if (failure.step === "values") return valuesSource(build, failure.message)
  return failure.step === "post-render" ? postRenderer(build) : undefined
}

/** The only patch of the post-renderers, else the post-renderers. */
function postRenderer({ release }: ReleaseBuild): LogicalLocation | undefined {
  const path: FieldPath = ["spec", "postRenderers"]
  const renderers = listAt(release.manifest, path)
  if (renderers.length === 0) return undefined
  if (renderers.length > 1) return release.at(path)
  const patches: FieldPath = [...path, 0, "kustomize", "patches"]
  const count = listAt(release.manifest, patches).length
  return count === 1 && valueAt(release.manifest, [...patches, 0, "patch"]) !== undefined
    ? release.at([...patches, 0, "patch"])
    : release.at([...path, 0])
}

interface TemplateLine {
  readonly at: LogicalLocation
  readonly text: string
}

function valuePlace(
  build: ReleaseBuild,
  failure: ReleaseFailure,
  words: HelmWords,
  line: TemplateLine | undefined,
): LogicalLocation | undefined {
  if (isWrongDot(words)) return line?.at
  const path =
    namedValue(words) ?? (isRefusal(failure) && line ? namedValue({ cause: line.text }) : undefined)
  const value = path && valueLocation(build, path)
  if (value && (value.depth === path.length || isRefusal(failure))) {
    return value.depth === path.length ? value.at : { ...value.at, part: "key" }
  }
  if (line) return line.at
  return value ? { ...value.at, part: "key" } : undefined
}

/** The template's line, for a chart that is a folder of the repository. */
function templateLine(
  workspace: Workspace,
  { chart, release }: ReleaseBuild,
  { template, line }: ReleaseFailure,
): TemplateLine | undefined {
  if (chart?.from.kind !== "folder" || template === undefined) return undefined
  const file = workspace.file(`${chart.from.path}/${template.slice(template.indexOf("/") + 1)}`)
  const index = (line ?? 1) - 1
  return (
    file && { at: fileLine(file.source, index, release), text: file.source.lines.lineText(index) }
  )
}
