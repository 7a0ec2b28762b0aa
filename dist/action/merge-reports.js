import { r as UsageError } from "./errors.js";
import { t as rules } from "./rules.js";
import { n as createLineIndex, t as validate } from "./validate.js";
import { t as findRoot } from "./root.js";
import { a as showReport, o as exitCodeOf, r as exitPolicy, t as countsOf } from "./shard.js";
import { a as blobSchema } from "./reporters.js";
import { t as reportTargets } from "./formats.js";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
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
	"resources"
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
	const { tool, target, clusters, coverage, resources, crashes } = first;
	const findings = inPlace(blobs, first.total);
	const named = new Set(findings.map(({ rule }) => rule));
	const skipped = union(blobs.map((blob) => blob.skipped));
	const sources = new Map(blobs.flatMap((blob) => Object.entries(blob.sources)));
	return {
		tool,
		target,
		clusters,
		findings,
		resources,
		skipped,
		crashes,
		coverage,
		summary: {
			...first.summary,
			...countsOf(findings),
			skipped: skipped.length
		},
		rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
		source: (path) => {
			const text = sources.get(path);
			return text === void 0 ? void 0 : createLineIndex(text);
		}
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
//#region src/cli/commands/merge-reports.ts
/** `sluice merge-reports DIR`: one report out of the reports of all shards, each in a file `*.json` of the folder. */
async function mergeReports(context) {
	const { flags, io, cwd } = context;
	const [folder = "."] = context.arguments;
	const targets = reportTargets(flags, cwd, io.environment);
	const policy = exitPolicy(flags);
	const report = merge(readReports(resolve(cwd, folder), folder), folder);
	showReport(report, {
		targets,
		root: findRoot([], cwd).root
	}, context);
	return exitCodeOf(report, policy);
}
function merge(files, folder) {
	try {
		return mergeBlobs(files, rules);
	} catch (error) {
		if (!(error instanceof MismatchedReports)) throw error;
		throw new UsageError(`The reports in \`${folder}\` do not fit together: ${error.message}.`, { help: "Keep those of one run alone there: `sluice check --shard 1/4 -f blob=reports/1.json`, and so on." });
	}
}
/** Folders below are read too: artifacts of jobs are often unpacked into one each. */
function readReports(path, name) {
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(`There is no folder \`${name}\`.`);
	const files = readdirSync(path, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => entry.isFile() && entry.name.endsWith(".json")).map((entry) => join(entry.parentPath, entry.name)).sort();
	if (files.length === 0) throw new UsageError(`There is no report in \`${name}\`.`, { help: "`sluice check --shard 1/4 -f blob=reports/1.json` writes one." });
	return files.map((file) => ({
		name: file,
		text: readFileSync(file, "utf8")
	}));
}
//#endregion
export { mergeReports };
