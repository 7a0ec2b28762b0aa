import type { Severity } from "../../src/model/index.ts"

/** One change of a repository. Paths are relative to its root. */
export type Change =
  /** `from` stands exactly once in the file. */
  | { readonly op: "edit"; readonly path: string; readonly from: string; readonly to: string }
  | { readonly op: "append"; readonly path: string; readonly text: string }
  | { readonly op: "add"; readonly path: string; readonly text: string }
  | { readonly op: "remove"; readonly path: string }
  /** A file, or a folder with all that it holds. */
  | { readonly op: "move"; readonly path: string; readonly to: string }

/** A finding that a defect must cause. */
export interface Expected {
  readonly rule: string
  readonly severity: Severity
  readonly path: string
  /** Text that stands in no other line of the changed file: the finding is at its line. */
  readonly line: string
}

/** A mistake that people make, planted in a repository that real people run. */
export interface Defect {
  /** What is wrong, in a sentence that reads well as the title of a test. */
  readonly kind: string
  /** What sluice says instead, so far: the row is expected to fail, and says so when it no longer does. */
  readonly gap?: string
  readonly repository: RepositoryName
  /** What the repository needs before the mistake can be made in it; causes no finding of its own. */
  readonly given?: readonly Change[]
  readonly change: readonly Change[]
  readonly finds: Expected
  /** Findings that are true beside the main one and that a user expects, with the reason. */
  readonly also?: readonly (Expected & { readonly because: string })[]
  /** Findings of the unchanged repository that the change makes go away, with the reason. */
  readonly ends?: readonly {
    readonly rule: string
    readonly path: string
    readonly because: string
  }[]
}

/** The repositories of the corpus that are small enough to be checked again for each defect. */
export type RepositoryName =
  | "PingCAP-QE__ee-ops"
  | "aws-samples__eks-multi-cluster-gitops"
  | "controlplaneio-fluxcd__d2-apps"
  | "controlplaneio-fluxcd__d2-fleet"
  | "controlplaneio-fluxcd__d2-infra"
  | "fluxcd__flux2-hub-spoke-example"
  | "fluxcd__flux2-kustomize-helm-example"
  | "fluxcd__flux2-monitoring-example"
  | "onedr0p__home-ops"
  | "toboshii__home-ops"

/** Replaces the only occurrence of `from`. */
export function edit(path: string, from: string, to: string): Change {
  return { op: "edit", path, from, to }
}

/** Adds text at the end of a file. */
export function append(path: string, text: string): Change {
  return { op: "append", path, text }
}

/** Adds a file. */
export function add(path: string, text: string): Change {
  return { op: "add", path, text }
}

/** Deletes a file. */
export function remove(path: string): Change {
  return { op: "remove", path }
}

/** Renames a file or a folder. */
export function move(path: string, to: string): Change {
  return { op: "move", path, to }
}
