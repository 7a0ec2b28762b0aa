import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { noCache } from "../src/host/folder-cache.ts"
import { sha256 } from "../src/host/node-host.ts"
import { packageSchemas } from "../src/host/package-schemas.ts"
import { openWorkspace } from "../src/lint.ts"
import type { Workspace } from "../src/model/index.ts"
import { stringAt } from "../src/yaml/index.ts"
import { fixtureFiles, fixturesFolder } from "./support/fixtures.ts"
import { fixtureOptions } from "./support/fixtures-flags.ts"
import { createQuickEngine } from "./support/quick-engine.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
let workspace: Workspace

beforeAll(async () => {
  const options = fixtureOptions([], (path) => path)
  const root = join(fixturesFolder, "chart-revision/repo")
  workspace = await openWorkspace(
    { root, options },
    {
      engine,
      cache: noCache,
      schemas: packageSchemas,
      digest: sha256,
      now: () => 0,
      files: fixtureFiles,
    },
  )
})
afterAll(() => engine.close())

const releaseOf = (name: string) =>
  workspace.clusters[0]?.releases.find(({ release }) => release.id.name === name)

describe("a chart of the repository under check, whose commit does not exist yet", () => {
  test.each([
    ["shop", "shop-1.4.0"],
    ["shop-preview", "shop-1.4.0+hashnotknown"],
    ["shop-with-values", "shop-1.4.0+1"],
    ["shop-of-chart", "shop-1.4.0+hashnotknown"],
    ["cut", "web-1.4.0_hashnotknown"],
  ])("%s is rendered as %s", (name, label) => {
    const objects = releaseOf(name)?.objects ?? []
    const labels = objects.map(({ manifest }) =>
      stringAt(manifest, ["metadata", "labels", "helm.sh/chart"]),
    )
    expect(labels).toEqual([label])
  })

  test("is not said to fail where another commit might not, and that is listed", () => {
    expect(releaseOf("picky")).toMatchObject({ status: "skipped", objects: [] })
    expect(workspace.skipped).toMatchObject([
      {
        what: "rendering HelmRelease apps/picky",
        reason: expect.stringContaining("reads what source-controller adds to its version"),
      },
    ])
  })
})
