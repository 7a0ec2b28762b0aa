import { readdirSync, writeFileSync } from "node:fs"
import { afterAll, test } from "vitest"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { nodeHost, sha256 } from "../../src/host/node-host.ts"
import { openWorkspace } from "../../src/lint.ts"
import type { Rule } from "../../src/rule/define-rule.ts"

const real = nodeHost({
  toolVersion: "0",
  environment: {},
  cacheDir: "/tmp/g2-cache",
  timeoutMs: 120000,
})
const host = {
  ...real,
  engine: {
    ...real.engine,
    start: () => real.engine.start(),
    digest: real.engine.digest,
    call: async (n: never, r: never) => {
      const x = (await real.engine.call(n, r)) as { status: string; objects?: unknown[] }
      return x.status === "built" && !x.objects ? { ...x, objects: [] } : x
    },
  },
} as unknown as typeof real
afterAll(() => real.engine.close())
const rules: Rule[] = []
const base = `${process.cwd()}/rules`
for (const category of ["helm", "substitution", "secrets", "tenancy"]) {
  for (const file of readdirSync(`${base}/${category}`)) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue
    for (const value of Object.values(await import(`${base}/${category}/${file}`))) {
      if (value && typeof value === "object" && "check" in value) rules.push(value as Rule)
    }
  }
}
const repos = process.env.REPOS?.split(",") ?? readdirSync("/work/shared/corpus/repos")
for (const repo of repos) {
  test(repo, async () => {
    const options = {
      localSources: {},
      external: [],
      apiVersions: [],
      render: "auto",
      mirrors: ["/work/shared/corpus/charts"],
      offline: true,
      exclude: [],
    } as const
    const t = Date.now()
    const workspace = await openWorkspace(
      { root: `/work/shared/corpus/repos/${repo}`, options },
      host,
    )
    const { findings, crashes } = checkWorkspace(workspace, rules, {
      settings: defaultSettings,
      digest: sha256,
    })
    const out: string[] = [
      `# ${repo} ${Date.now() - t} ms; clusters ${workspace.clusters.map((c) => `${c.name}(${c.target.flux}, ${c.resources.length} objs, ${c.builds.filter((b) => b.status === "built").length}/${c.builds.length} ks, ${c.releases.filter((b) => b.status === "rendered").length}/${c.releases.length} hr)`).join(" ")}`,
    ]
    for (const c of crashes) out.push(`CRASH ${c.rule} ${(c.error as Error).stack}`)
    for (const f of findings)
      out.push(
        `${f.location.path}:${f.location.range.start.line + 1}:${f.location.range.start.character + 1} ${f.severity} ${f.message} [${f.rule}] {${f.clusters.join(",")}}\n    help ${f.help}\n${f.related.map((r) => `    rel ${r.path}:${r.range.start.line + 1} ${r.message}`).join("\n")}${f.via.map((r) => `\n    via ${r.path}:${r.range.start.line + 1} ${r.message}`).join("")}`,
      )
    for (const b of workspace.clusters.flatMap((c) =>
      c.builds
        .filter((x) => x.status !== "built")
        .map(
          (x) =>
            `KS ${c.name}: ${x.kustomization.id.name} ${x.status} ${x.reason ?? ""} ${x.failure?.step ?? ""} ${x.failure?.message ?? ""}`,
        ),
    ))
      out.push(b.slice(0, 300))
    writeFileSync(`/tmp/corpus-g2/${repo}.txt`, out.join("\n"))
  }, 600_000)
}
