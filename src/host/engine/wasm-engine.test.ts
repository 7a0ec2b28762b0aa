import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import type { FileTree } from "../../build/engine.ts"
import { createWasmEngine } from "./wasm-engine.ts"

const engine = createWasmEngine({ concurrency: 1 })
afterAll(() => engine.close())

function tree(id: string, files: Record<string, string>): FileTree {
  const encoder = new TextEncoder()
  return {
    id,
    files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
  }
}

const podinfo = new Uint8Array(readFileSync(new URL("../../../../shared/corpus/charts/podinfo-6.14.0.tgz", import.meta.url)))

test("smoke", async () => {
  const t0 = performance.now()
  const source = tree("a", {
    "apps/kustomization.yaml": "resources: [deployment.yaml]\nnamePrefix: pre-\n",
    "apps/deployment.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: podinfo\ndata:\n  a: ${A}\n",
  })
  const built = await engine.call("kustomize", {
    tree: source, kustomization: { metadata: { name: "apps", namespace: "flux-system" }, spec: { path: "./apps", targetNamespace: "x" } },
    variables: { A: "1" }, strict: true,
  })
  console.log(JSON.stringify(built), performance.now() - t0)
  const t1 = performance.now()
  const rendered = await engine.call("helm", {
    chart: { digest: "podinfo", archive: podinfo }, release: { name: "podinfo", namespace: "apps" }, values: { replicaCount: 2 },
    kubeVersion: "v1.35.0", apiVersions: [], owner: { name: "podinfo", namespace: "apps" },
  })
  console.log(JSON.stringify(rendered).slice(0, 1500), performance.now() - t1)
  const t2 = performance.now()
  await engine.call("helm", {
    chart: { digest: "podinfo", archive: podinfo }, release: { name: "podinfo", namespace: "apps" }, values: { replicaCount: 2 },
    kubeVersion: "v1.35.0", apiVersions: [], owner: { name: "podinfo", namespace: "apps" },
  })
  console.log(performance.now() - t2)
  expect(await engine.call("constraint", { checks: [{ constraint: "^1.2", versions: ["1.3.0", "2.0.0", "x"] }] })).toEqual({ results: [{ matches: [true, false, null] }] })
  console.log(JSON.stringify(await engine.call("values", { release: { metadata: { namespace: "a" }, spec: { values: { a: { b: 1 } }, valuesFrom: [{ kind: "ConfigMap", name: "x", valuesKey: "k", targetPath: "a.b" }] } }, objects: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x", namespace: "a" }, data: { k: "2" } }] })))
})
