import { compileGoMatch, toBytes } from "./go-match.ts"

/**
 * One line of a `.sourceignore`, as fluxcd/pkg/sourceignore reads it: a copy of go-git's gitignore, whose quirks are Flux's own.
 * https://github.com/fluxcd/pkg/blob/main/sourceignore/gitignore/pattern.go
 */
export interface IgnorePattern {
  /** `!`: what matches is kept. */
  readonly isInclusion: boolean
  /** Whether the pattern speaks about a file. Segments are byte texts (`toBytes`), relative to the artifact. */
  matches(path: readonly string[]): boolean
}

type Matcher = ReturnType<typeof compileGoMatch>

/** A name of a pattern with slashes, right below what stands before it or, after `**`, at any depth. */
interface Step {
  readonly match: Matcher
  readonly descends: boolean
}

/** The longest line that Go's `bufio.Scanner` reads; it stops there without an error. */
const longestLine = 65_535

/** The patterns of a text, for files below `domain` only. */
export function readPatterns(text: string, domain: readonly string[]): readonly IgnorePattern[] {
  const patterns: IgnorePattern[] = []
  const scope = domain.map(toBytes)
  for (const raw of text.split("\n")) {
    if (raw.length > longestLine || toBytes(raw).length > longestLine) break
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw
    // Only a `#` in the first column begins a comment.
    if (!line.startsWith("#") && !isBlank(line)) patterns.push(parsePattern(line, scope))
  }
  return patterns
}

function isBlank(line: string): boolean {
  return /^\p{White_Space}*$/u.test(line)
}

function parsePattern(line: string, domain: readonly string[]): IgnorePattern {
  const isInclusion = line.startsWith("!")
  const trimmed = trimSpaces(toBytes(isInclusion ? line.slice(1) : line))
  const folderOnly = trimmed.endsWith("/")
  const names = (folderOnly ? trimmed.slice(0, -1) : trimmed).split("/")
  const [name = ""] = names
  const matchBelow =
    names.length > 1 ? matchPath(names, folderOnly) : matchAnyName(compileGoMatch(name), folderOnly)
  return {
    isInclusion,
    matches: (path) =>
      path.length > domain.length &&
      domain.every((folder, index) => path[index] === folder) &&
      matchBelow(path.slice(domain.length)),
  }
}

/** Spaces at the end are dropped, all or, after a backslash, none. */
function trimSpaces(line: string): string {
  if (line.endsWith("\\ ")) return line
  let end = line.length
  while (line.charAt(end - 1) === " ") end--
  return line.slice(0, end)
}

/** A pattern without a slash: any folder or file name of the path, but not the file's own when it ends in `/`. */
function matchAnyName(match: Matcher, folderOnly: boolean): (path: readonly string[]) => boolean {
  return (path) => {
    for (const [index, name] of path.entries()) {
      const result = match(name)
      if (result === "bad pattern") return false
      if (result === "match") return !folderOnly || index < path.length - 1
    }
    return false
  }
}

/** A pattern with a slash: from the start of the path, and all below what it matches. */
function matchPath(
  names: readonly string[],
  folderOnly: boolean,
): (path: readonly string[]) => boolean {
  const steps = parseSteps(names)
  return (path) => {
    let at = 0
    for (const { match, descends } of steps) {
      const end = descends ? findName(match, path, at) : at
      if (end >= path.length || match(path[end] ?? "") !== "match") return false
      at = end + 1
    }
    return steps.length > 0 && !(folderOnly && at === path.length)
  }
}

/** None, and so no match, when `**` stands next to something else in a segment. */
function parseSteps(names: readonly string[]): readonly Step[] {
  const steps: Step[] = []
  let descends = false
  for (const name of names) {
    if (name === "" || name === "**") {
      descends = name === "**"
      continue
    }
    if (name.includes("**")) return []
    steps.push({ match: compileGoMatch(name), descends })
    descends = false
  }
  return steps
}

/** The first name that matches, or that shows the pattern to be malformed; the path's length when there is none. */
function findName(match: Matcher, path: readonly string[], start: number): number {
  let at = start
  while (at < path.length && match(path[at] ?? "") === "no match") at++
  return at
}
