import { baseOf, isInside, joinInside } from "../load/folders.ts"
import { compileGlob } from "../load/glob.ts"
import { compileGoMatch, toBytes } from "../load/go-match.ts"

/** A `copy` of an ArtifactGenerator, without the names of the source and the artifact. */
export interface CopyPaths {
  readonly from: string
  readonly to: string
  readonly exclude: readonly string[]
}

/** What exists in the source, and in the artifact so far. */
export interface CopyWorld {
  readonly source: ReadonlyMap<string, unknown>
  readonly artifact: ReadonlyMap<string, unknown>
}

/**
 * Pairs of a source file and its place in the artifact, with the semantics of `cp` (source-watcher,
 * `internal/builder/builder.go`).
 */
export function* copiedFiles(
  { from, to, exclude }: CopyPaths,
  world: CopyWorld,
): Iterable<readonly [string, string]> {
  const pattern = from.replace(/\/+$/u, "")
  const isExcluded = excludes(exclude)
  const target = to.replace(/\/+$/u, "")
  if (isGlob(pattern)) {
    yield* matchedFiles(pattern, target, world, isExcluded)
    return
  }
  if (world.source.has(pattern)) {
    if (isExcluded(pattern, "")) return
    const isFolder = to === "" || to.endsWith("/") || hasFolder(world.artifact, target)
    yield* placed(pattern, target, isFolder ? baseOf(pattern) : "")
    return
  }
  for (const path of world.source.keys()) {
    if (!isInside(path, pattern) || isExcludedBelow(path, depthOf(pattern), pattern, isExcluded))
      continue
    yield* placed(path, target, baseOf(pattern) + path.slice(pattern.length))
  }
}

/** Go's `fs.Glob`: each step of the pattern stands for one step of a path, `**` too; folders are taken whole. */
function* matchedFiles(
  pattern: string,
  target: string,
  { source }: CopyWorld,
  isExcluded: IsExcluded,
): Iterable<readonly [string, string]> {
  const steps = pattern.split("/")
  const matchers = steps.map((step) => compileGoMatch(toBytes(step)))
  const wild = steps.findIndex(isGlob)
  const base = steps.slice(0, wild).join("/")
  // What ends in `/**` lands without the folders before it; all else keeps its whole path.
  const prefix = pattern.endsWith("/**") ? pattern.slice(0, -"**".length) : ""
  for (const path of source.keys()) {
    const parts = path.split("/")
    const isMatch = matchers.every((matches, index) => {
      const part = parts[index]
      return part !== undefined && matches(toBytes(part)) === "match"
    })
    if (!isMatch || isExcludedBelow(path, steps.length - 1, base, isExcluded)) continue
    yield* placed(path, target, path.startsWith(prefix) ? path.slice(prefix.length) : path)
  }
}

function* placed(path: string, target: string, rest: string): Iterable<readonly [string, string]> {
  const place = joinInside(target, rest)
  if (place !== undefined && place !== "") yield [path, place]
}

function isGlob(pattern: string): boolean {
  return /[*?[\]]/u.test(pattern)
}

function depthOf(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length
}

function hasFolder(files: ReadonlyMap<string, unknown>, folder: string): boolean {
  return [...files.keys()].some((path) => path !== folder && isInside(path, folder))
}

/** Asks for a path of the source, and for what is left of it below `base`. */
type IsExcluded = (path: string, base: string) => boolean

function excludes(patterns: readonly string[]): IsExcluded {
  const compiled = patterns.map((pattern) => ({
    matches: compileGlob(pattern),
    isName: !pattern.includes("/"),
  }))
  const isHit = (path: string): boolean =>
    compiled.some(({ matches, isName }) => matches(path) || (isName && matches(baseOf(path))))
  return (path, base) =>
    isHit(path) || (base !== "" && isInside(path, base) && isHit(path.slice(base.length + 1)))
}

/** Whether a file, or a folder that it is copied with, is excluded; `depth` folders are not copied themselves. */
function isExcludedBelow(
  path: string,
  depth: number,
  base: string,
  isExcluded: IsExcluded,
): boolean {
  const parts = path.split("/")
  return parts.some(
    (_, index) => index >= depth && isExcluded(parts.slice(0, index + 1).join("/"), base),
  )
}
