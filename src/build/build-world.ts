import type {
  KustomizationFile,
  ParsedFile,
  Resource,
  ResourceId,
  Target,
  WorkspaceOptions,
} from "../model/index.ts"
import type { WrittenIndex } from "../resolve/written-objects.ts"
import type { FetchSchema } from "../schema/fetched-schemas.ts"
import type { Division } from "./build-all.ts"
import type { ChartMirror } from "./chart-mirror.ts"
import type { Engine } from "./engine.ts"
import type { RemoteSources } from "./remote/remote-sources.ts"
import type { FoundContent } from "./source-content.ts"
import type { Digest } from "./source-tree.ts"

/** What is the same for all builds of a cluster. */
export interface BuildWorld {
  readonly engine: Pick<Engine, "call">
  /** Others do the same over the same cache; undefined: nobody does. */
  readonly division?: Division
  readonly digest: Digest
  readonly options: WorkspaceOptions
  readonly target: Target
  readonly written: WrittenIndex
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly mirrors: readonly ChartMirror[]
  /** Undefined: nothing is fetched. */
  readonly remote?: RemoteSources
  /** Undefined: no schemas are fetched. */
  readonly fetchSchema?: FetchSchema
  fileAt(path: string): ParsedFile | undefined
  contentOf(id: ResourceId): FoundContent
  /** An object of the cluster; "unknown" when it exists but cannot be looked into. */
  lookup(id: ResourceId, server?: string): Resource | "unknown" | undefined
  /** The objects of a kind that are known so far. */
  all(kind: { readonly group: string; readonly kind: string }): readonly Resource[]
  /** Variables that the user's configuration gives the cluster. */
  readonly substitute: Readonly<Record<string, string>>
}

/** The API server that an object's `spec.kubeConfig` leads to; the owner's own without one. */
export function serverOf(owner: Resource): string {
  const kubeConfig = (owner.manifest.spec as { kubeConfig?: unknown } | undefined)?.kubeConfig
  const name = nameIn(kubeConfig, "secretRef") ?? nameIn(kubeConfig, "configMapRef")
  return name === undefined ? owner.server : `${owner.id.namespace ?? ""}/${name}`
}

function nameIn(kubeConfig: unknown, field: string): string | undefined {
  const reference = (kubeConfig as Record<string, { name?: unknown } | undefined> | undefined)?.[
    field
  ]
  return typeof reference?.name === "string" ? reference.name : undefined
}
