import { expect, test } from "vitest"
import { documentOf, sampleWorkspace } from "../check/testdata/sample-workspace.ts"
import { sourceText } from "./source-text.ts"

const path = "apps/podinfo.yaml"

test.each<[string, string, string | undefined]>([
  [
    "a mapping, with its comments",
    "p:\n  - a: 1 # one\n    # two\n    b: |\n      x\n\n      y\n",
    "a: 1 # one\n# two\nb: |\n  x\n\n  y\n",
  ],
  ["a file with CRLF", "p:\r\n  - a: 1\r\n    b: 2\r\n", "a: 1\nb: 2\n"],
  ["braces", "p: [{a: 1}]\n", "{a: 1}\n"],
  ["a comment further left", "p:\n  - a: 1\n# left\n    b: 2\n", undefined],
  ["nothing", "p: []\n", undefined],
])("the text of %s", (_, text, expected) => {
  const document = documentOf(sampleWorkspace({ [path]: text }), path)
  expect(sourceText({ document, path: ["p", 0], part: "value" })).toBe(expected)
})
