import { baseOf } from "../load/folders.ts"
import { knownMinors } from "../model/generated/flux-versions.ts"
import type { ParsedFile, Target } from "../model/index.ts"
import { parseConstraint, parseVersion, satisfies } from "../version/index.ts"

/** The Flux minors that sluice knows, oldest first. */
export const fluxMinors: readonly string[] = knownMinors.map((minor) => `2.${minor}`)

/** The newest Kubernetes minor that sluice knows. */
const newestKubernetes = "1.36"

/** Where a version was read. */
export interface FoundVersion {
  readonly text: string
  readonly from: string
}

/** The header that `flux install --export` writes into gotk-components.yaml. */
export function fluxVersionIn(files: readonly ParsedFile[]): FoundVersion | undefined {
  const components = files.find(({ source }) => baseOf(source.path) === "gotk-components.yaml")
  const text =
    components && /^# Flux [Vv]ersion: v?(\d+\.\d+\.\d+\S*)/mu.exec(components.source.text)?.[1]
  return components && text ? { text, from: components.source.path } : undefined
}

/** The minors that a cluster runs, by the flags, by what its files say, else the newest known. */
export function targetOf(found: FoundVersion | undefined, flags: TargetFlags): Target {
  const strict = flags.strictSubstitute
  const given = {
    kubernetes: minorOf(flags.kubernetes ?? newestKubernetes),
    ...(strict === undefined ? {} : { strictSubstitution: strict }),
  }
  if (flags.flux) return { flux: minorOf(flags.flux), ...given }
  const flux = found && resolveFlux(found.text)
  return flux && found
    ? { flux, fluxFrom: found.from, ...given }
    : { flux: fluxMinors.at(-1) ?? "2.9", fluxAssumed: true, ...given }
}

/** What the user has said of the cluster. */
interface TargetFlags {
  readonly flux?: string
  readonly kubernetes?: string
  readonly strictSubstitute?: boolean
}

/** `v2.9.4` → `2.9`. */
function minorOf(text: string): string {
  return /^v?(\d+\.\d+)/u.exec(text)?.[1] ?? text
}

/** A version's minor, or the newest known minor that a constraint (`2.x`) allows. */
function resolveFlux(text: string): string | undefined {
  if (parseVersion(text) && /^v?\d+\.\d+\.\d+/u.test(text)) return minorOf(text)
  const constraint = parseConstraint(text)
  if ("error" in constraint) return undefined
  return [...fluxMinors].reverse().find((minor) => {
    const versions = [`${minor}.0`, `${minor}.99`].map((version) => parseVersion(version))
    return versions.some((version) => version !== undefined && satisfies(version, constraint))
  })
}
