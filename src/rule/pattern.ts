import { RE2JS } from "re2js"

/** A regular expression as kustomize reads it: RE2, in time linear in the text whoever wrote the pattern. */
export interface Pattern {
  /** Whether the whole text matches. */
  matches(text: string): boolean
  /** Whether a part of the text matches. */
  isPartOf(text: string): boolean
}

/** Most patterns are plain names, which need no engine. */
const plainName = /^[\w-]*$/u

/** The patterns of a repository repeat; when there are more than this, they are forgotten. */
const maxKnown = 1000
const known = new Map<string, Pattern | undefined>()

/** Compiles `pattern`; undefined when it is no regular expression. */
export function compilePattern(pattern: string): Pattern | undefined {
  if (!known.has(pattern)) {
    if (known.size >= maxKnown) known.clear()
    known.set(pattern, compile(pattern))
  }
  return known.get(pattern)
}

function compile(pattern: string): Pattern | undefined {
  if (plainName.test(pattern)) {
    return { matches: (text) => text === pattern, isPartOf: (text) => text.includes(pattern) }
  }
  try {
    const compiled = RE2JS.compile(pattern)
    return {
      matches: (text) => compiled.matches(text),
      isPartOf: (text) => compiled.matcher(text).find(),
    }
  } catch {
    return undefined
  }
}
