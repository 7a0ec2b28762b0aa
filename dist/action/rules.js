import { t as groupBy } from "./group-by.js";
import { n as kinds$1 } from "./kinds.js";
import { a as resourceKey, n as groupOf, o as versionOf, r as isKind, t as describe } from "./resource.js";
import { n as knownMinors, t as fluxVersions } from "./flux-versions.js";
import { n as nearestName, t as certainName } from "./nearest-name.js";
import { a as isList, c as stringAt, i as formatFieldPath, l as valueAt, n as lenientUtf8, o as isObject, s as listAt, t as decodeBase64 } from "./base64.js";
import { t as compilePattern } from "./pattern2.js";
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
	return (byKindAndName.get(keyOf$2(kind, name)) ?? []).some(counts) || makers.some(({ document, written, text }) => written !== kind && text.includes(`"${name}"`) && counts(document));
}
const known$3 = /* @__PURE__ */ new WeakMap();
function writtenIn(workspace) {
	const written = known$3.get(workspace) ?? indexWritten(workspace);
	known$3.set(workspace, written);
	return written;
}
function indexWritten({ documents }) {
	const named = documents.filter(({ content }) => stringAt(content, ["kind"]) !== void 0);
	return {
		byKindAndName: groupBy(named, ({ content }) => keyOf$2(stringAt(content, ["kind"]) ?? "", stringAt(content, ["metadata", "name"]) ?? "")),
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
function keyOf$2(kind, name) {
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
//#region src/rule/says-somewhere.ts
/**
* Whether any file holds a text: a flag of Flux's controllers may stand in a patch of `flux-system`, in a FluxInstance, or in
* the values of the chart that makes one. Where it does, nobody is told of what the flag makes untrue.
*/
function saysSomewhere({ files }, text) {
	return files.some(({ source }) => source.text.includes(text));
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
	for (const [path, from] of paths) for (const folder of foldersAbove(path)) if (places.get(folder) === void 0) places.set(folder, placeOf$7(folder, path, from));
	return places;
}
function foldersAbove(path) {
	const folders = [""];
	for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) folders.push(path.slice(0, slash));
	return folders;
}
function placeOf$7(folder, path, from) {
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
			const at = placeOf$6(resource, path, problem);
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
function placeOf$6(resource, path, { kind }) {
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
	if (typeof text !== "string") return void 0;
	const { name, fallback } = lone.exec(text)?.groups ?? {};
	if (name === void 0) return void 0;
	return {
		text,
		name,
		...fallback !== void 0 && { fallback }
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
		rendered: {
			resource,
			path
		},
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
/** All charts that a cluster asks for. */
function* askedCharts(cluster) {
	for (const build of cluster.releases) {
		const { release: asker, chartProblem: problem } = build;
		if (problem === void 0) continue;
		yield {
			asker,
			problem,
			fields: chartFields(cluster, build),
			label: labelOf(cluster, asker, [...template$1, "chart"])
		};
	}
	for (const { chart: asker, chartProblem: problem } of cluster.charts) yield {
		asker,
		problem,
		fields: fieldsOf(asker, asker.at(["spec", "chart"]), ["spec", "version"]),
		label: labelOf(cluster, asker, ["spec", "chart"])
	};
}
const file = /(?:no values file found at path|unmarshaling values from) '(?<path>[^']*)'/u;
/** The entry of `valuesFiles` that a failure names: of a release, or of the HelmChart that it has its chart from. */
function valuesFileEntry(cluster, asker, { message }) {
	const named = file.exec(message)?.groups?.path;
	const holder = chartReference(cluster, asker) ?? asker;
	const path = [...holder.id.kind === kinds$1.HelmChart.kind ? ["spec"] : template$1, "valuesFiles"];
	const index = named === void 0 ? -1 : listAt(holder.manifest, path).indexOf(named);
	return index < 0 ? void 0 : holder.at([...path, index]);
}
/** The HelmChart or OCIRepository that a release names by `chartRef`. */
function chartReference(cluster, release) {
	return cluster.graph.from(release).find(({ relation, resource }) => relation === "chartRef" && resource)?.resource;
}
/** The fields that decide which chart a release gets. */
function chartFields(cluster, build) {
	const { release } = build;
	const source = chartReference(cluster, release);
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
function labelOf(cluster, asker, field) {
	const name = stringAt(asker.manifest, field);
	const source = cluster.graph.from(asker).find(({ relation }) => relation === "sourceRef" || relation === "chartRef")?.target;
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
		for (const { asker, problem, fields } of askedCharts(cluster)) {
			if (problem?.kind !== "chart-not-found") continue;
			const { holder, chart } = fields;
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
				message: `${describe(asker.id)} has no chart: ${problem.message}.`,
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
const sources$2 = [kinds$1.GitRepository, kinds$1.Bucket];
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
			const field = chartFieldOf(resource, sources$2);
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
const field$2 = [
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
			if (valueAt(manifest, field$2) !== true) continue;
			if (stringAt(manifest, ["spec", "targetNamespace"])) continue;
			yield {
				at: release.at(field$2),
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
//#region rules/helm/hr-no-remediation.ts
/** The controllers' gate that makes `RetryOnFailure` the default. */
const gate = "DefaultToRetryOnFailure=true";
const actions = ["install", "upgrade"];
const hrNoRemediation = defineClusterRule({
	id: "hr-no-remediation",
	category: "helm",
	scope: "cluster",
	severity: "warning",
	presets: ["strict"],
	summary: "A HelmRelease is not tried again after the first error.",
	why: "Flux does not repeat a failed install or upgrade unless `remediation.retries` or the strategy `RetryOnFailure` says so: the HelmRelease is Stalled with `RetriesExceeded`, and stays so until its spec, its chart or its values change.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#configuring-failure-handling"],
	since: "0.1.0",
	*check({ cluster, target, workspace }) {
		if (saysSomewhere(workspace, gate)) return;
		for (const release of cluster.all(kinds$1.HelmRelease)) {
			if (!isWritten$1(release) || release.uncertain || !isWhole$1(cluster, release)) continue;
			const given = actions.filter((action) => !isRepeated(release, action));
			if (given.length === 0) continue;
			yield {
				at: release.at(["metadata", "name"]),
				message: `${describe(release.id)} stays failed when its first ${given.join(" or ")} fails.`,
				help: `Set ${given.map((action) => fieldIn(action, fluxMinor(target))).join(" and ")}.`
			};
		}
	}
});
/** `strategy` came with Flux 2.7. */
function fieldIn(action, minor) {
	return minor < 7 ? `\`spec.${action}.remediation.retries\`` : `\`spec.${action}.strategy.name: RetryOnFailure\``;
}
function isRepeated({ manifest }, action) {
	if (stringAt(manifest, [
		"spec",
		action,
		"strategy",
		"name"
	]) === "RetryOnFailure") return true;
	const retries = valueAt(manifest, [
		"spec",
		action,
		"remediation",
		"retries"
	]);
	return typeof retries === "number" && retries !== 0;
}
//#endregion
//#region rules/helm/hr-recreate-noop.ts
const field$1 = [
	"spec",
	"rollback",
	"recreate"
];
/** A patch sets the field of all releases that it selects: there is one line to edit. */
function placeOf$5({ resource }) {
	const { document, path } = resource.at(field$1);
	return `${document.file.path}\n${document.range.start.line}\n${formatFieldPath(path)}`;
}
function andOthers(count) {
	if (count === 0) return " sets";
	return count === 1 ? " and another one get" : ` and ${count} others get`;
}
function removeFix(release) {
	return {
		title: "Remove `recreate`",
		applicability: "safe",
		changes: [{
			op: "remove",
			at: release.at(field$1, "entry")
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
		const releases = [...writtenResources(workspace)].filter(({ resource, target }) => isKind(resource.id, kinds$1.HelmRelease) && fluxMinor(target) >= 8 && valueAt(resource.manifest, field$1) === true);
		for (const [first, ...others] of groupBy(releases, placeOf$5).values()) {
			if (!first) continue;
			const { resource, severity } = first;
			const names = new Set([first, ...others].map((one) => describe(one.resource.id)));
			yield {
				at: resource.at(field$1),
				message: `${describe(resource.id)}${andOthers(names.size - 1)} \`rollback.recreate\`, which has no effect since Flux 2.8.`,
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
/** The text that does not parse, or the entry of `valuesFrom` that a failure to compose the values names. */
function valuesSource(build, message) {
	const { release } = build;
	const named = reference$1.exec(message)?.groups;
	const broken = /error converting YAML to JSON/u.test(message) ? syntaxError(build, named?.name) : void 0;
	if (broken) return broken;
	if (!named) return void 0;
	const from = ["spec", "valuesFrom"];
	const index = listAt(release.manifest, from).findIndex((entry) => stringAt(entry, ["name"]) === named.name && (stringAt(entry, ["valuesKey"]) || "values.yaml") === named.key);
	return index < 0 ? void 0 : release.at([
		...from,
		index,
		"name"
	]);
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
function placeOf$4(workspace, build, failure, words) {
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
	if (failure.step === "values") return valuesSource(build, failure.message);
	return failure.step === "post-render" ? postRenderer(build) : void 0;
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
			const file = valuesFileEntry(cluster, release, failure);
			yield {
				...file ? { at: file } : placeOf$4(workspace, build, failure, words),
				message: `${describe(release.id)} ${describeFailure(build, failure)}: ${words.cause}${at}.`,
				help: advise$5(failure, words),
				...needsOtherKubernetes(failure) ? { severity: "warning" } : {}
			};
		}
		for (const { chart, failure } of cluster.charts) {
			if (!failure) continue;
			yield {
				at: valuesFileEntry(cluster, chart, failure) ?? chart.at(["spec", "chart"]),
				message: `${describe(chart.id)} has no values: ${failure.message}.`,
				help: advise$5(failure, helmWords(failure))
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
//#region rules/helm/hr-storage-namespace.ts
const field = ["spec", "targetNamespace"];
const hrStorageNamespace = defineClusterRule({
	id: "hr-storage-namespace",
	category: "helm",
	scope: "cluster",
	severity: "info",
	presets: ["strict"],
	summary: "Helm's records of a release are in another namespace than its objects.",
	why: "Flux keeps Helm's records in `spec.storageNamespace`, by default the HelmRelease's own namespace, whatever `spec.targetNamespace` says: `helm list` in the namespace of the objects does not show the release.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#storage-namespace"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const release of cluster.all(kinds$1.HelmRelease)) {
			const { id, manifest } = release;
			if (!isWritten$1(release) || release.uncertain || id.namespace === void 0) continue;
			const target = stringAt(manifest, field);
			const storage = stringAt(manifest, ["spec", "storageNamespace"]) ?? id.namespace;
			if (target === void 0 || target === storage) continue;
			yield {
				at: release.at(field),
				message: `${describe(id)} installs into \`${target}\`, and Helm's records of it are in \`${storage}\`.`,
				help: `Call Helm with \`-n ${storage}\`. A release that is not installed yet may have \`storageNamespace: ${target}\`; one that is gets uninstalled and installed anew by that.`
			};
		}
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
//#region rules/helm/hr-values-target-conflict.ts
const hrValuesTargetConflict = defineClusterRule({
	id: "hr-values-target-conflict",
	category: "helm",
	scope: "cluster",
	severity: "warning",
	presets: ["strict"],
	summary: "A value is set in `spec.values` and by a `targetPath` of `valuesFrom`.",
	why: "Which of the two Flux takes depends on where the value lies, and on entries of `valuesFrom` that have nothing to do with it: neither `targetPath` nor `spec.values` always wins.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
	since: "0.1.0",
	*check({ cluster }) {
		for (const release of cluster.all(kinds$1.HelmRelease)) {
			const composed = cluster.releaseOf(release)?.values;
			for (const { index, targetPath, from } of targetPaths(release)) {
				const path = readPath(targetPath);
				const inline = path && valueAt(release.manifest, [
					"spec",
					"values",
					...path
				]);
				if (!path || inline === void 0) continue;
				const field = formatFieldPath(path);
				const isLost = composed !== void 0 && isSame(inline, valueAt(composed, path));
				yield {
					at: release.at([
						"spec",
						"valuesFrom",
						index,
						"targetPath"
					]),
					message: `${describe(release.id)} sets \`${field}\` in \`spec.values\` and from ${from}${isLost ? "; as it is, the release has that of `spec.values`" : ""}.`,
					help: `Remove \`spec.values.${field}\`, or the entry: only one of them is used.`,
					...!isLost && { severity: "info" },
					related: [{
						at: release.at([
							"spec",
							"values",
							...path
						]),
						message: "what `spec.values` says"
					}]
				};
			}
		}
	}
});
function isSame(inline, composed) {
	return JSON.stringify(inline) === JSON.stringify(composed);
}
function targetPaths(release) {
	return listAt(release.manifest, ["spec", "valuesFrom"]).flatMap((entry, index) => {
		const targetPath = stringAt(entry, ["targetPath"]);
		const from = `${stringAt(entry, ["kind"]) ?? ""} \`${stringAt(entry, ["name"]) ?? ""}\``;
		return targetPath === void 0 || targetPath === "" ? [] : [{
			index,
			targetPath,
			from
		}];
	});
}
/** The keys and indexes of a `targetPath`; undefined for one that sets nothing, or that Helm does not read. */
function readPath(targetPath) {
	const steps = targetPath.match(/(?:\\.|[^.[\]\\])+|\[\d+\]|[.[\]]/gu) ?? [];
	const path = [];
	for (const [position, step] of steps.entries()) {
		const before = steps[position - 1];
		if (step === ".") {
			if (before === void 0 || before === "." || position === steps.length - 1) return void 0;
		} else if (/^\[\d+\]$/u.test(step)) {
			if (before === void 0 || before === ".") return void 0;
			path.push(Number(step.slice(1, -1)));
		} else if (step === "[" || step === "]" || before?.endsWith("]")) return void 0;
		else path.push(step.replace(/\\(.)/gu, "$1"));
	}
	return path;
}
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
		for (const { asker, problem, fields } of askedCharts(cluster)) {
			if (problem?.kind !== "version-invalid") continue;
			const { version, versionField, versionText } = fields;
			const suggestion = suggest(versionText);
			yield {
				at: version,
				message: `${describe(asker.id)} asks for chart version \`${versionText}\`, which is no version constraint.`,
				help: suggestion ? `Set \`${versionField}\` to \`${suggestion}\`.` : "Write a version (`6.5.0`), or a range such as `6.x`, `^6.5.0` or `>=6.5.0 <7.0.0`."
			};
		}
	}
});
//#endregion
//#region rules/helm/any-version.ts
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
/** Whether a constraint asks for nothing; a missing one does not. */
function isAnyVersion(constraint) {
	return any.has(constraint?.trim() ?? "");
}
//#endregion
//#region rules/helm/hr-version-missing.ts
/** Charts of Git and buckets have no versions to choose from. */
const sources$1 = [kinds$1.HelmRepository];
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
			const field = chartFieldOf(resource, sources$1);
			if (!field || !isWhole$1(cluster, resource)) continue;
			const { manifest, id } = resource;
			const version = stringAt(manifest, [...field, "version"]);
			if (!isAnyVersion(version)) continue;
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
//#region rules/helm/hr-version-range.ts
/** Charts of Git and buckets have no versions to choose from. */
const sources = [kinds$1.HelmRepository];
/** One version, as Masterminds reads it: fewer than three numbers are a range. */
const pin = /^=?\s*v?\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u;
/** What looks like a constraint; of the rest another rule speaks, or nobody can see it. */
const constraint = /^[\s\dvxX*.,<>=!~^|+a-z-]*\d[\s\dvxX*.,<>=!~^|+a-z-]*$/u;
const hrVersionRange = defineClusterRule({
	id: "hr-version-range",
	category: "helm",
	scope: "cluster",
	severity: "info",
	presets: ["strict"],
	summary: "A chart is taken in any version of a range.",
	why: "Flux asks the repository at each interval, and upgrades the release to the newest version that fits, without a commit: what runs is not what Git says, and a rollback of Git does not bring the old chart back.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
	since: "0.1.0",
	*check({ cluster }) {
		const invalid = new Set(cluster.releases.filter(({ chartProblem }) => chartProblem?.kind === "version-invalid").map(({ release }) => release));
		for (const resource of cluster.resources) {
			const field = chartFieldOf(resource, sources);
			if (!field || resource.uncertain || invalid.has(resource)) continue;
			const { manifest, id } = resource;
			const version = stringAt(manifest, [...field, "version"])?.trim();
			if (version === void 0 || isAnyVersion(version)) continue;
			if (pin.test(version) || !constraint.test(version)) continue;
			const chart = stringAt(manifest, [...field, "chart"]) ?? "";
			yield {
				at: resource.at([...field, "version"]),
				message: `${describe(id)} takes chart \`${chart}\` in whatever version fits \`${version}\`.`,
				help: `Write one version, such as \`6.9.0\`, and let a program that opens pull requests raise it.`
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
		for (const { asker, problem, fields, label } of askedCharts(cluster)) {
			if (problem?.kind !== "version-unsatisfied") continue;
			const { version, versionField, versionText } = fields;
			const newest = problem.known[0];
			if (!problem.certain && !isNewer(versionText, problem.known)) continue;
			yield {
				at: version,
				message: `${describe(asker.id)} asks for version \`${versionText}\` of ${label}, and no known version fits.`,
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
//#region rules/kustomization/config-not-watched.ts
const relations = new Set(["valuesFrom", "substituteFrom"]);
/** The controllers' flag with which they watch what has no label. */
const flag$1 = "--watch-configs-label-selector";
const labels$1 = ["metadata", "labels"];
const label = "reconcile.fluxcd.io/watch";
const configNotWatched = defineClusterRule({
	id: "config-not-watched",
	category: "kustomization",
	scope: "cluster",
	severity: "info",
	presets: ["strict"],
	summary: "A change of values or variables waits for the next interval.",
	why: "Flux looks at what `valuesFrom` and `substituteFrom` name when it reconciles, at each `spec.interval`. It reconciles at once when an object changes that has the label `reconcile.fluxcd.io/watch: Enabled`.",
	docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references", "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution"],
	since: "0.1.0",
	fixable: "safe",
	*check({ cluster, target, workspace }) {
		if (fluxMinor(target) < 7 || saysSomewhere(workspace, flag$1)) return;
		const users = groupBy(cluster.graph.references.filter(isUse), ({ resource }) => resource);
		for (const [resource, [user, ...others]] of users) {
			if (!resource || !user || stringAt(resource.manifest, [...labels$1, label]) === "Enabled") continue;
			const fix = labelFix(resource);
			const more = others.length === 0 ? "" : ` and ${others.length} more`;
			const hasLabels = valueAt(resource.manifest, labels$1) !== void 0;
			yield {
				at: resource.at(hasLabels ? labels$1 : ["metadata", "name"], hasLabels ? "key" : "value"),
				message: `${describe(resource.id)} is read by ${describe(user.from.id)}${more}, and a change of it is seen at the next interval only.`,
				help: `Add the label \`${label}: Enabled\`.`,
				...fix && { fix }
			};
		}
	}
});
/** What a generator makes changes its name, and with it what names it; what charts render is not in Git. */
function isUse({ relation, status, resource }) {
	if (!relations.has(relation) || status !== "found" || !resource) return false;
	const { origin } = resource;
	return origin.via === "file" || origin.via === "kustomize" && !origin.generated;
}
/** SOPS signs the whole of a file: a label that is added by another program makes it unreadable. */
function labelFix(resource) {
	const { document, path } = resource.at(["metadata", "name"]);
	const place = path.slice(0, -2);
	if (document.encrypted || valueAt(document.content, [
		...place,
		"metadata",
		"name"
	]) === void 0) return void 0;
	const has = document.has([...place, ...labels$1]);
	const at = {
		document,
		part: "value"
	};
	return {
		title: `Add the label \`${label}: Enabled\``,
		applicability: "safe",
		changes: [has ? {
			op: "set",
			at: {
				...at,
				path: [
					...place,
					...labels$1,
					label
				]
			},
			value: "Enabled"
		} : {
			op: "set",
			at: {
				...at,
				path: [...place, ...labels$1]
			},
			value: { [label]: "Enabled" }
		}]
	};
}
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
	const key = `${keyOf$1(first)}\n${keyOf$1(later)}`;
	const known = overlaps.get(key);
	if (known) known.objects.push(object);
	else overlaps.set(key, {
		first,
		later,
		objects: [object]
	});
}
function isConflict(owner, other) {
	if (keyOf$1(owner.build) === keyOf$1(other.build)) return false;
	if (isAncestor(owner.build, other.build) || isAncestor(other.build, owner.build)) return false;
	return !(setting(owner.object, "prune") === "disabled" && setting(other.object, "prune") === "disabled" && JSON.stringify(owner.object.manifest) === JSON.stringify(other.object.manifest));
}
function keyOf$1({ kustomization }) {
	return resourceKey(kustomization.id, kustomization.server);
}
/** A path that contains the child's definition often contains the child's own path as well: another problem. */
function isAncestor(upper, lower) {
	const seen = /* @__PURE__ */ new Set();
	for (let owner = lower.kustomization.owner; owner && !seen.has(owner); owner = owner.owner) {
		if (resourceKey(owner.id, owner.server) === keyOf$1(upper)) return true;
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
				at: placeOf$3(document),
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
function placeOf$3(document) {
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
			const at = patch.targetAt();
			const found = isWrittenThere(at, patch.target) ? judge(patch, candidates) : void 0;
			if (!found) continue;
			const { document, path } = at;
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
/** Undefined where nothing can be said: the target has other conditions only, or is no pattern. */
function judge(patch, candidates) {
	const { target } = patch;
	if (!target) return void 0;
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
	options: { allow: {
		type: "strings",
		default: [],
		description: "Addresses that may be taken from the network, unless the controller forbids it: `*` stands for a part between slashes, `**` for anything."
	} },
	*check({ workspace, cluster, options }) {
		const forbidden = remoteBasesForbidden(cluster);
		const files = new Set(cluster.builds.flatMap((build) => closureOf(workspace, build)?.kustomizationFiles ?? []));
		for (const file of files) for (const entry of file.entries.filter(isRemoteBase)) {
			if (!forbidden && isAllowed(entry.text, options.allow)) continue;
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
function isAllowed(address, allow) {
	return allow.some((glob) => compilePattern(patternOf(glob))?.matches(address));
}
/** The regular expression of an address with `*` and `**`. */
function patternOf(glob) {
	return glob.replace(/[\\^$.|?+()[\]{}]/gu, "\\$&").replace(/\*+/gu, (stars) => stars.length > 1 ? ".*" : "[^/]*");
}
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
const fluxKinds = new Map(Object.values(kinds$1).flatMap((kind) => kind.group.includes("flux") ? [[kind.kind, kind]] : []));
function sourcesOf({ id, manifest }) {
	return listAt(manifest, ["spec", "eventSources"]).flatMap((entry, index) => {
		const name = stringAt(entry, ["name"]) ?? "";
		const kind = fluxKinds.get(stringAt(entry, ["kind"]) ?? "");
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
function unheard(cluster, sources, source) {
	const all = cluster.all(source.kind);
	if (!!all.some((resource) => hears(source, resource)) && !isFluxNamespace(cluster, source.namespace)) return [];
	return all.filter((resource) => resource.id.namespace !== source.namespace && hears({
		...source,
		namespace: resource.id.namespace
	}, resource)).filter((resource) => !sources.some((other) => hears(other, resource)));
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
		if (cluster.builds.some(({ status }) => status === "failed")) return;
		const alerts = cluster.all(kinds$1.Alert);
		const sources = alerts.flatMap(sourcesOf);
		for (const alert of alerts) for (const source of sourcesOf(alert)) {
			if (source.isStated || source.name !== "*") continue;
			const [first, ...others] = unheard(cluster, sources, source);
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
	if (stringAt(manifest, ["spec", "type"]) === "oci") return ["suspend", "passCredentials"].filter(isSet);
	return [...(stringAt(manifest, ["spec", "provider"]) ?? "generic") === "generic" ? [] : ["provider"], ...valueAt(manifest, ["spec", "insecure"]) === true ? ["insecure"] : []];
}
const helmrepoOciIgnoredField = defineFileRule({
	id: "helmrepo-oci-ignored-field",
	category: "sources",
	scope: "file",
	severity: "warning",
	presets: ["recommended"],
	summary: "A HelmRepository has a field that its type does not read.",
	why: "Flux does not reconcile a HelmRepository of type `oci` at all: it reads the address and the credentials for each HelmChart and ignores `suspend` and `passCredentials`; `provider` and `insecure` count for that type alone.",
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
//#region rules/substitution/quote-fix.ts
/**
* Quotes that are part of the value, where it is written: at the default, or at the variable, if nothing else uses that. A
* value in other text would get the quotes as well, and a number elsewhere would become a text.
*/
function quoteFix({ judged: { resource, at }, variable: { name, text, fallback } }, { workspace, all }) {
	const build = buildOf(resource, workspace);
	if (!build?.variables) return void 0;
	const variable = build.variables.get(name);
	const place = placeOf$2(at);
	if (!variable) {
		if (fallback === void 0 || build.variablesIncomplete || hasQuotes(fallback)) return void 0;
		return replaceFix(place, text, `${text.slice(0, -fallback.length - 1)}"${fallback}"}`);
	}
	const { value, opaque, at: definition } = variable;
	if (opaque || !definition || isSecret(definition) || hasQuotes(value)) return void 0;
	if (!areAllSeen(workspace)) return void 0;
	const places = new Set(all.filter(isOf(name)).map(({ judged }) => keyOf(judged.at)));
	if (usesOf(name, workspace) !== places.size) return void 0;
	return replaceFix(placeOf$2(definition), value, `"${value}"`);
}
function buildOf({ owner }, { clusters }) {
	return owner && clusters.flatMap((cluster) => cluster.buildOf(owner) ?? [])[0];
}
/** The field itself, without the variable's definition that a finding shows beside it. */
function placeOf$2({ document, path }) {
	return {
		document,
		path,
		part: "value"
	};
}
function hasQuotes(value) {
	return value === "" || value.includes("\"") || value.includes("\\");
}
function isSecret({ document }) {
	return valueAt(document.content, ["kind"]) === "Secret";
}
function isOf(name) {
	return ({ variable }) => variable.name === name;
}
function keyOf({ document, path }) {
	return JSON.stringify([
		document.file.path,
		document.index,
		path
	]);
}
/** Whether the files that can be read as YAML are all that variables stand in: a generator takes files of any kind. */
function areAllSeen({ kustomizationFiles, file }) {
	return kustomizationFiles.flatMap((one) => one.entries).filter(({ field }) => field === "generator").every(({ target }) => target !== void 0 && file(target) !== void 0);
}
/** How often the files name a variable in an expression, wherever that stands. */
function usesOf(name, { files }) {
	const use = new RegExp(`\\$\\{${name}(?!\\w)`, "gu");
	return files.reduce((sum, { source }) => sum + (source.text.match(use)?.length ?? 0), 0);
}
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
	fixable: "safe",
	*check({ workspace }) {
		const all = [...judgedViolations(workspace, ["type"])].flatMap((judged) => {
			const variable = loneVariable(judged);
			return variable ? [{
				judged,
				variable
			}] : [];
		});
		for (const ambiguous of all) {
			const { variable, judged } = ambiguous;
			const { resource, path, at, severity } = judged;
			const value = valueAt(resource.manifest, path);
			const fix = quoteFix(ambiguous, {
				workspace,
				all
			});
			yield {
				at,
				message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to \`${variable.text}\`, which becomes the ${typeof value} \`${String(value)}\`; a text is wanted there.`,
				help: `Give the value of \`${variable.name}\` quotes of its own (\`'"${String(value)}"'\`), or write the expression within other text.`,
				...severity && { severity },
				...fix && { fix }
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
	configNotWatched,
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
	hrNoRemediation,
	hrRecreateNoop,
	hrRenderFailed,
	hrSkipCrdsNoop,
	hrSourceMissing,
	hrStorageNamespace,
	hrValuesKeyMissing,
	hrValuesOptionalHides,
	hrValuesRefMissing,
	hrValuesSchema,
	hrValuesTargetConflict,
	hrValuesWrongNamespace,
	hrVersionInvalid,
	hrVersionMissing,
	hrVersionRange,
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
export { rules as t };
