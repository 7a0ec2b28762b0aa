import { r as UsageError } from "./errors.js";
import { i as gitRoot } from "./git.js";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
//#region src/cli/root.ts
/**
* The root for the paths of the command line. No path: the git root, else the current folder. One folder: that folder,
* unless the Flux paths in it start at the git root. Several paths, or files: the git root, and only their findings.
*/
function findRoot(paths, cwd) {
	const absolute = paths.map((path) => existing(path, cwd));
	const [first = cwd] = absolute;
	const folder = isFolder(first) ? first : dirname(first);
	const git = gitRoot(folder);
	if (paths.length === 0) {
		const root = git ?? cwd;
		return {
			root,
			paths: [],
			configFrom: cwd,
			top: root
		};
	}
	if (absolute.length === 1 && isFolder(first) && (git === void 0 || git === first || standsAlone(first, git))) return {
		root: first,
		paths: [],
		configFrom: first,
		top: git ?? first
	};
	const root = git ?? (isBelow(first, cwd) ? cwd : folder);
	const outside = absolute.find((path) => !isBelow(path, root));
	if (outside !== void 0) throw new UsageError(`\`${outside}\` is not below \`${root}\`, which the other paths belong to.`, { help: "Check one repository at a time." });
	return {
		root,
		paths: absolute.map((path) => toPosix(relative(root, path))),
		configFrom: folder,
		top: root
	};
}
function existing(path, cwd) {
	const absolute = resolve(cwd, path);
	if (existsSync(absolute)) return absolute;
	throw new UsageError(`There is no file or folder \`${path}\`.`, { help: `The current folder is \`${cwd}\`.` });
}
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
function isBelow(path, parent) {
	return path === parent || path.startsWith(parent.endsWith(sep) ? parent : parent + sep);
}
/** `/` on every system. */
function toPosix(path) {
	return sep === "/" ? path : path.replaceAll(sep, "/");
}
/** Enough to tell where Flux paths start. */
const filesLookedAt = 400;
/** Whether the Flux paths that files of `folder` name are found below it at least as often as below `git`. */
function standsAlone(folder, git) {
	const paths = yamlFiles(folder).flatMap(fluxPaths);
	const found = (root) => paths.filter((path) => isFolder(join(root, path))).length;
	return found(folder) >= found(git);
}
function yamlFiles(folder) {
	const files = [];
	const queue = [folder];
	for (let current = queue.shift(); current !== void 0 && files.length < filesLookedAt; current = queue.shift()) for (const entry of readdirSync(current, { withFileTypes: true })) {
		const path = join(current, entry.name);
		if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") queue.push(path);
		else if (entry.isFile() && /\.ya?ml$/u.test(entry.name)) files.push(path);
	}
	return files;
}
/** `spec.path` of Flux Kustomizations, read without a parser: a hint, nothing is judged by it. */
function fluxPaths(file) {
	const text = readFileSync(file, "utf8");
	if (!text.includes("kustomize.toolkit.fluxcd.io/")) return [];
	return [...text.matchAll(/^ {2}path:\s*["']?(\.?\/?[\w./-]+)/gmu)].map(([, path = ""]) => path);
}
//#endregion
export { toPosix as n, findRoot as t };
