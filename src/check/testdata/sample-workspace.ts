import type {
  Cluster,
  Document,
  LogicalLocation,
  ParsedFile,
  Resource,
  Workspace,
} from "../../model/index.ts"
import { documentsOf } from "../../parse/document.ts"
import { createLineIndex } from "../../text/line-index.ts"
import { parseYaml } from "../../yaml/index.ts"
import { type FieldPath, isObject } from "../../yaml/json.ts"

/** A workspace made by hand: files, and clusters of which only the names matter. */
export function sampleWorkspace(
  files: Readonly<Record<string, string>>,
  clusters: readonly string[] = [],
): Workspace {
  const parsed = Object.entries(files).map(([path, text]): ParsedFile => {
    const source = { path, text, lines: createLineIndex(text) }
    return { source, role: "manifest", documents: documentsOf(source, parseYaml(text)) }
  })
  return {
    files: parsed,
    documents: parsed.flatMap(({ documents }) => documents),
    kustomizationFiles: [],
    links: [],
    clusters: clusters.map(sampleCluster),
    skipped: [],
    file: (path) => parsed.find(({ source }) => source.path === path),
    clustersOf: () => [],
    unreached: [],
    unreachedTarget: { flux: "2.9", kubernetes: "1.36" },
    verdictOf: () => ({ status: "unknown" }),
    violationsIn: () => [],
  }
}

function sampleCluster(name: string): Cluster {
  return {
    name,
    path: `clusters/${name}`,
    target: { flux: "2.9", kubernetes: "1.35" },
    resources: [],
    builds: [],
    releases: [],
    charts: [],
    unfetched: [],
    graph: { references: [], from: () => [], to: () => [], cycles: () => [] },
    lockdown: undefined,
    blindSpots: [],
    find: () => undefined,
    all: () => [],
    buildOf: () => undefined,
    releaseOf: () => undefined,
  }
}

/** The first document of a sample file. */
export function documentOf(workspace: Workspace, path: string): Document {
  const document = workspace.file(path)?.documents[0]
  if (!document) throw new Error(`no document in ${path}`)
  return document
}

/** The object that a sample document holds. */
export function resourceOf(document: Document): Resource {
  const manifest = isObject(document.content) ? document.content : {}
  const metadata = isObject(manifest.metadata) ? manifest.metadata : {}
  const resource: Resource = {
    id: {
      group: "",
      kind: String(manifest.kind),
      namespace: String(metadata.namespace),
      name: String(metadata.name),
    },
    apiVersion: String(manifest.apiVersion),
    manifest,
    origin: { via: "file", document, path: [] },
    owner: undefined,
    server: "",
    uncertain: false,
    at: (path: FieldPath, part = "value", span) => {
      const location: LogicalLocation = { document, path, part, resource, ...(span && { span }) }
      return location
    },
  }
  return resource
}
