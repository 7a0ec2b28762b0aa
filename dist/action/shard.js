import { r as UsageError } from "./errors.js";
import { a as runGit, o as safeGitOptions, t as gitEnvironment } from "./git.js";
import { n as toPosix } from "./root.js";
import { t as parseBatch } from "./cat-file.js";
import { n as shareOf } from "./shard3.js";
import { relative, resolve } from "node:path";
import { spawn } from "node:child_process";
//#region src/host/git-tree.ts
/** The commit that both `ref` and HEAD come from, or else `ref` itself; undefined when git knows no such commit. */
async function commonCommit(root, ref, environment) {
	const commit = (await runGit(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	], environment))?.trim();
	if (!commit) return void 0;
	return (await runGit(root, [
		"merge-base",
		commit,
		"HEAD"
	], environment))?.trim() || commit;
}
/** The files below `root` as they are in a commit; undefined when git cannot tell. */
async function commitTree(root, commit, environment) {
	const output = await runGit(root, [
		"ls-tree",
		"-r",
		"-z",
		commit
	], environment);
	return output === void 0 ? void 0 : treeOf(root, blobsIn(output, /^(\d+) blob ([0-9a-f]+)\t(.*)$/su), environment);
}
/** The files below `root` as they are in the index: what the next commit will hold; undefined when git cannot tell. */
async function indexTree(root, environment) {
	const output = await runGit(root, [
		"ls-files",
		"-s",
		"-z"
	], environment);
	return output === void 0 ? void 0 : treeOf(root, blobsIn(output, /^(\d+) ([0-9a-f]+) [02]\t(.*)$/su), environment);
}
/** `160000` is a submodule, whose files are in another repository. */
function blobsIn(output, pattern) {
	return output.split("\0").flatMap((entry) => {
		const [, mode, id, path] = pattern.exec(entry) ?? [];
		if (mode === void 0 || id === void 0 || path === void 0 || mode === "160000") return [];
		return path.split("/").includes("node_modules") ? [] : [{
			path,
			id,
			link: mode === "120000"
		}];
	});
}
function treeOf(root, blobs, environment) {
	const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
	let contents;
	const read = async () => {
		contents ??= readBlobs(root, [...new Set(blobs.map(({ id }) => id))], environment);
		return await contents;
	};
	return {
		files: {
			list: async () => {
				const known = await read();
				return blobs.map(({ path, id, link }) => ({
					path,
					link,
					size: known.get(id)?.length ?? 0
				})).sort((left, right) => left.path < right.path ? -1 : 1);
			},
			read: async (_root, path) => {
				const bytes = (await read()).get(byPath.get(path)?.id ?? "");
				if (!bytes) throw new Error("git does not have its content");
				return bytes;
			}
		},
		ids: new Map(blobs.map(({ path, id }) => [path, id]))
	};
}
/** The contents of blobs, by id: one process for all of them. Those that git does not have are missing. */
function readBlobs(root, ids, environment) {
	return new Promise((resolve, reject) => {
		const child = spawn("git", [
			...safeGitOptions,
			"cat-file",
			"--batch"
		], {
			cwd: root,
			env: gitEnvironment(environment, root),
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			windowsHide: true
		});
		const chunks = [];
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.on("error", reject);
		child.stdin.on("error", () => void 0);
		child.on("close", () => resolve(parseBatch(Buffer.concat(chunks))));
		child.stdin.end(ids.map((id) => `${id}\n`).join(""));
	});
}
//#endregion
//#region src/cli/change-flag.ts
/** Flags that narrow the report to a change. */
const changeFlagNames = [
	"staged",
	"since",
	"changed"
];
/** The flag that narrows the report to a change; undefined when none does. Several, or one that does not fit others, are refused. */
function changeFlag(flags) {
	const [first, second] = changeFlagNames.filter((name) => flags.text(name) !== void 0 && flags.text(name) !== "false");
	if (first === void 0) return void 0;
	const wrong = second ?? (flags.switch("update-baseline") ? "update-baseline" : void 0);
	if (wrong === void 0) return first;
	throw new UsageError(`\`${flags.source(first)}\` and \`${flags.source(wrong)}\` do not go together.`, { help: "Use one of them." });
}
/** Refuses a tree that is not there, for want of git. */
function needed(tree, flags) {
	if (tree) return tree;
	const flag = changeFlag(flags) ?? "since";
	throw new UsageError(`\`${flags.source(flag)}\` needs a git repository.`);
}
//#endregion
//#region src/cli/tree-files.ts
/** With `--staged` the index is checked, whatever the work tree holds. */
async function withStagedFiles(host, root, { flags, io }) {
	if (changeFlag(flags) !== "staged") return host;
	return withTree(host, root, needed(await indexTree(root, io.environment), flags));
}
/** Mirrors and local sources stay those of the disk, unless they are folders of the tree. */
function withTree(host, root, { files, ids }) {
	const of = (folder) => {
		if (folder === root) return files;
		const path = toPosix(relative(root, resolve(folder)));
		return [...ids.keys()].some((known) => known.startsWith(`${path}/`)) ? filesBelow(files, root, path) : host.files;
	};
	return {
		...host,
		files: {
			list: (folder) => of(folder).list(folder),
			read: (folder, path) => of(folder).read(folder, path)
		}
	};
}
/** A folder of a tree, with paths relative to it. */
function filesBelow(files, root, folder) {
	const prefix = `${folder}/`;
	return {
		list: async () => (await files.list(root)).filter(({ path }) => path.startsWith(prefix)).map((file) => ({
			...file,
			path: file.path.slice(prefix.length)
		})),
		read: (_folder, path) => files.read(root, prefix + path)
	};
}
//#endregion
//#region src/cli/shard.ts
/** What `--shard` says; undefined without it. Flags that do not go with a share are refused. */
function shardFlag(flags) {
	const text = flags.text("shard");
	const other = [
		"fix",
		"diff",
		"update-baseline",
		"quiet"
	].find((name) => flags.switch(name) === true);
	if (text === void 0) return void 0;
	if (other !== void 0) throw new UsageError(`\`${flags.source("shard")}\` and \`${flags.source(other)}\` do not go together.`, { help: other === "quiet" ? "Give it to `sluice merge-reports`." : "Use one of them: a shard sees a share of the findings." });
	const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? [];
	if (index === void 0 || count === void 0 || index < 1 || index > count) throw new UsageError(`\`${flags.source("shard")}\` is \`${text}\`; it takes I/N, such as \`2/4\`: the second of four.`);
	return {
		index,
		count
	};
}
/** The shard's share of a report, and of what run it is. */
function shareOfReport(report, shard, { workspace, host, request, config }) {
	if (shard === void 0) return report;
	const { mirrors: _, localSources: __, ...options } = request.options;
	const files = workspace.files.map(({ source }) => [source.path, host.digest(source.text)]);
	const rules = [...config.rules];
	return shareOf(report, {
		shard,
		run: host.digest(JSON.stringify([
			report.tool,
			options,
			rules,
			files
		])),
		digest: host.digest
	});
}
//#endregion
export { changeFlag as a, commonCommit as c, withTree as i, indexTree as l, shareOfReport as n, needed as o, withStagedFiles as r, commitTree as s, shardFlag as t };
