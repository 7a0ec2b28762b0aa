import type { Kind } from "#rule"

/** A version of a Flux kind, and the minors of Flux 2 that serve it: both ends belong to them (`flux-semantics.md` 1.2). */
export interface ServedVersion {
  readonly version: string
  readonly first: number
  readonly last: number
}

/** The minors of Flux 2 that the table is for. */
export const firstMinor = 0
export const lastMinor = 9

const ever = lastMinor

type Row = readonly [version: string, first: number, last: number]

const toolkit = (name: string): string => `${name}.toolkit.fluxcd.io`

/** From the CRDs of each release (`flux2: manifests/crds`), oldest version first. */
const table: readonly (readonly [group: string, kinds: readonly string[], rows: readonly Row[]])[] =
  [
    [
      toolkit("helm"),
      ["HelmRelease"],
      [
        ["v2beta1", 0, 6],
        ["v2beta2", 2, 7],
        ["v2", 3, ever],
      ],
    ],
    [
      toolkit("kustomize"),
      ["Kustomization"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 7],
        ["v1", 0, ever],
      ],
    ],
    [
      toolkit("source"),
      ["GitRepository"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 7],
        ["v1", 0, ever],
      ],
    ],
    [
      toolkit("source"),
      ["HelmRepository", "HelmChart"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 7],
        ["v1", 3, ever],
      ],
    ],
    [
      toolkit("source"),
      ["Bucket"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 7],
        ["v1", 4, ever],
      ],
    ],
    [
      toolkit("source"),
      ["OCIRepository"],
      [
        ["v1beta2", 0, 7],
        ["v1", 6, ever],
      ],
    ],
    [toolkit("source"), ["ExternalArtifact"], [["v1", 7, ever]]],
    ["source.extensions.fluxcd.io", ["ArtifactGenerator"], [["v1beta1", 7, ever]]],
    [
      toolkit("notification"),
      ["Alert", "Provider"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 8],
        ["v1beta3", 2, ever],
      ],
    ],
    [
      toolkit("notification"),
      ["Receiver"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 8],
        ["v1", 0, ever],
      ],
    ],
    [
      toolkit("image"),
      ["ImageRepository", "ImagePolicy"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 0, 8],
        ["v1", 7, ever],
      ],
    ],
    [
      toolkit("image"),
      ["ImageUpdateAutomation"],
      [
        ["v1beta1", 0, 6],
        ["v1beta2", 3, 8],
        ["v1", 7, ever],
      ],
    ],
  ]

const byKind: ReadonlyMap<string, readonly ServedVersion[]> = new Map(
  table.flatMap(([group, kinds, rows]) =>
    kinds.map(
      (kind) =>
        [
          `${group}/${kind}`,
          rows.map(([version, first, last]) => ({ version, first, last })),
        ] as const,
    ),
  ),
)

/** Every version of a Flux kind, oldest first; undefined for kinds that Flux 2 does not bring. */
export function versionsOf({ group, kind }: Kind): readonly ServedVersion[] | undefined {
  return byKind.get(`${group}/${kind}`)
}

/** The minor of `2.9`; undefined for versions that the table does not cover. */
export function minorOf(flux: string): number | undefined {
  const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? Number.NaN)
  return minor >= firstMinor && minor <= lastMinor ? minor : undefined
}

/** The newest version that a minor serves. */
export function newestServed(
  versions: readonly ServedVersion[],
  minor: number,
): string | undefined {
  return versions.findLast(({ first, last }) => first <= minor && minor <= last)?.version
}
