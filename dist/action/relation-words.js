//#region src/report/cut-text.ts
/** `text`, or its start with `…`, in at most `limit` UTF-16 units; no character is cut in two. */
function cutText(text, limit) {
	if (text.length <= limit) return text;
	const end = /[\ud800-\udbff]/u.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
	return `${text.slice(0, end)}…`;
}
//#endregion
//#region src/report/graph/flux-graph.ts
/** `Kustomization flux-system/apps`. */
function nodeTitle({ kind, namespace, name }) {
	return `${kind} ${namespace === void 0 ? name : `${namespace}/${name}`}`;
}
//#endregion
//#region src/report/graph/relation-words.ts
/** What each relation is called between the objects that it joins; nothing for the one that makes the tree. */
const words = {
	applies: "",
	chart: "chart",
	sourceRef: "source",
	chartRef: "chart",
	dependsOn: "depends on",
	valuesFrom: "values from",
	substituteFrom: "variables from",
	secretRef: "needs",
	configMapRef: "needs",
	include: "includes",
	artifactSource: "made of",
	inputsFrom: "inputs from"
};
/** A relation in words. */
function relationWord(relation) {
	return words[relation] ?? relation;
}
//#endregion
export { nodeTitle as n, cutText as r, relationWord as t };
