import { n as visibleLines, t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { t as count } from "./count.js";
import { a as runGit, s as writeGit } from "./git.js";
import { t as rules } from "./rules.js";
import { n as reportFailure, t as exitCodes } from "./failure.js";
import { C as checkWorkspace, T as buildOf, _ as fixWorkspace, a as withSession, d as narrowToChange, i as withRun, l as changeFlag, o as shardFlag, r as say, s as shareOfReport, t as cacheFolder, u as changeOf, v as createReport, x as loadFiles } from "./session.js";
import { t as checkSettings } from "./settings.js";
import { t as writeAtomically } from "./atomic-write.js";
import { t as compareText } from "./merge-findings.js";
import { t as findRoot } from "./root.js";
import { n as updateBaseline, t as loadBaseline } from "./baseline.js";
import { a as mergeBlobs, n as maxFindingsOf, o as exitCodeOf, r as showReport, t as exitPolicy } from "./result-flags.js";
import { d as FILE_HEADERS_ONLY, f as formatPatch, p as structuredPatch, u as reportBlob } from "./reporters.js";
import { t as reportTargets } from "./formats.js";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync, statSync, watch } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
//#region src/host/node-writer.ts
/** Changes files of the disk; only such as are still what was read from them. */
const nodeWriter = {
	refusal: (file) => check$1(file).refusal,
	replace: (file, text) => {
		const { refusal, stats } = check$1(file);
		if (refusal !== void 0) return refusal;
		try {
			writeAtomically(join(file.root, file.path), text, { ...stats && { like: stats } });
			return;
		} catch (error) {
			return `cannot be written: ${messageOf(error)}`;
		}
	}
};
function check$1({ root, path, text }) {
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
//#region src/build/testimony.ts
/** Puts down what is asked of a host. The engine is left out: its answers follow from the questions. */
function watched(host) {
	const answers = /* @__PURE__ */ new Map();
	const note = (question, answer) => {
		const key = JSON.stringify(question);
		if (!answers.has(key)) answers.set(key, [question, host.digest(shortened(answer))]);
	};
	const ask = async (question, answer) => {
		try {
			const given = await answer;
			note(question, given);
			return given;
		} catch (error) {
			note(question, failure(error));
			throw error;
		}
	};
	const { files, remote, fetchSchema, schemas } = host;
	return {
		host: {
			...host,
			files: watchedFiles(files, ask),
			...remote && { remote: watchedSources(remote, ask) },
			...fetchSchema && { fetchSchema: (url, offline) => ask({
				ask: "schema",
				url,
				offline
			}, fetchSchema(url, offline)) },
			schemas: {
				...schemas,
				fileAt: (path) => {
					const schema = schemas.fileAt(path);
					note({
						ask: "schema file",
						path
					}, schema);
					return schema;
				}
			}
		},
		testimony: () => [...answers.values()]
	};
}
/** Whether the world still answers as it did. What is asked last may have followed from an earlier answer, so all have to agree. */
async function stillHolds(testimony, host) {
	const agrees = async ([question, answer]) => {
		const given = await asked(question, host).catch(failure);
		return host.digest(shortened(given)) === answer;
	};
	const isNear = ([{ ask }]) => ask === "list" || ask === "read" || ask === "schema file";
	for (const part of [testimony.filter(isNear), testimony.filter((one) => !isNear(one))]) if ((await Promise.all(part.map(agrees))).includes(false)) return false;
	return true;
}
async function asked(question, host) {
	switch (question.ask) {
		case "list": return await host.files.list(question.root);
		case "read": return await host.files.read(question.root, question.path);
		case "chart": return await host.remote?.find(question.request);
		case "artifact": return await host.remote?.artifact(question.request);
		case "mirror": return (await host.remote?.mirror(question.place.url, question.place.offline))?.status;
		case "charts of mirror": return await (await openMirror(host, question.place))?.entries(question.chart);
		case "chart of mirror": return await (await openMirror(host, question.place))?.read(question.chart, question.entry);
		case "schema": return await host.fetchSchema?.(question.url, question.offline);
		case "schema file": return host.schemas.fileAt(question.path);
	}
}
function watchedFiles(files, ask) {
	return {
		list: (root) => ask({
			ask: "list",
			root
		}, files.list(root)),
		read: (root, path) => ask({
			ask: "read",
			root,
			path
		}, files.read(root, path))
	};
}
function watchedSources(remote, ask) {
	return {
		find: (request) => ask({
			ask: "chart",
			request
		}, remote.find(request)),
		artifact: (request) => ask({
			ask: "artifact",
			request
		}, remote.artifact(request)),
		mirror: async (url, offline) => {
			const place = {
				url,
				offline
			};
			const opening = remote.mirror(url, offline);
			await ask({
				ask: "mirror",
				place
			}, opening.then(({ status }) => status));
			const mirror = await opening;
			return mirror.status === "ok" ? watchedMirror(mirror, place, ask) : mirror;
		}
	};
}
function watchedMirror(mirror, place, ask) {
	return {
		status: "ok",
		entries: (chart) => ask({
			ask: "charts of mirror",
			place,
			chart
		}, mirror.entries(chart)),
		read: (chart, entry) => ask({
			ask: "chart of mirror",
			place,
			chart,
			entry
		}, mirror.read(chart, entry))
	};
}
async function openMirror({ remote }, { url, offline }) {
	const mirror = await remote?.mirror(url, offline);
	return mirror?.status === "ok" ? mirror : void 0;
}
/** Bytes are what they are, and an archive is its digest. */
function shortened(answer) {
	if (answer instanceof Uint8Array) return answer;
	const isChart = (value) => typeof value === "object" && value !== null && "archive" in value;
	if (!isChart(answer)) return JSON.stringify(answer) ?? "";
	const { archive: _, ...rest } = answer;
	return JSON.stringify(rest);
}
function failure(error) {
	return { failed: error instanceof Error ? error.message : String(error) };
}
//#endregion
//#region src/cli/remembered-run.ts
const kind = "runs";
/**
* A run with the same files, options and settings as an earlier one, in a world that answers as it did (mirrors, sources on
* the network, schemas), has the same report: nothing is parsed, built or judged again. The files are part of the key, so what an entry
* holds is open only to those who have them (see `sealEntry`), and each branch of a repository has an entry of its own.
*/
async function rememberedRun(run, settings, { rules, isDrawn }) {
	const { host, request } = run;
	host.observer?.phase("load");
	const tree = await readTree(host.files, request.root, request.options.exclude);
	const key = keyOf(run, [settings, isDrawn], tree);
	const entry = await readEntry(host, key);
	const report = entry !== void 0 && await stillHolds(entry.testimony, host) ? reportIn(entry, rules) : void 0;
	const seen = watched(host);
	return {
		...report && { report },
		host: {
			...seen.host,
			files: inFrontOf(seen.host.files, tree)
		},
		remember: async (found) => {
			if (found.crashes.length > 0 || host.engine.answers?.() === void 0) return;
			const made = {
				testimony: seen.testimony(),
				blob: reportBlob(isDrawn ? found : withoutPictures(found))
			};
			await host.cache.put(kind, key, new TextEncoder().encode(JSON.stringify(made)));
		}
	};
}
/** Graphs and rendered objects take their time, and few formats show them. */
function withoutPictures({ graphs: _, objectOf: __, ...report }) {
	return report;
}
async function readTree(files, root, exclude) {
	const listed = await files.list(root);
	const { files: read } = await loadFiles({
		...files,
		list: async () => listed
	}, root, exclude);
	return {
		root,
		listed,
		contents: new Map(read.map(({ path, bytes }) => [path, bytes]))
	};
}
/** What was read is not read again: all of the run sees one state of the tree. */
function inFrontOf(files, { root, listed, contents }) {
	return {
		list: async (folder) => folder === root ? listed : await files.list(folder),
		read: async (folder, path) => (folder === root ? contents.get(path) : void 0) ?? await files.read(folder, path)
	};
}
/** All that a report depends on, apart from what is asked of the world. */
function keyOf({ host, request, lock }, wanted, { listed, contents }) {
	const { root: _, ...how } = request;
	const files = listed.map(({ path, size, link }) => {
		const content = contents.get(path);
		return [
			path,
			size,
			link,
			content ? host.digest(content) : null
		];
	});
	const parts = [
		buildOf(version),
		host.engine.digest,
		how,
		[...lock],
		wanted,
		files
	];
	return host.digest(JSON.stringify(parts, plain));
}
/** Maps and sets as lists. */
function plain(_key, value) {
	return value instanceof Map || value instanceof Set ? [...value] : value;
}
async function readEntry({ cache }, key) {
	const bytes = await cache.get(kind, key);
	return bytes && JSON.parse(new TextDecoder().decode(bytes));
}
function reportIn({ blob }, rules) {
	return mergeBlobs([{
		name: "the remembered run",
		text: blob
	}], rules);
}
//#endregion
//#region src/host/watch-folder.ts
/** Editors write a file in several steps. */
const quietMs = 150;
const passedOver = new Set([".git", "node_modules"]);
/** Watches from now on. What `isOwn` names, absolute, is written by the one who watches, and no change. */
function watchFolder(folder, { signal, isOwn }) {
	let first;
	let timer;
	let settle;
	const deliver = () => {
		if (first === void 0 && !signal.aborted) return;
		settle?.(signal.aborted ? void 0 : first);
		if (settle) first = void 0;
		settle = void 0;
	};
	const watcher = watch(folder, {
		recursive: true,
		signal
	}, (_event, name) => {
		if (name === null || name.split(sep).some((part) => passedOver.has(part))) return;
		if (isOwn(resolve(folder, name))) return;
		first ??= name;
		clearTimeout(timer);
		timer = setTimeout(deliver, quietMs);
	});
	signal.addEventListener("abort", deliver);
	watcher.on("error", () => void 0);
	return {
		changed: () => new Promise((resolveChange) => {
			settle = resolveChange;
			clearTimeout(timer);
			timer = setTimeout(deliver, first === void 0 ? 0 : quietMs);
		}),
		close: () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", deliver);
			watcher.close();
		}
	};
}
//#endregion
//#region src/cli/own-files.ts
/** Tells the files that a run writes itself from those of the user: by name, through symbolic links too, or by identity. */
function ownFiles({ files, folders, streams }) {
	return (path) => {
		const place = realPath(path);
		return files.some((file) => `${place}.`.startsWith(`${realPath(file)}.`)) || folders.some((folder) => `${place}${sep}`.startsWith(`${realPath(folder)}${sep}`)) || isOneOf(streams, path);
	};
}
/** The name may be gone, or not be there yet; its folder is. */
function realPath(path) {
	try {
		return join(realpathSync(dirname(path)), basename(path));
	} catch {
		return path;
	}
}
function isOneOf(files, path) {
	if (files.length === 0) return false;
	try {
		const { dev, ino } = statSync(path, { bigint: true });
		return files.some((file) => file.dev === dev && file.ino === ino);
	} catch {
		return false;
	}
}
//#endregion
//#region src/cli/watching.ts
/** What changes files, or does not look at those that are watched. */
const others = [
	"fix",
	"diff",
	"update-baseline",
	"staged"
];
/** `sluice check --watch`: checks, and checks again whenever a file below the root has changed, until Ctrl-C. */
async function checkOnChange(context, check) {
	const { flags, io, cwd, errorStyle } = context;
	const wrong = others.find((name) => flags.switch(name) === true);
	if (wrong !== void 0) throw new UsageError(`\`${flags.source("watch")}\` and \`${flags.source(wrong)}\` do not go together.`, { help: "Use one of them." });
	const { root } = findRoot(context.arguments, cwd);
	const isOwn = ownFiles({
		files: reportTargets(flags, cwd, io.environment).flatMap(({ file }) => file ?? []),
		folders: [cacheFolder(context) ?? []].flat(),
		streams: [io.stdout, io.stderr].flatMap(({ file }) => file ?? [])
	});
	const watched = watchFolder(root, {
		signal: io.signal,
		isOwn
	});
	try {
		await check(context);
		for (;;) {
			if (io.signal.aborted) return exitCodes.interrupted;
			io.stderr.write(errorStyle("dim", "Waiting for changes; Ctrl-C ends.\n"));
			const path = await watched.changed();
			if (path === void 0) return exitCodes.interrupted;
			io.stderr.write(errorStyle("dim", `\n${visible(path)} has changed.\n`));
			await checkAgain(context, check);
		}
	} finally {
		watched.close();
	}
}
/** A mistake made while watching is reported, and may be corrected. */
async function checkAgain(context, check) {
	const { io, errorStyle, flags } = context;
	try {
		await check(context);
	} catch (error) {
		if (io.signal.aborted) return;
		reportFailure(error, io, {
			style: errorStyle,
			debug: flags.switch("debug") === true
		});
	}
}
//#endregion
//#region src/cli/commands/check.ts
/** `sluice check`: reports what Flux would stumble over, and repairs what it is asked to. */
async function check(context) {
	if (context.flags.switch("watch") === true) return await checkOnChange(context, checkOnce);
	return await checkOnce(context);
}
async function checkOnce(context) {
	if (context.flags.switch("diff") === true) return await checkForPatch(context);
	const { flags, cwd, io } = context;
	changeFlag(flags);
	const targets = reportTargets(flags, cwd, io.environment);
	const policy = exitPolicy(flags);
	const shard = shardFlag(flags);
	maxFindingsOf(flags);
	return await withRun(context, context.arguments, { lock: "held" }, async (run) => {
		const settings = settingsOf(run, context);
		const isDrawn = targets.some(({ format }) => format === "html" || format === "blob");
		const seen = isPlain(context) ? await rememberedRun(run, settings, {
			rules,
			isDrawn
		}) : void 0;
		const checkedNow = async () => await checkSession(await run.open(seen?.host ?? run.host), settings, {
			context,
			shard
		});
		const { report, unfixed } = seen?.report ? {
			report: seen.report,
			unfixed: 0
		} : await checkedNow();
		if (seen?.report) say(context, ["nothing has changed since an earlier run: this is its report"]);
		run.clock.phase("report");
		showReport(flags.switch("no-timing") ? report : {
			...report,
			timing: run.clock.read()
		}, {
			targets,
			root: run.checked.root
		}, context);
		reportCrashes(report, context);
		if (!seen?.report) await seen?.remember(report);
		return unfixed > 0 ? exitCodes.incomplete : exitCodeOf(report, policy);
	});
}
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
/** The report is about all that is there, the run changes nothing, and there is a cache: an earlier one may stand for it. */
function isPlain(context) {
	const { flags } = context;
	if (cacheFolder(context) === void 0) return false;
	return !["fix", "update-baseline"].some((name) => flags.switch(name) === true) && changeFlag(flags) === void 0 && flags.text("shard") === void 0;
}
/** `sluice check --diff`: what `--fix` would change, as a patch; exit 1 when there is something. */
async function checkForPatch(context) {
	const { flags, io } = context;
	changeFlag(flags);
	shardFlag(flags);
	const report = ["format", "statistics"].find((name) => flags.text(name) !== void 0);
	if (report !== void 0) throw new UsageError(`\`${flags.source(report)}\` asks for a report; \`${flags.source("diff")}\` prints a patch instead.`, { help: "Run it once for each." });
	const policy = exitPolicy(flags);
	return await withSession(context, context.arguments, { lock: "held" }, async (session) => {
		const change = await changeOf(session, context);
		const fixes = await tryFixes(session, {
			settings: settingsOf(session, context),
			change,
			index: void 0
		}, context);
		const report = createCheckReport(fixes, session, context);
		io.signal.throwIfAborted();
		const isEmpty = printPatch(fixes, session, context);
		reportCrashes(report, context);
		const code = exitCodeOf(report, {
			...policy,
			failOn: "never",
			maxWarnings: void 0
		});
		if (code !== exitCodes.clean || isEmpty || policy.exitZero) return code;
		return exitCodes.findings;
	});
}
function settingsOf({ config, checked }, context) {
	const baseline = loadBaseline(context, checked);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	return checkSettings(context.flags, config, {
		rules,
		paths: checked.paths,
		baseline,
		today
	});
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
/** The format of the report must not decide whether a bug is seen: it is said on stderr too. */
function reportCrashes({ crashes }, { io, errorStyle }) {
	for (const { rule, message } of crashes) io.stderr.write(`${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`);
}
//#endregion
export { check };
