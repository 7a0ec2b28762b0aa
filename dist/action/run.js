import { t as version } from "./version.js";
//#region src/cli/run.ts
/** Runs the command line and gives its exit code. Everything else is loaded when it is needed: `--version` is quick. */
async function run(io) {
	const [first] = io.argv;
	if (io.argv.length === 1 && (first === "--version" || first === "-V")) {
		io.stdout.write(`${version}\n`);
		return 0;
	}
	const { runProgram } = await import("./program.js");
	return await runProgram(io);
}
//#endregion
export { run as t };
