import { clampInside } from "../load/folders.ts"
import { isObject, type JsonObject, stringAt } from "../yaml/index.ts"

/** What a FluxInstance or a bootstrap syncs. */
export interface Sync {
  readonly kind: "GitRepository" | "OCIRepository" | "Bucket"
  readonly url: string
  readonly ref: string
  /** Normalised, relative to the artifact. */
  readonly path: string
  readonly name: string
  readonly namespace: string
}

/** `spec.sync` of a FluxInstance; undefined when it syncs nothing. Defaults as in `flux-semantics.md` 8.2. */
export function syncOf(spec: JsonObject, namespace = "flux-system"): Sync | undefined {
  const { sync } = spec
  if (!isObject(sync)) return undefined
  const kind = stringAt(sync, ["kind"])
  return {
    kind: kind === "OCIRepository" || kind === "Bucket" ? kind : "GitRepository",
    url: stringAt(sync, ["url"]) ?? "",
    ref: stringAt(sync, ["ref"]) ?? "",
    path: clampInside(stringAt(sync, ["path"]) ?? ""),
    name: stringAt(sync, ["name"]) ?? namespace,
    namespace,
  }
}

/** The source and the Kustomization that flux-operator or `flux bootstrap` makes of it. */
export function impliedSync(sync: Sync): readonly JsonObject[] {
  const metadata = { name: sync.name, namespace: sync.namespace }
  return [
    {
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: sync.kind,
      metadata,
      spec: sourceSpec(sync),
    },
    {
      apiVersion: "kustomize.toolkit.fluxcd.io/v1",
      kind: "Kustomization",
      metadata,
      spec: {
        interval: "10m0s",
        path: sync.path,
        prune: true,
        sourceRef: { kind: sync.kind, name: sync.name },
      },
    },
  ]
}

function sourceSpec({ kind, url, ref }: Sync): JsonObject {
  const interval = "1m"
  if (kind === "Bucket") return { interval, endpoint: url, bucketName: ref }
  if (kind === "OCIRepository") return { interval, url, ref: { tag: ref } }
  return ref === "" ? { interval, url } : { interval, url, ref: { name: ref } }
}
