import { n as activeFindings, r as severities } from "./cut-text.js";
import { t as count } from "./count.js";
import { t as reportJobSummary } from "./job-summary.js";
import { t as exitCodes } from "./failure.js";
import { n as toPosix } from "./root.js";
import { n as relativeUri } from "./reporters.js";
import { r as writeReports } from "./formats.js";
import { randomUUID } from "node:crypto";
import { appendFileSync, statSync } from "node:fs";
import { relative } from "node:path";
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
export { showReport as a, maxFindingsOf as i, shareOf as n, exitCodeOf as o, exitPolicy as r, countsOf as t };
