/** First and last code points of characters that take two columns (East Asian wide and emoji). */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x2753, 0x2755],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
]

const plainText = /^[\u0020-\u007e]*$/u
const noWidth = /^\p{M}$/u

/** How many columns of a terminal `text` takes; it holds no control characters. */
export function textWidth(text: string): number {
  if (plainText.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (noWidth.test(character)) return 0
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** The longest start of `text` that fits into `width` columns. */
export function fitStart(text: string, width: number): string {
  if (plainText.test(text)) return text.slice(0, Math.max(0, width))
  let used = 0
  let result = ""
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) return result
    result += character
  }
  return result
}

/** The longest end of `text` that fits into `width` columns. */
export function fitEnd(text: string, width: number): string {
  if (plainText.test(text)) return width <= 0 ? "" : text.slice(-width)
  const characters = [...text]
  let used = 0
  let first = characters.length
  while (first > 0) {
    used += characterWidth(characters[first - 1] ?? "")
    if (used > width) break
    first -= 1
  }
  return characters.slice(first).join("")
}

/** Breaks `text` at spaces into lines of at most `width` columns; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line !== "" && textWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
