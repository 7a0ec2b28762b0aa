import type { FieldPath } from "../yaml/json.ts"
import type { Document } from "./document.ts"

/** What a kustomization file names: a resource, a component, a patch, a generator's file. */
export interface FileEntry {
  readonly field:
    | "resources"
    | "components"
    | "patches"
    | "generator"
    | "configuration"
    | "transformer"
  /** As written. */
  readonly text: string
  readonly path: FieldPath
  /** Relative to the checked root; undefined for remote bases and inline YAML. */
  readonly target?: string
  /** "elsewhere": below a git submodule, whose files are not in this checkout; "outside": above the checked root. */
  readonly kind: "file" | "folder" | "remote" | "missing" | "inline" | "outside" | "elsewhere"
}

/** A `kustomization.yaml` (or `.yml`, or `Kustomization`) and what it names. */
export interface KustomizationFile {
  readonly path: string
  /** Its folder, "" for the root. */
  readonly folder: string
  readonly component: boolean
  readonly document: Document
  readonly entries: readonly FileEntry[]
  /** Other kustomization files in the same folder: kustomize refuses the folder then. */
  readonly rivals: readonly string[]
}
