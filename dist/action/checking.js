import { n as visibleLines, t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { a as runGit, s as writeGit } from "./git.js";
import { t as count } from "./count.js";
import { t as rules } from "./rules.js";
import { l as checkWorkspace } from "./create-graph.js";
import { t as compareText } from "./merge-findings.js";
import { a as createReport, n as fixWorkspace } from "./lint.js";
import { n as updateBaseline } from "./baseline.js";
import { t as writeAtomically } from "./atomic-write.js";
import { n as changeOf, r as narrowToChange } from "./changes.js";
import { n as shareOfReport } from "./shard.js";
import { n as formatPatch, r as structuredPatch, t as FILE_HEADERS_ONLY } from "./libesm.js";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
//#region src/host/node-writer.ts
/** Changes files of the disk; only such as are still what was read from them. */
const nodeWriter = {
	refusal: (file) => check(file).refusal,
	replace: (file, text) => {
		const { refusal, stats } = check(file);
		if (refusal !== void 0) return refusal;
		try {
			writeAtomically(join(file.root, file.path), text, { ...stats && { like: stats } });
			return;
		} catch (error) {
			return `cannot be written: ${messageOf(error)}`;
		}
	}
};
function check({ root, path, text }) {
	const place = join(root, path);
	try {
		const stats = lstatSync(place, { throwIfNoEntry: false });
		if (!stats) return { refusal: "is not there any more" };
		const refusal = refusalOf(stats, root, place) ?? difference(place, text);
		return refusal === void 0 ? { stats } : { refusal };
	} catch (error) {
		return { refusal: `cannot be read: ${messageOf(error)}` };
	}
}
function refusalOf(stats, root, place) {
	if (!stats.isFile()) return "is no file any more";
	const folder = relative(realpathSync(root), realpathSync(dirname(place)));
	if (folder === ".." || folder.startsWith(`..${sep}`)) return "lies outside of the checked folder";
	return (stats.mode & 146) === 0 ? "is read-only" : void 0;
}
function difference(place, text) {
	const bytes = readFileSync(place);
	if (bytes.equals(Buffer.from(text, "utf8"))) return void 0;
	return bytes.length > 1 && bytes.includes(0) && text.startsWith("﻿") ? "is not UTF-8" : "has changed since it was read";
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
//#endregion
//#region src/host/git-index.ts
/**
* Reads the index below `root`; undefined when git cannot tell. Texts are stored as they are; but whenever git writes an index it
* compares files that were changed in the very second of the last one, by the filters that the clone is configured with.
*/
async function openIndex(root, environment) {
	const entries = await readEntries(root, environment);
	const prefix = await runGit(root, ["rev-parse", "--show-prefix"], environment);
	if (entries === void 0 || prefix === void 0) return void 0;
	return {
		refusal: ({ path, text }) => entryRefusal(entries.get(path), text) ?? workTreeRefusal(root, path, text),
		replaceAll: async (changes) => {
			const failed = /* @__PURE__ */ new Map();
			const now = await readEntries(root, environment);
			const lines = [];
			for (const { path, before, after } of changes) {
				const entry = now?.get(path);
				const reason = entryRefusal(entry, before);
				const id = reason ? "" : (await writeGit(root, [
					"hash-object",
					"-w",
					"--no-filters",
					"--stdin"
				], after, environment))?.trim();
				if (reason !== void 0) failed.set(path, reason);
				else if (!id) failed.set(path, "cannot be written into git's objects");
				else lines.push(`${entry?.mode} ${id}\t${prefix.trim()}${path}\0`);
			}
			const chosen = changes.filter(({ path }) => !failed.has(path));
			if ((lines.length === 0 || await writeGit(root, [
				"update-index",
				"-z",
				"--index-info"
			], lines.join(""), environment)) === void 0) {
				for (const { path } of chosen) failed.set(path, "cannot be written into git's index");
				return {
					failed,
					leftInWorkTree: []
				};
			}
			return {
				failed,
				leftInWorkTree: chosen.flatMap((change) => leftAlone(root, change))
			};
		}
	};
}
async function readEntries(root, environment) {
	const output = await runGit(root, [
		"ls-files",
		"-v",
		"-s",
		"-z"
	], environment);
	return output === void 0 ? void 0 : new Map(output.split("\0").flatMap((line) => {
		const [, tag, mode, id, stage, path] = /^(\S) (\d+) ([0-9a-f]+) (\d)\t(.*)$/su.exec(line) ?? [];
		if (!tag || !mode || !id || !stage || !path) return [];
		return [[path, {
			tag,
			mode,
			id,
			stage
		}]];
	}));
}
function entryRefusal(entry, text) {
	if (!entry) return "is not in git's index any more";
	if (entry.stage !== "0" || entry.tag === "M") return "is in conflict";
	if (entry.tag !== "H") return "is a file that git was told not to look at";
	if (!entry.mode.startsWith("100")) return "is no file";
	return blobId(text, entry.id.length) === entry.id ? void 0 : "is not UTF-8, or has changed in git's index since it was read";
}
/** The id that git gives a text; 64 digits long in repositories that use SHA-256. */
function blobId(text, length) {
	const content = Buffer.from(text, "utf8");
	return createHash(length === 64 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
/** How the work tree has a staged text: as it is, with the line breaks of Windows, or not at all. */
function workTreeForm(root, path, staged) {
	try {
		const text = readFileSync(join(root, path));
		if (text.equals(Buffer.from(staged, "utf8"))) return "same";
		return !staged.includes("\r") && text.equals(Buffer.from(withCrlf(staged), "utf8")) ? "crlf" : "other";
	} catch {
		return "other";
	}
}
function withCrlf(text) {
	return text.replaceAll("\n", "\r\n");
}
function workTreeRefusal(root, path, staged) {
	const form = workTreeForm(root, path, staged);
	if (form === "other") return void 0;
	return nodeWriter.refusal({
		root,
		path,
		text: form === "crlf" ? withCrlf(staged) : staged
	});
}
/** The path, if the work tree does not get the new text: it holds other edits, or cannot be written. */
function leftAlone(root, { path, before, after }) {
	const form = workTreeForm(root, path, before);
	if (form === "other") return [path];
	const inForm = form === "crlf" ? withCrlf : (text) => text;
	return nodeWriter.replace({
		root,
		path,
		text: inForm(before)
	}, inForm(after)) === void 0 ? [] : [path];
}
//#endregion
//#region src/report/unified-diff.ts
/** What `git apply` takes, with paths relative to the checked root; the empty string when nothing changes. */
function unifiedDiff(changes) {
	return changes.filter(({ before, after }) => before !== after).map(({ path, before, after }) => formatPatch(structuredPatch(`a/${path}`, `b/${path}`, before, after, void 0, void 0, { context: 3 }), FILE_HEADERS_ONLY)).join("");
}
//#endregion
//#region src/cli/fixing.ts
/** What fixing goes by; undefined without `--fix` and `--diff`. */
async function fixingOf({ request: { root } }, how, { flags, io }) {
	if (!(flags.switch("fix") === true || flags.switch("diff") === true)) return void 0;
	if (how.change?.flag !== "staged") return {
		...how,
		index: void 0
	};
	if (flags.switch("untrusted") === true) {
		const [untrusted, staged, fix] = [
			"untrusted",
			"staged",
			"fix"
		].map((name) => flags.source(name));
		throw new UsageError(`\`${untrusted}\` and \`${staged}\` with \`${fix}\` do not go together.`, { help: "When git writes an index it runs the filters that the clone is configured with." });
	}
	const index = await openIndex(root, io.environment);
	if (index) return {
		...how,
		index
	};
	throw new UsageError(`\`${flags.source("staged")}\` needs an index that git can read.`);
}
/** The repository with its fixes made in memory. */
async function tryFixes({ workspace, request, host, clock }, { settings, change, index }, { flags }) {
	clock.phase("fix");
	const { root } = request;
	const applicability = flags.switch("unsafe-fixes") === true ? "unsafe" : "safe";
	const writes = flags.switch("diff") !== true;
	const refusal = (path, text) => writes ? (index ?? nodeWriter).refusal({
		root,
		path,
		text
	}) : void 0;
	return await fixWorkspace(workspace, {
		...request,
		rules,
		settings,
		applicability,
		refusal,
		...change && { within: change.paths }
	}, host);
}
/** Writes the new texts, and says on stderr what was done; gives the number of files that could not be fixed. */
async function writeFixes({ texts, fixed, refused }, { workspace, request: { root } }, { context, index }) {
	const { io, errorStyle } = context;
	const changes = [...texts].map(([path, after]) => {
		return {
			path,
			before: workspace.file(path)?.source.text ?? "",
			after
		};
	});
	const { failed, leftInWorkTree } = index ? await index.replaceAll(changes) : {
		failed: writeFiles(root, changes),
		leftInWorkTree: []
	};
	const all = new Map([...refused, ...failed]);
	for (const [path, reason] of all) io.stderr.write(`${errorStyle("error", "not fixed:")} \`${visible(path)}\` ${visible(reason)}.\n`);
	for (const path of leftInWorkTree) io.stderr.write(`${errorStyle("warning", "fixed in the index only:")} \`${visible(path)}\` has other changes in the work tree, which stays as it is.\n`);
	const written = changes.filter(({ path }) => !failed.has(path)).length;
	io.stderr.write(`Fixed ${count(fixed.length, "problem")} in ${count(written, "file")}.\n`);
	return all.size;
}
function writeFiles(root, changes) {
	const failed = /* @__PURE__ */ new Map();
	for (const { path, before, after } of changes) {
		const reason = nodeWriter.replace({
			root,
			path,
			text: before
		}, after);
		if (reason !== void 0) failed.set(path, reason);
	}
	return failed;
}
/** Prints the fixes as a patch; gives whether there are none. */
function printPatch({ texts }, { workspace }, { io }) {
	const patch = unifiedDiff([...texts].map(([path, after]) => {
		return {
			path,
			before: workspace.file(path)?.source.text ?? "",
			after
		};
	}).sort((left, right) => compareText(left.path, right.path)));
	io.stdout.write(io.stdout.isTerminal ? shown(patch) : patch);
	return patch === "";
}
function shown(patch) {
	return patch.split("\n").map(visible).join("\n");
}
//#endregion
//#region src/cli/checking.ts
/** Checks an opened repository, and makes the fixes that are asked for. */
async function checkSession(session, settings, { context, shard }) {
	const change = await changeOf(session, context);
	const fixing = await fixingOf(session, {
		settings,
		change
	}, context);
	const fixes = fixing && await tryFixes(session, fixing, context);
	const report = shareOfReport(createCheckReport(await narrowToChange(withBaseline(fixes ?? checkNow(session, settings), settings, {
		session,
		context
	}), settings, {
		session,
		context,
		change
	}), session, context, change), shard, session);
	context.io.signal.throwIfAborted();
	const { index } = fixing ?? {};
	return {
		report,
		unfixed: fixes ? await writeFixes(fixes, session, {
			context,
			index
		}) : 0
	};
}
/** Makes a patch of the fixes; nothing is written. */
async function patchOf(session, settings, context) {
	const fixes = await tryFixes(session, {
		settings,
		change: await changeOf(session, context),
		index: void 0
	}, context);
	return {
		report: createCheckReport(fixes, session, context),
		print: () => printPatch(fixes, session, context)
	};
}
/** With `--update-baseline` all that was found becomes known, and the report is about what is left. */
function withBaseline(found, settings, { session, context }) {
	if (context.flags.switch("update-baseline") !== true) return found;
	const { workspace, result } = found;
	const { host, checked } = session;
	const baseline = updateBaseline(result.findings, settings, context, checked);
	return {
		workspace,
		result: checkWorkspace(workspace, rules, {
			settings: {
				...settings,
				baseline
			},
			digest: host.digest
		})
	};
}
function checkNow({ workspace, clock, host }, settings) {
	clock.phase("check");
	return {
		workspace,
		result: checkWorkspace(workspace, rules, {
			settings,
			digest: host.digest
		})
	};
}
function createCheckReport({ workspace, result }, { clock }, { flags, io }, change) {
	clock.phase("report");
	const tool = {
		name: "sluice",
		version
	};
	if (flags.switch("debug")) {
		for (const { error } of result.crashes) if (error instanceof Error) io.stderr.write(`${visibleLines(error.stack ?? error.message).join("\n")}\n`);
	}
	return createReport({
		tool,
		workspace,
		result,
		rules,
		...change && { changed: change.paths }
	});
}
//#endregion
export { checkSession, patchOf };
