import { describe, expect, test } from "vitest"
import { renderIndex, renderPage, renderTable } from "./support/render-rules.ts"
import { loadRule, pageOf, ruleFiles } from "./support/rule-files.ts"

// `npm test -- -u` rewrites every file that is stale.

describe("rules", () => {
  const files = ruleFiles()

  test("rules/index.ts lists every rule", async () => {
    await expect(renderIndex(files)).toMatchFileSnapshot("../rules/index.ts")
  })

  test("rules/README.md has a row for every rule", async () => {
    const rules = []
    for (const file of files) {
      const rule = await loadRule(file)
      if (rule) rules.push({ file, rule })
    }
    await expect(renderTable(rules)).toMatchFileSnapshot("../rules/README.md")
  })

  test.each(files)("the page of $id says what the rule says", async (file) => {
    const rule = await loadRule(file)
    const page = pageOf(file)
    if (rule && page !== "") await expect(renderPage(page, rule)).toMatchFileSnapshot(file.page)
  })
})
