import { setImmediate as turn } from "node:timers/promises"
import type { ChartFiles, EngineLimit, HelmResult, RenderedObject } from "../../build/engine.ts"
import { type JsonValue, parseYaml, resolveDocument, stringAt, valueAt } from "../../yaml/index.ts"
import type { SpecForm } from "./messages.ts"
import { writtenDefinitions } from "./written-definitions.ts"

/** An object as the engine sends it: the spec of a large CustomResourceDefinition may be missing from its manifest. */
type SentObject = RenderedObject & {
  /** The spec's YAML. */
  readonly spec?: string
  /** The size of that YAML, where the spec is known. */
  readonly specBytes?: number
}

/** What was read of a definition, and how large its text is. */
interface ReadSpec {
  readonly bytes: number
  readonly spec: JsonValue
}

/** The specs that the engine leaves to its caller: Go in WebAssembly takes ten times as long for a large definition. */
export class DefinitionSpecs {
  /** By the digest of the chart, and there by file and name. */
  readonly #known = new Map<string, Map<string, ReadSpec>>()

  /** Reads what renders of `charts` will bring, each spec in a turn of its own: answers of the engine do not wait. */
  async readAhead(charts: AsyncIterable<ChartFiles>): Promise<void> {
    for await (const chart of charts) {
      const specs = new Map<string, ReadSpec>()
      for (const { path, name, bytes, spec: text } of writtenDefinitions(chart)) {
        await turn()
        const spec = readSpec(text)
        if (spec !== undefined) specs.set(keyOf(path, name), { bytes, spec })
      }
      if (specs.size > 0) this.#known.set(chart.digest, specs)
    }
  }

  /** The forms in which a render of `chart` may send its specs: the next one where {@link complete} cannot do with one. */
  formsFor(chart: ChartFiles): readonly SpecForm[] {
    return this.#known.has(chart.digest) ? ["known", "text", "json"] : ["text", "json"]
  }

  /** The result with all specs; undefined when one of them is not known, or no YAML. */
  complete(
    result: HelmResult | EngineLimit,
    { digest }: ChartFiles,
  ): HelmResult | EngineLimit | undefined {
    if (result.status !== "rendered") return result
    const objects: RenderedObject[] = []
    for (const { spec: text, specBytes, ...object } of result.objects as readonly SentObject[]) {
      if (text === undefined && specBytes === undefined) objects.push(object)
      else {
        const spec = text === undefined ? this.#find(digest, object, specBytes) : readSpec(text)
        if (spec === undefined) return undefined
        objects.push({ ...object, manifest: { ...object.manifest, spec } })
      }
    }
    return { ...result, objects }
  }

  #find(
    chart: string,
    { template, manifest }: RenderedObject,
    bytes: number | undefined,
  ): JsonValue | undefined {
    const name = stringAt(manifest, ["metadata", "name"]) ?? ""
    const found = this.#known.get(chart)?.get(keyOf(template, name))
    return found?.bytes === bytes ? found?.spec : undefined
  }
}

function keyOf(path: string, name: string): string {
  return `${path}\n${name}`
}

/** The value of the only field of `text`. */
function readSpec(text: string): JsonValue | undefined {
  const [document, ...others] = parseYaml(`${text}\n`).documents
  if (document === undefined || others.length > 0) return undefined
  const { value, errors } = resolveDocument(document)
  const isSound = document.errors.length + document.duplicateKeys.length + errors.length === 0
  return isSound ? valueAt(value, ["spec"]) : undefined
}
