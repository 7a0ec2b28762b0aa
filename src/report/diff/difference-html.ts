import type { Difference, ObjectChange, Place } from "../../diff/difference.ts"
import { describe } from "../../model/index.ts"
import { count } from "../pretty/count.ts"
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
  verdictOf,
  versionWords,
} from "./difference-words.ts"
import { htmlText } from "./html-text.ts"

/** Lines of one object: a page with more of them does not open. */
const linesShown = 2000

/** The style of the page; its digest stands in the policy below, and a test holds them together. */
export const differenceStyle = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2rem}
code,pre{font:13px/1.4 ui-monospace,monospace}
pre{overflow-x:auto;margin:.5rem 0 1rem;padding:.5rem;border:1px solid #8886}
summary{cursor:pointer}small{color:#777}
.danger b{color:#b3261e}.plus{color:#1a7f37}.minus{color:#b3261e}
@media(prefers-color-scheme:dark){.danger b,.minus{color:#ff8a80}.plus{color:#7ee787}}
`

/** Nothing runs, nothing is fetched, and no style but this one holds. */
const policy =
  "default-src 'none'; style-src 'sha256-BoRH05w+Skl4aQVqEtlWPR+k48QtsKrUnCMz9M+y4dE='; base-uri 'none'; form-action 'none'"

/** One page without script that needs nothing else; each text in it is a stranger's, and escaped. */
export function differenceHtml(difference: Difference): string {
  const verdict = htmlText(verdictOf(difference))
  const parts = [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>sluice diff: ${verdict}</title>\n<style>${differenceStyle}</style>\n</head>\n<body>`,
    `<h1>sluice diff: ${verdict}</h1>\n<p>${factsOf(difference)}</p>`,
    ...dangerList(difference),
    ...lists(difference),
    ...objectParts(difference),
    "</body>\n</html>\n",
  ]
  return parts.join("\n")
}

function factsOf(difference: Difference): string {
  const scope = scopeOf(difference)
  const base = `compared with ${htmlText(baseWords(difference.base))}`
  return scope === undefined ? base : `${scope} · ${base}`
}

/** What stands between backticks is code. */
function message(text: string): string {
  const parts = text.split("`")
  if (parts.length % 2 === 0) return htmlText(text)
  return parts
    .map((part, index) => (index % 2 === 0 ? htmlText(part) : `<code>${htmlText(part)}</code>`))
    .join("")
}

function placeOf(place: Place | undefined): string {
  return place ? ` <small>${htmlText(`${place.path}:${place.line}`)}</small>` : ""
}

function list(title: string, rows: readonly string[], className = ""): readonly string[] {
  if (rows.length === 0) return []
  const items = rows.map((row) => `<li>${row}</li>`).join("\n")
  return [
    `<h2>${title}</h2>\n<ul${className === "" ? "" : ` class="${className}"`}>\n${items}\n</ul>`,
  ]
}

function dangerList(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  const rows = dangersOf(difference).map(({ category, message: text, object, place }) => {
    const where = several ? ` in cluster ${htmlText(object.cluster)}` : ""
    return `<b>${dangerNames[category]}</b>${where}: ${message(text)}${placeOf(place)}`
  })
  return list("Danger", rows, "danger")
}

function lists(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  const inCluster = (name: string): string => (several ? ` in cluster ${htmlText(name)}` : "")
  const images = difference.images.map(
    ({ cluster, objects, ...image }) =>
      `<code>${htmlText(imageWords(image))}</code>: ${objects.map((id) => htmlText(describe(id))).join(", ")}${inCluster(cluster)}`,
  )
  const versions = difference.versions.map(
    (version) =>
      `${htmlText(describe(version.id))}: <code>${htmlText(versionWords(version))}</code>${inCluster(version.cluster)}`,
  )
  const uncompared = difference.uncompared.map(({ cluster, what, reason, side }) => {
    const where = cluster === undefined || !several ? "" : `${htmlText(cluster)}: `
    return `${where}${message(what)}${sideNames[side]}: ${message(reason)}`
  })
  return [
    ...list("Images", images),
    ...list("Versions", versions),
    ...list("Not compared", uncompared),
  ]
}

function objectParts(difference: Difference): readonly string[] {
  const several = hasClusters(difference)
  return ownerGroups(difference).map(({ name, cluster, words, objects }) => {
    const where = several ? ` in cluster ${htmlText(cluster)}` : ""
    const said = words === "" ? "" : `\n<p>${htmlText(words)}</p>`
    return `<h2>${htmlText(name)}${where}</h2>${said}\n${objects.map(objectPart).join("\n")}`
  })
}

const classes = { "+": ' class="plus"', "-": ' class="minus"', " ": "" } as const

function objectPart(object: ObjectChange): string {
  const words = objectWords(object)
  const title = `<code>${htmlText(`${signs[object.action]} ${describe(object.id)}`)}</code>${words === "" ? "" : ` ${message(words)}`}${placeOf(object.place)}`
  const { lines, more } = differenceLines(object, linesShown)
  const rows = lines.map(
    ({ sign, text }) =>
      `<span${classes[sign]}>${sign} ${htmlText(text.replaceAll("\t", "  "))}</span>`,
  )
  const code = rows.length === 0 ? "" : `\n<pre>${rows.join("\n")}</pre>`
  const left = more > 0 ? `\n<p>… and ${count(more, "more line")}</p>` : ""
  const isOpen = object.dangers.length > 0 ? " open" : ""
  return `<details${isOpen}><summary>${title}</summary>${code}${left}</details>`
}
