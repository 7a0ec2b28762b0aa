import { folderOf, isInside } from "../load/folders.ts"
import type { KustomizationFile, ParsedFile } from "../model/index.ts"
import type { ClusterRoot } from "./cluster-root.ts"
import { fluxVersionIn } from "./flux-version.ts"
import type { WrittenIndex } from "./written-objects.ts"

/** What discovery looks at. */
export interface Repository {
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly files: readonly ParsedFile[]
  readonly written: WrittenIndex
  /** Every path of the checked root, YAML or not. */
  readonly paths: readonly string[]
}

/** A folder and those above it, the root left out. */
export function ancestorsOf(folder: string): readonly string[] {
  const ancestors: string[] = []
  for (let current = folder; current !== ""; current = folderOf(current)) ancestors.push(current)
  return ancestors
}

/** The Flux version that a folder's gotk-components.yaml states. */
export function versionNear(
  repository: Repository,
  folder: string,
): Pick<ClusterRoot, "fluxVersion"> {
  return versionIn(repository.files.filter(({ source }) => isInside(source.path, folder)))
}

/** The Flux version that one of some files states. */
export function versionIn(files: readonly ParsedFile[]): Pick<ClusterRoot, "fluxVersion"> {
  const version = fluxVersionIn(files)
  return version ? { fluxVersion: version } : {}
}
