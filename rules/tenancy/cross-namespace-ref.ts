import { type ClusterRule, defineClusterRule, describe, type Reference } from "#rule"

/** The relations that `--no-cross-namespace-refs` blocks; `dependsOn` is not among them. */
const blocked: ReadonlySet<string> = new Set([
  "sourceRef",
  "chartRef",
  "artifactSource",
  "eventSource",
  "receiverResource",
  "imageRepositoryRef",
])

function advise({ relation, from, target }: Reference): string {
  const move = `move ${describe(from.id)} to \`${target.namespace ?? ""}\``
  if (relation === "eventSource" || relation === "receiverResource") {
    return `Remove the entry, or ${move}.`
  }
  return `Define the ${target.kind} in namespace \`${from.id.namespace ?? ""}\` too and refer to that one, or ${move}.`
}

export const crossNamespaceRef: ClusterRule<{
  readonly always: {
    readonly type: "boolean"
    readonly default: false
    readonly description: string
  }
}> = defineClusterRule({
  id: "cross-namespace-ref",
  category: "tenancy",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A reference leads to another namespace though the controllers forbid it.",
  why: "With `--no-cross-namespace-refs` Flux reports AccessDenied and stops: `cross-namespace references have been blocked`.",
  docs: ["https://fluxcd.io/flux/installation/configuration/multitenancy/"],
  since: "0.1.0",
  options: {
    always: {
      type: "boolean",
      default: false,
      description: "Report such references as information where nothing forbids them.",
    },
  },

  *check({ cluster, options }) {
    const { lockdown } = cluster
    if (!lockdown && !options.always) return
    for (const reference of cluster.graph.references) {
      const { relation, from, target, path, optional } = reference
      const namespace = target.namespace
      if (optional || !blocked.has(relation) || namespace === undefined) continue
      if (from.id.namespace === undefined || namespace === from.id.namespace) continue
      yield {
        at: from.at([...path.slice(0, -1), "namespace"]),
        message: lockdown
          ? `${describe(from.id)} refers to ${describe(target)}, but the controllers run with \`--no-cross-namespace-refs\`.`
          : `${describe(from.id)} refers to ${describe(target)} in another namespace.`,
        help: advise(reference),
        ...(lockdown
          ? {
              related: [
                { at: lockdown.at, message: "cross-namespace references are forbidden here" },
              ],
            }
          : { severity: "info" }),
      }
    }
  },
})
