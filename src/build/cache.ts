/** Results of builds and renders, under a digest of all that they depend on. Never throws: a broken entry is a miss. */
export interface Cache {
  /** `kind` is a short word (`kustomize`, `helm`); `key` a hex digest. */
  get(kind: string, key: string): Promise<Uint8Array | undefined>
  put(kind: string, key: string, value: Uint8Array): Promise<void>
}
