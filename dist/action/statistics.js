import { n as severities } from "./report.js";
import { n as grouped } from "./count.js";
import { t as prettySummary } from "./pretty-summary.js";
//#region src/report/statistics.ts
/** The findings per rule, the most frequent rule first. */
function countByRule({ findings }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { rule, category, severity, suppressedBy, fix } of findings) {
		const before = counts.get(rule) ?? {
			...none,
			rule,
			category
		};
		const field = suppressedBy ? "suppressed" : fields[severity];
		const after = {
			...before,
			[field]: before[field] + 1
		};
		const fixes = suppressedBy || !fix ? before.fixes : withOneMore(before.fixes, fix.applicability);
		counts.set(rule, {
			...after,
			fixes
		});
	}
	return [...counts.values()].sort((left, right) => activeOf(right) - activeOf(left) || (left.rule < right.rule ? -1 : 1));
}
const fields = {
	error: "errors",
	warning: "warnings",
	info: "infos"
};
const none = {
	errors: 0,
	warnings: 0,
	infos: 0,
	suppressed: 0,
	fixes: {
		safe: 0,
		unsafe: 0
	}
};
function withOneMore(fixes, kind) {
	return {
		...fixes,
		[kind]: fixes[kind] + 1
	};
}
function activeOf({ errors, warnings, infos }) {
	return errors + warnings + infos;
}
/** A line for each rule: how often, how severe, and `[*]` where `--fix` repairs at least one. */
function createStatisticsReporter(look) {
	const { style } = look;
	return (report) => {
		const rows = countByRule(report).filter((count) => activeOf(count) > 0).map((count) => [grouped(activeOf(count)), count]);
		const width = Math.max(0, ...rows.map(([number]) => number.length));
		const lines = rows.map(([number, count]) => {
			const severity = worstOf(count);
			const mark = count.fixes.safe > 0 ? "[*]" : "[ ]";
			return `${style("strong", number.padStart(width))}  ${style(severity, severity.padEnd(7))}  ${mark} ${style("rule", count.rule)}\n`;
		});
		const gap = lines.length === 0 ? "" : "\n";
		return `${lines.join("")}${gap}${prettySummary(report, look)}${unchecked(report, style)}`;
	};
}
function worstOf(count) {
	return severities.find((severity) => count[fields[severity]] > 0) ?? "info";
}
/** The list of what was not checked is long; that there is one is said. */
function unchecked({ skipped }, style) {
	if (skipped.length === 0) return "";
	return `  ${style("dim", `${grouped(skipped.length)} not checked; the report without --statistics says what, and why`)}\n`;
}
/** The same for programs. */
function reportStatisticsJson(report) {
	const { tool, target, summary } = report;
	const content = {
		version: 1,
		tool,
		target,
		summary,
		statistics: countByRule(report)
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
//#endregion
export { createStatisticsReporter, reportStatisticsJson };
