import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { stripVTControlCharacters } from "node:util"
import { describe, expect, test } from "vitest"
import {
  cleanEnvironment,
  embedded,
  program,
  runProgram,
  sluice,
  temporaryFolder,
  useRepository,
} from "./sluice.ts"

const repositories = useRepository()

describe("Ctrl-C", () => {
  test("ends with 130 and leaves no half report", async () => {
    const folder = temporaryFolder()
    // The slower engine, so that it is still at it.
    const environment = { ...embedded, XDG_CACHE_HOME: join(folder, "cache") }
    const outcome = await sluice(["check", repositories.broken, "-f", "json=report.json"], {
      cwd: folder,
      environment,
      started: (kill) => setTimeout(() => kill("SIGINT"), 700),
    })
    expect(outcome).toMatchObject({ code: 130, stdout: "" })
    expect(existsSync(join(folder, "report.json"))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes("report"))).toEqual([])
  })
})

describe("progress", () => {
  test("is one line at a terminal, which goes away", async () => {
    const command = `stty cols 60; "${process.execPath}" "${program}" check "${repositories.broken}" --no-cache`
    const { stdout } = await runProgram("script", ["-qec", command, "/dev/null"], {
      environment: { ...embedded, TERM: "xterm" },
    })
    expect(stdout).toContain("\r\u001b[2Kbuilding")
    const afterProgress = stdout.slice(stdout.lastIndexOf("\r\u001b[2K") + 5)
    expect(afterProgress).toContain("ks-depends-on-missing")
    expect(afterProgress).toContain("\u001b[")
    const plain = stripVTControlCharacters(afterProgress).replaceAll("\r", "")
    expect(
      plain.split("\n").filter((line) => line.length > 60 && !line.includes("https://")),
    ).toEqual([])
  })

  test("is silent where nobody watches", async () => {
    expect((await sluice(["check", repositories.broken, "--no-cache"])).stderr).toBe("")
  })
})

test("nothing of the environment turns up in reports or in the cache", async () => {
  const canaries = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`CANARY_${index}`, `canary-value-${index}-x`]),
  )
  const cache = temporaryFolder()
  const { stdout, stderr } = await sluice(["check", repositories.broken, "-f", "json", "-v"], {
    environment: { ...canaries, XDG_CACHE_HOME: cache },
  })
  const files = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".wasm"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
  for (const text of [stdout, stderr, ...files]) expect(text).not.toContain("canary-value")
  for (const text of files) expect(text).not.toContain("s3cr3t")
  expect(Object.keys(cleanEnvironment(embedded))).toEqual([
    "PATH",
    "HOME",
    "XDG_CACHE_HOME",
    "SLUICE_OFFLINE",
    "SLUICE_ENGINE",
  ])
})
