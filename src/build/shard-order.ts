import { type Shard, shareNumber } from "../model/shard.ts"
import type { Digest } from "./source-tree.ts"

/**
 * Units of work in the order of a shard: its own share first, then the next shard's, and so round. Within a share each shard
 * has an order of its own: two that have come to the same share rarely work on the same unit.
 */
export function shardOrder<Unit>(
  units: readonly Unit[],
  nameOf: (unit: Unit) => string,
  { shard, digest }: { readonly shard: Shard; readonly digest: Digest },
): readonly Unit[] {
  const { index, count } = shard
  return units
    .map((unit) => {
      const name = nameOf(unit)
      const away = (shareNumber([name], count, digest) - index + count) % count
      return { unit, away, place: digest(`${index} ${name}`) }
    })
    .sort((left, right) => left.away - right.away || (left.place < right.place ? -1 : 1))
    .map(({ unit }) => unit)
}
