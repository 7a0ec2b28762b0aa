import { RE2JS } from "re2js"

/** Braces nested deeper than this stand for themselves: the pattern engine allows no endless nesting. */
const maxBraceDepth = 50

/** How a part of a pattern reads: as a regular expression of RE2, up to `next`. */
interface Translation {
  readonly source: string
  readonly next: number
}

/**
 * A glob of sluice's own configuration (`--exclude`, `ignore.paths`, allow lists) as a test for paths with `/`.
 * The whole path must match: `*` and `?` stop at `/`, `**` between slashes spans any number of folders, `[a-z]`, `[!a-z]`,
 * `{a,b}` and `\` are as in a shell; `apps/` means all below `apps`. Dots at the start of a name are nothing special.
 * The time to match grows with the length of the path, whatever the pattern (RE2).
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  const anchored = pattern.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "/**")
  const expression = RE2JS.compile(translate(anchored), RE2JS.DOTALL)
  return (path) => expression.testExact(path)
}

function translate(pattern: string): string {
  const closings = findBraces(pattern)
  const open: number[] = []
  let source = ""
  let index = 0
  while (index < pattern.length) {
    const character = pattern.charAt(index)
    const closing = closings.get(index)
    if (closing !== undefined) {
      open.push(closing)
      source += "(?:"
      index++
    } else if (index === open.at(-1)) {
      open.pop()
      source += ")"
      index++
    } else if (character === "," && open.length > 0) {
      source += "|"
      index++
    } else {
      const part = translatePart(pattern, index)
      source += part.source
      index = part.next
    }
  }
  return source
}

function translatePart(pattern: string, index: number): Translation {
  const character = pattern.charAt(index)
  if (character === "\\" && index + 1 < pattern.length) return literal(pattern, index + 1)
  if (character === "?") return { source: "[^/]", next: index + 1 }
  if (character === "[") return translateClass(pattern, index)
  if (character === "*" || pattern.startsWith("/**", index)) return translateStars(pattern, index)
  return literal(pattern, index)
}

function literal(pattern: string, index: number): Translation {
  const character = String.fromCodePoint(pattern.codePointAt(index) ?? 0)
  return { source: RE2JS.quote(character), next: index + character.length }
}

/** `**` is special only as a whole segment; elsewhere it is `*`. */
function translateStars(pattern: string, index: number): Translation {
  const startsSegment = index === 0 || "/{,".includes(pattern.charAt(index - 1))
  const hasSlash = pattern.charAt(index) === "/"
  const stars = hasSlash ? index + 1 : index
  const after = endOfStars(pattern, stars)
  const isDouble = after - stars === 2
  const endsPattern = after === pattern.length || ",}".includes(pattern.charAt(after))
  if (hasSlash) {
    return isDouble && endsPattern ? { source: "(?:/.*)?", next: after } : literal(pattern, index)
  }
  if (isDouble && startsSegment && pattern.charAt(after) === "/") {
    return { source: "(?:.*/)?", next: after + 1 }
  }
  return { source: isDouble && startsSegment && endsPattern ? ".*" : "[^/]*", next: after }
}

function endOfStars(pattern: string, start: number): number {
  let end = start
  while (pattern.charAt(end) === "*") end++
  return end
}

/** A class without `/`, whatever its ranges span; a `[` that nothing closes stands for itself. */
function translateClass(pattern: string, start: number): Translation {
  const isNegated = "!^".includes(pattern.charAt(start + 1)) && start + 1 < pattern.length
  const ranges: [number, number][] = []
  let index = start + (isNegated ? 2 : 1)
  const first = index
  while (index < pattern.length && (pattern.charAt(index) !== "]" || index === first)) {
    const low = classMember(pattern, index)
    const isRange =
      pattern.charAt(low.next) === "-" && !/^-?(?:\]|$)/.test(pattern.slice(low.next, low.next + 2))
    const high = isRange ? classMember(pattern, low.next + 1) : low
    ranges.push([low.code, high.code])
    index = high.next
  }
  if (index >= pattern.length) return literal(pattern, start)
  const members = ranges.map(([low, high]) => formatRange(low, high)).join("")
  return { source: formatClass(members, isNegated), next: index + 1 }
}

function classMember(
  pattern: string,
  index: number,
): { readonly code: number; readonly next: number } {
  const isEscaped = pattern.charAt(index) === "\\" && index + 1 < pattern.length
  const code = pattern.codePointAt(isEscaped ? index + 1 : index) ?? 0
  return { code, next: index + (isEscaped ? 1 : 0) + (code > 0xffff ? 2 : 1) }
}

function formatClass(members: string, isNegated: boolean): string {
  if (isNegated) return `[^/${members}]`
  return members === "" ? "[^\\x00-\\x{10ffff}]" : `[${members}]`
}

function formatRange(low: number, high: number): string {
  const slash = 0x2f
  if (low > high) return ""
  if (low > slash || high < slash) return `${hex(low)}-${hex(high)}`
  return formatRange(low, slash - 1) + formatRange(slash + 1, high)
}

function hex(code: number): string {
  return `\\x{${code.toString(16)}}`
}

/** Where the alternatives `{a,b}` open and close; braces without a comma or a partner stand for themselves. */
function findBraces(pattern: string): ReadonlyMap<number, number> {
  const braces = new Map<number, number>()
  const open: { readonly at: number; commas: number }[] = []
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index)
    const innermost = open.at(-1)
    if (character === "\\") index++
    else if (character === "[") index = translateClass(pattern, index).next - 1
    else if (character === "{") open.push({ at: index, commas: 0 })
    else if (character === "," && innermost !== undefined) innermost.commas++
    else if (character === "}" && innermost !== undefined) {
      open.pop()
      if (innermost.commas > 0 && open.length < maxBraceDepth) braces.set(innermost.at, index)
    }
  }
  return braces
}
