import {
  type ChartBuild,
  type Cluster,
  describe,
  type KustomizationBuild,
  kinds,
  type ReleaseBuild,
  type Resource,
  type ResourceId,
  resourceKey,
} from "../model/index.ts"
import type { ClusterRoot } from "../resolve/cluster-root.ts"
import { createGraph } from "../resolve/graph.ts"
import type { WrittenObject } from "../resolve/written-objects.ts"
import { blindSpotsOf, unknownCluster } from "./blind-spots.ts"
import { buildAll } from "./build-all.ts"
import { buildKustomization } from "./build-kustomization.ts"
import type { BuildWorld } from "./build-world.ts"
import { clusterReferences, isDeclared, isProduced, productsOf } from "./cluster-references.ts"
import { FetchedSources, folderSources, neededSources } from "./fetched-source.ts"
import { Inventory } from "./inventory.ts"
import { lockdownOf } from "./lockdown.ts"
import { buildChart, unnamedCharts } from "./release/build-chart.ts"
import { buildRelease } from "./release/build-release.ts"
import { valuesReferences } from "./release/release-values.ts"
import { declaredObject, rootResource } from "./root-resource.ts"
import { rootSources } from "./root-sources.ts"
import { type SourceWorld, sourceContent } from "./source-content.ts"
import { substituteSources } from "./substitution-variables.ts"

/** What {@link buildCluster} needs beside the root: all that is the same for every cluster of a repository. */
export type ClusterWorld = Omit<BuildWorld, "contentOf" | "lookup" | "substitute" | "all"> &
  Omit<SourceWorld, "roots" | "folder" | "find" | "all" | "trees" | "fetched"> & {
    readonly trees: SourceWorld["trees"]
    readonly folders: ReadonlySet<string>
    /** Objects of files that no Kustomization of the repository leads to. */
    readonly outside: readonly WrittenObject[]
    /** Is told of each finished unit. */
    readonly onUnit?: (what: string) => void
  }

/** Rounds after which a repository that keeps yielding new Kustomizations is left alone. */
const maxRounds = 50

/** How often a Kustomization is built that keeps changing itself. */
const maxRuns = 3

/** Builds all that follows from a cluster's roots: a fixed point, as what a build yields may be built itself. */
export async function buildCluster(world: ClusterWorld, root: ClusterRoot): Promise<Cluster> {
  const state = new ClusterState(world, root)
  for (let round = 0; round < maxRounds; round++) {
    const built = (await state.buildKustomizations()) || (await state.buildReleases())
    if (!built) break
  }
  return state.finish(await state.buildCharts())
}

class ClusterState {
  readonly #world: ClusterWorld
  readonly #root: ClusterRoot
  readonly #inventory = new Inventory()
  readonly #builds = new Map<string, KustomizationBuild>()
  readonly #runs = new Map<string, number>()
  readonly #releases = new Map<string, ReleaseBuild>()
  readonly #fetched = new FetchedSources()
  readonly #build: BuildWorld
  /** What controllers will make of the objects known so far. */
  #made:
    | { readonly resources: readonly Resource[]; readonly products: ReturnType<typeof productsOf> }
    | undefined

  constructor(world: ClusterWorld, root: ClusterRoot) {
    this.#world = world
    this.#root = root
    const resources = root.objects.flatMap((object) => rootResource(object))
    for (const resource of resources) this.#inventory.addProvisional(resource)
    const { ids, assumed } = rootSources(root, resources, {
      folders: world.folders,
      isDefined: (id) => this.#inventory.find(id) !== undefined,
    })
    for (const source of assumed) this.#inventory.addProvisional(source)
    const sources: SourceWorld = {
      ...world,
      roots: ids,
      folder: root.sourceFolder,
      find: (id) => this.#inventory.find(id),
      all: (kind) => this.#inventory.all(kind),
      fetched: (source) => this.#fetched.get(source),
    }
    this.#build = {
      ...world,
      substitute: root.substitute ?? {},
      contentOf: (id) => sourceContent(sources, id),
      lookup: (id, server) => this.#lookup(id, server),
      all: (kind) => this.#inventory.all(kind),
    }
  }

  #lookup(id: ResourceId, server = ""): Resource | "unknown" | undefined {
    const found = this.#inventory.find(id, server)
    if (found) return found
    const declared = this.#world.options.external.find((external) => isDeclared(external, id))
    if (declared?.data)
      return rootResource(declaredObject(id, declared.data, this.#anyDocument()))[0] ?? "unknown"
    if (declared || isProduced(this.#products(), id, server)) return "unknown"
    return undefined
  }

  #products(): ReturnType<typeof productsOf> {
    const { resources } = this.#inventory
    if (this.#made?.resources !== resources)
      this.#made = { resources, products: productsOf(resources) }
    return this.#made.products
  }

  #anyDocument(): Resource | undefined {
    return this.#inventory.resources[0]
  }

  /** Builds every Kustomization whose variables are there; those that still lack some come last. */
  async buildKustomizations(): Promise<boolean> {
    const chosen = this.#nextKustomizations()
    if (chosen.length === 0) return false
    await this.#fetched.fetch(this.#build, this.#needed(chosen))
    const builds = await buildAll(this.#build, chosen, async (world, kustomization) => {
      const build = await buildKustomization(world, kustomization)
      this.#world.onUnit?.(describe(kustomization.id))
      return build
    })
    for (const build of builds) {
      const key = keyOf(build.kustomization)
      this.#builds.set(key, build)
      this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1)
      for (const resource of build.objects) this.#inventory.add(resource)
    }
    return true
  }

  #needed(kustomizations: readonly Resource[]): readonly ResourceId[] {
    return neededSources(kustomizations, this.#inventory.all(kinds.ArtifactGenerator))
  }

  /** One that a build has changed (patches on flux-system change itself) goes before what it applies. */
  #nextKustomizations(): readonly Resource[] {
    const all = this.#inventory.all(kinds.Kustomization)
    const changed = all.filter((one) => this.#isChanged(one))
    if (changed.length > 0) return changed
    const pending = all.filter((one) => !this.#builds.has(keyOf(one)))
    const ready = pending.filter((one) =>
      substituteSources(one).every(
        ({ id, optional }) => !optional && this.#lookup(id) !== undefined,
      ),
    )
    return ready.length > 0 ? ready : pending
  }

  #isChanged(kustomization: Resource): boolean {
    const key = keyOf(kustomization)
    const built = this.#builds.get(key)?.kustomization
    if (!built || built === kustomization || (this.#runs.get(key) ?? 0) >= maxRuns) return false
    return JSON.stringify(built.manifest.spec) !== JSON.stringify(kustomization.manifest.spec)
  }

  async buildReleases(): Promise<boolean> {
    const pending = this.#inventory
      .all(kinds.HelmRelease)
      .filter((one) => !this.#releases.has(keyOf(one)))
    if (pending.length === 0) return false
    const ready = pending.filter((one) =>
      valuesReferences(one).every(({ id }) => this.#lookup(id) !== undefined),
    )
    const chosen = ready.length > 0 ? ready : pending
    await this.#fetched.fetch(this.#build, [
      ...this.#needed([]),
      ...folderSources(this.#build, chosen),
    ])
    const apiVersions = [
      ...new Set(this.#inventory.resources.map(({ apiVersion }) => apiVersion)),
    ].filter((version) => version.includes("/"))
    apiVersions.sort()
    const releases = await buildAll(this.#build, chosen, async (world, release) => {
      const build = await buildRelease(world, { release, apiVersions })
      this.#world.onUnit?.(describe(release.id))
      return build
    })
    for (const build of releases) {
      this.#releases.set(keyOf(build.release), build)
      for (const resource of build.objects) this.#inventory.add(resource)
    }
    return true
  }

  /** HelmCharts of their own come last: nothing waits for them. */
  async buildCharts(): Promise<readonly ChartBuild[]> {
    const { all } = this.#build
    const charts = unnamedCharts(all(kinds.HelmChart), all(kinds.HelmRelease))
    await this.#fetched.fetch(this.#build, folderSources(this.#build, charts))
    return await Promise.all(charts.map((chart) => buildChart(this.#build, chart)))
  }

  finish(charts: readonly ChartBuild[]): Cluster {
    const { options, written, target, outside } = this.#world
    const inventory = this.#inventory
    const builds = [...this.#builds.values()].sort(byKey(({ kustomization }) => kustomization))
    const releases = [...this.#releases.values()].sort(byKey(({ release }) => release))
    const { resources } = inventory
    const find = (id: ResourceId, server?: string): Resource | undefined =>
      inventory.find(id, server)
    const blindSpots = [
      ...blindSpotsOf(builds, releases, inventory.all(kinds.ResourceSet), written),
      ...(this.#root.partial ? [unknownCluster] : []),
    ]
    const references = clusterReferences({
      resources,
      find,
      external: options.external,
      blindSpots,
      outside,
      elsewhere: this.#root.partial ? written.all : [],
    })
    return {
      name: this.#root.name,
      path: this.#root.path,
      target,
      resources,
      builds,
      releases,
      graph: createGraph(references),
      lockdown: lockdownOf(resources),
      charts,
      unfetched: this.#fetched.failures,
      blindSpots: blindSpots.map(({ reason }) => reason),
      find,
      all: (kind) => inventory.all(kind),
      buildOf: (kustomization) => this.#builds.get(keyOf(kustomization)),
      releaseOf: (release) => this.#releases.get(keyOf(release)),
    }
  }
}

function keyOf({ id, server }: Resource): string {
  return resourceKey(id, server)
}

function byKey<Element>(
  resourceOf: (element: Element) => Resource,
): (a: Element, b: Element) => number {
  return (a, b) => (keyOf(resourceOf(a)) < keyOf(resourceOf(b)) ? -1 : 1)
}
