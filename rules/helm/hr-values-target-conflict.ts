import {
  type ClusterRule,
  defineClusterRule,
  describe,
  type FieldPath,
  formatFieldPath,
  type JsonValue,
  kinds,
  listAt,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

export const hrValuesTargetConflict: ClusterRule = defineClusterRule({
  id: "hr-values-target-conflict",
  category: "helm",
  scope: "cluster",
  severity: "warning",
  presets: ["strict"],
  summary: "A value is set in `spec.values` and by a `targetPath` of `valuesFrom`.",
  why: "Which of the two Flux takes depends on where the value lies, and on entries of `valuesFrom` that have nothing to do with it: neither `targetPath` nor `spec.values` always wins.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const release of cluster.all(kinds.HelmRelease)) {
      const composed = cluster.releaseOf(release)?.values
      for (const { index, targetPath, from } of targetPaths(release)) {
        const path = readPath(targetPath)
        const inline = path && valueAt(release.manifest, ["spec", "values", ...path])
        if (!path || inline === undefined) continue
        const field = formatFieldPath(path)
        const isLost = composed !== undefined && isSame(inline, valueAt(composed, path))
        yield {
          at: release.at(["spec", "valuesFrom", index, "targetPath"]),
          message: `${describe(release.id)} sets \`${field}\` in \`spec.values\` and from ${from}${isLost ? "; as it is, the release has that of `spec.values`" : ""}.`,
          help: `Remove \`spec.values.${field}\`, or the entry: only one of them is used.`,
          // A placeholder in `spec.values` works, as long as no other entry comes in between.
          ...(!isLost && { severity: "info" as const }),
          related: [
            { at: release.at(["spec", "values", ...path]), message: "what `spec.values` says" },
          ],
        }
      }
    }
  },
})

function isSame(inline: JsonValue, composed: JsonValue | undefined): boolean {
  return JSON.stringify(inline) === JSON.stringify(composed)
}

function targetPaths(
  release: Resource,
): readonly { readonly index: number; readonly targetPath: string; readonly from: string }[] {
  return listAt(release.manifest, ["spec", "valuesFrom"]).flatMap((entry, index) => {
    const targetPath = stringAt(entry, ["targetPath"])
    const from = `${stringAt(entry, ["kind"]) ?? ""} \`${stringAt(entry, ["name"]) ?? ""}\``
    return targetPath === undefined || targetPath === "" ? [] : [{ index, targetPath, from }]
  })
}

/** The keys and indexes of a `targetPath`; undefined for one that sets nothing, or that Helm does not read. */
function readPath(targetPath: string): FieldPath | undefined {
  const steps = targetPath.match(/(?:\\.|[^.[\]\\])+|\[\d+\]|[.[\]]/gu) ?? []
  const path: (string | number)[] = []
  for (const [position, step] of steps.entries()) {
    const before = steps[position - 1]
    if (step === ".") {
      if (before === undefined || before === "." || position === steps.length - 1) return undefined
    } else if (/^\[\d+\]$/u.test(step)) {
      if (before === undefined || before === ".") return undefined
      path.push(Number(step.slice(1, -1)))
    } else if (step === "[" || step === "]" || before?.endsWith("]")) return undefined
    else path.push(step.replace(/\\(.)/gu, "$1"))
  }
  return path
}
