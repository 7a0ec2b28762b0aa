import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { cleanEnvironment, temporaryFolder, useRepository } from "./cli/sluice.ts"
import { fixturesFolder } from "./support/fixtures.ts"

// Builds the package that the example imports.
useRepository()

const example = fileURLToPath(new URL("../docs/examples/own-backend.mjs", import.meta.url))

interface Report {
  readonly summary: { readonly rendered: number }
  readonly findings: readonly { readonly message: string }[]
}

/** Runs the example over charts that lie in their repository, with a program whose text is `code`. */
function runExample(code: string): Report {
  const program = join(temporaryFolder(), "render.mjs")
  writeFileSync(program, code)
  const args = [example, join(fixturesFolder, "chart-in-git/repo"), process.execPath, program]
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: cleanEnvironment(),
  })
  expect(stderr).toBe("")
  return JSON.parse(stdout) as Report
}

const read = `
  import { readFileSync } from "node:fs"
  const { chart, release, values } = JSON.parse(readFileSync(0, "utf8"))
  const metadata = Buffer.from(chart.files["Chart.yaml"], "base64").toString()
  const name = /^name: (.*)$/m.exec(metadata)[1]
`

test("the documented example renders charts by a program of the user's own", () => {
  const report = runExample(`${read}
    const manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: release.name } }
    const objects = Array.from({ length: 7 }, (_, at) => ({
      template: name + "/templates/own.yaml",
      role: "manifest",
      manifest: { ...manifest, metadata: { name: release.name + "-" + at } },
    }))
    console.log(JSON.stringify({ status: "rendered", chart: { name, version: "1.0.0" }, objects }))
  `)
  expect(report.summary.rendered).toBeGreaterThan(0)
  expect(report.summary.rendered % 7).toBe(0)
})

test("and what that program has against a chart is a finding", () => {
  const report = runExample(`${read}
    const message = "my own reason"
    console.log(JSON.stringify({ status: "failed", step: "render", message }))
  `)
  expect(report.findings.map(({ message }) => message).join("\n")).toContain("my own reason")
})
