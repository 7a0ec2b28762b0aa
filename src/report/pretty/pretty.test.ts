import { describe, expect, test } from "vitest"
import { createLineIndex } from "../../text/line-index.ts"
import { reportConcise } from "../concise.ts"
import type { Report } from "../report.ts"
import {
  brokenReference,
  manyFindings,
  sampleReport,
  sampleSkips,
  undefinedVariable,
} from "../testdata/sample-report.ts"
import { createPrettyReporter, type PrettyOptions } from "./pretty.ts"
import { plainStyle } from "./style.ts"
import { textWidth } from "./text-width.ts"

function pretty(report: Report, options: Partial<PrettyOptions> = {}): string {
  return createPrettyReporter({
    style: plainStyle,
    width: 100,
    maxFindings: 50,
    quiet: false,
    ...options,
  })(report)
}

test("a report shows findings in their code, what was not checked, and a summary", () => {
  expect(`\n${pretty(sampleReport({ skipped: sampleSkips }))}`).toMatchInlineSnapshot(`
    "
    warning[subst-undefined-variable] HelmRelease apps/podinfo uses \`\${cluster_nmae}\`, which no
    \`substitute\` or \`substituteFrom\` defines.
         ╭─ apps/podinfo.yaml:7:15  in production
       5 │ spec:
       6 │   values:
       7 │     message: "\${cluster_nmae} 🚀 日本語 \\u202egnol"
         │               ━━━━━━━━━━━━━━━
      why   Flux 2.9 stops with \`variable not set (strict mode)\`.

    error[ks-source-missing] Kustomization flux-system/apps uses GitRepository flux-system/fleet, which
    nothing defines.
         ╭─ clusters/production/apps.yaml:13:11  in production, staging
       6 │ spec:
         ⋮
      11 │   sourceRef:
      12 │     kind: GitRepository
      13 │     name: fleet
         │           ━━━━━
         ├─ clusters/production/flux-system/gotk-sync.yaml:4:9
       3 │ metadata:
       4 │   name: fleets
         │         ────── the nearest name is \`fleets\`
       5 │   namespace: flux-system
      help  Set \`spec.sourceRef.name\` to \`fleets\`, or add the GitRepository.
      why   Flux reports ArtifactFailed with \`Source '…' not found\` and applies nothing of this
            Kustomization.
      docs  https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference

    Not checked (6 things)
      5  --offline, and chart podinfo 6.x is in no cache or mirror (and 4 similar reasons)
         apps/podinfo.yaml  rendering HelmRelease apps/podinfo
         apps/redis.yaml  rendering HelmRelease apps/redis
         apps/grafana.yaml  rendering HelmRelease apps/grafana
         … and 2 more
      1  it took more than 30 s
         HelmRelease apps/slow

    ✖ 1 error, 1 warning (incomplete)
      1,430 files · 2 clusters · Kustomizations 78/78 · HelmReleases 69/69 · references 912/912
      Flux 2.9 · 812 ms
    "
  `)
})

test("a healthy repository has one line", () => {
  expect(pretty(sampleReport({ findings: [] }), { width: 120 })).toMatchInlineSnapshot(`
    "✔ No problems
      1,430 files · 2 clusters · Kustomizations 78/78 · HelmReleases 69/69 · references 912/912 · Flux 2.9 · 812 ms
    "
  `)
})

test("colours wrap words, never the layout", () => {
  const style: PrettyOptions["style"] = (role, text) => `<${role}>${text}</${role}>`
  const colored = pretty(sampleReport({ skipped: sampleSkips }), { style })
  expect(colored).toContain("<error>error[ks-source-missing]</error>")
  expect(colored.replace(/<\/?[a-z]+>/gu, "")).toBe(pretty(sampleReport({ skipped: sampleSkips })))
})

describe("many findings", () => {
  const findings = [...manyFindings(300, "warning"), brokenReference, ...manyFindings(199, "info")]

  test("the worst are shown, the rest is counted", () => {
    const text = pretty(sampleReport({ findings }), { maxFindings: 2 })
    expect(text.match(/^(?:error|warning|info)\[/gmu)).toEqual(["warning[", "error["])
    expect(text).toContain("… and 498 more findings (--max-findings none shows all)")
    expect(text).toContain("300  rule-warning  warning, in 1 file")
    expect(text).toContain("✖ 1 error, 300 warnings, 199 notes")
  })

  test("every rule has a share of what is shown", () => {
    const rare = { ...undefinedVariable, rule: "rare" }
    const text = pretty(sampleReport({ findings: [...manyFindings(300, "warning"), rare] }), {
      maxFindings: 3,
    })
    expect(text.match(/^warning\[[a-z-]+\]/gmu)).toEqual([
      "warning[rule-warning]",
      "warning[rule-warning]",
      "warning[rare]",
    ])
  })

  test("all are shown without a limit", () => {
    const text = pretty(sampleReport({ findings }), { maxFindings: Number.POSITIVE_INFINITY })
    expect(text.match(/^(?:error|warning|info)\[/gmu)).toHaveLength(500)
    expect(text).not.toContain("more finding")
  })

  test("a rule is explained once", () => {
    expect(pretty(sampleReport({ findings })).match(/^ {2}why/gmu)).toHaveLength(2)
  })
})

describe("every width", () => {
  const long = { ...brokenReference, message: `${brokenReference.message} ${"word ".repeat(30)}` }
  test.each([40, 60, 80, 120])("no line is wider than %i columns", (width) => {
    const lines = pretty(
      sampleReport({ findings: [long, undefinedVariable], skipped: sampleSkips }),
      { width },
    ).split("\n")
    const tooWide = lines.filter(
      (line) => textWidth(line) > width && line.includes(" ") && !/https:|╭─|├─/u.test(line),
    )
    expect(tooWide).toEqual([])
  })

  test("a long line of code is cut around what is underlined", () => {
    const text = `a: [${"1, ".repeat(300)}needle, ${"2, ".repeat(300)}]`
    const start = text.indexOf("needle")
    const location = {
      path: "wide.yaml",
      range: { start: { line: 0, character: start }, end: { line: 0, character: start + 6 } },
    }
    const report = {
      ...sampleReport({ findings: [{ ...brokenReference, location, related: [] }] }),
      source: () => createLineIndex(text),
    }
    const [, , , code = "", underline = ""] = pretty(report, { width: 80 }).split("\n")
    expect(textWidth(code)).toBeLessThanOrEqual(80)
    expect(code).toMatch(/….*needle.*…$/u)
    expect(underline.indexOf("━")).toBe(code.indexOf("needle"))
  })
})

describe("hostile text", () => {
  const controls = [
    ...Array.from({ length: 0xa0 }, (_, code) => code).filter(
      (code) => code < 0x20 || code >= 0x7f,
    ),
    0xad,
    0x61c,
    0x200b,
    0x200c,
    0x200d,
    0x200e,
    0x200f,
    0x2028,
    0x2029,
    0x202a,
    0x202b,
    0x202c,
    0x202d,
    0x202e,
    0x2060,
    0x2066,
    0x2067,
    0x2068,
    0x2069,
    0xfeff,
    0xe0041,
    0xd800,
  ].map((code) => String.fromCodePoint(code))

  test.each(controls.map((character) => [character.codePointAt(0)?.toString(16) ?? "", character]))(
    "U+%s is never printed as it is",
    (_code, character) => {
      const evil = `x${character}y`
      const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 6 } }
      const finding = {
        ...brokenReference,
        message: evil,
        help: evil,
        why: evil,
        clusters: [evil],
        location: { path: evil, range },
        related: [{ path: evil, range, message: evil }],
      }
      const skipped = [
        { path: evil, what: evil, reason: evil, clusters: [], kind: "chosen" as const },
      ]
      const report: Report = {
        ...sampleReport({
          findings: [finding],
          skipped,
          clusters: [evil, "b"],
          crashes: [{ rule: "a", message: evil }],
        }),
        source: () => createLineIndex(`a: ${evil}: ${evil}`),
      }
      const printed = pretty(report) + reportConcise(report)
      const isKept = character === "\n" || character === "\t"
      expect(printed.replaceAll("\n", "").includes(isKept ? "\u0000" : character)).toBe(false)
      expect(printed.split("\n").filter((line) => /\t/u.test(line))).toEqual([])
    },
  )
})

test("a crash of a rule is said", () => {
  const text = pretty(
    sampleReport({ findings: [], crashes: [{ rule: "ks-path-missing", message: "boom" }] }),
  )
  expect(text).toContain("rule ks-path-missing failed boom")
  expect(text).toContain("! Incomplete")
})

test("quiet leaves out what was not checked", () => {
  expect(pretty(sampleReport({ skipped: sampleSkips }), { quiet: true })).not.toContain(
    "Not checked",
  )
})
