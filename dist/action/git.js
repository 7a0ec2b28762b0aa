import { t as normalizeGitUrl } from "./normalize-url.js";
import { promisify } from "node:util";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { execFile } from "node:child_process";
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
	return await writeGit(folder, args, "", environment);
}
/** The same for a command that reads `input`. */
async function writeGit(folder, args, input, environment) {
	try {
		const running = run("git", [...safeGitOptions, ...args], {
			cwd: folder,
			env: gitEnvironment(environment, folder),
			maxBuffer: 256 * 1024 * 1024,
			timeout: 3e4,
			windowsHide: true
		});
		running.child.stdin?.on("error", () => void 0).end(input);
		return (await running).stdout;
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
function gitEnvironment(environment, folder) {
	const { PATH, SYSTEMROOT } = environment;
	const index = commitIndex(environment, folder);
	return {
		...index !== void 0 && { GIT_INDEX_FILE: index },
		PATH,
		SYSTEMROOT,
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
}
/** In a hook of `git commit --all` or `git commit PATH` the index that becomes the commit is another than the usual one. */
function commitIndex({ GIT_INDEX_FILE }, folder) {
	const root = GIT_INDEX_FILE === void 0 ? void 0 : gitRoot(folder);
	if (GIT_INDEX_FILE === void 0 || root === void 0) return void 0;
	try {
		const place = join(root, ".git");
		const [, linked = place] = statSync(place).isFile() ? /^gitdir: (.*)$/mu.exec(readFileSync(place, "utf8")) ?? [] : [];
		const file = resolve(GIT_INDEX_FILE);
		return realpathSync(dirname(file)) === realpathSync(resolve(root, linked)) && existsSync(file) ? file : void 0;
	} catch {
		return;
	}
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
export { runGit as a, gitRoot as i, gitFiles as n, safeGitOptions as o, gitRemotes as r, writeGit as s, gitEnvironment as t };
