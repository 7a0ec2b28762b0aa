import { t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { n as nodeTitle } from "./relation-words.js";
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
	const holderOf = holdersIn(cluster);
	return (node) => {
		const holder = holderOf(node);
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
/** What holds each node of a cluster: the Kustomization that applies or uses it, for a Kustomization itself. */
function holdersIn(cluster) {
	const above = holdersOf(cluster);
	return (node) => holderOf(node, above);
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
/** `3 HelmRelease`, `1 Secret`, `1 missing`: of what is in a box beside the object that it is called after. */
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
export { pictureOf as a, holdersIn as i, foldGraph as n, toneOf as o, folds as r, worstTone as s, contentsOf as t };
