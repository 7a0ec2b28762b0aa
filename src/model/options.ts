/** An object that exists in the cluster but not in Git; `name` and `namespace` may be `*`. */
export interface ExternalObject {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  /** Keys and values of a ConfigMap or Secret, for substitution and values. */
  readonly data?: Readonly<Record<string, string>>
}

/** What the configuration and the command line say about how a repository is read and built. */
export interface WorkspaceOptions {
  /** Clusters by name; discovered when absent. Paths are relative to the checked root. */
  readonly clusters?: Readonly<
    Record<
      string,
      { readonly path: string; readonly substitute?: Readonly<Record<string, string>> }
    >
  >
  /** Only these of the clusters (`--cluster`). */
  readonly onlyClusters?: readonly string[]
  /** `GitRepository/flux-system/apps` → a folder, relative to the checked root or absolute. */
  readonly localSources: Readonly<Record<string, string>>
  readonly external: readonly ExternalObject[]
  /** A Flux minor such as `2.9`; read from the repository when absent. */
  readonly flux?: string
  /** A Kubernetes minor such as `1.35`. */
  readonly kubernetes?: string
  readonly apiVersions: readonly string[]
  /** Where further JSON Schemas lie: folders and templates with absolute paths (`--schema-location`). */
  readonly schemaLocations?: readonly string[]
  /** Overrides what the Flux version says about undefined variables. */
  readonly strictSubstitute?: boolean
  readonly render: "auto" | "engine" | "helm" | "off"
  /** Where charts are looked for first: folders with an `index.yaml` and archives (absolute, or relative to the current folder), or addresses. */
  readonly mirrors: readonly string[]
  readonly offline: boolean
  /** Files left out of the check, as globs. */
  readonly exclude: readonly string[]
}
