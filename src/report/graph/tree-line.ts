import { cutText } from "../cut-text.ts"
import type { Style } from "../pretty/style.ts"
import { visible } from "../visible-text.ts"
import { type GraphNode, nodeTitle } from "./flux-graph.ts"
import type { Branch } from "./forest.ts"
import { nodeMarks, useMarks } from "./node-marks.ts"
import { relationWord } from "./relation-words.ts"

/** Characters of a reason: messages of tools go on for pages. */
const maxReason = 300

/** How a line of the tree is written. */
interface LineOptions {
  readonly style: Style
  readonly ascii: boolean
}

/** One line of the tree: how it comes here, what it is, what is the matter with it, and why: the end may be cut off. */
export function nodeLine(
  { node, relation, repeated, children }: Branch,
  options: LineOptions,
): string {
  const { style, ascii } = options
  const dot = ascii ? "-" : "·"
  const word = relation === undefined ? "" : relationWord(relation)
  const facts = [
    ...(word === "" ? factsOf(node, children) : []),
    ...(repeated ? ["shown above"] : []),
    ...reasonOf(node, word !== ""),
  ].map((fact) => shown(fact, ascii))
  return [
    ...(word === "" ? [] : [style("dim", word)]),
    titleOf(node, options),
    ...marksOf(node, options, word !== ""),
    ...(facts.length === 0 ? [] : [style("dim", `${dot} ${facts.join(` ${dot} `)}`)]),
  ].join(" ")
}

/** A stranger's text for this terminal. */
function shown(text: string, ascii: boolean): string {
  const safe = visible(text)
  return ascii ? safe.replace(/[^ -~]/gu, "?") : safe
}

function titleOf(node: GraphNode, { style, ascii }: LineOptions): string {
  const { kind, name, version } = node
  if (isChart(node)) {
    return style("strong", shown(version === undefined ? name : `${name} ${version}`, ascii))
  }
  const title = style("strong", shown(nodeTitle(node).slice(kind.length + 1), ascii))
  const asked = version === undefined ? "" : ` ${style("dim", `@ ${shown(version, ascii)}`)}`
  return `${shown(kind, ascii)} ${title}${asked}`
}

/** Not a HelmChart: what a HelmRelease asks a source for. */
function isChart({ role, group }: GraphNode): boolean {
  return role === "chart" && group === ""
}

function factsOf(
  { path, chart, server }: GraphNode,
  children: readonly Branch[],
): readonly string[] {
  // A chart that is asked from a source has a line of its own.
  const isBelow = children.some(({ relation }) => relation === "chart")
  return [
    ...(path === undefined ? [] : [path]),
    ...(chart && !isBelow ? [chartFact(chart)] : []),
    ...(server === undefined ? [] : [`in the cluster of ${server}`]),
  ]
}

/** `chart podinfo 6.1.0 (6.x)` */
export function chartFact({ name, version, constraint }: NonNullable<GraphNode["chart"]>): string {
  const text = version ?? constraint
  const asked = version === undefined || constraint === "" || constraint === version
  return ["chart", name, text, asked ? "" : `(${constraint})`]
    .filter((part) => part !== "")
    .join(" ")
}

/** Why something failed stands on its own line alone; why a chart is not known, on that of its release. */
function reasonOf({ reason, state, outcome, role }: GraphNode, isUse: boolean): readonly string[] {
  const isUnseen = state === "missing" || (state === "uncertain" && role !== "chart")
  const isUnbuilt = !isUse && (outcome === "failed" || outcome === "skipped")
  if (reason === undefined || !(isUnseen || isUnbuilt)) return []
  return [cutText(reason.trim().replace(/\s+/gu, " "), maxReason)]
}

function marksOf(
  node: GraphNode,
  { style, ascii }: LineOptions,
  isUse: boolean,
): readonly string[] {
  const marks = isUse ? useMarks(node) : nodeMarks(node)
  return marks.map(({ role, sign, plain }) => style(role, ascii ? plain : sign))
}
