import { describe, expect, test } from "vitest"
import { readRepositoryIndex } from "./repository-index.ts"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function entriesOf(text: string, name: string): unknown {
  const index = readRepositoryIndex(bytes(text))
  return "error" in index ? index : index.entries(name)
}

const helm = `apiVersion: v1
entries:
  podinfo:
  - apiVersion: v1
    created: "2026-01-02T00:00:00Z"
    description: |
      A chart.

      entries: of another kind
    digest: 3f2a
    name: podinfo
    urls:
    - https://example.com/podinfo-6.1.0.tgz
    - https://mirror.example.com/podinfo-6.1.0.tgz
    version: 6.1.0
  - name: podinfo
    urls: [podinfo-6.0.0.tgz]
    version: 6.0.0
  # a remark
  "redis":
    - version: 1.0.0
      digest: sha256:aa
      urls:
        - charts/redis-1.0.0.tgz
  empty: []
generated: "2026-01-02T00:00:00Z"
`

const podinfo = [
  {
    version: "6.1.0",
    url: "https://example.com/podinfo-6.1.0.tgz",
    created: "2026-01-02T00:00:00Z",
    digest: "3f2a",
  },
  { version: "6.0.0", url: "podinfo-6.0.0.tgz" },
]

describe("an index is read", () => {
  test("as Helm writes it", () => {
    const index = readRepositoryIndex(bytes(helm))
    expect("names" in index && index.names).toEqual(["podinfo", "redis", "empty"])
    expect(entriesOf(helm, "podinfo")).toEqual(podinfo)
    expect(entriesOf(helm, "redis")).toEqual([
      { version: "1.0.0", url: "charts/redis-1.0.0.tgz", digest: "aa" },
    ])
    expect(entriesOf(helm, "empty")).toEqual([])
    expect(entriesOf(helm, "toString")).toEqual([])
  })

  test("with other line ends, and when nothing follows the entries", () => {
    expect(entriesOf(helm.replaceAll("\n", "\r\n"), "podinfo")).toEqual(podinfo)
    expect(entriesOf(helm.replace(/generated:.*\n/u, ""), "redis")).toHaveLength(1)
  })

  test.each([
    ["JSON", '{"apiVersion":"v1","entries":{"a":[{"version":"1.0.0","urls":["a.tgz"]}]}}'],
    ["flow YAML", "entries: {a: [{version: 1.0.0, urls: [a.tgz]}]}\n"],
    ["flow YAML that begins like JSON", "{entries: {a: [{version: 1.0.0, urls: [a.tgz]}]}}\n"],
    ["YAML with anchors", "entries:\n  a: &a\n  - {version: 1.0.0, urls: [a.tgz]}\n  b: *a\n"],
    ["YAML with a quoted key", '"entries":\n  a:\n  - version: 1.0.0\n    urls: [a.tgz]\n'],
  ])("as %s", (_title, text) => {
    expect(entriesOf(text, "a")).toEqual([{ version: "1.0.0", url: "a.tgz" }])
  })

  test("with thousands of versions of one chart", () => {
    const versions = Array.from(
      { length: 20_000 },
      (_, number) =>
        `  - description: ${"x".repeat(100)}\n    urls:\n    - a-1.0.${number}.tgz\n    version: 1.0.${number}\n`,
    )
    const found = entriesOf(`entries:\n  a:\n${versions.join("")}  b: []\n`, "a")
    expect(found).toHaveLength(20_000)
    expect(found).toMatchObject({ 0: { version: "1.0.0" }, 19999: { version: "1.0.19999" } })
  })
})

test.each([
  ["nothing", ""],
  ["a page of HTML", "<!doctype html><p>Sign in</p>"],
  ["YAML without entries", "apiVersion: v1\n"],
  ["entries that are a list", "entries: []\n"],
  ["broken YAML", "entries: [\n"],
  ["a list", "[]"],
])("%s is no index", (_title, text) => {
  expect(readRepositoryIndex(bytes(text))).toHaveProperty("error")
})

test("a chart whose entries are broken does not hide the others", () => {
  const text = "entries:\n  a:\n  - version: [\n  b:\n  - version: 1.0.0\n    urls: [b.tgz]\n"
  expect(entriesOf(text, "a")).toHaveProperty("error")
  expect(entriesOf(text, "b")).toHaveLength(1)
})

test("an index of 50 MiB takes memory for one chart", { timeout: 60_000 }, () => {
  const entry = `  - description: ${"x".repeat(900)}\n    urls:\n    - a.tgz\n    version: 1.0.0\n`
  const charts = Array.from(
    { length: 500 },
    (_, number) => `  chart-${number}:\n${entry.repeat(108)}`,
  )
  const text = `apiVersion: v1\nentries:\n${charts.join("")}generated: now\n`
  expect(text.length).toBeGreaterThan(48 * 1024 * 1024)
  const index = readRepositoryIndex(bytes(text))
  expect("names" in index && index.names).toHaveLength(500)
  expect("names" in index && index.entries("chart-499")).toHaveLength(108)
})
