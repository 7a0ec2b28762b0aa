import { baseOf, isInside, joinInside } from "../load/folders.ts"
import { compileGlob } from "../load/glob.ts"
import type { Resource } from "../model/index.ts"
import { isObject, type JsonValue, listAt, stringAt } from "../yaml/index.ts"
import { composedTree, type Digest, type SourceTree } from "./source-tree.ts"

/** The artifact of one name that a generator makes, or why it cannot be told. */
export type GeneratedArtifact =
  | { readonly status: "made"; readonly tree: SourceTree }
  | { readonly status: "unknown"; readonly reason: string }

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
  if (!artifact) return { status: "unknown", reason: `its name comes from a \`pathPattern\`` }
  const files: Files = new Map()
  for (const copy of listAt(artifact, ["copy"])) {
    const failure = runCopy(copy, sourceOf, files)
    if (failure !== undefined) return { status: "unknown", reason: failure }
  }
  return { status: "made", tree: composedTree(files, digest) }
}

function runCopy(
  copy: JsonValue,
  sourceOf: GeneratorInput["sourceOf"],
  files: Files,
): string | undefined {
  const from = stringAt(copy, ["from"])
  const to = stringAt(copy, ["to"])
  const parsed = from === undefined ? undefined : /^@([^/]+)\/?(.*)$/su.exec(from)
  if (!parsed || to === undefined || !isObject(copy))
    return `copy from \`${from ?? ""}\` is not understood`
  const strategy = stringAt(copy, ["strategy"]) ?? "Overwrite"
  if (strategy !== "Overwrite") return `copy strategy ${strategy} is not evaluated`
  const source = sourceOf(parsed[1] ?? "")
  if (!source) return `source @${parsed[1]} is not in this checkout`
  const target = to.replace(/^@artifact\/?/u, "")
  const excludes = listAt(copy, ["exclude"]).filter((glob) => typeof glob === "string")
  for (const [path, place] of matches(source, parsed[2] ?? "", target, excludes)) {
    const bytes = source.tree.files.get(path)
    if (bytes) files.set(place, { bytes, from: source.repositoryPath(path) })
  }
  return undefined
}

/** Pairs of a source path and its place in the artifact, with the semantics of `cp`. */
function* matches(
  source: SourceTree,
  pattern: string,
  target: string,
  excludes: readonly string[],
): Iterable<readonly [string, string]> {
  const cleaned = pattern.replace(/\/$/u, "")
  const prefix = globPrefix(cleaned)
  const excluded = excludes.map((glob) => compileGlob(glob.includes("/") ? glob : `**/${glob}`))
  const place = placeOf(source, cleaned, prefix, target)
  for (const path of source.tree.files.keys()) {
    const own = prefix === "" ? path : path.slice(prefix.length + 1)
    if (excluded.some((matchesGlob) => matchesGlob(path) || matchesGlob(own))) continue
    const found = place(path)
    if (found !== undefined) yield [path, found]
  }
}

/** The folders of a pattern before its first wildcard. */
function globPrefix(pattern: string): string {
  const steps = pattern.split("/")
  const wild = steps.findIndex((step) => /[*?[{]/u.test(step))
  return wild < 0 ? pattern : steps.slice(0, wild).join("/")
}

function placeOf(
  source: SourceTree,
  pattern: string,
  prefix: string,
  target: string,
): (path: string) => string | undefined {
  const into = (rest: string): string | undefined => joinInside(target.replace(/\/$/u, ""), rest)
  if (source.tree.files.has(pattern)) {
    const place = target === "" || target.endsWith("/") ? into(baseOf(pattern)) : target
    return (path) => (path === pattern ? place : undefined)
  }
  if (!/[*?[{]/u.test(pattern)) {
    return (path) =>
      isInside(path, pattern) ? into(`${baseOf(pattern)}${path.slice(pattern.length)}`) : undefined
  }
  const matchesGlob = compileGlob(pattern)
  const skip = prefix === "" ? 0 : prefix.length + 1
  return (path) => {
    if (!matchesGlob(path)) return undefined
    return into(pattern.endsWith("**") ? path.slice(skip) : baseOf(path))
  }
}
