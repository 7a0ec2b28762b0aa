import {
  defineFileRule,
  describe,
  type FileRule,
  fluxVersions,
  isSetAside,
  type Problem,
  type Resource,
  valueAt,
  type Workspace,
} from "#rule"

export const kindGroupMismatch: FileRule = defineFileRule({
  id: "kind-group-mismatch",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "An object has a Flux kind, but the API group of another.",
  why: "The dry run fails with `no matches for kind … in version …`, and nothing of the Kustomization is applied; what is in kustomize's own group, Flux leaves out without a word.",
  docs: ["https://fluxcd.io/flux/components/"],
  since: "0.1.0",

  *check({ workspace }) {
    const reported = new Set<string>()
    for (const resource of objectsOf(workspace)) {
      const problem = judge(resource)
      if (!problem) continue
      const { document, path } = problem.at
      const key = JSON.stringify([document.file.path, document.index, path])
      if (reported.has(key)) continue
      reported.add(key)
      const isRead = workspace.clustersOf(document.file.path).length > 0
      yield isRead ? problem : { ...problem, severity: "warning" }
    }
  },
})

/** Also what no cluster gets: Flux takes kustomize's own kind out of what it has built (`pkg: ssa/utils`, ReadObjects). */
function objectsOf({ clusters, unreached }: Workspace): readonly Resource[] {
  const isWritten = ({ origin }: Resource): boolean =>
    origin.via !== "helm" && origin.via !== "implied"
  const isLive = ({ origin }: Resource): boolean =>
    "document" in origin && !isSetAside(origin.document.file.path)
  const built = clusters.flatMap(({ resources }) => resources)
  return [...built.filter(isWritten), ...unreached.filter(isLive)]
}

function judge(resource: Resource): Problem | undefined {
  const { id, apiVersion } = resource
  if (!isMeantForFlux(resource)) return undefined
  const own = fluxVersions.filter(({ kind }) => kind === id.kind)
  const newest = own.at(-1)
  if (!newest || own.some(({ group }) => group === id.group)) return undefined
  return {
    at: resource.at(["apiVersion"]),
    message: `${describe(id)} is written in \`${apiVersion}\`, which is not the group of Flux's ${id.kind}.`,
    help: `Write \`apiVersion: ${newest.group}/${newest.version}\`.`,
  }
}

const groups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))

/** Others have kinds of these names as well; a kustomization file has no `spec`. */
function isMeantForFlux({ id, manifest }: Resource): boolean {
  if (groups.has(id.group)) return true
  const isFile = id.group === "kustomize.config.k8s.io" && id.kind === "Kustomization"
  return isFile && valueAt(manifest, ["spec", "sourceRef"]) !== undefined
}
