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
export { nodeTitle as n, relationWord as t };
