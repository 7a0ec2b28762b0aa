import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { packageSchemas } from "../src/host/package-schemas.ts"
import { violationsOf } from "../src/schema/check-value.ts"
import { kubernetesSchemas } from "../src/schema/kubernetes-schemas.ts"
import type { JsonObject } from "../src/yaml/json.ts"

const { minors, definitions } = packageSchemas.kubernetes()
const originals = resolve(import.meta.dirname, "../../shared/kubernetes-openapi")

describe.skipIf(!existsSync(originals))("the packed definitions of Kubernetes", () => {
  test("are there for each minor", () => {
    const files = readdirSync(originals).map((file) => file.slice(1, -".json.gz".length))
    expect([...minors].sort()).toEqual(files.sort())
  })

  test.each(minors.map((minor, index) => ({ minor, index })))(
    "$minor unpacks to what was packed",
    ({ minor, index }) => {
      const packed = readFileSync(join(originals, `v${minor}.json.gz`))
      const original = JSON.parse(gunzipSync(packed).toString("utf8"))
      const unpacked = Object.entries(definitions).flatMap(([name, changes]) => {
        const definition = changes.findLast(([since]) => since <= index)?.[1]
        return definition ? [[name, definition] as const] : []
      })
      expect(Object.fromEntries(unpacked)).toEqual(original.definitions)
    },
  )
})

describe("Kubernetes' own kinds", () => {
  const judge = (kubernetes: string, manifest: JsonObject): readonly string[] | string => {
    const schemas = kubernetesSchemas(packageSchemas.kubernetes(), kubernetes)
    const [version = "", group = ""] = String(manifest.apiVersion).split("/").reverse()
    const schema = schemas?.schemaOf({ group, kind: String(manifest.kind) }, version)
    if (schema === "unserved") return schema
    if (!schemas || !schema) return "unknown"
    return violationsOf(manifest, schema, schemas.resolve).map(
      ({ path, problem }) => `${path.join(".")} ${problem.kind}`,
    )
  }
  const statefulSet = {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    spec: { selector: {}, template: { spec: { containers: [{ name: "web", resizePolicy: [] }] } } },
  }

  test.each<[string, string, JsonObject, readonly string[] | string]>([
    ["what the API server fills in is not missing", "1.30", statefulSet, []],
    [
      "what it asks for is",
      "1.30",
      { apiVersion: "apps/v1", kind: "Deployment", spec: { template: {} } },
      ["spec.selector missing"],
    ],
    [
      "status is not looked at",
      "1.30",
      { apiVersion: "v1", kind: "Namespace", status: { anything: true } },
      [],
    ],
    [
      "quantities may be numbers",
      "1.30",
      { apiVersion: "v1", kind: "ResourceQuota", spec: { hard: { "limits.cpu": 2, pods: "ten" } } },
      ["spec.hard.pods type"],
    ],
    [
      "a version that has gone",
      "1.36",
      { apiVersion: "policy/v1beta1", kind: "PodDisruptionBudget" },
      "unserved",
    ],
    ["a kind of others", "1.36", { apiVersion: "example.com/v1", kind: "Backup" }, "unknown"],
    ["a minor between two known ones", "1.31", { apiVersion: "v1", kind: "ConfigMap" }, []],
    ["a minor after the last", "1.99", { apiVersion: "v1", kind: "ConfigMap" }, "unknown"],
  ])("%s", (_title, kubernetes, manifest, expected) => {
    expect(judge(kubernetes, manifest)).toEqual(expected)
  })
})
