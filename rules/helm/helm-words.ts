import type { FieldPath, ReleaseFailure } from "#rule"

/** What Helm says of a failed release, without the wrapping of its call stack. */
export interface HelmWords {
  /** Why it failed. */
  readonly cause: string
  /** The expression of the template that failed: `.Values.image.tag`. */
  readonly expression?: string
}

/** Wrappers of Helm's and Go's errors, outermost first; each leaves the text after it. */
const wrappers: readonly RegExp[] = [
  /^execution error at \([^)]*\):\s*/u,
  /^parse error at \([^)]*\):\s*/u,
  /^(?:template: )?\S+?:\d+(?::\d+)?:?\s+(?:executing "[^"]*" at <[^>]*>:\s*)?/u,
  /^executing "[^"]*" at <[^>]*>:\s*/u,
  /^error calling \w+:\s*/u,
  /^YAML parse error on \S+:\s*/u,
  /^error (?:converting YAML to JSON|unmarshaling JSON):\s*(?:while decoding JSON:\s*)?/u,
  /^(?:yaml|json):\s*/u,
  /^error merging files:\s*/u,
  /^parsing \S+:\s*/u,
  /^MalformedYAMLError:\s*/u,
  /^unable to build kubernetes objects from \S+:\s*/u,
]

/** What fluxcd/pkg/chartutil says of an entry of `valuesFrom`. */
const valuesReference =
  /^could not resolve(?: optional)? (?<kind>\w+) chart values reference '(?<name>[^']*)' with key '(?<key>[^']*)': (?<reason>.*)$/u

function unwrap(text: string): string {
  const wrapper = wrappers.find((pattern) => pattern.test(text))
  return wrapper ? unwrap(text.replace(wrapper, "")) : text
}

/** Helm's message, shortened to its cause and the innermost expression. */
export function helmWords({ message }: ReleaseFailure): HelmWords {
  const expressions = [...message.matchAll(/ at <(?<expression>[^>]*)>/gu)]
  const expression = expressions.at(-1)?.groups?.expression
  const flat = message.trim().replace(/\s*\n\s*/gu, " ")
  const cause = unwrap(flat)
    .replace(/\.$/u, "")
    .replace(valuesReference, "$<reason> ($<kind> $<name>, key `$<key>`)")
  return expression ? { cause, expression } : { cause }
}

/** The value that a failure names: `.Values.image.tag` → `["image", "tag"]`. */
export function namedValue({ cause, expression }: HelmWords): FieldPath | undefined {
  const pattern = /\b[Vv]alues\.(?!yaml\b|schema\.json\b)(?<path>[\w-]+(?:\.[\w-]+)*)/u
  const text = pattern.exec(expression ?? "") ?? pattern.exec(cause)
  return text?.groups?.path?.split(".")
}
