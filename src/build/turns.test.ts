import { expect, test } from "vitest"
import { Turns } from "./turns.ts"

const settled = (): Promise<void> => new Promise((settle) => setImmediate(settle))

test("as many as may work at once do not wait; of the others the lowest rank is next", async () => {
  const turns = new Turns(2)
  const begun: string[] = []
  const [late, early, third, first, second] = [9, 0, 3, 1, 2].map((rank) => turns.turn(rank))
  const come = (name: string, turn: typeof late): void =>
    void turn?.come().then((hasWaited) => begun.push(`${name} ${hasWaited}`))
  come("late", late)
  come("early", early)
  come("third", third)
  come("first", first)
  come("second", second)
  await settled()
  expect(begun.splice(0)).toEqual(["late false", "early false"])
  late?.end()
  await settled()
  expect(begun.splice(0)).toEqual(["first true"])
  early?.end()
  first?.end()
  await settled()
  expect(begun).toEqual(["second true", "third true"])
})

test("who has begun waits no more, and leaves once", async () => {
  const turns = new Turns(1)
  const first = turns.turn(0)
  expect(await first.come()).toBe(false)
  expect(await first.come()).toBe(false)
  const others = [1, 2].map((rank) => turns.turn(rank))
  let begun = 0
  for (const other of others) void other.come().then(() => begun++)
  first.end()
  first.end()
  await settled()
  expect(begun).toBe(1)
})

test("who never comes takes nobody's place", async () => {
  const turns = new Turns(1)
  turns.turn(0).end()
  expect(await turns.turn(1).come()).toBe(false)
  let hasBegun = false
  void turns
    .turn(2)
    .come()
    .then(() => {
      hasBegun = true
    })
  await settled()
  expect(hasBegun).toBe(false)
})
