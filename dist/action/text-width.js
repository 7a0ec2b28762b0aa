import { t as groupBy } from "./group-by.js";
import { n as nearestName, t as certainName } from "./nearest-name.js";
import { a as isList, c as stringAt, i as formatFieldPath, l as valueAt, n as lenientUtf8, o as isObject, s as listAt, t as decodeBase64 } from "./base64.js";
//#region src/model/kinds.ts
/** The kinds that rules ask for by name; Flux 2.9 and flux-operator 0.58 (`flux-semantics.md` 1.1). */
const kinds$1 = {
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
const fluxGroups$3 = new Map([
	kinds$1.Kustomization,
	kinds$1.HelmRelease,
	kinds$1.GitRepository,
	kinds$1.OCIRepository,
	kinds$1.Bucket,
	kinds$1.HelmRepository,
	kinds$1.HelmChart,
	kinds$1.ExternalArtifact,
	kinds$1.ArtifactGenerator,
	kinds$1.Alert,
	kinds$1.Provider,
	kinds$1.Receiver,
	kinds$1.ImageRepository,
	kinds$1.ImagePolicy,
	kinds$1.ImageUpdateAutomation,
	kinds$1.FluxInstance,
	kinds$1.ResourceSet,
	kinds$1.ResourceSetInputProvider
].map(({ group, kind: name }) => [name, group]));
//#endregion
//#region src/model/resource.ts
/** `flux-system/apps`, or `apps` for what has no namespace. */
function qualifiedName(id) {
	return id.namespace === void 0 ? id.name : `${id.namespace}/${id.name}`;
}
/** `Kustomization flux-system/apps`: how messages name an object. */
function describe(id) {
	return `${id.kind} ${qualifiedName(id)}`;
}
/** One string for one object of one API server, for maps. */
function resourceKey(id, server = "") {
	return `${server}|${id.group}/${id.kind}/${id.namespace ?? ""}/${id.name}`;
}
/** Whether `id` is of `kind`. */
function isKind(id, kind) {
	return id.kind === kind.kind && id.group === kind.group;
}
/** `apps/v1` → `apps`; `v1` → the empty string. */
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? "" : apiVersion.slice(0, slash);
}
/** `apps/v1` → `v1`. */
function versionOf(apiVersion) {
	return apiVersion.slice(apiVersion.indexOf("/") + 1);
}
//#endregion
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
//#region src/rule/define-rule.ts
/** Declares a rule of files; `options` are typed from their declaration. */
function defineFileRule(definition) {
	return {
		...definition,
		options: definition.options ?? {}
	};
}
/** Declares a rule of clusters; `options` are typed from their declaration. */
function defineClusterRule(definition) {
	return {
		...definition,
		options: definition.options ?? {}
	};
}
/** Declares a rule that looks at what other rules have found; `options` are typed from their declaration. */
function defineReportRule(definition) {
	return {
		...definition,
		options: definition.options ?? {}
	};
}
//#endregion
//#region src/rule/document-start.ts
/** Where a finding on a document as a whole points: its first field, so that the frame shows a line and not all of it. */
function documentStart(document) {
	const [first] = isObject(document.content) ? Object.keys(document.content) : [];
	return first === void 0 ? {
		document,
		path: [],
		part: "value"
	} : {
		document,
		path: [first],
		part: "key"
	};
}
//#endregion
//#region src/rule/file-line.ts
function rangeOfLine({ lines }, line) {
	const text = lines.lineText(line);
	const start = {
		line,
		character: text.length - text.trimStart().length
	};
	return {
		start,
		end: {
			line,
			character: Math.max(start.character, text.trimEnd().length)
		}
	};
}
/** A line (from 0) of a file that is no YAML, such as a chart's template: the whole line without its indentation. */
function fileLine(file, line, resource) {
	const range = rangeOfLine(file, line);
	return {
		document: {
			file,
			index: 0,
			content: void 0,
			syntaxErrors: [],
			repeatedKeys: [],
			encrypted: false,
			range,
			rangeOf: () => range,
			has: () => false,
			embedded: () => []
		},
		path: [],
		part: "value",
		...resource && { resource }
	};
}
//#endregion
//#region src/rule/is-root.ts
/** Whether somebody has to apply an object by hand: nothing does, or only itself, as bootstrap's `flux-system`. */
function isRoot({ id, owner }) {
	return owner === void 0 || resourceKey(owner.id) === resourceKey(id);
}
//#endregion
//#region src/rule/nearest-resource.ts
/** The object of the same kind whose name or namespace is nearest to `target`; undefined when none is near. */
function nearestResource(cluster, target) {
	const candidates = cluster.resources.filter(({ id }) => isKind(id, target));
	const elsewhere = candidates.find(({ id }) => id.name === target.name && id.namespace !== target.namespace);
	if (elsewhere) return {
		resource: elsewhere,
		label: `${describe(elsewhere.id)} is in another namespace`,
		help: (field) => `Set \`${field}.namespace\` to \`${elsewhere.id.namespace ?? ""}\`, or move the ${target.kind}.`
	};
	const neighbours = candidates.filter(({ id }) => id.namespace === target.namespace);
	const names = neighbours.map(({ id }) => id.name);
	const name = nearestName(target.name, names) ?? extendedName(target.name, names);
	const nearest = neighbours.find(({ id }) => id.name === name);
	if (!nearest) return void 0;
	return {
		resource: nearest,
		label: `the nearest name is \`${nearest.id.name}\``,
		help: (field) => `Set \`${field}.name\` to \`${nearest.id.name}\`, or add the ${target.kind}.`
	};
}
/** `redis-cache` for `redis`, or the other way round, when there is only one such name. */
function extendedName(name, names) {
	const isLonger = (long, short) => long.startsWith(`${short}-`) || long.endsWith(`-${short}`);
	const [only, ...others] = names.filter((other) => isLonger(other, name) || isLonger(name, other));
	return others.length === 0 ? only : void 0;
}
//#endregion
//#region src/rule/missing-reference.ts
/**
* Whether a file of the repository writes the target, or an object that may be turned into it. What only other clusters
* apply does not count.
*/
function isWritten$2({ cluster, workspace }, { kind, name, namespace }) {
	const { byKindAndName, makers } = writtenIn(workspace);
	const counts = ({ content, file }) => {
		const readers = workspace.clustersOf(file.path);
		if (readers.length > 0 && !readers.some((reader) => reader.name === cluster.name)) return false;
		const stated = stringAt(content, ["metadata", "namespace"]);
		return stated === void 0 || stated === namespace;
	};
	return (byKindAndName.get(keyOf$1(kind, name)) ?? []).some(counts) || makers.some(({ document, written, text }) => written !== kind && text.includes(`"${name}"`) && counts(document));
}
const known$4 = /* @__PURE__ */ new WeakMap();
function writtenIn(workspace) {
	const written = known$4.get(workspace) ?? indexWritten(workspace);
	known$4.set(workspace, written);
	return written;
}
function indexWritten({ documents }) {
	const named = documents.filter(({ content }) => stringAt(content, ["kind"]) !== void 0);
	return {
		byKindAndName: groupBy(named, ({ content }) => keyOf$1(stringAt(content, ["kind"]) ?? "", stringAt(content, ["metadata", "name"]) ?? "")),
		makers: named.flatMap((document) => {
			const written = stringAt(document.content, ["kind"]) ?? "";
			if (!/Secret$|^Certificate$/u.test(written)) return [];
			return [{
				document,
				written,
				text: JSON.stringify(document.content)
			}];
		})
	};
}
function keyOf$1(kind, name) {
	return `${kind}/${name}`;
}
/**
* The references of a relation that lead nowhere, though Flux needs them. Where something could not be looked at, a
* target that is written anywhere in the repository counts as defined.
*/
function missingReferences(context, relation) {
	return context.cluster.graph.references.filter(({ relation: own, status, optional, doubt, target }) => own === relation && status === "missing" && !optional && (doubt === void 0 || !isWritten$2(context, target)));
}
const verbs = {
	dependsOn: "depends on",
	valuesFrom: "takes values from",
	substituteFrom: "takes variables from"
};
/** Fields of these relations name no namespace: Flux looks in the object's own. */
const localRelations = new Set([
	"valuesFrom",
	"substituteFrom",
	"secretRef",
	"configMapRef",
	"serviceAccount",
	"providerRef",
	"include",
	"inputsFrom"
]);
/** What a `configMapGenerator` or `secretGenerator` made of the name: `settings-6ct58987ht`. */
function hashedTwin(cluster, target) {
	return cluster.resources.find(({ id, origin }) => isKind(id, target) && id.namespace === target.namespace && origin.via === "kustomize" && origin.generated && id.name.startsWith(`${target.name}-`) && /^[a-z0-9]{10}$/u.test(id.name.slice(target.name.length + 1)));
}
function adviseOnHash(reference, twin) {
	const field = formatFieldPath(reference.path.filter((step) => typeof step === "string")).replaceAll(".", "/");
	return {
		help: `Set \`options.disableNameSuffixHash: true\` on the generator, or add ${`a \`nameReference\` for \`${reference.from.id.kind}\` \`${field}\` under \`configurations\``}.`,
		related: [{
			at: twin.at(["metadata", "name"]),
			message: `kustomize names it \`${twin.id.name}\``
		}]
	};
}
const adviseOnExternal = "If it is made outside Git, declare it under `external` in `.sluice.yaml`.";
function adviseOnNearest(cluster, { relation, path, target }) {
	const nearest = nearestResource(cluster, target);
	const field = formatFieldPath(path.slice(0, -1));
	if (!nearest) {
		const help = `Add the ${target.kind}, or correct \`${formatFieldPath(path)}\`.`;
		return { help: target.kind === "ConfigMap" || target.kind === "Secret" ? `${help} ${adviseOnExternal}` : help };
	}
	return {
		help: nearest.resource.id.namespace !== target.namespace && localRelations.has(relation) ? `Add the ${target.kind} to namespace \`${target.namespace ?? ""}\`: Flux looks nowhere else.` : nearest.help(field),
		related: [{
			at: nearest.resource.at(["metadata", "name"]),
			message: nearest.label
		}]
	};
}
/** The field to edit: the namespace or the kind when the name itself exists there, else the name. */
function wrongField(cluster, { from, path, target, relation }) {
	const holder = path.slice(0, -1);
	const isWrittenField = (field) => stringAt(from.manifest, [...holder, field]) !== void 0;
	const same = cluster.resources.filter(({ id }) => id.name === target.name && id.group === target.group);
	const elsewhere = same.some(({ id }) => id.kind === target.kind);
	if (elsewhere && isWrittenField("namespace")) return { at: from.at([...holder, "namespace"]) };
	const twin = same.find(({ id }) => id.namespace === target.namespace);
	if (elsewhere || !twin || !(relation === "sourceRef" || relation === "chartRef") || !isWrittenField("kind")) return {};
	return {
		at: from.at([...holder, "kind"]),
		help: `Set \`${formatFieldPath([...holder, "kind"])}\` to \`${twin.id.kind}\`, or add the ${target.kind}.`,
		related: [{
			at: twin.at(["metadata", "name"]),
			message: `${describe(twin.id)} has the name`
		}]
	};
}
/** Reports a reference whose target nothing defines, with the object that it probably means. */
function reportMissing(cluster, reference) {
	const { relation, from, target, doubt } = reference;
	const twin = hashedTwin(cluster, target);
	const advice = twin ? adviseOnHash(reference, twin) : adviseOnNearest(cluster, reference);
	const message = `${describe(from.id)} ${verbs[relation] ?? "uses"} ${describe(target)}, which nothing defines.`;
	const problem = {
		at: reference.at,
		message,
		...advice,
		...wrongField(cluster, reference)
	};
	if (doubt === void 0) return problem;
	const help = `${problem.help ?? ""} (Not certain: ${doubt.split(": ")[0]}.)`;
	return {
		...problem,
		help,
		severity: "warning"
	};
}
//#endregion
//#region src/rule/paths.ts
/** The folder of a path; "" for the root. */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
/** The last step of a path. */
function baseOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** `path` seen from `folder`, with `.` and `..` resolved; "" for the root, undefined above it. */
function joinPath(folder, path) {
	const steps = [];
	for (const step of `${folder}/${path}`.split("/")) {
		if (step === "" || step === ".") continue;
		if (step !== "..") steps.push(step);
		else if (steps.pop() === void 0) return void 0;
	}
	return steps.join("/");
}
/** Whether `path` is `folder` itself or lies below it. */
function isInside(path, folder) {
	return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
/** `folder` in words: the root has no name of its own. */
function folderName(folder) {
	return folder === "" ? "the root folder" : `\`${folder}\``;
}
const setAside = /(?:^|\/)(?:\.[^/]+|_?archived?|deprecated|disabled|examples?|samples?|templates?|tests?|docs?)(?:\/|$)/iu;
/** Whether a path lies in a folder whose name says that nobody deploys it from there: `.archive`, `examples`, `templates`. */
function isSetAside(path) {
	return setAside.test(path);
}
//#endregion
//#region node_modules/re2js/build/index.js
/*!
* re2js
* RE2JS is the JavaScript port of RE2, a regular expression engine that provides linear time matching
*
* @version v2.10.0
* @author Oleksii Vasyliev
* @homepage https://github.com/le0pard/re2js#readme
* @repository [object Object]
* @license MIT
*/
var RE2Flags = class RE2Flags {
	static FOLD_CASE = 1;
	static LITERAL = 2;
	static CLASS_NL = 4;
	static DOT_NL = 8;
	static ONE_LINE = 16;
	static NON_GREEDY = 32;
	static PERL_X = 64;
	static UNICODE_GROUPS = 128;
	static WAS_DOLLAR = 256;
	static LOOKBEHIND = 512;
	static MATCH_NL = RE2Flags.CLASS_NL | RE2Flags.DOT_NL;
	static PERL = RE2Flags.CLASS_NL | RE2Flags.ONE_LINE | RE2Flags.PERL_X | RE2Flags.UNICODE_GROUPS;
	static POSIX = 0;
	static UNANCHORED = 0;
	static ANCHOR_START = 1;
	static ANCHOR_BOTH = 2;
};
/**
* Public flags for RE2JS and RE2Set compilation.
*/
const PublicFlags = {
	CASE_INSENSITIVE: 1,
	DOTALL: 2,
	MULTILINE: 4,
	DISABLE_UNICODE_GROUPS: 8,
	LONGEST_MATCH: 16,
	LOOKBEHINDS: 512
};
/**
* Various constants and helper for unicode codepoints.
*/
const ASCII_SIZE = 128;
const ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
const ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
const MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
	if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
	else ASCII_TO_UPPER[i] = i;
	if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
	else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
	static CODES = Object.freeze({
		"\x07": 7,
		"\b": 8,
		"	": 9,
		"\n": 10,
		"\v": 11,
		"\f": 12,
		"\r": 13,
		" ": 32,
		"\"": 34,
		$: 36,
		"&": 38,
		"'": 39,
		"(": 40,
		")": 41,
		"*": 42,
		"+": 43,
		"-": 45,
		".": 46,
		0: 48,
		1: 49,
		2: 50,
		3: 51,
		4: 52,
		5: 53,
		6: 54,
		7: 55,
		8: 56,
		9: 57,
		":": 58,
		"<": 60,
		">": 62,
		"?": 63,
		A: 65,
		B: 66,
		C: 67,
		F: 70,
		P: 80,
		Q: 81,
		U: 85,
		Z: 90,
		"[": 91,
		"\\": 92,
		"]": 93,
		"^": 94,
		_: 95,
		"`": 96,
		a: 97,
		b: 98,
		f: 102,
		i: 105,
		m: 109,
		n: 110,
		r: 114,
		s: 115,
		t: 116,
		v: 118,
		x: 120,
		z: 122,
		"{": 123,
		"|": 124,
		"}": 125
	});
	static toUpperCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
		const s = String.fromCodePoint(codepoint).toUpperCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
	static toLowerCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
		const s = String.fromCodePoint(codepoint).toLowerCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
};
var UnicodeRangeTable = class {
	/**
	* @param {Uint32Array | number[]} data
	* @param {boolean} isStride1
	*/
	constructor(data, isStride1 = false) {
		this.data = data;
		this.isStride1 = isStride1;
		this.SIZE = isStride1 ? 2 : 3;
	}
	getLo(index) {
		return this.data[index * this.SIZE];
	}
	getHi(index) {
		return this.data[index * this.SIZE + 1];
	}
	getStride(index) {
		return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
	}
	get length() {
		return this.data.length / this.SIZE;
	}
};
const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
const decodeVLQ = (str) => {
	const res = [];
	let value = 0;
	let shift = 0;
	for (let i = 0; i < str.length; i++) {
		const digit = B64_MAP[str.charCodeAt(i)];
		value |= (digit & 31) << shift;
		if ((digit & 32) === 0) {
			res.push(value);
			value = 0;
			shift = 0;
		} else shift += 5;
	}
	return res;
};
const decodeRanges = (str, isStride1) => {
	const res = decodeVLQ(str);
	const numRanges = isStride1 ? res.length / 2 : res.length / 3;
	const out = new Uint32Array(numRanges * 3);
	let current = 0;
	let resIdx = 0;
	for (let i = 0; i < numRanges; i++) {
		current += res[resIdx++];
		out[i * 3] = current;
		current += res[resIdx++];
		out[i * 3 + 1] = current;
		out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
	}
	return out;
};
const decodeOrbit = (str) => {
	const res = decodeVLQ(str);
	const map = /* @__PURE__ */ new Map();
	let currentKey = 0;
	for (let i = 0; i < res.length; i += 2) {
		currentKey += res[i];
		const zz = res[i + 1];
		const delta = zz >>> 1 ^ -(zz & 1);
		map.set(currentKey, currentKey + delta);
	}
	return map;
};
var LazyMap = class {
	constructor(initializer) {
		this.initializer = initializer;
		this.cache = /* @__PURE__ */ new Map();
	}
	has(key) {
		return Object.hasOwn(this.initializer, key);
	}
	get(key) {
		if (this.cache.has(key)) return this.cache.get(key);
		const val = this.has(key) ? this.initializer[key]() : null;
		this.cache.set(key, val);
		return val;
	}
};
var UnicodeTables = class {
	static _CASE_ORBIT = null;
	static get CASE_ORBIT() {
		if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
		return this._CASE_ORBIT;
	}
	static _Print = null;
	static get Print() {
		if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
		return this._Print;
	}
	static CATEGORIES = new LazyMap({
		C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
		Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
		Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
		Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
		Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
		Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
		L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
		Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
		Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
		Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
		Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
		Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
		No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
		P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
		Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
		Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
		Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
		Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
		S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
		Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
		Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
		So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
		Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
		Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
		Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
		ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
		Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
		Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
		Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
		Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
		Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
		Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
		Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
		White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
	});
	static SCRIPTS = new LazyMap({
		Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
		Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
		Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
		Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
		Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
		Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
		Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
		Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
		Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
		Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
		Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
		Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
		Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
		Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
		Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
		Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
		Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
		Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
		Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
		Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
		Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
		Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
		Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
		Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
		Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
		Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
		Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
		Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
		Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
		Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
		Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
		Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
		Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
		Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
		Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
		Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
		Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
		Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
		Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
		Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
		Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
		Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
		Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
		Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
		Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
		Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
		Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
		Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
		Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
		Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
		Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
		Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
		Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
		Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
		Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
		Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
		Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
		Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
		Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
		Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
		Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
		Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
		Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
		Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
		Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
		Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
		Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
		Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
		Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
		Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
		Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
		Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
		Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
		Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
		Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
		Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
		Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
		Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
		Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
		Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
		Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
		Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
		Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
		Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
		Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
		Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
		Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
		Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
		Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
		Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
		Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
		Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
		Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
		Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
		Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
		Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
		Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
		Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
		Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
		Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
		New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
		Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
		Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
		Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
		Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
		Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
		Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
		Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
		Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
		Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
		Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
		Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
		Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
		Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
		Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
		Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
		Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
		Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
		Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
		Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
		Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
		Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
		Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
		Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
		Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
		Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
		Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
		Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
		Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
		Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
		Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
		Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
		Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
		Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
		SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
		Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
		Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
		Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
		Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
		Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
		Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
		Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
		Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
		Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
		Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
		Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
		Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
		Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
		Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
		Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
		Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
		Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
		Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
		Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
		Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
		Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
		Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
		Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
		Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
		Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
		Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
		Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
		Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
		Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
		Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
		Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
		Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
		Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
		Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
		Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
		Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
		Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
	});
	static FOLD_CATEGORIES = new LazyMap({
		L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
	});
	static FOLD_SCRIPT = new LazyMap({
		Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
	});
};
/**
* Utilities for dealing with Unicode better than JS does.
*/
var Unicode = class Unicode {
	static MAX_RUNE = 1114111;
	static RUNE_ERROR = 65533;
	static isUnsearchable(r) {
		return r === Unicode.RUNE_ERROR || r >= Unicode.MIN_HIGH_SURROGATE && r <= Unicode.MAX_LOW_SURROGATE;
	}
	static MAX_ASCII = 127;
	static MAX_LATIN1 = 255;
	static MAX_BMP = 65535;
	static MIN_FOLD = 65;
	static MAX_FOLD = 125251;
	static MIN_HIGH_SURROGATE = 55296;
	static MAX_HIGH_SURROGATE = 56319;
	static MIN_LOW_SURROGATE = 56320;
	static MAX_LOW_SURROGATE = 57343;
	static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
	static is32(ranges, r) {
		let lo = 0;
		let hi = ranges.length;
		while (lo < hi) {
			const m = lo + Math.floor((hi - lo) / 2);
			const rlo = ranges.getLo(m);
			const rhi = ranges.getHi(m);
			if (rlo <= r && r <= rhi) {
				const stride = ranges.getStride(m);
				return (r - rlo) % stride === 0;
			}
			if (r < rlo) hi = m;
			else lo = m + 1;
		}
		return false;
	}
	static is(ranges, r) {
		if (r <= Unicode.MAX_LATIN1) {
			for (let i = 0; i < ranges.length; i++) {
				if (r > ranges.getHi(i)) continue;
				const rlo = ranges.getLo(i);
				if (r < rlo) return false;
				const stride = ranges.getStride(i);
				return (r - rlo) % stride === 0;
			}
			return false;
		}
		return ranges.length > 0 && r >= ranges.getLo(0) && Unicode.is32(ranges, r);
	}
	static isPrint(r) {
		if (r <= Unicode.MAX_LATIN1) return r >= 32 && r < Unicode.MAX_ASCII || r >= 161 && r !== 173;
		return Unicode.is(UnicodeTables.Print, r);
	}
	static simpleFold(r) {
		if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
		if (r <= Unicode.MAX_ASCII) {
			const l = Codepoint.toLowerCase(r);
			return l !== r ? l : Codepoint.toUpperCase(r);
		}
		return r;
	}
	static equalsIgnoreCase(r1, r2) {
		if (r1 === r2) return true;
		if (r1 < 0 || r2 < 0) return false;
		if (r1 <= Unicode.MAX_ASCII && r2 <= Unicode.MAX_ASCII) {
			if (65 <= r1 && r1 <= 90) r1 |= 32;
			if (65 <= r2 && r2 <= 90) r2 |= 32;
			return r1 === r2;
		}
		for (let r = Unicode.simpleFold(r1); r !== r1; r = Unicode.simpleFold(r)) if (r === r2) return true;
		return false;
	}
};
var RE2JSException = class extends Error {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSException";
	}
};
/**
* An exception thrown by the parser if the pattern was invalid.
*/
var RE2JSSyntaxException = class extends RE2JSException {
	/**
	* @param {string} error
	* @param {string|null} [input=null]
	*/
	constructor(error, input = null) {
		let message = `error parsing regexp: ${error}`;
		if (input) message += `: \`${input}\``;
		super(message);
		this.name = "RE2JSSyntaxException";
		this.message = message;
		/** @type {string} */
		this.error = error;
		/** @type {string|null} */
		this.input = input;
	}
	/**
	* Retrieves the description of the error.
	* @returns {string}
	*/
	getDescription() {
		return this.error;
	}
	/**
	* Retrieves the erroneous regular-expression pattern.
	* @returns {string|null}
	*/
	getPattern() {
		return this.input;
	}
};
/**
* An exception thrown by the compiler
*/
var RE2JSCompileException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSCompileException";
	}
};
/**
* An exception thrown by using groups
*/
var RE2JSGroupException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSGroupException";
	}
};
/**
* An exception thrown by flags
*/
var RE2JSFlagsException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSFlagsException";
	}
};
/**
* An exception thrown for internal engine errors, such as corrupted bytecodes.
*/
var RE2JSInternalException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSInternalException";
	}
};
/**
* Size of the precomputed single-byte lookup table.
* Covers standard ASCII and Latin-1 characters for fast-path execution.
*/
const FAST_PATH_TABLE_SIZE = 256;
/**
* Precomputed lookup table for Word Boundary (\b, \B) assertions.
* * By precomputing the boolean results for standard ASCII word ranges
* ('a'-'z', 'A'-'Z', '0'-'9', '_'), we completely eliminate 4 logical
* branches from the NFA's hot execution loop. This prevents costly
* CPU branch mispredictions when scanning large strings.
*/
const WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
let cachedNativeEncoder = null;
let cachedNativeDecoder = null;
/**
* Various constants and helper utilities.
*/
var Utils = class Utils {
	static METACHARACTERS = "\\.+*?()|[]{}^$";
	static EMPTY_BEGIN_LINE = 1;
	static EMPTY_END_LINE = 2;
	static EMPTY_BEGIN_TEXT = 4;
	static EMPTY_END_TEXT = 8;
	static EMPTY_WORD_BOUNDARY = 16;
	static EMPTY_NO_WORD_BOUNDARY = 32;
	static EMPTY_ALL = -1;
	static emptyInts() {
		return [];
	}
	static isString(value) {
		return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
	}
	static typeName(value) {
		if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
		return Object.prototype.toString.call(value).slice(8, -1);
	}
	static checkPattern(pattern) {
		if (!Utils.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
	}
	static checkInput(input) {
		if (!Utils.isString(input) && !Utils.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils.typeName(input)}`);
	}
	static checkFlags(flags) {
		const known = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
		if (!Number.isInteger(flags) || (flags & ~known) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
	}
	static isByteArray(input) {
		return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
	}
	static isalnum(c) {
		return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
	}
	static unhex(c) {
		if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
		if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
		if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
		return -1;
	}
	static escapeRune(rune) {
		let out = "";
		if (Unicode.isPrint(rune)) {
			if (Utils.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
			out += String.fromCodePoint(rune);
		} else switch (rune) {
			case Codepoint.CODES["\""]:
				out += "\\\"";
				break;
			case Codepoint.CODES["\\"]:
				out += "\\\\";
				break;
			case Codepoint.CODES["	"]:
				out += "\\t";
				break;
			case Codepoint.CODES["\n"]:
				out += "\\n";
				break;
			case Codepoint.CODES["\r"]:
				out += "\\r";
				break;
			case Codepoint.CODES["\b"]:
				out += "\\b";
				break;
			case Codepoint.CODES["\f"]:
				out += "\\f";
				break;
			default: {
				let s = rune.toString(16);
				if (rune < 256) {
					out += "\\x";
					if (s.length === 1) out += "0";
					out += s;
				} else out += `\\x{${s}}`;
				break;
			}
		}
		return out;
	}
	static stringToRunes(str) {
		const string = String(str);
		const runes = [];
		let i = 0;
		while (i < string.length) {
			const cp = string.codePointAt(i);
			runes.push(cp);
			i += cp > Unicode.MAX_BMP ? 2 : 1;
		}
		return new Int32Array(runes);
	}
	static runeToString(r) {
		return String.fromCodePoint(r);
	}
	static isWordRune(r) {
		return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
	}
	static emptyOpContext(r1, r2) {
		let op = 0;
		if (r1 < 0) op |= Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		if (r1 === 10) op |= Utils.EMPTY_BEGIN_LINE;
		if (r2 < 0) op |= Utils.EMPTY_END_TEXT | Utils.EMPTY_END_LINE;
		if (r2 === 10) op |= Utils.EMPTY_END_LINE;
		if (Utils.isWordRune(r1) !== Utils.isWordRune(r2)) op |= Utils.EMPTY_WORD_BOUNDARY;
		else op |= Utils.EMPTY_NO_WORD_BOUNDARY;
		return op;
	}
	/**
	* Returns a string that quotes all regular expression metacharacters inside the argument text;
	* the returned string is a regular expression matching the literal text. For example,
	* {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
	* @param {string} str
	* @returns {string}
	*/
	static quoteMeta(str) {
		return str.split("").map((s) => {
			if (Utils.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
			return s;
		}).join("");
	}
	static charCount(codePoint) {
		return codePoint > Unicode.MAX_BMP ? 2 : 1;
	}
	/**
	* High-speed conversion from TypedArrays to standard JS Arrays.
	* Bypasses the expensive Symbol.iterator overhead of Array.from()
	*/
	static toArray(typedArray) {
		const len = typedArray.length;
		const res = new Array(len);
		for (let i = 0; i < len; i++) res[i] = typedArray[i];
		return res;
	}
	static stringToUtf8ByteArray(str) {
		if (globalThis.TextEncoder) {
			if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
			return cachedNativeEncoder.encode(str);
		} else {
			let out = [], p = 0;
			for (let i = 0; i < str.length; i++) {
				let c = str.charCodeAt(i);
				if (c < 128) out[p++] = c;
				else if (c < 2048) {
					out[p++] = c >> 6 | 192;
					out[p++] = c & 63 | 128;
				} else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
					c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
					out[p++] = c >> 18 | 240;
					out[p++] = c >> 12 & 63 | 128;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				} else {
					out[p++] = c >> 12 | 224;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				}
			}
			return out;
		}
	}
	static utf8ByteArrayToString(bytes) {
		if (globalThis.TextDecoder) {
			if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
			const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
			return cachedNativeDecoder.decode(view);
		} else {
			let out = [], pos = 0, c = 0;
			while (pos < bytes.length) {
				let c1 = bytes[pos++];
				if (c1 < 128) out[c++] = String.fromCharCode(c1);
				else if (c1 > 191 && c1 < 224) {
					let c2 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
				} else if (c1 > 239 && c1 < 365) {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					let c4 = bytes[pos++];
					let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
					out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
					out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
				} else {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
				}
			}
			return out.join("");
		}
	}
};
const createEnum = (values = [], initNum = 0) => {
	const enumObject = Object.create(null);
	for (let i = 0; i < values.length; i++) {
		const val = values[i];
		const keyVal = initNum + i;
		enumObject[val] = keyVal;
		enumObject[keyVal] = val;
	}
	return Object.freeze(enumObject);
};
/**
* Abstract the representations of input text supplied to Matcher.
*/
var MatcherInputBase = class MatcherInputBase {
	static Encoding = createEnum(["UTF_16", "UTF_8"]);
	getEncoding() {
		throw Error("not implemented");
	}
	/** @returns {string} */
	asCharSequence() {
		throw Error("not implemented");
	}
	/** @returns {Uint8Array|number[]|null} */
	asBytes() {
		throw Error("not implemented");
	}
	/** @returns {number} */
	length() {
		throw Error("not implemented");
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF8Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF16Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_16;
	}
};
var Utf8MatcherInput = class extends MatcherInputBase {
	/** @param {Uint8Array|number[]|null} bytes */
	constructor(bytes = null) {
		super();
		this.bytes = bytes;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return Utils.utf8ByteArrayToString(this.bytes);
	}
	/**
	*
	* @returns {Uint8Array|number[]|null}
	*/
	asBytes() {
		return this.bytes;
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.bytes.length;
	}
};
var Utf16MatcherInput = class extends MatcherInputBase {
	/** @param {string|null} charSequence */
	constructor(charSequence = null) {
		super();
		this.charSequence = charSequence;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_16;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return this.charSequence;
	}
	/**
	*
	* @returns {number[]}
	*/
	asBytes() {
		return Utils.stringToUtf8ByteArray(this.charSequence.toString());
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.charSequence.length;
	}
};
var MatcherInput = class {
	/**
	* Return the MatcherInput for UTF_16 encoding.
	* @returns {Utf16MatcherInput}
	*/
	static utf16(charSequence) {
		Utils.checkInput(charSequence);
		return new Utf16MatcherInput(charSequence);
	}
	/**
	* Return the MatcherInput for UTF_8 encoding.
	* @returns {Utf8MatcherInput}
	*/
	static utf8(input) {
		if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
		return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
	}
};
/**
* MachineInput abstracts different representations of the input text supplied to the Machine. It
* provides one-character lookahead.
*/
var MachineInputBase = class {
	static EOF() {
		return -8;
	}
	constructor() {
		this.start = 0;
		this.end = 0;
	}
	canCheckPrefix() {
		return true;
	}
	endPos() {
		return this.end - this.start;
	}
	hasString() {
		return false;
	}
	hasAnyString() {
		return false;
	}
	prefixLength() {
		return 0;
	}
};
var MachineUTF8Input = class MachineUTF8Input extends MachineInputBase {
	static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
	constructor(bytes, start = 0, end = bytes.length) {
		super();
		this.bytes = bytes;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const target = prefilter.bytes;
		if (target.length === 0) return true;
		const idx = this.indexOf(this.bytes, target, this.start + pos);
		return idx !== -1 && idx <= this.end - target.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c = this.bytes[pos] & 255;
		if (c < 128) return c << 3 | 1;
		let size;
		let rune;
		let lo = 128;
		let hi = 191;
		if (c >= 194 && c <= 223) {
			size = 2;
			rune = c & 31;
		} else if (c >= 224 && c <= 239) {
			size = 3;
			rune = c & 15;
			if (c === 224) lo = 160;
			else if (c === 237) hi = 159;
		} else if (c >= 240 && c <= 244) {
			size = 4;
			rune = c & 7;
			if (c === 240) lo = 144;
			else if (c === 244) hi = 143;
		} else return MachineUTF8Input.RUNE_ERROR_STEP;
		if (pos + size > this.end) return MachineUTF8Input.RUNE_ERROR_STEP;
		const c1 = this.bytes[pos + 1] & 255;
		if (c1 < lo || c1 > hi) return MachineUTF8Input.RUNE_ERROR_STEP;
		rune = rune << 6 | c1 & 63;
		if (size > 2) {
			const c2 = this.bytes[pos + 2] & 255;
			if ((c2 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
			rune = rune << 6 | c2 & 63;
			if (size > 3) {
				const c3 = this.bytes[pos + 3] & 255;
				if ((c3 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
				rune = rune << 6 | c3 & 63;
			}
		}
		return rune << 3 | size;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
		return i < 0 ? i : i - pos;
	}
	context(pos) {
		pos += this.start;
		let r1 = -1;
		if (pos > this.start && pos <= this.end) {
			let start = pos - 1;
			r1 = this.bytes[start--];
			if (r1 >= 128) {
				let lim = pos - 4;
				if (lim < this.start) lim = this.start;
				while (start >= lim && (this.bytes[start] & 192) === 128) start--;
				if (start < this.start) start = this.start;
				const r = this.step(start - this.start);
				r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
			}
		}
		const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	indexOf(source, target, fromIndex = 0) {
		let targetLength = target.length;
		if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
		const firstByte = target[0];
		let limit = this.end - targetLength;
		const hasNativeIndexOf = typeof source.indexOf === "function";
		let i = fromIndex;
		while (i <= limit) {
			if (hasNativeIndexOf) {
				i = source.indexOf(firstByte, i);
				if (i === -1 || i > limit) return -1;
			} else {
				while (i <= limit && source[i] !== firstByte) i++;
				if (i > limit) return -1;
			}
			let match = true;
			for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
				match = false;
				break;
			}
			if (match) return i;
			i++;
		}
		return -1;
	}
	prefixLength(re2) {
		return re2.prefixUTF8.length;
	}
};
var MachineUTF16Input = class extends MachineInputBase {
	constructor(charSequence, start = 0, end = charSequence.length) {
		super();
		this.charSequence = charSequence;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
		return idx !== -1 && idx <= this.end - prefilter.str.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c1 = this.charSequence.charCodeAt(pos);
		if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
		const c2 = this.charSequence.charCodeAt(pos + 1);
		if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
		return c1 << 3 | 1;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.charSequence.indexOf(re2.prefix, pos);
		if (i < 0 || i > this.end - re2.prefix.length) return -1;
		return i - pos;
	}
	context(pos) {
		pos += this.start;
		const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
		const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	prefixLength(re2) {
		return re2.prefix.length;
	}
};
var MachineInput = class {
	static fromUTF8(bytes, start = 0, end = bytes.length) {
		return new MachineUTF8Input(bytes, start, end);
	}
	static fromUTF16(charSequence, start = 0, end = void 0) {
		Utils.checkInput(charSequence);
		return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
	}
};
/**
* A stateful iterator that interprets a regex {@code RE2JS} on a specific input.
*
* Conceptually, a Matcher consists of four parts:
* <ol>
* <li>A compiled regular expression {@code RE2JS}, set at construction and fixed for the lifetime
* of the matcher.</li>
*
* <li>The remainder of the input string, set at construction or {@link #reset()} and advanced by
* each match operation such as {@link #find}, {@link #matches} or {@link #lookingAt}.</li>
*
* <li>The current match information, accessible via {@link #start}, {@link #end}, and
* {@link #group}, and updated by each match operation.</li>
*
* <li>The append position, used and advanced by {@link #appendReplacement} and {@link #appendTail}
* if performing a search and replace from the input to an external {@code StringBuffer}.
*
* </ol>
*
*
* @author rsc@google.com (Russ Cox)
*/
var Matcher = class Matcher {
	/**
	* V8 and WebKit have historical hard limits on the number of arguments
	* that can be passed to a function. We cap replacer arguments to prevent
	* Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
	*/
	static MAX_REPLACER_ARGS = 65535;
	/**
	* Quotes '\' and '$' in {@code s}, so that the returned string could be used in
	* {@link #appendReplacement} as a literal replacement of {@code s}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		if (javaMode) {
			if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
			return str.split("").map((s) => {
				const c = s.codePointAt(0);
				if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
				return s;
			}).join("");
		}
		if (str.indexOf("$") < 0) return str;
		return str.split("").map((s) => {
			if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
			return s;
		}).join("");
	}
	/**
	*
	* @param {import('./index.js').RE2JS} pattern
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	*/
	constructor(pattern, input) {
		if (pattern === null) throw new Error("pattern is null");
		/**
		* The pattern being matched.
		* @type {import('./index.js').RE2JS}
		*/
		this.patternInput = pattern;
		const re2 = this.patternInput.re2();
		/** @type {number} */
		this.patternGroupCount = re2.numberOfCapturingGroups();
		/** @type {number[]} */
		this.groups = [];
		/** @type {Record<string, number>} */
		this.namedGroups = re2.namedGroups;
		/** @type {boolean} */
		this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
		/** @type {number} */
		this.numberOfInstructions = re2.numberOfInstructions();
		/** @type {import('./Machine.js').LookbehindState|null} */
		this.lookbehindState = null;
		if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
		else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
		else this.resetMatcherInput(MatcherInput.utf16(input));
	}
	/**
	* Returns the {@code RE2JS} associated with this {@code Matcher}.
	* @returns {import('./index.js').RE2JS}
	*/
	pattern() {
		return this.patternInput;
	}
	/**
	* Resets the {@code Matcher}, rewinding input and discarding any match information.
	*
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	reset() {
		/** @type {number} */
		this.matcherInputLength = this.matcherInput.length();
		/** @type {number} */
		this.appendPos = 0;
		this.hasMatch = false;
		this.hasGroups = false;
		this.anchorFlag = 0;
		return this;
	}
	/**
	* Resets the {@code Matcher} and changes the input.
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	resetMatcherInput(input) {
		if (input === null) throw new Error("input is null");
		if (!(input instanceof MatcherInputBase)) if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		else input = MatcherInput.utf16(input);
		this.matcherInput = input;
		if (this.lookbehindState !== null) this.lookbehindState.reset();
		else this.lookbehindState = this.patternInput.re2().createLookbehindState();
		this.reset();
		return this;
	}
	/**
	* Returns the start of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	start(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group];
	}
	/**
	* Returns the end of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	end(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group + 1];
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.numberOfInstructions;
	}
	/**
	* Returns the named group of the most recent match, or {@code null} if the group was not matched.
	* @param {string|number} [group=0]
	* @returns {string|null}
	*/
	group(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		const start = this.start(group);
		const end = this.end(group);
		if (start < 0 && end < 0) return null;
		return this.substring(start, end);
	}
	/**
	* Returns a dictionary map of all named capturing groups and their matched values.
	* If a group was not matched, its value will be `null`.
	* @returns {Record<string, string|null>}
	*/
	getNamedGroups() {
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		const result = Object.create(null);
		for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
		return result;
	}
	/**
	* Returns the number of subgroups in this pattern.
	*
	* @returns {number} the number of subgroups; the overall match (group 0) does not count
	*/
	groupCount() {
		return this.patternGroupCount;
	}
	/**
	* Helper: finds subgroup information if needed for group.
	* @param {number} group
	* @private
	*/
	loadGroup(group) {
		if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		if (group === 0 || this.hasGroups) return;
		const end = this.matcherInputLength;
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
		if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
		this.groups = res[1];
		this.hasGroups = true;
	}
	/**
	* Matches the entire input against the pattern (anchored start and end). If there is a match,
	* {@code matches} sets the match state to describe it.
	*
	* @returns {boolean} true if the entire input matches the pattern
	*/
	matches() {
		return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
	}
	/**
	* Matches the beginning of input against the pattern (anchored start). If there is a match,
	* {@code lookingAt} sets the match state to describe it.
	*
	* @returns {boolean} true if the beginning of the input matches the pattern
	*/
	lookingAt() {
		return this.genMatch(0, RE2Flags.ANCHOR_START);
	}
	/**
	* Matches the input against the pattern (unanchored), starting at a specified position. If there
	* is a match, {@code find} sets the match state to describe it.
	*
	* @param {number|null} [start=null] the input position where the search begins
	* @returns {boolean} if it finds a match
	* @throws IndexOutOfBoundsException if start is not a valid input position
	*/
	find(start = null) {
		if (start !== null) {
			if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
			this.reset();
			return this.genMatch(start, 0);
		}
		start = 0;
		if (this.hasMatch) {
			start = this.groups[1];
			if (this.groups[0] === this.groups[1]) {
				const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
				if (r < 0) start++;
				else start += r & 7;
			}
		}
		return this.genMatch(start, RE2Flags.UNANCHORED);
	}
	/**
	* Helper: does match starting at start, with RE2 anchor flag.
	* @param {number} startByte
	* @param {number} anchor
	* @returns {boolean}
	* @private
	*/
	genMatch(startByte, anchor) {
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
		if (!res[0]) {
			this.hasMatch = false;
			return false;
		}
		this.groups = res[1];
		this.hasMatch = true;
		this.hasGroups = this.patternGroupCount === 0;
		this.anchorFlag = anchor;
		return true;
	}
	/**
	* Helper: return substring for [start, end).
	* @param {number} start
	* @param {number} end
	* @returns {string}
	*/
	substring(start, end) {
		if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
		return this.matcherInput.asCharSequence().substring(start, end).toString();
	}
	/**
	* Helper for Pattern: return input length.
	* @returns {number}
	*/
	inputLength() {
		return this.matcherInputLength;
	}
	/**
	* Appends to result two strings: the text from the append position up to the beginning of the
	* most recent match, and then the replacement with submatch groups substituted for references to
	* them. It advances the append position to where the most recent match ended.
	*
	* By default the replacement is expanded as by String.prototype.replace (see
	* appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
	* many digits as still form a valid group number, ${name} is a named group, and a backslash
	* escapes the next character (so "\\$" in a JS string literal inserts a literal $).
	*
	* @param {string} replacement the replacement string
	* @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @throws IllegalStateException if there was no most recent match
	* @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
	* @private
	*/
	appendReplacement(replacement, javaMode = false) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
		return res;
	}
	/**
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJava(replacement) {
		let res = "";
		let last = 0;
		const m = replacement.length;
		let i = 0;
		while (i < m) {
			const cCode = replacement.codePointAt(i);
			if (cCode === Codepoint.CODES["\\"]) {
				if (last < i) res += replacement.substring(last, i);
				i++;
				if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
				last = i;
				i++;
				continue;
			}
			if (cCode === Codepoint.CODES["$"]) {
				if (last < i) res += replacement.substring(last, i);
				if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
				const nextCode = replacement.codePointAt(i + 1);
				if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
					let n = nextCode - Codepoint.CODES["0"];
					let j = i + 2;
					for (; j < m; j++) {
						const digit = replacement.codePointAt(j);
						if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
						n = n * 10 + digit - Codepoint.CODES["0"];
					}
					if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
					const group = this.group(n);
					if (group !== null) res += group;
					i = j;
					last = i;
				} else if (nextCode === Codepoint.CODES["{"]) {
					let j = i + 2;
					while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
					if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
					const groupName = replacement.substring(i + 2, j);
					const groupVal = this.group(groupName);
					if (groupVal !== null) res += groupVal;
					i = j + 1;
					last = i;
				} else throw new RE2JSGroupException("Illegal group reference");
				continue;
			}
			i++;
		}
		if (last < m) res += replacement.substring(last, m);
		return res;
	}
	/**
	* Expands |replacement| for the current match by the rules of String.prototype.replace
	* (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
	* after it, $n and $nn a group (two digits only when they form a valid group number, so with
	* one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
	* (empty when no such group), only when the pattern has named groups. Anything else, such as
	* "$0" or "$<" without a closing ">", is kept as is.
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJs(replacement) {
		const isDigit = (c) => c >= 48 && c <= 57;
		const groupCount = this.patternGroupCount;
		let res = "";
		let i = 0;
		while (i < replacement.length) {
			const dollar = replacement.indexOf("$", i);
			if (dollar < 0) break;
			res += replacement.substring(i, dollar);
			i = dollar;
			const c = replacement.charCodeAt(i + 1);
			if (c === Codepoint.CODES["$"]) {
				res += "$";
				i += 2;
			} else if (c === Codepoint.CODES["&"]) {
				res += this.group(0);
				i += 2;
			} else if (c === Codepoint.CODES["`"]) {
				res += this.substring(0, this.start(0));
				i += 2;
			} else if (c === Codepoint.CODES["'"]) {
				res += this.substring(this.end(0), this.matcherInputLength);
				i += 2;
			} else if (isDigit(c)) {
				let digits = 1;
				let index = c - 48;
				const c2 = replacement.charCodeAt(i + 2);
				if (isDigit(c2) && index * 10 + c2 - 48 <= groupCount) {
					digits = 2;
					index = index * 10 + c2 - 48;
				}
				if (index >= 1 && index <= groupCount) {
					const group = this.group(index);
					if (group !== null) res += group;
				} else res += replacement.substring(i, i + 1 + digits);
				i += 1 + digits;
			} else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
				const gt = replacement.indexOf(">", i + 2);
				if (gt < 0) {
					res += "$<";
					i += 2;
				} else {
					const name = replacement.substring(i + 2, gt);
					if (Object.hasOwn(this.namedGroups, name)) {
						const group = this.group(name);
						if (group !== null) res += group;
					}
					i = gt + 1;
				}
			} else {
				res += "$";
				i += 1;
			}
		}
		return res + replacement.substring(i);
	}
	/**
	* Return the substring of the input from the append position to the end of the
	* input.
	* @returns {string}
	*/
	appendTail() {
		return this.substring(this.appendPos, this.matcherInputLength);
	}
	/**
	* Returns the input with all matches replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the matches replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceAll(replacement, javaMode = false) {
		return this.replace(replacement, true, javaMode);
	}
	/**
	* Returns the input with the first match replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the first match replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceFirst(replacement, javaMode = false) {
		return this.replace(replacement, false, javaMode);
	}
	/**
	* Helper: replaceAll/replaceFirst hybrid.
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [all=true] - replace all matches
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @private
	*/
	replace(replacement, all = true, javaMode = false) {
		let res = "";
		this.reset();
		const isFunc = typeof replacement === "function";
		let originalInput = null;
		if (isFunc) {
			if (this.groupCount() >= Matcher.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
			originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
		}
		while (this.find()) {
			res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
			if (!all) break;
		}
		res += this.appendTail();
		return res;
	}
	/**
	* Evaluates a replacer function for the current match and appends the result,
	* along with any un-matched preceding text, advancing the append position.
	* @param {Function} replacer - the replacer function
	* @param {string|Uint8Array|number[]} originalInput - the cached original input reference
	* @returns {string} the evaluated string to append
	* @private
	*/
	appendReplacementFunc(replacer, originalInput) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		/** @type {unknown[]} */
		const args = this.matchArray();
		args.push(s, originalInput);
		if (this.hasNamedGroups) args.push(this.namedGroupsObject());
		res += String(replacer(...args));
		return res;
	}
	/**
	* The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
	* did not take part in the match. Used by exec(), matchAll() and replacer functions.
	* @returns {Array<string|undefined>}
	* @private
	*/
	matchArray() {
		const result = [this.group(0)];
		for (let i = 1; i <= this.patternGroupCount; i++) {
			const group = this.group(i);
			result.push(group === null ? void 0 : group);
		}
		return result;
	}
	/**
	* The named groups, as the groups property of a JS RegExpExecArray: an object without a
	* prototype mapping each name to its group (undefined when it did not take part in the match),
	* or undefined when the pattern has no named groups.
	* @returns {Record<string, string|undefined>|undefined}
	* @private
	*/
	namedGroupsObject() {
		if (!this.hasNamedGroups) return;
		const result = this.getNamedGroups();
		for (const name in result) if (result[name] === null) result[name] = void 0;
		return result;
	}
};
/**
* A single instruction in the regular expression virtual machine.
*
* @see http://swtch.com/~rsc/regexp/regexp2.html
*/
var Inst = class Inst {
	static ALT = 1;
	static ALT_MATCH = 2;
	static CAPTURE = 3;
	static EMPTY_WIDTH = 4;
	static FAIL = 5;
	static MATCH = 6;
	static NOP = 7;
	static RUNE = 8;
	static RUNE1 = 9;
	static RUNE_ANY = 10;
	static RUNE_ANY_NOT_NL = 11;
	static LB_WRITE = 12;
	static LB_CHECK = 13;
	static isRuneOp(op) {
		return Inst.RUNE <= op && op <= Inst.RUNE_ANY_NOT_NL;
	}
	static escapeRunes(runes) {
		let out = "\"";
		for (let rune of runes) out += Utils.escapeRune(rune);
		out += "\"";
		return out;
	}
	constructor(op) {
		this.op = op;
		this.out = 0;
		this.arg = 0;
		/** @type {Int32Array} */
		this.runes = /* @__PURE__ */ new Int32Array(0);
		/** @type {Uint32Array | number[] | null} */
		this.next = null;
	}
	matchRune(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
			return r === r0;
		}
		const len = this.runes.length;
		if (len === 0) return false;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return false;
				if (r <= this.runes[j + 1]) return true;
			}
			return false;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1];
	}
	matchRunePos(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
			return r === r0 ? 0 : -1;
		}
		const len = this.runes.length;
		if (len === 0) return -1;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return -1;
				if (r <= this.runes[j + 1]) return Math.floor(j / 2);
			}
			return -1;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		switch (this.op) {
			case Inst.ALT: return `alt -> ${this.out}, ${this.arg}`;
			case Inst.ALT_MATCH: return `altmatch -> ${this.out}, ${this.arg}`;
			case Inst.CAPTURE: return `cap ${this.arg} -> ${this.out}`;
			case Inst.EMPTY_WIDTH: return `empty ${this.arg} -> ${this.out}`;
			case Inst.MATCH: return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
			case Inst.FAIL: return "fail";
			case Inst.NOP: return `nop -> ${this.out}`;
			case Inst.LB_WRITE: return `lbwrite ${this.arg} -> ${this.out}`;
			case Inst.LB_CHECK: return `lbcheck ${this.arg} -> ${this.out}`;
			case Inst.RUNE:
				if (this.runes === null) return "rune <null>";
				return [
					"rune ",
					Inst.escapeRunes(this.runes),
					(this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
					" -> ",
					this.out
				].join("");
			case Inst.RUNE1: return `rune1 ${Inst.escapeRunes(this.runes)} -> ${this.out}`;
			case Inst.RUNE_ANY: return `any -> ${this.out}`;
			case Inst.RUNE_ANY_NOT_NL: return `anynotnl -> ${this.out}`;
			default: throw new Error("unhandled case in Inst.toString");
		}
	}
};
var Queue = class Queue {
	constructor(numInst) {
		this.sparse = new Int32Array(numInst);
		this.densePcs = new Int32Array(numInst);
		this.denseCaps = null;
		this.size = 0;
		this.ncap = 0;
		this.mainThreads = 0;
	}
	static INITIAL_THREADS = 32;
	init(ncap) {
		this.ncap = ncap;
		const needed = Math.min(this.densePcs.length, Queue.INITIAL_THREADS) * ncap;
		if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
	}
	growCaps(needed) {
		const limit = this.densePcs.length * this.ncap;
		const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
		grown.set(this.denseCaps);
		this.denseCaps = grown;
	}
	contains(pc) {
		const j = this.sparse[pc];
		return j < this.size && this.densePcs[j] === pc;
	}
	isEmpty() {
		return this.size === 0;
	}
	add(pc) {
		const j = this.size++;
		this.sparse[pc] = j;
		this.densePcs[j] = pc;
		return j;
	}
	clear() {
		this.size = 0;
		this.mainThreads = 0;
	}
	toString() {
		let out = "{";
		for (let i = 0; i < this.size; i++) {
			if (i !== 0) out += ", ";
			out += this.densePcs[i];
		}
		out += "}";
		return out;
	}
};
var LookbehindState = class {
	constructor(prog) {
		this.pos = -1;
		this.pcs = new Int32Array(prog.numInst());
		this.size = 0;
		this.lbTable = new Int32Array(prog.numLb + 1);
	}
	reset() {
		this.pos = -1;
		this.size = 0;
	}
};
var Machine = class Machine {
	static fromRE2(re2) {
		const m = new Machine();
		m.prog = re2.prog;
		m.re2 = re2;
		m.q0 = new Queue(m.prog.numInst());
		m.q1 = new Queue(m.prog.numInst());
		m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
		m.matched = false;
		m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
		m.ncap = 0;
		return m;
	}
	constructor() {
		this.prog = null;
		this.re2 = null;
		this.q0 = null;
		this.q1 = null;
		this.addStack = null;
		this.matched = false;
		this.matchcap = null;
		this.ncap = 0;
		this.lbTable = null;
	}
	init(ncap) {
		this.ncap = ncap;
		if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1);
		this.q0.init(ncap);
		this.q1.init(ncap);
		if (this.prog.numLb > 0) {
			if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
			this.lbTable.fill(-1);
		}
	}
	submatches() {
		if (this.ncap === 0) return Utils.emptyInts();
		return Utils.toArray(this.matchcap.subarray(0, this.ncap));
	}
	match(input, pos, anchor, lbState = null) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return false;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		this.matched = false;
		this.matchcap.fill(-1);
		const hasLookbehinds = this.prog.numLb > 0;
		const matchStartPos = pos;
		let currentPos = pos;
		let resumeLookbehinds = false;
		if (hasLookbehinds) if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
			currentPos = lbState.pos;
			resumeLookbehinds = true;
		} else currentPos = 0;
		let saveLookbehinds = hasLookbehinds && lbState !== null;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag;
		if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
		else flag = input.context(currentPos);
		if (hasLookbehinds) if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
		else this.spawnLookbehinds(runq, currentPos, flag);
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
				if (this.matched) break;
				if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
					const advance = input.index(this.re2, currentPos);
					if (advance < 0) break;
					currentPos += advance;
					r = input.step(currentPos);
					rune = r >> 3;
					width = r & 7;
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
					flag = input.context(currentPos);
				}
			}
			if (currentPos >= matchStartPos) {
				if (saveLookbehinds) {
					this.saveLookbehinds(lbState, runq, currentPos);
					saveLookbehinds = false;
				}
				if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
					if (this.ncap > 0) this.matchcap[0] = currentPos;
					this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
				}
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input.endPos());
			if (width === 0) break;
			if (this.ncap === 0 && this.matched) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		runq.clear();
		nextq.clear();
		return this.matched;
	}
	matchSet(input, pos, anchor) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return [];
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		let currentPos = this.prog.numLb > 0 ? 0 : pos;
		let matchStartPos = pos;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
		const matches = /* @__PURE__ */ new Set();
		if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
			}
			if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
				if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			for (let j = 0; j < runq.size; j++) {
				const pc = runq.densePcs[j];
				const i = this.prog.inst[pc];
				const capOffset = j * this.ncap;
				let add = false;
				switch (i.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
						matches.add(i.arg);
						break;
					case Inst.RUNE:
						add = i.matchRune(rune);
						break;
					case Inst.RUNE1:
						add = rune === i.runes[0];
						break;
					case Inst.RUNE_ANY:
						add = true;
						break;
					case Inst.RUNE_ANY_NOT_NL:
						add = rune !== 10;
						break;
					default: continue;
				}
				if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
			}
			runq.clear();
			if (width === 0) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		nextq.clear();
		return Array.from(matches).sort((a, b) => a - b);
	}
	step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
		const longest = this.re2.longest;
		for (let j = 0; j < runq.size; j++) {
			const pc = runq.densePcs[j];
			const capOffset = j * this.ncap;
			if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
			const i = this.prog.inst[pc];
			let add = false;
			switch (i.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
					if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
						runq.denseCaps[capOffset + 1] = pos;
						for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
					}
					if (!longest) runq.size = 0;
					this.matched = true;
					break;
				case Inst.RUNE:
					add = i.matchRune(c);
					break;
				case Inst.RUNE1:
					add = c === i.runes[0];
					break;
				case Inst.RUNE_ANY:
					add = true;
					break;
				case Inst.RUNE_ANY_NOT_NL:
					add = c !== 10;
					break;
				default: continue;
			}
			if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
		}
		runq.clear();
	}
	spawnLookbehinds(q, pos, flag) {
		for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
	}
	restoreLookbehinds(lbState, q, flag) {
		this.lbTable.set(lbState.lbTable);
		for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
	}
	saveLookbehinds(lbState, q, pos) {
		let size = 0;
		for (let j = 0; j < q.size; j++) {
			const pc = q.densePcs[j];
			if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
		}
		lbState.size = size;
		lbState.pos = pos;
		lbState.lbTable.set(this.lbTable);
	}
	add(q, pc, pos, capArray, capOffset, cond) {
		const stk = this.addStack;
		let nstk = 0;
		for (;;) {
			while (pc !== 0 && !q.contains(pc)) {
				const d = q.add(pc);
				const inst = this.prog.inst[pc];
				switch (inst.op) {
					case Inst.FAIL:
						pc = 0;
						break;
					case Inst.ALT:
					case Inst.ALT_MATCH:
						stk[nstk++] = inst.arg;
						stk[nstk++] = 0;
						pc = inst.out;
						break;
					case Inst.EMPTY_WIDTH:
						pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
						break;
					case Inst.NOP:
						pc = inst.out;
						break;
					case Inst.CAPTURE:
						if (inst.arg < this.ncap) {
							stk[nstk++] = -inst.arg - 1;
							stk[nstk++] = capArray[capOffset + inst.arg];
							capArray[capOffset + inst.arg] = pos;
						}
						pc = inst.out;
						break;
					case Inst.LB_WRITE:
						this.lbTable[Math.abs(inst.arg)] = pos;
						pc = inst.out;
						break;
					case Inst.LB_CHECK:
						if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
						else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
						break;
					case Inst.MATCH:
					case Inst.RUNE:
					case Inst.RUNE1:
					case Inst.RUNE_ANY:
					case Inst.RUNE_ANY_NOT_NL:
						if (this.prog.lbInst[pc] === 0) q.mainThreads++;
						if (this.ncap > 0) {
							const destOffset = d * this.ncap;
							if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
							for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
						}
						pc = 0;
						break;
					default: throw new RE2JSInternalException("unhandled");
				}
			}
			if (nstk === 0) return;
			nstk -= 2;
			const entry = stk[nstk];
			if (entry < 0) {
				capArray[capOffset - entry - 1] = stk[nstk + 1];
				pc = 0;
			} else pc = entry;
		}
	}
};
const hashState = (pcs, flag, ids) => {
	let h = -2128831035;
	for (let i = 0; i < pcs.length; i++) {
		h ^= pcs[i];
		h = Math.imul(h, 16777619);
	}
	h ^= flag;
	h = Math.imul(h, 16777619);
	for (let i = 0; i < ids.length; i++) {
		h ^= ids[i];
		h = Math.imul(h, 16777619);
	}
	return h;
};
const arraysEqual = (a, b) => {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
};
const isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
const NO_IDS = [];
const END_TEXT = -1;
var DFAState = class {
	constructor(nfaStates, flag, matchIDs) {
		this.nfaStates = nfaStates;
		this.flag = flag;
		this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
		this.matchIDs = matchIDs;
		this.next = null;
		this.nextAnchored = null;
	}
};
var DFA = class DFA {
	static FLAG_EMPTY_MASK = 255;
	static FLAG_MATCH = 256;
	static FLAG_LAST_WORD = 512;
	static FLAG_NEED_SHIFT = 16;
	static STATE_OVERHEAD = 150;
	static ARRAY_OVERHEAD = 40;
	static ELEMENT_SIZE = 8;
	static TABLE_OVERHEAD = 48;
	static PROGRESS_PER_STATE = 10;
	constructor(prog, maxMem = 8388608) {
		this.prog = prog;
		this.maxMem = maxMem;
		this.stateCache = /* @__PURE__ */ new Map();
		this.stateCount = 0;
		this.startStates = /* @__PURE__ */ new Map();
		this.failed = false;
		for (let pc = 0; pc < prog.numInst(); pc++) {
			const op = prog.getInst(pc).op;
			if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
				this.failed = true;
				break;
			}
		}
		this.computeRuneClasses();
		this.stateBudget = maxMem;
		this.memBudget = maxMem;
	}
	computeRuneClasses() {
		const bounds = /* @__PURE__ */ new Set();
		const addRange = (lo, hi) => {
			bounds.add(lo);
			bounds.add(hi + 1);
		};
		for (let pc = 0; pc < this.prog.numInst(); pc++) {
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.RUNE:
				case Inst.RUNE1:
					if (inst.runes.length === 1) {
						addRange(inst.runes[0], inst.runes[0]);
						if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
					} else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
					break;
				case Inst.RUNE_ANY_NOT_NL:
					addRange(10, 10);
					break;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
					if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
						addRange(48, 57);
						addRange(65, 90);
						addRange(95, 95);
						addRange(97, 122);
					}
			}
		}
		bounds.delete(0);
		this.classBounds = Int32Array.from(bounds).sort();
		this.numClasses = this.classBounds.length + 1;
		const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
		for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
		this.latin1Class = latin1Class;
	}
	runeClass(r) {
		if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
		return this.searchClass(r);
	}
	searchClass(r) {
		const bounds = this.classBounds;
		let lo = 0;
		let hi = bounds.length;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			if (bounds[mid] <= r) lo = mid + 1;
			else hi = mid;
		}
		return lo;
	}
	closure(pcs, flag) {
		const closure = /* @__PURE__ */ new Set();
		const stack = Array.from(pcs);
		let needflags = 0;
		while (stack.length > 0) {
			const pc = stack.pop();
			if (pc === 0 || closure.has(pc)) continue;
			closure.add(pc);
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					stack.push(inst.out);
					stack.push(inst.arg);
					break;
				case Inst.NOP:
				case Inst.CAPTURE:
					stack.push(inst.out);
					break;
				case Inst.EMPTY_WIDTH:
					needflags |= inst.arg;
					if ((inst.arg & ~flag) === 0) stack.push(inst.out);
			}
		}
		return {
			pcs: Array.from(closure).sort((a, b) => a - b),
			needflags
		};
	}
	getState(pcs, flag, ids) {
		const hash = hashState(pcs, flag, ids);
		const cached = this.stateCache.get(hash);
		if (cached instanceof DFAState) {
			if (isState(cached, pcs, flag, ids)) return cached;
		} else if (cached !== void 0) {
			for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
		}
		const cost = DFA.stateCost(pcs, ids);
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const state = new DFAState(pcs, flag, ids);
		if (cached === void 0) this.stateCache.set(hash, state);
		else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
		else cached.push(state);
		this.stateCount++;
		return state;
	}
	static stateCost(pcs, ids) {
		const idsCost = ids.length === 0 ? 0 : DFA.ARRAY_OVERHEAD + DFA.ELEMENT_SIZE * ids.length;
		return DFA.STATE_OVERHEAD + DFA.ELEMENT_SIZE * pcs.length + idsCost;
	}
	*cachedStates() {
		for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
		else yield* cached;
	}
	makeState(pcs, flag, ids) {
		const closure = this.closure(pcs, flag & DFA.FLAG_EMPTY_MASK);
		let stateFlag = flag;
		if (closure.needflags === 0) stateFlag &= DFA.FLAG_MATCH;
		stateFlag |= closure.needflags << DFA.FLAG_NEED_SHIFT;
		return this.getState(closure.pcs, stateFlag, ids);
	}
	allocTable(state, anchor) {
		const size = this.numClasses + 1;
		const cost = DFA.TABLE_OVERHEAD + DFA.ELEMENT_SIZE * size;
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const table = new Array(size).fill(null);
		if (anchor === RE2Flags.UNANCHORED) state.next = table;
		else state.nextAnchored = table;
		return table;
	}
	clearCache() {
		this.stateCache.clear();
		this.stateCount = 0;
		this.startStates.clear();
		this.memBudget = this.stateBudget;
	}
	resetCache(current) {
		this.clearCache();
		return this.getState(current.nfaStates, current.flag, current.matchIDs);
	}
	step(state, cls, rune, anchor) {
		let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
		if (table !== null) {
			const cached = table[cls];
			if (cached !== null) return cached;
		} else {
			table = this.allocTable(state, anchor);
			if (table === null) return null;
		}
		const needflag = state.flag >>> DFA.FLAG_NEED_SHIFT;
		const oldbeforeflag = state.flag & DFA.FLAG_EMPTY_MASK;
		let beforeflag = oldbeforeflag;
		let afterflag = 0;
		if (rune === 10) {
			beforeflag |= Utils.EMPTY_END_LINE;
			afterflag |= Utils.EMPTY_BEGIN_LINE;
		}
		if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
		const islastword = (state.flag & DFA.FLAG_LAST_WORD) !== 0;
		const isword = rune !== END_TEXT && Utils.isWordRune(rune);
		beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
		let pcs = state.nfaStates;
		if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
		const nextPCs = [];
		let ismatch = false;
		let ids = NO_IDS;
		for (let i = 0; i < pcs.length; i++) {
			const inst = this.prog.getInst(pcs[i]);
			if (inst.op === Inst.MATCH) {
				if (!ismatch) {
					ismatch = true;
					ids = [];
				}
				ids.push(inst.arg);
			} else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
		}
		if (ids.length > 1) ids.sort((a, b) => a - b);
		if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
		let flag = afterflag;
		if (ismatch) flag |= DFA.FLAG_MATCH;
		if (isword) flag |= DFA.FLAG_LAST_WORD;
		const nextState = this.makeState(nextPCs, flag, ids);
		if (nextState === null) return null;
		table[cls] = nextState;
		return nextState;
	}
	start(input, pos) {
		const context = input.context(pos);
		let flags;
		if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
		else {
			const r = input.step(pos);
			const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
			flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA.FLAG_LAST_WORD : 0;
		}
		let state = this.startStates.get(flags);
		if (state === void 0) {
			state = this.makeState([this.prog.start], flags, NO_IDS);
			if (state === null) {
				this.clearCache();
				state = this.makeState([this.prog.start], flags, NO_IDS);
				if (state === null) return null;
			}
			this.startStates.set(flags, state);
		}
		return state;
	}
	stepOrReset(state, cls, rune, anchor, pos, search) {
		let next = this.step(state, cls, rune, anchor);
		if (next !== null) return next;
		if (search.resetPos >= 0 && pos - search.resetPos < DFA.PROGRESS_PER_STATE * this.stateCount) return null;
		search.resetPos = pos;
		const restored = this.resetCache(state);
		if (restored === null) return null;
		next = this.step(restored, cls, rune, anchor);
		return next;
	}
	run(input, pos, anchor, state, onMatch) {
		const endPos = input.endPos();
		const latin1Class = this.latin1Class;
		const unanchored = anchor === RE2Flags.UNANCHORED;
		const search = { resetPos: -1 };
		let i = pos;
		while (i < endPos) {
			const r = input.step(i);
			const rune = r >> 3;
			const width = r & 7;
			if (width === 0) break;
			const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
			let next = unanchored && state.next !== null ? state.next[cls] : null;
			if (next === null) {
				next = this.stepOrReset(state, cls, rune, anchor, i, search);
				if (next === null) return null;
			}
			state = next;
			if (state.isMatch && onMatch(state, false)) return true;
			if (!unanchored && state.nfaStates.length === 0) return false;
			i += width;
		}
		state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
		if (state === null) return null;
		return state.isMatch && onMatch(state, true);
	}
	match(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		const startState = this.start(input, pos);
		if (startState === null) return null;
		return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
	}
	matchSet(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		const startState = this.start(input, pos);
		if (startState === null) return null;
		const matches = /* @__PURE__ */ new Set();
		const collect = (state, atEnd) => {
			if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
			return false;
		};
		if (this.run(input, pos, anchor, startState, collect) === null) return null;
		return Array.from(matches).sort((a, b) => a - b);
	}
};
const VISITED_BITS = 32;
const MAX_BACKTRACK_PROG = 500;
const INITIAL_JOB_CAPACITY = 256;
const MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
	constructor() {
		this.end = 0;
		this.cap = /* @__PURE__ */ new Int32Array(0);
		this.matchcap = /* @__PURE__ */ new Int32Array(0);
		this.ncap = 0;
		this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
		this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobLen = 0;
		this.visited = /* @__PURE__ */ new Uint32Array(0);
	}
	reset(prog, end, ncap) {
		this.end = end;
		this.jobLen = 0;
		this.ncap = ncap;
		const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
		if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
		else this.visited.fill(0, 0, visitedSize);
		if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
		else this.cap.fill(-1, 0, ncap);
		if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1, 0, ncap);
	}
	shouldVisit(pc, pos) {
		const n = pc * (this.end + 1) + pos;
		const idx = n >>> 5;
		const mask = 1 << (n & 31);
		if ((this.visited[idx] & mask) !== 0) return false;
		this.visited[idx] |= mask;
		return true;
	}
	push(re2, pc, pos, arg) {
		if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
			if (this.jobLen >= this.jobPc.length) {
				const newSize = this.jobPc.length * 2;
				const newPc = new Int32Array(newSize);
				newPc.set(this.jobPc);
				this.jobPc = newPc;
				const newArg = new Uint8Array(newSize);
				newArg.set(this.jobArg);
				this.jobArg = newArg;
				const newPos = new Int32Array(newSize);
				newPos.set(this.jobPos);
				this.jobPos = newPos;
			}
			this.jobPc[this.jobLen] = pc;
			this.jobArg[this.jobLen] = arg ? 1 : 0;
			this.jobPos[this.jobLen] = pos;
			this.jobLen++;
		}
	}
	tryBacktrack(re2, input, pc, pos, anchor) {
		const longest = re2.longest;
		this.push(re2, pc, pos, false);
		while (this.jobLen > 0) {
			this.jobLen--;
			let currentPc = this.jobPc[this.jobLen];
			let arg = this.jobArg[this.jobLen] === 1;
			let currentPos = this.jobPos[this.jobLen];
			let skipShouldVisit = true;
			while (true) {
				if (!skipShouldVisit) {
					if (!this.shouldVisit(currentPc, currentPos)) break;
				}
				skipShouldVisit = false;
				const inst = re2.prog.getInst(currentPc);
				switch (inst.op) {
					case Inst.FAIL: break;
					case Inst.ALT: if (arg) {
						arg = false;
						currentPc = inst.arg;
						continue;
					} else {
						this.push(re2, currentPc, currentPos, true);
						currentPc = inst.out;
						continue;
					}
					case Inst.ALT_MATCH: {
						const outInst = re2.prog.getInst(inst.out);
						if (Inst.isRuneOp(outInst.op)) {
							this.push(re2, inst.arg, currentPos, false);
							currentPc = inst.arg;
							currentPos = this.end;
							continue;
						}
						this.push(re2, inst.out, this.end, false);
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (!inst.matchRune(r >> 3)) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE1: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 !== inst.runes[0]) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY_NOT_NL: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 === 10) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.CAPTURE: if (arg) {
						this.cap[inst.arg] = currentPos;
						break;
					} else {
						if (inst.arg < this.ncap) {
							this.push(re2, currentPc, this.cap[inst.arg], true);
							this.cap[inst.arg] = currentPos;
						}
						currentPc = inst.out;
						continue;
					}
					case Inst.EMPTY_WIDTH: {
						const flag = input.context(currentPos);
						if ((inst.arg & ~flag) !== 0) break;
						currentPc = inst.out;
						continue;
					}
					case Inst.NOP:
						currentPc = inst.out;
						continue;
					case Inst.MATCH: {
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
						if (this.ncap === 0) return true;
						if (this.ncap > 1) this.cap[1] = currentPos;
						const old = this.matchcap[1];
						if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
						if (!longest) return true;
						if (currentPos === this.end) return true;
						break;
					}
					case Inst.LB_WRITE:
					case Inst.LB_CHECK: throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
					default: throw new RE2JSInternalException("bad inst");
				}
				break;
			}
		}
		return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
	}
};
const bitStatePool = [];
var Backtracker = class Backtracker {
	static shouldBacktrack(prog) {
		return prog.numInst() <= MAX_BACKTRACK_PROG;
	}
	static maxBitStateLen(prog) {
		if (!Backtracker.shouldBacktrack(prog)) return 0;
		return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
	}
	static execute(re2, input, pos, anchor, ncap) {
		const startCond = re2.cond;
		if (startCond === Utils.EMPTY_ALL) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
		const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
		const end = input.endPos();
		b.reset(re2.prog, end, ncap);
		let matched = false;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
			if (b.ncap > 0) b.cap[0] = pos;
			if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
		} else {
			let width = -1;
			for (; pos <= end && width !== 0; pos += width) {
				if (re2.prefix.length > 0) {
					const advance = input.index(re2, pos);
					if (advance < 0) break;
					pos += advance;
				}
				if (b.ncap > 0) b.cap[0] = pos;
				if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
					matched = true;
					break;
				}
				const r = input.step(pos);
				width = r === MachineInputBase.EOF() ? 0 : r & 7;
			}
		}
		if (!matched) {
			bitStatePool.push(b);
			return null;
		}
		const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
		bitStatePool.push(b);
		return result;
	}
};
var QueueOnePass = class {
	constructor(size) {
		this.sparse = new Uint32Array(size);
		this.dense = new Uint32Array(size);
		this.size = 0;
		this.nextIndex = 0;
	}
	empty() {
		return this.nextIndex >= this.size;
	}
	next() {
		return this.dense[this.nextIndex++];
	}
	clear() {
		this.size = 0;
		this.nextIndex = 0;
	}
	contains(u) {
		return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
	}
	insert(u) {
		if (!this.contains(u)) this.insertNew(u);
	}
	insertNew(u) {
		if (u >= this.sparse.length) return;
		this.sparse[u] = this.size;
		this.dense[this.size] = u;
		this.size++;
	}
};
const mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
	const leftLen = leftRunes.length;
	const rightLen = rightRunes.length;
	let lx = 0, rx = 0;
	const merged = [];
	const next = [];
	let ok = true;
	let ix = -1;
	const extend = (isLeft) => {
		const newArray = isLeft ? leftRunes : rightRunes;
		const low = isLeft ? lx : rx;
		const pc = isLeft ? leftPC : rightPC;
		if (ix > 0 && newArray[low] <= merged[ix]) return false;
		merged.push(newArray[low], newArray[low + 1]);
		if (isLeft) lx += 2;
		else rx += 2;
		ix += 2;
		next.push(pc);
		return true;
	};
	while (lx < leftLen || rx < rightLen) {
		if (rx >= rightLen) ok = extend(true);
		else if (lx >= leftLen) ok = extend(false);
		else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
		else ok = extend(true);
		if (!ok) return null;
	}
	return {
		merged,
		next
	};
};
var OnePassProg = class {
	constructor(prog) {
		this.start = prog.start;
		this.numCap = prog.numCap;
		this.inst = new Array(prog.inst.length);
		for (let i = 0; i < prog.inst.length; i++) {
			const orig = prog.inst[i];
			const inst = new Inst(orig.op);
			inst.out = orig.out;
			inst.arg = orig.arg;
			inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
			inst.next = null;
			this.inst[i] = inst;
		}
	}
};
const onePassCopy = (prog) => {
	const p = new OnePassProg(prog);
	for (let pc = 0; pc < p.inst.length; pc++) {
		const inst = p.inst[pc];
		if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
		let pAOther = "out";
		let pAAlt = "arg";
		let instAlt = p.inst[inst[pAAlt]];
		if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
			pAOther = "arg";
			pAAlt = "out";
			instAlt = p.inst[inst[pAAlt]];
			if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
		}
		const instOther = p.inst[inst[pAOther]];
		if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
		let pBAlt = "out";
		let pBOther = "arg";
		let patch = false;
		if (instAlt.out === pc) patch = true;
		else if (instAlt.arg === pc) {
			patch = true;
			pBAlt = "arg";
			pBOther = "out";
		}
		if (patch) instAlt[pBAlt] = inst[pAOther];
		if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
	}
	return p;
};
const makeOnePass = (p) => {
	if (p.inst.length >= 1e3) return null;
	const instQueue = new QueueOnePass(p.inst.length);
	const visitQueue = new QueueOnePass(p.inst.length);
	const onePassRunes = new Array(p.inst.length);
	const m = new Array(p.inst.length).fill(false);
	const check = (pc) => {
		let ok = true;
		const inst = p.inst[pc];
		if (visitQueue.contains(pc)) return true;
		visitQueue.insert(pc);
		switch (inst.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH: {
				ok = check(inst.out) && check(inst.arg);
				let matchOut = m[inst.out];
				let matchArg = m[inst.arg];
				if (matchOut && matchArg) return false;
				if (matchArg) {
					const tempOut = inst.out;
					inst.out = inst.arg;
					inst.arg = tempOut;
					const tempMatch = matchOut;
					matchOut = matchArg;
					matchArg = tempMatch;
				}
				if (matchOut) {
					m[pc] = true;
					inst.op = Inst.ALT_MATCH;
				}
				const mergeRes = mergeRuneSets(onePassRunes[inst.out] || [], onePassRunes[inst.arg] || [], inst.out, inst.arg);
				if (!mergeRes) return false;
				onePassRunes[pc] = new Int32Array(mergeRes.merged);
				inst.next = new Uint32Array(mergeRes.next);
				break;
			}
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
				ok = check(inst.out);
				m[pc] = m[inst.out];
				onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
				break;
			case Inst.MATCH:
			case Inst.FAIL:
				m[pc] = inst.op === Inst.MATCH;
				break;
			case Inst.RUNE: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				if (!inst.runes || inst.runes.length === 0) {
					onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
					inst.next = new Uint32Array([inst.out]);
					break;
				}
				let runes = [];
				if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE1: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				let runes = [];
				if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else runes.push(inst.runes[0], inst.runes[0]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE_ANY:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
				inst.next = new Uint32Array([inst.out]);
				break;
			case Inst.RUNE_ANY_NOT_NL:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([
					0,
					9,
					11,
					Unicode.MAX_RUNE
				]);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
		}
		return ok;
	};
	instQueue.clear();
	instQueue.insert(p.start);
	while (!instQueue.empty()) {
		visitQueue.clear();
		if (!check(instQueue.next())) return null;
	}
	for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
	return p;
};
const cleanupOnePass = (p, original) => {
	for (let ix = 0; ix < original.inst.length; ix++) {
		const instOriginal = original.inst[ix];
		switch (instOriginal.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH:
			case Inst.RUNE: break;
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
			case Inst.MATCH:
			case Inst.FAIL:
				p.inst[ix].next = null;
				break;
			case Inst.RUNE1:
			case Inst.RUNE_ANY:
			case Inst.RUNE_ANY_NOT_NL:
				p.inst[ix].next = null;
				p.inst[ix].op = instOriginal.op;
				p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
		}
	}
};
var OnePass = class OnePass {
	static compile(prog) {
		if (prog.start === 0) return null;
		if (prog.numLb > 0) return null;
		const startInst = prog.inst[prog.start];
		if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
		let hasAlt = false;
		for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
			hasAlt = true;
			break;
		}
		for (let i = 0; i < prog.inst.length; i++) {
			const inst = prog.inst[i];
			const opOut = prog.inst[inst.out].op;
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
					break;
				case Inst.EMPTY_WIDTH:
					if (opOut === Inst.MATCH) {
						if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
						return null;
					}
					break;
				default: if (opOut === Inst.MATCH && hasAlt) return null;
			}
		}
		let p = onePassCopy(prog);
		p = makeOnePass(p);
		if (p !== null) cleanupOnePass(p, prog);
		return p;
	}
	static next(inst, r) {
		const nextIdx = inst.matchRunePos(r);
		if (nextIdx >= 0) return inst.next[nextIdx];
		if (inst.op === Inst.ALT_MATCH) return inst.out;
		return 0;
	}
	static execute(re2, input, pos, anchor, ncap) {
		const onepass = re2.onepass;
		if (!onepass) return null;
		const matchcap = new Int32Array(ncap).fill(-1);
		let matched = false;
		let r = input.step(pos);
		let rune = r >> 3;
		let width = r & 7;
		let r1 = MachineInputBase.EOF();
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r1 = input.step(pos + width);
			if (r1 !== MachineInputBase.EOF()) {
				rune1 = r1 >> 3;
				width1 = r1 & 7;
			}
		}
		let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
		let pc = onepass.start;
		let inst;
		while (true) {
			inst = onepass.inst[pc];
			pc = inst.out;
			switch (inst.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
					matched = true;
					if (matchcap.length > 0) {
						matchcap[0] = 0;
						matchcap[1] = pos;
					}
					return ncap === 0 ? [] : Utils.toArray(matchcap);
				case Inst.RUNE:
					if (!inst.matchRune(rune)) return null;
					break;
				case Inst.RUNE1:
					if (rune !== inst.runes[0]) return null;
					break;
				case Inst.RUNE_ANY: break;
				case Inst.RUNE_ANY_NOT_NL:
					if (rune === 10) return null;
					break;
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pc = OnePass.next(inst, rune);
					continue;
				case Inst.FAIL: return null;
				case Inst.NOP: continue;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & ~flag) !== 0) return null;
					continue;
				case Inst.CAPTURE:
					if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
					continue;
				default: throw new RE2JSInternalException("bad inst");
			}
			if (width === 0) break;
			flag = Utils.emptyOpContext(rune, rune1);
			pos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r1 = input.step(pos + width);
				if (r1 !== MachineInputBase.EOF()) {
					rune1 = r1 >> 3;
					width1 = r1 & 7;
				} else {
					rune1 = -1;
					width1 = 0;
				}
			}
		}
		if (!matched) return null;
		return ncap === 0 ? [] : Utils.toArray(matchcap);
	}
};
/**
* Regular expression abstract syntax tree. Produced by parser, used by compiler. NB, this
* corresponds to {@code syntax.regexp} in the Go implementation; Go's {@code regexp} is called
* {@code RE2} in Java.
*/
var Regexp = class Regexp {
	static Op = createEnum([
		"NO_MATCH",
		"EMPTY_MATCH",
		"LITERAL",
		"CHAR_CLASS",
		"ANY_CHAR_NOT_NL",
		"ANY_CHAR",
		"BEGIN_LINE",
		"END_LINE",
		"BEGIN_TEXT",
		"END_TEXT",
		"WORD_BOUNDARY",
		"NO_WORD_BOUNDARY",
		"CAPTURE",
		"STAR",
		"PLUS",
		"QUEST",
		"REPEAT",
		"CONCAT",
		"ALTERNATE",
		"PLB",
		"NLB",
		"LEFT_PAREN",
		"VERTICAL_BAR"
	]);
	static isPseudoOp(op) {
		return op >= Regexp.Op.LEFT_PAREN;
	}
	static emptySubs() {
		return [];
	}
	static quoteIfHyphen(rune) {
		if (rune === Codepoint.CODES["-"]) return "\\";
		return "";
	}
	static fromRegexp(re) {
		const regex = new Regexp(re.op);
		regex.flags = re.flags;
		regex.subs = re.subs;
		regex.runes = re.runes;
		regex.cap = re.cap;
		regex.min = re.min;
		regex.max = re.max;
		regex.name = re.name;
		regex.namedGroups = re.namedGroups;
		regex.lb = re.lb;
		return regex;
	}
	constructor(op) {
		this.op = op;
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.min = 0;
		this.max = 0;
		this.cap = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	reinit() {
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.cap = 0;
		this.min = 0;
		this.max = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	toString() {
		return this.appendTo();
	}
	appendTo() {
		let out = "";
		switch (this.op) {
			case Regexp.Op.NO_MATCH:
				out += "[^\\x00-\\x{10FFFF}]";
				break;
			case Regexp.Op.EMPTY_MATCH:
				out += "(?:)";
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
			case Regexp.Op.REPEAT: {
				const sub = this.subs[0];
				if (sub.op > Regexp.Op.CAPTURE || sub.op === Regexp.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				switch (this.op) {
					case Regexp.Op.STAR:
						out += "*";
						break;
					case Regexp.Op.PLUS:
						out += "+";
						break;
					case Regexp.Op.QUEST:
						out += "?";
						break;
					case Regexp.Op.REPEAT:
						out += `{${this.min}`;
						if (this.min !== this.max) {
							out += ",";
							if (this.max >= 0) out += this.max;
						}
						out += "}";
				}
				if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
				break;
			}
			case Regexp.Op.CONCAT:
				for (let sub of this.subs) if (sub.op === Regexp.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				break;
			case Regexp.Op.ALTERNATE: {
				let sep = "";
				for (let sub of this.subs) {
					out += sep;
					sep = "|";
					out += sub.appendTo();
				}
				break;
			}
			case Regexp.Op.LITERAL:
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
				for (let rune of this.runes) out += Utils.escapeRune(rune);
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
				break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				out += "(?-s:.)";
				break;
			case Regexp.Op.ANY_CHAR:
				out += "(?s:.)";
				break;
			case Regexp.Op.PLB:
				out += `(?<=${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.NLB:
				out += `(?<!${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.CAPTURE:
				if (this.name === null || this.name.length === 0) out += "(";
				else out += `(?P<${this.name}>`;
				if (this.subs[0].op !== Regexp.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
				out += ")";
				break;
			case Regexp.Op.BEGIN_TEXT:
				out += "\\A";
				break;
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
				else out += "\\z";
				break;
			case Regexp.Op.BEGIN_LINE:
				out += "^";
				break;
			case Regexp.Op.END_LINE:
				out += "$";
				break;
			case Regexp.Op.WORD_BOUNDARY:
				out += "\\b";
				break;
			case Regexp.Op.NO_WORD_BOUNDARY:
				out += "\\B";
				break;
			case Regexp.Op.CHAR_CLASS:
				if (this.runes.length % 2 !== 0) {
					out += "[invalid char class]";
					break;
				}
				out += "[";
				if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
				else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
					out += "^";
					for (let i = 1; i < this.runes.length - 1; i += 2) {
						const lo = this.runes[i] + 1;
						const hi = this.runes[i + 1] - 1;
						out += Regexp.quoteIfHyphen(lo);
						out += Utils.escapeRune(lo);
						if (lo !== hi) {
							out += "-";
							out += Regexp.quoteIfHyphen(hi);
							out += Utils.escapeRune(hi);
						}
					}
				} else for (let i = 0; i < this.runes.length; i += 2) {
					const lo = this.runes[i];
					const hi = this.runes[i + 1];
					out += Regexp.quoteIfHyphen(lo);
					out += Utils.escapeRune(lo);
					if (lo !== hi) {
						out += "-";
						out += Regexp.quoteIfHyphen(hi);
						out += Utils.escapeRune(hi);
					}
				}
				out += "]";
				break;
			default: out += this.op;
		}
		return out;
	}
	maxCap() {
		let m = 0;
		if (this.op === Regexp.Op.CAPTURE) m = this.cap;
		if (this.subs !== null) for (let sub of this.subs) {
			const n = sub.maxCap();
			if (m < n) m = n;
		}
		return m;
	}
	equals(that) {
		if (!(that !== null && that instanceof Regexp)) return false;
		if (this.op !== that.op) return false;
		switch (this.op) {
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
				break;
			case Regexp.Op.LITERAL:
			case Regexp.Op.CHAR_CLASS:
				if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
				if (this.runes === null && that.runes === null) break;
				if (this.runes === null || that.runes === null) return false;
				if (this.runes.length !== that.runes.length) return false;
				for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
				break;
			case Regexp.Op.ALTERNATE:
			case Regexp.Op.CONCAT:
				if (this.subs.length !== that.subs.length) return false;
				for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.REPEAT:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.CAPTURE:
				if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
		}
		return true;
	}
};
/**
* Walks a Regexp tree without recursion, visiting nodes in the same order a recursive walk
* would (RE2: re2/walker-inl.h, "Helper class for traversing Regexps without recursion").
*
* The handler sees a node without subexpressions once, through `leaf(re)`, which returns its
* result. Any other node is seen up to three times:
* - `enter(re)` before its children. It returns the state kept for `re` while its children are
*   visited; a state whose `result` is already set skips the children.
* - `child(re, state, result, i)` after child `i` produced `result`. Setting `state.result`
*   stops visiting the remaining children.
* - `leave(re, state)` after the last child; it returns the result for `re`.
*
* Counted repetitions expand into one nesting level per copy, so the simplified tree can be
* thousands of levels deep; recursion over it would overflow the JS stack, which has no fixed
* relation to the parser's nesting limit. This walk keeps its frames on the heap instead.
*/
var RegexpWalker = class {
	static walk(root, handler) {
		const stack = [];
		let re = root;
		let result;
		for (;;) {
			if (re.subs.length === 0) result = handler.leaf(re);
			else {
				const state = handler.enter(re);
				if (state.result === void 0) {
					stack.push({
						re,
						state,
						i: 0
					});
					re = re.subs[0];
					continue;
				}
				result = state.result;
			}
			for (;;) {
				if (stack.length === 0) return result;
				const frame = stack[stack.length - 1];
				handler.child(frame.re, frame.state, result, frame.i);
				frame.i++;
				if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
					re = frame.re.subs[frame.i];
					break;
				}
				stack.pop();
				result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
			}
		}
	}
};
var AhoCorasick = class {
	constructor(words, alphabetSize) {
		const edges = /* @__PURE__ */ new Map();
		const parent = [0];
		const unit = [0];
		const depth = [0];
		const terminal = [0];
		for (const word of words) {
			let node = 0;
			for (let i = 0; i < word.length; i++) {
				const key = node * alphabetSize + word[i];
				let child = edges.get(key);
				if (child === void 0) {
					child = parent.length;
					edges.set(key, child);
					parent.push(node);
					unit.push(word[i]);
					depth.push(depth[node] + 1);
					terminal.push(0);
				}
				node = child;
			}
			terminal[node] = 1;
		}
		const numNodes = parent.length;
		const children = new Int32Array(numNodes - 1);
		for (let c = 1; c < numNodes; c++) children[c - 1] = c;
		children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
		const childStart = new Int32Array(numNodes + 1);
		for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
		for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
		const childUnit = new Int32Array(numNodes - 1);
		for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
		this.childStart = childStart;
		this.childUnit = childUnit;
		this.childNode = children;
		const byDepth = new Int32Array(numNodes);
		for (let n = 0; n < numNodes; n++) byDepth[n] = n;
		byDepth.sort((a, b) => depth[a] - depth[b]);
		const fail = new Int32Array(numNodes);
		const match = Uint8Array.from(terminal);
		for (let k = 1; k < numNodes; k++) {
			const c = byDepth[k];
			const p = parent[c];
			if (p !== 0) {
				let f = fail[p];
				let next = this.next(f, unit[c]);
				while (next < 0 && f !== 0) {
					f = fail[f];
					next = this.next(f, unit[c]);
				}
				fail[c] = next >= 0 ? next : 0;
			}
			match[c] |= match[fail[c]];
		}
		this.fail = fail;
		this.match = match;
	}
	next(node, u) {
		let lo = this.childStart[node];
		let hi = this.childStart[node + 1];
		const units = this.childUnit;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			const m = units[mid];
			if (m === u) return this.childNode[mid];
			if (m < u) lo = mid + 1;
			else hi = mid;
		}
		return -1;
	}
	advance(node, u) {
		for (;;) {
			const next = this.next(node, u);
			if (next >= 0) return next;
			if (node === 0) return 0;
			node = this.fail[node];
		}
	}
	searchUTF16(charSeq, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, charSeq.charCodeAt(i));
			if (this.match[node] === 1) return true;
		}
		return false;
	}
	searchUTF8(bytes, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, bytes[i]);
			if (this.match[node] === 1) return true;
		}
		return false;
	}
};
var Prefilter = class Prefilter {
	static Type = {
		NONE: 0,
		EXACT: 1,
		AND: 2,
		OR: 3
	};
	static MAX_SCANS = 32;
	static MAX_AC_UNITS = 1 << 18;
	constructor(type) {
		this.type = type;
		this.subs = [];
		this.str = "";
		this.bytes = null;
		this.cost = type === Prefilter.Type.EXACT ? 1 : 0;
		this.allExact = false;
		this.ac16 = null;
		this.ac8 = null;
	}
	automaton16() {
		if (this.ac16 === null) {
			const words = this.subs.map((s) => {
				const arr = new Array(s.str.length);
				for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
				return arr;
			});
			this.ac16 = new AhoCorasick(words, 65536);
		}
		return this.ac16;
	}
	automaton8() {
		if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
		return this.ac8;
	}
	eval(input, pos) {
		switch (this.type) {
			case Prefilter.Type.NONE: return true;
			case Prefilter.Type.EXACT: return input.hasString(this, pos);
			case Prefilter.Type.AND:
				for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
				return true;
			case Prefilter.Type.OR:
				if (this.allExact) return input.hasAnyString(this, pos);
				for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
				return false;
			default: return true;
		}
	}
};
var PrefilterTree = class PrefilterTree {
	static build(re) {
		if (!re) return new Prefilter(Prefilter.Type.NONE);
		return RegexpWalker.walk(re, PrefilterTree.WALKER);
	}
	static WALKER = {
		leaf: (re) => PrefilterTree.leaf(re),
		enter: (re) => PrefilterTree.enter(re),
		child: (re, state, result) => PrefilterTree.child(re, state, result),
		leave: (re, state) => PrefilterTree.leave(re, state)
	};
	static leaf(re) {
		if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
		if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
		let str = "";
		for (let i = 0; i < re.runes.length; i++) {
			if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
			str += String.fromCodePoint(re.runes[i]);
		}
		const pf = new Prefilter(Prefilter.Type.EXACT);
		pf.str = str;
		pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
		return pf;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.CAPTURE:
			case Regexp.Op.PLUS: return { sub: null };
			case Regexp.Op.REPEAT:
				if (re.min >= 1) return { sub: null };
				return { result: new Prefilter(Prefilter.Type.NONE) };
			case Regexp.Op.CONCAT: return {
				pf: new Prefilter(Prefilter.Type.AND),
				subs: []
			};
			case Regexp.Op.ALTERNATE: return {
				pf: new Prefilter(Prefilter.Type.OR),
				subs: []
			};
			default: return { result: new Prefilter(Prefilter.Type.NONE) };
		}
	}
	static child(re, state, s) {
		if (state.subs === void 0) {
			state.sub = s;
			return;
		}
		if (state.pf.type === Prefilter.Type.AND) {
			if (s.type === Prefilter.Type.NONE) return;
			if (s.type === Prefilter.Type.AND) {
				for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
				return;
			}
			state.subs.push(s);
			return;
		}
		if (s.type === Prefilter.Type.NONE) {
			state.result = new Prefilter(Prefilter.Type.NONE);
			return;
		}
		if (s.type === Prefilter.Type.OR) {
			for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
			return;
		}
		state.subs.push(s);
	}
	static leave(re, state) {
		if (state.subs === void 0) return state.sub;
		const pf = state.pf;
		const seen = /* @__PURE__ */ new Set();
		const subs = [];
		for (const sub of state.subs) {
			if (sub.type === Prefilter.Type.EXACT) {
				if (seen.has(sub.str)) continue;
				seen.add(sub.str);
			}
			subs.push(sub);
		}
		if (pf.type === Prefilter.Type.AND) {
			const kept = [];
			let cost = 0;
			for (const sub of subs) {
				if (cost + sub.cost > Prefilter.MAX_SCANS) continue;
				kept.push(sub);
				cost += sub.cost;
			}
			if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
			if (kept.length === 1) return kept[0];
			pf.subs = kept;
			pf.cost = cost;
			return pf;
		}
		if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
		if (subs.length === 1) return subs[0];
		pf.subs = subs;
		let allExact = true;
		let cost = 0;
		let units = 0;
		for (const sub of subs) {
			if (sub.type !== Prefilter.Type.EXACT) allExact = false;
			else units += sub.bytes.length;
			cost += sub.cost;
		}
		if (allExact) {
			if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
			pf.allExact = true;
			pf.cost = 1;
			return pf;
		}
		if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
		pf.cost = cost;
		return pf;
	}
};
/**
* A list of instruction pointers waiting to be patched.
* Tracks both `head` and `tail` to allow O(1) appending during compilation.
* * Values are encoded integers, not standard memory pointers:
* - Program instruction index: `l >> 1`
* - Patch `.out` field if: `(l & 1) === 0`
* - Patch `.arg` field if: `(l & 1) === 1`
* - `0` denotes an empty list.
* * @see https://swtch.com/~rsc/regexp/regexp1.html
*/
var PatchList = class {
	/**
	* @param {number} head - Encoded pointer to the start of the patch list.
	* @param {number} tail - Encoded pointer to the end of the patch list.
	*/
	constructor(head = 0, tail = 0) {
		this.head = head;
		this.tail = tail;
	}
};
/**
* A Prog is a compiled regular expression program.
*/
var Prog = class {
	constructor() {
		this.inst = [];
		this.start = 0;
		this.numCap = 2;
		this.lbStarts = [];
		this.numLb = 0;
		this.lbInst = null;
	}
	getInst(pc) {
		return this.inst[pc];
	}
	numInst() {
		return this.inst.length;
	}
	addInst(op) {
		this.inst.push(new Inst(op));
	}
	markLookbehindInsts() {
		const lbInst = new Uint8Array(this.inst.length);
		const pending = this.lbStarts.slice();
		while (pending.length > 0) {
			const pc = pending.pop();
			if (pc === 0 || lbInst[pc] === 1) continue;
			lbInst[pc] = 1;
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pending.push(i.out, i.arg);
					break;
				case Inst.MATCH:
				case Inst.FAIL: break;
				default: pending.push(i.out);
			}
		}
		this.lbInst = lbInst;
	}
	skipNop(pc) {
		let i = this.inst[pc];
		while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
			i = this.inst[pc];
			pc = i.out;
		}
		return i;
	}
	/** @returns {[boolean, string]} */
	prefix() {
		let prefix = "";
		let i = this.skipNop(this.start);
		if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
		while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
			prefix += String.fromCodePoint(i.runes[0]);
			i = this.skipNop(i.out);
		}
		return [i.op === Inst.MATCH, prefix];
	}
	startCond() {
		let flag = 0;
		let pc = this.start;
		loop: for (;;) {
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.EMPTY_WIDTH:
					flag |= i.arg;
					break;
				case Inst.FAIL: return -1;
				case Inst.CAPTURE:
				case Inst.NOP: break;
				default: break loop;
			}
			pc = i.out;
		}
		return flag;
	}
	patch(l, val) {
		let head = l.head;
		while (head !== 0) {
			const i = this.inst[head >> 1];
			if ((head & 1) === 0) {
				head = i.out;
				i.out = val;
			} else {
				head = i.arg;
				i.arg = val;
			}
		}
	}
	append(l1, l2) {
		if (l1.head === 0) return l2;
		if (l2.head === 0) return l1;
		const i = this.inst[l1.tail >> 1];
		if ((l1.tail & 1) === 0) i.out = l2.head;
		else i.arg = l2.head;
		return new PatchList(l1.head, l2.tail);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		let out = "";
		for (let pc = 0; pc < this.inst.length; pc++) {
			const len = out.length;
			out += pc;
			if (pc === this.start) out += "*";
			out += "        ".substring(out.length - len);
			out += this.inst[pc];
			out += "\n";
		}
		return out;
	}
};
const ANY_RUNE_NOT_NL = new Int32Array([
	0,
	Codepoint.CODES["\n"] - 1,
	Codepoint.CODES["\n"] + 1,
	Unicode.MAX_RUNE
]);
const ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
/**
* A fragment of a compiled regular expression program.
*
* @see http://swtch.com/~rsc/regexp/regexp1.html
* @class
*/
var Frag = class {
	constructor(i = 0, out = new PatchList(), nullable = false) {
		this.i = i;
		this.out = out;
		this.nullable = nullable;
	}
};
/**
* Compiler from {@code Regexp} (RE2 abstract syntax) to {@code RE2} (compiled regular expression).
*
* The only entry point is {@link #compileRegexp}.
*/
var Compiler = class Compiler {
	static compileRegexp(re) {
		const c = new Compiler();
		const f = c.compile(re);
		c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
		c.prog.start = f.i;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	static compileSet(regexps) {
		const c = new Compiler();
		if (regexps.length === 0) {
			c.prog.start = c.newInst(Inst.FAIL).i;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		let starts = [];
		for (let i = 0; i < regexps.length; i++) {
			c.lbOffset = c.prog.numLb;
			const f = c.compile(regexps[i]);
			const m = c.newInst(Inst.MATCH);
			c.prog.getInst(m.i).arg = i;
			c.prog.patch(f.out, m.i);
			starts.push(f.i);
		}
		let start = starts[0];
		for (let i = 1; i < starts.length; i++) {
			const f = c.newInst(Inst.ALT);
			const inst = c.prog.getInst(f.i);
			inst.out = start;
			inst.arg = starts[i];
			start = f.i;
		}
		c.prog.start = start;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	constructor() {
		this.prog = new Prog();
		this.newInst(Inst.FAIL);
		this.lbOffset = 0;
		this.runeCache = /* @__PURE__ */ new Map();
		this.walker = {
			leaf: (re) => this.leaf(re),
			enter: (re) => this.enter(re),
			child: (re, state, result) => this.child(re, state, result),
			leave: (re, state) => this.leave(re, state)
		};
	}
	newInst(op) {
		this.prog.addInst(op);
		return new Frag(this.prog.numInst() - 1, new PatchList(), true);
	}
	nop() {
		const f = this.newInst(Inst.NOP);
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	fail() {
		return new Frag();
	}
	cap(arg) {
		const f = this.newInst(Inst.CAPTURE);
		f.out = new PatchList(f.i << 1, f.i << 1);
		this.prog.getInst(f.i).arg = arg;
		if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
		return f;
	}
	cat(f1, f2) {
		if (f1.i === 0 || f2.i === 0) {
			this.prog.patch(f1.out, 0);
			this.prog.patch(f2.out, 0);
			return this.fail();
		}
		this.prog.patch(f1.out, f2.i);
		return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
	}
	alt(f1, f2) {
		if (f1.i === 0) return f2;
		if (f2.i === 0) return f1;
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		i.out = f1.i;
		i.arg = f2.i;
		f.out = this.prog.append(f1.out, f2.out);
		f.nullable = f1.nullable || f2.nullable;
		return f;
	}
	loop(f1, nongreedy) {
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		this.prog.patch(f1.out, f.i);
		return f;
	}
	quest(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		f.out = this.prog.append(f.out, f1.out);
		return f;
	}
	star(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
		return this.loop(f1, nongreedy);
	}
	plus(f1, nongreedy) {
		if (f1.i === 0) return this.fail();
		return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
	}
	empty(op) {
		const f = this.newInst(Inst.EMPTY_WIDTH);
		this.prog.getInst(f.i).arg = op;
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	rune(runes, flags) {
		const f = this.newInst(Inst.RUNE);
		f.nullable = false;
		const i = this.prog.getInst(f.i);
		i.runes = runes;
		flags &= RE2Flags.FOLD_CASE;
		if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
		i.arg = flags;
		f.out = new PatchList(f.i << 1, f.i << 1);
		if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
		else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
		else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
		return f;
	}
	lookBehind(a, parsedLb) {
		const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
		const id = this.newInst(Inst.LB_WRITE);
		this.prog.getInst(id.i).arg = lb;
		const any = this.rune(ANY_RUNE, 0);
		const dotStar = this.star(any, true);
		const lbAutomaton = this.cat(dotStar, a);
		this.prog.patch(lbAutomaton.out, id.i);
		const checkId = this.newInst(Inst.LB_CHECK);
		this.prog.getInst(checkId.i).arg = lb;
		this.prog.lbStarts.push(lbAutomaton.i);
		if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
		checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
		return checkId;
	}
	compile(re) {
		return RegexpWalker.walk(re, this.walker);
	}
	leaf(re) {
		switch (re.op) {
			case Regexp.Op.NO_MATCH: return this.fail();
			case Regexp.Op.EMPTY_MATCH: return this.nop();
			case Regexp.Op.LITERAL: {
				if (re.runes.length === 0) return this.nop();
				let f = null;
				for (let r of re.runes) {
					let singleRune = this.runeCache.get(r);
					if (singleRune === void 0) {
						singleRune = new Int32Array([r]);
						this.runeCache.set(r, singleRune);
					}
					const f1 = this.rune(singleRune, re.flags);
					f = f === null ? f1 : this.cat(f, f1);
				}
				return f;
			}
			case Regexp.Op.CHAR_CLASS: return this.rune(re.runes, re.flags);
			case Regexp.Op.ANY_CHAR_NOT_NL: return this.rune(ANY_RUNE_NOT_NL, 0);
			case Regexp.Op.ANY_CHAR: return this.rune(ANY_RUNE, 0);
			case Regexp.Op.BEGIN_LINE: return this.empty(Utils.EMPTY_BEGIN_LINE);
			case Regexp.Op.END_LINE: return this.empty(Utils.EMPTY_END_LINE);
			case Regexp.Op.BEGIN_TEXT: return this.empty(Utils.EMPTY_BEGIN_TEXT);
			case Regexp.Op.END_TEXT: return this.empty(Utils.EMPTY_END_TEXT);
			case Regexp.Op.WORD_BOUNDARY: return this.empty(Utils.EMPTY_WORD_BOUNDARY);
			case Regexp.Op.NO_WORD_BOUNDARY: return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return this.nop();
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CAPTURE: return {
				bra: this.cap(re.cap << 1),
				sub: null
			};
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return { f: null };
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	child(re, state, f1) {
		if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
		else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
		else state.sub = f1;
	}
	leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: return this.lookBehind(state.sub, re.lb);
			case Regexp.Op.CAPTURE: {
				const ket = this.cap(re.cap << 1 | 1);
				return this.cat(this.cat(state.bra, state.sub), ket);
			}
			case Regexp.Op.STAR: return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.PLUS: return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.QUEST: return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return state.f;
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
};
var Simplify = class Simplify {
	static simplify(re) {
		if (re === null) return null;
		return RegexpWalker.walk(re, Simplify.WALKER);
	}
	static WALKER = {
		leaf: (re) => Simplify.leaf(re),
		enter: (re) => Simplify.enter(re),
		child: (re, state, result, i) => Simplify.child(re, state, result, i),
		leave: (re, state) => Simplify.leave(re, state)
	};
	static leaf(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			if (re.runes === null) return re;
			if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
			if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
		}
		return re;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return {
				subs: [],
				changed: false
			};
			case Regexp.Op.REPEAT:
				if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
				return { sub: null };
			default: return { result: re };
		}
	}
	static child(re, state, nsub, i) {
		if (state.subs === void 0) {
			state.sub = nsub;
			return;
		}
		if (nsub !== re.subs[i]) state.changed = true;
		if (re.op === Regexp.Op.CONCAT) {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.result = new Regexp(Regexp.Op.NO_MATCH);
				return;
			}
			if (nsub.op === Regexp.Op.EMPTY_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.CONCAT) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		} else {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.ALTERNATE) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		}
		state.subs.push(nsub);
	}
	static leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE: {
				const sub = state.sub;
				if (sub !== re.subs[0]) {
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = [sub];
					return nre;
				}
				return re;
			}
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE:
				if (state.changed) {
					const newSubs = state.subs;
					if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
					if (newSubs.length === 1) return newSubs[0];
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = newSubs;
					return nre;
				}
				return re;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return Simplify.simplify1(re.op, re.flags, state.sub, re);
			case Regexp.Op.REPEAT: return Simplify.simplifyRepeat(re, state.sub);
			default: return re;
		}
	}
	static simplifyRepeat(re, sub) {
		if (re.max === -1) {
			if (re.min === 0) return Simplify.simplify1(Regexp.Op.STAR, re.flags, sub, null);
			if (re.min === 1) return Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
			const subs = [];
			for (let i = 0; i < re.min - 1; i++) subs.push(sub);
			subs.push(Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
			return Simplify.concat(subs);
		}
		if (re.min === 1 && re.max === 1) return sub;
		let prefixSubs = null;
		if (re.min > 0) {
			prefixSubs = [];
			for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
		}
		if (re.max > re.min) {
			let suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
			for (let i = re.min + 1; i < re.max; i++) suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, Simplify.concat([sub, suffix]), null);
			if (prefixSubs === null) return suffix;
			prefixSubs.push(suffix);
		}
		if (prefixSubs !== null) return Simplify.concat(prefixSubs);
		return new Regexp(Regexp.Op.NO_MATCH);
	}
	static concat(subs) {
		const newSubs = [];
		for (let i = 0; i < subs.length; i++) {
			const sub = subs[i];
			if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
			if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
			if (sub.op === Regexp.Op.CONCAT) {
				for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
				continue;
			}
			newSubs.push(sub);
		}
		if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
		if (newSubs.length === 1) return newSubs[0];
		const nre = new Regexp(Regexp.Op.CONCAT);
		nre.subs = newSubs;
		return nre;
	}
	static simplify1(op, flags, sub, re) {
		if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
		if (sub.op === Regexp.Op.NO_MATCH) {
			if (op === Regexp.Op.PLUS) return sub;
			return new Regexp(Regexp.Op.EMPTY_MATCH);
		}
		if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
		if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
		const nre = new Regexp(op);
		nre.flags = flags;
		nre.subs = [sub];
		return nre;
	}
};
var CharGroup = class {
	constructor(sign, cls) {
		this.sign = sign;
		this.cls = cls;
	}
};
const code1 = [48, 57];
const code2 = [
	9,
	10,
	12,
	13,
	32,
	32
];
const code3 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const PERL_GROUPS = /* @__PURE__ */ new Map([
	["\\d", new CharGroup(1, code1)],
	["\\D", new CharGroup(-1, code1)],
	["\\s", new CharGroup(1, code2)],
	["\\S", new CharGroup(-1, code2)],
	["\\w", new CharGroup(1, code3)],
	["\\W", new CharGroup(-1, code3)]
]);
const code4 = [
	48,
	57,
	65,
	90,
	97,
	122
];
const code5 = [
	65,
	90,
	97,
	122
];
const code6 = [0, 127];
const code7 = [
	9,
	9,
	32,
	32
];
const code8 = [
	0,
	31,
	127,
	127
];
const code9 = [48, 57];
const code10 = [33, 126];
const code11 = [97, 122];
const code12 = [32, 126];
const code13 = [
	33,
	47,
	58,
	64,
	91,
	96,
	123,
	126
];
const code14 = [
	9,
	13,
	32,
	32
];
const code15 = [65, 90];
const code16 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const code17 = [
	48,
	57,
	65,
	70,
	97,
	102
];
const POSIX_GROUPS = /* @__PURE__ */ new Map([
	["[:alnum:]", new CharGroup(1, code4)],
	["[:^alnum:]", new CharGroup(-1, code4)],
	["[:alpha:]", new CharGroup(1, code5)],
	["[:^alpha:]", new CharGroup(-1, code5)],
	["[:ascii:]", new CharGroup(1, code6)],
	["[:^ascii:]", new CharGroup(-1, code6)],
	["[:blank:]", new CharGroup(1, code7)],
	["[:^blank:]", new CharGroup(-1, code7)],
	["[:cntrl:]", new CharGroup(1, code8)],
	["[:^cntrl:]", new CharGroup(-1, code8)],
	["[:digit:]", new CharGroup(1, code9)],
	["[:^digit:]", new CharGroup(-1, code9)],
	["[:graph:]", new CharGroup(1, code10)],
	["[:^graph:]", new CharGroup(-1, code10)],
	["[:lower:]", new CharGroup(1, code11)],
	["[:^lower:]", new CharGroup(-1, code11)],
	["[:print:]", new CharGroup(1, code12)],
	["[:^print:]", new CharGroup(-1, code12)],
	["[:punct:]", new CharGroup(1, code13)],
	["[:^punct:]", new CharGroup(-1, code13)],
	["[:space:]", new CharGroup(1, code14)],
	["[:^space:]", new CharGroup(-1, code14)],
	["[:upper:]", new CharGroup(1, code15)],
	["[:^upper:]", new CharGroup(-1, code15)],
	["[:word:]", new CharGroup(1, code16)],
	["[:^word:]", new CharGroup(-1, code16)],
	["[:xdigit:]", new CharGroup(1, code17)],
	["[:^xdigit:]", new CharGroup(-1, code17)]
]);
/**
* A "builder"-style helper class for manipulating character classes represented as an array of
* pairs of runes [lo, hi], each denoting an inclusive interval.
*
* All methods mutate the internal state and return {@code this}, allowing operations to be chained.
*/
var CharClass = class CharClass {
	static charClassToString(r, len) {
		let result = "[";
		for (let i = 0; i < len; i += 2) {
			if (i > 0) result += " ";
			const lo = r[i];
			const hi = r[i + 1];
			if (lo === hi) result += `0x${lo.toString(16)}`;
			else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
		}
		result += "]";
		return result;
	}
	static sortRanges(array, len) {
		const n = len >> 1;
		const order = new Array(n);
		for (let i = 0; i < n; i++) order[i] = i;
		order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
		const sorted = array.slice(0, len);
		for (let i = 0; i < n; i++) {
			array[2 * i] = sorted[2 * order[i]];
			array[2 * i + 1] = sorted[2 * order[i] + 1];
		}
	}
	/**
	* @param {number[]|Int32Array} [r]
	*/
	constructor(r = Utils.emptyInts()) {
		/** @type {number[]|Int32Array} */
		this.r = r;
		this.len = r.length;
	}
	toArray() {
		if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
		return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
	}
	toGrowableArray() {
		if (Array.isArray(this.r)) {
			this.r.length = this.len;
			return this.r;
		}
		return Array.from(this.r.subarray(0, this.len));
	}
	cleanClass() {
		if (this.len < 4) return this;
		CharClass.sortRanges(this.r, this.len);
		let w = 2;
		for (let i = 2; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (lo <= this.r[w - 1] + 1) {
				if (hi > this.r[w - 1]) this.r[w - 1] = hi;
				continue;
			}
			this.r[w] = lo;
			this.r[w + 1] = hi;
			w += 2;
		}
		this.len = w;
		return this;
	}
	appendLiteral(x, flags) {
		return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
	}
	appendRange(lo, hi) {
		if (this.len > 0) {
			for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
				const rlo = this.r[this.len - i];
				const rhi = this.r[this.len - i + 1];
				if (lo <= rhi + 1 && rlo <= hi + 1) {
					if (lo < rlo) this.r[this.len - i] = lo;
					if (hi > rhi) this.r[this.len - i + 1] = hi;
					return this;
				}
			}
		}
		this.r[this.len++] = lo;
		this.r[this.len++] = hi;
		return this;
	}
	appendFoldedRange(lo, hi) {
		if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (lo < Unicode.MIN_FOLD) {
			this.appendRange(lo, Unicode.MIN_FOLD - 1);
			lo = Unicode.MIN_FOLD;
		}
		if (hi > Unicode.MAX_FOLD) {
			this.appendRange(Unicode.MAX_FOLD + 1, hi);
			hi = Unicode.MAX_FOLD;
		}
		for (let c = lo; c <= hi; c++) {
			this.appendRange(c, c);
			for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
		}
		return this;
	}
	appendClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
		return this;
	}
	appendFoldedClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
		return this;
	}
	appendNegatedClass(x) {
		let nextLo = 0;
		for (let i = 0; i < x.length; i += 2) {
			const lo = x[i];
			const hi = x[i + 1];
			if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
			nextLo = hi + 1;
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTable(table) {
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				this.appendRange(lo, hi);
				continue;
			}
			for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
		}
		return this;
	}
	appendNegatedTable(table) {
		let nextLo = 0;
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
				nextLo = hi + 1;
				continue;
			}
			for (let c = lo; c <= hi; c += stride) {
				if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
				nextLo = c + 1;
			}
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTableWithSign(table, sign) {
		return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
	}
	negateClass() {
		let nextLo = 0;
		let w = 0;
		for (let i = 0; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (nextLo <= lo - 1) {
				this.r[w] = nextLo;
				this.r[w + 1] = lo - 1;
				w += 2;
			}
			nextLo = hi + 1;
		}
		this.len = w;
		if (nextLo <= Unicode.MAX_RUNE) {
			this.r[this.len++] = nextLo;
			this.r[this.len++] = Unicode.MAX_RUNE;
		}
		return this;
	}
	appendClassWithSign(x, sign) {
		return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
	}
	appendGroup(g, foldCase) {
		let cls = g.cls;
		if (foldCase) cls = new CharClass().appendFoldedClass(cls).cleanClass().toArray();
		return this.appendClassWithSign(cls, g.sign);
	}
	toString() {
		return CharClass.charClassToString(this.r, this.len);
	}
};
var StringIterator = class {
	constructor(str) {
		this.str = str;
		this.position = 0;
	}
	pos() {
		return this.position;
	}
	rewindTo(pos) {
		this.position = pos;
	}
	more() {
		return this.position < this.str.length;
	}
	peek() {
		return this.str.codePointAt(this.position);
	}
	skip(n) {
		this.position += n;
	}
	skipString(s) {
		this.position += s.length;
	}
	pop() {
		const r = this.str.codePointAt(this.position);
		this.position += Utils.charCount(r);
		return r;
	}
	lookingAt(s) {
		return this.str.startsWith(s, this.position);
	}
	rest() {
		return this.str.substring(this.position);
	}
	from(beforePos) {
		return this.str.substring(beforePos, this.position);
	}
	toString() {
		return this.rest();
	}
};
/**
* A parser of regular expression patterns.
*
* The only public entry point is {@link #parse(String pattern, int flags)}.
*/
var Parser = class Parser {
	static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
	static ERR_INVALID_CHAR_RANGE = "invalid character class range";
	static ERR_INVALID_ESCAPE = "invalid escape sequence";
	static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
	static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
	static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
	static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
	static ERR_MISSING_BRACKET = "missing closing ]";
	static ERR_MISSING_PAREN = "missing closing )";
	static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
	static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
	static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
	static ERR_UNEXPECTED_PAREN = "unexpected )";
	static ERR_NESTING_DEPTH = "expression nests too deeply";
	static ERR_LARGE = "expression too large";
	static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
	static MAX_HEIGHT = 1e3;
	static MAX_SIZE = 1398101;
	static MAX_RUNES = 33554432;
	static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		Unicode.MAX_RUNE,
		1
	]));
	static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1
	]));
	static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1,
		383,
		383,
		1,
		8490,
		8490,
		1
	]));
	static unicodeTable(name) {
		if (name === "Any") return {
			tab: Parser.ANY_TABLE,
			fold: Parser.ANY_TABLE,
			sign: 1
		};
		if (name === "Ascii") return {
			tab: Parser.ASCII_TABLE,
			fold: Parser.ASCII_FOLD_TABLE,
			sign: 1
		};
		if (name === "Assigned") return {
			tab: UnicodeTables.CATEGORIES.get("Cn"),
			fold: UnicodeTables.CATEGORIES.get("Cn"),
			sign: -1
		};
		if (name === "Lc") return {
			tab: UnicodeTables.CATEGORIES.get("LC"),
			fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
			sign: 1
		};
		if (UnicodeTables.CATEGORIES.has(name)) return {
			tab: UnicodeTables.CATEGORIES.get(name),
			fold: UnicodeTables.FOLD_CATEGORIES.get(name),
			sign: 1
		};
		if (UnicodeTables.SCRIPTS.has(name)) return {
			tab: UnicodeTables.SCRIPTS.get(name),
			fold: UnicodeTables.FOLD_SCRIPT.get(name),
			sign: 1
		};
		return null;
	}
	static minFoldRune(r) {
		if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
		let min = r;
		const r0 = r;
		for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
		return min;
	}
	static leadingRegexp(re) {
		if (re.op === Regexp.Op.EMPTY_MATCH) return null;
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = re.subs[0];
			if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
			return sub;
		}
		return re;
	}
	static literalRegexp(s, flags) {
		const re = new Regexp(Regexp.Op.LITERAL);
		re.flags = flags;
		re.runes = Utils.stringToRunes(s);
		return re;
	}
	/**
	* Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
	* @param {string} pattern
	* @param {number} flags
	*/
	static parse(pattern, flags) {
		return new Parser(pattern, flags).parseInternal();
	}
	static parseRepeat(t) {
		const start = t.pos();
		if (!t.more() || !t.lookingAt("{")) return -1;
		t.skip(1);
		const min = Parser.parseInt(t);
		if (min === -1) return -1;
		if (!t.more()) return -1;
		let max;
		if (!t.lookingAt(",")) max = min;
		else {
			t.skip(1);
			if (!t.more()) return -1;
			if (t.lookingAt("}")) max = -1;
			else if ((max = Parser.parseInt(t)) === -1) return -1;
		}
		if (!t.more() || !t.lookingAt("}")) return -1;
		t.skip(1);
		if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(start));
		return min << 16 | max & Unicode.MAX_BMP;
	}
	static isValidCaptureName(name) {
		if (name.length === 0) return false;
		for (let i = 0; i < name.length; i++) {
			const c = name.codePointAt(i);
			if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
		}
		return true;
	}
	static parseInt(t) {
		const start = t.pos();
		while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
		const n = t.from(start);
		if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
		if (n.length > 8) return -2;
		return parseInt(n, 10);
	}
	static isCharClass(re) {
		return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
	}
	static matchRune(re, r) {
		switch (re.op) {
			case Regexp.Op.LITERAL: return re.runes.length === 1 && re.runes[0] === r;
			case Regexp.Op.CHAR_CLASS:
				for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
				return false;
			case Regexp.Op.ANY_CHAR_NOT_NL: return r !== Codepoint.CODES["\n"];
			case Regexp.Op.ANY_CHAR: return true;
		}
		return false;
	}
	static mergeCharClass(dst, src) {
		switch (dst.op) {
			case Regexp.Op.ANY_CHAR: break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				if (Parser.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
				break;
			case Regexp.Op.CHAR_CLASS: {
				const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
				if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
				else cc.appendClass(src.runes);
				dst.runes = cc.toGrowableArray();
				break;
			}
			case Regexp.Op.LITERAL:
				if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
				dst.op = Regexp.Op.CHAR_CLASS;
				dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
		}
	}
	static parseEscape(t) {
		const startPos = t.pos();
		t.skip(1);
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_TRAILING_BACKSLASH);
		let c = t.pop();
		bigswitch: switch (c) {
			case Codepoint.CODES["1"]:
			case Codepoint.CODES["2"]:
			case Codepoint.CODES["3"]:
			case Codepoint.CODES["4"]:
			case Codepoint.CODES["5"]:
			case Codepoint.CODES["6"]:
			case Codepoint.CODES["7"]: if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
			case Codepoint.CODES["0"]: {
				let r = c - Codepoint.CODES["0"];
				for (let i = 1; i < 3; i++) {
					if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
					r = r * 8 + t.peek() - Codepoint.CODES["0"];
					t.skip(1);
				}
				return r;
			}
			case Codepoint.CODES["x"]: {
				if (!t.more()) break;
				c = t.pop();
				if (c === Codepoint.CODES["{"]) {
					let nhex = 0;
					let r = 0;
					while (true) {
						if (!t.more()) break bigswitch;
						c = t.pop();
						if (c === Codepoint.CODES["}"]) break;
						const v = Utils.unhex(c);
						if (v < 0) break bigswitch;
						r = r * 16 + v;
						if (r > Unicode.MAX_RUNE) break bigswitch;
						nhex++;
					}
					if (nhex === 0) break bigswitch;
					return r;
				}
				const x = Utils.unhex(c);
				if (!t.more()) break;
				c = t.pop();
				const y = Utils.unhex(c);
				if (x < 0 || y < 0) break;
				return x * 16 + y;
			}
			case Codepoint.CODES["a"]: return Codepoint.CODES["\x07"];
			case Codepoint.CODES["f"]: return Codepoint.CODES["\f"];
			case Codepoint.CODES["n"]: return Codepoint.CODES["\n"];
			case Codepoint.CODES["r"]: return Codepoint.CODES["\r"];
			case Codepoint.CODES["t"]: return Codepoint.CODES["	"];
			case Codepoint.CODES["v"]: return Codepoint.CODES["\v"];
			default: if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, t.from(startPos));
	}
	static parseClassChar(t, wholeClassPos) {
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_MISSING_BRACKET, t.from(wholeClassPos));
		if (t.lookingAt("\\")) return Parser.parseEscape(t);
		return t.pop();
	}
	static hasCapture(re) {
		if (re === null) return false;
		if (re.op === Regexp.Op.CAPTURE) return true;
		if (re.subs) {
			for (let sub of re.subs) if (Parser.hasCapture(sub)) return true;
		}
		return false;
	}
	constructor(wholeRegexp, flags = 0) {
		this.wholeRegexp = wholeRegexp;
		this.flags = flags;
		this.numCap = 0;
		this.namedGroups = Object.create(null);
		this.stack = [];
		this.free = null;
		this.numRegexp = 0;
		this.numRunes = 0;
		this.repeats = 0;
		this.height = null;
		this.size = null;
		this.nlb = 0;
	}
	newRegexp(op) {
		let re = this.free;
		if (re !== null && re.subs !== null && re.subs.length > 0) {
			this.free = re.subs[0];
			re.reinit();
			re.op = op;
		} else {
			re = new Regexp(op);
			this.numRegexp += 1;
		}
		return re;
	}
	reuse(re) {
		if (this.height !== null && this.height.has(re)) this.height.delete(re);
		if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
		this.free = re;
	}
	checkLimits(re) {
		if (this.numRunes > Parser.MAX_RUNES) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
		this.checkSize(re);
		this.checkHeight(re);
	}
	checkSize(re) {
		if (this.size === null) {
			if (this.repeats === 0) this.repeats = 1;
			if (re.op === Regexp.Op.REPEAT) {
				let n = re.max;
				if (n === -1) n = re.min;
				if (n <= 0) n = 1;
				if (n > Math.floor(Parser.MAX_SIZE / this.repeats)) this.repeats = Parser.MAX_SIZE;
				else this.repeats *= n;
			}
			if (this.numRegexp < Math.floor(Parser.MAX_SIZE / this.repeats)) return;
			this.size = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkSize(reEx);
		}
		if (this.calcSize(re, true) > Parser.MAX_SIZE) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
	}
	calcSize(re, force = false) {
		if (!force && this.size !== null) {
			if (this.size.has(re)) return this.size.get(re);
		}
		let size = 0;
		switch (re.op) {
			case Regexp.Op.LITERAL:
				size = re.runes.length;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
				size = 2 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				size = 1 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.CONCAT:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				break;
			case Regexp.Op.ALTERNATE:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				if (re.subs.length > 1) size = size + re.subs.length - 1;
				break;
			case Regexp.Op.REPEAT: {
				let sub = this.calcSize(re.subs[0]);
				if (re.max === -1) {
					if (re.min === 0) size = 2 + sub;
					else size = 1 + re.min * sub;
					break;
				}
				size = re.max * sub + (re.max - re.min);
				break;
			}
		}
		size = Math.max(1, size);
		if (this.size === null) this.size = /* @__PURE__ */ new Map();
		this.size.set(re, size);
		return size;
	}
	checkHeight(re) {
		if (this.numRegexp < Parser.MAX_HEIGHT) return;
		if (this.height === null) {
			this.height = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkHeight(reEx);
		}
		if (this.calcHeight(re, true) > Parser.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser.ERR_NESTING_DEPTH);
	}
	calcHeight(re, force = false) {
		if (!force && this.height !== null) {
			if (this.height.has(re)) return this.height.get(re);
		}
		let h = 1;
		for (let sub of re.subs) {
			const hsub = this.calcHeight(sub);
			if (h < 1 + hsub) h = 1 + hsub;
		}
		if (this.height === null) this.height = /* @__PURE__ */ new Map();
		this.height.set(re, h);
		return h;
	}
	pop() {
		return this.stack.pop();
	}
	popToPseudo() {
		const n = this.stack.length;
		let i = n;
		while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
		return this.stack.splice(i, n - i);
	}
	push(re) {
		this.numRunes += re.runes.length;
		if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
			if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags & ~RE2Flags.FOLD_CASE;
		} else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
			if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags | RE2Flags.FOLD_CASE;
		} else this.maybeConcat(-1, 0);
		this.stack.push(re);
		this.checkLimits(re);
		return re;
	}
	maybeConcat(r, flags) {
		const n = this.stack.length;
		if (n < 2) return false;
		const re1 = this.stack[n - 1];
		const re2 = this.stack[n - 2];
		if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
		if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
		for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
		if (r >= 0) {
			re1.runes = [r];
			re1.flags = flags;
			return true;
		}
		this.pop();
		this.reuse(re1);
		return false;
	}
	newLiteral(r, flags) {
		const re = this.newRegexp(Regexp.Op.LITERAL);
		re.flags = flags;
		if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser.minFoldRune(r);
		re.runes = [r];
		return re;
	}
	literal(r) {
		this.push(this.newLiteral(r, this.flags));
	}
	op(op) {
		const re = this.newRegexp(op);
		re.flags = this.flags;
		return this.push(re);
	}
	repeat(op, min, max, beforePos, t, lastRepeatPos) {
		let flags = this.flags;
		if ((flags & RE2Flags.PERL_X) !== 0) {
			if (t.more() && t.lookingAt("?")) {
				t.skip(1);
				flags ^= RE2Flags.NON_GREEDY;
			}
			if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
		}
		const n = this.stack.length;
		if (n === 0) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const sub = this.stack[n - 1];
		if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const re = this.newRegexp(op);
		re.min = min;
		re.max = max;
		re.flags = flags;
		re.subs = [sub];
		this.stack[n - 1] = re;
		this.checkLimits(re);
		if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
	}
	repeatIsValid(re, n) {
		if (re.op === Regexp.Op.REPEAT) {
			let m = re.max;
			if (m === 0) return true;
			if (m < 0) m = re.min;
			if (m > n) return false;
			if (m > 0) n = Math.trunc(n / m);
		}
		for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
		return true;
	}
	concat() {
		this.maybeConcat(-1, 0);
		const subs = this.popToPseudo();
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.CONCAT));
	}
	alternate() {
		const subs = this.popToPseudo();
		if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
	}
	cleanAlt(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR;
			} else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR_NOT_NL;
			}
		}
	}
	collapse(subs, op) {
		if (subs.length === 1) return subs[0];
		let len = 0;
		for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
		let newsubs = new Array(len).fill(null);
		let i = 0;
		for (let sub of subs) if (sub.op === op) {
			for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
			this.reuse(sub);
		} else newsubs[i++] = sub;
		let re = this.newRegexp(op);
		re.subs = newsubs;
		if (op === Regexp.Op.ALTERNATE) {
			re.subs = this.factor(re.subs);
			if (re.subs.length === 1) {
				const old = re;
				re = re.subs[0];
				this.reuse(old);
			}
		}
		return re;
	}
	factor(array) {
		if (array.length < 2) return array;
		let s = 0;
		let lensub = array.length;
		let lenout = 0;
		let str = null;
		let strlen = 0;
		let strflags = 0;
		let start = 0;
		for (let i = 0; i <= lensub; i++) {
			let istr = null;
			let istrlen = 0;
			let iflags = 0;
			if (i < lensub) {
				let re = array[s + i];
				if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
				if (re.op === Regexp.Op.LITERAL) {
					istr = re.runes;
					istrlen = re.runes.length;
					iflags = re.flags & RE2Flags.FOLD_CASE;
				}
				if (iflags === strflags) {
					let same = 0;
					while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
					if (same > 0) {
						strlen = same;
						continue;
					}
				}
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = this.newRegexp(Regexp.Op.LITERAL);
				prefix.flags = strflags;
				prefix.runes = str.slice(0, strlen);
				for (let j = start; j < i; j++) {
					array[s + j] = this.removeLeadingString(array[s + j], strlen);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			str = istr;
			strlen = istrlen;
			strflags = iflags;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		let first = null;
		for (let i = 0; i <= lensub; i++) {
			let ifirst = null;
			if (i < lensub) {
				ifirst = Parser.leadingRegexp(array[s + i]);
				if (first !== null && first.equals(ifirst) && (Parser.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser.isCharClass(first.subs[0]))) continue;
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = first;
				for (let j = start; j < i; j++) {
					const reuse = j !== start;
					array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			first = ifirst;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i <= lensub; i++) {
			if (i < lensub && Parser.isCharClass(array[s + i])) continue;
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				let max = start;
				for (let j = start + 1; j < i; j++) {
					const subMax = array[s + max];
					const subJ = array[s + j];
					if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
				}
				const tmp = array[s + start];
				array[s + start] = array[s + max];
				array[s + max] = tmp;
				for (let j = start + 1; j < i; j++) {
					Parser.mergeCharClass(array[s + start], array[s + j]);
					this.reuse(array[s + j]);
				}
				this.cleanAlt(array[s + start]);
				array[lenout++] = array[s + start];
			}
			if (i < lensub) array[lenout++] = array[s + i];
			start = i + 1;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i < lensub; ++i) {
			if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
			array[lenout++] = array[s + i];
		}
		lensub = lenout;
		s = 0;
		return array.slice(s, lensub);
	}
	removeLeadingString(re, n) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = this.removeLeadingString(re.subs[0], n);
			re.subs[0] = sub;
			if (sub.op === Regexp.Op.EMPTY_MATCH) {
				this.reuse(sub);
				switch (re.subs.length) {
					case 0:
					case 1:
						re.op = Regexp.Op.EMPTY_MATCH;
						re.subs = Regexp.emptySubs();
						break;
					case 2: {
						const old = re;
						re = re.subs[1];
						this.reuse(old);
						break;
					}
					default: re.subs = re.subs.slice(1, re.subs.length);
				}
			}
			return re;
		}
		if (re.op === Regexp.Op.LITERAL) {
			re.runes = re.runes.slice(n, re.runes.length);
			if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
		}
		return re;
	}
	removeLeadingRegexp(re, reuse) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			if (reuse) this.reuse(re.subs[0]);
			re.subs = re.subs.slice(1, re.subs.length);
			switch (re.subs.length) {
				case 0:
					re.op = Regexp.Op.EMPTY_MATCH;
					re.subs = Regexp.emptySubs();
					break;
				case 1: {
					const old = re;
					re = re.subs[0];
					this.reuse(old);
					break;
				}
			}
			return re;
		}
		if (reuse) this.reuse(re);
		return this.newRegexp(Regexp.Op.EMPTY_MATCH);
	}
	parseInternal() {
		if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser.literalRegexp(this.wholeRegexp, this.flags);
		let lastRepeatPos = -1;
		let min = -1;
		let max = -1;
		const t = new StringIterator(this.wholeRegexp);
		while (t.more()) {
			let repeatPos = -1;
			bigswitch: switch (t.peek()) {
				case Codepoint.CODES["("]:
					if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
						if (t.lookingAt("(?<=")) {
							this.parsePosLookBehind();
							t.skip(4);
							break;
						}
						if (t.lookingAt("(?<!")) {
							this.parseNegLookBehind();
							t.skip(4);
							break;
						}
					}
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
						this.parsePerlFlags(t);
						break;
					}
					this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
					t.skip(1);
					break;
				case Codepoint.CODES["|"]:
					this.parseVerticalBar();
					t.skip(1);
					break;
				case Codepoint.CODES[")"]:
					this.parseRightParen();
					t.skip(1);
					break;
				case Codepoint.CODES["^"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
					else this.op(Regexp.Op.BEGIN_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["$"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
					else this.op(Regexp.Op.END_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["."]:
					if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
					else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
					t.skip(1);
					break;
				case Codepoint.CODES["["]:
					this.parseClass(t);
					break;
				case Codepoint.CODES["*"]:
				case Codepoint.CODES["+"]:
				case Codepoint.CODES["?"]: {
					repeatPos = t.pos();
					let op = null;
					switch (t.pop()) {
						case Codepoint.CODES["*"]:
							op = Regexp.Op.STAR;
							break;
						case Codepoint.CODES["+"]:
							op = Regexp.Op.PLUS;
							break;
						case Codepoint.CODES["?"]: op = Regexp.Op.QUEST;
					}
					this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["{"]: {
					const before = t.pos();
					const minMax = Parser.parseRepeat(t);
					if (minMax < 0) {
						t.rewindTo(before);
						this.literal(t.pop());
						break;
					}
					repeatPos = before;
					min = minMax >> 16;
					max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
					this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["\\"]: {
					const savedPos = t.pos();
					t.skip(1);
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
						case Codepoint.CODES["A"]:
							this.op(Regexp.Op.BEGIN_TEXT);
							break bigswitch;
						case Codepoint.CODES["b"]:
							this.op(Regexp.Op.WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["B"]:
							this.op(Regexp.Op.NO_WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["C"]: throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, "\\C");
						case Codepoint.CODES["Q"]: {
							let lit = t.rest();
							const i = lit.indexOf("\\E");
							if (i >= 0) {
								lit = lit.substring(0, i);
								t.skipString(lit);
								t.skipString("\\E");
							} else t.skipString(lit);
							let j = 0;
							while (j < lit.length) {
								const codepoint = lit.codePointAt(j);
								this.literal(codepoint);
								j += Utils.charCount(codepoint);
							}
							break bigswitch;
						}
						case Codepoint.CODES["z"]:
							this.op(Regexp.Op.END_TEXT);
							break bigswitch;
						default: t.rewindTo(savedPos);
					}
					else t.rewindTo(savedPos);
					const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
					re.flags = this.flags;
					if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
						const cc = new CharClass();
						if (this.parseUnicodeClass(t, cc)) {
							re.runes = cc.toArray();
							this.push(re);
							break bigswitch;
						}
					}
					const cc = new CharClass();
					if (this.parsePerlClassEscape(t, cc)) {
						re.runes = cc.toArray();
						this.push(re);
						break bigswitch;
					}
					t.rewindTo(savedPos);
					this.reuse(re);
					this.literal(Parser.parseEscape(t));
					break;
				}
				default: this.literal(t.pop());
			}
			lastRepeatPos = repeatPos;
		}
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser.ERR_MISSING_PAREN, this.wholeRegexp);
		this.stack[0].namedGroups = this.namedGroups;
		return this.stack[0];
	}
	parsePerlFlags(t) {
		const startPos = t.pos();
		const s = t.rest();
		if (s.startsWith("(?P<") || s.startsWith("(?<")) {
			const begin = s.charAt(2) === "P" ? 4 : 3;
			const end = s.indexOf(">");
			if (end < 0) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s);
			const name = s.substring(begin, end);
			t.skipString(name);
			t.skip(begin + 1);
			if (!Parser.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
			const re = this.op(Regexp.Op.LEFT_PAREN);
			re.cap = ++this.numCap;
			if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser.ERR_DUPLICATE_NAMED_CAPTURE, name);
			this.namedGroups[name] = this.numCap;
			re.name = name;
			return;
		}
		t.skip(2);
		let flags = this.flags;
		let sign = 1;
		let sawFlag = false;
		loop: while (t.more()) {
			const c = t.pop();
			switch (c) {
				case Codepoint.CODES["i"]:
					flags |= RE2Flags.FOLD_CASE;
					sawFlag = true;
					break;
				case Codepoint.CODES["m"]:
					flags &= ~RE2Flags.ONE_LINE;
					sawFlag = true;
					break;
				case Codepoint.CODES["s"]:
					flags |= RE2Flags.DOT_NL;
					sawFlag = true;
					break;
				case Codepoint.CODES["U"]:
					flags |= RE2Flags.NON_GREEDY;
					sawFlag = true;
					break;
				case Codepoint.CODES["-"]:
					if (sign < 0) break loop;
					sign = -1;
					flags = ~flags;
					sawFlag = false;
					break;
				case Codepoint.CODES[":"]:
				case Codepoint.CODES[")"]:
					if (sign < 0) {
						if (!sawFlag) break loop;
						flags = ~flags;
					}
					if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
					this.flags = flags;
					return;
				default: break loop;
			}
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_PERL_OP, t.from(startPos));
	}
	parsePosLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = ++this.nlb;
		return this.push(re);
	}
	parseNegLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = -++this.nlb;
		return this.push(re);
	}
	parseVerticalBar() {
		this.concat();
		if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
	}
	swapVerticalBar() {
		const n = this.stack.length;
		if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser.isCharClass(this.stack[n - 1]) && Parser.isCharClass(this.stack[n - 3])) {
			let re1 = this.stack[n - 1];
			let re3 = this.stack[n - 3];
			if (re1.op > re3.op) {
				const tmp = re3;
				re3 = re1;
				re1 = tmp;
				this.stack[n - 3] = re3;
			}
			Parser.mergeCharClass(re3, re1);
			this.reuse(re1);
			this.pop();
			return true;
		}
		if (n >= 2) {
			const re1 = this.stack[n - 1];
			const re2 = this.stack[n - 2];
			if (re2.op === Regexp.Op.VERTICAL_BAR) {
				if (n >= 3) this.cleanAlt(this.stack[n - 3]);
				this.stack[n - 2] = re1;
				this.stack[n - 1] = re2;
				return true;
			}
		}
		return false;
	}
	parseRightParen() {
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		const re1 = this.pop();
		const re2 = this.pop();
		if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		this.flags = re2.flags;
		if (re2.lb !== 0) {
			if (Parser.hasCapture(re1)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
			if (re2.lb > 0) re2.op = Regexp.Op.PLB;
			else re2.op = Regexp.Op.NLB;
			re2.subs = [re1];
			this.push(re2);
			return;
		}
		if (re2.cap === 0) this.push(re1);
		else {
			re2.op = Regexp.Op.CAPTURE;
			re2.subs = [re1];
			this.push(re2);
		}
	}
	parsePerlClassEscape(t, cc) {
		const beforePos = t.pos();
		if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
		t.pop();
		const p = t.from(beforePos);
		const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
		if (g === null) return false;
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseNamedClass(t, cc) {
		const cls = t.rest();
		const i = cls.indexOf(":]");
		if (i < 0) return false;
		const name = cls.substring(0, i + 2);
		t.skipString(name);
		const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
		if (g === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, name);
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseUnicodeClass(t, cc) {
		const startPos = t.pos();
		if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
		t.skip(1);
		let sign = 1;
		let c = t.pop();
		if (c === Codepoint.CODES["P"]) sign = -1;
		if (!t.more()) {
			t.rewindTo(startPos);
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
		}
		c = t.pop();
		let name;
		if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
		else {
			const rest = t.rest();
			const end = rest.indexOf("}");
			if (end < 0) {
				t.rewindTo(startPos);
				throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
			}
			name = rest.substring(0, end);
			t.skipString(name);
			t.skip(1);
		}
		if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
			sign = 0 - sign;
			name = name.substring(1);
		}
		const pair = Parser.unicodeTable(name);
		if (pair === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(startPos));
		if (pair.sign < 0) sign = 0 - sign;
		const tab = pair.tab;
		const fold = pair.fold;
		if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
		else {
			const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
			cc.appendClassWithSign(Array.from(tmp), sign);
		}
		return true;
	}
	parseClass(t) {
		const startPos = t.pos();
		t.skip(1);
		const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
		re.flags = this.flags;
		const cc = new CharClass();
		let sign = 1;
		if (t.more() && t.lookingAt("^")) {
			sign = -1;
			t.skip(1);
			if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
		}
		let first = true;
		while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
			if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
				const s = t.rest();
				if (s === "-" || !s.startsWith("-]")) {
					t.rewindTo(startPos);
					throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
				}
			}
			first = false;
			const beforePos = t.pos();
			if (t.lookingAt("[:")) {
				if (this.parseNamedClass(t, cc)) continue;
				t.rewindTo(beforePos);
			}
			if (this.parseUnicodeClass(t, cc)) continue;
			if (this.parsePerlClassEscape(t, cc)) continue;
			t.rewindTo(beforePos);
			const lo = Parser.parseClassChar(t, startPos);
			let hi = lo;
			if (t.more() && t.lookingAt("-")) {
				t.skip(1);
				if (t.more() && t.lookingAt("]")) t.skip(-1);
				else {
					hi = Parser.parseClassChar(t, startPos);
					if (hi < lo) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
				}
			}
			if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
			else cc.appendFoldedRange(lo, hi);
		}
		t.skip(1);
		cc.cleanClass();
		if (sign < 0) cc.negateClass();
		re.runes = cc.toArray();
		this.push(re);
	}
};
/**
* An RE2 class instance is a compiled representation of an RE2 regular expression, independent of
* the public Java-like Pattern/Matcher API.
*
* This class also contains various implementation helpers for RE2 regular expressions.
*
* Use the {@link #quoteMeta(String)} utility function to quote all regular expression
* metacharacters in an arbitrary string.
*
*/
var RE2 = class RE2 {
	static initTest(expr) {
		const re2 = RE2.compile(expr);
		const res = new RE2(re2.expr, re2.prog, re2.numSubexp, re2.longest);
		res.cond = re2.cond;
		res.prefix = re2.prefix;
		res.prefixUTF8 = re2.prefixUTF8;
		res.prefixComplete = re2.prefixComplete;
		res.prefixRune = re2.prefixRune;
		res.prefilter = re2.prefilter;
		res.namedGroups = re2.namedGroups;
		return res;
	}
	/**
	* Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
	* used to match against text.
	*
	* When matching against text, the regexp returns a match that begins as early as possible in the
	* input (leftmost), and among those it chooses the one that a backtracking search would have
	* found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
	* and other implementations use, although this package implements it without the expense of
	* backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
	*/
	static compile(expr) {
		return RE2.compileImpl(expr, RE2Flags.PERL, false);
	}
	/**
	* {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
	* (egrep) syntax and changes the match semantics to leftmost-longest.
	*
	* That is, when matching against text, the regexp returns a match that begins as early as
	* possible in the input (leftmost), and among those it chooses a match that is as long as
	* possible. This so-called leftmost-longest matching is the same semantics that early regular
	* expression implementations used and that POSIX specifies.
	*
	* However, there can be multiple leftmost-longest matches, with different submatch choices, and
	* here this package diverges from POSIX. Among the possible leftmost-longest matches, this
	* package chooses the one that a backtracking search would have found first, while POSIX
	* specifies that the match be chosen to maximize the length of the first subexpression, then the
	* second, and so on from left to right. The POSIX rule is computationally prohibitive and not
	* even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
	*/
	static compilePOSIX(expr) {
		return RE2.compileImpl(expr, RE2Flags.POSIX, true);
	}
	static compileImpl(expr, mode, longest) {
		let re = Parser.parse(expr, mode);
		const maxCap = re.maxCap();
		const namedGroups = re.namedGroups;
		re = Simplify.simplify(re);
		const prefilter = PrefilterTree.build(re);
		const prog = Compiler.compileRegexp(re);
		const re2 = new RE2(expr, prog, maxCap, longest);
		re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
		const [prefixCompl, prefixStr] = prog.prefix();
		re2.prefixComplete = prefixCompl;
		re2.prefix = prefixStr;
		re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
		if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
		re2.namedGroups = namedGroups;
		return re2;
	}
	/**
	* Returns true iff textual regular expression {@code pattern} matches string {@code s}.
	*
	* More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
	*/
	static match(pattern, s) {
		return RE2.compile(pattern).match(s);
	}
	constructor(expr, prog, numSubexp = 0, longest = 0) {
		this.expr = expr;
		this.prog = prog;
		this.numSubexp = numSubexp;
		this.longest = longest;
		this.cond = prog.startCond();
		this.prefix = null;
		this.prefixUTF8 = null;
		this.prefixComplete = false;
		this.prefixRune = 0;
		/** @type {Record<string, number>} */
		this.namedGroups = Object.create(null);
		this.machinePool = [];
		this.lazyDFA = null;
		this.onepass = OnePass.compile(this.prog);
		this.prefilter = null;
	}
	get dfa() {
		if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
		return this.lazyDFA;
	}
	matchPrefixComplete(input, pos, anchor, ncap) {
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		let matchStart = -1;
		let matchEnd = -1;
		const pLen = input.prefixLength(this);
		if (anchor === RE2Flags.UNANCHORED) {
			const idx = input.index(this, pos);
			if (idx < 0) return null;
			matchStart = pos + idx;
			matchEnd = matchStart + pLen;
		} else if (anchor === RE2Flags.ANCHOR_BOTH) {
			if (input.endPos() !== pLen) return null;
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		} else if (anchor === RE2Flags.ANCHOR_START) {
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		}
		if (matchStart < 0) return null;
		if (ncap > 0) {
			const matchcap = new Int32Array(ncap).fill(-1);
			matchcap[0] = matchStart;
			matchcap[1] = matchEnd;
			return Array.from(matchcap);
		}
		return [];
	}
	createLookbehindState() {
		return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
	}
	executeEngine(input, pos, anchor, ncap, lbState = null) {
		if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
		if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
			if (!this.prefilter.eval(input, pos)) return null;
		}
		if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
		if (ncap > 0) {
			if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
			return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
		}
		if (this.prog.numLb === 0) {
			const dfaResult = this.dfa.match(input, pos, anchor);
			if (dfaResult !== null) return dfaResult ? [] : null;
			if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
		}
		return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
	}
	/**
	* Returns the number of parenthesized subexpressions in this regular expression.
	*/
	numberOfCapturingGroups() {
		return this.numSubexp;
	}
	/**
	* Returns the number of instructions in this compiled regular expression program.
	*/
	numberOfInstructions() {
		return this.prog.numInst();
	}
	get() {
		return this.machinePool.length > 0 ? this.machinePool.pop() : null;
	}
	reset() {
		this.machinePool.length = 0;
	}
	put(m) {
		this.machinePool.push(m);
	}
	toString() {
		return this.expr;
	}
	doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
		let m = this.get();
		if (!m) m = Machine.fromRE2(this);
		m.init(ncap);
		const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
		this.put(m);
		return cap;
	}
	match(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Matches the regular expression against input starting at position start and ending at position
	* end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
	* pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
	* array. It is most efficient not to ask for submatch boundaries.
	*
	* @param input the input byte array
	* @param start the beginning position in the input
	* @param end the end position in the input
	* @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
	* @param group the array to fill with submatch positions
	* @param ngroup the number of array pairs to fill in
	* @param lbState optional state carried between successive matches over the same input (see
	*   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
	* @returns true if a match was found
	*/
	matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
		if (!(input instanceof MatcherInputBase)) if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		else input = MatcherInput.utf16(input);
		return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
	}
	matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
		if (start > end) return [false, null];
		const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
		const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
		if (groupMatch === null) return [false, null];
		return [true, groupMatch];
	}
	/**
	* Returns true iff this regexp matches the UTF-8 byte array {@code b}.
	*/
	matchUTF8(b) {
		return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Returns a copy of {@code src} in which all matches for this regexp have been replaced by
	* {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAll(src, repl) {
		return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
	}
	/**
	* Returns a copy of {@code src} in which only the first match for this regexp has been replaced
	* by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceFirst(src, repl) {
		return this.replaceAllFunc(src, () => repl, 1);
	}
	/**
	* Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
	* been replaced by the return value of of function {@code repl} (whose first argument is the
	* matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAllFunc(src, replFunc, maxReplaces) {
		let lastMatchEnd = 0;
		let searchPos = 0;
		let out = "";
		const input = MachineInput.fromUTF16(src);
		const lbState = this.createLookbehindState();
		let numReplaces = 0;
		while (searchPos <= src.length) {
			const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
			if (a === null || a.length === 0) break;
			out += src.substring(lastMatchEnd, a[0]);
			if (a[1] > lastMatchEnd || a[0] === 0) {
				out += replFunc(src.substring(a[0], a[1]));
				numReplaces++;
			}
			lastMatchEnd = a[1];
			const width = input.step(searchPos) & 7;
			if (searchPos + width > a[1]) searchPos += width;
			else if (searchPos + 1 > a[1]) searchPos++;
			else searchPos = a[1];
			if (numReplaces >= maxReplaces) break;
		}
		out += src.substring(lastMatchEnd);
		return out;
	}
	pad(a) {
		if (a === null) return null;
		let n = (1 + this.numSubexp) * 2;
		if (a.length < n) {
			let a2 = new Array(n).fill(-1);
			for (let i = 0; i < a.length; i++) a2[i] = a[i];
			a = a2;
		}
		return a;
	}
	allMatches(input, n, deliverFun = (v) => v) {
		let result = [];
		const end = input.endPos();
		if (n < 0) n = end + 1;
		let pos = 0;
		let i = 0;
		let prevMatchEnd = -1;
		const lbState = this.createLookbehindState();
		while (i < n && pos <= end) {
			const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
			if (matches === null || matches.length === 0) break;
			let accept = true;
			if (matches[1] === pos) {
				if (matches[0] === prevMatchEnd) accept = false;
				const r = input.step(pos);
				if (r < 0) pos = end + 1;
				else pos += r & 7;
			} else pos = matches[1];
			prevMatchEnd = matches[1];
			if (accept) {
				result.push(deliverFun(this.pad(matches)));
				i++;
			}
		}
		return result;
	}
	/**
	* Returns an array holding the text of the leftmost match in {@code b} of this regular
	* expression.
	*
	* A return value of null indicates no match.
	*/
	findUTF8(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return b.slice(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Index(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return a.slice(0, 2);
	}
	/**
	* Returns a string holding the text of the leftmost match in {@code s} of this regular
	* expression.
	*
	* If there is no match, the return value is an empty string, but it will also be empty if the
	* regular expression successfully matches an empty string. Use {@link #findIndex} or
	* {@link #findSubmatch} if it is necessary to distinguish these cases.
	*/
	find(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return "";
		return s.substring(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code s} of this regular expression. The match itself is at
	* {@code s.substring(loc[0], loc[1])}.
	*
	* A return value of null indicates no match.
	*/
	findIndex(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
	}
	/**
	* Returns an array of arrays the text of the leftmost match of the regular expression in
	* {@code b} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Submatch(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
	* <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8SubmatchIndex(b) {
		return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* Returns an array of strings holding the text of the leftmost match of the regular expression in
	* {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatch(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatchIndex(s) {
		return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*
	* TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
	* by |b|.
	*/
	findAllUTF8(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Index(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
	* to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
	* description above.
	*
	* A return value of null indicates no match.
	*/
	findAll(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
	* it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Submatch(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8SubmatchIndex(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n);
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatch(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatchIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n);
		if (result.length === 0) return null;
		return result;
	}
};
(class RE2Set {
	/** @type {number} */
	static UNANCHORED = RE2Flags.UNANCHORED;
	/** @type {number} */
	static ANCHOR_START = RE2Flags.ANCHOR_START;
	/** @type {number} */
	static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
	/**
	* Constructs a new RE2Set with the specified anchor mode and flags.
	* @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
	* @param {number} [flags=0] - The public flags to apply to all patterns in the set.
	* @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
	*/
	constructor(anchor = RE2Set.UNANCHORED, flags = 0, maxMem = 8388608) {
		if (![
			RE2Set.UNANCHORED,
			RE2Set.ANCHOR_START,
			RE2Set.ANCHOR_BOTH
		].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
		Utils.checkFlags(flags);
		this.anchor = anchor;
		this.jsFlags = flags;
		this.maxMem = maxMem;
		let re2Flags = RE2Flags.PERL;
		if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		this.re2Flags = re2Flags;
		this.regexps = [];
		this.prog = null;
		this.dfa = null;
		this.dummyRe2 = null;
	}
	/**
	* Adds a new regular expression pattern to the set.
	* Patterns cannot be added after the set has been compiled.
	* @param {string} pattern - The regular expression pattern to add.
	* @returns {number} The integer index assigned to the added pattern.
	* @throws {RE2JSCompileException} If patterns are added after compilation.
	*/
	add(pattern) {
		if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
		Utils.checkPattern(pattern);
		let fregex = pattern;
		if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		const re = Parser.parse(fregex, this.re2Flags);
		this.regexps.push(Simplify.simplify(re));
		return this.regexps.length - 1;
	}
	/**
	* Compiles the added patterns into a single state machine.
	* This is automatically called on the first match if not called explicitly.
	* @returns {void}
	*/
	compile() {
		if (this.prog) return;
		const prog = Compiler.compileSet(this.regexps);
		if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
		this.prog = prog;
		this.dfa = new DFA(this.prog, this.maxMem);
		this.dummyRe2 = {
			prog: this.prog,
			cond: this.prog.startCond(),
			prefix: "",
			prefixRune: 0,
			longest: false
		};
	}
	/**
	* Matches the input against the compiled set of regular expressions.
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
	* @returns {number[]} An array of indices representing the patterns that successfully matched the input.
	*/
	match(input) {
		if (!this.prog) this.compile();
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		let internalAnchor = RE2Flags.UNANCHORED;
		if (this.anchor === RE2Set.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
		else if (this.anchor === RE2Set.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
		const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
		if (dfaResult !== null) return dfaResult;
		const machine = Machine.fromRE2(this.dummyRe2);
		machine.init(0);
		return machine.matchSet(machineInput, 0, internalAnchor);
	}
});
/**
* Transform JS regex string to RE2 regex string
*/
var TranslateRegExpString = class TranslateRegExpString {
	static isHexadecimal(ch) {
		return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
	}
	static translate(data) {
		let prefixFlags = "";
		if (Object.prototype.toString.call(data) === "[object RegExp]") {
			if (data.ignoreCase) prefixFlags += "i";
			if (data.multiline) prefixFlags += "m";
			if (data.dotAll) prefixFlags += "s";
			data = data.source;
		}
		if (typeof data !== "string") return data;
		let result = "";
		let changed = false;
		let size = data.length;
		if (size === 0) {
			result = "(?:)";
			changed = true;
		}
		let inCharClass = false;
		let i = 0;
		while (i < size) {
			let ch = data[i];
			if (ch === "\\") {
				if (i + 1 < size) {
					ch = data[i + 1];
					switch (ch) {
						case "\\":
							result += "\\\\";
							i += 2;
							continue;
						case "c":
							if (i + 2 < size) {
								let code = data[i + 2].charCodeAt(0);
								if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
									let val = code % 32;
									result += "\\x";
									result += (val >> 4).toString(16).toUpperCase();
									result += (val & 15).toString(16).toUpperCase();
									i += 3;
									changed = true;
									continue;
								}
							}
							result += "c";
							i += 2;
							changed = true;
							continue;
						case "u":
							if (i + 2 < size) {
								if (data[i + 2] === "{") {
									let j = i + 3;
									let hasHex = false;
									let closed = false;
									while (j < size) {
										const hexChar = data[j];
										if (hexChar === "}") {
											closed = true;
											break;
										}
										if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
										hasHex = true;
										j++;
									}
									if (closed && hasHex) {
										result += "\\x";
										i += 2;
										changed = true;
										continue;
									}
								} else if (i + 5 < size) {
									let isHex4 = true;
									for (let j = 0; j < 4; j++) if (!TranslateRegExpString.isHexadecimal(data[i + 2 + j])) {
										isHex4 = false;
										break;
									}
									if (isHex4) {
										result += "\\x{" + data.substring(i + 2, i + 6) + "}";
										i += 6;
										changed = true;
										continue;
									}
								}
							}
							result += "u";
							i += 2;
							changed = true;
							continue;
						case "x": {
							let isValidHex = false;
							if (i + 2 < size && data[i + 2] === "{") {
								let j = i + 3;
								let hasHex = false;
								let closed = false;
								while (j < size) {
									const hexChar = data[j];
									if (hexChar === "}") {
										closed = true;
										break;
									}
									if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
									hasHex = true;
									j++;
								}
								if (closed && hasHex) isValidHex = true;
							} else if (i + 3 < size && TranslateRegExpString.isHexadecimal(data[i + 2]) && TranslateRegExpString.isHexadecimal(data[i + 3])) isValidHex = true;
							if (isValidHex) {
								result += "\\x";
								i += 2;
							} else {
								result += "x";
								i += 2;
								changed = true;
							}
							continue;
						}
						case "n":
						case "r":
						case "t":
						case "a":
						case "f":
						case "v":
						case "d":
						case "D":
						case "s":
						case "S":
						case "w":
						case "W":
						case "b":
						case "B":
						case "p":
						case "P":
						case "A":
						case "z":
						case "Q":
						case "E":
						case "0":
						case "1":
						case "2":
						case "3":
						case "4":
						case "5":
						case "6":
						case "7":
							result += "\\" + ch;
							i += 2;
							continue;
						default: {
							let cp = data.codePointAt(i + 1);
							if (cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122) {
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
								changed = true;
							} else {
								result += "\\";
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
							}
							continue;
						}
					}
				}
			} else if (ch === "/") {
				result += "\\/";
				i += 1;
				changed = true;
				continue;
			} else if (ch === "[") {
				if (!inCharClass && data[i + 1] === "]") {
					result += "[^\\x00-\\x{10FFFF}]";
					i += 2;
					changed = true;
					continue;
				}
				if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
					result += "[\\x00-\\x{10FFFF}]";
					i += 3;
					changed = true;
					continue;
				}
				inCharClass = true;
			} else if (ch === "]") inCharClass = false;
			else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
				if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
					result += "(?P<";
					i += 3;
					changed = true;
					continue;
				}
			}
			let cp = data.codePointAt(i);
			let symSize = Utils.charCount(cp);
			result += data.substring(i, i + symSize);
			i += symSize;
		}
		const finalResult = changed ? result : data;
		if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
		return finalResult;
	}
};
const execResult = (m, input) => {
	const result = m.matchArray();
	result.index = m.start(0);
	result.input = input;
	result.groups = m.namedGroupsObject();
	return result;
};
/**
* A compiled representation of an RE2 regular expression
*
* The matching functions take {@code String} arguments instead of the more general Java
* {@code CharSequence} since the latter doesn't provide UTF-16 decoding.
*
*
* @author rsc@google.com (Russ Cox)
* @class
*/
var RE2JS = class RE2JS {
	/**
	* Flag: case insensitive matching.
	*/
	static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
	/**
	* Flag: dot ({@code .}) matches all characters, including newline.
	*/
	static DOTALL = PublicFlags.DOTALL;
	/**
	* Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
	* beginning and end of input.
	*/
	static MULTILINE = PublicFlags.MULTILINE;
	/**
	* Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
	*/
	static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
	/**
	* Flag: matches longest possible string.
	*/
	static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
	/**
	* Flag: enable linear-time captureless lookbehinds.
	*/
	static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
	/**
	* Returns a literal pattern string for the specified string.
	*
	* This method produces a string that can be used to create a <code>RE2JS</code> that would
	* match the string <code>s</code> as if it were a literal pattern.
	*
	* Metacharacters or escape sequences in the input sequence will be given no special meaning.
	*
	* @param {string} str The string to be literalized
	* @returns {string} A literal string replacement
	*/
	static quote(str) {
		return Utils.quoteMeta(str);
	}
	/**
	* Quotes '\' and '$' in {@code str}, so that the returned string could be used in
	* replacement methods as a literal replacement of {@code str}.
	*
	* This is a convenience delegation to {@link Matcher.quoteReplacement}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		return Matcher.quoteReplacement(str, javaMode);
	}
	/**
	* Translates a given regular expression string to ensure compatibility with RE2JS.
	*
	* This function preprocesses the input regex string by applying necessary transformations,
	* such as escaping special characters (e.g., `/`), converting named capture groups to
	* RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
	* resulting regex is safe and properly formatted before compilation.
	*
	* @param {string|RegExp} expr - The regular expression string to be translated.
	* @returns {string} - The transformed regular expression string, ready for compilation.
	*/
	static translateRegExp(expr) {
		return TranslateRegExpString.translate(expr);
	}
	/**
	* Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
	* @param {string} regex
	* @param {number} [flags=0]
	* @returns {RE2JS}
	*/
	static compile(regex, flags = 0) {
		Utils.checkPattern(regex);
		Utils.checkFlags(flags);
		let fregex = regex;
		if ((flags & RE2JS.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((flags & RE2JS.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((flags & RE2JS.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		let re2Flags = RE2Flags.PERL;
		if ((flags & RE2JS.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & RE2JS.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		const p = new RE2JS(regex, flags);
		p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS.LONGEST_MATCH) !== 0);
		return p;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string} regex the regular expression
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	* @throws RE2JSSyntaxException if the regular expression is malformed
	*/
	static matches(regex, input) {
		return RE2JS.compile(regex).testExact(input);
	}
	/**
	* This is visible for testing.
	* @private
	*/
	static initTest(pattern, flags, re2) {
		if (pattern == null) throw new Error("pattern is null");
		if (re2 == null) throw new Error("re2 is null");
		const p = new RE2JS(pattern, flags);
		p.re2Input = re2;
		return p;
	}
	/**
	*
	* @param {string} pattern
	* @param {number} flags
	*/
	constructor(pattern, flags) {
		this.patternInput = pattern;
		this.flagsInput = flags;
		/** @type {import('./RE2.js').RE2} */
		this.re2Input = null;
	}
	/**
	* Releases memory used by internal caches associated with this pattern. Does not change the
	* observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
	*/
	reset() {
		this.re2Input.reset();
	}
	/**
	* Returns the flags used in the constructor.
	* @returns {number}
	*/
	flags() {
		return this.flagsInput;
	}
	/**
	* Returns the pattern used in the constructor.
	* @returns {string}
	*/
	pattern() {
		return this.patternInput;
	}
	re2() {
		return this.re2Input;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	*/
	matches(input) {
		return this.testExact(input);
	}
	/**
	* Creates a new {@code Matcher} matching the pattern against the input.
	*
	* @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
	* @returns {Matcher}
	*/
	matcher(input) {
		if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		return new Matcher(this, input);
	}
	/**
	* Tests whether the regular expression matches any part of the input string.
	* Performance Note: This method is highly optimized. Because it only returns
	* a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
	* and guarantees execution on the high-speed DFA engine whenever possible.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
	*/
	test(input) {
		if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
		return this.re2Input.match(input);
	}
	/**
	* Tests whether the regular expression matches the ENTIRE input string.
	* * **Performance Note:** This operates identically to `.matches()`, but is significantly
	* faster because it does not request capture group data. By requesting 0 capture groups,
	* it securely routes execution through the DFA fast-path.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
	*/
	testExact(input) {
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
	}
	/**
	* Executes a search for a match in a specified string.
	* Returns a result array, or null if no match is found.
	* The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
	* including `.index`, `.input`, and `.groups` properties.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {Array|null} the match array with index, input, and groups properties, or null
	*/
	exec(input) {
		const m = this.matcher(input);
		return m.find() ? execResult(m, input) : null;
	}
	/**
	* Splits input around instances of the regular expression. It returns an array giving the strings
	* that occur before, between, and after instances of the regular expression.
	*
	* If {@code limit <= 0}, there is no limit on the size of the returned array. If
	* {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
	* {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
	* of the input, possibly including additional matches of the pattern.
	*
	* @param {string} input the input string to be split
	* @param {number} [limit=0] the limit
	* @returns {string[]} the split strings
	*/
	split(input, limit = 0) {
		const m = this.matcher(input);
		const result = [];
		let emptiesSkipped = 0;
		let last = 0;
		while (m.find()) {
			if (last === 0 && m.end() === 0) {
				last = m.end();
				continue;
			}
			if (limit > 0 && result.length === limit - 1) break;
			if (last === m.start()) {
				if (limit === 0) {
					emptiesSkipped += 1;
					last = m.end();
					continue;
				}
			} else while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.start()));
			last = m.end();
		}
		if (limit === 0 && last !== m.inputLength()) {
			while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.inputLength()));
		}
		if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
		return result;
	}
	/**
	* Returns an iterator of all results matching a string against the regular expression,
	* including capturing groups.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {IterableIterator<RegExpMatchArray>}
	*/
	*matchAll(input) {
		const m = this.matcher(input);
		while (m.find()) yield execResult(m, input);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		return this.patternInput;
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.re2Input.numberOfInstructions();
	}
	/**
	* Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
	* pattern and is excluded from this count.
	*
	* @returns {number} the number of capturing groups in this pattern
	*/
	groupCount() {
		return this.re2Input.numberOfCapturingGroups();
	}
	/**
	* Return a map of the capturing groups in this matcher's pattern, where key is the name and value
	* is the index of the group in the pattern.
	* @returns {Record<string, number>}
	*/
	namedGroups() {
		return this.re2Input.namedGroups;
	}
	/**
	*
	* @param {*} other
	* @returns {boolean}
	*/
	equals(other) {
		if (this === other) return true;
		if (other === null || this.constructor !== other.constructor) return false;
		return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
	}
};
//#endregion
//#region src/rule/pattern.ts
/** Most patterns are plain names, which need no engine. */
const plainName = /^[\w-]*$/u;
/** The patterns of a repository repeat; when there are more than this, they are forgotten. */
const maxKnown = 1e3;
const known$3 = /* @__PURE__ */ new Map();
/** Compiles `pattern`; undefined when it is no regular expression. */
function compilePattern(pattern) {
	if (!known$3.has(pattern)) {
		if (known$3.size >= maxKnown) known$3.clear();
		known$3.set(pattern, compile(pattern));
	}
	return known$3.get(pattern);
}
function compile(pattern) {
	if (plainName.test(pattern)) return {
		matches: (text) => text === pattern,
		isPartOf: (text) => text.includes(pattern)
	};
	try {
		const compiled = RE2JS.compile(pattern);
		return {
			matches: (text) => compiled.matches(text),
			isPartOf: (text) => compiled.matcher(text).find()
		};
	} catch {
		return;
	}
}
//#endregion
//#region src/rule/rename-fix.ts
/** Gives the field at a place the name that it was meant to have; undefined where the place is another field, or the name is taken. */
function renameFix({ document, path, ...at }, from, to) {
	if (!(path.at(-1) === from && document.has(path)) || document.has([...path.slice(0, -1), to])) return void 0;
	const change = {
		op: "rename",
		at: {
			...at,
			document,
			path,
			part: "key"
		},
		key: to
	};
	return {
		title: `Rename \`${from}\` to \`${to}\``,
		applicability: "safe",
		changes: [change]
	};
}
//#endregion
//#region src/rule/replace-fix.ts
/**
* Gives the field at a place another value; undefined where something else is written there: a variable, or a patch that
* makes the value.
*/
function replaceFix(at, from, to, applicability = "safe") {
	if (valueAt(at.document.content, at.path) !== from) return void 0;
	const { span: _, ...place } = at;
	return {
		title: `Write \`${String(to)}\``,
		applicability,
		changes: [{
			op: "set",
			at: place,
			value: to
		}]
	};
}
//#endregion
//#region src/rule/secret-values.ts
/** The values that a Secret's manifest holds; what is no base64 in `data` counts as it stands. */
function secretValues({ manifest }) {
	return ["data", "stringData"].flatMap((field) => {
		const data = valueAt(manifest, [field]);
		if (!isObject(data)) return [];
		return Object.entries(data).flatMap(([key, value]) => {
			if (typeof value !== "string") return [];
			const bytes = field === "data" ? decodeBase64(value) : void 0;
			return [{
				field,
				key,
				text: bytes ? lenientUtf8(bytes) : value
			}];
		});
	});
}
//#endregion
//#region src/rule/setter-markers.ts
const comment = /(?:^|[ \t])#(?<json>[^\n]*\$imagepolicy[^\n]*)$/iu;
const blockScalarHeader = /(?:^|[\s:-])[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/u;
/** The marker inside a comment; undefined when image-automation-controller ignores it in silence. */
function parseMarker(json, offset) {
	let content;
	try {
		content = JSON.parse(json);
	} catch {
		return;
	}
	if (!isObject(content) || Object.values(content).some((value) => typeof value !== "string")) return;
	const policy = content.$imagepolicy;
	if (typeof policy !== "string") return void 0;
	const [namespace, name, field, ...rest] = policy.split(":");
	if (!namespace || !name || rest.length > 0) return void 0;
	const start = offset + json.lastIndexOf(policy);
	const range = {
		start,
		end: start + policy.length
	};
	return {
		namespace,
		name,
		...field === void 0 ? {} : { field },
		...range
	};
}
/** Whether a scalar value ends the line's content: a marker has no effect on a mapping or a list. */
function endsInScalar(content) {
	const value = /^\s*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#][^#]*?):(?:[ \t]+|$))?(?<value>.*)$/u.exec(content)?.groups?.value?.trim();
	return value !== void 0 && value !== "" && !/^(?:[[{]|-$|[|>])/u.test(value);
}
const indentOf = (line) => line.length - line.trimStart().length;
/** The column that lines of the block scalar opened on `line` are right of; undefined when it opens none. */
function blockIndent(line) {
	if (!blockScalarHeader.test(line)) return void 0;
	const lead = /^ *(?:-[ \t]+)*/u.exec(line)?.[0] ?? "";
	return /^[|>]/u.test(line.slice(lead.length)) ? lead.lastIndexOf("-") : lead.length;
}
/** The comment on one line, `next` being the line below it. */
function commentOf(line, next, offset) {
	const match = comment.exec(line);
	const text = match?.groups?.json;
	if (!match || text === void 0) return void 0;
	const content = line.slice(0, match.index).trim();
	const applies = content === "" ? /^\s*- /u.test(next) && endsInScalar(next) : endsInScalar(content);
	const end = offset + line.length;
	const start = end - text.length;
	const marker = parseMarker(text, start);
	return {
		start,
		end,
		text,
		applies,
		...marker && { marker }
	};
}
/** The comments of a YAML file that mention `$imagepolicy`, in any case. `#` inside a block scalar is text. */
function findMarkerComments(text) {
	if (!/\$imagepolicy/iu.test(text)) return [];
	const lines = text.split("\n");
	const found = [];
	let offset = 0;
	let block;
	for (const [index, raw] of lines.entries()) {
		const line = raw.replace(/\r$/u, "");
		if (block !== void 0 && line.trim() !== "" && indentOf(line) <= block) block = void 0;
		if (block === void 0) {
			const own = commentOf(line, lines[index + 1] ?? "", offset);
			if (own) found.push(own);
			block = blockIndent(line);
		}
		offset += raw.length + 1;
	}
	return found;
}
/**
* The markers that image automation acts on: a marker has to be the comment of a scalar on the same line, or stand alone
* above an element of a list (`flux-semantics.md` 7.5).
*/
function findSetterMarkers(text) {
	return findMarkerComments(text).flatMap(({ applies, marker }) => applies && marker ? [marker] : []);
}
//#endregion
//#region src/rule/source-text.ts
/**
* The text of a field's value as it stands in its file, comments included, without the indentation of its place. Ends
* with a line break. YAML inside scalars has no text of its own: undefined.
*/
function sourceText({ document, path }) {
	if (document.within || !document.has(path)) return void 0;
	const { start, end } = document.rangeOf(path, "value");
	const { lines } = document.file;
	const [first = "", ...rest] = lines.text.slice(lines.offsetAt(start), lines.offsetAt(end)).split(/\r\n|\r|\n/u);
	if (rest.filter((line) => line.trim() !== "").some((line) => line.slice(0, start.character).trim() !== "")) return void 0;
	return [first, ...rest.map((line) => line.slice(start.character))].map((line) => `${line}\n`).join("");
}
//#endregion
//#region src/rule/values-location.ts
function locateIn(build, link, path) {
	const { release } = build;
	const field = [
		"spec",
		"values",
		...path
	];
	if (link.resource === release) return valueAt(release.manifest, field) === void 0 ? void 0 : release.at(field);
	const place = [...link.path, ...path];
	return link.document.has(place) ? {
		document: link.document,
		path: place,
		part: "value",
		resource: release,
		field
	} : void 0;
}
/**
* The value at `path` of a release, where a person would edit it: in the last part of the values that has it, else its
* nearest ancestor. Undefined when no part has even the first step.
*/
function valueLocation(build, path) {
	const chain = [...build.valuesChain].reverse();
	for (let depth = path.length; depth > 0; depth--) for (const link of chain) {
		const at = locateIn(build, link, path.slice(0, depth));
		if (at) return {
			at,
			depth
		};
	}
}
/** The field of a release that names its chart. */
function chartLocation({ release }) {
	const hasReference = valueAt(release.manifest, ["spec", "chartRef"]) !== void 0;
	return release.at(hasReference ? [
		"spec",
		"chartRef",
		"name"
	] : [
		"spec",
		"chart",
		"spec",
		"chart"
	]);
}
//#endregion
//#region src/rule/waits-for.ts
/** All Kustomizations that one waits for before it applies anything: by `dependsOn`, its own and that of those which apply it. */
function dependenciesOf(cluster, kustomization) {
	const found = /* @__PURE__ */ new Set();
	const queue = [kustomization];
	const seen = new Set(queue);
	for (const current of queue) {
		const named = cluster.graph.from(current).flatMap(({ relation, resource }) => relation === "dependsOn" && resource ? [resource] : []);
		for (const dependency of named) found.add(dependency);
		const { owner } = current;
		const parent = owner && isKind(owner.id, kinds$1.Kustomization) ? [owner] : [];
		for (const next of [...named, ...parent]) {
			if (!seen.has(next)) queue.push(next);
			seen.add(next);
		}
	}
	return found;
}
/** Whether a Kustomization becomes ready only when what it applies is: `wait`, or health checks of its own choice. */
function isGated({ manifest }) {
	return valueAt(manifest, ["spec", "wait"]) === true || listAt(manifest, ["spec", "healthChecks"]).length > 0;
}
/** Whether a Kustomization leads to another: applies it, or applies what applies it. */
function isAncestor$1(candidate, kustomization) {
	const seen = /* @__PURE__ */ new Set();
	for (let { owner } = kustomization; owner && !seen.has(owner); owner = owner.owner) {
		if (owner === candidate) return true;
		seen.add(owner);
	}
	return false;
}
//#endregion
//#region src/rule/whole-build.ts
/**
* Whether all that makes an object was there: where a build has failed, or leaves out what lies elsewhere, a patch that is
* missing may give the object the field that it lacks.
*/
function isWhole$1(cluster, { owner }) {
	const build = owner && cluster.buildOf(owner);
	return !build || build.status === "built" && build.reason === void 0;
}
//#endregion
//#region src/rule/written-resources.ts
const known$2 = /* @__PURE__ */ new WeakMap();
/**
* The objects that people write: those of clusters first, then those of files that no cluster reaches and that are not
* set aside. What charts render and controllers imply is left out.
*/
function writtenResources(workspace) {
	const found = known$2.get(workspace) ?? findWritten(workspace);
	known$2.set(workspace, found);
	return found;
}
function findWritten({ clusters, unreached, unreachedTarget }) {
	const built = clusters.flatMap(({ resources, target }) => resources.filter(isWritten$1).map((resource) => ({
		resource,
		target
	})));
	const rest = unreached.filter(({ origin }) => "document" in origin && !isSetAside(origin.document.file.path)).map((resource) => ({
		resource,
		target: unreachedTarget,
		severity: "warning"
	}));
	return [...built, ...rest];
}
/** Whether people write an object, as against what charts render and controllers imply. */
function isWritten$1({ origin }) {
	return origin.via !== "helm" && origin.via !== "implied";
}
/** The minor of the Flux 2 that a cluster runs: 9 for 2.9. */
function fluxMinor({ flux }) {
	const [major = 2, minor = 0] = flux.split(".").map(Number);
	return (major - 2) * 1e3 + minor;
}
//#endregion
//#region rules/api/removed-fields.ts
const advice$1 = {
	delete: "delete it",
	"values-file": "write it as the first of `valuesFiles`",
	"merge-patches": "move its patches to `patches`",
	"json-patches": "move its patches to `patches`"
};
const postRenderer$1 = [
	"spec",
	"postRenderers",
	"*",
	"kustomize"
];
const removedFields = [
	...removed("HelmRelease", "v2", "values-file", [[
		"spec",
		"chart",
		"spec",
		"valuesFile"
	]]),
	...removed("HelmRelease", "v2", "merge-patches", [[...postRenderer$1, "patchesStrategicMerge"]]),
	...removed("HelmRelease", "v2", "json-patches", [[...postRenderer$1, "patchesJson6902"]]),
	...removed("HelmChart", "v1", "values-file", [["spec", "valuesFile"]]),
	...removed("HelmChart", "v1", "delete", [["spec", "accessFrom"]]),
	...removed("Kustomization", "v1", "merge-patches", [["spec", "patchesStrategicMerge"]]),
	...removed("Kustomization", "v1", "json-patches", [["spec", "patchesJson6902"]]),
	...removed("Kustomization", "v1", "delete", [["spec", "validation"]]),
	...removed("GitRepository", "v1", "delete", [["spec", "gitImplementation"], ["spec", "accessFrom"]]),
	...removed("Bucket", "v1", "delete", [["spec", "accessFrom"]]),
	{
		kind: "Provider",
		path: ["spec", "interval"],
		migration: "delete"
	}
];
function removed(kind, goneIn, migration, paths) {
	return paths.map((path) => ({
		kind,
		goneIn,
		migration,
		path
	}));
}
/** The fields that an object has and `version` of its kind has not. */
function removedFieldsIn({ kind: own, manifest }, version) {
	return removedFields.filter(({ kind, goneIn }) => kind === own && goneIn === version).flatMap(({ path, migration }) => findField(manifest, path).map((found) => ({
		path: found,
		migration
	})));
}
/** What else has to change when an object moves to another version of its kind, one sentence a field. */
function adviseOnFields({ id, manifest }, version) {
	return removedFieldsIn({
		kind: id.kind,
		manifest
	}, version).map(({ path, migration }) => `\`${formatFieldPath(path)}\` is gone: ${advice$1[migration]}.`);
}
/** How a field that its kind has lost is put right; undefined where nothing is known of it but that it is gone. */
function migrationOf({ kind }, path) {
	return removedFields.find((field) => field.kind === kind && isPath(field.path, path))?.migration;
}
/** What to do with a field that its kind has lost. */
function adviceOnField(id, path) {
	const words = advice$1[migrationOf(id, path) ?? "delete"];
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
function isPath(pattern, path) {
	return pattern.length === path.length && pattern.every((step, index) => step === "*" ? true : step === path[index]);
}
function findField(manifest, path) {
	const wildcard = path.indexOf("*");
	if (wildcard < 0) return valueAt(manifest, path) === void 0 ? [] : [path];
	const before = path.slice(0, wildcard);
	const list = valueAt(manifest, before);
	if (!isList(list)) return [];
	return list.flatMap((element, index) => findField(element, path.slice(wildcard + 1)).map((rest) => [
		...before,
		index,
		...rest
	]));
}
//#endregion
//#region rules/api/field-migration.ts
/** The changes that an object needs besides its `apiVersion`; undefined where one of them has to be made by hand. */
function changesOfFields(resource, version) {
	const removed = removedFieldsIn({
		kind: resource.id.kind,
		manifest: resource.manifest
	}, version);
	const changes = removed.map(({ path, migration }) => changesOfField(resource, path, migration));
	if (changes.some((change) => change === void 0)) return void 0;
	return {
		changes: changes.flatMap((change) => change ?? []),
		isMove: removed.some(({ migration }) => migration !== "delete")
	};
}
/** The changes that put a field into the shape of today; undefined where that is not certain. */
function changesOfField(resource, path, migration) {
	const at = resource.at(path);
	if (!at.document.has(at.path) || at.path.at(-1) !== path.at(-1)) return void 0;
	switch (migration) {
		case "delete": return [{
			op: "remove",
			at
		}];
		case "values-file": return valuesFiles(at, resource, path);
		case "merge-patches": return patches(at, (patch) => setText(patch, isObject, (text) => ({ patch: text })));
		case "json-patches": return patches(at, (patch) => setText(fieldOf$1(patch, "patch"), isList, (text) => text));
	}
}
/** Flux merged `valuesFile` before `valuesFiles` (`flux-semantics.md` 1.3). */
function valuesFiles(at, { manifest }, path) {
	const file = stringAt(at.document.content, at.path);
	if (file === void 0) return void 0;
	const key = "valuesFiles";
	const own = siblingOf(at, key);
	const listed = valueAt(own.document.content, own.path);
	const isElsewhere = valueAt(manifest, [...path.slice(0, -1), key]) !== void 0;
	if (listed === void 0) return isElsewhere ? void 0 : [{
		op: "rename",
		at,
		key
	}, {
		op: "set",
		at,
		value: [file]
	}];
	if (!isList(listed)) return void 0;
	if (listed.includes(file)) return [{
		op: "remove",
		at
	}];
	if (listed.length === 0) return void 0;
	return [{
		op: "insert",
		at: fieldOf$1(own, 0),
		value: file
	}, {
		op: "remove",
		at
	}];
}
/** A list of patches becomes `patches`. With another list beside it, their order would have to be decided. */
function patches(at, toPatch) {
	const lists = [
		"patches",
		"patchesStrategicMerge",
		"patchesJson6902"
	].filter((field) => at.document.has(siblingOf(at, field).path));
	const list = valueAt(at.document.content, at.path);
	if (lists.length !== 1 || !isList(list)) return void 0;
	const changes = list.flatMap((_, index) => toPatch(fieldOf$1(at, index)) ?? []);
	if (changes.length < list.length) return void 0;
	return [{
		op: "rename",
		at,
		key: "patches"
	}, ...changes];
}
/** A patch that is written as YAML so far becomes text, with its comments. */
function setText(at, accepts, toValue) {
	const text = accepts(valueAt(at.document.content, at.path)) ? sourceText(at) : void 0;
	return text === void 0 ? void 0 : {
		op: "set",
		at,
		value: toValue(text)
	};
}
function siblingOf(at, field) {
	return {
		...at,
		path: [...at.path.slice(0, -1), field]
	};
}
function fieldOf$1(at, step) {
	return {
		...at,
		path: [...at.path, step]
	};
}
//#endregion
//#region rules/kustomize/artifact-paths.ts
/** The files that a Kustomization's source has; undefined where it is not in this checkout. */
function artifactPaths({ content }) {
	if (content.status !== "here") return void 0;
	const { paths, folder, files } = content;
	if (paths) return paths;
	if (folder === void 0 || !files) return void 0;
	const start = folder === "" ? 0 : folder.length + 1;
	return new Map([...files].map((path) => [path.slice(start), path]));
}
/** All builds of one source share its paths. */
const knownPlaces = /* @__PURE__ */ new WeakMap();
function folderPlaces(paths) {
	const places = knownPlaces.get(paths) ?? findPlaces(paths);
	knownPlaces.set(paths, places);
	return places;
}
function findPlaces(paths) {
	const places = new Map([["", void 0]]);
	for (const [path, from] of paths) for (const folder of foldersAbove(path)) if (places.get(folder) === void 0) places.set(folder, placeOf$5(folder, path, from));
	return places;
}
function foldersAbove(path) {
	const folders = [""];
	for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) folders.push(path.slice(0, slash));
	return folders;
}
function placeOf$5(folder, path, from) {
	const rest = folder === "" ? path : path.slice(folder.length + 1);
	if (from === rest) return "";
	return from.endsWith(`/${rest}`) ? from.slice(0, -rest.length - 1) : void 0;
}
/** The folder in the checked root that a folder of the artifact comes from: where its files are. */
function repositoryFolder(paths, folder) {
	return folderPlaces(paths).get(folder);
}
/** Every folder of the artifact. */
function artifactFolders(paths) {
	return folderPlaces(paths).keys();
}
//#endregion
//#region rules/kustomize/closure.ts
const fileNames = new Set([
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
]);
/** Several rules ask for the same closures, and a build never changes. */
const known$1 = /* @__PURE__ */ new WeakMap();
/** The closure of a build; undefined where its source is not a folder of the checked root. */
function closureOf(workspace, build) {
	if (!known$1.has(build)) known$1.set(build, findClosure(workspace, build));
	return known$1.get(build);
}
function findClosure(workspace, build) {
	const paths = artifactPaths(build);
	const folder = paths && repositoryFolder(paths, build.path);
	if (!paths || folder === void 0) return void 0;
	const { files: ownFiles, folders: owners } = ownKustomizationFiles(paths);
	const generated = !owners.has(build.path);
	const { picked, folders } = generated ? pickFiles(build.path, paths, owners) : {
		picked: [],
		folders: [folder]
	};
	const components = specComponents(build, folder).map((component) => component.folder);
	const reached = reach([...folders, ...components], workspace.kustomizationFiles);
	const kustomizationFiles = [...reached].flatMap(([, files]) => files);
	const named = kustomizationFiles.flatMap(({ entries }) => entries.flatMap(({ kind, target }) => kind === "file" && target !== void 0 ? [target] : []));
	const own = ownFiles.filter((path) => reached.has(folderOf(path)));
	return {
		paths,
		folder,
		generated,
		picked,
		pickedFolders: generated ? folders : [],
		kustomizationFiles,
		files: new Set([
			...picked,
			...own,
			...named
		])
	};
}
/** The folders that `spec.components` of the Flux Kustomization names. */
function specComponents({ kustomization }, folder) {
	return listAt(kustomization.manifest, ["spec", "components"]).flatMap((text, index) => {
		const target = typeof text === "string" ? joinPath(folder, text) : void 0;
		return typeof text !== "string" || target === void 0 ? [] : [{
			folder: target,
			index,
			text
		}];
	});
}
/** All builds of one source share its paths. */
const knownFiles = /* @__PURE__ */ new WeakMap();
function ownKustomizationFiles(paths) {
	const known = knownFiles.get(paths);
	if (known) return known;
	const own = [...paths].filter(([path]) => fileNames.has(baseOf(path)));
	const found = {
		files: own.map(([, from]) => from),
		folders: new Set(own.map(([path]) => folderOf(path)))
	};
	knownFiles.set(paths, found);
	return found;
}
/** What Flux's generator finds: a folder with a kustomization file of its own is taken whole, not descended into. */
function pickFiles(folder, paths, owners) {
	const picked = [];
	const folders = /* @__PURE__ */ new Set();
	for (const [path, from] of paths) {
		if (!isInside(path, folder)) continue;
		const owner = outermostOwner(path, folder, owners);
		if (owner === void 0) {
			if (/\.ya?ml$/u.test(path)) picked.push(from);
		} else {
			const place = repositoryFolder(paths, owner);
			if (place !== void 0) folders.add(place);
		}
	}
	return {
		picked: picked.sort(),
		folders: [...folders].sort()
	};
}
function outermostOwner(path, root, owners) {
	let found;
	for (let folder = folderOf(path); folder !== root && folder !== ""; folder = folderOf(folder)) if (owners.has(folder)) found = folder;
	return found;
}
/** `folders` and all folders that they lead to, each with its kustomization files. */
function reach(folders, all) {
	const byFolder = groupByFolder(all);
	const reached = new Map(folders.map((folder) => [folder, byFolder.get(folder) ?? []]));
	for (const [, files] of reached) for (const { kind, target } of files.flatMap(({ entries }) => entries)) {
		if (kind !== "folder" || target === void 0 || reached.has(target)) continue;
		reached.set(target, byFolder.get(target) ?? []);
	}
	return reached;
}
const knownGroups = /* @__PURE__ */ new WeakMap();
/** Kustomization files by folder; a folder with several has them all. */
function groupByFolder(files) {
	const known = knownGroups.get(files) ?? groupBy(files, ({ folder }) => folder);
	knownGroups.set(files, known);
	return known;
}
//#endregion
//#region rules/kustomize/patch-identity.ts
/** The identity that a document has for kustomize; undefined when it is no object. */
function identityOf({ content }) {
	const apiVersion = stringAt(content, ["apiVersion"]) ?? "";
	const kind = stringAt(content, ["kind"]);
	const name = stringAt(content, ["metadata", "name"]);
	const namespace = stringAt(content, ["metadata", "namespace"]);
	if (kind === void 0 || name === void 0) return void 0;
	return {
		group: groupOf(apiVersion),
		version: versionOf(apiVersion),
		kind,
		name,
		...namespace ? { namespace } : {}
	};
}
/** Reads `Deployment.v1.apps/podinfo.[noNs]`, kustomize's way of writing an identity. */
function parseIdentity(text) {
	const match = /^([^./]+)\.([^./]+)\.([^/]+)\/(.+)\.([^.]+)$/u.exec(text);
	if (!match) return void 0;
	const [, kind = "", version = "", group = "", name = "", namespace = ""] = match;
	const plain = (part) => /^\[no\w+\]$/u.test(part) ? "" : part;
	return {
		kind: plain(kind),
		version: plain(version),
		group: plain(group),
		name: plain(name),
		...plain(namespace) === "" ? {} : { namespace }
	};
}
/** Whether two identities are the same for kustomize. */
function isSameIdentity(left, right) {
	return left.group === right.group && left.version === right.version && left.kind === right.kind && left.name === right.name && (left.namespace ?? "default") === (right.namespace ?? "default");
}
//#endregion
//#region rules/kustomize/patches.ts
/** The patches of a kustomization file in the order in which kustomize applies them. */
function patchesOfFile(file, workspace) {
	const { document } = file;
	const use = (path, documents) => {
		const target = valueAt(document.content, [...path, "target"]);
		return {
			folder: file.folder,
			target: isObject(target) ? target : void 0,
			targetAt: (field) => ({
				document,
				path: [
					...path,
					"target",
					...field === void 0 ? [] : [field]
				],
				part: "value"
			}),
			documents
		};
	};
	const read = (text, inline) => {
		const path = text === void 0 ? void 0 : joinPath(file.folder, text);
		return (path === void 0 ? void 0 : workspace.file(path))?.documents ?? document.embedded(inline);
	};
	const merges = listAt(document.content, ["patchesStrategicMerge"]).map((text, index) => {
		const path = ["patchesStrategicMerge", index];
		return use(path, read(typeof text === "string" ? text : void 0, path));
	});
	const others = ["patches", "patchesJson6902"].flatMap((field) => listAt(document.content, [field]).map((patch, index) => {
		const path = [field, index];
		return use(path, read(stringAt(patch, ["path"]), [...path, "patch"]));
	}));
	return [...merges, ...others];
}
/** `spec.patches` of a Flux Kustomization. */
function patchesOfKustomization({ kustomization }) {
	return listAt(kustomization.manifest, ["spec", "patches"]).map((patch, index) => {
		const path = [
			"spec",
			"patches",
			index
		];
		const target = valueAt(patch, ["target"]);
		const at = kustomization.at([...path, "patch"]);
		return {
			folder: void 0,
			target: isObject(target) ? target : void 0,
			targetAt: (field) => kustomization.at([
				...path,
				"target",
				...field === void 0 ? [] : [field]
			]),
			documents: at.document.has(at.path) ? at.document.embedded(at.path) : []
		};
	});
}
/** The patches that are applied where the kustomization file of `folder` is built. */
function patchesIn(folder, closure, workspace, build) {
	const own = closure.kustomizationFiles.filter((file) => file.folder === folder).flatMap((file) => patchesOfFile(file, workspace));
	return folder === closure.folder ? [...own, ...patchesOfKustomization(build)] : own;
}
//#endregion
//#region rules/api/places-of-identity.ts
/**
* Where patches name an object in its version: they have to change together with it. Undefined where a patch selects by
* the version and nobody can tell what else it is for.
*/
function placesOfIdentity(resource, workspace) {
	const { origin, id } = resource;
	if (!("document" in origin)) return [];
	const written = stringAt(origin.document.content, [
		...origin.path,
		"metadata",
		"name"
	]);
	const sought = {
		group: id.group,
		kind: id.kind,
		version: versionOf(resource.apiVersion),
		names: new Set([id.name, ...written === void 0 ? [] : [written]])
	};
	const patches = patchesNear(origin.document.file.path, workspace);
	const targets = patches.targeted.map((patch) => targetPlaces(patch, sought));
	if (targets.some((places) => places === void 0)) return void 0;
	return [...[...sought.names].flatMap((name) => patches.byName.get(name) ?? []).filter(({ identity }) => identity.group === sought.group && identity.kind === sought.kind && identity.version === sought.version).map(({ at }) => ({
		at,
		field: "apiVersion"
	})), ...targets.flatMap((places) => places ?? [])];
}
const nearBuilds = /* @__PURE__ */ new WeakMap();
const nearNothing = /* @__PURE__ */ new WeakMap();
/** The patches that may be applied to what a file holds: those of the builds that read it, or of no build at all. */
function patchesNear(path, workspace) {
	const indexes = workspace.clusters.flatMap(({ builds }) => builds.flatMap((build) => {
		const closure = closureOf(workspace, build);
		if (!closure?.files.has(path)) return [];
		const index = nearBuilds.get(build) ?? indexOf([...closure.kustomizationFiles.flatMap((file) => patchesOfFile(file, workspace)), ...patchesOfKustomization(build)]);
		nearBuilds.set(build, index);
		return [index];
	}));
	const [first, ...others] = indexes;
	if (first && others.length === 0) return first;
	if (first) return merged(indexes);
	const index = nearNothing.get(workspace) ?? indexOf(unreadPatches(workspace));
	nearNothing.set(workspace, index);
	return index;
}
function unreadPatches(workspace) {
	return workspace.kustomizationFiles.filter(({ path }) => workspace.clustersOf(path).length === 0).flatMap((file) => patchesOfFile(file, workspace));
}
function indexOf(patches) {
	return {
		byName: groupBy(patches.flatMap((patch) => patch.documents.flatMap((document) => {
			const identity = identityOf(document);
			return identity ? [{
				identity,
				at: {
					document,
					path: ["apiVersion"],
					part: "value"
				}
			}] : [];
		})), ({ identity }) => identity.name),
		targeted: patches.flatMap((patch) => {
			const { target } = patch;
			return target && typeof target.version === "string" ? [{
				...patch,
				target
			}] : [];
		})
	};
}
function merged(indexes) {
	const entries = indexes.flatMap(({ byName }) => [...byName]);
	return {
		byName: new Map([...groupBy(entries, ([name]) => name)].map(([name, group]) => [name, group.flatMap(([, places]) => places)])),
		targeted: indexes.flatMap(({ targeted }) => targeted)
	};
}
/** All fields of a target are patterns; those that are plain words are what they say. */
function targetPlaces({ target, targetAt }, { group, kind, version, names }) {
	const field = (name) => stringAt(target, [name]);
	const excludes = (name, value) => {
		const pattern = field(name);
		return pattern !== void 0 && pattern !== value && /^[\w.-]+$/u.test(pattern);
	};
	if (excludes("group", group) || excludes("kind", kind) || excludes("version", version)) return [];
	const name = field("name");
	if (name !== void 0 && !names.has(name) && /^[\w-]+$/u.test(name)) return [];
	const isExact = field("version") === version && name !== void 0 && names.has(name);
	const at = targetAt("version");
	const isWritten = valueAt(at.document.content, at.path) === version;
	return isExact && isWritten ? [{
		at,
		field: "version"
	}] : void 0;
}
//#endregion
//#region rules/api/served-versions.ts
/** The newest minor of Flux 2 that the table is for. */
const lastMinor = knownMinors.at(-1) ?? 0;
/** Every version of a Flux kind, oldest first; undefined for kinds that Flux 2 does not bring. */
function versionsOf({ group, kind }) {
	const versions = fluxVersions.filter((version) => version.group === group && version.kind === kind && !version.operator);
	return versions.length === 0 ? void 0 : versions;
}
/** The minor of `2.9`; undefined for versions that the table does not cover. */
function minorOf(flux) {
	const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? NaN);
	return knownMinors.includes(minor) ? minor : void 0;
}
/** The newest version that a minor serves. */
function newestServed(versions, minor) {
	return versions.findLast(({ first, last }) => first <= minor && minor <= last)?.version;
}
//#endregion
//#region rules/api/running-flux.ts
/** Which Flux runs in a cluster, as its target says. */
function runningFlux({ target }) {
	return {
		minor: minorOf(target.flux),
		isGuess: target.fluxAssumed === true
	};
}
//#endregion
//#region rules/api/migration.ts
/**
* Moves an object to a newer version: its `apiVersion`, the fields that have another shape there (`flux-semantics.md`
* 1.3), and the patches that find it by its version. Undefined where not all of that is certain, or where another cluster
* that reads the file does not serve the version.
*/
function migrate(resource, version, context) {
	const { id, apiVersion } = resource;
	const at = resource.at(["apiVersion"]);
	const served = servedVersion(id, {
		from: versionOf(apiVersion),
		to: version
	});
	if (!served || !isWrittenAt(at, apiVersion) || !servesEverywhere(served, at, context)) return void 0;
	const fields = changesOfFields(resource, version);
	const places = placesOfIdentity(resource, context.workspace);
	if (!fields || !places) return void 0;
	const wanted = `${id.group}/${version}`;
	const patches = places.map((place) => ({
		op: "set",
		at: place.at,
		value: place.field === "version" ? version : wanted
	}));
	const isSafe = isCertain(served, context) && !(fields.isMove && context.works);
	return {
		title: `Write \`apiVersion: ${wanted}\``,
		applicability: isSafe ? "safe" : "unsafe",
		changes: [
			{
				op: "set",
				at,
				value: wanted
			},
			...fields.changes,
			...patches
		]
	};
}
/** Writes the version in which one object names another. */
function migrateReference(at, { apiVersion, kind, version }, context) {
	const id = {
		group: groupOf(apiVersion),
		kind
	};
	const served = servedVersion(id, {
		from: versionOf(apiVersion),
		to: version
	});
	if (!served || !isWrittenAt(at, apiVersion) || !servesEverywhere(served, at, context)) return void 0;
	const value = `${id.group}/${version}`;
	return {
		title: `Write \`apiVersion: ${value}\``,
		applicability: isCertain(served, context) ? "safe" : "unsafe",
		changes: [{
			op: "set",
			at,
			value
		}]
	};
}
/** A value with a variable in it is not a version that could be rewritten. */
function isWrittenAt({ document, path }, apiVersion) {
	return stringAt(document.content, path) === apiVersion;
}
/** The version to move to; undefined for a way back: what an older version lacks is in no table. */
function servedVersion(id, { from, to }) {
	const versions = versionsOf(id) ?? [];
	const [before, after] = [from, to].map((name) => versions.findIndex(({ version }) => version === name));
	if (before === void 0 || after === void 0 || before < 0) return void 0;
	return before < after ? versions[after] : void 0;
}
/** Clusters share files, and do not all run the same Flux; what none reads may be meant for any. */
function servesEverywhere(served, { document }, { workspace }) {
	const readers = workspace.clustersOf(document.file.path);
	return (readers.length > 0 ? readers : workspace.clusters).every((cluster) => {
		const { minor } = runningFlux(cluster);
		return minor !== void 0 && served.first <= minor && minor <= served.last;
	});
}
/** An older Flux than the one that is assumed may not have the version yet. */
function isCertain({ first, last }, { isGuess }) {
	return !isGuess || first <= Math.min(...knownMinors) && last === lastMinor;
}
//#endregion
//#region rules/api/api-version-deprecated.ts
const apiVersionDeprecated = defineFileRule({
	id: "api-version-deprecated",
	category: "api",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A Flux object has an `apiVersion` that a coming Flux does not serve.",
	why: "The cluster still takes the object; after the upgrade that removes the version Flux reports `no matches for kind … in version …` and applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/cmd/flux_migrate/", "https://fluxcd.io/flux/releases/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		const reported = /* @__PURE__ */ new Set();
		for (const cluster of workspace.clusters) {
			const { minor, isGuess } = runningFlux(cluster);
			if (minor === void 0 || isGuess) continue;
			for (const resource of cluster.resources) {
				const problem = judge$4(resource, minor, workspace);
				if (!problem) continue;
				const { document, path } = problem.at;
				const key = JSON.stringify([
					document.file.path,
					document.index,
					path
				]);
				if (!reported.has(key)) yield problem;
				reported.add(key);
			}
		}
	}
});
/** How many upgrades ahead a removal is worth knowing of: upstream supports three minors. */
const ahead = 2;
function judge$4(resource, minor, workspace) {
	const { id, apiVersion, origin } = resource;
	const versions = versionsOf(id);
	if (!versions || origin.via === "helm" || origin.via === "implied") return void 0;
	const known = versions.find(({ version }) => version === versionOf(apiVersion));
	const newest = newestServed(versions, minor);
	if (!known || known.last < minor || known.first > minor || newest === void 0) return void 0;
	if (newest === known.version || !isGoing(known, minor)) return void 0;
	const advice = [`Write \`apiVersion: ${id.group}/${newest}\`.`, ...adviseOnFields(resource, newest)];
	const fix = migrate(resource, newest, {
		workspace,
		isGuess: false,
		works: true
	});
	return {
		at: resource.at(["apiVersion"]),
		message: `${describe(id)} is written in \`${known.version}\`, which ${endOf(known, minor)}.`,
		help: advice.join(" "),
		...fix && { fix }
	};
}
function isGoing({ last, deprecated }, minor) {
	return (deprecated ?? lastMinor + 1) <= minor || last < lastMinor && last < minor + ahead;
}
function endOf({ last }, minor) {
	return last < lastMinor ? `Flux 2.${last + 1} removes` : `Flux 2.${minor} calls deprecated`;
}
//#endregion
//#region rules/api/api-version-removed.ts
const apiVersionRemoved = defineFileRule({
	id: "api-version-removed",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A Flux object has an `apiVersion` that the cluster's Flux does not serve.",
	why: "The dry run fails with `no matches for kind … in version …`, and Flux applies nothing of the Kustomization that contains the object.",
	docs: ["https://fluxcd.io/flux/cmd/flux_migrate/", "https://fluxcd.io/flux/releases/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		const reported = /* @__PURE__ */ new Set();
		for (const judged of objectsOf$3(workspace)) {
			const problem = judge$3(judged, workspace);
			if (!problem) continue;
			const { document, path } = problem.at;
			const key = [
				document.file.path,
				document.index,
				...path
			].join("\n");
			if (reported.has(key)) continue;
			reported.add(key);
			yield {
				...problem,
				severity: judged.severity
			};
		}
	}
});
/** All objects that someone has written, with the Flux that reads them: the newest Flux first, guesses last. */
function objectsOf$3({ clusters, unreached, unreachedTarget }) {
	const running = clusters.map((cluster) => ({
		cluster,
		...runningFlux(cluster)
	}));
	const reached = running.flatMap(({ cluster, minor, isGuess }) => {
		const severity = isGuess ? "warning" : "error";
		return minor === void 0 ? [] : cluster.resources.map((resource) => ({
			resource,
			minor,
			isGuess,
			severity
		}));
	});
	const known = running.flatMap(({ minor }) => minor ?? []);
	const isGuess = unreachedTarget.fluxAssumed === true;
	const assumed = minorOf(unreachedTarget.flux) ?? lastMinor;
	const minor = running.length === 0 ? assumed : Math.max(...known);
	const rest = running.length > 0 && known.length === 0 ? [] : unreached;
	return [...reached.toSorted((left, right) => Number(left.isGuess) - Number(right.isGuess) || right.minor - left.minor), ...rest.filter(isLive).map((resource) => ({
		resource,
		minor,
		isGuess,
		severity: "warning"
	}))];
}
function judge$3({ resource, minor, isGuess }, workspace) {
	const { id, apiVersion, origin } = resource;
	const versions = versionsOf(id);
	const version = versionOf(apiVersion);
	if (!versions || !/^v\d+(?:(?:alpha|beta)\d+)?$/u.test(version)) return void 0;
	if (origin.via === "helm" || origin.via === "implied") return void 0;
	const known = versions.find((candidate) => candidate.version === version);
	if (known && known.first <= minor && minor <= known.last) return void 0;
	const newest = newestServed(versions, minor);
	const since = versions.at(-1)?.first ?? 0;
	const help = newest === void 0 ? `Upgrade Flux to 2.${since} or later: it brings the ${id.kind}.` : [`Write \`apiVersion: ${id.group}/${newest}\`.`, ...adviseOnFields(resource, newest)].join(" ");
	const fix = newest === void 0 ? void 0 : migrate(resource, newest, {
		workspace,
		isGuess,
		works: false
	});
	return {
		at: resource.at(["apiVersion"]),
		message: `${describe(writtenId(resource, origin))} is written in \`${version}\`, which Flux 2.${minor} does not serve${historyOf$1(known, minor)}.`,
		help,
		...fix && { fix }
	};
}
function isLive({ origin }) {
	return origin.via !== "helm" && !isSetAside(origin.document.file.path);
}
/** The name in the file: overlays may build several objects from it. */
function writtenId({ id }, { document, path }) {
	const written = valueAt(document.content, [...path, "metadata"]);
	const namespace = stringAt(written, ["namespace"]);
	return {
		group: id.group,
		kind: id.kind,
		name: stringAt(written, ["name"]) ?? id.name,
		...namespace === void 0 ? {} : { namespace }
	};
}
function historyOf$1(known, minor) {
	if (!known) return "";
	return known.last < minor ? `: 2.${known.last + 1} removed it` : `: it came with 2.${known.first}`;
}
//#endregion
//#region rules/helm/chart-choice.ts
/** Whether a violation is about which of `chart` and `chartRef` a release has: `hr-chart-exclusive` reports it. */
function isChartChoice({ resource, problem }) {
	return problem.kind === "rule" && isKind(resource.id, kinds$1.HelmRelease) && problem.message.includes("chart or chartRef");
}
//#endregion
//#region rules/api/judged-violations.ts
/**
* What the schemas say against the objects that people write: those of clusters first, then, as warnings, those of files
* that no cluster reaches. What several objects owe to one line is said once; what charts make is left to
* `rendered-schema-violation`.
*/
function* judgedViolations(workspace, wanted) {
	const seen = /* @__PURE__ */ new Set();
	for (const judged of objectsOf$2(workspace)) {
		const { resource } = judged;
		for (const { path, problem } of violationsOf(workspace, resource)) {
			if (!isOneOf(problem, wanted)) continue;
			const at = placeOf$4(resource, path, problem);
			const key = JSON.stringify([
				at.document.file.path,
				at.document.index,
				at.path,
				problem
			]);
			if (seen.has(key)) continue;
			seen.add(key);
			yield {
				...judged,
				path,
				problem,
				at
			};
		}
	}
}
function isOneOf(problem, wanted) {
	return wanted.includes(problem.kind);
}
function violationsOf(workspace, resource) {
	const verdict = workspace.verdictOf(resource);
	return verdict.status === "checked" ? verdict.violations : [];
}
function objectsOf$2(workspace) {
	return writtenResources(workspace).map(({ resource, target, severity }) => ({
		resource,
		flux: fluxMinor(target),
		isGuess: severity !== void 0 || target.fluxAssumed === true,
		...severity && { severity }
	}));
}
/** A field that is not there has no line: that of its parent is shown. */
function placeOf$4(resource, path, { kind }) {
	if (kind === "unknown") return resource.at(path, "key");
	if (kind === "rule") return ruledPlace(resource, path);
	if (kind !== "missing") return resource.at(path);
	const parent = path.slice(0, -1);
	return parent.length === 0 ? resource.at(["kind"]) : resource.at(parent, "key");
}
/** A rule on an object is about what is in it and what is not: its name is shown, not all of it. */
function ruledPlace(resource, path) {
	const value = valueAt(resource.manifest, path);
	if (path.length === 0) return resource.at(["kind"]);
	if (value === void 0) return ruledPlace(resource, path.slice(0, -1));
	return typeof value === "object" && typeof path.at(-1) === "string" ? resource.at(path, "key") : resource.at(path);
}
/** The object as its file names it: overlays may build several from it. */
function describeWritten({ id, origin }) {
	if (!("document" in origin)) return describe(id);
	const written = valueAt(origin.document.content, [...origin.path, "metadata"]);
	const name = stringAt(written, ["name"]);
	if (name === void 0 || name === id.name) return describe(id);
	const namespace = stringAt(written, ["namespace"]);
	const named = {
		group: id.group,
		kind: id.kind,
		name
	};
	return describe(namespace === void 0 ? named : {
		...named,
		namespace
	});
}
//#endregion
//#region rules/api/values-in-words.ts
const longest$1 = 60;
/** A value as a message shows it: in backticks, shortened; what a Secret holds is not shown. */
function valueInWords(value, { id }) {
	if (id.kind === "Secret" && id.group === "") return typeInWords(value);
	if (isObject(value) || isList(value)) return typeInWords(value);
	const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
	if (text === "" || text.includes("`") || text.includes("\n")) return typeInWords(value);
	return `\`${text.length > longest$1 ? `${text.slice(0, longest$1 - 1)}…` : text}\``;
}
/** `a string`, `a list`: what a value is, not what it says. */
function typeInWords(value) {
	if (value === "") return "an empty string";
	if (isList(value)) return "a list";
	if (isObject(value)) return "a mapping";
	return typeNames[Number.isInteger(value) ? "integer" : typeof value] ?? "nothing";
}
const typeNames = {
	string: "a string",
	integer: "an integer",
	number: "a number",
	boolean: "a boolean",
	object: "a mapping",
	array: "a list",
	quantity: "a quantity such as `100m` or `1Gi`"
};
/** `a string or an integer`: the types that a schema takes. */
function typesInWords(types) {
	return types.map((type) => typeNames[type] ?? type).join(" or ");
}
//#endregion
//#region rules/api/violation-in-words.ts
/** Completes "Deployment apps/podinfo …"; without a full stop. */
function violationInWords(problem, about) {
	const { field, value, kind, resource } = about;
	const shown = valueInWords(value, resource);
	switch (problem.kind) {
		case "missing": return `has no \`${field}\`, which ${kind} requires`;
		case "unknown": return `has \`${field}\`, a field that ${kind} does not have`;
		case "type": return `sets \`${field}\` to ${typeInWords(value)}; ${kind} takes ${typesInWords(problem.expected)}`;
		case "enum": return `sets \`${field}\` to ${shown}; ${kind} takes ${listInWords(problem.allowed)}`;
		case "pattern": return `sets \`${field}\` to ${shown}, which does not match \`${problem.pattern}\``;
		case "format": return `sets \`${field}\` to ${shown}, which is no \`${problem.format}\``;
		case "bound": return `sets \`${field}\` to ${amountInWords(problem, value)}; ${kind} takes ${boundInWords(problem)}`;
		case "name": return `has \`${field}\`, which takes ${problem.rule}`;
		case "combination": return `has a \`${field === "" ? "spec" : field}\` that does not meet the \`${problem.keyword}\` of its schema`;
		case "duplicate": return `has \`${field}\`, which is there before; ${kind} takes each entry once`;
		case "rule": return `${field === "" ? "breaks" : `has a \`${field}\` that breaks`} a rule of ${kind}: ${messageInWords(problem.message)}`;
	}
}
/** What to write instead. */
function adviceInWords(problem, { field, value }) {
	switch (problem.kind) {
		case "missing": return `Add \`${field}\`.`;
		case "unknown": return `Remove \`${field}\`.`;
		case "type": return typeAdvice(problem.expected, field, value);
		case "enum": return enumAdvice(problem.allowed, field, value);
		case "pattern":
		case "format":
		case "bound":
		case "name":
		case "combination": return `Change \`${field}\` to a value that its schema takes.`;
		case "duplicate": return `Remove \`${field}\`, or give it a key of its own.`;
		case "rule": return ruleAdvice(problem.rule, field);
	}
}
/** The definition's own words, which may end with a full stop. */
function messageInWords(message) {
	return message.replace(/\.$/u, "");
}
/** A longer rule helps nobody. */
const longestRule = 120;
function ruleAdvice(rule, field) {
	const changed = field === "" ? "the object" : `\`${field}\``;
	return rule !== "" && rule.length <= longestRule && !/[`\n]/u.test(rule) ? `Change ${changed} so that \`${rule}\` holds.` : `Change ${changed} so that the rule holds.`;
}
function typeAdvice(expected, field, value) {
	const isScalar = typeof value === "number" || typeof value === "boolean";
	if (expected.includes("string") && isScalar) return `Put the value in quotes: \`"${String(value)}"\`.`;
	const plain = typeof value === "string" ? value.toLowerCase() : "";
	if (expected.includes("boolean") ? /^(?:true|false)$/u.test(plain) : expected.includes("integer") && /^-?\d+$/u.test(plain)) return `Write \`${plain}\` without quotes.`;
	if (expected.includes("boolean") && /^(?:yes|on|y)$/u.test(plain)) return "Write `true`.";
	if (expected.includes("boolean") && /^(?:no|off|n)$/u.test(plain)) return "Write `false`.";
	return `Write ${typesInWords(expected)} into \`${field}\`.`;
}
function enumAdvice(allowed, field, value) {
	const names = allowed.filter((one) => typeof one === "string");
	const nearest = typeof value === "string" ? nearestName(value, names) : void 0;
	if (nearest !== void 0) return `Write \`${nearest}\`.`;
	return `Set \`${field}\` to one of them.`;
}
const longestList = 12;
function listInWords(values) {
	const shown = values.slice(0, longestList).map((value) => `\`${String(value)}\``);
	return values.length > longestList ? `${shown.join(", ")} and ${values.length - longestList} others` : shown.join(", ");
}
function amountInWords({ bound }, value) {
	const unit = units[bound.keyword];
	if (unit === void 0 || value === null || value === void 0) return `\`${String(value)}\``;
	return `${typeof value === "string" ? [...value].length : Object.keys(value).length} ${unit}`;
}
const units = {
	minLength: "characters",
	maxLength: "characters",
	minItems: "entries",
	maxItems: "entries",
	minProperties: "fields",
	maxProperties: "fields"
};
function boundInWords({ bound: { keyword, limit } }) {
	if (keyword === "multipleOf") return `multiples of ${limit}`;
	if (keyword === "exclusiveMinimum") return `more than ${limit}`;
	if (keyword === "exclusiveMaximum") return `less than ${limit}`;
	return `${keyword.startsWith("min") ? "at least" : "at most"} ${limit}`;
}
//#endregion
//#region rules/api/cel-violation.ts
const celViolation = defineFileRule({
	id: "cel-violation",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "An object breaks a rule that its definition states in CEL.",
	why: "The API server runs the rules of a CustomResourceDefinition (`x-kubernetes-validations`) when Flux applies the object, and refuses it with the rule's message; Flux applies nothing of the Kustomization.",
	docs: ["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["rule"])) {
			if (isChartChoice(judged)) continue;
			const { resource, path, problem, at, severity } = judged;
			const about = {
				field: formatFieldPath(path),
				value: valueAt(resource.manifest, path),
				kind: `${resource.id.kind} ${versionOf(resource.apiVersion)}`,
				resource
			};
			yield {
				at,
				message: `${describeWritten(resource)} ${violationInWords(problem, about)}.`,
				help: adviceInWords(problem, about),
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/api/installed-components.ts
/** What brings each Flux kind (`flux-semantics.md` 1.1). */
const controllers = {
	HelmRelease: "helm-controller",
	ArtifactGenerator: "source-watcher",
	Alert: "notification-controller",
	Provider: "notification-controller",
	Receiver: "notification-controller",
	ImageRepository: "image-reflector-controller",
	ImagePolicy: "image-reflector-controller",
	ImageUpdateAutomation: "image-automation-controller"
};
/** What a FluxInstance installs that does not say it (flux-operator's `DefaultComponents`). */
const usual = [
	"source-controller",
	"kustomize-controller",
	"helm-controller",
	"notification-controller"
];
/** The controller that a Flux kind needs; undefined for kinds that every Flux has, and for kinds of others. */
function controllerOf({ group, kind }) {
	return group.endsWith(".fluxcd.io") ? controllers[kind] : void 0;
}
/** The controllers that a cluster installs, and where that is said; undefined where the repository does not show all of it. */
function installedComponents(cluster) {
	const [instance, ...others] = cluster.all(kinds$1.FluxInstance);
	if (instance) {
		const stated = listAt(instance.manifest, ["spec", "components"]).map(String);
		return others.length > 0 ? void 0 : {
			names: new Set(stated.length > 0 ? stated : usual),
			by: instance
		};
	}
	const deployments = cluster.resources.filter(isController);
	const names = new Set(deployments.map(({ id }) => id.name));
	const by = deployments.find(({ id }) => id.name === "kustomize-controller");
	return by && names.has("source-controller") ? {
		names,
		by
	} : void 0;
}
function isController({ id, manifest, server, origin }) {
	return id.kind === "Deployment" && server === "" && origin.via !== "helm" && stringAt(manifest, [
		"metadata",
		"labels",
		"app.kubernetes.io/part-of"
	]) === "flux";
}
//#endregion
//#region rules/api/component-not-installed.ts
const componentNotInstalled = defineClusterRule({
	id: "component-not-installed",
	category: "api",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An object is for a Flux controller that the cluster does not install.",
	why: "Its CustomResourceDefinition comes with the controller: the dry run fails with `no matches for kind`, and Flux applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/installation/configuration/optional-components/", "https://fluxcd.control-plane.io/operator/fluxinstance/#components-configuration"],
	since: "0.1.0",
	*check({ cluster }) {
		const installed = installedComponents(cluster);
		if (!installed) return;
		const defined = definedKinds(cluster);
		for (const resource of cluster.resources) {
			const { id, server, origin } = resource;
			const controller = controllerOf(id);
			if (controller === void 0 || installed.names.has(controller)) continue;
			if (server !== "" || origin.via === "helm" || defined.has(`${id.group}/${id.kind}`)) continue;
			yield {
				at: resource.at(["kind"]),
				message: `${describe(id)} needs \`${controller}\`, which ${installerInWords(installed.by)} does not install.`,
				help: installed.by.id.kind === "FluxInstance" ? `Add \`${controller}\` to \`spec.components\` of ${describe(installed.by.id)}.` : `Install it: \`flux bootstrap\` with \`--components-extra=${controller}\`.`,
				related: [{
					at: installed.by.at(["kind"]),
					message: "what installs Flux"
				}]
			};
		}
	}
});
function installerInWords({ id, origin }) {
	return id.kind === "Deployment" && "document" in origin ? `\`${origin.document.file.path}\`` : describe(id);
}
/** Kinds whose definitions the repository brings by itself. */
function definedKinds({ resources }) {
	const definitions = resources.filter(({ id }) => id.kind === "CustomResourceDefinition");
	return new Set(definitions.map(({ manifest }) => {
		return `${stringAt(manifest, ["spec", "group"]) ?? ""}/${stringAt(manifest, [
			"spec",
			"names",
			"kind"
		]) ?? ""}`;
	}));
}
//#endregion
//#region rules/substitution/lone-variable.ts
/** A value that is one expression and nothing else. */
const lone = /^\$\{(?<name>\w+)(?::?[=-](?<fallback>[^{}]*))?\}$/u;
function isPlain(value) {
	return typeof value === "number" || typeof value === "boolean";
}
/** The variable that a field takes its value from, where that became a number or a boolean and a text is wanted. */
function loneVariable({ resource, path, problem, at }) {
	if (problem.kind !== "type" || !problem.expected.includes("string")) return void 0;
	if (!isPlain(valueAt(resource.manifest, path))) return void 0;
	const text = valueAt(at.document.content, at.path);
	const name = typeof text === "string" ? lone.exec(text)?.groups?.name : void 0;
	return typeof text !== "string" || name === void 0 ? void 0 : {
		text,
		name
	};
}
//#endregion
//#region rules/api/durations.ts
const fluxGroups$2 = new Set(fluxVersions.map(({ group }) => group));
/** Whether a violation is a value of a Flux object that is no duration: `duration-invalid` reports it. */
function isDuration({ resource, path, problem }) {
	if (!fluxGroups$2.has(resource.id.group)) return false;
	if (problem.kind === "pattern") return problem.pattern.includes("(ms|s|m");
	if (problem.kind !== "type" || problem.expected.join() !== "string") return false;
	return typeof valueAt(resource.manifest, path) === "number" && /(?:interval|timeout)$/iu.test(String(path.at(-1)));
}
/** Hours of a unit that people know and Go does not. */
const hoursOf = {
	d: 24,
	w: 168
};
/** A duration as Flux reads it, for one that it does not; undefined when nobody knows what is meant. */
function readableDuration(value, units) {
	const text = String(value).trim().toLowerCase();
	const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/u.exec(text) ?? [];
	if (amount === "") return void 0;
	const hours = hoursOf[unit[0] ?? ""];
	if (hours !== void 0 && /^(?:d|days?|w|weeks?)$/u.test(unit)) return inHours(Number(amount) * hours, units);
	const short = shortUnit(unit);
	if (short === "h") return inHours(Number(amount), units);
	return short === void 0 ? void 0 : `${amount}${short}`;
}
function inHours(hours, units) {
	return units.includes("h") ? `${hours}h` : `${hours * 60}m`;
}
/** A number without a unit is meant as seconds. */
function shortUnit(unit) {
	return [
		[/^(?:s|secs?|seconds?)?$/u, "s"],
		[/^(?:m|mins?|minutes?)$/u, "m"],
		[/^(?:h|hrs?|hours?)$/u, "h"],
		[/^ms$/u, "ms"]
	].find(([pattern]) => pattern.test(unit))?.[1];
}
//#endregion
//#region rules/api/duration-invalid.ts
const durationInvalid = defineFileRule({
	id: "duration-invalid",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A duration of a Flux object is written in a form that Flux does not read.",
	why: "The API server refuses the object when Flux applies it: the value `should match` the pattern of Go's durations, which know no days.",
	docs: ["https://pkg.go.dev/time#ParseDuration", "https://fluxcd.io/flux/components/"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["pattern", "type"])) if (isDuration(judged) && !loneVariable(judged)) yield problemOf$12(judged);
	}
});
function problemOf$12({ resource, path, problem, at, severity }) {
	const value = valueAt(resource.manifest, path);
	const units = unitsOf(problem);
	const better = readableDuration(value, units);
	const field = formatFieldPath(path);
	return {
		at,
		message: `${describeWritten(resource)} sets \`${field}\` to \`${String(value)}\`; Flux takes numbers with the units ${unitsInWords(units)}.`,
		help: better === void 0 ? "Write a duration such as `10m`." : `Write \`${better}\`.`,
		...severity && { severity }
	};
}
/** Timeouts of sources have a pattern without hours (`flux-semantics.md` 1.5). */
function unitsOf(problem) {
	const pattern = problem.kind === "pattern" ? problem.pattern : "";
	return /\(((?:\w+\|)+\w+)\)/u.exec(pattern)?.[1] ?? "ms|s|m|h";
}
function unitsInWords(units) {
	const [last = "", ...rest] = units.split("|").reverse();
	return `${rest.reverse().map((unit) => `\`${unit}\``).join(", ")} and \`${last}\``;
}
//#endregion
//#region rules/api/field-age.ts
/** What other Flux versions know of a field that this one does not know; undefined when none knows it. */
function historyOf({ problem, resource, flux }) {
	const ages = problem.elsewhere ?? [];
	const version = versionOf(resource.apiVersion);
	const same = ages.find((age) => age.version === version);
	if (same) return same.first > flux ? {
		state: "newer",
		has: same
	} : {
		state: "removed",
		had: same
	};
	const order = versionOrder(resource.id);
	const own = order.indexOf(version);
	const older = ages.findLast((age) => order.indexOf(age.version) < own);
	if (older) return {
		state: "removed",
		had: older
	};
	const [newer] = ages;
	return newer && {
		state: "newer",
		has: newer
	};
}
/** The versions of a Flux kind, oldest first. */
function versionOrder({ group, kind }) {
	return fluxVersions.filter((known) => known.group === group && known.kind === kind).map(({ version }) => version);
}
//#endregion
//#region rules/api/field-removed.ts
const fieldRemoved = defineFileRule({
	id: "field-removed",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A Flux object has a field that its version does not have any more.",
	why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
	docs: ["https://fluxcd.io/flux/releases/", "https://fluxcd.io/flux/cmd/flux_migrate/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["unknown"])) {
			const history = historyOf(judged);
			if (history?.state === "removed") yield problemOf$11(judged, history);
		}
	}
});
function problemOf$11({ resource, path, at, severity, isGuess }, { had }) {
	const { kind } = resource.id;
	const version = versionOf(resource.apiVersion);
	const before = had.version === version ? `Flux 2.${had.last}` : `${kind} ${had.version}`;
	const mildened = isGuess && had.version === version ? "warning" : severity;
	const fix = fixOf$3(resource, path, had.version !== version);
	return {
		at,
		message: `${describeWritten(resource)} has \`${formatFieldPath(path)}\`, which ${before} had and ${kind} ${version} does not have any more.`,
		help: adviceOnField(resource.id, path),
		...mildened && { severity: mildened },
		...fix && { fix }
	};
}
/** Safe where the version never had the field, so that no Flux can take it, and where it is known what became of it. */
function fixOf$3(resource, path, isGoneEverywhere) {
	const migration = migrationOf(resource.id, path);
	const changes = changesOfField(resource, path, migration ?? "delete");
	if (!changes) return void 0;
	const isSafe = migration !== void 0 && isGoneEverywhere;
	return {
		title: titles[migration ?? "delete"](formatFieldPath(path)),
		applicability: isSafe ? "safe" : "unsafe",
		changes
	};
}
const titles = {
	delete: (field) => `Delete \`${field}\``,
	"values-file": () => "Write the file as the first of `valuesFiles`",
	"merge-patches": () => "Move the patches to `patches`",
	"json-patches": () => "Move the patches to `patches`"
};
//#endregion
//#region rules/api/field-too-new.ts
const fieldTooNew = defineFileRule({
	id: "field-too-new",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A Flux object has a field that came with a later Flux than the cluster runs.",
	why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
	docs: ["https://fluxcd.io/flux/releases/"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["unknown"])) {
			const history = historyOf(judged);
			if (history?.state === "newer") yield problemOf$10(judged, history);
		}
	}
});
function problemOf$10({ resource, path, at, flux, severity }, { has }) {
	const { id, apiVersion } = resource;
	const field = formatFieldPath(path);
	const about = describeWritten(resource);
	if (has.first <= flux) return {
		at,
		message: `${about} has \`${field}\`, which ${id.kind} ${has.version} has and ${id.kind} ${versionOf(apiVersion)} does not.`,
		help: `Write \`apiVersion: ${id.group}/${has.version}\`.`,
		...severity && { severity }
	};
	return {
		at,
		message: `${about} has \`${field}\`, which came with Flux 2.${has.first}; the cluster runs 2.${flux}.`,
		help: `Upgrade Flux to 2.${has.first} or later, or remove \`${field}\`.`,
		...severity && { severity }
	};
}
//#endregion
//#region rules/api/flux1-object.ts
const flux1Object = defineFileRule({
	id: "flux1-object",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "Something is written for Flux 1, which Flux 2 does not read.",
	why: "Flux 2 has no `helm.fluxcd.io`: the dry run fails with `no matches for kind`, and nothing of the Kustomization is applied. Annotations and `.flux.yaml` of Flux 1 have no effect.",
	docs: ["https://fluxcd.io/flux/migration/"],
	since: "0.1.0",
	*check({ workspace }) {
		const reported = /* @__PURE__ */ new Set();
		for (const problem of problemsIn(workspace)) {
			const { document, path } = problem.at;
			const key = JSON.stringify([
				document.file.path,
				document.index,
				path
			]);
			if (!reported.has(key)) yield problem;
			reported.add(key);
		}
	}
});
function* problemsIn({ clusters, unreached, files }) {
	for (const resource of clusters.flatMap(({ resources }) => resources)) if (resource.origin.via !== "helm") yield* problemsOf(resource);
	for (const resource of unreached) {
		if (!("document" in resource.origin) || isSetAside(resource.origin.document.file.path)) continue;
		for (const problem of problemsOf(resource)) yield {
			...problem,
			severity: "warning"
		};
	}
	for (const { source, documents } of files) {
		const [document] = documents;
		if (baseOf(source.path) === ".flux.yaml" && document) yield ofFile(documentStart(document));
	}
}
function ofFile(at) {
	return {
		at,
		message: "`.flux.yaml` tells Flux 1 how to make manifests; Flux 2 does not read it.",
		help: "Write a `kustomization.yaml` instead, and remove the file.",
		severity: "warning"
	};
}
const groups$1 = new Set(["helm.fluxcd.io", "flux.weave.works"]);
function* problemsOf(resource) {
	const { id, apiVersion, manifest } = resource;
	if (groups$1.has(id.group)) yield {
		at: resource.at(["apiVersion"]),
		message: `${describe(id)} is written in \`${apiVersion}\`, which is Flux 1.`,
		help: "Write a HelmRelease in `helm.toolkit.fluxcd.io/v2`, and a source for its chart."
	};
	const annotations = valueAt(manifest, ["metadata", "annotations"]);
	const keys = isObject(annotations) ? Object.keys(annotations) : [];
	for (const key of keys.filter((name) => /^(?:fluxcd\.io|flux\.weave\.works)\//u.test(name))) yield {
		at: resource.at([
			"metadata",
			"annotations",
			key
		], "key"),
		message: `${describe(id)} has the annotation \`${key}\`, which is for Flux 1.`,
		help: "Remove it; Flux 2 updates images with ImagePolicies and ImageUpdateAutomations.",
		severity: "warning"
	};
}
//#endregion
//#region rules/api/kind-group-mismatch.ts
const kindGroupMismatch = defineFileRule({
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
		const reported = /* @__PURE__ */ new Set();
		for (const resource of objectsOf$1(workspace)) {
			const problem = judge$2(resource);
			if (!problem) continue;
			const { document, path } = problem.at;
			const key = JSON.stringify([
				document.file.path,
				document.index,
				path
			]);
			if (reported.has(key)) continue;
			reported.add(key);
			yield workspace.clustersOf(document.file.path).length > 0 ? problem : {
				...problem,
				severity: "warning"
			};
		}
	}
});
/** Also what no cluster gets: Flux takes kustomize's own kind out of what it has built (`pkg: ssa/utils`, ReadObjects). */
function objectsOf$1({ clusters, unreached }) {
	const isWritten = ({ origin }) => origin.via !== "helm" && origin.via !== "implied";
	const isLive = ({ origin }) => "document" in origin && !isSetAside(origin.document.file.path);
	return [...clusters.flatMap(({ resources }) => resources).filter(isWritten), ...unreached.filter(isLive)];
}
function judge$2(resource) {
	const { id, apiVersion } = resource;
	if (!isMeantForFlux(resource)) return void 0;
	const own = fluxVersions.filter(({ kind }) => kind === id.kind);
	const newest = own.at(-1);
	if (!newest || own.some(({ group }) => group === id.group)) return void 0;
	return {
		at: resource.at(["apiVersion"]),
		message: `${describe(id)} is written in \`${apiVersion}\`, which is not the group of Flux's ${id.kind}.`,
		help: `Write \`apiVersion: ${newest.group}/${newest.version}\`.`
	};
}
const groups = new Set(fluxVersions.map(({ group }) => group));
/** Others have kinds of these names as well; a kustomization file has no `spec`. */
function isMeantForFlux({ id, manifest }) {
	if (groups.has(id.group)) return true;
	return id.group === "kustomize.config.k8s.io" && id.kind === "Kustomization" && valueAt(manifest, ["spec", "sourceRef"]) !== void 0;
}
//#endregion
//#region rules/api/text-fields.ts
/** Mappings of names to texts, in which YAML makes numbers and booleans of unquoted values. */
const textMappings = new Set([
	"labels",
	"annotations",
	"data",
	"stringData",
	"binaryData",
	"matchLabels",
	"nodeSelector",
	"selector",
	"substitute",
	"parameters"
]);
/** Whether a violation is a number or boolean where a mapping takes texts: `label-not-string` reports it. */
function isTextField({ resource, path, problem }) {
	if (problem.kind !== "type" || problem.expected.join() !== "string") return false;
	const value = valueAt(resource.manifest, path);
	return isTextMapping(path) && !isObject(value) && (typeof value === "number" || typeof value === "boolean");
}
function isTextMapping(path) {
	return textMappings.has(String(path.at(-2)));
}
//#endregion
//#region rules/api/label-not-string.ts
const labelNotString = defineFileRule({
	id: "label-not-string",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A label, an annotation or a value of a ConfigMap is a number or a boolean, where only texts are taken.",
	why: "The API server cannot read the object (`cannot unmarshal number into Go struct field … of type string`), and Flux applies nothing of the Kustomization.",
	docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["type"])) if (isTextField(judged) && !loneVariable(judged)) yield problemOf$9(judged);
	}
});
function problemOf$9({ resource, path, at, severity }) {
	const value = valueAt(resource.manifest, path);
	const isSecret = resource.id.kind === "Secret";
	return {
		at,
		message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to ${typeInWords(value)}; only texts are taken there.`,
		help: isSecret ? "Put the value in quotes." : `Put the value in quotes: \`"${String(value)}"\`.`,
		...severity && { severity }
	};
}
//#endregion
//#region rules/api/missing-spec.ts
const missingSpec = defineClusterRule({
	id: "missing-spec",
	category: "api",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Flux object has no `spec`.",
	why: "The schema of no Flux kind requires `spec`, so the object is applied, and the controller of Flux fails on it or does nothing.",
	docs: ["https://fluxcd.io/flux/components/"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const resource of cluster.resources) {
			if (!isFlux(resource) || (resource.manifest.spec ?? null) !== null) continue;
			yield {
				at: resource.at(["kind"]),
				message: `${describe(resource.id)} has no \`spec\`.`,
				help: "Add the `spec`, or remove the object."
			};
		}
	}
});
/** Kinds that controllers write, and that people do not. */
const written = new Set(["ExternalArtifact", "FluxReport"]);
const kinds = new Set(fluxVersions.filter(({ kind }) => !written.has(kind)).map(({ group, kind }) => `${group}/${kind}`));
function isFlux({ id, origin }) {
	return origin.via !== "implied" && kinds.has(`${id.group}/${id.kind}`);
}
//#endregion
//#region rules/api/name-invalid.ts
const nameInvalid = defineFileRule({
	id: "name-invalid",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A name, a label or the key of an annotation has a form that Kubernetes does not take.",
	why: "The API server refuses the object in the dry run (`metadata.name: Invalid value`), and Flux applies nothing of the Kustomization.",
	docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/", "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["name"])) yield problemOf$8(judged);
	}
});
function problemOf$8({ resource, path, problem, at, severity }) {
	const field = formatFieldPath(path);
	const value = valueAt(resource.manifest, path);
	const isName = field === "metadata.name";
	const better = isName && typeof value === "string" ? nameLike(value) : void 0;
	return {
		at: isName || path[1] === "labels" ? at : {
			...at,
			part: "key"
		},
		message: `${describeWritten(resource)} has the ${isName ? "name" : path[1] === "labels" ? "label" : "annotation"} \`${isName ? String(value) : String(path.at(-1))}\`, which Kubernetes does not take.`,
		help: better === void 0 ? `Write ${problem.rule}.` : `Write \`${better}\`: ${problem.rule}.`,
		...severity && { severity }
	};
}
/** The name in lower case, with `-` for what is not allowed. */
function nameLike(name) {
	const better = name.toLowerCase().replace(/[^a-z0-9.-]+/gu, "-").replace(/^[-.]+|[-.]+$/gu, "");
	return better === "" || better === name || better.length > 63 ? void 0 : better;
}
//#endregion
//#region rules/api/nested-versions.ts
/**
* Lists whose entries a controller looks up, or applies, in just the version that they state. References to sources and
* the `eventSources` of Alerts state one too, but their controllers go by the kind alone.
*/
const lists = [
	{
		in: {
			group: "kustomize.toolkit.fluxcd.io",
			kind: "Kustomization"
		},
		path: ["spec", "healthChecks"]
	},
	{
		in: {
			group: "notification.toolkit.fluxcd.io",
			kind: "Receiver"
		},
		path: ["spec", "resources"]
	},
	{
		in: {
			group: "fluxcd.controlplane.io",
			kind: "ResourceSet"
		},
		path: ["spec", "dependsOn"]
	},
	{
		in: {
			group: "fluxcd.controlplane.io",
			kind: "ResourceSet"
		},
		path: ["spec", "resources"]
	}
];
/** The versions that an object states for others. */
function nestedVersions({ id, manifest }) {
	return lists.filter((list) => list.in.kind === id.kind && list.in.group === id.group).flatMap(({ path }) => listAt(manifest, path).flatMap((entry, index) => {
		const apiVersion = stringAt(entry, ["apiVersion"]);
		const kind = stringAt(entry, ["kind"]);
		if (!isObject(entry) || apiVersion === void 0 || kind === void 0) return [];
		return [{
			path: [
				...path,
				index,
				"apiVersion"
			],
			apiVersion,
			kind
		}];
	}));
}
//#endregion
//#region rules/api/nested-api-version-removed.ts
const nestedApiVersionRemoved = defineClusterRule({
	id: "nested-api-version-removed",
	category: "api",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Flux object names another in an `apiVersion` that the cluster's Flux does not serve.",
	why: "The controller of Flux looks the other object up in that version and never finds it: health checks time out, webhooks reach nothing, dependencies stay unready.",
	docs: ["https://fluxcd.io/flux/releases/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ cluster, workspace }) {
		const { minor, isGuess } = runningFlux(cluster);
		if (minor === void 0) return;
		for (const { resource, nested } of nestedIn(cluster)) {
			const problem = judge$1(resource, nested, {
				minor,
				isGuess,
				workspace
			});
			if (problem) yield isGuess ? {
				...problem,
				severity: "warning"
			} : problem;
		}
	}
});
function nestedIn(cluster) {
	return cluster.resources.filter(({ origin }) => origin.via !== "helm" && origin.via !== "implied").flatMap((resource) => nestedVersions(resource).map((nested) => ({
		resource,
		nested
	})));
}
function judge$1(resource, { path, apiVersion, kind }, { minor, isGuess, workspace }) {
	const group = groupOf(apiVersion);
	const version = versionOf(apiVersion);
	const versions = versionsOf({
		group,
		kind
	});
	const newest = versions && newestServed(versions, minor);
	if (!versions || newest === void 0 || !/^v\d+(?:(?:alpha|beta)\d+)?$/u.test(version)) return void 0;
	const known = versions.find((one) => one.version === version);
	if (known && known.first <= minor && minor <= known.last) return void 0;
	const at = resource.at(path);
	const fix = removedFieldsIn({
		kind,
		manifest: valueAt(resource.manifest, path.slice(0, -1)) ?? null
	}, newest).length === 0 ? migrateReference(at, {
		apiVersion,
		kind,
		version: newest
	}, {
		workspace,
		isGuess,
		works: false
	}) : void 0;
	return {
		at,
		message: `${describe(resource.id)} names a ${kind} in \`${version}\` (\`${formatFieldPath(path)}\`), which Flux 2.${minor} does not serve.`,
		help: `Write \`apiVersion: ${group}/${newest}\`.`,
		...fix && { fix }
	};
}
//#endregion
//#region rules/api/find-in-values.ts
/** The paths below `values` that end in `name` and hold just `value`. */
function findInValues(values, name, value) {
	const sought = JSON.stringify(value);
	const found = [];
	const walk = (current, path) => {
		if (path.at(-1) === name && JSON.stringify(current) === sought) found.push(path);
		if (isList(current)) for (const [index, element] of current.entries()) walk(element, [...path, index]);
		else if (isObject(current)) for (const [key, field] of Object.entries(current)) walk(field, [...path, key]);
	};
	walk(values, []);
	return found;
}
//#endregion
//#region rules/api/rendered-schema-violation.ts
const renderedSchemaViolation = defineClusterRule({
	id: "rendered-schema-violation",
	category: "api",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A chart renders an object that its schema does not accept.",
	why: "Helm asks the API server for each object in turn, which refuses this one: the HelmRelease fails with InstallFailed or UpgradeFailed. Fields that are not declared are refused or dropped, as the cluster's Helm applies.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.releases) {
			const rendered = build.objects.flatMap((resource) => {
				const verdict = workspace.verdictOf(resource);
				return (verdict.status === "checked" ? verdict.violations : []).map((violation) => ({
					resource,
					violation
				}));
			});
			for (const alike of groupAlike(rendered)) yield problemOf$7(build, alike);
		}
	}
});
/** One template may make many objects with the same mistake: that is said once. */
function groupAlike(rendered) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of rendered) {
		const { resource, violation } = one;
		const path = violation.path.filter((step) => typeof step === "string");
		const key = JSON.stringify([
			resource.id.group,
			resource.id.kind,
			path,
			violation.problem
		]);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}
function problemOf$7(build, [{ resource, violation }, ...others]) {
	const { id, apiVersion, manifest, origin } = resource;
	const { path, problem } = violation;
	const field = formatFieldPath(path);
	const value = valueAt(manifest, path);
	const words = violationInWords(problem, {
		field,
		value,
		kind: `${id.kind} ${versionOf(apiVersion)}`,
		resource
	});
	const template = origin.via === "helm" ? ` (\`${origin.template}\`)` : "";
	const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
	const written = writtenAt(build, path, value);
	return {
		at: written?.at ?? chartLocation(build),
		message: `${describe(build.release.id)} renders ${describe(id)}${template} that ${words}${more}.`,
		help: written ? `Correct \`${formatFieldPath(written.path)}\` in the values.` : "Correct the value behind it, use another version of the chart, or patch the object with `spec.postRenderers`.",
		...problem.kind === "unknown" ? { severity: "warning" } : {}
	};
}
/** The one place in the release's values that has the same value under the same name. */
function writtenAt(build, path, value) {
	const name = path.findLast((step) => typeof step === "string");
	if (value === void 0 || name === void 0 || !build.values) return void 0;
	const [found, ...others] = findInValues(build.values, name, value);
	const located = found && others.length === 0 ? valueLocation(build, found) : void 0;
	return located && found && located.depth === found.length ? {
		at: located.at,
		path: found
	} : void 0;
}
//#endregion
//#region rules/sources/scp-url.ts
/** `git@github.com:example/fleet.git`: user, host and path. */
const scp = /^(?<user>[\w.-]+)@(?<host>[\w.-]+):(?!\/\/)(?<path>.+)$/u;
/** Whether a violation is an address in git's short form for SSH: `git-scp-url` reports it. */
function isScpUrl({ resource, path, problem }) {
	if (problem.kind !== "pattern" || path.at(-1) !== "url") return false;
	return scp.test(stringAt(resource.manifest, path) ?? "");
}
/** The same address as a URL; undefined where a number may be a port or a folder. */
function asSshUrl(text) {
	const { user = "", host = "", path = "" } = scp.exec(text)?.groups ?? {};
	if (path === "" || /^\d+(?:\/|$)/u.test(path)) return void 0;
	return `ssh://${user}@${host}/${path.replace(/^\/+/u, "")}`;
}
//#endregion
//#region rules/api/schema-violation.ts
const wanted = [...[
	"missing",
	"type",
	"enum",
	"pattern",
	"format",
	"bound"
], ...["combination", "duplicate"]];
const schemaViolation = defineFileRule({
	id: "schema-violation",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A field of an object is not what its schema asks for.",
	why: "The API server refuses the object when Flux applies it (`Invalid value`, `Required value`), and Flux applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/components/", "https://kubernetes.io/docs/reference/"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, wanted)) if (!hasItsOwnRule(judged)) yield problemOf$6(judged);
	}
});
function hasItsOwnRule(judged) {
	return isDuration(judged) || isTextField(judged) || isScpUrl(judged) || loneVariable(judged) !== void 0;
}
function problemOf$6({ resource, path, problem, at, severity }) {
	const { id, manifest, apiVersion } = resource;
	const value = valueAt(manifest, path);
	const kind = `${id.kind} ${versionOf(apiVersion)}`;
	const field = formatFieldPath(path);
	return {
		at,
		message: `${describeWritten(resource)} ${violationInWords(problem, {
			field,
			value,
			kind,
			resource
		})}.`,
		help: adviceInWords(problem, {
			field,
			value,
			kind,
			resource
		}),
		...severity && { severity }
	};
}
//#endregion
//#region rules/api/transient-annotation.ts
const fluxGroups$1 = new Set(fluxVersions.map(({ group }) => group));
const requests = [
	"requestedAt",
	"forceAt",
	"resetAt"
];
function* leftoversOf(resource) {
	const { id, manifest } = resource;
	for (const request of requests) {
		const path = [
			"metadata",
			"annotations",
			`reconcile.fluxcd.io/${request}`
		];
		if (valueAt(manifest, path) === void 0) continue;
		yield {
			at: resource.at(path, "key"),
			message: `${describe(id)} has the annotation \`reconcile.fluxcd.io/${request}\` in Git, which asks for one reconciliation.`,
			help: "Remove the annotation; `flux reconcile` sets it in the cluster."
		};
	}
	if (isObject(valueAt(manifest, ["status"]))) yield {
		at: resource.at(["status"], "key"),
		message: `${describe(id)} has a \`status\`, which its controller alone writes.`,
		help: "Remove `status`; it comes from an export of the cluster."
	};
}
const transientAnnotation = defineFileRule({
	id: "transient-annotation",
	category: "api",
	scope: "file",
	severity: "info",
	presets: ["recommended"],
	summary: "A Flux object in Git has what belongs to the cluster: a request, or a status.",
	why: "Flux drops `status` when it applies the object; an annotation such as `reconcile.fluxcd.io/requestedAt` undoes what `flux reconcile` has set, and triggers the object whenever the file is applied anew.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#triggering-a-reconcile"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const { resource } of writtenResources(workspace)) if (fluxGroups$1.has(resource.id.group)) yield* leftoversOf(resource);
	}
});
//#endregion
//#region rules/api/unknown-field.ts
const unknownField = defineFileRule({
	id: "unknown-field",
	category: "api",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "An object has a field that its schema does not declare.",
	why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
	docs: ["https://kubernetes.io/docs/reference/using-api/server-side-apply/", "https://fluxcd.io/flux/components/kustomize/kustomizations/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["unknown"])) if (!historyOf(judged)) yield problemOf$5(judged);
	}
});
function problemOf$5(judgedField) {
	const { resource, path, problem, at, severity } = judgedField;
	const { kind } = resource.id;
	const version = versionOf(resource.apiVersion);
	const fix = fixOf$2(judgedField);
	return {
		at,
		message: `${describeWritten(resource)} has \`${formatFieldPath(path)}\`, a field that ${kind} ${version} does not have.`,
		help: adviceOn$1(path, problem.declared),
		...severity && { severity },
		...fix && { fix }
	};
}
/** A slip of the pen is put right; what may be meant as another field is left to a person. */
function fixOf$2({ resource, path, problem, at }) {
	const name = String(path.at(-1));
	const meant = certainName(name, problem.declared);
	const isTaken = meant !== void 0 && valueAt(resource.manifest, [...path.slice(0, -1), meant]) !== void 0;
	return meant === void 0 || isTaken ? void 0 : renameFix(at, name, meant);
}
const shown = 12;
function adviceOn$1(path, declared) {
	const name = String(path.at(-1));
	const nearest = nearestName(name, declared);
	if (nearest !== void 0) return `Write \`${nearest}\` instead of \`${name}\`.`;
	const parent = formatFieldPath(path.slice(0, -1));
	const place = parent === "" ? "the object" : `\`${parent}\``;
	const names = declared.filter((field) => field !== "status").toSorted();
	const list = names.slice(0, shown).map((field) => `\`${field}\``);
	const more = names.length > shown ? ` and ${names.length - shown} more` : "";
	return `Remove \`${name}\`, or move it to where it belongs: ${place} takes ${list.join(", ")}${more}.`;
}
//#endregion
//#region rules/helm/hr-chart-exclusive.ts
const hrChartExclusive = defineFileRule({
	id: "hr-chart-exclusive",
	category: "helm",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRelease has both `chart` and `chartRef`, or none of them.",
	why: "The API server refuses the HelmRelease when Flux applies it: `either chart or chartRef must be set`; Flux applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-reference"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["rule"])) {
			if (!isChartChoice(judged)) continue;
			const { resource, severity } = judged;
			const hasBoth = valueAt(resource.manifest, ["spec", "chartRef"]) !== void 0;
			yield {
				at: hasBoth ? resource.at(["spec", "chartRef"], "key") : resource.at(["spec"], "key"),
				message: `${describeWritten(resource)} has ${hasBoth ? "both `spec.chart` and `spec.chartRef`" : "neither `spec.chart` nor `spec.chartRef`"}; Flux takes exactly one.`,
				help: hasBoth ? "Remove `spec.chart`, or `spec.chartRef`; look at the overlays as well, which may add one of them." : "Add `spec.chartRef`, which names an OCIRepository or HelmChart, or `spec.chart`.",
				...hasBoth ? { related: [{
					at: resource.at(["spec", "chart"], "key"),
					message: "the other one"
				}] } : {},
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/helm/chart-fields.ts
const template$1 = [
	"spec",
	"chart",
	"spec"
];
function fieldsOf(holder, chart, versionPath) {
	return {
		holder,
		chart,
		version: valueAt(holder.manifest, versionPath) !== void 0 ? holder.at(versionPath) : chart,
		versionField: versionPath.join("."),
		versionText: stringAt(holder.manifest, versionPath) ?? ""
	};
}
/** The fields that decide which chart a release gets. */
function chartFields(cluster, build) {
	const { release } = build;
	const source = cluster.graph.from(release).find(({ relation, resource }) => relation === "chartRef" && resource)?.resource;
	if (!source) return fieldsOf(release, chartLocation(build), [...template$1, "version"]);
	if (source.id.kind === kinds$1.HelmChart.kind) return fieldsOf(source, source.at(["spec", "chart"]), ["spec", "version"]);
	const reference = valueAt(source.manifest, [
		"spec",
		"ref",
		"semver"
	]) === void 0 ? "tag" : "semver";
	return fieldsOf(source, source.at(["spec", "url"]), [
		"spec",
		"ref",
		reference
	]);
}
/** `chart podinfo of HelmRepository flux-system/podinfo`, as messages name it. */
function describeChart(cluster, { release }) {
	const name = stringAt(release.manifest, [...template$1, "chart"]);
	const source = cluster.graph.from(release).find(({ relation }) => relation === "sourceRef" || relation === "chartRef")?.target;
	const where = source ? describe(source) : "its source";
	return name === void 0 ? `the chart of ${where}` : `chart \`${name}\` of ${where}`;
}
//#endregion
//#region rules/helm/hr-chart-not-found.ts
/** The chart that is probably meant: one of the same name in another folder, or of a similar name. */
function nearestChart(written, known) {
	const path = written.replace(/^(?:\.?\/)+/u, "").replace(/\/+$/u, "");
	return known.find((chart) => baseOf(chart) === baseOf(path)) ?? nearestName(path, known);
}
/** What to do where no other chart comes to mind, by kind of source. */
const corrections = {
	HelmRepository: "Correct the name of the chart.",
	OCIRepository: "Correct `spec.url` or `spec.ref`."
};
const hrChartNotFound = defineClusterRule({
	id: "hr-chart-not-found",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRelease names a chart that its source does not have.",
	why: "Flux reports ChartPullError on the HelmChart and SourceNotReady on the release, which it never installs or upgrades.",
	docs: ["https://fluxcd.io/flux/components/source/helmcharts/#chart"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.releases) {
			const problem = build.chartProblem;
			if (problem?.kind !== "chart-not-found") continue;
			const { holder, chart } = chartFields(cluster, build);
			const field = chart.field ?? chart.path;
			const written = stringAt(holder.manifest, field) ?? "";
			const source = stringAt(holder.manifest, [
				...field.slice(0, -1),
				"sourceRef",
				"kind"
			]) ?? holder.id.kind;
			const nearest = nearestChart(written, problem.known);
			yield {
				at: chart,
				message: `${describe(build.release.id)} has no chart: ${problem.message}.`,
				help: nearest ? `Write \`${nearest}\`.` : corrections[source] ?? "Correct the chart; a path starts at the root of the source."
			};
		}
	}
});
//#endregion
//#region rules/helm/chart-field.ts
/** Where a written HelmRelease or HelmChart says which chart it takes, if it takes it from a source of one of `sources`. */
function chartFieldOf(resource, sources) {
	const { id, manifest } = resource;
	const isRelease = isKind(id, kinds$1.HelmRelease);
	if (!isWritten$1(resource) || !isRelease && !isKind(id, kinds$1.HelmChart)) return void 0;
	const field = isRelease ? [
		"spec",
		"chart",
		"spec"
	] : ["spec"];
	const source = stringAt(manifest, [
		...field,
		"sourceRef",
		"kind"
	]);
	return sources.some(({ kind }) => kind === source) ? field : void 0;
}
//#endregion
//#region rules/helm/hr-chartversion-strategy-git.ts
/** Only charts of these have a choice. */
const sources$1 = [kinds$1.GitRepository, kinds$1.Bucket];
const hrChartversionStrategyGit = defineClusterRule({
	id: "hr-chartversion-strategy-git",
	category: "helm",
	scope: "cluster",
	severity: "warning",
	presets: ["strict"],
	summary: "A chart in Git is followed by the version in its Chart.yaml alone.",
	why: "With `reconcileStrategy: ChartVersion`, the default, Flux packs a chart anew only when `version` in its Chart.yaml changes: an edited template or values file is not rolled out, and the release stays Ready.",
	docs: ["https://fluxcd.io/flux/components/source/helmcharts/#reconcile-strategy"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const resource of cluster.resources) {
			const field = chartFieldOf(resource, sources$1);
			if (!field || !isWhole$1(cluster, resource)) continue;
			const strategy = stringAt(resource.manifest, [...field, "reconcileStrategy"]);
			if (strategy === "Revision") continue;
			const chart = stringAt(resource.manifest, [...field, "chart"]) ?? "";
			yield {
				at: resource.at([...field, strategy === void 0 ? "chart" : "reconcileStrategy"]),
				message: `${describe(resource.id)} sees a change of chart \`${chart}\` only when its version changes.`,
				help: `Set \`${[...field, "reconcileStrategy"].join(".")}\` to \`Revision\`, unless each change of the chart raises its version.`
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-create-namespace-ignored.ts
const field$1 = [
	"spec",
	"install",
	"createNamespace"
];
const hrCreateNamespaceIgnored = defineClusterRule({
	id: "hr-create-namespace-ignored",
	category: "helm",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A HelmRelease beside Flux asks for a namespace to be created, and has no `targetNamespace`.",
	why: "Flux reads `install.createNamespace` only together with `spec.targetNamespace`: without it the release goes into the HelmRelease's own namespace, beside Flux's controllers.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#install-configuration"],
	since: "0.1.0",
	*check({ cluster }) {
		const roots = cluster.all(kinds$1.Kustomization).filter(isRoot);
		const own = new Set(roots.map(({ id }) => id.namespace));
		for (const release of cluster.all(kinds$1.HelmRelease)) {
			const { id, manifest } = release;
			if (!own.has(id.namespace) || !isWhole$1(cluster, release)) continue;
			if (valueAt(manifest, field$1) !== true) continue;
			if (stringAt(manifest, ["spec", "targetNamespace"])) continue;
			yield {
				at: release.at(field$1),
				message: `${describe(id)} sets \`install.createNamespace\`, but has no \`targetNamespace\`: its release goes to \`${id.namespace ?? ""}\`.`,
				help: "Set `spec.targetNamespace` to the namespace that you mean, or remove `createNamespace`."
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-depends-on-cycle.ts
const hrDependsOnCycle = defineClusterRule({
	id: "hr-depends-on-cycle",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "HelmReleases wait for each other.",
	why: "Flux waits for every dependency to be ready first, so none of these releases is ever installed; no condition names the cycle.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#dependencies"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const [first, ...rest] of cluster.graph.cycles("dependsOn")) {
			const cycle = [first, ...rest];
			if (!cycle.every(({ from }) => isKind(from.id, kinds$1.HelmRelease))) continue;
			const steps = [...cycle, first].map(({ from }) => describe(from.id));
			yield {
				at: first.at,
				message: rest.length === 0 ? `${describe(first.from.id)} depends on itself.` : `${steps.join(" → ")} is a dependency cycle.`,
				help: rest.length === 0 ? "Remove the entry." : "Remove one `dependsOn` entry of the cycle, or move what both sides need into a release of its own.",
				related: rest.map(({ at, target }) => ({
					at,
					message: `depends on ${describe(target)}`
				}))
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-depends-on-missing.ts
const hrDependsOnMissing = defineClusterRule({
	id: "hr-depends-on-missing",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRelease depends on a HelmRelease that nothing defines.",
	why: "Flux reports DependencyNotReady with `unable to get '…' dependency` and waits for it forever.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#dependencies"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		for (const reference of missingReferences(context, "dependsOn")) {
			if (!isKind(reference.from.id, kinds$1.HelmRelease)) continue;
			const { target } = reference;
			const kustomization = cluster.all(kinds$1.Kustomization).find(({ id }) => id.name === target.name);
			yield {
				...reportMissing(cluster, reference),
				...kustomization && {
					help: "A HelmRelease waits for HelmReleases only: move the entry to the Kustomization that applies it.",
					related: [{
						at: kustomization.at(["metadata", "name"]),
						message: `${describe(kustomization.id)} has the name`
					}]
				}
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-duplicate-release.ts
/** Helm keeps a release under its name in the storage namespace of the cluster that it is installed to. */
function storageKey({ release, releaseName, storageNamespace }) {
	const { server, id, manifest } = release;
	const kubeConfig = valueAt(manifest, ["spec", "kubeConfig"]);
	const target = kubeConfig === void 0 ? "" : `${id.namespace ?? ""}${JSON.stringify(kubeConfig)}`;
	return JSON.stringify([
		server,
		target,
		storageNamespace,
		releaseName
	]);
}
/** The releases by the name that they share, one of each object; one that is suspended touches nothing. */
function rivals(builds) {
	const active = builds.filter(({ release }) => valueAt(release.manifest, ["spec", "suspend"]) !== true);
	const objects = new Map(active.map((build) => [resourceKey(build.release.id, build.release.server), build]));
	const groups = /* @__PURE__ */ new Map();
	for (const build of objects.values()) {
		const key = storageKey(build);
		const group = groups.get(key);
		groups.set(key, group ? [...group, build] : [build]);
	}
	return [...groups.values()];
}
/** Names that hold unseen variables of two Kustomizations prove nothing. */
function areComparable({ release: one }, { release: other }) {
	return one.owner === other.owner || !one.uncertain && !other.uncertain;
}
const hrDuplicateRelease = defineClusterRule({
	id: "hr-duplicate-release",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "Two HelmReleases install the same Helm release.",
	why: "Helm knows a release by its name and storage namespace: each reconciliation upgrades what the other HelmRelease has installed.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#release-name"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const [first, ...rest] of rivals(cluster.releases)) for (const rival of rest.filter((other) => areComparable(first, other))) {
			const { release, releaseName, storageNamespace } = rival;
			const field = valueAt(release.manifest, ["spec", "releaseName"]) !== void 0 ? ["spec", "releaseName"] : ["metadata", "name"];
			yield {
				at: release.at(field),
				message: `${describe(release.id)} and ${describe(first.release.id)} both install release \`${releaseName}\` in namespace \`${storageNamespace}\`.`,
				help: "Give one of them another `spec.releaseName`, or remove it.",
				related: [{
					at: first.release.at(["metadata", "name"]),
					message: "the other HelmRelease"
				}]
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-helmchart-name-collision.ts
const template = [
	"spec",
	"chart",
	"spec"
];
/** The HelmChart that helm-controller makes for a release: `namespace/name`; none for one that refers to a chart. */
function chartOf({ id, manifest }) {
	if (valueAt(manifest, template) === void 0) return void 0;
	if (valueAt(manifest, ["spec", "suspend"]) === true) return void 0;
	return `${stringAt(manifest, [
		...template,
		"sourceRef",
		"namespace"
	]) ?? id.namespace ?? ""}/${id.namespace ?? ""}-${id.name}`;
}
const hrHelmchartNameCollision = defineClusterRule({
	id: "hr-helmchart-name-collision",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "Two HelmReleases make a HelmChart of the same name.",
	why: "Flux calls the HelmChart of a release `<namespace>-<name>`, in the namespace of its source: each reconciliation of one release overwrites the chart and the version of the other, which then installs the wrong chart.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const [chart, releases] of groupBy(cluster.all(kinds$1.HelmRelease), chartOf)) {
			const [first, ...others] = releases;
			if (chart === void 0 || !first) continue;
			for (const other of others) yield {
				at: other.at(["metadata", "name"]),
				message: `${describe(other.id)} and ${describe(first.id)} both make HelmChart ${chart}.`,
				help: "Rename one of them, or move its source to another namespace; `spec.releaseName` keeps the name of the Helm release.",
				related: [{
					at: first.at(["metadata", "name"]),
					message: "the other HelmRelease"
				}]
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-recreate-noop.ts
const field = [
	"spec",
	"rollback",
	"recreate"
];
function removeFix(release) {
	return {
		title: "Remove `recreate`",
		applicability: "safe",
		changes: [{
			op: "remove",
			at: release.at(field, "entry")
		}]
	};
}
const hrRecreateNoop = defineFileRule({
	id: "hr-recreate-noop",
	category: "helm",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A HelmRelease asks for Pods to be made anew after a rollback, which Flux does no longer.",
	why: "Since 2.8 Flux ignores `rollback.recreate`: Helm 4 has no such option. Pods whose template is the same after the rollback keep running.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#rollback-configuration"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const { resource, target, severity } of writtenResources(workspace)) {
			if (!isKind(resource.id, kinds$1.HelmRelease) || fluxMinor(target) < 8) continue;
			if (valueAt(resource.manifest, field) !== true) continue;
			yield {
				at: resource.at(field),
				message: `${describe(resource.id)} sets \`rollback.recreate\`, which has no effect since Flux 2.8.`,
				help: "Remove `recreate`; `kubectl rollout restart` makes Pods anew.",
				fix: removeFix(resource),
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/helm/helm-words.ts
/** Wrappers of Helm's and Go's errors, outermost first; each leaves the text after it. */
const wrappers = [
	/^execution error at \([^)]*\):\s*/u,
	/^parse error at \([^)]*\):\s*/u,
	/^(?:template: )?\S+?:\d+(?::\d+)?:?\s+(?:executing "[^"]*" at <[^>]*>:\s*)?/u,
	/^executing "[^"]*" at <[^>]*>:\s*/u,
	/^error calling \w+:\s*/u,
	/^YAML parse error on \S+:\s*/u,
	/^error (?:converting YAML to JSON|unmarshaling JSON):\s*(?:while decoding JSON:\s*)?/u,
	/^(?:yaml|json):\s*/u,
	/^error merging files:\s*/u,
	/^parsing \S+:\s*/u,
	/^MalformedYAMLError:\s*/u,
	/^unable to build kubernetes objects from \S+:\s*/u
];
/** What fluxcd/pkg/chartutil says of an entry of `valuesFrom`. */
const valuesReference = /^could not resolve(?: optional)? (?<kind>\w+) chart values reference '(?<name>[^']*)' with key '(?<key>[^']*)': (?<reason>.*)$/u;
function unwrap(text) {
	const wrapper = wrappers.find((pattern) => pattern.test(text));
	return wrapper ? unwrap(text.replace(wrapper, "")) : text;
}
/** Helm's message, shortened to its cause and the innermost expression. */
function helmWords({ message }) {
	const expression = [...message.matchAll(/ at <(?<expression>[^>]*)>/gu)].at(-1)?.groups?.expression;
	const cause = unwrap(message.trim().replace(/\s*\n\s*/gu, " ")).replace(/\.$/u, "").replace(valuesReference, "$<reason> ($<kind> $<name>, key `$<key>`)");
	return expression ? {
		cause,
		expression
	} : { cause };
}
/** The value that a failure names: `.Values.image.tag` → `["image", "tag"]`. */
function namedValue({ cause, expression }) {
	const pattern = /\b[Vv]alues\.(?!yaml\b|schema\.json\b)(?<path>[\w-]+(?:\.[\w-]+)*)/u;
	return (pattern.exec(expression ?? "") ?? pattern.exec(cause))?.groups?.path?.split(".");
}
//#endregion
//#region rules/helm/values-source.ts
const reference$1 = /values reference '[^'/]*\/(?<name>[^']*)' with key '(?<key>[^']*)'/u;
const file = /(?:no values file found at path|values from) '(?<path>[^']*)'/u;
/** The text that does not parse, or the entry of `valuesFrom` or `valuesFiles` that a failure to compose the values names. */
function valuesSource(build, message) {
	const { release } = build;
	const named = reference$1.exec(message)?.groups;
	const broken = /error converting YAML to JSON/u.test(message) ? syntaxError(build, named?.name) : void 0;
	if (broken) return broken;
	if (named) {
		const from = ["spec", "valuesFrom"];
		const index = listAt(release.manifest, from).findIndex((entry) => stringAt(entry, ["name"]) === named.name && (stringAt(entry, ["valuesKey"]) || "values.yaml") === named.key);
		return index < 0 ? void 0 : release.at([
			...from,
			index,
			"name"
		]);
	}
	const files = [
		"spec",
		"chart",
		"spec",
		"valuesFiles"
	];
	const index = listAt(release.manifest, files).indexOf(file.exec(message)?.groups?.path ?? "");
	return index < 0 ? void 0 : release.at([...files, index]);
}
/** The first syntax error in what an object of that name holds; values are read in the order of the chain. */
function syntaxError({ valuesChain }, name) {
	for (const { document, resource } of valuesChain) {
		const [error] = resource.id.name === name ? document.syntaxErrors : [];
		if (error) return {
			document,
			path: [],
			part: "value",
			range: error.range,
			resource
		};
	}
}
//#endregion
//#region rules/helm/render-failure-place.ts
/** A chart's author has written these words for who uses the chart: `required` and `fail`. */
function isRefusal({ message }) {
	return /execution error at \([^)]*\):/u.test(message);
}
/** `.Values` inside `range` or `with`: the dot is an element there, and no value of the release is to blame. */
function isWrongDot({ cause }) {
	return /can't evaluate field Values in type/u.test(cause);
}
/** The value that the failure names, the template that a person can edit, or the chart. */
function placeOf$3(workspace, build, failure, words) {
	const line = templateLine(workspace, build, failure);
	const own = releasePlace(build, failure) ?? valuePlace(build, failure, words, line);
	if (!line || own === line.at) return {
		at: own ?? chartLocation(build),
		related: []
	};
	if (isRefusal(failure)) return {
		at: own ?? line.at,
		related: own ? [{
			at: line.at,
			message: "the chart asks for it here"
		}] : []
	};
	return {
		at: own ?? line.at,
		related: []
	};
}
/** A field of the release that the failure is about as a whole. */
function releasePlace(build, failure) {
	const { release } = build;
	if (failure.step === "values") return valuesSource(build, failure.message);
	if (failure.step === "post-render") return postRenderer(build);
	const file = /no values file found at path '(?<file>[^']*)'/u.exec(failure.message)?.groups?.file;
	const path = [
		"spec",
		"chart",
		"spec",
		"valuesFiles"
	];
	const index = file === void 0 ? -1 : listAt(release.manifest, path).indexOf(file);
	return index >= 0 ? release.at([...path, index]) : void 0;
}
/** The only patch of the post-renderers, else the post-renderers. */
function postRenderer({ release }) {
	const path = ["spec", "postRenderers"];
	const renderers = listAt(release.manifest, path);
	if (renderers.length === 0) return void 0;
	if (renderers.length > 1) return release.at(path);
	const patches = [
		...path,
		0,
		"kustomize",
		"patches"
	];
	return listAt(release.manifest, patches).length === 1 && valueAt(release.manifest, [
		...patches,
		0,
		"patch"
	]) !== void 0 ? release.at([
		...patches,
		0,
		"patch"
	]) : release.at([...path, 0]);
}
function valuePlace(build, failure, words, line) {
	if (isWrongDot(words)) return line?.at;
	const path = namedValue(words) ?? (isRefusal(failure) && line ? namedValue({ cause: line.text }) : void 0);
	const value = path && valueLocation(build, path);
	if (value && (value.depth === path.length || isRefusal(failure))) return value.depth === path.length ? value.at : {
		...value.at,
		part: "key"
	};
	if (line) return line.at;
	return value ? {
		...value.at,
		part: "key"
	} : void 0;
}
/** The template's line, for a chart that is a folder of the repository. */
function templateLine(workspace, { chart, release }, { template, line }) {
	if (chart?.from.kind !== "folder" || template === void 0) return void 0;
	const file = workspace.file(`${chart.from.path}/${template.slice(template.indexOf("/") + 1)}`);
	const index = (line ?? 1) - 1;
	return file && {
		at: fileLine(file.source, index, release),
		text: file.source.lines.lineText(index)
	};
}
//#endregion
//#region rules/helm/unseen-values.ts
/**
* Whether some of a release's values are stand-ins or unknown: encrypted, made by a controller, defined outside the
* repository. What a chart says about such values proves nothing.
*/
function hasUnseenValues(cluster, { release, valuesChain }) {
	if (release.uncertain || valuesChain.some(({ resource }) => resource.uncertain)) return true;
	return cluster.graph.from(release).some(({ relation, status }) => relation === "valuesFrom" && status !== "found" && status !== "missing");
}
//#endregion
//#region rules/helm/hr-render-failed.ts
/** What other rules report, what only stand-ins have caused, and sluice's own limits. */
function isExplained(cluster, build, failure) {
	if (failure.step === "schema" || failure.step === "limit") return true;
	if (failure.step === "values" && /chart values reference .*not found/su.test(failure.message)) return true;
	return failure.step !== "load" && hasUnseenValues(cluster, build);
}
/** `does not render (chart podinfo, templates/deployment.yaml:12)` */
function describeFailure({ chart }, { step, template, line }) {
	if (step === "values") return "has no values";
	if (template === void 0) return `does not render${chart ? ` (chart ${chart.name})` : ""}`;
	const slash = template.indexOf("/");
	const place = line === void 0 ? template : `${template}:${line}`;
	return `does not render (chart ${template.slice(0, slash)}, ${place.slice(slash + 1)})`;
}
const needsOtherKubernetes = ({ message }) => /requires kubeVersion/u.test(message);
function advise$5(failure, words) {
	const path = namedValue(words);
	if (needsOtherKubernetes(failure)) return "Choose a version of the chart that fits the cluster, or pass `--kube-version`.";
	if (failure.step === "values") return "Correct what the values are read from.";
	if (failure.step === "post-render") return "Correct the post-renderer's patch or its target.";
	if (isWrongDot(words)) return "Write `$.Values` inside `range` and `with`: there the dot is an element.";
	if (path) return `Set \`spec.values.${path.join(".")}\` to what the template expects.`;
	return failure.step === "load" ? "Correct the chart." : "Change the values that the template uses, or correct the chart.";
}
const hrRenderFailed = defineClusterRule({
	id: "hr-render-failed",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "Helm cannot render the chart of a HelmRelease with its values.",
	why: "Flux reports InstallFailed or UpgradeFailed with Helm's words; nothing of the release is applied.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values"],
	since: "0.1.0",
	*check({ cluster, workspace }) {
		for (const build of cluster.releases) {
			const { failure, release } = build;
			if (!failure || isExplained(cluster, build, failure)) continue;
			const words = helmWords(failure);
			const at = words.expression === void 0 ? "" : ` at \`${words.expression}\``;
			yield {
				...placeOf$3(workspace, build, failure, words),
				message: `${describe(release.id)} ${describeFailure(build, failure)}: ${words.cause}${at}.`,
				help: advise$5(failure, words),
				...needsOtherKubernetes(failure) ? { severity: "warning" } : {}
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-skip-crds-noop.ts
const install = ["spec", "install"];
/** What was meant; the CRDs are no longer installed then, so somebody has to want it. */
function skipFix(release) {
	return {
		title: "Set `spec.install.crds` to `Skip`",
		applicability: "unsafe",
		changes: [{
			op: "set",
			at: release.at([...install, "crds"]),
			value: "Skip"
		}, {
			op: "remove",
			at: release.at([...install, "skipCRDs"])
		}]
	};
}
const hrSkipCrdsNoop = defineFileRule({
	id: "hr-skip-crds-noop",
	category: "helm",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRelease sets `install.skipCRDs`, which Flux does not read.",
	why: "Flux installs the chart's CustomResourceDefinitions all the same: only `install.crds` decides, whose default is `Create`.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#controlling-the-lifecycle-of-custom-resource-definitions"],
	since: "0.1.0",
	fixable: "unsafe",
	*check({ workspace }) {
		for (const { resource, target, severity } of writtenResources(workspace)) {
			if (!isKind(resource.id, kinds$1.HelmRelease) || fluxMinor(target) < 2) continue;
			const { manifest, id } = resource;
			const policy = stringAt(manifest, [...install, "crds"]);
			const field = [...install, "skipCRDs"];
			if (valueAt(manifest, field) !== true || policy === "Skip") continue;
			yield {
				at: resource.at(field),
				message: `${describe(id)} sets \`spec.install.skipCRDs\`, but Flux installs the chart's CRDs: \`spec.install.crds\` is \`${policy ?? "Create"}\`.`,
				help: "Set `spec.install.crds` to `Skip`, and remove `skipCRDs`.",
				fix: skipFix(resource),
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-source-missing.ts
/** A source of the same name but of another kind than the one that the release asks for. */
function adviseOnKind(cluster, { target, path }) {
	const twin = [
		kinds$1.HelmRepository,
		kinds$1.GitRepository,
		kinds$1.Bucket,
		kinds$1.OCIRepository
	].filter(({ kind }) => kind !== target.kind).map((kind) => cluster.find({
		...target,
		...kind
	})).find((found) => found !== void 0);
	if (!twin) return {};
	const fits = target.kind === kinds$1.OCIRepository.kind || twin.id.kind === kinds$1.OCIRepository.kind;
	const field = formatFieldPath(path.slice(0, -1));
	return {
		help: fits ? `An OCIRepository is used through \`spec.chartRef\`, other sources through \`spec.chart\`.` : `Set \`${field}.kind\` to \`${twin.id.kind}\`.`,
		related: [{
			at: twin.at(["kind"]),
			message: `${describe(twin.id)} has the name`
		}]
	};
}
const hrSourceMissing = defineClusterRule({
	id: "hr-source-missing",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRelease takes its chart from a source that nothing defines.",
	why: "Flux reports SourceNotReady with `… not found` and never installs or upgrades the release.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		const references = [...missingReferences(context, "sourceRef"), ...missingReferences(context, "chartRef")];
		const users = [kinds$1.HelmRelease, kinds$1.HelmChart];
		for (const reference of references.filter(({ from }) => users.some((kind) => isKind(from.id, kind)))) yield {
			...reportMissing(cluster, reference),
			...adviseOnKind(cluster, reference)
		};
	}
});
//#endregion
//#region rules/helm/hr-values-key-missing.ts
const dataFields = [
	"data",
	"stringData",
	"binaryData"
];
/** The keys of a ConfigMap or Secret. */
function keysOf({ manifest }) {
	return dataFields.flatMap((field) => {
		const data = valueAt(manifest, [field]);
		return isObject(data) ? Object.keys(data) : [];
	});
}
/** Whether a controller adds keys that are not in Git: a replicator, a generator, another owner of the object. */
function isFilledElsewhere({ manifest }) {
	const type = stringAt(manifest, ["type"]);
	const labels = ["annotations", "labels"].flatMap((field) => {
		const found = valueAt(manifest, ["metadata", field]);
		return isObject(found) ? Object.keys(found) : [];
	});
	return type === "kubernetes.io/service-account-token" || labels.some((key) => /replicat|reflect|copyFrom|generat|inject|toolkit\.fluxcd\.io\/ssa/iu.test(key));
}
const hrValuesKeyMissing = defineClusterRule({
	id: "hr-values-key-missing",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "`valuesFrom` names a key that the ConfigMap or Secret does not have.",
	why: "Flux reports ValuesError with `could not resolve … chart values reference …: key not found` and does not install or upgrade the release.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const { relation, optional, from, path, target, resource } of cluster.graph.references) {
			if (relation !== "valuesFrom" || optional || !resource || isFilledElsewhere(resource)) continue;
			const entry = path.slice(0, -1);
			const written = stringAt(from.manifest, [...entry, "valuesKey"]);
			const key = written || "values.yaml";
			const keys = keysOf(resource);
			if (keys.includes(key)) continue;
			const nearest = nearestName(key, keys) ?? (keys.length === 1 ? keys[0] : void 0);
			yield {
				at: from.at(written ? [...entry, "valuesKey"] : path),
				message: `${describe(from.id)} takes values from key \`${key}\` of ${describe(target)}, which has no such key.`,
				help: nearest ? `Set \`valuesKey\` to \`${nearest}\`, or add the key \`${key}\`.` : `Add the key \`${key}\` to the ${target.kind}, or set \`valuesKey\`.`,
				related: [{
					at: resource.at(["data"], "key"),
					message: `its keys: ${keys.join(", ") || "none"}`
				}]
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-values-optional-hides.ts
const hrValuesOptionalHides = defineClusterRule({
	id: "hr-values-optional-hides",
	category: "helm",
	scope: "cluster",
	severity: "info",
	presets: ["recommended"],
	summary: "An optional entry of `valuesFrom` names an object that nothing defines.",
	why: "Flux installs the release without these values, and no condition says that they are missing: a misspelt name is never found out.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const { relation, optional, status, doubt, from, path, target, at } of cluster.graph.references) {
			if (relation !== "valuesFrom" || !optional || status !== "missing" || doubt !== void 0) continue;
			yield {
				at,
				message: `${describe(from.id)} would take values from ${describe(target)}, but nothing defines it, and the entry is optional.`,
				help: `Add the ${target.kind}, correct \`${formatFieldPath(path)}\`, or remove the entry; without \`optional: true\` Flux would say that it is missing.`
			};
		}
	}
});
//#endregion
//#region rules/helm/values-elsewhere.ts
/** The object that a release names, where it lives in another namespace alone. */
function valuesElsewhere(cluster, { target }) {
	return cluster.resources.find(({ id, server }) => server === "" && isKind(id, target) && id.name === target.name && id.namespace !== target.namespace);
}
//#endregion
//#region rules/helm/hr-values-ref-missing.ts
const hrValuesRefMissing = defineClusterRule({
	id: "hr-values-ref-missing",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "`valuesFrom` names a ConfigMap or Secret that nothing defines.",
	why: "Flux reports ValuesError with `could not resolve … chart values reference …: … not found` and does not install or upgrade the release.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
	since: "0.1.0",
	*check(context) {
		for (const reference of missingReferences(context, "valuesFrom")) {
			if (valuesElsewhere(context.cluster, reference)) continue;
			yield reportMissing(context.cluster, reference);
		}
	}
});
//#endregion
//#region rules/helm/hr-values-schema.ts
/** `string or null` → `a string or null`. */
const withArticle = (types = "") => types.split(" or ").map((type) => type === "null" ? type : /^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`).join(" or ");
const quoted$1 = (text = "") => text.replaceAll("'", "`");
const typeWords = /^got (?<got>\w+), want (?<want>.+)$/u;
const missingWords = /^missing propert(?:y|ies) (?<names>.+)$/u;
const extraWords = /^additional properties .* not allowed$/u;
/** The validator's words, as what is true of the value. */
const sentences = [
	[typeWords, ({ got, want }) => `is ${withArticle(got)}, not ${withArticle(want)}`],
	[missingWords, ({ names }) => `lacks ${quoted$1(names)}`],
	[extraWords, () => "is not allowed"],
	[/^value must be one of (?<values>.+)$/u, ({ values }) => `is none of ${quoted$1(values)}`],
	[/^value must be (?<value>.+)$/u, ({ value }) => `is not ${quoted$1(value)}`],
	[/^minimum: got (?<got>\S+), want (?<want>\S+)$/u, ({ got, want }) => `is ${got}, below ${want}`],
	[/^maximum: got (?<got>\S+), want (?<want>\S+)$/u, ({ got, want }) => `is ${got}, above ${want}`],
	[/^'(?:oneOf|anyOf)' failed.*$/u, () => "fits none of the forms that the schema allows"]
];
function explain({ path, message }) {
	const value = path.length === 0 ? "the release" : `\`${formatFieldPath(path)}\``;
	for (const [pattern, sentence] of sentences) {
		const words = pattern.exec(message);
		if (words) return `${value} ${sentence({ ...words.groups })}`;
	}
	return `${value}: ${message}`;
}
function advise$4({ path, message }, build) {
	const field = formatFieldPath([
		"spec",
		"values",
		...path
	]);
	const value = build.values === void 0 ? void 0 : valueAt(build.values, path);
	const type = typeWords.exec(message)?.groups;
	if (type?.want === "string" && (typeof value === "number" || typeof value === "boolean")) return `Quote it: \`"${value}"\`.`;
	if (type?.got === "string" && typeof value === "string" && /^(?:-?\d+|true|false)$/u.test(value)) return `Write it without quotes: \`${value}\`.`;
	const names = missingWords.exec(message)?.groups?.names;
	if (names !== void 0) return `Set ${quoted$1(names)} under \`${field}\`.`;
	if (extraWords.test(message)) return "Correct its spelling, or remove it: the schema allows no other keys here.";
	return `Change \`${field}\` to what the schema allows.`;
}
/** The value in the release or in what `valuesFrom` names; a mapping or list by its key. */
function locate({ path, message }, build) {
	const found = valueLocation(build, path);
	if (found) {
		const value = build.values === void 0 ? void 0 : valueAt(build.values, path);
		return found.depth === path.length && !extraWords.test(message) && typeof value !== "object" ? found.at : {
			...found.at,
			part: "key"
		};
	}
	return path.length === 0 && valueAt(build.release.manifest, ["spec", "values"]) !== void 0 ? build.release.at(["spec", "values"], "key") : chartLocation(build);
}
const hrValuesSchema = defineClusterRule({
	id: "hr-values-schema",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A release's values do not fit the chart's `values.schema.json`.",
	why: "Helm stops with `values don't meet the specifications of the schema(s)`: the release is not installed, or stays at its last version.",
	docs: ["https://helm.sh/docs/topics/charts/#schema-files"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.releases) {
			const { failure, release, chart } = build;
			if (failure?.step !== "schema" || hasUnseenValues(cluster, build)) continue;
			for (const violation of failure.violations ?? []) {
				const name = violation.chart ?? chart?.name;
				yield {
					at: locate(violation, build),
					message: `${describe(release.id)} gives chart ${name ?? ""} values that its schema rejects: ${explain(violation)}.`,
					help: advise$4(violation, build)
				};
			}
		}
	}
});
//#endregion
//#region rules/helm/hr-values-wrong-namespace.ts
const hrValuesWrongNamespace = defineClusterRule({
	id: "hr-values-wrong-namespace",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "`valuesFrom` names a ConfigMap or Secret that lives in another namespace.",
	why: "Flux looks in the namespace of the HelmRelease alone: it reports ValuesError with `could not resolve … chart values reference …: … not found` and does not install or upgrade the release.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		for (const reference of missingReferences(context, "valuesFrom")) {
			const elsewhere = valuesElsewhere(cluster, reference);
			if (!elsewhere) continue;
			const { from, target } = reference;
			const [own, other] = [target.namespace ?? "", elsewhere.id.namespace ?? ""];
			yield {
				...reportMissing(cluster, reference),
				message: `${describe(from.id)} takes values from ${describe(target)}, but ${target.kind} \`${target.name}\` is in namespace \`${other}\`.`,
				help: `Move the ${target.kind} to namespace \`${own}\`, or define it there too; \`valuesFrom\` has no \`namespace\`.`,
				related: [{
					at: elsewhere.at(["metadata", "name"]),
					message: `it is in \`${other}\``
				}]
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-version-invalid.ts
/** What people write for what they mean: shell-like equality, `V1.2.3`, glued comparators, the word for "any". */
function suggest(version) {
	if (/^latest$/iu.test(version)) return "*";
	const repaired = version.trim().replace(/^==\s*/u, "").replace(/^V(?=\d)/u, "v").replace(/\s*\|\|\s*$/u, "").replace(/(?<=[\dxX*])(?=[<>]=?\s*v?\d)/gu, " ");
	return repaired === version ? void 0 : repaired;
}
const hrVersionInvalid = defineClusterRule({
	id: "hr-version-invalid",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A chart's version is no version constraint.",
	why: "Flux reports `improper constraint` on the HelmChart, so the release has no chart to install.",
	docs: ["https://fluxcd.io/flux/components/source/helmcharts/#version"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.releases) {
			if (build.chartProblem?.kind !== "version-invalid") continue;
			const { version, versionField, versionText } = chartFields(cluster, build);
			const suggestion = suggest(versionText);
			yield {
				at: version,
				message: `${describe(build.release.id)} asks for chart version \`${versionText}\`, which is no version constraint.`,
				help: suggestion ? `Set \`${versionField}\` to \`${suggestion}\`.` : "Write a version (`6.5.0`), or a range such as `6.x`, `^6.5.0` or `>=6.5.0 <7.0.0`."
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-version-missing.ts
/** Charts of Git and buckets have no versions to choose from. */
const sources = [kinds$1.HelmRepository];
/** Constraints that any version meets. */
const any = new Set([
	"",
	"*",
	"x",
	"X",
	">=0.0.0",
	">=0",
	"> 0",
	">0.0.0"
]);
const hrVersionMissing = defineClusterRule({
	id: "hr-version-missing",
	category: "helm",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A chart is taken in any version.",
	why: "Flux takes `*` for a missing version: it installs the newest chart of the repository, and upgrades the release whenever a newer one appears, major versions as well.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const resource of cluster.resources) {
			const field = chartFieldOf(resource, sources);
			if (!field || !isWhole$1(cluster, resource)) continue;
			const { manifest, id } = resource;
			const version = stringAt(manifest, [...field, "version"]);
			if (!any.has(version?.trim() ?? "")) continue;
			const chart = stringAt(manifest, [...field, "chart"]) ?? "";
			yield {
				at: resource.at([...field, version === void 0 ? "chart" : "version"]),
				message: `${describe(id)} takes chart \`${chart}\` in any version${version ? ` (\`${version}\`)` : ""}.`,
				help: `Set \`${[...field, "version"].join(".")}\` to a version, or to a range such as \`6.x\`.`
			};
		}
	}
});
//#endregion
//#region rules/helm/hr-version-unsatisfied.ts
const coreOf = (text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
function compareCores(left, right) {
	const index = left.findIndex((part, position) => part !== (right[position] ?? 0));
	return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}
/**
* Whether a range names a version above all known ones. Mirrors and repositories drop old versions, so a range that only
* older ones fit proves nothing.
*/
function isNewer(range, known) {
	const named = [...range.matchAll(/\d+(?:\.\d+)*/gu)].map(([text]) => coreOf(text));
	const versions = known.map((version) => coreOf(version.replace(/^v/u, "")));
	return named.some((core) => versions.every((version) => compareCores(core, version) > 0));
}
const hrVersionUnsatisfied = defineClusterRule({
	id: "hr-version-unsatisfied",
	category: "helm",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "No version of the chart fits the version that a HelmRelease asks for.",
	why: "Flux reports `no chart with version matching … found` on the HelmChart and SourceNotReady on the release.",
	docs: ["https://fluxcd.io/flux/components/source/helmcharts/#version"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.releases) {
			const problem = build.chartProblem;
			if (problem?.kind !== "version-unsatisfied") continue;
			const { version, versionField, versionText } = chartFields(cluster, build);
			const newest = problem.known[0];
			if (!problem.certain && !isNewer(versionText, problem.known)) continue;
			yield {
				at: version,
				message: `${describe(build.release.id)} asks for version \`${versionText}\` of ${describeChart(cluster, build)}, and no known version fits.`,
				help: newest ? `Set \`${versionField}\` to \`${newest}\`, the newest known.` : `Correct \`${versionField}\`.`,
				...problem.certain ? {} : { severity: "warning" }
			};
		}
	}
});
//#endregion
//#region rules/images/marker-place.ts
/** A part of a comment, in the document that it stands in. */
function commentPlace$1({ source, documents }, { start, end }) {
	const range = {
		start: source.lines.positionAt(start),
		end: source.lines.positionAt(end)
	};
	const { line } = range.start;
	const isAround = ({ range: own }) => own.start.line <= line && line <= own.end.line;
	const document = documents.find(isAround) ?? documents[0];
	return document && {
		document,
		path: [],
		part: "value",
		range
	};
}
//#endregion
//#region rules/images/marker-malformed.ts
/** What is wrong with a comment that stands where a marker would count; undefined for prose and commented-out lines. */
function faultOf$1({ text, marker, applies }) {
	const comment = text.trim();
	const json = /\{[^{}]*\}/u.exec(comment)?.[0];
	if (marker || !applies || json === void 0 || /#.*\{/u.test(comment)) return void 0;
	if (json !== comment) return "has text beside the marker, which has to be alone";
	if (!comment.includes("\"$imagepolicy\"")) return comment.includes("'") ? "is written in single quotes, and JSON takes double quotes alone" : "has another name than `\"$imagepolicy\"`, in double quotes and lower case";
	const policy = /"\$imagepolicy"\s*:\s*"(?<policy>[^"]*)"/u.exec(comment)?.groups?.policy;
	if (policy === void 0) return "is no JSON object with a text for `$imagepolicy`";
	const parts = policy.split(":").length;
	if (parts === 1) return `names \`${policy}\` without a namespace`;
	if (parts > 3) return `names \`${policy}\`, which has too many parts`;
	return "is no JSON object of texts";
}
const markerMalformed = defineFileRule({
	id: "marker-malformed",
	category: "images",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A comment is meant as a marker of image automation, but is none.",
	why: "Flux reads a marker only where the whole comment is a JSON object, `{\"$imagepolicy\": \"namespace:policy\"}`. It ignores every other comment without a word: the automation is Ready, and the image is never updated.",
	docs: ["https://fluxcd.io/flux/guides/image-update/#configure-image-update-for-custom-resources"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const file of workspace.files) {
			const { path, text } = file.source;
			if (file.role === "template" || isSetAside(path)) continue;
			for (const comment of findMarkerComments(text)) {
				const fault = faultOf$1(comment);
				const at = fault === void 0 ? void 0 : commentPlace$1(file, comment);
				if (fault === void 0 || !at) continue;
				yield {
					at,
					message: `The marker of image automation ${fault}.`,
					help: "Write `# {\"$imagepolicy\": \"namespace:policy\"}`, with `:tag`, `:name` or `:digest` behind the policy for a part of the image, and nothing else in the comment."
				};
			}
		}
	}
});
//#endregion
//#region rules/images/policies.ts
/** ImagePolicies of all clusters, and of files that none reaches: the automation of one cluster may change files of another. */
function policiesOf({ clusters, unreached, documents, files }) {
	const all = [...clusters.flatMap(({ resources }) => resources), ...unreached].filter(({ id }) => isKind(id, kinds$1.ImagePolicy)).map(({ id }) => id);
	const makes = ({ content }) => stringAt(content, ["kind"]) === kinds$1.ResourceSet.kind && JSON.stringify(content).includes("ImagePolicy");
	return {
		all,
		mayBeMore: all.some(({ name, namespace = "" }) => `${namespace}/${name}`.includes("${")) || documents.some(makes) || files.some(({ role, source }) => role === "template" && source.text.includes("ImagePolicy"))
	};
}
/** Whether the automations of a cluster look at a policy: only those of its own namespace do. */
function isAutomated({ clusters }, policy) {
	const automations = (cluster) => cluster.all(kinds$1.ImageUpdateAutomation).map(({ id }) => id);
	const all = clusters.flatMap(automations);
	return all.length === 0 || all.some(({ namespace }) => namespace === policy.namespace);
}
/** A marker, and the file that it stands in; the first one of each policy in a file. */
function markersOf(workspace) {
	return workspace.files.flatMap((file) => {
		if (file.role === "template" || isSetAside(file.source.path)) return [];
		const first = /* @__PURE__ */ new Map();
		for (const marker of findSetterMarkers(file.source.text)) {
			const key = `${marker.namespace}/${marker.name}`;
			if (!first.has(key)) first.set(key, marker);
		}
		return [...first.values()].map((marker) => ({
			file,
			marker
		}));
	});
}
/** Whether a marker names a policy. */
function isNamedBy({ namespace, name }, policy) {
	return policy.name === name && (policy.namespace ?? namespace) === namespace;
}
//#endregion
//#region rules/images/marker-unknown-policy.ts
const markerUnknownPolicy = defineFileRule({
	id: "marker-unknown-policy",
	category: "images",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A marker of image automation names an ImagePolicy that nothing defines.",
	why: "Flux skips a marker whose policy it does not know, without an error: the ImageUpdateAutomation is Ready with `repository up-to-date`, and the image is never updated.",
	docs: ["https://fluxcd.io/flux/guides/image-update/#configure-image-updates"],
	since: "0.1.0",
	*check({ workspace }) {
		const { all, mayBeMore } = policiesOf(workspace);
		if (mayBeMore) return;
		for (const { file, marker } of markersOf(workspace)) {
			const at = commentPlace$1(file, marker);
			if (!at || all.some(({ name }) => name === marker.name)) continue;
			const neighbours = all.filter((policy) => policy.namespace === marker.namespace);
			const nearest = nearestName(marker.name, neighbours.map(({ name }) => name));
			const field = marker.field === void 0 ? "" : `:${marker.field}`;
			yield {
				at,
				message: `The marker names ImagePolicy ${marker.namespace}/${marker.name}, which nothing defines.`,
				help: nearest === void 0 ? "Add the ImagePolicy, or remove the marker." : `Write \`${marker.namespace}:${nearest}${field}\`, or add the ImagePolicy.`,
				...all.length === 0 ? { severity: "warning" } : {}
			};
		}
	}
});
//#endregion
//#region rules/images/marker-wrong-namespace.ts
function faultOf(workspace, { all, mayBeMore }, marker) {
	const policy = all.find((one) => isNamedBy(marker, one));
	if (policy) return isAutomated(workspace, policy) ? void 0 : unautomated(policy);
	const elsewhere = mayBeMore ? void 0 : all.find(({ name }) => name === marker.name);
	if (!elsewhere) return void 0;
	const field = marker.field === void 0 ? "" : `:${marker.field}`;
	return {
		message: `The marker names ImagePolicy ${marker.namespace}/${marker.name}, but the policy \`${marker.name}\` is in namespace \`${elsewhere.namespace ?? ""}\`.`,
		help: `Write \`${elsewhere.namespace ?? ""}:${marker.name}${field}\`.`
	};
}
function unautomated(policy) {
	return {
		message: `The marker names ${describe(policy)}, but no ImageUpdateAutomation is in namespace \`${policy.namespace ?? ""}\`.`,
		help: "Move the policy into the namespace of the ImageUpdateAutomation, and write that namespace into the marker; or add an ImageUpdateAutomation."
	};
}
const markerWrongNamespace = defineFileRule({
	id: "marker-wrong-namespace",
	category: "images",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A marker of image automation looks for its ImagePolicy in the wrong namespace.",
	why: "Flux knows the policies of the ImageUpdateAutomation's own namespace alone, and skips markers of others without an error: the automation is Ready, and the image is never updated.",
	docs: ["https://fluxcd.io/flux/components/image/imageupdateautomations/#policy-selector"],
	since: "0.1.0",
	*check({ workspace }) {
		const policies = policiesOf(workspace);
		for (const { file, marker } of markersOf(workspace)) {
			const fault = faultOf(workspace, policies, marker);
			const at = fault && commentPlace$1(file, marker);
			if (at) yield {
				at,
				...fault
			};
		}
	}
});
//#endregion
//#region rules/kustomization/flux-system-not-included.ts
/** What a root applies no more: its own objects, or the controllers beside them. */
function lostFile(workspace, build) {
	const { kustomization, objects, files } = build;
	if (!("document" in kustomization.origin)) return void 0;
	const own = kustomization.origin.document.file.path;
	if (baseOf(own) !== "gotk-sync.yaml" && baseOf(folderOf(own)) !== "flux-system") return void 0;
	const key = resourceKey(kustomization.id, kustomization.server);
	if (!objects.some(({ id, server }) => resourceKey(id, server) === key)) return own;
	const components = `${folderOf(own)}/gotk-components.yaml`;
	return workspace.file(components) && !files.includes(components) ? components : void 0;
}
/** The kustomization file at a root's path, and the file of Flux below it that it does not lead to. */
function omissionIn(workspace, build) {
	const { kustomization, status } = build;
	if (!isRoot(kustomization) || status !== "built") return void 0;
	if (valueAt(kustomization.manifest, ["spec", "prune"]) !== true) return void 0;
	const closure = closureOf(workspace, build);
	const file = closure?.kustomizationFiles.find(({ folder }) => folder === closure.folder);
	const lost = closure?.generated ? void 0 : lostFile(workspace, build);
	if (!file || lost === void 0 || !isInside(lost, file.folder)) return void 0;
	return {
		file,
		lost
	};
}
const fluxSystemNotIncluded = defineClusterRule({
	id: "flux-system-not-included",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "The kustomization file at a cluster's path leaves out Flux itself.",
	why: "Flux has applied itself from there before: with `prune: true` it deletes its own objects, controllers included, and nothing in the cluster is reconciled any more.",
	docs: ["https://fluxcd.io/flux/installation/bootstrap/", "https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.builds) {
			const omission = omissionIn(workspace, build);
			if (!omission) continue;
			const { file, lost } = omission;
			const entry = folderOf(lost).slice(file.folder === "" ? 0 : file.folder.length + 1) || lost;
			yield {
				at: file.document.has(["resources"]) ? {
					document: file.document,
					path: ["resources"],
					part: "key"
				} : documentStart(file.document),
				message: `\`${file.path}\` does not lead to \`${lost}\`, so ${describe(build.kustomization.id)} prunes what it has applied from there.`,
				help: `Add \`${entry}\` to \`resources\`.`,
				related: [{
					at: build.kustomization.at(["spec", "path"]),
					message: "the path is built from here"
				}]
			};
		}
	}
});
//#endregion
//#region rules/kustomization/reconcile-keys.ts
const group = "kustomize.toolkit.fluxcd.io/";
/** What kustomize-controller reads, and the values that have an effect (`flux-semantics.md` 5.6). */
const valuesOf$1 = new Map([
	["reconcile", ["disabled"]],
	["prune", ["disabled"]],
	["force", ["enabled"]],
	["ssa", [
		"Override",
		"Merge",
		"IfNotPresent",
		"Ignore"
	]],
	["substitute", ["disabled"]],
	["decrypt", ["disabled"]]
]);
/** What the controller writes itself, now or in former versions. */
const own = new Set([
	"name",
	"namespace",
	"checksum",
	"shard"
]);
/** Says what happens anyway: nobody expects anything else. */
const defaults = new Map([
	["reconcile", /^(?:enabled|true)$/iu],
	["prune", /^(?:enabled|true)$/iu],
	["force", /^(?:disabled|false)$/iu],
	["substitute", /^(?:enabled|true)$/iu],
	["decrypt", /^(?:enabled|true)$/iu]
]);
/** What is wrong with a label or annotation of Flux's own prefix. */
function misspellingOf(key, value) {
	if (!key.toLowerCase().startsWith(group)) return void 0;
	const name = key.slice(28);
	const known = valuesOf$1.get(name);
	if (own.has(name)) return void 0;
	if (known && key.startsWith(group)) return wrongValue(name, known, value);
	const names = [...valuesOf$1.keys()];
	const lower = name.toLowerCase();
	const certain = valuesOf$1.has(lower) ? lower : certainName(lower, names);
	const nearest = certain ?? nearestName(lower, names);
	return {
		part: "key",
		known: names.map((one) => group + one),
		nearest: nearest && group + nearest,
		certain: certain && group + certain
	};
}
function wrongValue(name, known, value) {
	if (typeof value !== "string" || /\$\{/u.test(value)) return void 0;
	const isSame = (one) => name === "substitute" ? one === value : one.toLowerCase() === value.toLowerCase();
	if (known.some(isSame) || defaults.get(name)?.test(value)) return void 0;
	const lower = value.toLowerCase();
	const certain = known.find((one) => one.toLowerCase() === lower) ?? certainName(value, known);
	const nearest = /^(?:false|true|off|on|no|yes|skip|never|always)$/u.test(lower) && known.length === 1 ? known[0] : nearestName(value, known);
	return {
		part: "value",
		known,
		nearest: certain ?? nearest,
		certain
	};
}
//#endregion
//#region rules/kustomization/ks-annotation-misspelt.ts
function fixOf$1(at, { key, value }, { part, certain }) {
	if (certain === void 0) return void 0;
	return part === "key" ? renameFix(at, key, certain) : replaceFix(at, value, certain);
}
function problemOf$4(resource, field, entry, wrong) {
	const { part, known, nearest } = wrong;
	const at = resource.at([
		"metadata",
		field,
		entry.key
	], part);
	const fix = fixOf$1(at, entry, wrong);
	const what = field === "labels" ? "label" : "annotation";
	const all = known.map((one) => `\`${one}\``).join(", ");
	return {
		at,
		message: part === "key" ? `${describe(resource.id)} has the ${what} \`${entry.key}\`, which Flux does not know.` : `${describe(resource.id)} has the ${what} \`${entry.key}\` with the value \`${String(entry.value)}\`, which has no effect.`,
		help: nearest === void 0 ? `Flux knows ${all}; write one of them, or remove the ${what}.` : `Write \`${nearest}\`.`,
		...fix && { fix }
	};
}
const ksAnnotationMisspelt = defineFileRule({
	id: "ks-annotation-misspelt",
	category: "kustomization",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A label or annotation that is to steer Flux has a name or a value that Flux does not know.",
	why: "Flux ignores it without a word, and does with the object what it does with all others: it applies, prunes or substitutes it.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const { resource, severity } of writtenResources(workspace)) for (const field of ["annotations", "labels"]) {
			const entries = valueAt(resource.manifest, ["metadata", field]);
			for (const [key, value] of isObject(entries) ? Object.entries(entries) : []) {
				const wrong = misspellingOf(key, value);
				if (!wrong) continue;
				yield {
					...problemOf$4(resource, field, {
						key,
						value
					}, wrong),
					...severity && { severity }
				};
			}
		}
	}
});
//#endregion
//#region rules/kustomization/definitions.ts
const definition$1 = {
	group: "apiextensions.k8s.io",
	kind: "CustomResourceDefinition"
};
/** Who provides the kinds of a cluster, by `group/kind`. */
function providersOf(cluster) {
	const providers = /* @__PURE__ */ new Map();
	for (const crd of cluster.all(definition$1)) {
		const by = crd.owner;
		const kustomization = by && isKind(by.id, kinds$1.HelmRelease) ? by.owner : by;
		if (!by || !kustomization) continue;
		const key = `${stringAt(crd.manifest, ["spec", "group"]) ?? ""}/${stringAt(crd.manifest, [
			"spec",
			"names",
			"kind"
		]) ?? ""}`;
		providers.set(key, [...providers.get(key) ?? [], {
			by,
			kustomization,
			definition: crd
		}]);
	}
	return providers;
}
//#endregion
//#region rules/kustomization/ks-crd-ordering.ts
/** Whether the definition is there before a Kustomization applies its first object. */
function isInTime(kustomization, waitsFor, provider) {
	const isChart = isKind(provider.by.id, kinds$1.HelmRelease);
	if (!isChart && isAncestor$1(provider.kustomization, kustomization)) return true;
	if (provider.kustomization === kustomization) return true;
	return waitsFor.has(provider.kustomization) && (!isChart || isGated(provider.kustomization));
}
function racesIn(cluster, { kustomization, objects }, providers) {
	const waitsFor = dependenciesOf(cluster, kustomization);
	const races = /* @__PURE__ */ new Map();
	for (const object of objects) {
		const own = providers.get(`${object.id.group}/${object.id.kind}`) ?? [];
		const [provider] = own;
		if (!provider || object.server !== provider.definition.server) continue;
		if (own.some((one) => isInTime(kustomization, waitsFor, one))) continue;
		if (!races.has(provider.by)) races.set(provider.by, {
			object,
			provider
		});
	}
	return [...races.values()];
}
const ksCrdOrdering = defineClusterRule({
	id: "ks-crd-ordering",
	category: "kustomization",
	scope: "cluster",
	severity: "warning",
	presets: ["strict"],
	summary: "A Kustomization applies custom resources and does not wait for their definition.",
	why: "In a new cluster Flux reports ReconciliationFailed with `no matches for kind`, and applies nothing of this Kustomization until a later attempt finds the CustomResourceDefinition.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
	since: "0.1.0",
	*check({ cluster }) {
		const providers = providersOf(cluster);
		for (const build of cluster.builds) for (const { object, provider } of racesIn(cluster, build, providers)) {
			const { kustomization } = build;
			const name = describe(provider.kustomization.id);
			const ungated = isKind(provider.by.id, kinds$1.HelmRelease) && !isGated(provider.kustomization);
			yield {
				at: kustomization.at(["metadata", "name"]),
				message: `${describe(kustomization.id)} applies ${describe(object.id)}, but does not wait for ${describe(provider.by.id)}, which brings its definition.`,
				help: `Add \`dependsOn\` with \`${provider.kustomization.id.name}\`${ungated ? `, and set \`wait: true\` on ${name}` : ""}.`,
				related: [{
					at: object.at(["kind"]),
					message: `${describe(object.id)} is here`
				}, {
					at: provider.by.at(["metadata", "name"]),
					message: "the definition comes with it"
				}]
			};
		}
	}
});
//#endregion
//#region rules/kustomization/ks-dependency-not-gated.ts
/** Kinds that take their time after they are applied, and on whose work others rely. */
const slow = new Set([
	"Deployment.apps",
	"StatefulSet.apps",
	"DaemonSet.apps",
	"Job.batch",
	"HelmRelease.helm.toolkit.fluxcd.io",
	"Kustomization.kustomize.toolkit.fluxcd.io"
]);
const maxRelated$3 = 3;
/** Who waits for a Kustomization by its readiness alone, without an expression of their own. */
function dependents(cluster, kustomization) {
	const waitsFor = dependenciesOf(cluster, kustomization);
	if (waitsFor.has(kustomization)) return [];
	return cluster.graph.to(kustomization).filter(({ relation, from, path }) => relation === "dependsOn" && isKind(from.id, kinds$1.Kustomization) && !isAncestor$1(kustomization, from) && !waitsFor.has(from) && valueAt(from.manifest, [...path.slice(0, -1), "readyExpr"]) === void 0);
}
const ksDependencyNotGated = defineClusterRule({
	id: "ks-dependency-not-gated",
	category: "kustomization",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A Kustomization that others depend on is ready before its objects are.",
	why: "Without `wait` or `healthChecks` Flux sets Ready as soon as the objects are applied: what depends on them starts while Deployments and HelmReleases are still on their way, and fails now and then.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies", "https://fluxcd.io/flux/components/kustomize/kustomizations/#wait"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const { kustomization, objects } of cluster.builds) {
			if (isGated(kustomization)) continue;
			const waited = objects.find(({ id }) => slow.has(`${id.kind}.${id.group}`));
			const [first, ...others] = dependents(cluster, kustomization);
			if (!waited || !first) continue;
			const field = ["spec", "wait"];
			const isWritten = valueAt(kustomization.manifest, field) !== void 0;
			yield {
				at: kustomization.at(isWritten ? field : ["metadata", "name"]),
				message: `${describe(first.from.id)}${others.length === 0 ? " depends" : ` and ${others.length} more depend`} on ${describe(kustomization.id)}, which is ready before ${describe(waited.id)} is.`,
				help: "Set `wait: true`, or list what the others need under `healthChecks`.",
				related: [first, ...others].slice(0, maxRelated$3).map(({ from, at }) => ({
					at,
					message: `${describe(from.id)} depends on it`
				}))
			};
		}
	}
});
//#endregion
//#region rules/kustomization/ks-depends-on-cycle.ts
const ksDependsOnCycle = defineClusterRule({
	id: "ks-depends-on-cycle",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A `dependsOn` chain of Kustomizations leads back to where it starts.",
	why: "Flux waits until every dependency is ready (DependencyNotReady), so none of these Kustomizations is ever applied.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const [first, ...rest] of cluster.graph.cycles("dependsOn")) {
			if (!isKind(first.from.id, kinds$1.Kustomization)) continue;
			const steps = [
				first,
				...rest,
				first
			].map(({ from }) => describe(from.id));
			yield {
				at: first.at,
				message: rest.length === 0 ? `${describe(first.from.id)} depends on itself.` : `${steps.join(" → ")} is a dependency cycle.`,
				help: rest.length === 0 ? "Remove the entry." : "Remove one of these `dependsOn` entries, or move what both sides need into a Kustomization of its own.",
				related: rest.map(({ at, target }) => ({
					at,
					message: `depends on ${describe(target)}`
				}))
			};
		}
	}
});
//#endregion
//#region rules/kustomization/ks-depends-on-missing.ts
const ksDependsOnMissing = defineClusterRule({
	id: "ks-depends-on-missing",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization's `dependsOn` names a Kustomization that nothing defines.",
	why: "Flux reports DependencyNotReady with `dependency '…' not found` and never applies this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		for (const reference of missingReferences(context, "dependsOn")) {
			if (!isKind(reference.from.id, kinds$1.Kustomization)) continue;
			const problem = reportMissing(cluster, reference);
			const release = cluster.find({
				...reference.target,
				...kinds$1.HelmRelease
			});
			if (!release) yield problem;
			else yield {
				...problem,
				help: `Name the Kustomization that applies ${describe(release.id)}, with \`wait: true\`: a Kustomization cannot depend on a HelmRelease.`,
				related: [{
					at: release.at(["metadata", "name"]),
					message: "this is a HelmRelease"
				}]
			};
		}
	}
});
//#endregion
//#region rules/kustomization/ks-path-empty.ts
const ksPathEmpty = defineClusterRule({
	id: "ks-path-empty",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization with `prune: true` builds no object at all.",
	why: "Flux calls an empty build a success: it reports Ready and deletes everything that the Kustomization has applied before.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.builds.filter(isPrunedEmpty)) {
			const { kustomization, path } = build;
			const folder = repositoryFolder(artifactPaths(build) ?? /* @__PURE__ */ new Map(), path);
			const file = workspace.kustomizationFiles.find((candidate) => candidate.folder === folder);
			yield {
				at: kustomization.at(["spec", "path"]),
				message: `${describe(kustomization.id)} builds no object from ${folderName(path)}, and prunes what it has applied before.`,
				...file ? { severity: "warning" } : {},
				help: "Correct `spec.path`, add the manifests, or set `prune: false` while there are none.",
				related: file ? [{
					at: {
						document: file.document,
						path: ["resources"],
						part: "entry"
					},
					message: "this is all that is built"
				}] : []
			};
		}
	}
});
/** A build with a reason has left out what lies outside this checkout; one that nobody has written is a guess. */
function isPrunedEmpty(build) {
	const { kustomization, content, status, objects, reason } = build;
	const { manifest, origin } = kustomization;
	const isComplete = content.status === "here" && !content.partial && reason === void 0;
	return status === "built" && isComplete && objects.length === 0 && origin.via !== "implied" && !isGate(build) && valueAt(manifest, ["spec", "prune"]) === true && valueAt(manifest, ["spec", "suspend"]) !== true;
}
/** One that only checks the health of others' objects, so that `dependsOn` can wait for them, is empty on purpose. */
function isGate({ kustomization }) {
	return listAt(kustomization.manifest, ["spec", "healthChecks"]).length > 0;
}
//#endregion
//#region rules/kustomize/links.ts
/** The symbolic link that a path is, or leads through; Flux's artifacts have none. */
function linkOnTheWay({ links }, path) {
	if (path === void 0) return void 0;
	const files = [
		"kustomization.yaml",
		"kustomization.yml",
		"Kustomization"
	];
	return links.find((link) => isInside(path, link) || files.some((file) => link === `${path}/${file}`));
}
/** The entries of a kustomization file that a cluster cannot follow, since a symbolic link is on the way. */
function linkedEntries({ entries }, workspace) {
	if (workspace.links.length === 0) return [];
	return entries.flatMap((entry) => {
		const link = linkOnTheWay(workspace, entry.target);
		return link === void 0 ? [] : [{
			entry,
			link
		}];
	});
}
/** The folder that `spec.path` names, in the checked root; undefined where the source is none of its folders. */
function pathInRepository({ content, path }) {
	if (content.status !== "here" || content.folder === void 0) return void 0;
	return joinPath(content.folder, path);
}
//#endregion
//#region rules/kustomization/ks-path-missing.ts
const ksPathMissing = defineClusterRule({
	id: "ks-path-missing",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization's `path` does not exist in its source.",
	why: "Flux reports ArtifactFailed with `kustomization path not found` and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#path"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.builds) {
			const isFile = build.status === "failed" && (artifactPaths(build)?.has(build.path) ?? false);
			if (build.failure?.step !== "path" && !isFile) continue;
			if (linkOnTheWay(workspace, pathInRepository(build)) !== void 0) continue;
			const { kustomization, path } = build;
			const name = describe(kustomization.id);
			const nearest = isFile ? folderOf(path) : nearestFolder(build);
			yield {
				at: kustomization.at(["spec", "path"]),
				message: isFile ? `${name} builds \`${path}\`, which is a file and no folder.` : `${name} builds \`${path}\`, a folder that ${describe(sourceOf$1(kustomization))} does not have.`,
				help: nearest === void 0 ? "Correct `spec.path`, or add the folder. It counts from the root of the source." : `Set \`spec.path\` to \`./${nearest}\`.`,
				...isPinned$1(build) ? { severity: "warning" } : {}
			};
		}
	}
});
/** The source as the Kustomization names it: an ExternalArtifact, not the ArtifactGenerator that makes it. */
function sourceOf$1({ id, manifest }) {
	const reference = valueAt(manifest, ["spec", "sourceRef"]);
	const namespace = stringAt(reference, ["namespace"]) ?? id.namespace;
	return {
		group: "",
		kind: stringAt(reference, ["kind"]) ?? "source",
		name: stringAt(reference, ["name"]) ?? "",
		...namespace === void 0 ? {} : { namespace }
	};
}
function isPinned$1({ content }) {
	if (content.status !== "here" || content.fetched === true) return false;
	const ref = valueAt(content.source.manifest, ["spec", "ref"]);
	const name = stringAt(ref, ["name"]) ?? "";
	return !(name === "" || name.startsWith("refs/heads/")) || [
		"tag",
		"semver",
		"commit"
	].some((field) => stringAt(ref, [field]) !== void 0);
}
/** The folder that `path` probably means: one beside it with a near name, or the only one elsewhere with its last steps. */
function nearestFolder(build) {
	const folders = [...artifactFolders(artifactPaths(build) ?? /* @__PURE__ */ new Map())];
	const { path } = build;
	const beside = folders.filter((folder) => folder !== "" && folderOf(folder) === folderOf(path));
	const near = nearestName(baseOf(path), beside.map(baseOf));
	if (near !== void 0) return path.slice(0, path.length - baseOf(path).length) + near;
	const whole = nearestName(path, folders);
	if (whole !== void 0) return whole;
	const moved = folders.filter((folder) => folder !== "" && (folder.endsWith(`/${path}`) || path.endsWith(`/${folder}`)));
	return moved.length === 1 ? moved[0] : void 0;
}
//#endregion
//#region rules/kustomization/ks-path-overlap.ts
const ksPathOverlap = defineClusterRule({
	id: "ks-path-overlap",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "Two Kustomizations of a cluster apply the same object.",
	why: "Each reconciliation takes the object over from the other Kustomization, and when one of them drops it, Flux prunes it although the other still wants it.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const { first, later, objects } of findOverlaps(cluster)) {
			const others = describe(first.kustomization.id);
			yield {
				at: later.kustomization.at(["spec", "path"]),
				message: `${describe(later.kustomization.id)} applies ${enumerate(objects)}, which ${others} applies too.`,
				help: "Let one of them apply it: correct `spec.path`, or move what they share into a Kustomization of its own that both depend on.",
				related: [{
					at: first.kustomization.at(["spec", "path"]),
					message: `${others} is here`
				}, ...objects.slice(0, 1).map((object) => ({
					at: object.at(["metadata", "name"]),
					message: `${describe(object.id)} is here`
				}))]
			};
		}
	}
});
/** What two Kustomizations have in common, by the Kustomization that was there first. */
function findOverlaps(cluster) {
	const owners = /* @__PURE__ */ new Map();
	const overlaps = /* @__PURE__ */ new Map();
	for (const build of cluster.builds) {
		if (valueAt(build.kustomization.manifest, ["spec", "suspend"]) === true) continue;
		for (const object of build.objects) {
			if (isShareable(object)) continue;
			const key = resourceKey(object.id, object.server);
			const owner = owners.get(key);
			if (!owner) owners.set(key, {
				build,
				object
			});
			else if (isConflict(owner, {
				build,
				object
			})) addTo(overlaps, owner.build, build, object);
		}
	}
	return [...overlaps.values()];
}
function addTo(overlaps, first, later, object) {
	const key = `${keyOf(first)}\n${keyOf(later)}`;
	const known = overlaps.get(key);
	if (known) known.objects.push(object);
	else overlaps.set(key, {
		first,
		later,
		objects: [object]
	});
}
function isConflict(owner, other) {
	if (keyOf(owner.build) === keyOf(other.build)) return false;
	if (isAncestor(owner.build, other.build) || isAncestor(other.build, owner.build)) return false;
	return !(setting(owner.object, "prune") === "disabled" && setting(other.object, "prune") === "disabled" && JSON.stringify(owner.object.manifest) === JSON.stringify(other.object.manifest));
}
function keyOf({ kustomization }) {
	return resourceKey(kustomization.id, kustomization.server);
}
/** A path that contains the child's definition often contains the child's own path as well: another problem. */
function isAncestor(upper, lower) {
	const seen = /* @__PURE__ */ new Set();
	for (let owner = lower.kustomization.owner; owner && !seen.has(owner); owner = owner.owner) {
		if (resourceKey(owner.id, owner.server) === keyOf(upper)) return true;
		seen.add(owner);
	}
	return false;
}
/** Objects that Flux leaves to others on request, and those whose real name nobody knows. */
function isShareable(object) {
	const ssa = setting(object, "ssa");
	if (ssa === "ifnotpresent" || ssa === "ignore" || ssa === "merge") return true;
	if (setting(object, "reconcile") === "disabled") return true;
	const { origin } = object;
	const source = origin.via === "helm" ? void 0 : valueAt(origin.document.content, origin.path);
	return object.uncertain && JSON.stringify(valueAt(source, ["metadata"]) ?? "").includes("${");
}
/** A setting of kustomize-controller on an object, which may be a label or an annotation (`flux-semantics.md` 5.6). */
function setting({ manifest }, name) {
	const key = `kustomize.toolkit.fluxcd.io/${name}`;
	return (stringAt(manifest, [
		"metadata",
		"annotations",
		key
	]) ?? stringAt(manifest, [
		"metadata",
		"labels",
		key
	]))?.toLowerCase();
}
function enumerate(objects) {
	const names = objects.slice(0, 3).map(({ id }) => describe(id));
	const more = objects.length - names.length;
	if (more > 0) return `${names.join(", ")} and ${more} more`;
	return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");
}
//#endregion
//#region rules/kustomization/ks-source-missing.ts
const ksSourceMissing = defineClusterRule({
	id: "ks-source-missing",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization's `sourceRef` names a source that nothing defines.",
	why: "Flux reports ArtifactFailed with `Source '…' not found` and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		for (const reference of missingReferences(context, "sourceRef")) {
			if (!isKind(reference.from.id, kinds$1.Kustomization)) continue;
			const problem = reportMissing(cluster, reference);
			const artifact = nearestArtifact(cluster, reference.target);
			yield artifact === void 0 ? problem : {
				...problem,
				help: `Set \`spec.sourceRef.name\` to \`${artifact}\`, which an ArtifactGenerator makes.`
			};
		}
	}
});
/** The artifact of an ArtifactGenerator of the namespace that is probably meant: ExternalArtifacts are in no file. */
function nearestArtifact(cluster, target) {
	if (!isKind(target, kinds$1.ExternalArtifact)) return void 0;
	const artifacts = cluster.all(kinds$1.ArtifactGenerator).filter(({ id }) => id.namespace === target.namespace).flatMap(({ manifest }) => listAt(manifest, ["spec", "artifacts"]));
	return nearestName(target.name, artifacts.flatMap((artifact) => stringAt(artifact, ["name"]) ?? []));
}
//#endregion
//#region rules/kustomization/ks-suspend-left.ts
/** What stands still while the object is suspended. */
const effects = [
	[kinds$1.Kustomization, "Flux applies no change of its manifests"],
	[kinds$1.HelmRelease, "Flux neither upgrades nor repairs the release"],
	[kinds$1.GitRepository, "Flux fetches no new commit"],
	[kinds$1.OCIRepository, "Flux fetches no new artifact"],
	[kinds$1.Bucket, "Flux fetches no new content"],
	[kinds$1.HelmRepository, "Flux fetches no new index, so no new chart version is seen"],
	[kinds$1.HelmChart, "Flux fetches no new chart"],
	[kinds$1.ImageRepository, "Flux scans for no new tag"],
	[kinds$1.ImagePolicy, "Flux chooses no new tag"],
	[kinds$1.ImageUpdateAutomation, "Flux commits no update"]
];
function effectOf$1({ id, manifest, origin }) {
	if (origin.via === "helm" || valueAt(manifest, ["spec", "suspend"]) !== true) return void 0;
	if (isKind(id, kinds$1.HelmRepository) && stringAt(manifest, ["spec", "type"]) === "oci") return void 0;
	return effects.find(([kind]) => isKind(id, kind))?.[1];
}
const ksSuspendLeft = defineClusterRule({
	id: "ks-suspend-left",
	category: "kustomization",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A Flux object is suspended in Git.",
	why: "Flux leaves a suspended object alone until somebody changes the file: its status stays as it was, mostly Ready, and changes in Git are applied nowhere. `flux resume` lasts until the next time the file is applied.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#suspend"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const resource of cluster.resources) {
			const effect = effectOf$1(resource);
			if (effect === void 0) continue;
			yield {
				at: resource.at(["spec", "suspend"]),
				message: `${describe(resource.id)} is suspended: ${effect}.`,
				help: "Remove `suspend`, or remove the object if it is not wanted any more; a halt for an hour is better made with `flux suspend`."
			};
		}
	}
});
//#endregion
//#region rules/kustomization/ks-unreachable.ts
/** Whether a line of the file that is commented out names the way to `path`: somebody has switched it off. */
function isSwitchedOff({ document, folder }, path) {
	const [step = ""] = path.slice(folder === "" ? 0 : folder.length + 1).split("/");
	return document.file.text.split("\n").some((line) => /^\s*#/u.test(line) && line.includes(step.replace(/\.ya?ml$/u, "")));
}
/** The nearest kustomization file around `path` that a cluster builds: it decides what is applied below. */
function fileAround(workspace, path) {
	return workspace.kustomizationFiles.filter((file) => isInside(path, file.folder) && workspace.clustersOf(file.path).length > 0).sort((left, right) => right.folder.length - left.folder.length).find(({ component }) => !component);
}
/** Whether another file names this one: a base that somebody takes from elsewhere. */
function isNamed({ kustomizationFiles }, path) {
	return kustomizationFiles.some(({ entries, folder }) => entries.some(({ target }) => target === path || target === folderOf(path) && folder !== target));
}
function pathOf({ id, manifest, origin }) {
	const isComplete = stringAt(manifest, [
		"spec",
		"sourceRef",
		"name"
	]) !== void 0;
	if (!isKind(id, kinds$1.Kustomization) || !isComplete || !("document" in origin)) return void 0;
	const { path } = origin.document.file;
	return isSetAside(path) ? void 0 : path;
}
const ksUnreachable = defineFileRule({
	id: "ks-unreachable",
	category: "kustomization",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A Kustomization lies below a cluster's path, but no kustomization file leads to it.",
	why: "Where a folder has a kustomization file, Flux applies what that file names and nothing else: the Kustomization is not in the cluster at all, and no condition says so.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#generate-kustomizationyaml"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const resource of workspace.unreached) {
			const path = pathOf(resource);
			const file = path === void 0 ? void 0 : fileAround(workspace, path);
			if (path === void 0 || !file || isNamed(workspace, path)) continue;
			if (isSwitchedOff(file, path)) continue;
			const entry = path.slice(file.folder === "" ? 0 : file.folder.length + 1);
			yield {
				at: resource.at(["metadata", "name"]),
				message: `${describe(resource.id)} is applied by no cluster: \`${file.path}\` does not lead to \`${path}\`.`,
				help: `Add \`${entry}\` to \`resources\` of \`${file.path}\`, or remove the file.`,
				related: [{
					at: {
						document: file.document,
						path: ["resources"],
						part: "key"
					},
					message: "what is applied of this folder"
				}]
			};
		}
	}
});
//#endregion
//#region rules/kustomization/namespaced-kinds.ts
/** Kinds of Kubernetes that live in namespaces, by group. */
const builtIn$1 = new Map([
	["", [...[
		"ConfigMap",
		"Secret",
		"Service",
		"ServiceAccount",
		"Pod",
		"PersistentVolumeClaim"
	], ...[
		"LimitRange",
		"ResourceQuota",
		"Endpoints",
		"ReplicationController",
		"PodTemplate"
	]]],
	["apps", [
		"Deployment",
		"StatefulSet",
		"DaemonSet",
		"ReplicaSet",
		"ControllerRevision"
	]],
	["batch", ["Job", "CronJob"]],
	["networking.k8s.io", ["Ingress", "NetworkPolicy"]],
	["policy", ["PodDisruptionBudget"]],
	["rbac.authorization.k8s.io", ["Role", "RoleBinding"]],
	["autoscaling", ["HorizontalPodAutoscaler"]],
	["coordination.k8s.io", ["Lease"]],
	["discovery.k8s.io", ["EndpointSlice"]]
]);
const fluxGroups = new Set(fluxVersions.map(({ group }) => group));
const definition = {
	group: "apiextensions.k8s.io",
	kind: "CustomResourceDefinition"
};
/** Whether objects of a kind are certain to live in namespaces: Kubernetes', Flux's, and those that the cluster defines. */
function namespacedKinds(cluster) {
	const custom = new Set(cluster.all(definition).filter(({ manifest }) => stringAt(manifest, ["spec", "scope"]) === "Namespaced").map(({ manifest }) => {
		const kind = stringAt(manifest, [
			"spec",
			"names",
			"kind"
		]) ?? "";
		return `${stringAt(manifest, ["spec", "group"]) ?? ""}/${kind}`;
	}));
	return ({ group, kind }) => (builtIn$1.get(group)?.includes(kind) ?? false) || fluxGroups.has(group) || custom.has(`${group}/${kind}`);
}
//#endregion
//#region rules/kustomization/namespace-missing.ts
const maxRelated$2 = 3;
/** What to write; a Kustomization that applies many folders cannot give them all one namespace. */
function advise$3({ kustomization, objects }, count) {
	const named = new Set(objects.flatMap(({ id }) => id.namespace ?? []));
	const [only] = named;
	const name = named.size === 1 && only !== void 0 ? only : void 0;
	return count > 1 || name !== void 0 ? `Set \`namespace: ${name ?? "…"}\` in the kustomization file, \`spec.targetNamespace\` of ${describe(kustomization.id)}, or \`metadata.namespace\` of each object.` : "Set `metadata.namespace`, or `namespace` in the kustomization file.";
}
const namespaceMissing = defineClusterRule({
	id: "namespace-missing",
	category: "kustomization",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization applies an object of a namespaced kind without a namespace.",
	why: "Flux has no namespace of its own to put it into: it reports ReconciliationFailed with `namespace not specified: the server could not find the requested resource`, and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#target-namespace"],
	since: "0.1.0",
	*check({ cluster }) {
		const isNamespaced = namespacedKinds(cluster);
		for (const build of cluster.builds) {
			const { kustomization, objects, status } = build;
			const [first, ...others] = objects.filter(({ id }) => id.namespace === void 0 && isNamespaced(id));
			if (!first || status === "skipped") continue;
			const more = others.length === 0 ? "" : ` and ${others.length} more`;
			yield {
				at: first.at(["metadata", "name"]),
				message: `${describe(kustomization.id)} applies ${describe(first.id)}${more} without a namespace.`,
				help: advise$3(build, others.length + 1),
				related: others.slice(0, maxRelated$2).map((object) => ({
					at: object.at(["metadata", "name"]),
					message: `${describe(object.id)} has none either`
				}))
			};
		}
	}
});
//#endregion
//#region rules/kustomization/created-namespaces.ts
/** What every cluster has. */
const builtIn = [
	"default",
	"kube-system",
	"kube-public",
	"kube-node-lease"
];
/** The namespaces that something in a cluster makes, each with the Kustomization or release that does. */
function createdNamespaces(cluster) {
	const created = new Map(builtIn.map((name) => [name, void 0]));
	for (const { kustomization } of cluster.builds) if (isRoot(kustomization)) created.set(kustomization.id.namespace ?? "", void 0);
	for (const release of cluster.all(kinds$1.HelmRelease)) {
		const target = stringAt(release.manifest, ["spec", "targetNamespace"]);
		const creates = valueAt(release.manifest, [
			"spec",
			"install",
			"createNamespace"
		]) === true;
		if (target !== void 0 && creates && !created.has(target)) created.set(target, release);
	}
	for (const { id, owner, server } of cluster.resources) if (id.group === "" && id.kind === kinds$1.Namespace.kind && server === "" && !isGiven(created, id.name)) created.set(id.name, owner);
	return created;
}
/** Whether a namespace is there before Flux applies anything. */
function isGiven(created, name) {
	return created.has(name) && created.get(name) === void 0;
}
//#endregion
//#region rules/kustomization/namespace-not-created.ts
/** The first object of a build in each namespace. */
function firstByNamespace({ objects }) {
	const first = /* @__PURE__ */ new Map();
	for (const object of objects) {
		const { namespace } = object.id;
		if (namespace === void 0 || object.server !== "" || object.uncertain) continue;
		if (!namespace.includes("${") && !first.has(namespace)) first.set(namespace, object);
	}
	return first;
}
function problemOf$3(cluster, kustomization, created, [namespace, object]) {
	const at = object.at(["metadata", "namespace"]);
	const name = describe(kustomization.id);
	if (!created.has(namespace)) {
		const nearest = nearestName(namespace, created.keys());
		return {
			at,
			message: `${name} applies ${describe(object.id)}, but nothing creates the namespace \`${namespace}\`.`,
			help: nearest ? `Write \`${nearest}\`, or add a Namespace \`${namespace}\`.` : `Add a Namespace \`${namespace}\` to the Kustomization, or to one that it depends on.`
		};
	}
	const maker = created.get(namespace);
	if (!maker || maker === kustomization) return void 0;
	if (dependenciesOf(cluster, kustomization).has(maker) || !dependenciesOf(cluster, maker).has(kustomization)) return void 0;
	return {
		at,
		message: `${name} applies ${describe(object.id)}, but the namespace \`${namespace}\` comes with ${describe(maker.id)}, which depends on ${name}.`,
		help: `Move the Namespace into ${name}, or into a Kustomization that both depend on.`,
		related: [{
			at: maker.at(["metadata", "name"]),
			message: `${describe(maker.id)} waits for it`
		}]
	};
}
const namespaceNotCreated = defineClusterRule({
	id: "namespace-not-created",
	category: "kustomization",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "An object is in a namespace that nothing creates.",
	why: "In a new cluster Flux reports ReconciliationFailed with `namespaces \"…\" not found`, and applies nothing of this Kustomization until somebody creates the namespace.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#target-namespace"],
	since: "0.1.0",
	*check({ cluster }) {
		const mayBeCreated = cluster.blindSpots.some((reason) => !reason.startsWith("HelmRelease "));
		const created = createdNamespaces(cluster);
		for (const build of cluster.builds) for (const entry of firstByNamespace(build)) {
			const problem = problemOf$3(cluster, build.kustomization, created, entry);
			if (problem && (!mayBeCreated || problem.related)) yield problem;
		}
	}
});
//#endregion
//#region rules/kustomize/component-mismatches.ts
/** The mismatches in `files`; their targets are looked up in `all`. */
function componentMismatches(files, all) {
	const byFolder = new Map(all.map((file) => [file.folder, file]));
	return files.flatMap((file) => file.entries.flatMap((entry) => {
		const target = entry.kind === "folder" ? byFolder.get(entry.target ?? "") : void 0;
		const wanted = wantedKind(entry);
		if (!target || !wanted || target.component === (wanted === "Component")) return [];
		return [{
			file,
			entry,
			target
		}];
	}));
}
function wantedKind({ field }) {
	if (field === "components") return "Component";
	return field === "resources" ? "Kustomization" : void 0;
}
//#endregion
//#region rules/kustomize/cycles.ts
/** Every entry that kustomize refuses with `cycle detected`, once; `starts` are the folders that builds begin with. */
function folderCycles(files, starts) {
	const byFolder = groupByFolder(files);
	const found = [];
	const done = /* @__PURE__ */ new Set();
	const visit = (file, stack) => {
		done.add(file);
		const chain = [...stack, file];
		for (const entry of file.entries) {
			const { kind, target } = entry;
			if (kind !== "folder" || target === void 0) continue;
			const start = chain.findIndex(({ folder }) => isInside(folder, target));
			if (start >= 0) found.push({
				file,
				entry,
				chain: chain.slice(start)
			});
			else for (const next of byFolder.get(target) ?? []) if (!done.has(next)) visit(next, chain);
		}
	};
	const begins = files.filter(({ folder }) => starts.has(folder));
	for (const file of [...begins, ...files]) if (!done.has(file)) visit(file, []);
	return found;
}
//#endregion
//#region rules/kustomize/failure.ts
/** The wrappers of kustomize 5.8 (`api/internal/target/kusttarget.go`), outermost first wherever they appear. */
const steps = [
	{
		pattern: /^kustomize build failed: (.*)$/su,
		rest: 1
	},
	{
		pattern: /^accumulating (?:resources|components): (.*)$/su,
		rest: 1
	},
	{
		pattern: /^accumulation err='(?:accumulating|merging) resources from '([^']*)': ((?:(?!': ).)*)': must build at directory: .*$/su,
		rest: 2,
		entry: 1
	},
	{
		pattern: /^accumulation err='(?:accumulating|merging) resources from '([^']*)': .*?': (.*)$/su,
		rest: 2,
		entry: 1
	},
	{
		pattern: /^(?:accumulating|merging) resources from '([^']*)': (.*)$/su,
		rest: 2,
		entry: 1
	},
	{
		pattern: /^recursed (?:accumulation of|merging from) path '([^']*)': (.*)$/su,
		rest: 2,
		folder: 1
	},
	{
		pattern: /^couldn't make target for path '([^']*)': (.*)$/su,
		rest: 2,
		folder: 1
	},
	{
		pattern: /^trouble configuring builtin \w+ with config: `[^`]*`: (.*)$/su,
		rest: 1
	},
	{
		pattern: /^map\[string\]interface \{\}\(nil\): (.*)$/su,
		rest: 1
	}
];
const quoted = /^(?:accumulateDirectory: |loader\.New )"(.*)"$/su;
/** Takes a message of kustomize apart. */
function readFailure(message) {
	let cause = message.trim();
	let folder;
	let entry;
	for (let found = takeStep(cause); found; found = takeStep(cause)) {
		cause = found.rest;
		if (found.folder !== void 0) {
			folder = joinPath("", found.folder);
			entry = void 0;
		}
		entry = found.entry ?? entry;
	}
	return {
		cause: cause.replace(/\s+/gu, " ").trim(),
		folder,
		entry
	};
}
function takeStep(text) {
	const inner = quoted.exec(text)?.[1];
	if (inner !== void 0) return { rest: inner.replace(/\\(["\\])/gu, "$1") };
	for (const { pattern, rest, folder, entry } of steps) {
		const match = pattern.exec(text);
		if (match) return {
			rest: match[rest] ?? "",
			folder: folder === void 0 ? void 0 : match[folder],
			entry: entry === void 0 ? void 0 : match[entry]
		};
	}
}
//#endregion
//#region rules/kustomize/foreign-documents.ts
/** The first such document of each file that the generator picks up (`pkg/kustomize`, `scanManifests`). */
function foreignDocuments(closure, workspace) {
	return closure.picked.flatMap((path) => {
		const documents = workspace.file(path)?.documents ?? [];
		for (const document of documents) {
			const lack = lackOf$1(document);
			if (lack !== void 0) return [{
				path,
				at: placeOf$2(document),
				lack,
				isNameless: isNameless(document)
			}];
		}
		return [];
	});
}
function lackOf$1({ content, syntaxErrors }) {
	if (syntaxErrors.length > 0 || content === void 0 || content === null) return void 0;
	if (!isObject(content)) return isList(content) ? "a list and no fields" : "a plain value and no fields";
	const kind = stringAt(content, ["kind"]) ?? "";
	if (kind === "") return "no `kind`";
	if (kind.endsWith("List")) return void 0;
	const name = valueAt(content, ["metadata", "name"]);
	if (name !== void 0 && name !== null && name !== "") return void 0;
	return stringAt(content, ["metadata", "generateName"]) === void 0 ? "no `metadata.name`" : "`metadata.generateName` instead of `metadata.name`";
}
/** An object without a name has `metadata` to write it in; what is no object is foreign as a whole. */
function placeOf$2(document) {
	return isNameless(document) && isObject(valueAt(document.content, ["metadata"])) ? {
		document,
		path: ["metadata"],
		part: "key"
	} : documentStart(document);
}
function isNameless({ content }) {
	return (stringAt(content, ["kind"]) ?? "") !== "";
}
//#endregion
//#region rules/kustomize/helm-fields.ts
/** The fields of a kustomization file that ask kustomize to run Helm. */
const helmFields = ["helmCharts", "helmChartInflationGenerator"];
/** The fields by which a file asks for charts; `helmGlobals` alone asks for none. */
function chartFieldsIn({ document }) {
	return helmFields.filter((field) => listAt(document.content, [field]).length > 0);
}
//#endregion
//#region rules/kustomize/missing-entries.ts
/** The entries of a kustomization file that kustomize cannot load. */
function missingEntries(file, workspace) {
	const folders = new Set(workspace.kustomizationFiles.map(({ folder }) => folder));
	return file.entries.flatMap((entry) => {
		if (linkOnTheWay(workspace, entry.target) !== void 0) return [];
		if (entry.kind === "missing") return [{
			entry,
			reason: "absent"
		}];
		const needsFile = entry.field === "resources" || entry.field === "components";
		const { kind, target } = entry;
		if (!needsFile || kind !== "folder" || target === void 0 || folders.has(target)) return [];
		return hasKustomizationFile(target, workspace) ? [] : [{
			entry,
			reason: "no-kustomization-file"
		}];
	});
}
/** The entries of `spec.components` that kustomize cannot load; `folder` is the one that `spec.path` names. */
function missingComponents(build, folder, workspace) {
	const ignored = valueAt(build.kustomization.manifest, ["spec", "ignoreMissingComponents"]);
	return specComponents(build, folder).flatMap((component) => {
		if (hasKustomizationFile(component.folder, workspace)) return [];
		if (workspace.files.some(({ source }) => isInside(source.path, component.folder))) return [{
			component,
			reason: "no-kustomization-file"
		}];
		return ignored === true ? [] : [{
			component,
			reason: "absent"
		}];
	});
}
function hasKustomizationFile(folder, workspace) {
	const prefix = folder === "" ? "" : `${folder}/`;
	return [
		"kustomization.yaml",
		"kustomization.yml",
		"Kustomization"
	].some((name) => workspace.file(`${prefix}${name}`));
}
/** How the entry of a file, or of a folder's `spec.components`, would be written for what it probably means. */
function nearestEntry(file, { text, target }, paths) {
	if (target === void 0) return void 0;
	const folder = folderOf(target);
	const siblings = [...paths].filter((path) => path !== "" && folderOf(path) === folder && path !== file.path);
	const near = nearestSibling(baseOf(target), siblings.map(baseOf));
	if (near !== void 0) return text.replace(/[^/]+(\/*)$/u, `${near}$1`);
	const around = folderOf(file.folder) || file.folder;
	const moved = [...paths].filter((path) => baseOf(path) === baseOf(target) && (isInside(path, around) || sharesFolder(path, target)));
	const [only] = moved;
	return moved.length === 1 && only !== void 0 ? relativePath(file.folder, only) : void 0;
}
/** Extensions count apart: `prod.yaml` is not near to `test.yaml` because both end alike. */
function nearestSibling(name, siblings) {
	const { stem, extension } = splitName(name);
	const parts = siblings.map((sibling) => ({
		sibling,
		...splitName(sibling)
	}));
	const renamed = parts.find((part) => part.stem === stem && part.extension !== extension);
	if (renamed) return renamed.sibling;
	const same = parts.filter((part) => part.extension === extension);
	const near = nearestName(stem, same.map((part) => part.stem));
	return same.find((part) => part.stem === near)?.sibling;
}
function splitName(name) {
	const stem = name.replace(/\.[^.]+$/u, "");
	return {
		stem,
		extension: name.slice(stem.length)
	};
}
function sharesFolder(left, right) {
	const folder = baseOf(folderOf(right));
	return folder !== "" && baseOf(folderOf(left)) === folder;
}
/** All files and folders that are known. */
function allPaths(workspace) {
	const paths = /* @__PURE__ */ new Set();
	for (const { source } of workspace.files) for (let path = source.path; path !== "" && !paths.has(path); path = folderOf(path)) paths.add(path);
	return paths;
}
/** `../base/deployment.yaml`: how `folder` names `path`. */
function relativePath(folder, path) {
	const from = folder === "" ? [] : folder.split("/");
	const to = path.split("/");
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
//#endregion
//#region rules/kustomize/unknown-fields.ts
/** The fields of a kustomization file that kustomize refuses. */
function unknownFields(workspace, file) {
	return workspace.violationsIn(file).flatMap(({ path, problem }) => problem.kind === "unknown" ? [{
		path,
		declared: problem.declared
	}] : []);
}
//#endregion
//#region rules/kustomize/unmatched-patch.ts
/** The patch that kustomize complains about; undefined when the build failed otherwise or the patch is nowhere to be found. */
function unmatchedPatch(workspace, build) {
	const closure = closureOf(workspace, build);
	const { cause, folder } = readFailure(build.failure?.message ?? "");
	const identity = parseIdentity(/no matches for Id ([^;\s]+)/u.exec(cause)?.[1] ?? "");
	if (!closure || !identity) return void 0;
	const document = patchesIn(folder === void 0 ? closure.folder : repositoryFolder(closure.paths, folder), closure, workspace, build).filter(({ target }) => !target).flatMap(({ documents }) => documents).find((candidate) => {
		const own = identityOf(candidate);
		return own !== void 0 && isSameIdentity(own, identity);
	});
	return document && {
		identity,
		document,
		help: adviseOn(identity, objectsOf(closure, workspace))
	};
}
/** The identities of all manifests that the build reads. */
function objectsOf(closure, workspace) {
	return [...closure.files].flatMap((path) => {
		const file = workspace.file(path);
		return file?.role === "manifest" ? file.documents.flatMap((document) => identityOf(document) ?? []) : [];
	});
}
function adviseOn(patch, objects) {
	const ofKind = objects.filter(({ kind }) => kind === patch.kind);
	const named = ofKind.find(({ name }) => name === patch.name);
	if (named && (named.group !== patch.group || named.version !== patch.version)) return `Set \`apiVersion\` of the patch to \`${named.group === "" ? "" : `${named.group}/`}${named.version}\`.`;
	if (named) return adviseOnNamespace(patch, named);
	const nearest = nearestName(patch.name, ofKind.map(({ name }) => name));
	return nearest === void 0 ? `Add the ${patch.kind} to the resources, or remove the patch.` : `Set \`metadata.name\` of the patch to \`${nearest}\`.`;
}
function adviseOnNamespace(patch, object) {
	if (object.namespace === patch.namespace) return "Move the patch to the kustomization file that includes the object, or that has not renamed it yet.";
	return object.namespace === void 0 ? "Remove `metadata.namespace` from the patch: the object has none where the patch is applied." : `Set \`metadata.namespace\` of the patch to \`${object.namespace}\`.`;
}
//#endregion
//#region rules/kustomize/explain-failure.ts
const explanations = [
	{
		rule: "yaml-parse-error",
		says: /MalformedYAMLError|yaml: |unable to parse SM or JSON patch/u,
		finds: (closure, workspace) => documentsOf(closure, workspace).some(({ syntaxErrors }) => syntaxErrors.length > 0)
	},
	{
		rule: "yaml-duplicate-key",
		says: /mapping key ".*" already defined/u,
		finds: (closure, workspace) => documentsOf(closure, workspace).some(({ repeatedKeys }) => repeatedKeys.length > 0)
	},
	{
		rule: "non-kubernetes-yaml-in-path",
		says: /^failed to decode Kubernetes YAML from/u,
		finds: (closure, workspace) => closure.generated && foreignDocuments(closure, workspace).length > 0
	},
	{
		rule: "kfile-duplicate",
		says: /^Found multiple kustomization files/u,
		finds: ({ kustomizationFiles }) => kustomizationFiles.some(({ rivals }) => rivals.length > 0)
	},
	{
		rule: "symlink-in-path",
		says: /no such file or directory|not exist|unable to find one of 'kustomization\.yaml'/u,
		finds: ({ kustomizationFiles }, workspace) => kustomizationFiles.some((file) => linkedEntries(file, workspace).length > 0)
	},
	{
		rule: "kfile-missing-resource",
		says: /no such file or directory|not exist|unable to find one of 'kustomization\.yaml'/u,
		finds: ({ kustomizationFiles, folder }, workspace, build) => kustomizationFiles.some((file) => missingEntries(file, workspace).length > 0) || missingComponents(build, folder, workspace).length > 0
	},
	{
		rule: "kfile-cycle",
		says: /^cycle detected/u,
		finds: ({ kustomizationFiles, folder }) => folderCycles(kustomizationFiles, new Set([folder])).length > 0
	},
	{
		rule: "kfile-component-as-resource",
		says: /^expected kind (?:!= )?'Component'/u,
		finds: hasComponentMismatch
	},
	{
		rule: "kfile-unknown-field",
		says: /unknown field "/u,
		finds: ({ kustomizationFiles }, workspace) => kustomizationFiles.some((file) => unknownFields(workspace, file).length > 0)
	},
	{
		rule: "kfile-helm-charts",
		says: /must specify --enable-helm/u,
		finds: ({ kustomizationFiles }) => kustomizationFiles.some((file) => chartFieldsIn(file).length > 0)
	},
	{
		rule: "kfile-patch-no-match",
		says: /no matches for Id/u,
		finds: (_closure, workspace, build) => unmatchedPatch(workspace, build) !== void 0
	}
];
/** The rule that says why a build has failed; undefined when none of the more specific ones does. */
function explainFailure(workspace, build) {
	if (artifactPaths(build)?.has(build.path)) return "ks-path-missing";
	const closure = closureOf(workspace, build);
	if (!closure || !build.failure) return void 0;
	const { cause } = readFailure(build.failure.message);
	return explanations.find(({ says, finds }) => says.test(cause) && finds(closure, workspace, build))?.rule;
}
function documentsOf({ files }, workspace) {
	return [...files].flatMap((path) => workspace.file(path) ?? []).filter(({ role }) => role !== "values").flatMap(({ documents }) => documents);
}
function hasComponentMismatch({ kustomizationFiles, pickedFolders, folder }, _workspace, build) {
	const components = specComponents(build, folder).map((component) => component.folder);
	return componentMismatches(kustomizationFiles, kustomizationFiles).length > 0 || kustomizationFiles.some((file) => file.component ? pickedFolders.includes(file.folder) : components.includes(file.folder));
}
//#endregion
//#region rules/kustomize/failure-advice.ts
/** The fields of a kustomization file (`api/types/kustomization.go` of kustomize 5.8). */
const fields = [
	...[
		"apiVersion",
		"kind",
		"metadata",
		"resources",
		"components",
		"namespace",
		"namePrefix",
		"nameSuffix"
	],
	...[
		"labels",
		"commonLabels",
		"commonAnnotations",
		"patches",
		"patchesStrategicMerge",
		"patchesJson6902"
	],
	...[
		"images",
		"replicas",
		"replacements",
		"vars",
		"configMapGenerator",
		"secretGenerator"
	],
	...[
		"generatorOptions",
		"configurations",
		"crds",
		"openapi",
		"generators",
		"transformers",
		"validators"
	],
	...[
		"buildMetadata",
		"sortOptions",
		"bases",
		"helmCharts",
		"helmGlobals"
	]
];
/** What to do about the failures that people meet most. */
const advices = [
	{
		says: /unknown field "([^"]+)"/u,
		advise: ([, field = ""]) => {
			const name = nearestName(field, fields);
			return name === void 0 ? `Remove \`${field}\`.` : `Write \`${name}\` instead of \`${field}\`.`;
		}
	},
	{
		says: /already registered id/u,
		advise: () => "Remove one of the two, or give it another name or namespace."
	},
	{
		says: /multiple matches for Id/u,
		advise: () => "Give the patch a `target` that selects one of them, or move it to the folder that has only one."
	},
	{
		says: /must specify --enable-helm/u,
		advise: () => "Flux does not inflate charts in a kustomization file: install the chart with a HelmRelease."
	},
	{
		says: /doc is missing (?:path|key)/u,
		advise: () => "Correct the `path` of the operation, or add the field that it starts from in an operation before it."
	},
	{
		says: /must specify a target for JSON patch/u,
		advise: () => "Add a `target` with the kind and name of what the operations are for."
	},
	{
		says: /unable to parse SM or JSON patch/u,
		advise: () => "Write a list of JSON 6902 operations, or a part of the object with its `apiVersion`, `kind` and `metadata.name`."
	},
	{
		says: /missing (?:Resource metadata|kind|metadata\.name)|failed to decode Kubernetes apiVersion/u,
		advise: () => "Give every resource an `apiVersion`, a `kind` and a `metadata.name`; a patch or a values file is no resource."
	},
	{
		says: /no such file or directory/u,
		advise: () => "Add it to what the source contains: `.sourceignore`, `spec.ignore` or the `copy` list of an ArtifactGenerator leave it out."
	},
	{
		says: /not in or below|outside of|absolute path/u,
		advise: () => "Move the file into the source: Flux reads nothing outside it."
	},
	{
		says: /kustomization\.yaml is empty/u,
		advise: () => "Name a resource in it, or remove the folder from the `resources` of the file that includes it."
	}
];
/** An imperative for a failure; for those that nobody has met yet, how to see it again. */
function adviseOnFailure(cause) {
	for (const { says, advise } of advices) {
		const match = says.exec(cause);
		if (match) return advise(match);
	}
	return "Correct what the message names; `kustomize build` of the folder says the same.";
}
//#endregion
//#region rules/kustomize/failed-operation.ts
/** What evanphx/json-patch says of an operation that it cannot carry out. */
const refusals = [
	/^(?<op>\w+) operation does not apply: (?:doc )?is missing (?:path|key): "?(?<path>\/[^"\s]*?)"?: /u,
	/^error in (?<op>\w+) for path: '(?<path>[^']*)'/u,
	/^(?<op>test)ing value (?<path>\S+) failed/u
];
/** The operation of a JSON 6902 patch that made a build fail; kustomize names its path, and not the patch. */
function failedOperation({ cause, folder }, closure, build, workspace) {
	const refused = refusals.map((pattern) => pattern.exec(cause)?.groups).find((match) => match);
	const failed = folder === void 0 ? closure.folder : repositoryFolder(closure.paths, folder);
	if (!refused || failed === void 0) return void 0;
	const [at, ...others] = patchesIn(failed, closure, workspace, build).flatMap((patch) => operationsOf(patch, refused.op ?? "", refused.path ?? ""));
	const message = "the same operation is here too";
	return at && {
		at,
		related: others.map((other) => ({
			at: other,
			message
		}))
	};
}
function operationsOf({ documents }, op, path) {
	return documents.flatMap((document) => listAt(document.content, []).flatMap((operation, index) => stringAt(operation, ["op"]) === op && stringAt(operation, ["path"]) === path ? [{
		document,
		path: [index, "path"],
		part: "value"
	}] : []));
}
//#endregion
//#region rules/kustomize/repeated-entry.ts
/** A file or folder that a kustomization file lists twice: all of its objects are there twice then. */
function repeatedEntry({ cause, folder, entry }, { paths, kustomizationFiles }, { path }) {
	if (!/already registered id/u.test(cause)) return void 0;
	const place = repositoryFolder(paths, folder ?? path);
	const file = place === void 0 || entry === void 0 ? void 0 : joinPath(place, entry);
	for (const { document, entries } of kustomizationFiles) {
		const isMeant = ({ target, field }) => target !== void 0 && (target === file || target === place) && (field === "resources" || field === "components");
		const [first, second] = entries.filter(isMeant);
		if (!first || !second) continue;
		return {
			at: {
				document,
				path: second.path,
				part: "value"
			},
			help: `Remove one of the two entries for \`${second.target}\`.`,
			related: [{
				at: {
					document,
					path: first.path,
					part: "value"
				},
				message: "the first entry for it"
			}]
		};
	}
}
//#endregion
//#region rules/kustomize/failure-place.ts
/** The entry or operation that the failure is about, else the file that its words lead to, else `spec.path`. */
function failurePlace(failure, build, workspace) {
	const path = build.kustomization.at(["spec", "path"]);
	const closure = closureOf(workspace, build);
	if (!closure) return {
		at: path,
		related: []
	};
	const known = repeatedEntry(failure, closure, build) ?? failedOperation(failure, closure, build, workspace);
	if (known) return known;
	const at = namedPlace(failure, closure, build, workspace) ?? path;
	return {
		at,
		related: othersOf(failure, at, closure, workspace)
	};
}
/** The file that the message names, or the kustomization file that was being built. */
function namedPlace(failure, closure, build, workspace) {
	const folder = failure.folder ?? build.path;
	for (const path of namedPaths(failure, folder)) {
		const from = closure.paths.get(path) ?? "";
		const documents = closure.files.has(from) ? workspace.file(from)?.documents : void 0;
		if (documents?.[0]) return placeIn(documents, failure.cause);
	}
	const place = repositoryFolder(closure.paths, folder);
	const file = closure.kustomizationFiles.find((candidate) => candidate.folder === place);
	const entry = file?.entries.find(({ text }) => text === failure.entry);
	if (file && entry) return {
		document: file.document,
		path: entry.path,
		part: "value"
	};
	return file && placeIn([file.document], failure.cause);
}
/** Paths that the message may mean, seen from the artifact's root and from the folder that was being built. */
function namedPaths({ cause, entry }, folder) {
	return [...[...cause.matchAll(/(?:^|[\s'"([])([\w./-]+\.(?:ya?ml|json))(?=$|[\s'":)\]])/gu)].map(([, path = ""]) => path).flatMap((path) => [joinPath("", path), joinPath(folder, path)]), entry === void 0 ? void 0 : joinPath(folder, entry)].flatMap((path) => path ?? []);
}
/** The key that kustomize does not know, the object that it has met before, or the start of the document. */
function placeIn(documents, cause) {
	const [document] = documents;
	const key = /unknown field "([^"]+)"/u.exec(cause)?.[1];
	if (document && key !== void 0 && document.has([key])) return {
		document,
		path: [key],
		part: "key"
	};
	const [twin] = twinsIn(documents, cause);
	return twin ?? (document && documentStart(document));
}
/** Where the documents define the object that is there twice. */
function twinsIn(documents, cause) {
	const id = parseIdentity(/already registered id: (\S+)/u.exec(cause)?.[1] ?? "");
	if (!id) return [];
	return documents.filter((document) => {
		const own = identityOf(document);
		return own !== void 0 && isSameIdentity(own, id);
	}).map((document) => ({
		document,
		path: ["metadata", "name"],
		part: "value"
	}));
}
function othersOf({ cause }, at, closure, workspace) {
	return twinsIn([...closure.files].flatMap((path) => workspace.file(path) ?? []).filter(({ role }) => role === "manifest").flatMap((file) => file.documents), cause).filter(({ document }) => document !== at.document).map((twin) => ({
		at: twin,
		message: "the same object"
	}));
}
//#endregion
//#region rules/kustomize/reading.ts
/** Several rules ask, and a workspace never changes. */
const known = /* @__PURE__ */ new WeakMap();
/** Answers for every file what became of the builds that read it. */
function readingOf(workspace) {
	const readings = known.get(workspace) ?? findReadings(workspace);
	known.set(workspace, readings);
	return (path) => readings.get(path) ?? (isSetAside(path) ? "set-aside" : "unread");
}
function findReadings(workspace) {
	const readings = /* @__PURE__ */ new Map();
	for (const { builds } of workspace.clusters) for (const build of builds) {
		const failing = isKustomizeFailure(build) || build.status === "skipped";
		for (const path of new Set([...build.files, ...closureOf(workspace, build)?.files ?? []])) if (!failing) readings.set(path, "fine");
		else if (!readings.has(path)) readings.set(path, "failing");
	}
	return readings;
}
/** Whether kustomize itself, or Flux's generator, has refused the files. */
function isKustomizeFailure({ failure }) {
	return failure?.step === "build" || failure?.step === "generate";
}
/**
* A problem that stops a build is an error where a cluster builds the file, a warning where none does;
* where the build works it is none.
*/
function stoppingSeverity(reading) {
	if (reading === "failing") return "error";
	return reading === "unread" ? "warning" : void 0;
}
//#endregion
//#region rules/kustomize/kfile-build-failed.ts
const kfileBuildFailed = defineClusterRule({
	id: "kfile-build-failed",
	category: "kustomize",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization points to files that kustomize cannot build.",
	why: "Flux reports BuildFailed with the same words and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#recommended-settings"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.builds) {
			if (!isKustomizeFailure(build) || explainFailure(workspace, build) !== void 0) continue;
			const failure = readFailure(build.failure?.message ?? "");
			yield {
				help: adviseOnFailure(failure.cause),
				...failurePlace(failure, build, workspace),
				message: `${describe(build.kustomization.id)} cannot be built: ${shorten(failure.cause)}`
			};
		}
	}
});
const longest = 300;
function shorten(cause) {
	const text = cause.length > longest ? `${cause.slice(0, longest - 1)}…` : cause;
	return /[.…]$/u.test(text) ? text : `${text}.`;
}
//#endregion
//#region rules/kustomize/kfile-component-as-resource.ts
const kfileComponentAsResource = defineFileRule({
	id: "kfile-component-as-resource",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A Component is used as a resource, or a Kustomization as a component.",
	why: "kustomize stops with `expected kind != 'Component'` or `expected kind 'Component'`, so Flux reports BuildFailed and applies nothing.",
	docs: ["https://kubectl.docs.kubernetes.io/guides/config_management/components/"],
	since: "0.1.0",
	*check({ workspace }) {
		const { kustomizationFiles } = workspace;
		const reading = readingOf(workspace);
		for (const mismatch of componentMismatches(kustomizationFiles, kustomizationFiles)) {
			const severity = stoppingSeverity(reading(mismatch.file.path));
			if (severity) yield {
				...report$1(mismatch),
				severity
			};
		}
		for (const { builds } of workspace.clusters) for (const build of builds) yield* reportBuild(workspace, build);
	}
});
function report$1({ file, entry, target }) {
	const at = {
		document: file.document,
		path: entry.path,
		part: "value"
	};
	const related = [{
		at: kindOf(target),
		message: `its kind is \`${target.component ? "Component" : "Kustomization"}\``
	}];
	if (target.component) return {
		at,
		message: `\`${file.path}\` has \`${entry.text}\` under \`resources\`, but it is a Component.`,
		help: `Move \`${entry.text}\` to \`components\`.`,
		related
	};
	return {
		at,
		message: `\`${file.path}\` has \`${entry.text}\` under \`components\`, but it is a Kustomization.`,
		help: `Move \`${entry.text}\` to \`resources\`, or write \`kind: Component\` in \`${target.path}\`.`,
		related
	};
}
function kindOf({ document }) {
	return document.has(["kind"]) ? {
		document,
		path: ["kind"],
		part: "value"
	} : documentStart(document);
}
function* reportBuild(workspace, build) {
	const closure = closureOf(workspace, build);
	if (!closure || !isKustomizeFailure(build)) return;
	const fileOf = (folder) => closure.kustomizationFiles.find((file) => file.folder === folder);
	const name = describe(build.kustomization.id);
	for (const folder of closure.pickedFolders) {
		const file = fileOf(folder);
		if (!file?.component) continue;
		yield {
			at: kindOf(file),
			message: `${name} builds all of ${folderName(closure.folder)}, and so takes the Component \`${folder}\` for a resource.`,
			help: `Add a \`kustomization.yaml\` to ${folderName(closure.folder)} that names its resources, or move the Component elsewhere.`,
			related: [{
				at: build.kustomization.at(["spec", "path"]),
				message: "this folder has no kustomization file"
			}]
		};
	}
	for (const { folder, index, text } of specComponents(build, closure.folder)) {
		const file = fileOf(folder);
		if (!file || file.component) continue;
		yield {
			at: build.kustomization.at([
				"spec",
				"components",
				index
			]),
			message: `${name} has \`${text}\` under \`components\`, but it is a Kustomization.`,
			help: `Write \`kind: Component\` in \`${file.path}\`, or name the folder in \`resources\` of a kustomization file.`,
			related: [{
				at: kindOf(file),
				message: "its kind is `Kustomization`"
			}]
		};
	}
}
//#endregion
//#region rules/kustomize/kfile-cycle.ts
const kfileCycle = defineFileRule({
	id: "kfile-cycle",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "Kustomization files include each other in a circle.",
	why: "kustomize stops with `cycle detected`, so Flux reports BuildFailed and applies nothing.",
	docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		const builds = workspace.clusters.flatMap((cluster) => cluster.builds);
		const starts = new Set(builds.flatMap((build) => closureOf(workspace, build)?.folder ?? []));
		for (const cycle of folderCycles(workspace.kustomizationFiles, starts)) {
			const { file, entry, chain } = cycle;
			const severity = stoppingSeverity(reading(file.path));
			if (!severity) continue;
			yield {
				at: {
					document: file.document,
					path: entry.path,
					part: "value"
				},
				message: messageOf$1(cycle),
				severity,
				help: "Remove the entry, or move what both sides need into a folder of its own.",
				related: chain.flatMap((member, index) => {
					const next = chain[index + 1];
					const step = member.entries.find(({ kind, target }) => kind === "folder" && target === next?.folder);
					if (!next || !step) return [];
					return [{
						at: {
							document: member.document,
							path: step.path,
							part: "value"
						},
						message: `leads to \`${next.folder}\``
					}];
				})
			};
		}
	}
});
function messageOf$1({ file, entry, chain }) {
	const target = entry.target ?? "";
	const [first] = chain;
	if (chain.length === 1) return target === file.folder ? `\`${file.path}\` includes its own folder.` : `\`${file.path}\` includes \`${entry.text}\`, a folder that contains its own.`;
	const steps = [...chain.map(({ folder }) => folder), target].map((folder) => `\`${folder || "."}\``);
	return first && first.folder === target ? `${steps.join(" → ")} is a cycle of kustomization files.` : `${steps.join(" → ")} is a cycle of kustomization files: the last folder contains the first.`;
}
//#endregion
//#region rules/kustomize/successor-fixes.ts
const successors$1 = {
	bases: (file) => appended(file, "bases", "resources"),
	imageTags: (file) => appended(file, "imageTags", "images"),
	commonLabels: labels,
	patchesStrategicMerge: mergePatches,
	patchesJson6902: jsonPatches
};
/** What takes the place of a deprecated field, where it surely does the same. */
function successorFix(file, field, workspace) {
	const changes = successors$1[field]?.(file, workspace);
	return changes && {
		title: `Replace \`${field}\``,
		applicability: "safe",
		changes
	};
}
function renamed({ document }, from, to) {
	if (document.has([to]) || !document.has([from])) return void 0;
	return [{
		op: "rename",
		at: {
			document,
			path: [from],
			part: "key"
		},
		key: to
	}];
}
function appended(file, from, to) {
	const { document } = file;
	if (!document.has([to])) return renamed(file, from, to);
	return [{
		op: "join",
		at: {
			document,
			path: [from],
			part: "key"
		},
		key: to
	}];
}
/** Equal as long as no configuration of the file says which fields `labels` goes to. */
function labels(file) {
	const { document } = file;
	const pairs = valueAt(document.content, ["commonLabels"]);
	const rename = document.has(["configurations"]) ? void 0 : renamed(file, "commonLabels", "labels");
	if (!rename || !isObject(pairs)) return void 0;
	const at = {
		document,
		path: ["commonLabels"],
		part: "value"
	};
	return [...rename, {
		op: "set",
		at,
		value: [{
			pairs,
			includeSelectors: true
		}]
	}];
}
/** Strategic merge patches come first in both forms; only one that deletes its object is read differently. */
function mergePatches(file, workspace) {
	const { document, entries } = file;
	const field = "patchesStrategicMerge";
	const rename = document.has(["patchesJson6902"]) ? void 0 : renamed(file, field, "patches");
	const list = listAt(document.content, [field]);
	const sets = list.flatMap((_, index) => {
		const entry = entries.find(({ path }) => path[0] === field && path[1] === index);
		const value = entry && mergePatch(entry, file, workspace);
		return value === void 0 ? [] : [{
			op: "set",
			at: {
				document,
				path: [field, index],
				part: "value"
			},
			value
		}];
	});
	return rename && sets.length === list.length ? [...rename, ...sets] : void 0;
}
function mergePatch({ kind, text, path, target }, { document }, workspace) {
	if (kind !== "file" && kind !== "inline") return void 0;
	const named = target === void 0 ? void 0 : workspace.file(target);
	const documents = kind === "inline" ? document.embedded(path) : named?.documents ?? [];
	const isPlain = documents.every(({ content, syntaxErrors }) => syntaxErrors.length === 0 && (!isObject(content) || content.$patch === void 0));
	if (documents.length === 0 || !isPlain) return void 0;
	return kind === "inline" ? { patch: text } : { path: text };
}
/** What kustomize does between `patches` and `patchesJson6902`; Flux writes some of it into the file that it builds. */
const between = [
	"namespace",
	"namePrefix",
	"nameSuffix",
	"labels",
	"commonLabels",
	"commonAnnotations"
];
const betweenOfFlux = [
	"patches",
	"targetNamespace",
	"namePrefix",
	"nameSuffix"
];
function jsonPatches(file, workspace) {
	const { document, folder } = file;
	if ([...between, "patchesStrategicMerge"].some((field) => document.has([field]))) return void 0;
	const isChanged = workspace.clusters.flatMap(({ builds }) => builds).some((build) => closureOf(workspace, build)?.folder === folder && betweenOfFlux.some((field) => valueAt(build.kustomization.manifest, ["spec", field]) !== void 0));
	const isSound = isList(valueAt(document.content, ["patchesJson6902"]));
	return isChanged || !isSound ? void 0 : renamed(file, "patchesJson6902", "patches");
}
//#endregion
//#region rules/kustomize/kfile-deprecated-field.ts
/** Fields that kustomize warns about (`api/types/kustomization.go`, CheckDeprecatedFields), and what takes their place. */
const successors = {
	bases: "Move its entries to `resources`.",
	commonLabels: "Write `labels` with `pairs` and `includeSelectors: true`.",
	imageTags: "Rename it to `images`.",
	patchesJson6902: "Move its entries to `patches`; they keep their form.",
	patchesStrategicMerge: "Write each entry as `path: FILE` below `patches`.",
	vars: "Write `replacements` instead: `kustomize edit fix --vars` tries to; compare what is built before and after."
};
const kfileDeprecatedField = defineFileRule({
	id: "kfile-deprecated-field",
	category: "kustomize",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A kustomization file uses a field that kustomize has deprecated.",
	why: "kustomize still reads it and warns, which nobody sees in Flux; a future version will refuse the file.",
	docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const file of workspace.kustomizationFiles.filter((one) => isUsed(workspace, one))) {
			const { document, path } = file;
			for (const [field, help] of Object.entries(successors)) {
				if ((valueAt(document.content, [field]) ?? null) === null) continue;
				const fix = successorFix(file, field, workspace);
				yield {
					at: {
						document,
						path: [field],
						part: "key"
					},
					message: `\`${path}\` uses \`${field}\`, which kustomize has deprecated.`,
					help,
					...fix && { fix }
				};
			}
		}
	}
});
function isUsed(workspace, { path, document }) {
	return isObject(document.content) && (workspace.clustersOf(path).length > 0 || !isSetAside(path));
}
//#endregion
//#region rules/kustomize/kfile-duplicate.ts
const kfileDuplicate = defineFileRule({
	id: "kfile-duplicate",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A folder has more than one kustomization file.",
	why: "kustomize stops with `Found multiple kustomization files`, so Flux reports BuildFailed and applies nothing.",
	docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		for (const [folder, files] of groupByFolder(workspace.kustomizationFiles)) {
			const file = files.toSorted((left, right) => rank(left.path) - rank(right.path)).at(-1);
			const severity = file && stoppingSeverity(reading(file.path));
			if (!file || file.rivals.length === 0 || !severity) continue;
			const names = [...file.rivals, file.path].map((path) => `\`${baseOf(path)}\``);
			yield {
				at: documentStart(file.document),
				message: `The folder ${folder === "" ? "at the root" : folderName(folder)} has ${names.join(" and ")}.`,
				severity,
				help: "Merge them into one file, and delete the rest.",
				related: file.rivals.flatMap((path) => {
					const document = workspace.file(path)?.documents[0];
					return document ? [{
						at: documentStart(document),
						message: "another one"
					}] : [];
				})
			};
		}
	}
});
/** The finding belongs on the file that is the least usual. */
function rank(path) {
	return [
		"kustomization.yaml",
		"kustomization.yml",
		"Kustomization"
	].indexOf(baseOf(path));
}
//#endregion
//#region rules/kustomize/kfile-helm-charts.ts
const kfileHelmCharts = defineFileRule({
	id: "kfile-helm-charts",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A kustomization file asks kustomize to render a Helm chart.",
	why: "Flux builds without kustomize's Helm support: it reports BuildFailed with `must specify --enable-helm`, and applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/faq/#what-is-the-difference-between-gitops-engine-and-flux", "https://fluxcd.io/flux/guides/helmreleases/"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		for (const file of workspace.kustomizationFiles) {
			if (reading(file.path) !== "failing") continue;
			for (const field of chartFieldsIn(file)) {
				const charts = listAt(file.document.content, [field]).map((chart) => stringAt(chart, ["name"]) ?? stringAt(chart, ["chartName"]) ?? "?");
				yield {
					at: {
						document: file.document,
						path: [field],
						part: "key"
					},
					message: `\`${file.path}\` renders ${charts.map((name) => `\`${name}\``).join(", ")} with \`${field}\`, which Flux does not do.`,
					help: "Write a HelmRelease for each chart, with a HelmRepository or OCIRepository as its source."
				};
			}
		}
	}
});
//#endregion
//#region rules/kustomize/kfile-missing-resource.ts
const kfileMissingResource = defineFileRule({
	id: "kfile-missing-resource",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A kustomization file names a file or folder that does not exist.",
	why: "kustomize stops with `no such file or directory`, so Flux reports BuildFailed and applies nothing of any Kustomization that includes the file.",
	docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		const paths = allPaths(workspace);
		for (const file of workspace.kustomizationFiles) {
			const severity = stoppingSeverity(reading(file.path));
			if (!severity) continue;
			const all = missingEntries(file, workspace);
			for (const missing of severity === "error" ? all : all.slice(0, 1)) {
				const { entry } = missing;
				yield {
					at: {
						document: file.document,
						path: entry.path,
						part: "value"
					},
					message: messageOf(file, missing),
					severity,
					help: helpOf(entry, missing.reason, nearestEntry(file, entry, paths))
				};
			}
		}
		for (const build of workspace.clusters.flatMap(({ builds }) => builds)) yield* reportComponents(workspace, build, paths);
	}
});
function* reportComponents(workspace, build, paths) {
	const closure = isKustomizeFailure(build) ? closureOf(workspace, build) : void 0;
	if (!closure) return;
	const { kustomization } = build;
	const { folder } = closure;
	for (const { component, reason } of missingComponents(build, folder, workspace)) {
		const entry = {
			text: component.text,
			target: component.folder
		};
		yield {
			at: kustomization.at([
				"spec",
				"components",
				component.index
			]),
			message: `${describe(kustomization.id)} names the component \`${component.text}\`, ${lackOf(reason)}.`,
			help: helpOf(entry, reason, nearestEntry({ folder }, entry, paths))
		};
	}
}
function messageOf({ path }, { entry, reason }) {
	return `\`${path}\` names \`${entry.text}\`, ${lackOf(reason)}.`;
}
function lackOf(reason) {
	return reason === "absent" ? "which does not exist" : "a folder without a kustomization file";
}
function helpOf({ text, target = text }, reason, nearest) {
	if (reason === "no-kustomization-file") return `Add a \`kustomization.yaml\` to \`${target}\`, or name its files one by one.`;
	if (nearest !== void 0) return `Write \`${nearest}\`, or add \`${target}\`.`;
	return `Add \`${target}\`, or remove the entry. A file that Git ignores does not reach the cluster.`;
}
//#endregion
//#region rules/kustomize/unmatched-targets.ts
/** Patch targets that match nothing in any of the builds that use them; those that cannot be judged are left out. */
function unmatchedTargets(workspace) {
	const matched = /* @__PURE__ */ new Set();
	const unmatched = /* @__PURE__ */ new Map();
	for (const build of workspace.clusters.flatMap(({ builds }) => builds)) {
		const closure = isWhole(build) ? closureOf(workspace, build) : void 0;
		if (!closure || awaitsContent(closure, workspace)) continue;
		const candidates = candidatesOf(build, closure, workspace);
		for (const patch of patchesOf(build, closure, workspace)) {
			const found = judge(patch, candidates);
			if (!found) continue;
			const { document, path } = patch.targetAt();
			const key = `${document.file.path}\n${document.range.start.line}\n${formatFieldPath(path)}`;
			if (found === "matched") matched.add(key);
			else unmatched.set(key, found);
		}
	}
	return [...unmatched].flatMap(([key, target]) => matched.has(key) ? [] : [target]);
}
/** A build with a reason has left out what lies outside this checkout: a target may be for that. An empty one has its own rule. */
function isWhole({ status, reason, content, objects }) {
	const isComplete = reason === void 0 && content.status === "here" && !content.partial;
	return status === "built" && objects.length > 0 && isComplete;
}
/** A resource file without objects waits to be filled: gotk-components.yaml before `flux bootstrap`. */
function awaitsContent({ kustomizationFiles }, workspace) {
	return kustomizationFiles.flatMap((file) => file.entries).some(({ field, kind, target }) => {
		return (field === "resources" && kind === "file" ? workspace.file(target ?? "") : void 0)?.documents.every(({ content }) => !isObject(content)) ?? false;
	});
}
function patchesOf(build, closure, workspace) {
	return [...closure.kustomizationFiles.flatMap((file) => patchesOfFile(file, workspace)), ...patchesOfKustomization(build)];
}
/** An object between its file and the end of the build has a name that the last one contains: prefixes and suffixes only add. */
function candidatesOf(build, closure, workspace) {
	return [...[...closure.files].flatMap((path) => workspace.file(path) ?? []).filter(({ role }) => role === "manifest").flatMap(({ documents }) => documents.map(({ content }) => content)), ...build.objects.flatMap(sourceOf)].flatMap((content) => {
		const kind = stringAt(content, ["kind"]);
		const apiVersion = stringAt(content, ["apiVersion"]) ?? "";
		const name = stringAt(content, ["metadata", "name"]) ?? "";
		return kind === void 0 ? [] : [{
			group: groupOf(apiVersion),
			version: versionOf(apiVersion),
			kind,
			name
		}];
	});
}
function sourceOf({ manifest, origin }) {
	const source = origin.via === "helm" ? void 0 : valueAt(origin.document.content, origin.path);
	return isObject(source) ? [manifest, source] : [manifest];
}
/** Undefined where nothing can be said: the target has other conditions only, is no pattern, or cannot be pointed at. */
function judge(patch, candidates) {
	const { target } = patch;
	if (!target || !isWrittenThere(patch.targetAt(), target)) return void 0;
	let left = candidates;
	for (const field of [
		"kind",
		"group",
		"version",
		"name"
	]) {
		const text = stringAt(target, [field]);
		if (text === void 0 || text === "") continue;
		const pattern = compilePattern(field === "name" ? text.replace(/^\^|\$$/gu, "") : text);
		if (!pattern) return void 0;
		const matching = left.filter((candidate) => field === "name" ? pattern.isPartOf(candidate.name) : pattern.matches(candidate[field]));
		if (matching.length === 0) {
			const nearest = nearestName(text, left.map((candidate) => candidate[field]));
			return {
				at: patch.targetAt(field),
				text: textOf(target),
				nearest
			};
		}
		left = matching;
	}
	return "matched";
}
/** A patch that another patch has put in has no place of its own to point at. */
function isWrittenThere({ document, path }, target) {
	const written = valueAt(document.content, path);
	return written !== void 0 && JSON.stringify(written) === JSON.stringify(target);
}
function textOf(target) {
	return [
		[stringAt(target, ["group"]), stringAt(target, ["version"])].filter(Boolean).join("/"),
		stringAt(target, ["kind"]) ?? "object",
		stringAt(target, ["name"])
	].filter(Boolean).join(" ");
}
//#endregion
//#region rules/kustomize/kfile-patch-no-match.ts
const kfilePatchNoMatch = defineFileRule({
	id: "kfile-patch-no-match",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A patch matches no object.",
	why: "kustomize stops with `no resource matches strategic merge patch`, so Flux reports BuildFailed; a patch with a `target` that selects nothing is skipped in silence.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#patches"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const build of workspace.clusters.flatMap(({ builds }) => builds)) {
			const patch = unmatchedPatch(workspace, build);
			if (!patch) continue;
			yield {
				at: {
					document: patch.document,
					path: ["metadata", "name"],
					part: "value"
				},
				message: `The patch is for ${describe(patch.identity)}, which is not among the resources where it is applied.`,
				help: patch.help
			};
		}
		for (const { at, text, nearest } of unmatchedTargets(workspace)) yield {
			at,
			message: `The patch's target \`${text}\` selects no object.`,
			severity: "warning",
			help: nearest === void 0 ? "Correct the target, or remove the patch: kustomize skips it in silence." : `Write \`${nearest}\`: as it is, kustomize skips the patch in silence.`
		};
	}
});
//#endregion
//#region rules/kustomize/remote-bases.ts
const flag = "--no-remote-bases=true";
/** Where the repository shows that kustomize-controller refuses remote bases (`flux-semantics.md` 6.3). */
function remoteBasesForbidden({ resources }) {
	for (const resource of resources) {
		const multitenant = [
			"spec",
			"cluster",
			"multitenant"
		];
		if (isKind(resource.id, kinds$1.FluxInstance) && valueAt(resource.manifest, multitenant) === true) return resource.at(multitenant);
		const path = flagPath(resource);
		if (path) return resource.at(path);
	}
}
function flagPath({ id, manifest }) {
	if (id.kind !== "Deployment" || id.name !== "kustomize-controller") return void 0;
	const containers = [
		"spec",
		"template",
		"spec",
		"containers"
	];
	for (const [index, container] of listAt(manifest, containers).entries()) {
		const position = listAt(container, ["args"]).indexOf(flag);
		if (position >= 0) return [
			...containers,
			index,
			"args",
			position
		];
	}
}
/** Whether an address names a commit, a tag or a release: the content stays what it is. */
function isPinned(text) {
	const ref = /[?&](?:ref|version)=([^&]+)/u.exec(text)?.[1];
	if (ref !== void 0) return isFixed(ref);
	const [, rest = ""] = /^https?:\/\/[^/]+\/(.*)$/u.exec(text) ?? [];
	return rest.split("/").some(isFixed);
}
function isFixed(ref) {
	return /(?:^|[-_@])v?\d+(?:\.\d+)+(?:[-+.].*)?$/u.test(ref) || /^[0-9a-f]{7,64}$/u.test(ref);
}
//#endregion
//#region rules/kustomize/kfile-remote-base.ts
const kfileRemoteBase = defineClusterRule({
	id: "kfile-remote-base",
	category: "kustomize",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A kustomization file takes resources from the network.",
	why: "Flux downloads them anew in every build: the Kustomization fails (`accumulating resources from 'https://…'`) whenever the server does not answer, and what is applied changes without a commit. With `--no-remote-bases` kustomize-controller refuses them.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#remote-bases", "https://fluxcd.io/flux/installation/configuration/multitenancy/"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		const forbidden = remoteBasesForbidden(cluster);
		const files = new Set(cluster.builds.flatMap((build) => closureOf(workspace, build)?.kustomizationFiles ?? []));
		for (const file of files) for (const entry of file.entries.filter(isRemoteBase)) {
			const problem = problemOf$2(file, entry);
			yield forbidden ? {
				...problem,
				message: `${problem.message.slice(0, -1)}, but kustomize-controller runs with \`--no-remote-bases\`.`,
				severity: "error",
				related: [{
					at: forbidden,
					message: "remote bases are forbidden here"
				}]
			} : problem;
		}
	}
});
function isRemoteBase({ kind, field }) {
	return kind === "remote" && (field === "resources" || field === "components");
}
/** One that names a commit or a tag still has to be downloaded, but does not change by itself. */
function problemOf$2({ path, document }, entry) {
	const pinned = isPinned(entry.text);
	return {
		at: {
			document,
			path: entry.path,
			part: "value"
		},
		message: `\`${path}\` takes \`${entry.text}\` from the network in every build${pinned ? "" : ", in whatever version is there"}.`,
		help: pinned ? "Copy the files into the repository, or take them with a GitRepository or OCIRepository of their own, which Flux keeps." : "Name a tag or commit (`?ref=v1.2.3`), or better: take the files with a GitRepository or OCIRepository of their own, which Flux keeps.",
		...pinned ? { severity: "info" } : {}
	};
}
//#endregion
//#region rules/kustomize/kfile-unknown-field.ts
const kfileUnknownField = defineFileRule({
	id: "kfile-unknown-field",
	category: "kustomize",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A kustomization file has a field that kustomize does not know.",
	why: "kustomize refuses the file with `unknown field`, and Flux applies nothing; in the file at `spec.path` itself, which Flux rewrites, the field is dropped in silence.",
	docs: ["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const file of workspace.kustomizationFiles) for (const field of unknownFields(workspace, file)) {
			const problem = problemOf$1(file, field);
			if (isRead(workspace, file)) yield problem;
			else if (!isSetAside(file.path)) yield {
				...problem,
				severity: "warning"
			};
		}
	}
});
function isRead(workspace, { path }) {
	return workspace.clustersOf(path).length > 0;
}
function problemOf$1({ path: file, document }, field) {
	const { path, declared } = field;
	const name = String(path.at(-1));
	const nearest = nearestName(name, declared);
	const meant = certainName(name, declared);
	const at = {
		document,
		path,
		part: "key"
	};
	const fix = meant === void 0 ? void 0 : renameFix(at, name, meant);
	return {
		at,
		message: `\`${file}\` has \`${formatFieldPath(path)}\`, a field that kustomize does not know.`,
		help: nearest === void 0 ? `Remove \`${name}\`.` : `Write \`${nearest}\` instead of \`${name}\`.`,
		...fix && { fix }
	};
}
//#endregion
//#region rules/notification/alert-provider-missing.ts
const alertProviderMissing = defineClusterRule({
	id: "alert-provider-missing",
	category: "notification",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An Alert names a Provider that nothing defines.",
	why: "Flux delivers nothing, and no condition says so: an Alert has no status, and notification-controller only logs `failed to get provider` for each event.",
	docs: ["https://fluxcd.io/flux/components/notification/alerts/#provider-reference"],
	since: "0.1.0",
	*check(context) {
		for (const reference of missingReferences(context, "providerRef")) yield reportMissing(context.cluster, reference);
	}
});
//#endregion
//#region rules/notification/alert-source-namespace.ts
function sourcesOf({ id, manifest }) {
	return listAt(manifest, ["spec", "eventSources"]).flatMap((entry, index) => {
		const name = stringAt(entry, ["name"]) ?? "";
		const kind = Object.values(kinds$1).find(({ kind: own, group }) => own === stringAt(entry, ["kind"]) && group.includes("flux"));
		const stated = stringAt(entry, ["namespace"]);
		const namespace = stated ?? id.namespace;
		return kind ? [{
			kind,
			name,
			namespace,
			isStated: stated !== void 0,
			index,
			entry
		}] : [];
	});
}
/** Whether an event source would report what happens to an object. */
function hears({ kind, name, namespace, entry }, { id, manifest }) {
	if (!isKind(id, kind) || id.namespace !== namespace) return false;
	if (name !== "*") return name === id.name;
	const labels = valueAt(entry, ["matchLabels"]);
	return Object.entries(isObject(labels) ? labels : {}).every(([key, value]) => valueAt(manifest, [
		"metadata",
		"labels",
		key
	]) === value);
}
/** Where Flux itself lives: an Alert there is meant for the whole cluster. */
function isFluxNamespace(cluster, namespace) {
	return cluster.all(kinds$1.Kustomization).some((root) => isRoot(root) && root.id.namespace === namespace);
}
/** The objects that a source without a namespace was meant for, and that no Alert hears. */
function unheard(cluster, alert, source) {
	const all = cluster.all(source.kind);
	const elsewhere = {
		...source,
		namespace: void 0
	};
	const others = all.filter((resource) => resource.id.namespace !== alert.id.namespace && hears({
		...elsewhere,
		namespace: resource.id.namespace
	}, resource));
	if (!!all.some((resource) => hears(source, resource)) && !isFluxNamespace(cluster, alert.id.namespace)) return [];
	if (cluster.builds.some(({ status }) => status === "failed")) return [];
	const sources = cluster.all(kinds$1.Alert).flatMap(sourcesOf);
	return others.filter((resource) => !sources.some((other) => hears(other, resource)));
}
const alertSourceNamespace = defineClusterRule({
	id: "alert-source-namespace",
	category: "notification",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "An Alert listens to all objects of a kind, but only to those of its own namespace.",
	why: "Flux takes an event source without `namespace` to be in the namespace of the Alert: what happens to the objects of other namespaces is never sent, and nothing says so.",
	docs: ["https://fluxcd.io/flux/components/notification/alerts/#event-sources"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const alert of cluster.all(kinds$1.Alert)) for (const source of sourcesOf(alert)) {
			if (source.isStated || source.name !== "*") continue;
			const [first, ...others] = unheard(cluster, alert, source);
			if (!first) continue;
			const { kind, index } = source;
			const namespaces = [...new Set([first, ...others].map(({ id }) => id.namespace ?? ""))];
			const shown = namespaces.slice(0, 3).map((name) => `\`${name}\``);
			yield {
				at: alert.at([
					"spec",
					"eventSources",
					index,
					"name"
				]),
				message: `${describe(alert.id)} listens to each ${kind.kind} of namespace \`${alert.id.namespace ?? ""}\` alone; there are others in ${shown.join(", ")}${namespaces.length > shown.length ? " and elsewhere" : ""}.`,
				help: `Add an event source with \`namespace: ${first.id.namespace ?? ""}\`, and one for each other namespace.`,
				related: [{
					at: first.at(["metadata", "name"]),
					message: `${describe(first.id)} is not heard`
				}]
			};
		}
	}
});
//#endregion
//#region rules/secrets/clear-text.ts
/** Stands in a file until something puts the value there. */
const placeholder = /^(?:<.*>|\[.*\]|%.*%|__.*__|[x*.·-]{2,}|\.{3}|.*(?:change|replace|insert|fill)[-_ ]?(?:me|this|it|in|with|by)?\b.*|.*place[-_ ]?holder.*|.*\b(?:example|dummy|fake|redacted|todo|tbd|fixme)\b.*|your[-_ ].*|my[-_](?:password|secret|token|key)|null|none|nil|n\/a|true|false|yes|no|on|off|\d{1,5})$/iu;
/** Filled in by Flux, a template or a plugin. */
const reference = /\$\{|\{\{|<%|<path:|^(?:vault|ref\+|op|akv|awssm|gcpsm|secretref)[:+]/iu;
/** Meant for everybody to see, whatever it is kept in. */
const publicText = /^(?:-----BEGIN (?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE|X509 CRL)|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2-|age1[a-z0-9]+$|[\w.,[\]:*|+/=-]+ (?:ssh-|ecdsa-))/u;
/** A key whose value is a credential by its name. */
const secretName = /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|private[-_.]?key|api[-_.]?key|access[-_.]?key|client[-_.]?key|encryption[-_.]?key|signing[-_.]?key|dockerconfig(?:json)?|kubeconfig|htpasswd|\.pem|\.key|identity|agekey|webhook(?:[-_]?url)?)$/iu;
/** What such a name is not, for all its ending. */
const publicName = /(?:public|pub|user(?:name)?|(?:secret|key|token)[-_]?(?:name|id|ref)|access[-_.]?key[-_.]?id)$|^(?:aws[-_]?)?access[-_.]?key(?:[-_.]?id)?$|\.pub$|^(?:existing|enable|use)/iu;
const privateText = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY|AGE-SECRET-KEY-1|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_|\bglpat-|\bxox[abpr]-|\bAKIA[A-Z0-9]{16}\b|hooks\.slack\.com\/services\/T|\b[a-z+]+:\/\/[^\s:/@]+:[^\s:/@${}<>]{3,}@/u;
/** A line of a file that gives a credential a value. */
const line = /^[ \t"'-]*(?<name>[\w.-]+)["']?[ \t]*[:=][ \t]*(?<value>"[^"\n]*"|'[^'\n]*'|[^\s#,}]+)/gmu;
function isShown(text) {
	const value = text.trim();
	return value.length > 2 && !placeholder.test(value) && !reference.test(value);
}
/** Whether a value of a Secret is a credential that everybody who reads the file can read. */
function isClearText({ key, text }) {
	if (!isShown(text) || publicText.test(text) || text.startsWith("ENC[")) return false;
	if (privateText.test(text)) return true;
	if (text.includes("ENC[AES256_GCM,") || text.includes("\0")) return false;
	if (text.trim().includes("\n")) return [...text.matchAll(line)].some(isCredential);
	return secretName.test(key) && !publicName.test(key);
}
function isCredential({ groups = {} }) {
	const { name = "", value = "" } = groups;
	return secretName.test(name) && !publicName.test(name) && isShown(value.replace(/^["']|["']$/gu, ""));
}
//#endregion
//#region rules/secrets/secret-plaintext.ts
/** The file that a Secret is written in; one that a generator makes has none. */
function fileOf({ origin }) {
	if (origin.via === "file") return origin.document;
	return origin.via === "kustomize" && !origin.generated ? origin.document : void 0;
}
function isWritten(resource, document) {
	return !document.encrypted && !resource.uncertain && !isSetAside(document.file.path);
}
const secretPlaintext = defineFileRule({
	id: "secret-plaintext",
	category: "secrets",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A Secret holds a credential in clear text.",
	why: "Flux applies the Secret as it is: whoever can read the repository, its copies and its history can read the credential. Base64 hides nothing.",
	docs: ["https://fluxcd.io/flux/guides/mozilla-sops/", "https://fluxcd.io/flux/security/secrets-management/"],
	since: "0.1.0",
	*check({ workspace }) {
		const seen = /* @__PURE__ */ new Set();
		for (const { resource, severity } of writtenResources(workspace)) {
			const document = isKind(resource.id, kinds$1.Secret) ? fileOf(resource) : void 0;
			if (!document || seen.has(document) || !isWritten(resource, document)) continue;
			const [first, ...others] = secretValues(resource).filter(isClearText);
			if (!first) continue;
			seen.add(document);
			const keys = [first, ...others].map(({ key }) => `\`${key}\``);
			yield {
				at: resource.at([first.field, first.key], "key"),
				message: `${describe(resource.id)} holds ${keys.join(", ")} in clear text.`,
				help: `Encrypt the file (\`sops --encrypt --in-place ${document.file.path}\`), or let a SealedSecret or ExternalSecret make the Secret. What was pushed once is known: replace it.`,
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/secrets/secret-ref-missing.ts
/** Whether Git manages Secrets of this namespace: otherwise someone makes them by hand, this one too. */
function areSecretsInGit(cluster, namespace) {
	return cluster.resources.some(({ id, origin }) => id.namespace === namespace && /Secret$/u.test(id.kind) && origin.via !== "helm");
}
/** What must exist before Flux can read anything from Git: keys of decryption, of the root source, of flux-operator. */
function isBootstrapped(cluster, { from, path, target }) {
	if (path[1] === "decryption" || isKind(from.id, kinds$1.FluxInstance)) return true;
	if (target.name === "flux-system") return true;
	return cluster.all(kinds$1.Kustomization).filter(isRoot).some((root) => cluster.graph.from(root).some(({ resource }) => resource === from));
}
const secretRefMissing = defineClusterRule({
	id: "secret-ref-missing",
	category: "secrets",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "A `secretRef` names a Secret that nothing in the repository makes.",
	why: "Flux reports AuthenticationFailed or the like until somebody makes the Secret by hand, also after a rebuild of the cluster.",
	docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#secret-reference"],
	since: "0.1.0",
	*check(context) {
		const { cluster } = context;
		for (const reference of missingReferences(context, "secretRef")) {
			if (reference.doubt !== void 0 || isBootstrapped(cluster, reference)) continue;
			if (!areSecretsInGit(cluster, reference.target.namespace)) continue;
			yield reportMissing(cluster, reference);
		}
	}
});
//#endregion
//#region rules/secrets/sops-no-decryption.ts
const maxRelated$1 = 3;
/** Whether kustomize-controller stops at an object: a Secret with SOPS' own block, unless it is told to leave it. */
function stops({ id, manifest, origin }) {
	const decrypt = stringAt(manifest, [
		"metadata",
		"annotations",
		"kustomize.toolkit.fluxcd.io/decrypt"
	]);
	return isKind(id, kinds$1.Secret) && origin.via === "kustomize" && origin.document.encrypted && decrypt?.toLowerCase() !== "disabled";
}
/** The Secrets of a build that nobody decrypts, one for each document. */
function encryptedIn({ kustomization, objects }) {
	if (kustomization.origin.via === "implied") return [];
	if (valueAt(kustomization.manifest, ["spec", "decryption"]) !== void 0) return [];
	const documents = /* @__PURE__ */ new Map();
	for (const object of objects.filter(stops)) if ("document" in object.origin && !documents.has(object.origin.document)) documents.set(object.origin.document, object);
	return [...documents.values()];
}
const sopsNoDecryption = defineClusterRule({
	id: "sops-no-decryption",
	category: "secrets",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A Kustomization applies a Secret that SOPS has encrypted, and has no `decryption`.",
	why: "Flux reports ReconciliationFailed with `… is SOPS encrypted, configuring decryption is required for this secret to be reconciled`, and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#decryption"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.builds) {
			const [first, ...others] = encryptedIn(build);
			if (!first) continue;
			const more = others.length === 0 ? "" : ` and ${others.length} more`;
			yield {
				at: build.kustomization.at(["metadata", "name"]),
				message: `${describe(build.kustomization.id)} applies ${describe(first.id)}${more}, which SOPS has encrypted, but has no \`spec.decryption\`.`,
				help: "Add `decryption` with `provider: sops`, and with a `secretRef` if the key is in a Secret. A Kustomization does not inherit it from the one that applies it.",
				related: [first, ...others].slice(0, maxRelated$1).map((secret) => ({
					at: secret.at(["metadata", "name"]),
					message: `${describe(secret.id)} is encrypted`
				}))
			};
		}
	}
});
//#endregion
//#region rules/sources/git-scp-url.ts
const gitScpUrl = defineFileRule({
	id: "git-scp-url",
	category: "sources",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "The address of a Git repository is written in git's short form, `git@host:path`.",
	why: "The API server refuses the object when Flux applies it: `spec.url: Invalid value … should match '^(http|https|ssh)://.*$'`.",
	docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#url"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["pattern"])) {
			if (!isScpUrl(judged)) continue;
			const { resource, path, at, severity } = judged;
			const url = stringAt(resource.manifest, path) ?? "";
			const better = asSshUrl(url);
			const fix = better === void 0 ? void 0 : replaceFix(at, url, better);
			yield {
				at,
				message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to \`${url}\`; Flux takes URLs alone.`,
				help: better === void 0 ? "Write `ssh://git@host/path`, or `ssh://git@host:22/path` if the number is a port." : `Write \`${better}\`.`,
				...severity && { severity },
				...fix && { fix }
			};
		}
	}
});
//#endregion
//#region rules/sources/git-ssh-no-secret.ts
const gitSshNoSecret = defineClusterRule({
	id: "git-ssh-no-secret",
	category: "sources",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A GitRepository is fetched over SSH and names no Secret with a key.",
	why: "Flux reports AuthenticationFailed with `invalid 'ssh' auth option: 'identity' is required` and never fetches the repository, not even a public one.",
	docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#ssh-authentication"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const repository of cluster.all(kinds$1.GitRepository)) {
			const url = stringAt(repository.manifest, ["spec", "url"]);
			if (repository.origin.via === "implied" || !url?.startsWith("ssh://")) continue;
			if (stringAt(repository.manifest, [
				"spec",
				"secretRef",
				"name"
			])) continue;
			if (!isWhole$1(cluster, repository)) continue;
			yield {
				at: repository.at(["spec", "url"]),
				message: `${describe(repository.id)} is fetched over SSH from \`${url}\`, but has no \`spec.secretRef\`.`,
				help: `Add \`secretRef\` with a Secret of namespace \`${repository.id.namespace ?? ""}\` that has the keys \`identity\` and \`known_hosts\`, or write an \`https://\` address.`
			};
		}
	}
});
//#endregion
//#region rules/sources/helmrepo-oci-ignored-field.ts
/** What has no effect on a repository of each type; `provider: generic` and `insecure: false` say what holds anyway. */
function ignoredFields({ manifest }) {
	const isSet = (field) => valueAt(manifest, ["spec", field]) !== void 0;
	if (stringAt(manifest, ["spec", "type"]) === "oci") return [
		"timeout",
		"suspend",
		"passCredentials"
	].filter(isSet);
	return [...(stringAt(manifest, ["spec", "provider"]) ?? "generic") === "generic" ? [] : ["provider"], ...valueAt(manifest, ["spec", "insecure"]) === true ? ["insecure"] : []];
}
const helmrepoOciIgnoredField = defineFileRule({
	id: "helmrepo-oci-ignored-field",
	category: "sources",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A HelmRepository has a field that its type does not read.",
	why: "Flux does not reconcile a HelmRepository of type `oci` at all: it reads the address and the credentials for each HelmChart and ignores `timeout`, `suspend` and `passCredentials`; `provider` and `insecure` count for that type alone.",
	docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#helm-oci-repository"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const { resource, severity } of writtenResources(workspace)) {
			const url = stringAt(resource.manifest, ["spec", "url"]) ?? "";
			const isOci = stringAt(resource.manifest, ["spec", "type"]) === "oci";
			if (!isKind(resource.id, kinds$1.HelmRepository) || url.startsWith("oci://") !== isOci) continue;
			for (const field of ignoredFields(resource)) yield {
				at: resource.at(["spec", field], "key"),
				message: `${describe(resource.id)} sets \`spec.${field}\`, which has no effect on a repository of type \`${isOci ? "oci" : "default"}\`.`,
				help: `Remove \`${field}\`.`,
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/sources/helmrepo-oci-legacy.ts
const helmrepoOciLegacy = defineClusterRule({
	id: "helmrepo-oci-legacy",
	category: "sources",
	scope: "cluster",
	severity: "info",
	presets: ["strict"],
	summary: "Charts of a registry are taken with a HelmRepository.",
	why: "Flux keeps HelmRepositories of type `oci` working, but develops them no further: they have no status, no digest and no verification of their own. An OCIRepository with `chartRef` has.",
	docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#helm-oci-repository"],
	since: "0.1.0",
	*check({ cluster, target }) {
		if (fluxMinor(target) < 3) return;
		for (const repository of cluster.all(kinds$1.HelmRepository)) {
			if (repository.origin.via === "helm") continue;
			if (stringAt(repository.manifest, ["spec", "type"]) !== "oci") continue;
			yield {
				at: repository.at(["spec", "type"]),
				message: `${describe(repository.id)} is of type \`oci\`, which Flux develops no further.`,
				help: "Write an OCIRepository for each chart (`layerSelector` with `operation: copy`), and name it in `spec.chartRef` of the HelmRelease."
			};
		}
	}
});
//#endregion
//#region rules/sources/helmrepo-type-url-mismatch.ts
/** The repository, once it is told to be one of OCI. */
function typeFix(repository) {
	return {
		title: "Set `spec.type` to `oci`",
		applicability: "safe",
		changes: [{
			op: "set",
			at: repository.at(["spec", "type"]),
			value: "oci"
		}]
	};
}
/** What is wrong with the pair; the address decides for charts in a registry, since only it can be meant. */
function problemOf(repository) {
	const url = stringAt(repository.manifest, ["spec", "url"]) ?? "";
	const type = stringAt(repository.manifest, ["spec", "type"]);
	const name = describe(repository.id);
	if (url.startsWith("oci://") && (type === void 0 || type === "default")) return {
		at: repository.at(["spec", type === void 0 ? "url" : "type"]),
		message: `${name} has the address \`${url}\`, but ${type === void 0 ? "no `type`, which means `default`" : "is of type `default`"}: Flux then looks for an \`index.yaml\` over HTTP.`,
		help: "Set `spec.type` to `oci`.",
		fix: typeFix(repository)
	};
	if (type === "oci" && /^https?:\/\//u.test(url)) return {
		at: repository.at(["spec", "url"]),
		message: `${name} is of type \`oci\`, but has the address \`${url}\`.`,
		help: `Write \`${url.replace(/^https?:/u, "oci:")}\` if the charts are in a registry, or remove \`type\` if there is an \`index.yaml\`.`
	};
}
const helmrepoTypeUrlMismatch = defineFileRule({
	id: "helmrepo-type-url-mismatch",
	category: "sources",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A HelmRepository's address does not go with its `type`.",
	why: "Flux reports Stalled with URLInvalid, `'oci' URL scheme cannot be used with 'default' HelmRepository type`, or `invalid OCI registry URL` on each HelmChart; no release gets its chart.",
	docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#type"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const { resource, severity } of writtenResources(workspace)) {
			const problem = isKind(resource.id, kinds$1.HelmRepository) ? problemOf(resource) : void 0;
			if (problem) yield {
				...problem,
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/sources/oci-url-has-tag.ts
/** An image's name, and the tag or digest behind it; the colon of a port is followed by a slash. */
const tagged = /^(?<name>(?:oci:\/\/)?[^@]*?)(?:(?::(?<tag>[^/:@]+))?(?:@(?<digest>sha\d+:[0-9a-f]+))|:(?<only>[^/:@]+))$/u;
function addressIn(url) {
	const { name, tag, only, digest } = tagged.exec(url)?.groups ?? {};
	if (name === void 0 || !name.replace("oci://", "").includes("/")) return void 0;
	return {
		url,
		name,
		tag: tag ?? only,
		digest
	};
}
/** The address without its tag, which goes where Flux looks for it; nothing is changed that another field says. */
function fixOf(repository, field, address) {
	const base = replaceFix(repository.at(["spec", field]), address.url, address.name);
	if (!base || field === "image") return base;
	if (valueAt(repository.manifest, ["spec", "ref"]) !== void 0) return void 0;
	const { tag, digest } = address;
	const ref = digest === void 0 ? { tag: tag ?? "" } : { digest };
	const set = {
		op: "set",
		at: repository.at(["spec", "ref"]),
		value: ref
	};
	return {
		...base,
		changes: [...base.changes, set]
	};
}
function adviceOn(field, { name, tag, digest }) {
	if (field === "image") return `Write \`${name}\`: which tag is taken is for an ImagePolicy to say.`;
	return `Write \`${name}\`, and \`${digest === void 0 ? `spec.ref.tag: ${tag ?? ""}` : `spec.ref.digest: ${digest}`}\`.`;
}
const ociUrlHasTag = defineFileRule({
	id: "oci-url-has-tag",
	category: "sources",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "The address of an OCIRepository or ImageRepository ends in a tag or a digest.",
	why: "Flux reports Stalled with URLInvalid (`URL must not contain a tag`) or ImageURLInvalid (`.spec.image value should not contain a tag`) and fetches nothing.",
	docs: ["https://fluxcd.io/flux/components/source/ocirepositories/#url", "https://fluxcd.io/flux/components/image/imagerepositories/#image"],
	since: "0.1.0",
	fixable: "safe",
	*check({ workspace }) {
		for (const { resource, severity } of writtenResources(workspace)) {
			const field = fieldOf(resource);
			const address = field && addressIn(stringAt(resource.manifest, ["spec", field]) ?? "");
			if (!field || !address) continue;
			const fix = fixOf(resource, field, address);
			const what = address.digest === void 0 ? "a tag" : "a digest";
			yield {
				at: resource.at(["spec", field]),
				message: `${describe(resource.id)} has ${what} in \`spec.${field}\`: \`${address.url}\`.`,
				help: adviceOn(field, address),
				...severity && { severity },
				...fix && { fix }
			};
		}
	}
});
function fieldOf({ id }) {
	if (isKind(id, kinds$1.OCIRepository)) return "url";
	return isKind(id, kinds$1.ImageRepository) ? "image" : void 0;
}
//#endregion
//#region rules/substitution/problems-by-expression.ts
/** The scanner stops where the expression goes wrong; people see it up to its brace. */
function widen(problem) {
	const { at, resource } = problem;
	const text = at.span && at.field && stringAt(resource.manifest, at.field);
	const rest = text && at.span && /^[^\n}]{2,80}\}+/u.exec(text.slice(at.span.start))?.[0];
	if (!rest || !at.span || rest.length <= at.span.end - at.span.start) return problem;
	const { start } = at.span;
	return {
		...problem,
		expression: rest,
		at: {
			...at,
			span: {
				start,
				end: start + rest.length
			}
		}
	};
}
/** The problems of one sort, grouped by object and expression. */
function groupProblems({ substitution }, sort) {
	const groups = /* @__PURE__ */ new Map();
	const problems = substitution.filter(({ kind }) => kind === sort);
	for (const problem of sort === "syntax" ? problems.map(widen) : problems) {
		const { id, server } = problem.resource;
		const key = `${resourceKey(id, server)} ${problem.variable ?? problem.expression}`;
		const group = groups.get(key);
		groups.set(key, group ? [...group, problem] : [problem]);
	}
	return [...groups.values()];
}
const maxRelated = 5;
/** The further places of a problem, for `related`. */
function otherPlaces([, ...others]) {
	return others.slice(0, maxRelated).map(({ at, expression }, index) => ({
		at,
		message: index === maxRelated - 1 && others.length > maxRelated ? `\`${expression}\` again, and in ${others.length - maxRelated} more places` : `\`${expression}\` again`
	}));
}
/** Whether the text is most likely meant for another program: a script, a dashboard, a configuration file. */
function isForeignText({ at, resource }) {
	const [first] = at.field ?? at.path;
	const { kind } = resource.id;
	const carriesFiles = kind === "ConfigMap" || kind === "Secret";
	return (at.field ?? at.path).some((step) => [
		"args",
		"command",
		"script",
		"dashboards",
		"json"
	].includes(String(step))) || carriesFiles && (first === "data" || first === "stringData");
}
/** Whether the text only explains a field of a CustomResourceDefinition, as those of Flux explain substitution itself. */
function isExplanation({ at, resource }) {
	const field = at.field ?? at.path;
	return resource.id.kind === "CustomResourceDefinition" && field.at(-1) === "description";
}
//#endregion
//#region rules/substitution/expressions.ts
/** `${X-d}`, `${X+d}`, `${X?m}`: operators of a shell that envsubst reads only with a colon. */
const shellOperator = /^\$\{(?<name>\w+)(?<operator>[-+?])(?<word>[^}]*)\}?/u;
/** Whether an expression cannot be read because of an operator: `subst-unsupported-operator` reports it. */
function isShellOperator({ kind, expression }) {
	return kind === "syntax" && shellOperator.test(expression) && !/^\$\{\w+-\w[\w-]*[.[]/u.test(expression);
}
/** GitHub's and Grafana's expressions, properties with dots, lists and indirections of a shell. */
const foreign = /^\$\{(?:\{|[\w-]+\.[\w.-]+|[\w.-]+\[|[!@*])/u;
/** A data source or a constant that Grafana asks for when a dashboard is imported. */
const grafanaInput = /^(?:DS|VAR)_[A-Z0-9_-]+$/u;
/** Whether an expression is meant for another program: `subst-foreign-expression` reports it. */
function isForeign(problem) {
	const { kind, expression, variable = "" } = problem;
	if (kind === "syntax" && expression.startsWith("${{")) return true;
	if (!isForeignText(problem) || isShellOperator(problem)) return false;
	return kind === "syntax" ? foreign.test(expression) : grafanaInput.test(variable);
}
/** A text with each foreign expression escaped. */
function escapeForeign(text) {
	return text.replace(/(?<!\$)\$\{(?=\{|[\w-]+\.[\w.-]+|[\w.-]+\[|[!@*]|(?:DS|VAR)_[A-Z0-9_-]+\})/gu, "$$$${");
}
const switchKey = "kustomize.toolkit.fluxcd.io/substitute";
/** Whether Flux substitutes in an object: not with this label or annotation, in exactly this spelling. */
function isSubstituted({ manifest }) {
	return ["labels", "annotations"].every((field) => stringAt(manifest, [
		"metadata",
		field,
		switchKey
	]) !== "disabled");
}
/** Every string of a value that holds `${`. */
function textsWithExpressions(value, path = []) {
	if (typeof value === "string") return value.includes("${") ? [{
		text: value,
		path
	}] : [];
	if (Array.isArray(value)) return value.flatMap((element, index) => textsWithExpressions(element, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) => textsWithExpressions(inner, [...path, key]));
}
//#endregion
//#region rules/substitution/subst-foreign-expression.ts
/** All such expressions of the text at once: Flux stops at the first, and would show them one by one. */
function escapeFix({ at }) {
	const text = valueAt(at.document.content, at.path);
	if (typeof text !== "string" || at.part !== "value") return void 0;
	const escaped = escapeForeign(text);
	if (escaped === text) return void 0;
	const { span: _, ...place } = at;
	return {
		title: "Escape what is meant for another program: `$${`",
		applicability: "safe",
		changes: [{
			op: "set",
			at: place,
			value: escaped
		}]
	};
}
const substForeignExpression = defineClusterRule({
	id: "subst-foreign-expression",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An object holds a `${…}` of another program, and Flux substitutes in it.",
	why: "Flux reports BuildFailed with `envsubst error: variable substitution failed: missing closing brace`, `unable to parse variable name` or `variable not set (strict mode)`, and applies nothing of this Kustomization; before 2.9 a name that is not set became empty.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	fixable: "safe",
	*check({ cluster, target }) {
		const minor = Number(target.flux.split(".")[1]);
		const strict = target.strictSubstitution ?? minor >= 9;
		for (const build of cluster.builds) {
			const groups = [...groupProblems(build, "syntax"), ...build.variablesIncomplete ? [] : groupProblems(build, "undefined")];
			for (const group of groups) {
				const [first] = group;
				if (!isForeign(first)) continue;
				const fix = escapeFix(first);
				const { expression, resource } = first;
				yield {
					at: first.at,
					message: `${describe(resource.id)} holds \`${expression}\`, which is meant for another program, but Flux substitutes variables in it.`,
					help: `Annotate the object with \`kustomize.toolkit.fluxcd.io/substitute: disabled\`, or write \`$${expression}\`.`,
					related: otherPlaces(group),
					...first.kind === "undefined" && !strict ? { severity: "warning" } : {},
					...fix && { fix }
				};
			}
		}
	}
});
//#endregion
//#region rules/substitution/subst-no-postbuild.ts
/** An expression that Flux can read; a name alone, or with a default. */
const expression = /(?<!\$)\$\{(?<name>[A-Za-z_]\w*)(?::?[=-][^{}]*)?\}/gu;
/** The Kustomizations that define each variable. */
function definers({ builds }) {
	const found = /* @__PURE__ */ new Map();
	for (const { variables, kustomization } of builds) for (const name of variables?.keys() ?? []) if (!found.has(name)) found.set(name, kustomization);
	return found;
}
/** The first expression of an object whose variable another Kustomization defines. */
function leftIn(object, known, { kustomization }) {
	for (const { text, path } of textsWithExpressions(object.manifest)) for (const match of text.matchAll(expression)) {
		const name = match.groups?.name ?? "";
		const definer = known.get(name);
		if (!definer) continue;
		const end = match.index + match[0].length;
		return {
			at: object.at(path, "value", {
				start: match.index,
				end
			}),
			message: `${describe(object.id)} holds \`${match[0]}\`, but ${describe(kustomization.id)} substitutes no variables: it has no \`spec.postBuild\`.`,
			help: `Define \`${name}\` under \`spec.postBuild\` of ${describe(kustomization.id)} too; it is not inherited from ${describe(definer.id)}.`,
			related: [{
				at: definer.at(["spec", "postBuild"], "key"),
				message: "the variable is defined here"
			}]
		};
	}
}
const substNoPostbuild = defineClusterRule({
	id: "subst-no-postbuild",
	category: "substitution",
	scope: "cluster",
	severity: "warning",
	presets: ["recommended"],
	summary: "An object uses a variable, but its Kustomization has no `postBuild`.",
	why: "Flux substitutes only where a Kustomization has `spec.postBuild`, and passes it on to no other: the cluster gets `${…}` as it is written.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	*check({ cluster }) {
		const known = definers(cluster);
		if (known.size === 0) return;
		for (const build of cluster.builds) {
			if (build.variables !== void 0) continue;
			for (const object of build.objects) {
				if (object.id.kind === "CustomResourceDefinition" || !isSubstituted(object)) continue;
				const problem = leftIn(object, known, build);
				if (problem) yield problem;
			}
		}
	}
});
//#endregion
//#region rules/substitution/subst-source-missing.ts
const substSourceMissing = defineClusterRule({
	id: "subst-source-missing",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "`substituteFrom` names a ConfigMap or Secret that nothing defines.",
	why: "Flux reports BuildFailed with `substitute from '…' error: … not found` and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	*check(context) {
		for (const reference of missingReferences(context, "substituteFrom")) {
			const problem = reportMissing(context.cluster, reference);
			if (!isRoot(reference.from) || problem.related) yield problem;
		}
	}
});
//#endregion
//#region rules/substitution/subst-syntax.ts
function advise$2({ expression }) {
	return `Write \`$${expression}\` to keep the text, or annotate the object with \`kustomize.toolkit.fluxcd.io/substitute: disabled\`.`;
}
const substSyntax = defineClusterRule({
	id: "subst-syntax",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An object holds a `${…}` that Flux's variable substitution cannot read.",
	why: "Flux reports BuildFailed with `envsubst error: variable substitution failed` and applies nothing of this Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const build of cluster.builds) for (const group of groupProblems(build, "syntax")) {
			const [first] = group;
			if (isForeign(first) || isShellOperator(first)) continue;
			const words = first.message === void 0 ? "" : `: ${first.message}`;
			yield {
				at: first.at,
				message: `${describe(first.resource.id)} holds \`${first.expression}\`, which Flux cannot substitute${words}.`,
				help: advise$2(first),
				related: otherPlaces(group)
			};
		}
	}
});
//#endregion
//#region rules/substitution/subst-type-ambiguous.ts
const substTypeAmbiguous = defineFileRule({
	id: "subst-type-ambiguous",
	category: "substitution",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A variable's value becomes a number or a boolean where a text is wanted.",
	why: "Flux substitutes in YAML that it has written anew, without the quotes of the file, and the value is read once more: the API server then refuses the object (`cannot unmarshal number into Go struct field … of type string`), and Flux applies nothing of the Kustomization.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-substitution-of-numbers-and-booleans"],
	since: "0.1.0",
	*check({ workspace }) {
		for (const judged of judgedViolations(workspace, ["type"])) {
			const variable = loneVariable(judged);
			if (!variable) continue;
			const { resource, path, at, severity } = judged;
			const value = valueAt(resource.manifest, path);
			yield {
				at,
				message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to \`${variable.text}\`, which becomes the ${typeof value} \`${String(value)}\`; a text is wanted there.`,
				help: `Give the value of \`${variable.name}\` quotes of its own (\`'"${String(value)}"'\`), or write the expression within other text.`,
				...severity && { severity }
			};
		}
	}
});
//#endregion
//#region rules/substitution/subst-undefined-variable.ts
/** Another Kustomization that defines the variable: it is not passed on. */
function otherDefiner(cluster, variable) {
	return cluster.builds.find(({ variables }) => variables?.has(variable));
}
function advise$1(cluster, problem, build) {
	const { expression, variable = "" } = problem;
	if (isExplanation(problem)) return "Annotate the object with `kustomize.toolkit.fluxcd.io/substitute: disabled`: Flux's own manifests have that since 2.9.1.";
	const nearest = nearestName(variable, build.variables?.keys() ?? []);
	if (nearest) return `Write \`${expression.replace(variable, nearest)}\`, or define \`${variable}\` under \`spec.postBuild\`.`;
	const own = describe(build.kustomization.id);
	const other = otherDefiner(cluster, variable);
	if (other) return `Only ${describe(other.kustomization.id)} defines \`${variable}\`: define it under \`spec.postBuild\` of ${own} too.`;
	if (isForeignText(problem)) return `Write \`$${expression}\` if another program reads it, or define \`${variable}\`.`;
	return `Define \`${variable}\` under \`spec.postBuild\` of ${own}, or write a default: \`\${${variable}:=value}\`.`;
}
const substUndefinedVariable = defineClusterRule({
	id: "subst-undefined-variable",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An object uses a substitution variable that its Kustomization does not define.",
	why: "From 2.9 on Flux reports `variable not set (strict mode)` and applies nothing of this Kustomization; before, the text becomes empty.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	*check({ cluster, target }) {
		const [major = 0, minor = 0] = target.flux.split(".").map(Number);
		const strict = target.strictSubstitution ?? (major > 2 || major === 2 && minor >= 9);
		const places = /* @__PURE__ */ new Map();
		for (const build of cluster.builds) {
			if (build.variablesIncomplete) continue;
			for (const group of groupProblems(build, "undefined").filter(isOurs)) {
				if (!strict && group.every(isExplanation)) continue;
				const key = placeOf$1(group[0]);
				places.set(key, [...places.get(key) ?? [], {
					build,
					group
				}]);
			}
		}
		for (const [first, ...others] of places.values()) {
			if (!first) continue;
			yield {
				at: first.group[0].at,
				message: `${describe(first.group[0].resource.id)} uses ${nameVariable(first.group[0])}, which ${nameBuilds(first, others)} not define.`,
				help: advise$1(cluster, first.group[0], first.build),
				related: otherPlaces(first.group),
				...strict ? {} : { severity: "warning" }
			};
		}
	}
});
/** A file that several Kustomizations build has one problem, not several. */
function placeOf$1({ at, variable = "" }) {
	return JSON.stringify([
		at.document.file.path,
		at.document.index,
		at.path,
		at.span,
		variable
	]);
}
function nameVariable({ expression, variable = "" }) {
	return expression.startsWith(`\${${variable}`) || expression.startsWith(`\${#${variable}`) ? `\`${expression}\`` : `\`\${${variable}}\` (in \`${expression}\`)`;
}
/** Without a number: clusters that differ in it share the finding. */
function nameBuilds({ build }, others) {
	const name = describe(build.kustomization.id);
	return others.length === 0 ? `${name} does` : `${name} and others that build it do`;
}
function isOurs([first]) {
	return !isForeign(first);
}
//#endregion
//#region rules/substitution/subst-unsupported-operator.ts
/** The default that was meant, for a variable that the Kustomization has: nobody else's text then. */
function defaultFix({ at, expression }, variables) {
	const { name = "", operator, word = "" } = shellOperator.exec(expression)?.groups ?? {};
	const text = valueAt(at.document.content, at.path);
	if (operator !== "-" || !variables?.has(name) || typeof text !== "string") return void 0;
	const fixed = text.replace(`\${${name}-${word}}`, `\${${name}:-${word}}`);
	if (fixed === text) return void 0;
	const { span: _, ...place } = at;
	return {
		title: `Write \`\${${name}:-${word}}\``,
		applicability: "safe",
		changes: [{
			op: "set",
			at: place,
			value: fixed
		}]
	};
}
function adviseOnError({ expression }) {
	const { name = "", operator, word = "" } = shellOperator.exec(expression)?.groups ?? {};
	const keep = `\`$${expression}\` to keep the text for a shell`;
	return operator === "-" ? `Write \`\${${name}:-${word}}\` for a default, or ${keep}.` : `Write ${keep}; Flux has no such operator.`;
}
/** `${X:+a}` and `${X:?m}`, which envsubst takes for defaults; `$$` is an escape. */
const asDefault = /(?<!\$)\$\{(?<name>\w+):(?<operator>[+?])(?<word>[^{}]*)\}/gu;
/** What becomes of such an expression, in words; undefined where it is what a shell would make of it. */
function misreading({ groups: { name = "", operator = "", word = "" } = {} }, variables) {
	const value = variables.get(name)?.value;
	if (operator === "?") return value ? void 0 : `which Flux replaces by \`${word}\`, not by an error`;
	return value ? `which Flux replaces by the value of \`${name}\`, not by \`${word}\`` : `which Flux replaces by \`${word}\`, not by nothing`;
}
function* misreadIn(resource, { text, path }, variables) {
	for (const match of text.matchAll(asDefault)) {
		const effect = misreading(match, variables);
		if (effect === void 0) continue;
		const [expression] = match;
		yield {
			at: resource.at(path, "value", {
				start: match.index,
				end: match.index + expression.length
			}),
			message: `${describe(resource.id)} holds \`${expression}\`, ${effect}.`,
			help: `Write \`$${expression}\` if a shell reads it; Flux has no operator but the default, \`:=\`.`
		};
		return;
	}
}
/** The objects of a build whose own documents are substituted, each document once. */
function* misread({ objects, variables }) {
	const seen = /* @__PURE__ */ new Set();
	if (!variables || variables.size === 0) return;
	for (const object of objects) {
		const { origin } = object;
		if (origin.via !== "kustomize" || origin.generated || !isSubstituted(object)) continue;
		if (seen.has(origin.document)) continue;
		seen.add(origin.document);
		const written = valueAt(origin.document.content, origin.path);
		for (const text of textsWithExpressions(written)) yield* misreadIn(object, text, variables);
	}
}
const substUnsupportedOperator = defineClusterRule({
	id: "subst-unsupported-operator",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "An expression has an operator of the shell that Flux reads otherwise, or not at all.",
	why: "Flux reports BuildFailed with `envsubst error: variable substitution failed: missing closing brace` for `${X-a}`, `${X+a}` and `${X?a}`; it takes `${X:+a}` and `${X:?a}` for defaults, without a word.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	fixable: "safe",
	*check({ cluster }) {
		for (const build of cluster.builds) {
			for (const group of groupProblems(build, "syntax")) {
				const [first] = group;
				if (!isShellOperator(first)) continue;
				const fix = defaultFix(first, build.variables);
				yield {
					at: first.at,
					message: `${describe(first.resource.id)} holds \`${first.expression}\`, which Flux cannot substitute: it has no such operator.`,
					help: adviseOnError(first),
					related: otherPlaces(group),
					...fix && { fix }
				};
			}
			yield* misread(build);
		}
	}
});
//#endregion
//#region rules/substitution/subst-var-name-invalid.ts
/** `^[_[:alpha:]][_[:alpha:][:digit:]]*$`, as fluxcd/pkg/kustomize has it. */
const legal = /^[_a-zA-Z][_a-zA-Z0-9]*$/u;
function misnamedIn(build) {
	return [...build.variables ?? []].flatMap(([name, { at }]) => legal.test(name) || !at ? [] : [{
		name,
		at: {
			...at,
			part: "key"
		},
		build
	}]);
}
function placeOf({ at: { document, path } }) {
	return JSON.stringify([
		document.file.path,
		document.index,
		path
	]);
}
const substVarNameInvalid = defineClusterRule({
	id: "subst-var-name-invalid",
	category: "substitution",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A substitution variable has a name that Flux does not take.",
	why: "Flux reports BuildFailed with `'…' var name is invalid, must match '^[_[:alpha:]][_[:alpha:][:digit:]]*$'`, and applies nothing of the Kustomization, whether the variable is used or not.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const [, [first, ...others]] of groupBy(cluster.builds.flatMap(misnamedIn), placeOf)) {
			if (!first) continue;
			const { name, at, build } = first;
			const better = name.replace(/[^\w]+/gu, "_").replace(/^(?=\d)/u, "_");
			yield {
				at,
				message: `${describe(build.kustomization.id)}${others.length === 0 ? " has" : " and others have"} the variable \`${name}\`, a name that Flux does not take.`,
				help: `Call it \`${better}\`; what is no variable belongs into a ConfigMap or Secret of its own, which \`substituteFrom\` does not name.`
			};
		}
	}
});
//#endregion
//#region rules/suppressions/baseline-stale.ts
const baselineStale = defineReportRule({
	id: "baseline-stale",
	category: "suppressions",
	scope: "report",
	severity: "info",
	presets: ["recommended"],
	summary: "The baseline holds a finding that is gone.",
	why: "Flux does not read it. Left alone, the entry would hide the same mistake when somebody makes it again.",
	docs: [],
	since: "0.1.0",
	*check({ stale }) {
		for (const { rule, subject, document, range } of stale) yield {
			at: {
				document,
				path: [],
				part: "value",
				range
			},
			message: `The finding of \`${rule}\` on ${subject} is gone.`,
			help: "Run `sluice check --update-baseline`."
		};
	}
});
//#endregion
//#region rules/suppressions/comment-place.ts
/** A comment as a place that a finding can be at; undefined in a file that holds nothing but comments. */
function commentPlace(workspace, { comment }) {
	const { path, range } = comment;
	const documents = workspace.file(path)?.documents ?? [];
	const document = documents.find((one) => range.start.line <= one.range.end.line) ?? documents.at(-1);
	return document && {
		document,
		path: [],
		part: "value",
		range
	};
}
//#endregion
//#region rules/suppressions/ignore-expired.ts
const ignoreExpired = defineReportRule({
	id: "ignore-expired",
	category: "suppressions",
	scope: "report",
	severity: "warning",
	presets: ["recommended"],
	summary: "The last day of a `sluice: ignore` comment has passed.",
	why: "Flux does not read it. The comment counts no longer: what it has hidden until then is reported again.",
	docs: [],
	since: "0.1.0",
	*check({ workspace, ignores }) {
		for (const ignore of ignores.filter(({ expired }) => expired)) {
			const at = commentPlace(workspace, ignore);
			if (!at) continue;
			yield {
				at,
				message: `This comment has not counted since ${ignore.comment.until} passed.`,
				help: "Repair what it has hidden and remove it, or give it a later day."
			};
		}
	}
});
//#endregion
//#region rules/suppressions/ignore-unknown-rule.ts
const annotation = [
	"metadata",
	"annotations",
	"sluice.dev/ignore"
];
const ignoreUnknownRule = defineReportRule({
	id: "ignore-unknown-rule",
	category: "suppressions",
	scope: "report",
	severity: "warning",
	presets: ["recommended"],
	summary: "A `sluice: ignore` comment or annotation names a rule that does not exist.",
	why: "Flux does not read it. It silences nothing: the name is misspelt, or the rule has another name now.",
	docs: [],
	since: "0.1.0",
	*check({ workspace, ignores, names }) {
		for (const ignore of ignores) {
			const at = commentPlace(workspace, ignore);
			if (at) yield* unknownNames(ignore.comment.rules, names, at);
		}
		for (const resource of writtenObjects(workspace)) {
			const listed = stringAt(resource.manifest, annotation);
			if (listed === void 0) continue;
			yield* unknownNames(listed.split(",").map((name) => name.trim()), names, resource.at(annotation, "value"));
		}
	}
});
function* unknownNames(rules, names, at) {
	for (const name of rules.filter((one) => one !== "*" && !names.has(one))) {
		const nearest = nearestName(name, names);
		yield {
			at,
			message: name === "" ? "No rule is named here." : `There is no rule \`${name}\`.`,
			help: nearest === void 0 ? "`sluice rules` lists their names." : `Did you mean \`${nearest}\`?`
		};
	}
}
/** What a chart says of its own objects, nobody can change here. */
function writtenObjects({ clusters, unreached }) {
	return [...clusters.flatMap(({ resources }) => resources), ...unreached].filter(isWritten$1);
}
//#endregion
//#region rules/suppressions/ignore-unused.ts
const ignoreUnused = defineReportRule({
	id: "ignore-unused",
	category: "suppressions",
	scope: "report",
	severity: "info",
	presets: ["recommended"],
	summary: "A `sluice: ignore` comment silences nothing.",
	why: "Flux does not read it. What it was written for is gone, or is found in another line: left alone, it will hide the next mistake.",
	docs: [],
	since: "0.1.0",
	*check({ workspace, ignores, names, hasRun }) {
		const unproven = renderRules(workspace);
		for (const ignore of ignores.filter(({ expired }) => !expired)) {
			const at = commentPlace(workspace, ignore);
			const unused = unusedNames(ignore).filter((name) => (name === "*" || names.has(name)) && hasRun(name) && !unproven.has(name));
			if (!at || unused.length === 0) continue;
			const isAll = unused.length === ignore.comment.rules.length;
			const listed = unused.map((name) => `\`${name}\``).join(" and ");
			yield {
				at,
				message: unused.length === 1 && unused[0] === "*" ? "There is nothing to ignore here." : `There is no finding of ${listed} here to ignore.`,
				help: isAll ? "Remove the comment." : `Remove ${listed} from the comment.`
			};
		}
	}
});
function unusedNames({ comment, used }) {
	return comment.rules.filter((name) => !used.has(name));
}
/** What the rules about rendered charts would find is not known while a chart cannot be had. */
function renderRules({ clusters }) {
	const isWhole = clusters.every(({ releases }) => releases.every(({ status }) => status !== "skipped"));
	return new Set(isWhole ? [] : [
		"hr-render-failed",
		"hr-values-schema",
		"rendered-schema-violation",
		"helm",
		"api",
		"*"
	]);
}
//#endregion
//#region rules/tenancy/cross-namespace-ref.ts
/** The relations that `--no-cross-namespace-refs` blocks; `dependsOn` is not among them. */
const blocked = new Set([
	"sourceRef",
	"chartRef",
	"artifactSource",
	"eventSource",
	"receiverResource",
	"imageRepositoryRef"
]);
function advise({ relation, from, target }) {
	const move = `move ${describe(from.id)} to \`${target.namespace ?? ""}\``;
	if (relation === "eventSource" || relation === "receiverResource") return `Remove the entry, or ${move}.`;
	return `Define the ${target.kind} in namespace \`${from.id.namespace ?? ""}\` too and refer to that one, or ${move}.`;
}
const crossNamespaceRef = defineClusterRule({
	id: "cross-namespace-ref",
	category: "tenancy",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A reference leads to another namespace though the controllers forbid it.",
	why: "With `--no-cross-namespace-refs` Flux reports AccessDenied and stops: `cross-namespace references have been blocked`.",
	docs: ["https://fluxcd.io/flux/installation/configuration/multitenancy/"],
	since: "0.1.0",
	options: { always: {
		type: "boolean",
		default: false,
		description: "Report such references as information where nothing forbids them."
	} },
	*check({ cluster, options }) {
		const { lockdown } = cluster;
		if (!lockdown && !options.always) return;
		for (const reference of cluster.graph.references) {
			const { relation, from, target, path, optional } = reference;
			const namespace = target.namespace;
			if (optional || !blocked.has(relation) || namespace === void 0) continue;
			if (from.id.namespace === void 0 || namespace === from.id.namespace) continue;
			yield {
				at: from.at([...path.slice(0, -1), "namespace"]),
				message: lockdown ? `${describe(from.id)} refers to ${describe(target)}, but the controllers run with \`--no-cross-namespace-refs\`.` : `${describe(from.id)} refers to ${describe(target)} in another namespace.`,
				help: advise(reference),
				...lockdown ? { related: [{
					at: lockdown.at,
					message: "cross-namespace references are forbidden here"
				}] } : { severity: "info" }
			};
		}
	}
});
//#endregion
//#region rules/yaml/non-kubernetes-yaml-in-path.ts
const nonKubernetesYamlInPath = defineClusterRule({
	id: "non-kubernetes-yaml-in-path",
	category: "yaml",
	scope: "cluster",
	severity: "error",
	presets: ["recommended"],
	summary: "A folder that Flux builds as a whole holds YAML that is no Kubernetes object.",
	why: "Flux takes every YAML file below a path without kustomization.yaml for a manifest: it reports BuildFailed with `failed to decode Kubernetes YAML` and applies nothing.",
	docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#generating-a-kustomizationyaml-file"],
	since: "0.1.0",
	*check({ workspace, cluster }) {
		for (const build of cluster.builds) {
			const closure = build.failure?.step === "generate" ? closureOf(workspace, build) : void 0;
			if (!closure?.generated) continue;
			const folder = folderName(closure.folder);
			for (const { path, at, lack, isNameless } of foreignDocuments(closure, workspace)) yield {
				at,
				message: `\`${path}\` has a document with ${lack}, and ${describe(build.kustomization.id)} builds every YAML file of ${folder}.`,
				help: `${isNameless ? "Give it a `metadata.name`, or add" : "Add"} a \`kustomization.yaml\` to ${folder} that names the manifests, or move the file, or list it in \`.sourceignore\`.`,
				related: [{
					at: build.kustomization.at(["spec", "path"]),
					message: "this folder has no kustomization file"
				}]
			};
		}
	}
});
//#endregion
//#region rules/yaml/symlink-in-path.ts
const advice = "Replace the link by a copy, or name what it leads to in a kustomization file: `../base` may lie outside the folder.";
/** The links that the path of a Kustomization leads through, or that Flux would pick up below it if they were files. */
function* linksOf(workspace, build) {
	const { kustomization } = build;
	const at = kustomization.at(["spec", "path"]);
	const name = describe(kustomization.id);
	const link = linkOnTheWay(workspace, pathInRepository(build));
	if (link !== void 0 && build.failure?.step === "path") {
		yield {
			at,
			message: `${name} builds \`${build.path}\`, but \`${link}\` is a symbolic link, which Flux drops.`,
			help: "Set `spec.path` to the folder that the link leads to."
		};
		return;
	}
	const closure = closureOf(workspace, build);
	if (!closure?.generated) return;
	for (const path of workspace.links) {
		if (!isInside(path, closure.folder) || !/\.ya?ml$/u.test(path)) continue;
		if (closure.pickedFolders.some((folder) => isInside(path, folder))) continue;
		yield {
			at,
			message: `${name} does not apply \`${path}\`: it is a symbolic link, which Flux drops.`,
			help: advice
		};
	}
}
const symlinkInPath = defineFileRule({
	id: "symlink-in-path",
	category: "yaml",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "What Flux is to build lies behind a symbolic link.",
	why: "Flux leaves symbolic links out of every artifact: the build fails with `no such file or directory` or `kustomization path not found` in the cluster, though it works on disk; a linked manifest is left out without a word.",
	docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#artifact"],
	since: "0.1.0",
	*check({ workspace }) {
		if (workspace.links.length === 0) return;
		const reading = readingOf(workspace);
		for (const file of workspace.kustomizationFiles) {
			if (["set-aside", "fine"].includes(reading(file.path))) continue;
			for (const { entry, link } of linkedEntries(file, workspace)) yield {
				at: {
					document: file.document,
					path: entry.path,
					part: "value"
				},
				message: `\`${file.path}\` names \`${entry.text}\`, but \`${link}\` is a symbolic link, which Flux drops.`,
				help: advice,
				...reading(file.path) === "unread" ? { severity: "warning" } : {}
			};
		}
		const builds = workspace.clusters.flatMap((cluster) => cluster.builds);
		for (const build of builds) yield* linksOf(workspace, build);
	}
});
//#endregion
//#region rules/yaml/yaml-duplicate-key.ts
const yamlDuplicateKey = defineFileRule({
	id: "yaml-duplicate-key",
	category: "yaml",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A mapping has the same key twice.",
	why: "kustomize refuses a manifest with `mapping key … already defined`; in kustomization files, patches and values one of the two is dropped in silence.",
	docs: ["https://yaml.org/spec/1.2.2/#3213-node-comparison"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		for (const file of workspace.files) {
			const effect = effectOf(file, reading(file.source.path));
			if (effect) for (const document of file.documents) yield* report(document, effect);
		}
		for (const document of valuesOf(workspace)) yield* report(document, {
			severity: "error",
			text: "Helm values keep the last one"
		});
	}
});
/** Kustomization files are read through JSON, where the last key wins; patches are merged key by key, the first one first. */
function effectOf({ role }, reading) {
	if (reading === "set-aside") return void 0;
	const severity = reading === "unread" ? "warning" : "error";
	if (role === "kustomization" || role === "component") return {
		severity,
		text: "kustomize keeps the last one"
	};
	if (role === "patch") return {
		severity,
		text: "kustomize keeps the first one"
	};
	if (role !== "manifest" || reading === "fine") return void 0;
	return {
		severity,
		text: "kustomize refuses the file"
	};
}
/** YAML that HelmReleases take values from: in ConfigMaps, Secrets and the files of generators. */
function valuesOf(workspace) {
	const manifests = new Set(workspace.files.filter(({ role }) => role !== "values").flatMap(({ documents }) => documents));
	const chains = workspace.clusters.flatMap(({ releases }) => releases.flatMap(({ valuesChain }) => valuesChain));
	return new Set(chains.map(({ document }) => document).filter((document) => !manifests.has(document)));
}
function* report(document, { severity, text }) {
	for (const { key, range, first } of document.repeatedKeys) yield {
		at: {
			document,
			path: [],
			part: "key",
			range
		},
		message: `The key \`${key}\` is here twice in one mapping: ${text}.`,
		severity,
		help: `Remove one \`${key}\`, or merge the two.`,
		related: [{
			at: {
				document,
				path: [],
				part: "key",
				range: first
			},
			message: "the first one"
		}]
	};
}
//#endregion
//#region rules/yaml/yaml-parse-error.ts
const yamlParseError = defineFileRule({
	id: "yaml-parse-error",
	category: "yaml",
	scope: "file",
	severity: "error",
	presets: ["recommended"],
	summary: "A manifest, patch or kustomization file is not YAML.",
	why: "Flux reports BuildFailed with `MalformedYAMLError` and applies nothing of any Kustomization that reads the file.",
	docs: ["https://yaml.org/spec/1.2.2/"],
	since: "0.1.0",
	*check({ workspace }) {
		const reading = readingOf(workspace);
		for (const file of workspace.files) {
			const severity = severityOf(file, reading(file.source.path));
			if (!severity) continue;
			for (const document of file.documents) for (const { range, message } of document.syntaxErrors) yield {
				at: {
					document,
					path: [],
					part: "value",
					range
				},
				message: `The YAML cannot be read: ${message}.`,
				severity,
				help: "Correct the line. A file that is no manifest belongs outside the folders that Flux builds, or into `.sourceignore`."
			};
		}
	}
});
/** kustomize puts the files of its generators into objects without reading them. */
function severityOf(file, reading) {
	const severity = stoppingSeverity(reading);
	return (severity === "error" ? file.role !== "values" : isForFlux(file)) ? severity : void 0;
}
/** A file that no cluster reads is only worth a word when it is plainly meant for one. */
function isForFlux({ role, source }) {
	if (role === "kustomization" || role === "component" || role === "patch") return true;
	if (role !== "manifest" && role !== "other") return false;
	return /^apiVersion:/mu.test(source.text) && /^kind:/mu.test(source.text) && !source.text.includes("{{");
}
//#endregion
//#region rules/index.ts
/** Every built-in rule, by id. */
const rules = [
	alertProviderMissing,
	alertSourceNamespace,
	apiVersionDeprecated,
	apiVersionRemoved,
	baselineStale,
	celViolation,
	componentNotInstalled,
	crossNamespaceRef,
	durationInvalid,
	fieldRemoved,
	fieldTooNew,
	fluxSystemNotIncluded,
	flux1Object,
	gitScpUrl,
	gitSshNoSecret,
	helmrepoOciIgnoredField,
	helmrepoOciLegacy,
	helmrepoTypeUrlMismatch,
	hrChartExclusive,
	hrChartNotFound,
	hrChartversionStrategyGit,
	hrCreateNamespaceIgnored,
	hrDependsOnCycle,
	hrDependsOnMissing,
	hrDuplicateRelease,
	hrHelmchartNameCollision,
	hrRecreateNoop,
	hrRenderFailed,
	hrSkipCrdsNoop,
	hrSourceMissing,
	hrValuesKeyMissing,
	hrValuesOptionalHides,
	hrValuesRefMissing,
	hrValuesSchema,
	hrValuesWrongNamespace,
	hrVersionInvalid,
	hrVersionMissing,
	hrVersionUnsatisfied,
	ignoreExpired,
	ignoreUnknownRule,
	ignoreUnused,
	kfileBuildFailed,
	kfileComponentAsResource,
	kfileCycle,
	kfileDeprecatedField,
	kfileDuplicate,
	kfileHelmCharts,
	kfileMissingResource,
	kfilePatchNoMatch,
	kfileRemoteBase,
	kfileUnknownField,
	kindGroupMismatch,
	ksAnnotationMisspelt,
	ksCrdOrdering,
	ksDependencyNotGated,
	ksDependsOnCycle,
	ksDependsOnMissing,
	ksPathEmpty,
	ksPathMissing,
	ksPathOverlap,
	ksSourceMissing,
	ksSuspendLeft,
	ksUnreachable,
	labelNotString,
	markerMalformed,
	markerUnknownPolicy,
	markerWrongNamespace,
	missingSpec,
	nameInvalid,
	namespaceMissing,
	namespaceNotCreated,
	nestedApiVersionRemoved,
	nonKubernetesYamlInPath,
	ociUrlHasTag,
	renderedSchemaViolation,
	schemaViolation,
	secretPlaintext,
	secretRefMissing,
	sopsNoDecryption,
	substForeignExpression,
	substNoPostbuild,
	substSourceMissing,
	substSyntax,
	substTypeAmbiguous,
	substUndefinedVariable,
	substUnsupportedOperator,
	substVarNameInvalid,
	symlinkInPath,
	transientAnnotation,
	unknownField,
	yamlDuplicateKey,
	yamlParseError
];
//#endregion
//#region src/report/pretty/text-width.ts
/** First and last code points of characters that take two columns (East Asian wide and emoji). */
const wide = [
	[4352, 4447],
	[8986, 8987],
	[9193, 9196],
	[9725, 9726],
	[9748, 9749],
	[9800, 9811],
	[9898, 9899],
	[9917, 9918],
	[9989, 9989],
	[9994, 9995],
	[10024, 10024],
	[10060, 10060],
	[10067, 10069],
	[10133, 10135],
	[11035, 11036],
	[11904, 12350],
	[12353, 13311],
	[13312, 19903],
	[19968, 42191],
	[43360, 43391],
	[44032, 55203],
	[63744, 64255],
	[65072, 65135],
	[65281, 65376],
	[65504, 65510],
	[126980, 126980],
	[127183, 127183],
	[127374, 127374],
	[127377, 127386],
	[127488, 127776],
	[127789, 128591],
	[128640, 128767],
	[129280, 129535],
	[129648, 129791],
	[131072, 262141]
];
const plainText = /^[\u0020-\u007e]*$/u;
const noWidth = /^\p{M}$/u;
/** How many columns of a terminal `text` takes; it holds no control characters. */
function textWidth(text) {
	if (plainText.test(text)) return text.length;
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
function characterWidth(character) {
	const code = character.codePointAt(0) ?? 0;
	if (code < 768) return 1;
	if (noWidth.test(character)) return 0;
	return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
/** The longest start of `text` that fits into `width` columns. */
function fitStart(text, width) {
	if (plainText.test(text)) return text.slice(0, Math.max(0, width));
	let used = 0;
	let result = "";
	for (const character of text) {
		used += characterWidth(character);
		if (used > width) return result;
		result += character;
	}
	return result;
}
/** The longest end of `text` that fits into `width` columns. */
function fitEnd(text, width) {
	if (plainText.test(text)) return width <= 0 ? "" : text.slice(-width);
	const characters = [...text];
	let used = 0;
	let first = characters.length;
	while (first > 0) {
		used += characterWidth(characters[first - 1] ?? "");
		if (used > width) break;
		first -= 1;
	}
	return characters.slice(first).join("");
}
/** Breaks `text` at spaces into lines of at most `width` columns; a longer word has a line of its own. */
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && textWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
//#endregion
export { kinds$1 as _, rules as a, fluxVersions as c, groupOf as d, isKind as f, fluxGroups$3 as g, versionOf as h, wrap as i, knownMinors as l, resourceKey as m, fitStart as n, compilePattern as o, qualifiedName as p, textWidth as r, RE2JS as s, fitEnd as t, describe as u };
