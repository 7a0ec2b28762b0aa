import type { Option, OptionSpec } from "../../rule/define-rule.ts"
import type { Schema } from "./schema.ts"

/** What the schema needs to know of a rule. */
export interface RuleDeclaration {
  readonly id: string
  readonly category: string
  readonly summary: string
  readonly options: OptionSpec
}

const version: Schema = {
  type: "string",
  pattern: "^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$",
  "x-pattern": "a version such as `2.9`",
}
const texts: Schema = { type: "array", items: { type: "string" } }
const objectName: Schema = {
  type: "string",
  pattern: "^[^/]+/[^/]+/[^/]+$",
  "x-pattern": "of the form KIND/NAMESPACE/NAME",
}
const schemaLocation: Schema = {
  type: "string",
  pattern: "^(?:https?://|(?![a-z][a-z+.-]*://))",
  "x-pattern": "`default`, `ecosystem`, a folder, an address, or a template of either",
}
/** YAML 1.1 reads `off` and `on` as booleans. */
const level: Schema = { enum: ["off", "on", "info", "warning", "error", false, true] }

/** The JSON Schema of `.sluice.yaml`; the part on rules comes from their own declarations. */
export function configSchema(rules: readonly RuleDeclaration[]): Schema {
  return {
    type: "object",
    additionalProperties: false,
    properties: {
      flux: {
        ...version,
        description:
          "The Flux minor that the clusters run. Default: read from the repository, else the newest known.",
      },
      kubernetes: { ...version, description: "The Kubernetes minor that the clusters run." },
      clusters: { ...clusters, description: "The clusters by name. Default: discovered." },
      sources: {
        description:
          "Sources whose content is a folder of this machine: KIND/NAMESPACE/NAME to a path relative to this file.",
        type: "object",
        propertyNames: objectName,
        additionalProperties: { type: "string" },
      },
      external: {
        description:
          "Objects that exist in the cluster but not in Git; namespace and name may be `*`.",
        type: "array",
        items: { anyOf: [objectName, externalObject] },
      },
      charts: { ...charts, description: "How HelmReleases are rendered." },
      schemas: {
        description:
          "Where further JSON Schemas lie, as for --schema-location: `default`, `ecosystem`, folders and templates, relative to this file, and addresses.",
        type: "array",
        items: schemaLocation,
      },
      rules: ruleSettings(rules),
      policies: {
        ...texts,
        description:
          "Files with rules of your own. This release does not read them, and says so in each report.",
      },
      ignore: {
        type: "array",
        items: ignoreEntry,
        description: "Findings that do not count, by file and rule.",
      },
    },
  }
}

/** The text of `schemas/config.schema.json`, for editors. */
export function configSchemaFile(rules: readonly RuleDeclaration[], id: string): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: id,
    title: "sluice configuration (.sluice.yaml)",
    ...configSchema(rules),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

const clusters: Schema = {
  type: "object",
  additionalProperties: {
    type: "object",
    additionalProperties: false,
    required: ["path"],
    properties: {
      path: {
        type: "string",
        description: "The folder of its root, relative to the checked root.",
      },
      substitute: {
        description: "Variables that the cluster knows from elsewhere.",
        type: "object",
        additionalProperties: { type: "string" },
      },
    },
  },
}

const externalObject: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["kind", "name"],
  properties: {
    kind: { type: "string" },
    namespace: { type: "string" },
    name: { type: "string" },
    data: {
      description: "Keys and values of a ConfigMap or Secret, for substitution and values.",
      type: "object",
      additionalProperties: { type: "string" },
    },
  },
}

const charts: Schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    backend: {
      enum: ["auto", "engine", "helm", "off", false],
      default: "auto",
      description:
        "What renders charts: `sluice-engine` where it is installed, else the embedded engine (auto); the embedded engine; the `helm` program of the search path; or nothing.",
    },
    mirrors: {
      ...texts,
      description:
        "Where charts are looked for first: folders with an `index.yaml` and archives, relative to this file, or addresses (https://, oci://).",
    },
    offline: { type: "boolean", default: false, description: "Never use the network." },
  },
}

const ignoreEntry: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["paths"],
  properties: {
    paths: { ...texts, description: "Globs, relative to the checked root." },
    rules: { ...texts, default: ["*"], description: "Rule ids or categories; `*` for all." },
    reason: { type: "string" },
  },
}

function ruleSettings(rules: readonly RuleDeclaration[]): Schema {
  const byId = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1))
  return {
    description: "Which rules run, how severe their findings are, and their options.",
    type: "object",
    additionalProperties: false,
    properties: {
      extends: {
        enum: ["recommended", "strict"],
        default: "recommended",
        description: "The rules to start from.",
      },
      ...Object.fromEntries(byId.map((rule) => [rule.id, ruleSetting(rule)])),
    },
  }
}

function ruleSetting({ summary, options }: RuleDeclaration): Schema {
  const properties = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, optionSchema(option)]),
  )
  const detailed: Schema = {
    type: "object",
    additionalProperties: false,
    properties: { severity: level, ...properties },
  }
  return { description: summary, anyOf: [level, detailed] }
}

function optionSchema({ type, description, default: fallback }: Option): Schema {
  if (type === "strings") return { ...texts, description, default: fallback }
  return { type, description, default: fallback }
}
