#!/usr/bin/env node
import { n as guardedLog } from "./workflow-command.js";
import { t as run } from "./run.js";
//#region src/cli/main.ts
const interrupt = new AbortController();
process.once("SIGINT", () => interrupt.abort());
process.once("SIGTERM", () => interrupt.abort());
process.exitCode = await run({
	argv: process.argv.slice(2),
	environment: process.env,
	cwd: process.cwd(),
	stdout: outputOf(process.stdout),
	stderr: process.env.GITHUB_ACTIONS === "true" ? guarded(outputOf(process.stderr)) : outputOf(process.stderr),
	signal: interrupt.signal
});
function outputOf(stream) {
	stream.on("error", () => {});
	return {
		write: (text) => void stream.write(text),
		isTerminal: stream.isTTY === true,
		columns: stream.isTTY ? stream.columns : void 0
	};
}
/** GitHub's runner looks for commands in what is said on stderr, too. */
function guarded(output) {
	return {
		...output,
		write: (text) => output.write(guardedLog(text))
	};
}
//#endregion
export {};
