import { tmpdir } from "node:os"
import { join } from "node:path"
import { nodeHost, sha256 } from "../../src/host/node-host.ts"
import { openWorkspace } from "../../src/lint.ts"
import { fluxVersions } from "../../src/model/generated/flux-versions.ts"
import { type Resource, type Target, versionOf } from "../../src/model/index.ts"
import type { SchemaVerdict } from "../../src/model/verdict.ts"
import { type CrdVersion, crdVersions } from "../../src/schema/crd-versions.ts"
import { holdsUnseen } from "../../src/schema/unseen.ts"
import type { JsonObject } from "../../src/yaml/json.ts"
import { quickEnvironment } from "../support/quick-engine.ts"
import { type Release, readReleases } from "../support/schemas/releases.ts"
import type { Repository } from "./corpus.ts"
import { corpusFolder, projectRoot } from "./places.ts"

/** Twenty clusters of one shape: two of them are compared, for the sake of time. */
const chosenClusters: Readonly<Record<string, readonly string[]>> = {
  "hmcts__sds-flux-config": ["clusters/prod/00", "clusters/sbox/00"],
}

/** An object that a cluster of the corpus would get, built or rendered, and what sluice's schemas say of it. */
export interface JudgedObject {
  readonly resource: Resource
  /** As an API server gets it, without `status`. */
  readonly manifest: JsonObject
  readonly verdict: Extract<SchemaVerdict, { readonly status: "checked" }>
  readonly target: Target
  /** Of a custom resource. */
  readonly definition: CrdVersion | undefined
}

const releases = readReleases(join(projectRoot, "schemas/crds"))

/**
 * All objects that the clusters of a repository would get, each once; without those that hold a value that nobody has
 * seen, and those of kinds that are defined twice.
 */
export async function judgedObjects(repository: Repository): Promise<readonly JudgedObject[]> {
  const host = nodeHost({
    cacheDir: join(tmpdir(), "sluice-differential-engine"),
    timeoutMs: 300_000,
    toolVersion: "differential",
    label: repository.name,
    environment: quickEnvironment,
  })
  const onlyClusters = chosenClusters[repository.name]
  const options = {
    localSources: {},
    external: [],
    apiVersions: [],
    render: "engine" as const,
    mirrors: [join(corpusFolder ?? "", "charts")],
    offline: true,
    exclude: [],
    ...(onlyClusters && { onlyClusters }),
  }
  const { clusters, verdictOf } = await openWorkspace({ root: repository.folder, options }, host)
  await host.engine.close()
  const seen = new Map<string, JudgedObject>()
  for (const { resources, target } of clusters) {
    const definitionOf = definitionsIn(resources, target)
    for (const resource of resources) {
      const verdict = verdictOf(resource)
      const definition = definitionOf(resource)
      if (verdict.status !== "checked" || definition === "several") continue
      const { status: _, ...manifest } = resource.manifest
      if (holdsUnseen(manifest)) continue
      const by = definition ? digestOf(definition) : target.kubernetes
      seen.set(JSON.stringify([by, manifest]), { resource, manifest, verdict, target, definition })
    }
  }
  return [...seen.values()]
}

const digests = new WeakMap<CrdVersion, string>()

/** The digest of what a definition says. */
function digestOf(definition: CrdVersion): string {
  const known = digests.get(definition) ?? sha256(JSON.stringify(definition.schema))
  digests.set(definition, known)
  return known
}

type DefinitionOf = (resource: Resource) => CrdVersion | "several" | undefined

function definitionsIn(resources: readonly Resource[], target: Target): DefinitionOf {
  const own = resources
    .filter(({ id }) => id.kind === "CustomResourceDefinition")
    .flatMap(({ manifest }) => crdVersions(manifest))
    .filter(({ group }) => !isFlux(group))
  const flux = releases
    .filter(({ minor }) => minor === undefined || target.flux === `2.${minor}`)
    .flatMap(({ versions }: Release) => versions)
  const known = new Map<string, CrdVersion | "several">()
  for (const version of [...flux, ...own]) {
    const key = `${version.group}/${version.version}/${version.kind}`
    const other = known.get(key)
    const isOther =
      other &&
      (other === "several" || JSON.stringify(other.schema) !== JSON.stringify(version.schema))
    known.set(key, isOther ? "several" : version)
  }
  return ({ id, apiVersion }) => known.get(`${id.group}/${versionOf(apiVersion)}/${id.kind}`)
}

const fluxGroups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))

function isFlux(group: string): boolean {
  return fluxGroups.has(group)
}
