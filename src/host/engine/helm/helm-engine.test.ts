import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, describe, expect, test, vi } from "vitest"
import type { HelmResult } from "../../../build/engine.ts"
import { backends, chartOf, configMap, release, useEngine } from "../test-engine.ts"
import { findHelm } from "./find-helm.ts"
import { templateArguments } from "./helm-arguments.ts"
import { messageOf, missingDependencies, readFailure } from "./helm-failure.ts"
import { splitOutput } from "./helm-output.ts"

const folder = mkdtempSync(join(tmpdir(), "sluice-helm-test-"))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => void vi.unstubAllEnvs())

describe.each(backends.filter(({ renders }) => renders === "helm"))("$name", (backend) => {
  const engine = useEngine(backend)

  test("dependencies that are not there are left out and named, as helm-controller renders without them", async () => {
    const chart = chartOf({
      "Chart.yaml":
        "apiVersion: v2\nname: demo\nversion: 1.0.0\ndependencies:\n- {name: there, version: 1.0.0, repository: ''}\n- {name: absent, version: 1.0.0, repository: 'https://example.org'}\n",
      "charts/there/Chart.yaml": "apiVersion: v2\nname: there\nversion: 1.0.0\n",
      "charts/there/templates/a.yaml": `${configMap}  from: there\n`,
    })
    const result = await engine.call("helm", release({ chart }))
    expect(result).toMatchObject({
      status: "rendered",
      missingDependencies: ["absent"],
      objects: [{ template: "demo/charts/there/templates/a.yaml" }],
    })
  })

  test("definitions of crds/ come with their files, and nothing of the user's is left behind", async () => {
    const definition =
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.example.org}\n"
    const chart = chartOf({
      "crds/a.yaml": definition,
      "templates/a.yaml": `${configMap}  home: {{ "x" }}\n`,
    })
    // A folder of its own: other tests render at the same time.
    const temporary = mkdtempSync(join(folder, "tmp-"))
    vi.stubEnv("TMPDIR", temporary)
    const result = await engine.call("helm", release({ chart }))
    const { objects } = result as Extract<HelmResult, { status: "rendered" }>
    expect(objects.map(({ role, template }) => [role, template])).toEqual([
      ["manifest", "demo/templates/a.yaml"],
      ["crd", "demo/crds/a.yaml"],
    ])
    expect(readdirSync(temporary)).toEqual([])
  })

  test("a template that fails and asks the cluster says so", async () => {
    const chart = chartOf({
      "templates/a.yaml":
        '{{ if not (lookup "v1" "Secret" "a" "b") }}{{ fail "no secret" }}{{ end }}',
    })
    expect(await engine.call("helm", release({ chart }))).toMatchObject({
      status: "failed",
      step: "render",
      lookups: true,
    })
  })

  test("a failure of a post-renderer names the template", async () => {
    const chart = chartOf({ "templates/a.yaml": `${configMap}  a: b\n` })
    const patch = "- {op: remove, path: /data/none}"
    const postRenderers = [{ kustomize: { patches: [{ target: { kind: "ConfigMap" }, patch }] } }]
    expect(await engine.call("helm", release({ chart, postRenderers }))).toMatchObject({
      status: "failed",
      step: "post-render",
    })
  })

  test("what is no chart is judged by Helm's own loader", async () => {
    const archive = new TextEncoder().encode("no archive")
    expect(
      await engine.call("helm", release({ chart: { digest: "broken", archive } })),
    ).toMatchObject({ status: "failed", step: "load" })
  })
})

// A script is no program on Windows.
describe.skipIf(process.platform === "win32")("the program", () => {
  const programOf = (place: string, version: string): string => {
    mkdirSync(join(folder, place), { recursive: true })
    const path = join(folder, place, "helm")
    writeFileSync(path, `#!/bin/sh\necho ${version}\nenv > '${path}.env'\n`)
    chmodSync(path, 0o755)
    return path
  }

  test("is the first of the search path, whose relative folders are passed over", () => {
    const path = programOf("bin", "v3.22.0")
    const search = { PATH: `.:node_modules/.bin:${join(folder, "none")}:${join(folder, "bin")}` }
    expect(findHelm(undefined, search)).toMatchObject({ path, version: "v3.22.0" })
    expect(readFileSync(`${path}.env`, "utf8")).not.toContain("HOME=")
    expect(findHelm(undefined, { PATH: ".:bin" })).toBe("there is no `helm` on the search path")
  })

  test("is refused when it is neither Helm 3 nor 4", () => {
    expect(findHelm(programOf("old", "v2.17.0"), {})).toContain("is no Helm 3 or 4")
    expect(findHelm(programOf("other", "hello"), {})).toContain("is no Helm 3 or 4")
    expect(findHelm(join(folder, "none"), {})).toContain("there is no program")
  })
})

describe("what passes to and from the program", () => {
  test("texts of a repository are values of flags, or stand behind `--`", () => {
    const request = release({
      release: { name: "--post-renderer=x", namespace: "--kubeconfig" },
      apiVersions: ["--debug"],
      values: { "a.b": [{ "c=d": 4 }] },
      integers: [["a.b", 0, "c=d"]],
    })
    expect(templateArguments(request, { chart: "/c", values: "/v" })).toEqual([
      ...["template", "--namespace", "--kubeconfig", "--kube-version", "v1.35.0", "--include-crds"],
      ...["--api-versions", "--debug", "--values", "/v", "--set", "a\\.b[0].c\\=d=4"],
      ...["--", "--post-renderer=x", "/c"],
    ])
  })

  test("only the line after a separator names a template", () => {
    const output = [
      "---\n# Source: demo/templates/a.yaml\n# Source: demo/templates/b.yaml\na: |\n  ---\n  # Source: c\n",
      "---\n# Source: demo/templates/b.yaml\nb: 1\n",
      "---\n# Source: demo/templates/a.yaml\nc: ü\n",
    ].join("")
    const files = splitOutput(new TextEncoder().encode(output), "v4.3.1")
    const texts = files.map(({ template, content }) => [
      template,
      new TextDecoder().decode(content),
    ])
    expect(texts).toEqual([
      [
        "demo/templates/a.yaml",
        "# Source: demo/templates/b.yaml\na: |\n  ---\n  # Source: c\n---\nc: ü",
      ],
      ["demo/templates/b.yaml", "b: 1"],
    ])
  })

  // The texts are Helm 3.22's and 4.3's own.
  test.each([
    "An error occurred while checking for chart dependencies. You may need to run `helm dependency build` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: a, b",
    "an error occurred while checking for chart dependencies. You may need to run 'helm dependency build' to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: a, b",
  ])("missing dependencies are read from %s", (message) => {
    expect(missingDependencies(message)).toEqual(["a", "b"])
  })

  test("warnings before and hints after a message are left out", () => {
    const stderr =
      "coalesce.go:286: warning: cannot overwrite table\nError: execution error at (a/templates/b.yaml:1:3): need\nError: more\n\nUse --debug flag to render out invalid YAML\n"
    expect(messageOf(stderr)).toBe("execution error at (a/templates/b.yaml:1:3): need\nError: more")
  })

  test("a choice of schemas is one violation, keys that may not be there one each", () => {
    const message = `values don't meet the specifications of the schema(s) in the following chart(s):
demo:
- at '': validation failed
  - at '/image': additional properties 'a', 'b' not allowed
  - at '/port': anyOf failed
    - at '/port': got string, want integer
    - at '/port': got string, want null
  - at '/list/0/a~1b': got number, want string
sub:
- at '/x': got number, want string`
    const values = { image: {}, port: "x", list: [{ "a/b": 1 }], sub: { x: 1 } }
    const failure = readFailure(message, { chart: "demo", values, lookups: false })
    expect(failure.step).toBe("schema")
    expect(failure.violations?.map(({ path, chart }) => [chart, ...path])).toEqual([
      ["demo", "image", "a"],
      ["demo", "image", "b"],
      ["demo", "port"],
      ["demo", "list", 0, "a/b"],
      ["sub", "sub", "x"],
    ])
  })
})
