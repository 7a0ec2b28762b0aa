import { t as visible } from "./visible-text.js";
import { n as guardedLog } from "./workflow-command.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { t as cutText } from "./cut-text.js";
import { n as grouped, t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { n as kinds } from "./kinds.js";
import { a as resourceKey, r as isKind, t as describe } from "./resource.js";
import { n as schemaUrl } from "./links.js";
import { n as markdownMessage, r as markdownText, t as markdownCode } from "./markdown-text.js";
import { n as nearestName } from "./nearest-name.js";
import { a as isList, c as stringAt, i as formatFieldPath, l as valueAt, o as isObject, r as emptyObject, s as listAt } from "./base64.js";
import { t as writeYaml } from "./write-yaml.js";
import { n as locate } from "./locate2.js";
import { t as compareText } from "./merge-findings.js";
import { i as holdsStandIn, t as buildWorkspace } from "./lint.js";
import { t as writeAtomically } from "./atomic-write.js";
import { t as findRoot } from "./root.js";
import { t as beforeFirstCommit } from "./changes.js";
import { c as commonCommit, i as withTree, l as indexTree, s as commitTree } from "./shard.js";
import { r as structuredPatch } from "./libesm.js";
import { t as cacheFolder } from "./cache-dir.js";
import { t as exitCodes } from "./failure.js";
import { n as maskKey, t as createSecretMask } from "./secrets.js";
import { m as parseLock } from "./node-host.js";
import { i as withSession, t as lockName } from "./session.js";
import { i as wrap, n as fitStart, r as textWidth } from "./text-width.js";
import { r as styleCodeLines, t as plainStyle } from "./style.js";
import { r as targetFile } from "./formats.js";
//#region src/diff/applier-states.ts
/** One string for one applier of a cluster. */
function applierKey(applier) {
	return applier ? resourceKey(applier.id, applier.server) : "";
}
/** The Kustomizations and HelmReleases of a cluster by their key. */
function applierStates(cluster) {
	const states = [...(cluster?.builds ?? []).map((build) => stateOf(build.kustomization, build)), ...(cluster?.releases ?? []).map((build) => stateOf(build.release, build))];
	return new Map(states.map((state) => [applierKey(state.applier), state]));
}
function stateOf(applier, build) {
	const { status, reason } = build;
	if (status === "skipped") return {
		applier,
		known: "nothing",
		reason: reason ?? "the reason is not known"
	};
	if (status === "failed") return {
		applier,
		known: "nothing",
		reason: failureOf(build),
		failed: true
	};
	return reason === void 0 ? {
		applier,
		known: "all"
	} : {
		applier,
		known: "part",
		reason
	};
}
function failureOf(build) {
	const message = ("chartProblem" in build ? build.chartProblem?.message : void 0) ?? build.failure?.message ?? "the reason is not known";
	return `it ${"release" in build ? "does not render" : "does not build"}, and Flux applies nothing of it: ${message}`;
}
/** Whether a side does not know what an applier applies: it cannot be built, or what applies the applier itself cannot. */
function isUnknown(key, { before, after }, seen = /* @__PURE__ */ new Set()) {
	if (key === "" || seen.has(key)) return false;
	const states = [before.get(key), after.get(key)].filter((state) => state !== void 0);
	const passed = new Set([...seen, key]);
	return states.some(({ known, applier }) => known === "nothing" || isUnknown(applierKey(applier.owner), {
		before,
		after
	}, passed));
}
/** Whether what one side lacks may be in what it could not build: the other side has not left out the same. */
function mayLack(key, lacking, other) {
	const state = lacking.get(key);
	return state?.known === "part" && state.reason !== other.get(key)?.reason;
}
/** Whether Flux leaves an applier alone until it is resumed. */
function isSuspended({ manifest }) {
	return valueAt(manifest, ["spec", "suspend"]) === true;
}
/** Whether an object is a HelmRelease, whose objects Helm deletes; else a Kustomization. */
function isRelease({ id }) {
	return isKind(id, kinds.HelmRelease);
}
/** `Kustomization flux-system/apps`, for sentences. */
function nameOf$1({ id }) {
	return describe(id);
}
//#endregion
//#region src/diff/flux-metadata.ts
/**
* What a label or an annotation of `kustomize.toolkit.fluxcd.io` says to kustomize-controller; it reads both, in any case
* (`flux-semantics.md` 5.6).
*/
function saysToFlux({ manifest }, key, value) {
	return ["labels", "annotations"].some((map) => stringAt(manifest, [
		"metadata",
		map,
		`kustomize.toolkit.fluxcd.io/${key}`
	])?.toLowerCase() === value.toLowerCase());
}
/** `helm.sh/resource-policy: keep`: Helm deletes such an object neither by an upgrade nor by an uninstall. */
function isKeptByHelm({ manifest }) {
	return stringAt(manifest, [
		"metadata",
		"annotations",
		"helm.sh/resource-policy"
	])?.trim().toLowerCase() === "keep";
}
/** A hook of Helm: made when an action runs, and no part of the release. */
function isHook({ manifest }) {
	return stringAt(manifest, [
		"metadata",
		"annotations",
		"helm.sh/hook"
	]) !== void 0;
}
/** A definition in the folder `crds/` of a chart: Helm neither deletes it, nor, by itself, changes it. */
function isChartDefinition({ origin, id }) {
	if (origin.via !== "helm" || id.kind !== "CustomResourceDefinition") return false;
	return /(?:^|\/)crds\//u.test(origin.template) && !origin.template.includes("/templates/");
}
//#endregion
//#region src/diff/removal.ts
/**
* Follows Flux (`flux-semantics.md` 2.5 and 5.6): a Kustomization deletes what it applies no more only with `prune`, and
* what it has applied when it is itself deleted by its `deletionPolicy`; a HelmRelease deletes what its chart renders no
* more, and all of it when it is deleted; a suspended one leaves everything.
*/
function removalOf(resource, world) {
	const { owner } = resource;
	if (!owner) return { fate: "unknown" };
	if (isUnknown(applierKey(owner), world.knowledge)) return { fate: "unknown" };
	const own = keptBy(resource, owner);
	if (own !== void 0) return left(own);
	const applier = world.now(owner);
	if (applier) return prunedBy(applier);
	const removal = removalOf(owner, world);
	if (removal.fate === "left") return left(`${describe(owner.id)} stays in the cluster, and so does what it has applied`);
	return removal.fate === "deleted" ? deletedWith(owner) : removal;
}
/** What an object says itself; Flux reads it from the cluster, which has it as it was before. */
function keptBy(resource, owner) {
	if (isRelease(owner)) {
		if (isKeptByHelm(resource)) return "`helm.sh/resource-policy: keep`";
		if (isChartDefinition(resource)) return "Helm deletes no definition of a chart's `crds/`";
		return isHook(resource) ? "it is a hook, and Helm deletes it by its own policy" : void 0;
	}
	if (saysToFlux(resource, "prune", "disabled")) return "`kustomize.toolkit.fluxcd.io/prune: disabled`";
	if (saysToFlux(resource, "reconcile", "disabled")) return "`kustomize.toolkit.fluxcd.io/reconcile: disabled`";
	return saysToFlux(resource, "ssa", "ignore") ? "`kustomize.toolkit.fluxcd.io/ssa: Ignore`" : void 0;
}
function prunedBy(applier) {
	if (isRelease(applier) || valueAt(applier.manifest, ["spec", "prune"]) === true) return { fate: "deleted" };
	return left(`${describe(applier.id)} does not prune`);
}
/** What goes with its applier: helm-controller uninstalls, kustomize-controller runs its finalizer. */
function deletedWith(applier) {
	if (isSuspended(applier)) return left(`${describe(applier.id)} is suspended when it is deleted`);
	if (isRelease(applier)) return { fate: "deleted" };
	const policy = stringAt(applier.manifest, ["spec", "deletionPolicy"]) ?? "MirrorPrune";
	if (policy === "Orphan") return left(`${describe(applier.id)} has \`deletionPolicy: Orphan\``);
	const prunes = valueAt(applier.manifest, ["spec", "prune"]) === true;
	return policy !== "MirrorPrune" || prunes ? { fate: "deleted" } : left(`${describe(applier.id)} does not prune`);
}
function left(why) {
	return {
		fate: "left",
		why
	};
}
//#endregion
//#region src/diff/pod-specs.ts
/** Where objects keep what a Pod is made from, whatever their kind: Pods, workloads, CronJobs, PodTemplates. */
const places = [
	["spec"],
	[
		"spec",
		"template",
		"spec"
	],
	[
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	],
	["template", "spec"]
];
/** What Pods an object makes; custom resources that hold the same fields count too (an Argo Rollout, a Knative Service). */
function podSpecs(manifest) {
	return places.flatMap((path) => {
		const spec = valueAt(manifest, path);
		return isObject(spec) && containersOf({
			path,
			spec
		}).length > 0 ? [{
			path,
			spec
		}] : [];
	});
}
/** The containers of a Pod, ephemeral and init containers too; each has an image. */
function containersOf({ path, spec }) {
	return [
		"initContainers",
		"containers",
		"ephemeralContainers"
	].flatMap((field) => listAt(spec, [field]).flatMap((container, index) => {
		const name = stringAt(container, ["name"]);
		if (!isObject(container) || name === void 0 || stringAt(container, ["image"]) === void 0) return [];
		return [{
			path: [
				...path,
				field,
				index
			],
			key: `${field}/${name}`,
			name,
			container
		}];
	}));
}
//#endregion
//#region src/diff/danger/access.ts
/** What Pods may do to their node from now on, and could not before. */
function nodeAccess({ before, after, action, unapplied }) {
	if (!after || unapplied !== void 0 || action === "left" || action === "deleted") return [];
	const known = new Set(before ? accessOf(before).map(({ key }) => key) : []);
	return accessOf(after).filter(({ key }) => !known.has(key)).map(({ what, at }) => ({
		category: "access",
		message: `${describe(after.id)} ${what}.`,
		at
	}));
}
function accessOf({ manifest }) {
	return podSpecs(manifest).flatMap((pod) => {
		const shared = [
			"hostNetwork",
			"hostPID",
			"hostIPC"
		].filter((field) => pod.spec[field] === true).map((field) => ({
			key: field,
			what: `shares its node's ${spaces[field]} (\`${field}\`)`,
			at: [...pod.path, field]
		}));
		const paths = listAt(pod.spec, ["volumes"]).flatMap((volume, index) => {
			const path = stringAt(volume, ["hostPath", "path"]);
			if (path === void 0) return [];
			const at = [
				...pod.path,
				"volumes",
				index,
				"hostPath"
			];
			return [{
				key: `hostPath ${path}`,
				what: `mounts \`${path}\` of its node (\`hostPath\`)`,
				at
			}];
		});
		return [
			...shared,
			...paths,
			...containersOf(pod).flatMap(containerAccess)
		];
	});
}
const spaces = {
	hostNetwork: "network",
	hostPID: "processes",
	hostIPC: "interprocess communication"
};
/** What the level "baseline" lets a container add. */
const harmless = [...[
	"AUDIT_WRITE",
	"CHOWN",
	"DAC_OVERRIDE",
	"FOWNER",
	"FSETID",
	"KILL",
	"MKNOD"
], ...[
	"NET_BIND_SERVICE",
	"SETFCAP",
	"SETGID",
	"SETPCAP",
	"SETUID",
	"SYS_CHROOT"
]];
function containerAccess({ key, name, container, path }) {
	const context = [...path, "securityContext"];
	const privileged = valueAt(container, ["securityContext", "privileged"]) === true ? [{
		key: `${key} privileged`,
		what: `runs the container \`${name}\` privileged: it may do all that its node may`,
		at: [...context, "privileged"]
	}] : [];
	const added = listAt(container, [
		"securityContext",
		"capabilities",
		"add"
	]).filter((one) => typeof one === "string").filter((one) => !harmless.includes(one.replace(/^CAP_/u, ""))).map((one) => ({
		key: `${key} ${one}`,
		what: `gives the container \`${name}\` the capability \`${one}\``,
		at: [
			...context,
			"capabilities",
			"add"
		]
	}));
	return [...privileged, ...added];
}
//#endregion
//#region src/diff/same-value.ts
/** Whether two values are the same; the order of keys does not count. */
function isSameValue(left, right) {
	if (left === right) return true;
	if (isList(left) && isList(right)) return left.length === right.length && left.every((one, at) => isSameValue(one, right[at]));
	if (!isObject(left) || !isObject(right)) return false;
	const keys = Object.keys(left);
	return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSameValue(left[key], right[key]));
}
//#endregion
//#region src/diff/danger/quantity.ts
const powers = {
	n: 1e-9,
	u: 1e-6,
	m: .001,
	"": 1,
	k: 1e3,
	M: 1e6,
	G: 1e9,
	T: 0xe8d4a51000,
	P: 0x38d7ea4c68000,
	E: 0xde0b6b3a7640000,
	Ki: 2 ** 10,
	Mi: 2 ** 20,
	Gi: 2 ** 30,
	Ti: 2 ** 40,
	Pi: 2 ** 50,
	Ei: 2 ** 60
};
/** The number that a quantity of Kubernetes stands for (`10Gi`, `500m`, `1e3`); undefined for anything else. */
function quantity(value) {
	if (typeof value === "number") return value;
	if (typeof value !== "string") return void 0;
	const [, number, suffix = ""] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([numkMGTPE]|[KMGTPE]i)?$/u.exec(value) ?? [];
	return number === void 0 ? void 0 : Number(number) * (powers[suffix] ?? NaN);
}
//#endregion
//#region src/diff/danger/surely-differs.ts
/** Maps that the API server adds nothing to. */
const plainMaps = [
	"labels",
	"annotations",
	"matchLabels",
	"nodeSelector",
	"data",
	"parameters"
];
/** Fields that the API server fills from others. */
const filled = [
	"resources",
	"requests",
	"status",
	"securityContext"
];
/**
* Whether two values differ for the API server too. A manifest need not have what is a default, so that a field that only
* one side has proves something only where no default has such a form: for maps of people's own keys, lists and objects.
*/
function surelyDiffers(before, after, key = "") {
	if (isList(before) && isList(after)) return before.length !== after.length || before.some((value, index) => surelyDiffers(value, after[index], key));
	if (isObject(before) && isObject(after)) return objectsDiffer(before, after, key);
	if (isMissing(before) || isMissing(after)) return provesMuch(before ?? after, key);
	if (isList(before) || isList(after) || isObject(before) || isObject(after)) return true;
	return String(before) !== String(after) && !isSameQuantity(before, after);
}
function objectsDiffer(before, after, key) {
	const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
	const isPlain = plainMaps.includes(key);
	return [...keys].some((name) => {
		const [first, second] = [before[name], after[name]];
		return isPlain ? first !== second : surelyDiffers(first, second, name);
	});
}
function isMissing(value) {
	return value === void 0 || value === null;
}
function provesMuch(value, key) {
	if (filled.includes(key)) return false;
	return isList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}
function isSameQuantity(before, after) {
	const first = quantity(before);
	return first !== void 0 && first === quantity(after);
}
//#endregion
//#region src/diff/danger/immutable-rows.ts
/** A field with the default that the API server gives it, where it gives one. */
function field(path, byDefault) {
	return {
		path,
		differs: (before, after) => !isSameValue(valueAt(before, path) ?? byDefault, valueAt(after, path) ?? byDefault)
	};
}
/** A field of which parts have defaults. */
function structure(path) {
	const key = String(path.at(-1));
	return {
		path,
		differs: (before, after) => surelyDiffers(valueAt(before, path), valueAt(after, path), key)
	};
}
/** A field that something else may have filled where the manifest does not have it. */
function set(path) {
	return {
		path,
		differs: (before, after) => {
			const [first, second] = [valueAt(before, path), valueAt(after, path)];
			return first !== void 0 && second !== void 0 && !isSameValue(first, second);
		}
	};
}
function only(one, when) {
	return {
		path: one.path,
		differs: (before, after) => when(before, after) && one.differs(before, after)
	};
}
const isRunning = (before) => valueAt(before, ["spec", "suspend"]) !== true;
const isFrozen = (before) => before.immutable === true;
const isPlainJob = (before) => stringAt(before, ["spec", "completionMode"]) !== "Indexed";
const hasAddress = (...manifests) => manifests.every((manifest) => stringAt(manifest, ["spec", "type"]) !== "ExternalName");
const selector = field(["spec", "selector"]);
/** An address that is not given is one that the cluster has chosen: `None` is never one of these. */
const clusterIp = {
	path: ["spec", "clusterIP"],
	differs: (before, after) => {
		const [first, second] = [before, after].map((one) => stringAt(one, ["spec", "clusterIP"]));
		return second !== void 0 && second !== "" && first !== second && (!!first || second === "None");
	}
};
/** The storage class may be given later, never changed; what the class is by default, the manifest does not say. */
const storageClass = {
	path: ["spec", "storageClassName"],
	differs: (before, after) => {
		const first = valueAt(before, ["spec", "storageClassName"]);
		return first !== void 0 && first !== valueAt(after, ["spec", "storageClassName"]);
	}
};
const volumeFields = [...[
	"capacity",
	"accessModes",
	"persistentVolumeReclaimPolicy",
	"storageClassName"
], ...[
	"mountOptions",
	"claimRef",
	"volumeMode",
	"nodeAffinity",
	"volumeAttributesClassName"
]];
/** What a volume is: all of the spec that is no setting of it. */
const volumeSource = {
	path: ["spec"],
	differs: (before, after) => surelyDiffers(volumeSourceOf(before), volumeSourceOf(after))
};
function volumeSourceOf(manifest) {
	const spec = valueAt(manifest, ["spec"]);
	const entries = isObject(spec) ? Object.entries(spec) : [];
	return Object.fromEntries(entries.filter(([key]) => !volumeFields.includes(key)));
}
/** The version in which objects are stored has to stay in the list, since the status of the definition names it. */
const storedVersion = {
	path: ["spec", "versions"],
	differs: (before, after) => {
		const name = stringAt(listAt(before, ["spec", "versions"]).find((one) => valueAt(one, ["storage"]) === true), ["name"]);
		return name !== void 0 && !listAt(after, ["spec", "versions"]).some((one) => stringAt(one, ["name"]) === name);
	}
};
/**
* Fields that Kubernetes refuses to change, after its own validation of updates: `ValidateDeploymentUpdate`,
* `ValidateStatefulSetUpdate` ("updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',
* 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"),
* `ValidateDaemonSetUpdate`, `ValidateReplicaSetUpdate` (pkg/apis/apps/validation and pkg/registry/apps),
* `ValidateJobUpdate` (pkg/apis/batch/validation; a suspended Job may change where it runs), `ValidateServiceUpdate`,
* `ValidatePersistentVolumeClaimUpdate`, `ValidatePersistentVolumeUpdate`, `ValidateSecretUpdate`,
* `ValidateConfigMapUpdate` (pkg/apis/core/validation), `ValidateRoleBindingUpdate` (pkg/apis/rbac/validation),
* `ValidateStorageClassUpdate` (pkg/apis/storage/validation), `ValidatePriorityClassUpdate`, `ValidateIngressClassUpdate`,
* `ValidateRuntimeClassUpdate`, and `ValidateCustomResourceDefinitionUpdate` (apiextensions-apiserver).
*/
const immutableFields = {
	"apps/Deployment": [selector],
	"apps/ReplicaSet": [selector],
	"apps/DaemonSet": [selector],
	"apps/StatefulSet": [
		selector,
		field(["spec", "serviceName"], ""),
		field(["spec", "podManagementPolicy"], "OrderedReady"),
		structure(["spec", "volumeClaimTemplates"])
	],
	"batch/Job": [
		only(structure(["spec", "template"]), isRunning),
		set(["spec", "selector"]),
		field(["spec", "completionMode"], "NonIndexed"),
		only(set(["spec", "completions"]), isPlainJob),
		structure(["spec", "podFailurePolicy"]),
		field(["spec", "backoffLimitPerIndex"]),
		field(["spec", "managedBy"])
	],
	"/Service": [only(clusterIp, hasAddress)],
	"/PersistentVolumeClaim": [
		field(["spec", "accessModes"]),
		field(["spec", "volumeMode"], "Filesystem"),
		field(["spec", "selector"]),
		structure(["spec", "dataSource"]),
		structure(["spec", "dataSourceRef"]),
		set(["spec", "volumeName"]),
		storageClass
	],
	"/PersistentVolume": [
		volumeSource,
		field(["spec", "volumeMode"], "Filesystem"),
		set(["spec", "nodeAffinity"])
	],
	"/Secret": [field(["type"], "Opaque"), ...[
		["data"],
		["stringData"],
		["immutable"]
	].map((path) => only(field(path), isFrozen))],
	"/ConfigMap": [
		["data"],
		["binaryData"],
		["immutable"]
	].map((path) => only(field(path), isFrozen)),
	"rbac.authorization.k8s.io/RoleBinding": [field(["roleRef", "kind"]), field(["roleRef", "name"])],
	"rbac.authorization.k8s.io/ClusterRoleBinding": [field(["roleRef", "kind"]), field(["roleRef", "name"])],
	"storage.k8s.io/StorageClass": [
		field(["provisioner"]),
		field(["parameters"], {}),
		field(["reclaimPolicy"], "Delete"),
		field(["volumeBindingMode"], "Immediate")
	],
	"scheduling.k8s.io/PriorityClass": [field(["value"], 0), field(["preemptionPolicy"], "PreemptLowerPriority")],
	"networking.k8s.io/IngressClass": [field(["spec", "controller"])],
	"node.k8s.io/RuntimeClass": [field(["handler"])],
	"apiextensions.k8s.io/CustomResourceDefinition": [
		field(["spec", "scope"]),
		field(["spec", "group"]),
		field([
			"spec",
			"names",
			"kind"
		]),
		field([
			"spec",
			"names",
			"plural"
		]),
		storedVersion
	]
};
//#endregion
//#region src/diff/danger/object-pair.ts
/** The change of an object that stays; undefined for one that comes, goes, or to which Flux applies nothing. */
function appliedChange({ before, after, unapplied }) {
	if (!before || !after || unapplied !== void 0) return void 0;
	return {
		before,
		after,
		first: before.manifest,
		second: after.manifest,
		name: describe(after.id)
	};
}
//#endregion
//#region src/diff/danger/immutable-fields.ts
/** Fields that change and that Kubernetes does not let change; nothing rests on a value that nobody could see. */
function immutableChanges(pair) {
	const change = appliedChange(pair);
	if (!change || isHook(change.after)) return [];
	const { before, after, first, second } = change;
	const fields = immutableFields[`${after.id.group}/${after.id.kind}`] ?? [];
	const isSeen = ({ path }) => !before.uncertain && !after.uncertain ? true : ![first, second].some((one) => holdsStandIn(JSON.stringify(valueAt(one, path)) ?? ""));
	return fields.filter((field) => field.differs(first, second) && isSeen(field));
}
/** Says what comes of each: the API server refuses it, or Flux makes the object anew. */
function immutableDangers(pair) {
	const change = appliedChange(pair);
	if (!change) return [];
	return immutableChanges(pair).map(({ path }) => ({
		category: "immutable",
		message: `${change.name} changes \`${formatFieldPath(path)}\`, which cannot be changed: ${outcome(change, pair.forced)}.`,
		at: path
	}));
}
function outcome({ after, second }, forced) {
	if (forced) return "Flux deletes the object and makes it anew (`force`)";
	const until = expires(after.id.kind, second) ? " while the Job of before is still there" : "";
	const { owner } = after;
	if (!owner) return `the API server refuses it${until}`;
	return `the API server refuses it${until}, and ${describe(owner.id)} ${failure(owner)}`;
}
function failure(owner) {
	if (!isRelease(owner)) return "fails";
	return valueAt(owner.manifest, [
		"spec",
		"upgrade",
		"force"
	]) === true ? "fails, or has the object made anew (`upgrade.force`)" : "fails to upgrade";
}
/** A Job that is cleared away when it has ended is made anew then. */
function expires(kind, manifest) {
	return kind === "Job" && (valueAt(manifest, ["spec", "ttlSecondsAfterFinished"]) !== void 0 || stringAt(manifest, ["metadata", "generateName"]) !== void 0);
}
//#endregion
//#region src/diff/danger/data-loss.ts
/** What is lost when such an object is deleted; undefined where nothing is lost that Flux does not make anew. */
function lossOf({ id, manifest }) {
	switch (`${id.group}/${id.kind}`) {
		case "/PersistentVolumeClaim": return "and with it what its volume holds, unless the volume is kept (`Retain`)";
		case "/PersistentVolume": return "and whoever uses the volume loses it";
		case "/Namespace": return "and with it all that is in it";
		case "apiextensions.k8s.io/CustomResourceDefinition": return `and with it every ${stringAt(manifest, [
			"spec",
			"names",
			"kind"
		]) ?? "object of its kind"} of the cluster`;
		case "apps/StatefulSet": return retention(manifest, "whenDeleted") === "Delete" ? "and with it the claims of its Pods and what they hold (`whenDeleted: Delete`)" : void 0;
		default: return;
	}
}
/** Data that goes with an object, with a change of it, or while it is made anew. */
function dataLosses(pair) {
	const { before, after, action } = pair;
	const loss = before && lossOf(before);
	if (before && loss !== void 0 && action === "deleted") return [{
		category: "data-loss",
		message: `${describe(before.id)} is deleted, ${loss}.`
	}];
	const found = [];
	if (before && after && loss !== void 0 && pair.mayBePruned && before.owner && after.owner) {
		const message = `${describe(before.id)} moves from ${nameOf$1(before.owner)} to ${nameOf$1(after.owner)}: where the former is first, it is deleted, ${loss}.`;
		found.push({
			category: "data-loss",
			message
		});
	}
	if (before && loss !== void 0 && pair.forced && immutableChanges(pair).length > 0) found.push({
		category: "data-loss",
		message: `${describe(before.id)} is deleted and made anew, ${loss}.`
	});
	const change = appliedChange(pair);
	return change ? [...found, ...changesThatLose(change, pair.forced)] : found;
}
function changesThatLose(change, forced) {
	const { group, kind } = change.after.id;
	switch (`${group}/${kind}`) {
		case "/PersistentVolumeClaim": return shrunk(change, forced);
		case "/PersistentVolume": return becomesDelete(change, ["spec", "persistentVolumeReclaimPolicy"], "when its claim is deleted, so is the volume with what it holds");
		case "storage.k8s.io/StorageClass": return forced ? becomesDelete(change, ["reclaimPolicy"], "volumes that it makes from now on are deleted with their claims") : [];
		case "snapshot.storage.k8s.io/VolumeSnapshotClass": return becomesDelete(change, ["deletionPolicy"], "snapshots that it makes from now on are deleted with their objects");
		case "snapshot.storage.k8s.io/VolumeSnapshotContent": return becomesDelete(change, ["spec", "deletionPolicy"], "the snapshot is deleted with its object");
		case "apps/StatefulSet": return claimsGo(change);
		default: return [];
	}
}
/** Before the default of a field is known the API server's own is: of a volume that a person has written it is `Retain`. */
function becomesDelete({ first, second, name }, at, what) {
	if (stringAt(first, at) === "Delete" || stringAt(second, at) !== "Delete") return [];
	if (at.at(-1) === "reclaimPolicy" && stringAt(first, at) === void 0) return [];
	return [{
		category: "data-loss",
		message: `${name} gets \`${at.at(-1)}: Delete\`: ${what}.`,
		at
	}];
}
function shrunk({ first, second, name }, forced) {
	const at = [
		"spec",
		"resources",
		"requests",
		"storage"
	];
	const sizes = [valueAt(first, at), valueAt(second, at)];
	const [before, after] = sizes.map(quantity);
	if (before === void 0 || after === void 0 || after >= before) return [];
	const outcome = forced ? "no volume shrinks, so that Flux deletes the claim with what it holds and makes it anew (`force`)" : "no volume shrinks, and the API server refuses it";
	return [{
		category: "data-loss",
		message: `${name} asks for less storage, ${String(sizes[1])} instead of ${String(sizes[0])}: ${outcome}.`,
		at
	}];
}
function claimsGo({ first, second, name }) {
	const at = ["spec", "persistentVolumeClaimRetentionPolicy"];
	const become = ["whenDeleted", "whenScaled"].filter((when) => retention(second, when) === "Delete" && retention(first, when) !== "Delete").map((when) => {
		return {
			category: "data-loss",
			message: `${name} gets \`${when}: Delete\`: when ${when === "whenDeleted" ? "it is deleted" : "it is scaled down"}, the claims of its Pods go with what they hold.`,
			at: [...at, when]
		};
	});
	const [before, after] = [first, second].map((one) => quantity(valueAt(one, ["spec", "replicas"]) ?? 1));
	if (!(before !== void 0 && after !== void 0 && after < before) || retention(second, "whenScaled") !== "Delete") return become;
	const message = `${name} is scaled down from ${before} to ${after}, and the claims of the Pods that go are deleted with what they hold (\`whenScaled: Delete\`).`;
	return [...become, {
		category: "data-loss",
		message,
		at: ["spec", "replicas"]
	}];
}
function retention(manifest, when) {
	return stringAt(manifest, [
		"spec",
		"persistentVolumeClaimRetentionPolicy",
		when
	]);
}
//#endregion
//#region src/diff/danger/rbac-rules.ts
/** A stranger's rules may name thousands of things in each list: no more than these are looked at one by one. */
const maxRights = 5e3;
/**
* Rights of the rules `after` that none of the rules `before` gives, as Kubernetes compares them (`Covers` in
* pkg/registry/rbac/validation): each verb on each resource by itself; `*` covers all.
*/
function addedRights(before, after) {
	const known = rulesOf(before);
	const added = /* @__PURE__ */ new Map();
	let looked = 0;
	for (const rule of rulesOf(after)) for (const ways of waysOf(rule)) {
		looked += 1;
		if (looked > maxRights) return {
			rights: [...added.values()],
			isCut: true
		};
		if (known.some((one) => covers(one, ways))) continue;
		const right = rightOf(ways);
		added.set(JSON.stringify(right), right);
	}
	return {
		rights: [...added.values()],
		isCut: false
	};
}
function rulesOf(manifest) {
	return listAt(manifest, ["rules"]).filter(isObject).map((rule) => ({
		verbs: texts(rule.verbs),
		groups: texts(rule.apiGroups),
		resources: texts(rule.resources),
		names: texts(rule.resourceNames),
		urls: texts(rule.nonResourceURLs)
	}));
}
function texts(value) {
	return new Set(isList(value) ? value.filter((one) => typeof one === "string") : []);
}
/** One after the other: all of them may be more than anybody can hold. */
function* waysOf({ verbs, groups, resources, names, urls }) {
	for (const verb of verbs) {
		for (const url of urls) yield {
			verb,
			url
		};
		for (const group of groups) for (const resource of resources) for (const name of names.size > 0 ? names : [void 0]) yield {
			verb,
			group,
			resource,
			name
		};
	}
}
function rightOf(ways) {
	if ("url" in ways) return {
		verb: ways.verb,
		on: ways.url
	};
	const { verb, group, resource, name } = ways;
	return {
		verb,
		on: group === "" ? resource : `${resource}.${group}`,
		...name !== void 0 && { named: name }
	};
}
function covers(rule, ways) {
	if (!rule.verbs.has(ways.verb) && !rule.verbs.has("*")) return false;
	if ("url" in ways) return [...rule.urls].some((one) => coversUrl(one, ways.url));
	const { group, resource, name } = ways;
	const isGroup = rule.groups.has(group) || rule.groups.has("*");
	const isName = rule.names.size === 0 || name !== void 0 && rule.names.has(name);
	return isGroup && isName && coversResource(rule.resources, resource);
}
/** `*` is all resources, `*` before `/scale` one part of all of them. */
function coversResource(known, resource) {
	if (known.has("*") || known.has(resource)) return true;
	const part = resource.includes("/") ? resource.slice(resource.indexOf("/")) : void 0;
	return part !== void 0 && known.has(`*${part}`);
}
function coversUrl(known, url) {
	return known === "*" || known === url || known.endsWith("*") && url.startsWith(known.slice(0, -1));
}
//#endregion
//#region src/diff/danger/rbac.ts
const group = "rbac.authorization.k8s.io";
const rightsShown = 6;
/** Rights that are given and were not before: rules of a role, a binding, who is bound, and roles that grow by their labels. */
function rbacGrowth({ before, after, action, unapplied }) {
	if (!after || unapplied !== void 0 || action === "left" || action === "deleted") return [];
	if (after.id.group !== group) return [];
	return after.id.kind.endsWith("Binding") ? boundAnew(before, after) : [...grownRole(before, after), ...aggregated(before, after)];
}
function named({ id }, before) {
	const name = id.namespace === void 0 ? id.name : `${id.namespace}/${id.name}`;
	return `${id.kind} ${name}${before ? "" : " is new and"}`;
}
function grownRole(before, after) {
	const { rights, isCut } = addedRights(before?.manifest, after.manifest);
	if (before !== void 0 && isSameValue(before.manifest.rules, after.manifest.rules) || rights.length === 0 && !isCut) return [];
	const rest = isCut ? "what is too much to be told" : "";
	const all = [rights.length === 0 ? "" : tell(rights), rest].filter((part) => part !== "");
	return [{
		category: "rbac",
		message: `${named(after, before)} allows ${before ? "more: " : ""}${all.join("; and ")}${warning(rights)}.`,
		at: ["rules"]
	}];
}
/** `get, list on secrets; * on pods`: what may be done to what, the telling ones first. */
function tell(rights) {
	const sorted = [...groupBy(rights, ({ on, named: name }) => name === void 0 ? on : `${on} ${name}`)].map(([on, [ ...some]]) => ({
		on,
		verbs: some.map(({ verb }) => verb),
		worst: some.some(isTelling)
	})).sort((left, right) => Number(right.worst) - Number(left.worst));
	const shown = sorted.slice(0, rightsShown).map(({ on, verbs }) => `${[...new Set(verbs)].join(", ")} on \`${on}\``);
	const more = sorted.length - shown.length;
	return `${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
/** Rights by which one gets at others: Kubernetes' own list of those to beware of ("RBAC good practices"). */
const powerful = [
	"escalate",
	"bind",
	"impersonate"
];
function isTelling({ verb, on }) {
	return verb === "*" || on.startsWith("*") || powerful.includes(verb) || on === "secrets";
}
function warning(rights) {
	const verbs = powerful.filter((verb) => rights.some((right) => right.verb === verb));
	const words = [...rights.some(({ verb, on }) => verb === "*" || on.startsWith("*")) ? ["a wildcard"] : [], ...verbs.map((verb) => `\`${verb}\``)];
	return words.length === 0 ? "" : ` (${words.join(", ")})`;
}
/** A label by which one of Kubernetes' own roles takes up the rules. */
const aggregation = /^rbac\.authorization\.k8s\.io\/aggregate-to-(.+)$/u;
function aggregated(before, after) {
	const labels = valueAt(after.manifest, ["metadata", "labels"]);
	return Object.entries(isObject(labels) ? labels : {}).flatMap(([key, value]) => {
		const role = value === "true" ? aggregation.exec(key)?.[1] : void 0;
		const isOld = stringAt(before?.manifest, [
			"metadata",
			"labels",
			key
		]) === "true";
		return role === void 0 || isOld ? [] : [role];
	}).map((role) => ({
		category: "rbac",
		message: `${named(after, before)} adds its rules to ClusterRole ${role}: whoever has that role gets them.`,
		at: [
			"metadata",
			"labels",
			`rbac.authorization.k8s.io/aggregate-to-${role}`
		]
	}));
}
function boundAnew(before, after) {
	const role = roleOf(after.manifest);
	const isSameRole = before !== void 0 && roleOf(before.manifest) === role;
	const known = new Set(isSameRole ? subjectsOf(before) : []);
	const added = subjectsOf(after).filter((subject) => !known.has(subject));
	if (added.length === 0) return [];
	const all = stringAt(after.manifest, ["roleRef", "name"]) === "cluster-admin" ? ", who may do anything" : "";
	const scope = after.id.kind === "RoleBinding" ? ` in namespace ${after.id.namespace ?? ""}` : "";
	return [{
		category: "rbac",
		message: `${named(after, before)} gives ${role}${scope} to ${added.slice(0, rightsShown).join(", ")}${added.length > rightsShown ? ` and ${added.length - rightsShown} more` : ""}${all}.`,
		at: isSameRole ? ["subjects"] : ["roleRef"]
	}];
}
function roleOf(manifest) {
	const [kind = "", name = ""] = ["kind", "name"].map((key) => stringAt(manifest, ["roleRef", key]));
	return `${kind} ${name}`;
}
function subjectsOf({ manifest, id }) {
	return listAt(manifest, ["subjects"]).map((subject) => {
		const [kind = "", name = "", space] = [
			"kind",
			"name",
			"namespace"
		].map((key) => stringAt(subject, [key]));
		const place = kind === "ServiceAccount" ? space ?? id.namespace : void 0;
		return place === void 0 ? `${kind} ${name}` : `${kind} ${place}/${name}`;
	});
}
//#endregion
//#region src/diff/danger/releases.ts
/**
* A HelmRelease whose release becomes another one is uninstalled first (`flux-semantics.md` 2.4: storage namespace, name,
* namespace, and the chart's name unless `upgrade.chartNameChangeStrategy` is `InPlaceUpdate`); one that goes, while
* another takes over its release, uninstalls what the other has.
*/
function releaseDangers(pair, sides) {
	const { before, after, action } = pair;
	if (!before || !isRelease(before)) return [];
	const old = releaseOf(sides.before, before);
	if (!old || isSuspended(before)) return [];
	if (action === "deleted") return adopted(old, sides);
	const now = after && releaseOf(sides.after, after);
	const what = now && pair.unapplied === void 0 ? newIdentity(old, now) : void 0;
	if (!what) return [];
	const message = `${describe(before.id)} ${what}: Flux uninstalls the release with ${objectsOf(old)}, and installs a new one.`;
	return [{
		category: "pruned",
		message,
		at: ["spec"]
	}, ...lostWith(old, message)];
}
function releaseOf(cluster, release) {
	const key = applierKey(release);
	return cluster?.releases.find((one) => applierKey(one.release) === key);
}
function newIdentity(before, after) {
	const other = [
		[
			"release",
			before.releaseName,
			after.releaseName
		],
		[
			"namespace",
			before.releaseNamespace,
			after.releaseNamespace
		],
		[
			"storage namespace",
			before.storageNamespace,
			after.storageNamespace
		]
	].find(([, first, second]) => first !== second);
	if (other) return `changes its ${other[0]} from \`${other[1]}\` to \`${other[2]}\``;
	const [first, second] = [before.chart?.name, after.chart?.name];
	const strategy = stringAt(after.release.manifest, [
		"spec",
		"upgrade",
		"chartNameChangeStrategy"
	]);
	return first !== void 0 && second !== void 0 && first !== second && strategy !== "InPlaceUpdate" ? `changes its chart from \`${first}\` to \`${second}\`` : void 0;
}
function objectsOf({ status, objects }) {
	return status === "rendered" ? `the ${objects.length} objects of it` : "all objects of it";
}
function lostWith({ objects }, because) {
	const lost = objects.filter((object) => lossOf(object) !== void 0 && !isKeptByHelm(object) && !isHook(object) && !isChartDefinition(object));
	if (lost.length === 0) return [];
	return [{
		category: "data-loss",
		message: `${because} With it ${lost.map(({ id }) => describe(id)).join(", ")} ${lost.length === 1 ? "is" : "are"} deleted.`,
		at: ["spec"]
	}];
}
function adopted(old, { after, before }) {
	const known = new Set(before?.releases.map(({ release }) => applierKey(release)));
	const heir = after?.releases.find((one) => !known.has(applierKey(one.release)) && one.release.server === old.release.server && one.releaseName === old.releaseName && one.storageNamespace === old.storageNamespace);
	if (!heir) return [];
	const message = `${describe(old.release.id)} goes, and ${kinds.HelmRelease.kind} ${heir.release.id.namespace ?? ""}/${heir.release.id.name} takes over its Helm release \`${old.releaseName}\`: Flux uninstalls with the former what the latter has.`;
	return [{
		category: "pruned",
		message
	}, ...lostWith(old, message)];
}
//#endregion
//#region src/diff/danger/dangers-of.ts
/** All dangers of an object, the worst first. */
function dangersOf$1(pair, world) {
	const found = [
		...dataLosses(pair),
		...pruned(pair, world),
		...releaseDangers(pair, world.sides),
		...immutableDangers(pair),
		...rbacGrowth(pair),
		...nodeAccess(pair)
	];
	const resource = pair.after ?? pair.before;
	const owner = resource?.owner && world.now(resource.owner);
	const when = owner && isSuspended(owner) ? `, once ${describe(owner.id)} is resumed.` : ".";
	return found.map(({ category, message: sentence, at }) => {
		const message = sentence.replace(/\.$/u, when);
		const place = at && placeOf$2(resource, at);
		return {
			category,
			message,
			...at && { field: formatFieldPath(at) },
			...place && { place }
		};
	});
}
/** What is deleted with the Kustomization or HelmRelease that has applied it is counted there. */
function pruned(pair, world) {
	const { before, action } = pair;
	if (!before || action !== "deleted" || dataLosses(pair).length > 0) return [];
	const { id, owner } = before;
	if (isKind(id, kinds.Kustomization) || isKind(id, kinds.HelmRelease)) return [{
		category: "pruned",
		message: `${describe(id)} is deleted${goesWith(before, world)}.`
	}];
	if (!owner || !world.now(owner)) return [];
	return [{
		category: "pruned",
		message: `${describe(id)} is deleted: ${describe(owner.id)} applies it no more.`
	}];
}
function goesWith(applier, world) {
	const key = applierKey(applier);
	if (world.knowledge.before.get(key)?.known === "nothing") return ", and with it what it has applied, which is not known here";
	const going = (world.sides.before?.resources ?? []).filter((resource) => resource !== applier && applierKey(resource.owner) === key && !world.now(resource) && removalOf(resource, world).fate === "deleted").length;
	if (going === 0) return "";
	return `, and with it ${going === 1 ? "the object" : `the ${going} objects`} that it has applied`;
}
/** The line that one would edit. */
function placeOf$2(resource, at) {
	if (!resource) return void 0;
	const { path, range } = locate(resource.at(at));
	return {
		path,
		line: range.start.line + 1
	};
}
//#endregion
//#region src/diff/align-lists.ts
/** Above this many pairs elements are compared position by position: a table of them all would take too long. */
const maxPairs = 25e4;
/** Pairs of elements that differ, after the longest common subsequence of two lists whose elements have no names. */
function alignLists(before, after) {
	let start = 0;
	while (start < Math.min(before.length, after.length) && isSameValue(before[start], after[start])) start++;
	let end = 0;
	const shortest = Math.min(before.length, after.length) - start;
	while (end < shortest && isSameValue(before.at(-1 - end), after.at(-1 - end))) end++;
	const left = elements(before, start, before.length - end);
	const right = elements(after, start, after.length - end);
	if (left.length * right.length > maxPairs) return pairUp(left, right);
	return runsBetween(left, right);
}
function elements(list, from, to) {
	return list.slice(from, to).map((value, index) => ({
		index: from + index,
		value
	}));
}
function pairUp(left, right) {
	return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
		const [before, after] = [left[at], right[at]];
		return {
			...before && { before },
			...after && { after }
		};
	});
}
/** What stands between common elements is paired in order. */
function runsBetween(left, right) {
	const result = [];
	let from = {
		left: 0,
		right: 0
	};
	const ends = [...commonPairs(left, right), [left.length, right.length]];
	for (const [atLeft, atRight] of ends) {
		result.push(...pairUp(left.slice(from.left, atLeft), right.slice(from.right, atRight)));
		from = {
			left: atLeft + 1,
			right: atRight + 1
		};
	}
	return result;
}
function commonPairs(left, right) {
	const width = right.length + 1;
	const lengths = new Uint32Array((left.length + 1) * width);
	const same = left.map(({ value }) => right.map((other) => isSameValue(value, other.value)));
	const at = (row, column) => lengths[row * width + column] ?? 0;
	for (let row = left.length - 1; row >= 0; row--) for (let column = right.length - 1; column >= 0; column--) lengths[row * width + column] = same[row]?.[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
	const pairs = [];
	for (let [row, column] = [0, 0]; row < left.length && column < right.length;) if (same[row]?.[column]) pairs.push([row++, column++]);
	else if (at(row + 1, column) >= at(row, column + 1)) row++;
	else column++;
	return pairs;
}
//#endregion
//#region src/diff/list-keys.ts
/**
* What the elements of a list are known by: one field, or several together. After the keys of lists that are maps in
* Kubernetes' own API (`x-kubernetes-list-map-keys`), but a port by its name first, as people do.
*/
const keysByField = {
	volumeMounts: [["mountPath"]],
	volumeDevices: [["devicePath"]],
	hostAliases: [["ip"]],
	ports: [
		["name"],
		["containerPort", "protocol"],
		["port", "protocol"]
	],
	topologySpreadConstraints: [["topologyKey", "whenUnsatisfiable"]],
	subjects: [[
		"kind",
		"namespace",
		"name"
	]],
	valuesFrom: [[
		"kind",
		"name",
		"valuesKey",
		"targetPath"
	]],
	dependsOn: [["namespace", "name"]],
	rules: [["host"]]
};
const usualKeys = [
	["name"],
	["metadata.name"],
	[
		"kind",
		"namespace",
		"name"
	],
	["key"],
	["id"]
];
/** Names the elements of both lists by the same fields; undefined where nothing tells them all apart. */
function nameElements(field, before, after) {
	if (![...before, ...after].every(isObject)) return void 0;
	for (const keys of [...keysByField[field] ?? [], ...usualKeys]) {
		const named = {
			before: byKeys(before, keys),
			after: byKeys(after, keys)
		};
		if (named.before && named.after) return {
			before: named.before,
			after: named.after
		};
	}
}
function byKeys(list, keys) {
	const named = /* @__PURE__ */ new Map();
	for (const element of list) {
		const name = isObject(element) ? nameOf(element, keys) : void 0;
		if (name === void 0 || named.has(name)) return void 0;
		named.set(name, element);
	}
	return named;
}
/** The last of several fields has to be there, unless it only tells more (`protocol`). */
function nameOf(element, keys) {
	const parts = keys.map((key) => valueAt(element, key.split(".")));
	if (parts.some((part) => isList(part) || isObject(part))) return void 0;
	const needed = keys.includes("protocol") ? parts[0] : parts[keys.indexOf("name")] ?? parts[0];
	if (needed === void 0 || needed === null || needed === "") return void 0;
	return parts.flatMap((part) => part === void 0 || part === null ? [] : [String(part)]).join("/");
}
//#endregion
//#region src/diff/diff-values.ts
/** What differs between two values, field by field, in the order of the fields. Elements of lists are compared by name where they have one. */
function diffValues(before, after, steps = []) {
	if (isSameValue(before, after)) return [];
	const open = opened(before, after, steps);
	if (isObject(open.before) && isObject(open.after)) return diffObjects(open.before, open.after, steps);
	if (before === void 0) return after === void 0 ? [] : [{
		steps,
		kind: "added",
		after
	}];
	if (after === void 0) return [{
		steps,
		kind: "removed",
		before
	}];
	if (isList(before) && isList(after)) return diffLists(before, after, steps);
	return [{
		steps,
		kind: "changed",
		before,
		after
	}];
}
/** Labels and annotations are told apart one by one, also where there were none: some of them are noise. */
function opened(before, after, steps) {
	const last = steps.at(-1);
	if (last !== "metadata" && last !== "labels" && last !== "annotations") return {
		before,
		after
	};
	return {
		before: before ?? emptyObject(),
		after: after ?? emptyObject()
	};
}
function diffObjects(before, after, steps) {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => diffValues(own(before, key), own(after, key), [...steps, key]));
}
function own(object, key) {
	return Object.hasOwn(object, key) ? object[key] : void 0;
}
function diffLists(before, after, steps) {
	const named = nameElements(steps.findLast((step) => typeof step === "string") ?? "", before, after);
	if (!named) return alignLists(before, after).flatMap((aligned) => {
		const index = aligned.after?.index ?? aligned.before?.index ?? 0;
		return diffValues(aligned.before?.value, aligned.after?.value, [...steps, index]);
	});
	const names = new Set([...named.before.keys(), ...named.after.keys()]);
	return [...orderOf(named, steps), ...[...names].flatMap((name) => diffValues(named.before.get(name), named.after.get(name), [...steps, { name }]))];
}
/** The order of what both lists have: Pods run their `initContainers` in it. */
function orderOf({ before, after }, steps) {
	const first = [...before.keys()].filter((name) => after.has(name));
	const second = [...after.keys()].filter((name) => before.has(name));
	return isSameValue(first, second) ? [] : [{
		steps,
		kind: "reordered",
		before: first,
		after: second
	}];
}
//#endregion
//#region src/diff/field-steps.ts
/** `spec.template.spec.containers[podinfo].image`: how people read the way to a field. */
function formatSteps(steps) {
	return steps.reduce((text, step) => text + shown$2(step, text === ""), "");
}
function shown$2(step, isFirst) {
	if (typeof step === "number") return `[${step}]`;
	if (typeof step === "object") return `[${/^[^\s[\]"]+$/u.test(step.name) ? step.name : quoted(step.name)}]`;
	if (!/^[\w-]+$/u.test(step)) return `[${quoted(step)}]`;
	return isFirst ? step : `.${step}`;
}
function quoted(text) {
	return JSON.stringify(text);
}
//#endregion
//#region src/diff/noise.ts
/**
* Labels and annotations that repeat what is said elsewhere: the version of the chart and of the application, which
* stand in the list of versions, and checksums of ConfigMaps and Secrets, which are compared themselves.
*/
const noisyKeys = /^(?:helm\.sh\/chart|app\.kubernetes\.io\/version|checksum\/.+|[\w.-]+\/checksum)$/u;
/** `chart: podinfo-6.5.0`, as charts of Helm 2 have it. */
const chartVersion = /-v?\d+\.\d+\.\d+/u;
/**
* Whether a field that differs is noise: a label or annotation of the kind above. A template of a StatefulSet's volume
* claims may not change at all, so that nothing in one is noise.
*/
function isNoise({ steps, before, after }) {
	const [holder, map, key] = steps.slice(-3);
	if (holder !== "metadata" || map !== "labels" && map !== "annotations") return false;
	if (typeof key !== "string" || steps.includes("volumeClaimTemplates")) return false;
	if (noisyKeys.test(key)) return true;
	return key === "chart" && [before, after].every((value) => typeof value === "string" && chartVersion.test(value));
}
/** Whether a change of the field has a workload's Pods replaced, noise or not. */
function replacesPods(kind, steps) {
	return [
		"Deployment",
		"StatefulSet",
		"DaemonSet"
	].includes(kind) && steps[0] === "spec" && steps[1] === "template";
}
//#endregion
//#region src/diff/compare-object.ts
/** Compares an object with what it was. */
function compareObject(pair, world) {
	const { before, after } = pair;
	if (before && after) return compareBoth(before, after, world);
	return before ? compareRemoved(before, world) : compareCreated(pair.after, world);
}
function compareCreated(after, world) {
	const note = world.unseen.get(applierKey(after.owner));
	return changed({
		after,
		action: "created",
		forced: false,
		mayBePruned: false,
		...note !== void 0 && { unapplied: note }
	}, world, {
		fields: [],
		restarts: false,
		...note !== void 0 && { note },
		manifest: world.masked(after.manifest)
	});
}
function compareRemoved(before, world) {
	const unseen = world.unseen.get(applierKey(before.owner));
	const removal = unseen === void 0 ? removalOf(before, world) : {
		fate: "left",
		why: unseen
	};
	if (removal.fate === "unknown") return void 0;
	const pair = {
		before,
		action: removal.fate === "deleted" ? "deleted" : "left",
		forced: false,
		mayBePruned: false
	};
	const note = removal.fate === "left" ? removal.why : void 0;
	return changed(pair, world, {
		fields: [],
		restarts: false,
		...note !== void 0 && { note }
	});
}
function compareBoth(before, after, world) {
	const isMoved = ownerText(before) !== ownerText(after);
	if (!isMoved && before.id.name === after.id.name && isSameValue(before.manifest, after.manifest)) return void 0;
	const differences = diffValues(world.masked(before.manifest), world.masked(after.manifest)).filter(({ steps }) => !saysNothing(steps));
	const { kind } = after.id;
	const restarts = differences.some(({ steps }) => replacesPods(kind, steps));
	const mayBePruned = isMoved && removalOf(before, world).fate === "deleted";
	const unapplied = world.unseen.get(applierKey(after.owner)) ?? unappliedBecause(after);
	const pair = {
		before,
		after,
		mayBePruned,
		action: isMoved ? "moved" : "changed",
		forced: isForced(after),
		...unapplied !== void 0 && { unapplied }
	};
	const fields = differences.filter((difference) => !isNoise(difference));
	const dangers = dangersOf$1(pair, world);
	if (!isMoved && fields.length === 0 && dangers.length === 0 && before.id.name === after.id.name) return differences.length === 0 ? void 0 : {
		kind: "noise",
		resource: after,
		restarts: restarts && unapplied === void 0
	};
	const note = noteOf(pair);
	return changed(pair, world, {
		fields,
		restarts: restarts && unapplied === void 0,
		...note !== void 0 && { note }
	});
}
/**
* What says nothing: objects that are compared are in one namespace, whether a chart writes it or not, and the API server
* fills `status` and `creationTimestamp`, whatever a manifest says.
*/
function saysNothing(steps) {
	const [first, second] = steps;
	if (first === "metadata" && second === "namespace" && steps.length === 2) return true;
	return first === "status" || steps.includes("metadata") && steps.at(-1) === "creationTimestamp";
}
function ownerText({ owner }) {
	return owner ? `${owner.server} ${describe(owner.id)}` : "";
}
/** Why Flux does nothing of what changes: the object says so, or Helm leaves the definitions of charts alone. */
function unappliedBecause(after) {
	const { owner } = after;
	if (!owner) return void 0;
	if (!isRelease(owner)) {
		if (saysToFlux(after, "reconcile", "disabled")) return "`kustomize.toolkit.fluxcd.io/reconcile: disabled`: Flux does not apply the change";
		const mode = ["IfNotPresent", "Ignore"].find((one) => saysToFlux(after, "ssa", one));
		return mode === void 0 ? void 0 : `\`kustomize.toolkit.fluxcd.io/ssa: ${mode}\`: Flux does not apply the change`;
	}
	const policy = stringAt(owner.manifest, [
		"spec",
		"upgrade",
		"crds"
	]) ?? "Skip";
	return isChartDefinition(after) && policy !== "CreateReplace" ? `\`upgrade.crds\` of ${describe(owner.id)} is \`${policy}\`: Helm does not change the definition` : void 0;
}
function isForced(after) {
	const { owner } = after;
	if (!owner || isRelease(owner)) return false;
	return valueAt(owner.manifest, ["spec", "force"]) === true || saysToFlux(after, "force", "enabled");
}
function noteOf({ before, unapplied, mayBePruned }) {
	if (unapplied !== void 0) return unapplied;
	return mayBePruned && before?.owner ? `where ${describe(before.owner.id)} is first, it is deleted and made anew` : void 0;
}
/** The way to the first field that changes, as far as it is keys alone: a patch may have set it, far from its object. */
function pathOfFirst([first]) {
	const steps = first?.steps ?? [];
	const end = steps.findIndex((step) => typeof step !== "string");
	return steps.slice(0, end < 0 ? steps.length : end).map(String);
}
function changed(pair, world, parts) {
	const { before, after, action } = pair;
	const resource = after ?? before;
	if (!resource) return void 0;
	const { id, apiVersion, owner, server } = resource;
	const former = before && after && ownerText(before) !== ownerText(after) ? before.owner : void 0;
	return {
		kind: "change",
		change: {
			cluster: world.cluster,
			id,
			server,
			apiVersion,
			action,
			owner: owner?.id,
			...former && { formerOwner: former.id },
			...before && before.id.name !== id.name && { formerName: before.id.name },
			fields: parts.fields.map(({ steps, ...field }) => ({
				path: formatSteps(steps),
				...field
			})),
			...parts.manifest && { manifest: parts.manifest },
			...parts.note !== void 0 && { note: parts.note },
			restarts: parts.restarts,
			dangers: dangersOf$1(pair, world),
			place: placeOf$2(resource, pathOfFirst(parts.fields))
		}
	};
}
//#endregion
//#region src/diff/images.ts
/** The image of each container of an object, by the container. */
function imagesOf(resource) {
	const containers = resource ? podSpecs(resource.manifest).flatMap(containersOf) : [];
	return new Map(containers.map(({ key, container }) => [key, stringAt(container, ["image"]) ?? ""]));
}
/**
* Container images that are not as before: in a container that stays, from one to the other; else those that the cluster
* did not run at all before, or runs no more.
*/
function imageChanges(cluster, pairs) {
	const ran = new Set(pairs.flatMap(({ before }) => [...imagesOf(before).values()]));
	const runs = new Set(pairs.flatMap(({ after }) => [...imagesOf(after).values()]));
	return [...groupBy(pairs.flatMap(usesOf).filter(({ before, after }) => {
		if (before !== void 0 && after !== void 0) return before !== after;
		return before === void 0 ? !ran.has(after ?? "") : !runs.has(before);
	}), ({ before, after }) => JSON.stringify([before ?? 0, after ?? 0])).values()].map((group) => {
		const [{ before, after }] = group;
		const byKey = new Map(group.map(({ id }) => [resourceKey(id), id]));
		return {
			cluster,
			...before !== void 0 && { before },
			...after !== void 0 && { after },
			objects: [...byKey.values()]
		};
	}).sort((left, right) => rank(left) - rank(right) || compareText(left.after ?? left.before ?? "", right.after ?? right.before ?? ""));
}
/** What changes first, then what is new, then what goes. */
function rank({ before, after }) {
	if (before !== void 0 && after !== void 0) return 0;
	return after !== void 0 ? 1 : 2;
}
function usesOf({ before, after }) {
	const [first, second] = [imagesOf(before), imagesOf(after)];
	const id = (after ?? before)?.id;
	if (!id) return [];
	return [...new Set([...first.keys(), ...second.keys()])].map((key) => {
		const [old, now] = [first.get(key), second.get(key)];
		return {
			id,
			...old !== void 0 && { before: old },
			...now !== void 0 && { after: now }
		};
	});
}
//#endregion
//#region src/diff/pair-objects.ts
/**
* Joins the objects of a cluster by what applies them, kind and name: the version of their API may change. What one
* applier hands to another is one object. What is not known on one side is left out: it is said elsewhere.
*/
function pairObjects(sides) {
	const before = byIdentity(sides.before, sides.knowledge);
	const after = byIdentity(sides.after, sides.knowledge);
	const keys = new Set([...before.known.keys(), ...after.known.keys()]);
	const clouded = new Set([...before.clouded, ...after.clouded]);
	return renamed([...keys].flatMap((key) => pairsOf(before.known.get(key) ?? /* @__PURE__ */ new Map(), after.known.get(key) ?? /* @__PURE__ */ new Map()).filter((pair) => pair.before && pair.after || !clouded.has(key)))).filter((pair) => !isDoubtful(pair, sides.knowledge));
}
function byIdentity(cluster, knowledge) {
	const known = /* @__PURE__ */ new Map();
	const clouded = /* @__PURE__ */ new Set();
	for (const resource of cluster?.resources ?? []) {
		const key = resourceKey(resource.id, resource.server);
		const applier = applierKey(resource.owner);
		if (isUnknown(applier, knowledge)) clouded.add(key);
		else known.set(key, (known.get(key) ?? /* @__PURE__ */ new Map()).set(applier, resource));
	}
	return {
		known,
		clouded
	};
}
/** The same applier first; then what one has given up is what another has taken. */
function pairsOf(before, after) {
	const same = [...before].flatMap(([applier, first]) => {
		const second = after.get(applier);
		return second ? [{
			before: first,
			after: second
		}] : [];
	});
	const given = [...before].flatMap(([applier, one]) => after.has(applier) ? [] : [one]);
	const taken = [...after].flatMap(([applier, one]) => before.has(applier) ? [] : [one]);
	const [anyBefore] = before.values();
	const [anyAfter] = after.values();
	const moved = Array.from({ length: Math.max(given.length, taken.length) }, (_, at) => {
		const [first = anyBefore, second = anyAfter] = [given[at], taken[at]];
		return {
			...first && { before: first },
			...second && { after: second }
		};
	});
	return [...same, ...moved];
}
/** What kustomize puts behind the name of a generated object: ten characters of the hash of its content. */
const hashSuffix = /-[2456789bcdfghkmt]{10}$/u;
/** Generated objects whose content has changed have another name: one goes and one comes, but it is one. */
function renamed(pairs) {
	const gone = new Map(pairs.flatMap((pair) => {
		const key = pair.before && !pair.after ? generatedKey(pair.before) : void 0;
		return key === void 0 ? [] : [[key, pair]];
	}));
	const joined = /* @__PURE__ */ new Set();
	return pairs.map((pair) => {
		const key = pair.after && !pair.before ? generatedKey(pair.after) : void 0;
		const former = key === void 0 ? void 0 : gone.get(key);
		if (!former?.before || !pair.after || joined.has(former)) return pair;
		joined.add(former);
		return {
			before: former.before,
			after: pair.after
		};
	}).filter((pair) => !joined.has(pair));
}
function generatedKey({ origin, id, owner, server }) {
	if (origin.via !== "kustomize" || !origin.generated || !hashSuffix.test(id.name)) return void 0;
	const name = id.name.replace(hashSuffix, "");
	return `${applierKey(owner)} ${resourceKey({
		...id,
		name
	}, server)}`;
}
/** What only one side has may be in what the other could not build. */
function isDoubtful({ before, after }, knowledge) {
	if (before && after) return false;
	const key = applierKey((before ?? after)?.owner);
	return before ? mayLack(key, knowledge.after, knowledge.before) : mayLack(key, knowledge.before, knowledge.after);
}
//#endregion
//#region src/diff/unseen-charts.ts
/**
* HelmReleases of which nothing changes but the files of a chart in Git, whose version stays: source-controller makes a new
* chart of it only with `reconcileStrategy: Revision` (`flux-semantics.md`, "reconcileStrategy (HelmChart)"), so that Flux applies nothing of the change.
*/
function unseenCharts(before, after) {
	const known = new Map(before?.releases.map((build) => [applierKey(build.release), build]));
	return new Map((after?.releases ?? []).flatMap((build) => {
		const key = applierKey(build.release);
		const former = known.get(key);
		if (!former || !staysUnseen(former, build)) return [];
		return [[key, `the version of the chart of ${nameOf$1(build.release)} stays, so that Flux does not see that its files change (\`reconcileStrategy\`)`]];
	}));
}
function staysUnseen(before, after) {
	const version = folderVersion(after);
	const chart = [
		"spec",
		"chart",
		"spec"
	];
	const strategy = stringAt(after.release.manifest, [...chart, "reconcileStrategy"]);
	return version !== void 0 && version === folderVersion(before) && strategy !== "Revision" && stringAt(after.release.manifest, [...chart, "chart"]) !== void 0 && isSameValue(before.release.manifest.spec, after.release.manifest.spec) && isSameValue(before.values, after.values);
}
function folderVersion({ chart }) {
	return chart?.from.kind === "folder" ? chart.from.version : void 0;
}
//#endregion
//#region src/diff/versions.ts
/** Fields of sources and charts that say which version Flux takes. */
const fields = [
	...[
		"branch",
		"tag",
		"semver",
		"name",
		"commit",
		"digest",
		"semverFilter"
	].map((field) => [field, [
		"spec",
		"ref",
		field
	]]),
	["url", ["spec", "url"]],
	["bucket", ["spec", "bucketName"]],
	["prefix", ["spec", "prefix"]]
];
const sources = [
	kinds.GitRepository,
	kinds.OCIRepository,
	kinds.Bucket,
	kinds.HelmRepository
];
/** Versions that change: of the charts of HelmReleases and HelmCharts, and of what sources follow. */
function versionChanges(cluster, pairs, sides) {
	return pairs.flatMap(({ before, after }) => {
		const resource = after ?? before;
		if (!resource) return [];
		const { id } = resource;
		return rowsOf$1(before, after, sides).flatMap(([what, first, second]) => first === second ? [] : [{
			cluster,
			id,
			what,
			...first !== void 0 && { before: first },
			...second !== void 0 && { after: second }
		}]);
	});
}
function rowsOf$1(before, after, sides) {
	const one = after ?? before;
	if (!one) return [];
	if (isKind(one.id, kinds.HelmRelease)) {
		const [first, second] = [chartOf(before, sides.before), chartOf(after, sides.after)];
		if (first && second && first.name !== second.name) return [[
			"chart",
			chartText(first),
			chartText(second)
		]];
		return [[
			`chart ${(second ?? first)?.name ?? ""}`.trim(),
			first?.version,
			second?.version
		]];
	}
	if (isKind(one.id, kinds.HelmChart)) {
		const at = ["spec", "version"];
		return [[
			`chart ${stringAt(one.manifest, ["spec", "chart"]) ?? ""}`,
			stringAt(before?.manifest, at),
			stringAt(after?.manifest, at)
		]];
	}
	if (!before || !after || !sources.some((kind) => isKind(one.id, kind))) return [];
	return fields.map(([what, path]) => [
		what,
		textAt(before, path),
		textAt(after, path)
	]);
}
function textAt({ manifest }, path) {
	const value = valueAt(manifest, path);
	return value === void 0 || value === null ? void 0 : String(value);
}
/** What the release asks for, and the version that this is now, where that is another text: `6.x (6.5.0)`. */
function chartOf(release, cluster) {
	if (!release) return void 0;
	const use = cluster?.releases.find((one) => applierKey(one.release) === applierKey(release))?.chart;
	const name = stringAt(release.manifest, [
		"spec",
		"chart",
		"spec",
		"chart"
	]) ?? use?.name;
	if (name === void 0) return void 0;
	const asked = stringAt(release.manifest, [
		"spec",
		"chart",
		"spec",
		"version"
	]);
	const found = use?.from.kind === "folder" ? use.from.version : use?.version;
	return {
		name,
		version: found === void 0 || found === asked ? asked : asked === void 0 ? found : `${asked} (${found})`
	};
}
function chartText({ name, version }) {
	return version === void 0 ? name : `${name} ${version}`;
}
//#endregion
//#region src/diff/compare-cluster.ts
/** Compares what Flux applies in a cluster, object by object. */
function compareCluster({ name, before, after }, masked) {
	const knowledge = {
		before: applierStates(before),
		after: applierStates(after)
	};
	const now = new Map(after?.resources.map((one) => [resourceKey(one.id, one.server), one]));
	const world = {
		cluster: name,
		knowledge,
		masked,
		sides: {
			before,
			after
		},
		unseen: unseenCharts(before, after),
		now: ({ id, server }) => now.get(resourceKey(id, server))
	};
	const pairs = pairObjects({
		before,
		after,
		knowledge
	});
	const isSeen = ({ before, after }) => !world.unseen.has(applierKey((after ?? before).owner));
	const compared = pairs.flatMap((pair) => {
		const result = compareObject(pair, world);
		return result && !isPassing(pair, result) ? [{
			pair,
			result
		}] : [];
	});
	return {
		appliers: applierChanges(name, compared),
		objects: compared.flatMap(({ result }) => result.kind === "change" ? [result.change] : []),
		images: imageChanges(name, pairs.filter(isSeen)),
		versions: versionChanges(name, pairs, {
			before,
			after
		})
	};
}
/** Hooks come and go with each action of Helm: that one is rendered no more changes nothing in the cluster. */
function isPassing({ before, after }, result) {
	return !after && before !== void 0 && isHook(before) && result.kind === "change";
}
const noCounts = {
	created: 0,
	changed: 0,
	deleted: 0,
	moved: 0,
	left: 0
};
/** The Kustomizations and HelmReleases that change, or of which an object does. */
function applierChanges(cluster, compared) {
	const found = /* @__PURE__ */ new Map();
	const known = (applier) => found.get(applierKey(applier)) ?? {
		cluster,
		id: applier.id,
		state: "changed",
		suspended: isSuspended(applier),
		counts: noCounts,
		noise: 0,
		restarts: 0
	};
	for (const { pair, result } of compared) {
		const resource = pair.after ?? pair.before;
		const { owner } = resource;
		if (owner) found.set(applierKey(owner), counted(known(owner), result));
		if (!isApplier(resource) || result.kind !== "change") continue;
		const { action } = result.change;
		const state = action === "moved" ? "changed" : action;
		found.set(applierKey(resource), {
			...known(resource),
			state
		});
	}
	return [...found.values()];
}
function isApplier({ id }) {
	return isKind(id, kinds.Kustomization) || isKind(id, kinds.HelmRelease);
}
function counted(applier, result) {
	if (result.kind === "noise") {
		const restarts = applier.restarts + Number(result.restarts);
		return {
			...applier,
			noise: applier.noise + 1,
			restarts
		};
	}
	const { action, restarts } = result.change;
	return {
		...applier,
		counts: {
			...applier.counts,
			[action]: applier.counts[action] + 1
		},
		restarts: applier.restarts + Number(restarts)
	};
}
//#endregion
//#region src/diff/uncompared.ts
/** What could not be compared, on one side or on both, each thing once. */
function uncomparedOf(before, after) {
	const [first, second] = [unseenIn(before), unseenIn(after)];
	const both = [...first.keys()].filter((key) => second.has(key));
	const rows = (from, side) => [...from].filter(([key]) => both.includes(key) === (side === "both")).map(([, unseen]) => ({
		...unseen,
		side
	}));
	return [
		...lostRoots(before, after),
		...rows(second, "both"),
		...rows(second, "after"),
		...rows(first, "before")
	];
}
/** Roots that are no longer here: nothing in the repository has applied them, so nothing in it says what becomes of them. */
function lostRoots(before, after) {
	return before.clusters.flatMap((cluster) => {
		const now = after.clusters.find(({ name }) => name === cluster.name);
		const known = new Set(now?.resources.map(applierKey));
		return cluster.builds.map(({ kustomization }) => kustomization).filter((root) => !root.owner && !known.has(applierKey(root))).map((root) => ({
			cluster: cluster.name,
			what: `what becomes of ${nameOf$1(root)} and of what it applies`,
			reason: "it is a root of the cluster, and is no longer here: nothing says who deletes it",
			side: "after"
		}));
	});
}
function unseenIn(workspace) {
	const found = workspace.clusters.flatMap(unseenOf);
	const reasons = new Set(found.map(({ reason }) => reason));
	const others = workspace.skipped.filter(({ kind, reason }) => kind === "incomplete" && !reasons.has(reason)).map(({ what, reason, path, clusters = [] }) => ({
		...clusters.length === 1 && clusters[0] !== void 0 && { cluster: clusters[0] },
		what: path === void 0 ? what : `${what} ${path}`,
		reason
	}));
	return new Map([...found, ...others].map((unseen) => [JSON.stringify(unseen), unseen]));
}
function unseenOf(cluster) {
	const appliers = [...applierStates(cluster).values()].flatMap((state) => {
		if (state.reason === void 0) return [];
		const what = `${state.known === "part" ? "part of what" : "what"} ${nameOf$1(state.applier)} applies`;
		const { reason, failed } = state;
		return [{
			cluster: cluster.name,
			what,
			reason,
			...failed && { failed }
		}];
	});
	const sets = cluster.all(kinds.ResourceSet).map(({ id }) => ({
		cluster: cluster.name,
		what: `what ${describe(id)} applies`,
		reason: "ResourceSets are not rendered yet"
	}));
	return [...appliers, ...sets];
}
//#endregion
//#region src/diff/create-difference.ts
/** Compares what Flux would apply before and after a change. Equal input gives an equal difference. */
function createDifference({ base, before, after, mask }) {
	const compared = pairClusters(before.clusters, after.clusters).map((pair) => compareCluster(pair, mask.manifest));
	const kustomizations = after.clusters.flatMap(({ builds }) => builds).length;
	const releases = after.clusters.flatMap((cluster) => cluster.releases).length;
	return maskTexts({
		base,
		appliers: compared.flatMap(({ appliers }) => appliers.toSorted((left, right) => compareText(rankOf(left.id), rankOf(right.id)))),
		counts: {
			kustomizations,
			releases
		},
		objects: compared.flatMap(({ objects }) => objects.toSorted(byOwner)),
		images: compared.flatMap(({ images }) => images),
		versions: compared.flatMap(({ versions }) => versions),
		uncompared: uncomparedOf(before, after)
	}, mask);
}
/** Kustomizations first, then the HelmReleases that they apply; objects of one stay in the order of the build. */
function byOwner(left, right) {
	return compareText(rankOf(left.owner), rankOf(right.owner));
}
function rankOf(applier) {
	if (!applier) return "";
	return `${applier.kind === "Kustomization" ? 1 : 2} ${resourceKey(applier)}`;
}
function pairClusters(before, after) {
	const names = new Set([...before, ...after].map(({ name }) => name));
	const find = (clusters, name) => clusters.find((cluster) => cluster.name === name);
	return [...names].sort(compareText).map((name) => ({
		name,
		before: find(before, name),
		after: find(after, name)
	}));
}
/** Names and messages may hold what a Secret holds too: a variable of one may stand in any field. */
function maskTexts(difference, { text }) {
	const walk = (value) => {
		if (typeof value === "string") return text(value);
		if (isList(value)) return value.map(walk);
		if (!isObject(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]));
	};
	return walk(difference);
}
/** Whether anything changes: noise does not count, and what could not be compared neither. */
function isSameEverywhere({ objects, images, versions }) {
	return objects.length + images.length + versions.length === 0;
}
//#endregion
//#region src/cli/diff-base.ts
/** The default branch of the remote, as `git clone` has noted it. */
const remoteHead = "refs/remotes/origin/HEAD";
/**
* The commit that is compared with: where the branch left the given one; without one, where it left the remote's default
* branch, else the last commit. What is staged is compared with the last commit.
*/
async function diffBase(root, context) {
	const { flags, io } = context;
	const given = givenRef(context);
	const { environment } = io;
	if (given !== void 0) {
		const commit = await commonCommit(root, given.ref, environment);
		if (commit !== void 0) return await baseAt(root, {
			commit,
			why: `where the branch left ${given.ref}`
		}, context);
		await needGit(root, context);
		throw new UsageError(`${given.source} is \`${given.ref}\`: git knows no such commit.`, { help: "In CI, fetch the history (`fetch-depth: 0` of actions/checkout)." });
	}
	const left = flags.switch("staged") ? void 0 : await commonCommit(root, remoteHead, environment);
	if (left !== void 0) return await baseAt(root, {
		commit: left,
		why: "where the branch left origin/HEAD"
	}, context);
	const last = await commonCommit(root, "HEAD", environment);
	if (last !== void 0) return await baseAt(root, {
		commit: last,
		why: "the last commit"
	}, context);
	await needGit(root, context);
	return {
		commit: void 0,
		why: "nothing: there is no commit yet",
		tree: beforeFirstCommit
	};
}
function givenRef({ arguments: [argument], flags }) {
	const since = flags.text("since");
	if (argument !== void 0 && since !== void 0 && argument !== since) throw new UsageError(`\`${argument}\` and \`${flags.source("since")}\` name two commits to compare with.`, { help: "Name one of them." });
	if (argument !== void 0) return {
		ref: argument,
		source: "The commit to compare with"
	};
	return since === void 0 ? void 0 : {
		ref: since,
		source: `\`${flags.source("since")}\``
	};
}
async function baseAt(root, base, { io }) {
	const tree = await commitTree(root, base.commit, io.environment);
	if (!tree) throw new UsageError(`git cannot read the files of commit \`${base.commit}\`.`);
	return {
		...base,
		tree
	};
}
async function needGit(root, { io }) {
	if (await indexTree(root, io.environment)) return;
	throw new UsageError("`sluice diff` needs a git repository: it compares with a commit.");
}
//#endregion
//#region src/report/diff/difference-lines.ts
/** Longer texts are not compared line by line: nobody reads them, and it takes long. */
const maxPatched = 2e5;
/** Lines around those that change in a text. */
const context = 2;
/** What changes in an object, line by line: its fields, or all of it when it is new; at most `limit` lines, the others are counted. */
function differenceLines({ fields, manifest }, limit) {
	const all = manifest ? yamlLines("+", manifest, "") : fields.flatMap(fieldLines);
	const lines = all.slice(0, limit);
	return {
		lines,
		more: all.length - lines.length
	};
}
function fieldLines({ path, kind, before, after }) {
	if (kind === "reordered") {
		const order = (value) => isList(value) ? value.join(", ") : "";
		return [
			{
				sign: " ",
				text: `${path}: in another order`
			},
			{
				sign: "-",
				text: `  ${order(before)}`
			},
			{
				sign: "+",
				text: `  ${order(after)}`
			}
		];
	}
	if (isLong(before) && isLong(after)) return patchLines(path, String(before), String(after));
	const lines = [...before === void 0 ? [] : valueLines("-", path, before), ...after === void 0 ? [] : valueLines("+", path, after)];
	const [first, second, more] = lines;
	if (!first || !second || more || isStructure(before) || isStructure(after)) return lines;
	return [{
		...first,
		short: `${path}: ${shown$1(before)} → ${shown$1(after)}`
	}, second];
}
function isLong(value) {
	return typeof value === "string" && value.trimEnd().includes("\n");
}
function isStructure(value) {
	return isList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}
function shown$1(value) {
	return value === void 0 ? "" : writeYaml(value).trimEnd();
}
function valueLines(sign, path, value) {
	if (!isStructure(value) && !isLong(value)) return [{
		sign,
		text: `${path}: ${shown$1(value)}`
	}];
	if (typeof value === "string") {
		const lines = value.trimEnd().split("\n");
		return [{
			sign,
			text: `${path}: |`
		}, ...lines.map((text) => ({
			sign,
			text: `  ${text}`
		}))];
	}
	return [{
		sign,
		text: `${path}:`
	}, ...yamlLines(sign, value, "  ")];
}
function yamlLines(sign, value, indent) {
	return writeYaml(value).trimEnd().split("\n").map((text) => ({
		sign,
		text: indent + text
	}));
}
/** Texts of several lines are compared line by line; what takes too long to compare is shown whole. */
function patchLines(path, before, after) {
	const whole = () => [...valueLines("-", path, before), ...valueLines("+", path, after)];
	if (before.length + after.length > maxPatched) return whole();
	const patch = structuredPatch("", "", before, after, void 0, void 0, {
		context,
		maxEditLength: 1e3
	});
	if (!patch) return whole();
	const parts = patch.hunks.map(({ lines }) => lines.flatMap(lineOf)).flatMap((lines, index) => index === 0 ? lines : [{
		sign: " ",
		text: "  …"
	}, ...lines]);
	return [{
		sign: " ",
		text: `${path}:`
	}, ...parts];
}
/** `\ No newline at end of file` is no line of the text. */
function lineOf(line) {
	const sign = line.charAt(0);
	return sign === "+" || sign === "-" || sign === " " ? [{
		sign,
		text: `  ${line.slice(1)}`
	}] : [];
}
//#endregion
//#region src/report/diff/difference-words.ts
/** The categories of danger, the worst first, with what people call them. */
const dangerNames = {
	"data-loss": "data loss",
	immutable: "immutable",
	pruned: "pruned",
	rbac: "RBAC growth",
	access: "node access"
};
const order = Object.keys(dangerNames);
/** All dangers, the worst category first; those of several clusters are several. */
function dangersOf({ objects }) {
	return objects.flatMap((object) => object.dangers.map(({ place = object.place, ...danger }) => ({
		...danger,
		...place && { place },
		object
	}))).sort((left, right) => order.indexOf(left.category) - order.indexOf(right.category));
}
/** Kustomizations and HelmReleases that the change keeps from being built. */
function brokenBy({ uncompared }) {
	return uncompared.filter(({ failed, side }) => failed && side === "after").length;
}
/** Whether a person has to look at it: there is a danger, or something does not build any more. */
function isAlarming(difference) {
	return brokenBy(difference) > 0 || dangersOf(difference).length > 0;
}
/** What no longer builds, then `danger (1 data loss)`, or that there is none; one line, which comes first. */
function verdictOf(difference) {
	const broken = brokenBy(difference);
	const failing = `${count(broken, "build")} ${broken === 1 ? "fails" : "fail"} by the change; `;
	return broken === 0 ? changesOf(difference) : failing + changesOf(difference);
}
function changesOf(difference) {
	const dangers = dangersOf(difference);
	const { objects, images, versions, uncompared } = difference;
	const unknown = uncompared.length === 0 ? "" : `, but ${count(uncompared.length, "thing")} could not be compared`;
	if (objects.length + images.length + versions.length === 0) return `nothing changes${unknown}`;
	if (dangers.length === 0) return `${changes(objects)}, and no danger was found${unknown}`;
	return `danger (${[...groupBy(dangers, ({ category }) => category)].map(([category, some]) => `${grouped(some.length)} ${dangerNames[category]}`).join(", ")}): ${changes(objects)}${unknown}`;
}
const words = {
	changed: ["changes", "change"],
	created: ["is created", "are created"],
	moved: ["moves", "move"],
	deleted: ["is deleted", "are deleted"],
	left: ["is left behind", "are left behind"]
};
const actions = Object.keys(words);
/** `3 objects change, 1 is created`. */
function changes(objects) {
	const counts = {
		changed: 0,
		created: 0,
		moved: 0,
		deleted: 0,
		left: 0
	};
	for (const { action } of objects) counts[action]++;
	return countWords(counts, 0) || "no object changes";
}
/** What becomes of how many objects, in words. */
function countWords(counts, noise) {
	const parts = actions.filter((action) => counts[action] > 0).map((action, index) => {
		const number = counts[action];
		const noun = index === 0 ? ` object${number === 1 ? "" : "s"}` : "";
		return `${grouped(number)}${noun} ${words[action][number === 1 ? 0 : 1]}`;
	});
	const quiet = noise === 0 ? [] : [`${grouped(noise)} in labels of the version alone`];
	return [...parts, ...quiet].join(", ");
}
/** `2 of 5 Kustomizations and 1 of 3 HelmReleases change`; undefined when none does. */
function scopeOf({ appliers, counts }) {
	if (appliers.length === 0) return void 0;
	const of = (kind) => appliers.filter(({ id }) => id.kind === kind).length;
	return `${[["Kustomization", counts.kustomizations], ["HelmRelease", counts.releases]].flatMap(([kind, all]) => of(kind) === 0 ? [] : [`${grouped(of(kind))} of ${count(Math.max(all, of(kind)), kind)}`]).join(" and ")} ${appliers.length === 1 ? "changes" : "change"}`;
}
/** What becomes of the objects of a Kustomization or HelmRelease, and of itself. */
function applierWords({ state, counts, noise, restarts, suspended }) {
	return [
		{
			created: "is new",
			deleted: "is deleted",
			left: "is left behind",
			changed: ""
		}[state],
		countWords(counts, noise),
		restarts === 0 ? "" : `the Pods of ${grouped(restarts)} are replaced`,
		suspended ? "suspended: nothing of it is applied until it is resumed" : ""
	].filter((part) => part !== "").join("; ");
}
/** What stands behind the name of an object: where it goes, what is to be known of it. */
function objectWords(change) {
	const { action, formerOwner, formerName, note, owner, restarts, server } = change;
	return [
		action === "deleted" ? "is deleted" : "",
		action === "left" ? "is applied no more, and stays" : "",
		action === "created" ? "is new" : "",
		formerOwner && owner ? `moves from ${describe(formerOwner)} to ${describe(owner)}` : "",
		formerName === void 0 ? "" : `was \`${formerName}\``,
		restarts ? "its Pods are replaced" : "",
		server === "" ? "" : `on the cluster of ${server}`,
		note ?? ""
	].filter((part) => part !== "").join("; ");
}
/** The sign before an object, as in a patch. */
const signs = {
	created: "+",
	changed: "~",
	deleted: "-",
	moved: ">",
	left: "?"
};
/** `podinfo:6.5.0 → podinfo:6.6.0`; the name of the image once where it stays. */
function imageWords({ before, after }) {
	if (before === void 0) return `${after ?? ""} (new)`;
	if (after === void 0) return `${before} (no longer run)`;
	const [first, second] = [before, after].map(splitImage);
	return first?.name === second?.name && second ? `${before} → ${second.version}` : `${before} → ${after}`;
}
/** A colon after the last slash begins a tag; an `@` a digest. */
function splitImage(image) {
	const at = image.indexOf("@");
	const colon = image.indexOf(":", image.lastIndexOf("/") + 1);
	const end = colon >= 0 && (at < 0 || colon < at) ? colon : at;
	return end < 0 ? {
		name: image,
		version: ""
	} : {
		name: image.slice(0, end),
		version: image.slice(end).replace(/^:/u, "")
	};
}
/** `chart podinfo 6.5.0 → 6.6.0`. */
function versionWords({ what, before, after }) {
	if (before === void 0) return `${what} ${after ?? ""} (new)`;
	return after === void 0 ? `${what} ${before} (gone)` : `${what} ${before} → ${after}`;
}
/** `the work tree`, for what could not be compared. */
const sideNames = {
	before: " (before the change)",
	after: " (after the change)",
	both: ""
};
const namesShown = 3;
/** What could not be compared, by reason; first what only one side lacks, since that is the change's doing. */
function uncomparedGroups({ uncompared }) {
	return [...groupBy(uncompared, ({ cluster, reason, side }) => JSON.stringify([
		cluster ?? 0,
		reason,
		side
	])).values()].map((group) => {
		const shown = group.slice(0, namesShown).map(({ what }) => what);
		const more = group.length - shown.length;
		return {
			...group[0],
			what: shown.join(", ") + (more > 0 ? ` and ${grouped(more)} more` : "")
		};
	}).sort((left, right) => Number(left.side === "both") - Number(right.side === "both"));
}
/** `compared with 1a2b3c4d5e6f, where the branch left origin/main`. */
function baseWords({ commit, why }) {
	return commit === void 0 ? why : `${commit.slice(0, 12)}, ${why}`;
}
/** All objects by what applies them, in order; then who has nothing but noise. */
function ownerGroups({ objects, appliers }) {
	const keyOf = (cluster, id) => `${cluster} ${describe(id)}`;
	const byKey = new Map(appliers.map((applier) => [keyOf(applier.cluster, applier.id), applier]));
	const groups = groupBy(objects, ({ cluster, owner }) => owner ? keyOf(cluster, owner) : cluster);
	const changed = [...groups].map(([key, group]) => {
		const [{ owner, cluster }] = group;
		const applier = byKey.get(key);
		return {
			cluster,
			name: owner ? describe(owner) : "Applied by nothing in this repository",
			words: applier ? applierWords(applier) : "",
			objects: group
		};
	});
	const quiet = [...byKey].filter(([key, { noise }]) => noise > 0 && !groups.has(key)).map(([, applier]) => {
		const { cluster, id } = applier;
		return {
			cluster,
			name: describe(id),
			words: applierWords(applier),
			objects: []
		};
	});
	return [...changed, ...quiet];
}
/** Whether names of clusters tell anything. */
function hasClusters({ objects, uncompared, images, versions }) {
	const names = [
		...objects,
		...uncompared,
		...images,
		...versions
	].map(({ cluster }) => cluster);
	return new Set(names.filter((name) => name !== void 0)).size > 1;
}
//#endregion
//#region src/report/diff/html-text.ts
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Text of strangers for an element or an attribute of HTML, on one line: no character of it is markup. */
function htmlText(text) {
	return visible(text).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
//#endregion
//#region src/report/diff/difference-html.ts
/** Lines of one object: a page with more of them does not open. */
const linesShown$2 = 2e3;
/** The style of the page; its digest stands in the policy below, and a test holds them together. */
const differenceStyle = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2rem}
code,pre{font:13px/1.4 ui-monospace,monospace}
pre{overflow-x:auto;margin:.5rem 0 1rem;padding:.5rem;border:1px solid #8886}
summary{cursor:pointer}small{color:#777}
.danger b{color:#b3261e}.plus{color:#1a7f37}.minus{color:#b3261e}
@media(prefers-color-scheme:dark){.danger b,.minus{color:#ff8a80}.plus{color:#7ee787}}
`;
/** Nothing runs, nothing is fetched, and no style but this one holds. */
const policy = "default-src 'none'; style-src 'sha256-BoRH05w+Skl4aQVqEtlWPR+k48QtsKrUnCMz9M+y4dE='; base-uri 'none'; form-action 'none'";
/** One page without script that needs nothing else; each text in it is a stranger's, and escaped. */
function differenceHtml(difference) {
	const verdict = htmlText(verdictOf(difference));
	return [
		`<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1">`,
		`<title>sluice diff: ${verdict}</title>\n<style>${differenceStyle}</style>\n</head>\n<body>`,
		`<h1>sluice diff: ${verdict}</h1>\n<p>${factsOf$1(difference)}</p>`,
		...dangerList(difference),
		...lists(difference),
		...objectParts(difference),
		"</body>\n</html>\n"
	].join("\n");
}
function factsOf$1(difference) {
	const scope = scopeOf(difference);
	const base = `compared with ${htmlText(baseWords(difference.base))}`;
	return scope === void 0 ? base : `${scope} · ${base}`;
}
/** What stands between backticks is code. */
function message(text) {
	const parts = text.split("`");
	if (parts.length % 2 === 0) return htmlText(text);
	return parts.map((part, index) => index % 2 === 0 ? htmlText(part) : `<code>${htmlText(part)}</code>`).join("");
}
function placeOf$1(place) {
	return place ? ` <small>${htmlText(`${place.path}:${place.line}`)}</small>` : "";
}
function list(title, rows, className = "") {
	if (rows.length === 0) return [];
	const items = rows.map((row) => `<li>${row}</li>`).join("\n");
	return [`<h2>${title}</h2>\n<ul${className === "" ? "" : ` class="${className}"`}>\n${items}\n</ul>`];
}
function dangerList(difference) {
	const several = hasClusters(difference);
	return list("Danger", dangersOf(difference).map(({ category, message: text, object, place }) => {
		const where = several ? ` in cluster ${htmlText(object.cluster)}` : "";
		return `<b>${dangerNames[category]}</b>${where}: ${message(text)}${placeOf$1(place)}`;
	}), "danger");
}
function lists(difference) {
	const several = hasClusters(difference);
	const inCluster = (name) => several ? ` in cluster ${htmlText(name)}` : "";
	const images = difference.images.map(({ cluster, objects, ...image }) => `<code>${htmlText(imageWords(image))}</code>: ${objects.map((id) => htmlText(describe(id))).join(", ")}${inCluster(cluster)}`);
	const versions = difference.versions.map((version) => `${htmlText(describe(version.id))}: <code>${htmlText(versionWords(version))}</code>${inCluster(version.cluster)}`);
	const uncompared = difference.uncompared.map(({ cluster, what, reason, side }) => {
		return `${cluster === void 0 || !several ? "" : `${htmlText(cluster)}: `}${message(what)}${sideNames[side]}: ${message(reason)}`;
	});
	return [
		...list("Images", images),
		...list("Versions", versions),
		...list("Not compared", uncompared)
	];
}
function objectParts(difference) {
	const several = hasClusters(difference);
	return ownerGroups(difference).map(({ name, cluster, words, objects }) => {
		const where = several ? ` in cluster ${htmlText(cluster)}` : "";
		const said = words === "" ? "" : `\n<p>${htmlText(words)}</p>`;
		return `<h2>${htmlText(name)}${where}</h2>${said}\n${objects.map(objectPart).join("\n")}`;
	});
}
const classes = {
	"+": " class=\"plus\"",
	"-": " class=\"minus\"",
	" ": ""
};
function objectPart(object) {
	const words = objectWords(object);
	const title = `<code>${htmlText(`${signs[object.action]} ${describe(object.id)}`)}</code>${words === "" ? "" : ` ${message(words)}`}${placeOf$1(object.place)}`;
	const { lines, more } = differenceLines(object, linesShown$2);
	const rows = lines.map(({ sign, text }) => `<span${classes[sign]}>${sign} ${htmlText(text.replaceAll("	", "  "))}</span>`);
	const code = rows.length === 0 ? "" : `\n<pre>${rows.join("\n")}</pre>`;
	const left = more > 0 ? `\n<p>… and ${count(more, "more line")}</p>` : "";
	return `<details${object.dangers.length > 0 ? " open" : ""}><summary>${title}</summary>${code}${left}</details>`;
}
//#endregion
//#region src/report/diff/difference-json.ts
/** Version 1 of the difference for programs; `schemas/diff-v1.schema.json` describes it. */
function differenceJson(difference, tool) {
	const { base, appliers, objects, images, versions, uncompared } = difference;
	const content = {
		$schema: schemaUrl("diff-v1"),
		version: 1,
		tool,
		base,
		verdict: verdictOf(difference),
		summary: summaryOf(difference),
		dangers: dangersOf(difference).map(({ object, category, message, field, place }) => ({
			category,
			message,
			cluster: object.cluster,
			object: object.id,
			...field !== void 0 && { field },
			...placed(place)
		})),
		images,
		versions,
		appliers,
		objects: objects.map(objectJson),
		uncompared
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
function summaryOf({ objects, appliers, counts }) {
	const byAction = groupBy(objects, ({ action }) => action);
	const of = (action) => byAction.get(action)?.length ?? 0;
	return {
		changed: of("changed"),
		created: of("created"),
		deleted: of("deleted"),
		moved: of("moved"),
		left: of("left"),
		noise: appliers.reduce((sum, { noise }) => sum + noise, 0),
		dangers: objects.reduce((sum, { dangers }) => sum + dangers.length, 0),
		...counts
	};
}
function objectJson(change) {
	const { id, place, dangers: _, server, owner, formerOwner, ...rest } = change;
	return {
		...idOf(id),
		...rest,
		...server !== "" && { server },
		...owner && { owner: idOf(owner) },
		...formerOwner && { formerOwner: idOf(formerOwner) },
		...placed(place)
	};
}
function idOf({ group, kind, namespace, name }) {
	return {
		group,
		kind,
		...namespace !== void 0 && { namespace },
		name
	};
}
function placed(place) {
	return place ? { place } : {};
}
//#endregion
//#region src/report/diff/difference-markdown.ts
/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
const maxMarkdownBytes = 65e3;
const rowsShown = 50;
/** Lines of one object; what is new needs fewer, and a definition none: there would be no room for others. */
const linesShown$1 = 200;
const newLinesShown$1 = 60;
const textLimit = 2e3;
/** A line of an object, a name. */
const lineLimit = 500;
/**
* For a pull request: the verdict, dangers, images, versions, what was not compared; then each object, folded. Every text in
* it is a stranger's, and escaped (`safety.md` row 17). It is cut between two objects, and says how many are left out.
*/
function differenceMarkdown(difference, bytes = maxMarkdownBytes) {
	return takeRows(rowsOf(difference), difference.objects.length, bytes);
}
function* rowsOf(difference) {
	const head = [
		`## sluice diff: ${markdownText(verdictOf(difference))}\n\n${factsOf(difference)}\n`,
		...dangerRows(difference),
		...tableRows(difference),
		...uncomparedRows(difference)
	];
	for (const text of head) yield {
		text,
		objects: 0
	};
	yield* objectRows(difference);
}
/** The rows that fit. They are made one by one: a change may have many more objects than anybody will see. */
function takeRows(rows, total, bytes) {
	const encoder = new TextEncoder();
	const size = (text) => encoder.encode(text).length;
	const note = (left) => `\n… and ${count(left, "more object")}, for which there is no room here: \`sluice diff\` shows them.\n`;
	const taken = [];
	let [used, left, isWhole] = [
		0,
		total,
		true
	];
	for (const row of rows) {
		taken.push(row);
		used += size(row.text);
		left -= row.objects;
		isWhole = used <= bytes;
		if (!isWhole) break;
	}
	while (!isWhole && used > bytes - size(note(total))) {
		const row = taken.pop();
		if (!row) return "";
		used -= size(row.text);
		left += row.objects;
	}
	return taken.map(({ text }) => text).join("") + (isWhole ? "" : note(left));
}
function factsOf(difference) {
	const scope = scopeOf(difference);
	const base = `compared with ${markdownText(cutText(baseWords(difference.base), lineLimit))}`;
	return scope === void 0 ? base : `${scope} · ${base}`;
}
function shown(text) {
	return markdownMessage(cutText(text, textLimit));
}
function placeOf(place) {
	return place ? ` (${markdownCode(cutText(`${place.path}:${place.line}`, lineLimit))})` : "";
}
function section(title, rows) {
	if (rows.length === 0) return [];
	const more = rows.length - rowsShown;
	return [
		`\n### ${title}\n\n`,
		...rows.slice(0, rowsShown),
		...more > 0 ? [`\n… and ${more} more\n`] : []
	];
}
function dangerRows(difference) {
	const several = hasClusters(difference);
	return section("Danger", dangersOf(difference).map(({ category, message, object, place }) => {
		const where = several ? ` in cluster ${markdownText(object.cluster)}` : "";
		return `- **${dangerNames[category]}**${where}: ${shown(message)}${placeOf(place)}\n`;
	}));
}
function tableRows(difference) {
	const several = hasClusters(difference);
	const inCluster = (name) => several ? ` in cluster ${markdownText(name)}` : "";
	const images = difference.images.map(({ cluster, objects, ...image }) => {
		const users = objects.slice(0, 3).map((id) => markdownText(describe(id))).join(", ");
		const more = objects.length > 3 ? ` and ${objects.length - 3} more` : "";
		return `- ${markdownCode(cutText(imageWords(image), textLimit))}: ${users}${more}${inCluster(cluster)}\n`;
	});
	const versions = difference.versions.map((version) => {
		const words = markdownCode(cutText(versionWords(version), textLimit));
		return `- ${markdownText(describe(version.id))}: ${words}${inCluster(version.cluster)}\n`;
	});
	return [...section("Images", images), ...section("Versions", versions)];
}
function uncomparedRows(difference) {
	const several = hasClusters(difference);
	return section("Not compared", uncomparedGroups(difference).map(({ cluster, what, reason, side }) => {
		return `- ${cluster === void 0 || !several ? "" : `${markdownText(cluster)}: `}${shown(what)}${sideNames[side]}: ${shown(reason)}\n`;
	}));
}
function* objectRows(difference) {
	const several = hasClusters(difference);
	for (const { name, cluster, words, objects } of ownerGroups(difference)) {
		const where = several ? ` in cluster ${markdownText(cluster)}` : "";
		const said = words === "" ? "" : `${markdownText(words)}\n\n`;
		yield {
			text: `\n### ${markdownText(cutText(name, lineLimit))}${where}\n\n${said}`,
			objects: 0
		};
		for (const object of objects) yield {
			text: objectRow(object),
			objects: 1
		};
	}
}
function objectRow(object) {
	const words = objectWords(object);
	const title = `<code>${htmlText(cutText(`${signs[object.action]} ${describe(object.id)}`, lineLimit))}</code>${words === "" ? "" : ` ${quiet(cutText(words, textLimit))}`}`;
	const { lines, more } = differenceLines(object, limitOf$1(object));
	const texts = lines.map(({ sign, text }) => {
		return cutText(`${sign} ${visible(text.replaceAll("	", "  "))}`, lineLimit);
	});
	const place = object.place ? `${placeOf(object.place).trim()}\n` : "";
	const left = more > 0 ? `\n… and ${count(more, "more line")}\n` : "";
	return `<details><summary>${title}</summary>\n\n${place}${texts.length === 0 ? "" : `\n${fenced(texts)}`}${left}\n</details>\n`;
}
function limitOf$1({ action, id }) {
	if (action !== "created") return linesShown$1;
	return id.kind === "CustomResourceDefinition" ? 0 : newLinesShown$1;
}
/** A fence that is longer than any in the text. */
function fenced(lines) {
	const runs = lines.flatMap((line) => [...line.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
	return `${fence}diff\n${lines.join("\n")}\n${fence}\n`;
}
/** Text inside HTML, in which GitHub still looks for mentions. */
function quiet(text) {
	return htmlText(text).replace(/@|(?<!&)#|:(?=\/\/)|GH(?=-\d)/gu, "$&​");
}
//#endregion
//#region src/report/diff/difference-text.ts
/** Lines that are shown of one object; what is new needs fewer, and a definition none. */
const linesShown = 40;
const newLinesShown = 12;
/** Reasons for which something could not be compared. */
const groupsShown = 20;
/** For people at a terminal: the verdict, dangers, images, versions, then object by object. */
function differenceText(difference, options) {
	return `${[
		headOf(difference, options),
		dangerBlock(difference, options),
		imageBlock(difference, options),
		versionBlock(difference, options),
		uncomparedBlock(difference, options),
		...applierBlocks(difference, options)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function headOf(difference, { style, width }) {
	const verdict = verdictOf(difference);
	const role = isAlarming(difference) ? "error" : "ok";
	const scope = scopeOf(difference);
	return [
		...wrap(`sluice diff: ${verdict}`, width).map((line) => style(role, line)),
		...scope === void 0 ? [] : [scope],
		style("dim", `compared with ${visible(baseWords(difference.base))}`)
	];
}
function dangerBlock(difference, { style, width }) {
	const dangers = dangersOf(difference);
	if (dangers.length === 0) return [];
	const indent = Math.max(...dangers.map(({ category }) => dangerNames[category].length)) + 4;
	const several = hasClusters(difference);
	const rows = dangers.flatMap(({ category, message, place, object }) => {
		const where = `${several ? `cluster ${object.cluster}, ` : ""}${placeText(place)}`;
		const [first = "", ...rest] = styleCodeLines(style, wrap(visible(message), width - indent));
		const name = dangerNames[category];
		return [
			`  ${style("error", name)}${" ".repeat(indent - 2 - name.length)}${first}`,
			...rest.map((line) => " ".repeat(indent) + line),
			...where === "" ? [] : [" ".repeat(indent) + style("path", visible(where))]
		];
	});
	return [style("strong", "Danger"), ...rows];
}
function placeText(place) {
	return place ? `${place.path}:${place.line}` : "";
}
function imageBlock(difference, options) {
	return tableOf("Images", difference.images.map((image) => {
		const users = image.objects.map(describe);
		const more = users.length > 2 ? ` and ${users.length - 2} more` : "";
		return [
			imageWords(image),
			`${users.slice(0, 2).join(", ")}${more}`,
			image.cluster
		];
	}), difference, options);
}
function versionBlock(difference, options) {
	return tableOf("Versions", difference.versions.map((version) => [
		versionWords(version),
		describe(version.id),
		version.cluster
	]), difference, options);
}
/** What it is, and in what; on a line of its own where both do not fit. */
function tableOf(title, rows, difference, { style, width }) {
	if (rows.length === 0) return [];
	const several = hasClusters(difference);
	return [style("strong", title), ...rows.flatMap(([what, where, cluster]) => {
		const place = visible(several ? `${where} in cluster ${cluster}` : where);
		const line = `  ${visible(what)}`;
		return textWidth(line) + 2 + textWidth(place) <= width ? [`${line}  ${style("dim", place)}`] : [line, `      ${style("dim", place)}`];
	})];
}
function uncomparedBlock(difference, { style, width }) {
	const several = hasClusters(difference);
	const groups = uncomparedGroups(difference);
	if (groups.length === 0) return [];
	const more = groups.length - groupsShown;
	return [
		style("strong", "Not compared"),
		...groups.slice(0, groupsShown).flatMap(({ cluster, what, reason, side }) => {
			return wrap(visible(`${cluster === void 0 || !several ? "" : `${cluster}: `}${what}${sideNames[side]}: ${reason}`), width - 4).map((line, index) => index === 0 ? `  ${line}` : `    ${line}`);
		}),
		...more > 0 ? [style("dim", `  … ${more} more reasons; -f json has them all`)] : []
	];
}
function applierBlocks(difference, options) {
	const several = hasClusters(difference);
	const { style, width } = options;
	return ownerGroups(difference).map(({ name, cluster, words, objects }) => {
		const head = several ? `${name} in cluster ${cluster}` : name;
		const [first = "", ...rest] = wrap(visible(words === "" ? head : `${head}: ${words}`), width);
		return [
			style("strong", first),
			...rest.map((line) => `  ${line}`),
			...objects.flatMap((object) => objectLines(object, options))
		];
	});
}
const roles = {
	created: "ok",
	changed: "label",
	deleted: "error",
	moved: "label",
	left: "warning"
};
function objectLines(object, { style, width }) {
	const said = objectWords(object);
	const sign = signs[object.action];
	const role = roles[object.action];
	const [first = "", ...rest] = wrap(visible(`${describe(object.id)}${said === "" ? "" : `: ${said}`}`), width - 4);
	const { lines, more } = differenceLines(object, limitOf(object));
	const place = object.owner?.kind === "HelmRelease" ? "" : placeText(object.place);
	return [
		`  ${style(role, sign)} ${first}`,
		...rest.map((line) => `      ${line}`),
		...place === "" ? [] : [`      ${style("path", visible(place))}`],
		...shortened(lines, width - 6).map((line) => `      ${colored(line, {
			style,
			width: width - 6
		})}`),
		...more > 0 ? [style("dim", `      … ${more} more lines`)] : []
	];
}
function limitOf({ action, id }) {
	if (action !== "created") return linesShown;
	return id.kind === "CustomResourceDefinition" ? 0 : newLinesShown;
}
/** A scalar takes one line where both values fit into it. */
function shortened(lines, width) {
	return lines.flatMap((line, index) => {
		const { short } = line;
		if (short !== void 0 && textWidth(short) <= width) return [{
			sign: " ",
			text: short
		}];
		const former = lines[index - 1]?.short;
		return former !== void 0 && textWidth(former) <= width ? [] : [line];
	});
}
function colored({ sign, text }, { style, width }) {
	const line = `${sign} ${visible(text.replaceAll("	", "  "))}`;
	const cut = textWidth(line) > width * 2 ? `${fitStart(line, width * 2 - 1)}…` : line;
	if (sign === " ") return cut;
	return style(sign === "+" ? "ok" : "error", cut);
}
//#endregion
//#region src/cli/diff-formats.ts
const formats = {
	text: (difference) => differenceText(difference, {
		style: plainStyle,
		width: 100
	}),
	markdown: (difference) => differenceMarkdown(difference),
	html: differenceHtml,
	json: (difference) => differenceJson(difference, {
		name: "sluice",
		version
	})
};
const formatNames = Object.keys(formats);
/** What `--format` asks for; stdout gets the text, unless another format goes there. */
function diffTargets({ flags, cwd }) {
	const source = flags.source("format");
	const targets = flags.list("format").map((text) => {
		const [name = "", ...rest] = text.split("=");
		const format = formatNames.find((known) => known === name);
		if (!format) throw unknownFormat(name, source);
		return {
			format,
			file: rest.length === 0 ? void 0 : targetFile(rest.join("="), source, cwd)
		};
	});
	const onStdout = targets.filter(({ file }) => file === void 0).length;
	if (onStdout > 1) throw new UsageError(`\`${source}\` asks for ${onStdout} formats on stdout.`, { help: "Give all but one of them a file: `--format markdown=diff.md`." });
	return onStdout === 1 ? targets : [{
		format: "text",
		file: void 0
	}, ...targets];
}
function unknownFormat(name, source) {
	const nearest = nearestName(name, formatNames);
	return new UsageError(`\`${source}\` is \`${name}\`; it takes ${formatNames.map((format) => `\`${format}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
/** Writes the difference to each place: files first, so that a reader of stdout finds them there. */
function writeDifference(targets, difference, { io, style }) {
	for (const { format, file } of targets) if (file !== void 0) writeAtomically(file, formats[format](difference));
	const shown = targets.find(({ file }) => file === void 0);
	if (!shown) return;
	const width = Math.max(40, io.stdout.columns ?? 80);
	const isText = shown.format === "text";
	const text = isText ? differenceText(difference, {
		style,
		width
	}) : formats[shown.format](difference);
	io.stdout.write(isText && io.environment.GITHUB_ACTIONS === "true" ? guardedLog(text) : text);
}
//#endregion
//#region src/cli/commands/diff.ts
/** `sluice diff`: what a change does in the clusters, compared with a commit. */
async function diff(context) {
	const { flags, io } = context;
	const targets = diffTargets(context);
	const base = await diffBase(findRoot([], context.cwd).root, context);
	return await withSession(context, [], {
		lock: "held",
		schemas: "unread"
	}, async (session) => {
		const after = session.workspace;
		const before = await openBase(session, base, context);
		io.signal.throwIfAborted();
		const mask = createSecretMask(secretsOf(before, after), maskKey(cacheFolder(context)));
		const { commit, why } = base;
		const difference = createDifference({
			base: {
				commit,
				why
			},
			before,
			after,
			mask
		});
		writeDifference(targets, difference, context);
		if ([before, after].some(({ skipped }) => skipped.some(({ kind }) => kind === "incomplete")) && !flags.switch("allow-incomplete")) return exitCodes.incomplete;
		return flags.switch("exit-code") ? changeCode(difference) : exitCodes.clean;
	});
}
function changeCode(difference) {
	return isSameEverywhere(difference) ? exitCodes.clean : exitCodes.findings;
}
/** Opens the commit as the work tree was opened; its sources are held to its own `sluice.lock`. */
async function openBase(session, { tree }, { flags }) {
	const { request, host, heldTo } = session;
	const { root } = request;
	const [now, then] = await Promise.all([host.files, tree.files].map((files) => lockText(files, root)));
	const isOther = now !== then && !flags.switch("untrusted");
	const lock = isOther && then !== void 0 ? parseLock(then) : /* @__PURE__ */ new Map();
	return await buildWorkspace(request, withTree(isOther ? heldTo("error" in lock ? /* @__PURE__ */ new Map() : lock) : host, root, tree));
}
async function lockText(files, root) {
	return (await files.list(root)).some(({ path, link }) => path === "sluice.lock" && !link) ? new TextDecoder().decode(await files.read(root, lockName)) : void 0;
}
/** Secrets of both sides: a value that has moved from one to the other is none the less secret. */
function* secretsOf(...workspaces) {
	for (const { documents, clusters } of workspaces) {
		for (const { content, encrypted } of documents) if (!encrypted && content !== void 0) yield content;
		for (const { resources } of clusters) for (const { manifest } of resources) yield manifest;
	}
}
//#endregion
export { diff };
