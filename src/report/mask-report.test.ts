import { describe, expect, test } from "vitest"
import { sampleWorkspace } from "../check/testdata/sample-workspace.ts"
import type { ParsedFile } from "../model/index.ts"
import { createReportMask } from "./mask-report.ts"
import { brokenReference } from "./testdata/sample-report.ts"

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: database-1
stringData:
  password: "hunter2-äö"
  config.yaml: |
    user: admin
    token: tok-8e1f
  name: database-1
  half: apps/database
  word: production
data:
  key: c3VwZXItczNjcmV0
`

function fileOf(text: string): {
  readonly file: ParsedFile
  readonly mask: ReturnType<typeof createReportMask>
} {
  const workspace = sampleWorkspace({ "secret.yaml": text, "apps/database-1/a.yaml": "" })
  const file = workspace.file("secret.yaml")
  if (!file) throw new Error("no file")
  return { file, mask: createReportMask(workspace) }
}

describe("the code of a Secret", () => {
  test("is blotted out where it holds values; nothing moves", () => {
    const { file, mask } = fileOf(secret)
    const text = mask.source(file)?.text
    expect(text).toContain('  password: "**********"\n')
    expect(text).toContain("  config.yaml: |\n    ***** *****\n    ****** ********\n")
    expect(text).toContain("  key: ****************\n")
    expect(text).toContain("  name: database-1\nstringData:")
    expect(text).toHaveLength(secret.length)
  })

  test("stays as it is when SOPS has encrypted it, or when it is none", () => {
    const sops = `${secret}sops:\n  mac: ENC[abc]\n`
    expect(fileOf(sops).mask.source(fileOf(sops).file)?.text).toContain("hunter2")
    const settings = fileOf(secret.replace("kind: Secret", "kind: ConfigMap"))
    expect(settings.mask.source(settings.file)?.text).toContain("hunter2")
  })

  test("is not shown at all when it does not parse", () => {
    const { file, mask } = fileOf(`${secret}  bad: [\n`)
    expect(mask.source(file)).toBeUndefined()
  })
})

describe("an address", () => {
  const shown = (url: string): string | undefined => {
    const { file, mask } = fileOf(`kind: GitRepository\nspec:\n  url: ${url}\n`)
    return mask.source(file)?.text.split("url: ")[1]?.trim()
  }

  test("is shown without what it lets in with", () => {
    expect(shown("https://me:pa55@example.com/a")).toBe("https://*******@example.com/a")
    expect(shown("https://gh_token@example.com/a?ref=main")).toBe(
      "https://********@example.com/a?ref=main",
    )
    expect(shown('"https://example.com/?x=1&access_token=abc&y=2"')).toBe(
      '"https://example.com/?x=1&access_token=***&y=2"',
    )
  })

  test("keeps a user that is no secret", () => {
    expect(shown("ssh://git@example.com/a.git?ref=v1")).toBe("ssh://git@example.com/a.git?ref=v1")
  })
})

test("messages do not repeat what a Secret holds; names and plain words stay", () => {
  const { mask } = fileOf(secret)
  const { message, help, related } = mask.finding({
    ...brokenReference,
    message: "HelmRelease apps/database-1 has hunter2-äö, tok-8e1f and super-s3cret in production.",
    help: "Not c3VwZXItczNjcmV0.",
    related: [{ ...brokenReference.location, message: "here is tok-8e1f" }],
  })
  expect(message).toBe("HelmRelease apps/database-1 has ***, *** and *** in production.")
  expect(help).toBe("Not ***.")
  expect(related[0]?.message).toBe("here is ***")
})

test("a fix that would write what a Secret holds is left out", () => {
  const { mask } = fileOf(secret)
  const start = { line: 0, character: 0 }
  const fixed = (newText: string): typeof brokenReference => ({
    ...brokenReference,
    fix: {
      ...{ title: "Write it", applicability: "safe" },
      edits: { "a.yaml": [{ range: { start, end: start }, newText }] },
    },
  })
  expect(mask.finding(fixed("token: tok-8e1f")).fix).toBeUndefined()
  expect(mask.finding(fixed("token: other")).fix).toBeDefined()
})
