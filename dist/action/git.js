import { promisify } from "node:util";
import { existsSync, lstatSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { execFile } from "node:child_process";
//#region src/host/cache-folder.ts
/** Room for the results of a few large repositories; the oldest go first. */
const defaultCacheBytes = 2 * 1024 * 1024 * 1024;
/** Where results are kept unless the user says otherwise; no folder without a home. */
function defaultCacheFolder(environment) {
	return join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache"), "sluice");
}
/** How much a cache folder holds; nothing when it is not there. */
function cacheUsage(folder) {
	return usageOf(listEntries(folder));
}
/** Removes what is old or too much, and what is left of interrupted writes; says what was removed. */
function pruneCache(folder, { maxBytes, maxAgeMs, now }) {
	const newestFirst = [...listEntries(folder)].sort((left, right) => right.usedMs - left.usedMs);
	let kept = 0;
	const removed = newestFirst.filter(({ path, bytes, usedMs }) => {
		if ((path.endsWith(".tmp") ? now - usedMs > 36e5 : now - usedMs > maxAgeMs) || kept + bytes > maxBytes) return true;
		kept += bytes;
		return false;
	});
	for (const { path } of removed) rmSync(path, { force: true });
	return usageOf(removed);
}
const day = 1440 * 60 * 1e3;
/** Once a day, keeps the cache below `maxBytes`. */
function pruneDaily(folder, maxBytes, now) {
	const marker = join(folder, "pruned");
	if (now - (statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0) < day) return;
	try {
		writeFileSync(marker, "");
		pruneCache(folder, {
			maxBytes,
			maxAgeMs: Number.POSITIVE_INFINITY,
			now
		});
	} catch {}
}
/** Removes everything that sluice keeps in the folder, and nothing else. */
function cleanCache(folder) {
	const entries = listEntries(folder);
	for (const kind of kindsOf(folder)) rmSync(join(folder, kind), {
		recursive: true,
		force: true
	});
	return usageOf(entries);
}
/** The names that sluice gives; a user may have named a folder that holds other things too. */
const ownName = /^(?:helm|inputs|kustomize|run|values|validate|verdicts|constraint|mirror|remote|content|pruned|engine-[0-9a-f]{64}\.wasm.*)$/u;
function kindsOf(folder) {
	return readNames(folder).filter((name) => ownName.test(name));
}
function listEntries(folder) {
	return kindsOf(folder).flatMap((kind) => entriesBelow(join(folder, kind)));
}
function entriesBelow(path) {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (!stats) return [];
	if (stats.isDirectory()) return readNames(path).flatMap((name) => entriesBelow(join(path, name)));
	return [{
		path,
		bytes: stats.size,
		usedMs: stats.mtimeMs,
		entries: 1
	}];
}
function readNames(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
function usageOf(entries) {
	return {
		entries: entries.length,
		bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0)
	};
}
//#endregion
//#region src/resolve/normalize-url.ts
/**
* One form for the addresses of one Git repository: without scheme, user, default port, trailing slash and `.git`
* (`flux-semantics.md` 9.2).
*/
function normalizeGitUrl(url) {
	const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/u.exec(url);
	const [host = "", ...rest] = (scp && !url.includes("://") ? `${scp[1]}/${scp[2]}` : url.replace(/^[a-z+]+:\/\//iu, "")).replace(/^[^/@]*@/u, "").split("/");
	const path = rest.join("/").replace(/\/+$/u, "").replace(/\.git$/u, "");
	const bare = host.toLowerCase().replace(/:(?:22|80|443)$/u, "");
	const name = bare === "ssh.github.com" ? "github.com" : bare;
	return normalizeAzure(name, foldsCase(name) ? path.toLowerCase() : path);
}
/** GitHub and GitLab do not tell `Org/Repo` from `org/repo`. */
function foldsCase(host) {
	return host === "github.com" || host === "gitlab.com";
}
function normalizeAzure(host, path) {
	const ssh = host === "ssh.dev.azure.com" ? /^v3\/([^/]+)\/([^/]+)\/(.+)$/u.exec(path) : void 0;
	return ssh ? `dev.azure.com/${ssh[1]}/${ssh[2]}/_git/${ssh[3]}` : `${host}/${path}`;
}
//#endregion
//#region src/host/git.ts
const run = promisify(execFile);
/**
* What git may not do here, whatever the repository's own configuration says (`safety.md` row 12): ask, fetch, run hooks
* or monitors. The owner of the folder does not matter, since nothing of it is run.
*/
const safeGitOptions = [
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"protocol.allow=never",
	"-c",
	"safe.directory=*"
];
/** The nearest folder from `folder` upwards that is a git work tree; undefined outside of one. */
function gitRoot(folder) {
	for (let current = folder;; current = dirname(current)) {
		if (existsSync(join(current, ".git"))) return current;
		if (dirname(current) === current) return void 0;
	}
}
/** What `git` prints; undefined when there is no git, or when it fails. */
async function runGit(folder, args, environment) {
	try {
		const { stdout } = await run("git", [...safeGitOptions, ...args], {
			cwd: folder,
			env: gitEnvironment(environment),
			maxBuffer: 256 * 1024 * 1024,
			timeout: 3e4,
			windowsHide: true
		});
		return stdout;
	} catch {
		return;
	}
}
/** Files of the work tree below `folder` that git tracks or would track; undefined when git cannot tell. */
async function gitFiles(folder, environment) {
	if (gitRoot(folder) === void 0) return void 0;
	return (await runGit(folder, [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	], environment))?.split("\0").filter((path) => path !== "");
}
/** The environment of git: nothing of the user's configuration, and no question. */
function gitEnvironment({ PATH, SYSTEMROOT }) {
	return {
		PATH,
		SYSTEMROOT,
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
}
/** The addresses of the repository whose root `folder` is, in the form in which sources are compared. */
async function gitRemotes(folder, environment) {
	if (gitRoot(folder) !== folder) return [];
	const urls = (await runGit(folder, [
		"config",
		"-z",
		"--get-regexp",
		"^remote\\..*\\.url$"
	], environment) ?? "").split("\0").flatMap((entry) => entry.split("\n").slice(1));
	return [...new Set(urls.filter((url) => url !== "").map(normalizeGitUrl))];
}
//#endregion
export { runGit as a, cacheUsage as c, defaultCacheFolder as d, pruneCache as f, gitRoot as i, cleanCache as l, gitFiles as n, safeGitOptions as o, pruneDaily as p, gitRemotes as r, normalizeGitUrl as s, gitEnvironment as t, defaultCacheBytes as u };
