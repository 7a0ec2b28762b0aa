import { UsageError } from "../model/errors.ts"

/**
 * The words of the input `args`: parted by white space, kept together by quotes. No shell reads them, so nothing in them is
 * expanded, and a backslash is a backslash.
 */
export function splitArguments(text: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  let quote: string | undefined
  for (const character of text) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined
      else word += character
    } else if (character === "'" || character === '"') {
      quote = character
      word ??= ""
    } else if (/\s/u.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? "") + character
  }
  if (quote !== undefined)
    throw new UsageError(`The input \`args\` has a quote that nothing ends: \`${text}\`.`)
  return word === undefined ? words : [...words, word]
}
