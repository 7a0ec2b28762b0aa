export {
  emptyObject,
  type FieldPath,
  formatFieldPath,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  type MutableJsonObject,
  stringAt,
  valueAt,
} from "./json.ts"
export { type YamlLimits, yamlLimits } from "./limits.ts"
export {
  type FieldLocation,
  type FieldPart,
  locate,
  nodeAt,
  type OffsetRange,
  rangeOf,
  scalarAt,
} from "./locate.ts"
export {
  type DuplicateKey,
  dereference,
  type YamlAlias,
  type YamlDocument,
  type YamlEntry,
  type YamlError,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
  type YamlScalarStyle,
  type YamlSequence,
  type YamlStream,
} from "./node.ts"
export { parseYaml } from "./parse-yaml.ts"
export type { YamlDialect } from "./resolve-scalar.ts"
export { sourceOffset } from "./source-offset.ts"
export { isMergeKey, type ResolvedDocument, resolveDocument, toJson } from "./to-json.ts"
