// How each program is run over a repository, and what its output says.

import { readFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Programs by name. `command` gives a command line over `repository` with the cache `cache`; `read` takes what it printed: how many
 * Kustomizations it built and HelmReleases it rendered, and what it says is wrong, as lines that can be compared.
 */
export function programsOf(root, peers) {
  const engine = join(root, "engine/bin/sluice-engine")
  const sluice = (environment, render) => ({
    command: ({ cache }) => [
      ...[process.execPath, join(root, "bin/sluice.js"), "check", "."],
      ...["--allow-private-hosts", "--cache-dir", cache, "--render", render],
      ...["--format", "json", "--no-timing", "--no-progress"],
    ],
    environment: () => environment,
    read: readSluice,
  })
  return {
    "sluice, wasm": sluice({}, "engine"),
    "sluice, native": sluice({ SLUICE_ENGINE: engine }, "auto"),
    ...(peers.flate && {
      flate: {
        command: ({ cache, path }) => [
          ...[peers.flate, "test", "all", "--path", path],
          ...["--cache-dir", cache, "--no-progress"],
        ],
        environment: () => ({}),
        read: readFlate,
      },
    }),
    ...(peers["flux-local"] && {
      "flux-local": {
        command: ({ path }) => [
          peers["flux-local"],
          "test",
          "-v",
          "-A",
          "--enable-helm",
          "--path",
          path,
        ],
        environment: ({ cache }) => ({
          PATH: `${peers.bin}:${process.env.PATH}`,
          HOME: cache,
          XDG_CACHE_HOME: cache,
          PYTHONWARNINGS: "ignore",
        }),
        read: readFluxLocal,
      },
    }),
  }
}

function readSluice(output) {
  const { coverage, findings } = JSON.parse(readFileSync(output, "utf8"))
  return {
    count: coverage.built + coverage.rendered,
    built: `${coverage.built} of ${coverage.kustomizations}`,
    rendered: `${coverage.rendered} of ${coverage.helmReleases}`,
    faults: findings
      .filter(({ severity, suppressedBy }) => severity !== "info" && suppressedBy === null)
      .map(({ rule, path, message }) => `${path} ${rule} ${message}`),
  }
}

function readFlate(output) {
  const lines = textOf(output)
    .split("\n")
    .map((line) => /^\s*(✓|✗|⊘|\S)\s+([A-Z]\w+)\s+(\S+)/u.exec(line))
    .filter((match) => match !== null)
  return tally(lines.map(([, mark, kind, name]) => ({ isFine: mark === "✓", kind, name })))
}

/** `path::Kustomization::kustomization PASSED`, or `path::Kustomization::namespace/release FAILED`. */
function readFluxLocal(output) {
  const lines = textOf(output).matchAll(/^\S+::(\S+)::(\S+) (PASSED|FAILED|ERROR) /gmu)
  const objects = [...lines].map(([, kustomization, what, word]) => ({
    isFine: word === "PASSED",
    kind: what === "kustomization" ? "Kustomization" : "HelmRelease",
    name: what === "kustomization" ? kustomization : what,
  }))
  return tally(objects)
}

function tally(objects) {
  const count = (kind) => {
    const all = objects.filter((object) => object.kind === kind)
    return `${all.filter(({ isFine }) => isFine).length} of ${all.length}`
  }
  const isBuilt = ({ isFine, kind }) =>
    isFine && (kind === "Kustomization" || kind === "HelmRelease")
  return {
    count: objects.filter(isBuilt).length,
    built: count("Kustomization"),
    rendered: count("HelmRelease"),
    faults: objects.filter(({ isFine }) => !isFine).map(({ kind, name }) => `${kind} ${name}`),
  }
}

function textOf(output) {
  return readFileSync(output, "utf8") + readFileSync(`${output}.err`, "utf8")
}
