import { type FluxVersion, fluxVersions, type Kind, knownMinors } from "#rule"

/** The newest minor of Flux 2 that the table is for. */
export const lastMinor: number = knownMinors.at(-1) ?? 0

/** Every version of a Flux kind, oldest first; undefined for kinds that Flux 2 does not bring. */
export function versionsOf({ group, kind }: Kind): readonly FluxVersion[] | undefined {
  const versions = fluxVersions.filter(
    (version) => version.group === group && version.kind === kind && !version.operator,
  )
  return versions.length === 0 ? undefined : versions
}

/** The minor of `2.9`; undefined for versions that the table does not cover. */
export function minorOf(flux: string): number | undefined {
  const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? Number.NaN)
  return knownMinors.includes(minor) ? minor : undefined
}

/** The newest version that a minor serves. */
export function newestServed(versions: readonly FluxVersion[], minor: number): string | undefined {
  return versions.findLast(({ first, last }) => first <= minor && minor <= last)?.version
}
