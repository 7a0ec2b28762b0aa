/** The offset after blanks, line breaks and comments: what may stand between two values. */
export function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 35) at = lineEnd(text, at)
    else if (code === 32 || code === 10 || code === 13 || code === 9) at++
    else break
  }
  return at
}

/** The offset of the line break that ends the line of `from`, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
  return at
}
