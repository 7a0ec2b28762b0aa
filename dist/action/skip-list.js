import { n as visibleLines, t as visible } from "./visible-text.js";
import { t as activeFindings } from "./report.js";
import { t as cutText } from "./cut-text.js";
import { n as grouped, t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { n as groupOf } from "./resource.js";
import { n as nodeTitle, t as relationWord } from "./relation-words.js";
import { i as holdersIn, o as toneOf, s as worstTone, t as contentsOf } from "./fold-graph.js";
import { t as compareText } from "./merge-findings.js";
import { n as fitStart, r as textWidth } from "./text-width.js";
import { r as xmlText } from "./xml-text.js";
import { r as nodeMarks, t as chartFact } from "./tree-line.js";
import { n as reasonShape } from "./pretty-skipped.js";
//#region src/report/html/html.ts
/** A piece of a page. Only {@link html} makes it: no other text gets into a page without being escaped. */
var Html = class {
	markup;
	constructor(markup) {
		this.markup = markup;
	}
};
/** HTML with values in it: a text is escaped, with what could deceive a reader shown as an escape; attributes stand in double quotes. */
function html(parts, ...values) {
	const pieces = [parts[0] ?? ""];
	for (const [index, value] of values.entries()) {
		write(value, pieces);
		pieces.push(parts[index + 1] ?? "");
	}
	return new Html(pieces.join(""));
}
function write(content, pieces) {
	if (content instanceof Html) pieces.push(content.markup);
	else if (typeof content === "string") pieces.push(xmlText(content));
	else if (typeof content === "number") pieces.push(String(content));
	else for (const one of content ?? []) write(one, pieces);
}
/** A text of this program that is no HTML and must stand as it is: a style sheet or a script. Never a stranger's. */
function verbatim(text) {
	return new Html(text);
}
//#endregion
//#region src/report/html/cross-links.ts
/** Finds for each finding its object and its node, and back. */
function createCrossLinks(report, graphs) {
	const ids = new Map(report.findings.map((finding, index) => [finding, `f${index + 1}`]));
	const objects = shownObjects(report);
	const nodes = new Map(graphs.flatMap((cluster, number) => cluster.nodes.map((node, index) => [nodeKey(cluster.name, node), nodeId(number, index)])));
	const objectIds = new Map(objects.flatMap(({ id, findings }) => findings.map((finding) => [finding, id])));
	const byNode = /* @__PURE__ */ new Map();
	for (const finding of activeFindings(report)) for (const key of keysOf(finding)) {
		const some = byNode.get(key) ?? [];
		some.push(finding);
		byNode.set(key, some);
	}
	return {
		idOf: (finding) => ids.get(finding) ?? "",
		objects,
		objectIdOf: (finding) => objectIds.get(finding),
		nodeIdOf: (finding) => keysOf(finding).flatMap((key) => nodes.get(key) ?? [])[0],
		findingsOf: (cluster, node) => byNode.get(nodeKey(cluster, node)) ?? []
	};
}
/** The id of what is said of a node. */
function nodeId(cluster, index) {
	return `n${cluster}-${index}`;
}
function shownObjects(report) {
	const shown = /* @__PURE__ */ new Map();
	for (const finding of report.findings) {
		const object = report.objectOf?.(finding);
		if (!object) continue;
		const entry = shown.get(object.key) ?? {
			object,
			findings: []
		};
		entry.findings.push(finding);
		shown.set(object.key, entry);
	}
	return [...shown.values()].map((entry, index) => ({
		id: `o${index + 1}`,
		...entry
	}));
}
function nodeKey(cluster, { group, kind, namespace, name }) {
	return JSON.stringify([
		cluster,
		group,
		kind,
		namespace ?? null,
		name
	]);
}
function keysOf({ resource, clusters }) {
	if (!resource) return [];
	const node = {
		...resource,
		group: groupOf(resource.apiVersion)
	};
	return clusters.map((cluster) => nodeKey(cluster, node));
}
/** A link to a finding, called after its rule. */
function findingLink(finding, { idOf }) {
	return html`<a href="#${idOf(finding)}"><span class="badge ${finding.severity}">${finding.rule}</span></a>`;
}
//#endregion
//#region src/report/html/rich-text.ts
/** A message of a stranger's tool may be endless. */
const limit = 4e3;
/** A name for a place that shows many: longer than any that Kubernetes takes, it only fills the page. */
function shortName(text) {
	return cutText(text, 300);
}
/** A message: what stands between backticks is code, further lines (what a tool has said) are quoted below. */
function richText(text) {
	const [first = "", ...rest] = visibleLines(cutText(text, limit));
	if (rest.length === 0) return withCode(first);
	return html`${withCode(first)}<span class="quoted">${rest.map((line) => html`<span>${line}</span>`)}</span>`;
}
/** `text` on one line, with what stands between backticks as code. */
function withCode(message) {
	const text = cutText(message, limit);
	const parts = text.split("`");
	if (parts.length % 2 === 0 || text.includes("``")) return html`${text}`;
	return html`${parts.map((part, index) => index % 2 === 1 && part !== "" ? html`<code>${part}</code>` : part)}`;
}
//#endregion
//#region src/report/html/graph/without-detours.ts
/**
* The edges that no longer way says as well: of `a → b`, `b → c` and `a → c` the last is left out (the transitive
* reduction). Edges of a cycle all stay.
*/
function withoutDetours(edges) {
	const next = groupBy(edges, ({ from }) => from);
	const reached = /* @__PURE__ */ new Map();
	const reach = (start) => {
		const known = reached.get(start);
		if (known) return known;
		const found = /* @__PURE__ */ new Set();
		const open = [start];
		for (let node = open.pop(); node !== void 0; node = open.pop()) for (const { to } of next.get(node) ?? []) {
			if (found.has(to)) continue;
			found.add(to);
			open.push(to);
		}
		reached.set(start, found);
		return found;
	};
	const isDetour = (from, over, to) => over !== to && reach(over).has(to) && !reach(over).has(from) && !reach(to).has(over);
	return edges.filter(({ from, to }) => !(next.get(from) ?? []).some((other) => isDetour(from, other.to, to)));
}
//#endregion
//#region src/report/html/graph/create-drawings.ts
/** More nodes than this are a wall: each Kustomization becomes one box, with a drawing of its own. */
const wholeLimit = 70;
/** With more arrows than this, those that follow from others are left out. */
const arrowLimit = 150;
/** The drawings of a cluster; `number` tells its ids from those of other clusters. */
function createDrawings(cluster, number) {
	const title = `Cluster ${shortName(cluster.name)}`;
	const { nodes, edges } = cluster;
	if (nodes.length <= wholeLimit) {
		const whole = drawing({
			id: `d${number}-0`,
			title,
			nodes,
			edges
		});
		return {
			drawings: [whole],
			boxOf: boxesByNode(whole.boxes)
		};
	}
	const folded = fold(cluster);
	const inner = folded.groups.filter(({ members }) => members.length > 1).map((group, index) => ({
		group,
		drawing: insideDrawing(group, cluster, `d${number}-${index + 1}`)
	}));
	const insides = new Map(inner.map(({ group, drawing }) => [group.holder.id, drawing.id]));
	const overview = overviewOf(folded, {
		id: `d${number}-0`,
		title,
		insides
	});
	const boxOf = new Map(boxesByNode(overview.boxes));
	for (const { group, drawing } of inner) {
		const held = new Set(group.members.map(({ id }) => id));
		for (const { node, id } of drawing.boxes) if (held.has(node.id) && node !== group.holder) boxOf.set(node.id, id);
	}
	return {
		drawings: [overview, ...inner.map(({ drawing }) => drawing)],
		boxOf
	};
}
function boxesByNode(boxes) {
	return new Map(boxes.map(({ node, id }) => [node.id, id]));
}
function fold(cluster) {
	const holderOf = holdersIn(cluster);
	const holders = new Map(cluster.nodes.map((node) => [node.id, holderOf(node)]));
	const groups = [...groupBy(cluster.nodes, ({ id }) => holders.get(id)?.id ?? id).values()].map((members) => ({
		holder: holders.get(members[0].id) ?? members[0],
		members
	}));
	const moved = cluster.edges.flatMap((edge) => {
		const [from, to] = [holders.get(edge.from)?.id, holders.get(edge.to)?.id];
		return from === void 0 || to === void 0 || from === to ? [] : [{
			...edge,
			from,
			to
		}];
	});
	const applied = new Set(moved.filter(({ relation }) => relation === "applies").map(({ from, to }) => `${from}\n${to}`));
	const isSaid = ({ from, to, relation }) => relation !== "applies" && relation !== "dependsOn" && applied.has(`${to}\n${from}`);
	return {
		groups,
		edges: moved.filter((edge) => !isSaid(edge))
	};
}
function overviewOf({ groups, edges }, page) {
	const { id, title, insides } = page;
	const waits = edges.filter(({ relation }) => relation === "dependsOn");
	const kept = edges.length > arrowLimit ? new Set(withoutDetours(waits)) : new Set(waits);
	const left = waits.length - kept.size;
	const drawn = drawing({
		id,
		title,
		nodes: groups.map(({ holder }) => holder),
		edges: edges.filter((edge) => edge.relation !== "dependsOn" || kept.has(edge))
	});
	const boxes = drawn.boxes.map((box, index) => {
		const { holder, members } = groups[index] ?? {
			holder: box.node,
			members: []
		};
		const inside = insides.get(holder.id);
		const held = contentsOf(members, holder.id).slice(0, 4).join(", ");
		return {
			...box,
			lines: held === "" ? box.lines : [...box.lines.slice(0, 2), held],
			tone: worstTone(members.map(toneOf)),
			...inside === void 0 ? {} : { inside }
		};
	});
	const notes = [`Each Kustomization is one box with all that it holds; its own picture shows what that is.`, ...left > 0 ? [`${count(left, "dependency arrow")} that others lead around to ${left === 1 ? "is" : "are"} left out here; the list has all.`] : []];
	return {
		...drawn,
		boxes,
		notes
	};
}
/** What a Kustomization holds, and what that leads to. */
function insideDrawing({ holder, members }, { nodes, edges }, id) {
	const held = new Set(members.map((node) => node.id));
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const leading = edges.filter(({ from, to, relation }) => {
		if (!held.has(from)) return false;
		return held.has(to) || from !== holder.id && relation !== "applies";
	});
	const guests = new Set(leading.map(({ to }) => to).filter((to) => !held.has(to)));
	const drawn = [...members, ...[...guests].flatMap((guest) => byId.get(guest) ?? [])];
	return drawing({
		id,
		title: shortName(nodeTitle(holder)),
		nodes: drawn,
		edges: leading,
		guests
	});
}
function drawing({ id, title, nodes, edges, guests }) {
	const boxes = nodes.map((node, index) => ({
		id: `${id}-${index}`.replace("d", "b"),
		node,
		lines: linesOf(node),
		tone: toneOf(node),
		isGuest: guests?.has(node.id) === true
	}));
	const ids = boxesByNode(boxes);
	const arrows = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
		if (from === void 0 || to === void 0 || from === to) continue;
		const key = `${from} ${to}`;
		const relations = [...arrows.get(key)?.relations ?? [], edge.relation];
		arrows.set(key, {
			from,
			to,
			relations: [...new Set(relations)]
		});
	}
	return {
		id,
		title,
		boxes,
		arrows: [...arrows.values()],
		notes: []
	};
}
/** What it is and where, what it is called, its version. */
function linesOf({ kind, namespace, name, version, chart }) {
	const used = version ?? (chart && [chart.name, chart.version ?? chart.constraint].join(" ").trim());
	return [
		namespace === void 0 ? kind : `${kind} · ${namespace}`,
		name,
		...used === void 0 || used === "" ? [] : [used]
	];
}
//#endregion
//#region node_modules/@dagrejs/dagre/dist/dagre.esm.js
var Te = Object.defineProperty;
var Sn = (e, n, t) => n in e ? Te(e, n, {
	enumerable: !0,
	configurable: !0,
	writable: !0,
	value: t
}) : e[n] = t;
var Mn = (e, n) => {
	for (var t in n) Te(e, t, {
		get: n[t],
		enumerable: !0
	});
};
var je = (e, n, t) => Sn(e, typeof n != "symbol" ? n + "" : n, t);
Mn({}, {
	Graph: () => T,
	alg: () => H
});
var Pn = Object.defineProperty, Se = (e, n) => {
	for (var t in n) Pn(e, t, {
		get: n[t],
		enumerable: !0
	});
}, Q = class {
	constructor(e) {
		this._isDirected = !0, this._isMultigraph = !1, this._isCompound = !1, this._nodes = {}, this._in = {}, this._preds = {}, this._out = {}, this._sucs = {}, this._edgeObjs = {}, this._edgeLabels = {}, this._nodeCount = 0, this._edgeCount = 0, this._defaultNodeLabelFn = () => {}, this._defaultEdgeLabelFn = () => {}, e && (this._isDirected = "directed" in e ? e.directed : !0, this._isMultigraph = "multigraph" in e ? e.multigraph : !1, this._isCompound = "compound" in e ? e.compound : !1), this._isCompound && (this._parent = {}, this._children = {}, this._children["\0"] = {});
	}
	isDirected() {
		return this._isDirected;
	}
	isMultigraph() {
		return this._isMultigraph;
	}
	isCompound() {
		return this._isCompound;
	}
	setGraph(e) {
		return this._label = e, this;
	}
	graph() {
		return this._label;
	}
	setDefaultNodeLabel(e) {
		return typeof e != "function" ? this._defaultNodeLabelFn = () => e : this._defaultNodeLabelFn = e, this;
	}
	nodeCount() {
		return this._nodeCount;
	}
	nodes() {
		return Object.keys(this._nodes);
	}
	sources() {
		return this.nodes().filter((e) => Object.keys(this._in[e]).length === 0);
	}
	sinks() {
		return this.nodes().filter((e) => Object.keys(this._out[e]).length === 0);
	}
	setNodes(e, n) {
		return e.forEach((t) => {
			n !== void 0 ? this.setNode(t, n) : this.setNode(t);
		}), this;
	}
	setNode(e, n) {
		return e in this._nodes ? (arguments.length > 1 && (this._nodes[e] = n), this) : (this._nodes[e] = arguments.length > 1 ? n : this._defaultNodeLabelFn(e), this._isCompound && (this._parent[e] = "\0", this._children[e] = {}, this._children["\0"][e] = !0), this._in[e] = {}, this._preds[e] = {}, this._out[e] = {}, this._sucs[e] = {}, ++this._nodeCount, this);
	}
	node(e) {
		return this._nodes[e];
	}
	hasNode(e) {
		return e in this._nodes;
	}
	removeNode(e) {
		if (e in this._nodes) {
			let n = (t) => this.removeEdge(this._edgeObjs[t]);
			delete this._nodes[e], this._isCompound && (this._removeFromParentsChildList(e), delete this._parent[e], this.children(e).forEach((t) => {
				this.setParent(t);
			}), delete this._children[e]), Object.keys(this._in[e]).forEach(n), delete this._in[e], delete this._preds[e], Object.keys(this._out[e]).forEach(n), delete this._out[e], delete this._sucs[e], --this._nodeCount;
		}
		return this;
	}
	setParent(e, n) {
		if (!this._isCompound) throw new Error("Cannot set parent in a non-compound graph");
		if (n === void 0) n = "\0";
		else {
			n += "";
			for (let t = n; t !== void 0; t = this.parent(t)) if (t === e) throw new Error("Setting " + n + " as parent of " + e + " would create a cycle");
			this.setNode(n);
		}
		return this.setNode(e), this._removeFromParentsChildList(e), this._parent[e] = n, this._children[n][e] = !0, this;
	}
	parent(e) {
		if (this._isCompound) {
			let n = this._parent[e];
			if (n !== "\0") return n;
		}
	}
	children(e = "\0") {
		if (this._isCompound) {
			let n = this._children[e];
			if (n) return Object.keys(n);
		} else {
			if (e === "\0") return this.nodes();
			if (this.hasNode(e)) return [];
		}
		return [];
	}
	predecessors(e) {
		let n = this._preds[e];
		if (n) return Object.keys(n);
	}
	successors(e) {
		let n = this._sucs[e];
		if (n) return Object.keys(n);
	}
	neighbors(e) {
		let n = this.predecessors(e);
		if (n) {
			let t = new Set(n), r = this.successors(e);
			if (r) for (let o of r) t.add(o);
			return Array.from(t.values());
		}
	}
	isLeaf(e) {
		var n;
		let t;
		return this.isDirected() ? t = this.successors(e) : t = this.neighbors(e), ((n = t == null ? void 0 : t.length) != null ? n : 0) === 0;
	}
	filterNodes(e) {
		let n = new this.constructor({
			directed: this._isDirected,
			multigraph: this._isMultigraph,
			compound: this._isCompound
		});
		n.setGraph(this.graph()), Object.entries(this._nodes).forEach(([o, i]) => {
			e(o) && n.setNode(o, i);
		}), Object.values(this._edgeObjs).forEach((o) => {
			n.hasNode(o.v) && n.hasNode(o.w) && n.setEdge(o, this.edge(o));
		});
		let t = {}, r = (o) => {
			let i = this.parent(o);
			return !i || n.hasNode(i) ? (t[o] = i, i) : i in t ? t[i] : r(i);
		};
		return this._isCompound && n.nodes().forEach((o) => n.setParent(o, r(o))), n;
	}
	setDefaultEdgeLabel(e) {
		return typeof e != "function" ? this._defaultEdgeLabelFn = () => e : this._defaultEdgeLabelFn = e, this;
	}
	edgeCount() {
		return this._edgeCount;
	}
	edges() {
		return Object.values(this._edgeObjs);
	}
	setPath(e, n) {
		return e.reduce((t, r) => (n !== void 0 ? this.setEdge(t, r, n) : this.setEdge(t, r), r)), this;
	}
	setEdge(e, n, t, r) {
		let o, i, s, a, l = !1;
		typeof e == "object" && e !== null && "v" in e ? (o = e.v, i = e.w, s = e.name, arguments.length === 2 && (a = n, l = !0)) : (o = e, i = n, s = r, arguments.length > 2 && (a = t, l = !0)), o = "" + o, i = "" + i, s !== void 0 && (s = "" + s);
		let u = z(this._isDirected, o, i, s);
		if (u in this._edgeLabels) return l && (this._edgeLabels[u] = a), this;
		if (s !== void 0 && !this._isMultigraph) throw new Error("Cannot set a named edge when isMultigraph = false");
		this.setNode(o), this.setNode(i), this._edgeLabels[u] = l ? a : this._defaultEdgeLabelFn(o, i, s);
		let d = Fn(this._isDirected, o, i, s);
		return o = d.v, i = d.w, Object.freeze(d), this._edgeObjs[u] = d, Re(this._preds[i], o), Re(this._sucs[o], i), this._in[i][u] = d, this._out[o][u] = d, this._edgeCount++, this;
	}
	edge(e, n, t) {
		let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t);
		return this._edgeLabels[r];
	}
	edgeAsObj(e, n, t) {
		let r = arguments.length === 1 ? this.edge(e) : this.edge(e, n, t);
		return typeof r != "object" || r === null ? { label: r } : r;
	}
	hasEdge(e, n, t) {
		return (arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t)) in this._edgeLabels;
	}
	removeEdge(e, n, t) {
		let r = arguments.length === 1 ? oe(this._isDirected, e) : z(this._isDirected, e, n, t), o = this._edgeObjs[r];
		if (o) {
			let i = o.v, s = o.w;
			delete this._edgeLabels[r], delete this._edgeObjs[r], Ie(this._preds[s], i), Ie(this._sucs[i], s), delete this._in[s][r], delete this._out[i][r], this._edgeCount--;
		}
		return this;
	}
	inEdges(e, n) {
		return this.isDirected() ? this.filterEdges(this._in[e], e, n) : this.nodeEdges(e, n);
	}
	outEdges(e, n) {
		return this.isDirected() ? this.filterEdges(this._out[e], e, n) : this.nodeEdges(e, n);
	}
	nodeEdges(e, n) {
		if (e in this._nodes) return this.filterEdges({
			...this._in[e],
			...this._out[e]
		}, e, n);
	}
	_removeFromParentsChildList(e) {
		delete this._children[this._parent[e]][e];
	}
	filterEdges(e, n, t) {
		if (!e) return;
		let r = Object.values(e);
		return t ? r.filter((o) => o.v === n && o.w === t || o.v === t && o.w === n) : r;
	}
};
function Re(e, n) {
	e[n] ? e[n]++ : e[n] = 1;
}
function Ie(e, n) {
	e[n] !== void 0 && !--e[n] && delete e[n];
}
function z(e, n, t, r) {
	let o = "" + n, i = "" + t;
	if (!e && o > i) {
		let s = o;
		o = i, i = s;
	}
	return o + "" + i + "" + (r === void 0 ? "\0" : r);
}
function Fn(e, n, t, r) {
	let o = "" + n, i = "" + t;
	if (!e && o > i) {
		let a = o;
		o = i, i = a;
	}
	let s = {
		v: o,
		w: i
	};
	return r && (s.name = r), s;
}
function oe(e, n) {
	return z(e, n.v, n.w, n.name);
}
Se({}, {
	read: () => Bn,
	write: () => An
});
function An(e) {
	let n = {
		options: {
			directed: e.isDirected(),
			multigraph: e.isMultigraph(),
			compound: e.isCompound()
		},
		nodes: Vn(e),
		edges: Yn(e)
	}, t = e.graph();
	return t !== void 0 && (n.value = structuredClone(t)), n;
}
function Vn(e) {
	return e.nodes().map((n) => {
		let t = e.node(n), r = e.parent(n), o = { v: n };
		return t !== void 0 && (o.value = t), r !== void 0 && (o.parent = r), o;
	});
}
function Yn(e) {
	return e.edges().map((n) => {
		let t = e.edge(n), r = {
			v: n.v,
			w: n.w
		};
		return n.name !== void 0 && (r.name = n.name), t !== void 0 && (r.value = t), r;
	});
}
function Bn(e) {
	let n = new Q(e.options);
	return e.value !== void 0 && n.setGraph(e.value), e.nodes.forEach((t) => {
		n.setNode(t.v, t.value), t.parent && n.setParent(t.v, t.parent);
	}), e.edges.forEach((t) => {
		n.setEdge({
			v: t.v,
			w: t.w,
			name: t.name
		}, t.value);
	}), n;
}
var H = {};
Se(H, {
	CycleException: () => K,
	bellmanFord: () => Me,
	components: () => zn,
	dijkstra: () => J,
	dijkstraAll: () => $n,
	findCycles: () => Un,
	floydWarshall: () => Kn,
	isAcyclic: () => Zn,
	postorder: () => nt,
	preorder: () => tt,
	prim: () => rt,
	shortestPaths: () => ot,
	tarjan: () => Fe,
	topsort: () => De
});
var Wn = () => 1;
function Me(e, n, t, r) {
	return Xn(e, String(n), t || Wn, r || function(o) {
		var i;
		return (i = e.outEdges(o)) != null ? i : [];
	});
}
function Xn(e, n, t, r) {
	let o = {}, i, s = 0, a = e.nodes(), l = function(c) {
		let f = o[c.v], h = o[c.w];
		if (!f || !h) return;
		let g = t(c);
		f.distance + g < h.distance && (o[c.w] = {
			distance: f.distance + g,
			predecessor: c.v
		}, i = !0);
	}, u = function() {
		a.forEach(function(c) {
			r(c).forEach(function(f) {
				let h = f.v === c ? f.v : f.w;
				l({
					v: h,
					w: h === f.v ? f.w : f.v
				});
			});
		});
	};
	a.forEach(function(c) {
		o[c] = {
			distance: c === n ? 0 : Number.POSITIVE_INFINITY,
			predecessor: ""
		};
	});
	let d = a.length;
	for (let c = 1; c < d && (i = !1, s++, u(), !!i); c++);
	if (s === d - 1 && (i = !1, u(), i)) throw new Error("The graph contains a negative weight cycle");
	return o;
}
function zn(e) {
	let n = {}, t = [], r;
	function o(i) {
		var s, a;
		i in n || (n[i] = !0, r.push(i), (s = e.successors(i)) == null || s.forEach(o), (a = e.predecessors(i)) == null || a.forEach(o));
	}
	return e.nodes().forEach(function(i) {
		r = [], o(i), r.length && t.push(r);
	}), t;
}
var Pe = class {
	constructor() {
		this._arr = [], this._keyIndices = {};
	}
	size() {
		return this._arr.length;
	}
	keys() {
		return this._arr.map((e) => e.key);
	}
	has(e) {
		return e in this._keyIndices;
	}
	priority(e) {
		let n = this._keyIndices[e];
		if (n !== void 0) return this._arr[n].priority;
	}
	min() {
		if (this.size() === 0) throw new Error("Queue underflow");
		return this._arr[0].key;
	}
	add(e, n) {
		let t = this._keyIndices, r = String(e);
		if (!(r in t)) {
			let o = this._arr, i = o.length;
			return t[r] = i, o.push({
				key: r,
				priority: n
			}), this._decrease(i), !0;
		}
		return !1;
	}
	removeMin() {
		if (this.size() === 0) throw new Error("Queue underflow");
		this._swap(0, this._arr.length - 1);
		let e = this._arr.pop();
		return delete this._keyIndices[e.key], this._heapify(0), e.key;
	}
	decrease(e, n) {
		let t = this._keyIndices[e];
		if (t === void 0) throw new Error(`Key not found: ${e}`);
		let r = this._arr[t].priority;
		if (n > r) throw new Error(`New priority is greater than current priority. Key: ${e} Old: ${r} New: ${n}`);
		this._arr[t].priority = n, this._decrease(t);
	}
	_heapify(e) {
		let n = this._arr, t = 2 * e, r = t + 1, o = e;
		t < n.length && (o = n[t].priority < n[o].priority ? t : o, r < n.length && (o = n[r].priority < n[o].priority ? r : o), o !== e && (this._swap(e, o), this._heapify(o)));
	}
	_decrease(e) {
		let n = this._arr, t = n[e].priority, r;
		for (; e !== 0 && (r = e >> 1, !(n[r].priority < t));) this._swap(e, r), e = r;
	}
	_swap(e, n) {
		let t = this._arr, r = this._keyIndices, o = t[e], i = t[n];
		t[e] = i, t[n] = o, r[i.key] = e, r[o.key] = n;
	}
}, Hn = () => 1;
function J(e, n, t, r) {
	let o = function(i) {
		var s;
		return (s = e.outEdges(i)) != null ? s : [];
	};
	return qn(e, String(n), t || Hn, r || o);
}
function qn(e, n, t, r) {
	let o = {}, i = new Pe(), s, a, l = function(u) {
		let d = u.v !== s ? u.v : u.w, c = o[d];
		if (!c) return;
		let f = t(u), h = a.distance + f;
		if (f < 0) throw new Error("dijkstra does not allow negative edge weights. Bad edge: " + u + " Weight: " + f);
		h < c.distance && (c.distance = h, c.predecessor = s, i.decrease(d, h));
	};
	for (e.nodes().forEach(function(u) {
		let d = u === n ? 0 : Number.POSITIVE_INFINITY;
		o[u] = {
			distance: d,
			predecessor: ""
		}, i.add(u, d);
	}); i.size() > 0;) {
		s = i.removeMin();
		let u = o[s];
		if (!u || u.distance === Number.POSITIVE_INFINITY) break;
		a = u, r(s).forEach(l);
	}
	return o;
}
function $n(e, n, t) {
	return e.nodes().reduce(function(r, o) {
		return r[o] = J(e, o, n, t), r;
	}, {});
}
function Fe(e) {
	let n = 0, t = [], r = {}, o = [];
	function i(s) {
		var a;
		let l = r[s] = {
			onStack: !0,
			lowlink: n,
			index: n++
		};
		if (t.push(s), (a = e.successors(s)) == null || a.forEach(function(u) {
			if (u in r) {
				let d = r[u];
				d != null && d.onStack && (l.lowlink = Math.min(l.lowlink, d.index));
			} else {
				i(u);
				let d = r[u];
				d && (l.lowlink = Math.min(l.lowlink, d.lowlink));
			}
		}), l.lowlink === l.index) {
			let u = [], d;
			do {
				d = t.pop();
				let c = r[d];
				c && (c.onStack = !1), u.push(d);
			} while (s !== d);
			o.push(u);
		}
	}
	return e.nodes().forEach(function(s) {
		s in r || i(s);
	}), o;
}
function Un(e) {
	return Fe(e).filter(function(n) {
		var t;
		let r = n[0];
		return r ? n.length > 1 || n.length === 1 && ((t = e.outEdges(r, r)) != null ? t : []).length > 0 : !1;
	});
}
var Jn = () => 1;
function Kn(e, n, t) {
	return Qn(e, n || Jn, t || function(r) {
		var o;
		return (o = e.outEdges(r)) != null ? o : [];
	});
}
function Qn(e, n, t) {
	let r = {}, o = e.nodes();
	return o.forEach(function(i) {
		let s = {};
		r[i] = s, s[i] = {
			distance: 0,
			predecessor: ""
		}, o.forEach(function(a) {
			i !== a && (s[a] = {
				distance: Number.POSITIVE_INFINITY,
				predecessor: ""
			});
		}), t(i).forEach(function(a) {
			let l = a.v === i ? a.w : a.v;
			s[l] = {
				distance: n(a),
				predecessor: i
			};
		});
	}), o.forEach(function(i) {
		let s = r[i];
		s && o.forEach(function(a) {
			let l = r[a];
			l && o.forEach(function(u) {
				let d = l[i], c = s[u], f = l[u];
				if (d && c && f) {
					let h = d.distance + c.distance;
					h < f.distance && (f.distance = h, f.predecessor = c.predecessor);
				}
			});
		});
	}), r;
}
var K = class extends Error {
	constructor(e) {
		super(e), this.name = "CycleException";
	}
};
function De(e) {
	let n = {}, t = {}, r = [];
	function o(i) {
		var s;
		if (i in t) throw new K();
		i in n || (t[i] = !0, n[i] = !0, (s = e.predecessors(i)) == null || s.forEach(o), delete t[i], r.push(i));
	}
	if (e.sinks().forEach(o), Object.keys(n).length !== e.nodeCount()) throw new K();
	return r;
}
function Zn(e) {
	try {
		De(e);
	} catch (n) {
		if (n instanceof K) return !1;
		throw n;
	}
	return !0;
}
function et(e, n, t, r, o) {
	Array.isArray(n) || (n = [n]);
	let i = ((a) => {
		var l;
		return (l = e.isDirected() ? e.successors(a) : e.neighbors(a)) != null ? l : [];
	}), s = {};
	return n.forEach(function(a) {
		if (!e.hasNode(a)) throw new Error("Graph does not have node: " + a);
		o = Ae(e, a, t === "post", s, i, r, o);
	}), o;
}
function Ae(e, n, t, r, o, i, s) {
	return n in r || (r[n] = !0, t || (s = i(s, n)), o(n).forEach(function(a) {
		s = Ae(e, a, t, r, o, i, s);
	}), t && (s = i(s, n))), s;
}
function Ve(e, n, t) {
	return et(e, n, t, function(r, o) {
		return r.push(o), r;
	}, []);
}
function nt(e, n) {
	return Ve(e, n, "post");
}
function tt(e, n) {
	return Ve(e, n, "pre");
}
function rt(e, n) {
	var t;
	let r = new Q(), o = {}, i = new Pe(), s;
	function a(d) {
		let c = d.v === s ? d.w : d.v, f = i.priority(c);
		if (f !== void 0) {
			let h = n(d);
			h < f && (o[c] = s, i.decrease(c, h));
		}
	}
	if (e.nodeCount() === 0) return r;
	e.nodes().forEach(function(d) {
		i.add(d, Number.POSITIVE_INFINITY), r.setNode(d);
	});
	let l = e.nodes()[0];
	l !== void 0 && i.decrease(l, 0);
	let u = !1;
	for (; i.size() > 0;) {
		if (s = i.removeMin(), s in o) r.setEdge(s, o[s]);
		else {
			if (u) throw new Error("Input graph is not connected: " + e);
			u = !0;
		}
		(t = e.nodeEdges(s)) == null || t.forEach(a);
	}
	return r;
}
function ot(e, n, t, r) {
	return it(e, n, t, r != null ? r : ((o) => {
		var i;
		return (i = e.outEdges(o)) != null ? i : [];
	}));
}
function it(e, n, t, r) {
	if (t === void 0) return J(e, n, t, r);
	let o = !1, i = e.nodes();
	for (let s = 0; s < i.length; s++) {
		let a = i[s];
		if (a === void 0) continue;
		let l = r(a);
		for (let u = 0; u < l.length; u++) {
			let d = l[u];
			if (!d) continue;
			let c = d.v === a ? d.v : d.w;
			t({
				v: c,
				w: c === d.v ? d.w : d.v
			}) < 0 && (o = !0);
		}
		if (o) return Me(e, n, t, r);
	}
	return J(e, n, t, r);
}
var T = Q;
function M(e, n, t, r) {
	let o = r;
	for (; e.hasNode(o);) o = $(r);
	return t.dummy = n, e.setNode(o, t), o;
}
function Ye(e) {
	let n = new T().setGraph(e.graph());
	return e.nodes().forEach((t) => n.setNode(t, e.node(t))), e.edges().forEach((t) => {
		let r = n.edge(t.v, t.w) || {
			weight: 0,
			minlen: 1
		}, o = e.edge(t);
		n.setEdge(t.v, t.w, {
			weight: r.weight + o.weight,
			minlen: Math.max(r.minlen, o.minlen)
		});
	}), n;
}
function Z(e) {
	let n = new T({ multigraph: e.isMultigraph() }).setGraph(e.graph());
	return e.nodes().forEach((t) => {
		e.children(t).length || n.setNode(t, e.node(t));
	}), e.edges().forEach((t) => {
		n.setEdge(t, e.edge(t));
	}), n;
}
function se(e, n) {
	let t = e.x, r = e.y, o = n.x - t, i = n.y - r, s = e.width / 2, a = e.height / 2;
	if (!o && !i) throw new Error("Not possible to find intersection inside of the rectangle");
	let l, u;
	return o === 0 || Math.abs(i) * s > Math.abs(o) * a ? (i < 0 && (a = -a), l = a * o / i, u = a) : (o < 0 && (s = -s), l = s, u = s * i / o), {
		x: t + l,
		y: r + u
	};
}
function P(e) {
	let n = D(de(e) + 1).map(() => []);
	return e.nodes().forEach((t) => {
		let r = e.node(t), o = r.rank;
		o !== void 0 && (n[o] || (n[o] = []), n[o][r.order] = t);
	}), n;
}
function Be(e) {
	let n = e.nodes().map((r) => {
		let o = e.node(r).rank;
		return o === void 0 ? Number.MAX_VALUE : o;
	}), t = S(Math.min, n);
	e.nodes().forEach((r) => {
		let o = e.node(r);
		Object.hasOwn(o, "rank") && (o.rank -= t);
	});
}
function We(e) {
	let n = e.nodes().map((s) => e.node(s).rank).filter((s) => s !== void 0), t = S(Math.min, n), r = [];
	e.nodes().forEach((s) => {
		let a = e.node(s).rank - t;
		r[a] || (r[a] = []), r[a].push(s);
	});
	let o = 0, i = e.graph().nodeRankFactor;
	Array.from(r).forEach((s, a) => {
		s === void 0 && a % i !== 0 ? --o : s !== void 0 && o && s.forEach((l) => e.node(l).rank += o);
	});
}
function ae(e, n, t, r) {
	let o = {
		width: 0,
		height: 0
	};
	return arguments.length >= 4 && (o.rank = t, o.order = r), M(e, "border", o, n);
}
function st(e, n = Xe) {
	let t = [];
	for (let r = 0; r < e.length; r += n) {
		let o = e.slice(r, r + n);
		t.push(o);
	}
	return t;
}
var Xe = 65535;
function S(e, n) {
	if (n.length > Xe) return e(...st(n).map((r) => e(...r)));
	else return e(...n);
}
function de(e) {
	let t = e.nodes().map((r) => {
		let o = e.node(r).rank;
		return o === void 0 ? Number.MIN_VALUE : o;
	});
	return S(Math.max, t);
}
function ze(e, n) {
	let t = {
		lhs: [],
		rhs: []
	};
	return e.forEach((r) => {
		n(r) ? t.lhs.push(r) : t.rhs.push(r);
	}), t;
}
function q(e, n) {
	return n();
}
var at = 0;
function $(e) {
	return e + ("" + ++at);
}
function D(e, n, t = 1) {
	n ?? (n = e, e = 0);
	let r = (i) => i < n;
	t < 0 && (r = (i) => n < i);
	let o = [];
	for (let i = e; r(i); i += t) o.push(i);
	return o;
}
function W(e, n) {
	let t = {};
	for (let r of n) e[r] !== void 0 && (t[r] = e[r]);
	return t;
}
function X(e, n) {
	let t;
	return typeof n == "string" ? t = (r) => r[n] : t = n, Object.entries(e).reduce((r, [o, i]) => (r[o] = t(i, o), r), {});
}
function He(e, n) {
	return e.reduce((t, r, o) => (t[r] = n[o], t), {});
}
var V = "\0";
function ee(e, n, t) {
	var u, d, c, f, h, g;
	if (!(e && n && t && n.dummy === "edge" && t.dummy === "edge" && n.edgeObj && t.edgeObj && e[n.edgeObj.v] && e[t.edgeObj.v] && e[n.edgeObj.w] && e[t.edgeObj.w])) return 0;
	let r = !0;
	n.edgeObj.w === t.edgeObj.w && (r = !1);
	let o = r ? (d = (u = e[n.edgeObj.v]) == null ? void 0 : u.rank) != null ? d : NaN : (f = (c = e[n.edgeObj.w]) == null ? void 0 : c.rank) != null ? f : NaN, i = Object.entries(e).find((m) => {
		var L, y;
		return ((L = m[1].edgeObj) == null ? void 0 : L.v) === n.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === n.edgeObj.w && m[1].rank === o;
	}), s = Object.entries(e).find((m) => {
		var L, y;
		return ((L = m[1].edgeObj) == null ? void 0 : L.v) === t.edgeObj.v && ((y = m[1].edgeObj) == null ? void 0 : y.w) === t.edgeObj.w && m[1].rank === o;
	});
	if (!i || !s) return 0;
	let a = (h = i[1].order) != null ? h : NaN, l = (g = s[1].order) != null ? g : NaN;
	return isNaN(a - l) ? 0 : a - l;
}
var ce = class {
	constructor() {
		je(this, "_sentinel");
		let n = {};
		n._next = n._prev = n, this._sentinel = n;
	}
	dequeue() {
		let n = this._sentinel, t = n._prev;
		if (t !== n) return qe(t), t;
	}
	enqueue(n) {
		let t = this._sentinel;
		n._prev && n._next && qe(n), n._next = t._next, t._next._prev = n, t._next = n, n._prev = t;
	}
	toString() {
		let n = [], t = this._sentinel, r = t._prev;
		for (; r !== t;) n.push(JSON.stringify(r, dt)), r = r._prev;
		return "[" + n.join(", ") + "]";
	}
};
function qe(e) {
	e._prev._next = e._next, e._next._prev = e._prev, delete e._next, delete e._prev;
}
function dt(e, n) {
	if (e !== "_next" && e !== "_prev") return n;
}
var $e = ce;
var lt = () => 1;
function be(e, n) {
	if (e.nodeCount() <= 1) return [];
	let t = ct(e, n || lt);
	return ut(t.graph, t.buckets, t.zeroIdx).flatMap((o) => e.outEdges(o.v, o.w) || []);
}
function ut(e, n, t) {
	var a;
	let r = [], o = n[n.length - 1], i = n[0], s;
	for (; e.nodeCount();) {
		for (; s = i.dequeue();) fe(e, n, t, s);
		for (; s = o.dequeue();) fe(e, n, t, s);
		if (e.nodeCount()) {
			for (let l = n.length - 2; l > 0; --l) if (s = (a = n[l]) == null ? void 0 : a.dequeue(), s) {
				r = r.concat(fe(e, n, t, s, !0) || []);
				break;
			}
		}
	}
	return r;
}
function fe(e, n, t, r, o) {
	let i = [], s = o ? i : void 0;
	return (e.inEdges(r.v) || []).forEach((a) => {
		let l = e.edge(a), u = e.node(a.v);
		o && i.push({
			v: a.v,
			w: a.w
		}), u.out -= l, he(n, t, u);
	}), (e.outEdges(r.v) || []).forEach((a) => {
		let l = e.edge(a), u = a.w, d = e.node(u);
		d.in -= l, he(n, t, d);
	}), e.removeNode(r.v), s;
}
function ct(e, n) {
	let t = new T(), r = 0, o = 0;
	e.nodes().forEach((a) => {
		t.setNode(a, {
			v: a,
			in: 0,
			out: 0
		});
	}), e.edges().forEach((a) => {
		let l = t.edge(a.v, a.w) || 0, u = n(a), d = l + u;
		t.setEdge(a.v, a.w, d);
		let c = t.node(a.v), f = t.node(a.w);
		o = Math.max(o, c.out += u), r = Math.max(r, f.in += u);
	});
	let i = ft(o + r + 3).map(() => new $e()), s = r + 1;
	return t.nodes().forEach((a) => {
		he(i, s, t.node(a));
	}), {
		graph: t,
		buckets: i,
		zeroIdx: s
	};
}
function he(e, n, t) {
	var r, o, i;
	t.out ? t.in ? (i = e[t.out - t.in + n]) == null || i.enqueue(t) : (o = e[e.length - 1]) == null || o.enqueue(t) : (r = e[0]) == null || r.enqueue(t);
}
function ft(e) {
	let n = [];
	for (let t = 0; t < e; t++) n.push(t);
	return n;
}
function Ue(e, n) {
	(e.graph().acyclicer === "greedy" ? be(e, r(e)) : ht(e, n != null ? n : null)).forEach((o) => {
		let i = e.edge(o);
		e.removeEdge(o), i.forwardName = o.name, i.reversed = !0, e.setEdge(o.w, o.v, i, $("rev"));
	});
	function r(o) {
		return (i) => o.edge(i).weight;
	}
}
function ht(e, n) {
	let t = [], r = {}, o = {};
	function i(l) {
		Object.hasOwn(o, l) || (o[l] = !0, r[l] = !0, e.outEdges(l).forEach((u) => {
			Object.hasOwn(r, u.w) ? t.push(u) : i(u.w);
		}), delete r[l]);
	}
	function s(l) {
		var u;
		Object.hasOwn(o, l) || (o[l] = !0, r[l] = !0, (u = e.outEdges(l)) == null || u.forEach((d) => {
			var c, f;
			Object.hasOwn(r, d.w) || ((c = n.node(l)) == null ? void 0 : c.rank) > ((f = n.node(d.w)) == null ? void 0 : f.rank) && bt(e, d.w, d) ? t.push(d) : s(d.w);
		}), delete r[l]);
	}
	let a = i;
	return n && typeof n.node == "function" && (a = s), e.sources().forEach(a), e.nodes().forEach(a), t;
}
function Je(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (t.reversed) {
			e.removeEdge(n);
			let r = t.forwardName;
			delete t.reversed, delete t.forwardName, e.setEdge(n.w, n.v, t, r);
		}
	});
}
function bt(e, n, t) {
	let r = /* @__PURE__ */ new Set();
	function o(i) {
		var s;
		if (e.sources().includes(i)) return !0;
		r.add(i);
		for (let a of (s = e.inEdges(i)) != null ? s : []) if (!(a.v === t.v && a.w === t.w) && !r.has(a.v) && o(a.v)) return !0;
		return !1;
	}
	return o(n);
}
function Ke(e) {
	e.graph().dummyChains = [], e.edges().forEach((n) => pt(e, n));
}
function pt(e, n) {
	let t = n.v, r = e.node(t).rank, o = n.w, i = e.node(o).rank, s = n.name, a = e.edge(n), l = a.labelRank;
	if (i === r + 1) return;
	e.removeEdge(n);
	let u, d, c;
	for (c = 0, ++r; r < i; ++c, ++r) a.points = [], d = {
		width: 0,
		height: 0,
		edgeLabel: a,
		edgeObj: n,
		rank: r
	}, u = M(e, "edge", d, "_d"), r === l && (d.width = a.width, d.height = a.height, d.dummy = "edge-label", d.labelpos = a.labelpos), e.setEdge(t, u, { weight: a.weight }, s), c === 0 && e.graph().dummyChains.push(u), t = u;
	e.setEdge(t, o, { weight: a.weight }, s);
}
function Qe(e) {
	e.graph().dummyChains.forEach((n) => {
		let t = e.node(n), r = t.edgeLabel, o;
		for (e.setEdge(t.edgeObj, r); t.dummy;) o = e.successors(n)[0], e.removeNode(n), r.points.push({
			x: t.x,
			y: t.y
		}), t.dummy === "edge-label" && (r.x = t.x, r.y = t.y, r.width = t.width, r.height = t.height), n = o, t = e.node(n);
	});
}
function U(e) {
	let n = {};
	function t(r) {
		let o = e.node(r);
		if (Object.hasOwn(n, r)) return o.rank;
		n[r] = !0;
		let i = e.outEdges(r), s = i ? i.map((l) => l == null ? Number.POSITIVE_INFINITY : t(l.w) - e.edge(l).minlen) : [], a = S(Math.min, s);
		return a === Number.POSITIVE_INFINITY && (a = 0), o.rank = a;
	}
	e.sources().forEach(t);
}
function A(e, n) {
	return e.node(n.w).rank - e.node(n.v).rank - e.edge(n).minlen;
}
var ne = Et;
function Et(e) {
	let n = new T({ directed: !1 }), t = e.nodes();
	if (t.length === 0) throw new Error("Graph must have at least one node");
	let r = t[0], o = e.nodeCount();
	n.setNode(r, {});
	let i, s;
	for (; Lt(n, e) < o && (i = yt(n, e), !!i);) s = n.hasNode(i.v) ? A(e, i) : -A(e, i), wt(n, e, s);
	return n;
}
function Lt(e, n) {
	function t(r) {
		let o = n.nodeEdges(r);
		o && o.forEach((i) => {
			let s = i.v, a = r === s ? i.w : s;
			!e.hasNode(a) && !A(n, i) && (e.setNode(a, {}), e.setEdge(r, a, {}), t(a));
		});
	}
	return e.nodes().forEach(t), e.nodeCount();
}
function yt(e, n) {
	return n.edges().reduce((r, o) => {
		let i = Number.POSITIVE_INFINITY;
		return e.hasNode(o.v) !== e.hasNode(o.w) && (i = A(n, o)), i < r[0] ? [i, o] : r;
	}, [Number.POSITIVE_INFINITY, null])[1];
}
function wt(e, n, t) {
	e.nodes().forEach((r) => n.node(r).rank += t);
}
var { preorder: Nt, postorder: Gt } = H, en = Y;
Y.initLowLimValues = pe;
Y.initCutValues = ge;
Y.calcCutValue = nn;
Y.leaveEdge = rn;
Y.enterEdge = on;
Y.exchangeEdges = sn;
function Y(e) {
	e = Ye(e), U(e);
	let n = ne(e);
	pe(n), ge(n, e);
	let t, r;
	for (; t = rn(n);) r = on(n, e, t), sn(n, e, t, r);
}
function ge(e, n) {
	let t = Gt(e, e.nodes());
	t = t.slice(0, t.length - 1), t.forEach((r) => vt(e, n, r));
}
function vt(e, n, t) {
	let o = e.node(t).parent, i = e.edge(t, o);
	i.cutvalue = nn(e, n, t);
}
function nn(e, n, t) {
	let o = e.node(t).parent, i = !0, s = n.edge(t, o), a = 0;
	s || (i = !1, s = n.edge(o, t)), a = s.weight;
	let l = n.nodeEdges(t);
	return l && l.forEach((u) => {
		let d = u.v === t, c = d ? u.w : u.v;
		if (c !== o) {
			let f = d === i, h = n.edge(u).weight;
			if (a += f ? h : -h, xt(e, t, c)) {
				let m = e.edge(t, c).cutvalue;
				a += f ? -m : m;
			}
		}
	}), a;
}
function pe(e, n) {
	arguments.length < 2 && (n = e.nodes()[0]), tn(e, {}, 1, n);
}
function tn(e, n, t, r, o) {
	let i = t, s = e.node(r);
	n[r] = !0;
	let a = e.neighbors(r);
	return a && a.forEach((l) => {
		Object.hasOwn(n, l) || (t = tn(e, n, t, l, r));
	}), s.low = i, s.lim = t++, o ? s.parent = o : delete s.parent, t;
}
function rn(e) {
	return e.edges().find((n) => e.edge(n).cutvalue < 0);
}
function on(e, n, t) {
	let r = t.v, o = t.w;
	n.hasEdge(r, o) || (r = t.w, o = t.v);
	let i = e.node(r), s = e.node(o), a = i, l = !1;
	return i.lim > s.lim && (a = s, l = !0), n.edges().filter((d) => l === Ze(e, e.node(d.v), a) && l !== Ze(e, e.node(d.w), a)).reduce((d, c) => A(n, c) < A(n, d) ? c : d);
}
function sn(e, n, t, r) {
	let o = t.v, i = t.w;
	e.removeEdge(o, i), e.setEdge(r.v, r.w, {}), pe(e), ge(e, n), kt(e, n);
}
function kt(e, n) {
	let t = e.nodes().find((o) => !e.node(o).parent);
	if (!t) return;
	let r = Nt(e, [t]);
	r = r.slice(1), r.forEach((o) => {
		let s = e.node(o).parent, a = n.edge(o, s), l = !1;
		a || (a = n.edge(s, o), l = !0), n.node(o).rank = n.node(s).rank + (l ? a.minlen : -a.minlen);
	});
}
function xt(e, n, t) {
	return e.hasEdge(n, t);
}
function Ze(e, n, t) {
	return t.low <= n.lim && n.lim <= t.lim;
}
var dn = _t;
function _t(e) {
	let n = e.graph().ranker;
	if (typeof n == "function") return n(e);
	switch (n) {
		case "network-simplex":
			an(e);
			break;
		case "tight-tree":
			Ct(e);
			break;
		case "longest-path":
			Ot(e);
			break;
		case "none": break;
		default: an(e);
	}
}
var Ot = U;
function Ct(e) {
	U(e), ne(e);
}
function an(e) {
	en(e);
}
var ln = Tt;
function Tt(e) {
	let n = Rt(e), t = e.graph();
	if (!Array.isArray(t.dummyChains)) return;
	t.dummyChains.forEach((o) => {
		let i = e.node(o), s = i.edgeObj, a = jt(e, n, s.v, s.w), l = a.path, u = a.lca, d = 0, c = l[d], f = !0;
		for (; o !== s.w;) {
			if (i = e.node(o), f) {
				for (; (c = l[d]) !== u && e.node(c).maxRank < i.rank;) d++;
				c === u && (f = !1);
			}
			if (!f) {
				for (; d < l.length - 1 && e.node(l[d + 1]).minRank <= i.rank;) d++;
				c = l[d];
			}
			c !== void 0 && e.setParent(o, c), o = e.successors(o)[0];
		}
	});
}
function jt(e, n, t, r) {
	let o = [], i = [], s = Math.min(n[t].low, n[r].low), a = Math.max(n[t].lim, n[r].lim), l;
	l = t;
	do
		l = e.parent(l), o.push(l);
	while (l && (n[l].low > s || a > n[l].lim));
	let u = l, d = r;
	for (; (d = e.parent(d)) !== u;) i.push(d);
	return {
		path: o.concat(i.reverse()),
		lca: u
	};
}
function Rt(e) {
	let n = {}, t = 0;
	function r(o) {
		let i = t;
		e.children(o).forEach(r), n[o] = {
			low: i,
			lim: t++
		};
	}
	return e.children(V).forEach(r), n;
}
function un(e) {
	let n = M(e, "root", {}, "_root"), t = It(e), r = Object.values(t), o = S(Math.max, r) - 1, i = 2 * o + 1;
	e.graph().nestingRoot = n, e.edges().forEach((a) => e.edge(a).minlen *= i);
	let s = St(e) + 1;
	e.children(V).forEach((a) => {
		cn(e, n, i, s, o, t, a);
	}), e.graph().nodeRankFactor = i;
}
function cn(e, n, t, r, o, i, s) {
	var c;
	let a = e.children(s);
	if (!a.length) {
		s !== n && e.setEdge(n, s, {
			weight: 0,
			minlen: t
		});
		return;
	}
	let l = ae(e, "_bt"), u = ae(e, "_bb"), d = e.node(s);
	e.setParent(l, s), d.borderTop = l, e.setParent(u, s), d.borderBottom = u, a.forEach((f) => {
		var b;
		cn(e, n, t, r, o, i, f);
		let h = e.node(f), g = h.borderTop ? h.borderTop : f, m = h.borderBottom ? h.borderBottom : f, L = h.borderTop ? r : 2 * r, y = g !== m ? 1 : o - ((b = i[s]) != null ? b : 0) + 1;
		e.setEdge(l, g, {
			weight: L,
			minlen: y,
			nestingEdge: !0
		}), e.setEdge(m, u, {
			weight: L,
			minlen: y,
			nestingEdge: !0
		});
	}), e.parent(s) || e.setEdge(n, l, {
		weight: 0,
		minlen: o + ((c = i[s]) != null ? c : 0)
	});
}
function It(e) {
	let n = {};
	function t(r, o) {
		let i = e.children(r);
		i && i.length && i.forEach((s) => t(s, o + 1)), n[r] = o;
	}
	return e.children(V).forEach((r) => t(r, 1)), n;
}
function St(e) {
	return e.edges().reduce((n, t) => n + e.edge(t).weight, 0);
}
function fn(e) {
	let n = e.graph();
	e.removeNode(n.nestingRoot), delete n.nestingRoot, e.edges().forEach((t) => {
		e.edge(t).nestingEdge && e.removeEdge(t);
	});
}
var bn = Pt;
function Pt(e) {
	function n(t) {
		let r = e.children(t), o = e.node(t);
		if (r.length && r.forEach(n), o && Object.hasOwn(o, "minRank")) {
			o.borderLeft = [], o.borderRight = [];
			for (let i = o.minRank, s = o.maxRank + 1; i < s; ++i) hn(e, "borderLeft", "_bl", t, o, i), hn(e, "borderRight", "_br", t, o, i);
		}
	}
	e.children(V).forEach(n);
}
function hn(e, n, t, r, o, i) {
	let s = {
		width: 0,
		height: 0,
		rank: i,
		borderType: n
	}, a = o[n][i - 1], l = M(e, "border", s, t);
	o[n][i] = l, e.setParent(l, r), a && e.setEdge(a, l, { weight: 1 });
}
function pn(e) {
	var t;
	let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
	(n === "lr" || n === "rl") && En(e);
}
function mn(e) {
	var t;
	let n = (t = e.graph().rankdir) == null ? void 0 : t.toLowerCase();
	(n === "bt" || n === "rl") && Ft(e), (n === "lr" || n === "rl") && (Dt(e), En(e));
}
function En(e) {
	e.nodes().forEach((n) => gn(e.node(n))), e.edges().forEach((n) => gn(e.edge(n)));
}
function gn(e) {
	let n = e.width;
	e.width = e.height, e.height = n;
}
function Ft(e) {
	e.nodes().forEach((n) => me(e.node(n))), e.edges().forEach((n) => {
		var r;
		let t = e.edge(n);
		(r = t.points) == null || r.forEach(me), Object.hasOwn(t, "y") && me(t);
	});
}
function me(e) {
	e.y = -e.y;
}
function Dt(e) {
	e.nodes().forEach((n) => Ee(e.node(n))), e.edges().forEach((n) => {
		var r;
		let t = e.edge(n);
		(r = t.points) == null || r.forEach(Ee), Object.hasOwn(t, "x") && Ee(t);
	});
}
function Ee(e) {
	let n = e.x;
	e.x = e.y, e.y = n;
}
function Le(e, n = null) {
	let t = {}, r = e.nodes().filter((d) => !e.children(d).length), o = r.map((d) => e.node(d).rank), s = D(S(Math.max, o) + 1).map(() => []);
	function a(d) {
		if (t[d]) return;
		t[d] = !0;
		s[e.node(d).rank].push(d);
		let f = e.successors(d);
		f && [...f].sort((g, m) => u(g, m)).forEach(a);
	}
	r.sort((d, c) => e.node(d).rank - e.node(c).rank).forEach(a);
	function u(d, c) {
		return ee(n, e.node(d), e.node(c));
	}
	return s;
}
function ye(e, n) {
	let t = 0;
	for (let r = 1; r < n.length; ++r) t += Vt(e, n[r - 1], n[r]);
	return t;
}
function Vt(e, n, t) {
	let r = He(t, t.map((u, d) => d)), o = n.flatMap((u) => {
		let d = e.outEdges(u);
		return d ? d.map((c) => ({
			pos: r[c.w],
			weight: e.edge(c).weight
		})).sort((c, f) => c.pos - f.pos) : [];
	}), i = 1;
	for (; i < t.length;) i <<= 1;
	let s = 2 * i - 1;
	i -= 1;
	let a = new Array(s).fill(0), l = 0;
	return o.forEach((u) => {
		let d = u.pos + i;
		a[d] += u.weight;
		let c = 0;
		for (; d > 0;) d % 2 && (c += a[d + 1]), d = d - 1 >> 1, a[d] += u.weight;
		l += u.weight * c;
	}), l;
}
function we(e, n = []) {
	return n.map((t) => {
		let r = e.inEdges(t);
		if (!r || !r.length) return { v: t };
		{
			let o = r.reduce((i, s) => {
				let a = e.edge(s), l = e.node(s.v);
				return {
					sum: i.sum + a.weight * l.order,
					weight: i.weight + a.weight
				};
			}, {
				sum: 0,
				weight: 0
			});
			return {
				v: t,
				barycenter: o.sum / o.weight,
				weight: o.weight
			};
		}
	});
}
function Ne(e, n) {
	let t = {};
	e.forEach((o, i) => {
		let s = {
			indegree: 0,
			in: [],
			out: [],
			vs: [o.v],
			i
		};
		o.barycenter !== void 0 && (s.barycenter = o.barycenter, s.weight = o.weight), t[o.v] = s;
	}), n.edges().forEach((o) => {
		let i = t[o.v], s = t[o.w];
		i !== void 0 && s !== void 0 && (s.indegree++, i.out.push(s));
	});
	return Yt(Object.values(t).filter((o) => !o.indegree));
}
function Yt(e) {
	let n = [];
	function t(o) {
		return (i) => {
			i.merged || (i.barycenter === void 0 || o.barycenter === void 0 || i.barycenter >= o.barycenter) && Bt(o, i);
		};
	}
	function r(o) {
		return (i) => {
			i.in.push(o), --i.indegree === 0 && e.push(i);
		};
	}
	for (; e.length;) {
		let o = e.pop();
		n.push(o), o.in.reverse().forEach(t(o)), o.out.forEach(r(o));
	}
	return n.filter((o) => !o.merged).map((o) => W(o, [
		"vs",
		"i",
		"barycenter",
		"weight"
	]));
}
function Bt(e, n) {
	let t = 0, r = 0;
	e.weight && (t += e.barycenter * e.weight, r += e.weight), n.weight && (t += n.barycenter * n.weight, r += n.weight), e.vs = n.vs.concat(e.vs), e.barycenter = t / r, e.weight = r, e.i = Math.min(n.i, e.i), n.merged = !0;
}
function Ge(e, n, t, r, o) {
	let i = {}, s = null, a = null, l = o;
	typeof n == "boolean" ? (l = n, i = {}) : n && (i = n, s = t != null ? t : null, a = r != null ? r : null);
	let u = ze(e, (y) => Object.hasOwn(y, "barycenter")), d = u.lhs, c = u.rhs.sort((y, b) => b.i - y.i), f = [], h = 0, g = 0, m = 0;
	d.sort(Wt(a, s, !!l));
	for (let [y, b] of Object.entries(i)) {
		let p = d.findIndex((E) => E.vs[0] === y);
		d.splice(p + 1, 0, b);
	}
	m = Ln(f, c, m), d.forEach((y) => {
		m += y.vs.length, f.push(y.vs), h += y.barycenter * y.weight, g += y.weight, m = Ln(f, c, m);
	});
	let L = { vs: f.flat(1) };
	return g && (L.barycenter = h / g, L.weight = g), L;
}
function Ln(e, n, t) {
	let r;
	for (; n.length && (r = n[n.length - 1]).i <= t;) n.pop(), e.push(r.vs), t++;
	return t;
}
function Wt(e, n, t) {
	return (r, o) => {
		if (r.barycenter < o.barycenter) return -1;
		if (r.barycenter > o.barycenter) return 1;
		if (e && (typeof r.vs[0] == "string" || typeof o.vs[0] == "string")) {
			let a = ee(n, e.node(r.vs[0]), e.node(o.vs[0]));
			if (a !== 0) return a;
		}
		return t ? o.i - r.i : r.i - o.i;
	};
}
function te(e, n, t, r, o) {
	var y, b, p, E, w, k, _, O, j, R, I;
	let i = null, s = o;
	typeof r == "boolean" ? (s = r, i = null) : r !== void 0 && (i = r);
	let a = e.children(n), l = e.node(n), u = l ? l.borderLeft : void 0, d = l ? l.borderRight : void 0, c = {};
	u && (a = a.filter((v) => v !== u && v !== d));
	let f = we(e, a);
	f.forEach((v) => {
		if (e.children(v.v).length) {
			let { result: x } = te(e, v.v, t, i, s);
			c[v.v] = x, Object.hasOwn(x, "barycenter") && zt(v, x);
		}
	});
	let h = Ne(f, t);
	Xt(h, c);
	let g = {}, m = !1;
	for (let v = 0; v < h.length; v++) for (let x = v + 1; x < h.length; x++) if (!(!h[v] || !h[x] || !((y = h[v]) != null && y.barycenter) || !((b = h[x]) != null && b.barycenter)) && ((p = h[v]) == null ? void 0 : p.barycenter) === h[x].barycenter) {
		let G = (w = (E = h[v]) == null ? void 0 : E.vs[0]) != null ? w : "", N = (_ = (k = h[x]) == null ? void 0 : k.vs[0]) != null ? _ : "", C = e.node(G), B = e.node(N);
		if (C.dummy === "edge" && B.dummy === "edge" && ((O = C.edgeObj) == null ? void 0 : O.v) === ((j = B.edgeObj) == null ? void 0 : j.v) && ((R = C.edgeObj) == null ? void 0 : R.w) === ((I = B.edgeObj) == null ? void 0 : I.w)) if (C.edgeLabel.reversed) {
			g[N] = h[v], h.splice(v, 1), v--;
			break;
		} else g[G] || (g[G] = h[x], h.splice(x, 1), x--);
		else m = !0;
	}
	let L = Ge(h, g, i, e, s);
	if (u && d) {
		L.vs = [
			u,
			L.vs,
			d
		].flat(1);
		let v = e.predecessors(u);
		if (v && v.length) {
			let x = e.node(v[0]), G = e.predecessors(d), N = e.node(G[0]);
			Object.hasOwn(L, "barycenter") || (L.barycenter = 0, L.weight = 0), L.barycenter = (L.barycenter * L.weight + x.order + N.order) / (L.weight + 2), L.weight += 2;
		}
	}
	return Object.defineProperty(L, "result", {
		value: L,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), Object.defineProperty(L, "usedBias", {
		value: m,
		enumerable: !1,
		configurable: !0,
		writable: !0
	}), L;
}
function Xt(e, n) {
	e.forEach((t) => {
		t.vs = t.vs.flatMap((r) => n[r] ? n[r].vs : r);
	});
}
function zt(e, n) {
	e.barycenter !== void 0 ? (e.barycenter = (e.barycenter * e.weight + n.barycenter * n.weight) / (e.weight + n.weight), e.weight += n.weight) : (e.barycenter = n.barycenter, e.weight = n.weight);
}
function ve(e, n, t, r) {
	r || (r = e.nodes());
	let o = Ht(e), i = new T({ compound: !0 }).setGraph({ root: o }).setDefaultNodeLabel((s) => e.node(s));
	return r.forEach((s) => {
		let a = e.node(s), l = e.parent(s);
		if (a.rank === n || a.minRank <= n && n <= a.maxRank) {
			i.setNode(s), i.setParent(s, l || o);
			let u = e[t](s);
			u && u.forEach((d) => {
				let c = d.v === s ? d.w : d.v, f = i.edge(c, s), h = f !== void 0 ? f.weight : 0;
				i.setEdge(c, s, { weight: e.edge(d).weight + h });
			}), Object.hasOwn(a, "minRank") && i.setNode(s, {
				borderLeft: a.borderLeft[n],
				borderRight: a.borderRight[n]
			});
		}
	}), i;
}
function Ht(e) {
	let n;
	for (; e.hasNode(n = $("_root")););
	return n;
}
function ke(e, n, t) {
	let r = {}, o;
	t.forEach((i) => {
		let s = e.parent(i), a, l;
		for (; s;) {
			if (a = e.parent(s), a ? (l = r[a], r[a] = s) : (l = o, o = s), l && l !== s) {
				n.setEdge(l, s);
				return;
			}
			s = a;
		}
	});
}
function re(e, n = {}, t = null) {
	if (typeof n.customOrder == "function") {
		n.customOrder(e, re);
		return;
	}
	let r = de(e), o = yn(e, D(1, r + 1), "inEdges"), i = yn(e, D(r - 1, -1, -1), "outEdges"), s = Le(e, t);
	if (wn(e, s), n.disableOptimalOrderHeuristic) return;
	let a = Number.POSITIVE_INFINITY, l, u = n.constraints || [];
	for (let d = 0, c = 0; c < 4; ++d, ++c) {
		qt(d % 2 ? o : i, d % 4 >= 2, u, t), s = P(e);
		let f = ye(e, s);
		f < a ? (c = 0, l = Object.assign({}, s), a = f) : f === a && (l = structuredClone(s));
	}
	wn(e, l);
}
function yn(e, n, t) {
	let r = /* @__PURE__ */ new Map(), o = (i, s) => {
		r.has(i) || r.set(i, []), r.get(i).push(s);
	};
	for (let i of e.nodes()) {
		let s = e.node(i);
		if (typeof s.rank == "number" && o(s.rank, i), typeof s.minRank == "number" && typeof s.maxRank == "number") for (let a = s.minRank; a <= s.maxRank; a++) a !== s.rank && o(a, i);
	}
	return n.map(function(i) {
		return ve(e, i, t, r.get(i) || []);
	});
}
function qt(e, n, t, r) {
	let o = !0, i = new T();
	e.forEach(function(s) {
		t.forEach((d) => i.setEdge(d.left, d.right));
		let a = s.graph().root, { result: l, usedBias: u } = te(s, a, i, r, o);
		n && u && (o = !o), l.vs.forEach((d, c) => s.node(d).order = c), ke(s, i, l.vs);
	});
}
function wn(e, n) {
	Object.values(n).forEach((t) => t.forEach((r, o) => e.node(r).order = o));
}
function $t(e, n) {
	let t = {};
	function r(o, i) {
		let s = 0, a = 0, l = o.length, u = i[i.length - 1];
		return i.forEach((d, c) => {
			let f = Jt(e, d), h = f ? e.node(f).order : l;
			(f || d === u) && (i.slice(a, c + 1).forEach((g) => {
				let m = e.predecessors(g);
				m && m.forEach((L) => {
					let y = e.node(L), b = y.order;
					(b < s || h < b) && !(y.dummy && e.node(g).dummy) && Gn(t, L, g);
				});
			}), a = c + 1, s = h);
		}), i;
	}
	return n.length && n.reduce(r), t;
}
function Ut(e, n) {
	let t = {};
	function r(a) {
		var l;
		return ((l = e.node(a)) == null ? void 0 : l.dummy) === "border";
	}
	if (!e.nodes().some(r)) return t;
	function i(a, l, u, d, c) {
		D(l, u).forEach((f) => {
			let h = a[f];
			if (h !== void 0 && e.node(h).dummy) {
				let g = e.predecessors(h);
				g && g.forEach((m) => {
					if (m === void 0) return;
					let L = e.node(m);
					L.dummy && (L.order < d || L.order > c) && Gn(t, m, h);
				});
			}
		});
	}
	function s(a, l) {
		let u = -1, d = -1, c = 0;
		return l.forEach((f, h) => {
			if (r(f)) {
				let g = e.predecessors(f);
				if (g && g.length) {
					let m = g[0];
					if (m === void 0) return;
					d = e.node(m).order, i(l, c, h, u, d), c = h, u = d;
				}
			}
			i(l, c, l.length, d, a.length);
		}), l;
	}
	return n.length && n.reduce(s), t;
}
function Jt(e, n) {
	if (e.node(n).dummy) {
		let t = e.predecessors(n);
		if (t) return t.find((r) => e.node(r).dummy);
	}
}
function Gn(e, n, t) {
	if (n > t) {
		let o = n;
		n = t, t = o;
	}
	let r = e[n];
	r || (e[n] = r = {}), r[t] = !0;
}
function Kt(e, n, t) {
	if (n > t) {
		let o = n;
		n = t, t = o;
	}
	let r = e[n];
	return r !== void 0 && Object.hasOwn(r, t);
}
function Qt(e, n, t, r, o) {
	let i = {}, s = {}, a = {};
	return n.forEach((l) => {
		l.forEach((u, d) => {
			i[u] = u, s[u] = u, a[u] = d;
		});
	}), n.forEach((l) => {
		let u = -1, d = -1, c = !1, f = l, h = l.findIndex((g) => (o == null ? void 0 : o.includes(g)) || Nn(g, e, o));
		h > 0 && (f = [
			l[h],
			...l.slice(0, h),
			...l.slice(h + 1)
		], c = !0), f.forEach((g) => {
			var L;
			let m = r(g);
			if (m && m.length) {
				o != null && o.includes(g) && (m = m.filter((p) => Nn(p, e, o)));
				let y = m.sort((p, E) => {
					let w = a[p], k = a[E];
					return (w !== void 0 ? w : 0) - (k !== void 0 ? k : 0);
				}), b = (y.length - 1) / 2;
				for (let p = Math.floor(b), E = Math.ceil(b); p <= E; ++p) {
					let w = y[p];
					if (w === void 0) continue;
					let k = a[w];
					if (k !== void 0 && s[g] === g && u < k && a[w] !== d && !Kt(t, g, w)) {
						let _ = i[w];
						_ !== void 0 && (s[w] = g, s[g] = i[g] = _, u = k, c && (u = -1, d = (L = a[w]) != null ? L : -1, c = !1));
					}
				}
			}
		});
	}), {
		root: i,
		align: s
	};
}
function Zt(e, n, t, r, o = !1) {
	let i = {}, s = er(e, n, t, o), a = o ? "borderLeft" : "borderRight";
	function l(h, g) {
		let m = s.nodes().slice(), L = {}, y = m.pop();
		for (; y;) {
			if (L[y]) h(y);
			else {
				L[y] = !0, m.push(y);
				for (let b of g(y)) m.push(b);
			}
			y = m.pop();
		}
	}
	function u(h) {
		let g = s.inEdges(h);
		g ? i[h] = g.reduce((m, L) => {
			var p;
			let y = (p = i[L.v]) != null ? p : 0, b = s.edge(L);
			return Math.max(m, y + (b !== void 0 ? b : 0));
		}, 0) : i[h] = 0;
	}
	function d(h) {
		let g = s.outEdges(h), m = Number.POSITIVE_INFINITY;
		g && (m = g.reduce((y, b) => {
			let p = i[b.w], E = s.edge(b);
			return Math.min(y, (p !== void 0 ? p : 0) - (E !== void 0 ? E : 0));
		}, Number.POSITIVE_INFINITY));
		let L = e.node(h);
		m !== Number.POSITIVE_INFINITY && L.borderType !== a && (i[h] = Math.max(i[h] !== void 0 ? i[h] : 0, m));
	}
	function c(h) {
		return s.predecessors(h) || [];
	}
	function f(h) {
		return s.successors(h) || [];
	}
	return l(u, c), l(d, f), Object.keys(r).forEach((h) => {
		var m;
		let g = t[h];
		g !== void 0 && (i[h] = (m = i[g]) != null ? m : 0);
	}), i;
}
function er(e, n, t, r) {
	let o = new T(), i = e.graph(), s = or(i.nodesep, i.edgesep, r);
	return n.forEach((a) => {
		let l;
		a.forEach((u) => {
			let d = t[u];
			if (d !== void 0) {
				if (o.setNode(d), l !== void 0) {
					let c = t[l];
					if (c !== void 0) {
						let f = o.edge(c, d);
						o.setEdge(c, d, Math.max(s(e, u, l), f || 0));
					}
				}
				l = u;
			}
		});
	}), o;
}
function nr(e, n) {
	return Object.values(n).reduce((t, r) => {
		let o = Number.NEGATIVE_INFINITY, i = Number.POSITIVE_INFINITY;
		Object.entries(r).forEach(([a, l]) => {
			let u = ir(e, a) / 2;
			o = Math.max(l + u, o), i = Math.min(l - u, i);
		});
		let s = o - i;
		return s < t[0] && (t = [s, r]), t;
	}, [Number.POSITIVE_INFINITY, null])[1];
}
function tr(e, n) {
	let t = Object.values(n), r = S(Math.min, t), o = S(Math.max, t);
	["u", "d"].forEach((i) => {
		["l", "r"].forEach((s) => {
			let a = i + s, l = e[a];
			if (!l || l === n) return;
			let u = Object.values(l), d = r - S(Math.min, u);
			s !== "l" && (d = o - S(Math.max, u)), d && (e[a] = X(l, (c) => c + d));
		});
	});
}
function rr(e, n = void 0) {
	let t = e.ul;
	return t ? X(t, (r, o) => {
		var s, a;
		if (n) {
			let u = e[n.toLowerCase()];
			if (u && u[o] !== void 0) return u[o];
		}
		let i = Object.values(e).map((l) => {
			let u = l[o];
			return u !== void 0 ? u : 0;
		}).sort((l, u) => l - u);
		return (((s = i[1]) != null ? s : 0) + ((a = i[2]) != null ? a : 0)) / 2;
	}) : {};
}
function vn(e, n) {
	let t = P(e), r = Object.assign($t(e, t), Ut(e, t)), o = {}, i;
	["u", "d"].forEach((a) => {
		i = a === "u" ? t : Object.values(t).reverse(), ["l", "r"].forEach((l) => {
			l === "r" && (i = i.map((f) => Object.values(f).reverse()));
			let d = Qt(e, i, r, (f) => (a === "u" ? e.predecessors(f) : e.successors(f)) || [], n), c = Zt(e, i, d.root, d.align, l === "r");
			l === "r" && (c = X(c, (f) => -f)), o[a + l] = c;
		});
	});
	return tr(o, nr(e, o)), rr(o, e.graph().align);
}
function or(e, n, t) {
	return (r, o, i) => {
		let s = r.node(o), a = r.node(i), l = 0, u;
		if (l += s.width / 2, Object.hasOwn(s, "labelpos")) switch (s.labelpos.toLowerCase()) {
			case "l":
				u = -s.width / 2;
				break;
			case "r":
				u = s.width / 2;
				break;
		}
		if (u && (l += t ? u : -u), u = void 0, l += (s.dummy ? n : e) / 2, l += (a.dummy ? n : e) / 2, l += a.width / 2, Object.hasOwn(a, "labelpos")) switch (a.labelpos.toLowerCase()) {
			case "l":
				u = a.width / 2;
				break;
			case "r":
				u = -a.width / 2;
				break;
		}
		return u && (l += t ? u : -u), l;
	};
}
function ir(e, n) {
	return e.node(n).width;
}
function Nn(e, n, t) {
	var s;
	if (!t) return !1;
	let r = (s = n.node(e)) == null ? void 0 : s.edgeObj;
	if (!r || n.node(e).edgeLabel.reversed) return !1;
	let o = t.indexOf(r == null ? void 0 : r.v), i = t.indexOf(r == null ? void 0 : r.w);
	return o !== -1 && i !== -1 && o === (i + 1) % t.length || o === (i - 1) % t.length;
}
function kn(e, n) {
	e = Z(e), sr(e), Object.entries(vn(e, n)).forEach(([t, r]) => e.node(t).x = r);
}
function sr(e) {
	let n = P(e), t = e.graph(), r = t.ranksep, o = t.rankalign, i = 0;
	n.forEach((s) => {
		let a = s.reduce((l, u) => {
			var c;
			let d = (c = e.node(u).height) != null ? c : 0;
			return l > d ? l : d;
		}, 0);
		s.forEach((l) => {
			let u = e.node(l);
			o === "top" ? u.y = i + u.height / 2 : o === "bottom" ? u.y = i + a - u.height / 2 : u.y = i + a / 2;
		}), i += a + r;
	});
}
var xn = /* @__PURE__ */ new WeakMap();
function Oe(e, n = {}) {
	return In(e, q, n), e;
}
function _n(e, n, t) {
	let r = n;
	for (; r !== void 0;) {
		let o = e.parent(r);
		if (o === t) return r;
		r = o;
	}
}
function In(e, n, t) {
	var y;
	let r = e.nodes().filter((b) => e.children(b).length), o = {};
	r.forEach((b) => {
		let p = e.node(b);
		if (p && p.rankdir) {
			let E = new T({
				multigraph: !0,
				compound: !0
			});
			E.setGraph({ rankdir: p.rankdir });
			let w = e.children(b);
			w.forEach((G) => {
				let N = { ...e.node(G) };
				E.setNode(G, N);
				let C = e.parent(G);
				C && C !== b && w.includes(C) && E.setParent(G, C);
			});
			let k = /* @__PURE__ */ new Set();
			e.edges().forEach((G) => {
				let N = _n(e, G.v, b), C = _n(e, G.w, b);
				if (N === G.v && C === G.w) E.setEdge(G, { ...e.edge(G) });
				else if (N && C && N !== C) {
					let B = `${N}\0${C}`;
					k.has(B) || (k.add(B), E.setEdge(N, C, { ...e.edge(G) }));
				}
			}), In(E, n, t);
			let _ = Rn(E);
			Cn(_, n, t, null), Tn(E, _);
			let O = Infinity, j = Infinity, R = -Infinity, I = -Infinity;
			E.nodes().forEach((G) => {
				if (G === b) return;
				let N = E.node(G);
				N && typeof N.x == "number" && typeof N.y == "number" && typeof N.width == "number" && typeof N.height == "number" && (O = Math.min(O, N.x - N.width / 2), R = Math.max(R, N.x + N.width / 2), j = Math.min(j, N.y - N.height / 2), I = Math.max(I, N.y + N.height / 2));
			}), (!isFinite(O) || !isFinite(j) || !isFinite(R) || !isFinite(I)) && (O = j = 0, R = I = 0);
			let v = R - O, x = I - j;
			o[b] = {
				minX: O,
				minY: j,
				maxX: R,
				maxY: I,
				width: v,
				height: x,
				offsetX: O,
				offsetY: j
			}, p._dagreClusterSubgraph = E;
		}
	});
	let i = [], s = (b) => {
		let p = [], E = (e.children(b) || []).filter((w) => w !== b);
		for (; E.length > 0;) {
			let w = E.shift();
			p.push(w), (e.children(w) || []).filter((k) => k !== w).forEach((k) => E.push(k));
		}
		return p;
	}, a = /* @__PURE__ */ new Map();
	r.forEach((b) => {
		let p = e.node(b);
		p && p.rankdir && o[b] && a.set(b, (e.children(b) || []).filter((E) => E !== b));
	});
	let l = new Set([...a.values()].flat()), u = /* @__PURE__ */ new Map();
	a.forEach((b, p) => {
		l.has(p) || u.set(p, s(p));
	});
	let d = new Set([...u.values()].flat()), c = (b) => {
		for (let [p, E] of u) if (E.includes(b)) return p;
		return b;
	}, f = [];
	e.edges().forEach((b) => {
		(d.has(b.v) || d.has(b.w)) && f.push({
			edge: b,
			label: e.edge(b)
		});
	});
	let h = /* @__PURE__ */ new Map();
	d.forEach((b) => {
		let p = e.parent(b);
		h.set(b, typeof p == "string" ? p : void 0);
	}), u.forEach((b, p) => {
		let E = e.node(p), w = [];
		b.forEach((O) => {
			let j = e.node(O);
			j && (w.push({
				id: O,
				node: j,
				parent: h.get(O)
			}), e.removeNode(O));
		});
		let k = f.filter(({ edge: O }) => b.includes(O.v) || b.includes(O.w)), _ = o[p];
		E && (i.push({
			clusterId: p,
			subgraph: E._dagreClusterSubgraph,
			bounds: _,
			children: b,
			removedNodes: w,
			removedEdges: k
		}), E.width = _.width, E.height = _.height);
	});
	let g = /* @__PURE__ */ new Set();
	f.forEach(({ edge: b, label: p }) => {
		let E = c(b.v), w = c(b.w);
		if (E !== w && e.hasNode(E) && e.hasNode(w)) {
			let k = `${E}\0${w}`;
			g.has(k) || (g.add(k), e.setEdge(E, w, {
				...p,
				width: 0,
				height: 0
			}));
		}
	});
	let m = Rn(e), L = Cn(m, n, t, (y = xn.get(e)) != null ? y : null);
	xn.set(e, L), Tn(e, m), g.forEach((b) => {
		let p = b.indexOf("\0"), E = b.slice(0, p), w = b.slice(p + 1);
		e.hasEdge(E, w) && e.removeEdge(E, w);
	}), i.forEach(({ clusterId: b, subgraph: p, bounds: E, removedNodes: w, removedEdges: k }) => {
		var v, x;
		let _ = e.node(b), O = (v = _ == null ? void 0 : _.x) != null ? v : 0, j = (x = _ == null ? void 0 : _.y) != null ? x : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
		w.forEach(({ id: G, node: N, parent: C }) => {
			e.setNode(G, N), C !== void 0 && e.setParent(G, C);
		}), k.forEach(({ edge: G, label: N }) => {
			e.setEdge(G, N);
		}), p.nodes().forEach((G) => {
			if (G === b) return;
			let N = p.node(G), C = e.node(G);
			C && N && typeof N.x == "number" && typeof N.y == "number" && (C.x = O + (N.x - R), C.y = j + (N.y - I));
		}), On(e, p, O - R, j - I), delete _._dagreClusterSubgraph;
	}), r.forEach((b) => {
		var w, k;
		let p = e.node(b), E = o[b];
		if (p && p.rankdir && p._dagreClusterSubgraph && E) {
			let _ = p._dagreClusterSubgraph, O = (w = p.x) != null ? w : 0, j = (k = p.y) != null ? k : 0, R = (E.minX + E.maxX) / 2, I = (E.minY + E.maxY) / 2;
			_.nodes().forEach((v) => {
				if (v === b) return;
				let x = _.node(v), G = e.node(v);
				if (G && x && typeof x.x == "number" && typeof x.y == "number") {
					let N = x.x - R, C = x.y - I;
					G.x = O + N, G.y = j + C;
				}
			}), On(e, _, O - R, j - I), delete p._dagreClusterSubgraph;
		}
	});
}
function On(e, n, t, r) {
	n.edges().forEach((o) => {
		if (!e.hasEdge(o)) return;
		let i = n.edge(o), s = e.edge(o);
		s.points = i.points.map((a) => ({
			x: a.x + t,
			y: a.y + r
		})), Object.hasOwn(i, "x") && (s.x = i.x + t, s.y = i.y + r);
	});
}
function Cn(e, n, t, r = null) {
	var l, u;
	let o = (t == null ? void 0 : t.useDynamic) !== !1, i = o && (l = r == null ? void 0 : r.graph) != null ? l : null, s = o && (u = r == null ? void 0 : r.rawNodes) != null ? u : null;
	n("    makeSpaceForEdgeLabels", () => br(e)), n("    removeSelfEdges", () => Gr(e)), n("    acyclic", () => Ue(e, i)), n("    nestingGraph.run", () => un(e)), n("    rank", () => dn(Z(e))), n("    injectEdgeLabelProxies", () => gr(e)), n("    removeEmptyRanks", () => We(e)), n("    nestingGraph.cleanup", () => fn(e)), n("    normalizeRanks", () => Be(e)), n("    assignRankMinMax", () => pr(e)), n("    removeEdgeLabelProxies", () => mr(e)), n("    normalize.run", () => Ke(e)), n("    parentDummyChains", () => ln(e)), n("    addBorderSegments", () => bn(e)), n("    order", () => re(e, t, s)), n("    insertSelfEdges", () => vr(e)), n("    adjustCoordinateSystem", () => pn(e)), n("    position", () => kn(e, t.corePath)), n("    positionSelfEdges", () => kr(e));
	let a = JSON.parse(JSON.stringify(e._nodes));
	return n("    removeBorderNodes", () => Nr(e)), n("    normalize.undo", () => Qe(e)), n("    fixupEdgeLabelCoords", () => yr(e)), n("    undoCoordinateSystem", () => mn(e)), n("    translateGraph", () => Er(e)), n("    assignNodeIntersects", () => Lr(e)), n("    reversePoints", () => wr(e)), n("    acyclic.undo", () => Je(e)), {
		graph: e,
		rawNodes: a
	};
}
function Tn(e, n) {
	e.nodes().forEach((t) => {
		let r = e.node(t), o = n.node(t);
		r && (r.x = o.x, r.y = o.y, r.order = o.order, r.rank = o.rank, n.children(t).length && (r.width = o.width, r.height = o.height));
	}), e.edges().forEach((t) => {
		let r = e.edge(t), o = n.edge(t);
		r.points = o.points, Object.hasOwn(o, "x") && (r.x = o.x, r.y = o.y);
	}), e.graph().width = n.graph().width, e.graph().height = n.graph().height;
}
var ar = [
	"nodesep",
	"edgesep",
	"ranksep",
	"marginx",
	"marginy"
], dr = {
	ranksep: 50,
	edgesep: 20,
	nodesep: 50,
	rankdir: "TB",
	rankalign: "center"
}, lr = [
	"acyclicer",
	"ranker",
	"rankdir",
	"align",
	"rankalign"
], ur = [
	"width",
	"height",
	"rank"
], jn = {
	width: 0,
	height: 0
}, cr = [
	"minlen",
	"weight",
	"width",
	"height",
	"labeloffset"
], fr = {
	minlen: 1,
	weight: 1,
	width: 0,
	height: 0,
	labeloffset: 10,
	labelpos: "r"
}, hr = ["labelpos"];
function Rn(e) {
	let n = new T({
		multigraph: !0,
		compound: !0
	}), t = _e(e.graph());
	return n.setGraph(Object.assign({}, dr, xe(t, ar), W(t, lr))), e.nodes().forEach((r) => {
		let i = xe(_e(e.node(r)), ur);
		Object.keys(jn).forEach((a) => {
			i[a] === void 0 && (i[a] = jn[a]);
		}), n.setNode(r, i);
		let s = e.parent(r);
		s !== void 0 && n.setParent(r, s);
	}), e.edges().forEach((r) => {
		let o = _e(e.edge(r));
		n.setEdge(r, Object.assign({}, fr, xe(o, cr), W(o, hr)));
	}), n;
}
function br(e) {
	let n = e.graph();
	n.ranksep /= 2, e.edges().forEach((t) => {
		var o;
		let r = e.edge(t);
		r.minlen *= 2, ((o = r.labelpos) != null ? o : "r").toLowerCase() !== "c" && (n.rankdir === "TB" || n.rankdir === "BT" ? r.width += r.labeloffset : r.height += r.labeloffset);
	});
}
function gr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (t.width && t.height) {
			let r = e.node(n.v);
			M(e, "edge-proxy", {
				rank: (e.node(n.w).rank - r.rank) / 2 + r.rank,
				e: n
			}, "_ep");
		}
	});
}
function pr(e) {
	let n = 0;
	e.nodes().forEach((t) => {
		let r = e.node(t);
		r.borderTop && (r.minRank = e.node(r.borderTop).rank, r.maxRank = e.node(r.borderBottom).rank, n = Math.max(n, r.maxRank));
	}), e.graph().maxRank = n;
}
function mr(e) {
	e.nodes().forEach((n) => {
		let t = e.node(n);
		if (t.dummy === "edge-proxy") {
			let r = t;
			e.edge(r.e).labelRank = t.rank, e.removeNode(n);
		}
	});
}
function Er(e) {
	let n = Number.POSITIVE_INFINITY, t = 0, r = Number.POSITIVE_INFINITY, o = 0, i = e.graph(), s = i.marginx || 0, a = i.marginy || 0;
	function l(u) {
		let d = u.x, c = u.y, f = u.width, h = u.height;
		n = Math.min(n, d - f / 2), t = Math.max(t, d + f / 2), r = Math.min(r, c - h / 2), o = Math.max(o, c + h / 2);
	}
	e.nodes().forEach((u) => l(e.node(u))), e.edges().forEach((u) => {
		let d = e.edge(u);
		Object.hasOwn(d, "x") && l(d);
	}), n -= s, r -= a, e.nodes().forEach((u) => {
		let d = e.node(u);
		d.x -= n, d.y -= r;
	}), e.edges().forEach((u) => {
		let d = e.edge(u);
		d.points.forEach((c) => {
			c.x -= n, c.y -= r;
		}), Object.hasOwn(d, "x") && (d.x -= n), Object.hasOwn(d, "y") && (d.y -= r);
	}), i.width = t - n + s, i.height = o - r + a;
}
function Lr(e) {
	e.edges().forEach((n) => {
		if (n.v === n.w) return;
		let t = e.edge(n), r = e.node(n.v), o = e.node(n.w), i, s;
		t.points ? (i = t.points[0], s = t.points[t.points.length - 1]) : (t.points = [], i = o, s = r), t.points.unshift(se(r, i)), t.points.push(se(o, s));
	});
}
function yr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		if (Object.hasOwn(t, "x")) switch ((t.labelpos === "l" || t.labelpos === "r") && (t.width -= t.labeloffset), t.labelpos) {
			case "l":
				t.x -= t.width / 2 + t.labeloffset;
				break;
			case "r":
				t.x += t.width / 2 + t.labeloffset;
				break;
		}
	});
}
function wr(e) {
	e.edges().forEach((n) => {
		let t = e.edge(n);
		t.reversed && t.points.reverse();
	});
}
function Nr(e) {
	e.nodes().forEach((n) => {
		if (e.children(n).length) {
			let t = e.node(n), r = e.node(t.borderTop), o = e.node(t.borderBottom), i = e.node(t.borderLeft[t.borderLeft.length - 1]), s = e.node(t.borderRight[t.borderRight.length - 1]);
			t.width = Math.abs(s.x - i.x), t.height = Math.abs(o.y - r.y), t.x = i.x + t.width / 2, t.y = r.y + t.height / 2;
		}
	}), e.nodes().forEach((n) => {
		e.node(n).dummy === "border" && e.removeNode(n);
	});
}
function Gr(e) {
	e.edges().forEach((n) => {
		if (n.v === n.w) {
			let t = e.node(n.v);
			t.selfEdges || (t.selfEdges = []), t.selfEdges.push({
				e: n,
				label: e.edge(n)
			}), e.removeEdge(n);
		}
	});
}
function vr(e) {
	P(e).forEach((t) => {
		let r = 0;
		t.forEach((o, i) => {
			let s = e.node(o);
			typeof s.rank != "number" && (s.rank = 0), s.order = i + r, (s.selfEdges || []).forEach((a) => {
				M(e, "selfedge", {
					width: a.label.width,
					height: a.label.height,
					rank: s.rank,
					order: i + ++r,
					e: a.e,
					edgeLabel: a.label
				}, "_se"), (!Array.isArray(a.label.points) || a.label.points.length !== 7) && (a.label.points = [
					{
						x: 0,
						y: -10
					},
					{
						x: 0,
						y: -10
					},
					{
						x: 0,
						y: 0
					},
					{
						x: 0,
						y: 10
					},
					{
						x: 0,
						y: 10
					},
					{
						x: 0,
						y: 0
					},
					{
						x: 0,
						y: 0
					}
				]);
			}), delete s.selfEdges;
		});
	});
}
function kr(e) {
	e.nodes().forEach((n) => {
		let t = e.node(n), r = (o) => typeof o == "number" && isFinite(o);
		if (t.dummy === "selfedge") {
			let o = t, i = e.node(o.e.v), s = r(i == null ? void 0 : i.x) ? i.x : 0, a = r(i == null ? void 0 : i.y) ? i.y : 0, l = r(i == null ? void 0 : i.width) ? i.width : 0, u = r(i == null ? void 0 : i.height) ? i.height : 0, d = r(t.x) ? t.x : s, c = r(t.y) ? t.y : a, f = l / 2, h = u / 2;
			o.edgeLabel.points = [
				{
					x: d + f,
					y: c - h
				},
				{
					x: d + f,
					y: c - h
				},
				{
					x: d,
					y: c
				},
				{
					x: d - f,
					y: c + h
				},
				{
					x: d - f,
					y: c + h
				},
				{
					x: d,
					y: c
				},
				{
					x: d,
					y: c
				}
			], o.edgeLabel.x = d, o.edgeLabel.y = c, e.setEdge(o.e, o.edgeLabel), e.removeNode(n);
		} else t && Array.isArray(t.selfEdges) && t.selfEdges.forEach((o) => {
			if (!Array.isArray(o.label.points) || o.label.points.length !== 7) {
				let i = r(t.x) ? t.x : 0, s = r(t.y) ? t.y : 0, a = r(t.width) ? t.width : 0, l = r(t.height) ? t.height : 0, u = a / 2, d = l / 2;
				o.label.points = [
					{
						x: i + u,
						y: s - d
					},
					{
						x: i + u,
						y: s - d
					},
					{
						x: i,
						y: s
					},
					{
						x: i - u,
						y: s + d
					},
					{
						x: i - u,
						y: s + d
					},
					{
						x: i,
						y: s
					},
					{
						x: i,
						y: s
					}
				];
			}
		});
	});
}
function xe(e, n) {
	return X(W(e, n), Number);
}
function _e(e) {
	let n = {};
	return e && Object.entries(e).forEach(([t, r]) => {
		typeof t == "string" && (t = t.toLowerCase()), n[t] = r;
	}), n;
}
/*! For license information please see dagre.esm.js.LEGAL.txt */
//#endregion
//#region src/report/html/graph/place-boxes.ts
/** Laying out more takes longer than anybody waits. */
const maxBoxes = 600;
const maxArrows = 1200;
/** A longer line ends in `…`; the list has all of it. */
const maxColumns = 34;
const [columnWidth, lineHeight, padding, margin] = [
	7.9,
	17,
	10,
	16
];
/** From left to right what comes first: sources, what is built from them, what that applies. Undefined where it is too large. */
function placeBoxes({ boxes, arrows }) {
	if (boxes.length > maxBoxes || arrows.length > maxArrows) return void 0;
	const graph = new T({ multigraph: false });
	graph.setGraph({
		rankdir: "LR",
		nodesep: 14,
		ranksep: 46,
		edgesep: 6,
		marginx: margin,
		marginy: margin
	});
	const sized = boxes.map((box) => ({
		...box,
		...sizeOf(box)
	}));
	for (const { id, width, height } of sized) graph.setNode(id, {
		width,
		height
	});
	for (const { from, to, relations } of arrows) {
		const [first, second] = relations.every(isForward) ? [from, to] : [to, from];
		if (!graph.hasEdge(first, second)) graph.setEdge(first, second, {});
	}
	Oe(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width),
		height: Math.ceil(height),
		boxes: sized.map((box) => {
			const { x, y } = graph.node(box.id);
			return {
				...box,
				x: round(x - box.width / 2),
				y: round(y - box.height / 2)
			};
		}),
		arrows: arrows.map((arrow) => ({
			...arrow,
			points: pointsOf(arrow, graph)
		}))
	};
}
/** What applies comes before what is applied; what is used comes before its user. */
function isForward(relation) {
	return relation === "applies";
}
function pointsOf({ from, to }, graph) {
	const forward = graph.edge(from, to)?.points;
	const backward = graph.edge(to, from)?.points;
	return (forward ?? backward?.toReversed() ?? []).map(({ x, y }) => ({
		x: round(x),
		y: round(y)
	}));
}
function round(value) {
	return Math.round(value * 10) / 10;
}
function sizeOf({ lines }) {
	const shown = lines.map((line) => {
		const safe = visible(line);
		return textWidth(safe) > maxColumns ? `${fitStart(safe, maxColumns - 1)}…` : safe;
	});
	const columns = Math.max(12, ...shown.map(textWidth));
	return {
		lines: shown,
		width: Math.ceil(columns * columnWidth + 2 * padding),
		height: shown.length * lineHeight + 2 * padding - 4
	};
}
//#endregion
//#region src/report/html/graph/drawing-svg.ts
/** The drawing as SVG; a box leads to what the list says of its node. Undefined where it is too large to be laid out. */
function drawingSvg(drawing, entryOf) {
	const placed = placeBoxes(drawing);
	if (!placed) return void 0;
	const { width, height, boxes, arrows } = placed;
	const head = `${drawing.id}-head`;
	return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${drawing.title}">
<defs><marker id="${head}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
${arrows.map((arrow) => arrowSvg(arrow, head))}${boxes.map((box) => boxSvg(box, entryOf(box.node.id)))}</svg>`;
}
function arrowSvg({ from, to, relations, points }, head) {
	return html`<path class="arrow ${lookOf(relations)}" data-from="${from}" data-to="${to}" d="${curve(points)}" marker-end="url(#${head})"><title>${relations.map(wordOf).join(", ")}</title></path>\n`;
}
function wordOf(relation) {
	return relation === "applies" ? "applies" : relationWord(relation);
}
function lookOf(relations) {
	if (relations.includes("applies")) return "applies";
	return relations.includes("dependsOn") ? "waits" : "uses";
}
/** Through the first and last point, and smoothly past those between. */
function curve(points) {
	const [first, ...rest] = points;
	if (!first) return "";
	const last = rest.at(-1) ?? first;
	const steps = rest.slice(0, -1).map((point, index) => {
		const next = rest[index + 1] ?? last;
		const [x, y] = index === rest.length - 2 ? [next.x, next.y] : [(point.x + next.x) / 2, (point.y + next.y) / 2];
		return `Q${point.x} ${point.y} ${x.toFixed(1)} ${y.toFixed(1)}`;
	});
	return `M${first.x} ${first.y}${steps.length === 0 ? `L${last.x} ${last.y}` : steps.join("")}`;
}
function boxSvg(box, entry) {
	const { id, node, lines, tone, isGuest, inside, x, y, width, height } = box;
	const look = `box ${node.role} ${tone}${isGuest ? " guest" : ""}${inside === void 0 ? "" : " folded"}`;
	const stack = inside === void 0 ? void 0 : html`<rect class="under" x="4" y="4" width="${width}" height="${height}" rx="5"/>`;
	return html`<a class="${look}" id="${id}" href="#${entry ?? id}" transform="translate(${x} ${y})"><title>${shortName(nodeTitle(node))}</title>${stack}<rect class="face" width="${width}" height="${height}" rx="5"/><rect class="edge" width="4" height="${height}" rx="2"/>${lines.map((line, index) => html`<text class="${lineLooks[index] ?? "more"}" x="13" y="${21 + index * 17}">${line}</text>`)}</a>\n`;
}
const lineLooks = ["kind", "name"];
//#endregion
//#region src/report/html/graph/node-list.ts
const roleOrder = [
	"applier",
	"release",
	"source",
	"chart",
	"config",
	"other"
];
/** All nodes of a cluster, with what leads to them and where they lead; what a drawing shows, in words. */
function nodeList(cluster, context) {
	const outgoing = groupBy(cluster.edges, ({ from }) => from);
	const incoming = groupBy(cluster.edges, ({ to }) => to);
	const byId = new Map(cluster.nodes.map((node) => [node.id, node]));
	return html`<ul class="nodes">${cluster.nodes.toSorted((left, right) => roleOrder.indexOf(left.role) - roleOrder.indexOf(right.role) || compareText(nodeTitle(left), nodeTitle(right))).map((node) => {
		const out = outgoing.get(node.id) ?? [];
		const others = incoming.get(node.id) ?? [];
		return entryHtml(node, [...waysOf(out, ({ to }) => byId.get(to), context, wordOut), ...waysOf(others, ({ from }) => byId.get(from), context, wordIn)], context);
	})}</ul>`;
}
function entryHtml(node, ways, context) {
	const { kind, name, namespace, place, path, chart, version, server, reason } = node;
	const inside = context.insideOf(node.id);
	const facts = [
		place && fact("Where", html`<span class="place">${place.path}:${place.line}</span>`),
		path === void 0 ? void 0 : fact("Path", html`${shortName(path)}`),
		version === void 0 ? void 0 : fact("Version", html`${shortName(version)}`),
		chart && fact("Chart", html`${shortName(chartFact(chart).replace(/^chart /u, ""))}`),
		server === void 0 ? void 0 : fact("In", html`the cluster of ${shortName(server)}`),
		reason === void 0 ? void 0 : fact("Why", withCode(cutText(reason, 600))),
		inside === void 0 ? void 0 : fact("Holds", html`<a href="#${inside}">its own picture</a>`)
	];
	const where = namespace === void 0 ? kind : `${kind} · ${namespace}`;
	return html`<li class="node" id="${context.entryOf(node.id)}" data-box="${context.boxOf(node.id) ?? ""}"><details><summary><span class="title"><span class="kind">${shortName(where)}</span> <span class="name">${shortName(name)}</span></span>${nodeMarks(node).map(({ role, sign }) => html`<span class="mark ${role}">${sign}</span>`)}</summary><dl>${facts}${context.linksOf(node)}${ways}</dl></details></li>\n`;
}
/** A term with what is said of it. */
function fact(term, text) {
	return html`<dt>${term}</dt><dd>${text}</dd>`;
}
/** More of one sort are counted: a source may be used by hundreds. */
const shownEnds = 60;
function waysOf(edges, endOf, context, word) {
	return [...groupBy(edges, word)].map(([term, some]) => {
		const ends = some.flatMap((edge) => endOf(edge) ?? []);
		const more = ends.length > shownEnds ? html`<li>… and ${ends.length - shownEnds} more</li>` : void 0;
		return fact(term, html`<ul>${ends.slice(0, shownEnds).map((end) => html`<li><a href="#${context.entryOf(end.id)}">${shortName(nodeTitle(end))}</a></li>`)}${more}</ul>`);
	});
}
function wordOut({ relation, optional }) {
	const word = relation === "applies" ? "applies" : relationWord(relation);
	return optional ? `${word} (optional)` : word;
}
function wordIn({ relation }) {
	if (relation === "applies") return "applied by";
	return relation === "dependsOn" ? "waited for by" : "used by";
}
//#endregion
//#region src/report/html/graph/graph-view.ts
/** The graph of all clusters: drawings that the script moves about, each followed by a list of what is in it. */
function graphView({ clusters }, linksOf = () => void 0) {
	if (clusters.length === 0) return html`<p class="lead">There is no cluster in this repository.</p>`;
	return html`${clusters.length === 1 ? void 0 : html`<nav class="clusters" aria-label="Clusters">${clusters.map(({ name, nodes }, index) => html`<a href="#k${index}">${name} <span class="count">${grouped(nodes.length)}</span></a>`)}</nav>`}${clusters.map((cluster, index) => clusterHtml(cluster, index, linksOf))}${legend}`;
}
function clusterHtml(cluster, number, linksOf) {
	const { name, nodes, blindSpots, target } = cluster;
	const { drawings, boxOf } = createDrawings(cluster, number);
	const entries = new Map(nodes.map(({ id }, index) => [id, nodeId(number, index)]));
	const insides = new Map(drawings[0]?.boxes.flatMap(({ node, inside }) => inside === void 0 ? [] : [[node.id, inside]]));
	const entryOf = (id) => entries.get(id);
	const list = nodeList(cluster, {
		entryOf,
		boxOf: (id) => boxOf.get(id),
		insideOf: (id) => insides.get(id),
		linksOf: (node) => linksOf(name, node)
	});
	return html`<section class="cluster" id="k${number}">
<h3>Cluster ${name} <span class="count">${count(nodes.length, "object")}, Flux ${target.flux}</span></h3>
${blindSpotList(blindSpots)}
<div class="stage">
<div class="drawings">${drawings.map((drawing, index) => drawingHtml(drawing, {
		entryOf,
		above: index === 0 ? void 0 : drawings[0]
	}))}</div>
<div class="aside"><p class="found" role="status"></p>${list}</div>
</div>
</section>
`;
}
function blindSpotList(blindSpots) {
	const spots = [...new Set(blindSpots)];
	if (spots.length === 0) return void 0;
	return html`<details class="blind"><summary>More may be in this cluster: ${count(spots.length, "thing")} could not be looked at</summary><ul>${spots.map((spot) => html`<li>${withCode(spot)}</li>`)}</ul></details>`;
}
function drawingHtml(drawing, { entryOf, above }) {
	const { id, title, notes } = drawing;
	const svg = drawingSvg(drawing, entryOf);
	const content = svg ? html`<div class="canvas" tabindex="0" role="region" aria-label="Picture of ${title}">${svg}</div>` : html`<p class="lead">This picture is too large to be drawn (${`${grouped(drawing.boxes.length)} boxes`}): the list has all of it.</p>`;
	return html`<figure class="drawing" id="${id}"><figcaption>${above && html`<a href="#${above.id}">${above.title}</a> › `}${title}${notes.map((note) => html`<span class="hint">${note}</span>`)}</figcaption>${content}</figure>
`;
}
const legend = html`<p class="legend"><span class="key applies">applies</span><span class="key uses">uses</span><span class="key waits">waits for</span><span class="key missing">missing or failed</span><span class="key unknown">not looked at</span><span class="key suspended">suspended</span></p>`;
//#endregion
//#region src/report/html/generated/assets.ts
/** What a page may load and run: its own style and script, by their digests. */
const pagePolicy = "default-src 'none'; style-src 'sha256-CFNgHhfMG79+w+lm1hWAw+SOM5uKZ1iD+R8RJoYdQd4='; script-src 'sha256-7DodazvyPa5bkM5Zn7WlA2No8nVnGap9S5iEJGQqcG4='; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The style of all pages. */
const pageStyle = ":root{color-scheme:light;--page:#fbfbf9;--card:#ffffff;--sunken:#f1f2ee;--line:#d9dbd3;--text:#1c2226;--muted:#545d64;--accent:#0a5f68;--accent-soft:#dcf0f0;--error:#9f1c23;--error-soft:#fde7e6;--warning:#754a00;--warning-soft:#fcefd0;--info:#1d4f91;--info-soft:#e2edfb;--ok:#1b6135;--ok-soft:#e0f3e5}@media (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){color-scheme:dark;--page:#121619;--card:#191e22;--sunken:#20262b;--line:#343c43;--text:#e4e8ea;--muted:#a1abb3;--accent:#76cdd4;--accent-soft:#123a3e;--error:#ff9c94;--error-soft:#451c1c;--warning:#f0c266;--warning-soft:#3b2c0d;--info:#9dc5fb;--info-soft:#1b3252;--ok:#86d69e;--ok-soft:#173822}}:root[data-theme=\"dark\"]{color-scheme:dark;--page:#121619;--card:#191e22;--sunken:#20262b;--line:#343c43;--text:#e4e8ea;--muted:#a1abb3;--accent:#76cdd4;--accent-soft:#123a3e;--error:#ff9c94;--error-soft:#451c1c;--warning:#f0c266;--warning-soft:#3b2c0d;--info:#9dc5fb;--info-soft:#1b3252;--ok:#86d69e;--ok-soft:#173822}*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:14px / 1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}code,pre,kbd,.place,.at,.rule,.path{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\"Liberation Mono\",monospace;font-size:12.5px}a{color:var(--accent);text-underline-offset:2px}:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}button,input{font:inherit;color:inherit}button{cursor:pointer}[hidden]{display:none !important}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip{position:absolute;left:-999em}.skip:focus{left:1rem;top:0.5rem;z-index:3;background:var(--card);padding:0.25rem 0.75rem}.bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:0 1.25rem;padding:0 1.25rem;background:var(--card);border-bottom:1px solid var(--line)}.brand{font-weight:650;letter-spacing:0.01em;color:var(--accent)}.bar nav{display:flex;flex-wrap:wrap;gap:0 0.25rem}.bar nav a{padding:0.7rem 0.6rem 0.6rem;color:var(--text);text-decoration:none;border-bottom:2px solid transparent}.bar nav a:hover{border-color:var(--line)}.bar nav a[aria-current]{border-color:var(--accent);font-weight:600}.count{color:var(--muted);font-weight:400;font-variant-numeric:tabular-nums}.tools{display:flex;gap:0.5rem;margin-left:auto;padding:0.4rem 0}.tools button,#clear,#fold,dialog button{padding:0.2rem 0.6rem;background:var(--card);border:1px solid var(--line);border-radius:6px;white-space:nowrap}.tools button:hover,#clear:hover,#fold:hover,dialog button:hover{background:var(--sunken)}.search{position:relative;flex:1 1 14rem}.search input{width:100%;padding:0.2rem 2rem 0.2rem 0.6rem;background:var(--sunken);border:1px solid var(--line);border-radius:6px}.search input::placeholder{color:var(--muted);opacity:1}.search kbd{position:absolute;right:0.5rem;top:0.3rem;color:var(--muted)}.search input:focus + kbd,.search input:not(:placeholder-shown) + kbd{display:none}main{max-width:92rem;margin:0 auto;padding:1rem 1.25rem 2rem}main:focus{outline:none}.view{scroll-margin-top:4rem}.js .view:not(.current){display:none}.view-title{margin:2rem 0 0.5rem;font-size:1.15rem}.js .view-title,#findings > .view-title{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}.lead{color:var(--muted);margin:0.25rem 0 1rem}footer{max-width:92rem;margin:0 auto;padding:0 1.25rem 1.5rem;color:var(--muted);font-size:12.5px}dialog{max-width:32rem;background:var(--card);color:var(--text);border:1px solid var(--line);border-radius:10px;padding:1rem 1.5rem 1.25rem}dialog::backdrop{background:#0008}dialog h2{margin:0 0 0.75rem;font-size:1.05rem}dialog dl{display:grid;grid-template-columns:max-content 1fr;gap:0.35rem 1rem;margin:0 0 1rem}dialog dd{margin:0}kbd{font-size:12px;white-space:pre}@media (max-width:60rem){.bar{position:static;padding:0 0.75rem}.tools{flex:1 1 100%;margin:0}main{padding:0.75rem}}@media print{.bar,.facets,#fold,footer{display:none}.js .view:not(.current){display:block}details::details-content{content-visibility:visible}}.verdict{margin:0.25rem 0 0;font-size:1.6rem;line-height:1.25;font-weight:650}.verdict.error,.label.error{color:var(--error)}.verdict.warning,.label.warning{color:var(--warning)}.verdict.ok{color:var(--ok)}.label.info{color:var(--info)}.facts{margin:0.15rem 0 0.75rem;color:var(--muted)}.stats{display:flex;flex-wrap:wrap;gap:0.4rem 2rem;margin:0 0 1.25rem;padding:0.6rem 0;border-block:1px solid var(--line)}.stat dt{color:var(--muted);font-size:12.5px}.stat dd{margin:0;font-size:1.1rem;font-weight:600;font-variant-numeric:tabular-nums}.stat .of{font-weight:400}.stat.short dd{color:var(--warning)}.crash{padding:0.5rem 0.75rem;background:var(--error-soft);color:var(--error);border-radius:6px}.columns{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:1.75rem}.facets{position:sticky;top:4rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto;scrollbar-width:thin}.facet-fold > summary{display:none}.facet h3{margin:0 0 0.2rem;font-size:12.5px;font-weight:600;color:var(--muted)}.facet ul{margin:0 0 1rem;padding:0;list-style:none}.facet button{display:flex;justify-content:space-between;gap:0.75rem;width:100%;padding:0.1rem 0.5rem;text-align:left;color:var(--text);background:none;border:0;border-radius:5px;font-size:13px}.facet button:disabled{cursor:default}.facet button:enabled:hover{background:var(--sunken)}.facet button[aria-pressed=\"true\"]{background:var(--accent-soft);font-weight:600}.facet .label{overflow-wrap:anywhere}.found{display:flex;justify-content:space-between;align-items:center;min-height:2rem;margin:0 0 0.5rem;color:var(--muted)}#fold{font-size:12.5px}.none{padding:2rem;text-align:center;color:var(--muted)}.file{margin:0 0 1rem;content-visibility:auto;contain-intrinsic-size:auto 160px}.file h3{display:flex;justify-content:space-between;gap:1rem;margin:0 0 0.3rem;font-size:13px;font-weight:600}.file h3 .path{overflow-wrap:anywhere}.finding{background:var(--card);border:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 42px;scroll-margin:4rem 0 1rem}.finding + .finding{border-top:0}.file h3 + .finding{border-radius:8px 8px 0 0}.finding:last-child{border-radius:0 0 8px 8px}.file h3 + .finding:last-child{border-radius:8px}.finding summary,.skips summary{display:grid;grid-template-columns:4.6rem minmax(0,1fr) auto;gap:0.75rem;align-items:baseline;padding:0.45rem 0.75rem;cursor:pointer;list-style:none}.finding summary::-webkit-details-marker,.skips summary::-webkit-details-marker{display:none}.finding summary:hover,.skips summary:hover{background:var(--sunken)}.finding summary:focus-visible{outline-offset:-2px}.badge{padding:0.05rem 0.4rem;border-radius:4px;font-size:12px;font-weight:600;text-align:center}.badge.error{background:var(--error-soft);color:var(--error)}.badge.warning{background:var(--warning-soft);color:var(--warning)}.badge.info{background:var(--info-soft);color:var(--info)}.message{overflow-wrap:anywhere}.finding details[open] > summary .message{font-weight:600}.message code,dd > code,li code,.note code{padding:0.05em 0.3em;background:var(--sunken);border-radius:4px;overflow-wrap:anywhere}.frame code{padding:0;background:none;overflow-wrap:normal}.quoted{display:block;margin:0.35rem 0 0;padding:0.3rem 0.6rem;border-left:3px solid var(--line);font:12.5px / 1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}.quoted span{display:block;white-space:pre-wrap}.meta{display:flex;gap:0.75rem;color:var(--muted);white-space:nowrap}.body{padding:0 0.75rem 0.75rem}.place{color:var(--muted);overflow-wrap:anywhere}.frame{margin:0.2rem 0 0.7rem;padding:0.45rem 0;overflow-x:auto;background:var(--sunken);border-radius:6px;line-height:1.55}.frame .row{display:block;width:max-content;min-width:100%;padding-right:1rem;color:var(--muted)}.frame .row.marked{color:var(--text)}.frame code{white-space:pre}.frame .number{display:inline-block;width:3.6rem;padding-right:1rem;text-align:right;color:var(--muted);user-select:none}.frame .gap{display:block;padding-left:2.1rem;line-height:1.2;color:var(--muted)}.frame .note{display:block;padding-left:3.6rem;color:var(--accent);white-space:pre-wrap}mark{background:none;color:inherit;border-bottom:2px solid currentcolor;font-weight:600}mark.error{background:var(--error-soft);color:var(--error)}mark.warning{background:var(--warning-soft);color:var(--warning)}mark.info{background:var(--info-soft);color:var(--info)}mark.related{background:var(--accent-soft);color:var(--accent)}.diff .number{width:3rem}.diff .sign{display:inline-block;width:1.2rem;user-select:none}.frame .row.removed{background:var(--error-soft);color:var(--error)}.frame .row.added{background:var(--ok-soft);color:var(--ok)}.frame .row.removed .number,.frame .row.added .number{color:inherit}.body dl{display:grid;grid-template-columns:4.6rem minmax(0,1fr);gap:0.3rem 0.75rem;margin:0}.body dt{color:var(--muted)}.body dd{margin:0;overflow-wrap:anywhere}.body dd.help{font-weight:500}.silenced{margin:0 0 0.5rem;color:var(--muted)}.skips{margin:0 0 -1px;background:var(--card);border:1px solid var(--line)}.skips ul{margin:0;padding:0.25rem 0.75rem 0.75rem 2.25rem}.skips .why,.skips .place{display:block}.skips .why{color:var(--muted)}@media (max-width:60rem){.columns{grid-template-columns:minmax(0,1fr);gap:0.5rem}.facets{position:static;max-height:none}.facet-fold > summary{display:list-item;padding:0.3rem 0;cursor:pointer}.finding summary,.skips summary{grid-template-columns:max-content minmax(0,1fr)}.skips summary{grid-template-columns:max-content minmax(0,1fr) auto}.finding .meta{grid-column:1 / -1;overflow:hidden}.finding .rule{overflow:hidden;text-overflow:ellipsis}.body dl{grid-template-columns:minmax(0,1fr);gap:0 0.75rem}.body dd{margin:0 0 0.4rem}.frame .number{width:2.6rem;padding-right:0.6rem}.frame .note{padding-left:2.6rem}}.object{background:var(--card);border:1px solid var(--line);margin-bottom:-1px;content-visibility:auto;contain-intrinsic-size:auto 38px;scroll-margin:4rem 0 1rem}.object summary{display:flex;flex-wrap:wrap;gap:0.25rem 0.75rem;align-items:baseline;padding:0.4rem 0.75rem;cursor:pointer}.object summary:hover{background:var(--sunken)}.object .title{flex:1 1 16rem;font-weight:500;overflow-wrap:anywhere}.object .at{color:var(--muted)}.origin{margin:0.25rem 0 0.5rem;padding-left:1.5rem}.yaml{padding:0.6rem 0.9rem}a .badge{text-decoration:underline;text-underline-offset:2px}.clusters{display:flex;flex-wrap:wrap;gap:0.3rem;margin:0 0 0.75rem}.clusters a{padding:0.1rem 0.6rem;color:var(--text);text-decoration:none;border:1px solid var(--line);border-radius:1rem}.clusters a[aria-current]{background:var(--accent-soft);border-color:var(--accent)}.js .cluster:not(.current),.js .drawing:not(.current){display:none}.cluster > h3{margin:0 0 0.5rem;font-size:1.05rem}.cluster > h3 .count{margin-left:0.5rem;font-size:13px}.blind{margin:0 0 0.5rem;color:var(--muted)}.blind summary{cursor:pointer}.js .stage{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:1rem}.drawing{margin:0 0 1rem}.drawing figcaption{min-height:1.6rem;overflow-wrap:anywhere}.hint{margin-left:0.75rem;color:var(--muted);font-size:12.5px}.canvas{position:relative;overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:8px}.js .canvas{height:calc(100vh - 13.5rem);min-height:20rem;overflow:hidden;touch-action:none;cursor:grab}.js .canvas.moved{cursor:grabbing}.js .canvas svg{display:block;width:100%;height:100%;user-select:none}.zoom{position:absolute;right:0.5rem;bottom:0.5rem;display:flex;gap:0.25rem}.zoom button{min-width:2rem;padding:0.15rem 0.4rem;background:var(--card);border:1px solid var(--line);border-radius:6px}.zoom button:hover{background:var(--sunken)}.box{text-decoration:none}.box text{font-size:13px;fill:var(--text)}.box .kind,.box .more{font-size:11.5px;fill:var(--muted)}.box .name{font-weight:600}.box .face,.box .under{fill:var(--card);stroke:var(--line);stroke-width:1.2}.box .edge{fill:var(--muted)}.box.applier .edge{fill:var(--accent)}.box.release .edge{fill:var(--info)}.box.source .edge{fill:var(--ok)}.box.guest .face{fill:var(--sunken)}.box.missing .face,.box.failed .face{fill:var(--error-soft);stroke:var(--error)}.box.missing .face,.box.unknown .face{stroke-dasharray:4 3}.box.wrong .face{stroke:var(--error);stroke-width:2}.box.suspended .face{fill:var(--warning-soft);stroke:var(--warning)}.box.missing .kind,.box.failed .kind,.box.missing .more,.box.failed .more,.box.suspended .kind,.box.suspended .more{fill:var(--text)}.box:hover .face,.box:focus-visible .face{stroke:var(--accent);stroke-width:2}.box.chosen .face{stroke:var(--accent);stroke-width:3}.box.found .face{fill:var(--accent-soft);stroke:var(--accent)}.searched .box:not(.found){opacity:0.35}.arrow{fill:none;stroke:var(--muted);stroke-width:1.1;stroke-opacity:0.75}.arrow.applies{stroke:var(--accent)}.arrow.waits{stroke-dasharray:5 4}.head{fill:var(--muted)}.traced .arrow:not(.lit){stroke-opacity:0.15;marker-end:none}.arrow.lit{stroke:var(--accent);stroke-width:2.2;stroke-opacity:1}.aside .found{margin:0;min-height:1.6rem}.nodes{margin:0;padding:0;list-style:none;background:var(--card);border:1px solid var(--line);border-radius:8px}.js .nodes{height:calc(100vh - 13.5rem);min-height:20rem;overflow:auto;scrollbar-width:thin}.node{border-bottom:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 32px}.node summary{display:flex;flex-wrap:wrap;gap:0 0.5rem;padding:0.3rem 0.75rem;cursor:pointer;list-style:none}.node summary::-webkit-details-marker{display:none}.node summary:hover{background:var(--sunken)}.node summary:focus-visible{outline-offset:-2px}.node .title{flex:1 1 12rem;overflow-wrap:anywhere}.node .kind{display:block;color:var(--muted);font-size:12px}.node .name{font-weight:500}.node.chosen{box-shadow:inset 3px 0 var(--accent)}.mark{font-size:12.5px}.mark.error{color:var(--error)}.mark.warning{color:var(--warning)}.mark.dim{color:var(--muted)}.node dl{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:0.25rem 0.5rem;margin:0;padding:0.25rem 0.75rem 0.75rem;font-size:13px}.node dt{color:var(--muted)}.node dd{margin:0;overflow-wrap:anywhere}.node dd ul{margin:0;padding:0;list-style:none}.legend{display:flex;flex-wrap:wrap;gap:0.25rem 1.25rem;color:var(--muted);font-size:12.5px}.key::before{content:\"\";display:inline-block;width:1.6rem;margin-right:0.4rem;vertical-align:0.25em;border-top:2px solid var(--muted)}.key.applies::before{border-color:var(--accent)}.key.waits::before{border-top-style:dashed}.key.missing::before,.key.unknown::before,.key.suspended::before{width:0.9rem;height:0.7rem;vertical-align:-0.05em;border:1.5px solid var(--error);border-radius:3px;background:var(--error-soft)}.key.unknown::before{border:1.5px dashed var(--muted);background:none}.key.suspended::before{border-color:var(--warning);background:var(--warning-soft)}@media (max-width:60rem){.js .stage{grid-template-columns:minmax(0,1fr)}.js .canvas{height:60vh}.js .nodes{height:auto;min-height:0}.hint{display:block;margin:0}}";
/** The script of all pages. */
const pageScript = "(function(){function e(e){return e.toLowerCase().split(/\\s+/u).filter(e=>e!==``)}var t=class{view;#e;#t=/* @__PURE__ */ new Map;#n=[];#r;constructor(e,t){this.view=e,this.#e=[...t.querySelectorAll(`article`)].flatMap(e=>{let t=e.parentElement;return t?[{article:e,section:t,keys:new Set(e.dataset.keys?.split(` `))}]:[]}),o(this.#t,()=>this.#o()),document.getElementById(`clear`)?.addEventListener(`click`,()=>this.#i()),document.getElementById(`fold`)?.addEventListener(`click`,()=>this.fold()),c(`fold`,!0)}search(t){this.#n=e(t),this.#o()}move(e){u(this.#e,e)}fold(){l(this.#e)}#i(){this.#t.clear();for(let e of a())e.ariaPressed=`false`;let e=document.getElementById(`search`);e instanceof HTMLInputElement&&(e.value=``),this.search(``)}#a({keys:e},t){if(!i(e,this.#t))return!1;if(this.#n.length===0)return!0;this.#r??=this.#e.map(r);let n=this.#r[t]??``;return this.#n.every(e=>n.includes(e))}#o(){let e=/* @__PURE__ */ new Set,t=0;for(let[n,r]of this.#e.entries()){let i=this.#a(r,n);r.article.hidden===i&&(r.article.hidden=!i),i&&(t++,e.add(r.section))}for(let{section:t}of this.#e)t.hidden===e.has(t)&&(t.hidden=!e.has(t));s(t,this.#e.length),c(`none`,t===0),c(`clear`,this.#n.length>0||this.#t.size>0)}};function n(){let e=document.getElementById(`list`),n=e?.closest(`.view`);return e&&n?new t(n,e):void 0}function r({article:e,section:t}){return`${t.querySelector(`h3`)?.textContent??``}\\n${e.textContent}`.toLowerCase()}function i(e,t){for(let n of t.values())if(![...n].some(t=>e.has(t)))return!1;return!0}function a(){return[...document.querySelectorAll(`.facet button`)]}function o(e,t){for(let e of a())e.disabled=!1;let n=document.querySelector(`.facet-fold`);n&&matchMedia(`(max-width: 60rem)`).matches&&(n.open=!1),document.querySelector(`.facets`)?.addEventListener(`click`,n=>{let r=n.target instanceof Element&&n.target.closest(`button[data-key]`);if(!(r instanceof HTMLButtonElement))return;let i=r.closest(`.facet`)?.dataset.facet??``,a=r.dataset.key??``,o=e.get(i)??/* @__PURE__ */ new Set;o.delete(a)||o.add(a),o.size>0?e.set(i,o):e.delete(i),r.ariaPressed=String(o.has(a)),t()})}function s(e,t){let n=document.getElementById(`found`),r=t===1?`finding`:`findings`;n&&(n.textContent=e===t?`${t} ${r}`:`${e} of ${t} ${r}`)}function c(e,t){let n=document.getElementById(e);n&&(n.hidden=!t)}function l(e){let t=e.filter(({article:e})=>!e.hidden).flatMap(({article:e})=>e.querySelector(`details`)??[]),n=t.some(e=>!e.open);for(let e of t)e.open=n;let r=document.getElementById(`fold`);r&&(r.textContent=n?`Close all`:`Open all`)}function u(e,t){let n=e.filter(({article:e})=>!e.hidden),r=n.findIndex(({article:e})=>e.contains(document.activeElement)),i=r<0?t>0?0:n.length-1:r+t,a=n[Math.max(0,Math.min(n.length-1,i))]?.article.querySelector(`summary`);a?.focus(),a?.scrollIntoView({block:`nearest`})}let[d,f]=[3,.04];var p=class{#e;#t;#n;#r;#i;constructor(e,t){let{width:n,height:r}=t.viewBox.baseVal;this.#e=e,this.#t=t,this.#n=n,this.#r=r,this.#i={x:0,y:0,width:n,height:r}}reset(){let{clientWidth:e,clientHeight:t}=this.#e,n=Math.min(e/this.#n,t/this.#r,1),r=Math.max(n,.6),i=Math.min(this.#n,e/r)/2,a=Math.min(this.#r,t/r)/2;this.#o(r,i,a)}pan(e,t){let n=this.#i;n.x+=e*n.width,n.y+=t*n.height,this.#s()}zoom(e,t){let n=this.#i,r=Math.min(d,Math.max(f,this.#a()*e))/this.#a(),i=this.#e.getBoundingClientRect(),a=t?(t.clientX-i.left)/i.width:.5,o=t?(t.clientY-i.top)/i.height:.5;n.x+=n.width*a*(1-1/r),n.y+=n.height*o*(1-1/r),n.width/=r,n.height/=r,this.#s()}center(e){let t=e.getBBox(),{e:n=0,f:r=0}=e.transform.baseVal.consolidate()?.matrix??{},i=Math.max(this.#a(),.8);this.#o(i,n+t.x+t.width/2,r+t.y+t.height/2)}#a(){return this.#e.clientWidth/this.#i.width}#o(e,t,n){let r=this.#i;r.width=this.#e.clientWidth/e,r.height=this.#e.clientHeight/e,r.x=t-r.width/2,r.y=n-r.height/2,this.#s()}#s(){let{x:e,y:t,width:n,height:r}=this.#i;this.#t.setAttribute(`viewBox`,`${e} ${t} ${n} ${r}`)}};function m(e){let t=e.querySelector(`svg`);if(!t)return;let n=new p(e,t);for(let e of t.querySelectorAll(`.box`))e.setAttribute(`tabindex`,`-1`);return g(e,n),e.addEventListener(`wheel`,e=>{e.preventDefault(),n.zoom(Math.exp(-e.deltaY*(e.deltaMode===0?.0016:.05)),e)},{passive:!1}),e.append(_(n)),{element:e,svg:t,camera:n,key:e=>{let t=h(n)[e];return t?.(),t!==void 0}}}function h(e){return{ArrowLeft:()=>e.pan(-.12,0),ArrowRight:()=>e.pan(.12,0),ArrowUp:()=>e.pan(0,-.12),ArrowDown:()=>e.pan(0,.12),\"+\":()=>e.zoom(1.3),\"=\":()=>e.zoom(1.3),\"-\":()=>e.zoom(1/1.3),0:()=>e.reset()}}function g(e,t){let n,r,i=!1;e.addEventListener(`pointerdown`,e=>{e.button!==0||e.target instanceof Element&&e.target.closest(`button`)||(n=e,r=e,i=!1)}),e.addEventListener(`pointermove`,a=>{if(!n||!r)return;let o=Math.hypot(a.clientX-n.clientX,a.clientY-n.clientY);!i&&o<4||(i||e.setPointerCapture(a.pointerId),i=!0,e.classList.add(`moved`),t.pan((r.clientX-a.clientX)/e.clientWidth,(r.clientY-a.clientY)/e.clientHeight),r=a)});let a=()=>{n=void 0,e.classList.remove(`moved`)};e.addEventListener(`pointerup`,a),e.addEventListener(`pointercancel`,a),e.addEventListener(`dragstart`,e=>e.preventDefault()),e.addEventListener(`click`,e=>{i&&e.preventDefault(),i=!1},!0)}function _(e){let t=document.createElement(`div`);t.className=`zoom`;let n=(e,n,r)=>{let i=document.createElement(`button`);i.type=`button`,i.textContent=e,i.setAttribute(`aria-label`,n),i.addEventListener(`click`,r),t.append(i)};return n(`+`,`Nearer`,()=>e.zoom(1.3)),n(`−`,`Farther`,()=>e.zoom(1/1.3)),n(`all`,`All of it`,()=>e.reset()),t}var v=class{element;#e;#t;#n=/* @__PURE__ */ new Map;#r;#i=[];#a=-1;constructor(e){this.element=e,this.#e=[...e.querySelectorAll(`.drawing`)],this.#t=[...e.querySelectorAll(`.node`)]}visit(e){let t=e?.closest(`.node`);t?this.#c(t):this.#s(e?.closest(`.drawing`)??void 0)}search(t){let n=e(t);this.#i=y(this.#t,n),this.#a=-1,b(this.element,n.length>0?this.#i:void 0);let r=this.element.querySelector(`.found[role]`);r&&(r.textContent=n.length>0?`${this.#i.length} of ${this.#t.length}`:``);let[i]=this.#i;n.length>0&&i&&this.#c(i)}next(){this.#a=(this.#a+1)%Math.max(1,this.#i.length);let e=this.#i[this.#a];e&&this.#c(e)}key(e){return this.#o()?.key(e)??!1}#o(){let e=this.#r?.querySelector(`.canvas`);if(e){if(!this.#n.has(e)){let t=m(e);this.#n.set(e,t),t?.camera.reset()}return this.#n.get(e)}}#s(e){this.#r=e??this.#r??this.#e[0];for(let e of this.#e)e.classList.toggle(`current`,e===this.#r);this.#o()}#c(e){for(let e of this.element.querySelectorAll(`.chosen`))e.classList.remove(`chosen`);e.classList.add(`chosen`);let t=e.querySelector(`details`);t&&(t.open=!0);let n=document.getElementById(e.dataset.box??``);this.#s(n?.closest(`.drawing`)??void 0),e.scrollIntoView({block:`nearest`}),n instanceof SVGGraphicsElement&&(n.classList.add(`chosen`),x(this.element,n.id),this.#o()?.camera.center(n))}};function y(e,t){return e.filter(e=>{let n=e.querySelector(`summary`)?.textContent?.toLowerCase()??``,r=t.every(e=>n.includes(e));return e.hidden=!r,r})}function b(e,t){let n=new Set(t?.map(({id:e})=>`#${e}`)),r=new Set(t?.map(({dataset:e})=>e.box));for(let i of e.querySelectorAll(`svg`)){i.classList.toggle(`searched`,t!==void 0);for(let e of i.querySelectorAll(`.box`))e.classList.toggle(`found`,n.has(e.getAttribute(`href`)??``)||r.has(e.id))}}function x(e,t){for(let n of e.querySelectorAll(`.arrow`)){let{from:e,to:r}=n.dataset;n.classList.toggle(`lit`,e===t||r===t)}for(let t of e.querySelectorAll(`svg`))t.classList.toggle(`traced`,t.querySelector(`.lit`)!==null)}function S(){let e=document.getElementById(`graph`);if(!e)return;let t=[...e.querySelectorAll(`.cluster`)].map(e=>new v(e)),n=[...e.querySelectorAll(`.clusters a`)],r=t[0];return{view:e,visit:e=>{r=t.find(({element:t})=>e&&t.contains(e))??r;for(let e of t)e.element.classList.toggle(`current`,e===r);for(let e of n)e.hash.slice(1)===r?.element.id?e.setAttribute(`aria-current`,`true`):e.removeAttribute(`aria-current`);r?.visit(e)},search:e=>{for(let n of t)n.search(e)},next:()=>r?.next(),key:e=>r?.key(e)??!1}}function C(t,n){let r=e(n);for(let e of t.querySelectorAll(`.object, .finding, .skips`)){let t=e.textContent.toLowerCase();e.hidden=!r.every(e=>t.includes(e))}for(let e of t.querySelectorAll(`.file`))e.hidden=e.querySelector(`.finding:not([hidden])`)===null}function w(e){let t=document.getElementById(`search`),n=document.getElementById(`keys`);if(!(t instanceof HTMLInputElement)||!(n instanceof HTMLDialogElement))return;let r=0,i=()=>{clearTimeout(r),r=setTimeout(()=>T(t.value,e),80)};t.addEventListener(`input`,i),document.getElementById(`help`)?.addEventListener(`click`,()=>n.showModal()),addEventListener(`keydown`,r=>{if(!(r.ctrlKey||r.altKey||r.metaKey||n.open)){if(r.target===t){if(!E(r.key,t,e))return;i()}else if(D(r))return;else if(r.key===`/`)t.focus();else if(r.key===`?`)n.showModal();else if(!k(r,e))return;r.preventDefault()}})}function T(e,{views:t,findings:n,graph:r}){let i=t.current(),a=[n,r].find(e=>e!==void 0&&e.view===i);a?a.search(e):i&&C(i,e)}function E(e,t,n){return e===`Enter`&&O(n.graph,n)?(n.graph?.next(),!1):e===`Escape`&&(t.value===``&&t.blur(),t.value=``,!0)}function D({target:e}){return e instanceof HTMLSelectElement||e instanceof HTMLInputElement}function O(e,{views:t}){return e!==void 0&&t.current()===e.view}function k({key:e,target:t},n){let{theme:r,views:i,findings:a,graph:o}=n,s=t instanceof Element&&t.closest(`article summary`)!==null;if(O(o,n)&&o?.key(e))return!0;if(/^[1-9]$/u.test(e))i.show(Number(e)-1);else if(e===`t`)r.next();else if(!a||!O(a,n))return!1;else if(e===`j`||e===`ArrowDown`&&s)a.move(1);else if(e===`k`||e===`ArrowUp`&&s)a.move(-1);else if(e===`e`)a.fold();else return!1;return!0}let A=[`system`,`light`,`dark`],j=`sluice-theme`;function M(){let e=N(),t=()=>{e===`system`?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e;let t=document.getElementById(`theme-name`);t&&(t.textContent=e)},n=()=>{e=A[(A.indexOf(e)+1)%A.length]??`system`,P(e),t()};return t(),document.addEventListener(`DOMContentLoaded`,()=>{t(),document.getElementById(`theme`)?.addEventListener(`click`,n)}),{next:n}}function N(){try{let e=localStorage.getItem(j);return A.find(t=>t===e)??`system`}catch{return`system`}}function P(e){try{localStorage.setItem(j,e)}catch{}}function F(e){let t=[...document.querySelectorAll(`.view`)],n=[...document.querySelectorAll(`.bar nav a`)],r=t[0],i=()=>{let i=document.getElementById(location.hash.slice(1));r=t.find(e=>i&&e.contains(i))??(i?r:t[0]);for(let e of t)e.classList.toggle(`current`,e===r);for(let e of n)e.hash.slice(1)===r?.id?e.setAttribute(`aria-current`,`page`):e.removeAttribute(`aria-current`);let a=e!==void 0&&r===e.view;a&&e.visit(i),i&&i!==r&&!a?I(i):scrollTo(0,0)};return addEventListener(`hashchange`,i),i(),addEventListener(`load`,()=>{location.hash!==``&&i()}),{current:()=>r,show:e=>{let t=n[e];t&&(location.hash=t.hash)}}}function I(e){let t=e.querySelector(`:scope > details`);t&&(t.open=!0);for(let t=e;t;t=t.parentElement)t instanceof HTMLDetailsElement&&(t.open=!0);e.scrollIntoView({block:`center`})}document.documentElement.classList.add(`js`);let L=M();document.addEventListener(`DOMContentLoaded`,()=>{let e=document.getElementById(`tools`);e&&(e.hidden=!1);let t=S();w({theme:L,graph:t,views:F(t),findings:n()})})})();";
//#endregion
//#region \0@oxc-project+runtime@0.127.0/helpers/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
//#endregion
//#region src/report/html/page.ts
var _templateObject;
/** A page in one file: its style and script are inside, its policy allows these two and nothing else. */
function pageHtml({ title, tool, views }) {
	return html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
		"</title>\n<style>",
		"</style>\n<script>",
		"<\/script>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"bar\">\n<span class=\"brand\">",
		"</span>\n<nav aria-label=\"Views\">",
		"</nav>\n<div class=\"tools\" id=\"tools\" hidden>\n<label class=\"search\"><span class=\"unseen\">Search</span><input type=\"search\" id=\"search\" placeholder=\"Search\" autocomplete=\"off\" spellcheck=\"false\"><kbd aria-hidden=\"true\">/</kbd></label>\n<button type=\"button\" id=\"theme\" title=\"Light, dark, or as the system has it (t)\">Theme: <span id=\"theme-name\">system</span></button>\n<button type=\"button\" id=\"help\" aria-haspopup=\"dialog\" title=\"Keys (?)\" aria-label=\"Keys\">?</button>\n</div>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n",
		"\n</main>\n<footer>",
		" ",
		". This page is one file: it loads nothing and sends nothing.</footer>\n",
		"\n</body>\n</html>\n"
	])), pagePolicy, title, verbatim(pageStyle), verbatim(pageScript), tool.name, views.map(tab), views.map(viewHtml), tool.name, tool.version, keysDialog).markup;
}
function tab({ id, title, count }) {
	return html`<a href="#${id}">${title}${count === void 0 ? void 0 : html` <span class="count">${count}</span>`}</a>`;
}
function viewHtml({ id, title, content }) {
	return html`<section class="view" id="${id}" aria-labelledby="${id}-title">
<h2 class="view-title" id="${id}-title">${title}</h2>
${content}
</section>
`;
}
const keysDialog = html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl>${[
	["/", "search"],
	["j  k", "next, previous finding; so do the arrows on a finding"],
	["Enter", "open or close it"],
	["e", "open or close all"],
	["1 … 5", "the views, from left to right"],
	["t", "light or dark"],
	["+  −  0", "graph: nearer, farther, all of it; the arrows move it"],
	["Esc", "leave the search, clear it, close this"],
	["?", "this list"]
].map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl><form method="dialog"><button>Close</button></form></dialog>`;
//#endregion
//#region src/report/html/skip-list.ts
/** All that was not checked, by reason: what the run should have seen first. */
function skipList(skipped) {
	const rank = ({ kind }) => kind === "incomplete" ? 0 : 1;
	return [...groupBy(skipped, reasonShape).values()].sort((left, right) => rank(left[0]) - rank(right[0]) || right.length - left.length).map(skipGroup);
}
function skipGroup(group) {
	const [first] = group;
	const isOne = new Set(group.map(({ reason }) => reason)).size === 1;
	const word = first.kind === "incomplete" ? html`<span class="badge warning">incomplete</span>` : html`<span class="badge info">by choice</span>`;
	const title = isOne ? first.reason : `${first.reason} (and the like)`;
	const rows = group.map((skip) => skipRow(skip, isOne));
	return html`<details class="skips"><summary>${word}<span class="message">${withCode(title)}</span><span class="count">${grouped(group.length)}</span></summary><ul>${rows}</ul></details>\n`;
}
function skipRow({ location, path = location?.path, what, reason, clusters }, isOne) {
	const line = location ? `:${location.range.start.line + 1}` : "";
	return html`<li>${withCode(what)}${isOne ? void 0 : html`<span class="why">${withCode(reason)}</span>`}${path === void 0 ? void 0 : html`<span class="place">${path}${line}</span>`}${clusters.length === 0 ? void 0 : html`<span class="place">${clusters.join(", ")}</span>`}</li>`;
}
//#endregion
export { richText as a, createCrossLinks as c, fact as i, findingLink as l, pageHtml as n, shortName as o, graphView as r, withCode as s, skipList as t, html as u };
