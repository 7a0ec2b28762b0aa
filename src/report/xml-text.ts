import { visible, visibleLines } from "./visible-text.ts"

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/** What no XML 1.0 document may hold, not even as a reference, and {@link visible} leaves (XML 1.0, production 2). */
const noncharacters = /[\ufffe\uffff]/gu

/** `text` for an attribute or inside an element, on one line: controls and other invisible characters are shown as escapes. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(noncharacters, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/gu, (character) => entities[character] ?? "")
}

/** The same for the text of an element, where line breaks may stay. */
export function xmlLines(text: string): string {
  return visibleLines(text).map(xmlText).join("\n")
}

/** ` name="value"` for each attribute that has a value. */
export function xmlAttributes(
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${xmlText(String(value))}"`))
    .join("")
}
