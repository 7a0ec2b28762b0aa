import { readFileSync } from "node:fs"
import fc from "fast-check"
import { XmlDocument, type XmlElement, XsdValidator } from "libxml2-wasm"
import { describe, expect, test } from "vitest"
import { reportCheckstyle } from "../../src/report/checkstyle.ts"
import { reportJunit } from "../../src/report/junit.ts"
import {
  brokenReference,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../../src/report/testdata/sample-report.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"

const junit = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL("schemas/junit-10.xsd", import.meta.url))),
)

/** Reads with libxml2, hands the root to `look`, and frees what was read. */
function withXml<Result>(text: string, look: (root: XmlElement) => Result): Result {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(text))
  try {
    return look(document.root)
  } finally {
    document.dispose()
  }
}

function validateJunit(text: string): void {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(text))
  try {
    junit.validate(document)
  } finally {
    document.dispose()
  }
}

/** The values of an XPath that selects attributes or text. */
function values(text: string, path: string): readonly string[] {
  return withXml(text, (root) => root.find(path).map((node) => node.content))
}

describe("junit", () => {
  test("has a case for each object, those that pass too, and for what was not checked", () => {
    const note = { ...undefinedVariable, severity: "info" as const }
    const silenced = {
      ...undefinedVariable,
      suppressedBy: { kind: "comment" as const, reason: "known" },
    }
    const findings = [
      note,
      silenced,
      brokenReference,
      { ...brokenReference, location: { ...brokenReference.location, path: "renovate.json" } },
    ]
    const report = sampleReport({
      findings,
      skipped: sampleSkips.slice(4),
      crashes: [{ rule: "ks-path-missing", message: "boom" }],
    })
    const text = reportJunit(report)
    validateJunit(text)
    expect(text).toMatchSnapshot()
  })

  test("counts what it holds", () => {
    const text = reportJunit(sampleReport({ skipped: sampleSkips }))
    expect(values(text, "/testsuites/@tests")).toEqual(["9"])
    expect(values(text, "/testsuites/@failures")).toEqual(["2"])
    expect(values(text, "//testcase/@name")).toHaveLength(9)
    expect(values(text, "//skipped/@message")).toHaveLength(6)
  })

  test("a healthy repository passes", () => {
    const text = reportJunit(sampleReport({ findings: [] }))
    validateJunit(text)
    expect(values(text, "//testcase/@name")).toHaveLength(3)
    expect(values(text, "//failure/@message")).toEqual([])
  })

  test("a repository without objects has no suites", () => {
    validateJunit(reportJunit(sampleReport({ findings: [], resources: [] })))
  })
})

describe("checkstyle", () => {
  test("lists findings under their files", () => {
    const silenced = { ...brokenReference, suppressedBy: { kind: "config" as const } }
    const text = reportCheckstyle(
      sampleReport({ findings: [silenced, undefinedVariable, brokenReference] }),
    )
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="4.3">
        <file name="apps/podinfo.yaml">
          <error line="7" column="15" severity="warning" message="HelmRelease apps/podinfo uses \`\${cluster_nmae}\`, which no \`substitute\` or \`substituteFrom\` defines." source="sluice.subst-undefined-variable"/>
        </file>
        <file name="clusters/production/apps.yaml">
          <error line="13" column="11" severity="error" message="Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines. Set \`spec.sourceRef.name\` to \`fleets\`, or add the GitRepository." source="sluice.ks-source-missing"/>
        </file>
      </checkstyle>
      "
    `)
    expect(values(text, "/checkstyle/file/@name")).toEqual([
      "apps/podinfo.yaml",
      "clusters/production/apps.yaml",
    ])
    expect(values(text, "//error/@severity")).toEqual(["warning", "error"])
  })

  test("is there when nothing is found", () => {
    const text = reportCheckstyle(sampleReport({ findings: [] }))
    expect(values(text, "/checkstyle/*")).toEqual([])
  })
})

describe("hostile text", () => {
  const evil = fc
    .array(fc.oneof(fc.constantFrom(...hostilePieces), fc.string({ unit: "binary" })), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join(""))

  test("is text to a strict reader, and nothing else", () => {
    fc.assert(
      fc.property(evil, (text) => {
        const report = hostileReport(text)
        const cases = reportJunit(report)
        validateJunit(cases)
        expect(values(cases, "//testcase/@name").length).toBe(4)
        const [message = ""] = values(reportCheckstyle(report), "//error[1]/@message")
        expect(message).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u)
      }),
      { numRuns: 500 },
    )
  })

  test.each(
    Array.from({ length: 0xa0 }, (_, code) => code)
      .filter((code) => code < 0x20 || code >= 0x7f)
      .concat(0xfffe, 0xffff, 0xd800)
      .map((code) => [code.toString(16), String.fromCharCode(code)]),
  )("U+%s, which XML 1.0 has not or nobody sees, is shown", (_code, character) => {
    const report = hostileReport(`a${character}b`)
    validateJunit(reportJunit(report))
    const [name = ""] = values(reportCheckstyle(report), "//file/@name")
    expect(name).toMatch(/^a\\[\w{}]+b$/u)
  })
})
