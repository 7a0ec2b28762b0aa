import type { FlagGroup } from "./flag.ts"

/** How sluice itself runs; every command has these. */
export const runFlags: FlagGroup = {
  title: "Run:",
  flags: [
    { name: "cwd", value: "DIR", description: "run as if started in DIR" },
    {
      name: "color",
      value: "WHEN",
      choices: ["auto", "always", "never"],
      description: "auto, always or never",
    },
    { name: "verbose", short: "v", description: "say on stderr what is done and where" },
    { name: "debug", description: "show the stack of errors" },
  ],
}

const selection: FlagGroup = {
  title: "Selection:",
  flags: [
    { name: "cluster", value: "NAME", repeatable: true, description: "only this cluster" },
    { name: "exclude", value: "GLOB", repeatable: true, description: "leave out files" },
  ],
}

const world: FlagGroup = {
  title: "World:",
  flags: [
    {
      name: "flux-version",
      value: "V",
      description: "the Flux minor of the clusters, such as 2.9",
    },
    {
      name: "kube-version",
      value: "V",
      description: "the Kubernetes minor of the clusters, such as 1.35",
    },
    {
      name: "api-versions",
      value: "GV[/KIND]",
      repeatable: true,
      description: "APIs that charts see in the cluster",
    },
    {
      name: "schema-location",
      value: "TEMPLATE",
      repeatable: true,
      description:
        "further JSON Schemas: a folder or address, with {{ .Group }} and its like, or ecosystem",
    },
    {
      name: "strict-substitute",
      description: "undefined variables are errors, whatever the Flux version",
    },
    {
      name: "local-sources",
      value: "KIND/NS/NAME=PATH",
      repeatable: true,
      description: "a source whose content is a folder here",
    },
  ],
}

const chartFlags: FlagGroup = {
  title: "Charts:",
  flags: [
    {
      name: "render",
      value: "HOW",
      choices: ["auto", "engine", "helm", "off"],
      description:
        "what renders charts: auto (sluice-engine where it is installed), engine (embedded), helm or off",
    },
    {
      name: "helm",
      value: "PATH",
      description: "the program of --render helm (default: helm of the search path)",
    },
    {
      name: "chart-mirror",
      value: "DIR|URL",
      repeatable: true,
      description: "where charts are looked for first: a folder with an index.yaml, or an address",
    },
    { name: "offline", description: "never use the network" },
    {
      name: "allow-host",
      value: "PATTERN",
      repeatable: true,
      description: "contact only these hosts, such as ghcr.io or *.example.com",
    },
    {
      name: "allow-private-hosts",
      description: "contact hosts that are not on the internet too",
    },
    {
      name: "untrusted",
      description:
        "a stranger's repository: no credentials, no configuration of it, only hosts of --allow-host",
    },
    {
      name: "timeout",
      value: "DURATION",
      description: "give up a build or render after this (default 30s)",
    },
  ],
}

const cacheFlags: FlagGroup = {
  title: "Engine and cache:",
  flags: [
    {
      name: "concurrency",
      value: "N|auto",
      description: "how many builds and renders run at once",
    },
    { name: "no-cache", description: "remember nothing, and use nothing that is remembered" },
    { name: "cache-dir", value: "DIR", description: "where results are kept" },
    {
      name: "remote-cache",
      value: "URL",
      description: "a cache shared over HTTP, in Bazel's form: /ac/ and /cas/",
    },
    { name: "config", short: "c", value: "FILE", description: "the configuration file" },
    { name: "no-config", description: "read no configuration file" },
    { name: "no-progress", description: "no progress line" },
  ],
}

/** Flags of everything that opens a repository. */
export const workspaceFlags: readonly FlagGroup[] = [
  selection,
  world,
  chartFlags,
  cacheFlags,
  runFlags,
]
