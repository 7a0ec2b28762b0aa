/**
 * The candidate that `name` most likely means ("did you mean …"), or undefined when none is close.
 * A candidate that differs only in case or separators wins; else the one with the fewest typing errors,
 * of which about one in three characters is allowed. Equal distances go to the first in code point order.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(name)
  const limit = Math.max(1, Math.floor(name.length / 3))
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    if (candidate === name) continue
    const distance =
      fold(candidate) === folded && folded !== "" ? 0 : editDistance(name, candidate, limit)
    if (distance > limit || distance >= Math.max(name.length, candidate.length)) continue
    if (
      best === undefined ||
      distance < best.distance ||
      (distance === best.distance && candidate < best.candidate)
    ) {
      best = { candidate, distance }
    }
  }
  return best?.candidate
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/gu, "")
}

/** Damerau-Levenshtein (optimal string alignment); any number above `limit` when the distance exceeds it. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforePrevious: readonly number[] = []
  let previous: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow(from, to, row, previous, beforePrevious)
    if (Math.min(...current) > limit) return limit + 1
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? limit + 1
}

function nextRow(
  from: string,
  to: string,
  row: number,
  previous: readonly number[],
  beforePrevious: readonly number[],
): readonly number[] {
  const current = [row]
  for (let column = 1; column <= to.length; column++) {
    const cost = from[row - 1] === to[column - 1] ? 0 : 1
    const swapped =
      row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
    current.push(
      Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    )
  }
  return current
}
