import { Random } from "./random.ts"

/** Texts that readers of YAML disagree about, and their neighbours. */
const WORDS: readonly string[] = `
y Y yes Yes YES yEs n N no No NO on On ON oN off Off OFF true True TRUE tRue false False FALSE null Null NULL nULL ~ ~x
.nan .NaN .NAN .Nan .inf .Inf .INF +.inf -.inf -.Inf +.INF -.INF +.nan . .. - + -- = << 0 -0 +0 00 0x 0b 0o 1e e1
1e1000 -1e1000 1e-1000 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
18446744073709551615 18446744073709551616 +9223372036854775808 0x7fffffffffffffff 0xffffffffffffffff
0x10000000000000000 -0x8000000000000000 -0x8000000000000001 0b-1 0b+1 -0b-1 -0b1 +0b1 0o-7 0o+7 -0o7 +0o7 0O7 0B1 0X1F
0777 -0777 +0777 0888 1_000 _1 1_ 1__0 0x_1F 0_7 1_e3 1e_3 1e3_ 1:30 190:20:30 -1:30.5 1.2.3 1. 1.e3 .5 .5e3 -.5 +.5
.5_0 ._5 .5_ .5e1_0 .5e999 -.5e999 0.1 1.0 1e3 1E3 1e+3 1e-3 1.5e3 0x1p4 0x1.8p1 123456789012345678901234567890
0.30000000000000004 100000000000000000000000.5 inf nan Infinity NaN 1/2 1,000 12e03 0e0 -0.0 -0e5 +1.0 3.4e38 3.5e38
1e10 16777217 0.0001 0.00001 123456.5 1234567.5 100000.5 1e5 1e6 1e20 1e21 1e22 2001-01-01 2001-1-1 2001-13-01
2001-02-29 2000-02-29 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 2001-12-14T21:59:43 2001-12-14T21:59:60Z
2001-12-14T24:00:00Z 2001-12-14T1:2:3Z 0000-01-01 9999-12-31 2001-01-01T00:00:00+25:00 2001-01-01T00:00:00+23:59
2001-01-01T00:00:00.5+00:00 2001-01-01T00:00:00,5Z 10m 1h30m 5Gi 100Mi 0.5 v1.2.3 >=1.0.0 ^1 1.x latest sha256:0 \${V}`
  .split(/\s+/u)
  .concat(
    "",
    "2001-12-14 21:59:43.10 -5",
    "2001-12-14 21:59:43",
    "2001-12-14 21:59:43.123456789012",
  )

const ALPHABETS: readonly string[] = [
  "0123456789",
  "0123456789._eE+-",
  "01234567_",
  "0123456789abcdefxXoObB_+-",
  "yYnNeEsSoOfFtTrRuUlLaAsS",
  "0123456789-:TtZz. +",
  "abc019.~-+_%@#:",
  "01bB_-+",
  "01234567oO_-+",
]

const TAGS: readonly string[] = [
  "!!str",
  "!!int",
  "!!float",
  "!!bool",
  "!!null",
  "!!binary",
  "!!timestamp",
  "!!set",
  "!foo",
  "!",
  "!<tag:yaml.org,2002:int>",
]

/** `count` different small documents, each with a scalar as value or key. */
export function generateScalars(seed: number, count: number): readonly string[] {
  const random = new Random(seed)
  const documents = new Set<string>()
  while (documents.size < count) documents.add(document(random))
  return [...documents]
}

function document(random: Random): string {
  const text = scalar(random)
  const maybeQuoted = random.chance(0.2) ? `"${text}"` : text
  const kind = random.next()
  if (kind < 0.55) return `a: ${text}`
  if (kind < 0.7) return `a: ${random.pick(TAGS)} ${maybeQuoted}`
  if (kind < 0.85) return `${text}: a`
  if (kind < 0.9) return `${random.pick(TAGS)} ${maybeQuoted}: a`
  if (kind < 0.93) return `- ${text}`
  return kind < 0.96 ? `a:\n  ${text}: b` : `{a: ${text}}`
}

function scalar(random: Random): string {
  const kind = random.next()
  if (kind < 0.15) return random.pick(WORDS)
  if (kind < 0.35) return nearWord(random)
  if (kind < 0.45) return nearTimestamp(random)
  if (kind < 0.6) return nearInteger(random)
  if (kind < 0.75) return nearFloat(random)
  const alphabet = random.pick(ALPHABETS)
  return repeat(1 + random.below(12), () => random.pick(alphabet))
}

function nearWord(random: Random): string {
  const word = random.pick(WORDS)
  const at = random.below(word.length + 1)
  const character = random.pick("0123456789._eE+-xXoObBaAnN:~TZ ")
  const kind = random.next()
  if (kind < 0.33) return word.slice(0, at) + character + word.slice(at)
  return word.slice(0, at) + (kind < 0.66 ? "" : character) + word.slice(at + 1)
}

function nearTimestamp(random: Random): string {
  const part = (limit: number, width: number): string =>
    String(random.below(limit)).padStart(random.chance(0.8) ? width : 1, "0")
  const date = `${part(10_000, 4)}-${part(14, 2)}-${part(33, 2)}`
  if (random.chance(0.3)) return date
  const time = `${random.pick(["T", "t", " ", "  "])}${part(26, 2)}:${part(62, 2)}:${part(62, 2)}`
  const fraction = random.chance(0.4) ? `${random.pick(".,")}${part(1e9, 1)}` : ""
  const zones = "Z z +00:00 -05:00 +14:00 +24:00 -23:59 +05:60 +05 +0500".split(" ")
  return date + time + fraction + (random.chance(0.6) ? random.pick(zones) : "")
}

function nearInteger(random: Random): string {
  const prefix =
    random.pick(["", "", "-", "+"]) + random.pick(["", "", "0x", "0b", "0o", "0", "0X"])
  const digits = digitsFor(prefix)
  return (
    prefix + repeat(1 + random.below(22), () => (random.chance(0.05) ? "_" : random.pick(digits)))
  )
}

function digitsFor(prefix: string): string {
  if (/x/iu.test(prefix)) return "0123456789abcdefABCDEF"
  if (prefix.includes("b")) return "01"
  return prefix.includes("o") ? "01234567" : "0123456789"
}

function nearFloat(random: Random): string {
  const digits = (count: number): string => repeat(count, () => random.pick("0123456789"))
  const whole = random.pick(["", "", "-", "+"]) + digits(random.below(9))
  const fraction = random.chance(0.8) ? `.${digits(random.below(9))}` : ""
  const exponent = random.pick("eE") + random.pick(["", "+", "-"]) + digits(1 + random.below(3))
  return whole + fraction + (random.chance(0.5) ? exponent : "")
}

function repeat(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join("")
}
