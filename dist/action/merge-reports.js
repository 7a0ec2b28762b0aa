import { r as UsageError } from "./errors.js";
import { t as rules } from "./rules.js";
import { t as findRoot } from "./root.js";
import { a as mergeBlobs, i as MismatchedReports, r as showReport, s as exitCodeOf, t as exitPolicy } from "./result-flags.js";
import { n as reportTargets } from "./formats.js";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
//#region src/cli/commands/merge-reports.ts
/** `sluice merge-reports DIR`: one report out of the reports of all shards, each in a file `*.json` of the folder. */
async function mergeReports(context) {
	const { flags, io, cwd } = context;
	const [folder = "."] = context.arguments;
	const targets = reportTargets(flags, cwd, io.environment);
	const policy = exitPolicy(flags);
	const report = merge(readReports(resolve(cwd, folder), folder), folder);
	await showReport(report, {
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
