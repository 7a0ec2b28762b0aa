import { gunzipSync } from "node:zlib"
import type { ChartFiles } from "../../build/engine.ts"
import { archiveLimits, readTar } from "../../build/remote/read-tar.ts"

/** A definition in `crds/` of a chart, as it is written. */
interface WrittenDefinition {
  /** As Helm calls the file: with the names of the chart and its subcharts. */
  readonly path: string
  readonly name: string
  /** The YAML of its spec. */
  readonly spec: string
  /** The size of that YAML in UTF-8. */
  readonly bytes: number
}

/**
 * The definitions of a chart and its subcharts, cut out as the engine's `findSpec` cuts them out of most charts: what is
 * found otherwise is not taken for known, and what is missed is sent. None for a chart that cannot be read; why it
 * cannot, its render says. Of two that share file and name neither is given.
 */
export function* writtenDefinitions(chart: ChartFiles): Iterable<WrittenDefinition> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  for (const [path, content] of filesOf(chart)) {
    if (!/(?:^|\/)crds\/.*\.ya?ml$/u.test(path)) continue
    const texts = documentsIn(decoder.decode(content))
    const names = texts.map((text) => /\n {2}name: ([\w.-]+)\n/u.exec(text)?.[1])
    for (const [index, text] of texts.entries()) {
      const name = names[index]
      const spec = specIn(text)
      if (spec === undefined || name === undefined) continue
      if (names.filter((other) => other === name).length === 1)
        yield { path, name, spec, bytes: encoder.encode(spec).length }
    }
  }
}

function filesOf(chart: ChartFiles): ReadonlyMap<string, Uint8Array> {
  if ("files" in chart) return new Map()
  try {
    return readTar(gunzipSync(chart.archive, { maxOutputLength: archiveLimits.bytes }))
  } catch {
    return new Map()
  }
}

/** The line break before the next document belongs to its spec, as for the engine. */
function documentsIn(text: string): readonly string[] {
  return text
    .split("\n---")
    .map((document, index, all) => (index < all.length - 1 ? `${document}\n` : document))
}

function specIn(text: string): string | undefined {
  if (!text.includes("\nkind: CustomResourceDefinition\n")) return undefined
  const start = text.indexOf("\nspec:\n") + 1
  if (start === 0) return undefined
  const next = /\n[a-z]/u.exec(text.slice(start))
  return next ? text.slice(start, start + next.index + 1) : text.slice(start)
}
