import {
  beginsAbove,
  compareVersions,
  isSatisfiable,
  parseConstraint,
  parseFluxVersion,
  type Resolution,
} from "../../version/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { ChartMirror, MirroredChart } from "../chart-mirror.ts"
import type { FoundChart } from "./find-chart.ts"

/** A chart to look for in the mirrors. */
export interface MirrorRequest {
  readonly name: string
  readonly version: string
  readonly pick: (entries: readonly MirroredChart[]) => Resolution<string>
}

/** The mirrors, the first of which that knows a chart serves. */
export type MirrorWorld = Pick<BuildWorld, "mirrors" | "digest">

/** Looks for the chart in the mirrors; the first one that has it by name serves. */
export async function fromMirrors(
  world: MirrorWorld,
  { name, version, pick }: MirrorRequest,
): Promise<FoundChart> {
  const constraint = parseConstraint(version || "*")
  const checked = pick([])
  if (checked.status === "invalid-constraint") {
    return { status: "problem", problem: { kind: "version-invalid", message: checked.message } }
  }
  const label = `chart ${name} ${version || "(any version)"}`
  const { mirror, entries } = await firstWith(world.mirrors, name)
  const picked = pick(entries)
  if (picked.status !== "resolved")
    return unsatisfied({ name, version, label }, constraint, entries)
  if (!mirror) return notMirrored(`${label} is in no cache or mirror`)
  return readArchive(mirror, entries, { name, version: picked.chosen, label }, world)
}

interface Mirrored {
  readonly mirror?: ChartMirror
  readonly entries: readonly MirroredChart[]
}

async function firstWith(mirrors: readonly ChartMirror[], name: string): Promise<Mirrored> {
  for (const mirror of mirrors) {
    const entries = await mirror.entries(name)
    if (entries.length > 0) return { mirror, entries }
  }
  return { entries: [] }
}

/**
 * A range that nothing satisfies is wrong; one that begins above all that a mirror holds probably is. A mirror may lack
 * any other version.
 */
function unsatisfied(
  {
    name,
    version,
    label,
  }: { readonly name: string; readonly version: string; readonly label: string },
  constraint: ReturnType<typeof parseConstraint>,
  entries: readonly MirroredChart[],
): FoundChart {
  const known = entries.map((entry) => entry.version)
  const newest = known
    .map(parseFluxVersion)
    .filter((one) => one !== undefined)
    .sort(compareVersions)
    .at(-1)
  const never = !("error" in constraint) && !isSatisfiable(constraint)
  const above = !("error" in constraint) && newest !== undefined && beginsAbove(constraint, newest)
  if (!never && (!above || parseFluxVersion(version)))
    return notMirrored(`${label} is in no cache or mirror`)
  const message = `no '${name}' chart with version matching '${version}' found`
  return {
    status: "problem",
    problem: { kind: "version-unsatisfied", message, known, certain: never },
  }
}

async function readArchive(
  mirror: ChartMirror,
  entries: readonly MirroredChart[],
  wanted: { readonly name: string; readonly version: string; readonly label: string },
  world: MirrorWorld,
): Promise<FoundChart> {
  const entry =
    entries.find(({ version }) => version === wanted.version) ??
    entries.find(({ version }) => withoutV(version) === withoutV(wanted.version))
  if (!entry) return notMirrored(`${wanted.label} is in no cache or mirror`)
  const archive = await mirror.read(entry).catch(() => undefined)
  if (!archive)
    return {
      status: "skipped",
      reason: `${entry.file} of ${mirror.place} cannot be read`,
      kind: "incomplete",
    }
  const digest = world.digest(archive)
  if (entry.digest !== undefined && entry.digest.replace(/^sha256:/u, "") !== digest) {
    return {
      status: "skipped",
      reason: `${entry.file} does not have the digest that the mirror's index states`,
      kind: "incomplete",
    }
  }
  return {
    status: "found",
    chart: { digest, archive },
    use: {
      name: wanted.name,
      version: entry.version,
      from: { kind: "archive", path: `${mirror.place}/${entry.file}` },
    },
  }
}

function notMirrored(reason: string): FoundChart {
  return { status: "skipped", reason, kind: "chosen" }
}

function withoutV(version: string): string {
  return version.replace(/^v/u, "")
}
