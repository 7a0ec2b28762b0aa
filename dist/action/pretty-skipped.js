import { t as visible } from "./visible-text.js";
import { t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { i as wrap, n as fitStart, r as textWidth } from "./text-width.js";
//#region src/report/pretty/pretty-skipped.ts
const examplesShown = 3;
/** What was not checked, grouped by reason: how many, and a few of them. Empty when everything was. */
function prettySkipped(skipped, { style, width }) {
	if (skipped.length === 0) return "";
	const ordered = [...[...groupBy(skipped, reasonShape).values()]].sort((left, right) => right.length - left.length);
	const digits = String(Math.max(...ordered.map((group) => group.length))).length;
	const rows = ordered.flatMap((group) => groupRows(group, {
		style,
		width,
		digits
	}));
	return [`${style("strong", "Not checked")} ${style("dim", `(${count(skipped.length, "thing")})`)}`, ...rows].map((row) => `${row}\n`).join("");
}
/** Reasons that differ only in versions, quoted names, charts and what `what` already names are one reason. */
function reasonShape({ what, reason, kind }) {
	const named = new Set(what.split(/[\s/]+/u));
	const words = reason.replace(/`[^`]*`|'[^']*'|"[^"]*"/gu, "…").split(/\s+/u);
	return `${kind} ${words.map((word, index) => {
		return /[\d/-]/u.test(word) || named.has(word.replace(/[,.:;]+$/u, "")) || words[index - 1] === "chart" ? "…" : word;
	}).join(" ")}`;
}
function groupRows(group, { style, width, digits }) {
	const [first] = group;
	const indent = " ".repeat(digits + 4);
	const isIncomplete = first.kind === "incomplete";
	const reasons = new Set(group.map(({ reason }) => reason));
	const [head = "", ...rest] = wrap(reasons.size > 1 ? `${visible(first.reason)} (and ${count(reasons.size - 1, "similar reason")})` : visible(first.reason), width - digits - 4);
	return [
		`  ${style(isIncomplete ? "warning" : "strong", String(group.length).padStart(digits))}  ${head}`,
		...rest.map((line) => `${indent}${line}`),
		...examples(group, width - digits - 4).map((line) => `${indent}${style("dim", line)}`)
	];
}
function examples(group, width) {
	const shown = group.slice(0, group.length === examplesShown + 1 ? examplesShown + 1 : examplesShown);
	const lines = shown.map((skip) => {
		const path = skip.location?.path ?? skip.path;
		const line = skip.location ? `:${skip.location.range.start.line + 1}` : "";
		const text = path === void 0 ? visible(skip.what) : `${visible(path)}${line}  ${visible(skip.what)}`;
		return textWidth(text) > width ? `${fitStart(text, width - 1)}…` : text;
	});
	return shown.length < group.length ? [...lines, `… and ${group.length - shown.length} more`] : lines;
}
//#endregion
export { reasonShape as n, prettySkipped as t };
