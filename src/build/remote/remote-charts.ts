import type { ChartProblem } from "../../model/index.ts"
import type { SourceAccess } from "./source-access.ts"

/** A chart repository with an `index.yaml`. */
export interface HelmRepositorySource {
  readonly kind: "repository"
  readonly url: string
  readonly access: SourceAccess
  /** The credentials are for the hosts of chart archives too. */
  readonly passCredentials: boolean
}

/** A chart that a release asks for. */
export interface RemoteChartRequest {
  readonly source: HelmRepositorySource
  /** The source, as messages name it. */
  readonly name: string
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

/** Gets charts from where their sources say that they are. */
export interface RemoteCharts {
  find(request: RemoteChartRequest): Promise<RemoteChart>
}
