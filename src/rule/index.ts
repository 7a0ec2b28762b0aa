/** All that a rule author sees; published as "sluice/rule" and imported by the rules as "#rule". */

export type * as flux from "../model/generated/flux-types.ts"
export { fluxVersions, knownMinors } from "../model/generated/flux-versions.ts"
export type {
  ChartProblem,
  Cluster,
  Cycle,
  Document,
  FieldAge,
  FieldChange,
  FieldProblem,
  FileEntry,
  Fix,
  FluxVersion,
  Graph,
  JudgedIgnore,
  Kind,
  KustomizationBuild,
  KustomizationFile,
  LogicalLocation,
  ParsedFile,
  Problem,
  Reference,
  ReleaseBuild,
  ReleaseFailure,
  Resource,
  ResourceId,
  Severity,
  SubstitutionProblem,
  Violation,
  Workspace,
} from "../model/index.ts"
export {
  describe,
  groupBy,
  groupOf,
  isKind,
  kinds,
  qualifiedName,
  resourceKey,
  versionOf,
} from "../model/index.ts"
export { certainName, nearestName } from "../text/nearest-name.ts"
export {
  type FieldPath,
  formatFieldPath,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../yaml/json.ts"
export {
  type Category,
  type ClusterRule,
  type ClusterRuleContext,
  defineClusterRule,
  defineFileRule,
  defineReportRule,
  defineRule,
  type FileRule,
  type FileRuleContext,
  type Option,
  type OptionSpec,
  type ReportRule,
  type ReportRuleContext,
  type Rule,
  type RuleMeta,
} from "./define-rule.ts"
export { documentStart } from "./document-start.ts"
export { fileLine } from "./file-line.ts"
export { isRoot } from "./is-root.ts"
export { missingReferences, reportMissing } from "./missing-reference.ts"
export { type NearestResource, nearestResource } from "./nearest-resource.ts"
export { baseOf, folderName, folderOf, isInside, isSetAside, joinPath } from "./paths.ts"
export { compilePattern, type Pattern } from "./pattern.ts"
export { renameFix } from "./rename-fix.ts"
export { replaceFix } from "./replace-fix.ts"
export { saysSomewhere } from "./says-somewhere.ts"
export { type SecretValue, secretValues } from "./secret-values.ts"
export {
  findMarkerComments,
  findSetterMarkers,
  type MarkerComment,
  type SetterMarker,
} from "./setter-markers.ts"
export { sourceText } from "./source-text.ts"
export { chartLocation, type ValueLocation, valueLocation } from "./values-location.ts"
export { dependenciesOf, isAncestor, isGated } from "./waits-for.ts"
export { isWhole } from "./whole-build.ts"
export {
  fluxMinor,
  isWritten,
  type WrittenResource,
  writtenResources,
} from "./written-resources.ts"
