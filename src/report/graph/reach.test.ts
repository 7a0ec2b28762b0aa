import { describe, expect, test } from "vitest"
import type { Cluster } from "../../model/index.ts"
import { reachOf } from "./reach.ts"
import { keyOf } from "./resource-nodes.ts"
import { sampleCluster, sampleEdge, sampleNode } from "./testdata/sample-graph.ts"

const id = (name: string): string =>
  keyOf({
    id: {
      group: "kustomize.toolkit.fluxcd.io",
      kind: "Kustomization",
      namespace: "flux-system",
      name,
    },
    server: undefined,
  } as never)

const place = (path: string): { place: { path: string; line: number } } => ({
  place: { path, line: 1 },
})

/** root applies infra, apps and other; apps waits for infra; web is a release of apps that takes its chart from charts. */
const graph = sampleCluster(
  [
    sampleNode("root", { id: id("root"), ...place("clusters/sync.yaml") }),
    sampleNode("infra", { id: id("infra"), ...place("clusters/infra.yaml") }),
    sampleNode("apps", { id: id("apps"), ...place("clusters/apps.yaml") }),
    sampleNode("other", { id: id("other"), ...place("clusters/other.yaml") }),
    sampleNode("charts", { id: "charts", role: "source", ...place("sources/charts.yaml") }),
    sampleNode("web", { id: "web", role: "release", ...place("apps/web.yaml") }),
  ],
  [
    sampleEdge(id("root"), "applies", id("infra")),
    sampleEdge(id("root"), "applies", id("apps")),
    sampleEdge(id("root"), "applies", id("other")),
    sampleEdge(id("apps"), "dependsOn", id("infra")),
    sampleEdge(id("infra"), "applies", "charts"),
    sampleEdge(id("apps"), "applies", "web"),
    sampleEdge("web", "sourceRef", "charts"),
  ],
)

/** The build of `infra` reads a file that no node is written in. */
const cluster = {
  builds: [
    {
      kustomization: {
        id: {
          group: "kustomize.toolkit.fluxcd.io",
          kind: "Kustomization",
          namespace: "flux-system",
          name: "infra",
        },
      },
      files: ["infrastructure/config.yaml"],
    },
  ],
  releases: [],
} as unknown as Cluster

const reached = (...paths: readonly string[]): readonly string[] =>
  reachOf([graph], { clusters: [cluster] }, new Set(paths)).flatMap(({ nodes }) =>
    nodes.map(({ name }) => name),
  )

describe("a change reaches", () => {
  test("what is written in its files, and what applies that", () => {
    expect(reached("apps/web.yaml")).toEqual(["root", "apps", "web"])
  })

  test("what uses it, through as many steps as there are", () => {
    expect(reached("sources/charts.yaml")).toEqual(["root", "infra", "apps", "charts", "web"])
  })

  test("the Kustomization that reads a file, and what waits for it; not what that applies", () => {
    expect(reached("infrastructure/config.yaml")).toEqual(["root", "infra", "apps"])
  })

  test("no cluster where nothing reads it", () => {
    expect(reachOf([graph], { clusters: [cluster] }, new Set(["README.md"]))).toEqual([])
  })

  test("edges between what it reaches alone", () => {
    const [part] = reachOf([graph], { clusters: [cluster] }, new Set(["apps/web.yaml"]))
    expect(part?.edges).toEqual([
      sampleEdge(id("root"), "applies", id("apps")),
      sampleEdge(id("apps"), "applies", "web"),
    ])
  })
})
