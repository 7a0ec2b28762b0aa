import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { n as activeFindings } from "./cut-text.js";
import { t as groupBy } from "./group-by.js";
import { c as isKind, p as kinds, s as groupOf, t as rules, u as resourceKey } from "./rules.js";
import { c as stringAt, i as formatFieldPath, l as valueAt, o as isObject } from "./base64.js";
import { t as exitCodes } from "./failure.js";
import { g as chartRequestOf, h as locate, l as mergeSkips, m as compareText, p as checkWorkspace, u as createReportMask } from "./session.js";
import { t as checkSettings } from "./settings.js";
import { t as loadBaseline } from "./baseline.js";
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
//#region src/report/graph/count-findings.ts
/** Sorts the findings that count by the objects that they are about. */
function indexFindings({ clusters }, findings) {
	const active = activeFindings({ findings });
	const known = new Set(clusters.flatMap(({ name, resources }) => resources.map(({ id }) => placeOf$1(name, resourceKey(id)))));
	const index = groupBy(active.flatMap((finding) => {
		const { resource } = finding;
		if (!resource) return [];
		const key = findingKey(resource);
		return finding.clusters.map((cluster) => ({
			finding,
			place: placeOf$1(cluster, key)
		}));
	}).filter(({ place }) => known.has(place)), ({ place }) => place);
	const placed = new Set([...index.values()].flat().map(({ finding }) => finding));
	const reported = new Set(findings.flatMap(({ resource, field, clusters: names }) => resource && field !== void 0 ? names.map((name) => placeOf$1(name, `${findingKey(resource)} ${field}`)) : []));
	return {
		isReported: (cluster, { from, path }) => reported.has(placeOf$1(cluster, `${resourceKey(from.id)} ${formatFieldPath(path)}`)),
		of: (cluster, { id }) => (index.get(placeOf$1(cluster, resourceKey(id))) ?? []).map(({ finding }) => finding),
		elsewhere: active.filter((finding) => !placed.has(finding))
	};
}
function findingKey({ apiVersion, ...id }) {
	return resourceKey({
		...id,
		group: groupOf(apiVersion)
	});
}
function placeOf$1(cluster, key) {
	return `${cluster}\n${key}`;
}
/** How many there are of each severity. */
function countFindings(findings) {
	const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
	return {
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info")
	};
}
//#endregion
//#region src/report/graph/resource-nodes.ts
/** Kinds that are always shown, by role; others where one of these names them. */
const drawnKinds = [
	["applier", [
		kinds.Kustomization,
		kinds.FluxInstance,
		kinds.ResourceSet
	]],
	["release", [kinds.HelmRelease]],
	["source", [
		kinds.GitRepository,
		kinds.OCIRepository,
		kinds.Bucket,
		kinds.HelmRepository,
		kinds.ExternalArtifact,
		kinds.ArtifactGenerator
	]],
	["chart", [kinds.HelmChart]]
];
/** What a node of that kind is. */
function roleOf(kind) {
	const role = drawnKinds.find(([, some]) => some.some((one) => isKind(kind, one)))?.[0];
	if (role !== void 0) return role;
	return isKind(kind, kinds.ConfigMap) || isKind(kind, kinds.Secret) ? "config" : "other";
}
/** The id of a resource's node. */
function keyOf({ id, server }) {
	return resourceKey(id, server);
}
/** Whether objects of the kind are shown though nothing names them. */
function isDrawn(kind) {
	return drawnKinds.some(([, some]) => some.some((one) => isKind(kind, one)));
}
/** Sources and HelmCharts ask for a revision or version. */
function isRevisioned(kind) {
	const role = roleOf(kind);
	return role === "source" || role === "chart";
}
/** The objects of a cluster that are shown: those of Flux, and what they name. */
function drawnResources({ resources }, references) {
	const named = references.flatMap(({ reference }) => reference.resource ?? []);
	const drawn = [...resources.filter(({ id }) => isDrawn(id)), ...named];
	return [...new Map(drawn.map((resource) => [keyOf(resource), resource])).values()];
}
/** The node of an object that is there. */
function resourceNode(resource, cluster, findings) {
	const { id, server, manifest } = resource;
	const path = isKind(id, kinds.Kustomization) ? stringAt(manifest, ["spec", "path"]) : void 0;
	return {
		id: keyOf(resource),
		role: roleOf(id),
		group: id.group,
		kind: id.kind,
		...id.namespace === void 0 ? {} : { namespace: id.namespace },
		name: id.name,
		...server === "" ? {} : { server },
		state: "found",
		...outcomeOf(resource, cluster),
		suspended: isDrawn(id) && valueAt(manifest, ["spec", "suspend"]) === true,
		...path === void 0 ? {} : { path },
		...isRevisioned(id) ? versionOf(manifest) : {},
		...chartOf(resource, cluster),
		findings: countFindings(findingsOf(resource, cluster, findings)),
		place: placeOf(resource.at([]))
	};
}
/** Where something is written. */
function placeOf(at) {
	const { path, range } = locate(at);
	return {
		path,
		line: range.start.line + 1
	};
}
/** Fields of `spec.ref` in the order in which source-controller looks at them; those of one kind do not hide another's. */
const revisionFields = [
	"digest",
	"commit",
	"name",
	"semver",
	"tag",
	"branch"
];
function versionOf(manifest) {
	const version = [["version"], ...revisionFields.map((field) => ["ref", field])].map((field) => valueAt(manifest, ["spec", ...field])).find((value) => value !== void 0 && value !== null && value !== "");
	return typeof version === "string" || typeof version === "number" ? { version: String(version) } : {};
}
function outcomeOf(resource, cluster) {
	const built = cluster.buildOf(resource) ?? cluster.releaseOf(resource);
	if (built) {
		const outcome = built.status === "failed" || built.status === "skipped" ? built.status : "done";
		const reason = outcome === "failed" ? built.failure?.message : built.reason;
		return reason === void 0 ? { outcome } : {
			outcome,
			reason
		};
	}
	const unfetched = cluster.unfetched.find(({ source }) => keyOf(source) === keyOf(resource));
	return unfetched ? {
		outcome: "skipped",
		reason: unfetched.reason
	} : {};
}
function chartOf(release, cluster) {
	const build = cluster.releaseOf(release);
	const request = build && chartRequestOf(release, (id) => cluster.find(id));
	if (!build || !request) return {};
	const { name = request.chart, version } = build.chart ?? {};
	if (name === "") return {};
	const chart = {
		name,
		constraint: request.version
	};
	return { chart: version === void 0 ? chart : {
		...chart,
		version
	} };
}
const applied = /* @__PURE__ */ new WeakMap();
/** Those of the object, and those of plain objects that it applies: these have no node of their own. */
function findingsOf(resource, cluster, findings) {
	const all = [resource, ...plainObjects(cluster).get(keyOf(resource)) ?? []].flatMap((one) => findings.of(cluster.name, one));
	return [...new Set(all)];
}
function plainObjects(cluster) {
	const known = applied.get(cluster);
	if (known) return known;
	const groups = groupBy(cluster.resources.filter(({ id, owner }) => owner && !isDrawn(id)), ({ owner }) => owner ? keyOf(owner) : "");
	applied.set(cluster, groups);
	return groups;
}
//#endregion
//#region src/report/graph/chart-nodes.ts
/** HelmRelease → chart in a version → source. A `chartRef` needs no such node: what it names is the chart. */
function chartsOf(cluster, references) {
	const nodes = /* @__PURE__ */ new Map();
	const edges = [];
	const replaced = /* @__PURE__ */ new Set();
	for (const build of cluster.releases) {
		const from = keyOf(build.release);
		const toSource = references.find(({ reference, edge }) => edge.from === from && reference.relation === "sourceRef");
		const node = toSource && chartNode(build, cluster, toSource.edge.to);
		if (!node) continue;
		replaced.add(toSource);
		if (nodes.get(node.id)?.state !== "missing") nodes.set(node.id, node);
		edges.push({
			from,
			to: node.id,
			relation: "chart",
			optional: false
		}, {
			...toSource.edge,
			from: node.id
		});
	}
	return {
		nodes: [...nodes.values()],
		edges,
		replaced
	};
}
function chartNode(build, cluster, source) {
	const { release, chart } = build;
	if (!isObject(valueAt(release.manifest, [
		"spec",
		"chart",
		"spec"
	]))) return void 0;
	const request = chartRequestOf(release, (id) => cluster.find(id));
	if (!request) return void 0;
	const version = chart?.version ?? request.version;
	return {
		id: `chart|${source}|${request.chart}@${version}`,
		role: "chart",
		group: "",
		kind: "Chart",
		name: request.chart,
		...version === "" ? {} : { version },
		...stateOf$1(build),
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(release.at([
			"spec",
			"chart",
			"spec",
			"chart"
		]))
	};
}
/** What nobody has looked at is not said to be there. */
function stateOf$1({ chart, chartProblem, reason }) {
	if (chart) return { state: "found" };
	if (!chartProblem) return reason === void 0 ? { state: "uncertain" } : {
		state: "uncertain",
		reason
	};
	return {
		state: chartProblem.kind !== "version-unsatisfied" || chartProblem.certain ? "missing" : "uncertain",
		reason: chartProblem.message
	};
}
//#endregion
//#region src/report/graph/target-nodes.ts
/** No rule calls it missing: what Flux needs before it can read Git is in no Git. */
const madeByHand = "nothing in the repository defines it";
/** What decides what is applied, from where, when and with what; health checks, accounts and events are not shown. */
const drawnRelations = new Set([
	"sourceRef",
	"chartRef",
	"dependsOn",
	"valuesFrom",
	"substituteFrom",
	"secretRef",
	"configMapRef",
	"include",
	"artifactSource",
	"inputsFrom"
]);
/** The references of a cluster that are shown. */
function drawnReferences({ graph }) {
	return graph.references.filter(({ relation, from }) => drawnRelations.has(relation) && isDrawn(from.id)).map((reference) => ({
		reference,
		edge: edgeOf(reference)
	}));
}
function edgeOf({ relation, from, target, resource, optional }) {
	const to = resource ? keyOf(resource) : keyOf({
		id: target,
		server: from.server
	});
	return {
		from: keyOf(from),
		to,
		relation,
		optional
	};
}
/** Nodes for what no object of the cluster is: what controllers make, what is elsewhere, and what is missing. */
function targetNodes(references, isReported) {
	const nodes = /* @__PURE__ */ new Map();
	for (const drawn of references) {
		if (drawn.reference.resource) continue;
		const known = nodes.get(drawn.edge.to);
		const node = targetNode(drawn, isReported);
		if (!known || weight(node) > weight(known)) nodes.set(node.id, node);
	}
	return [...nodes.values()];
}
function weight({ state }) {
	const mild = ["optional", "uncertain"];
	return mild.includes(state) ? mild.indexOf(state) : mild.length;
}
function targetNode({ reference, edge }, isReported) {
	const { target, from } = reference;
	const role = roleOf(target);
	const byHand = role === "config" && !isReported(reference) ? madeByHand : void 0;
	const doubt = reference.doubt ?? byHand;
	return {
		id: edge.to,
		role,
		group: target.group,
		kind: target.kind,
		...target.namespace === void 0 ? {} : { namespace: target.namespace },
		name: target.name,
		...from.server === "" ? {} : { server: from.server },
		state: stateOf(reference, doubt),
		...reference.status !== "missing" || reference.optional || doubt === void 0 ? {} : { reason: doubt },
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(reference.at)
	};
}
/** What something that could not be looked at may define is not called missing. */
function stateOf({ status, optional }, doubt) {
	if (status !== "missing") return status;
	if (optional) return "optional";
	return doubt === void 0 ? "missing" : "uncertain";
}
//#endregion
//#region src/report/graph/create-graph.ts
/** The objects of all clusters that Flux reconciles, and how they lead to each other; equal input gives an equal graph. */
function createFluxGraph({ tool, workspace, result }) {
	const mask = createReportMask(workspace);
	const findings = indexFindings(workspace, result.findings);
	return {
		tool,
		clusters: workspace.clusters.map((cluster) => clusterGraph(cluster, findings, mask.text)),
		elsewhere: countFindings(findings.elsewhere),
		skipped: mergeSkips(workspace.skipped).map(mask.skip)
	};
}
function clusterGraph(cluster, findings, mask) {
	const { name, path, target, blindSpots } = cluster;
	const references = drawnReferences(cluster);
	const resources = drawnResources(cluster, references);
	const own = resources.map((resource) => resourceNode(resource, cluster, findings));
	const charts = chartsOf(cluster, references);
	const nodes = /* @__PURE__ */ new Map();
	for (const node of [
		...targetNodes(references, (one) => findings.isReported(name, one)),
		...charts.nodes,
		...own
	]) nodes.set(node.id, node);
	const edges = [
		...appliedBy(resources),
		...references.filter((reference) => !charts.replaced.has(reference)).map(({ edge }) => edge),
		...charts.edges
	];
	return {
		name,
		path,
		target: {
			flux: target.flux,
			kubernetes: target.kubernetes
		},
		nodes: [...nodes.values()].map((node) => maskedNode(node, mask)).sort((left, right) => compareText(left.id, right.id)),
		edges: distinct(edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))),
		blindSpots: blindSpots.map(mask)
	};
}
function appliedBy(resources) {
	return resources.flatMap((resource) => resource.owner ? {
		from: keyOf(resource.owner),
		to: keyOf(resource),
		relation: "applies",
		optional: false
	} : []);
}
/** Names are shown everywhere; other texts may hold what a Secret holds. */
function maskedNode(node, mask) {
	return {
		...node,
		...node.reason === void 0 ? {} : { reason: mask(node.reason) },
		...node.path === void 0 ? {} : { path: mask(node.path) }
	};
}
/** Sorted, each once; one that Flux insists on stands for an optional one beside it. */
function distinct(edges) {
	const known = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const key = JSON.stringify([
			edge.from,
			edge.to,
			edge.relation
		]);
		const other = known.get(key);
		known.set(key, other ? {
			...edge,
			optional: edge.optional && other.optional
		} : edge);
	}
	return [...known.values()].sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to) || compareText(left.relation, right.relation));
}
//#endregion
//#region src/cli/drawing.ts
/** Checks an opened repository and makes the graph of it: the findings are marks in a picture. */
function graphOf(session, context) {
	const { workspace, host, clock } = session;
	const { io, errorStyle } = context;
	clock.phase("check");
	const result = checkWorkspace(workspace, rules, {
		settings: settingsOf(session, context),
		digest: host.digest
	});
	io.signal.throwIfAborted();
	for (const { rule, error } of result.crashes) {
		const message = error instanceof Error ? error.message : String(error);
		io.stderr.write(`${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`);
	}
	return createFluxGraph({
		tool: {
			name: "sluice",
			version
		},
		workspace,
		result
	});
}
function settingsOf({ config, checked }, context) {
	const baseline = loadBaseline(context, checked);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	return checkSettings(context.flags, config, {
		rules,
		paths: checked.paths,
		baseline,
		today
	});
}
/** A picture of a broken repository is a good picture; one that lacks something is not whole. */
function pictureCode({ skipped }, { flags }) {
	return skipped.some(({ kind }) => kind === "incomplete") && !flags.switch("allow-incomplete") ? exitCodes.incomplete : exitCodes.clean;
}
//#endregion
export { nodeTitle as i, pictureCode as n, relationWord as r, graphOf as t };
