import { joinInside } from "../load/folders.ts"
import type { KustomizationFile, ParsedFile, Resource } from "../model/index.ts"
import { listAt } from "../yaml/index.ts"
import type { BuildWorld } from "./build-world.ts"
import type { Digest, SourceTree } from "./source-tree.ts"

/** An entry of a Flux Kustomization's `spec.components`. */
export interface ListedComponent {
  readonly index: number
  /** As written. */
  readonly text: string
  /** Relative to the checked root. */
  readonly folder: string
}

/** What a build reads: a folder of the checked root, and the kustomization files that lead on from it. */
export interface BuildFiles {
  readonly tree: SourceTree
  /** Relative to the checked root. */
  readonly folder: string
  readonly components: readonly ListedComponent[]
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly fileAt: (path: string) => ParsedFile | undefined
  readonly digest: Digest
}

/** What the build of `kustomization` reads from `folder` on. */
export function buildFiles(
  { kustomizationFiles, fileAt, digest }: BuildWorld,
  kustomization: Resource,
  { tree, folder }: { readonly tree: SourceTree; readonly folder: string },
): BuildFiles {
  const components = listAt(kustomization.manifest, ["spec", "components"]).flatMap(
    (text, index) => {
      const target = typeof text === "string" ? joinInside(folder, text) : undefined
      return typeof text !== "string" || target === undefined
        ? []
        : [{ index, text, folder: target }]
    },
  )
  return { tree, folder, components, kustomizationFiles, fileAt, digest }
}
