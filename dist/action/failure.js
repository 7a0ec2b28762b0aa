import { n as visibleLines, t as visible } from "./visible-text.js";
import { n as LimitError, r as UsageError, t as ConfigError } from "./errors.js";
import { relative } from "node:path";
//#region src/cli/failure.ts
/** Exit codes; when several fit, the first of 2, 3, 1, 0 holds. */
const exitCodes = {
	clean: 0,
	findings: 1,
	usage: 2,
	incomplete: 3,
	interrupted: 130
};
/** Says on stderr why a run has ended early, and gives its exit code. */
function reportFailure(error, io, { style, debug }) {
	const { text, code } = describeFailure(error, io.cwd, style);
	io.stderr.write(text);
	if (debug && error instanceof Error && error.stack) io.stderr.write(`${visibleLines(error.stack).join("\n")}\n`);
	return code;
}
function describeFailure(error, cwd, style) {
	if (error instanceof ConfigError) return {
		text: configProblems(error, cwd, style),
		code: exitCodes.usage
	};
	if (error instanceof UsageError) return {
		text: `${style("error", "error:")} ${escaped(error.message)}\n${helpLine(error.help, style)}`,
		code: exitCodes.usage
	};
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof LimitError) return {
		text: `${style("error", "error:")} ${escaped(message)}\n`,
		code: exitCodes.incomplete
	};
	return {
		text: `${[`${style("error", "sluice has a bug:")} ${escaped(message)}`, "  Run it again with `--debug`, and report what it prints together with `sluice doctor`."].join("\n")}\n`,
		code: exitCodes.incomplete
	};
}
function configProblems({ problems }, cwd, style) {
	return problems.map(({ location, message, help }) => {
		const { line, character } = location.range.start;
		return `${style("path", `${visible(relative(cwd, location.path) || location.path)}:${line + 1}:${character + 1}`)}: ${style("error", "error:")} ${escaped(message)}\n${helpLine(help, style)}`;
	}).join("");
}
function helpLine(help, style) {
	return help === void 0 ? "" : `  ${style("label", "help")}  ${escaped(help)}\n`;
}
function escaped(text) {
	return visibleLines(text).join("\n  ");
}
//#endregion
export { reportFailure as n, exitCodes as t };
