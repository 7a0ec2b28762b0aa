import { type ClusterRule, defineClusterRule, describe, fluxVersions, type Resource } from "#rule"

export const missingSpec: ClusterRule = defineClusterRule({
  id: "missing-spec",
  category: "api",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Flux object has no `spec`.",
  why: "The schema of no Flux kind requires `spec`, so the object is applied, and the controller of Flux fails on it or does nothing.",
  docs: ["https://fluxcd.io/flux/components/"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const resource of cluster.resources) {
      if (!isFlux(resource) || (resource.manifest.spec ?? null) !== null) continue
      yield {
        at: resource.at(["kind"]),
        message: `${describe(resource.id)} has no \`spec\`.`,
        help: "Add the `spec`, or remove the object.",
      }
    }
  },
})

/** Kinds that controllers write, and that people do not. */
const written: ReadonlySet<string> = new Set(["ExternalArtifact", "FluxReport"])

const kinds: ReadonlySet<string> = new Set(
  fluxVersions
    .filter(({ kind }) => !written.has(kind))
    .map(({ group, kind }) => `${group}/${kind}`),
)

function isFlux({ id, origin }: Resource): boolean {
  return origin.via !== "implied" && kinds.has(`${id.group}/${id.kind}`)
}
