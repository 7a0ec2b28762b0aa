import { readdirSync, readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { memoryFiles } from "../../src/host/memory-files.ts"
import { nodeHost, sha256 } from "../../src/host/node-host.ts"
import { openWorkspace } from "../../src/lint.ts"
import type { Rule } from "../../src/rule/define-rule.ts"

const real = nodeHost({
  toolVersion: "0",
  environment: {},
  cacheDir: "/tmp/g2-cache",
  timeoutMs: 120000,
})
const host = { ...real, engine: { ...real.engine, start: () => real.engine.start(), digest: real.engine.digest, call: async (n: never, r: never) => { const x = (await real.engine.call(n, r)) as { status: string; objects?: unknown[] }; return x.status === "built" && !x.objects ? { ...x, objects: [] } : x } } } as unknown as typeof real
afterAll(() => real.engine.close())
const only = process.env.PAGES?.split(",")
const rules: Rule[] = []
const base = `${process.cwd()}/rules`
const pages: { id: string; text: string }[] = []
for (const category of readdirSync(base)) {
  if (category.includes(".")) continue
  for (const file of readdirSync(`${base}/${category}`)) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue
    const module = await import(`${base}/${category}/${file}`)
    for (const value of Object.values(module)) {
      if (value && typeof value === "object" && "check" in value) rules.push(value as Rule)
    }
    const page = `${base}/${category}/${file.replace(".ts", ".md")}`
    if (!["helm", "substitution", "secrets", "tenancy"].includes(category)) continue
    try {
      pages.push({ id: file.replace(".ts", ""), text: readFileSync(page, "utf8") })
    } catch {}
  }
}

for (const { id, text } of pages) {
  if (only && !only.includes(id)) continue
  for (const section of text.split(/^## /mu).slice(1)) {
    const title = section.split("\n")[0] ?? ""
    const files: Record<string, string> = {}
    for (const match of section.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gmsu))
      files[match[1] ?? ""] = match[2] ?? ""
    if (Object.keys(files).length === 0) continue
    test(`${id}: ${title}`, async () => {
      const expected = Object.entries(files).flatMap(([path, body]) =>
        body.split("\n").flatMap((line, index) => {
          const rule = /# expect: (\S+)/.exec(line)?.[1]
          return rule ? [`${path}:${index + 1} ${rule}`] : []
        }),
      )
      const options = {
        localSources: {},
        external: [],
        apiVersions: [],
        render: "auto",
        mirrors: [],
        offline: true,
        exclude: [],
      } as const
      const workspace = await openWorkspace(
        { root: "/", options },
        { ...host, files: memoryFiles(files) },
      )
      const { findings, crashes } = checkWorkspace(workspace, rules, {
        settings: defaultSettings,
        digest: sha256,
      })
      for (const f of findings)
        console.log(
          `${title}\n  ${f.location.path}:${f.location.range.start.line + 1}:${f.location.range.start.character + 1}-${f.location.range.end.line + 1}:${f.location.range.end.character + 1} ${f.severity} ${f.message} [${f.rule}]\n    help ${f.help}\n${f.related.map((r) => `    rel ${r.path}:${r.range.start.line + 1} ${r.message}`).join("\n")}`,
        )
      const skips = workspace.skipped.map((s) => `${s.what}: ${s.reason}`)
      if (skips.length) console.log(title, "SKIPPED", skips)
      expect(crashes).toEqual([])
      expect(
        findings
          .map((f) => `${f.location.path}:${f.location.range.start.line + 1} ${f.rule}`)
          .sort(),
      ).toEqual(expected.sort())
    })
  }
}
