import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { useEngine } from "../src/host/engine/test-engine.ts"
import { sha256 } from "../src/host/node-host.ts"
import { groupBy } from "../src/model/index.ts"
import type { CrdVersion } from "../src/schema/crd-versions.ts"
import { isList, isObject, type JsonObject, type JsonValue, stringAt } from "../src/yaml/json.ts"
import { readReleases } from "./support/schemas/releases.ts"
import type { RuleVector } from "./support/schemas/rule-vector.ts"
import { ruleVectors } from "./support/schemas/rule-vectors.ts"

// Every rule in CEL of every definition of Flux, of all its minors, accepts an object and refuses another.

const engine = useEngine()

interface RuledVersion {
  readonly title: string
  readonly version: CrdVersion
  readonly rules: readonly string[]
}

const ruled = readReleases(join(import.meta.dirname, "../schemas/crds")).flatMap(
  ({ minor, versions }) =>
    versions.flatMap((version): readonly RuledVersion[] => {
      const rules = [...rulesIn(version.schema)]
      const release = minor === undefined ? "flux-operator" : `Flux 2.${minor}`
      const title = `${version.kind} ${version.version} of ${release}`
      return rules.length === 0 ? [] : [{ title, version, rules }]
    }),
)

function* rulesIn(schema: JsonValue): Iterable<string> {
  if (isList(schema)) for (const part of schema) yield* rulesIn(part)
  if (!isObject(schema)) return
  for (const [keyword, part] of Object.entries(schema)) {
    if (keyword !== "x-kubernetes-validations" || !isList(part)) yield* rulesIn(part)
    else for (const rule of part) yield stringAt(rule, ["rule"]) ?? ""
  }
}

function isTransition(rule: string): boolean {
  return rule.includes("oldSelf")
}

/** An object of the kind; null takes a field of the base away. */
function objectOf({ group, kind, version }: CrdVersion, changes: JsonObject): JsonObject {
  const { $name = "flux", ...spec } = { ...ruleVectors[kind]?.base, ...changes }
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name: $name, namespace: "flux-system" },
    spec,
  }
}

async function judge(version: CrdVersion, objects: readonly JsonObject[]) {
  const schema = { digest: sha256(JSON.stringify(version.schema)), schema: version.schema }
  const result = await engine.call("validate", { schema, objects })
  if (result.status !== "judged") throw new Error(result.message)
  return result
}

describe("the rules of Flux's definitions", () => {
  test.each(ruled)("$title", async ({ version, rules }) => {
    const judged = rules.filter((rule) => !isTransition(rule))
    const vectors = judged.map((rule): readonly [string, RuleVector | undefined] => [
      rule,
      ruleVectors[version.kind]?.rules[rule],
    ])
    const missing = vectors.flatMap(([rule, vector]) => (vector ? [] : [rule]))
    expect(missing, "rules without objects").toEqual([])
    const objects = vectors.flatMap(([, vector]) =>
      vector ? [objectOf(version, vector.passes), objectOf(version, vector.fails)] : [],
    )
    const { verdicts, transitionRules } = await judge(version, objects)
    expect(transitionRules).toBe(rules.length - judged.length)
    for (const [index, rule] of judged.entries()) {
      const [passes, fails] = verdicts.slice(2 * index, 2 * index + 2)
      expect(passes?.violations, `accepts: ${rule}`).toEqual([])
      expect(fails?.violations, `refuses: ${rule}`).toContainEqual(
        expect.objectContaining({ stage: "rule", rule }),
      )
    }
  })

  test("are some fifty, and no object is for a rule that there is not", () => {
    const known = groupBy(ruled, ({ version }) => version.kind)
    const rulesOf = (kind: string): ReadonlySet<string> =>
      new Set(known.get(kind)?.flatMap(({ rules }) => rules))
    const all = [...known.keys()].reduce((sum, kind) => sum + rulesOf(kind).size, 0)
    expect(all).toBeGreaterThan(50)
    for (const [kind, { rules }] of Object.entries(ruleVectors))
      for (const rule of Object.keys(rules)) expect(rulesOf(kind)).toContain(rule)
  })
})
