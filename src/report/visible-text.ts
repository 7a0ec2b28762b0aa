/**
 * Characters of strangers that would move the cursor, change colours, reorder or hide text: C0 and C1 controls, DEL,
 * line separators, soft hyphens, BiDi marks and overrides, zero-width and tag characters, lone surrogates
 * (`safety.md` row 19).
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\p{Cs}]/gu

/** `text` for a terminal: on one line, with all that could deceive a reader written as an escape. */
export function visible(text: string): string {
  return text.replace(unsafe, escapeOf)
}

/** The lines of `text`, each one {@link visible}: for messages of tools, which may have several. */
export function visibleLines(text: string): readonly string[] {
  return text.trimEnd().split(/\r\n|\n/u).map((line) => visible(line.replaceAll("\t", "  ")))
}

function escapeOf(character: string): string {
  if (character === "\n") return "\\n"
  if (character === "\r") return "\\r"
  if (character === "\t") return "\\t"
  const code = character.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`
}
