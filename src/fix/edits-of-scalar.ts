import { sourceOffset, type YamlScalar } from "../yaml/index.ts"
import { lineEnd, lineStart } from "./field-place.ts"
import type { OffsetEdit } from "./offset-edit.ts"

/**
 * Edits of what a scalar says, as edits of the text that it stands in. Only block scalars take new lines; whether quotes
 * and escapes survive is for the caller to verify.
 */
export function editsOfScalar(
  text: string,
  scalar: YamlScalar,
  edits: readonly OffsetEdit[],
): readonly OffsetEdit[] | undefined {
  const isBlock = scalar.style === "literal"
  if (!isBlock && edits.some(({ newText }) => newText.includes("\n"))) return undefined
  const space = " ".repeat(Math.max(0, scalar.indent))
  return edits.map(({ start, end, newText }) => {
    const from = sourceOffset(text, scalar, start)
    const to = end === start ? from : sourceOffset(text, scalar, end)
    const isRemoval = newText === "" && isWholeLine(text, from, to)
    return {
      start: isRemoval ? text.slice(0, lineStart(text, from)).trimEnd().length : from,
      end: to,
      // Blank lines need no indentation.
      newText: newText.replace(/\n(?=[^\n])/gu, `\n${space}`),
    }
  })
}

/** The last line of a block scalar: nothing but its indentation would be left of it. */
function isWholeLine(text: string, start: number, end: number): boolean {
  return (
    end > start &&
    end === lineEnd(text, end) &&
    text.slice(lineStart(text, start), start).trim() === ""
  )
}
