import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
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
export { writeForLater as n, writeAtomically as t };
