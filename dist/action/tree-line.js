import { t as visible } from "./visible-text.js";
import { t as cutText } from "./cut-text.js";
import { t as count } from "./count.js";
import { n as nodeTitle, t as relationWord } from "./relation-words.js";
//#region src/report/graph/node-marks.ts
const marks = {
	missing: {
		role: "error",
		sign: "✗ missing",
		plain: "x missing"
	},
	failed: {
		role: "error",
		sign: "✗ failed",
		plain: "x failed"
	},
	uncertain: {
		role: "warning",
		sign: "? not known",
		plain: "? not known"
	},
	skipped: {
		role: "warning",
		sign: "? not looked at",
		plain: "? not looked at"
	},
	suspended: {
		role: "warning",
		sign: "⏸ suspended",
		plain: "# suspended"
	},
	produced: {
		role: "dim",
		sign: "(made in the cluster)",
		plain: "(made in the cluster)"
	},
	external: {
		role: "dim",
		sign: "(external)",
		plain: "(external)"
	},
	optional: {
		role: "dim",
		sign: "(optional, not there)",
		plain: "(optional, not there)"
	}
};
/** What is the matter with a node. */
function nodeMarks(node) {
	const { outcome } = node;
	return [
		...useMarks(node),
		...outcome === "skipped" ? [marks.skipped] : [],
		...findingMarks(node)
	];
}
/** The same where something names the node: what was found is said where it stands itself. */
function useMarks({ state, suspended, outcome }) {
	return [
		...state === "found" ? [] : [marks[state]],
		...suspended ? [marks.suspended] : [],
		...outcome === "failed" ? [marks.failed] : []
	];
}
function findingMarks({ findings: { errors, warnings } }) {
	const mark = (role, sign, plain, text) => ({
		role,
		sign: `${sign} ${text}`,
		plain: `${plain} ${text}`
	});
	return [...errors > 0 ? [mark("error", "✗", "x", count(errors, "error"))] : [], ...warnings > 0 ? [mark("warning", "!", "!", count(warnings, "warning"))] : []];
}
//#endregion
//#region src/report/graph/tree-line.ts
/** Characters of a reason: messages of tools go on for pages. */
const maxReason = 300;
/** One line of the tree: how it comes here, what it is, what is the matter with it, and why: the end may be cut off. */
function nodeLine({ node, relation, repeated, children }, options) {
	const { style, ascii } = options;
	const dot = ascii ? "-" : "·";
	const word = relation === void 0 ? "" : relationWord(relation);
	const facts = [
		...word === "" ? factsOf(node, children) : [],
		...repeated ? ["shown above"] : [],
		...reasonOf(node, word !== "")
	].map((fact) => shown(fact, ascii));
	return [
		...word === "" ? [] : [style("dim", word)],
		titleOf(node, options),
		...marksOf(node, options, word !== ""),
		...facts.length === 0 ? [] : [style("dim", `${dot} ${facts.join(` ${dot} `)}`)]
	].join(" ");
}
/** A stranger's text for this terminal. */
function shown(text, ascii) {
	const safe = visible(text);
	return ascii ? safe.replace(/[^ -~]/gu, "?") : safe;
}
function titleOf(node, { style, ascii }) {
	const { kind, name, version } = node;
	if (isChart(node)) return style("strong", shown(version === void 0 ? name : `${name} ${version}`, ascii));
	const title = style("strong", shown(nodeTitle(node).slice(kind.length + 1), ascii));
	const asked = version === void 0 ? "" : ` ${style("dim", `@ ${shown(version, ascii)}`)}`;
	return `${shown(kind, ascii)} ${title}${asked}`;
}
/** Not a HelmChart: what a HelmRelease asks a source for. */
function isChart({ role, group }) {
	return role === "chart" && group === "";
}
function factsOf({ path, chart, server }, children) {
	const isBelow = children.some(({ relation }) => relation === "chart");
	return [
		...path === void 0 ? [] : [path],
		...chart && !isBelow ? [chartFact(chart)] : [],
		...server === void 0 ? [] : [`in the cluster of ${server}`]
	];
}
/** `chart podinfo 6.1.0 (6.x)` */
function chartFact({ name, version, constraint }) {
	return [
		"chart",
		name,
		version ?? constraint,
		version === void 0 || constraint === "" || constraint === version ? "" : `(${constraint})`
	].filter((part) => part !== "").join(" ");
}
/** Why something failed stands on its own line alone; why a chart is not known, on that of its release. */
function reasonOf({ reason, state, outcome, role }, isUse) {
	if (reason === void 0 || !(state === "missing" || state === "uncertain" && role !== "chart" || !isUse && (outcome === "failed" || outcome === "skipped"))) return [];
	return [cutText(reason.trim().replace(/\s+/gu, " "), maxReason)];
}
function marksOf(node, { style, ascii }, isUse) {
	return (isUse ? useMarks(node) : nodeMarks(node)).map(({ role, sign, plain }) => style(role, ascii ? plain : sign));
}
//#endregion
export { nodeLine as n, nodeMarks as r, chartFact as t };
