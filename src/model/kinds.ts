import type { Kind } from "./resource.ts"

const kind = (group: string, name: string): Kind => ({ group, kind: name })

/** The kinds that rules ask for by name; Flux 2.9 and flux-operator 0.58 (`flux-semantics.md` 1.1). */
export const kinds = {
  Kustomization: kind("kustomize.toolkit.fluxcd.io", "Kustomization"),
  HelmRelease: kind("helm.toolkit.fluxcd.io", "HelmRelease"),
  GitRepository: kind("source.toolkit.fluxcd.io", "GitRepository"),
  OCIRepository: kind("source.toolkit.fluxcd.io", "OCIRepository"),
  Bucket: kind("source.toolkit.fluxcd.io", "Bucket"),
  HelmRepository: kind("source.toolkit.fluxcd.io", "HelmRepository"),
  HelmChart: kind("source.toolkit.fluxcd.io", "HelmChart"),
  ExternalArtifact: kind("source.toolkit.fluxcd.io", "ExternalArtifact"),
  ArtifactGenerator: kind("source.extensions.fluxcd.io", "ArtifactGenerator"),
  Alert: kind("notification.toolkit.fluxcd.io", "Alert"),
  Provider: kind("notification.toolkit.fluxcd.io", "Provider"),
  Receiver: kind("notification.toolkit.fluxcd.io", "Receiver"),
  ImageRepository: kind("image.toolkit.fluxcd.io", "ImageRepository"),
  ImagePolicy: kind("image.toolkit.fluxcd.io", "ImagePolicy"),
  ImageUpdateAutomation: kind("image.toolkit.fluxcd.io", "ImageUpdateAutomation"),
  FluxInstance: kind("fluxcd.controlplane.io", "FluxInstance"),
  ResourceSet: kind("fluxcd.controlplane.io", "ResourceSet"),
  ResourceSetInputProvider: kind("fluxcd.controlplane.io", "ResourceSetInputProvider"),
  KustomizationFile: kind("kustomize.config.k8s.io", "Kustomization"),
  Component: kind("kustomize.config.k8s.io", "Component"),
  ConfigMap: kind("", "ConfigMap"),
  Secret: kind("", "Secret"),
  ServiceAccount: kind("", "ServiceAccount"),
  Namespace: kind("", "Namespace"),
} as const satisfies Record<string, Kind>

/** The group of each Flux kind, for references that name a kind without its group. */
export const fluxGroups: ReadonlyMap<string, string> = new Map(
  [
    kinds.Kustomization,
    kinds.HelmRelease,
    kinds.GitRepository,
    kinds.OCIRepository,
    kinds.Bucket,
    kinds.HelmRepository,
    kinds.HelmChart,
    kinds.ExternalArtifact,
    kinds.ArtifactGenerator,
    kinds.Alert,
    kinds.Provider,
    kinds.Receiver,
    kinds.ImageRepository,
    kinds.ImagePolicy,
    kinds.ImageUpdateAutomation,
    kinds.FluxInstance,
    kinds.ResourceSet,
    kinds.ResourceSetInputProvider,
  ].map(({ group, kind: name }) => [name, group]),
)
