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

const comment = /(?:^|[ \t])#(?<json>[^\n]*"\$imagepolicy"[^\n]*)$/u
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

/** The marker on one line, `next` being the line below it. */
function markerOf(line: string, next: string, offset: number): SetterMarker | undefined {
  const match = comment.exec(line)
  const json = match?.groups?.json
  if (!match || json === undefined) return undefined
  const content = line.slice(0, match.index).trim()
  const applies =
    content === "" ? /^\s*- /u.test(next) && endsInScalar(next) : endsInScalar(content)
  return applies ? parseMarker(json, offset + line.length - json.length) : undefined
}

/**
 * The markers that image automation acts on. `#` inside a block scalar is text; a marker has to be the comment of a
 * scalar on the same line, or stand alone above an element of a list (`flux-semantics.md` 7.5).
 */
export function findSetterMarkers(text: string): readonly SetterMarker[] {
  if (!text.includes('"$imagepolicy"')) return []
  const lines = text.split("\n")
  const markers: SetterMarker[] = []
  let offset = 0
  let block: number | undefined
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/u, "")
    if (block !== undefined && line.trim() !== "" && indentOf(line) <= block) block = undefined
    if (block === undefined) {
      const marker = markerOf(line, lines[index + 1] ?? "", offset)
      if (marker) markers.push(marker)
      block = blockIndent(line)
    }
    offset += raw.length + 1
  }
  return markers
}
