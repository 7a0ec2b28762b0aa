import type { EngineLimit, HelmResult, RenderedObject } from "../../build/engine.ts"
import { type JsonValue, parseYaml, resolveDocument, valueAt } from "../../yaml/index.ts"

/** An object as the engine sends it: the spec of a large CustomResourceDefinition may still be YAML. */
type SentObject = RenderedObject & { readonly spec?: string }

/**
 * Reads the specs that the engine has left as text: Go in WebAssembly takes ten times as long for a large definition.
 * Undefined when one of them is no YAML: then the engine has to read all of it, and to say what is wrong.
 */
export function readSpecs(result: HelmResult | EngineLimit): HelmResult | EngineLimit | undefined {
  if (result.status !== "rendered") return result
  const objects: RenderedObject[] = []
  for (const { spec: text, ...object } of result.objects as readonly SentObject[]) {
    if (text === undefined) objects.push(object)
    else {
      const spec = readSpec(text)
      if (spec === undefined) return undefined
      objects.push({ ...object, manifest: { ...object.manifest, spec } })
    }
  }
  return { ...result, objects }
}

/** The value of the only field of `text`. */
function readSpec(text: string): JsonValue | undefined {
  const [document, ...others] = parseYaml(`${text}\n`).documents
  if (document === undefined || others.length > 0) return undefined
  const { value, errors } = resolveDocument(document)
  const isSound = document.errors.length + document.duplicateKeys.length + errors.length === 0
  return isSound ? valueAt(value, ["spec"]) : undefined
}
