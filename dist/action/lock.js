import { t as visible } from "./visible-text.js";
import { t as count } from "./count.js";
import { t as writeAtomically } from "./atomic-write.js";
import { t as exitCodes } from "./failure.js";
import { f as formatLock } from "./node-host.js";
import { i as withSession, t as lockName } from "./session.js";
import { join } from "node:path";
//#region src/cli/commands/lock.ts
/** `sluice lock`: writes down what each source on the network has now, so that later runs see the same. */
async function lock(context) {
	const { io, arguments: paths } = context;
	return await withSession(context, paths, { lock: "renewed" }, ({ workspace, checked, fetched }) => {
		const incomplete = workspace.skipped.filter(({ kind }) => kind === "incomplete");
		for (const { what, reason } of incomplete) io.stderr.write(`${visible(what)}: ${visible(reason)}\n`);
		if (incomplete.length > 0) {
			io.stderr.write(`${lockName} is not written: not everything could be looked at.\n`);
			return exitCodes.incomplete;
		}
		io.signal.throwIfAborted();
		writeAtomically(join(checked.root, lockName), formatLock(fetched));
		io.stdout.write(`${lockName}: ${count(fetched.size, "source")}\n`);
		return exitCodes.clean;
	});
}
//#endregion
export { lock };
