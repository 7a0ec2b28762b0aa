import { r as UsageError } from "./errors.js";
import { t as count } from "./count.js";
import { t as rules } from "./rules.js";
import { l as checkWorkspace } from "./create-graph.js";
import { r as openWorkspace } from "./lint.js";
import { a as changeFlag, c as commonCommit, i as withTree, l as indexTree, o as needed, s as commitTree } from "./shard.js";
import { createHash } from "node:crypto";
//#region src/check/changed-findings.ts
/**
* The findings that a change is to blame for: those in files that it touches, and those that were not there before,
* wherever they are. A source that was deleted is so reported at its users, which nobody has touched.
*/
function changedFindings(findings, before, changed) {
	const known = new Set(before.map(({ fingerprint }) => fingerprint));
	return findings.filter(({ location, fingerprint }) => changed.has(location.path) || !known.has(fingerprint));
}
//#endregion
//#region src/cli/changes.ts
/** The change that a flag asks for; undefined without one. */
async function changeOf({ workspace, host, request: { root } }, context) {
	const flag = changeFlag(context.flags);
	if (flag === void 0) return void 0;
	const base = await baseTree(root, context);
	return {
		flag,
		base,
		paths: await changedPaths(workspace, base, (path) => host.files.read(root, path))
	};
}
/** Leaves of what was found what the change is to blame for; all of it without one. */
async function narrowToChange(found, settings, { session: { host, request }, context, change }) {
	if (!change) return found;
	const { flag, base, paths: changed } = change;
	const { result, workspace } = found;
	const findingsBefore = async () => {
		return checkWorkspace(await openWorkspace(request, withTree(host, request.root, base)), rules, {
			settings,
			digest: host.digest
		}).findings;
	};
	const known = result.findings.every(({ location }) => changed.has(location.path)) ? [] : await findingsBefore();
	const findings = changedFindings(result.findings, known, changed);
	const hidden = result.findings.length - findings.length;
	if (hidden === 0) return {
		workspace,
		result: {
			...result,
			findings
		}
	};
	const skip = {
		what: `reporting ${count(hidden, "finding")} that the change is not to blame for`,
		reason: `${context.flags.source(flag)} narrows the report`,
		kind: "chosen"
	};
	return {
		workspace: {
			...workspace,
			skipped: [...workspace.skipped, skip]
		},
		result: {
			...result,
			findings
		}
	};
}
async function baseTree(root, { flags, io }) {
	const ref = flags.text("since") ?? "HEAD";
	const commit = await commonCommit(root, ref, io.environment);
	if (commit === void 0) {
		needed(await indexTree(root, io.environment), flags);
		if (flags.text("since") === void 0) return beforeFirstCommit;
		throw new UsageError(`\`${flags.source("since")}\` is \`${ref}\`: git knows no such commit.`, { help: "In CI, fetch the history (`fetch-depth: 0` of actions/checkout)." });
	}
	return needed(await commitTree(root, commit, io.environment), flags);
}
/** Everything is new. */
const beforeFirstCommit = {
	files: {
		list: async () => [],
		read: async () => new Uint8Array()
	},
	ids: /* @__PURE__ */ new Map()
};
/** Files whose content is another one than before, or that were not there. */
async function changedPaths({ files }, { ids }, read) {
	const changed = await Promise.all(files.map(async ({ source: { path } }) => {
		const id = ids.get(path);
		if (id === void 0) return path;
		return isBlob(Buffer.from(await read(path)), id) ? [] : path;
	}));
	return new Set(changed.flat());
}
/** On Windows git may have changed the ends of lines when it checked the file out. */
function isBlob(bytes, id) {
	if (blobId(bytes, id.length) === id) return true;
	const unix = bytes.toString("latin1").replaceAll("\r\n", "\n");
	return unix.length < bytes.length && blobId(Buffer.from(unix, "latin1"), id.length) === id;
}
/** The id that git gives a content; 64 digits long in repositories that use SHA-256. */
function blobId(content, length) {
	return createHash(length === 64 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
//#endregion
export { changeOf as n, narrowToChange as r, beforeFirstCommit as t };
