import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import {
  sampleCluster,
  sampleEdge,
  sampleGraph,
  sampleNode,
} from "../../src/report/graph/testdata/sample-graph.ts"
import { graphHtml } from "../../src/report/html/graph-html.ts"
import { browserProgram, useBrowser } from "./browser.ts"
import { measureContrast } from "./contrast.ts"
import { richCluster } from "./rich-report.ts"

const open = useBrowser()
const graph = sampleGraph(richCluster, { ...richCluster, name: "staging" })
const page = graphHtml(graph)

/** Forty Kustomizations, each with a HelmRelease of its name and its repository: more than one picture holds. */
const names = Array.from({ length: 40 }, (_, index) => `app-${index}`)
const large = sampleGraph(
  sampleCluster(
    [
      sampleNode("flux-system"),
      ...names.flatMap((name) => [
        sampleNode(name),
        sampleNode(name, {
          id: `r-${name}`,
          role: "release",
          kind: "HelmRelease",
          namespace: "apps",
        }),
      ]),
    ],
    names.flatMap((name) => [
      sampleEdge("flux-system", "applies", name),
      sampleEdge(name, "applies", `r-${name}`),
    ]),
  ),
)

const viewBox = (shown: Page): Promise<readonly number[]> =>
  shown.locator(".drawing.current svg").evaluate((svg) => {
    const { x, y, width, height } = (svg as unknown as SVGSVGElement).viewBox.baseVal
    return [x, y, width, height]
  })

describe.runIf(browserProgram)("the graph in a browser", () => {
  test("is a picture and a list without script", async () => {
    const { page: shown, noise } = await open(page, { javaScriptEnabled: false })
    expect(await shown.locator("svg:visible").count()).toBe(2)
    const boxes = shown.locator("#k0 svg .box")
    expect(await boxes.count()).toBe(richCluster.nodes.length)
    for (const text of await shown.locator("#k0 svg .name").allTextContents())
      expect(richCluster.nodes.map(({ name }) => name)).toContain(text)
    // A box leads to what the list says of it.
    await boxes.filter({ hasText: "infrastructure" }).click()
    const entry = shown.locator(":target")
    expect(await entry.locator(".name").innerText()).toBe("infrastructure")
    await entry.locator("summary").click()
    expect(await entry.innerText()).toContain("kustomize build failed: no such file")
    expect(noise).toEqual([])
  })

  test("no box covers another, and arrows begin and end at boxes", async () => {
    const { page: shown } = await open(page)
    const overlaps = await shown.locator("#k0 svg").evaluate((svg) => {
      const boxes = [...svg.querySelectorAll(".face")].map((face) => face.getBoundingClientRect())
      return boxes.filter((one, index) =>
        boxes.some(
          (other, at) =>
            at > index &&
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
      ).length
    })
    expect(overlaps).toBe(0)
    const loose = await shown.locator("#k0 svg").evaluate((svg) => {
      const near = (x: number, y: number, id: string): boolean => {
        const box = svg.querySelector(`#${id}`) as SVGGraphicsElement
        const { e, f } = box.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix()
        const { width, height } = box.getBBox()
        return x > e - 3 && x < e + width + 3 && y > f - 3 && y < f + height + 3
      }
      return [...svg.querySelectorAll<SVGPathElement>(".arrow")].filter((arrow) => {
        const [first, last] = [
          arrow.getPointAtLength(0),
          arrow.getPointAtLength(arrow.getTotalLength()),
        ]
        return (
          !near(first.x, first.y, arrow.dataset.from ?? "") ||
          !near(last.x, last.y, arrow.dataset.to ?? "")
        )
      }).length
    })
    expect(loose).toBe(0)
  })

  test("is moved with the mouse and the arrows, and made larger with the wheel and +", async () => {
    const { page: shown, noise } = await open(page)
    const canvas = shown.locator(".drawing.current .canvas")
    const { x = 0, y = 0 } = (await canvas.boundingBox()) ?? {}
    const before = await viewBox(shown)
    await shown.mouse.move(x + 20, y + 20)
    await shown.mouse.down()
    await shown.mouse.move(x + 120, y + 70, { steps: 4 })
    await shown.mouse.up()
    const dragged = await viewBox(shown)
    expect(dragged[0]).toBeLessThan(before[0] ?? 0)
    expect(dragged[1]).toBeLessThan(before[1] ?? 0)
    expect(dragged[2]).toBeCloseTo(before[2] ?? 0)
    await shown.mouse.wheel(0, -300)
    await expect.poll(async () => (await viewBox(shown))[2]).toBeLessThan(dragged[2] ?? 0)
    await shown.keyboard.press("0")
    const whole = await viewBox(shown)
    await shown.keyboard.press("+")
    expect((await viewBox(shown))[2]).toBeLessThan(whole[2] ?? 0)
    await shown.keyboard.press("-")
    await shown.keyboard.press("ArrowRight")
    expect((await viewBox(shown))[0]).toBeGreaterThan(whole[0] ?? 0)
    expect(noise).toEqual([])
  })

  test("a click on a box shows what it is, where it is written, and what it leads to", async () => {
    const { page: shown } = await open(page)
    await shown.locator("#k0 .box", { hasText: "apps" }).first().click()
    const entry = shown.locator(".node.chosen")
    const text = await entry.innerText()
    expect(text).toContain("clusters/production/apps.yaml:1")
    expect(text).toContain("✗ 1 error")
    expect(text).toMatch(/applies\s+HelmRelease apps\/podinfo\s+HelmRelease apps\/redis/u)
    expect(text).toMatch(/depends on\s+Kustomization flux-system\/infrastructure/u)
    expect(text).toMatch(/applied by\s+Kustomization flux-system\/flux-system/u)
    expect(await shown.locator(".arrow.lit").count()).toBe(5)
    await entry.getByText("Kustomization flux-system/infrastructure").click()
    expect(await shown.locator(".node.chosen .name").innerText()).toBe("infrastructure")
  })

  test("clusters are chosen, one at a time", async () => {
    const { page: shown } = await open(page)
    expect(await shown.locator(".cluster:visible").getAttribute("id")).toBe("k0")
    await shown.locator(".clusters a", { hasText: "staging" }).click()
    expect(await shown.locator(".cluster:visible").getAttribute("id")).toBe("k1")
  })

  test("a large cluster is folded by Kustomization; a search finds what is inside and brings it into the middle", async () => {
    const { page: shown, noise } = await open(graphHtml(large))
    expect(await shown.locator(".drawing.current .box").count()).toBe(41)
    await shown.keyboard.press("/")
    await shown.keyboard.type("helmrelease app-17")
    // Not before all of it is typed: a part of the words finds more.
    await expect.poll(() => shown.locator(".aside .found").innerText()).toBe("1 of 81")
    await expect
      .poll(() => shown.locator(".node.chosen .kind").allInnerTexts())
      .toEqual(["HelmRelease · apps"])
    const drawing = shown.locator(".drawing.current")
    expect(await drawing.locator("figcaption").innerText()).toBe(
      "Cluster production › Kustomization flux-system/app-17",
    )
    const middleOf = async (part: string): Promise<number> => {
      const box = await drawing.locator(part).boundingBox()
      return (box?.x ?? 0) + (box?.width ?? 0) / 2
    }
    await expect
      .poll(async () => Math.abs((await middleOf(".box.chosen")) - (await middleOf(".canvas"))))
      .toBeLessThan(10)
    // Back to the whole.
    await drawing.locator("figcaption a").click()
    expect(await shown.locator(".drawing.current .box").count()).toBe(41)
    expect(noise).toEqual([])
  })

  test.each(["light", "dark"] as const)(
    "every text has the contrast that WCAG AA asks for: %s",
    async (colorScheme) => {
      const { page: shown } = await open(page, { colorScheme })
      await shown.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true
      })
      const { measured, pale } = await shown.evaluate(measureContrast)
      expect(pale).toEqual([])
      expect(measured).toBeGreaterThan(60)
      await shown.locator("#k0 .box", { hasText: "podinfo" }).first().click()
      expect((await shown.evaluate(measureContrast)).pale).toEqual([])
    },
  )
})
