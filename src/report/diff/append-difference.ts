import { count } from "../pretty/count.ts"

/**
 * Puts the markdown of a difference behind another text, as far as there is room for it: objects go from its end, one by one,
 * and are counted. Only our own lines begin with `<details>`: those of strangers stand behind a sign, or on a line of ours.
 */
export function appendDifference(text: string, markdown: string, bytes: number): string {
  const encoder = new TextEncoder()
  const size = (part: string): number => encoder.encode(part).length
  const note = (left: number): string =>
    `\n… and ${count(left, "more object")} of the difference, for which there is no room here.\n`
  const [head = "", ...objects] = markdown.split(/^(?=<details>)/mu)
  const whole = `${text}\n${markdown}`
  if (size(whole) <= bytes) return whole
  const room = bytes - size(note(objects.length))
  let shown = `${text}\n${head}`
  if (size(shown) > room) return text
  let left = objects.length
  for (const object of objects) {
    if (size(shown) + size(object) > room) break
    shown += object
    left -= 1
  }
  return shown + note(left)
}
