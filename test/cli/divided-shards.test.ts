import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import {
  type BazelServer,
  listenAsBazel,
} from "../../src/host/remote-cache/testdata/bazel-server.ts"
import { type Outcome, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const releases = Array.from({ length: 60 }, (_, number) => `release-${number}`)

/** A cluster of many releases: each renders a ConfigMap with a mistake, and some wait for what is not there. */
function writeFleet(): string {
  const root = temporaryFolder()
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write(
    "clusters/production/flux-system/gotk-sync.yaml",
    `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {interval: 1m, url: "ssh://git@github.com/example/fleet", ref: {branch: main}}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: flux-system, namespace: flux-system}
spec:
  interval: 10m
  path: ./clusters/production
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
`,
  )
  for (const [number, name] of releases.entries()) {
    const mistake = number % 5 === 0 ? "\n  dependsOn: [{name: absent}]" : ""
    write(
      `clusters/production/apps/${name}.yaml`,
      `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: ${name}, namespace: flux-system}
spec:
  interval: 10m
  chart:
    spec: {chart: ./charts/demo, sourceRef: {kind: GitRepository, name: flux-system}}${mistake}
`,
    )
  }
  write("charts/demo/Chart.yaml", "apiVersion: v2\nname: demo\nversion: 1.0.0\n")
  write("charts/demo/templates/config.yaml", "# Rendered by the program of the test.\n")
  return root
}

/**
 * Stands in for Helm: writes down what it renders, begins when all shards have come to their first chart, and takes its time. It
 * knows its shard by the folder that it lies in; all are of the same size, so that they are the same program to the cache.
 */
const helm = `#!/bin/sh
[ "$1" = version ] && { echo v4.0.0; exit; }
here=\${0%/*}
for word; do name=$last; last=$word; done
echo "$name" >> "$here/rendered"
while [ "$(ls "$here"/../*/rendered | wc -l)" -lt "$(cat "$here/../shards")" ]; do sleep 0.05; done
sleep 0.1
printf -- '---\\n# Source: demo/templates/config.yaml\\napiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: %s}\\ndata: {port: 80}\\n' "$name"
`

/** Folders with a program for each of so many shards. */
function writePrograms(count: number): readonly string[] {
  const folder = temporaryFolder()
  writeFileSync(join(folder, "shards"), `${count}\n`)
  return Array.from({ length: count }, (_, number) => {
    const place = join(folder, String(number + 1))
    mkdirSync(place)
    writeFileSync(join(place, "helm"), helm)
    chmodSync(join(place, "helm"), 0o755)
    return place
  })
}

const renderedBy = (place: string): readonly string[] =>
  readFileSync(join(place, "rendered"), "utf8").trim().split("\n")

const formats = (folder: string): readonly string[] =>
  ["json", "pretty", "sarif"].flatMap((name) => ["-f", `${name}=${join(folder, name)}`])
const textsOf = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))

// A script is no program on Windows.
describe.skipIf(process.platform === "win32")("shards that start together", () => {
  const servers: BazelServer[] = []
  afterAll(() => Promise.all(servers.map((server) => server.close())))

  /** What each shard is told of the cache: one folder for all, or a folder each before one server. */
  const caches: Readonly<Record<string, () => Promise<() => readonly string[]>>> = {
    "a folder": async () => {
      const folder = temporaryFolder()
      return () => ["--cache-dir", folder]
    },
    "a remote cache": async () => {
      const server = await listenAsBazel()
      servers.push(server)
      const address = `http://127.0.0.1:${server.port}`
      return () => ["--cache-dir", temporaryFolder(), "--remote-cache", address]
    },
  }
  const check = (root: string, place: string, more: readonly string[]): Promise<Outcome> =>
    sluice(
      [
        ...["check", root, "--render", "helm", "--helm", join(place, "helm"), "--no-timing"],
        ...["--concurrency", "1", "--timeout", "5m", ...more],
      ],
      { environment: { SLUICE_OFFLINE: "" } },
    )

  test.each(Object.keys(caches).flatMap((cache) => [2, 4].map((count) => [cache, count] as const)))(
    "over %s divide the rendering by %i",
    async (cache, count) => {
      const root = writeFleet()
      const cacheFlags = await caches[cache]?.()
      const reports = temporaryFolder()
      const places = writePrograms(count)
      const outcomes = await Promise.all(
        places.map((place, number) => {
          const shard = `${number + 1}/${count}`
          const blob = `blob=${join(reports, `${number}.json`)}`
          return check(root, place, ["--shard", shard, "-f", blob, ...(cacheFlags?.() ?? [])])
        }),
      )
      for (const { stderr } of outcomes) expect(stderr).toBe("")
      const rendered = places.map(renderedBy)
      expect(new Set(rendered.flat())).toEqual(new Set(releases))
      expect(rendered.flat().length).toBeLessThanOrEqual(1.3 * releases.length)

      const [whole, merged] = [temporaryFolder(), temporaryFolder()]
      const [alone = ""] = writePrograms(1)
      await check(root, alone, ["--no-cache", ...formats(whole)])
      expect(renderedBy(alone)).toHaveLength(releases.length)
      const { code, stderr } = await sluice(["merge-reports", reports, ...formats(merged)])
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" })
      expect(textsOf(merged)).toEqual(textsOf(whole))
      expect(textsOf(merged).join()).toContain("hr-depends-on-missing")
    },
  )
})
