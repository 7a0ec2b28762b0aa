//#region src/model/generated/flux-versions.ts
/** The minors of Flux 2 that sluice knows, oldest first: 9 stands for 2.9. */
const knownMinors = [
	0,
	1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	9
];
/** Every version of every Flux kind, from the CRDs of each release; a kind's oldest version first. */
const fluxVersions = [
	{
		"group": "fluxcd.controlplane.io",
		"kind": "FluxInstance",
		"version": "v1",
		"first": 0,
		"last": 9,
		"operator": true,
		"schemas": [[0, "operator/fluxinstance-fluxcd-v1"]]
	},
	{
		"group": "fluxcd.controlplane.io",
		"kind": "FluxReport",
		"version": "v1",
		"first": 0,
		"last": 9,
		"operator": true,
		"schemas": [[0, "operator/fluxreport-fluxcd-v1"]]
	},
	{
		"group": "fluxcd.controlplane.io",
		"kind": "ResourceSet",
		"version": "v1",
		"first": 0,
		"last": 9,
		"operator": true,
		"schemas": [[0, "operator/resourceset-fluxcd-v1"]]
	},
	{
		"group": "fluxcd.controlplane.io",
		"kind": "ResourceSetInputProvider",
		"version": "v1",
		"first": 0,
		"last": 9,
		"operator": true,
		"schemas": [[0, "operator/resourcesetinputprovider-fluxcd-v1"]]
	},
	{
		"group": "helm.toolkit.fluxcd.io",
		"kind": "HelmRelease",
		"version": "v2beta1",
		"first": 0,
		"last": 6,
		"schemas": [
			[0, "2.0/helmrelease-helm-v2beta1"],
			[2, "2.2/helmrelease-helm-v2beta1"],
			[3, "2.3/helmrelease-helm-v2beta1"],
			[4, "2.4/helmrelease-helm-v2beta1"]
		],
		"deprecated": 2
	},
	{
		"group": "helm.toolkit.fluxcd.io",
		"kind": "HelmRelease",
		"version": "v2beta2",
		"first": 2,
		"last": 7,
		"schemas": [
			[2, "2.2/helmrelease-helm-v2beta2"],
			[3, "2.3/helmrelease-helm-v2beta2"],
			[4, "2.4/helmrelease-helm-v2beta2"],
			[7, "2.7/helmrelease-helm-v2beta2"]
		],
		"deprecated": 3
	},
	{
		"group": "helm.toolkit.fluxcd.io",
		"kind": "HelmRelease",
		"version": "v2",
		"first": 3,
		"last": 9,
		"schemas": [
			[3, "2.3/helmrelease-helm-v2"],
			[4, "2.4/helmrelease-helm-v2"],
			[5, "2.5/helmrelease-helm-v2"],
			[7, "2.7/helmrelease-helm-v2"],
			[8, "2.8/helmrelease-helm-v2"],
			[9, "2.9/helmrelease-helm-v2"]
		]
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImagePolicy",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/imagepolicy-image-v1beta1"]]
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImagePolicy",
		"version": "v1beta2",
		"first": 0,
		"last": 8,
		"schemas": [
			[0, "2.0/imagepolicy-image-v1beta2"],
			[6, "2.6/imagepolicy-image-v1beta2"],
			[7, "2.7/imagepolicy-image-v1beta2"]
		],
		"deprecated": 7
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImagePolicy",
		"version": "v1",
		"first": 7,
		"last": 9,
		"schemas": [[7, "2.7/imagepolicy-image-v1"]]
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageRepository",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/imagerepository-image-v1beta1"], [4, "2.4/imagerepository-image-v1beta1"]]
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageRepository",
		"version": "v1beta2",
		"first": 0,
		"last": 8,
		"schemas": [
			[0, "2.0/imagerepository-image-v1beta2"],
			[2, "2.2/imagerepository-image-v1beta2"],
			[4, "2.4/imagerepository-image-v1beta2"],
			[7, "2.7/imagerepository-image-v1beta2"]
		],
		"deprecated": 7
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageRepository",
		"version": "v1",
		"first": 7,
		"last": 9,
		"schemas": [[7, "2.7/imagerepository-image-v1"]]
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageUpdateAutomation",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [
			[0, "2.0/imageupdateautomation-image-v1beta1"],
			[1, "2.1/imageupdateautomation-image-v1beta1"],
			[4, "2.4/imageupdateautomation-image-v1beta1"]
		],
		"deprecated": 3
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageUpdateAutomation",
		"version": "v1beta2",
		"first": 3,
		"last": 8,
		"schemas": [
			[3, "2.3/imageupdateautomation-image-v1beta2"],
			[4, "2.4/imageupdateautomation-image-v1beta2"],
			[5, "2.5/imageupdateautomation-image-v1beta2"],
			[6, "2.6/imageupdateautomation-image-v1beta2"]
		],
		"deprecated": 7
	},
	{
		"group": "image.toolkit.fluxcd.io",
		"kind": "ImageUpdateAutomation",
		"version": "v1",
		"first": 7,
		"last": 9,
		"schemas": [[7, "2.7/imageupdateautomation-image-v1"], [9, "2.9/imageupdateautomation-image-v1"]]
	},
	{
		"group": "kustomize.toolkit.fluxcd.io",
		"kind": "Kustomization",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/kustomization-kustomize-v1beta1"], [4, "2.4/kustomization-kustomize-v1beta1"]],
		"deprecated": 0
	},
	{
		"group": "kustomize.toolkit.fluxcd.io",
		"kind": "Kustomization",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [[0, "2.0/kustomization-kustomize-v1beta2"], [7, "2.7/kustomization-kustomize-v1beta2"]],
		"deprecated": 0
	},
	{
		"group": "kustomize.toolkit.fluxcd.io",
		"kind": "Kustomization",
		"version": "v1",
		"first": 0,
		"last": 9,
		"schemas": [
			[0, "2.0/kustomization-kustomize-v1"],
			[3, "2.3/kustomization-kustomize-v1"],
			[5, "2.5/kustomization-kustomize-v1"],
			[6, "2.6/kustomization-kustomize-v1"],
			[7, "2.7/kustomization-kustomize-v1"],
			[9, "2.9/kustomization-kustomize-v1"]
		]
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Alert",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/alert-notification-v1beta1"], [4, "2.4/alert-notification-v1beta1"]],
		"deprecated": 2
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Alert",
		"version": "v1beta2",
		"first": 0,
		"last": 8,
		"schemas": [
			[0, "2.0/alert-notification-v1beta2"],
			[6, "2.6/alert-notification-v1beta2"],
			[8, "2.8/alert-notification-v1beta2"]
		],
		"deprecated": 2
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Alert",
		"version": "v1beta3",
		"first": 2,
		"last": 9,
		"schemas": [
			[2, "2.2/alert-notification-v1beta3"],
			[6, "2.6/alert-notification-v1beta3"],
			[8, "2.8/alert-notification-v1beta3"]
		]
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Provider",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/provider-notification-v1beta1"]],
		"deprecated": 2
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Provider",
		"version": "v1beta2",
		"first": 0,
		"last": 8,
		"schemas": [
			[0, "2.0/provider-notification-v1beta2"],
			[1, "2.1/provider-notification-v1beta2"],
			[2, "2.2/provider-notification-v1beta2"]
		],
		"deprecated": 2
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Provider",
		"version": "v1beta3",
		"first": 2,
		"last": 9,
		"schemas": [
			[2, "2.2/provider-notification-v1beta3"],
			[6, "2.6/provider-notification-v1beta3"],
			[7, "2.7/provider-notification-v1beta3"],
			[8, "2.8/provider-notification-v1beta3"]
		]
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Receiver",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/receiver-notification-v1beta1"], [4, "2.4/receiver-notification-v1beta1"]],
		"deprecated": 0
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Receiver",
		"version": "v1beta2",
		"first": 0,
		"last": 8,
		"schemas": [
			[0, "2.0/receiver-notification-v1beta2"],
			[4, "2.4/receiver-notification-v1beta2"],
			[6, "2.6/receiver-notification-v1beta2"],
			[8, "2.8/receiver-notification-v1beta2"]
		],
		"deprecated": 0
	},
	{
		"group": "notification.toolkit.fluxcd.io",
		"kind": "Receiver",
		"version": "v1",
		"first": 0,
		"last": 9,
		"schemas": [
			[0, "2.0/receiver-notification-v1"],
			[3, "2.3/receiver-notification-v1"],
			[5, "2.5/receiver-notification-v1"],
			[6, "2.6/receiver-notification-v1"],
			[8, "2.8/receiver-notification-v1"],
			[9, "2.9/receiver-notification-v1"]
		]
	},
	{
		"group": "source.extensions.fluxcd.io",
		"kind": "ArtifactGenerator",
		"version": "v1beta1",
		"first": 7,
		"last": 9,
		"schemas": [
			[7, "2.7/artifactgenerator-source-v1beta1"],
			[8, "2.8/artifactgenerator-source-v1beta1"],
			[9, "2.9/artifactgenerator-source-v1beta1"]
		]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "Bucket",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/bucket-source-v1beta1"], [4, "2.4/bucket-source-v1beta1"]],
		"deprecated": 3
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "Bucket",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [
			[0, "2.0/bucket-source-v1beta2"],
			[2, "2.2/bucket-source-v1beta2"],
			[4, "2.4/bucket-source-v1beta2"],
			[7, "2.7/bucket-source-v1beta2"]
		],
		"deprecated": 4
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "Bucket",
		"version": "v1",
		"first": 4,
		"last": 9,
		"schemas": [[4, "2.4/bucket-source-v1"], [7, "2.7/bucket-source-v1"]]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "ExternalArtifact",
		"version": "v1",
		"first": 7,
		"last": 9,
		"schemas": [[7, "2.7/externalartifact-source-v1"]]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "GitRepository",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/gitrepository-source-v1beta1"], [4, "2.4/gitrepository-source-v1beta1"]],
		"deprecated": 0
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "GitRepository",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [[0, "2.0/gitrepository-source-v1beta2"], [7, "2.7/gitrepository-source-v1beta2"]],
		"deprecated": 0
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "GitRepository",
		"version": "v1",
		"first": 0,
		"last": 9,
		"schemas": [
			[0, "2.0/gitrepository-source-v1"],
			[1, "2.1/gitrepository-source-v1"],
			[4, "2.4/gitrepository-source-v1"],
			[5, "2.5/gitrepository-source-v1"],
			[6, "2.6/gitrepository-source-v1"],
			[7, "2.7/gitrepository-source-v1"],
			[9, "2.9/gitrepository-source-v1"]
		]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmChart",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/helmchart-source-v1beta1"], [4, "2.4/helmchart-source-v1beta1"]],
		"deprecated": 3
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmChart",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [
			[0, "2.0/helmchart-source-v1beta2"],
			[2, "2.2/helmchart-source-v1beta2"],
			[3, "2.3/helmchart-source-v1beta2"],
			[7, "2.7/helmchart-source-v1beta2"]
		],
		"deprecated": 3
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmChart",
		"version": "v1",
		"first": 3,
		"last": 9,
		"schemas": [
			[3, "2.3/helmchart-source-v1"],
			[7, "2.7/helmchart-source-v1"],
			[8, "2.8/helmchart-source-v1"]
		]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmRepository",
		"version": "v1beta1",
		"first": 0,
		"last": 6,
		"schemas": [[0, "2.0/helmrepository-source-v1beta1"], [4, "2.4/helmrepository-source-v1beta1"]],
		"deprecated": 3
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmRepository",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [
			[0, "2.0/helmrepository-source-v1beta2"],
			[1, "2.1/helmrepository-source-v1beta2"],
			[2, "2.2/helmrepository-source-v1beta2"],
			[7, "2.7/helmrepository-source-v1beta2"]
		],
		"deprecated": 3
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "HelmRepository",
		"version": "v1",
		"first": 3,
		"last": 9,
		"schemas": [[3, "2.3/helmrepository-source-v1"], [7, "2.7/helmrepository-source-v1"]]
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "OCIRepository",
		"version": "v1beta2",
		"first": 0,
		"last": 7,
		"schemas": [
			[0, "2.0/ocirepository-source-v1beta2"],
			[2, "2.2/ocirepository-source-v1beta2"],
			[3, "2.3/ocirepository-source-v1beta2"],
			[4, "2.4/ocirepository-source-v1beta2"],
			[7, "2.7/ocirepository-source-v1beta2"]
		],
		"deprecated": 6
	},
	{
		"group": "source.toolkit.fluxcd.io",
		"kind": "OCIRepository",
		"version": "v1",
		"first": 6,
		"last": 9,
		"schemas": [
			[6, "2.6/ocirepository-source-v1"],
			[7, "2.7/ocirepository-source-v1"],
			[9, "2.9/ocirepository-source-v1"]
		]
	}
];
//#endregion
export { knownMinors as n, fluxVersions as t };
