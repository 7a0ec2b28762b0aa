import type { JsonObject, JsonValue } from "../../src/yaml/json.ts"
import { readVectors } from "./oracles.ts"
import { SeededRandom } from "./random.ts"

/** A release and the objects that it may refer to. */
export interface ValuesQuestion {
  readonly release: JsonObject
  readonly objects: readonly JsonObject[]
}

interface ChainParts {
  readonly keys: readonly string[]
  readonly scalars: readonly JsonValue[]
  /** Steps of a `targetPath`. */
  readonly steps: readonly string[]
  readonly oddPaths: readonly string[]
  /** What a reference with a `targetPath` may find. */
  readonly targetTexts: readonly string[]
  /** What a reference without one may find. */
  readonly documents: readonly string[]
}

const parts = readVectors<ChainParts>("chain-parts.json")

/** A release with inline values and up to five references of all sorts; the same for the same seed. */
export function generateChain(seed: number): ValuesQuestion {
  const random = new SeededRandom(seed)
  const objects = Array.from({ length: 1 + random.below(4) }, (_, index) =>
    generateObject(random, index),
  )
  const valuesFrom = Array.from({ length: random.below(6) }, () =>
    generateReference(random, objects.length),
  )
  const values = random.chance(80) ? { values: generateMap(random, 3) } : {}
  return {
    release: {
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      metadata: { name: "podinfo", namespace: "apps" },
      spec: { ...values, valuesFrom },
    },
    objects,
  }
}

function generateObject(random: SeededRandom, index: number): JsonObject {
  const isSecret = random.chance(40)
  const encode = (text: string) => (isSecret ? Buffer.from(text).toString("base64") : text)
  return {
    apiVersion: "v1",
    kind: isSecret ? "Secret" : "ConfigMap",
    metadata: { name: `values-${index}`, namespace: random.chance(95) ? "apps" : "flux-system" },
    data: {
      "values.yaml": encode(random.chance(60) ? mapText(random) : random.pick(parts.documents)),
      key: encode(random.pick(parts.targetTexts)),
    },
  }
}

// JSON is YAML, so a generated map can be a document of values.
function mapText(random: SeededRandom): string {
  return `${JSON.stringify(generateMap(random, 3))}\n`
}

function generateReference(random: SeededRandom, count: number): JsonObject {
  const hasTarget = random.chance(55)
  const key = random.chance(hasTarget ? 85 : 8) ? { valuesKey: "key" } : {}
  const missing = random.chance(4) ? { valuesKey: "missing" } : {}
  return {
    kind: random.chance(2) ? "Bucket" : random.pick(["ConfigMap", "ConfigMap", "Secret"]),
    name: `values-${random.below(count + (random.chance(5) ? 1 : 0))}`,
    ...key,
    ...missing,
    ...(hasTarget ? { targetPath: generatePath(random) } : {}),
    ...(random.chance(75) ? { optional: true } : {}),
    ...(random.chance(20) ? { literal: true } : {}),
  }
}

function generatePath(random: SeededRandom): string {
  if (random.chance(4)) return random.pick(parts.oddPaths)
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(parts.steps)).join(".")
}

function generateMap(random: SeededRandom, depth: number): JsonObject {
  const entries = Array.from({ length: random.below(4) }, () => [
    random.pick(parts.keys),
    generateValue(random, depth - 1),
  ])
  return Object.fromEntries(entries) as JsonObject
}

function generateValue(random: SeededRandom, depth: number): JsonValue {
  if (depth > 0 && random.chance(50)) return generateMap(random, depth)
  if (depth > 0 && random.chance(30)) {
    return Array.from({ length: random.below(3) }, () => generateValue(random, depth - 1))
  }
  return random.pick(parts.scalars)
}
