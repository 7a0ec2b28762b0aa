import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import type { Resource } from "../model/index.ts"
import type { JsonValue } from "../yaml/index.ts"
import { generateArtifact } from "./artifact-generator.ts"
import { folderTree } from "./source-tree.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

const checkout = folderTree({
  files: Object.entries({
    "apps/base/podinfo/release.yaml": "a: 1",
    "apps/base/kustomization.yaml": "a: 1",
    "apps/production/values.yaml": "replicas: 2\nports: [80]\nui: {color: blue, logo: cat}\n",
    "apps/staging/values.yaml": "ports: [81, 82]\nui: {color: red}\n---\nbuckets: 1000000\n",
    "chart.tgz": "",
    "list.yaml": "- a\n",
    "README.md": "# Apps",
  }).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  folder: "",
  digest,
})

function generate(copy: JsonValue): ReturnType<typeof generateArtifact> {
  const generator = {
    manifest: { spec: { artifacts: [{ name: "apps", copy }] } },
  } as unknown as Resource
  return generateArtifact({
    generator,
    name: "apps",
    digest,
    sourceOf: (alias) => (alias === "repo" ? checkout : undefined),
  })
}

function made(copy: JsonValue): readonly string[] | string {
  const result = generate(copy)
  if (result.status !== "made") return result.reason
  return [...result.tree.tree.files.keys()]
    .map((path) => `${path} < ${result.tree.repositoryPath(path)}`)
    .sort()
}

// flux-semantics.md 4.6, the table of copy forms; for patterns `calculateGlobDestination` of source-watcher, which keeps the
// folders of a match, whereas its documentation drops them.
test.each<[string, JsonValue, readonly string[] | string]>([
  [
    "a file under another name",
    [{ from: "@repo/README.md", to: "@artifact/docs.md" }],
    ["docs.md < README.md"],
  ],
  [
    "a file into a folder",
    [{ from: "@repo/README.md", to: "@artifact/d/" }],
    ["d/README.md < README.md"],
  ],
  [
    "files of a folder",
    [{ from: "@repo/apps/base/*.yaml", to: "@artifact/d/" }],
    ["d/apps/base/kustomization.yaml < apps/base/kustomization.yaml"],
  ],
  [
    "folders that a pattern matches, whole",
    [{ from: "@repo/apps/ba*", to: "@artifact/" }],
    [
      "apps/base/kustomization.yaml < apps/base/kustomization.yaml",
      "apps/base/podinfo/release.yaml < apps/base/podinfo/release.yaml",
    ],
  ],
  [
    "one folder deep for two stars inside a pattern",
    [{ from: "@repo/apps/**/*.yaml", to: "@artifact/" }],
    [
      "apps/base/kustomization.yaml < apps/base/kustomization.yaml",
      "apps/production/values.yaml < apps/production/values.yaml",
      "apps/staging/values.yaml < apps/staging/values.yaml",
    ],
  ],
  [
    "a file into a folder that exists already",
    [
      { from: "@repo/apps/production/", to: "@artifact/" },
      { from: "@repo/README.md", to: "@artifact/production" },
    ],
    ["production/README.md < README.md", "production/values.yaml < apps/production/values.yaml"],
  ],
  [
    "a folder itself",
    [{ from: "@repo/apps/production/", to: "@artifact/d/" }],
    ["d/production/values.yaml < apps/production/values.yaml"],
  ],
  [
    "the content of a folder",
    [{ from: "@repo/apps/base/**", to: "@artifact/base/" }],
    [
      "base/kustomization.yaml < apps/base/kustomization.yaml",
      "base/podinfo/release.yaml < apps/base/podinfo/release.yaml",
    ],
  ],
  [
    "without what is excluded",
    [{ from: "@repo/apps/**", to: "@artifact/", exclude: ["*.yaml"] }],
    [],
  ],
  [
    "without folders that are excluded",
    [{ from: "@repo/apps/**", to: "@artifact/", exclude: ["podinfo", "{production,staging}"] }],
    ["base/kustomization.yaml < apps/base/kustomization.yaml"],
  ],
  [
    "an unknown source",
    [{ from: "@other/apps/**", to: "@artifact/" }],
    "source @other is not in this checkout",
  ],
])("copies %s", (_, copy, expected) => {
  expect(made(copy)).toEqual(expected)
})

const values = (strategy: string, from: string): JsonValue => [
  { from: "@repo/apps/production/values.yaml", to: "@artifact/values.yaml" },
  { from, to: "@artifact/values.yaml", strategy },
]

test("merges mappings key by key, and replaces lists", () => {
  const result = generate(values("Merge", "@repo/apps/staging/values.yaml"))
  const bytes = result.status === "made" ? result.tree.tree.files.get("values.yaml") : undefined
  expect(new TextDecoder().decode(bytes)).toBe(
    [
      "replicas: 2",
      "ports:",
      "- 81",
      "- 82",
      "ui:",
      "  color: red",
      "  logo: cat",
      "buckets: 1000000",
      "",
    ].join("\n"),
  )
  expect(made(values("Merge", "@repo/apps/staging/values.yaml"))).toEqual([
    "values.yaml < apps/production/values.yaml",
  ])
})

test("copies what would be merged into nothing", () => {
  const copy = [{ from: "@repo/README.md", to: "@artifact/a.md", strategy: "Merge" }]
  expect(made(copy)).toEqual(["a.md < README.md"])
})

test.each<[string, string, string, boolean]>([
  ["an archive", "Extract", "@repo/chart.tgz", true],
  ["text that is no mapping", "Merge", "@repo/list.yaml", false],
])("does not know what becomes of %s", (_, strategy, from, incomplete) => {
  expect(generate(values(strategy, from))).toMatchObject({ status: "unknown", incomplete })
})
