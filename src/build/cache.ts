/** What is kept apart in a cache: short words, which are folders on disk. */
export const cacheKinds = [
  "constraint",
  "content",
  "helm",
  "inputs",
  "kustomize",
  "mirror",
  "remote",
  "run",
  "runs",
  "validate",
  "values",
  "verdicts",
] as const

export type CacheKind = (typeof cacheKinds)[number]

/** Results of builds and renders, under a digest of all that they depend on. Never throws: a broken entry is a miss. */
export interface Cache {
  /** `key` is a hex digest. */
  get(kind: CacheKind, key: string): Promise<Uint8Array | undefined>
  put(kind: CacheKind, key: string, value: Uint8Array): Promise<void>
}
