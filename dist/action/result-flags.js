import { n as severities, t as activeFindings } from "./report.js";
import { t as reportJobSummary } from "./job-summary.js";
import { t as createLineIndex } from "./line-index.js";
import { n as objectKey } from "./reported-object.js";
import { n as toPosix } from "./root.js";
import { t as countsOf } from "./shard3.js";
import { t as exitCodes } from "./failure.js";
import { t as validate } from "./validate.js";
import { i as writeReports } from "./formats.js";
import { n as blobSchema } from "./blob.js";
import { t as relativeUri } from "./relative-uri.js";
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
//#region src/report/merge-blobs.ts
/** Reports that are not those of one run; the message names the files. */
var MismatchedReports = class extends Error {};
/** Puts the reports of all shards of one run together: the report that the run has without shards. */
function mergeBlobs(files, rules) {
	const blobs = files.map((file) => ({
		name: file.name,
		blob: readBlob(file)
	}));
	const [first] = blobs;
	if (!first) throw new MismatchedReports("there is no report");
	for (const { name, blob } of blobs.slice(1)) {
		const field = differingField(first.blob, blob);
		if (field !== void 0) throw new MismatchedReports(`\`${first.name}\` and \`${name}\` are not of one run: they differ in \`${field}\``);
	}
	requireAllShards(blobs);
	return reportOf(blobs.map(({ blob }) => blob), first.blob, rules);
}
/** The report that a blob was made of: of one that this program has made itself and kept, since it is taken as it is. */
function reportOfBlob(blob, rules) {
	return reportOf([blob], blob, rules);
}
function readBlob({ name, text }) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw new MismatchedReports(`\`${name}\` is no JSON`);
	}
	const [violation] = validate(value, blobSchema);
	if (violation) throw new MismatchedReports(`\`${name}\` is no report of the format \`blob\` of this version of sluice`);
	return value;
}
/** What all shards see alike: the findings and their texts alone are shared out. */
const common = [
	"tool",
	"run",
	"count",
	"total",
	"target",
	"clusters",
	"coverage",
	"resources",
	"graphs"
];
const counted = [
	"files",
	"documents",
	"resources",
	"rendered"
];
function differingField(left, right) {
	const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
	return common.find((name) => !isSame(left[name], right[name])) ?? counted.find((name) => left.summary[name] !== right.summary[name]);
}
function requireAllShards(blobs) {
	const names = /* @__PURE__ */ new Map();
	for (const { name, blob } of blobs) {
		const other = names.get(blob.index);
		if (other !== void 0) throw new MismatchedReports(`\`${other}\` and \`${name}\` are both of shard ${blob.index}`);
		names.set(blob.index, name);
	}
	const count = blobs[0]?.blob.count ?? 0;
	if (!Number.isInteger(count) || count > blobs.length) throw new MismatchedReports(`there are ${blobs.length} of ${count} reports`);
}
function reportOf(blobs, first, rules) {
	const { tool, target, clusters, coverage, resources, crashes, graphs } = first;
	const findings = inPlace(blobs, first.total);
	const named = new Set(findings.map(({ rule }) => rule));
	const skipped = union(blobs.map((blob) => blob.skipped));
	const sources = new Map(blobs.flatMap((blob) => Object.entries(blob.sources)));
	const objects = new Map(blobs.flatMap((blob) => blob.objects.map((one) => [one.key, one])));
	return {
		tool,
		target,
		clusters,
		summary: {
			...first.summary,
			...countsOf(findings),
			skipped: skipped.length
		},
		findings,
		resources,
		skipped,
		crashes,
		coverage,
		rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
		source: (path) => {
			const text = sources.get(path);
			return text === void 0 ? void 0 : createLineIndex(text);
		},
		graphs: () => graphs,
		objectOf: (finding) => objects.get(objectKey(finding) ?? "")
	};
}
/** Each finding goes where it stands in the whole. */
function inPlace(blobs, total) {
	const found = /* @__PURE__ */ new Map();
	for (const { findings, positions } of blobs) for (const [at, finding] of findings.entries()) found.set(positions[at] ?? -1, finding);
	const findings = [...found].sort(([left], [right]) => left - right);
	if (findings.length !== total || findings.some(([position], at) => position !== at)) throw new MismatchedReports("findings are missing, or there more than once");
	return findings.map(([, finding]) => finding);
}
/** What some shard could not look at: the first that has all, in its order; else those of the others after it. */
function union(lists) {
	return [...new Map(lists.flat().map((element) => [JSON.stringify(element), element])).values()];
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
async function showReport(report, { targets, root }, context) {
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
	await writeReports(targets, shown, {
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
export { mergeBlobs as a, MismatchedReports as i, maxFindingsOf as n, reportOfBlob as o, showReport as r, exitCodeOf as s, exitPolicy as t };
