import {
  type Cluster,
  describe,
  isKind,
  type KustomizationBuild,
  kinds,
  type ReleaseBuild,
  type Resource,
  resourceKey,
} from "../model/index.ts"
import { valueAt } from "../yaml/json.ts"

/** How much is known of what a Kustomization or HelmRelease applies: all, a part, or nothing that Flux would apply. */
export interface ApplierState {
  readonly applier: Resource
  readonly known: "all" | "part" | "nothing"
  readonly reason?: string
  /** It does not build or render. */
  readonly failed?: true
}

/** One string for one applier of a cluster. */
export function applierKey(applier: Resource | undefined): string {
  return applier ? resourceKey(applier.id, applier.server) : ""
}

/** The Kustomizations and HelmReleases of a cluster by their key. */
export function applierStates(cluster: Cluster | undefined): ReadonlyMap<string, ApplierState> {
  const states = [
    ...(cluster?.builds ?? []).map((build) => stateOf(build.kustomization, build)),
    ...(cluster?.releases ?? []).map((build) => stateOf(build.release, build)),
  ]
  return new Map(states.map((state) => [applierKey(state.applier), state]))
}

function stateOf(applier: Resource, build: KustomizationBuild | ReleaseBuild): ApplierState {
  const { status, reason } = build
  if (status === "skipped")
    return { applier, known: "nothing", reason: reason ?? "the reason is not known" }
  if (status === "failed")
    return { applier, known: "nothing", reason: failureOf(build), failed: true }
  return reason === undefined ? { applier, known: "all" } : { applier, known: "part", reason }
}

function failureOf(build: KustomizationBuild | ReleaseBuild): string {
  const problem = "chartProblem" in build ? build.chartProblem?.message : undefined
  const message = problem ?? build.failure?.message ?? "the reason is not known"
  const verb = "release" in build ? "does not render" : "does not build"
  return `it ${verb}, and Flux applies nothing of it: ${message}`
}

/** What each side of a change knows of the appliers of a cluster. */
export interface ApplierKnowledge {
  readonly before: ReadonlyMap<string, ApplierState>
  readonly after: ReadonlyMap<string, ApplierState>
}

/** Whether a side does not know what an applier applies: it cannot be built, or what applies the applier itself cannot. */
export function isUnknown(
  key: string,
  { before, after }: ApplierKnowledge,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (key === "" || seen.has(key)) return false
  const states = [before.get(key), after.get(key)].filter((state) => state !== undefined)
  const passed = new Set([...seen, key])
  return states.some(
    ({ known, applier }) =>
      known === "nothing" || isUnknown(applierKey(applier.owner), { before, after }, passed),
  )
}

/** Whether what one side lacks may be in what it could not build: the other side has not left out the same. */
export function mayLack(
  key: string,
  lacking: ReadonlyMap<string, ApplierState>,
  other: ReadonlyMap<string, ApplierState>,
): boolean {
  const state = lacking.get(key)
  return state?.known === "part" && state.reason !== other.get(key)?.reason
}

/** Whether Flux leaves an applier alone until it is resumed. */
export function isSuspended({ manifest }: Resource): boolean {
  return valueAt(manifest, ["spec", "suspend"]) === true
}

/** Whether an object is a HelmRelease, whose objects Helm deletes; else a Kustomization. */
export function isRelease({ id }: Resource): boolean {
  return isKind(id, kinds.HelmRelease)
}

/** `Kustomization flux-system/apps`, for sentences. */
export function nameOf({ id }: Resource): string {
  return describe(id)
}
