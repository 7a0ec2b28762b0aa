import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, sep } from "node:path"
import type {
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  HelmResult,
} from "../../../build/engine.ts"
import { chartFiles } from "../../../build/release/chart-files.ts"
import { BadArchive } from "../../../build/remote/read-tar.ts"
import { Turns } from "../../fetch/turns.ts"
import { maxOutput } from "../messages.ts"
import { defaultTimeoutMs } from "../wasm-engine.ts"
import {
  filesOfAll,
  jsonOf,
  readMetadata,
  withoutDependencies,
  withValuesFiles,
} from "./chart-folder.ts"
import type { HelmProgram } from "./find-helm.ts"
import { templateArguments } from "./helm-arguments.ts"
import { messageOf, missingDependencies, readFailure } from "./helm-failure.ts"
import { splitOutput } from "./helm-output.ts"
import { renderedChart } from "./rendered-chart.ts"
import { type HelmOutput, runHelm } from "./run-helm.ts"

/** How to render with the user's own `helm`. */
export interface HelmEngineOptions {
  readonly program: HelmProgram
  /** Does all that is not rendering. */
  readonly engine: Engine
  /** How many programs run at the same time. */
  readonly concurrency: number
  /** After this long a program is killed: 30 s unless told. */
  readonly timeoutMs?: number
}

type Files = ReadonlyMap<string, Uint8Array>
type Answer = HelmResult | EngineLimit

/** An engine that has `helm template` render charts, and leaves to another what comes after: post-renderers, order, objects. */
export function createHelmEngine(options: HelmEngineOptions): Engine {
  const { engine, program } = options
  const helm = new HelmRenderer(options)
  return {
    digest: `${engine.digest}-helm-${program.version}-${program.size}`,
    start: () => engine.start(),
    async close() {
      helm.close()
      await engine.close()
    },
    async call<Name extends keyof EngineCalls>(name: Name, request: EngineCalls[Name]["request"]) {
      if (name !== "helm") return await engine.call(name, request)
      // TypeScript does not narrow `Name` by `name`.
      return (await helm.render(request as HelmRequest)) as EngineCalls[Name]["result"]
    },
  }
}

class HelmRenderer {
  readonly #options: HelmEngineOptions
  readonly #turns: Turns
  readonly #closing = new AbortController()

  constructor(options: HelmEngineOptions) {
    this.#options = options
    this.#turns = new Turns(Math.max(1, options.concurrency))
  }

  close(): void {
    this.#closing.abort()
  }

  async render(request: HelmRequest): Promise<Answer> {
    const { engine, program } = this.#options
    try {
      const files = await chartFiles(request.chart)
      const metadata = readMetadata(files)
      const all = await filesOfAll(files)
      // What cannot be read at all is judged by Helm's own loader.
      if (metadata === undefined) return await engine.call("helm", request)
      const packaged = withValuesFiles(files, request)
      if (typeof packaged === "string")
        return { status: "failed", step: "values", message: packaged }
      const schema = refersElsewhere(all) ? await this.#validate(request, files) : undefined
      if (schema?.status === "failed") return schema
      const asked = schema ? { ...request, skipSchemaValidation: true } : request
      const context = {
        chart: String(metadata.name),
        values: request.values,
        lookups: callsLookup(all),
      }
      const rendered = await this.#template(asked, packaged, [])
      if ("status" in rendered) return rendered
      if (rendered.message !== undefined)
        return isNoInstallable(rendered.message)
          ? await engine.call("helm", request)
          : readFailure(rendered.message, context)
      const chart = renderedChart(request, metadata, splitOutput(rendered.stdout, program.version))
      const result = chart.named(await engine.call("helm", chart.request))
      return result.status === "rendered" ? { ...result, ...notes(schema, rendered) } : result
    } catch (error) {
      if (error instanceof BadArchive) return await engine.call("helm", request)
      throw error
    }
  }

  /** Values against schemas that refer to others, by the engine, which fetches nothing: of the chart, its templates are left out. */
  async #validate(request: HelmRequest, files: Files): Promise<Answer | undefined> {
    const kept = [...files].filter(([path]) => !/(?:^|\/)(?:templates|crds)\//u.test(path))
    const chart = { digest: `${request.chart.digest}-values`, files: new Map(kept) }
    const { postRenderers: _, ...rest } = request
    return await this.#options.engine.call("helm", { ...rest, chart })
  }

  /** Runs Helm, once more without the dependencies that are not there. */
  async #template(request: HelmRequest, files: Files, left: readonly string[]): Promise<Rendered> {
    const output = await this.#turns.take(() => this.#run(request, files))
    this.#closing.signal.throwIfAborted()
    if (output.killedFor !== undefined) return limitOf(output.killedFor, this.#timeoutMs)
    if (output.status === 0) return { stdout: output.stdout, missing: left }
    const message = messageOf(output.stderr)
    const missing = missingDependencies(message)
    if (missing.length === 0 || left.length > 0)
      return { message, stdout: output.stdout, missing: left }
    return await this.#template(request, withoutDependencies(files, missing), missing)
  }

  async #run(request: HelmRequest, files: Files): Promise<HelmOutput> {
    this.#closing.signal.throwIfAborted()
    const folder = mkdtempSync(join(tmpdir(), "sluice-helm-"))
    try {
      const chart = join(folder, "chart")
      const values = join(folder, "values.json")
      for (const [path, content] of files) writeInside(chart, path, content)
      writeFileSync(values, jsonOf(request.values))
      return await runHelm({
        path: this.#options.program.path,
        arguments: templateArguments(request, { chart, values }),
        ...{ folder, maxOutput, timeoutMs: this.#timeoutMs, signal: this.#closing.signal },
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? defaultTimeoutMs
  }
}

type Rendered =
  | EngineLimit
  | { readonly message?: string; readonly stdout: Uint8Array; readonly missing: readonly string[] }

function notes(
  schema: Answer | undefined,
  { missing }: { readonly missing: readonly string[] },
): Partial<HelmResult & { readonly status: "rendered" }> {
  const { schemaSkipped, missingSchemas } = schema?.status === "rendered" ? schema : {}
  return {
    ...(schemaSkipped !== undefined && { schemaSkipped }),
    ...(missingSchemas !== undefined && { missingSchemas }),
    ...(missing.length > 0 && { missingDependencies: missing }),
  }
}

function limitOf(limit: "time" | "output", timeoutMs: number): EngineLimit {
  const message =
    limit === "time"
      ? `the call took longer than ${timeoutMs / 1000} s`
      : `the chart renders more than ${maxOutput} bytes of manifests`
  return { status: "limit", limit, message }
}

/** `helm template` refuses libraries; helm-controller installs the nothing that they render. */
function isNoInstallable(message: string): boolean {
  return /^library charts are not installable/u.test(message)
}

const decoder = new TextDecoder()

function refersElsewhere(files: Files): boolean {
  return [...files].some(
    ([path, content]) =>
      /(?:^|\/)values\.schema\.json$/u.test(path) &&
      /"\$(?:ref|dynamicRef|id)"\s*:\s*"[a-z]+:/iu.test(decoder.decode(content)),
  )
}

function callsLookup(files: Files): boolean {
  return [...files].some(
    ([path, content]) =>
      /(?:^|\/)templates\//u.test(path) && /\blookup\b/u.test(decoder.decode(content)),
  )
}

/** The paths of a chart have been checked when it was read; here nothing is left to chance. */
function writeInside(folder: string, path: string, content: Uint8Array): void {
  const place = join(folder, path)
  if (!place.startsWith(folder + sep)) throw new BadArchive(`${path} leads out of the chart`)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, content)
}
