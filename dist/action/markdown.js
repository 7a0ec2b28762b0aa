import { t as visible } from "./visible-text.js";
import { i as severities, n as grouped, r as activeFindings, t as count } from "./count.js";
import { n as nodeTitle, r as cutText } from "./relation-words.js";
import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
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
//#region src/report/markdown-text.ts
/** Shows nothing, and keeps a word from being read as a mention, a reference or an address. */
const gap = "​";
/**
* Text of strangers for GitHub's Markdown: no character of it is markup or HTML, nobody is mentioned, no issue is
* referred to, no address becomes a link (`safety.md` row 17). On one line.
*/
function markdownText(text) {
	return visible(text).replace(/[&<>|]/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/(?<!&)#|[!$*[\\\]^_`{}~]/gu, "\\$&").replace(/^(\s*)([-+=])/u, "$1\\$2").replace(/^(\s*\d+)([.)])/u, "$1\\$2").replace(/@|(?<!&)#|:(?=\/\/)|www(?=\.)|GH(?=-\d)/giu, `$&${gap}`);
}
/** The same in the type of code, in a fence longer than any in it. What holds `|` stays text: a table would break it. */
function markdownCode(text) {
	const shown = visible(text);
	if (shown.trim() === "") return markdownText(text);
	if (shown.includes("|")) return markdownText(text);
	const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = /^[` ]|[` ]$/u.test(shown) ? " " : "";
	return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A message of a finding: what it has between backticks is code, all else is text. */
function markdownMessage(message) {
	const parts = message.split("`");
	if (parts.length % 2 === 0) return markdownText(message);
	return parts.map((part, index) => index % 2 === 0 ? markdownText(part) : markdownCode(part)).join("");
}
//#endregion
//#region src/report/verdict.ts
const nouns = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** What has come out, in a few words: `1 error, 2 warnings (incomplete)`. */
function verdictOf({ findings, skipped, crashes }) {
	const active = activeFindings({ findings });
	const found = severities.flatMap((severity) => {
		const number = active.filter((finding) => finding.severity === severity).length;
		return number > 0 ? [count(number, nouns[severity])] : [];
	});
	const isIncomplete = crashes.length > 0 || skipped.some(({ kind }) => kind === "incomplete");
	if (found.length > 0) return `${found.join(", ")}${isIncomplete ? " (incomplete)" : ""}`;
	return isIncomplete ? "incomplete: nothing found in what could be checked" : "no problems";
}
//#endregion
//#region src/report/worst-first.ts
/** Findings from worst to mildest, those of one severity in reading order; what is silenced comes last. */
function worstFirst(findings) {
	const rank = ({ severity, suppressedBy }) => severities.indexOf(severity) + (suppressedBy ? severities.length : 0);
	return [...findings].sort((left, right) => rank(left) - rank(right));
}
//#endregion
//#region src/report/markdown.ts
/** A message of a stranger's tool may be endless. */
const messageLimit = 2e3;
/** All findings as Markdown. */
function reportMarkdown(report) {
	return markdownRows(report, { limit: Number.POSITIVE_INFINITY }).join("");
}
/** The rows of a Markdown report; it may be cut between any two. Every text of strangers in it is escaped. */
function markdownRows(report, options) {
	const findings = activeFindings(report);
	return [
		`## sluice: ${verdictOf(report)}\n`,
		`\n${factsOf(report)}\n`,
		...ruleTable(findings),
		...findingRows(worstFirst(findings), options),
		...pictureRows(options),
		...skipRows(report.skipped, options),
		...report.crashes.map(({ rule, message }) => `\n**sluice has a bug**: the rule ${markdownCode(rule)} failed: ${markdownText(cutText(message, messageLimit))}\n`)
	];
}
/** In one row: half of it is no picture. */
function pictureRows({ picture }) {
	if (!picture) return [];
	const { title, text, note } = picture;
	const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const remark = note === void 0 ? "" : `${markdownText(note)}\n`;
	return [`\n### ${markdownText(title)}\n\n${remark}\n${fence}mermaid\n${text.trimEnd()}\n${fence}\n`];
}
function factsOf({ summary, coverage, clusters, target }) {
	return [
		count(summary.files, "file"),
		count(clusters.length, "cluster"),
		`Kustomizations ${grouped(coverage.built)} of ${grouped(coverage.kustomizations)}`,
		`HelmReleases ${grouped(coverage.rendered)} of ${grouped(coverage.helmReleases)}`,
		...summary.suppressed > 0 ? [`${grouped(summary.suppressed)} suppressed`] : [],
		...target.flux === "" ? [] : [markdownText(`Flux ${target.flux}`)]
	].join(" · ");
}
function ruleTable(findings) {
	if (findings.length === 0) return [];
	const groups = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()];
	return ["\n| findings | severity | rule |\n| ---: | --- | --- |\n", ...severities.flatMap((severity) => groups.filter(([first]) => first.severity === severity).sort((left, right) => right.length - left.length)).map((group) => `| ${grouped(group.length)} | ${group[0].severity} | ${ruleLink(group[0])} |\n`)];
}
function ruleLink(finding) {
	return `[${markdownText(finding.rule)}](${rulePageUrl(finding)})`;
}
function findingRows(findings, options) {
	if (findings.length === 0) return [];
	const shown = findings.slice(0, options.limit);
	const hidden = findings.length - shown.length;
	return [
		"\n### Findings\n\n",
		...shown.map((finding) => findingRow(finding, options)),
		...hidden > 0 ? [`\n… and ${count(hidden, "more finding")}\n`] : []
	];
}
function findingRow(finding, options) {
	const { severity, location, message, help } = finding;
	const text = markdownMessage(cutText(message, messageLimit));
	const advice = help === void 0 ? "" : `\n\n  ${markdownMessage(cutText(help, messageLimit))}`;
	return `- **${severity}** ${placeOf(location, options)} ${text} (${ruleLink(finding)})${advice}\n`;
}
function placeOf({ path, range }, { linkTo }) {
	const line = range.start.line + 1;
	const place = markdownCode(`${path}:${line}`);
	return linkTo ? `[${place}](${linkTo(path, line)})` : place;
}
function skipRows(skipped, { limit }) {
	if (skipped.length === 0) return [];
	const hidden = skipped.length - Math.min(limit, skipped.length);
	return [
		`\n### Not checked (${grouped(skipped.length)})\n\n`,
		...skipped.slice(0, limit).map(({ what, reason, location, path = location?.path }) => {
			const place = path === void 0 ? "" : `${markdownCode(path)} `;
			const [subject, why] = [what, reason].map((text) => markdownMessage(cutText(text, messageLimit)));
			return `- ${place}${subject}: ${why}\n`;
		}),
		...hidden > 0 ? [`\n… and ${count(hidden, "more thing")}\n`] : []
	];
}
//#endregion
export { markdownCode as a, contentsOf as c, holdersIn as d, pictureOf as f, verdictOf as i, foldGraph as l, worstTone as m, reportMarkdown as n, markdownMessage as o, toneOf as p, worstFirst as r, markdownText as s, markdownRows as t, folds as u };
