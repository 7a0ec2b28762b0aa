import { structuredPatch } from "diff"
import type { FieldDifference, ObjectChange } from "../../diff/difference.ts"
import { isList, isObject, type JsonValue } from "../../yaml/json.ts"
import { writeYaml } from "../../yaml/write-yaml.ts"

/** A line of what changes in an object, as in a patch; not escaped yet. */
export interface DifferenceLine {
  readonly sign: "+" | "-" | " "
  readonly text: string
  /** A scalar that changes, on one line: for who has room for both. */
  readonly short?: string
}

/** Longer texts are not compared line by line: nobody reads them, and it takes long. */
const maxPatched = 200_000

/** Lines around those that change in a text. */
const context = 2

/** What changes in an object, line by line: its fields, or all of it when it is new; at most `limit` lines, the others are counted. */
export function differenceLines(
  { fields, manifest }: ObjectChange,
  limit: number,
): { readonly lines: readonly DifferenceLine[]; readonly more: number } {
  const all = manifest ? yamlLines("+", manifest, "") : fields.flatMap(fieldLines)
  const lines = all.slice(0, limit)
  return { lines, more: all.length - lines.length }
}

function fieldLines({ path, kind, before, after }: FieldDifference): readonly DifferenceLine[] {
  if (kind === "reordered") {
    const order = (value: JsonValue | undefined): string => (isList(value) ? value.join(", ") : "")
    return [
      { sign: " ", text: `${path}: in another order` },
      { sign: "-", text: `  ${order(before)}` },
      { sign: "+", text: `  ${order(after)}` },
    ]
  }
  if (isLong(before) && isLong(after)) return patchLines(path, String(before), String(after))
  const lines = [
    ...(before === undefined ? [] : valueLines("-", path, before)),
    ...(after === undefined ? [] : valueLines("+", path, after)),
  ]
  const [first, second, more] = lines
  if (!first || !second || more || isStructure(before) || isStructure(after)) return lines
  return [{ ...first, short: `${path}: ${shown(before)} → ${shown(after)}` }, second]
}

function isLong(value: JsonValue | undefined): boolean {
  return typeof value === "string" && value.trimEnd().includes("\n")
}

function isStructure(value: JsonValue | undefined): boolean {
  return isList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? "" : writeYaml(value).trimEnd()
}

function valueLines(sign: "+" | "-", path: string, value: JsonValue): readonly DifferenceLine[] {
  if (!isStructure(value) && !isLong(value)) return [{ sign, text: `${path}: ${shown(value)}` }]
  if (typeof value === "string") {
    const lines = value.trimEnd().split("\n")
    return [{ sign, text: `${path}: |` }, ...lines.map((text) => ({ sign, text: `  ${text}` }))]
  }
  return [{ sign, text: `${path}:` }, ...yamlLines(sign, value, "  ")]
}

function yamlLines(sign: "+" | "-", value: JsonValue, indent: string): readonly DifferenceLine[] {
  const lines = writeYaml(value).trimEnd().split("\n")
  return lines.map((text) => ({ sign, text: indent + text }))
}

/** Texts of several lines are compared line by line; what takes too long to compare is shown whole. */
function patchLines(path: string, before: string, after: string): readonly DifferenceLine[] {
  const whole = (): readonly DifferenceLine[] => [
    ...valueLines("-", path, before),
    ...valueLines("+", path, after),
  ]
  if (before.length + after.length > maxPatched) return whole()
  const patch = structuredPatch("", "", before, after, undefined, undefined, {
    context,
    maxEditLength: 1000,
  })
  if (!patch) return whole()
  const hunks = patch.hunks.map(({ lines }) => lines.flatMap(lineOf))
  const parts = hunks.flatMap((lines, index) =>
    index === 0 ? lines : [{ sign: " " as const, text: "  …" }, ...lines],
  )
  return [{ sign: " ", text: `${path}:` }, ...parts]
}

/** `\ No newline at end of file` is no line of the text. */
function lineOf(line: string): readonly DifferenceLine[] {
  const sign = line.charAt(0)
  return sign === "+" || sign === "-" || sign === " " ? [{ sign, text: `  ${line.slice(1)}` }] : []
}
