import type { Action, Difference, ObjectChange, Place } from "../../diff/difference.ts"
import { describe } from "../../model/index.ts"
import { type Role, type Style, styleCodeLines } from "../pretty/style.ts"
import { fitStart, textWidth, wrap } from "../pretty/text-width.ts"
import { visible } from "../visible-text.ts"
import { type DifferenceLine, differenceLines } from "./difference-lines.ts"
import {
  baseWords,
  dangerNames,
  dangersOf,
  hasClusters,
  imageWords,
  isAlarming,
  objectWords,
  ownerGroups,
  scopeOf,
  sideNames,
  signs,
  uncomparedGroups,
  verdictOf,
  versionWords,
} from "./difference-words.ts"

/** How the text looks. */
export interface TextOptions {
  readonly style: Style
  readonly width: number
}

/** Lines that are shown of one object; what is new needs fewer, and a definition none. */
const linesShown = 40
const newLinesShown = 12
/** Reasons for which something could not be compared. */
const groupsShown = 20

/** For people at a terminal: the verdict, dangers, images, versions, then object by object. */
export function differenceText(difference: Difference, options: TextOptions): string {
  const blocks = [
    headOf(difference, options),
    dangerBlock(difference, options),
    imageBlock(difference, options),
    versionBlock(difference, options),
    uncomparedBlock(difference, options),
    ...applierBlocks(difference, options),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`
}

function headOf(difference: Difference, { style, width }: TextOptions): readonly string[] {
  const verdict = verdictOf(difference)
  const role = isAlarming(difference) ? "error" : "ok"
  const scope = scopeOf(difference)
  return [
    ...wrap(`sluice diff: ${verdict}`, width).map((line) => style(role, line)),
    ...(scope === undefined ? [] : [scope]),
    style("dim", `compared with ${visible(baseWords(difference.base))}`),
  ]
}

function dangerBlock(difference: Difference, { style, width }: TextOptions): readonly string[] {
  const dangers = dangersOf(difference)
  if (dangers.length === 0) return []
  const indent = Math.max(...dangers.map(({ category }) => dangerNames[category].length)) + 4
  const several = hasClusters(difference)
  const rows = dangers.flatMap(({ category, message, place, object }) => {
    const where = `${several ? `cluster ${object.cluster}, ` : ""}${placeText(place)}`
    const [first = "", ...rest] = styleCodeLines(style, wrap(visible(message), width - indent))
    const name = dangerNames[category]
    return [
      `  ${style("error", name)}${" ".repeat(indent - 2 - name.length)}${first}`,
      ...rest.map((line) => " ".repeat(indent) + line),
      ...(where === "" ? [] : [" ".repeat(indent) + style("path", visible(where))]),
    ]
  })
  return [style("strong", "Danger"), ...rows]
}

function placeText(place: Place | undefined): string {
  return place ? `${place.path}:${place.line}` : ""
}

function imageBlock(difference: Difference, options: TextOptions): readonly string[] {
  const rows = difference.images.map((image) => {
    const users = image.objects.map(describe)
    const more = users.length > 2 ? ` and ${users.length - 2} more` : ""
    return [imageWords(image), `${users.slice(0, 2).join(", ")}${more}`, image.cluster] as const
  })
  return tableOf("Images", rows, difference, options)
}

function versionBlock(difference: Difference, options: TextOptions): readonly string[] {
  const rows = difference.versions.map(
    (version) => [versionWords(version), describe(version.id), version.cluster] as const,
  )
  return tableOf("Versions", rows, difference, options)
}

/** What it is, and in what; on a line of its own where both do not fit. */
function tableOf(
  title: string,
  rows: readonly (readonly [what: string, where: string, cluster: string])[],
  difference: Difference,
  { style, width }: TextOptions,
): readonly string[] {
  if (rows.length === 0) return []
  const several = hasClusters(difference)
  return [
    style("strong", title),
    ...rows.flatMap(([what, where, cluster]) => {
      const place = visible(several ? `${where} in cluster ${cluster}` : where)
      const line = `  ${visible(what)}`
      return textWidth(line) + 2 + textWidth(place) <= width
        ? [`${line}  ${style("dim", place)}`]
        : [line, `      ${style("dim", place)}`]
    }),
  ]
}

function uncomparedBlock(difference: Difference, { style, width }: TextOptions): readonly string[] {
  const several = hasClusters(difference)
  const groups = uncomparedGroups(difference)
  if (groups.length === 0) return []
  const more = groups.length - groupsShown
  return [
    style("strong", "Not compared"),
    ...groups.slice(0, groupsShown).flatMap(({ cluster, what, reason, side }) => {
      const where = cluster === undefined || !several ? "" : `${cluster}: `
      const lines = wrap(visible(`${where}${what}${sideNames[side]}: ${reason}`), width - 4)
      return lines.map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`))
    }),
    ...(more > 0 ? [style("dim", `  … ${more} more reasons; -f json has them all`)] : []),
  ]
}

function applierBlocks(
  difference: Difference,
  options: TextOptions,
): readonly (readonly string[])[] {
  const several = hasClusters(difference)
  const { style, width } = options
  return ownerGroups(difference).map(({ name, cluster, words, objects }) => {
    const head = several ? `${name} in cluster ${cluster}` : name
    const [first = "", ...rest] = wrap(visible(words === "" ? head : `${head}: ${words}`), width)
    return [
      style("strong", first),
      ...rest.map((line) => `  ${line}`),
      ...objects.flatMap((object) => objectLines(object, options)),
    ]
  })
}

const roles: Readonly<Record<Action, Role>> = {
  ...{ created: "ok", changed: "label", deleted: "error", moved: "label", left: "warning" },
}

function objectLines(object: ObjectChange, { style, width }: TextOptions): readonly string[] {
  const said = objectWords(object)
  const sign = signs[object.action]
  const role = roles[object.action]
  const text = visible(`${describe(object.id)}${said === "" ? "" : `: ${said}`}`)
  const [first = "", ...rest] = wrap(text, width - 4)
  const { lines, more } = differenceLines(object, limitOf(object))
  const place = object.owner?.kind === "HelmRelease" ? "" : placeText(object.place)
  return [
    `  ${style(role, sign)} ${first}`,
    ...rest.map((line) => `      ${line}`),
    ...(place === "" ? [] : [`      ${style("path", visible(place))}`]),
    ...shortened(lines, width - 6).map(
      (line) => `      ${colored(line, { style, width: width - 6 })}`,
    ),
    ...(more > 0 ? [style("dim", `      … ${more} more lines`)] : []),
  ]
}

function limitOf({ action, id }: ObjectChange): number {
  if (action !== "created") return linesShown
  return id.kind === "CustomResourceDefinition" ? 0 : newLinesShown
}

/** A scalar takes one line where both values fit into it. */
function shortened(lines: readonly DifferenceLine[], width: number): readonly DifferenceLine[] {
  return lines.flatMap((line, index): readonly DifferenceLine[] => {
    const { short } = line
    if (short !== undefined && textWidth(short) <= width) return [{ sign: " ", text: short }]
    const former = lines[index - 1]?.short
    return former !== undefined && textWidth(former) <= width ? [] : [line]
  })
}

function colored({ sign, text }: DifferenceLine, { style, width }: TextOptions): string {
  const line = `${sign} ${visible(text.replaceAll("\t", "  "))}`
  const cut = textWidth(line) > width * 2 ? `${fitStart(line, width * 2 - 1)}…` : line
  if (sign === " ") return cut
  return style(sign === "+" ? "ok" : "error", cut)
}
