import { type Cluster, stringAt } from "#rule"
import { minorOf } from "./served-versions.ts"

/** The Flux that reads a cluster's objects. */
export interface RunningFlux {
  /** The minor of Flux 2; undefined where the table of versions does not reach. */
  readonly minor: number | undefined
  /** Nobody says which one runs. */
  readonly isGuess: boolean
}

/** Which Flux runs in a cluster: as its target says, or the release that it installs Flux from. */
export function runningFlux({ target, resources }: Cluster): RunningFlux {
  if (!target.fluxAssumed) return { minor: minorOf(target.flux), isGuess: false }
  for (const { manifest } of resources) {
    const url = stringAt(manifest, ["spec", "url"]) ?? ""
    const tag = stringAt(manifest, ["spec", "ref", "tag"])
    const release = /^v?(\d+\.\d+)\.\d+/u.exec(tag ?? "")?.[1]
    if (release !== undefined && isFluxItself(url))
      return { minor: minorOf(release), isGuess: false }
  }
  return { minor: minorOf(target.flux), isGuess: true }
}

/** Where Flux's own manifests come from: `https://github.com/fluxcd/flux2`, `oci://ghcr.io/fluxcd/flux-manifests`. */
function isFluxItself(url: string): boolean {
  return /(?:\/fluxcd\/flux2(?:\.git)?|\/flux-manifests)\/?$/u.test(url)
}
