import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { t as findRoot } from "./root.js";
import { a as changeFlag, t as shardFlag } from "./shard.js";
import { t as loadFiles } from "./files.js";
import { t as cacheFolder } from "./cache-dir.js";
import { n as reportFailure, t as exitCodes } from "./failure.js";
import { t as buildOf } from "./node-host.js";
import { i as withSession, n as say, r as withRun } from "./session.js";
import { n as maxFindingsOf, o as reportOfBlob, r as showReport, s as exitCodeOf, t as exitPolicy } from "./result-flags.js";
import { n as reportTargets } from "./formats.js";
import { t as blobOf } from "./blob.js";
import { t as settingsOf } from "./run-settings.js";
import { realpathSync, statSync, watch } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
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
* `isDrawn`: whether a format shows graphs and rendered objects; they are remembered then.
*/
async function rememberedRun(run, settings, isDrawn) {
	const { host, request } = run;
	host.observer?.phase("load");
	const tree = await readTree(host.files, request.root, request.options.exclude);
	const key = keyOf(run, [settings, isDrawn], tree);
	const entry = await readEntry(host, key);
	const report = entry !== void 0 && await stillHolds(entry.testimony, host) ? reportOfBlob(entry.blob, entry.rules) : void 0;
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
				blob: blobOf(isDrawn ? found : withoutPictures(found)),
				rules: [...found.rules.values()]
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
		const settings = await settingsOf(run, context);
		const isDrawn = targets.some(({ format }) => format === "html" || format === "blob");
		const seen = isPlain(context) ? await rememberedRun(run, settings, isDrawn) : void 0;
		const checkedNow = async () => {
			const { checkSession } = await import("./checking.js");
			return await checkSession(await run.open(seen?.host ?? run.host), settings, {
				context,
				shard
			});
		};
		const { report, unfixed } = seen?.report ? {
			report: seen.report,
			unfixed: 0
		} : await checkedNow();
		if (seen?.report) say(context, ["nothing has changed since an earlier run: this is its report"]);
		run.clock.phase("report");
		await showReport(flags.switch("no-timing") ? report : {
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
		const { patchOf } = await import("./checking.js");
		const { report, print } = await patchOf(session, await settingsOf(session, context), context);
		io.signal.throwIfAborted();
		const isEmpty = print();
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
/** The format of the report must not decide whether a bug is seen: it is said on stderr too. */
function reportCrashes({ crashes }, { io, errorStyle }) {
	for (const { rule, message } of crashes) io.stderr.write(`${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`);
}
//#endregion
export { check };
