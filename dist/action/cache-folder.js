import { lstatSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
//#region src/build/cache.ts
/** What is kept apart in a cache: short words, which are folders on disk. */
const cacheKinds = [
	"constraint",
	"content",
	"helm",
	"inputs",
	"kustomize",
	"mirror",
	"remote",
	"run",
	"runs",
	"validate",
	"values",
	"verdicts"
];
//#endregion
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
/** Where Node keeps what it has compiled of sluice's own code. */
const codeFolder = "code";
/** The names that sluice gives; a user may have named a folder that holds other things too. */
const ownNames = new Set([
	...cacheKinds,
	codeFolder,
	"pruned"
]);
const unpackedEngine = /^engine-[0-9a-f]{64}\.wasm/u;
function kindsOf(folder) {
	return readNames(folder).filter((name) => ownNames.has(name) || unpackedEngine.test(name));
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
export { defaultCacheFolder as a, defaultCacheBytes as i, cleanCache as n, pruneCache as o, codeFolder as r, pruneDaily as s, cacheUsage as t };
