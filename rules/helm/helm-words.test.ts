import { describe, expect, test } from "vitest"
import { helmWords, namedValue } from "./helm-words.ts"

const words = (message: string) => helmWords({ step: "render", message })

describe("Helm's message is shortened to its cause", () => {
  test.each([
    [
      'podinfo/templates/deployment.yaml:12:20\n  executing "podinfo/templates/deployment.yaml" at <.Values.image.tag>:\n    nil pointer evaluating interface {}.tag',
      "nil pointer evaluating interface {}.tag",
    ],
    [
      'template: podinfo/templates/deployment.yaml:12:20: executing "podinfo/templates/deployment.yaml" at <include "podinfo.labels" .>: error calling include: template: podinfo/templates/_helpers.tpl:3:14: executing "podinfo.labels" at <.Values.team.name>: nil pointer evaluating interface {}.name',
      "nil pointer evaluating interface {}.name",
    ],
    [
      "execution error at (podinfo/templates/deployment.yaml:5:4): A host is required.",
      "A host is required",
    ],
    [
      'parse error at (podinfo/templates/deployment.yaml:3): unexpected "}" in operand',
      'unexpected "}" in operand',
    ],
    [
      "YAML parse error on podinfo/templates/deployment.yaml: error converting YAML to JSON: yaml: line 5: mapping values are not allowed in this context",
      "line 5: mapping values are not allowed in this context",
    ],
    [
      "error merging files: parsing podinfo/templates/deployment.yaml: MalformedYAMLError: yaml: line 5: found character that cannot start any token",
      "line 5: found character that cannot start any token",
    ],
    [
      "unable to build kubernetes objects from podinfo/templates/deployment.yaml: Object 'Kind' is missing",
      "Object 'Kind' is missing",
    ],
    [
      "chart requires kubeVersion: >=1.99.0 which is incompatible with Kubernetes v1.35.0",
      "chart requires kubeVersion: >=1.99.0 which is incompatible with Kubernetes v1.35.0",
    ],
    [
      "could not resolve ConfigMap chart values reference 'apps/podinfo' with key 'tag': key \"b\" has no value",
      'key "b" has no value (ConfigMap apps/podinfo, key `tag`)',
    ],
    [
      "no values file found at path 'production.yaml'",
      "no values file found at path 'production.yaml'",
    ],
  ])("%s", (message, cause) => {
    expect(words(message).cause).toBe(cause)
  })
})

describe("the value that a message names", () => {
  test.each<[string, readonly string[] | undefined]>([
    [
      'podinfo/templates/x.yaml:1:2: executing "podinfo/templates/x.yaml" at <.Values.image.tag>: nil pointer',
      ["image", "tag"],
    ],
    ["execution error at (podinfo/templates/x.yaml:1:2): .Values.host is required", ["host"]],
    [
      "execution error at (podinfo/templates/x.yaml:1:2): set values.ingress.host.",
      ["ingress", "host"],
    ],
    ["execution error at (podinfo/templates/x.yaml:1:2): see values.yaml", undefined],
    ["a template failed", undefined],
  ])("%s", (message, path) => {
    expect(namedValue(words(message))).toEqual(path)
  })
})
