import { isSetAside, type KustomizationBuild, type Severity, type Workspace } from "#rule"
import { closureOf } from "./closure.ts"

/**
 * What became of the builds that read a file:
 * - `fine`: kustomize has accepted it in one of them;
 * - `failing`: all of them fail or were not tried, so the file may be the reason;
 * - `unread`: no build reads it;
 * - `set-aside`: no build reads it, and its folder says so (`.archive`, `examples`).
 */
export type Reading = "failing" | "fine" | "unread" | "set-aside"

/** Several rules ask, and a workspace never changes. */
const known = new WeakMap<Workspace, ReadonlyMap<string, Reading>>()

/** Answers for every file what became of the builds that read it. */
export function readingOf(workspace: Workspace): (path: string) => Reading {
  const readings = known.get(workspace) ?? findReadings(workspace)
  known.set(workspace, readings)
  return (path) => readings.get(path) ?? (isSetAside(path) ? "set-aside" : "unread")
}

function findReadings(workspace: Workspace): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>()
  for (const { builds } of workspace.clusters) {
    for (const build of builds) {
      const failing = isKustomizeFailure(build) || build.status === "skipped"
      for (const path of new Set([...build.files, ...(closureOf(workspace, build)?.files ?? [])])) {
        if (!failing) readings.set(path, "fine")
        else if (!readings.has(path)) readings.set(path, "failing")
      }
    }
  }
  return readings
}

/** Whether kustomize itself, or Flux's generator, has refused the files. */
export function isKustomizeFailure({ failure }: KustomizationBuild): boolean {
  return failure?.step === "build" || failure?.step === "generate"
}

/**
 * A problem that stops a build is an error where a cluster builds the file, a warning where none does;
 * where the build works it is none.
 */
export function stoppingSeverity(reading: Reading): Severity | undefined {
  if (reading === "failing") return "error"
  return reading === "unread" ? "warning" : undefined
}
