import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import type { Resource } from "../model/index.ts"
import type { JsonValue } from "../yaml/index.ts"
import { generateArtifact } from "./artifact-generator.ts"
import { folderTree } from "./source-tree.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

const checkout = folderTree({
  files: [
    "apps/base/podinfo/release.yaml",
    "apps/base/kustomization.yaml",
    "apps/production/values.yaml",
    "README.md",
  ].map((path) => ({ path, bytes: new TextEncoder().encode(path) })),
  folder: "",
  digest,
})

function made(copy: JsonValue): readonly string[] | string {
  const generator = {
    manifest: { spec: { artifacts: [{ name: "apps", copy }] } },
  } as unknown as Resource
  const result = generateArtifact({
    generator,
    name: "apps",
    digest,
    sourceOf: (alias) => (alias === "repo" ? checkout : undefined),
  })
  if (result.status !== "made") return result.reason
  return [...result.tree.tree.files.keys()]
    .map((path) => `${path} < ${result.tree.repositoryPath(path)}`)
    .sort()
}

// flux-semantics.md 4.6, the table of copy forms.
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
    ["d/kustomization.yaml < apps/base/kustomization.yaml"],
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
    "an unknown source",
    [{ from: "@other/apps/**", to: "@artifact/" }],
    "source @other is not in this checkout",
  ],
])("copies %s", (_, copy, expected) => {
  expect(made(copy)).toEqual(expected)
})
