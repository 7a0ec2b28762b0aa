import {
  type Cluster,
  type Document,
  findSetterMarkers,
  isKind,
  isSetAside,
  kinds,
  type ParsedFile,
  type ResourceId,
  type SetterMarker,
  stringAt,
  type Workspace,
} from "#rule"

/** The policies that any file of the repository makes. */
export interface Policies {
  readonly all: readonly ResourceId[]
  /** Something that is not rendered may make others. */
  readonly mayBeMore: boolean
}

/** ImagePolicies of all clusters, and of files that none reaches: the automation of one cluster may change files of another. */
export function policiesOf({ clusters, unreached, documents, files }: Workspace): Policies {
  const built = [...clusters.flatMap(({ resources }) => resources), ...unreached]
  const all = built.filter(({ id }) => isKind(id, kinds.ImagePolicy)).map(({ id }) => id)
  const makes = ({ content }: Document): boolean =>
    stringAt(content, ["kind"]) === kinds.ResourceSet.kind &&
    JSON.stringify(content).includes("ImagePolicy")
  const isUnclear = all.some(({ name, namespace = "" }) => `${namespace}/${name}`.includes("${"))
  const mayBeMore =
    isUnclear ||
    documents.some(makes) ||
    files.some(({ role, source }) => role === "template" && source.text.includes("ImagePolicy"))
  return { all, mayBeMore }
}

/** Whether the automations of a cluster look at a policy: only those of its own namespace do. */
export function isAutomated({ clusters }: Workspace, policy: ResourceId): boolean {
  const automations = (cluster: Cluster): readonly ResourceId[] =>
    cluster.all(kinds.ImageUpdateAutomation).map(({ id }) => id)
  const all = clusters.flatMap(automations)
  return all.length === 0 || all.some(({ namespace }) => namespace === policy.namespace)
}

/** A marker, and the file that it stands in; the first one of each policy in a file. */
export function markersOf(
  workspace: Workspace,
): readonly { readonly file: ParsedFile; readonly marker: SetterMarker }[] {
  return workspace.files.flatMap((file) => {
    if (file.role === "template" || isSetAside(file.source.path)) return []
    const first = new Map<string, SetterMarker>()
    for (const marker of findSetterMarkers(file.source.text)) {
      const key = `${marker.namespace}/${marker.name}`
      if (!first.has(key)) first.set(key, marker)
    }
    return [...first.values()].map((marker) => ({ file, marker }))
  })
}

/** Whether a marker names a policy. */
export function isNamedBy({ namespace, name }: SetterMarker, policy: ResourceId): boolean {
  return policy.name === name && (policy.namespace ?? namespace) === namespace
}
