import { xmlText } from "../xml-text.ts"

/** A piece of a page. Only {@link html} makes it: no other text gets into a page without being escaped. */
class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type { Html }

/** What may stand between the parts of a template; nothing is written for what is absent. */
export type Content = Html | string | number | undefined | readonly Content[]

/** HTML with values in it: a text is escaped, with what could deceive a reader shown as an escape; attributes stand in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const pieces = [parts[0] ?? ""]
  for (const [index, value] of values.entries()) {
    write(value, pieces)
    pieces.push(parts[index + 1] ?? "")
  }
  return new Html(pieces.join(""))
}

function write(content: Content, pieces: string[]): void {
  if (content instanceof Html) pieces.push(content.markup)
  else if (typeof content === "string") pieces.push(xmlText(content))
  else if (typeof content === "number") pieces.push(String(content))
  else for (const one of content ?? []) write(one, pieces)
}

/** A text of this program that is no HTML and must stand as it is: a style sheet or a script. Never a stranger's. */
export function verbatim(text: string): Html {
  return new Html(text)
}
