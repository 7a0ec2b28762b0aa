import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import type { Resource } from "../../model/index.ts"
import type { JsonObject } from "../../yaml/index.ts"
import { releaseNames } from "./release-names.ts"

const sha256 = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex")

const release = (name: string, spec: JsonObject): Resource =>
  ({
    id: { group: "helm.toolkit.fluxcd.io", kind: "HelmRelease", namespace: "apps", name },
    manifest: { spec },
  }) as unknown as Resource

// flux-semantics.md 2.4; the long name is its vector.
test.each([
  ["podinfo", {}, "podinfo", "apps", "apps"],
  ["podinfo", { targetNamespace: "web" }, "web-podinfo", "web", "apps"],
  ["podinfo", { targetNamespace: "web", releaseName: "front" }, "front", "web", "apps"],
  ["podinfo", { storageNamespace: "helm" }, "podinfo", "apps", "helm"],
  [
    "with-a-nice-object-name",
    { targetNamespace: "a-very-lengthy-target-namespace" },
    "a-very-lengthy-target-namespace-with-a-n-97af5d7f41f3",
    "a-very-lengthy-target-namespace",
    "apps",
  ],
])(
  "HelmRelease apps/%s with %j is release %s",
  (name, spec, expected, namespace, storageNamespace) => {
    expect(releaseNames(release(name, spec), sha256)).toEqual({
      name: expected,
      namespace,
      storageNamespace,
    })
  },
)
