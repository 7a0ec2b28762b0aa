import { fluxVersions, knownMinors } from "../model/generated/flux-versions.ts"
import type { FluxVersion, Kind } from "../model/index.ts"

/** Where the schema of a Flux object lies. */
export type FluxSchema =
  /** A file of `schemas/flux`, without extension. */
  | { readonly status: "found"; readonly file: string }
  /** The kind is Flux's, but this minor does not serve it in that version. */
  | { readonly status: "unserved" }
  /** No kind of Flux, or a Flux that sluice does not know. */
  | { readonly status: "unknown" }

/** The schema by which a cluster with that Flux (`2.9`) judges an object. */
export function fluxSchemaOf({ group, kind }: Kind, version: string, flux: string): FluxSchema {
  const minor = minorOf(flux)
  const versions = versionsOf({ group, kind })
  if (minor === undefined || versions.length === 0) return { status: "unknown" }
  const served = versions.find((one) => one.version === version && isServed(one, minor))
  const file = served && fileFor(served, minor)
  return file === undefined ? { status: "unserved" } : { status: "found", file }
}

/** Every schema of a kind, in any version and for any minor. */
export function schemasOfKind(
  kind: Kind,
): readonly { readonly version: FluxVersion; readonly minor: number; readonly file: string }[] {
  return versionsOf(kind).flatMap((version) =>
    knownMinors
      .filter((minor) => isServed(version, minor))
      .map((minor) => ({ version, minor, file: fileFor(version, minor) ?? "" })),
  )
}

/** The minor of `2.9`; undefined for a Flux that sluice does not know. */
function minorOf(flux: string): number | undefined {
  const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? Number.NaN)
  return knownMinors.includes(minor) ? minor : undefined
}

function versionsOf({ group, kind }: Kind): readonly FluxVersion[] {
  return fluxVersions.filter((version) => version.group === group && version.kind === kind)
}

function isServed({ first, last, operator }: FluxVersion, minor: number): boolean {
  return operator === true || (first <= minor && minor <= last)
}

function fileFor({ schemas }: FluxVersion, minor: number): string | undefined {
  return schemas.findLast(([since]) => since <= minor)?.[1]
}
