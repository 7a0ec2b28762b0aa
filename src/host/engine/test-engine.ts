import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll } from "vitest"
import type { Engine, EngineCalls, EngineLimit, FileTree, HelmRequest } from "../../build/engine.ts"
import { findHelm } from "./helm/find-helm.ts"
import { createHelmEngine } from "./helm/helm-engine.ts"
import { createNativeEngine } from "./native-engine.ts"
import { builtNative } from "./test-native.ts"
import { createWasmEngine, type WasmEngineOptions } from "./wasm-engine.ts"

/** How a backend is set up for a test. */
type BackendOptions = Omit<WasmEngineOptions, "artifact">

/** A backend that the tests of calls run over. */
export interface TestBackend {
  readonly name: string
  /** What renders charts. */
  readonly renders: "engine" | "helm"
  create(options: BackendOptions): Engine
}

/** The embedded engine: always there. */
export const wasmBackend: TestBackend = {
  name: "WebAssembly",
  renders: "engine",
  create: createWasmEngine,
}

const root = new URL("../../../", import.meta.url)
function nativeBackend(): readonly TestBackend[] {
  const program = builtNative
  if (program?.status !== "usable") return absent(`no native engine: ${program?.reason}`)
  const { path, greeting } = program
  const create = (options: BackendOptions): Engine =>
    createNativeEngine({ ...options, path, sources: greeting.sources })
  return [{ name: "sluice-engine", renders: "engine", create }]
}

function helmBackend(version: string): readonly TestBackend[] {
  const program = findHelm(fileURLToPath(new URL(`.tools/helm-${version}/helm`, root)), {})
  if (typeof program === "string") return absent(`no Helm ${version}: ${program}`)
  const create = (options: BackendOptions): Engine =>
    createHelmEngine({ ...options, program, engine: createWasmEngine(options) })
  return [{ name: `helm ${version}`, renders: "helm", create }]
}

function absent(reason: string): readonly TestBackend[] {
  const text = `${reason}; \`node scripts/build-oracles.mjs\` builds it`
  // In CI that is a fault and no reason to skip.
  if (process.env.SLUICE_REQUIRE_ORACLES === "1") throw new Error(text)
  process.stderr.write(`SKIPPED: ${text}.\n`)
  return []
}

/** All backends that are here; which are not is said aloud. */
export const backends: readonly TestBackend[] = [
  wasmBackend,
  ...nativeBackend(),
  ...helmBackend("3.22.0"),
  ...helmBackend("4.3.1"),
]

/** An engine for the tests of one file, and others beside it that share its cache folder. */
export interface TestEngine {
  readonly cacheDir: () => string
  readonly call: Engine["call"]
  readonly digest: () => string
  readonly another: (options: Omit<BackendOptions, "cacheDir">) => Engine
}

/** Starts an engine before the tests and closes it after them. */
export function useEngine(backend: TestBackend = wasmBackend): TestEngine {
  let cacheDir = ""
  let engine: Engine
  beforeAll(() => {
    cacheDir = mkdtempSync(join(tmpdir(), "sluice-engine-test-"))
    engine = backend.create({ concurrency: 1, cacheDir })
    engine.start()
  })
  afterAll(async () => {
    await engine.close()
    rmSync(cacheDir, { recursive: true })
  })
  return {
    cacheDir: () => cacheDir,
    digest: () => engine.digest,
    another: (options) => backend.create({ ...options, cacheDir }),
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
