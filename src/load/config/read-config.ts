import { posix } from "node:path"
import type { IgnoreEntry, OptionValue, RuleSetting } from "../../model/index.ts"
import type { ExternalObject } from "../../model/options.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../../yaml/json.ts"
import { isAddress } from "../mirror-address.ts"
import { ecosystem, isSchemaAddress } from "../schema-address.ts"
import type { Config } from "./config.ts"

/** Gives a configuration that has passed its schema its types, and makes its paths absolute. */
export function readConfig(content: JsonObject, path: string): Config {
  const base = baseOf(path)
  const flux = minorOf(stringAt(content, ["flux"]))
  const kubernetes = minorOf(stringAt(content, ["kubernetes"]))
  // YAML 1.1 reads a bare `off` as false.
  const backend = valueAt(content, ["charts", "backend"])
  return {
    path,
    ...(flux === undefined ? {} : { flux }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    ...(isObject(content.clusters) ? { clusters: readClusters(content.clusters) } : {}),
    localSources: mapValues(texts(content.sources), (folder) => posix.resolve(base, folder)),
    external: listAt(content, ["external"]).map(readExternal),
    render:
      backend === "engine" || backend === "helm"
        ? backend
        : backend === "off" || backend === false
          ? "off"
          : "auto",
    mirrors: strings(listAt(content, ["charts", "mirrors"])).map((mirror) =>
      isAddress(mirror) ? mirror : posix.resolve(base, mirror),
    ),
    offline: valueAt(content, ["charts", "offline"]) === true,
    // The schemas that come with sluice are always there.
    schemas: strings(listAt(content, ["schemas"]))
      .filter((location) => location !== "default")
      .map((location) => schemaLocation(location, base)),
    preset: stringAt(content, ["rules", "extends"]) === "strict" ? "strict" : "recommended",
    rules: readRules(content.rules),
    policies: strings(listAt(content, ["policies"])),
    ignores: listAt(content, ["ignore"]).map(readIgnore),
  }
}

function schemaLocation(location: string, base: string): string {
  if (location === "ecosystem") return ecosystem
  return isSchemaAddress(location) ? location : posix.resolve(base, location)
}

/** Paths in `.github/sluice.yaml` start at the folder that holds `.github`. */
export function baseOf(path: string): string {
  const folder = posix.dirname(path)
  return posix.basename(folder) === ".github" ? posix.dirname(folder) : folder
}

/** `v2.9.1` → `2.9`. */
export function minorOf(version: string | undefined): string | undefined {
  return version?.replace(/^v/u, "").split(".").slice(0, 2).join(".")
}

/** `Secret/flux-system/registry` → the object; the parts have been checked. */
export function parseExternal(text: string): ExternalObject {
  const [kind = "", namespace = "", name = ""] = text.split("/")
  return { kind, namespace, name }
}

function readClusters(clusters: JsonObject): NonNullable<Config["clusters"]> {
  return Object.fromEntries(
    Object.entries(clusters).map(([name, cluster]) => {
      const path = posix
        .normalize(stringAt(cluster, ["path"]) ?? "")
        .replace(/^\.?\/|^\.$|\/$/gu, "")
      const substitute = texts(valueAt(cluster, ["substitute"]))
      return [name, { path, substitute }]
    }),
  )
}

function readExternal(entry: JsonValue): ExternalObject {
  if (typeof entry === "string") return parseExternal(entry)
  const data = valueAt(entry, ["data"])
  return {
    kind: stringAt(entry, ["kind"]) ?? "",
    namespace: stringAt(entry, ["namespace"]) ?? "*",
    name: stringAt(entry, ["name"]) ?? "",
    ...(data === undefined ? {} : { data: texts(data) }),
  }
}

function readIgnore(entry: JsonValue): IgnoreEntry {
  const reason = stringAt(entry, ["reason"])
  const rules = strings(listAt(entry, ["rules"]))
  return {
    paths: strings(listAt(entry, ["paths"])),
    rules: rules.length > 0 ? rules : ["*"],
    ...(reason === undefined ? {} : { reason }),
  }
}

function readRules(rules: JsonValue | undefined): ReadonlyMap<string, RuleSetting> {
  if (!isObject(rules)) return new Map()
  const settings = Object.entries(rules).filter(([id]) => id !== "extends")
  return new Map(settings.map(([id, value]) => [id, readSetting(value)]))
}

function readSetting(value: JsonValue): RuleSetting {
  if (!isObject(value)) return { severity: levelOf(value), options: {} }
  const { severity, ...options } = value
  // The schema has checked each option against its declared type.
  return {
    severity: levelOf(severity ?? true),
    options: options as Readonly<Record<string, OptionValue>>,
  }
}

function levelOf(value: JsonValue): RuleSetting["severity"] {
  if (value === false || value === "off") return "off"
  return value === "info" || value === "warning" || value === "error" ? value : "on"
}

function texts(value: JsonValue | undefined): Readonly<Record<string, string>> {
  return isObject(value) ? mapValues(value, String) : {}
}

function strings(values: readonly JsonValue[]): readonly string[] {
  return values.map(String)
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
