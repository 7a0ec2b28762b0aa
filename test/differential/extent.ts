/**
 * How much of the corpus is compared, from `SLUICE_DIFFERENTIAL`: `all`; the `part` that CI has time for; or a `little`, where
 * the machine is so slow that the part would not come to its end.
 */
export type Extent = "all" | "part" | "little"

const extents: readonly string[] = ["all", "part", "little"] satisfies readonly Extent[]

function readExtent(text: string = "part"): Extent {
  if (!extents.includes(text))
    throw new Error(`SLUICE_DIFFERENTIAL is one of ${extents.join(", ")}, not ${text}`)
  return text as Extent
}

export const extent: Extent = readExtent(process.env.SLUICE_DIFFERENTIAL)

/** Every n-th of many that are much alike, by the extent. */
export function some<Item>(
  items: readonly Item[],
  every: Readonly<Record<Extent, number>>,
): readonly Item[] {
  return items.filter((_, index) => index % every[extent] === 0)
}

/** What a count is at least, so that no test passes for having compared nothing. */
export function atLeast(least: Readonly<Record<Extent, number>>): number {
  return least[extent]
}

/** Large, or like others. */
const leftOutOfLittle =
  /^(?:JJGadgets__Biohazard|PingCAP-QE__ee-ops|billimek__k8s-gitops|hmcts__sds-flux-config|truxnell__home-cluster)$/u

/** Whether a repository is compared. */
export function isComparedRepository(name: string): boolean {
  return extent !== "little" || !leftOutOfLittle.test(name)
}

/** Environments that have the shape of others: `prod` and `sbox` stand for all nine. */
const repeated: Readonly<Record<string, RegExp>> = {
  "hmcts__sds-flux-config": /(?:^|\/)(?:aat|demo|dev|ithc|ptl|ptlsbox|stg|test)(?:\/|$)/u,
}

/** Whether a file of a repository is compared. */
export function isCompared(repository: { readonly name: string }, path: string): boolean {
  return extent === "all" || repeated[repository.name]?.test(path) !== true
}
