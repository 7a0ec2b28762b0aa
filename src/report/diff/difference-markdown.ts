import type { Difference, ObjectChange, Place } from "../../diff/difference.ts"
import { describe } from "../../model/index.ts"
import { cutText } from "../cut-text.ts"
import { markdownCode, markdownMessage, markdownText } from "../markdown-text.ts"
import { count } from "../pretty/count.ts"
import { visible } from "../visible-text.ts"
import { differenceLines } from "./difference-lines.ts"
import {
  baseWords,
  dangerNames,
  dangersOf,
  hasClusters,
  imageWords,
  objectWords,
  ownerGroups,
  scopeOf,
  sideNames,
  signs,
  uncomparedGroups,
  verdictOf,
  versionWords,
} from "./difference-words.ts"
import { htmlText } from "./html-text.ts"

/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
export const maxMarkdownBytes = 65_000

const rowsShown = 50
/** Lines of one object; what is new needs fewer, and a definition none: there would be no room for others. */
const linesShown = 200
const newLinesShown = 60
const textLimit = 2000
/** A line of an object, a name. */
const lineLimit = 500

/**
 * For a pull request: the verdict, dangers, images, versions, what was not compared; then each object, folded. Every text in
 * it is a stranger's, and escaped (`safety.md` row 17). It is cut between two objects, and says how many are left out.
 */
export function differenceMarkdown(
  difference: Difference,
  bytes: number = maxMarkdownBytes,
): string {
  return takeRows(rowsOf(difference), difference.objects.length, bytes)
}

function* rowsOf(difference: Difference): Generator<Row> {
  const head = [
    `## sluice diff: ${markdownText(verdictOf(difference))}\n\n${factsOf(difference)}\n`,
    ...dangerRows(difference),
    ...tableRows(difference),
    ...uncomparedRows(difference),
  ]
  for (const text of head) yield { text, objects: 0 }
  yield* objectRows(difference)
}

/** A piece of the text, and how many objects are in it. */
interface Row {
  readonly text: string
  readonly objects: number
}

/** The rows that fit. They are made one by one: a change may have many more objects than anybody will see. */
function takeRows(rows: Iterable<Row>, total: number, bytes: number): string {
  const encoder = new TextEncoder()
  const size = (text: string): number => encoder.encode(text).length
  const note = (left: number): string =>
    `\n… and ${count(left, "more object")}, for which there is no room here: \`sluice diff\` shows them.\n`
  const taken: Row[] = []
  let [used, left, isWhole] = [0, total, true]
  for (const row of rows) {
    taken.push(row)
    used += size(row.text)
    left -= row.objects
    isWhole = used <= bytes
    if (!isWhole) break
  }
  while (!isWhole && used > bytes - size(note(total))) {
    const row = taken.pop()
    if (!row) return ""
    used -= size(row.text)
    left += row.objects
  }
  return taken.map(({ text }) => text).join("") + (isWhole ? "" : note(left))
}

function factsOf(difference: Difference): string {
  const scope = scopeOf(difference)
  const base = `compared with ${markdownText(cutText(baseWords(difference.base), lineLimit))}`
  return scope === undefined ? base : `${scope} · ${base}`
}

function shown(text: string): string {
  return markdownMessage(cutText(text, textLimit))
}

function placeOf(place: Place | undefined): string {
  return place ? ` (${markdownCode(cutText(`${place.path}:${place.line}`, lineLimit))})` : ""
}

function section(title: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return []
  const more = rows.length - rowsShown
  return [
    `\n### ${title}\n\n`,
    ...rows.slice(0, rowsShown),
    ...(more > 0 ? [`\n… and ${more} more\n`] : []),
  ]
}

function dangerRows(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  return section(
    "Danger",
    dangersOf(difference).map(({ category, message, object, place }) => {
      const where = several ? ` in cluster ${markdownText(object.cluster)}` : ""
      return `- **${dangerNames[category]}**${where}: ${shown(message)}${placeOf(place)}\n`
    }),
  )
}

function tableRows(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  const inCluster = (name: string): string => (several ? ` in cluster ${markdownText(name)}` : "")
  const images = difference.images.map(({ cluster, objects, ...image }) => {
    const users = objects
      .slice(0, 3)
      .map((id) => markdownText(describe(id)))
      .join(", ")
    const more = objects.length > 3 ? ` and ${objects.length - 3} more` : ""
    return `- ${markdownCode(cutText(imageWords(image), textLimit))}: ${users}${more}${inCluster(cluster)}\n`
  })
  const versions = difference.versions.map((version) => {
    const words = markdownCode(cutText(versionWords(version), textLimit))
    return `- ${markdownText(describe(version.id))}: ${words}${inCluster(version.cluster)}\n`
  })
  return [...section("Images", images), ...section("Versions", versions)]
}

function uncomparedRows(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  return section(
    "Not compared",
    uncomparedGroups(difference).map(({ cluster, what, reason, side }) => {
      const where = cluster === undefined || !several ? "" : `${markdownText(cluster)}: `
      return `- ${where}${shown(what)}${sideNames[side]}: ${shown(reason)}\n`
    }),
  )
}

function* objectRows(difference: Difference): Generator<Row> {
  const several = hasClusters(difference)
  for (const { name, cluster, words, objects } of ownerGroups(difference)) {
    const where = several ? ` in cluster ${markdownText(cluster)}` : ""
    const said = words === "" ? "" : `${markdownText(words)}\n\n`
    const title = `\n### ${markdownText(cutText(name, lineLimit))}${where}\n\n${said}`
    yield { text: title, objects: 0 }
    for (const object of objects) yield { text: objectRow(object), objects: 1 }
  }
}

function objectRow(object: ObjectChange): string {
  const words = objectWords(object)
  const name = `${signs[object.action]} ${describe(object.id)}`
  const title = `<code>${htmlText(cutText(name, lineLimit))}</code>${words === "" ? "" : ` ${quiet(cutText(words, textLimit))}`}`
  const { lines, more } = differenceLines(object, limitOf(object))
  const texts = lines.map(({ sign, text }) => {
    const line = visible(text.replaceAll("\t", "  "))
    return cutText(`${sign} ${line}`, lineLimit)
  })
  const place = object.place ? `${placeOf(object.place).trim()}\n` : ""
  const left = more > 0 ? `\n… and ${count(more, "more line")}\n` : ""
  const code = texts.length === 0 ? "" : `\n${fenced(texts)}`
  return `<details><summary>${title}</summary>\n\n${place}${code}${left}\n</details>\n`
}

function limitOf({ action, id }: ObjectChange): number {
  if (action !== "created") return linesShown
  return id.kind === "CustomResourceDefinition" ? 0 : newLinesShown
}

/** A fence that is longer than any in the text. */
function fenced(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => [...line.matchAll(/`+/gu)].map(([run]) => run.length))
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return `${fence}diff\n${lines.join("\n")}\n${fence}\n`
}

/** Text inside HTML, in which GitHub still looks for mentions. */
function quiet(text: string): string {
  return htmlText(text).replace(/@|(?<!&)#|:(?=\/\/)|GH(?=-\d)/gu, "$&\u200b")
}
