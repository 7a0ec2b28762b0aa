import { describe, expect, test } from "vitest"
import { packageSchemas } from "../src/host/package-schemas.ts"
import { fluxVersions } from "../src/model/generated/flux-versions.ts"
import type { Violation } from "../src/model/index.ts"
import { ajvViolations } from "../src/schema/ajv-violations.ts"
import { violationsOf } from "../src/schema/check-value.ts"
import type { Schema } from "../src/schema/schema.ts"
import { type FieldPath, isList, isObject, type JsonValue } from "../src/yaml/json.ts"
import { sampleOf } from "./support/schemas/sample-object.ts"

const files = fluxVersions.flatMap(({ schemas }) => schemas.map(([, file]) => file))

/** What the compiled validators look at: the API server sees to the rest. */
function ownPart(schema: Schema): Schema {
  return { ...schema, properties: { ...schema.properties, metadata: {}, status: {} } }
}

/** Every value below `value`, with its path. */
function* placesIn(
  value: JsonValue,
  path: FieldPath = [],
): Iterable<readonly [FieldPath, JsonValue]> {
  yield [path, value]
  const below = isList(value) ? value.entries() : isObject(value) ? Object.entries(value) : []
  for (const [step, inner] of below) yield* placesIn(inner, [...path, step])
}

/** A copy of `value` with something else at `path`; undefined leaves it out. */
function withValue(value: JsonValue, path: FieldPath, other: JsonValue | undefined): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return other ?? null
  const next = (inner: JsonValue) => (rest.length === 0 ? other : withValue(inner, rest, other))
  if (isList(value)) {
    return value.flatMap((element, index) => (index === step ? (next(element) ?? []) : [element]))
  }
  const fields = Object.entries(isObject(value) ? value : {}).flatMap(([name, field]) => {
    const changed = name === step ? next(field) : field
    return changed === undefined ? [] : [[name, changed] as const]
  })
  return Object.fromEntries(fields)
}

/** An object that fits, and the same with one thing wrong, for each of its fields. */
function* variantsOf(sample: JsonValue): Iterable<JsonValue> {
  yield sample
  for (const [path, value] of placesIn(sample)) {
    if (path.length === 0 || path[0] === "metadata" || path[0] === "status") continue
    yield withValue(sample, path, undefined)
    yield withValue(sample, path, typeof value === "string" ? 7 : "no such value")
    if (isObject(value)) yield withValue(sample, [...path], { ...value, notDeclared: true })
  }
}

function summary(violations: readonly Violation[]): readonly string[] {
  return violations.map((violation) => JSON.stringify(violation)).sort()
}

describe("the validators of Flux's kinds", () => {
  test("are one for each schema of each release", () => {
    expect(files.length).toBeGreaterThan(100)
  })

  test.each(files)("%s says what the interpreter of schemas says", async (file) => {
    const validate = await packageSchemas.validator(file)
    const schema = packageSchemas.fluxSchema(file)
    const own = ownPart(schema)
    let judged = 0
    for (const object of variantsOf(sampleOf(schema))) {
      const compiled = ajvViolations(object, validate, () => schema)
      const interpreted = violationsOf(object, own, () => undefined)
      expect(summary(compiled), JSON.stringify(object)).toEqual(summary(interpreted))
      judged++
    }
    expect(judged).toBeGreaterThan(5)
  })
})
