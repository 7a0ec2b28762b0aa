import type { FieldPath, JsonObject } from "../yaml/json.ts"
import type { Document, LogicalLocation } from "./document.ts"
import type { Resource } from "./resource.ts"

/** A variable expression of an object that Flux cannot substitute. */
export interface SubstitutionProblem {
  readonly kind: "undefined" | "syntax"
  /** The expression as written: `${cluster_name}`. */
  readonly expression: string
  /** The variable, for `undefined`. */
  readonly variable?: string
  /** envsubst's own words, for `syntax`. */
  readonly message?: string
  readonly resource: Resource
  readonly at: LogicalLocation
}

/** A source's content, as a Kustomization or chart sees it. */
export type SourceContent =
  | {
      readonly status: "here"
      readonly source: Resource
      readonly treeId: string
      readonly partial: boolean
      /** It is the very revision that the source names, not what this checkout has of it. */
      readonly fetched?: boolean
      /** The folder of the checked root that the artifact's root stands for, "" for the root itself; undefined for composed artifacts. */
      readonly folder?: string
      /** Paths of the artifact's files, relative to the checked root; undefined for composed artifacts. */
      readonly files?: ReadonlySet<string>
      /** The artifact's files, each with the path in the checked root that it comes from. */
      readonly paths?: ReadonlyMap<string, string>
    }
  /** The source is another repository, a registry, a bucket: `reason` says what was missing. */
  | {
      readonly status: "elsewhere"
      readonly source: Resource | undefined
      readonly reason: string
      /** All of it is here: sluice does not do what Flux does with it. */
      readonly incomplete?: boolean
    }
  | { readonly status: "missing" }

/**
 * Whether something defines an object of a name: a text holds the name (`written`), it does not (`no`), or nobody can see
 * the text (`unseen`: a file that does not exist).
 */
export type HeldName = "written" | "unseen" | "no"

/** A source on the network that could not be had. */
export interface UnfetchedSource {
  readonly source: Resource
  readonly reason: string
}

/** What became of a Flux Kustomization. */
export interface KustomizationBuild {
  readonly kustomization: Resource
  readonly status: "built" | "failed" | "skipped"
  readonly content: SourceContent
  /** What it applies; also after a failed substitution, then unsubstituted. */
  readonly objects: readonly Resource[]
  /** `spec.path` inside the artifact, normalised: no leading `./`, "" for the root. */
  readonly path: string
  /** For `failed`. */
  readonly failure?: {
    readonly step: "path" | "generate" | "build" | "substitute" | "limit"
    readonly message: string
  }
  /** For `failed`: broken entries and files without which `objects` were built after all; Flux applies none of them. */
  readonly leftOut?: readonly string[]
  /** For `failed`: whether what was left out may define an object of that name. */
  readonly mayHold?: (name: string) => HeldName
  /** For `skipped`; for `built`, what was left out (remote bases). */
  readonly reason?: string
  /** Files of the checked root that the build has read. */
  readonly files: readonly string[]
  readonly substitution: readonly SubstitutionProblem[]
  /** Substitution variables that are known, with their values (stand-ins for opaque ones); undefined without `postBuild`. */
  readonly variables:
    | ReadonlyMap<
        string,
        { readonly value: string; readonly opaque: boolean; readonly at?: LogicalLocation }
      >
    | undefined
  /** Not every source of variables could be seen. */
  readonly variablesIncomplete: boolean
}

/** The chart of a release. */
export interface ChartUse {
  readonly name: string
  readonly version?: string
  /** Where it came from: a folder of the repository, or an archive of a mirror. */
  readonly from: /** `version` is that of its Chart.yaml. */
    | { readonly kind: "folder"; readonly path: string; readonly version?: string }
    | { readonly kind: "archive"; readonly path: string }
}

export type ChartProblem =
  | {
      readonly kind: "chart-not-found"
      readonly message: string
      readonly known: readonly string[]
    }
  | { readonly kind: "version-invalid"; readonly message: string }
  | {
      readonly kind: "version-unsatisfied"
      readonly message: string
      readonly known: readonly string[]
      readonly certain: boolean
    }

/** What a release failed with. */
export interface ReleaseFailure {
  readonly step: "load" | "values" | "schema" | "render" | "parse" | "post-render" | "limit"
  readonly message: string
  readonly template?: string
  readonly line?: number
  readonly column?: number
  /** Below `spec.values`. */
  readonly violations?: readonly {
    readonly path: FieldPath
    readonly message: string
    readonly chart?: string
  }[]
}

/** What became of a HelmChart that no release names. */
export interface ChartBuild {
  readonly chart: Resource
  readonly chartProblem?: ChartProblem
  /** Why source-controller cannot package it. */
  readonly failure?: ReleaseFailure
  /** Why nobody can tell whether it is there. */
  readonly reason?: string
  readonly incomplete?: boolean
}

/** What became of a HelmRelease. */
export interface ReleaseBuild {
  readonly release: Resource
  readonly status: "rendered" | "failed" | "skipped"
  readonly releaseName: string
  readonly releaseNamespace: string
  readonly storageNamespace: string
  readonly chart?: ChartUse
  readonly chartProblem?: ChartProblem
  readonly failure?: ReleaseFailure
  readonly reason?: string
  /** The reason is none of the repository's: the run should have rendered it. */
  readonly incomplete?: boolean
  /** Why the chart's `values.schema.json` was not applied. */
  readonly schemaSkipped?: string
  /** It should have been: what it refers to could not be fetched. */
  readonly schemaIncomplete?: boolean
  readonly objects: readonly Resource[]
  /** The composed values, before the chart's defaults. */
  readonly values?: JsonObject
  /** Where each part of the values comes from: the release's `spec.values` and the documents inside `valuesFrom` objects, later ones win; also documents that do not parse. */
  readonly valuesChain: readonly {
    readonly document: Document
    readonly path: FieldPath
    readonly resource: Resource
  }[]
}
