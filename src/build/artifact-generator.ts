import type { Resource } from "../model/index.ts"
import { type JsonValue, listAt, stringAt } from "../yaml/index.ts"
import { copiedFiles } from "./copied-files.ts"
import { mergeYaml } from "./merge-yaml.ts"
import { composedTree, type Digest, type SourceTree } from "./source-tree.ts"

/** The artifact of one name that a generator makes, or why it cannot be told. */
export type GeneratedArtifact =
  | { readonly status: "made"; readonly tree: SourceTree }
  | {
      readonly status: "unknown"
      readonly reason: string
      /** All that is needed is here; sluice does not do what Flux does with it. */
      readonly incomplete: boolean
    }

type Unknown = Extract<GeneratedArtifact, { status: "unknown" }>

type Files = Map<string, { readonly bytes: Uint8Array; readonly from: string | undefined }>

/** What {@link generateArtifact} needs. */
export interface GeneratorInput {
  readonly generator: Resource
  /** `artifacts[].name` */
  readonly name: string
  /** The content of the source with an alias; undefined when it is not in this checkout. */
  readonly sourceOf: (alias: string) => SourceTree | undefined
  readonly digest: Digest
}

/** Runs the copy list of an ArtifactGenerator on local trees (`flux-semantics.md` 4.6). */
export function generateArtifact({
  generator,
  name,
  sourceOf,
  digest,
}: GeneratorInput): GeneratedArtifact {
  const artifact = listAt(generator.manifest, ["spec", "artifacts"]).find(
    (candidate) => stringAt(candidate, ["name"]) === name,
  )
  if (!artifact) return unknown(`its name comes from a \`pathPattern\``)
  const files: Files = new Map()
  for (const copy of listAt(artifact, ["copy"])) {
    const failure = runCopy(copy, sourceOf, files)
    if (failure !== undefined) return failure
  }
  return { status: "made", tree: composedTree(files, digest) }
}

function unknown(reason: string, incomplete = false): Unknown {
  return { status: "unknown", reason, incomplete }
}

function runCopy(
  copy: JsonValue,
  sourceOf: GeneratorInput["sourceOf"],
  files: Files,
): Unknown | undefined {
  const from = stringAt(copy, ["from"]) ?? ""
  const to = stringAt(copy, ["to"])
  const [, alias, path] = /^@([^/]+)\/?(.*)$/su.exec(from) ?? []
  if (alias === undefined || path === undefined || to === undefined)
    return unknown(`copy from \`${from}\` is not understood`)
  const source = sourceOf(alias)
  if (!source) return unknown(`source @${alias} is not in this checkout`)
  const strategy = stringAt(copy, ["strategy"]) ?? "Overwrite"
  if (strategy === "Extract")
    return unknown(`sluice does not unpack \`${from}\` (copy strategy Extract)`, true)
  if (strategy !== "Overwrite" && strategy !== "Merge")
    return unknown(`sluice does not know the copy strategy ${strategy}`, true)
  const exclude = listAt(copy, ["exclude"]).filter((glob) => typeof glob === "string")
  const paths = { from: path, to: to.replace(/^@artifact\/?/u, ""), exclude }
  // Found before anything is copied: a place that exists by then is no reason to copy elsewhere.
  const found = [...copiedFiles(paths, { source: source.tree.files, artifact: files })]
  for (const [own, place] of found) {
    const put = strategy === "Merge" ? mergeInto : copyInto
    if (!put(files, source, own, place))
      return unknown(`\`${own}\` cannot be merged into \`${place}\`: it is no YAML mapping`)
  }
  return undefined
}

function copyInto(files: Files, source: SourceTree, path: string, place: string): boolean {
  const bytes = source.tree.files.get(path)
  if (bytes) files.set(place, { bytes, from: source.repositoryPath(path) })
  return true
}

/** A file that is not there yet is copied. Objects have their names in the one below: there a person looks for them. */
function mergeInto(files: Files, source: SourceTree, path: string, place: string): boolean {
  const below = files.get(place)
  const overlay = source.tree.files.get(path)
  if (!below || !overlay) return copyInto(files, source, path, place)
  const bytes = mergeYaml(below.bytes, overlay)
  if (bytes) files.set(place, { bytes, from: below.from })
  return bytes !== undefined
}
