import { expect, test } from "vitest"
import { parseFiles } from "../parse/parse-files.ts"
import { discoverRoots } from "./discover-roots.ts"
import { withInstalledFlux } from "./installed-flux.ts"
import type { Repository } from "./repository.ts"
import { indexWritten } from "./written-objects.ts"

const sync = [
  "apiVersion: kustomize.toolkit.fluxcd.io/v1",
  "kind: Kustomization",
  "metadata: {name: flux-system, namespace: flux-system}",
  "spec:",
  "  path: ./clusters/production",
  "  sourceRef: {kind: GitRepository, name: flux-system}",
].join("\n")

const install = [
  "apiVersion: kustomize.toolkit.fluxcd.io/v1",
  "kind: Kustomization",
  "metadata: {name: install, namespace: flux-system}",
  "spec:",
  "  path: ./infrastructure",
  "  sourceRef: {kind: GitRepository, name: flux-system}",
].join("\n")

const source = (ref: string, url = "oci://ghcr.io/fluxcd/flux-manifests"): string =>
  [
    "apiVersion: source.toolkit.fluxcd.io/v1",
    "kind: OCIRepository",
    "metadata: {name: flux-manifests, namespace: flux-system}",
    `spec: {url: "${url}", ref: ${ref}}`,
  ].join("\n")

function versionOf(files: Readonly<Record<string, string>>): unknown {
  const all = { "clusters/production/flux-system/gotk-sync.yaml": sync, ...files }
  const loaded = Object.entries(all).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }))
  const parsed = parseFiles(loaded)
  const repository: Repository = {
    ...parsed,
    written: indexWritten(parsed.files),
    paths: Object.keys(all),
  }
  const [root] = discoverRoots(repository, {
    localSources: {},
    external: [],
    apiVersions: [],
    render: "off",
    mirrors: [],
    offline: true,
    exclude: [],
  })
  return root && withInstalledFlux(repository, root).fluxVersion
}

const own = "clusters/production/flux.yaml"

test.each([
  ["its tag", { [own]: source("{tag: v2.6.4}") }, { text: "v2.6.4", from: own }],
  [
    "its tag, without the digest",
    { [own]: source('{tag: "v2.6.4@sha256:0123"}') },
    { text: "v2.6.4", from: own },
  ],
  ["its range", { [own]: source('{semver: "2.6.x"}') }, { text: "2.6.x", from: own }],
  [
    "a Kustomization's path",
    { [own]: install, "infrastructure/flux.yaml": source("{tag: v2.6.4}") },
    { text: "v2.6.4", from: "infrastructure/flux.yaml" },
  ],
])("the version of Flux is read from %s", (_, files, expected) => {
  expect(versionOf(files)).toEqual(expected)
})

test.each([
  ["another source", { [own]: source("{tag: v6.9.0}", "oci://ghcr.io/stefanprodan/podinfo") }],
  ["a tag that is no version", { [own]: source("{tag: latest}") }],
  ["what the cluster does not reach", { "clusters/staging/flux.yaml": source("{tag: v2.6.4}") }],
])("%s says nothing of it", (_, files) => {
  expect(versionOf(files)).toBeUndefined()
})
