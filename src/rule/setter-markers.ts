import { isObject, type JsonValue } from "../yaml/json.ts"

/** A comment that asks image automation to write a tag: `# {"$imagepolicy": "flux-system:podinfo:tag"}`. */
export interface SetterMarker {
  readonly namespace: string
  readonly name: string
  /** `tag`, `name`, `digest`, or what somebody wrote instead; the whole image reference when absent. */
  readonly field?: string
  /** Offsets of `flux-system:podinfo:tag` in the text, half-open. */
  readonly start: number
  readonly end: number
}

/** A comment about image automation, and what image-automation-controller makes of it. */
export interface MarkerComment {
  /** Offsets of the comment's text, behind its `#`; half-open. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Absent when the controller ignores the comment because of what it says. */
  readonly marker?: SetterMarker
  /** Whether it stands where a marker has an effect: beside a scalar, or above an element of a list. */
  readonly applies: boolean
}

const comment = /(?:^|[ \t])#(?<json>[^\n]*\$imagepolicy[^\n]*)$/iu
const blockScalarHeader = /(?:^|[\s:-])[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/u

/** The marker inside a comment; undefined when image-automation-controller ignores it in silence. */
function parseMarker(json: string, offset: number): SetterMarker | undefined {
  let content: JsonValue
  try {
    content = JSON.parse(json) as JsonValue
  } catch {
    return undefined
  }
  if (!isObject(content) || Object.values(content).some((value) => typeof value !== "string")) {
    return undefined
  }
  const policy = content.$imagepolicy
  if (typeof policy !== "string") return undefined
  const [namespace, name, field, ...rest] = policy.split(":")
  if (!namespace || !name || rest.length > 0) return undefined
  const start = offset + json.lastIndexOf(policy)
  const range = { start, end: start + policy.length }
  return { namespace, name, ...(field === undefined ? {} : { field }), ...range }
}

/** Whether a scalar value ends the line's content: a marker has no effect on a mapping or a list. */
function endsInScalar(content: string): boolean {
  const value = /^\s*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#][^#]*?):(?:[ \t]+|$))?(?<value>.*)$/u
    .exec(content)
    ?.groups?.value?.trim()
  return value !== undefined && value !== "" && !/^(?:[[{]|-$|[|>])/u.test(value)
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The column that lines of the block scalar opened on `line` are right of; undefined when it opens none. */
function blockIndent(line: string): number | undefined {
  if (!blockScalarHeader.test(line)) return undefined
  const lead = /^ *(?:-[ \t]+)*/u.exec(line)?.[0] ?? ""
  return /^[|>]/u.test(line.slice(lead.length)) ? lead.lastIndexOf("-") : lead.length
}

/** The comment on one line, `next` being the line below it. */
function commentOf(line: string, next: string, offset: number): MarkerComment | undefined {
  const match = comment.exec(line)
  const text = match?.groups?.json
  if (!match || text === undefined) return undefined
  const content = line.slice(0, match.index).trim()
  const applies =
    content === "" ? /^\s*- /u.test(next) && endsInScalar(next) : endsInScalar(content)
  const end = offset + line.length
  const start = end - text.length
  const marker = parseMarker(text, start)
  return { start, end, text, applies, ...(marker && { marker }) }
}

/** The comments of a YAML file that mention `$imagepolicy`, in any case. `#` inside a block scalar is text. */
export function findMarkerComments(text: string): readonly MarkerComment[] {
  if (!/\$imagepolicy/iu.test(text)) return []
  const lines = text.split("\n")
  const found: MarkerComment[] = []
  let offset = 0
  let block: number | undefined
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/u, "")
    if (block !== undefined && line.trim() !== "" && indentOf(line) <= block) block = undefined
    if (block === undefined) {
      const own = commentOf(line, lines[index + 1] ?? "", offset)
      if (own) found.push(own)
      block = blockIndent(line)
    }
    offset += raw.length + 1
  }
  return found
}

/**
 * The markers that image automation acts on: a marker has to be the comment of a scalar on the same line, or stand alone
 * above an element of a list (`flux-semantics.md` 7.5).
 */
export function findSetterMarkers(text: string): readonly SetterMarker[] {
  return findMarkerComments(text).flatMap(({ applies, marker }) =>
    applies && marker ? [marker] : [],
  )
}
