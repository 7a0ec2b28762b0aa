import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { renderChecksums } from "./support/schemas/checksums.ts"
import { readReleases } from "./support/schemas/releases.ts"
import { renderSchemas, renderVersions } from "./support/schemas/render.ts"
import { renderTypes } from "./support/schemas/types.ts"

// `npm run generate` rewrites every file that is stale.

const schemas = join(import.meta.dirname, "../schemas")
const releases = readReleases(join(schemas, "crds"))
const rendered = renderSchemas(releases)

describe("schemas of Flux", () => {
  test.each([...rendered.files])("schemas/flux/%s is what the CRDs say", async (path, text) => {
    await expect(text).toMatchFileSnapshot(join(schemas, "flux", path))
  })

  test("there is no schema that no CRD makes", () => {
    const present = readdirSync(join(schemas, "flux"), { recursive: true, encoding: "utf8" })
    const files = present.filter((path) => /\.js(?:on)?$/u.test(path))
    expect(files.filter((path) => !rendered.files.has(path))).toEqual([])
  })

  test("the table of versions is what the CRDs say", async () => {
    await expect(renderVersions(rendered)).toMatchFileSnapshot(
      "../src/model/generated/flux-versions.ts",
    )
  })

  test("the vendored CRDs are those of the checksums", async () => {
    const crds = join(schemas, "crds")
    await expect(renderChecksums(crds)).toMatchFileSnapshot(join(crds, "SHA256SUMS"))
  })

  test("the types are what the newest CRDs say", async () => {
    await expect(await renderTypes(releases)).toMatchFileSnapshot(
      "../src/model/generated/flux-types.ts",
    )
  })
})
