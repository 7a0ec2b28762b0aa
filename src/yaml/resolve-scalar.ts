import { decodeBase64, lenientUtf8 } from "./base64.ts"
import type { YamlScalar } from "./node.ts"
import { formatFloatKey, type GoNumber, parseDotNumber, parseNumber } from "./number.ts"
import { formatTimestamp } from "./timestamp.ts"

/**
 * Which reader resolves a document: `sigs` is sigs.k8s.io/yaml (kubectl, Helm, Flux after substitution; YAML 1.1),
 * `kustomize` is kyaml (every file of a `kustomize build`; nearly YAML 1.2).
 */
export type YamlDialect = "sigs" | "kustomize"

/** Why a scalar has no JSON value. */
export class ScalarFailure {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

type Plain = string | number | boolean | null
type Kind = "!!null" | "!!bool" | "!!int" | "!!float" | "!!timestamp" | "!!str"

const RESOLVABLE: ReadonlySet<string> = new Set([
  "!!str",
  "!!bool",
  "!!int",
  "!!float",
  "!!null",
  "!!timestamp",
])

const COMMON_WORDS: readonly (readonly [boolean | null, readonly string[]])[] = [
  [true, ["true", "True", "TRUE"]],
  [false, ["false", "False", "FALSE"]],
  [null, ["", "~", "null", "Null", "NULL"]],
]
const YAML_1_1_WORDS: readonly (readonly [boolean | null, readonly string[]])[] = [
  [true, ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"]],
  [false, ["n", "N", "no", "No", "NO", "off", "Off", "OFF"]],
]
const SPECIAL_FLOATS: ReadonlyMap<string, number> = new Map([
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(
    (word) => [word, Number.POSITIVE_INFINITY] as const,
  ),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
])
const WORDS: Readonly<Record<YamlDialect, ReadonlyMap<string, boolean | null>>> = {
  sigs: toMap([...COMMON_WORDS, ...YAML_1_1_WORDS]),
  kustomize: toMap(COMMON_WORDS),
}

function toMap(
  words: readonly (readonly [boolean | null, readonly string[]])[],
): ReadonlyMap<string, boolean | null> {
  return new Map(
    words.flatMap(([value, spellings]) => spellings.map((spelling) => [spelling, value] as const)),
  )
}

/** The JSON value of a scalar. */
export function resolveScalar(scalar: YamlScalar, dialect: YamlDialect): Plain | ScalarFailure {
  const { text } = scalar
  const tag = effectiveTag(scalar, dialect)
  if (tag === undefined) {
    if (scalar.style !== "plain" || !mayBeSpecial(text)) return text
    return toJsonScalar(resolvePlain(text, dialect, true), text, dialect)
  }
  if (tag === "!!binary") return decodeBinary(text)
  if (tag === "!!str" || !RESOLVABLE.has(tag)) return text
  const resolved = resolvePlain(text, dialect, mayBeTimestamp(tag))
  return toJsonScalar(convert(resolved, tag), text, dialect)
}

/** The JSON object key that a scalar becomes. */
export function resolveKey(scalar: YamlScalar, dialect: YamlDialect): string | ScalarFailure {
  if (scalar.tag === undefined && (scalar.style !== "plain" || !mayBeSpecial(scalar.text)))
    return scalar.text
  return dialect === "sigs" ? resolveSigsKey(scalar) : resolveKustomizeKey(scalar)
}

function resolveSigsKey(scalar: YamlScalar): string | ScalarFailure {
  const { tag, text } = scalar
  if (tag === "!!binary") return decodeBinary(text)
  if (tag !== undefined && !RESOLVABLE.has(tag)) return text
  const resolved = tag === "!!str" ? text : resolvePlain(text, "sigs", mayBeTimestamp(tag))
  const converted = convert(resolved, tag)
  if (converted instanceof ScalarFailure) return converted
  if (converted === null) return new ScalarFailure("a key is null")
  if (converted instanceof Timestamp) return text
  if (typeof converted !== "object") return String(converted)
  if (converted.integer === undefined) return formatFloatKey(converted.value)
  if (converted.integer > 2n ** 63n - 1n)
    return new ScalarFailure(`the key \`${text}\` is a number beyond 64 bits`)
  return String(converted.integer)
}

/** kustomize keeps the text of a key, and refuses one whose tag does not fit. */
function resolveKustomizeKey(scalar: YamlScalar): string | ScalarFailure {
  const { text } = scalar
  const tag = effectiveTag(scalar, "kustomize")
  if (tag === "!!binary") return decodeBinary(text)
  if (tag === "!!str" || (tag !== undefined && !RESOLVABLE.has(tag))) return text
  const converted = convert(resolvePlain(text, "kustomize", mayBeTimestamp(tag)), tag)
  if (converted === null) return new ScalarFailure("a key is null")
  return converted instanceof ScalarFailure ? converted : text
}

/** Whether kustomize takes a key for a string; below the root of a document it cannot write any other. */
export function isStringKey(scalar: YamlScalar): boolean {
  const tag = effectiveTag(scalar, "kustomize")
  if (tag !== undefined) return tag === "!!str"
  if (scalar.style !== "plain") return true
  return typeof resolvePlain(scalar.text, "kustomize", true) === "string"
}

/** kustomize drops the tag `!` when it writes the file again. */
function effectiveTag(scalar: YamlScalar, dialect: YamlDialect): string | undefined {
  return scalar.tag === "!" && dialect === "kustomize" ? undefined : scalar.tag
}

function mayBeTimestamp(tag: string | undefined): boolean {
  return tag === undefined || tag === "!!timestamp"
}

/** A text that has the form of a date. */
class Timestamp {
  readonly rfc3339: string
  constructor(rfc3339: string) {
    this.rfc3339 = rfc3339
  }
}

type Resolved = string | boolean | null | GoNumber | Timestamp

/** Whether a plain scalar can be anything but a string; the first character tells. */
function mayBeSpecial(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code >= 97)
    return (
      code === 110 || code === 116 || code === 102 || code === 121 || code === 111 || code === 126
    )
  if (code >= 65) return code === 78 || code === 84 || code === 70 || code === 89 || code === 79
  return text === "" || (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46
}

function resolvePlain(text: string, dialect: YamlDialect, allowsTimestamp: boolean): Resolved {
  if (!mayBeSpecial(text)) return text
  const word = WORDS[dialect].get(text)
  if (word !== undefined) return word
  const special = SPECIAL_FLOATS.get(text)
  if (special !== undefined) return { value: special, integer: undefined }
  const code = text.charCodeAt(0)
  if (code === 46) {
    const value = parseDotNumber(text)
    return value === undefined ? text : { value, integer: undefined }
  }
  if (code > 57) return text
  const timestamp = allowsTimestamp ? formatTimestamp(text) : undefined
  if (timestamp !== undefined) return new Timestamp(timestamp)
  return parseNumber(text, dialect === "kustomize") ?? text
}

/** Go accepts an explicit tag only where the text has that type already; an integer may be tagged as a float. */
function convert(resolved: Resolved, tag: string | undefined): Resolved | ScalarFailure {
  const kind = kindOf(resolved)
  if (tag === undefined || tag === kind || tag === "!!str") return resolved
  if (
    tag === "!!float" &&
    typeof resolved === "object" &&
    resolved !== null &&
    "integer" in resolved
  ) {
    const isInt64 = resolved.integer !== undefined && resolved.integer < 2n ** 63n
    if (isInt64) return { value: resolved.value, integer: undefined }
  }
  return new ScalarFailure(`the value is tagged \`${tag}\`, but it is a ${kind.slice(2)}`)
}

function kindOf(resolved: Resolved): Kind {
  if (resolved === null) return "!!null"
  if (typeof resolved === "string") return "!!str"
  if (typeof resolved === "boolean") return "!!bool"
  if (resolved instanceof Timestamp) return "!!timestamp"
  return resolved.integer === undefined ? "!!float" : "!!int"
}

function toJsonScalar(
  resolved: Resolved | ScalarFailure,
  text: string,
  dialect: YamlDialect,
): Plain | ScalarFailure {
  if (resolved === null || typeof resolved !== "object" || resolved instanceof ScalarFailure)
    return resolved
  if (resolved instanceof Timestamp) return dialect === "sigs" ? text : toJsonTime(resolved)
  if (Number.isFinite(resolved.value)) return resolved.value
  return new ScalarFailure(`\`${text}\` is a number that JSON cannot hold`)
}

/** Go reads an offset of 24 hours, but writes none. */
function toJsonTime({ rfc3339 }: Timestamp): string | ScalarFailure {
  const isBeyond = /[-+]2[45]:\d\d$/u.test(rfc3339)
  return isBeyond
    ? new ScalarFailure(`the offset of the time \`${rfc3339}\` is too large`)
    : rfc3339
}

function decodeBinary(text: string): string | ScalarFailure {
  const bytes = decodeBase64(text)
  return bytes === undefined
    ? new ScalarFailure("the value is tagged `!!binary`, but it is not base64")
    : lenientUtf8(bytes)
}
