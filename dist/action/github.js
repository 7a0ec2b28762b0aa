import { a as workflowCommand, i as logLine, r as logBlock, t as commandText } from "./workflow-command.js";
import { n as severities, t as activeFindings } from "./report.js";
import { t as cutText } from "./cut-text.js";
import { t as count } from "./count.js";
import { t as verdictOf } from "./verdict.js";
import { t as conciseLines } from "./concise2.js";
//#region src/report/github.ts
/** GitHub shows ten annotations of each type for a step, and drops the others (GitHub Docs, "Annotations limits"). */
const annotationsPerType = 10;
/** Longer messages are refused by the API behind annotations; the runner cuts them at 4,096 characters. */
const messageLimit = 4096;
const commandOf = {
	error: "error",
	warning: "warning",
	info: "notice"
};
/** Annotations for GitHub Actions, and below them all findings in the log. */
function createGithubReporter({ token, prefix, annotations }) {
	return (report) => {
		const findings = annotations ? activeFindings(report) : [];
		const places = severities.flatMap((severity) => {
			return annotate(findings.filter((finding) => finding.severity === severity), prefix);
		});
		return [
			...report.crashes.map(({ rule, message }) => workflowCommand("error", cutText(commandText(message), messageLimit), { title: `sluice has a bug: the rule ${rule} failed` })),
			...places,
			log(report, token)
		].join("");
	};
}
/** Findings of one severity; the last one that fits says how many do not. */
function annotate(findings, prefix) {
	const shown = findings.slice(0, annotationsPerType);
	const hidden = findings.length - shown.length;
	return shown.map((finding, index) => {
		const isLast = index === shown.length - 1;
		const more = `\n(${count(hidden, `more ${nounOf(finding.severity)}`)}: see the log of this step)`;
		return annotation(finding, {
			more: isLast && hidden > 0 ? more : "",
			prefix
		});
	});
}
function nounOf(severity) {
	return severity === "info" ? "note" : severity;
}
function annotation(finding, { more, prefix }) {
	const { message, help, location, rule, severity } = finding;
	const shown = cutText(commandText(help === void 0 ? message : `${message}\n${help}`), messageLimit - more.length);
	return workflowCommand(commandOf[severity], shown + more, {
		file: prefix + location.path,
		...placeOf(location.range),
		title: `sluice: ${rule}`
	});
}
/** Columns are shown only where start and end are on one line (GitHub Docs, "Checks": start_column). */
function placeOf({ start, end }) {
	const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
	const lines = {
		line: start.line + 1,
		endLine: lastLine + 1
	};
	if (end.line !== start.line) return lines;
	return {
		...lines,
		col: start.character + 1,
		endColumn: Math.max(end.character, start.character + 1)
	};
}
function log(report, token) {
	const lines = conciseLines(report);
	const verdict = verdictOf(report);
	if (lines.length === 0) return logLine(`sluice: ${verdict}`);
	return [
		workflowCommand("group", `sluice: ${verdict}`),
		logBlock(lines, token),
		workflowCommand("endgroup")
	].join("");
}
//#endregion
export { createGithubReporter };
