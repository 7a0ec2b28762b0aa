import type { FieldPath, JsonObject } from "../yaml/json.ts"
import type { Turn } from "./turns.ts"

/**
 * The files of one source artifact, as a controller would unpack them: what `.sourceignore` leaves out is not here.
 * Paths are relative, with `/`, never `..`.
 */
export interface FileTree {
  /** A digest over all paths and contents: two trees with one id are the same tree. */
  readonly id: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Builds what one Flux Kustomization applies, with fluxcd/pkg/kustomize and kustomize's own code. */
export interface KustomizeRequest {
  readonly tree: FileTree
  /** The Flux Kustomization, whole: `spec.path`, `components`, `patches`, `images`, `targetNamespace`, … are read from it. */
  readonly kustomization: JsonObject
  /** Merged substitution variables; null when `spec.postBuild` is absent, so that `$$` stays `$$`. */
  readonly variables: Readonly<Record<string, string>> | null
  /** `variable not set (strict mode)` is a failure: Flux 2.9's default. */
  readonly strict: boolean
}

/** An object of a build, and the file that holds its source. */
export interface BuiltObject {
  readonly manifest: JsonObject
  /** From kustomize's own origin data; `path` is relative to the tree. */
  readonly origin: {
    readonly path?: string
    /** The kustomization file whose generator made the object. */
    readonly configuredIn?: string
    /** A remote base, as written in `resources`. */
    readonly repo?: string
  }
  /** The id the object had in its file, before prefixes, namespaces and hashes: what a person finds in the file. */
  readonly original: { readonly kind: string; readonly name: string; readonly namespace?: string }
}

export type KustomizeResult =
  | {
      readonly status: "built"
      readonly objects: readonly BuiltObject[]
      /** Every path of the tree whose content, listing or absence the build has looked at: the build depends on these alone. */
      readonly inputs: readonly string[]
    }
  | {
      readonly status: "failed"
      readonly message: string
      /** At what step of Flux's pipeline: path, kustomization file, kustomize build or variable substitution. */
      readonly step: "path" | "generate" | "build" | "substitute"
      /** The object that could not be substituted. */
      readonly object?: {
        readonly kind: string
        readonly name: string
        readonly namespace?: string
      }
      readonly inputs: readonly string[]
    }

/** Final values of a release: inline values and references composed by fluxcd/pkg/chartutil. */
export interface ValuesRequest {
  /** The HelmRelease, whole. */
  readonly release: JsonObject
  /** The ConfigMaps and Secrets that `spec.valuesFrom` may name. Secret `stringData` has been merged into `data`. */
  readonly objects: readonly JsonObject[]
}
export type ValuesResult =
  | {
      readonly status: "composed"
      readonly values: JsonObject
      /** Where integers are: what `targetPath` sets; to templates all other numbers are floats. */
      readonly integers?: readonly FieldPath[]
    }
  | {
      readonly status: "failed"
      readonly message: string
      readonly reference?: { readonly kind: string; readonly name: string; readonly key: string }
    }

/** A chart as an archive (`.tgz`), or as files whose paths are relative to the chart's folder. */
export type ChartFiles =
  | { readonly digest: string; readonly archive: Uint8Array }
  | { readonly digest: string; readonly files: ReadonlyMap<string, Uint8Array> }

/** Renders a release as helm-controller would install it. */
export interface HelmRequest {
  readonly chart: ChartFiles
  readonly release: { readonly name: string; readonly namespace: string }
  readonly values: JsonObject
  /** As {@link ValuesResult} gives them. */
  readonly integers?: readonly FieldPath[]
  /**
   * `spec.chart.spec.valuesFiles` in order: they replace the chart's own `values.yaml`, as source-controller packages it.
   * `data` holds the file where it lies outside the chart (GitRepository and Bucket sources).
   */
  readonly valuesFiles?: readonly { readonly path: string; readonly data?: Uint8Array }[]
  readonly ignoreMissingValuesFiles?: boolean
  /** `v1.35.0` */
  readonly kubeVersion: string
  /** Further `apiVersion` and `apiVersion/kind` that `.Capabilities.APIVersions.Has` answers yes to. */
  readonly apiVersions: readonly string[]
  readonly skipSchemaValidation?: boolean
  /** JSON Schemas that the chart's `values.schema.json` refers to by URL. A URL that is missing here means: not validated. */
  readonly remoteSchemas?: Readonly<Record<string, string>>
  /** `spec.postRenderers`, `spec.postRenderStrategy`, `spec.commonMetadata` as written. */
  readonly postRenderers?: readonly JsonObject[]
  readonly postRenderStrategy?: "combined" | "separate" | "nohooks"
  readonly commonMetadata?: JsonObject
  /** Namespace and name of the HelmRelease, for the origin labels that the controller adds. */
  readonly owner?: { readonly name: string; readonly namespace: string }
}

export interface RenderedObject {
  /** The template, relative to the chart with the chart's name first: `podinfo/templates/deployment.yaml`. */
  readonly template: string
  readonly manifest: JsonObject
  readonly role: "manifest" | "hook" | "test" | "crd"
}

export type HelmResult =
  | {
      readonly status: "rendered"
      readonly chart: {
        readonly name: string
        readonly version: string
        readonly appVersion?: string
      }
      readonly objects: readonly RenderedObject[]
      readonly notes?: string
      /** Why `values.schema.json` was not applied, when it refers to schemas that we do not have. */
      readonly schemaSkipped?: string
      /** The addresses of those schemas, as far as the validator has come: one for each chart. */
      readonly missingSchemas?: readonly string[]
      /** Dependencies that `Chart.yaml` names and `charts/` lacks: Helm renders without them. */
      readonly missingDependencies?: readonly string[]
    }
  | {
      readonly status: "failed"
      readonly step: "load" | "values" | "schema" | "render" | "parse" | "post-render"
      readonly message: string
      /** `podinfo/templates/deployment.yaml`, where the failure names one; 1-based line and column. */
      readonly template?: string
      readonly line?: number
      readonly column?: number
      /** A template has called `lookup`, which finds nothing here. */
      readonly lookups?: boolean
      /** Values that `values.schema.json` rejects, one entry a violation; paths as keys and indices below `values`. */
      readonly violations?: readonly {
        readonly path: readonly (string | number)[]
        readonly message: string
        readonly chart?: string
      }[]
    }

/** Judges versions with Masterminds/semver: the reference for our port. One boolean per version, or an error. */
export interface ConstraintRequest {
  readonly checks: readonly { readonly constraint: string; readonly versions: readonly string[] }[]
}
export interface ConstraintResult {
  readonly results: readonly (
    | { readonly error: string }
    /** Per version: matches, does not match, or null when the version does not parse. */
    | { readonly matches: readonly (boolean | null)[] }
  )[]
}

/** The schema of one version of a custom resource, as its definition has it: `openAPIV3Schema`. */
export interface CustomSchema {
  readonly digest: string
  readonly schema: JsonObject
}

/** Judges custom resources as an API server does when they are created: all of one schema. */
export interface ValidateRequest {
  readonly schema: CustomSchema
  /** As they are in Git: unknown fields are removed and defaults set before they are judged. */
  readonly objects: readonly JsonObject[]
  /** Whether the objects are wanted back as the API server would store them. */
  readonly defaults?: boolean
}

/** Something that the API server says against an object. */
export interface Refusal {
  /**
   * What says it: pruning, the checks of embedded resources, the schema, the keys of its lists, or one of its rules in
   * CEL. `compile` is no fault of the object: the rule does not compile here.
   */
  readonly stage: "unknown" | "embedded" | "structure" | "list" | "rule" | "compile"
  readonly path: FieldPath
  /** How many steps of the path lead to what the rule calls `self`. */
  readonly scope: number
  /** Kubernetes' own word: `FieldValueInvalid`, `FieldValueDuplicate`, … */
  readonly type: string
  readonly message: string
  /** The rule's text. */
  readonly rule?: string
}

export interface ObjectJudgement {
  readonly violations: readonly Refusal[]
  readonly defaulted?: JsonObject
}

export type ValidateResult =
  | {
      readonly status: "judged"
      /** Rules that compare an object with what it was before (`oldSelf`); they are left out. */
      readonly transitionRules: number
      /** In the order of the objects. */
      readonly verdicts: readonly ObjectJudgement[]
    }
  /** No API server would serve the schema. */
  | { readonly status: "failed"; readonly message: string }

export interface EngineCalls {
  readonly kustomize: { readonly request: KustomizeRequest; readonly result: KustomizeResult }
  readonly values: { readonly request: ValuesRequest; readonly result: ValuesResult }
  readonly helm: { readonly request: HelmRequest; readonly result: HelmResult }
  readonly validate: { readonly request: ValidateRequest; readonly result: ValidateResult }
  readonly constraint: { readonly request: ConstraintRequest; readonly result: ConstraintResult }
}

/** A call hit its time or memory limit and its worker was killed. */
export interface EngineLimit {
  readonly status: "limit"
  readonly limit: "time" | "memory" | "output" | "crash"
  readonly message: string
}

/** kustomize, Helm and Flux's own packages, behind one port; `src/host/engine` implements it. */
export interface Engine {
  call<Name extends keyof EngineCalls>(
    name: Name,
    request: EngineCalls[Name]["request"],
    /** Only an engine that remembers its answers heeds it: what it has to work out waits for its turn. */
    turn?: Turn,
  ): Promise<EngineCalls[Name]["result"] | EngineLimit>
  /**
   * Offers the charts that calls will most likely bring: an engine may read them while it has nothing else to do.
   * Changes no answer, and never throws.
   */
  expect?(charts: () => AsyncIterable<ChartFiles>): void
  /** Begins to load the engine, so that it is ready when the first call comes. Never throws. */
  start(): void
  close(): Promise<void>
  /**
   * A digest over all that it has been asked and has answered; only an engine that remembers its answers has one, and
   * none once a limit has cut an answer short.
   */
  answers?(): string | undefined
  /** Part of every cache key: another engine may give another result. */
  readonly digest: string
}
