import { formatVersion, parseVersion } from "../../version/index.ts"
import { revisionStandIn } from "../stand-in.ts"
import type { ChartRequest } from "./chart-request.ts"

/** What source-controller adds to the version of a chart that it packages, as far as it is known here. */
export interface VersionMetadata {
  readonly text: string
  /** The same with other stand-ins: what differs between the two rests on them. Undefined where all of it is known. */
  readonly otherwise?: string
}

/** It cuts the hex of a commit or digest to this. */
const revisionLength = 12

/** No commit that this text stands for begins like it; letters, so that YAML takes it for a text. */
const otherRevision = "0123456789ab"

/** A HelmChart that was just made has this generation; nobody knows it here. */
const generation = "1"
const otherGeneration = "27"

/**
 * The build metadata of a packaged chart: with `reconcileStrategy: Revision` the revision of the source, and with
 * `valuesFiles` the generation of the HelmChart, whatever the source (`source-controller: internal/controller/helmchart_controller.go`,
 * `buildFromTarballArtifact` and `buildFromHelmRepository`). Undefined where the version stays as it is.
 */
export function versionMetadata(
  { followsRevision, valuesFiles }: Pick<ChartRequest, "followsRevision" | "valuesFiles">,
  source: { readonly isArtifact: boolean; readonly revision?: string },
): VersionMetadata | undefined {
  const hasRevision = followsRevision && source.isArtifact
  const hasGeneration = valuesFiles.length > 0
  if (!hasRevision && !hasGeneration) return undefined
  const known = source.revision?.slice(0, revisionLength)
  const joined = (revision: string, number: string): string =>
    [...(hasRevision ? [revision] : []), ...(hasGeneration ? [number] : [])].join(".")
  const text = joined(known ?? revisionStandIn, generation)
  const otherwise = joined(known ?? otherRevision, otherGeneration)
  return text === otherwise ? { text } : { text, otherwise }
}

/** `version` with other build metadata, as Masterminds' `SetMetadata` and `String` have it; undefined for what is no version. */
export function withMetadata(version: string, metadata: string): string | undefined {
  const parsed = parseVersion(version)
  return parsed && formatVersion({ ...parsed, metadata })
}
