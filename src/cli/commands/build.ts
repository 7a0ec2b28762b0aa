import { UsageError } from "../../model/errors.ts"
import {
  type Cluster,
  describe,
  type KustomizationBuild,
  type ReleaseBuild,
  type Resource,
  type Workspace,
} from "../../model/index.ts"
import { visible, visibleLines } from "../../report/visible-text.ts"
import type { JsonObject } from "../../yaml/json.ts"
import { writeYaml } from "../../yaml/write-yaml.ts"
import { cacheFolder } from "../cache-dir.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { isNamed, noSuchObject, parseObjectName } from "../object-name.ts"
import { createSecretMask, maskKey } from "../secrets.ts"
import { withSession } from "../session.ts"

/** What one Kustomization or HelmRelease applies, or why that is not known. */
interface Applied {
  readonly cluster: string
  readonly by: Resource
  readonly objects: readonly Resource[]
  readonly status: "done" | "failed" | "skipped"
  readonly message: string
}

/** `sluice build`: prints what Flux would apply. */
export async function build(context: CommandContext): Promise<number> {
  const { flags, io } = context
  const [text] = context.arguments
  const wanted = text === undefined ? undefined : parseObjectName(text, flags.text("namespace"))
  const showSecrets = flags.switch("show-secrets") === true
  if (showSecrets && io.environment.CI) {
    throw new UsageError("`--show-secrets` is refused in CI: logs are read by many.", {
      help: "Run it on your own machine.",
    })
  }
  return await withSession(context, [], { lock: "held" }, ({ workspace }) => {
    const all = workspace.clusters.flatMap(appliedIn)
    const chosen = wanted ? all.filter(({ by }) => isNamed(by.id, wanted)) : all
    if (wanted && chosen.length === 0)
      throw noSuchObject(
        wanted,
        all.map(({ by }) => by.id),
      )
    const secrets = workspace.clusters.flatMap(({ resources }) =>
      resources.map(({ manifest }) => manifest),
    )
    const mask = showSecrets ? undefined : createSecretMask(secrets, maskKey(cacheFolder(context)))
    const manifestOf = ({ manifest }: Resource): JsonObject => mask?.manifest(manifest) ?? manifest
    const isJson = flags.text("output") === "json"
    io.stdout.write(isJson ? asJson(chosen, manifestOf) : asYaml(chosen, manifestOf, workspace))
    return reportUnbuilt(chosen, workspace, { context, everything: !wanted })
  })
}

function appliedIn(cluster: Cluster): readonly Applied[] {
  const kustomizations = cluster.builds.map(
    (entry): Applied => ({ cluster: cluster.name, by: entry.kustomization, ...outcomeOf(entry) }),
  )
  const releases = cluster.releases.map(
    (entry): Applied => ({ cluster: cluster.name, by: entry.release, ...outcomeOf(entry) }),
  )
  return [...kustomizations, ...releases]
}

function outcomeOf({
  status,
  objects,
  failure,
  reason,
}: KustomizationBuild | ReleaseBuild): Pick<Applied, "objects" | "status" | "message"> {
  if (status === "failed")
    return { objects, status, message: failure?.message ?? "the reason is not known" }
  return status === "skipped"
    ? { objects, status, message: reason ?? "the reason is not known" }
    : { objects, status: "done", message: "" }
}

function asJson(
  chosen: readonly Applied[],
  manifestOf: (resource: Resource) => JsonObject,
): string {
  const items = chosen.flatMap(({ objects }) => objects.map(manifestOf))
  return `${JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2)}\n`
}

function asYaml(
  chosen: readonly Applied[],
  manifestOf: (resource: Resource) => JsonObject,
  { clusters }: Workspace,
): string {
  return chosen
    .filter(({ objects }) => objects.length > 0)
    .map(({ by, cluster, objects }) => {
      const where = clusters.length > 1 ? ` in cluster ${visible(cluster)}` : ""
      const head = `# ${visible(describe(by.id))}${where} applies:\n`
      return head + objects.map((object) => `---\n${writeYaml(manifestOf(object))}`).join("")
    })
    .join("\n")
}

/** Says on stderr what is missing from the output, and makes the exit code of it. */
function reportUnbuilt(
  chosen: readonly Applied[],
  { skipped }: Workspace,
  { context, everything }: { readonly context: CommandContext; readonly everything: boolean },
): number {
  const { io, errorStyle, flags } = context
  for (const { by, status, message } of chosen) {
    if (status === "done") continue
    const [first = "", ...rest] = visibleLines(message)
    const word =
      status === "failed" ? errorStyle("error", "failed:") : errorStyle("warning", "not built:")
    io.stderr.write(
      `${word} ${visible(describe(by.id))}: ${[first, ...rest.map((line) => `  ${line}`)].join("\n")}\n`,
    )
  }
  const isIncomplete = everything
    ? skipped.some(({ kind }) => kind === "incomplete")
    : chosen.some(({ status }) => status === "skipped")
  if (isIncomplete && !flags.switch("allow-incomplete")) return exitCodes.incomplete
  return chosen.some(({ status }) => status === "failed") ? exitCodes.findings : exitCodes.clean
}
