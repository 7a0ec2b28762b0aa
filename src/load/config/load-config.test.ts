import { Ajv } from "ajv"
import { describe, expect, test } from "vitest"
import { ConfigError } from "../../model/index.ts"
import { parseYaml, toJson } from "../../yaml/index.ts"
import { configSchema, type RuleDeclaration } from "./config-schema.ts"
import { findConfig, parseConfig } from "./load-config.ts"
import { validate } from "./validate.ts"

const rules: readonly RuleDeclaration[] = [
  { id: "ks-source-missing", category: "kustomization", summary: "…", options: {} },
  {
    id: "kfile-remote-base",
    category: "kustomize",
    summary: "…",
    options: {
      allow: { type: "strings", default: [], description: "…" },
      depth: { type: "number", default: 3, description: "…" },
    },
  },
]

function problemsOf(text: string): readonly string[] {
  try {
    parseConfig({ path: "/repo/.sluice.yaml", text }, rules)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ location, message, help }) => {
      const { line, character } = location.range.start
      return `${line + 1}:${character + 1} ${message}${help === undefined ? "" : ` ${help}`}`
    })
  }
}

describe("a configuration that does not say what it means is shown with line and column", () => {
  test.each([
    [
      "a key with a typing error",
      "chart: {}\n",
      "1:1 The configuration has no key `chart`. Did you mean `charts`?",
    ],
    [
      "an unknown rule",
      "rules:\n  ks-source-mising: off\n",
      "2:3 `rules` has no key `ks-source-mising`. Did you mean `ks-source-missing`?",
    ],
    [
      "an unknown level",
      "rules:\n  ks-source-missing: eror\n",
      "2:22 `rules.ks-source-missing` is `eror`; it takes `off`, `on`, `info`, `warning`, `error`. Did you mean `error`?",
    ],
    [
      "a version that YAML reads as a number",
      "flux: 2.10\n",
      "1:7 `flux` is a number; it takes text. Put it in quotes: YAML reads `2.10` as the number 2.1.",
    ],
    [
      "a word for a version",
      'flux: "latest"\n',
      "1:7 `flux` is `latest`, which is not a version such as `2.9`.",
    ],
    [
      "an option of the wrong type",
      "rules:\n  kfile-remote-base: { depth: many }\n",
      "2:31 `rules.kfile-remote-base.depth` is text; it takes a number.",
    ],
    [
      "an unknown option",
      "rules:\n  kfile-remote-base: { alow: [] }\n",
      "2:24 `rules.kfile-remote-base` has no key `alow`. Did you mean `allow`?",
    ],
    [
      "schemas from where none can come",
      "schemas: [default, 'ftp://example.com']\n",
      "1:20 `schemas[1]` is `ftp://example.com`, which is not `default`, `ecosystem`, a folder, an address, or a template of either.",
    ],
    [
      "a cluster without path",
      "clusters:\n  production: {}\n",
      "2:3 `clusters.production` has no `path`.",
    ],
    [
      "a short external object",
      "external:\n  - Secret/registry\n",
      "2:5 `external[0]` is `Secret/registry`, which is not of the form KIND/NAMESPACE/NAME.",
    ],
    [
      "a bad source name",
      "sources:\n  apps: ../apps\n",
      "2:3 The key `apps` is not of the form KIND/NAMESPACE/NAME.",
    ],
    ["a list", "- flux\n", "1:1 The configuration is a list; it takes a mapping."],
    [
      "a key that is there twice",
      "flux: '2.9'\nflux: '2.8'\n",
      "2:1 The key `flux` is there twice.",
    ],
  ])("%s", (_title, text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  test("several at once, and YAML that does not parse", () => {
    expect(problemsOf("flx: '2.9'\ncharts: { offline: maybe }\n")).toHaveLength(2)
    expect(problemsOf("charts: [\n")[0]).toMatch(/^\d+:\d+ /u)
  })
})

describe("a configuration is read", () => {
  test("with paths made absolute, from the folder that holds .github too", () => {
    const text =
      "sources: { GitRepository/flux-system/apps: ../apps }\ncharts: { mirrors: [./charts, oci://ghcr.io/org] }\n" +
      'schemas: [default, "./schemas/{{ .ResourceKind }}.json"]\n'
    const config = parseConfig({ path: "/work/repo/.github/sluice.yaml", text }, rules)
    expect(config.localSources).toEqual({ "GitRepository/flux-system/apps": "/work/apps" })
    expect(config.mirrors).toEqual(["/work/repo/charts", "oci://ghcr.io/org"])
    expect(config.schemas).toEqual(["/work/repo/schemas/{{ .ResourceKind }}.json"])
  })

  test("with everything in it", () => {
    const text = `
flux: "v2.8.3"
kubernetes: "1.35"
clusters:
  production: { path: ./clusters/production/, substitute: { region: eu-west-1 } }
  root: { path: . }
external:
  - Secret/*/registry
  - { kind: ConfigMap, namespace: flux-system, name: vars, data: { region: eu } }
charts: { backend: off, offline: true }
rules:
  extends: strict
  ks-source-missing: off
  kfile-remote-base: { severity: error, allow: ["https://github.com/my-org/**"] }
ignore:
  - { paths: ["archive/**"], reason: not deployed }
`
    const config = parseConfig({ path: "/repo/.sluice.yaml", text }, rules)
    expect(config).toMatchObject({
      flux: "2.8",
      kubernetes: "1.35",
      clusters: {
        production: { path: "clusters/production", substitute: { region: "eu-west-1" } },
        root: { path: "" },
      },
      external: [
        { kind: "Secret", namespace: "*", name: "registry" },
        { kind: "ConfigMap", namespace: "flux-system", name: "vars", data: { region: "eu" } },
      ],
      render: "off",
      offline: true,
      preset: "strict",
      ignores: [{ paths: ["archive/**"], rules: ["*"], reason: "not deployed" }],
    })
    expect(config.rules.get("ks-source-missing")).toEqual({ severity: "off", options: {} })
    expect(config.rules.get("kfile-remote-base")).toEqual({
      severity: "error",
      options: { allow: ["https://github.com/my-org/**"] },
    })
  })

  test.each(["", "# nothing yet\n", "---\n"])("as the defaults when it is empty: %j", (text) => {
    expect(parseConfig({ path: "/repo/.sluice.yaml", text }, rules)).toMatchObject({
      preset: "recommended",
      offline: false,
    })
  })
})

test("the nearest file wins, and none above the top is looked at", () => {
  const found = (files: readonly string[], folder: string, top: string): string | undefined =>
    findConfig(folder, top, (path) => (files.includes(path) ? "" : undefined))?.path
  expect(found(["/repo/.sluice.yaml", "/repo/a/sluice.yaml"], "/repo/a/b", "/repo")).toBe(
    "/repo/a/sluice.yaml",
  )
  expect(found(["/repo/.github/sluice.yaml", "/repo/sluice.yaml"], "/repo", "/repo")).toBe(
    "/repo/sluice.yaml",
  )
  expect(found(["/.sluice.yaml"], "/repo/a", "/repo")).toBeUndefined()
  expect(found([], "/repo/a", "/")).toBeUndefined()
})

test("our own validation and JSON Schema agree", () => {
  const schema = configSchema(rules)
  const ajv = new Ajv({ strict: false }).compile(schema)
  const samples = [
    "{}",
    "flux: '2.9'",
    "flux: 2",
    "flux: x",
    "clusters: {a: {path: b}}",
    "clusters: {a: {}}",
    "clusters: []",
    "external: [A/b/c]",
    "external: [a]",
    "external: [{kind: a, name: b}]",
    "external: [{kind: a}]",
    "external: [1]",
    "charts: {backend: helm}",
    "charts: {backend: engine}",
    "charts: {mirrors: [1]}",
    "rules: {extends: strict}",
    "rules: {extends: all}",
    "rules: {ks-source-missing: off}",
    "rules: {ks-source-missing: on}",
    "rules: {ks-source-missing: 1}",
    "rules: {kfile-remote-base: {allow: [a], severity: warning}}",
    "rules: {kfile-remote-base: {allow: a}}",
    "ignore: [{paths: [a]}]",
    "ignore: [{}]",
    "ignore: {}",
    "sources: {a/b/c: d}",
    "sources: {a: d}",
    "schemas: [default, ./schemas]",
    "schemas: [ecosystem]",
    "schemas: ['https://example.com/{{ .Kind }}.json']",
    "schemas: default",
    "nope: 1",
    "[]",
    "1",
  ]
  for (const text of samples) {
    const [document] = parseYaml(text).documents
    const value = (document && toJson(document)) ?? null
    expect({ text, valid: validate(value, schema).length === 0 }).toEqual({
      text,
      valid: ajv(value),
    })
  }
})
