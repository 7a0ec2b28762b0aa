import { r as UsageError } from "./errors.js";
import { n as kinds } from "./kinds.js";
import { n as nearestName } from "./nearest-name.js";
//#region src/cli/object-name.ts
/** Flux's own short names, and the kinds that apply objects. */
const kindNames = {
	ks: kinds.Kustomization,
	kustomization: kinds.Kustomization,
	kustomizations: kinds.Kustomization,
	hr: kinds.HelmRelease,
	helmrelease: kinds.HelmRelease,
	helmreleases: kinds.HelmRelease
};
const laterKinds = [
	"rset",
	"resourceset",
	"resourcesets"
];
/** Reads `KIND/NAME` or `KIND/NAMESPACE/NAME`; `namespace` is that of `-n`. */
function parseObjectName(text, namespace) {
	const [kindName = "", ...rest] = text.split("/");
	const lower = kindName.toLowerCase();
	if (laterKinds.includes(lower)) throw new UsageError("ResourceSets are not built yet: a later release does so.");
	const kind = Object.hasOwn(kindNames, lower) ? kindNames[lower] : void 0;
	const name = rest.at(-1) ?? "";
	if (!kind || name === "" || rest.length > 2) throw new UsageError(`\`${text}\` names no object that applies others.`, { help: "Write `ks/NAME` for a Kustomization or `hr/NAME` for a HelmRelease, with `-n NAMESPACE` where it is needed." });
	return {
		kind,
		name,
		namespace: rest.length === 2 ? rest[0] : namespace
	};
}
/** Whether `id` is the object that was named. */
function isNamed(id, { kind, name, namespace }) {
	const isInNamespace = namespace === void 0 || id.namespace === namespace;
	return id.kind === kind.kind && id.group === kind.group && id.name === name && isInNamespace;
}
/** What to say when no cluster has the object that was named; `ids` are those of the objects that could be. */
function noSuchObject(wanted, ids) {
	const candidates = ids.filter(({ kind }) => kind === wanted.kind.kind);
	const elsewhere = candidates.find(({ name }) => name === wanted.name);
	const nearest = nearestName(wanted.name, candidates.map(({ name }) => name));
	const named = wanted.namespace === void 0 ? wanted.name : `${wanted.namespace}/${wanted.name}`;
	const message = `No cluster has a ${wanted.kind.kind} \`${named}\`.`;
	if (elsewhere) return new UsageError(message, { help: `There is one in the namespace \`${elsewhere.namespace ?? ""}\`.` });
	return new UsageError(message, { help: nearest && `Did you mean \`${nearest}\`?` });
}
//#endregion
export { noSuchObject as n, parseObjectName as r, isNamed as t };
