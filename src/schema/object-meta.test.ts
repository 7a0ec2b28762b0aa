import { expect, test } from "vitest"
import type { JsonObject } from "../yaml/json.ts"
import { metadataViolations } from "./object-meta.ts"
import { nameViolations } from "./object-name.ts"

test.each<[string, JsonObject, readonly string[]]>([
  [
    "labels with and without a prefix",
    { labels: { app: "web", "example.com/app": "Web_1.2" } },
    [],
  ],
  ["an empty label", { labels: { app: "" } }, []],
  ["a label with a space", { labels: { app: "web app" } }, ["labels.app name"]],
  ["a label that is too long", { labels: { app: "a".repeat(64) } }, ["labels.app name"]],
  ["a number as a label", { labels: { app: 1 } }, ["labels.app type"]],
  ["a key with two slashes", { labels: { "a/b/c": "d" } }, ["labels.a/b/c name"]],
  ["any text as an annotation", { annotations: { "Example.com/Note": "a b\nc" } }, []],
  ["a boolean as an annotation", { annotations: { ready: true } }, ["annotations.ready type"]],
  ["a field that metadata does not have", { lables: {} }, ["lables unknown"]],
  ["null for what is not there", { labels: null, creationTimestamp: null }, []],
])("%s", (_title, metadata, expected) => {
  const found = metadataViolations({ metadata }).map(
    ({ path, problem }) => `${path.slice(1).join(".")} ${problem.kind}`,
  )
  expect(found).toEqual(expected)
})

test.each([
  ["ConfigMap", "", "kube-root-ca.crt", true],
  ["ConfigMap", "", "Settings", false],
  ["ConfigMap", "", "a".repeat(254), false],
  ["Namespace", "", "team.web", false],
  ["Service", "", "team.web", false],
  ["ClusterRole", "rbac.authorization.k8s.io", "system:Node_Reader", true],
  ["ClusterRole", "rbac.authorization.k8s.io", "a/b", false],
])("%s (%s) may be called %s: %s", (kind, group, name, isTaken) => {
  expect(nameViolations({ group, kind }, name).length === 0).toBe(isTaken)
})
