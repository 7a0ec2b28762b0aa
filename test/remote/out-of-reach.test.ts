import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { RemoteSources } from "../../src/build/remote/remote-sources.ts"
import type { ExternalObject } from "../../src/model/options.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })

beforeAll(() => engine.start())
afterAll(() => engine.close())

/** A network that nothing comes out of; it counts what is asked for. */
function deadNetwork(): RemoteSources & { readonly asked: string[] } {
  const asked: string[] = []
  const refuse = async ({ source }: { readonly source: { readonly url: string } }) => {
    asked.push(source.url)
    return { status: "unavailable", reason: "it has no address" } as const
  }
  const mirror = async () => ({ status: "unavailable", reason: "it has no address" }) as const
  return { asked, find: refuse, artifact: refuse, mirror }
}

const source = (kind: string, name: string, spec: string): string => `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: flux-system }
spec: { interval: 1h, ${spec} }
`
const kustomization = (kind: string, name: string, path = "./"): string => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec: { interval: 1h, path: ${path}, prune: true, sourceRef: { kind: ${kind}, name: ${name} } }
`
const release = (kind: string, name: string, more = ""): string => `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: ${name}, namespace: flux-system }
spec:
  interval: 1h
  chart: { spec: { chart: web, version: 1.x, sourceRef: { kind: ${kind}, name: ${name} }${more} } }
`

const text = [
  source("GitRepository", "git", "url: https://git.example/a.git, ref: { branch: main }"),
  kustomization("GitRepository", "git"),
  source("OCIRepository", "oci", "url: oci://registry.example/a, ref: { tag: v1 }"),
  kustomization("OCIRepository", "oci"),
  source("HelmRepository", "charts", "url: https://charts.example"),
  release("HelmRepository", "charts"),
].join("")

function check(
  content: string,
  external: readonly ExternalObject[] = [],
  remote = deadNetwork(),
): Promise<Checked> {
  const files = { ...sync, "clusters/production/apps.yaml": content }
  return checkFiles(files, { engine, remote, external })
}

const declared = (kind: string, name: string): ExternalObject => ({
  ...{ kind, namespace: "flux-system", name },
})

describe("sources that are declared as external", () => {
  test("are not asked, and the run is complete without them", async () => {
    const network = deadNetwork()
    const external = [
      declared("GitRepository", "git"),
      declared("OCIRepository", "*"),
      declared("HelmRepository", "charts"),
    ]
    const { skipped, findings } = await check(text, external, network)
    expect(skipped).toEqual(
      [
        ["building Kustomization flux-system/git", "GitRepository flux-system/git"],
        ["building Kustomization flux-system/oci", "OCIRepository flux-system/oci"],
        ["rendering HelmRelease flux-system/charts", "HelmRepository flux-system/charts"],
      ].map(([what, id]) => ({
        what,
        reason: `${id} is declared as \`external\``,
        kind: "chosen",
      })),
    )
    expect(findings).toEqual([])
    expect(network.asked).toEqual([])
  })

  test("are asked when it is others that are declared", async () => {
    const network = deadNetwork()
    const { skipped } = await check(text, [declared("GitRepository", "other")], network)
    expect(skipped.map(({ kind }) => kind)).toEqual(["incomplete", "incomplete", "incomplete"])
    expect(network.asked.sort()).toEqual([
      ...["https://charts.example", "https://git.example/a.git", "oci://registry.example/a"],
    ])
  })
})

test("what an include could not fetch leaves the run incomplete", async () => {
  const own = sync["clusters/production/flux-system/gotk-sync.yaml"]?.replace(
    "fleet }",
    "fleet, include: [{ repository: { name: git }, toPath: vendor }] }",
  )
  const files = {
    "clusters/production/flux-system/gotk-sync.yaml": own ?? "",
    "clusters/production/apps.yaml":
      source("GitRepository", "git", "url: https://git.example/a.git") +
      kustomization("GitRepository", "flux-system", "./vendor").replace(
        "metadata: { name: flux-system",
        "metadata: { name: vendored",
      ),
  }
  const { skipped } = await checkFiles(files, { engine, remote: deadNetwork() })
  expect(skipped).toEqual([
    {
      what: "building Kustomization flux-system/vendored",
      reason: "its path lies in an included repository that is not in this checkout",
      kind: "chosen",
    },
    {
      what: "fetching GitRepository flux-system/git",
      reason: "GitRepository flux-system/git could not be fetched: it has no address",
      kind: "incomplete",
    },
  ])
})

test("what Flux would verify is said to be unverified, once for each object", async () => {
  const verify = "verify: { provider: cosign }"
  const content = [
    source(
      "GitRepository",
      "git",
      "url: https://git.example/a.git, verify: { mode: HEAD, secretRef: { name: keys } }",
    ),
    source("OCIRepository", "oci", `url: oci://registry.example/a, ${verify}`),
    source("HelmRepository", "charts", "type: oci, url: oci://registry.example/charts"),
    source(
      "HelmChart",
      "chart",
      `chart: web, version: 1.x, sourceRef: { kind: HelmRepository, name: charts }, ${verify}`,
    ),
    release("HelmRepository", "charts", `, ${verify}`),
  ].join("")
  const { skipped } = await check(content)
  const reason = "sluice does not check signatures"
  expect(skipped.filter(({ what }) => what.startsWith("verifying"))).toEqual(
    [
      "GitRepository flux-system/git",
      "OCIRepository flux-system/oci",
      "HelmChart flux-system/chart",
      "HelmRelease flux-system/charts",
    ].map((id) => ({ what: `verifying ${id}`, reason, kind: "chosen" })),
  )
})

describe("a HelmChart that no release names", () => {
  const charts = source("HelmRepository", "charts", "url: https://charts.example")
  const chart = (version: string): string =>
    source(
      "HelmChart",
      "web",
      `chart: web, version: "${version}", sourceRef: { kind: HelmRepository, name: charts }`,
    )

  test("is fetched, and what could not be is said", async () => {
    const { skipped } = await check(charts + chart("1.x"))
    expect(skipped).toEqual([
      {
        what: "fetching the chart of HelmChart flux-system/web",
        reason: "chart web 1.x could not be fetched: it has no address",
        kind: "incomplete",
      },
    ])
  })

  test("asks for what its repository does not have", async () => {
    const message = "no 'web' chart with version matching '9.x' found"
    const problem = {
      kind: "version-unsatisfied",
      message,
      known: ["1.0.0"],
      certain: true,
    } as const
    const remote = { ...deadNetwork(), find: async () => ({ status: "problem", problem }) as const }
    const { findings } = await check(charts + chart("9.x"), [], remote)
    expect(findings).toMatchObject([
      {
        rule: "hr-version-unsatisfied",
        message:
          "HelmChart flux-system/web asks for version `9.x` of chart `web` of HelmRepository flux-system/charts, and no known version fits.",
        help: "Set `spec.version` to `1.0.0`, the newest known.",
      },
    ])
  })

  test("asks for a version that is none", async () => {
    const { findings } = await check(charts + chart("latest"))
    expect(findings).toMatchObject([{ rule: "hr-version-invalid", severity: "error" }])
  })
})
