import { describe, expect, test } from "vitest"
import type { Finding } from "../model/index.ts"
import { formatBaseline, parseBaseline } from "./baseline.ts"
import { fileRule, run, settingsFile } from "./testdata/sample-rules.ts"
import { documentOf, resourceOf, sampleWorkspace } from "./testdata/sample-workspace.ts"

/** Finds the region of the settings. */
const region = fileRule("region-named", function* (workspace) {
  const resource = resourceOf(documentOf(workspace, "settings.yaml"))
  yield { at: resource.at(["data", "region"]), message: "It names a region." }
})

type Settings = Parameters<typeof run>[1]

function found(text: string, settings: Settings = {}): Finding {
  const [finding] = run([region], settings, sampleWorkspace({ "settings.yaml": text })).findings
  if (!finding) throw new Error("the rule found nothing")
  return finding
}

const ignored = settingsFile.replace(
  "eu-west-1",
  "eu-west-1 # sluice: ignore[region-named] until=2026-06-30 there is only one",
)
const annotated = settingsFile.replace(
  "  namespace:",
  "  annotations:\n    sluice.dev/ignore: other, region-named\n    sluice.dev/ignore-reason: only one\n  namespace:",
)

describe("a finding does not count", () => {
  test("where a comment says so", () => {
    expect(found(ignored).suppressedBy).toEqual({ kind: "comment", reason: "there is only one" })
  })

  test("where an annotation of its object says so", () => {
    expect(found(annotated).suppressedBy).toEqual({ kind: "annotation", reason: "only one" })
  })

  test("where the baseline holds it, whatever line it is in now", () => {
    const baseline = parseBaseline(
      "baseline.json",
      formatBaseline([found(settingsFile)], new Map()),
    )
    expect(found(`# moved\n\n${settingsFile}`, { baseline }).suppressedBy).toEqual({
      kind: "baseline",
    })
  })
})

describe("it counts", () => {
  test("after the last day of the comment", () => {
    expect(found(ignored, { today: "2026-06-30" }).suppressedBy).toBeDefined()
    expect(found(ignored, { today: "2026-07-01" }).suppressedBy).toBeUndefined()
  })

  test.each([ignored, annotated])("with --no-ignores", (text) => {
    expect(found(text, { inlineIgnores: false }).suppressedBy).toBeUndefined()
  })

  test("where the comment names another rule", () => {
    expect(found(ignored.replace("region-named", "other")).suppressedBy).toBeUndefined()
  })
})

describe("a baseline", () => {
  test("is written in an order of its own, and read again", () => {
    const finding = found(settingsFile)
    const other = { ...finding, fingerprint: "00", rule: "a-rule" }
    const text = formatBaseline(
      [finding, other],
      new Map([["11", { rule: "b-rule", subject: "x.yaml" }]]),
    )
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      findings: [
        { fingerprint: "00", rule: "a-rule", resource: "ConfigMap flux-system/settings" },
        { fingerprint: "11", rule: "b-rule" },
        { fingerprint: finding.fingerprint, rule: "region-named" },
      ],
    })
    expect([...parseBaseline("b.json", text).entries.keys()]).toEqual([
      "00",
      "11",
      finding.fingerprint,
    ])
  })

  test.each([
    ["[", "The baseline is no JSON document"],
    ["{}", "The baseline has no `version`"],
    ['{"version": 2, "findings": []}', "The baseline has no `version`"],
    ['{"version": 1, "findings": [{"rule": "a"}]}', "lacks `fingerprint` or `rule`"],
    ["", "The baseline has no `version`"],
  ])("is refused when it is %s", (text, message) => {
    expect(() => parseBaseline("b.json", text)).toThrow(message)
  })
})
