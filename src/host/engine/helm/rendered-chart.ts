import type { EngineLimit, HelmRequest, HelmResult } from "../../../build/engine.ts"
import type { JsonObject } from "../../../yaml/index.ts"
import { jsonOf } from "./chart-folder.ts"
import type { RenderedFile } from "./helm-output.ts"

/** A request for what is left to do with rendered files, and the templates that they come from. */
export interface RenderedChart {
  readonly request: HelmRequest
  /** The result, with the templates' own names. */
  named(result: HelmResult | EngineLimit): HelmResult | EngineLimit
}

/**
 * A chart whose templates give what Helm has rendered, byte by byte: the engine runs post-renderers on it, sorts it and takes it
 * apart into objects, as it does with its own renders.
 */
export function renderedChart(
  request: HelmRequest,
  metadata: JsonObject,
  rendered: readonly RenderedFile[],
): RenderedChart {
  const inOrder = rendered.toSorted((left, right) => (left.template < right.template ? -1 : 1))
  const { name, version, appVersion } = metadata
  const description = { apiVersion: "v2", name: name ?? "", version: version ?? "0.0.0" }
  const files = new Map([
    ["Chart.yaml", jsonOf({ ...description, ...(appVersion !== undefined && { appVersion }) })],
  ])
  const names = new Map<string, string>()
  for (const [index, { template, content }] of inOrder.entries()) {
    const number = String(index).padStart(6, "0")
    const isDefinition = /\/crds\//u.test(template) && !/\/templates\//u.test(template)
    const path = isDefinition ? `crds/${number}.yaml` : `templates/${number}.yaml`
    names.set(`${name}/${path}`, template)
    files.set(isDefinition ? path : `rendered/${number}`, content)
    if (!isDefinition)
      files.set(path, new TextEncoder().encode(`{{ .Files.Get "rendered/${number}" }}`))
  }
  const { valuesFiles: _, integers: __, remoteSchemas: ___, ...rest } = request
  const digest = `${request.chart.digest}-rendered-${serial++}`
  return {
    request: { ...rest, values: {}, chart: { digest, files } },
    named: (result) => withNames(result, names),
  }
}

/** Each render is another chart. */
let serial = 0

function withNames(
  result: HelmResult | EngineLimit,
  names: ReadonlyMap<string, string>,
): HelmResult | EngineLimit {
  if (result.status === "limit") return result
  if (result.status === "rendered")
    return {
      ...result,
      objects: result.objects.map((object) => ({
        ...object,
        template: names.get(object.template) ?? object.template,
      })),
    }
  const message = result.message.replace(
    /[^\s()":]+\/(?:templates|crds)\/\d{6}\.yaml/gu,
    (path) => names.get(path) ?? path,
  )
  const { template: path, line: _, column: __, ...rest } = result
  const template = path === undefined ? undefined : (names.get(path) ?? path)
  return { ...rest, message, ...(template !== undefined && { template }) }
}
