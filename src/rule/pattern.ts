import { RE2JS } from "re2js"

/** A regular expression as kustomize reads it: RE2, in time linear in the text whoever wrote the pattern. */
export interface Pattern {
  /** Whether the whole text matches. */
  matches(text: string): boolean
  /** Whether a part of the text matches. */
  isPartOf(text: string): boolean
}

/** Compiles `pattern`; undefined when it is no regular expression. */
export function compilePattern(pattern: string): Pattern | undefined {
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
