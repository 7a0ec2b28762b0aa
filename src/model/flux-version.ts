/** A version of a Flux kind, and the minors of Flux 2 that serve it: both ends belong to them (`flux-semantics.md` 1.2). */
export interface FluxVersion {
  readonly group: string
  readonly kind: string
  readonly version: string
  readonly first: number
  readonly last: number
  /** The first minor whose API server warns that the version will go. */
  readonly deprecated?: number
  /** flux-operator brings it, whatever the Flux version. */
  readonly operator?: true
  /** The files of `schemas/flux`, without extension, each with the first minor that it is for; oldest first. */
  readonly schemas: readonly (readonly [since: number, file: string])[]
}
