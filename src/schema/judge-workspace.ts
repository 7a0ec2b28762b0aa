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
import { withAges } from "./field-ages.ts"
import { fluxSchemaOf } from "./flux-schemas.ts"
import { judgeByServer, type ServerSources, type ServerSubject } from "./judge-by-server.ts"
import { type ClusterSchemas, judgeObject } from "./judge-object.ts"
import { kubernetesSchemas } from "./kubernetes-schemas.ts"
import { kustomizationViolations } from "./kustomization-violations.ts"
import { locatedSchemas } from "./located-schemas.ts"
import type { SchemaStore } from "./schema-store.ts"
import { serverSkips } from "./server-skips.ts"
import { serverSubject } from "./server-subjects.ts"
import { skippedKinds } from "./skipped-kinds.ts"

/** Where schemas come from, and the API server's own code. */
export interface SchemaSources extends ServerSources {
  readonly store: SchemaStore
  /** `--schema-location` */
  readonly locations: readonly string[]
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
  const validators = await loadValidators(groups, store)
  const verdicts = new Map<Resource, SchemaVerdict>()
  const subjects: ServerSubject[] = []
  for (const group of groups) {
    const schemas = schemasOf(group, validators, sources)
    const isReached = group.resources !== unreached
    for (const resource of group.resources) {
      const verdict = aged(judgeObject(resource, schemas), resource, store)
      verdicts.set(resource, isReached ? verdict : lenient(verdict))
      const isWhole = isReached && verdict.status === "checked"
      const subject = isWhole ? serverSubject(resource, schemas, store) : undefined
      if (subject) subjects.push(subject)
    }
  }
  const server = await judgeByServer(subjects, sources)
  for (const [resource, violations] of server.violations)
    verdicts.set(resource, withMore(verdicts.get(resource), violations))
  const verdictOf = (resource: Resource): SchemaVerdict =>
    verdicts.get(resource) ?? { status: "unknown" }
  return {
    ...workspace,
    verdictOf,
    violationsIn: (file) => kustomizationViolations(file, store.kustomizationFile()),
    skipped: [
      ...workspace.skipped,
      ...skippedKinds(clusters, verdictOf),
      ...serverSkips(clusters, server.unjudged),
    ],
  }
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
