import { a as defaultCacheFolder } from "./cache-folder.js";
import { resolve } from "node:path";
//#region src/cli/cache-dir.ts
/** Where results are kept; undefined with `--no-cache`. */
function cacheFolder({ flags, io, cwd }) {
	if (flags.switch("no-cache")) return void 0;
	const folder = flags.text("cache-dir");
	return folder === void 0 ? defaultCacheFolder(io.environment) : resolve(cwd, folder);
}
/**
* Where compiled code of sluice itself is kept; undefined where it is not. Node runs what it finds there, and cannot tell by a digest
* that nobody has changed it: so not in CI, where a cache goes from job to job, and not when a stranger's repository is
* checked.
*/
function compiledCodeFolder(context) {
	const { flags, io } = context;
	return io.environment.CI !== void 0 || flags.switch("untrusted") === true ? void 0 : cacheFolder(context);
}
//#endregion
export { compiledCodeFolder as n, cacheFolder as t };
