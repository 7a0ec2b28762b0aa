import type { Document } from "../model/index.ts"
import type { FieldPath, JsonObject } from "../yaml/index.ts"
import type { WrittenObject } from "./written-objects.ts"

/** An object that a cluster begins with: written in a file, or made by `flux bootstrap` or flux-operator. */
export type RootObject =
  | { readonly written: WrittenObject }
  | {
      readonly manifest: JsonObject
      /** What a person edits to change it. */
      readonly document: Document
      readonly path: FieldPath
      /** `flux bootstrap`, `FluxInstance flux-system/flux`, … */
      readonly by: string
    }

/** Where a cluster begins. */
export interface ClusterRoot {
  readonly name: string
  /** Folder that the cluster is named after. */
  readonly path: string
  /** The folder of the checked root that the root source's artifact is made of; "" for all of it. */
  readonly sourceFolder: string
  readonly objects: readonly RootObject[]
  /** The cluster's Kustomizations may name sources that exist in no file: something outside Git made them. */
  readonly assumesSource: boolean
  /** Nothing in the repository says what syncs it, so the cluster may hold more than what is here. */
  readonly partial?: true
  readonly substitute?: Readonly<Record<string, string>>
  /** A constraint (`2.x`) or version, where it was read. */
  readonly fluxVersion?: { readonly text: string; readonly from: string }
}

/** Words that name a place in a repository rather than a cluster. */
const genericNames: ReadonlySet<string> = new Set([
  "base",
  "bootstrap",
  "cluster",
  "config",
  "deploy",
  "flux",
  "flux-system",
  "kube",
  "kubernetes",
  "overlays",
  "system",
])

/** `clusters/production` → `production`; `kubernetes/flux/cluster` → `kubernetes`. */
export function clusterName(path: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".")
  return [...steps].reverse().find((step) => !genericNames.has(step)) ?? steps[0] ?? "cluster"
}

/** Names are unique: clusters that would share one are called by their paths. */
export function withUniqueNames(roots: readonly ClusterRoot[]): readonly ClusterRoot[] {
  const count = (name: string): number => roots.filter((root) => root.name === name).length
  return roots.map((root) =>
    count(root.name) > 1 ? { ...root, name: root.path || root.name } : root,
  )
}

/** Folders that hold what nobody deploys from where it stands. */
export const dormantPath: RegExp =
  /(?:^|\/)(?:\.[^/]+|_?archived?|deprecated|disabled|examples?|samples?|templates?|tests?|docs?)(?:\/|$)/iu
