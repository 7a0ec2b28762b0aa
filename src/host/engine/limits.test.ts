import { describe, expect, test } from "vitest"
import { backends, chartOf, configMap, release, useEngine } from "./test-engine.ts"

describe.each(backends.filter(({ renders }) => renders === "engine"))("$name", (backend) => {
  const engine = useEngine(backend)

  test("an endless template is killed, and the next call is served", async () => {
    const hasty = engine.another({ concurrency: 1, timeoutMs: 3_000 })
    const endless = chartOf({ "templates/demo.yaml": "{{ range until 1000000000 }}{{ end }}" })
    const loop = chartOf({
      "templates/demo.yaml":
        "{{ range $i := untilStep 0 2000000 1 }}{{ range until 2000 }}{{ end }}{{ end }}",
    })
    const limit = await hasty.call("helm", release({ chart: endless }))
    expect(limit).toMatchObject({ status: "limit", limit: expect.stringMatching(/time|memory/u) })
    expect(await hasty.call("helm", release({ chart: loop }))).toMatchObject({
      status: "limit",
      limit: "time",
    })
    expect(await hasty.call("constraint", { checks: [] })).toEqual({ results: [] })
    await hasty.close()
  })

  test.each([
    [
      "recursion",
      '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}',
      /failed|limit/u,
    ],
    [
      "recursion through tpl",
      '{{ define "a" }}{{ tpl "{{ include \\"a\\" . }}" . }}{{ end }}{{ include "a" . }}',
      /failed|limit/u,
    ],
    ["a giant string", '{{ repeat 300000000 "abcdefgh" }}', /limit/u],
    ["too many manifests", '{{ repeat 11000000 "#" }}', /limit/u],
  ])("%s ends", async (_, template, status) => {
    const chart = chartOf({ "templates/demo.yaml": template })
    expect((await engine.call("helm", release({ chart }))).status).toMatch(status)
    expect(await engine.call("constraint", { checks: [] })).toEqual({ results: [] })
  })
})

// Helm's memory has no limit: it is the user's own program, and never a stranger's chart that it renders.
describe.each(backends.filter(({ renders }) => renders === "helm"))("$name", (backend) => {
  const engine = useEngine(backend)

  test("an endless template is killed, and the next call is served", async () => {
    const hasty = engine.another({ concurrency: 1, timeoutMs: 3_000 })
    const loop = chartOf({
      "templates/demo.yaml":
        "{{ range $i := untilStep 0 2000000 1 }}{{ range until 2000 }}{{ end }}{{ end }}",
    })
    expect(await hasty.call("helm", release({ chart: loop }))).toMatchObject({
      status: "limit",
      limit: "time",
    })
    expect(await hasty.call("constraint", { checks: [] })).toEqual({ results: [] })
    await hasty.close()
  })

  test("too many manifests end a render", async () => {
    const chart = chartOf({ "templates/demo.yaml": `${configMap}  a: {{ repeat 11000000 "x" }}\n` })
    expect(await engine.call("helm", release({ chart }))).toMatchObject({
      status: "limit",
      limit: "output",
    })
  })
})
