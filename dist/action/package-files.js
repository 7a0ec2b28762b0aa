import { fileURLToPath } from "node:url";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
//#region src/host/package-files.ts
/** The folder of this package: above `dist` when installed, above `src` when run from sources. */
function packageFolder() {
	for (let folder = dirname(fileURLToPath(import.meta.url));; folder = dirname(folder)) {
		if (existsSync(join(folder, "engine/dist/engine.json"))) return folder;
		if (dirname(folder) === folder) throw new Error("the package is not whole: engine/dist/engine.json is missing");
	}
}
/** The page of a rule; undefined when there is none. */
function readRulePage(rule) {
	const path = join(packageFolder(), "rules", rule.category, `${rule.id}.md`);
	return existsSync(path) ? readFileSync(path, "utf8") : void 0;
}
function readEngineFacts() {
	return JSON.parse(readFileSync(join(packageFolder(), "engine/dist/engine.json"), "utf8"));
}
//#endregion
export { readEngineFacts as n, readRulePage as r, packageFolder as t };
