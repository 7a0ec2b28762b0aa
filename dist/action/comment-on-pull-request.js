import { o as setOutput, r as getInput } from "./core.js";
import { a as workflowCommand, n as guardedLog } from "./workflow-command.js";
import { n as severities } from "./report.js";
import { t as cutText } from "./cut-text.js";
import { t as count$1 } from "./count.js";
import { t as rulePageUrl } from "./links.js";
import { n as markdownMessage, r as markdownText, t as markdownCode } from "./markdown-text.js";
import { t as worstFirst } from "./worst-first.js";
import { n as takeRows } from "./job-summary.js";
import { readFileSync, statSync } from "node:fs";
//#region src/action/node-job.ts
/** The job that this process is a step of. */
function nodeJob() {
	const cancel = new AbortController();
	process.once("SIGINT", () => cancel.abort());
	process.once("SIGTERM", () => cancel.abort());
	const stderr = outputOf(process.stderr);
	return {
		environment: process.env,
		cwd: process.cwd(),
		stdout: outputOf(process.stdout),
		stderr: {
			...stderr,
			write: (text) => stderr.write(guardedLog(text))
		},
		signal: cancel.signal,
		input: (name) => getInput(name),
		output: setStepOutput
	};
}
/** Without a file for it, `setOutput` would print a command that the runner no longer obeys. */
function setStepOutput(name, value) {
	if (process.env.GITHUB_OUTPUT) setOutput(name, value);
}
function outputOf(stream) {
	return {
		write: (text) => void stream.write(text),
		isTerminal: false,
		columns: void 0
	};
}
//#endregion
//#region src/report/read-report.ts
/** A text that is no report. */
var ReportError = class extends Error {
	name = "ReportError";
};
/**
* Reads a JSON report. It may come from a stranger: what is not as `schemas/report-v1.schema.json` has it is refused, and
* its texts are strangers' texts.
*/
function readReport(text) {
	const report = record(parse(text), "the report");
	if (report.version !== 1) throw new ReportError("The report is not of version 1.");
	const summary = record(report.summary, "summary");
	return {
		summary: {
			errors: count(summary.errors, "summary.errors"),
			warnings: count(summary.warnings, "summary.warnings"),
			infos: count(summary.infos, "summary.infos"),
			suppressed: count(summary.suppressed, "summary.suppressed")
		},
		findings: list(report.findings, "findings").flatMap((entry, index) => {
			const finding = record(entry, `findings[${index}]`);
			return finding.suppressedBy === null ? [findingOf(finding, `findings[${index}]`)] : [];
		}),
		skipped: list(report.skipped, "skipped").map((entry, index) => {
			const at = `skipped[${index}]`;
			const { path, what, reason } = record(entry, at);
			return {
				...path !== void 0 && { path: string(path, `${at}.path`) },
				what: string(what, `${at}.what`),
				reason: string(reason, `${at}.reason`)
			};
		})
	};
}
function findingOf(finding, at) {
	const { rule, category, severity, message, help, path } = finding;
	const range = record(finding.range, `${at}.range`);
	const known = severities.find((one) => one === severity);
	if (known === void 0) throw wrong(`${at}.severity`, "a severity");
	return {
		rule: name(rule, `${at}.rule`),
		category: name(category, `${at}.category`),
		severity: known,
		message: string(message, `${at}.message`),
		...help !== void 0 && { help: string(help, `${at}.help`) },
		path: string(path, `${at}.path`),
		line: count(record(range.start, `${at}.range.start`).line, `${at}.range.start.line`)
	};
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new ReportError("The report is no JSON.", { cause });
	}
}
function record(value, at) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(at, "an object");
	return value;
}
function list(value, at) {
	if (!Array.isArray(value)) throw wrong(at, "a list");
	return value;
}
function string(value, at) {
	if (typeof value !== "string") throw wrong(at, "a text");
	return value;
}
/** Rules and categories become addresses. */
function name(value, at) {
	const text = string(value, at);
	if (!/^[a-z][a-z0-9-]{0,99}$/u.test(text)) throw wrong(at, "a name in small letters");
	return text;
}
function count(value, at) {
	if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrong(at, "a whole number");
	return value;
}
function wrong(at, expected) {
	return new ReportError(`This is no report of sluice: \`${at}\` is not ${expected}.`);
}
//#endregion
//#region src/report/comment.ts
/** Tells our comment from others; GitHub does not show it. */
const commentMark = "<!-- sluice: the one comment on this pull request -->";
/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
const maxCommentBytes = 65e3;
const messageLimit = 2e3;
const findingsShown = 20;
const skipsShown = 10;
/** A report as the comment on a pull request. Every text in it is a stranger's, and escaped (`safety.md` row 17). */
function reportComment(report, { commit, run }) {
	const { findings, skipped } = report;
	const shown = worstFirst(findings).slice(0, findingsShown);
	const moreFindings = findings.length - shown.length;
	const moreSkips = skipped.length - skipsShown;
	const where = run === void 0 ? "" : ` · [the run](${run})`;
	const rows = [
		`${commentMark}\n## sluice: ${verdict(report)}\n\n`,
		...shown.map(findingRow),
		...moreFindings > 0 ? [`\n… and ${count$1(moreFindings, "more finding")}\n`] : [],
		...skipped.length > 0 ? [`\n### Not checked (${skipped.length})\n\n`] : [],
		...skipped.slice(0, skipsShown).map(({ path, what, reason }) => {
			return `- ${path === void 0 ? "" : `${markdownCode(path)} `}${message(what)}: ${message(reason)}\n`;
		}),
		...moreSkips > 0 ? [`\n… and ${count$1(moreSkips, "more thing")}\n`] : []
	];
	const foot = `\n<sub>Commit ${markdownCode(commit.slice(0, 12))}${where}</sub>\n`;
	return takeRows(rows, maxCommentBytes - foot.length) + foot;
}
function verdict({ summary: { errors, warnings, infos, suppressed } }) {
	const parts = [
		...errors > 0 ? [count$1(errors, "error")] : [],
		...warnings > 0 ? [count$1(warnings, "warning")] : [],
		...infos > 0 ? [count$1(infos, "note")] : []
	];
	const found = parts.length === 0 ? "no problems" : parts.join(", ");
	return suppressed > 0 ? `${found} (${count$1(suppressed, "finding")} suppressed)` : found;
}
function findingRow(finding) {
	const { severity, path, line, help, rule } = finding;
	const advice = help === void 0 ? "" : `\n\n  ${message(help)}`;
	const link = `[${markdownText(rule)}](${rulePageUrl(finding)})`;
	return `- **${severity}** ${markdownCode(`${path}:${line}`)} ${message(finding.message)} (${link})${advice}\n`;
}
function message(text) {
	return markdownMessage(cutText(text, messageLimit));
}
//#endregion
//#region src/report/diff/append-difference.ts
/**
* Puts the markdown of a difference behind another text, as far as there is room for it: objects go from its end, one by one,
* and are counted. Only our own lines begin with `<details>`: those of strangers stand behind a sign, or on a line of ours.
*/
function appendDifference(text, markdown, bytes) {
	const encoder = new TextEncoder();
	const size = (part) => encoder.encode(part).length;
	const note = (left) => `\n… and ${count$1(left, "more object")} of the difference, for which there is no room here.\n`;
	const [head = "", ...objects] = markdown.split(/^(?=<details>)/mu);
	const whole = `${text}\n${markdown}`;
	if (size(whole) <= bytes) return whole;
	const room = bytes - size(note(objects.length));
	let shown = `${text}\n${head}`;
	if (size(shown) > room) return text;
	let left = objects.length;
	for (const object of objects) {
		if (size(shown) + size(object) > room) break;
		shown += object;
		left -= 1;
	}
	return shown + note(left);
}
//#endregion
//#region src/action/job-event.ts
/** Reads the file in which the runner describes the event. A pull request of which nothing is known counts as a stranger's. */
function readEvent({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH }) {
	const event = readPayload(GITHUB_EVENT_PATH);
	const pullRequest = fieldsOf(event.pull_request);
	if (pullRequest) return pullRequestEvent(pullRequest);
	const mergeGroup = fieldsOf(event.merge_group);
	if (mergeGroup) return {
		...plain,
		base: commitOf(mergeGroup.base_sha)
	};
	return {
		...plain,
		isFromOutside: isOutsider(GITHUB_EVENT_NAME, event)
	};
}
const plain = {
	pullRequest: void 0,
	base: void 0,
	isFromOutside: false
};
function pullRequestEvent({ number, head, base }) {
	const headCommit = commitOf(fieldsOf(head)?.sha);
	const [from, to] = [head, base].map((side) => fieldsOf(fieldsOf(side)?.repo)?.id);
	return {
		pullRequest: typeof number === "number" && headCommit !== void 0 ? {
			number,
			headCommit
		} : void 0,
		base: commitOf(fieldsOf(base)?.sha),
		isFromOutside: typeof from !== "number" || from !== to
	};
}
/** Events without a pull request in them that may stand for one all the same. */
function isOutsider(name, event) {
	if (name === "workflow_run") {
		const [from, to] = [fieldsOf(event.workflow_run)?.head_repository, event.repository].map((one) => fieldsOf(one)?.id);
		return typeof from !== "number" || from !== to;
	}
	if (name === "issue_comment") return fieldsOf(fieldsOf(event.issue)?.pull_request) !== void 0;
	return name?.startsWith("pull_request") === true;
}
/** The event as the runner has written it; empty when there is none, or when it is no JSON. */
function readPayload(path) {
	if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) return {};
	try {
		return fieldsOf(JSON.parse(readFileSync(path, "utf8"))) ?? {};
	} catch {
		return {};
	}
}
/** The fields of a JSON object; undefined for any other value. */
function fieldsOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
/** The id of a commit; undefined when it is none. */
function commitOf(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value) ? value : void 0;
}
//#endregion
//#region src/action/github-api.ts
/** Why GitHub has not done what it was asked to. */
var GithubApiError = class extends Error {
	name = "GithubApiError";
};
const timeoutMs = 2e4;
/** A client for the server that the runner names. The token goes to that one alone: redirects are not followed. */
function createGithubApi({ environment, token, signal }) {
	const base = environment.GITHUB_API_URL;
	return { request: async (method, path, body) => {
		if (!base) throw new GithubApiError("GITHUB_API_URL is not set: is this a job of GitHub Actions?");
		if (token === "") throw new GithubApiError("the input `github-token` is empty");
		const response = await send(`${base}${path}`, {
			method,
			headers: {
				accept: "application/vnd.github+json",
				authorization: `Bearer ${token}`,
				"content-type": "application/json",
				"user-agent": "sluice",
				"x-github-api-version": "2022-11-28"
			},
			redirect: "error",
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
			...body && { body: JSON.stringify(body) }
		});
		const answer = parsed(await response.text());
		if (response.ok) return answer;
		const said = fieldsOf(answer)?.message;
		throw new GithubApiError(`GitHub answered ${response.status}${typeof said === "string" ? ` (${said})` : ""} to ${method} ${path}`);
	} };
}
async function send(url, request) {
	try {
		return await fetch(url, request);
	} catch (cause) {
		const reason = cause instanceof Error ? cause.cause ?? cause : cause;
		throw new GithubApiError(`GitHub cannot be reached: ${reason instanceof Error ? reason.message : String(reason)}`, { cause });
	}
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
//#endregion
//#region src/action/sticky-comment.ts
const perPage = 100;
/** A pull request with more comments than this gets a second one of ours, rather than hundreds of requests. */
const maxPages = 30;
/** Writes the comment, or writes it anew where it is; says in a few words what was done. */
async function writeStickyComment(api, { repository, number, body, isEmpty }) {
	if (!/^[\w.-]+\/[\w.-]+$/u.test(repository)) throw new GithubApiError("GITHUB_REPOSITORY names no repository");
	const comments = `/repos/${repository}/issues/${number}/comments`;
	const known = await findOwn(api, comments);
	if (known !== void 0) {
		await api.request("PATCH", `/repos/${repository}/issues/comments/${known}`, { body });
		return `the comment on pull request ${number} is written anew`;
	}
	if (isEmpty) return `no comment on pull request ${number}: nothing was found`;
	await api.request("POST", comments, { body });
	return `pull request ${number} has a comment`;
}
/** The comment with our mark that we have written: anybody may write such a mark, and what others wrote stays theirs. */
async function findOwn(api, comments) {
	for (let page = 1; page <= maxPages; page++) {
		const answer = await api.request("GET", `${comments}?per_page=${perPage}&page=${page}`);
		const found = Array.isArray(answer) ? answer.map(fieldsOf) : [];
		for (const comment of found) {
			const { id, body } = comment ?? {};
			if (typeof body === "string" && body.startsWith("<!-- sluice: the one comment on this pull request -->") && typeof id === "number" && await isOwn(api, comment?.user)) return id;
		}
		if (found.length < perPage) return void 0;
	}
}
/** The token of a job writes as a bot; with a person's token, comments are that person's. */
async function isOwn(api, author) {
	const { type, login } = fieldsOf(author) ?? {};
	if (type === "Bot") return true;
	try {
		const user = fieldsOf(await api.request("GET", "/user"));
		return typeof login === "string" && user?.login === login;
	} catch (error) {
		if (error instanceof GithubApiError) return false;
		throw error;
	}
}
//#endregion
//#region src/action/comment-on-pull-request.ts
/** Writes the one comment of a pull request. A comment that cannot be written is a warning: the check has its own result. */
async function commentOnPullRequest(job, { number, headCommit, token, report, difference }) {
	const { environment } = job;
	const repository = environment.GITHUB_REPOSITORY ?? "";
	const said = reportComment(report, {
		commit: headCommit,
		run: runAddress(environment)
	});
	const body = difference === void 0 ? said : appendDifference(said, difference, maxCommentBytes);
	const isEmpty = report.findings.length === 0 && difference === void 0;
	try {
		const done = await writeStickyComment(createGithubApi({
			environment,
			token,
			signal: job.signal
		}), {
			repository,
			number,
			body,
			isEmpty
		});
		job.stdout.write(`sluice: ${done}\n`);
	} catch (error) {
		if (!(error instanceof GithubApiError)) throw error;
		job.stdout.write(workflowCommand("warning", `The comment was not written: ${error.message}\nDoes the job have \`permissions: { pull-requests: write }\`?`, { title: "sluice" }));
	}
}
/** The page of this run of the workflow; undefined outside of one. */
function runAddress({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }) {
	return GITHUB_SERVER_URL && GITHUB_REPOSITORY && /^\d+$/u.test(GITHUB_RUN_ID ?? "") ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` : void 0;
}
//#endregion
export { fieldsOf as a, ReportError as c, commitOf as i, readReport as l, GithubApiError as n, readEvent as o, createGithubApi as r, readPayload as s, commentOnPullRequest as t, nodeJob as u };
