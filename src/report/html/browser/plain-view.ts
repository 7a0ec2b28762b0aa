import { wordsOf } from "./words.ts"

/** Narrows a view without filters of its own, such as the objects: what does not have all words is hidden. */
export function searchView(view: HTMLElement, text: string): void {
  const words = wordsOf(text)
  for (const part of view.querySelectorAll<HTMLElement>(".object, .finding, .skips")) {
    const content = part.textContent.toLowerCase()
    part.hidden = !words.every((word) => content.includes(word))
  }
  for (const file of view.querySelectorAll<HTMLElement>(".file"))
    file.hidden = file.querySelector(".finding:not([hidden])") === null
}
