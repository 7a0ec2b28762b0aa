import { fc, test as propertyTest } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import type { JsonValue } from "./json.ts"
import { parseYaml } from "./parse-yaml.ts"
import { resolveDocument } from "./to-json.ts"
import { writeYaml } from "./write-yaml.ts"

function readBack(text: string, dialect: "sigs" | "kustomize"): unknown {
  const [document] = parseYaml(text).documents
  if (!document || document.errors.length > 0) throw new Error(`does not parse: ${text}`)
  return JSON.parse(JSON.stringify(resolveDocument(document, dialect).value))
}

test("a manifest is written as people write it", () => {
  const manifest = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "settings", labels: {}, finalizers: [] },
    data: {
      enabled: "yes",
      port: "8080",
      "key with: colon": "# no comment",
      script: "#!/bin/sh\necho hi\n\n  done\n",
      note: "two\nlines",
    },
    list: [{ name: "a", values: [1, true, null, [2, []]] }, "plain"],
  }
  expect(writeYaml(manifest)).toBe(`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels: {}
  finalizers: []
data:
  enabled: "yes"
  port: "8080"
  "key with: colon": "# no comment"
  script: |
    #!/bin/sh
    echo hi

      done
  note: |-
    two
    lines
list:
- name: a
  values:
  - 1
  - true
  - null
  - - 2
    - []
- plain
`)
})

describe("texts that a reader takes for something else are quoted", () => {
  test.each([
    "yes",
    "on",
    "n",
    "y",
    "null",
    "~",
    "",
    "1e3",
    "0o17",
    "017",
    "0x1f",
    "1_000",
    ".5",
    "2020-01-01",
    "1:30",
    "<<",
    "=",
    "- a",
    "*a",
    "&a",
    "!a",
    "a: b",
    "a #b",
    " a",
    "a ",
    "@a",
    "`a`",
    "%a",
    "?a",
    "|",
    ">",
    "{a",
    "[a",
    "---",
    "\ta",
    "a\tb",
    "\u0085",
    "\u2028",
    "a\u007f",
    "\ufeffa",
    "-",
    ".",
    "...",
    "NaN",
    ".inf",
    "12e03",
    "a\r\nb",
    "\na",
    " a\nb",
    "a\n \n",
    "a\n\n\n",
  ])("%j", (text) => {
    for (const value of [
      text,
      [text],
      { key: text },
      { [text]: text },
      { list: [{ a: text, b: [text] }] },
    ] as const) {
      expect(readBack(writeYaml(value), "sigs")).toEqual(value)
      expect(readBack(writeYaml(value), "kustomize")).toEqual(value)
    }
  })
})

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("apps", "flux-system", "key: value", "a\nb\n", "1", "true"),
    fc.string({ unit: "binary" }).filter((text) => !/\p{Cs}/u.test(text)),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value

propertyTest.prop([json])(
  "any value reads back as itself, here and in the yaml package",
  (value) => {
    const text = writeYaml(value)
    const plain: unknown = JSON.parse(JSON.stringify(value))
    expect(readBack(text, "sigs")).toEqual(plain)
    expect(readBack(text, "kustomize")).toEqual(plain)
    expect(parse(text, { version: "1.2" })).toEqual(plain)
  },
)
