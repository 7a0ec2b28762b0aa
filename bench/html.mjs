// Whether the HTML report stays fluid: a page of 2,000 findings in a headless Chromium; how long the page takes from a keystroke to
// the picture of what it has changed. Exits 1 when the slowest of a sort is above 100 ms.
// node bench/html.mjs [findings]

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"
import { reporters } from "../dist/index.js"

const count = Number(process.argv[2] ?? 2000)
const wanted = 100
const rounds = 12

const lines = Array.from({ length: 400 }, (_, index) =>
  index % 8 === 0 ? `section${index}:` : `  field${index}: value of line ${index}`,
)
const source = {
  text: lines.join("\n"),
  lineCount: lines.length,
  lineText: (line) => lines[line] ?? "",
  offsetAt: ({ line, character }) =>
    lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character,
}

function place(index) {
  const line = 1 + ((index * 7) % 390)
  const range = { start: { line, character: 2 }, end: { line, character: 9 } }
  return { path: `apps/team-${index % 40}/app-${index % 160}/release.yaml`, range }
}

const findings = Array.from({ length: count }, (_, index) => ({
  rule: `rule-number-${index % 30}`,
  category: "helm",
  severity: ["error", "warning", "info"][index % 3],
  message: `HelmRelease team-${index % 40}/app-${index} has \`field${index}\`, which nobody reads.`,
  help: `Write \`field${index + 1}\` instead.`,
  why: "Flux reports InstallFailed or UpgradeFailed with Helm's words; nothing of the release is applied.",
  location: place(index),
  resource: { apiVersion: "v1", kind: "HelmRelease", namespace: "apps", name: `app-${index}` },
  field: "spec.values.field",
  clusters: [`cluster-${index % 5}`],
  related: [{ ...place(index + 3), message: "named here" }],
  via: [],
  fingerprint: String(index),
}))

const summary = { files: 1, documents: 1, resources: 1, rendered: 0, infos: 0, skipped: 0 }
const coverage = { resources: 1, schemaChecked: 1, helmReleases: 1, rendered: 1 }
const page = reporters.html()({
  tool: { name: "sluice", version: "bench" },
  target: { flux: "2.9", kubernetes: "1.36" },
  clusters: ["cluster-0"],
  summary: { ...summary, errors: count, warnings: 0, suppressed: 0 },
  findings,
  resources: [],
  skipped: [],
  crashes: [],
  coverage: { ...coverage, kustomizations: 1, built: 1, references: 1, resolved: 1, external: 0 },
  rules: new Map(),
  source: () => source,
})

const names = ["chromium", "chromium-browser", "google-chrome"]
const program = names
  .flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path))
if (program === undefined) {
  console.log(`none of ${names.join(", ")} is on the search path`)
  process.exit(1)
}

/** Milliseconds that the main thread works for an action, until the picture of it is made. */
async function time(shown, action, more = 0) {
  return await shown.evaluate(
    async ([act, pause]) => {
      const frame = () => new Promise((settle) => requestAnimationFrame(() => setTimeout(settle)))
      await frame()
      const started = performance.now()
      if (act.type === "search") {
        const input = document.getElementById("search")
        input.value = act.text
        const done = new Promise((settle) => {
          new MutationObserver(settle).observe(document.getElementById("found"), {
            childList: true,
          })
        })
        input.dispatchEvent(new Event("input"))
        await done
      } else if (act.type === "key") dispatchEvent(new KeyboardEvent("keydown", { key: act.key }))
      else scrollBy(0, act.by)
      await frame()
      return performance.now() - started - pause
    },
    [action, more],
  )
}

const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"))
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
const browser = await chromium.launch({ executablePath: program, args: flags })
try {
  const file = join(folder, "report.html")
  writeFileSync(file, page)
  const shown = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const started = performance.now()
  await shown.goto(pathToFileURL(file).href)
  const size = (Buffer.byteLength(page) / 2 ** 20).toFixed(1)
  console.log(
    `${count} findings, ${size} MiB, shown after ${Math.round(performance.now() - started)} ms`,
  )
  // The search waits for so long after the last keystroke; it is no work.
  const pause = 80
  const sorts = {
    "a keystroke in the search": [(n) => ({ type: "search", text: `app-${n}` }), pause],
    "the search taken back": [(n) => ({ type: "search", text: " ".repeat(n + 1) }), pause],
    "the next finding (j)": [() => ({ type: "key", key: "j" }), 0],
    "scrolling by a screen": [() => ({ type: "scroll", by: 800 }), 0],
  }
  for (const [sort, [actionOf, more]] of Object.entries(sorts)) {
    const times = []
    for (let round = 0; round < rounds; round++) {
      if (sort === "the search taken back")
        await time(shown, { type: "search", text: `number-${round}` })
      times.push(await time(shown, actionOf(round), more))
    }
    times.sort((left, right) => left - right)
    const [median, slowest] = [times[rounds / 2], times.at(-1)]
    console.log(`${sort}: ${median.toFixed(1)} ms (median), ${slowest.toFixed(1)} ms (slowest)`)
    if (slowest > wanted) process.exitCode = 1
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
