import { expect, test } from "vitest"
import { minorOf, newestServed, versionsOf } from "./served-versions.ts"

test.each([
  { flux: "2.9", minor: 9 },
  { flux: "2.0", minor: 0 },
  { flux: "2.10", minor: undefined },
  { flux: "0.41", minor: undefined },
  { flux: "latest", minor: undefined },
])("the table covers $flux: $minor", ({ flux, minor }) => {
  expect(minorOf(flux)).toBe(minor)
})

test.each([
  { kind: "HelmRelease", group: "helm.toolkit.fluxcd.io", minor: 2, version: "v2beta2" },
  { kind: "HelmRelease", group: "helm.toolkit.fluxcd.io", minor: 3, version: "v2" },
  { kind: "OCIRepository", group: "source.toolkit.fluxcd.io", minor: 5, version: "v1beta2" },
  { kind: "Bucket", group: "source.toolkit.fluxcd.io", minor: 4, version: "v1" },
  { kind: "Alert", group: "notification.toolkit.fluxcd.io", minor: 9, version: "v1beta3" },
  { kind: "ExternalArtifact", group: "source.toolkit.fluxcd.io", minor: 6, version: undefined },
])("Flux 2.$minor wants $kind in $version", ({ kind, group, minor, version }) => {
  expect(newestServed(versionsOf({ group, kind }) ?? [], minor)).toBe(version)
})

test("kinds of others are not judged", () => {
  expect(versionsOf({ group: "kustomize.config.k8s.io", kind: "Kustomization" })).toBeUndefined()
})
