import { describe, expect, test } from "vitest"
import { UsageError } from "../model/errors.ts"
import { FlagValues } from "./flag-values.ts"
import type { Flag } from "./flags/flag.ts"

const flags: readonly Flag[] = [
  { name: "fail-on", value: "SEVERITY", choices: ["error", "warning"], description: "…" },
  { name: "exclude", value: "GLOB", repeatable: true, description: "…" },
  { name: "offline", description: "…" },
  { name: "timeout", value: "DURATION", description: "…" },
  { name: "max-findings", value: "N|none", description: "…" },
]

function values(
  typed: Readonly<Record<string, readonly string[]>>,
  environment: Readonly<Record<string, string>> = {},
): FlagValues {
  return new FlagValues(flags, new Map(Object.entries(typed)), environment)
}

describe("where a value comes from", () => {
  test("the command line wins over the environment, flag by flag", () => {
    const given = values(
      { "fail-on": ["warning"] },
      { SLUICE_FAIL_ON: "error", SLUICE_OFFLINE: "true" },
    )
    expect(given.text("fail-on")).toBe("warning")
    expect(given.switch("offline")).toBe(true)
    expect(given.source("fail-on")).toBe("--fail-on")
    expect(given.source("offline")).toBe("SLUICE_OFFLINE")
  })

  test("an empty variable says nothing", () => {
    expect(values({}, { SLUICE_FAIL_ON: "", SLUICE_OFFLINE: "" }).switch("offline")).toBeUndefined()
  })

  test.each([
    ["1", true],
    ["yes", true],
    ["TRUE", true],
    ["0", false],
    ["off", false],
  ])("a switch in the environment may be %s", (text, expected) => {
    expect(values({}, { SLUICE_OFFLINE: text }).switch("offline")).toBe(expected)
  })

  test("lists in the environment are split at commas and line breaks, not inside braces", () => {
    expect(values({}, { SLUICE_EXCLUDE: "a/{b,c}/**, d\ne,,{f,g}" }).list("exclude")).toEqual([
      "a/{b,c}/**",
      "d",
      "e",
      "{f,g}",
    ])
  })
})

describe("durations", () => {
  test.each([
    ["30s", 30_000],
    ["1m30s", 90_000],
    ["250ms", 250],
    ["1.5h", 5_400_000],
    ["2d", 172_800_000],
  ])("%s", (text, expected) => {
    expect(values({ timeout: [text] }).duration("timeout")).toBe(expected)
  })

  test.each(["", "30", "s", "30 s", "30sx", "-1s"])("%j is none", (text) => {
    expect(() => values({ timeout: [text] }).duration("timeout")).toThrow(UsageError)
  })
})

test("numbers are whole, or one of the words", () => {
  expect(values({ "max-findings": ["20"] }).number("max-findings", ["none"])).toBe(20)
  expect(values({ "max-findings": ["none"] }).number("max-findings", ["none"])).toBeUndefined()
  for (const text of ["-1", "1.5", "1e3", "x", "99999999999"]) {
    expect(() => values({ "max-findings": [text] }).number("max-findings")).toThrow(UsageError)
  }
})

test("a choice that is none is refused with the nearest one", () => {
  expect(() => values({}, { SLUICE_FAIL_ON: "errors" })).toThrow(
    expect.objectContaining({
      message: "`SLUICE_FAIL_ON` is `errors`; it takes `error`, `warning`.",
      help: "Did you mean `error`?",
    }),
  )
})
