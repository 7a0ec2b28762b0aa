import { t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { i as defaultCacheBytes, n as cleanCache, o as pruneCache, t as cacheUsage } from "./cache-folder.js";
import { t as count } from "./count.js";
import { n as nearestName } from "./nearest-name.js";
import { t as cacheFolder } from "./cache-dir.js";
import { t as exitCodes } from "./failure.js";
import { n as parseSize, t as formatSize } from "./parse-size.js";
//#region src/cli/commands/cache.ts
const actions = [
	"info",
	"clean",
	"prune"
];
/** `sluice cache info|clean|prune`. */
async function cache(context) {
	const { io, flags } = context;
	const [action = ""] = context.arguments;
	const folder = cacheFolder(context) ?? "";
	if (!actions.includes(action)) {
		const nearest = nearestName(action, actions);
		throw new UsageError(`\`sluice cache\` does not know \`${action}\`; it takes \`info\`, \`clean\` or \`prune\`.`, { help: nearest && `Did you mean \`${nearest}\`?` });
	}
	if (action === "clean") io.stdout.write(removed(cleanCache(folder)));
	if (action === "prune") {
		const size = flags.text("max-size");
		const maxBytes = size === void 0 ? defaultCacheBytes : parseSize(size, flags.source("max-size"));
		const maxAgeMs = flags.duration("max-age") ?? Number.POSITIVE_INFINITY;
		io.stdout.write(removed(pruneCache(folder, {
			maxBytes,
			maxAgeMs,
			now: Date.now()
		})));
	}
	const { entries, bytes } = cacheUsage(folder);
	io.stdout.write(`${visible(folder)}: ${count(entries, "file")}, ${formatSize(bytes)}\n`);
	return exitCodes.clean;
}
function removed({ entries, bytes }) {
	return `Removed ${count(entries, "file")}, ${formatSize(bytes)}.\n`;
}
//#endregion
export { cache };
