import type { ValueDifference } from "./diff-values.ts"
import type { Step } from "./field-steps.ts"

/**
 * Labels and annotations that repeat what is said elsewhere: the version of the chart and of the application, which
 * stand in the list of versions, and checksums of ConfigMaps and Secrets, which are compared themselves.
 */
const noisyKeys =
  /^(?:helm\.sh\/chart|app\.kubernetes\.io\/version|checksum\/.+|[\w.-]+\/checksum)$/u

/** `chart: podinfo-6.5.0`, as charts of Helm 2 have it. */
const chartVersion = /-v?\d+\.\d+\.\d+/u

/**
 * Whether a field that differs is noise: a label or annotation of the kind above. A template of a StatefulSet's volume
 * claims may not change at all, so that nothing in one is noise.
 */
export function isNoise({ steps, before, after }: ValueDifference): boolean {
  const [holder, map, key] = steps.slice(-3)
  if (holder !== "metadata" || (map !== "labels" && map !== "annotations")) return false
  if (typeof key !== "string" || steps.includes("volumeClaimTemplates")) return false
  if (noisyKeys.test(key)) return true
  return (
    key === "chart" &&
    [before, after].every((value) => typeof value === "string" && chartVersion.test(value))
  )
}

/** Whether a change of the field has a workload's Pods replaced, noise or not. */
export function replacesPods(kind: string, steps: readonly Step[]): boolean {
  const isWorkload = ["Deployment", "StatefulSet", "DaemonSet"].includes(kind)
  return isWorkload && steps[0] === "spec" && steps[1] === "template"
}
