import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { reportGitlab } from "../../src/report/gitlab.ts"
import { reportJson } from "../../src/report/json.ts"
import { reportJsonl } from "../../src/report/jsonl.ts"
import { reportRdjson } from "../../src/report/rdjson.ts"
import type { Report } from "../../src/report/report.ts"
import { reportSchema } from "../../src/report/report-schema.ts"
import {
  brokenReference,
  locationOf,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"

type Fix = NonNullable<Report["findings"][number]["fix"]>

const text = { type: "string" }
const strict = (properties: object, required: readonly string[]): object => ({
  ...{ type: "object", additionalProperties: false, properties, required },
})

/** The fields that GitLab documents ("Code Quality report format"), all of them required. */
const gitlabSchema = {
  type: "array",
  items: strict(
    {
      ...{ description: { ...text, minLength: 1 }, check_name: text, fingerprint: text },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: strict(
        {
          path: { ...text, pattern: "^(?!\\./|/)" },
          lines: strict({ begin: { type: "integer", minimum: 1 } }, ["begin"]),
        },
        ["path", "lines"],
      ),
    },
    ["description", "check_name", "fingerprint", "severity", "location"],
  ),
}

const position = strict(
  { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
  ["line"],
)
const range = strict({ start: position, end: position }, ["start", "end"])

/** The messages of reviewdog's proto/rdf/reviewdog.proto, as far as we fill them; its JSON reader refuses unknown fields. */
const rdjsonSchema = strict(
  {
    source: strict({ name: text, url: text }, ["name"]),
    diagnostics: {
      type: "array",
      items: strict(
        {
          message: text,
          location: strict({ path: text, range }, ["path"]),
          severity: { enum: ["ERROR", "WARNING", "INFO"] },
          code: strict({ value: text, url: text }, ["value"]),
          suggestions: { type: "array", items: strict({ range, text }, ["range", "text"]) },
        },
        ["message", "location", "severity", "code"],
      ),
    },
  },
  ["source", "diagnostics"],
)

const ajv = new Ajv2020({ allErrors: true, strict: false })
const validators = { gitlab: ajv.compile(gitlabSchema), rdjson: ajv.compile(rdjsonSchema) }

interface Issue {
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string }
}

interface Diagnostic {
  readonly location: object
  readonly suggestions?: readonly { readonly range: object; readonly text: string }[]
}

function gitlab(report: Report): readonly Issue[] {
  const issues = JSON.parse(reportGitlab(report)) as readonly Issue[]
  validators.gitlab(issues)
  expect(validators.gitlab.errors).toBeNull()
  return issues
}

function rdjson(report: Report): readonly Diagnostic[] {
  const content = JSON.parse(reportRdjson(report)) as {
    readonly diagnostics: readonly Diagnostic[]
  }
  validators.rdjson(content)
  expect(validators.rdjson.errors).toBeNull()
  return content.diagnostics
}

describe("gitlab", () => {
  test("lists what counts, with the severities of GitLab", () => {
    const silenced = { ...brokenReference, suppressedBy: { kind: "baseline" as const } }
    const note = { ...undefinedVariable, severity: "info" as const, fingerprint: "bb" }
    const issues = gitlab(
      sampleReport({ findings: [silenced, undefinedVariable, brokenReference, note] }),
    )
    expect(issues.map(({ severity }) => severity)).toEqual(["minor", "critical", "info"])
    expect(issues[1]).toMatchInlineSnapshot(`
      {
        "check_name": "ks-source-missing",
        "description": "Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines. Set \`spec.sourceRef.name\` to \`fleets\`, or add the GitRepository.",
        "fingerprint": "5b9c0f",
        "location": {
          "lines": {
            "begin": 13,
          },
          "path": "clusters/production/apps.yaml",
        },
        "severity": "critical",
      }
    `)
  })

  test("is an empty list when nothing is found", () => {
    expect(reportGitlab(sampleReport({ findings: [] }))).toBe("[]\n")
  })

  test("fingerprints are unique, and hold no line", () => {
    const moved = { ...brokenReference, location: locationOf("apps/podinfo.yaml", "spec") }
    const issues = gitlab(sampleReport({ findings: [brokenReference, moved, brokenReference] }))
    expect(issues.map(({ fingerprint }) => fingerprint)).toEqual(["5b9c0f", "5b9c0f-2", "5b9c0f-3"])
  })
})

describe("rdjson", () => {
  const path = "apps/podinfo.yaml"
  const withFix = (fix: Partial<Fix>): Report["findings"][number] => ({
    ...undefinedVariable,
    fix: { title: "Rename it", applicability: "safe", edits: {}, ...fix },
  })
  const [name, rocket] = [locationOf(path, "name").range, locationOf(path, "\u{1f680}").range]

  test("columns count bytes", () => {
    const finding = { ...undefinedVariable, location: locationOf(path, "日本語") }
    const [diagnostic] = rdjson(sampleReport({ findings: [finding] }))
    // Before it: 30 characters of one byte, one of four, a blank; each of the three takes three bytes.
    expect(diagnostic?.location).toEqual({
      path,
      range: { start: { line: 7, column: 36 }, end: { line: 7, column: 45 } },
    })
  })

  test("a safe fix is one suggestion, whatever the number of its edits", () => {
    const edits = {
      [path]: [
        { range: rocket, newText: "!" },
        { range: name, newText: "title" },
      ],
    }
    const [diagnostic] = rdjson(sampleReport({ findings: [withFix({ edits })] }))
    expect(diagnostic?.suggestions).toEqual([
      {
        range: { start: { line: 4, column: 3 }, end: { line: 7, column: 35 } },
        text: 'title: podinfo\nspec:\n  values:\n    message: "${cluster_nmae} !',
      },
    ])
  })

  test.each<[string, Partial<Fix>]>([
    [
      "an unsafe fix",
      { applicability: "unsafe", edits: { [path]: [{ range: name, newText: "x" }] } },
    ],
    ["a fix of another file", { edits: { "a.yaml": [{ range: name, newText: "x" }] } }],
    [
      "a fix of several files",
      {
        edits: {
          [path]: [{ range: name, newText: "x" }],
          "a.yaml": [{ range: name, newText: "x" }],
        },
      },
    ],
  ])("%s is no suggestion", (_title, fix) => {
    const [diagnostic] = rdjson(sampleReport({ findings: [withFix(fix)] }))
    expect(diagnostic).not.toHaveProperty("suggestions")
  })

  test("nothing blotted out is suggested", () => {
    const edits = {
      [path]: [
        { range: rocket, newText: "!" },
        { range: name, newText: "title" },
      ],
    }
    const report = sampleReport({ findings: [withFix({ edits })] })
    const masked = report.source(path)
    if (!masked) throw new Error("no file")
    const text = masked.text.replace("cluster_nmae", "************")
    const lines = { ...masked, text }
    const [diagnostic] = rdjson({ ...report, source: () => lines })
    expect(diagnostic).not.toHaveProperty("suggestions")
  })

  test("without the text of a file there are lines alone", () => {
    const report = { ...sampleReport({ findings: [undefinedVariable] }), source: () => undefined }
    expect(rdjson(report)[0]?.location).toEqual({
      path,
      range: { start: { line: 7 }, end: { line: 7 } },
    })
  })
})

describe("jsonl", () => {
  test("holds what the JSON report holds, line by line", () => {
    const silenced = { ...brokenReference, suppressedBy: { kind: "comment" as const } }
    const report = sampleReport({ findings: [undefinedVariable, silenced], skipped: sampleSkips })
    const lines = reportJsonl(report)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly type: string })
    expect(lines.map(({ type }) => type)).toEqual([
      ...["finding", "finding"],
      ...sampleSkips.map(() => "skip"),
      "summary",
    ])
    const untyped = lines.map(({ type: _, ...rest }) => rest)
    const whole = {
      ...untyped.at(-1),
      $schema: "",
      findings: untyped.slice(0, 2),
      skipped: untyped.slice(2, -1),
    }
    const validate = new Ajv2020().compile(reportSchema)
    validate(whole)
    expect(validate.errors).toBeNull()
    expect({ ...(JSON.parse(reportJson(report)) as object), $schema: "" }).toEqual(whole)
  })
})

test.each(hostilePieces.map((piece) => [piece]))("%j stays in its place", (piece) => {
  const report = hostileReport(piece)
  expect(JSON.parse(reportGitlab(report))).toHaveLength(2)
  expect(JSON.parse(reportRdjson(report))).toMatchObject({ diagnostics: [{}, {}] })
  expect(reportJsonl(report).trimEnd().split("\n")).toHaveLength(6)
})
