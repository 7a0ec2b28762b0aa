import { tmpdir } from "node:os"
import { join } from "node:path"
import { rules } from "../../rules/index.ts"
import type { Cache } from "../../src/build/cache.ts"
import { cachedEngine } from "../../src/build/cached-engine.ts"
import type { Engine } from "../../src/build/engine.ts"
import type { Host } from "../../src/build/host.ts"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { memoryFiles } from "../../src/host/memory-files.ts"
import { nodeFiles } from "../../src/host/node-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { openWorkspace } from "../../src/lint.ts"
import type { FileSystem } from "../../src/load/file-system.ts"
import type { Finding, WorkspaceOptions } from "../../src/model/index.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import type { RepositoryFiles } from "./apply.ts"

/** Checks repositories in memory, one after the other; what an earlier one has built is not built again. */
export interface Checker {
  check(files: RepositoryFiles): Promise<readonly Finding[]>
  close(): Promise<void>
}

const root = "repository"

/** A checker that looks for charts in the mirror at `charts`. */
export function createChecker(charts: string): Checker {
  const engine = createQuickEngine({
    concurrency: 2,
    cacheDir: join(tmpdir(), "sluice-planted-engine"),
    timeoutMs: 120_000,
  })
  const cache = memoryCache()
  const cached = cachedEngine(engine, { cache, toolVersion: "planted", label: "", digest: sha256 })
  const disk = remembered(nodeFiles({}))
  return {
    check: async (files) => await findingsOf(hostOf(files, disk, cached, cache), charts),
    close: () => cached.close(),
  }
}

async function findingsOf(host: Host, charts: string): Promise<readonly Finding[]> {
  const options: WorkspaceOptions = {
    localSources: {},
    external: [],
    apiVersions: [],
    render: "auto",
    mirrors: [charts],
    offline: true,
    exclude: [],
  }
  const workspace = await openWorkspace({ root, options }, host)
  const settings = defaultSettings
  const { findings, crashes } = checkWorkspace(workspace, rules, { settings, digest: sha256 })
  for (const { rule, error } of crashes) throw new Error(`${rule} has crashed`, { cause: error })
  return findings
}

/** The repository in memory, and everything else (the chart mirror) on the disk. */
function hostOf(files: RepositoryFiles, disk: FileSystem, engine: Engine, cache: Cache): Host {
  const repository = memoryFiles(Object.fromEntries(files))
  const placeOf = (folder: string): FileSystem => (folder === root ? repository : disk)
  return {
    files: {
      list: (folder) => placeOf(folder).list(folder),
      read: (folder, path) => placeOf(folder).read(folder, path),
    },
    engine,
    cache,
    schemas: packageSchemas,
    digest: sha256,
    now: () => performance.now(),
  }
}

/** Files that are read once. */
function remembered(files: FileSystem): FileSystem {
  const contents = new Map<string, Promise<Uint8Array>>()
  return {
    list: (folder) => files.list(folder),
    read: (folder, path) => {
      const key = join(folder, path)
      const known = contents.get(key) ?? files.read(folder, path)
      contents.set(key, known)
      return known
    },
  }
}

function memoryCache(): Cache {
  const entries = new Map<string, Uint8Array>()
  return {
    get: async (kind, key) => entries.get(`${kind}/${key}`),
    put: async (kind, key, value) => void entries.set(`${kind}/${key}`, value),
  }
}
