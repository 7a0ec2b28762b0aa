import { isSchemaAddress } from "../load/schema-address.ts"
import {
  fluxGroups,
  type Resource,
  type Target,
  versionOf,
  type Workspace,
} from "../model/index.ts"
import type { SchemaVerdict, Violation } from "../model/verdict.ts"
import type { AjvValidator } from "./ajv-violations.ts"
import { customSchemas } from "./custom-schemas.ts"
import { FetchedSchemas, type FetchSchema } from "./fetched-schemas.ts"
import { withAges } from "./field-ages.ts"
import { fluxSchemaOf } from "./flux-schemas.ts"
import {
  judgeByServer,
  type ServerSources,
  type ServerSubject,
  type Unjudged,
} from "./judge-by-server.ts"
import { type ClusterSchemas, judgeObject, needsLocated } from "./judge-object.ts"
import { kubernetesSchemas } from "./kubernetes-schemas.ts"
import { kustomizationViolations } from "./kustomization-violations.ts"
import { locatedSchemas } from "./located-schemas.ts"
import type { SchemaStore } from "./schema-store.ts"
import { serverSkips } from "./server-skips.ts"
import { mayNeedServer, serverSubject } from "./server-subjects.ts"
import { skippedKinds } from "./skipped-kinds.ts"
import type { Judgements, Place, VerdictMemory } from "./verdict-memory.ts"

/** Where schemas come from, and the API server's own code. */
export interface SchemaSources extends ServerSources {
  readonly store: SchemaStore
  /** `--schema-location` */
  readonly locations: readonly string[]
  readonly memory?: VerdictMemory | undefined
  /** Asks for schemas whose location is an address. */
  readonly fetch?: FetchSchema | undefined
}

/** Judges every object that a cluster would get, and, leniently, those that nothing leads to. */
export async function judgeWorkspace(
  workspace: Workspace,
  sources: SchemaSources,
): Promise<Workspace> {
  const fetched = new FetchedSchemas(sources.store, sources.fetch)
  const { store } = fetched
  const { clusters, unreached, unreachedTarget } = workspace
  const groups: readonly Judged[] = [
    ...clusters.map(({ target, resources }) => ({ target, resources, defining: resources })),
    {
      target: unreachedTarget,
      resources: unreached,
      defining: [...clusters.flatMap(({ resources }) => resources), ...unreached],
    },
  ]
  await loadLocated(groups, fetched, sources)
  // What an address has may be another schema tomorrow.
  const memory = sources.locations.some(isSchemaAddress) ? undefined : sources.memory
  const judgements = await recall(memory, () =>
    judgeGroups(groups, unreached, { ...sources, store }),
  )
  const verdicts = new Map<Resource, SchemaVerdict>()
  for (const [number, { resources }] of groups.entries()) {
    for (const [index, resource] of resources.entries()) {
      const verdict = judgements.verdicts[number]?.[index]
      if (verdict) verdicts.set(resource, verdict)
    }
  }
  const verdictOf = (resource: Resource): SchemaVerdict =>
    verdicts.get(resource) ?? { status: "unknown" }
  return {
    ...workspace,
    verdictOf,
    violationsIn: (file) => kustomizationViolations(file, store.kustomizationFile()),
    skipped: [
      ...workspace.skipped,
      ...fetched.skips(),
      ...skippedKinds(clusters, verdictOf),
      ...serverSkips(clusters, unjudgedOf(judgements, groups)),
    ],
  }
}

/** Fetches the schemas that objects need and that lie on the network, and what those refer to. */
async function loadLocated(
  groups: readonly Judged[],
  fetched: FetchedSchemas,
  sources: SchemaSources,
): Promise<void> {
  if (!sources.locations.some(isSchemaAddress)) return
  do {
    for (const group of groups) {
      const schemas = schemasOf(group, new Map(), { ...sources, store: fetched.store })
      for (const resource of group.resources) {
        if (needsLocated(resource, schemas))
          schemas.located(resource.id, versionOf(resource.apiVersion))
      }
    }
  } while (await fetched.load())
}

async function recall(
  memory: VerdictMemory | undefined,
  judge: () => Promise<Judgements>,
): Promise<Judgements> {
  const known = await memory?.get()
  if (known) return known
  const found = await judge()
  const isCutShort = found.unjudged.some(({ cause }) => cause.kind === "limit")
  if (!isCutShort) await memory?.put(found)
  return found
}

async function judgeGroups(
  groups: readonly Judged[],
  unreached: readonly Resource[],
  sources: SchemaSources,
): Promise<Judgements> {
  const { store } = sources
  const validators = await loadValidators(groups, store)
  const subjects: ServerSubject[] = []
  const places = new Map<Resource, Place>()
  const verdicts = groups.map(({ resources }) =>
    resources.map((): SchemaVerdict => ({ status: "unknown" })),
  )
  const schemas = groups.map((group) => schemasOf(group, validators, sources))
  const judge = (number: number, index: number): void => {
    const resource = groups[number]?.resources[index]
    const own = schemas[number]
    if (!resource || !own) return
    const isReached = groups[number]?.resources !== unreached
    places.set(resource, [number, index])
    const verdict = aged(judgeObject(resource, own), resource, store)
    const isWhole = isReached && verdict.status === "checked"
    const subject = isWhole ? serverSubject(resource, own, store) : undefined
    if (subject) subjects.push(subject)
    const group = verdicts[number]
    if (group) group[index] = isReached ? verdict : lenient(verdict)
  }
  const later: Place[] = []
  for (const [number, { resources }] of groups.entries()) {
    for (const [index, resource] of resources.entries()) {
      const own = schemas[number]
      if (own && mayNeedServer(resource, own)) judge(number, index)
      else later.push([number, index])
    }
  }
  const judging = judgeByServer(subjects, sources)
  // The engine begins with its part while the other objects are judged.
  await new Promise((resolve) => setTimeout(resolve, 0))
  for (const [number, index] of later) judge(number, index)
  const server = await judging
  for (const [resource, violations] of server.violations) {
    const [number, index] = places.get(resource) ?? [0, 0]
    const group = verdicts[number]
    if (group) group[index] = withMore(group[index], violations)
  }
  const unjudged = server.unjudged.map(({ resources, cause }) => ({
    places: resources.flatMap((resource) => {
      const place = places.get(resource)
      return place ? [place] : []
    }),
    cause,
  }))
  return { verdicts, unjudged }
}

function unjudgedOf({ unjudged }: Judgements, groups: readonly Judged[]): readonly Unjudged[] {
  return unjudged.map(({ places, cause }) => ({
    resources: places.flatMap(([number, index]) => groups[number]?.resources[index] ?? []),
    cause,
  }))
}

/** Objects that are judged by the same schemas. */
interface Judged {
  readonly target: Target
  readonly resources: readonly Resource[]
  /** Among these are the definitions of custom resources. */
  readonly defining: readonly Resource[]
}

/** Only those that the objects need: a cluster uses some ten kinds of Flux. */
async function loadValidators(
  groups: readonly Judged[],
  store: SchemaStore,
): Promise<ReadonlyMap<string, AjvValidator>> {
  const files = new Set(
    groups.flatMap(({ target, resources }) =>
      resources.flatMap(({ id, apiVersion }) => {
        const schema = fluxSchemaOf(id, versionOf(apiVersion), target.flux)
        return schema.status === "found" ? [schema.file] : []
      }),
    ),
  )
  return new Map(
    await Promise.all([...files].map(async (file) => [file, await store.validator(file)] as const)),
  )
}

function schemasOf(
  { target, defining }: Judged,
  validators: ReadonlyMap<string, AjvValidator>,
  { store, locations }: SchemaSources,
): ClusterSchemas {
  return {
    flux: target.flux,
    validators,
    fluxSchema: (file) => store.fluxSchema(file),
    kubernetes: kubernetesSchemas(store.kubernetes(), target.kubernetes),
    custom: customSchemas(defining),
    located: locatedSchemas(locations, target.kubernetes, store),
  }
}

function aged(verdict: SchemaVerdict, { id }: Resource, store: SchemaStore): SchemaVerdict {
  if (verdict.status !== "checked" || fluxGroups.get(id.kind) !== id.group) return verdict
  const violations = verdict.violations.map((violation) =>
    withAges(violation, id, (file) => store.fluxSchema(file)),
  )
  return { ...verdict, violations }
}

/** What both say of a field is said once. */
function withMore(
  verdict: SchemaVerdict | undefined,
  violations: readonly Violation[],
): SchemaVerdict {
  if (verdict?.status !== "checked") return { status: "unknown" }
  const keyOf = ({ path, problem }: Violation): string => JSON.stringify([path, problem.kind])
  const known = new Set(verdict.violations.map(keyOf))
  const more = violations.filter((violation) => !known.has(keyOf(violation)))
  return { ...verdict, violations: [...verdict.violations, ...more] }
}

/** A patch, a component or a variable may still supply what a file lacks, or replace a name that holds its place. */
const leftToBuilds: ReadonlySet<string> = new Set(["missing", "combination", "name"])

function lenient(verdict: SchemaVerdict): SchemaVerdict {
  if (verdict.status !== "checked") return verdict
  const violations = verdict.violations.filter(({ problem }) => !leftToBuilds.has(problem.kind))
  return { ...verdict, violations }
}
