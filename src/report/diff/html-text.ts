import { visible } from "../visible-text.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text of strangers for an element or an attribute of HTML, on one line: no character of it is markup. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/gu, (character) => entities[character] ?? "")
}
