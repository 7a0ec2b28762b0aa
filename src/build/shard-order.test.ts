import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { shareNumber } from "../model/shard.ts"
import { shardOrder } from "./shard-order.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")
const units = Array.from({ length: 200 }, (_, number) => `HelmRelease apps/release-${number}`)
const orderOf = (index: number, count: number): readonly string[] =>
  shardOrder(units, (unit) => unit, { shard: { index, count }, digest })
const shareOf = (unit: string, count: number): number => shareNumber([unit], count, digest)

describe.each([1, 2, 4, 7])("of %i shards", (count) => {
  const shards = Array.from({ length: count }, (_, index) => index + 1)

  test("each does everything, once", () => {
    for (const index of shards) expect(orderOf(index, count).toSorted()).toEqual(units.toSorted())
  })

  test("each begins with its own share and goes round", () => {
    for (const index of shards) {
      const shares = orderOf(index, count).map((unit) => shareOf(unit, count))
      const round = shares.filter((share, place) => share !== shares[place - 1])
      expect(round).toEqual([...shards.slice(index - 1), ...shards.slice(0, index - 1)])
    }
  })

  test("the shares are about as large as each other", () => {
    for (const index of shards) {
      const size = units.filter((unit) => shareOf(unit, count) === index).length
      expect(Math.abs(size - units.length / count)).toBeLessThan(units.length / 5)
    }
  })
})

test("two shards go through a third one's share differently", () => {
  const third = (index: number): readonly string[] =>
    orderOf(index, 3).filter((unit) => shareOf(unit, 3) === 3)
  const [first, second] = [third(1), third(2)]
  const together = first.filter((unit, place) => unit === second[place])
  expect(first.toSorted()).toEqual(second.toSorted())
  expect(together.length).toBeLessThan(first.length / 4)
})

test("the order in which units are named changes nothing", () => {
  const shard = { index: 2, count: 3 }
  expect(shardOrder(units.toReversed(), (unit) => unit, { shard, digest })).toEqual(orderOf(2, 3))
})
