import { n as guardedLog } from "./workflow-command.js";
import { r as UsageError } from "./errors.js";
import { l as activeFindings, u as severities } from "./markdown.js";
import { n as grouped, t as count } from "./count.js";
import { t as reportJobSummary } from "./job-summary.js";
import { n as nearestName } from "./nearest-name.js";
import { t as exitCodes } from "./failure.js";
import { t as writeAtomically } from "./atomic-write.js";
import { n as toPosix } from "./root.js";
import { t as plainStyle } from "./style.js";
import { n as relativeUri, r as prettySummary, t as reporters } from "./reporters.js";
import { a as laterFormats } from "./flags.js";
import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
//#region src/cli/exit-code.ts
/** 3 before 1 before 0; `--exit-zero` forgives findings, not what could not be looked at. */
function exitCodeOf(report, policy) {
	if (report.skipped.some(({ kind }) => kind === "incomplete") && !policy.allowIncomplete || report.crashes.length > 0) return exitCodes.incomplete;
	return !policy.exitZero && fails(report, policy) ? exitCodes.findings : exitCodes.clean;
}
function fails(report, { failOn, maxWarnings }) {
	const findings = activeFindings(report);
	const counted = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
	if (findings.some(({ severity }) => counted.includes(severity))) return true;
	const warnings = findings.filter(({ severity }) => severity === "warning").length;
	return maxWarnings !== void 0 && warnings > maxWarnings;
}
//#endregion
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
	const file = resolve(cwd, rest.join("="));
	if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`\`${flags.source("format")}\` names the file \`${rest.join("=")}\`, which cannot be written.`, { help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.` });
	return {
		format,
		file
	};
}
function unknownFormat(format, source) {
	if (laterFormats.includes(format)) return new UsageError(`The format \`${format}\` is not there yet: a later release brings it.`);
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
//#region src/cli/github-job.ts
/** What GitHub's runner says of the job by its variables; outside of a job, what fits anywhere. */
function githubOptions({ io: { environment }, flags }, root) {
	return {
		token: `sluice-${randomUUID()}`,
		prefix: prefixOf(environment, root) ?? "",
		annotations: flags.switch("no-annotations") !== true
	};
}
/** Adds the report to the summary of the step, where the runner has given a file for it. */
function writeJobSummary(report, { environment }, root) {
	const file = environment.GITHUB_STEP_SUMMARY;
	if (!file) return;
	const linkTo = sourceLinks(environment, prefixOf(environment, root));
	appendFileSync(file, reportJobSummary(report, {
		written: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
		...linkTo && { linkTo }
	}));
}
/** From the checkout of the job to the checked root, with `/` at its end; undefined where that lies outside. */
function prefixOf({ GITHUB_WORKSPACE }, root) {
	if (!GITHUB_WORKSPACE) return void 0;
	const path = toPosix(relative(GITHUB_WORKSPACE, root));
	if (path === "") return "";
	return path.startsWith("../") || path === ".." || /^(?:\/|[a-z]:)/iu.test(path) ? void 0 : `${path}/`;
}
function sourceLinks({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }, prefix) {
	if (!(GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA) || prefix === void 0) return void 0;
	const base = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
	return (path, line) => `${base}/${relativeUri(prefix + path)}#L${line}`;
}
//#endregion
//#region src/cli/result-flags.ts
const defaultMaxFindings = 50;
/** What the flags want the exit code to say. */
function exitPolicy(flags) {
	return {
		failOn: [
			"error",
			"warning",
			"info",
			"never"
		].find((severity) => severity === flags.text("fail-on")) ?? "error",
		maxWarnings: flags.number("max-warnings"),
		exitZero: flags.switch("exit-zero") === true,
		allowIncomplete: flags.switch("allow-incomplete") === true
	};
}
/** How many findings a terminal report shows. */
function maxFindingsOf(flags) {
	if (flags.text("max-findings") === "none") return Number.POSITIVE_INFINITY;
	return flags.number("max-findings", ["none"]) ?? defaultMaxFindings;
}
/** Writes a report in all formats that are asked for, and the summary of GitHub's job. */
function showReport(report, { targets, root }, context) {
	const { flags, io, style } = context;
	const quiet = flags.switch("quiet") === true;
	const maxFindings = maxFindingsOf(flags);
	const pretty = {
		style,
		width: io.stdout.columns ?? 100,
		maxFindings,
		quiet
	};
	const shown = quiet ? errorsOnly(report) : report;
	writeReports(targets, shown, {
		io,
		reporter: {
			pretty,
			github: githubOptions(context, root)
		},
		counts: flags.switch("statistics") === true
	});
	if (targets.some(({ format }) => format === "github")) writeJobSummary(shown, io, root);
}
function errorsOnly(report) {
	return {
		...report,
		findings: report.findings.filter(({ severity }) => severity === "error")
	};
}
//#endregion
//#region src/report/shard.ts
/** A report with the shard's share of the findings: all of an object are in one share, whatever else is found. */
function shareOf(report, { shard, run, digest }) {
	const own = report.findings.flatMap((finding, position) => shareNumber(finding, shard.count, digest) === shard.index ? [{
		finding,
		position
	}] : []);
	const findings = own.map(({ finding }) => finding);
	const left = report.findings.length - findings.length;
	const skip = left === 0 ? void 0 : {
		what: `reporting ${count(left, "finding")} of other shards`,
		reason: `this is shard ${shard.index} of ${shard.count}; \`sluice merge-reports\` puts their reports together`,
		clusters: [],
		kind: "chosen"
	};
	const skipped = skip ? [...report.skipped, skip] : report.skipped;
	return {
		...report,
		findings,
		skipped,
		summary: {
			...report.summary,
			...countsOf(findings),
			skipped: skipped.length
		},
		shard: {
			...shard,
			run,
			total: report.findings.length,
			positions: own.map(({ position }) => position),
			...skip && { left: skip }
		}
	};
}
function shareNumber({ resource, location }, shards, digest) {
	const { kind, namespace, name } = resource ?? {};
	const owner = resource ? [
		kind,
		namespace ?? "",
		name
	] : [location.path];
	return Number.parseInt(digest(JSON.stringify(owner)).slice(0, 8), 16) % shards + 1;
}
/** The numbers of a summary that findings give. */
function countsOf(findings) {
	const active = findings.filter(({ suppressedBy }) => !suppressedBy);
	const of = (severity) => active.filter((finding) => finding.severity === severity).length;
	return {
		errors: of("error"),
		warnings: of("warning"),
		infos: of("info"),
		suppressed: findings.length - active.length
	};
}
//#endregion
export { showReport as a, maxFindingsOf as i, shareOf as n, reportTargets as o, exitPolicy as r, exitCodeOf as s, countsOf as t };
