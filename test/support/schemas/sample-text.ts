import type { Schema } from "../../../src/schema/schema.ts"

/** Texts that satisfy the patterns of Flux's CRDs: durations, names, addresses, versions. */
const texts: readonly string[] = [
  "10m",
  "a",
  "1.0.0",
  "https://example.com/a",
  "oci://example.com/a",
  "ssh://git@example.com/a",
  "http://example.com",
  "v1",
  "aaaa",
  "{}",
  "0 0 * * *",
  "a.b",
  "a/b:c",
  "2.x",
  "a@b",
  "@a",
  "@a/b",
  "@artifact/a",
  "Artifact::a",
]

/** Texts that some pattern of Flux's CRDs refuses. */
const strangers: readonly string[] = ["?", "ftp://example.com", "", " "]

/** A text that has the pattern and the length that a schema asks for, or as close to it as is known. */
export function textFor({ pattern, minLength = 0 }: Schema): string {
  const long = texts.filter((text) => text.length >= minLength)
  return long.find((text) => fits(text, pattern)) ?? "a".repeat(Math.max(1, minLength))
}

/** A text of just that length; undefined where none with the pattern is known. */
export function textLike({
  pattern,
  length,
}: {
  readonly pattern: string | undefined
  readonly length: number
}): string | undefined {
  const long = texts.filter((text) => text.length <= length).map((text) => text.padEnd(length, "a"))
  return long.find((text) => fits(text, pattern))
}

/** A text that a pattern refuses. */
export function strangerTo(pattern: string): string {
  const stranger = strangers.find((text) => !fits(text, pattern))
  if (stranger === undefined) throw new Error(`No text is known that ${pattern} refuses.`)
  return stranger
}

function fits(text: string, pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(pattern, "u").test(text)
}
