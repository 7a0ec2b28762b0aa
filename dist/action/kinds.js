//#region src/model/kinds.ts
/** The kinds that rules ask for by name; Flux 2.9 and flux-operator 0.58 (`flux-semantics.md` 1.1). */
const kinds = {
	Kustomization: {
		group: "kustomize.toolkit.fluxcd.io",
		kind: "Kustomization"
	},
	HelmRelease: {
		group: "helm.toolkit.fluxcd.io",
		kind: "HelmRelease"
	},
	GitRepository: {
		group: "source.toolkit.fluxcd.io",
		kind: "GitRepository"
	},
	OCIRepository: {
		group: "source.toolkit.fluxcd.io",
		kind: "OCIRepository"
	},
	Bucket: {
		group: "source.toolkit.fluxcd.io",
		kind: "Bucket"
	},
	HelmRepository: {
		group: "source.toolkit.fluxcd.io",
		kind: "HelmRepository"
	},
	HelmChart: {
		group: "source.toolkit.fluxcd.io",
		kind: "HelmChart"
	},
	ExternalArtifact: {
		group: "source.toolkit.fluxcd.io",
		kind: "ExternalArtifact"
	},
	ArtifactGenerator: {
		group: "source.extensions.fluxcd.io",
		kind: "ArtifactGenerator"
	},
	Alert: {
		group: "notification.toolkit.fluxcd.io",
		kind: "Alert"
	},
	Provider: {
		group: "notification.toolkit.fluxcd.io",
		kind: "Provider"
	},
	Receiver: {
		group: "notification.toolkit.fluxcd.io",
		kind: "Receiver"
	},
	ImageRepository: {
		group: "image.toolkit.fluxcd.io",
		kind: "ImageRepository"
	},
	ImagePolicy: {
		group: "image.toolkit.fluxcd.io",
		kind: "ImagePolicy"
	},
	ImageUpdateAutomation: {
		group: "image.toolkit.fluxcd.io",
		kind: "ImageUpdateAutomation"
	},
	FluxInstance: {
		group: "fluxcd.controlplane.io",
		kind: "FluxInstance"
	},
	ResourceSet: {
		group: "fluxcd.controlplane.io",
		kind: "ResourceSet"
	},
	ResourceSetInputProvider: {
		group: "fluxcd.controlplane.io",
		kind: "ResourceSetInputProvider"
	},
	KustomizationFile: {
		group: "kustomize.config.k8s.io",
		kind: "Kustomization"
	},
	Component: {
		group: "kustomize.config.k8s.io",
		kind: "Component"
	},
	ConfigMap: {
		group: "",
		kind: "ConfigMap"
	},
	Secret: {
		group: "",
		kind: "Secret"
	},
	ServiceAccount: {
		group: "",
		kind: "ServiceAccount"
	},
	Namespace: {
		group: "",
		kind: "Namespace"
	}
};
/** The group of each Flux kind, for references that name a kind without its group. */
const fluxGroups = new Map([
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
	kinds.ResourceSetInputProvider
].map(({ group, kind: name }) => [name, group]));
//#endregion
export { kinds as n, fluxGroups as t };
