import { execFileSync } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { reportSchema } from "../../src/report/report-schema.ts"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const fixture = fileURLToPath(new URL("../../fixtures/flux-upgrade", import.meta.url))

/** A copy of a repository in which every finding can be fixed. */
function copyOld(): string {
  const folder = join(temporaryFolder(), "fleet")
  cpSync(join(fixture, "repo"), folder, { recursive: true })
  return folder
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8")
}

const quiet = ["-f", "concise", "--offline"]

describe("check --fix", () => {
  test("repairs, says so on stderr, and reports what is left", async () => {
    const folder = copyOld()
    const { code, stdout, stderr } = await sluice(["check", folder, "--fix", ...quiet])
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: "Fixed 6 problems in 5 files.\n",
    })
    expect(read(folder, "apps/releases.yaml")).toMatch(
      /^apiVersion: helm\.toolkit\.fluxcd\.io\/v2\n/u,
    )
  })

  test("changes nothing the second time", async () => {
    const folder = copyOld()
    await sluice(["check", folder, "--fix", ...quiet])
    const before = read(folder, "apps/sources.yaml")
    const { code, stderr } = await sluice(["check", folder, "--fix", ...quiet])
    expect({ code, stderr }).toEqual({ code: 0, stderr: "Fixed 0 problems in 0 files.\n" })
    expect(read(folder, "apps/sources.yaml")).toBe(before)
  })

  test("fixes only what is below the paths", async () => {
    const folder = copyOld()
    execFileSync("git", ["init", "-q"], { cwd: folder })
    const { stderr } = await sluice(["apps/sources.yaml", "--fix", ...quiet], { cwd: folder })
    expect(stderr).toBe("Fixed 2 problems in 1 file.\n")
    expect(read(folder, "apps/releases.yaml")).toMatch(/v2beta1/u)
  })

  test("leaves a read-only file alone, says so, fixes the others, and exits 3", async () => {
    const folder = copyOld()
    chmodSync(join(folder, "apps/sources.yaml"), 0o444)
    const { code, stdout, stderr } = await sluice(["check", folder, "--fix", ...quiet])
    expect(code).toBe(3)
    expect(stderr).toBe(
      "not fixed: `apps/sources.yaml` is read-only.\nFixed 4 problems in 4 files.\n",
    )
    expect(stdout.match(/\[api-version-removed\]/gu)).toHaveLength(2)
    expect(read(folder, "apps/sources.yaml")).toMatch(/v1beta2/u)
    expect(read(folder, "apps/releases.yaml")).not.toMatch(/v2beta1/u)
  })

  test("keeps line breaks, flow style, quotes, anchors and setter markers", async () => {
    const folder = copyOld()
    const before = [
      "# renovate: datasource=helm",
      '{"apiVersion": "source.toolkit.fluxcd.io/v1beta2", kind: HelmRepository,',
      "  metadata: {name: &name flow, namespace: default, labels: {app: *name}}, # ünï",
      "  spec: {interval: 1h, url: 'https://example.com'}}",
      "---",
      "kind: GitRepository",
      "apiVersion:   'source.toolkit.fluxcd.io/v1beta2'   # why",
      "metadata: {name: quoted, namespace: default}",
      "spec:",
      "  interval: 1h",
      "  gitImplementation: go-git",
      '  url: https://example.com/quoted # {"$imagepolicy": "default:podinfo"}',
      "",
    ].join("\r\n")
    writeFileSync(join(folder, "apps/styles.yaml"), before)
    await sluice(["check", folder, "--fix", ...quiet])
    expect(read(folder, "apps/styles.yaml")).toBe(
      before.replaceAll("io/v1beta2", "io/v1").replace("  gitImplementation: go-git\r\n", ""),
    )
  })
})

describe("check --diff", () => {
  test("prints what --fix would do, for git to apply, writes nothing, and exits 1", async () => {
    const folder = copyOld()
    mkdirSync(join(folder, "odd names"))
    writeFileSync(
      join(folder, "odd names/a\u202eb.yaml"),
      read(folder, "apps/releases.yaml").replaceAll("\n", "\r\n"),
    )
    const before = read(folder, "apps/releases.yaml")
    const { code, stdout, stderr } = await sluice(["check", folder, "--diff", "--offline"])
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" })
    expect(read(folder, "apps/releases.yaml")).toBe(before)
    const applied = join(temporaryFolder(), "applied")
    cpSync(folder, applied, { recursive: true })
    execFileSync("git", ["init", "-q"], { cwd: applied })
    execFileSync("git", ["apply", "-"], { cwd: applied, input: stdout })
    await sluice(["check", folder, "--fix", ...quiet])
    for (const path of ["apps/releases.yaml", "apps/sources.yaml", "odd names/a\u202eb.yaml"])
      expect(read(applied, path)).toBe(read(folder, path))
    expect(await sluice(["check", folder, "--diff", "--offline"])).toMatchObject({
      code: 0,
      stdout: "",
    })
  })

  test("is no report", async () => {
    const { code, stderr } = await sluice(["check", copyOld(), "--diff", "-f", "json"])
    expect(code).toBe(2)
    expect(stderr).toMatch(/`--format` asks for a report; `--diff` prints a patch instead\./u)
  })
})

test("the JSON report has the edits of each fix", async () => {
  const { stdout } = await sluice(["check", copyOld(), "-f", "json", "--offline", "--no-timing"])
  const report = JSON.parse(stdout) as { readonly findings: readonly { readonly fix: unknown }[] }
  const validate = new Ajv2020().compile(reportSchema)
  validate(report)
  expect(validate.errors).toBeNull()
  expect(report.findings[0]?.fix).toEqual({
    title: "Write `apiVersion: image.toolkit.fluxcd.io/v1`",
    applicability: "safe",
    edits: [
      {
        path: "apps/images.yaml",
        range: { start: { line: 1, column: 13 }, end: { line: 1, column: 44 } },
        newText: "image.toolkit.fluxcd.io/v1",
      },
    ],
  })
})
