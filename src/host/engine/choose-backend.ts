import type { Engine } from "../../build/engine.ts"
import { UsageError } from "../../model/errors.ts"
import type { WorkspaceOptions } from "../../model/options.ts"
import { findHelm, type HelmProgram } from "./helm/find-helm.ts"
import { createHelmEngine } from "./helm/helm-engine.ts"
import { createNativeEngine } from "./native-engine.ts"
import { findNativeProgram, type NativeProgram } from "./native-program.ts"
import { createWasmEngine, type WasmEngineOptions } from "./wasm-engine.ts"

/** What is known when a backend is chosen. */
export interface BackendWish {
  readonly render: WorkspaceOptions["render"]
  /** `--helm`: absolute. */
  readonly helm?: string
  /** A stranger's repository is built and rendered in the sandbox alone. */
  readonly untrusted: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What builds and renders. */
export interface Backend {
  /** The embedded engine unless there is a native one. */
  readonly native?: NativeProgram & { readonly status: "usable" }
  /** Renders charts. */
  readonly helm?: HelmProgram
  /** A native engine is there and is not used. */
  readonly refused?: NativeProgram & { readonly status: "unusable" }
}

/** The backend for a run; throws a {@link UsageError} when it asks for Helm and there is none. */
export function chooseBackend(wish: BackendWish): Backend {
  if (wish.untrusted || wish.render === "engine") return {}
  const helm = wish.render === "helm" ? requiredHelm(wish) : undefined
  const found = findNativeProgram(wish.environment)
  return {
    ...(helm && { helm }),
    ...(found?.status === "usable" && { native: found }),
    ...(found?.status === "unusable" && { refused: found }),
  }
}

function requiredHelm({ helm, environment }: BackendWish): HelmProgram {
  const found = findHelm(helm, environment)
  if (typeof found !== "string") return found
  throw new UsageError(`Charts are to be rendered with Helm, and ${found}.`, {
    help: "Install Helm 3 or 4, name its program with `--helm PATH`, or use `--render auto`.",
  })
}

/** The engine of a backend. Nothing is started before `start()` or the first call. */
export function createBackend({ native, helm }: Backend, options: WasmEngineOptions): Engine {
  const engine = native
    ? createNativeEngine({ ...options, path: native.path, sources: native.greeting.sources })
    : createWasmEngine(options)
  return helm ? createHelmEngine({ ...options, program: helm, engine }) : engine
}

/** In words, for people. */
export function describeBackend({ native, helm }: Backend): string {
  const engine = native ? `sluice-engine (${native.path})` : "the embedded engine"
  return helm ? `${engine}; charts by Helm ${helm.version} (${helm.path})` : engine
}
