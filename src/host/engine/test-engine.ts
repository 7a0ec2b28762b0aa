import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"
import type { Engine, EngineCalls, EngineLimit, FileTree, HelmRequest } from "../../build/engine.ts"
import { createWasmEngine, type WasmEngineOptions } from "./wasm-engine.ts"

/** An engine for the tests of one file, and others beside it that share its cache folder. */
export interface TestEngine {
  readonly cacheDir: () => string
  readonly call: Engine["call"]
  readonly digest: () => string
  readonly another: (options: Omit<WasmEngineOptions, "cacheDir">) => Engine
}

/** Starts an engine before the tests and closes it after them. */
export function useEngine(): TestEngine {
  let cacheDir = ""
  let engine: Engine
  beforeAll(() => {
    cacheDir = mkdtempSync(join(tmpdir(), "sluice-engine-test-"))
    engine = createWasmEngine({ concurrency: 1, cacheDir })
    engine.start()
  })
  afterAll(async () => {
    await engine.close()
    rmSync(cacheDir, { recursive: true })
  })
  return {
    cacheDir: () => cacheDir,
    digest: () => engine.digest,
    another: (options) => createWasmEngine({ ...options, cacheDir }),
    call: <Name extends keyof EngineCalls>(
      name: Name,
      request: EngineCalls[Name]["request"],
    ): Promise<EngineCalls[Name]["result"] | EngineLimit> => engine.call(name, request),
  }
}

let trees = 0

/** A tree of texts, different from all others. */
export function treeOf(files: Record<string, string>): FileTree {
  const encoder = new TextEncoder()
  const contents = Object.entries(files).map(
    ([path, text]) => [path, encoder.encode(text)] as const,
  )
  return { id: `tree-${trees++}`, files: new Map(contents) }
}

const podinfo = new Uint8Array(
  readFileSync(new URL("../../../../shared/corpus/charts/podinfo-6.14.0.tgz", import.meta.url)),
)

/** A request to render podinfo, unless told otherwise. */
export function release(request: Partial<HelmRequest>): HelmRequest {
  return {
    chart: { digest: "podinfo-6.14.0", archive: podinfo },
    release: { name: "podinfo", namespace: "apps" },
    values: {},
    kubeVersion: "v1.35.0",
    apiVersions: [],
    ...request,
  }
}

/** A chart `demo` of files. */
export function chartOf(files: Record<string, string>): HelmRequest["chart"] {
  const tree = treeOf({ "Chart.yaml": "apiVersion: v2\nname: demo\nversion: 1.0.0\n", ...files })
  return { digest: tree.id, files: tree.files }
}

/** A ConfigMap up to its data, for templates. */
export const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: demo\ndata:\n"
