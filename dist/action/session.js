import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { i as defaultCacheBytes, s as pruneDaily } from "./cache-folder.js";
import { r as gitRemotes } from "./git.js";
import { n as nearestName } from "./nearest-name.js";
import { t as findRoot } from "./root.js";
import { r as withStagedFiles, t as shardFlag } from "./shard.js";
import { t as cacheFolder } from "./cache-dir.js";
import { m as parseLock, o as chooseBackend, p as lockKey, r as nodeHost, s as describeBackend } from "./node-host.js";
import { n as readText, r as unreadPolicies, t as loadConfig } from "./load-config.js";
import { i as workspaceOptions, n as networkOptions } from "./settings.js";
import { n as fitStart } from "./text-width.js";
import { join, resolve } from "node:path";
//#region src/cli/backend.ts
/** What builds and renders in this run; a native engine that is there and does not fit is named. */
function chosenBackend({ flags, io, cwd }, { render }) {
	const untrusted = flags.switch("untrusted") === true;
	if (untrusted && render === "helm") throw new UsageError(`\`${flags.source("untrusted")}\` and \`${flags.source("render")}\` with \`helm\` exclude each other.`, { help: "A stranger's charts are rendered in the sandbox of the embedded engine alone." });
	const helm = flags.text("helm");
	const backend = chooseBackend({
		render,
		untrusted,
		environment: io.environment,
		...helm !== void 0 && { helm: resolve(cwd, helm) }
	});
	const { refused } = backend;
	if (refused) io.stderr.write(`sluice: ${visible(refused.path)} is not used: ${refused.reason}. The embedded engine runs instead.\n`);
	if (flags.switch("verbose") === true) io.stderr.write(`sluice: engine ${visible(describeBackend(backend))}\n`);
	return backend;
}
//#endregion
//#region src/cli/phase-clock.ts
/** Starts to measure; `now` gives milliseconds. */
function createPhaseClock(now) {
	const started = now();
	const phases = /* @__PURE__ */ new Map();
	let current;
	const endCurrent = () => {
		if (current) phases.set(current.phase, (phases.get(current.phase) ?? 0) + now() - current.since);
	};
	return {
		phase: (phase) => {
			endCurrent();
			current = {
				phase,
				since: now()
			};
		},
		read: () => {
			endCurrent();
			current = current && {
				...current,
				since: now()
			};
			const rounded = [...phases].map(([phase, time]) => [phase, Math.round(time)]);
			return {
				totalMs: Math.round(now() - started),
				phases: Object.fromEntries(rounded)
			};
		}
	};
}
//#endregion
//#region src/cli/progress.ts
const shownAfterMs = 500;
const redrawMs = 100;
const heartbeatMs = 3e4;
const phaseNames = {
	load: "reading files",
	parse: "parsing",
	resolve: "finding clusters",
	build: "building",
	check: "checking",
	fix: "fixing",
	report: "writing the report"
};
/** How progress is shown under these circumstances. */
function progressMode(output, environment, wanted) {
	if (!wanted) return "off";
	if (environment.CI) return "heartbeat";
	return output.isTerminal && environment.TERM !== "dumb" ? "line" : "off";
}
/** Starts to show what is done. */
function createProgress(output, mode, now) {
	const started = now();
	let text = "";
	let isShown = false;
	let isStopped = false;
	const draw = () => {
		if (isStopped || now() - started < shownAfterMs || text === "") return;
		isShown = true;
		output.write(`\r\u001b[2K${fitStart(text, (output.columns || 80) - 1)}`);
	};
	const beat = () => output.write(`sluice: ${text}, ${Math.round((now() - started) / 1e3)} s\n`);
	const timer = mode === "off" ? void 0 : setInterval(mode === "line" ? draw : beat, mode === "line" ? redrawMs : heartbeatMs);
	timer?.unref();
	return {
		phase: (phase) => {
			text = phaseNames[phase];
		},
		progress: ({ done, what, cluster: { name, number, of } }) => {
			text = of > 1 ? `${bar(number - 1, of)} cluster ${number}/${of} ${visible(name)}: ${visible(what)}` : `${phaseNames.build} ${done}: ${visible(what)}`;
			if (mode === "line") draw();
		},
		stop: () => {
			clearInterval(timer);
			if (isShown) output.write("\r\x1B[2K");
			isShown = false;
			isStopped = true;
		}
	};
}
function bar(done, total) {
	const width = 20;
	const filled = Math.min(width, Math.round(done / total * width));
	return `[${"█".repeat(filled)}${"·".repeat(width - filled)}]`;
}
//#endregion
//#region src/cli/remote-cache.ts
/** `--remote-cache`: nothing with `--no-cache`. The address may hold a password: it is never shown. */
function remoteCacheOf({ flags, io }) {
	const text = flags.text("remote-cache");
	if (text === void 0 || flags.switch("no-cache") === true) return {};
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (!url || !/^https?:$/u.test(url.protocol) || url.search !== "" || url.hash !== "") throw new UsageError(`\`${flags.source("remote-cache")}\` takes an address such as \`https://cache.example.org\`.`, { help: "A server of Bazel's remote caches over HTTP: bazel-remote, nginx, and others." });
	const host = visible(url.host);
	const onFailure = (reason) => void io.stderr.write(`sluice: the remote cache at ${host} is not used any more: ${visible(reason)}\n`);
	return { remoteCache: {
		url,
		onFailure
	} };
}
//#endregion
//#region src/cli/session.ts
/** Beside the repository's own files, and in Git as they are. */
const lockName = "sluice.lock";
/** Opens the repository that the command line names, hands it to `use`, and tidies up whatever happens. */
async function withSession(context, paths, purpose, use) {
	return await withRun(context, paths, purpose, async (run) => await use(await run.open(run.host)));
}
/** Finds the repository that the command line names, hands it to `use` unopened, and tidies up whatever happens. */
async function withRun(context, paths, purpose, use) {
	const { flags, io, cwd } = context;
	const checked = findRoot(paths, cwd);
	const { config } = await loadConfig(context, checked);
	const options = workspaceOptions(flags, config, cwd);
	const cacheDir = cacheFolder(context);
	say(context, [
		`root ${checked.root}`,
		`configuration ${config.path ?? "none"}`,
		`cache ${cacheDir ?? "none"}`
	]);
	const clock = createPhaseClock(() => performance.now());
	const progress = startProgress(context);
	const fetched = /* @__PURE__ */ new Map();
	const create = (held) => createHost(context, {
		checked,
		options,
		cacheDir,
		fetched,
		lock: held,
		observer: both(clock, progress)
	});
	const lock = purpose.lock === "held" ? loadLock(context, checked) : /* @__PURE__ */ new Map();
	const host = await withStagedFiles(create(lock), checked.root, context);
	const { files, engine } = host;
	const heldTo = (other) => ({
		...create(other),
		files,
		engine
	});
	const stop = () => void host.engine.close();
	io.signal.addEventListener("abort", stop);
	try {
		const remotes = await gitRemotes(checked.root, io.environment);
		const skipped = unreadPolicies(config, checked);
		const request = {
			root: checked.root,
			options,
			remotes,
			skipped
		};
		const run = {
			checked,
			config,
			clock,
			host,
			request,
			lock,
			fetched,
			heldTo
		};
		const openWith = async (chosen) => {
			const workspace = await open({
				request,
				host: chosen
			}, context, purpose);
			progress.stop();
			return {
				...run,
				host: chosen,
				workspace
			};
		};
		return await use({
			...run,
			open: openWith
		});
	} finally {
		progress.stop();
		io.signal.removeEventListener("abort", stop);
		await host.engine.close();
		if (cacheDir !== void 0) pruneDaily(cacheDir, defaultCacheBytes, Date.now());
	}
}
/** A line on stderr for each, with `--verbose`. */
function say({ flags, io }, lines) {
	if (!flags.switch("verbose")) return;
	for (const line of lines) io.stderr.write(`sluice: ${visible(line)}\n`);
}
/** A stranger's build or render gets less time (`safety.md` row 11). */
const untrustedTimeoutMs = 1e4;
async function open(opening, { io }, { schemas }) {
	const { request, host } = opening;
	const { buildWorkspace, openWorkspace } = await import("./lint2.js");
	const workspace = await (schemas === "unread" ? buildWorkspace : openWorkspace)(request, host);
	io.signal.throwIfAborted();
	if (workspace.documents.length === 0) throw new UsageError(`There is no YAML file in \`${request.root}\`.`, { help: "Name the folder of a Flux repository." });
	await requireClusters(workspace, opening, openWorkspace);
	return workspace;
}
/** A cluster that is asked for must be there; if not, the message names those that are. */
async function requireClusters(workspace, { request, host }, build) {
	const { root, options } = request;
	const known = new Set(workspace.clusters.map(({ name }) => name));
	const missing = options.onlyClusters?.find((name) => !known.has(name));
	if (missing === void 0) return;
	const { onlyClusters: _, ...all } = options;
	const { clusters } = await build({
		root,
		options: {
			...all,
			render: "off"
		}
	}, host);
	const names = clusters.map(({ name }) => name).sort();
	const nearest = nearestName(missing, names);
	throw new UsageError(`There is no cluster \`${missing}\`.`, { help: nearest === void 0 ? `The clusters are ${names.map((name) => `\`${name}\``).join(", ") || "none"}.` : `Did you mean \`${nearest}\`?` });
}
/** A stranger's repository does not say what its sources have. */
function loadLock({ flags }, { root }) {
	const text = flags.switch("untrusted") ? void 0 : readText(join(root, lockName));
	const lock = text === void 0 ? /* @__PURE__ */ new Map() : parseLock(text);
	if (!("error" in lock)) return lock;
	throw new UsageError(`\`${lockName}\` cannot be read: ${lock.error}.`, { help: "Run `sluice lock` to write it anew." });
}
function startProgress({ io, flags }) {
	const isWanted = flags.switch("no-progress") !== true;
	return createProgress(io.stderr, progressMode(io.stderr, io.environment, isWanted), () => performance.now());
}
function both(clock, progress) {
	return {
		phase: (phase) => {
			clock.phase(phase);
			progress.phase(phase);
		},
		progress: progress.progress
	};
}
function createHost(context, { checked, options, cacheDir, lock, fetched, observer }) {
	const { flags, io } = context;
	const concurrency = flags.number("concurrency", ["auto"]);
	const backend = chosenBackend(context, options);
	const shard = shardFlag(flags);
	const timeoutMs = flags.duration("timeout") ?? (flags.switch("untrusted") ? untrustedTimeoutMs : void 0);
	return nodeHost({
		toolVersion: version,
		environment: io.environment,
		observer,
		label: checked.root,
		backend,
		network: networkOptions(flags, options, io.signal),
		lock,
		onFetched: (entry) => void fetched.set(lockKey(entry), entry),
		...cacheDir === void 0 ? {} : { cacheDir },
		...shard && { shard },
		...remoteCacheOf(context),
		...concurrency === void 0 ? {} : { concurrency: Math.max(1, concurrency) },
		...timeoutMs === void 0 ? {} : { timeoutMs }
	});
}
//#endregion
export { withSession as i, say as n, withRun as r, lockName as t };
