import { type ClusterRule, defineClusterRule, describe, kinds, stringAt } from "#rule"
import { isAnyVersion } from "./any-version.ts"
import { chartFieldOf } from "./chart-field.ts"

/** Charts of Git and buckets have no versions to choose from. */
const sources = [kinds.HelmRepository]

/** One version, as Masterminds reads it: fewer than three numbers are a range. */
const pin = /^=?\s*v?\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u

/** What looks like a constraint; of the rest another rule speaks, or nobody can see it. */
const constraint = /^[\s\dvxX*.,<>=!~^|+a-z-]*\d[\s\dvxX*.,<>=!~^|+a-z-]*$/u

export const hrVersionRange: ClusterRule = defineClusterRule({
  id: "hr-version-range",
  category: "helm",
  scope: "cluster",
  severity: "info",
  presets: ["strict"],
  summary: "A chart is taken in any version of a range.",
  why: "Flux asks the repository at each interval, and upgrades the release to the newest version that fits, without a commit: what runs is not what Git says, and a rollback of Git does not bring the old chart back.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
  since: "0.1.0",

  *check({ cluster }) {
    const invalid = new Set(
      cluster.releases
        .filter(({ chartProblem }) => chartProblem?.kind === "version-invalid")
        .map(({ release }) => release),
    )
    for (const resource of cluster.resources) {
      const field = chartFieldOf(resource, sources)
      if (!field || resource.uncertain || invalid.has(resource)) continue
      const { manifest, id } = resource
      const version = stringAt(manifest, [...field, "version"])?.trim()
      if (version === undefined || isAnyVersion(version)) continue
      if (pin.test(version) || !constraint.test(version)) continue
      const chart = stringAt(manifest, [...field, "chart"]) ?? ""
      yield {
        at: resource.at([...field, "version"]),
        message: `${describe(id)} takes chart \`${chart}\` in whatever version fits \`${version}\`.`,
        help: `Write one version, such as \`6.9.0\`, and let a program that opens pull requests raise it.`,
      }
    }
  },
})
