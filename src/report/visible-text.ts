/**
 * Characters of strangers that would move the cursor, change colours, reorder or hide text: controls (C0, C1, DEL), format
 * characters (BiDi, zero-width, soft hyphen, tags), line separators, lone surrogates and letters that show nothing
 * (`safety.md` row 19).
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u17b4|\u17b5/gu

/** `text` for a terminal: on one line, with all that could deceive a reader written as an escape. */
export function visible(text: string): string {
  return text.replace(unsafe, escapeOf)
}

/** The lines of `text`, each one {@link visible}: for messages of tools, which may have several. */
export function visibleLines(text: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r\n|\n/u)
    .map((line) => visible(line.replaceAll("\t", "  ")))
}

function escapeOf(character: string): string {
  if (character === "\n") return "\\n"
  if (character === "\r") return "\\r"
  if (character === "\t") return "\\t"
  const code = character.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`
}
