import { a as workflowCommand } from "./workflow-command.js";
import { a as fieldsOf, c as ReportError, i as commitOf, l as readReport, n as GithubApiError, r as createGithubApi, s as readPayload, t as commentOnPullRequest, u as nodeJob } from "./comment-on-pull-request.js";
import { r as UsageError } from "./errors.js";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
//#region src/action/run-comment-action.ts
/** A report of a very large repository has some ten MiB. */
const maxReportBytes = 64 * 1024 * 1024;
/**
* The action in `comment/`, for a workflow on `workflow_run`: it comments with what the workflow of a pull request has found.
* That report may come from a stranger, and is taken for nothing but text; which pull request it belongs to is asked of
* GitHub, never read from the report.
*/
async function runCommentAction(job) {
	try {
		return await comment(job);
	} catch (error) {
		if (!(error instanceof UsageError || error instanceof ReportError || error instanceof GithubApiError)) throw error;
		job.stdout.write(workflowCommand("error", error.message, { title: "sluice" }));
		return 2;
	}
}
async function comment(job) {
	const { environment, stdout, signal } = job;
	const report = readReport(readReportFile(resolve(environment.GITHUB_WORKSPACE ?? job.cwd, job.input("report")), job.input("report")));
	const run = fieldsOf(readPayload(environment.GITHUB_EVENT_PATH).workflow_run);
	const commit = commitOf(run?.head_sha);
	if (!run || commit === void 0) throw new UsageError("The event has no `workflow_run`: this action is for workflows on that event.");
	const token = job.input("github-token");
	const pullRequest = await pullRequestOf(createGithubApi({
		environment,
		token,
		signal
	}), run, environment.GITHUB_REPOSITORY ?? "");
	if (!pullRequest) {
		stdout.write(`sluice: no comment: no open pull request is at ${commit} any more.\n`);
		return 0;
	}
	await commentOnPullRequest(job, {
		...pullRequest,
		token,
		report
	});
	return 0;
}
function readReportFile(file, named) {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (!stats?.isFile()) throw new UsageError(`The input \`report\` names the file \`${named}\`, which is not there.`);
	if (stats.size > maxReportBytes) throw new UsageError(`The report \`${named}\` has ${stats.size} bytes; ${maxReportBytes} are read.`);
	return readFileSync(file, "utf8");
}
/** The open pull request whose head the workflow has run for: the event names none that comes from a fork. */
async function pullRequestOf(api, run, repository) {
	const owner = fieldsOf(fieldsOf(run.head_repository)?.owner)?.login;
	const { head_branch: branch, head_sha: commit } = run;
	if (typeof owner !== "string" || typeof branch !== "string") return void 0;
	const head = encodeURIComponent(`${owner}:${branch}`);
	const answer = await api.request("GET", `/repos/${repository}/pulls?state=open&per_page=100&head=${head}`);
	const pull = (Array.isArray(answer) ? answer.map(fieldsOf) : []).find((one) => fieldsOf(one?.head)?.sha === commit);
	const headCommit = commitOf(commit);
	return typeof pull?.number === "number" && headCommit !== void 0 ? {
		number: pull.number,
		headCommit
	} : void 0;
}
//#endregion
//#region src/action/comment-main.ts
process.exitCode = await runCommentAction(nodeJob());
//#endregion
export {};
