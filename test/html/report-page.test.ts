import type { Locator, Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { reportHtml } from "../../src/report/html/report-html.ts"
import { manyFindings, sampleReport } from "../../src/report/testdata/sample-report.ts"
import { browserProgram, useBrowser } from "./browser.ts"
import { measureContrast } from "./contrast.ts"
import { richReport } from "./rich-report.ts"

const open = useBrowser()
const page = reportHtml(richReport)

test("is the same bytes each time, and small without findings", () => {
  expect(reportHtml(richReport)).toBe(page)
  const empty = reportHtml(sampleReport({ findings: [] }))
  expect(Buffer.byteLength(empty)).toBeLessThan(64 * 1024)
})

const goTo = (shown: Page, view: string): Promise<void> =>
  shown.evaluate((hash) => {
    location.hash = hash
  }, view)

describe.runIf(browserProgram)("in a browser", () => {
  test("all of it is read without script, from a file, and nothing is loaded", async () => {
    const { page: shown, noise } = await open(page, { javaScriptEnabled: false })
    const words = async (part: Locator): Promise<string> => {
      await part.scrollIntoViewIfNeeded()
      return (await part.innerText()).replaceAll(/\s+/gu, " ")
    }
    // A row is drawn a moment after it has come into sight.
    const expectWords = (id: string): ReturnType<typeof expect.poll> =>
      expect.poll(() => words(shown.locator(id)))
    for (const [index, { message }] of richReport.findings.entries())
      await expectWords(`#f${index + 1}`).toContain(message.replaceAll("`", ""))
    await expectWords("#f1").toContain(
      "Set spec.sourceRef.name to fleets, or add the GitRepository.",
    )
    await expectWords("#f1").toContain("the nearest name is fleets")
    await expectWords(".summary").toMatch(/^1 error, 1 warning, 2 notes \(incomplete\) /u)
    await expectWords(".summary").toContain("rule ks-path-missing failed: a bug")
    await shown.locator("#f5 summary").click()
    await expectWords("#f5").toContain("Suppressed by a comment: for the demo")
    // What is folded opens without script, too.
    const skip = shown.locator("#skipped details").first()
    await skip.locator("summary").click()
    expect(await skip.locator("li").first().isVisible()).toBe(true)
    expect(await shown.locator("#graph svg").first().isVisible()).toBe(true)
    // A link to something inside leads there.
    await shown.locator('a[href="#o1"]').first().click()
    expect(shown.url()).toMatch(/#o1$/u)
    // What only a script could make work is not offered.
    expect(await shown.locator("#search").isVisible()).toBe(false)
    expect(await shown.locator(".facet button:enabled").count()).toBe(0)
    expect(noise).toEqual([])
  })

  test("the code shows the lines, the place, what is related, and the fix as a diff", async () => {
    const { page: shown } = await open(page)
    const finding = shown.locator("#f1")
    expect(await finding.locator("mark.error").innerText()).toBe("fleet")
    expect(await finding.locator("mark.related").innerText()).toBe("fleets")
    expect(await finding.locator(".row.removed code").innerText()).toBe("    name: fleet")
    expect(await finding.locator(".row.added code").innerText()).toBe("    name: fleets")
    expect(await finding.locator('a[href^="https:"]').first().getAttribute("href")).toBe(
      "https://sluice.dev/rules/kustomization/ks-source-missing.md",
    )
  })

  test("a search and the filters narrow the list, say how many are left, and can be taken back", async () => {
    const { page: shown, noise } = await open(page)
    const rows = shown.locator("#list article:visible")
    await shown.keyboard.press("/")
    await shown.keyboard.type("SLUICE-NOTHING")
    await shown.locator("#none").waitFor()
    expect(await shown.locator("#found").innerText()).toBe("0 of 4 findings")
    await shown.keyboard.press("Escape")
    await shown.locator("#none").waitFor({ state: "hidden" })
    // Words of the message, of the path and of the code, in any order and case.
    await shown.keyboard.type("gitrepository Production/apps sourceref")
    await shown.getByText("1 of 4 findings").waitFor()
    expect(await rows.getAttribute("id")).toBe("f1")
    await shown.locator("#clear").click()
    expect(await rows.count()).toBe(4)
    await shown.locator('.facet[data-facet="s"] button', { hasText: "Warnings" }).click()
    await shown.locator('.facet[data-facet="s"] button', { hasText: "Errors" }).click()
    expect(await shown.locator("#found").innerText()).toBe("2 of 4 findings")
    await shown.locator('.facet[data-facet="c"] button', { hasText: "staging" }).click()
    expect(await rows.getAttribute("id")).toBe("f1")
    expect(await shown.locator('.facet button[aria-pressed="true"]').count()).toBe(3)
    expect(noise).toEqual([])
  })

  test("a search in another view narrows that one", async () => {
    const { page: shown } = await open(page, { hash: "#skipped" })
    const groups = shown.locator("#skipped .skips:visible")
    expect(await groups.count()).toBe(2)
    await shown.locator("#search").fill("RENDERING grafana")
    await expect.poll(() => groups.count()).toBe(1)
    await shown.locator("#search").fill("")
    await expect.poll(() => groups.count()).toBe(2)
    expect(await shown.evaluate(() => scrollY)).toBe(0)
  })

  test("keys move through the findings, the views and the themes", async () => {
    const { page: shown, noise } = await open(page)
    const focused = (): Promise<string | undefined> =>
      shown.evaluate(() => document.activeElement?.closest("article")?.id)
    const ids = await shown.locator("#list article").evaluateAll((all) => all.map(({ id }) => id))
    await shown.keyboard.press("j")
    expect(await focused()).toBe(ids[0])
    await shown.keyboard.press("ArrowDown")
    expect(await focused()).toBe(ids[1])
    await shown.keyboard.press("k")
    expect(await focused()).toBe(ids[0])
    const isOpen = (): Promise<boolean> =>
      shown.locator(`#${ids[0]} details`).evaluate((one) => (one as HTMLDetailsElement).open)
    const before = await isOpen()
    await shown.keyboard.press("Enter")
    expect(await isOpen()).toBe(!before)
    await shown.keyboard.press("?")
    expect(await shown.locator("dialog").isVisible()).toBe(true)
    await shown.keyboard.press("Escape")
    expect(await shown.locator("dialog").isVisible()).toBe(false)
    await shown.keyboard.press("2")
    expect(await shown.locator(".view:visible").getAttribute("id")).toBe("graph")
    await shown.goBack()
    expect(await shown.locator(".view:visible").getAttribute("id")).toBe("findings")
    const background = (): Promise<string> =>
      shown.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await shown.keyboard.press("t")
    expect(await background()).toBe(light)
    await shown.keyboard.press("t")
    expect(await background()).not.toBe(light)
    expect(noise).toEqual([])
  })

  test("a finding leads to its object and its place in the graph, and these lead back", async () => {
    const { page: shown } = await open(page)
    await shown.locator("#f1").getByText("as Flux would apply it").click()
    expect(await shown.locator(".view:visible").getAttribute("id")).toBe("objects")
    expect(await shown.locator("#o1 mark.error").innerText()).toBe("    name: fleet")
    await shown.locator("#o1 .body a").first().click()
    await shown.locator("#f1").getByText("in the graph").click()
    expect(await shown.locator(".node.chosen .name").innerText()).toBe("apps")
    await shown.locator(".node.chosen").getByText("ks-source-missing").click()
    expect(await shown.locator("#f1").isVisible()).toBe(true)
  })

  test("two thousand findings are rows that are drawn when they are seen, without a listener each", async () => {
    const findings = [...manyFindings(1500, "warning"), ...manyFindings(500, "error")].map(
      (finding, index) => ({
        ...finding,
        location: { ...finding.location, path: `apps/${index % 150}/release.yaml` },
      }),
    )
    const { page: shown, noise } = await open(reportHtml(sampleReport({ findings })))
    const rows = shown.locator("#list article")
    expect(await rows.count()).toBe(2000)
    expect(await rows.first().evaluate((row) => getComputedStyle(row).contentVisibility)).toBe(
      "auto",
    )
    // Far down a row is there, but not drawn.
    expect(
      await rows
        .last()
        .evaluate((row) => row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })),
    ).toBe(false)
    const session = await shown.context().newCDPSession(shown)
    const { result } = await session.send("Runtime.evaluate", {
      expression: "document.querySelector('#list article summary')",
    })
    const { listeners } = await session.send("DOMDebugger.getEventListeners", {
      objectId: result.objectId ?? "",
      depth: 1,
    })
    expect(listeners).toEqual([])
    await shown.locator("#search").fill("number 1234.")
    await shown.getByText("1 of 2000 findings").waitFor()
    expect(noise).toEqual([])
  })

  test.each(["light", "dark"] as const)(
    "every text has the contrast that WCAG AA asks for: %s",
    async (colorScheme) => {
      const { page: shown } = await open(page, { colorScheme })
      await shown.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true
      })
      await shown.locator(".facet button").first().click()
      await shown.locator("#search").focus()
      const views = await shown.locator(".view").evaluateAll((all) => all.map(({ id }) => id))
      expect(views).toEqual(["findings", "graph", "objects", "skipped", "suppressed"])
      let total = 0
      for (const view of views) {
        await goTo(shown, view)
        await shown.locator(`#${view}`).waitFor()
        const { measured, pale } = await shown.evaluate(measureContrast)
        expect(pale).toEqual([])
        total += measured
      }
      await shown.keyboard.press("?")
      expect((await shown.evaluate(measureContrast)).pale).toEqual([])
      expect(total).toBeGreaterThan(200)
    },
  )

  test.each([400, 1400])("nothing sticks out of a window of %i pixels", async (width) => {
    const { page: shown } = await open(page, { viewport: { width, height: 800 } })
    for (const view of ["findings", "graph", "objects", "skipped"]) {
      await goTo(shown, view)
      await shown.locator(`#${view}`).waitFor()
      const room = await shown.evaluate(() => document.documentElement.scrollWidth)
      expect(room).toBeLessThanOrEqual(width)
    }
  })

  test("has landmarks, headings in order, a name for every control, and its language", async () => {
    const { page: shown } = await open(page)
    const outline = await shown.evaluate(() => ({
      language: document.documentElement.lang,
      landmarks: ["header", "nav", "main", "footer"].map(
        (name) => document.querySelectorAll(`body > ${name}, body > header > ${name}`).length,
      ),
      headings: [...document.querySelectorAll("h1, h2, h3")].map(({ tagName }) => tagName),
      nameless: [...document.querySelectorAll<HTMLElement>("button, input, a, summary")].filter(
        (one) =>
          (
            one.innerText ||
            one.textContent ||
            one.getAttribute("aria-label") ||
            one.closest("label")?.innerText ||
            ""
          ).trim() === "",
      ).length,
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    }))
    expect(outline.language).toBe("en")
    expect(outline.landmarks).toEqual([1, 1, 1, 1])
    expect(outline.headings.filter((one) => one === "H1")).toHaveLength(1)
    expect(outline.nameless).toBe(0)
    expect(new Set(outline.ids).size).toBe(outline.ids.length)
  })
})
