import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readReleases } from "./support/schemas/releases.ts"
import { type RenderedSchemas, renderSchemas, renderVersions } from "./support/schemas/render.ts"

const vendored = join(import.meta.dirname, "../schemas/crds")
const alerts = "notification.toolkit.fluxcd.io_alerts.yaml"

/** Flux 2.10, which does not exist: as 2.9, but Alerts have one field more. */
describe("a Flux release that is added as a folder", () => {
  let folder: string
  let before: RenderedSchemas
  let after: RenderedSchemas

  beforeAll(() => {
    before = renderSchemas(readReleases(vendored))
    folder = mkdtempSync(join(tmpdir(), "sluice-crds-"))
    cpSync(vendored, folder, { recursive: true })
    cpSync(join(vendored, "flux-2.9.4"), join(folder, "flux-2.10.0"), { recursive: true })
    const path = join(folder, "flux-2.10.0", alerts)
    const field = "              quietHours:\n                type: string\n"
    const text = readFileSync(path, "utf8")
    const changed = text.replace(/^ {14}suspend:$/mu, `${field}$&`)
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
    after = renderSchemas(readReleases(folder))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test("adds the schema and the validator of what has changed, and touches no other file", () => {
    const added = [...after.files.keys()].filter((path) => !before.files.has(path))
    expect(added).toEqual([
      "2.10/alert-notification-v1beta3.json",
      "2.10/alert-notification-v1beta3.js",
    ])
    for (const [path, text] of before.files) expect(after.files.get(path)).toBe(text)
    expect(after.files.get(added[0] ?? "")).toContain("quietHours")
    expect(after.files.get(added[1] ?? "")).toContain("quietHours")
  })

  test("extends what is served, and what is not served any more stays as it was", () => {
    expect(after.minors).toEqual([...before.minors, 10])
    const lastOf = ({ versions }: RenderedSchemas, kind: string, version: string) =>
      versions.find((one) => one.kind === kind && one.version === version)?.last
    expect(lastOf(after, "Alert", "v1beta3")).toBe(10)
    expect(lastOf(after, "Alert", "v1beta2")).toBe(lastOf(before, "Alert", "v1beta2"))
    expect(renderVersions(after)).toContain('[10,"2.10/alert-notification-v1beta3"]')
  })
})
