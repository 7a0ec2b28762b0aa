import type { ChartProblem, ChartUse, Resource } from "../../model/index.ts"
import { describe, isKind, kinds } from "../../model/index.ts"
import {
  beginsAbove,
  compareVersions,
  isSatisfiable,
  parseConstraint,
  parseFluxVersion,
  type Resolution,
  resolveChartTag,
  resolveChartVersion,
  resolveTag,
} from "../../version/index.ts"
import { stringAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { ChartMirror, MirroredChart } from "../chart-mirror.ts"
import type { ChartFiles } from "../engine.ts"
import type { ChartRequest } from "./chart-request.ts"
import { folderChart } from "./folder-chart.ts"

/** A chart that can be rendered, or why it cannot be had. */
export type FoundChart =
  | {
      readonly status: "found"
      readonly chart: ChartFiles
      readonly use: ChartUse
      readonly valuesData?: (path: string) => Uint8Array | undefined
    }
  | { readonly status: "problem"; readonly problem: ChartProblem }
  | { readonly status: "skipped"; readonly reason: string; readonly kind: "chosen" | "incomplete" }

/** Gets the chart as source-controller would, from this checkout or from the mirrors. */
export async function findChart(world: BuildWorld, request: ChartRequest): Promise<FoundChart> {
  const source = world.lookup(request.source)
  if (source === "unknown") return folderChart(world, request)
  if (isKind(request.source, kinds.ExternalArtifact)) return folderChart(world, request)
  if (!source) return skip(`${describe(request.source)} is not defined in this repository`)
  if (isKind(source.id, kinds.GitRepository) || isKind(source.id, kinds.Bucket))
    return folderChart(world, request)
  if (isKind(source.id, kinds.OCIRepository)) return fromArtifact(world, source)
  return fromRepository(world, source, request)
}

function skip(reason: string): FoundChart {
  return { status: "skipped", reason, kind: "chosen" }
}

function fromRepository(
  world: BuildWorld,
  source: Resource,
  { chart, version }: ChartRequest,
): Promise<FoundChart> | FoundChart {
  const oci = stringAt(source.manifest, ["spec", "type"]) === "oci"
  const pick = (entries: readonly MirroredChart[]): Resolution<string> => {
    if (oci)
      return resolveChartTag(
        version,
        entries.map((entry) => entry.version),
      )
    const found = resolveChartVersion(version, entries)
    return found.status === "resolved"
      ? { ...found, chosen: found.chosen.version, ties: [] }
      : found
  }
  return fromMirrors(world, { name: lastStep(chart), version, pick })
}

function fromArtifact(world: BuildWorld, source: Resource): Promise<FoundChart> | FoundChart {
  const name = lastStep(stringAt(source.manifest, ["spec", "url"]) ?? "")
  const ref = (field: string): string | undefined =>
    stringAt(source.manifest, ["spec", "ref", field])
  const semver = ref("semver")
  const tag = ref("tag")
  if (semver !== undefined && ref("digest") === undefined) {
    const pick = (entries: readonly MirroredChart[]): Resolution<string> =>
      resolveTag(
        semver,
        entries.map((entry) => entry.version),
        "chart",
      )
    return fromMirrors(world, { name, version: semver, pick })
  }
  if (tag === undefined) {
    return skip(
      `${describe(source.id)} names its chart by ${ref("digest") ? "digest" : "the tag `latest`"} alone`,
    )
  }
  const version = tag.replaceAll("_", "+")
  return fromMirrors(world, {
    name,
    version,
    pick: () => ({ status: "resolved", chosen: version, ties: [] }),
  })
}

function lastStep(path: string): string {
  return path.replace(/\/+$/u, "").split("/").at(-1) ?? path
}

interface MirrorRequest {
  readonly name: string
  readonly version: string
  readonly pick: (entries: readonly MirroredChart[]) => Resolution<string>
}

async function fromMirrors(
  world: BuildWorld,
  { name, version, pick }: MirrorRequest,
): Promise<FoundChart> {
  const constraint = parseConstraint(version || "*")
  const checked = pick([])
  if (checked.status === "invalid-constraint") {
    return { status: "problem", problem: { kind: "version-invalid", message: checked.message } }
  }
  const label = `chart ${name} ${version || "(any version)"}`
  const mirror = world.mirrors.find(({ charts }) => charts.has(name))
  const entries = mirror?.charts.get(name) ?? []
  const picked = pick(entries)
  if (picked.status !== "resolved")
    return unsatisfied({ name, version, label }, constraint, entries)
  if (!mirror) return skip(`${label} is in no cache or mirror`)
  return readArchive(mirror, entries, { name, version: picked.chosen, label }, world)
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
    return skip(`${label} is in no cache or mirror`)
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
  world: BuildWorld,
): Promise<FoundChart> {
  const entry =
    entries.find(({ version }) => version === wanted.version) ??
    entries.find(({ version }) => withoutV(version) === withoutV(wanted.version))
  if (!entry) return skip(`${wanted.label} is in no cache or mirror`)
  const archive = await mirror.read(entry.file).catch(() => undefined)
  if (!archive)
    return {
      status: "skipped",
      reason: `${mirror.folder}/${entry.file} cannot be read`,
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
      from: { kind: "archive", path: `${mirror.folder}/${entry.file}` },
    },
  }
}

function withoutV(version: string): string {
  return version.replace(/^v/u, "")
}
