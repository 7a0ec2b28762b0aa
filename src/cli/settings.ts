import { resolve } from "node:path"
import type { NodeHostOptions } from "../host/node-host.ts"
import type { Config } from "../load/config/config.ts"
import { minorOf } from "../load/config/read-config.ts"
import { isAddress } from "../load/mirror-address.ts"
import { ecosystem, isSchemaAddress } from "../load/schema-address.ts"
import { UsageError } from "../model/errors.ts"
import type { Baseline, CheckSettings, RuleSetting } from "../model/index.ts"
import type { WorkspaceOptions } from "../model/options.ts"
import { nearestName } from "../text/nearest-name.ts"
import type { FlagValues } from "./flag-values.ts"
import { loadRules } from "./load-rules.ts"

type NetworkSettings = NonNullable<NodeHostOptions["network"]>

/** How the repository is read and built: flags and environment win over the file. */
export function workspaceOptions(flags: FlagValues, config: Config, cwd: string): WorkspaceOptions {
  const flux = version(flags, "flux-version") ?? config.flux
  const kubernetes = version(flags, "kube-version") ?? config.kubernetes
  const strict = flags.switch("strict-substitute")
  const clusters = flags.list("cluster")
  return {
    ...(config.clusters && { clusters: config.clusters }),
    ...(clusters.length > 0 && { onlyClusters: clusters }),
    localSources: { ...config.localSources, ...localSources(flags, cwd) },
    external: config.external,
    ...(flux === undefined ? {} : { flux }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    apiVersions: flags.list("api-versions"),
    schemaLocations: schemaLocations(flags, cwd) ?? config.schemas,
    ...(strict === undefined ? {} : { strictSubstitute: strict }),
    render: renderMode(flags.text("render")) ?? config.render,
    mirrors: [
      ...flags.list("chart-mirror").map((folder) => mirror(folder, flags, cwd)),
      ...config.mirrors,
    ],
    offline: flags.switch("offline") ?? config.offline,
    exclude: flags.list("exclude"),
  }
}

/** Which hosts may be contacted, and with what. */
export function networkOptions(
  flags: FlagValues,
  { offline }: WorkspaceOptions,
  signal: AbortSignal,
): NetworkSettings {
  const hosts = flags.list("allow-host")
  const wrong = hosts.find((pattern) => !/^(?:\*|(?:\*\.)?[\w.:-]+)$/u.test(pattern))
  if (wrong !== undefined) {
    throw new UsageError(
      `\`${flags.source("allow-host")}\` is \`${wrong}\`; it takes a host such as \`ghcr.io\` or \`*.example.com\`.`,
    )
  }
  const untrusted = flags.switch("untrusted") === true
  const allowPrivateHosts = flags.switch("allow-private-hosts") === true
  if (untrusted && allowPrivateHosts) {
    throw new UsageError(
      `\`${flags.source("untrusted")}\` and \`${flags.source("allow-private-hosts")}\` exclude each other.`,
      { help: "A stranger's repository does not choose addresses of your own network." },
    )
  }
  const allowHosts = untrusted || hosts.length > 0 ? hosts : undefined
  return {
    ...{ signal, offline, untrusted, allowPrivateHosts },
    ...(allowHosts && { allowHosts }),
  }
}

/** Which rules run, and how severe their findings are. */
export async function checkSettings(
  flags: FlagValues,
  config: Config,
  context: {
    readonly paths: readonly string[]
    readonly baseline: Baseline | undefined
    readonly today: string
  },
): Promise<CheckSettings> {
  const namesRules = ["rule", "only", "skip"].some((name) => flags.list(name).length > 0)
  const rules = namesRules ? await loadRules() : []
  const names = new Set(rules.flatMap(({ id, category }) => [id, category]))
  const ids = new Set(rules.map(({ id }) => id))
  return {
    preset: config.preset,
    rules: withLevels(config.rules, ruleLevels(flags, ids)),
    only: known(flags, "only", names),
    skip: known(flags, "skip", names),
    ignores: config.ignores,
    inlineIgnores: flags.switch("no-ignores") !== true,
    today: context.today,
    ...(context.baseline && { baseline: context.baseline }),
    narrowed: flags.list("cluster").length > 0,
    paths: context.paths,
  }
}

function version(flags: FlagValues, name: string): string | undefined {
  const text = flags.text(name)
  if (text !== undefined && !/^v?\d+\.\d+(?:\.\d+)?$/u.test(text)) {
    throw new UsageError(
      `\`${flags.source(name)}\` is \`${text}\`; it takes a version such as \`2.9\`.`,
    )
  }
  return minorOf(text)
}

const renderModes: readonly WorkspaceOptions["render"][] = ["auto", "engine", "helm", "off"]

function renderMode(text: string | undefined): WorkspaceOptions["render"] | undefined {
  return renderModes.find((mode) => mode === text)
}

function schemaLocations(flags: FlagValues, cwd: string): readonly string[] | undefined {
  const given = flags.list("schema-location")
  return given.length === 0 ? undefined : given.flatMap((text) => schemaLocation(text, flags, cwd))
}

/** A location of JSON Schemas; `default` stands for those that come with sluice, which are always there. */
function schemaLocation(text: string, flags: FlagValues, cwd: string): readonly string[] {
  if (text === "default") return []
  if (text === "ecosystem") return [ecosystem]
  if (isSchemaAddress(text)) return [text]
  if (!/^[a-z][a-z+.-]*:\/\//u.test(text)) return [resolve(cwd, text)]
  throw new UsageError(
    `\`${flags.source("schema-location")}\` is \`${text}\`: schemas come from folders, \`https://\` and \`http://\`.`,
    {
      help: "Name a folder, or a path such as `schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json`.",
    },
  )
}

function mirror(place: string, flags: FlagValues, cwd: string): string {
  if (isAddress(place)) return place
  if (/^[a-z][a-z+.-]*:\/\//u.test(place)) {
    throw new UsageError(
      `\`${flags.source("chart-mirror")}\` is \`${place}\`; an address begins with \`https://\`, \`http://\` or \`oci://\`.`,
      { help: "Or name a folder with an `index.yaml` and the chart archives." },
    )
  }
  return resolve(cwd, place)
}

function localSources(flags: FlagValues, cwd: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    flags.list("local-sources").map((text) => {
      const [, source = "", folder = ""] = /^([^/=]+\/[^/=]+\/[^/=]+)=(.+)$/u.exec(text) ?? []
      if (folder !== "") return [source, resolve(cwd, folder)]
      throw new UsageError(
        `\`${flags.source("local-sources")}\` is \`${text}\`; it takes KIND/NAMESPACE/NAME=PATH.`,
        {
          help: "For example `--local-sources GitRepository/flux-system/apps=../apps`.",
        },
      )
    }),
  )
}

const levels = ["off", "on", "info", "warning", "error"] as const

type RuleLevel = readonly [id: string, severity: RuleSetting["severity"]]

/** A flag changes the level alone; the options of the file stay. */
function withLevels(
  rules: CheckSettings["rules"],
  changes: readonly RuleLevel[],
): CheckSettings["rules"] {
  const changed = new Map(rules)
  for (const [id, severity] of changes)
    changed.set(id, { options: rules.get(id)?.options ?? {}, severity })
  return changed
}

function ruleLevels(flags: FlagValues, ids: ReadonlySet<string>): readonly RuleLevel[] {
  return flags.list("rule").map((text) => {
    const [, id = "", level = ""] = /^([^=]*)=(.*)$/u.exec(text) ?? []
    const severity = levels.find((one) => one === level)
    if (severity === undefined) {
      throw new UsageError(
        `\`${flags.source("rule")}\` is \`${text}\`; it takes ID=LEVEL with \`off\`, \`on\`, \`info\`, \`warning\` or \`error\`.`,
      )
    }
    if (!ids.has(id)) throw unknownRule(id, ids)
    return [id, severity]
  })
}

function known(flags: FlagValues, name: string, names: ReadonlySet<string>): readonly string[] {
  const given = flags.list(name)
  const wrong = given.find((text) => !names.has(text))
  if (wrong !== undefined) throw unknownRule(wrong, names)
  return given
}

/** There is no such rule; the nearest one that there is. */
export function unknownRule(name: string, names: Iterable<string>): UsageError {
  const nearest = nearestName(name, names)
  return new UsageError(`There is no rule \`${name}\`.`, {
    help:
      nearest === undefined
        ? "Run `sluice rules` to see them all."
        : `Did you mean \`${nearest}\`?`,
  })
}
