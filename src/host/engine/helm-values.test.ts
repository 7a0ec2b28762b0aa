import { describe, expect, test } from "vitest"
import type { EngineLimit, HelmRequest, HelmResult } from "../../build/engine.ts"
import type { JsonObject } from "../../yaml/json.ts"
import { backends, chartOf, configMap, release, useEngine } from "./test-engine.ts"

describe.each(backends)("$name", (backend) => {
  const engine = useEngine(backend)

  function render(request: Partial<HelmRequest>): Promise<HelmResult | EngineLimit> {
    return engine.call("helm", release(request))
  }

  describe("what a release asks of its chart", () => {
    test("values that the schema rejects are named by path", async () => {
      const schema = {
        $schema: "http://json-schema.org/draft-07/schema#",
        properties: {
          image: { additionalProperties: false, properties: { tag: { type: "string" } } },
          ports: { items: { type: "integer" } },
        },
      }
      const chart = chartOf({ "values.schema.json": JSON.stringify(schema) })
      const values = { image: { tag: 1, tagg: "a" }, ports: [80, "http"] }
      const result = await render({ chart, values })
      expect(result).toMatchObject({ status: "failed", step: "schema" })
      const { violations } = result as Extract<HelmResult, { status: "failed" }>
      expect(violations).toHaveLength(3)
      expect(violations).toEqual(
        expect.arrayContaining([
          { path: ["image", "tag"], message: "got number, want string", chart: "demo" },
          {
            path: ["image", "tagg"],
            message: "additional properties 'tagg' not allowed",
            chart: "demo",
          },
          { path: ["ports", 1], message: "got string, want integer", chart: "demo" },
        ]),
      )
      expect(await render({ chart, values, skipSchemaValidation: true })).toMatchObject({
        status: "rendered",
      })
    })

    test("a schema elsewhere is never fetched: without it validation is skipped, and said so", async () => {
      const url = "https://example.org/values.schema.json"
      const chart = chartOf({ "values.schema.json": `{"$ref": "${url}#/$defs/values"}` })
      const values = { replicas: "many" }
      expect(await render({ chart, values })).toMatchObject({
        status: "rendered",
        schemaSkipped:
          backend.name === "sluice-engine"
            ? "demo: values.schema.json refers to a schema of example.org, which was not fetched"
            : `demo: values.schema.json refers to ${url}, which was not fetched`,
      })
      const remoteSchemas = {
        [url]: '{"$defs": {"values": {"properties": {"replicas": {"type": "integer"}}}}}',
      }
      expect(await render({ chart, values, remoteSchemas })).toMatchObject({
        step: "schema",
        violations: [{ path: ["replicas"], message: "got string, want integer" }],
      })
    })

    test("what targetPath sets stays an integer", async () => {
      const values = await engine.call("values", {
        release: {
          metadata: { name: "demo", namespace: "apps" },
          spec: {
            values: { inline: 5_000_000 },
            valuesFrom: [
              { kind: "ConfigMap", name: "set", valuesKey: "n", targetPath: "set[1].n" },
            ],
          },
        },
        objects: [
          {
            kind: "ConfigMap",
            metadata: { name: "set", namespace: "apps" },
            data: { n: "4000000" },
          },
        ],
      })
      expect(values).toMatchObject({ status: "composed", integers: [["set", 1, "n"]] })
      const composed = values as Extract<typeof values, { status: "composed" }>
      const template = `${configMap}  inline: "{{ .Values.inline }}"\n  set: "{{ (index .Values.set 1).n }}"\n`
      const result = await render({
        chart: chartOf({ "templates/a.yaml": template }),
        values: composed.values,
        integers: composed.integers ?? [],
      })
      expect(result).toMatchObject({
        objects: [{ manifest: { data: { inline: "5e+06", set: "4000000" } } }],
      })
    })

    test("values files replace the chart's own values", async () => {
      const chart = chartOf({
        "values.yaml": "a: chart\nb: chart\n",
        "values-prod.yaml": "b: prod\n",
        "templates/demo.yaml": `${configMap}  value: "{{ .Values.a }} {{ .Values.b }}"\n`,
      })
      const renderedWith = async (valuesFiles: HelmRequest["valuesFiles"]): Promise<unknown> => {
        const result = await render({ chart, ...(valuesFiles && { valuesFiles }) })
        return result.status === "rendered" ? result.objects[0]?.manifest.data : result
      }
      expect(await renderedWith(undefined)).toEqual({ value: "chart chart" })
      expect(await renderedWith([{ path: "values-prod.yaml" }])).toEqual({ value: " prod" })
      expect(await renderedWith([{ path: "values.yaml" }, { path: "values-prod.yaml" }])).toEqual({
        value: "chart prod",
      })
      const data = new TextEncoder().encode("a: outside\n")
      expect(await renderedWith([{ path: "../shared.yaml", data }])).toEqual({ value: "outside " })
      expect(await renderedWith([{ path: "none.yaml" }])).toMatchObject({
        step: "values",
        message: "no values file found at path 'none.yaml'",
      })
    })

    test("post-renderers patch objects, hooks among them unless the strategy says otherwise", async () => {
      const hook = configMap.replace(
        "name: demo",
        'name: hook\n  annotations: {"helm.sh/hook": pre-install}',
      )
      const chart = chartOf({
        "templates/a.yaml": `${configMap}  a: b\n`,
        "templates/hook.yaml": `${hook}  a: b\n`,
      })
      const postRenderers: JsonObject[] = [
        {
          kustomize: {
            patches: [
              {
                target: { kind: "ConfigMap" },
                patch: "- {op: add, path: /data/patched, value: 'yes'}",
              },
            ],
          },
        },
      ]
      const patched = async (
        postRenderStrategy: NonNullable<HelmRequest["postRenderStrategy"]>,
      ): Promise<unknown> => {
        const result = await render({
          chart,
          postRenderers,
          postRenderStrategy,
          commonMetadata: { labels: { team: "web" } },
        })
        return result.status === "rendered"
          ? result.objects.map(({ manifest, role }) => [role, manifest.data])
          : result
      }
      const both = [
        ["manifest", { a: "b", patched: "yes" }],
        ["hook", { a: "b", patched: "yes" }],
      ]
      expect(await patched("combined")).toEqual(both)
      expect(await patched("separate")).toEqual(both)
      expect(await patched("nohooks")).toEqual([both[0], ["hook", { a: "b" }]])
    })
  })

  describe("values", () => {
    const objects: JsonObject[] = [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "defaults", namespace: "apps" },
        data: { "values.yaml": "a: {c: 9}\n" },
      },
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "token", namespace: "apps" },
        data: { token: "Mg==" },
      },
    ]
    const compose = (values: JsonObject, valuesFrom: JsonObject[]) =>
      engine.call("values", {
        release: { metadata: { name: "podinfo", namespace: "apps" }, spec: { values, valuesFrom } },
        objects,
      })
    const target = { kind: "Secret", name: "token", valuesKey: "token", targetPath: "a.b" }

    test("a targetPath wins or loses by what comes before it, as in Flux", async () => {
      expect(await compose({ a: { b: 1 } }, [target])).toEqual({
        status: "composed",
        values: { a: { b: 2 } },
        integers: [["a", "b"]],
      })
      expect(
        await compose({ a: { b: 1 } }, [{ kind: "ConfigMap", name: "defaults" }, target]),
      ).toEqual({
        status: "composed",
        values: { a: { b: 1, c: 9 } },
      })
    })

    test("a missing reference fails unless it is optional", async () => {
      const missing = { kind: "ConfigMap", name: "none", valuesKey: "values.yaml" }
      expect(await compose({}, [missing])).toEqual({
        status: "failed",
        message: expect.stringContaining(
          "could not resolve ConfigMap chart values reference 'apps/none' with key 'values.yaml'",
        ),
        reference: { kind: "ConfigMap", name: "none", key: "values.yaml" },
      })
      expect(await compose({}, [{ ...missing, optional: true }])).toEqual({
        status: "composed",
        values: {},
      })
    })
  })
})
