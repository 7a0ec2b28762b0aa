import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { correctSection, isCorrected } from "../src/testing/correct-section.ts"
import { parseRulePage } from "../src/testing/parse-rule-page.ts"

const root = mkdtempSync(join(tmpdir(), "sluice-new-rule-"))
cpSync(join(import.meta.dirname, "../scripts/new-rule.mjs"), join(root, "scripts/new-rule.mjs"))
afterAll(() => rmSync(root, { recursive: true }))

function newRule(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, "scripts/new-rule.mjs"), ...args], {
    encoding: "utf8",
  })
}

describe("npm run new-rule", () => {
  test("makes a rule, and a page with both kinds of sections", () => {
    const { status, stdout } = newRule("hr-interval-too-short", "helm")
    expect(status).toBe(0)
    expect(stdout).toContain("npx vitest run test/rules.test.ts -t hr-interval-too-short")
    const rule = readFileSync(join(root, "rules/helm/hr-interval-too-short.ts"), "utf8")
    expect(rule).toContain("export const hrIntervalTooShort: ClusterRule = defineClusterRule({")
    const page = readFileSync(join(root, "rules/helm/hr-interval-too-short.md"), "utf8")
    const [failing, passing] = parseRulePage(page)
    expect(failing?.expected).toMatchObject([{ rule: "hr-interval-too-short", line: 4 }])
    expect(passing?.expected).toEqual([])
    // Put right, what fails is what is fine.
    expect(failing && isCorrected(failing)).toBe(true)
    expect(failing && correctSection(failing).files).toEqual(passing?.files)
  })

  test.each([
    [["hr-interval-too-short"], "A name and a category are needed."],
    [["Interval", "helm"], "is no rule name"],
    [["hr-interval-too-long", "charts"], "There is no category `charts`."],
    [["hr-interval-too-short", "helm"], "is there already"],
  ])("refuses %j", (args, reason) => {
    const { status, stderr } = newRule(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(reason)
    expect(stderr).toContain("Usage: npm run new-rule -- NAME CATEGORY")
  })
})
