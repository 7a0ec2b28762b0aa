import type { Cluster, Resource } from "../model/index.ts"
import { stringAt } from "../yaml/index.ts"

/** A cluster of which nothing says which Flux it runs, but which installs Flux from a release: it runs that one. */
export function withInstalledFlux(cluster: Cluster): Cluster {
  const { fluxAssumed, ...target } = cluster.target
  const source = fluxAssumed
    ? cluster.resources.find((one) => releaseOf(one) !== undefined)
    : undefined
  const flux = source && releaseOf(source)
  if (!source || flux === undefined) return cluster
  const fluxFrom = source.at(["spec", "ref", "tag"]).document.file.path
  return { ...cluster, target: { ...target, flux, fluxFrom } }
}

/** The minor, be it one that sluice knows or not, that a source of Flux's own manifests is pinned to: `https://github.com/fluxcd/flux2`, `oci://ghcr.io/fluxcd/flux-manifests`. */
function releaseOf({ manifest }: Resource): string | undefined {
  const url = stringAt(manifest, ["spec", "url"]) ?? ""
  if (!/(?:\/fluxcd\/flux2(?:\.git)?|\/flux-manifests)\/?$/u.test(url)) return undefined
  const tag = stringAt(manifest, ["spec", "ref", "tag"]) ?? ""
  return /^v?(\d+\.\d+)\.\d+/u.exec(tag)?.[1]
}
