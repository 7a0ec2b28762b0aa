import type { IgnoreEntry, RuleSetting } from "../../model/index.ts"
import type { ExternalObject, WorkspaceOptions } from "../../model/options.ts"

/** What a configuration file says, with its paths made absolute; defaults where it says nothing. */
export interface Config {
  /** The file, absolute; undefined when there is none. */
  readonly path?: string
  readonly flux?: string
  readonly kubernetes?: string
  readonly clusters?: NonNullable<WorkspaceOptions["clusters"]>
  readonly localSources: Readonly<Record<string, string>>
  readonly external: readonly ExternalObject[]
  readonly render: "auto" | "engine" | "helm" | "off"
  readonly mirrors: readonly string[]
  readonly offline: boolean
  /** Folders and templates of JSON Schemas. */
  readonly schemas: readonly string[]
  readonly preset: "recommended" | "strict"
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Files with rules of the user's own: not read yet, which each report says. */
  readonly policies: readonly string[]
  readonly ignores: readonly IgnoreEntry[]
}

/** What holds when there is no file. */
export const emptyConfig: Config = {
  localSources: {},
  external: [],
  render: "auto",
  mirrors: [],
  offline: false,
  schemas: [],
  preset: "recommended",
  rules: new Map(),
  policies: [],
  ignores: [],
}
