import type { CustomSchema, EngineCalls } from "../../build/engine.ts"
import type { ModuleSource } from "./load-module.ts"

/** What a call needs and the engine may keep between calls: the files of a source, a chart, or a schema. */
export interface Attachment {
  readonly kind: "tree" | "chart" | "schema"
  readonly key: string
  /** The request that brings it, as JSON. */
  readonly request: string
  /** Shared among the workers, so that it is copied once. */
  readonly data: SharedArrayBuffer
}

/** A call as the worker gets it. */
export interface EncodedCall {
  readonly name: string
  /** The request as JSON; binary parts are indices into `blobs`. */
  readonly request: string
  readonly blobs: readonly Uint8Array[]
  readonly attachments: readonly Attachment[]
}

/** Main thread to worker: `load` and nothing else, or first the module, then calls. */
export type WorkerRequest =
  | { readonly type: "load"; readonly source: ModuleSource }
  | { readonly type: "start"; readonly module: WebAssembly.Module }
  | { readonly type: "call"; readonly call: EncodedCall }

/** Worker to main thread. */
export type WorkerReply =
  | { readonly type: "loaded"; readonly module: WebAssembly.Module }
  | { readonly type: "ready" }
  | { readonly type: "answer"; readonly answer: Uint8Array<ArrayBuffer> }
  | { readonly type: "crash"; readonly limit: "memory" | "crash"; readonly message: string }

/** The manifests of a chart may not be larger; Flux itself stops far earlier, at etcd's limit for a release. */
export const maxOutput: number = 10 * 1024 * 1024

/** How a render sends the specs of large definitions: as YAML, not at all, or as part of the manifest (see definition-specs.ts). */
export type SpecForm = "text" | "known" | "json"

const encoders: {
  readonly [Name in keyof EngineCalls]: (
    request: EngineCalls[Name]["request"],
    specs: SpecForm,
  ) => EncodedCall
} = {
  kustomize: ({ tree, ...rest }) => ({
    name: "kustomize",
    request: JSON.stringify({ ...rest, tree: tree.id }),
    blobs: [],
    attachments: [packFiles("tree", tree.id, tree.files)],
  }),
  values: (request) => plain("values", request),
  constraint: (request) => plain("constraint", request),
  validate: ({ schema, ...rest }) => ({
    name: "validate",
    request: JSON.stringify({ ...rest, schema: schema.digest }),
    blobs: [],
    attachments: [packSchema(schema)],
  }),
  helm: ({ chart, valuesFiles, ...rest }, specs) => {
    const blobs: Uint8Array[] = []
    const files = valuesFiles?.map(({ path, data }) =>
      data === undefined ? { path } : { path, blob: blobs.push(data) - 1 },
    )
    const attachment =
      "archive" in chart
        ? packArchive(chart.digest, chart.archive)
        : packFiles("chart", chart.digest, chart.files)
    const request = {
      ...rest,
      chart: chart.digest,
      maxOutput,
      specsAsText: specs !== "json",
      specsKnown: specs === "known",
      valuesFiles: files ?? [],
    }
    return { name: "helm", request: JSON.stringify(request), blobs, attachments: [attachment] }
  },
}

/** Turns a call into what the engine reads. */
export function encodeCall<Name extends keyof EngineCalls>(
  name: Name,
  request: EngineCalls[Name]["request"],
  specs: SpecForm = "json",
): EncodedCall {
  return encoders[name](request, specs)
}

function plain(name: string, request: unknown): EncodedCall {
  return { name, request: JSON.stringify(request), blobs: [], attachments: [] }
}

const packed = new WeakMap<object, Attachment>()

function packOnce(content: object, pack: () => Attachment): Attachment {
  const known = packed.get(content)
  if (known !== undefined) return known
  const attachment = pack()
  packed.set(content, attachment)
  return attachment
}

function packSchema(schema: CustomSchema): Attachment {
  return packOnce(schema.schema, () => ({
    kind: "schema",
    key: `schema:${schema.digest}`,
    request: JSON.stringify({ digest: schema.digest }),
    data: share([new TextEncoder().encode(JSON.stringify(schema.schema))]),
  }))
}

function packArchive(digest: string, archive: Uint8Array): Attachment {
  return packOnce(archive, () => ({
    kind: "chart",
    key: `chart:${digest}`,
    request: JSON.stringify({ digest, archive: true }),
    data: share([archive]),
  }))
}

function packFiles(
  kind: "tree" | "chart",
  id: string,
  files: ReadonlyMap<string, Uint8Array>,
): Attachment {
  return packOnce(files, () => {
    const contents = [...files.values()]
    const sizes = contents.map((content) => content.length)
    const name = kind === "tree" ? { id } : { digest: id }
    const request = JSON.stringify({ ...name, paths: [...files.keys()], sizes })
    return { kind, key: `${kind}:${id}`, request, data: share(contents) }
  })
}

function share(parts: readonly Uint8Array[]): SharedArrayBuffer {
  const data = new SharedArrayBuffer(parts.reduce((sum, part) => sum + part.length, 0))
  const bytes = new Uint8Array(data)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return data
}
