import { describe, expect, test } from "vitest"
import { isObject, valueAt } from "./json.ts"
import { parseYaml } from "./parse-yaml.ts"
import type { YamlDialect } from "./resolve-scalar.ts"
import { resolveDocument, toJson } from "./to-json.ts"

function read(text: string, dialect: YamlDialect = "sigs"): unknown {
  const [document] = parseYaml(text).documents
  const value = document === undefined ? undefined : toJson(document, dialect)
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

function refusals(text: string, dialect: YamlDialect = "sigs"): readonly string[] {
  const [document] = parseYaml(text).documents
  const errors = document === undefined ? [] : resolveDocument(document, dialect).errors
  return errors.map(
    ({ message, start, end }) => `${start}-${end} ${text.slice(start, end)}: ${message}`,
  )
}

describe("merge keys", () => {
  const base = "base: &base {cpu: 1, memory: 2}\n"

  test.each([
    ["fill in", `${base}pod:\n  <<: *base\n  disk: 3\n`, { cpu: 1, memory: 2, disk: 3 }],
    ["give way to keys after them", `${base}pod:\n  <<: *base\n  cpu: 9\n`, { cpu: 9, memory: 2 }],
    ["take a mapping in place", "pod:\n  <<: {cpu: 1}\n", { cpu: 1 }],
    [
      "take a list, whose first mapping wins",
      "pod:\n  <<: [{a: 1}, {a: 2, b: 2}]\n",
      { a: 1, b: 2 },
    ],
    [
      "merge what is merged",
      `${base}x: &x {<<: *base, cpu: 5}\npod: {<<: *x}\n`,
      { cpu: 5, memory: 2 },
    ],
    ["are ordinary keys in quotes", 'pod: {"<<": {a: 1}}\n', { "<<": { a: 1 } }],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toMatchObject({ pod: expected })
    expect(read(text, "kustomize")).toMatchObject({ pod: expected })
  })

  test("win over keys before them for kubectl and Helm, not for kustomize", () => {
    const text = `${base}pod:\n  cpu: 9\n  <<: *base\n`
    expect(read(text)).toMatchObject({ pod: { cpu: 1 } })
    expect(read(text, "kustomize")).toMatchObject({ pod: { cpu: 9 } })
  })

  test("take nothing but mappings", () => {
    expect(refusals("a:\n  <<: 1\n")).toEqual([
      "9-10 1: a merge key `<<` takes a mapping or a list of mappings",
    ])
  })
})

describe("keys", () => {
  test.each([
    ["on: 1", "true", "on"],
    ["no: 1", "false", "no"],
    ["1: x", "1", "1"],
    ["0x10: x", "16", "0x10"],
    ["1.50: x", "1.5", "1.50"],
    ["1e6: x", "1e+06", "1e6"],
    ["0.1: x", "0.1", "0.1"],
    ["0.00001: x", "1e-05", "0.00001"],
    ["16777217.5: x", "1.6777218e+07", "16777217.5"],
    ["-.inf: x", "-.inf", "-.inf"],
    [".nan: x", ".nan", ".nan"],
    ["1e300: x", ".inf", "1e300"],
    ["9007199254740993: x", "9007199254740993", "9007199254740993"],
    ["2024-01-02: x", "2024-01-02", "2024-01-02"],
    ["'on': x", "on", "on"],
    ["!!str on: x", "on", "on"],
    ["!!binary aGk=: x", "hi", "hi"],
    ["&a b: *a", "b", "b"],
  ])("%j has the key %j, and %j for kustomize", (text, sigs, kustomize) => {
    expect(Object.keys(read(text) as object)).toEqual([sigs])
    expect(Object.keys(read(text, "kustomize") as object)).toEqual([kustomize])
  })

  test.each([
    ["~: x", "0-1 ~: a key is null"],
    ["{a: b}: x", "0-6 {a: b}: a mapping is used as a key"],
    ["[a]: x", "0-3 [a]: a list is used as a key"],
    ["x: {{ .Values.name }}", "4-20 { .Values.name }: a template in `{{…}}` needs quotes"],
    [
      "18446744073709551615: x",
      "0-20 18446744073709551615: the key `18446744073709551615` is a number beyond 64 bits",
    ],
    ["!!int x: y", "6-7 x: the value is tagged `!!int`, but it is a str"],
  ])("%j is refused", (text, expected) => {
    expect(refusals(text)).toEqual([expected])
    expect(read(text)).toBeUndefined()
  })

  test("below the root are strings for kustomize", () => {
    expect(read("data: {1: x}")).toEqual({ data: { "1": "x" } })
    expect(refusals("data: {1: x}", "kustomize")).toEqual([
      "7-8 1: the key `1` is no string, and kustomize cannot write such a mapping",
    ])
  })

  test("that stand twice are refused by kustomize; elsewhere the last one counts", () => {
    expect(read("a: 1\na: 2\n")).toEqual({ a: 2 })
    expect(refusals("a: 1\na: 2\n", "kustomize")).toEqual([
      "5-6 a: the key `a` stands twice in one mapping",
    ])
  })
})

describe("scalars that are refused", () => {
  test.each([
    ["a: .inf", "3-7 .inf: `.inf` is a number that JSON cannot hold"],
    ["a: !!int 1.5", "9-12 1.5: the value is tagged `!!int`, but it is a float"],
    ["a: !!binary x", "12-13 x: the value is tagged `!!binary`, but it is not base64"],
    ["a: !!null x", "10-11 x: the value is tagged `!!null`, but it is a str"],
  ])("%j", (text, expected) => {
    expect(refusals(text)).toEqual([expected])
    expect(read(text)).toBeUndefined()
  })

  test("a time with an offset that Go cannot write", () => {
    expect(read("a: 2001-01-01T00:00:00+24:00")).toEqual({ a: "2001-01-01T00:00:00+24:00" })
    expect(refusals("a: 2001-01-01T00:00:00+24:00", "kustomize")).toHaveLength(1)
  })
})

describe("values", () => {
  test("binary that is no UTF-8 has a replacement character for each bad byte", () => {
    expect(read("a: !!binary 4oLDeP8=")).toEqual({ a: "\uFFFD\uFFFD\uFFFDx\uFFFD" })
  })

  test("aliases share their value with the anchor", () => {
    const [document] = parseYaml("a: &x {b: [1]}\nc: *x\n").documents
    const value = document === undefined ? undefined : toJson(document)
    expect(valueAt(value, ["c"])).toBe(valueAt(value, ["a"]))
  })

  test("are computed once", () => {
    const [document] = parseYaml("a: 1").documents
    if (document === undefined) throw new Error("no document")
    expect(toJson(document)).toBe(toJson(document))
    expect(toJson(document, "kustomize")).not.toBe(toJson(document))
  })

  test("keep −0 and lose digits beyond 2^53, as JSON in JavaScript does", () => {
    expect(read("[-0, -0.0, 9007199254740993]")).toEqual([0, 0, 9007199254740992])
    const [document] = parseYaml("-0.0").documents
    expect(document === undefined ? 1 : toJson(document)).toBe(-0)
  })
})

describe("__proto__", () => {
  const text =
    "__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\na:\n  <<: {__proto__: {polluted: true}}\n"

  test("is a key like any other", () => {
    const [document] = parseYaml(text).documents
    const value = document === undefined ? undefined : toJson(document)
    expect(isObject(value) && Object.keys(value)).toEqual(["__proto__", "constructor", "a"])
    expect(valueAt(value, ["a", "__proto__", "polluted"])).toBe(true)
    expect(JSON.stringify(value)).toContain('"__proto__":{"polluted":true}')
    expect(Object.keys(structuredClone(value) as object)).toEqual(["__proto__", "constructor", "a"])
  })

  test("changes no other object", () => {
    read(text)
    read(text, "kustomize")
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
  })

  test("is not inherited by objects without it", () => {
    const [document] = parseYaml("a: 1").documents
    const value = document === undefined ? undefined : toJson(document)
    const keys = ["constructor", "__proto__", "toString"]
    expect(isObject(value) && keys.map((key) => value[key])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
