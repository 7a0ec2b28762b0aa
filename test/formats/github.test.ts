import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createGithubReporter } from "../../src/report/github.ts"
import {
  brokenReference,
  manyFindings,
  sampleReport,
} from "../../src/report/testdata/sample-report.ts"
import { logBlock, logLine, workflowCommand } from "../../src/report/workflow-command.ts"
import { hostilePieces, hostileReport } from "./hostile-report.ts"
import { type RunnerCommand, runnerCommands } from "./runner-commands.ts"

const token = "sluice-c0ffee"
const reportGithub = createGithubReporter({ token, prefix: "", annotations: true })
const annotationNames = ["error", "warning", "notice"]

function annotations(log: string): readonly RunnerCommand[] {
  return runnerCommands(log, { obeyStop: true }).filter(({ command }) =>
    annotationNames.includes(command),
  )
}

test("a finding is an annotation at its lines, and a line of the log", () => {
  const log = reportGithub(sampleReport())
  expect(log).toMatchInlineSnapshot(`
    "::error file=clusters/production/apps.yaml,line=13,endLine=13,title=sluice%3A ks-source-missing::Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines.%0ASet \`spec.sourceRef.name\` to \`fleets\`, or add the GitRepository.
    ::warning file=apps/podinfo.yaml,line=7,endLine=7,col=15,endColumn=29,title=sluice%3A subst-undefined-variable::HelmRelease apps/podinfo uses \`\${cluster_nmae}\`, which no \`substitute\` or \`substituteFrom\` defines.
    ::group::sluice: 1 error, 1 warning
    ::stop-commands::sluice-c0ffee
    apps/podinfo.yaml:7:15: warning: HelmRelease apps/podinfo uses \`\${cluster_nmae}\`, which no \`substitute\` or \`substituteFrom\` defines. [subst-undefined-variable]
    clusters/production/apps.yaml:13:11: error: Kustomization flux-system/apps uses GitRepository flux-system/fleet, which nothing defines. [ks-source-missing]
    ::sluice-c0ffee::
    ::endgroup::
    "
  `)
})

test("nothing found is one line", () => {
  expect(reportGithub(sampleReport({ findings: [] }))).toBe("sluice: no problems\n")
})

test("paths start at the checkout of the job", () => {
  const log = createGithubReporter({ token, prefix: "fleet/", annotations: true })(sampleReport())
  expect(annotations(log)[0]?.properties.file).toBe("fleet/clusters/production/apps.yaml")
})

test("what is silenced is no annotation", () => {
  const finding = { ...brokenReference, suppressedBy: { kind: "baseline" as const } }
  expect(annotations(reportGithub(sampleReport({ findings: [finding] })))).toEqual([])
})

describe("limits", () => {
  test.each([
    [10, false],
    [11, true],
  ])(
    "of %i errors ten are annotations, and the last one counts the others: %s",
    (number, isCut) => {
      const findings = [...manyFindings(12, "info"), ...manyFindings(number, "error")]
      const shown = annotations(reportGithub(sampleReport({ findings })))
      expect(shown.map(({ command }) => command)).toEqual([
        ...Array.from({ length: 10 }, () => "error"),
        ...Array.from({ length: 10 }, () => "notice"),
      ])
      expect(shown[9]?.data.endsWith("\n(1 more error: see the log of this step)")).toBe(isCut)
      expect(shown[19]?.data).toMatch(/^Finding number 9\.\n\(2 more notes: see the log/u)
    },
  )

  test.each(["x".repeat(4096), "x".repeat(4097), "##[".repeat(3000), "\u202e".repeat(4096)])(
    "a message has at most 4,096 characters",
    (message) => {
      const { help: _, ...finding } = { ...brokenReference, message }
      const findings = Array.from({ length: 11 }, () => finding)
      const shown = annotations(reportGithub(sampleReport({ findings })))
      expect(Math.max(...shown.map(({ data }) => data.length))).toBeLessThanOrEqual(4096)
      expect(shown[0]?.data.endsWith("…")).toBe(message !== "x".repeat(4096))
      expect(shown[9]?.data).toMatch(/…\n\(1 more error: see the log of this step\)$/u)
    },
  )
})

describe("hostile text", () => {
  const evil = fc
    .array(
      fc.oneof(fc.constantFrom(...hostilePieces), fc.string({ unit: "binary", maxLength: 4 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((pieces) => pieces.join(""))
    .filter((text) => text !== "")

  test("10,000 random strings: no foreign command, with and without stop-commands", () => {
    fc.assert(
      fc.property(evil, (text) => {
        const log = [
          logLine(text),
          logBlock([text, ` ${text}`], token),
          workflowCommand("error", text, { file: text, title: text }),
        ].join("")
        const found = runnerCommands(log, { obeyStop: true }).map(({ command }) => command)
        expect(found).toEqual(["stop-commands", "error"])
        const all = runnerCommands(log, { obeyStop: false }).map(({ command }) => command)
        expect(all).toEqual(["stop-commands", "error"])
        expect(log.split("\n").filter((line) => line.includes("##["))).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })

  test("whole reports hold our commands and no others", () => {
    const own = ["error", "error", "notice", "group", "stop-commands", "endgroup"]
    fc.assert(
      fc.property(evil, (text) => {
        const log = reportGithub(hostileReport(text))
        for (const obeyStop of [true, false]) {
          const found = runnerCommands(log, { obeyStop })
          expect(found.map(({ command }) => command)).toEqual(own)
          const names = new Set(found.flatMap(({ properties }) => Object.keys(properties)))
          const known = ["endLine", "file", "line", "title"]
          expect([...names].filter((name) => !known.includes(name))).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  })

  test("the runner reads back what was said", () => {
    const text = "100%25 a,b:c %0A d\nnext % line"
    const [command] = runnerCommands(workflowCommand("error", text, { file: "a:b,c%.yaml" }), {
      obeyStop: true,
    })
    expect(command).toEqual({
      command: "error",
      properties: { file: "a:b,c%.yaml" },
      data: text,
    })
  })

  test.each([
    ["::error::x", "\\x3a:error::x"],
    ["  ::error::x", "  \\x3a:error::x"],
    ["a ##[error]x", "a #\\x23[error]x"],
    ["###[error]x", "##\\x23[error]x"],
    ["a::b", "a::b"],
  ])("%j is logged as %j", (text, expected) => {
    expect(logLine(text)).toBe(`${expected}\n`)
  })
})
