import { t as version } from "./version.js";
import { a as workspaceFlags, t as checkFlags } from "./check-flags.js";
//#region src/cli/shared-arguments.ts
const shared = new Set(workspaceFlags.flatMap(({ flags }) => flags.map(({ name }) => name)));
/** Those of the arguments of `sluice check` that any command has which opens a repository: how it is read, built, fetched. */
function sharedArguments(args) {
	const kept = [];
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? "";
		if (argument === "--") break;
		const flag = flagOf(argument);
		if (!flag) continue;
		const isApart = flag.value !== void 0 && !holdsValue(argument, flag);
		const words = args.slice(index, index + (isApart ? 2 : 1));
		if (isApart) index++;
		if (shared.has(flag.name)) kept.push(...words);
	}
	return kept;
}
function flagOf(argument) {
	const flags = checkFlags.flatMap((group) => group.flags);
	const [, name] = /^--([\w-]+)/u.exec(argument) ?? [];
	if (name !== void 0) return flags.find((flag) => flag.name === name);
	const [, short] = /^-(\w)/u.exec(argument) ?? [];
	return short === void 0 ? void 0 : flags.find((flag) => flag.short === short);
}
/** `--config=FILE` and `-cFILE`. */
function holdsValue(argument, { name }) {
	return argument.startsWith("--") ? argument.startsWith(`--${name}=`) : argument.length > 2;
}
//#endregion
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
export { sharedArguments as n, run as t };
