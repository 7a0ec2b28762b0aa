import { r as UsageError } from "./errors.js";
import { i as gitRoot } from "./git.js";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
//#region src/host/atomic-write.ts
/** Writes a file whole or not at all: beside its place first, then renamed into it. */
function writeAtomically(path, content, { like, mode } = {}) {
	const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
	try {
		writeFileSync(temporary, content, {
			flag: "wx",
			...mode !== void 0 && { mode }
		});
		if (like) copyOwner(temporary, like);
		renameSync(temporary, path);
	} catch (error) {
		removeQuietly(temporary);
		throw error;
	}
}
/** Writes a file of a cache, in a folder for its owner alone: a full or read-only disk makes runs slower, not wrong. */
function writeForLater(path, content) {
	try {
		mkdirSync(dirname(path), {
			recursive: true,
			mode: 448
		});
		writeAtomically(path, content, { mode: 384 });
	} catch {}
}
function removeQuietly(path) {
	try {
		rmSync(path, { force: true });
	} catch {}
}
function copyOwner(path, { uid, gid, mode }) {
	if (process.getuid?.() === 0) chownSync(path, uid, gid);
	chmodSync(path, mode & 4095);
}
//#endregion
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
export { writeForLater as i, toPosix as n, writeAtomically as r, findRoot as t };
