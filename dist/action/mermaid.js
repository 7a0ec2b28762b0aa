import { t as visible } from "./visible-text.js";
import { t as cutText } from "./cut-text.js";
import { t as count } from "./count.js";
import { t as relationWord } from "./relation-words.js";
import { a as pictureOf, n as foldGraph, r as folds } from "./fold-graph.js";
//#region src/report/graph/mermaid.ts
/** What mermaid draws, and so GitHub and GitLab: `maxTextSize` and `maxEdges` of its configuration. */
const maxCharacters = 5e4;
const maxEdges = 500;
/** The graph as a flowchart of mermaid; folded by Kustomization, namespace or cluster where it is too large. */
function graphMermaid(graph) {
	const pictures = [() => pictureOf(graph), ...folds.map((fold) => () => foldGraph(graph, fold))];
	for (const draw of pictures) {
		const picture = draw();
		const text = flowchart(picture);
		if (fits(picture, text)) return withNote(text, picture.note);
	}
	return firstClusters(foldGraph(graph, "cluster"));
}
function withNote(text, note) {
	return note === void 0 ? { text } : {
		text,
		note
	};
}
function fits({ clusters }, text) {
	const edges = clusters.reduce((sum, cluster) => sum + cluster.edges.length, 0);
	return text.length < maxCharacters && edges < maxEdges;
}
/** Where not even one box for each cluster has room, the first ones have. */
function firstClusters({ clusters, note = "" }) {
	let [low, high] = [0, clusters.length];
	const cut = (size) => ({
		clusters: clusters.slice(0, size),
		note: `${note} ${count(clusters.length - size, "cluster")} more did not fit.`
	});
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const picture = cut(middle);
		if (fits(picture, flowchart(picture))) low = middle;
		else high = middle - 1;
	}
	const picture = cut(low);
	return withNote(flowchart(picture), picture.note);
}
function flowchart({ clusters, note }) {
	return [
		"flowchart LR",
		...note === void 0 ? [] : [`  note["${label(note, 400)}"]`],
		...clusters.flatMap(clusterLines),
		...clusters.flatMap(({ edges }) => edges.map(edgeLine)),
		...styles,
		""
	].join("\n");
}
/** Readable on light and on dark pages. */
const styles = [
	"  classDef missing fill:#ffebe9,stroke:#cf222e,color:#82071e,stroke-dasharray:4",
	"  classDef failed fill:#ffebe9,stroke:#cf222e,color:#82071e",
	"  classDef wrong stroke:#cf222e,stroke-width:3px",
	"  classDef unknown stroke-dasharray:4",
	"  classDef suspended fill:#fff8c5,stroke:#9a6700,color:#4d2d00"
];
function clusterLines({ title, nodes }, index) {
	return [
		`  subgraph cluster${index}["${label(title, maxLabel)}"]`,
		...nodes.map((node) => `    ${nodeText(node)}`),
		"  end"
	];
}
const shapes = {
	applier: ["[", "]"],
	release: ["([", "])"],
	source: ["[(", ")]"],
	chart: ["[[", "]]"],
	config: ["(", ")"],
	other: ["[", "]"]
};
function nodeText({ id, role, lines, tone }) {
	const [open, close] = shapes[role];
	return `${id}${open}"${lines.map((line) => label(line, maxLabel)).join("<br/>")}"${close}${tone === "plain" ? "" : `:::${tone}`}`;
}
function edgeLine({ from, to, relation }) {
	const word = relationWord(relation);
	return `  ${from} ${relation === "dependsOn" ? "-.->" : "-->"}${word === "" ? "" : `|${label(word, maxLabel)}|`} ${to}`;
}
/** Longer than any name that Kubernetes takes is only what shall fill the picture. */
const maxLabel = 260;
/**
* Text inside quotes, where mermaid reads `#35;` as a character by its number: all that could end the quotes, be HTML or
* be Markdown is written so.
*/
function label(text, limit) {
	return cutText(visible(text), limit).replace(/[^\p{L}\p{N} ._/@-]|[.-](?= )/gu, (character) => `#${character.codePointAt(0)};`);
}
//#endregion
export { graphMermaid as t };
