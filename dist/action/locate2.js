import { i as formatFieldPath } from "./base64.js";
//#region src/check/locate.ts
/** The file and range of a place that a rule has named by field. */
function locate(at) {
	return {
		path: at.document.file.path,
		range: at.range ?? at.document.rangeOf(at.path, at.part, at.span)
	};
}
/** The file and range of a step on the way to a place. */
function locateStep(step) {
	const range = step.document.rangeOf(step.path, step.part);
	return {
		path: step.document.file.path,
		range,
		message: step.message
	};
}
/** The field as the cluster sees it, or as the file has it; undefined for a whole document or a place in its text. */
function fieldOf(at) {
	if (at.range) return void 0;
	const path = at.field ?? at.path;
	return path.length === 0 ? void 0 : formatFieldPath(path);
}
/** The object that a place belongs to, as reports show it. */
function resourceOf(at) {
	return at.resource && namesOf(at.resource);
}
/** The object of a chart that shows a problem, as reports show it. */
function renderedOf({ rendered }) {
	if (!rendered) return void 0;
	return {
		...namesOf(rendered.resource),
		field: formatFieldPath(rendered.path)
	};
}
function namesOf({ id, apiVersion }) {
	return {
		apiVersion,
		kind: id.kind,
		...id.namespace === void 0 ? {} : { namespace: id.namespace },
		name: id.name
	};
}
//#endregion
export { resourceOf as a, renderedOf as i, locate as n, locateStep as r, fieldOf as t };
