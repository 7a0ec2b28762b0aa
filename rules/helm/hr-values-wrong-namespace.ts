import {
  type ClusterRule,
  defineClusterRule,
  describe,
  missingReferences,
  reportMissing,
} from "#rule"
import { valuesElsewhere } from "./values-elsewhere.ts"

export const hrValuesWrongNamespace: ClusterRule = defineClusterRule({
  id: "hr-values-wrong-namespace",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "`valuesFrom` names a ConfigMap or Secret that lives in another namespace.",
  why: "Flux looks in the namespace of the HelmRelease alone: it reports ValuesError with `could not resolve … chart values reference …: … not found` and does not install or upgrade the release.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "valuesFrom")) {
      const elsewhere = valuesElsewhere(cluster, reference)
      if (!elsewhere) continue
      const { from, target } = reference
      const [own, other] = [target.namespace ?? "", elsewhere.id.namespace ?? ""]
      yield {
        ...reportMissing(cluster, reference),
        message: `${describe(from.id)} takes values from ${describe(target)}, but ${target.kind} \`${target.name}\` is in namespace \`${other}\`.`,
        help: `Move the ${target.kind} to namespace \`${own}\`, or define it there too; \`valuesFrom\` has no \`namespace\`.`,
        related: [{ at: elsewhere.at(["metadata", "name"]), message: `it is in \`${other}\`` }],
      }
    }
  },
})
