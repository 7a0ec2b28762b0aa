import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { ClusterGraph } from "../../src/report/graph/flux-graph.ts"
import {
  sampleCluster,
  sampleEdge,
  sampleGraph,
  sampleNode,
} from "../../src/report/graph/testdata/sample-graph.ts"
import { graphHtml } from "../../src/report/html/graph-html.ts"
import { reportHtml } from "../../src/report/html/report-html.ts"
import type { Report } from "../../src/report/report.ts"
import { sampleReport } from "../../src/report/testdata/sample-report.ts"
import { visible } from "../../src/report/visible-text.ts"
import type { RuleMeta } from "../../src/rule/define-rule.ts"
import { createLineIndex } from "../../src/text/line-index.ts"
import { hostileReport } from "../formats/hostile-report.ts"
import { browserProgram, useBrowser } from "./browser.ts"
import { hostileTexts } from "./hostile-texts.ts"

const open = useBrowser()

/** A cluster in which every text of every object is a hostile one; folded, since it is large. */
function hostileCluster(name: string): ClusterGraph {
  const nodes = hostileTexts.flatMap((evil, index) => [
    sampleNode(evil, {
      ...{ id: `a${index}`, kind: evil, namespace: evil, path: evil, reason: evil, version: evil },
      ...{ place: { path: evil, line: 1 }, server: evil },
    }),
    sampleNode(evil, {
      ...{ id: `b${index}`, role: "release", kind: evil, namespace: evil, state: "missing" },
      chart: { name: evil, constraint: evil, version: evil },
    }),
  ])
  const edges = hostileTexts.map((_, index) => sampleEdge(`a${index}`, "applies", `b${index}`))
  const cluster = sampleCluster(nodes, edges, name)
  return {
    ...cluster,
    path: name,
    target: { flux: name, kubernetes: name },
    blindSpots: hostileTexts,
  }
}

const graphs = [
  hostileCluster("</script><script>pwned(1)</script>"),
  sampleCluster([sampleNode("<b>")], [], "x"),
]

/** A report in which each hostile text stands in every place that a stranger's repository can fill. */
function wholeReport(): Report {
  const reports = hostileTexts.map((evil) => hostileReport(evil))
  const findings = reports.flatMap((report) => report.findings)
  const rules = new Map(
    findings.map((finding): [string, RuleMeta] => [
      finding.rule,
      // As a rule of a stranger's might link.
      { id: finding.rule, docs: ["javascript:pwned(1)"] } as unknown as RuleMeta,
    ]),
  )
  return sampleReport({
    findings,
    rules,
    clusters: hostileTexts,
    skipped: reports.flatMap((report) => report.skipped),
    crashes: reports.flatMap((report) => report.crashes),
    source: (path) => createLineIndex(`${Array.from({ length: 14 }, () => path).join("\n")}\n`),
    graphs: () => graphs,
    objectOf: ({ resource }) =>
      resource && {
        ...{
          key: resource.name,
          cluster: resource.name,
          title: resource.name,
          yaml: `a: |-\n  ${resource.name}\n`,
        },
        origin: [{ text: resource.name, path: resource.name, line: 1 }],
        ...{ uncertain: false, cut: 0 },
      },
  })
}

/** The elements and attributes of a page, each once, as the browser has understood them. */
interface Anatomy {
  readonly elements: readonly string[]
  readonly attributes: readonly string[]
  readonly links: readonly string[]
  readonly counts: Readonly<Record<string, number>>
}

const once = ["script", "style", "meta[http-equiv]", "head", "body", "main", "dialog", "form"]

function anatomyOf(page: Page): Promise<Anatomy> {
  return page.evaluate((selectors) => {
    const all = [...document.querySelectorAll("*")]
    const attributes = all.flatMap((element) => [...element.attributes])
    return {
      elements: [...new Set(all.map(({ tagName }) => tagName.toLowerCase()))],
      attributes: [...new Set(attributes.map(({ name }) => name))],
      links: [...new Set(attributes.flatMap(({ name, value }) => (name === "href" ? value : [])))],
      counts: Object.fromEntries(
        selectors.map((one) => [one, document.querySelectorAll(one).length]),
      ),
    }
  }, once)
}

const elements = new Set(
  "html head meta title style script body a header span nav div label input kbd button main section h1 h2 h3 p dl dt dd aside details summary ul ol li article code pre mark figure figcaption footer dialog form strong svg defs marker path rect text".split(
    " ",
  ),
)
const attributes =
  /^(?:aria-[a-z]+|data-[a-z]+|autocomplete|charset|class|content|d|disabled|height|hidden|href|http-equiv|id|lang|marker-end|markerHeight|markerUnits|markerWidth|method|name|open|orient|placeholder|refX|refY|rel|role|rx|spellcheck|tabindex|title|transform|type|viewBox|width|x|xmlns|y)$/u
const link = /^(?:#[a-z][\w-]*|https:\/\/sluice\.dev\/[^"<>\s]*)$/u

/** What is in the page that its author has not put there. */
async function foreignParts(page: Page): Promise<readonly string[]> {
  const anatomy = await anatomyOf(page)
  return [
    ...anatomy.elements.filter((name) => !elements.has(name)),
    ...anatomy.attributes.filter((name) => !attributes.test(name)),
    ...anatomy.links.filter((address) => !link.test(address)),
    ...Object.entries(anatomy.counts).flatMap(([name, count]) =>
      count === 1 ? [] : [`${count} ${name}`],
    ),
  ]
}

async function useEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
    for (const element of document.querySelectorAll("article, .node, .box, .facet button")) {
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }))
      element.dispatchEvent(new FocusEvent("focus"))
    }
  })
  await page.locator("#search").fill("<script>pwned(1)</script>")
  await page.keyboard.press("Enter")
  await page.waitForTimeout(200)
}

test("there are at least two hundred hostile texts", () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200)
})

describe.runIf(browserProgram)("of two hundred hostile texts", () => {
  test("in every place of a report none runs, loads or becomes a part of the page, and each is shown", async () => {
    const { page, noise } = await open(reportHtml(wholeReport()))
    expect(await page.locator("#list article").count()).toBe(2 * hostileTexts.length)
    expect(await foreignParts(page)).toEqual([])
    await useEverything(page)
    expect(await foreignParts(page)).toEqual([])
    const text = await page.locator("main").evaluate((main) => main.textContent)
    for (const evil of hostileTexts) {
      const shown = visible(evil).replaceAll("`", "")
      expect(text.replaceAll("`", "")).toContain(shown)
    }
    expect(noise).toEqual([])
  })

  test("in every place of a graph none runs, loads or becomes a part of the page", async () => {
    const graph = { ...sampleGraph(...graphs), skipped: wholeReport().skipped }
    const { page, noise } = await open(graphHtml(graph))
    expect(await page.locator(".node").count()).toBe(2 * hostileTexts.length + 1)
    expect(await foreignParts(page)).toEqual([])
    await useEverything(page)
    expect(await foreignParts(page)).toEqual([])
    expect(noise).toEqual([])
  })
})

test("the script makes no HTML of texts, and neither script nor style can end its element", async () => {
  const { pagePolicy, pageScript, pageStyle } = await import(
    "../../src/report/html/generated/assets.ts"
  )
  expect(pageScript).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser|setAttribute\(["'`]on/u,
  )
  expect(`${pageScript}${pageStyle}`).not.toMatch(/<\/|<!--|url\(|@import/u)
  expect(pagePolicy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+';/u,
  )
})
