export type * from "./build.ts"
export type * from "./document.ts"
export { ConfigError, type ConfigProblem, LimitError, UsageError } from "./errors.ts"
export type * from "./finding.ts"
export type * from "./flux-version.ts"
export { groupBy } from "./group-by.ts"
export type * from "./ignore.ts"
export { fluxGroups, kinds } from "./kinds.ts"
export type * from "./kustomization-file.ts"
export type * from "./options.ts"
export type * from "./reference.ts"
export {
  describe,
  groupOf,
  isKind,
  type Kind,
  type Origin,
  qualifiedName,
  type Resource,
  type ResourceId,
  resourceKey,
  versionOf,
} from "./resource.ts"
export type * from "./settings.ts"
export type * from "./verdict.ts"
export type * from "./workspace.ts"
