import { skipJson } from "../json.ts"
import { schemaUrl } from "../links.ts"
import type { FluxGraph } from "./flux-graph.ts"

/** Version 1 of the graph for programs; `schemas/graph-v1.schema.json` describes it. */
export function graphJson({ tool, clusters, elsewhere, skipped }: FluxGraph): string {
  const content = {
    $schema: schemaUrl("graph-v1"),
    version: 1,
    tool,
    clusters,
    elsewhere,
    skipped: skipped.map(skipJson),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
