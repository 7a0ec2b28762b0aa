import { cpSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Ajv2020 } from "ajv/dist/2020.js"
import { beforeAll, describe, expect, test } from "vitest"
import { type FluxGraph, nodeTitle } from "../../src/report/graph/flux-graph.ts"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

const repositories = useRepository()

const folders = { example: "", cycle: "", clusters: "" }

beforeAll(() => {
  const copy = (fixture: string): string => {
    const folder = join(temporaryFolder(), "fleet")
    const source = fileURLToPath(new URL(`../../fixtures/${fixture}/repo`, import.meta.url))
    cpSync(source, folder, { recursive: true })
    return folder
  }
  folders.example = copy("example")
  folders.cycle = copy("dependency-cycle")
  folders.clusters = copy("two-clusters")
})

describe("tree", () => {
  test("shows the example, with marks where it is broken", async () => {
    const { code, stdout } = await sluice(["tree"], { cwd: folders.example })
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot("../snapshots/cli/tree-example.txt")
    // What is broken in the example on purpose: fixtures/example/findings.txt.
    expect(stdout).toMatch(/source HelmRepository flux-system\/ingress-ngnix ✗ missing/u)
    expect(stdout).toMatch(/Kustomization flux-system\/monitoring ✗ failed ✗ 1 error/u)
  })

  test("shows the clusters one after the other, and ends where objects wait for each other", async () => {
    const two = await sluice(["tree"], { cwd: folders.clusters })
    await expect(two.stdout).toMatchFileSnapshot("../snapshots/cli/tree-two-clusters.txt")
    expect(two.stdout.match(/^Cluster \w+/gmu)).toEqual(["Cluster production", "Cluster staging"])
    const one = await sluice(["tree", "--cluster", "staging"], { cwd: folders.clusters })
    expect(one.stdout.match(/^Cluster \w+/gmu)).toEqual(["Cluster staging"])
    const { code, stdout } = await sluice(["tree"], { cwd: folders.cycle })
    expect(code).toBe(0)
    expect(stdout).toContain("depends on HelmRelease backend/worker\n")
  })

  test("begins with one object: short names, any case, -n", async () => {
    const draw = async (...args: readonly string[]) =>
      await sluice(["tree", ...args], { cwd: repositories.broken })
    const { code, stdout } = await draw("KS/apps", "-n", "flux-system")
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        "Cluster production (clusters/production, Flux 2.9, Kubernetes 1.36)\n" +
        "└─ Kustomization flux-system/apps ✗ 1 error · ./apps\n" +
        "   ├─ source GitRepository flux-system/flux-system @ main\n" +
        "   └─ depends on Kustomization flux-system/infrastructur ✗ missing\n",
    })
    expect((await draw("kustomization/flux-system/apps")).stdout).toBe(stdout)
    expect(await draw("ks/apps", "-n", "apps")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("There is one in the namespace `flux-system`."),
    })
    // What is only named is not there.
    expect(await draw("ks/infrastructur")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean `infrastructure`?"),
    })
  })

  test("keeps to ASCII where the terminal has no UTF-8, and to colours that are asked for", async () => {
    const draw = async (...args: readonly string[]): Promise<string> =>
      (await sluice(["tree", ...args], { cwd: repositories.broken, environment: { LC_ALL: "C" } }))
        .stdout
    expect(await draw()).toMatch(/^[ -~\n]+$/u)
    expect(await draw("--color", "always")).toContain("\u001b[")
    const { stdout } = await sluice(["tree", "--ascii"], { cwd: repositories.broken })
    expect(stdout).toBe(await draw())
  })

  test("is not whole where something could not be looked at", async () => {
    const folder = join(temporaryFolder(), "fleet")
    cpSync(fileURLToPath(new URL("../../fixtures/broken-yaml/repo", import.meta.url)), folder, {
      recursive: true,
    })
    // Without the network nothing that is missing is missing by choice.
    const environment = { SLUICE_OFFLINE: "false", SLUICE_ALLOW_HOST: "nowhere.invalid" }
    const { code, stdout } = await sluice(["tree"], { cwd: folder, environment })
    expect(stdout).toContain("not looked at")
    expect(code).toBe(3)
    const allowed = await sluice(["tree", "--allow-incomplete"], { cwd: folder, environment })
    expect(allowed.code).toBe(0)
  })
})

describe("graph", () => {
  test("is mermaid unless another format is asked for, on stdout or in a file", async () => {
    const draw = async (...args: readonly string[]) =>
      await sluice(["graph", ...args], { cwd: repositories.broken })
    const { code, stdout, stderr } = await draw()
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    await expect(stdout).toMatchFileSnapshot("../snapshots/cli/graph.mmd")
    const file = join(temporaryFolder(), "graph.mmd")
    expect(await draw("-f", `mermaid=${file}`)).toMatchObject({ code: 0, stdout: "" })
    expect(readFileSync(file, "utf8")).toBe(stdout)
    expect((await draw("-f", "dot")).stdout).toMatch(/^digraph flux \{\n/u)
  })

  test("has all of it for programs: what applies, uses and waits for what, and what is missing", async () => {
    const { code, stdout } = await sluice(["graph", "-f", "json"], { cwd: folders.example })
    expect(code).toBe(0)
    const { clusters } = JSON.parse(stdout) as FluxGraph
    const schema = readFileSync(new URL("../../schemas/graph-v1.schema.json", import.meta.url))
    const validate = new Ajv2020().compile(JSON.parse(String(schema)) as object)
    validate(JSON.parse(stdout))
    expect(validate.errors).toBeNull()
    const [{ nodes, edges } = { nodes: [], edges: [] }] = clusters
    const named = new Map(nodes.map((node) => [node.id, nodeTitle(node)]))
    const said = edges.map(
      ({ from, to, relation }) => `${named.get(from)} ${relation} ${named.get(to)}`,
    )
    // As fixtures/example/repo has it.
    expect(said).toEqual(
      expect.arrayContaining([
        "Kustomization flux-system/flux-system applies Kustomization flux-system/apps",
        "Kustomization flux-system/apps sourceRef GitRepository flux-system/flux-system",
        "Kustomization flux-system/apps dependsOn Kustomization flux-system/databases",
        "Kustomization flux-system/apps substituteFrom ConfigMap flux-system/cluster-vars",
        "Kustomization flux-system/apps applies HelmRelease shop/backend",
        "HelmRelease shop/backend valuesFrom ConfigMap shop/backend-values",
        "HelmRelease shop/worker dependsOn HelmRelease shop/backend",
        "HelmRelease shop/worker chart Chart ./charts/worker",
        "Chart ./charts/worker sourceRef GitRepository flux-system/flux-system",
        "Chart ingress-nginx sourceRef HelmRepository flux-system/ingress-ngnix",
      ]),
    )
    const missing = nodes.filter(({ state }) => state === "missing").map(nodeTitle)
    expect(missing).toEqual(["HelmRepository flux-system/ingress-ngnix"])
    const again = await sluice(["graph", "-f", "json"], { cwd: folders.example })
    expect(again.stdout).toBe(stdout)
  })

  test("calls missing only what a rule calls so: some objects are made by hand, or may be absent", async () => {
    const statesOf = async (fixture: string): Promise<ReadonlyMap<string, string>> => {
      const folder = join(temporaryFolder(), "fleet")
      const source = fileURLToPath(new URL(`../../fixtures/${fixture}/repo`, import.meta.url))
      cpSync(source, folder, { recursive: true })
      const { stdout } = await sluice(["graph", "-f", "json"], { cwd: folder })
      const { clusters } = JSON.parse(stdout) as FluxGraph
      const nodes = clusters.flatMap((cluster) => cluster.nodes)
      return new Map(nodes.map((node) => [nodeTitle(node), node.state]))
    }
    const values = await statesOf("values-from-chain")
    // `optional: true`, and the Secret that `flux bootstrap` makes.
    expect(values.get("ConfigMap podinfo/podinfo-overrides")).toBe("optional")
    expect(values.get("Secret flux-system/flux-system")).toBe("uncertain")
    const generated = await statesOf("artifact-generator-broken")
    expect(generated.get("ExternalArtifact flux-system/backend")).toBe("produced")
    expect(generated.get("ExternalArtifact flux-system/worker")).toBe("missing")
  })

  test("says nothing of what Secrets hold", async () => {
    for (const format of ["mermaid", "dot", "json"]) {
      const { stdout } = await sluice(["graph", "-f", format], { cwd: repositories.broken })
      expect(stdout).not.toContain("s3cr3t")
    }
  })
})
