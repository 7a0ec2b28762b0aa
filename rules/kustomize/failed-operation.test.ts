import { expect, test } from "vitest"
import type { Document, KustomizationBuild, KustomizationFile, Workspace } from "#rule"
import type { Closure } from "./closure.ts"
import { failedOperation } from "./failed-operation.ts"

const operations = [
  { op: "add", path: "/data/q" },
  { op: "remove", path: "/data/q" },
  { op: "test", path: "/data/q" },
  { op: "replace", path: "/data/q/r" },
  { op: "add", path: "/data/~1q/x" },
]

const patch = { content: operations } as unknown as Document

const file = {
  folder: "apps",
  document: {
    content: { patches: [{ patch: "…", target: { kind: "ConfigMap" } }] },
    embedded: () => [patch],
  },
} as unknown as KustomizationFile

const closure = { folder: "apps", kustomizationFiles: [file] } as unknown as Closure
const build = { kustomization: { manifest: {} } } as unknown as KustomizationBuild

// Each as kustomize 5.8.2 says it.
test.each([
  ["replace operation does not apply: doc is missing path: /data/q/r: missing value", 3],
  ['add operation does not apply: doc is missing path: "/data/~1q/x": missing value', 4],
  ["error in remove for path: '/data/q': Unable to remove nonexistent key: q: missing value", 1],
  ["testing value /data/q failed: test failed", 2],
  ["test operation does not apply: is missing path: /data/q: missing value", 2],
  ['remove operation does not apply: doc is missing path: "/data/z": missing value', undefined],
  ["Unexpected kind: replac", undefined],
])("%s", (cause, index) => {
  const failure = { cause, folder: undefined, entry: undefined }
  const found = failedOperation(failure, closure, build, {} as Workspace)
  expect(found?.at.path).toEqual(index === undefined ? undefined : [index, "path"])
})
