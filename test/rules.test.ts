import { availableParallelism } from "node:os"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { rules } from "../rules/index.ts"
import { isCorrected } from "../src/testing/correct-section.ts"
import { parseRulePage } from "../src/testing/parse-rule-page.ts"
import { compareCorrection, compareSection } from "../src/testing/rule-page.ts"
import { createQuickEngine } from "./support/quick-engine.ts"
import { loadRule, pageOf, ruleFiles } from "./support/rule-files.ts"

const engine = createQuickEngine({ concurrency: Math.min(2, availableParallelism()) })

beforeAll(() => engine.start())
afterAll(() => engine.close())

describe.each(ruleFiles())("$id", (file) => {
  const sections = parseRulePage(pageOf(file))
  const failing = sections.filter(({ expected }) => expected.some(({ rule }) => rule === file.id))
  const passing = sections.filter(({ expected }) => expected.length === 0)

  test("says all that a reader needs", async () => {
    const rule = await loadRule(file)
    expect(rule, `exports ${file.exportName}`).toBeDefined()
    expect(rule).toMatchObject({
      id: file.id,
      category: file.folder,
      since: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
    expect(rule?.summary).toMatch(/^[A-Z`].*\.$/)
    expect(rule?.why, "says what Flux, kustomize or Helm does").toMatch(
      /\b(?:Flux|kustomize|Helm|cluster)\b.*\.$/s,
    )
    // Of comments for sluice nobody else has written.
    if (file.folder !== "suppressions") expect(rule?.docs.length).toBeGreaterThan(0)
  })

  test("has a page with its name, its block and sections of both kinds", () => {
    const page = pageOf(file)
    expect(page).toMatch(new RegExp(`^# ${file.id}\n\n<!-- generated: begin -->`))
    expect(failing.length, "sections that fail").toBeGreaterThanOrEqual(3)
    expect(passing.length, "sections that pass").toBeGreaterThanOrEqual(3)
  })

  test("says of each section that fails how it is put right", () => {
    expect(failing.filter((section) => !isCorrected(section)).map(({ title }) => title)).toEqual([])
  })

  test("shows what becomes of a file where it can be fixed", async () => {
    const rule = await loadRule(file)
    const shown = sections.filter(
      ({ fixed, expected }) =>
        Object.keys(fixed).length > 0 && expected.some((one) => one.rule === file.id),
    )
    expect(shown.length > 0).toBe(rule?.fixable === "safe")
  })

  for (const section of sections) {
    test(section.title, async () => {
      expect(await compareSection(section, { rules, engine, wanted: [file.id] })).toBe("")
    })
    if (!isCorrected(section)) continue
    test(`${section.title}, put right`, async () => {
      const world = { rules, engine, wanted: [file.id] }
      expect(await compareCorrection(section, { id: file.id, world })).toBe("")
    })
  }
})
