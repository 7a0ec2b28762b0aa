import { t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { t as cutText } from "./cut-text.js";
import { t as groupBy } from "./group-by.js";
import { n as schemaUrl } from "./links.js";
import { t as count } from "./count.js";
import { n as nearestName } from "./nearest-name.js";
import { r as withSession } from "./session.js";
import { t as writeAtomically } from "./atomic-write.js";
import { i as skipJson } from "./reporters.js";
import { n as targetFile } from "./formats.js";
import { i as nodeTitle, n as pictureCode, r as relationWord, t as graphOf } from "./drawing.js";
//#region src/report/graph/picture.ts
/** From worst to mildest. */
const tones = [
	"missing",
	"failed",
	"wrong",
	"unknown",
	"suspended",
	"plain"
];
/** The worst of some looks. */
function worstTone(some) {
	return tones.find((tone) => some.includes(tone)) ?? "plain";
}
/** What is the matter with a node. */
function toneOf({ state, outcome, findings, suspended }) {
	if (state === "missing") return "missing";
	if (outcome === "failed") return "failed";
	if (findings.errors > 0) return "wrong";
	if (state === "uncertain" || outcome === "skipped") return "unknown";
	return suspended ? "suspended" : "plain";
}
/** The title above a cluster. */
function clusterTitle({ name, target }) {
	return `Cluster ${name} (Flux ${target.flux})`;
}
/** Every node a box. */
function pictureOf({ clusters }) {
	return { clusters: clusters.map(pictureCluster) };
}
function pictureCluster(cluster, number) {
	const { nodes, edges } = cluster;
	const ids = new Map(nodes.map(({ id }, index) => [id, `c${number}n${index}`]));
	return {
		title: clusterTitle(cluster),
		nodes: nodes.map((node) => ({
			id: ids.get(node.id) ?? "",
			role: node.role,
			lines: linesOf(node),
			tone: toneOf(node)
		})),
		edges: edges.flatMap(({ from, to, relation }) => {
			const ends = [ids.get(from), ids.get(to)];
			return ends[0] === void 0 || ends[1] === void 0 ? [] : [{
				from: ends[0],
				to: ends[1],
				relation
			}];
		})
	};
}
/** What it is, what it is called, its version, and what is the matter. */
function linesOf(node) {
	const { kind, version, chart } = node;
	const name = nodeTitle(node).slice(kind.length + 1);
	const used = version ?? (chart && [chart.name, chart.version ?? chart.constraint].join(" ").trim());
	return [
		kind,
		name,
		...used === void 0 ? [] : [used],
		...troubles(node)
	];
}
function troubles({ state, outcome, suspended, findings }) {
	const { errors } = findings;
	return [
		...state === "missing" ? ["missing"] : [],
		...outcome === "failed" ? ["failed"] : [],
		...suspended ? ["suspended"] : [],
		...errors > 0 ? [errors === 1 ? "1 error" : `${errors} errors`] : []
	];
}
//#endregion
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
//#region src/report/graph/fold-graph.ts
/** From the one that hides least. */
const folds = [
	"Kustomization",
	"namespace",
	"cluster"
];
/** A smaller picture of a graph; each box says how much is in it. */
function foldGraph({ clusters }, fold) {
	const nodes = clusters.flatMap((cluster) => cluster.nodes);
	const folded = clusters.map((cluster, number) => foldCluster(cluster, {
		fold,
		number
	}));
	const boxes = folded.flatMap((cluster) => cluster.nodes).length;
	return {
		clusters: folded,
		note: `Folded, since the graph is too large for a mermaid picture: each ${fold === "Kustomization" ? "Kustomization with what it applies and uses" : fold} is one box; ${count(nodes.length, "object")} in ${boxes === 1 ? "1 box" : `${boxes} boxes`}. The formats dot and json have all.`
	};
}
function foldCluster(cluster, { fold, number }) {
	const boxOf = boxesOf(cluster, fold);
	const boxes = new Map(cluster.nodes.map((node) => [node.id, boxOf(node)]));
	const groups = groupBy(cluster.nodes, ({ id }) => boxes.get(id)?.key ?? id);
	const ids = new Map([...groups.keys()].map((key, index) => [key, `c${number}n${index}`]));
	const edges = /* @__PURE__ */ new Map();
	for (const { from, to, relation } of cluster.edges) {
		const [start, end] = [from, to].map((id) => ids.get(boxes.get(id)?.key ?? id));
		if (start === void 0 || end === void 0 || start === end) continue;
		edges.set(`${start} ${end} ${relation}`, {
			from: start,
			to: end,
			relation
		});
	}
	return {
		title: clusterTitle(cluster),
		nodes: [...groups].map(([key, members]) => ({
			id: ids.get(key) ?? "",
			role: fold === "Kustomization" ? (members.find(({ id }) => id === key) ?? members[0]).role : "other",
			lines: [...boxes.get(members[0].id)?.title ?? [], ...contentsOf(members, key)],
			tone: worstTone(members.map(toneOf))
		})),
		edges: [...edges.values()]
	};
}
function boxesOf(cluster, fold) {
	if (fold === "cluster") return () => ({
		key: "cluster",
		title: ["Cluster", cluster.name]
	});
	const above = holdersOf(cluster);
	return (node) => {
		const holder = holderOf(node, above);
		const { id, kind, namespace } = fold === "Kustomization" ? holder : namespaced(node, holder);
		return fold === "Kustomization" ? {
			key: id,
			title: [kind, nodeTitle(holder).slice(kind.length + 1)]
		} : {
			key: `namespace ${namespace ?? ""}`,
			title: ["Namespace", namespace ?? "(none)"]
		};
	};
}
/** A chart is where the release is that asks for it. */
function namespaced(node, holder) {
	return node.namespace === void 0 ? holder : node;
}
/** For each node what applies it, or else the first that names it. */
function holdersOf({ nodes, edges }) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const holders = /* @__PURE__ */ new Map();
	const isApplied = /* @__PURE__ */ new Set();
	for (const { from, to, relation } of edges) {
		const holder = byId.get(from);
		const applies = relation === "applies";
		if (!holder || from === to || isApplied.has(to) || holders.has(to) && !applies) continue;
		holders.set(to, holder);
		if (applies) isApplied.add(to);
	}
	return holders;
}
/** Up to the next Kustomization; what leads in a circle, or to none, stands for itself. */
function holderOf(node, above) {
	const seen = /* @__PURE__ */ new Set();
	let current = node;
	while (current.role !== "applier" && !seen.has(current.id)) {
		seen.add(current.id);
		current = above.get(current.id) ?? current;
	}
	return current;
}
/** `3 HelmReleases, 1 Secret; 1 missing` of what is in a box beside the object that it is called after. */
function contentsOf(members, key) {
	const others = members.filter(({ id }) => id !== key);
	const kinds = [...groupBy(others, ({ kind }) => kind)].sort(([a], [b]) => a < b ? -1 : 1);
	const missing = others.filter(({ state }) => state === "missing").length;
	const errors = members.reduce((sum, { findings }) => sum + findings.errors, 0);
	return [
		...kinds.slice(0, maxKinds).map(([kind, some]) => `${some.length} ${kind}`),
		...kinds.length > maxKinds ? [`${count(kinds.length - maxKinds, "more kind")}`] : [],
		...missing > 0 ? [`${missing} missing`] : [],
		...errors > 0 ? [count(errors, "error")] : []
	];
}
/** More kinds than Flux has come from a stranger who wants to fill the picture. */
const maxKinds = 12;
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
//#region src/cli/commands/graph.ts
const formats = {
	mermaid: graphMermaid,
	dot: (graph) => ({ text: graphDot(graph) }),
	json: (graph) => ({ text: graphJson(graph) })
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
	if (name === "html") return new UsageError("The format `html` is not there yet: a later release brings it.");
	const nearest = nearestName(name, formatNames);
	return new UsageError(`\`${source}\` is \`${name}\`; it takes ${formatNames.map((format) => `\`${format}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
//#endregion
export { graph };
