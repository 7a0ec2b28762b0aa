import { t as visible } from "./visible-text.js";
import { n as guardedLog } from "./workflow-command.js";
import { t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { n as nodeTitle } from "./relation-words.js";
import { t as compareText } from "./merge-findings.js";
import { n as noSuchObject, r as parseObjectName, t as isNamed } from "./object-name.js";
import { i as withSession } from "./session.js";
import { n as fitStart, r as textWidth } from "./text-width.js";
import { t as plainStyle } from "./style.js";
import { n as nodeLine } from "./tree-line.js";
import { n as pictureCode, t as graphOf } from "./drawing.js";
//#region src/report/graph/dependency-order.ts
const roleOrder = [
	"source",
	"applier",
	"release",
	"chart"
];
/**
* Sources first, then the others by name, but none before what it depends on. Those that wait for each other come last,
* by name: Flux never gets to them either.
*/
function inDependencyOrder(nodes, edges) {
	const ids = new Set(nodes.map(({ id }) => id));
	const waits = edges.filter(({ relation, from, to }) => relation === "dependsOn" && ids.has(from) && ids.has(to));
	const followers = groupBy(waits, ({ to }) => to);
	const missing = new Map(nodes.map(({ id }) => [id, 0]));
	for (const { from } of waits) missing.set(from, (missing.get(from) ?? 0) + 1);
	const sorted = nodes.toSorted(byRoleAndName);
	const ordered = [];
	const waiting = new Set(sorted);
	while (waiting.size > 0) {
		const ready = [...waiting].filter(({ id }) => missing.get(id) === 0);
		if (ready.length === 0) break;
		for (const node of ready) {
			waiting.delete(node);
			ordered.push(node);
		}
		for (const { id } of ready) for (const { from } of followers.get(id) ?? []) missing.set(from, (missing.get(from) ?? 0) - 1);
	}
	return [...ordered, ...waiting];
}
function byRoleAndName(left, right) {
	return roleOrder.indexOf(left.role) - roleOrder.indexOf(right.role) || compareText(nodeTitle(left), nodeTitle(right)) || compareText(left.id, right.id);
}
//#endregion
//#region src/report/graph/forest.ts
/** The order of what stands below a node: first where it comes from, then what it waits for and needs. */
const useOrder = [
	"chart",
	"chartRef",
	"sourceRef",
	"artifactSource",
	"include",
	"inputsFrom",
	"dependsOn",
	"substituteFrom",
	"valuesFrom",
	"secretRef",
	"configMapRef"
];
/** The trees of a cluster: below what nothing else applies, or below the chosen nodes. Each is drawn once, cycles end. */
function forestOf(cluster, isChosen) {
	const planter = new Planter(cluster);
	if (isChosen) return planter.plant(cluster.nodes.filter(isChosen));
	const forest = [...planter.plant(planter.roots())];
	for (const node of cluster.nodes) if (planter.isLeftOver(node)) forest.push(...planter.plant([node]));
	return forest;
}
var Planter = class {
	#cluster;
	#nodes;
	#leading;
	#applied;
	#used;
	#drawn = /* @__PURE__ */ new Set();
	constructor(cluster) {
		const { nodes, edges } = cluster;
		const others = edges.filter(({ from, to }) => from !== to);
		this.#cluster = cluster;
		this.#nodes = new Map(nodes.map((node) => [node.id, node]));
		this.#leading = groupBy(edges, ({ from }) => from);
		this.#applied = new Set(others.filter(({ relation }) => relation === "applies").map(({ to }) => to));
		this.#used = new Set(others.map(({ to }) => to));
	}
	/** Appliers and releases that nothing else applies, and what else is there that nothing applies or uses. */
	roots() {
		return this.#cluster.nodes.filter(({ id, role, state }) => state === "found" && !this.#applied.has(id) && (role === "applier" || role === "release" || !this.#used.has(id)));
	}
	isLeftOver({ id, role, state }) {
		return state === "found" && !this.#drawn.has(id) && (role === "applier" || role === "release");
	}
	plant(nodes) {
		return this.#ordered(nodes).map((node) => this.#branch(node, void 0));
	}
	#branch(node, relation) {
		const repeated = this.#drawn.has(node.id);
		if (repeated) return {
			node,
			relation,
			repeated,
			children: []
		};
		this.#drawn.add(node.id);
		const edges = this.#leading.get(node.id) ?? [];
		const uses = useOrder.flatMap((use) => edges.filter((edge) => edge.relation === use).flatMap((edge) => this.#use(edge)));
		const applied = edges.filter(({ relation: applies }) => applies === "applies").flatMap(({ to }) => this.#nodes.get(to) ?? []).filter(({ id, role }) => role !== "config" && role !== "other" && id !== node.id);
		const below = this.#ordered(applied).map((child) => this.#branch(child, "applies"));
		return {
			node,
			relation,
			repeated,
			children: [...uses, ...below]
		};
	}
	/** What is used has a branch of its own where it is applied; a chart leads on to its source. */
	#use({ to, relation }) {
		const node = this.#nodes.get(to);
		if (!node) return [];
		return [{
			node,
			relation,
			repeated: false,
			children: relation === "chart" ? (this.#leading.get(to) ?? []).flatMap((edge) => this.#use(edge)) : []
		}];
	}
	#ordered(nodes) {
		return inDependencyOrder(nodes, this.#cluster.edges);
	}
};
//#endregion
//#region src/report/graph/tree.ts
const lines = {
	branch: "├─ ",
	last: "└─ ",
	through: "│  ",
	after: "   "
};
const asciiLines = {
	branch: "|- ",
	last: "`- ",
	through: "|  ",
	after: "   "
};
/** What each cluster reconciles, from its roots: what applies what, out of which sources, after what. */
function drawTree(graph, options) {
	const { isChosen } = options;
	const trees = (isChosen ? graph.clusters.filter(({ nodes }) => nodes.some(isChosen)) : graph.clusters).map((cluster) => clusterTree(cluster, options));
	const rest = isChosen ? "" : restOf(graph);
	return [...trees, ...rest === "" ? [] : [rest]].join("\n");
}
function clusterTree(cluster, options) {
	const { name, path, target, blindSpots } = cluster;
	const { style } = options;
	const about = `(${visible(path === "" ? "the root" : path)}, Flux ${target.flux}, Kubernetes ${target.kubernetes})`;
	const head = cut(`${style("strong", `Cluster ${visible(name)}`)} ${style("dim", about)}`, {
		plain: `Cluster ${visible(name)} ${about}`,
		options
	});
	const forest = forestOf(cluster, options.isChosen);
	const unseen = new Set(blindSpots).size;
	const note = `It may hold more objects: ${count(unseen, "thing")} could not be looked at.`;
	const notes = unseen === 0 ? [] : [cut(style("warning", note), {
		plain: note,
		options
	})];
	return `${[
		head,
		...drawBranches(forest, "", options),
		...notes
	].join("\n")}\n`;
}
function drawBranches(branches, before, options) {
	const guides = options.ascii ? asciiLines : lines;
	return branches.flatMap((branch, index) => {
		const isLast = index === branches.length - 1;
		const lead = before + (isLast ? guides.last : guides.branch);
		const text = (style) => style("dim", lead) + nodeLine(branch, {
			...options,
			style
		});
		return [cut(text(options.style), {
			plain: text(plainStyle),
			options
		}), ...drawBranches(branch.children, before + (isLast ? guides.after : guides.through), options)];
	});
}
/** A line that is too long for the terminal loses its colours with its end: what is cut open would colour what follows. */
function cut(line, { plain, options }) {
	const { width, ascii } = options;
	if (width === void 0 || textWidth(plain) <= width) return line;
	const dots = ascii ? "..." : "…";
	return `${fitStart(plain, Math.max(0, width - dots.length))}${dots}`;
}
function restOf({ elsewhere, skipped }) {
	const { errors, warnings } = elsewhere;
	const found = [...errors > 0 ? [count(errors, "error")] : [], ...warnings > 0 ? [count(warnings, "warning")] : []].join(" and ");
	return [...found === "" ? [] : [`${found} in files and on objects that no cluster has: see \`sluice check\`.\n`], ...skipped.length === 0 ? [] : [`${count(skipped.length, "thing")} not looked at: see \`sluice check\`.\n`]].join("");
}
//#endregion
//#region src/cli/commands/tree.ts
/** `sluice tree`: what Flux reconciles, from the roots of each cluster or from one object. */
async function tree(context) {
	const { flags, io, style } = context;
	const [text] = context.arguments;
	const wanted = text === void 0 ? void 0 : parseObjectName(text, flags.text("namespace"));
	return await withSession(context, [], { lock: "held" }, async (session) => {
		const graph = await graphOf(session, context);
		const isChosen = wanted && ((node) => node.state === "found" && isNamed(node, wanted));
		const nodes = graph.clusters.flatMap((cluster) => cluster.nodes);
		if (wanted && isChosen && !nodes.some(isChosen)) throw noSuchObject(wanted, nodes.filter(({ state }) => state === "found"));
		const { columns } = io.stdout;
		const drawn = drawTree(graph, {
			style,
			ascii: flags.switch("ascii") ?? !speaksUtf8(io.environment),
			...columns === void 0 ? {} : { width: Math.max(40, columns) },
			...isChosen ? { isChosen } : {}
		});
		io.stdout.write(io.environment.GITHUB_ACTIONS === "true" ? guardedLog(drawn) : drawn);
		return pictureCode(graph, context);
	});
}
/** What the locale says, as POSIX orders its variables; one that says nothing of an encoding is taken for a modern one. */
function speaksUtf8({ LC_ALL, LC_CTYPE, LANG }) {
	const locale = LC_ALL || LC_CTYPE || LANG || "";
	return locale === "" || /utf-?8/iu.test(locale);
}
//#endregion
export { tree };
