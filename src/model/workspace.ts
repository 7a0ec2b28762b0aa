import type { ChartBuild, KustomizationBuild, ReleaseBuild, UnfetchedSource } from "./build.ts"
import type { Document, LogicalLocation, ParsedFile } from "./document.ts"
import type { KustomizationFile } from "./kustomization-file.ts"
import type { Graph } from "./reference.ts"
import type { Kind, Resource, ResourceId } from "./resource.ts"
import type { SchemaVerdict, Violation } from "./verdict.ts"

/** The versions that a cluster runs. `flux` is a minor (`2.9`), `kubernetes` too (`1.35`). */
export interface Target {
  readonly flux: string
  readonly kubernetes: string
  /** Where the Flux version was read; undefined when it is the newest known or was given by the user. */
  readonly fluxFrom?: string
  /** A substitution variable that is not defined fails the build: Flux 2.9's default. */
  readonly strictSubstitution?: boolean
  /** Nobody says which Flux runs: `flux` is the newest known minor. */
  readonly fluxAssumed?: boolean
}

/** What could not be checked, and why: silence must never look like health. */
export interface Skip {
  readonly at?: LogicalLocation
  /** Used where there is no field to point at. */
  readonly path?: string
  readonly what: string
  readonly reason: string
  readonly clusters?: readonly string[]
  /** "chosen": the user asked for it, or it is in no Git by nature; "incomplete": the run should have seen it. */
  readonly kind: "chosen" | "incomplete"
}

/** A set of roots and all that follows from them. */
export interface Cluster {
  readonly name: string
  /** Folder of the root, "" for the checked root. */
  readonly path: string
  readonly target: Target
  /** Everything that Flux applies in it, rendered charts included. */
  readonly resources: readonly Resource[]
  readonly builds: readonly KustomizationBuild[]
  readonly releases: readonly ReleaseBuild[]
  /** HelmCharts that no release names: source-controller fetches their charts all the same. */
  readonly charts: readonly ChartBuild[]
  /** Sources that could not be fetched. */
  readonly unfetched: readonly UnfetchedSource[]
  readonly graph: Graph
  /** `--no-cross-namespace-refs`, when the repository shows that the controllers run with it. */
  readonly lockdown: { readonly at: LogicalLocation } | undefined
  /** Something that may define further objects could not be looked at; why. */
  readonly blindSpots: readonly string[]
  find(id: ResourceId, server?: string): Resource | undefined
  all(kind: Kind): readonly Resource[]
  /** The build of a Flux Kustomization. */
  buildOf(kustomization: Resource): KustomizationBuild | undefined
  releaseOf(release: Resource): ReleaseBuild | undefined
}

/** Everything that rules may look at. */
export interface Workspace {
  readonly files: readonly ParsedFile[]
  readonly documents: readonly Document[]
  readonly kustomizationFiles: readonly KustomizationFile[]
  /** Symbolic links: Flux drops them, so no artifact has what they lead to. */
  readonly links: readonly string[]
  readonly clusters: readonly Cluster[]
  readonly skipped: readonly Skip[]
  file(path: string): ParsedFile | undefined
  /** Clusters whose builds read the file; none when nothing deploys it. */
  clustersOf(path: string): readonly Cluster[]
  /** Flux objects of files that no cluster reaches. */
  readonly unreached: readonly Resource[]
  /** What {@link unreached} is judged by: the newest of the clusters. */
  readonly unreachedTarget: Target
  /** What its schema says of an object of a cluster, or of {@link unreached}. */
  verdictOf(resource: Resource): SchemaVerdict
  /** What kustomize would say against the fields of a kustomization file. */
  violationsIn(file: KustomizationFile): readonly Violation[]
}
