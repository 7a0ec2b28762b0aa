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
export { resourceKey as a, qualifiedName as i, groupOf as n, versionOf as o, isKind as r, describe as t };
