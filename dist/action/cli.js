#!/usr/bin/env node
import { n as guardedLog } from "./workflow-command.js";
import { t as run } from "./run.js";
import { r as codeFolder } from "./cache-folder.js";
import * as nodeModule from "node:module";
import { fstatSync } from "node:fs";
import { join } from "node:path";
//#region src/host/compiled-code.ts
/** Lets Node keep what it compiles of sluice's own code, and start from that the next time; an older Node compiles anew. */
function keepCompiledCode(cacheDir) {
	nodeModule.enableCompileCache?.(join(cacheDir, codeFolder));
}
//#endregion
//#region src/cli/prompt.ts
/** A person at a terminal. What is typed ahead, or pasted, answers the questions that follow. */
function createPrompt(interrupt) {
	const lines = [];
	let wake;
	let prompt;
	const open = async () => {
		const { createInterface } = await import("node:readline");
		const opened = createInterface({
			input: process.stdin,
			output: process.stdout
		});
		opened.on("line", (line) => {
			lines.push(line);
			wake?.();
		});
		const stop = () => {
			interrupt.abort();
			wake?.();
		};
		opened.once("SIGINT", stop);
		opened.once("close", stop);
		return opened;
	};
	return {
		ask: async (question) => {
			prompt ??= await open();
			prompt.setPrompt(question);
			prompt.prompt();
			if (lines.length === 0 && !interrupt.signal.aborted) await new Promise((settle) => {
				wake = settle;
				interrupt.signal.addEventListener("abort", () => settle(), { once: true });
			});
			const answer = lines.shift();
			interrupt.signal.throwIfAborted();
			return answer ?? "";
		},
		close: () => {
			prompt?.removeAllListeners("close");
			prompt?.close();
		}
	};
}
//#endregion
//#region src/cli/main.ts
const interrupt = new AbortController();
process.once("SIGINT", () => interrupt.abort());
process.once("SIGTERM", () => interrupt.abort());
const prompt = createPrompt(interrupt);
process.exitCode = await run({
	argv: process.argv.slice(2),
	environment: process.env,
	cwd: process.cwd(),
	stdout: outputOf(process.stdout),
	stderr: process.env.GITHUB_ACTIONS === "true" ? guarded(outputOf(process.stderr)) : outputOf(process.stderr),
	signal: interrupt.signal,
	keepCompiledCode,
	...process.stdin.isTTY && process.stdout.isTTY && { ask: prompt.ask }
});
prompt.close();
function outputOf(stream) {
	stream.on("error", () => {});
	return {
		write: (text) => void stream.write(text),
		isTerminal: stream.isTTY === true,
		columns: stream.isTTY ? stream.columns : void 0,
		...fileBehind(stream)
	};
}
function fileBehind({ fd }) {
	try {
		const stats = fd === void 0 ? void 0 : fstatSync(fd, { bigint: true });
		return stats?.isFile() ? { file: {
			dev: stats.dev,
			ino: stats.ino
		} } : {};
	} catch {
		return {};
	}
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
