import { describe, expect, test, vi } from "vitest"
import type { BuildProgress } from "../build/host.ts"
import { createPhaseClock } from "./phase-clock.ts"
import { createProgress, progressMode } from "./progress.ts"

describe("how progress is shown", () => {
  test.each<[boolean, Readonly<Record<string, string>>, boolean, string]>([
    [true, {}, true, "line"],
    [true, { CI: "true" }, true, "heartbeat"],
    [false, { CI: "true" }, true, "heartbeat"],
    [false, {}, true, "off"],
    [true, { TERM: "dumb" }, true, "off"],
    [true, {}, false, "off"],
  ])("terminal %s, %j, wanted %s: %s", (isTerminal, environment, wanted, expected) => {
    expect(progressMode({ isTerminal }, environment, wanted)).toBe(expected)
  })
})

function shown(
  mode: "line" | "heartbeat",
  columns = 80,
): { readonly text: () => string; readonly progress: ReturnType<typeof createProgress> } {
  vi.useFakeTimers()
  let text = ""
  const write = (more: string): void => {
    text += more
  }
  const output = { isTerminal: true, columns, write }
  return { text: () => text, progress: createProgress(output, mode, () => Date.now()) }
}

const unit: BuildProgress = {
  done: 5,
  what: "HelmRelease apps/podinfo",
  cluster: { name: "production", number: 1, of: 1 },
}

test("with several clusters the bar counts them", () => {
  const { text, progress } = shown("line")
  vi.advanceTimersByTime(600)
  progress.progress({ ...unit, cluster: { name: "staging", number: 3, of: 4 } })
  expect(text()).toContain("[██████████··········] cluster 3/4 staging: HelmRelease apps/podinfo")
  progress.stop()
  vi.useRealTimers()
})

test("the line comes after half a second, shows what is done, and goes away", () => {
  const { text, progress } = shown("line")
  progress.phase("load")
  vi.advanceTimersByTime(400)
  expect(text()).toBe("")
  vi.advanceTimersByTime(200)
  expect(text()).toContain("\r\u001b[2Kreading files")
  progress.progress({ ...unit, what: "HelmRelease apps/pod\u001binfo" })
  expect(text()).toContain("building 5: HelmRelease apps/pod\\x1binfo")
  progress.stop()
  expect(text().endsWith("\r\u001b[2K")).toBe(true)
  const before = text()
  progress.progress({ ...unit, what: "late" })
  progress.stop()
  vi.advanceTimersByTime(1000)
  expect(text()).toBe(before)
  vi.useRealTimers()
})

test("the line is never wider than the terminal", () => {
  const { text, progress } = shown("line", 30)
  vi.advanceTimersByTime(600)
  progress.progress({ ...unit, what: "Kustomization flux-system/a-very-long-name-indeed" })
  const last = text().split("\r\u001b[2K").at(-1) ?? ""
  expect(last.length).toBeLessThan(30)
  progress.stop()
  vi.useRealTimers()
})

test("CI gets a line each half minute", () => {
  const { text, progress } = shown("heartbeat")
  progress.phase("build")
  vi.advanceTimersByTime(61_000)
  expect(text()).toBe("sluice: building, 30 s\nsluice: building, 60 s\n")
  progress.stop()
  vi.useRealTimers()
})

test("the clock sums up the time of each stage", () => {
  let now = 100
  const clock = createPhaseClock(() => now)
  clock.phase("load")
  now += 10.4
  clock.phase("build")
  now += 5
  clock.phase("load")
  now += 2
  expect(clock.read()).toEqual({ totalMs: 17, phases: { load: 12, build: 5 } })
})
