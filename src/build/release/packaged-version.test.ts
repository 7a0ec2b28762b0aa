import { expect, test } from "vitest"
import { versionMetadata, withMetadata } from "./packaged-version.ts"

const commit = "0d4d78fc6bb835ff55d71c89083ef49fe2472a66"
const values = ["values/production.yaml"]

// `source-controller: internal/controller/helmchart_controller.go`, buildFromTarballArtifact and buildFromHelmRepository.
test.each([
  ["ChartVersion", false, [], { isArtifact: true, revision: commit }, undefined],
  ["ChartVersion of a repository", false, [], { isArtifact: false }, undefined],
  ["a known revision", true, [], { isArtifact: true, revision: commit }, "0d4d78fc6bb8"],
  ["an unknown revision", true, [], { isArtifact: true }, "hashnotknown"],
  ["values files", false, values, { isArtifact: true, revision: commit }, "1"],
  ["values files of a repository", false, values, { isArtifact: false }, "1"],
  ["both", true, values, { isArtifact: true, revision: commit }, "0d4d78fc6bb8.1"],
  ["both, unknown", true, values, { isArtifact: true }, "hashnotknown.1"],
  ["Revision without an artifact", true, [], { isArtifact: false }, undefined],
])("what is added to the version: %s", (_, followsRevision, valuesFiles, source, text) => {
  const metadata = versionMetadata({ followsRevision, valuesFiles }, source)
  expect(metadata?.text).toBe(text)
  // A stand-in is in all but a known revision by itself.
  const isKnown = valuesFiles.length === 0 && "revision" in source
  expect(metadata !== undefined && metadata.otherwise === undefined).toBe(
    text !== undefined && isKnown,
  )
})

test("stand-ins have the length of what they stand for, and are no numbers", () => {
  const asked = { followsRevision: true, valuesFiles: [] }
  const { text = "", otherwise = "" } = versionMetadata(asked, { isArtifact: true }) ?? {}
  for (const one of [text, otherwise]) expect(one).toMatch(/^(?=.*[a-z])[0-9a-z]{12}$/u)
})

// Masterminds/semver v3: SetMetadata replaces what is there; String has three parts and no `v`.
test.each([
  ["1.4.0", "1.4.0+abc"],
  ["v1.4.0", "1.4.0+abc"],
  ["1.4", "1.4.0+abc"],
  ["1.4.0-rc.1", "1.4.0-rc.1+abc"],
  ["1.4.0+own", "1.4.0+abc"],
  ["one", undefined],
  ["1.2.3.4", undefined],
])("%s becomes %s", (version, expected) => {
  expect(withMetadata(version, "abc")).toBe(expected)
})
