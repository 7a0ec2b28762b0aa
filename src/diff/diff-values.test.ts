import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "../yaml/json.ts"
import { diffValues } from "./diff-values.ts"
import { formatSteps } from "./field-steps.ts"
import { isNoise } from "./noise.ts"

/** `+ a.b: 1`, `- a.b: 1`, `~ a.b: 1 → 2` for each field that differs. */
function told(before: JsonValue, after: JsonValue): readonly string[] {
  return diffValues(before, after).map(({ steps, kind, before: first, after: second }) => {
    const path = formatSteps(steps)
    const [old, now] = [first, second].map((value) => JSON.stringify(value))
    if (kind === "added") return `+ ${path}: ${now}`
    if (kind === "removed") return `- ${path}: ${old}`
    return `${kind === "reordered" ? "≠" : "~"} ${path}: ${old} → ${now}`
  })
}

test.each<readonly [title: string, before: JsonValue, after: JsonValue, told: readonly string[]]>([
  ["a scalar", { a: { b: 1 } }, { a: { b: 2 } }, ["~ a.b: 1 → 2"]],
  ["a type", { a: 1 }, { a: "1" }, ['~ a: 1 → "1"']],
  ["the order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ["a field more", {}, { a: { b: [] } }, ['+ a: {"b":[]}']],
  ["null and nothing", { a: null }, {}, ["- a: null"]],
  ["a key that is no word", { "a.b/c": 1 }, { "a.b/c": 2 }, ['~ ["a.b/c"]: 1 → 2']],
  [
    "containers by name, wherever they stand",
    { containers: [{ name: "a", image: "a:1" }, { name: "b" }] },
    { containers: [{ name: "c" }, { name: "a", image: "a:2" }, { name: "b" }] },
    ['~ containers[a].image: "a:1" → "a:2"', '+ containers[c]: {"name":"c"}'],
  ],
  [
    "their order",
    { initContainers: [{ name: "a" }, { name: "b" }] },
    { initContainers: [{ name: "b" }, { name: "a" }] },
    ['≠ initContainers: ["a","b"] → ["b","a"]'],
  ],
  [
    "ports by number and protocol, where they have no name",
    { ports: [{ containerPort: 80 }, { containerPort: 53, protocol: "UDP" }] },
    { ports: [{ containerPort: 53, protocol: "UDP" }, { containerPort: 81 }] },
    ['- ports[80]: {"containerPort":80}', '+ ports[81]: {"containerPort":81}'],
  ],
  [
    "mounts by their path: a volume may be mounted twice",
    {
      volumeMounts: [
        { name: "v", mountPath: "/a" },
        { name: "v", mountPath: "/b" },
      ],
    },
    {
      volumeMounts: [
        { name: "v", mountPath: "/b", readOnly: true },
        { name: "v", mountPath: "/a" },
      ],
    },
    ['≠ volumeMounts: ["/a","/b"] → ["/b","/a"]', "+ volumeMounts[/b].readOnly: true"],
  ],
  [
    "elements without a name, after what is common to both",
    { args: ["--a", "--b=1", "--c"] },
    { args: ["--new", "--a", "--b=2", "--c"] },
    ['+ args[0]: "--new"', '~ args[2]: "--b=1" → "--b=2"'],
  ],
  [
    "elements of one name twice, by their place",
    {
      env: [
        { name: "A", value: "1" },
        { name: "A", value: "2" },
      ],
    },
    {
      env: [
        { name: "A", value: "1" },
        { name: "A", value: "3" },
      ],
    },
    ['~ env[1].value: "2" → "3"'],
  ],
  [
    "labels one by one",
    { metadata: {} },
    { metadata: { labels: { a: "b", c: "d" } } },
    ['+ metadata.labels.a: "b"', '+ metadata.labels.c: "d"'],
  ],
  ["no labels and none", { metadata: {} }, { metadata: { labels: {} } }, []],
  [
    "__proto__ is a key as any other",
    JSON.parse('{"__proto__":1}') as JsonValue,
    {},
    ["- __proto__: 1"],
  ],
])("%s", (_title, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>

describe("whatever the values", () => {
  test("a value does not differ from itself", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(told(value, structuredClone(value))).toEqual([])
      }),
    )
  })

  test("other values differ, and what is added one way is removed the other way", () => {
    const count = (all: readonly string[], sign: string): number =>
      all.filter((one) => one.startsWith(sign)).length
    fc.assert(
      fc.property(json, json, (left, right) => {
        const [there, back] = [told(left, right), told(right, left)]
        const isSame = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))
        expect(there.length === 0).toBe(isSame)
        expect(count(there, "+") - count(there, "-")).toBe(count(back, "-") - count(back, "+"))
      }),
    )
  })

  test("long lists are compared in a moment", () => {
    const list = (from: number): JsonValue =>
      Array.from({ length: 20_000 }, (_, index) => index + from)
    expect(told({ a: list(0) }, { a: list(1) })).toHaveLength(20_000)
  })
})

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? 0 : value
  const entries = Object.entries(value).map(([key, child]) => [key, sorted(child)] as const)
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)))
}

test.each<readonly [holder: string, key: string, isNoise: boolean]>([
  ["metadata.labels", "helm.sh/chart", true],
  ["spec.template.metadata.annotations", "checksum/config", true],
  ["spec.jobTemplate.spec.template.metadata.labels", "app.kubernetes.io/version", true],
  ["spec.selector.matchLabels", "helm.sh/chart", false],
  ["spec.volumeClaimTemplates.metadata.labels", "helm.sh/chart", false],
  ["metadata.labels", "app.kubernetes.io/name", false],
  ["data", "checksum/config", false],
])("%s %s is noise: %s", (holder, key, expected) => {
  const steps = [...holder.split("."), key]
  expect(isNoise({ steps, kind: "changed", before: "a", after: "b" })).toBe(expected)
})
