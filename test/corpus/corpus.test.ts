import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { rules } from "../../rules/index.ts"
import { cachedEngine } from "../../src/build/cached-engine.ts"
import type { Engine } from "../../src/build/engine.ts"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { createWasmEngine } from "../../src/host/engine/wasm-engine.ts"
import { nodeFiles } from "../../src/host/node-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { openWorkspace } from "../../src/lint.ts"
import type { Workspace } from "../../src/model/index.ts"
import { reportConcise } from "../../src/report/concise.ts"
import { createReport, type ReportInput } from "../../src/report/create-report.ts"
import { reportJson } from "../../src/report/json.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { memoryCache } from "./memory-cache.ts"

const corpus = resolve(import.meta.dirname, "../../../shared/corpus")
const repositories = existsSync(corpus) ? readdirSync(join(corpus, "repos")).sort() : []

/** Every error on these has been read, and the reason why it is true in a cluster stands in `errors.md`. */
const readByPeople = [
  "fluxcd__flux2-hub-spoke-example",
  "fluxcd__flux2-kustomize-helm-example",
  "fluxcd__flux2-monitoring-example",
  "onedr0p__home-ops",
]

/** Minutes in WebAssembly: what it could change is in the others as well. */
const large: ReadonlySet<string> = new Set(["JJGadgets__Biohazard", "hmcts__sds-flux-config"])

/** The report of each repository, as the first test has it. */
const reports = new Map<string, string>()

let quick: Engine
let embedded: Engine
beforeAll(() => {
  quick = createQuickEngine({ concurrency: 2, timeoutMs: 300_000 })
  embedded = createWasmEngine({ concurrency: 1, timeoutMs: 300_000 })
})
afterAll(async () => {
  await Promise.all([quick.close(), embedded.close()])
})

async function check(repository: string, engine: Engine): Promise<Checked> {
  const workspace = await openWorkspace(
    {
      root: join(corpus, "repos", repository),
      options: {
        localSources: {},
        external: [],
        apiVersions: [],
        render: "engine",
        mirrors: [join(corpus, "charts")],
        offline: true,
        exclude: [],
      },
    },
    {
      files: nodeFiles({}),
      engine,
      cache: memoryCache(),
      schemas: packageSchemas,
      digest: sha256,
      now: () => 0,
    },
  )
  const result = checkWorkspace(workspace, rules, { settings: defaultSettings, digest: sha256 })
  const tool = { name: "sluice", version: "0.0.0" }
  return { workspace, input: { tool, workspace, result, rules } }
}

interface Checked {
  readonly workspace: Workspace
  readonly input: ReportInput
}

/** A finding that somebody has read. */
interface Label {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly fingerprint: string
  /** Whether it is true in a cluster. */
  readonly label: boolean
  readonly reason: string
}

interface LabelledFinding extends Pick<Label, "rule" | "path" | "fingerprint"> {
  readonly range: { readonly start: { readonly line: number } }
}

describe.skipIf(repositories.length === 0)("the real repositories of the corpus", () => {
  test.each(repositories)(
    "%s gives the same bytes cold with two workers and again from the cache",
    async (name) => {
      const cache = memoryCache()
      const engine = cachedEngine(quick, {
        cache,
        toolVersion: "0.0.0",
        label: name,
        digest: sha256,
      })
      const cold = await check(name, engine)
      const warm = await check(name, engine)
      expect(cold.input.result.crashes).toEqual([])
      const report = reportJson(createReport(cold.input))
      expect(reportJson(createReport(warm.input))).toBe(report)
      reports.set(name, report)
      await expect(reportConcise(createReport(cold.input))).toMatchFileSnapshot(`${name}.txt`)
    },
  )

  test.each(repositories.filter((name) => !large.has(name)))(
    "%s gives the same bytes with one worker, and in WebAssembly",
    async (name) => {
      const single = await check(name, embedded)
      expect(reportJson(createReport(single.input))).toBe(reports.get(name))
    },
  )

  describe("the sample that was read and labelled", () => {
    const text = readFileSync(join(import.meta.dirname, "labels.yaml"), "utf8")
    const labels = Object.entries(
      parse(text) as Readonly<Record<string, readonly Label[]>>,
    ).flatMap(([repository, entries]) => entries.map((entry) => ({ repository, ...entry })))
    const found = (repository: string): readonly LabelledFinding[] =>
      (JSON.parse(reports.get(repository) ?? "{}") as { findings: readonly LabelledFinding[] })
        .findings

    test("has 300 findings and more, each once, with a reason", () => {
      expect(labels.length).toBeGreaterThanOrEqual(300)
      const keys = labels.map(({ repository, rule, path, line, fingerprint }) =>
        [repository, rule, path, line, fingerprint].join(" "),
      )
      expect(keys.length).toBe(new Set(keys).size)
      expect(labels.filter(({ label }) => typeof label !== "boolean")).toEqual([])
      expect(labels.filter(({ reason }) => (reason ?? "").length < 20)).toEqual([])
    })

    test("holds only findings that there are: what is gone is to be pruned", () => {
      const gone = labels.filter(({ repository, rule, path, line, fingerprint }) =>
        found(repository).every(
          (finding) =>
            finding.rule !== rule ||
            finding.path !== path ||
            finding.range.start.line !== line ||
            finding.fingerprint !== fingerprint,
        ),
      )
      expect(gone).toEqual([])
    })

    test("has every rule that finds something", () => {
      const rulesFound = new Set(
        repositories.flatMap((name) => found(name).map(({ rule }) => rule)),
      )
      const labelled = new Set(labels.map(({ rule }) => rule))
      expect([...rulesFound].filter((rule) => !labelled.has(rule))).toEqual([])
    })

    test("is true, but for less than two in a hundred", () => {
      const wrong = labels.filter(({ label }) => !label)
      expect(wrong.length / labels.length).toBeLessThan(0.02)
    })
  })

  test.each(readByPeople)("each error on %s has its reason in errors.md", (name) => {
    const reasons = readFileSync(join(import.meta.dirname, "errors.md"), "utf8")
    const errors = readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8")
      .split("\n")
      .filter((line) => line.includes(": error: "))
    for (const error of errors)
      expect(reasons).toContain(error.slice(0, error.indexOf(": error: ")))
  })

  test("onedr0p/home-ops: all Kustomizations are built, and every release whose chart is in the mirror is rendered", async () => {
    const { workspace } = await check("onedr0p__home-ops", quick)
    const builds = workspace.clusters.flatMap((cluster) => cluster.builds)
    // 78 of the repository, and the one that flux-operator makes of the FluxInstance.
    expect(builds.map(({ status }) => status)).toEqual(Array(79).fill("built"))
    const unrendered = workspace.clusters
      .flatMap((cluster) => cluster.releases)
      .filter(({ status }) => status !== "rendered")
    for (const { reason } of unrendered) expect(reason).toMatch(/ is in no cache or mirror$/u)
  })

  test("JJGadgets/Biohazard: the undefined YAML alias is an error at its line", () => {
    const findings = readFileSync(join(import.meta.dirname, "JJGadgets__Biohazard.txt"), "utf8")
    expect(findings).toMatch(
      /kube\/deploy\/vm\/jj\/ks\.yaml:38:\d+: error: .*\[yaml-parse-error\]/u,
    )
  })
})
