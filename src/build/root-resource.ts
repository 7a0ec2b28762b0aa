import { isKind, kinds, type Resource, type ResourceId } from "../model/index.ts"
import type { RootObject } from "../resolve/cluster-root.ts"
import { makeResource } from "./make-resource.ts"

/** A root object as a resource of the cluster. */
export function rootResource(object: RootObject): readonly Resource[] {
  const place = "written" in object ? object.written : object
  const { document, path: base } = place
  const resource = makeResource({
    manifest: place.manifest,
    origin:
      "written" in object
        ? { via: "file", document, path: base }
        : { via: "implied", document, path: base, by: object.by },
    owner: undefined,
    server: "",
    uncertain: false,
    locate: (self, path, part, span) => ({
      document,
      path: "written" in object ? [...base, ...path] : base,
      part,
      ...(span ? { span } : {}),
      resource: self,
      field: path,
    }),
  })
  return resource ? [resource] : []
}

/** A ConfigMap or Secret whose data the user's configuration states. */
export function declaredObject(
  id: ResourceId,
  data: Readonly<Record<string, string>>,
  near: Resource | undefined,
): RootObject {
  const { document, path } = near?.at([]) ?? missingPlace()
  const field = isKind(id, kinds.Secret) ? "stringData" : "data"
  return {
    manifest: {
      apiVersion: "v1",
      kind: id.kind,
      metadata: { name: id.name, ...(id.namespace ? { namespace: id.namespace } : {}) },
      [field]: data,
    },
    document,
    path,
    by: "the configuration",
  }
}

function missingPlace(): never {
  throw new Error("a cluster without objects was built")
}
