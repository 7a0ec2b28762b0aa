import { describe, expect, test } from "vitest"
import type { EngineLimit, KustomizeRequest, KustomizeResult } from "../../build/engine.ts"
import { backends, treeOf, useEngine } from "./test-engine.ts"

describe.each(backends)("$name", (backend) => {
  const engine = useEngine(backend)

  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: podinfo
spec:
  replicas: \${REPLICAS:=1}
`

  function build(
    files: Record<string, string>,
    request: Partial<KustomizeRequest> = {},
  ): Promise<KustomizeResult | EngineLimit> {
    return engine.call("kustomize", {
      tree: treeOf(files),
      kustomization: {
        metadata: { name: "apps", namespace: "flux-system" },
        spec: { path: "./apps" },
      },
      variables: null,
      strict: true,
      ...request,
    })
  }

  describe("kustomize", () => {
    test("builds what a Kustomization applies, with the file and the former name of each object", async () => {
      const result = await build(
        {
          "apps/kustomization.yaml":
            "namePrefix: my-\nresources: [../base]\nconfigMapGenerator: [{name: env, literals: [A=1]}]\n",
          "base/kustomization.yaml": "resources: [deployment.yaml]\n",
          "base/deployment.yaml": deployment,
          "other/unused.yaml": "",
        },
        { kustomization: { spec: { path: "./apps", targetNamespace: "web" } }, variables: {} },
      )
      expect(result).toEqual({
        status: "built",
        objects: [
          {
            manifest: {
              apiVersion: "apps/v1",
              kind: "Deployment",
              metadata: { name: "my-podinfo", namespace: "web" },
              spec: { replicas: `\${REPLICAS:=1}` },
            },
            origin: { path: "base/deployment.yaml" },
            original: { kind: "Deployment", name: "podinfo" },
          },
          {
            manifest: {
              apiVersion: "v1",
              data: { A: "1" },
              kind: "ConfigMap",
              metadata: { name: expect.stringMatching(/^my-env-[a-z0-9]{10}$/u), namespace: "web" },
            },
            origin: { configuredIn: "apps/kustomization.yaml" },
            original: { kind: "ConfigMap", name: "env" },
          },
        ],
        inputs: expect.arrayContaining(["apps/kustomization.yaml", "base", "base/deployment.yaml"]),
      })
      expect(result).not.toHaveProperty("inputs", expect.arrayContaining(["other/unused.yaml"]))
    })

    test("finds the manifests of a folder without kustomization.yaml, and depends on its listing", async () => {
      const result = await build({ "apps/sub/deployment.yaml": deployment, "apps/readme.md": "" })
      expect(result).toMatchObject({
        status: "built",
        objects: [{ origin: { path: "apps/sub/deployment.yaml" } }],
        inputs: expect.arrayContaining(["apps", "apps/kustomization.yaml", "apps/sub"]),
      })
    })

    test("an empty folder builds nothing", async () => {
      expect(await build({ "apps/readme.md": "" })).toMatchObject({ status: "built", objects: [] })
    })

    test.each([
      ["with a value", { REPLICAS: "3" }, true, 3],
      ["with the default", { OTHER: "1" }, true, 1],
    ])("substitutes a variable %s", async (_, variables, strict, replicas) => {
      const result = await build({ "apps/d.yaml": deployment }, { variables, strict })
      expect(result).toMatchObject({ objects: [{ manifest: { spec: { replicas } } }] })
    })

    test("a missing variable fails in strict mode and is empty without", async () => {
      const files = { "apps/d.yaml": deployment.replace(":=1", "") }
      expect(await build(files, { variables: { A: "1" } })).toMatchObject({
        status: "failed",
        step: "substitute",
        object: { kind: "Deployment", name: "podinfo" },
        message:
          "post build failed for 'Deployment.v1.apps/podinfo': envsubst error: variable substitution failed: variable not set (strict mode): \"REPLICAS\"",
      })
      const lax = await build(files, { variables: { A: "1" }, strict: false })
      expect(lax).toMatchObject({ objects: [{ manifest: { spec: { replicas: null } } }] })
    })

    test.each([
      ["https://github.com/stefanprodan/podinfo//kustomize?ref=6.14.0"],
      ["github.com/stefanprodan/podinfo/kustomize?ref=6.14.0"],
      ["git@github.com:stefanprodan/podinfo.git"],
      ["https://raw.githubusercontent.com/stefanprodan/podinfo/master/deployment.yaml"],
      ["ssh://git@github.com/stefanprodan/podinfo"],
    ])("a remote base is named, never fetched: %s", async (resource) => {
      const result = await build({
        "apps/kustomization.yaml": "resources: [../base]\n",
        "base/kustomization.yaml": `resources: ["${resource}"]\n`,
      })
      expect(result).toMatchObject({
        status: "failed",
        step: "build",
        remoteBase: { resource, file: "base/kustomization.yaml" },
        message: expect.stringContaining(`remote base '${resource}' in base/kustomization.yaml`),
      })
    })

    test("messages name files relative to the source", async () => {
      expect(
        await build({ "apps/kustomization.yaml": "resources: [missing.yaml]\n" }),
      ).toMatchObject({
        status: "failed",
        step: "build",
        message: expect.stringMatching(
          /^kustomize build failed: .*apps\/missing\.yaml: no such file or directory$/u,
        ),
      })
      expect(await build({ "other/a.yaml": "" })).toMatchObject({
        step: "path",
        message: "kustomization path not found: stat apps: no such file or directory",
      })
      expect(await build({ "apps/values.yaml": "a: 1\n" })).toMatchObject({
        step: "generate",
        message: expect.stringContaining("failed to decode Kubernetes YAML from apps/values.yaml"),
      })
    })

    test("nothing outside the source exists", async () => {
      const result = await build({ "apps/kustomization.yaml": "resources: [../../etc/passwd]\n" })
      expect(result).toMatchObject({
        status: "failed",
        message: expect.stringContaining("is not in or below"),
      })
    })

    test("origin annotations appear only for those who ask", async () => {
      const own = "resources: [d.yaml]\nbuildMetadata: [originAnnotations]\n"
      expect(
        await build({ "apps/kustomization.yaml": own, "apps/d.yaml": deployment }),
      ).toMatchObject({
        objects: [
          {
            manifest: {
              metadata: { annotations: { "config.kubernetes.io/origin": "path: d.yaml\n" } },
            },
          },
        ],
      })
    })
  })
})
