import { expect, test } from "vitest"
import type { Resource } from "../../model/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { EngineCalls, EngineLimit } from "../engine.ts"
import { buildRelease } from "./build-release.ts"

type Answer = EngineCalls["values"]["result"] | EngineLimit

const release = {
  id: { group: "helm.toolkit.fluxcd.io", kind: "HelmRelease", namespace: "apps", name: "podinfo" },
  manifest: {
    spec: { valuesFrom: [{ kind: "ConfigMap", name: "values" }], values: { replicas: 2 } },
  },
  uncertain: false,
  at: (path: readonly string[]) => ({ document: {}, path }),
} as unknown as Resource

const reason = "it names no chart that is defined in this repository"

/** A release that names no chart, whose values are composed with this result. */
const build = (answer: Answer, changes: Partial<Resource> = {}) => {
  const world = {
    digest: () => "",
    lookup: () => undefined,
    engine: { call: async () => answer },
  } as unknown as BuildWorld
  return buildRelease(world, { release: { ...release, ...changes }, apiVersions: [] })
}

test("values that cannot be composed are the release's failure, though it has no chart", async () => {
  const message = "could not resolve ConfigMap chart values reference"
  const built = await build({ status: "failed", message })
  expect(built).toMatchObject({ status: "failed", failure: { step: "values", message } })
  expect(built.reason).toBeUndefined()
  expect(built.valuesChain).toHaveLength(1)
})

test("values that can be composed leave it at what is said of the chart", async () => {
  const values = { replicas: 2 }
  const built = await build({ status: "composed", values })
  expect(built).toMatchObject({ status: "skipped", reason, values })
  expect(built.failure).toBeUndefined()
})

test("a failure that rests on what nobody can see proves nothing", async () => {
  const built = await build({ status: "failed", message: "no" }, { uncertain: true })
  expect(built).toMatchObject({ status: "skipped", reason })
  expect(built.failure).toBeUndefined()
})

test("a limit is sluice's own, and no failure of the values", async () => {
  const message = "the call took longer than 30 s"
  const built = await build({ status: "limit", limit: "time", message })
  expect(built.failure).toEqual({ step: "limit", message })
})
