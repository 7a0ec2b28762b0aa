import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { t as rules } from "./rules.js";
import { l as checkWorkspace, n as createFluxGraph } from "./create-graph.js";
import { t as exitCodes } from "./failure.js";
import { t as settingsOf } from "./run-settings.js";
//#region src/cli/drawing.ts
/** Checks an opened repository and makes the graph of it: the findings are marks in a picture. */
async function graphOf(session, context) {
	const { workspace, host, clock } = session;
	const { io, errorStyle } = context;
	clock.phase("check");
	const result = checkWorkspace(workspace, rules, {
		settings: await settingsOf(session, context),
		digest: host.digest
	});
	io.signal.throwIfAborted();
	for (const { rule, error } of result.crashes) {
		const message = error instanceof Error ? error.message : String(error);
		io.stderr.write(`${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`);
	}
	return createFluxGraph({
		tool: {
			name: "sluice",
			version
		},
		workspace,
		result
	});
}
/** A picture of a broken repository is a good picture; one that lacks something is not whole. */
function pictureCode({ skipped }, { flags }) {
	return skipped.some(({ kind }) => kind === "incomplete") && !flags.switch("allow-incomplete") ? exitCodes.incomplete : exitCodes.clean;
}
//#endregion
export { pictureCode as n, graphOf as t };
