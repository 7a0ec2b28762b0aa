import {
  fluxGroups,
  type Resource,
  type Target,
  versionOf,
  type Workspace,
} from "../model/index.ts"
import type { SchemaVerdict } from "../model/verdict.ts"
import type { AjvValidator } from "./ajv-violations.ts"
import { customSchemas } from "./custom-schemas.ts"
import { withAges } from "./field-ages.ts"
import { fluxSchemaOf } from "./flux-schemas.ts"
import { type ClusterSchemas, judgeObject } from "./judge-object.ts"
import { kubernetesSchemas } from "./kubernetes-schemas.ts"
import { kustomizationViolations } from "./kustomization-violations.ts"
import { locatedSchemas } from "./located-schemas.ts"
import type { SchemaStore } from "./schema-store.ts"
import { skippedKinds } from "./skipped-kinds.ts"
import type { VerdictMemory, Verdicts } from "./verdict-memory.ts"

/** Where schemas come from. */
export interface SchemaSources {
  readonly store: SchemaStore
  /** `--schema-location` */
  readonly locations: readonly string[]
  readonly memory?: VerdictMemory | undefined
}

/** Judges every object that a cluster would get, and, leniently, those that nothing leads to. */
export async function judgeWorkspace(
  workspace: Workspace,
  sources: SchemaSources,
): Promise<Workspace> {
  const { store } = sources
  const { clusters, unreached, unreachedTarget } = workspace
  const groups: readonly Judged[] = [
    ...clusters.map(({ target, resources }) => ({ target, resources, defining: resources })),
    {
      target: unreachedTarget,
      resources: unreached,
      defining: [...clusters.flatMap(({ resources }) => resources), ...unreached],
    },
  ]
  const judgements = await recall(sources.memory, () => judgeGroups(groups, unreached, sources))
  const verdicts = new Map<Resource, SchemaVerdict>()
  for (const [number, { resources }] of groups.entries()) {
    for (const [index, resource] of resources.entries()) {
      const verdict = judgements[number]?.[index]
      if (verdict) verdicts.set(resource, verdict)
    }
  }
  const verdictOf = (resource: Resource): SchemaVerdict =>
    verdicts.get(resource) ?? { status: "unknown" }
  return {
    ...workspace,
    verdictOf,
    violationsIn: (file) => kustomizationViolations(file, store.kustomizationFile()),
    skipped: [...workspace.skipped, ...skippedKinds(clusters, verdictOf)],
  }
}

async function recall(
  memory: VerdictMemory | undefined,
  judge: () => Promise<Verdicts>,
): Promise<Verdicts> {
  const known = await memory?.get()
  if (known) return known
  const found = await judge()
  await memory?.put(found)
  return found
}

async function judgeGroups(
  groups: readonly Judged[],
  unreached: readonly Resource[],
  sources: SchemaSources,
): Promise<Verdicts> {
  const validators = await loadValidators(groups, sources.store)
  return groups.map((group) => {
    const schemas = schemasOf(group, validators, sources)
    return group.resources.map((resource) => {
      const verdict = aged(judgeObject(resource, schemas), resource, sources.store)
      return group.resources === unreached ? lenient(verdict) : verdict
    })
  })
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

/** A patch, a component or a variable may still supply what a file lacks, or replace a name that holds its place. */
const leftToBuilds: ReadonlySet<string> = new Set(["missing", "combination", "name"])

function lenient(verdict: SchemaVerdict): SchemaVerdict {
  if (verdict.status !== "checked") return verdict
  const violations = verdict.violations.filter(({ problem }) => !leftToBuilds.has(problem.kind))
  return { ...verdict, violations }
}
