import { rules } from "../../rules/index.ts"
import type { Engine } from "../../src/build/engine.ts"
import type { RemoteSources } from "../../src/build/remote/remote-sources.ts"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { noCache } from "../../src/host/folder-cache.ts"
import { memoryFiles } from "../../src/host/memory-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { openWorkspace } from "../../src/lint.ts"
import { describe, type Finding, type ReleaseBuild, type Skip } from "../../src/model/index.ts"
import type { ExternalObject } from "../../src/model/options.ts"
import type { FetchedSchema } from "../../src/schema/fetched-schemas.ts"
import { fixtureOptions } from "../support/fixtures-flags.ts"

/** A cluster that applies what lies in `clusters/production`. */
export const sync: Readonly<Record<string, string>> = {
  "clusters/production/flux-system/gotk-sync.yaml": `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: flux-system, namespace: flux-system }
spec: { interval: 1m, url: https://github.com/example/fleet }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: flux-system, namespace: flux-system }
spec:
  interval: 10m
  path: ./clusters/production
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
`,
}

/** What came of a check of one release. */
export interface Checked {
  readonly release: ReleaseBuild | undefined
  /** Everything that is applied, by name. */
  readonly objects: readonly string[]
  readonly skipped: readonly Pick<Skip, "what" | "reason" | "kind">[]
  readonly findings: readonly Finding[]
}

/** Checks files with all rules, with the network that `remote` stands for. */
export async function checkFiles(
  files: Readonly<Record<string, string>>,
  {
    engine,
    remote,
    fetchSchema,
    offline = false,
    external = [],
  }: {
    readonly engine: Engine
    readonly remote?: RemoteSources
    readonly fetchSchema?: (url: string) => Promise<FetchedSchema>
    readonly offline?: boolean
    readonly external?: readonly ExternalObject[]
  },
): Promise<Checked> {
  const host = {
    ...{ engine, cache: noCache, schemas: packageSchemas, digest: sha256, now: () => 0 },
    ...(remote && { remote }),
    ...(fetchSchema && { fetchSchema }),
    files: memoryFiles(files),
  }
  const options = { ...fixtureOptions([], (path) => path), offline, external }
  const workspace = await openWorkspace({ root: "", options }, host)
  const settings = defaultSettings
  const { findings } = checkWorkspace(workspace, rules, { settings, digest: sha256 })
  return {
    objects: workspace.clusters.flatMap(({ resources }) => resources.map(({ id }) => describe(id))),
    release: workspace.clusters[0]?.releases[0],
    skipped: workspace.skipped.map(({ what, reason, kind }) => ({ what, reason, kind })),
    findings,
  }
}
