import type { JsonValue } from "../yaml/json.ts"
import { isSameValue } from "./same-value.ts"

/** A place in two lists: elements that face each other; one without the other was added or removed. */
export interface Aligned {
  readonly before?: { readonly index: number; readonly value: JsonValue }
  readonly after?: { readonly index: number; readonly value: JsonValue }
}

/** Above this many pairs elements are compared position by position: a table of them all would take too long. */
const maxPairs = 250_000

/** Pairs of elements that differ, after the longest common subsequence of two lists whose elements have no names. */
export function alignLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly Aligned[] {
  let start = 0
  while (start < Math.min(before.length, after.length) && isSameValue(before[start], after[start]))
    start++
  let end = 0
  const shortest = Math.min(before.length, after.length) - start
  while (end < shortest && isSameValue(before.at(-1 - end), after.at(-1 - end))) end++
  const left = elements(before, start, before.length - end)
  const right = elements(after, start, after.length - end)
  if (left.length * right.length > maxPairs) return pairUp(left, right)
  return runsBetween(left, right)
}

interface Element {
  readonly index: number
  readonly value: JsonValue
}

function elements(list: readonly JsonValue[], from: number, to: number): readonly Element[] {
  return list.slice(from, to).map((value, index) => ({ index: from + index, value }))
}

function pairUp(left: readonly Element[], right: readonly Element[]): readonly Aligned[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at): Aligned => {
    const [before, after] = [left[at], right[at]]
    return { ...(before && { before }), ...(after && { after }) }
  })
}

/** What stands between common elements is paired in order. */
function runsBetween(left: readonly Element[], right: readonly Element[]): readonly Aligned[] {
  const result: Aligned[] = []
  let from = { left: 0, right: 0 }
  const ends = [...commonPairs(left, right), [left.length, right.length] as const]
  for (const [atLeft, atRight] of ends) {
    result.push(...pairUp(left.slice(from.left, atLeft), right.slice(from.right, atRight)))
    from = { left: atLeft + 1, right: atRight + 1 }
  }
  return result
}

function commonPairs(
  left: readonly Element[],
  right: readonly Element[],
): readonly (readonly [number, number])[] {
  const width = right.length + 1
  const lengths = new Uint32Array((left.length + 1) * width)
  const same = left.map(({ value }) => right.map((other) => isSameValue(value, other.value)))
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] = same[row]?.[column]
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [row, column] = [0, 0]; row < left.length && column < right.length; ) {
    if (same[row]?.[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
