import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { parseFiles } from "../parse/parse-files.ts"
import type { BuildFiles } from "./build-files.ts"
import { heldNames } from "./held-names.ts"
import { folderTree } from "./source-tree.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

const files = Object.entries({
  "apps/kustomization.yaml": "resources: [podinfo.yaml]\nsecretGenerator: [{name: login}]\n",
  "apps/podinfo.yaml": "kind: ConfigMap\nmetadata: {name: podinfo}\n",
  "components/alerts/kustomization.yaml": "kind: Component\nresources: [provider.yaml]\n",
  "components/alerts/provider.yaml": "kind: Provider\nmetadata: {name: slack}\n",
}).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))

const parsed = parseFiles(files)
const build: BuildFiles = {
  tree: folderTree({ files, folder: "", digest }),
  folder: "apps",
  components: [],
  kustomizationFiles: parsed.kustomizationFiles,
  fileAt: (path) => parsed.files.find(({ source }) => source.path === path),
  digest,
}

test.each([
  ["a file whose text has the name", ["apps/podinfo.yaml"], "podinfo", "written"],
  ["a file whose text lacks it", ["apps/podinfo.yaml"], "slack", "no"],
  ["a folder that leads to such a text", ["components/alerts"], "slack", "written"],
  ["a folder that does not", ["components/alerts"], "podinfo", "no"],
  ["a file that does not exist", ["apps/gone.yaml"], "podinfo", "unseen"],
  ["what lies outside the checked root", [undefined], "podinfo", "unseen"],
  ["something missing, though a generator has the name", ["apps/gone"], "login", "written"],
  ["several, of which one has the name", ["apps/gone", "apps/podinfo.yaml"], "podinfo", "written"],
])("%s", (_, targets, name, expected) => {
  expect(heldNames(build, targets)(name)).toBe(expected)
})
