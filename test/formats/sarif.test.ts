import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { Ajv } from "ajv"
import { describe, expect, test } from "vitest"
import type { Report } from "../../src/report/report.ts"
import { reportSarif } from "../../src/report/sarif/sarif.ts"
import {
  brokenReference,
  manyFindings,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"

interface Result {
  readonly ruleId: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: Readonly<Record<string, number>>
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions: readonly object[]
  readonly fixes?: readonly object[]
}

interface Log {
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string }
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string
          readonly shortDescription: { readonly text: string }
          readonly fullDescription: { readonly text: string }
          readonly help: { readonly text: string; readonly markdown: string }
        }[]
      }
    }
    readonly invocations: readonly {
      readonly executionSuccessful: boolean
      readonly toolExecutionNotifications?: readonly {
        readonly message: { readonly text: string }
      }[]
    }[]
    readonly results: readonly Result[]
  }[]
}

/** Draft 4, which this schema uses nothing of that draft 7 reads in another way, but for the name of its own address. */
const {
  id: _,
  $schema,
  ...schema
} = JSON.parse(
  readFileSync(new URL("schemas/sarif-2.1.0.json", import.meta.url), "utf8"),
) as Record<string, unknown>
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:[!-~]*$/iu,
    // RFC 3986: nothing but these characters, and `%` only before two hex digits.
    "uri-reference": /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*$/iu,
    "date-time": true,
  },
}).compile(schema)

function logOf(report: Report): Log {
  const log = JSON.parse(reportSarif(report)) as Log
  validate(log)
  expect(validate.errors).toBeNull()
  return log
}

function resultsOf(report: Report): readonly Result[] {
  return logOf(report).runs.flatMap(({ results }) => results)
}

const fixed: Report["findings"][number] = {
  ...undefinedVariable,
  fix: {
    ...{ title: "Rename it", applicability: "safe" },
    edits: { "apps/podinfo.yaml": [{ range: undefinedVariable.location.range, newText: "x" }] },
  },
}

test("fits the schema of SARIF 2.1.0", () => {
  expect($schema).toMatch(/draft-04/u)
  const findings = [fixed, brokenReference]
  const log = logOf(sampleReport({ findings, skipped: sampleSkips }))
  expect(log.runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
    "sluice/",
    "sluice/production/",
    "sluice/staging/",
  ])
  expect(log.runs.map(({ results }) => results.length)).toEqual([0, 2, 1])
  expect(log.runs[1]?.results).toMatchSnapshot()
  expect(log.runs[0]?.invocations[0]?.toolExecutionNotifications).toHaveLength(6)
})

test("a healthy repository has runs without results, so that alerts are closed", () => {
  const { runs } = logOf(sampleReport({ findings: [] }))
  expect(runs.map(({ results }) => results)).toEqual([[], [], []])
  expect(runs[0]?.invocations[0]?.executionSuccessful).toBe(true)
})

test("what is silenced says so and why, and what counts says that it is not", () => {
  const results = resultsOf(
    sampleReport({
      clusters: [],
      findings: [
        brokenReference,
        { ...brokenReference, suppressedBy: { kind: "comment", reason: "known" } },
        { ...brokenReference, suppressedBy: { kind: "baseline" } },
      ],
    }),
  )
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    [],
    [{ kind: "inSource", status: "accepted", justification: "known" }],
    [{ kind: "external", status: "accepted", justification: "by baseline" }],
  ])
})

test("a span of several lines is its first line", () => {
  const [result] = resultsOf(sampleReport({ clusters: [], findings: [brokenReference] }))
  expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 13, startColumn: 11 })
})

test("paths are relative URIs", () => {
  const path = "apps/a b/c:d?#%[é]\ud800.yaml"
  const location = { ...brokenReference.location, path }
  const [result] = resultsOf(
    sampleReport({ clusters: [], findings: [{ ...brokenReference, location }] }),
  )
  const uri = result?.locations[0]?.physicalLocation.artifactLocation.uri ?? ""
  expect(uri).toBe("apps/a%20b/c%3Ad%3F%23%25%5B%C3%A9%5D%EF%BF%BD.yaml")
  expect(decodeURIComponent(uri)).toBe(path.replace("\ud800", "\ufffd"))
})

test("unsafe fixes are left out", () => {
  const { fix } = fixed
  const unsafe = { ...fixed, ...(fix && { fix: { ...fix, applicability: "unsafe" as const } }) }
  const results = resultsOf(sampleReport({ clusters: [], findings: [fixed, unsafe] }))
  expect(results.map(({ fixes }) => fixes?.length)).toEqual([1, undefined])
})

describe("limits", () => {
  test.each([5000, 5001])("of %i results the worst 5,000 are kept", (number) => {
    const findings = [...manyFindings(number - 1, "info"), brokenReference]
    const report = sampleReport({ clusters: [], findings })
    const results = resultsOf(report)
    expect(results).toHaveLength(5000)
    expect(results.at(-1)?.level).toBe("error")
    const notes = logOf(report).runs[0]?.invocations[0]?.toolExecutionNotifications ?? []
    expect(notes.map(({ message }) => message.text)).toEqual(
      number > 5000 ? ["1 finding left out: this file holds the worst."] : [],
    )
  })

  test("silenced findings are left out before others", () => {
    const silenced = { ...brokenReference, suppressedBy: { kind: "baseline" as const } }
    const findings = [silenced, ...manyFindings(5000, "info")]
    const results = resultsOf(sampleReport({ clusters: [], findings }))
    expect(results.filter(({ ruleId }) => ruleId === "ks-source-missing")).toEqual([])
  })

  test("the file has at most 10 MB after gzip, whatever it says", () => {
    let seed = 1
    const noise = (length: number): string =>
      Array.from({ length }, () => {
        seed = (seed * 48_271) % 2_147_483_647
        return String.fromCodePoint(0x4e00 + (seed % 20_000))
      }).join("")
    const findings = manyFindings(5000, "error").map((finding) => ({
      ...finding,
      message: noise(2000),
    }))
    const text = reportSarif(sampleReport({ clusters: [], findings }))
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000)
    expect((JSON.parse(text) as Log).runs[0]?.results.length).toBeGreaterThan(1000)
  })

  test.each([
    [19, 20],
    [20, 1],
  ])("with %i clusters there are %i runs", (number, runs) => {
    const clusters = Array.from({ length: number }, (_, index) => `cluster-${index}`)
    const findings = [{ ...brokenReference, clusters }]
    const log = logOf(sampleReport({ clusters, findings }))
    expect(log.runs).toHaveLength(runs)
    expect(log.runs.flatMap(({ results }) => results)).toHaveLength(runs === 1 ? 1 : number)
  })

  test.each([1024, 1025])("a text of a rule with %i characters has at most 1,024", (length) => {
    const rule = sampleReport().rules.get("ks-source-missing")
    if (!rule) throw new Error("no rule")
    const long = "x".repeat(length)
    const rules = new Map([[rule.id, { ...rule, summary: long, why: long }]])
    const { runs } = logOf(sampleReport({ clusters: [], findings: [brokenReference], rules }))
    const [descriptor] = runs[0]?.tool.driver.rules ?? []
    const texts = [descriptor?.shortDescription.text, descriptor?.fullDescription.text]
    expect(texts).toEqual(
      Array.from({ length: 2 }, () => (length > 1024 ? `${"x".repeat(1023)}…` : long)),
    )
    expect(descriptor?.help.text.length).toBeLessThanOrEqual(1024)
    expect(descriptor?.help.markdown.length).toBeLessThanOrEqual(1024)
  })
})

test.each(hostilePieces.map((piece) => [piece]))("fits the schema with %j everywhere", (piece) => {
  logOf(hostileReport(piece))
})
