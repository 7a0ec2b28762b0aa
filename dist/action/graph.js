import { t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { n as grouped } from "./count.js";
import { t as relationWord } from "./relation-words.js";
import { a as pictureOf } from "./fold-graph.js";
import { t as graphMermaid } from "./mermaid.js";
import { n as schemaUrl } from "./links.js";
import { n as nearestName } from "./nearest-name.js";
import { t as writeAtomically } from "./atomic-write.js";
import { i as withSession } from "./session.js";
import { r as targetFile } from "./formats.js";
import { r as skipJson } from "./json2.js";
import { n as pageHtml, r as graphView, t as skipList, u as html } from "./skip-list.js";
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
		...clusters.flatMap(clusterLines),
		...clusters.flatMap(({ edges }) => edges.map(edgeLine)),
		"}",
		""
	].join("\n");
}
function clusterLines({ title, nodes }, index) {
	return [
		`  subgraph cluster_${index} {`,
		`    label=${quoted([title])}`,
		...nodes.map((node) => `    ${nodeText(node)}`),
		"  }"
	];
}
const shapes = {
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
function nodeText({ id, role, lines, tone }) {
	return `${id} [label=${quoted(lines)}, shape=${shapes[role]}${looks[tone]}]`;
}
function edgeLine({ from, to, relation }) {
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
	return await withSession(context, [], { lock: "held" }, async (session) => {
		const drawn = await graphOf(session, context);
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
