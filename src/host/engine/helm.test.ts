import { describe, expect, test } from "vitest"
import type { EngineLimit, HelmRequest, HelmResult } from "../../build/engine.ts"
import { backends, chartOf, configMap, release, useEngine } from "./test-engine.ts"

describe.each(backends)("$name", (backend) => {
  const engine = useEngine(backend)

  function render(request: Partial<HelmRequest>): Promise<HelmResult | EngineLimit> {
    return engine.call("helm", release(request))
  }

  function renderTemplate(
    template: string,
    request: Partial<HelmRequest> = {},
  ): Promise<HelmResult | EngineLimit> {
    const chart = chartOf({ "templates/demo.yaml": `${configMap}  value: ${template}\n` })
    return render({ chart, ...request })
  }

  describe("helm", () => {
    test("renders podinfo with its hooks and tests", async () => {
      const result = await render({
        values: { replicaCount: 2 },
        owner: { name: "podinfo", namespace: "apps" },
      })
      expect(result).toMatchObject({
        status: "rendered",
        chart: { name: "podinfo", version: "6.14.0", appVersion: "6.14.0" },
        // `helm template` does not print them.
        ...(backend.renders === "engine" && {
          notes: expect.stringContaining("kubectl -n apps port-forward"),
        }),
      })
      const { objects } = result as Extract<HelmResult, { status: "rendered" }>
      expect(objects.map(({ template, role }) => `${role} ${template}`)).toMatchInlineSnapshot(`
      [
        "manifest podinfo/templates/service.yaml",
        "manifest podinfo/templates/deployment.yaml",
        "test podinfo/templates/tests/grpc.yaml",
        "test podinfo/templates/tests/jwt.yaml",
        "test podinfo/templates/tests/service.yaml",
      ]
    `)
      expect(objects[1]?.manifest).toMatchObject({
        metadata: {
          labels: {
            "helm.toolkit.fluxcd.io/name": "podinfo",
            "helm.toolkit.fluxcd.io/namespace": "apps",
          },
        },
        spec: { replicas: 2 },
      })
    })

    test("a failing template has a position", async () => {
      expect(await renderTemplate('{{ required "a name is needed" .Values.name }}')).toMatchObject({
        status: "failed",
        step: "render",
        template: "demo/templates/demo.yaml",
        line: 6,
        column: 13,
        message: expect.stringContaining("a name is needed"),
      })
      expect(await renderTemplate("{{ .Values.name.first }")).toMatchObject({
        step: "render",
        template: "demo/templates/demo.yaml",
        line: 6,
      })
    })

    test("a manifest that is no YAML names its template", async () => {
      expect(await renderTemplate("[1")).toMatchObject({
        status: "failed",
        step: "parse",
        template: "demo/templates/demo.yaml",
      })
    })

    // The user's own program has the present, and true randomness.
    test.runIf(backend.renders === "engine")("two runs give the same bytes", async () => {
      const template = `{{ now | quote }}
  random: {{ printf "%s %s %s %d" (randAlphaNum 8) uuidv4 (shuffle "abcdef") (randInt 0 99) | quote }}
  ca: {{ (genCA "demo" 365).Cert | quote }}
  key: {{ genPrivateKey "ed25519" | quote }}
  password: {{ htpasswd "a" "b" | quote }}
  keys: {{ keys (dict "a" 1 "b" 2 "c" 3 "d" 4) | join "," }}
  bytes: {{ randBytes 8 }}`
      const first = await renderTemplate(template)
      expect(first).toMatchObject({ status: "rendered" })
      expect(await renderTemplate(template)).toEqual(first)
      const other = engine.another({ concurrency: 1 })
      const chart = chartOf({ "templates/demo.yaml": `${configMap}  value: ${template}\n` })
      expect(await other.call("helm", release({ chart }))).toEqual(first)
      await other.close()
    })

    test("templates see neither environment nor names nor network", async () => {
      const template = `{{ getHostByName "localhost" | quote }}
  files: {{ .Files.Get "/etc/passwd" | quote }}
  lookup: {{ lookup "v1" "Secret" "default" "" | toJson | quote }}`
      const result = await renderTemplate(template)
      expect(result).toMatchObject({
        objects: [{ manifest: { data: { value: "", files: "", lookup: "{}" } } }],
      })
      expect(await renderTemplate('{{ env "SLUICE_CANARY" }}')).toMatchObject({
        step: "render",
        message: expect.stringContaining('function "env" not defined'),
      })
    })
  })
})
