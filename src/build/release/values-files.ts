import { posix } from "node:path"
import type { ChartFiles, HelmRequest } from "../engine.ts"
import { BadArchive } from "../remote/read-tar.ts"
import { holdsStandIn } from "../stand-in.ts"
import { chartFiles } from "./chart-files.ts"
import type { ChartRequest } from "./chart-request.ts"

/** What an artifact has at a path that `valuesFiles` names. */
export type ValuesFile =
  | { readonly status: "file"; readonly data: Uint8Array }
  | { readonly status: "missing" | "folder" }
  /** It may be there: nobody can look. */
  | { readonly status: "unknown"; readonly reason: string }

/** The values files that a chart is packaged with, or why it is not. */
export type ValuesFiles =
  | { readonly status: "ok"; readonly files: NonNullable<HelmRequest["valuesFiles"]> }
  /** Flux's own words. */
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "unknown"; readonly reason: string }

interface Found {
  readonly chart: ChartFiles
  readonly valuesFile?: (path: string) => ValuesFile
}
type Asked = Pick<ChartRequest, "valuesFiles" | "ignoreMissingValuesFiles">

/**
 * Finds the values files of a chart in a GitRepository or Bucket: they lie in the artifact, never in the chart's own folder
 * (`source-controller: internal/helm/chart/builder_local.go`, `mergeFileValues`). Those of other charts are in the chart itself,
 * where Helm finds them.
 */
export function valuesFilesOf(
  { valuesFile }: Pick<Found, "valuesFile">,
  asked: Asked,
): ValuesFiles {
  const { valuesFiles, ignoreMissingValuesFiles } = asked
  if (!valuesFile) return { status: "ok", files: valuesFiles.map((path) => ({ path })) }
  const files: { readonly path: string; readonly data: Uint8Array }[] = []
  for (const path of valuesFiles) {
    const found = valuesFile(path)
    if (found.status === "unknown") return found
    if (found.status === "file") files.push({ path, data: found.data })
    else if (found.status === "folder" || !ignoreMissingValuesFiles) return missing(path)
  }
  // Where all are missing the chart has no values at all, not even its own.
  const [first] = valuesFiles
  const none = first === undefined ? [] : [{ path: first, data: new Uint8Array() }]
  return { status: "ok", files: files.length > 0 ? files : none }
}

/** The same for a chart that nothing renders: what Helm would look for in the chart is looked for in its archive. */
export async function packagedValuesFiles(found: Found, asked: Asked): Promise<ValuesFiles> {
  const listed = valuesFilesOf(found, asked)
  const { valuesFiles, ignoreMissingValuesFiles } = asked
  if (found.valuesFile || ignoreMissingValuesFiles || valuesFiles.length === 0) return listed
  const files = await filesIn(found.chart)
  if (typeof files === "string") return { status: "unknown", reason: files }
  const absent = valuesFiles.find((path) => {
    const name = posix.normalize(path)
    // A chart without it has empty values of its own (`mergeChartValues`).
    return name !== "values.yaml" && !files.has(name)
  })
  return absent === undefined ? listed : missing(absent)
}

function missing(path: string): ValuesFiles {
  return holdsStandIn(path)
    ? { status: "unknown", reason: "the path of one of its values files is not all known" }
    : { status: "failed", message: `no values file found at path '${path}'` }
}

async function filesIn(chart: ChartFiles): Promise<ReadonlyMap<string, Uint8Array> | string> {
  try {
    return await chartFiles(chart)
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
    return `its chart cannot be unpacked: ${error.message}`
  }
}
