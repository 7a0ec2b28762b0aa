import type { WorkspaceOptions } from "../../src/model/index.ts"

/** Fixtures never use the network, whatever their flags say. */
const defaults: WorkspaceOptions = {
  localSources: {},
  external: [],
  apiVersions: [],
  render: "auto",
  mirrors: [],
  offline: true,
  exclude: [],
}

/** Where the parts of the world lie that a flag names, relative to the repository. */
type ResolvePath = (path: string) => string

/** What each flag of a `flags.txt` changes; a fixture that needs another one adds it here. */
const flags: Readonly<
  Record<
    string,
    (options: WorkspaceOptions, value: string, path: ResolvePath) => Partial<WorkspaceOptions>
  >
> = {
  "--chart-mirror": ({ mirrors }, value, path) => ({ mirrors: [...mirrors, path(value)] }),
  "--local-sources": ({ localSources }, value, path) => {
    const [source = "", folder = ""] = value.split("=")
    return { localSources: { ...localSources, [source]: path(folder) } }
  },
  "--flux-version": (_options, value) => ({ flux: value }),
  "--kube-version": (_options, value) => ({ kubernetes: value }),
  "--strict-substitute": () => ({ strictSubstitute: true }),
  "--offline": () => ({ offline: true }),
}

/** The options that the lines of a `flags.txt` stand for: one flag a line, its value after a space or `=`. */
export function fixtureOptions(lines: readonly string[], path: ResolvePath): WorkspaceOptions {
  let options = defaults
  for (const line of lines) {
    const [, name = "", value = ""] = /^(--[a-z-]+)(?:[ =](.+))?$/u.exec(line) ?? []
    const apply = flags[name]
    if (!apply) throw new Error(`flags.txt: no fixture knows the flag \`${line}\``)
    options = { ...options, ...apply(options, value, path) }
  }
  return options
}
