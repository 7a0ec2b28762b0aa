import { n as guardedLog } from "./workflow-command.js";
import { r as UsageError } from "./errors.js";
import { n as nearestName } from "./nearest-name.js";
import { t as writeAtomically } from "./atomic-write.js";
import { t as plainStyle } from "./style.js";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
//#region src/cli/formats.ts
/** What `--format` asks for. Stdout gets `pretty`, in a job of GitHub Actions `github`, unless another format goes there. */
function reportTargets(flags, cwd, { GITHUB_ACTIONS }) {
	const targets = flags.list("format").map((text) => parseTarget(text, flags, cwd));
	const onStdout = targets.filter(({ file }) => file === void 0);
	const counts = flags.switch("statistics") === true;
	const wrong = counts && onStdout.find(({ format }) => !isCountable(format));
	if (wrong) throw new UsageError(`\`${flags.source("statistics")}\` has no format \`${wrong.format}\`; it takes \`pretty\` or \`json\`.`, { help: "A report beside it goes to a file: `--format sarif=report.sarif`." });
	if (onStdout.length > 1) throw new UsageError(`\`${flags.source("format")}\` asks for ${onStdout.length} formats on stdout.`, { help: "Give all but one of them a file: `--format json=report.json`." });
	if (onStdout.length === 1) return targets;
	return [{
		format: GITHUB_ACTIONS === "true" && !counts ? "github" : "pretty",
		file: void 0
	}, ...targets];
}
function isCountable(format) {
	return format === "pretty" || format === "json" || format === "json-v1";
}
/** The report formats by name; each is loaded when it is asked for. */
const reporters = {
	pretty: async () => {
		const { createPrettyReporter } = await import("./pretty.js");
		return ({ pretty }) => createPrettyReporter(pretty);
	},
	concise: async () => of((await import("./concise.js")).reportConcise),
	json: async () => of((await import("./json.js")).reportJson),
	"json-v1": async () => of((await import("./json.js")).reportJson),
	jsonl: async () => of((await import("./jsonl.js")).reportJsonl),
	sarif: async () => of((await import("./sarif.js")).reportSarif),
	github: async () => {
		const { createGithubReporter } = await import("./github.js");
		return ({ github }) => createGithubReporter(github);
	},
	gitlab: async () => of((await import("./gitlab.js")).reportGitlab),
	junit: async () => of((await import("./junit.js")).reportJunit),
	checkstyle: async () => of((await import("./checkstyle.js")).reportCheckstyle),
	rdjson: async () => of((await import("./rdjson.js")).reportRdjson),
	tap: async () => of((await import("./tap.js")).reportTap),
	markdown: async () => of((await import("./markdown.js")).reportMarkdown),
	html: async () => of((await import("./report-html.js")).reportHtml),
	blob: async () => of((await import("./blob2.js")).reportBlob)
};
/** A reporter that looks at the report alone. */
function of(reporter) {
	return () => reporter;
}
/** What `--statistics` puts in the place of a report. */
async function statisticsReporter(format) {
	const statistics = await import("./statistics.js");
	return ({ pretty }) => format === "pretty" ? statistics.createStatisticsReporter(pretty) : statistics.reportStatisticsJson;
}
/** The names that `--format` takes. */
const formatNames = Object.keys(reporters);
function parseTarget(text, flags, cwd) {
	const [name = "", ...rest] = text.split("=");
	const format = formatNames.find((known) => known === name);
	if (!format) throw unknownFormat(name, flags.source("format"));
	if (rest.length === 0) return {
		format,
		file: void 0
	};
	return {
		format,
		file: targetFile(rest.join("="), flags.source("format"), cwd)
	};
}
/** The absolute path of a file to write; refused before the work is done when it cannot be. */
function targetFile(name, source, cwd) {
	const file = resolve(cwd, name);
	if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`\`${source}\` names the file \`${name}\`, which cannot be written.`, { help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.` });
	return file;
}
function unknownFormat(format, source) {
	const nearest = nearestName(format, formatNames);
	return new UsageError(`\`${source}\` is \`${format}\`; it takes ${formatNames.map((name) => `\`${name}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
/** Writes every report to its place: files first, so that a reader of stdout finds them there. */
async function writeReports(targets, report, { io, reporter, counts }) {
	const plain = {
		...reporter,
		pretty: {
			...reporter.pretty,
			style: plainStyle,
			width: 100
		}
	};
	const inFiles = targets.filter(({ file }) => file !== void 0);
	const onStdout = targets.filter(({ file }) => file === void 0);
	for (const { format, file } of [...inFiles, ...onStdout]) {
		const text = (await (counts && file === void 0 ? statisticsReporter(format) : reporters[format]()))(file === void 0 ? reporter : plain)(report);
		if (file !== void 0) writeAtomically(file, text);
		else io.stdout.write(isForLog(format, io) ? guardedLog(text) : text);
	}
}
/** Formats for people end up in the log of a job, where GitHub's runner looks for commands; others are for programs. */
function isForLog(format, { environment }) {
	return environment.GITHUB_ACTIONS === "true" && (format === "pretty" || format === "concise");
}
//#endregion
export { writeReports as i, reportTargets as n, targetFile as r, formatNames as t };
