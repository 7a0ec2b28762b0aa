import type { ChartProblem } from "../../model/index.ts"
import type { GitReference } from "./git-reference.ts"
import type { IndexedChart } from "./repository-index.ts"
import type { SourceAccess } from "./source-access.ts"

interface Reached {
  readonly url: string
  readonly access: SourceAccess
}

/** A chart repository with an `index.yaml`. */
export interface HelmRepositorySource extends Reached {
  readonly kind: "repository"
  /** The credentials are for the hosts of chart archives too. */
  readonly passCredentials: boolean
}

/** A HelmRepository of type `oci`: its charts are repositories of a registry below its path. */
export interface HelmRegistrySource extends Reached {
  readonly kind: "registry"
  /** Over http. */
  readonly insecure: boolean
}

/** An OCIRepository: one artifact is the chart. */
export interface ArtifactSource extends Reached {
  readonly kind: "artifact"
  readonly insecure: boolean
  readonly reference: ArtifactReference
  /** `layerSelector.mediaType`; the first layer without. */
  readonly mediaType?: string
}

/** `spec.ref` of an OCIRepository: a digest wins over a range, a range over a tag (`flux-semantics.md` 4.2). */
export type ArtifactReference =
  | { readonly by: "digest"; readonly digest: string }
  | { readonly by: "semver"; readonly semver: string; readonly filter?: string }
  | { readonly by: "tag"; readonly tag: string }

/** A GitRepository. */
export interface GitSource extends Reached {
  readonly kind: "git"
  readonly reference: GitReference
  /** `recurseSubmodules` */
  readonly submodules: boolean
  /** `sparseCheckout`; undefined: all. */
  readonly folders?: readonly string[]
}

/** A Bucket, of a server that speaks S3. */
export interface BucketSource extends Reached {
  readonly kind: "bucket"
  /** `url` is `spec.endpoint`: a host, and maybe a port. */
  readonly insecure: boolean
  readonly bucket: string
  readonly prefix: string
  readonly region?: string
  /** `spec.ignore`: what is ignored is not downloaded. */
  readonly ignore?: string
  /** It names a Secret: without what that holds nothing is asked. */
  readonly needsKey: boolean
}

/** Where charts come from. */
export type RemoteSource = HelmRepositorySource | HelmRegistrySource | ArtifactSource

/** Where files come from: those of Kustomizations, and of charts that are folders. */
export type FileSource = ArtifactSource | GitSource | BucketSource

/** All that is fetched. */
export type AnySource = RemoteSource | FileSource

/** A chart that a release asks for. */
export interface RemoteChartRequest<Source extends AnySource = RemoteSource> {
  readonly source: Source
  /** The source, as messages name it. */
  readonly name: string
  /** Its name in the source; an artifact has one chart, and no name for it. */
  readonly chart: string
  /** A version or range; "" for the newest. */
  readonly version: string
  /** Only what earlier runs have left is used. */
  readonly offline: boolean
}

/** A chart that was had from its source, what is wrong with the request, or why nobody can tell. */
export type RemoteChart =
  | {
      readonly status: "found"
      readonly archive: Uint8Array
      /** sha256 in hex. */
      readonly digest: string
      readonly version: string
      /** Where it came from, as it may be shown. */
      readonly place: string
    }
  | { readonly status: "problem"; readonly problem: ChartProblem }
  | { readonly status: "unavailable"; readonly reason: string }

/** A repository or registry that stands for the sources of many charts. */
export interface RemoteMirror {
  readonly status: "ok"
  entries(chart: string): Promise<readonly IndexedChart[]>
  read(chart: string, entry: IndexedChart): Promise<RemoteChart>
}

/** Gets what sources on the network have. */
export interface RemoteSources {
  /** A chart. */
  find(request: RemoteChartRequest): Promise<RemoteChart>
  /** The files of a source: packed as an artifact is, or as `packed-files.ts` does it. */
  artifact(request: RemoteChartRequest<FileSource>): Promise<RemoteChart>
  mirror(
    url: string,
    offline: boolean,
  ): Promise<RemoteMirror | { readonly status: "unavailable"; readonly reason: string }>
}
