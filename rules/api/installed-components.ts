import { type Cluster, kinds, listAt, type Resource, stringAt } from "#rule"

/** What brings each Flux kind (`flux-semantics.md` 1.1). */
const controllers: Readonly<Record<string, string>> = {
  HelmRelease: "helm-controller",
  ArtifactGenerator: "source-watcher",
  Alert: "notification-controller",
  Provider: "notification-controller",
  Receiver: "notification-controller",
  ImageRepository: "image-reflector-controller",
  ImagePolicy: "image-reflector-controller",
  ImageUpdateAutomation: "image-automation-controller",
}

/** What a FluxInstance installs that does not say it (flux-operator's `DefaultComponents`). */
const usual: readonly string[] = [
  "source-controller",
  "kustomize-controller",
  "helm-controller",
  "notification-controller",
]

/** The controller that a Flux kind needs; undefined for kinds that every Flux has, and for kinds of others. */
export function controllerOf({ group, kind }: Resource["id"]): string | undefined {
  return group.endsWith(".fluxcd.io") ? controllers[kind] : undefined
}

/** The controllers that a cluster installs, and where that is said; undefined where the repository does not show all of it. */
export function installedComponents(
  cluster: Cluster,
): { readonly names: ReadonlySet<string>; readonly by: Resource } | undefined {
  const [instance, ...others] = cluster.all(kinds.FluxInstance)
  if (instance) {
    const stated = listAt(instance.manifest, ["spec", "components"]).map(String)
    return others.length > 0
      ? undefined
      : { names: new Set(stated.length > 0 ? stated : usual), by: instance }
  }
  const deployments = cluster.resources.filter(isController)
  const names = new Set(deployments.map(({ id }) => id.name))
  const by = deployments.find(({ id }) => id.name === "kustomize-controller")
  return by && names.has("source-controller") ? { names, by } : undefined
}

function isController({ id, manifest, server, origin }: Resource): boolean {
  const partOf = ["metadata", "labels", "app.kubernetes.io/part-of"]
  return (
    id.kind === "Deployment" &&
    server === "" &&
    origin.via !== "helm" &&
    stringAt(manifest, partOf) === "flux"
  )
}
