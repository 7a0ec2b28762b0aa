const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
}

/** A text between quotes as Go's `%q` prints it, so that messages equal the controllers' own. */
export function goQuote(text: string): string {
  let quoted = ""
  for (const character of text) quoted += SHORT_ESCAPES[character] ?? escapeUnprintable(character)
  return `"${quoted}"`
}

function escapeUnprintable(character: string): string {
  if (/^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return `\\x${hex(code, 2)}`
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0")
}
