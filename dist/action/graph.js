import { t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { n as grouped, t as count } from "./count.js";
import { t as cutText } from "./cut-text.js";
import { n as schemaUrl } from "./links.js";
import { n as nearestName } from "./nearest-name.js";
import { a as withSession } from "./session.js";
import { t as writeAtomically } from "./atomic-write.js";
import { a as skipList, c as foldGraph, d as html, i as skipJson, l as folds, o as pageHtml, s as graphView, u as pictureOf } from "./reporters.js";
import { i as relationWord } from "./tree-line.js";
import { n as targetFile } from "./formats.js";
import { n as pictureCode, t as graphOf } from "./drawing.js";
//#region src/report/graph/dot.ts
/** The graph in the language of Graphviz, whole. */
function graphDot(graph) {
	const { clusters } = pictureOf(graph);
	return [
		"digraph flux {",
		"  rankdir=LR",
		"  node [shape=box, style=\"filled\", fillcolor=\"white\", fontname=\"sans-serif\"]",
		"  edge [fontname=\"sans-serif\", fontsize=10]",
		...clusters.flatMap(clusterLines$1),
		...clusters.flatMap(({ edges }) => edges.map(edgeLine$1)),
		"}",
		""
	].join("\n");
}
function clusterLines$1({ title, nodes }, index) {
	return [
		`  subgraph cluster_${index} {`,
		`    label=${quoted([title])}`,
		...nodes.map((node) => `    ${nodeText$1(node)}`),
		"  }"
	];
}
const shapes$1 = {
	applier: "box",
	release: "component",
	source: "cylinder",
	chart: "folder",
	config: "note",
	other: "box"
};
const looks = {
	missing: ", style=\"filled,dashed\", color=\"#cf222e\", fillcolor=\"#ffebe9\"",
	failed: ", color=\"#cf222e\", fillcolor=\"#ffebe9\"",
	wrong: ", color=\"#cf222e\", penwidth=2",
	unknown: ", style=\"filled,dashed\"",
	suspended: ", color=\"#9a6700\", fillcolor=\"#fff8c5\"",
	plain: ""
};
function nodeText$1({ id, role, lines, tone }) {
	return `${id} [label=${quoted(lines)}, shape=${shapes$1[role]}${looks[tone]}]`;
}
function edgeLine$1({ from, to, relation }) {
	const word = relationWord(relation);
	const attributes = [...word === "" ? [] : [`label=${quoted([word])}`], ...relation === "dependsOn" ? ["style=dashed"] : []];
	return `  ${from} -> ${to}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`}`;
}
/** Lines of a label. Graphviz knows escapes (`\N`) and entities (`&lt;`) in it: a stranger's are shown as they are written. */
function quoted(lines) {
	return `"${lines.map((line) => visible(line).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")).join("\\n")}"`;
}
//#endregion
//#region src/report/graph/graph-json.ts
/** Version 1 of the graph for programs; `schemas/graph-v1.schema.json` describes it. */
function graphJson({ tool, clusters, elsewhere, skipped }) {
	const content = {
		$schema: schemaUrl("graph-v1"),
		version: 1,
		tool,
		clusters,
		elsewhere,
		skipped: skipped.map(skipJson)
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
//#endregion
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
//#region src/report/html/graph-html.ts
/** The graph as one HTML page: it pans, zooms and searches, and without script is a picture and a list. */
function graphHtml(graph) {
	const { clusters, skipped, tool } = graph;
	const views = [{
		id: "graph",
		title: "Graph",
		count: grouped(clusters.reduce((sum, { nodes }) => sum + nodes.length, 0)),
		content: graphView(graph)
	}, skipped.length > 0 && {
		id: "skipped",
		title: "Not looked at",
		count: grouped(skipped.length),
		content: html`<p class="lead">What this graph says nothing about, and why.</p>${skipList(skipped)}`
	}];
	return pageHtml({
		title: `sluice: graph of ${clusters.length === 1 ? `cluster ${clusters[0]?.name}` : `${clusters.length} clusters`}`,
		tool,
		views: views.filter((view) => view !== false)
	});
}
//#endregion
//#region src/cli/commands/graph.ts
const formats = {
	mermaid: graphMermaid,
	dot: (graph) => ({ text: graphDot(graph) }),
	json: (graph) => ({ text: graphJson(graph) }),
	html: (graph) => ({ text: graphHtml(graph) })
};
const formatNames = Object.keys(formats);
/** `sluice graph`: the graph of all clusters in one of the formats. */
async function graph(context) {
	const { io } = context;
	const { format, file } = targetOf(context);
	return await withSession(context, [], { lock: "held" }, (session) => {
		const drawn = graphOf(session, context);
		const { text, note } = formats[format](drawn);
		if (note !== void 0) io.stderr.write(`sluice: ${note}\n`);
		if (file === void 0) io.stdout.write(text);
		else writeAtomically(file, text);
		return pictureCode(drawn, context);
	});
}
function targetOf({ flags, cwd }) {
	const [name = "", ...rest] = (flags.text("format") ?? "mermaid").split("=");
	const format = formatNames.find((known) => known === name);
	if (!format) throw unknownFormat(name, flags.source("format"));
	return {
		format,
		file: rest.length === 0 ? void 0 : targetFile(rest.join("="), flags.source("format"), cwd)
	};
}
function unknownFormat(name, source) {
	const nearest = nearestName(name, formatNames);
	return new UsageError(`\`${source}\` is \`${name}\`; it takes ${formatNames.map((format) => `\`${format}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
//#endregion
export { graph };
