import {
  type FieldPath,
  isObject,
  type JsonObject,
  listAt,
  stringAt,
  valueAt,
} from "../yaml/json.ts"

/** Where objects keep what a Pod is made from, whatever their kind: Pods, workloads, CronJobs, PodTemplates. */
const places: readonly FieldPath[] = [
  ["spec"],
  ["spec", "template", "spec"],
  ["spec", "jobTemplate", "spec", "template", "spec"],
  ["template", "spec"],
]

/** The spec of a Pod inside an object. */
export interface PodSpec {
  readonly path: FieldPath
  readonly spec: JsonObject
}

/** A container of a Pod: one of three kinds. */
export interface Container {
  readonly path: FieldPath
  /** `initContainers/wait`, the same before and after. */
  readonly key: string
  readonly name: string
  readonly container: JsonObject
}

/** What Pods an object makes; custom resources that hold the same fields count too (an Argo Rollout, a Knative Service). */
export function podSpecs(manifest: JsonObject): readonly PodSpec[] {
  return places.flatMap((path): readonly PodSpec[] => {
    const spec = valueAt(manifest, path)
    return isObject(spec) && containersOf({ path, spec }).length > 0 ? [{ path, spec }] : []
  })
}

/** The containers of a Pod, ephemeral and init containers too; each has an image. */
export function containersOf({ path, spec }: PodSpec): readonly Container[] {
  return ["initContainers", "containers", "ephemeralContainers"].flatMap((field) =>
    listAt(spec, [field]).flatMap((container, index): readonly Container[] => {
      const name = stringAt(container, ["name"])
      if (
        !isObject(container) ||
        name === undefined ||
        stringAt(container, ["image"]) === undefined
      )
        return []
      return [{ path: [...path, field, index], key: `${field}/${name}`, name, container }]
    }),
  )
}
