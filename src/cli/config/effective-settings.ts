import { posix } from "node:path"
import { baseOf } from "../../load/config/read-config.ts"
import type { CheckSettings } from "../../model/index.ts"
import type { ExternalObject, WorkspaceOptions } from "../../model/options.ts"
import type { Rule } from "../../rule/define-rule.ts"
import type { FieldPath, JsonValue } from "../../yaml/json.ts"
import { toPosix } from "../root.ts"
import { ruleSettings } from "./rule-settings.ts"
import { byDefault, fileOrigin, flagOrigin, type Origins, type Setting } from "./setting.ts"

/** What a run would go by. */
export interface Effective {
  readonly options: WorkspaceOptions
  readonly settings: CheckSettings
  readonly policies: readonly string[]
  readonly rules: readonly Rule[]
  /** The folder that relative paths of the configuration start at. */
  readonly base: string
}

/** Everything that a configuration file can say, as it holds with flags, environment, file and defaults. */
export function effectiveSettings(effective: Effective, origins: Origins): readonly Setting[] {
  const { options, settings, rules } = effective
  return [
    version("flux", options.flux, "what the repository says, else the newest known", origins),
    version("kubernetes", options.kubernetes, "the newest known", origins),
    ...clusterSettings(options, origins),
    ...sourceSettings(effective, origins),
    ...externalSettings(options, origins),
    one(["charts", "backend"], "render", options.render, origins),
    ...mirrorSettings(effective, origins),
    one(["charts", "offline"], "offline", options.offline, origins),
    ...schemaSettings(effective, origins),
    ...ruleSettings(rules, settings, origins),
    ...policySettings(effective, origins),
    ...ignoreSettings(settings, origins),
  ]
}

/** Where relative paths of a configuration start: at the folder of the file, or at the checked root. */
export function configBase(path: string | undefined, root: string): string {
  return path === undefined ? toPosix(root) : baseOf(path)
}

function one(key: FieldPath, flag: string, value: JsonValue, origins: Origins): Setting {
  const origin = flagOrigin(origins.flags, flag) ?? fileOrigin(origins, key) ?? byDefault
  return { key, value, origin }
}

const versionFlags = { flux: "flux-version", kubernetes: "kube-version" } as const

function version(
  key: keyof typeof versionFlags,
  value: string | undefined,
  note: string,
  origins: Origins,
): Setting {
  return value === undefined
    ? { key: [key], origin: byDefault, note }
    : one([key], versionFlags[key], value, origins)
}

function clusterSettings({ clusters }: WorkspaceOptions, origins: Origins): readonly Setting[] {
  if (!clusters) return [{ key: ["clusters"], origin: byDefault, note: "discovered" }]
  const at = (key: FieldPath, value: JsonValue): Setting => ({
    key,
    value,
    origin: fileOrigin(origins, key) ?? byDefault,
  })
  return Object.entries(clusters).flatMap(([name, { path, substitute = {} }]) => [
    at(["clusters", name, "path"], path === "" ? "." : path),
    ...Object.entries(substitute).map(([variable, value]) =>
      at(["clusters", name, "substitute", variable], value),
    ),
  ])
}

function sourceSettings({ options, base }: Effective, origins: Origins): readonly Setting[] {
  const { flags } = origins
  const typed = (key: string): boolean =>
    flags.list("local-sources").some((text) => text.startsWith(`${key}=`))
  return Object.entries(options.localSources).map(([key, folder]) => ({
    key: ["sources", key],
    value: shown(folder, base),
    origin:
      (typed(key) ? flagOrigin(flags, "local-sources") : undefined) ??
      fileOrigin(origins, ["sources", key]) ??
      byDefault,
  }))
}

function externalSettings({ external }: WorkspaceOptions, origins: Origins): readonly Setting[] {
  return external.map((object, index) => ({
    key: ["external", index],
    value: externalValue(object),
    origin: fileOrigin(origins, ["external", index]) ?? byDefault,
  }))
}

/** What a Secret holds is not printed, wherever it is written. */
function externalValue({ kind, namespace, name, data }: ExternalObject): JsonValue {
  if (!data) return `${kind}/${namespace}/${name}`
  const keys = Object.entries(data).map(([key, value]) => [key, kind === "Secret" ? "***" : value])
  return { kind, namespace, name, data: Object.fromEntries(keys) as Record<string, string> }
}

/** Those of the command line are asked first. */
function mirrorSettings({ options, base }: Effective, origins: Origins): readonly Setting[] {
  const typed = origins.flags.list("chart-mirror").length
  return options.mirrors.map((mirror, index) => ({
    key: ["charts", "mirrors", index],
    value: shown(mirror, base),
    origin:
      (index < typed
        ? flagOrigin(origins.flags, "chart-mirror")
        : fileOrigin(origins, ["charts", "mirrors", index - typed])) ?? byDefault,
  }))
}

function schemaSettings({ options, base }: Effective, origins: Origins): readonly Setting[] {
  const origin =
    flagOrigin(origins.flags, "schema-location") ?? fileOrigin(origins, ["schemas"]) ?? byDefault
  // Those that come with sluice are always there.
  const locations = ["default", ...(options.schemaLocations ?? []).map((text) => shown(text, base))]
  return locations.map((value, index) => ({ key: ["schemas", index], value, origin }))
}

function policySettings({ policies }: Effective, origins: Origins): readonly Setting[] {
  return policies.map((value, index) => ({
    key: ["policies", index],
    value,
    origin: fileOrigin(origins, ["policies", index]) ?? byDefault,
    note: "this release does not read it",
  }))
}

function ignoreSettings({ ignores }: CheckSettings, origins: Origins): readonly Setting[] {
  return ignores.map(({ paths, rules, reason }, index) => ({
    key: ["ignore", index],
    value: { paths, rules, ...(reason !== undefined && { reason }) },
    origin: fileOrigin(origins, ["ignore", index]) ?? byDefault,
  }))
}

/** A path as one would write it into the file; addresses without what they hold of a password. */
function shown(place: string, base: string): string {
  if (/^[a-z][a-z+.-]*:\/\//u.test(place)) return place.replace(/\/\/[^/@]*@/u, "//***@")
  const path = posix.relative(base, toPosix(place))
  return path === "" ? "." : path.startsWith("..") ? path : `./${path}`
}
