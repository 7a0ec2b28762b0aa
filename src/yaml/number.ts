/** A number as Go's YAML readers see it. */
export interface GoNumber {
  /** The nearest double; JavaScript cannot hold more digits. */
  readonly value: number
  /** All digits of an integer; undefined for a float. */
  readonly integer: bigint | undefined
}

const SMALL_INTEGER = /^-?[1-9][0-9]{0,14}$/u
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/u
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/u
const DOT_FLOAT = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/u
const SIGN_AFTER_PREFIX = /^0([bo])([-+]?)([0-7]+)$/u
const MIN_INT64 = -(2n ** 63n)
const MAX_INT64 = 2n ** 63n - 1n
const MAX_UINT64 = 2n ** 64n - 1n

/** Reads a number that begins with a digit or a sign; undefined where Go takes the text for a string. */
export function parseNumber(text: string, allowsSignedOctal: boolean): GoNumber | undefined {
  if (SMALL_INTEGER.test(text)) return { value: Number(text), integer: BigInt(text) }
  const digits = text.includes("_") ? text.replaceAll("_", "") : text
  const integer = parseInteger(digits)
  if (integer !== undefined) return { value: Number(integer), integer }
  const float = FLOAT.test(digits) ? Number(digits) : Number.NaN
  if (Number.isFinite(float)) return { value: float, integer: undefined }
  const odd = parseSignAfterPrefix(digits, allowsSignedOctal)
  return odd === undefined ? undefined : { value: Number(odd), integer: odd }
}

/** Reads a number that begins with a dot. Go allows `_` between its digits. */
export function parseDotNumber(text: string): number | undefined {
  if (!DOT_FLOAT.test(text)) return undefined
  const value = Number(text.replaceAll("_", ""))
  return Number.isFinite(value) ? value : undefined
}

/** Go's ParseInt, then ParseUint, with base 0 and 64 bits. */
function parseInteger(digits: string): bigint | undefined {
  const match = INTEGER.exec(digits)
  if (match === null) return undefined
  const [, sign, magnitude = ""] = match
  const value = BigInt(/^0[0-7]/u.test(magnitude) ? `0o${magnitude.slice(1)}` : magnitude)
  if (sign === "-") return -value < MIN_INT64 ? undefined : -value
  return value > (sign === "+" ? MAX_INT64 : MAX_UINT64) ? undefined : value
}

/** `0b-1` is −1: go-yaml cuts the prefix off before it reads the sign. */
function parseSignAfterPrefix(digits: string, allowsOctal: boolean): bigint | undefined {
  const match = SIGN_AFTER_PREFIX.exec(digits)
  if (match === null) return undefined
  const [, base, sign, magnitude = ""] = match
  if (base === "o" && !allowsOctal) return undefined
  if (base === "b" && !/^[01]+$/u.test(magnitude)) return undefined
  const value = BigInt(`0${base}${magnitude}`)
  if (sign === "-") return -value < MIN_INT64 ? undefined : -value
  return value > (sign === "+" ? MAX_INT64 : MAX_UINT64) ? undefined : value
}

/** How sigs.k8s.io/yaml writes a float that is a mapping key: Go's `FormatFloat(value, 'g', -1, 32)`. */
export function formatFloatKey(value: number): string {
  const single = Math.fround(value)
  if (Number.isNaN(single)) return ".nan"
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf"
  if (single === 0) return Object.is(single, -0) ? "-0" : "0"
  const [mantissa = "", exponent = "0"] = shortestExponential(single).split("e")
  const power = Number(exponent)
  if (power >= -4 && power < SHORTEST_PRECISION) {
    const digits = mantissa.replace(/[-.]/gu, "").length
    return Number(`${mantissa}e${power}`).toFixed(Math.max(digits - 1 - power, 0))
  }
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`
}

/** From this power of ten on, and below -4, Go writes an exponent. */
const SHORTEST_PRECISION = 6

/** The shortest decimal that is this single-precision number; a tie goes to the even digit, as in Go. */
function shortestExponential(single: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = roundHalfEven(single, digits)
    if (Math.fround(Number(text)) === single) return text
  }
  return single.toExponential()
}

function roundHalfEven(value: number, digits: number): string {
  const rounded = value.toExponential(digits)
  const [exact = "", power = ""] = value.toExponential(60).split("e")
  const cut = exact.indexOf(".") + 1 + digits
  const isTie = /^50*$/u.test(exact.slice(cut))
  const kept = digits === 0 ? exact.slice(0, cut - 1) : exact.slice(0, cut)
  return isTie && Number(kept.at(-1)) % 2 === 0 ? `${kept}e${power}` : rounded
}
