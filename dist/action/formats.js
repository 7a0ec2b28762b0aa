import { n as guardedLog } from "./workflow-command.js";
import { r as UsageError } from "./errors.js";
import { i as severities, n as grouped } from "./count.js";
import { n as nearestName } from "./nearest-name.js";
import { t as writeAtomically } from "./atomic-write.js";
import { r as prettySummary, t as reporters } from "./reporters.js";
import { t as plainStyle } from "./style.js";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
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
//#region src/cli/formats.ts
/** What `--format` asks for. Stdout gets `pretty`, in a job of GitHub Actions `github`, unless another format goes there. */
function reportTargets(flags, cwd, { GITHUB_ACTIONS }) {
	const targets = flags.list("format").map((text) => parseTarget(text, flags, cwd));
	const onStdout = targets.filter(({ file }) => file === void 0);
	const counts = flags.switch("statistics") === true;
	const wrong = counts && onStdout.find(({ format }) => !isCountable(format));
	if (wrong) throw new UsageError(`\`${flags.source("statistics")}\` has no format \`${wrong.format}\`; it takes \`pretty\` or \`json\`.`, { help: "A report beside it goes to a file: `--format sarif=report.sarif`." });
	if (onStdout.length > 1) throw new UsageError(`\`${flags.source("format")}\` asks for ${onStdout.length} formats on stdout.`, { help: "Give all but one of them a file: `--format json=report.json`." });
	if (onStdout.length === 1) return targets;
	return [{
		format: GITHUB_ACTIONS === "true" && !counts ? "github" : "pretty",
		file: void 0
	}, ...targets];
}
function isCountable(format) {
	return format === "pretty" || format === "json" || format === "json-v1";
}
function createReporter(format, options) {
	return reporters[format](options);
}
/** What `--statistics` puts in the place of a report. */
function statisticsReporter(format, { pretty }) {
	return format === "pretty" ? createStatisticsReporter(pretty) : reportStatisticsJson;
}
const formatNames = Object.keys(reporters);
function parseTarget(text, flags, cwd) {
	const [name = "", ...rest] = text.split("=");
	const format = formatNames.find((known) => known === name);
	if (!format) throw unknownFormat(name, flags.source("format"));
	if (rest.length === 0) return {
		format,
		file: void 0
	};
	return {
		format,
		file: targetFile(rest.join("="), flags.source("format"), cwd)
	};
}
/** The absolute path of a file to write; refused before the work is done when it cannot be. */
function targetFile(name, source, cwd) {
	const file = resolve(cwd, name);
	if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`\`${source}\` names the file \`${name}\`, which cannot be written.`, { help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.` });
	return file;
}
function unknownFormat(format, source) {
	const nearest = nearestName(format, formatNames);
	return new UsageError(`\`${source}\` is \`${format}\`; it takes ${formatNames.map((name) => `\`${name}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
/** Writes every report to its place: files first, so that a reader of stdout finds them there. */
function writeReports(targets, report, { io, reporter, counts }) {
	const plain = {
		...reporter,
		pretty: {
			...reporter.pretty,
			style: plainStyle,
			width: 100
		}
	};
	const inFiles = targets.filter(({ file }) => file !== void 0);
	const onStdout = targets.filter(({ file }) => file === void 0);
	for (const { format, file } of [...inFiles, ...onStdout]) {
		const text = (counts && file === void 0 ? statisticsReporter : createReporter)(format, file === void 0 ? reporter : plain)(report);
		if (file !== void 0) writeAtomically(file, text);
		else io.stdout.write(isForLog(format, io) ? guardedLog(text) : text);
	}
}
/** Formats for people end up in the log of a job, where GitHub's runner looks for commands; others are for programs. */
function isForLog(format, { environment }) {
	return environment.GITHUB_ACTIONS === "true" && (format === "pretty" || format === "concise");
}
//#endregion
export { targetFile as n, writeReports as r, reportTargets as t };
