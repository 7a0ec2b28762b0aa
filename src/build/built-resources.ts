import type { Document, Resource } from "../model/index.ts"
import type { WrittenIndex } from "../resolve/written-objects.ts"
import { type FieldPath, listAt, stringAt } from "../yaml/index.ts"
import type { BuiltObject } from "./engine.ts"
import { makeResource } from "./make-resource.ts"
import type { SourceTree } from "./source-tree.ts"
import { holdsStandIn } from "./stand-in.ts"
import { type BuildTrace, type Place, traceField } from "./trace.ts"

/** What a build's objects have in common. */
export interface MadeFrom {
  readonly written: WrittenIndex
  readonly tree: SourceTree
  readonly trace: BuildTrace
  readonly owner: Resource
  readonly server: string
  /** Whether stand-ins may be among the values. */
  readonly mayBeUncertain: boolean
}

/** The objects of a build, each with the document that a person would edit. */
export function builtResources(
  objects: readonly BuiltObject[],
  made: MadeFrom,
): readonly Resource[] {
  return objects.flatMap((object) => {
    const { manifest } = object
    const { owner, server, trace } = made
    const { place, generated } = sourceOf(object, made)
    const resource = makeResource({
      manifest,
      origin: { via: "kustomize", document: place.document, path: place.path, generated },
      owner,
      server,
      uncertain: made.mayBeUncertain && holdsStandIn(JSON.stringify(manifest)),
      locate: (self, path, part, span) => {
        const own = generated ? generatorField(place, path) : undefined
        if (own) return { ...own, part, resource: self, field: path }
        return traceField(self, place, trace, { path, part, ...(span ? { span } : {}) })
      },
    })
    return resource ? [resource] : []
  })
}

function sourceOf(
  { origin, original }: BuiltObject,
  { tree, written, trace, owner }: MadeFrom,
): { readonly place: Place; readonly generated: boolean } {
  const file = origin.path === undefined ? undefined : tree.repositoryPath(origin.path)
  const object = file === undefined ? undefined : written.inFile(file, original)
  if (object) return { place: object, generated: false }
  const configured =
    origin.configuredIn === undefined ? undefined : tree.repositoryPath(origin.configuredIn)
  const generator = trace.kustomizationFiles.find(({ path }) => path === configured)
  if (generator) return { place: generatorPlace(generator.document, original), generated: true }
  const { document, path } = owner.at(["spec", "path"])
  return { place: { document, path }, generated: true }
}

/** The entry of a kustomization file that generates an object. */
function generatorPlace(document: Document, { kind, name }: BuiltObject["original"]): Place {
  const field = kind === "Secret" ? "secretGenerator" : "configMapGenerator"
  const index = listAt(document.content, [field]).findIndex(
    (entry) => stringAt(entry, ["name"]) === name,
  )
  return { document, path: index < 0 ? [] : [field, index] }
}

/** The line of a generator that gives an object its `data.key`, or its name. */
function generatorField({ document, path }: Place, field: FieldPath): Place {
  if (field[0] === "metadata") return { document, path: [...path, ...field.slice(1)] }
  const key = String(field[1] ?? "")
  for (const list of ["files", "literals"]) {
    const entries = listAt(document.content, [...path, list])
    const index = entries.findIndex((entry) => typeof entry === "string" && keyOf(entry) === key)
    if (index >= 0) return { document, path: [...path, list, index] }
  }
  return { document, path }
}

/** `values.yaml=files/values.yaml` and `files/values.yaml` both make the key `values.yaml`. */
function keyOf(entry: string): string {
  const equals = entry.indexOf("=")
  return equals >= 0 ? entry.slice(0, equals) : entry.slice(entry.lastIndexOf("/") + 1)
}
