import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { rules } from "../../rules/index.ts"
import type { Engine } from "../../src/build/engine.ts"
import type { Host } from "../../src/build/host.ts"
import { checkWorkspace, type RuleCrash } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { noCache } from "../../src/host/folder-cache.ts"
import { nodeFiles } from "../../src/host/node-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { fixWorkspace, openWorkspace, type WorkspaceRequest } from "../../src/lint.ts"
import type { FileSystem } from "../../src/load/file-system.ts"
import type { Skip } from "../../src/model/index.ts"
import { reportConcise } from "../../src/report/concise.ts"
import { createReport } from "../../src/report/create-report.ts"
import { fixtureOptions } from "./fixtures-flags.ts"

/** A small repository with what is wrong in it. */
export interface Fixture {
  readonly name: string
  /** The folder that is checked. */
  readonly repository: string
  /** The file with the expected report. */
  readonly findings: string
  /** The folder with the files that `--fix` changes, as they are afterwards. */
  readonly fixed: string
  /** The flags of the command line that it is checked with, one a line. */
  readonly flags: readonly string[]
}

/** What checking a fixture has given. */
export interface FixtureReport {
  /** The concise report, as in `findings.txt`: sorted by file and line. */
  readonly text: string
  readonly crashes: readonly RuleCrash[]
  readonly skipped: readonly Skip[]
}

/** What a fixture is checked with; one engine serves all. */
export interface FixtureWorld {
  readonly engine: Engine
  readonly files: FileSystem
}

/** The folder of all fixtures. */
export const fixturesFolder: string = fileURLToPath(new URL("../../fixtures", import.meta.url))

/** The files of this machine, as a run of `sluice` sees them. */
export const fixtureFiles: FileSystem = nodeFiles(process.env)

/** Every folder of `fixtures/` that holds a repository, by name. */
export function listFixtures(): readonly Fixture[] {
  return readdirSync(fixturesFolder)
    .sort()
    .filter((name) => existsSync(join(fixturesFolder, name, "repo")))
    .map((name) => {
      const folder = join(fixturesFolder, name)
      return {
        name,
        repository: join(folder, "repo"),
        findings: join(folder, "findings.txt"),
        fixed: join(folder, "fixed"),
        flags: readFlags(join(folder, "flags.txt")),
      }
    })
}

function readFlags(path: string): readonly string[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, "utf8").split("\n")
  return lines.map((line) => line.trim()).filter((line) => line !== "")
}

/** The files of the fixture's `fixed` folder; undefined where it has none. */
export function fixedFiles({ fixed }: Fixture): Readonly<Record<string, string>> | undefined {
  if (!existsSync(fixed)) return undefined
  const entries = readdirSync(fixed, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [relative(fixed, path), readFileSync(path, "utf8")]
    }),
  )
}

/** The files that `sluice check --fix` changes in the fixture, as they are afterwards. */
export async function fixFixture(
  fixture: Fixture,
  world: FixtureWorld,
): Promise<Readonly<Record<string, string>>> {
  const { request, host } = requestOf(fixture, world)
  const { texts } = await fixWorkspace(
    await openWorkspace(request, host),
    {
      ...request,
      ...{ rules, settings: defaultSettings, applicability: "safe", refusal: () => undefined },
    },
    host,
  )
  return Object.fromEntries(texts)
}

function requestOf(
  { flags, repository }: Fixture,
  world: FixtureWorld,
): { readonly request: WorkspaceRequest; readonly host: Host } {
  const options = fixtureOptions(flags, (path) => resolve(repository, path))
  const host = { ...world, cache: noCache, schemas: packageSchemas, digest: sha256, now: () => 0 }
  return { request: { root: repository, options }, host }
}

/** What `sluice check --format concise` prints for the fixture, run in its repository. */
export async function checkFixture(fixture: Fixture, world: FixtureWorld): Promise<FixtureReport> {
  const { request, host } = requestOf(fixture, world)
  const workspace = await openWorkspace(request, host)
  const result = checkWorkspace(workspace, rules, { settings: defaultSettings, digest: sha256 })
  const tool = { name: "sluice", version: "0.0.0" }
  const report = createReport({ tool, workspace, result, rules })
  return {
    text: reportConcise(report),
    crashes: result.crashes,
    skipped: workspace.skipped,
  }
}
