import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { copyRepository, sluice, temporaryFolder, useRepository } from "./sluice.ts"

const repositories = useRepository()

/** The example of the documentation, and what it leaves out. */
const everything = `flux: "2.9"
kubernetes: "1.35"
clusters:
  production: { path: clusters/production, substitute: { region: eu-west-1, "on": "yes" } }
sources:
  GitRepository/flux-system/apps: ../apps
external:
  - Secret/*/registry-credentials
  - { kind: ConfigMap, namespace: flux-system, name: cluster-vars, data: { region: eu-west-1 } }
  - { kind: Secret, namespace: flux-system, name: token, data: { token: hunter22 } }
charts: { backend: auto, mirrors: [./charts, "https://user:pa55@charts.example.com"], offline: false }
schemas: [default, "./schemas/{{ .ResourceKind }}.json"]
rules: { extends: strict, hr-version-missing: off, kfile-remote-base: { severity: error, allow: ["https://github.com/my-org/**"] } }
policies: ["./policies/**/*.yaml"]
ignore: [ { paths: ["archive/**"], rules: ["*"], reason: "not deployed" } ]
`

interface Row {
  readonly key: readonly (string | number)[]
  readonly value: unknown
  readonly origin: { readonly kind: string; readonly name?: string; readonly line?: number }
}

/** A folder with one file of YAML and a configuration. */
function folderWith(configuration: string): string {
  const folder = temporaryFolder()
  write(folder, ".sluice.yaml", configuration)
  return folder
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

async function rows(
  folder: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, Row>> {
  const options = { cwd: folder, environment: { SLUICE_OFFLINE: "", ...environment } }
  const { stdout } = await sluice(["config", "print", "-f", "json", ...args], options)
  const { settings } = JSON.parse(stdout) as { readonly settings: readonly Row[] }
  return new Map(settings.map((row) => [row.key.join("/"), row]))
}

describe("config print", () => {
  test("says of each value where it comes from: flag, environment, file and line, default", async () => {
    const folder = folderWith(everything)
    const found = await rows(
      folder,
      ["--kube-version", "1.34", "--rule", "ks-path-missing=warning", "--skip", "images"],
      { SLUICE_RENDER: "off", SLUICE_CHART_MIRROR: "archive" },
    )
    const expected: Readonly<Record<string, readonly [unknown, Row["origin"]]>> = {
      flux: ["2.9", { kind: "file", line: 1 }],
      kubernetes: ["1.34", { kind: "flag", name: "--kube-version" }],
      "clusters/production/substitute/on": ["yes", { kind: "file", line: 4 }],
      "sources/GitRepository/flux-system/apps": ["../apps", { kind: "file", line: 6 }],
      "external/1": [
        {
          ...{ kind: "ConfigMap", namespace: "flux-system", name: "cluster-vars" },
          data: { region: "eu-west-1" },
        },
        { kind: "file", line: 9 },
      ],
      "charts/backend": ["off", { kind: "environment", name: "SLUICE_RENDER" }],
      "charts/mirrors/0": ["./archive", { kind: "environment", name: "SLUICE_CHART_MIRROR" }],
      "charts/mirrors/1": ["./charts", { kind: "file", line: 11 }],
      "rules/extends": ["strict", { kind: "file", line: 13 }],
      "rules/hr-version-missing": ["off", { kind: "file", line: 13 }],
      "rules/kfile-remote-base/severity": ["error", { kind: "file", line: 13 }],
      "rules/kfile-remote-base/allow": [
        ["https://github.com/my-org/**"],
        { kind: "file", line: 13 },
      ],
      "rules/ks-path-missing": ["warning", { kind: "flag", name: "--rule" }],
      "rules/marker-malformed": ["off", { kind: "flag", name: "--skip" }],
      "rules/ks-source-missing": ["on", { kind: "default" }],
      "rules/hr-chartversion-strategy-git": ["on", { kind: "default" }],
      "ignore/0": [
        { paths: ["archive/**"], rules: ["*"], reason: "not deployed" },
        { kind: "file", line: 15 },
      ],
    }
    for (const [key, [value, origin]] of Object.entries(expected))
      expect(found.get(key), key).toMatchObject({ value, origin })
  })

  test("is a configuration file that says the same", async () => {
    const folder = folderWith(everything)
    const { stdout } = await sluice(["config", "print"], {
      cwd: folder,
      environment: { SLUICE_OFFLINE: "" },
    })
    const [before, after] = [await rows(folder), await rows(folderWith(stdout))]
    const values = (from: ReadonlyMap<string, Row>): unknown =>
      [...from].map(([key, { value }]) => [key, value])
    expect(values(after)).toEqual(values(before))
  })

  test("prints neither what Secrets hold nor passwords of addresses", async () => {
    const folder = folderWith(everything)
    for (const format of ["yaml", "json"]) {
      const { stdout } = await sluice(["config", "print", "-f", format], { cwd: folder })
      expect(stdout).toContain("token")
      expect(stdout).not.toContain("hunter22")
      expect(stdout).not.toContain("pa55")
    }
  })

  test("agrees with what a run does: --only, --skip and the preset", async () => {
    const found = await rows(repositories.broken, ["--only", "helm", "--skip", "hr-source-missing"])
    const on = [...found].flatMap(([key, { value }]) =>
      key.startsWith("rules/") && key !== "rules/extends" && value === "on" ? [key] : [],
    )
    expect(on).toContain("rules/hr-version-missing")
    expect(on.every((key) => key.startsWith("rules/hr-"))).toBe(true)
    expect(on).not.toContain("rules/hr-source-missing")
    expect(found.get("rules/ks-path-missing")?.origin).toEqual({ kind: "flag", name: "--only" })
  })

  test("names flags that the file has no key for, and prints nothing for a stranger's file", async () => {
    const folder = folderWith(everything)
    const args = ["config", "print", "--strict-substitute", "--untrusted"]
    const { stdout } = await sluice(args, { cwd: folder })
    expect(stdout).toMatch(/^# --strict-substitute: true /mu)
    expect(stdout).not.toContain("cluster-vars")
  })

  test("a mistake is named with its line, and what was meant", async () => {
    const folder = folderWith('flux: "2.9"\nrules:\n  hr-version-mising: off\n')
    const { code, stdout, stderr } = await sluice(["config", "print"], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toContain(".sluice.yaml:3:3: error: `rules` has no key `hr-version-mising`.")
    expect(stderr).toContain("Did you mean `hr-version-missing`?")
  })

  test("an unknown action is refused", async () => {
    const { code, stderr } = await sluice(["config", "pritn"])
    expect(code).toBe(2)
    expect(stderr).toContain("Did you mean `print`?")
  })
})

test("config schema prints the JSON Schema that editors get, and it accepts what sluice accepts", async () => {
  const { code, stdout } = await sluice(["config", "schema"])
  const file = fileURLToPath(new URL("../../schemas/config.schema.json", import.meta.url))
  expect(code).toBe(0)
  expect(stdout).toBe(readFileSync(file, "utf8"))
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout) as object)
  expect(validate({ rules: { "kfile-remote-base": { allow: ["https://a/**"] } } })).toBe(true)
  expect(validate({ rules: { "kfile-remote-base": { allow: "https://a/**" } } })).toBe(false)
})

test("policies are no mistake, but the report says that they are not read, and the check is incomplete", async () => {
  const folder = copyRepository()
  write(folder, ".sluice.yaml", 'policies: ["./policies/**/*.yaml"]\n')
  const { code, stdout } = await sluice(["check", folder, "-f", "json"])
  expect(code).toBe(3)
  const { findings, skipped } = JSON.parse(stdout) as Record<string, readonly object[]>
  expect(findings).toHaveLength(1)
  expect(skipped).toContainEqual({
    path: ".sluice.yaml",
    what: "judging objects by the policies `./policies/**/*.yaml`",
    reason: "this release does not read `policies` yet",
  })
})

test("the option `allow` of kfile-remote-base lets addresses through", async () => {
  const folder = copyRepository()
  const kustomization = "apps/podinfo/kustomization.yaml"
  const address = "https://github.com/my-org/podinfo//deploy?ref=main"
  const text = readFileSync(join(folder, kustomization), "utf8")
  write(folder, kustomization, text.replace("resources:\n", `resources:\n  - ${address}\n`))
  const found = async (allow: string): Promise<boolean> => {
    write(folder, ".sluice.yaml", `rules: { kfile-remote-base: { allow: ["${allow}"] } }\n`)
    const { stdout } = await sluice(["check", folder, "-f", "concise"])
    return stdout.includes("[kfile-remote-base]")
  }
  expect(await found("https://github.com/my-org/**")).toBe(false)
  expect(await found("https://github.com/*/podinfo//deploy?ref=main")).toBe(false)
  expect(await found("https://github.com/*")).toBe(true)
  expect(await found("https://github.com/other/**")).toBe(true)
  expect(await found("https://github.com/my-org.podinfo**")).toBe(true)
})
