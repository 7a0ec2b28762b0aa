import { a as workflowCommand, i as logLine } from "./workflow-command.js";
import { a as fieldsOf, l as readReport, o as readEvent, t as commentOnPullRequest, u as nodeJob } from "./comment-on-pull-request.js";
import { t as version } from "./version.js";
import { n as sharedArguments, t as run } from "./run.js";
import { r as UsageError } from "./errors.js";
import { a as defaultCacheFolder, o as pruneCache } from "./cache-folder.js";
import { a as runGit } from "./git.js";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { arch, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
//#region src/action/action-cache.ts
/** A repository may keep 10 GiB in GitHub's cache, all workflows together. */
const maxBytes = 500 * 1024 * 1024;
/**
* Fetches the newest cache of this version. What is stored is named by its content, so that a run that adds nothing stores
* nothing; a stranger's run stores nothing at all (`safety.md` row 22). A cache that fails costs time and nothing else.
*/
async function openCache(job, { readOnly }) {
	const { isFeatureAvailable, restoreCache, saveCache } = await import("./cache.js");
	if (!isFeatureAvailable()) {
		job.stdout.write("sluice: nothing is kept for the next run: this runner offers no cache.\n");
		return;
	}
	const folder = defaultCacheFolder(job.environment);
	const prefix = `sluice-${version}-${job.environment.RUNNER_OS ?? process.platform}-${arch()}-`;
	const quietly = async (work) => {
		try {
			await work();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			job.stdout.write(logLine(`sluice: the cache of the job cannot be used: ${reason}`));
		}
	};
	await quietly(() => restoreCache([folder], `${prefix}${contentDigest(folder)}`, [prefix]));
	const before = contentDigest(folder);
	return { save: async () => {
		if (readOnly || contentDigest(folder) === before) return;
		pruneCache(folder, {
			maxBytes,
			maxAgeMs: Number.POSITIVE_INFINITY,
			now: Date.now()
		});
		await quietly(() => saveCache([folder], `${prefix}${contentDigest(folder)}`));
	} };
}
/** Tells one content of the folder from another: entries are never changed, only added and removed. */
function contentDigest(folder) {
	const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => entry.isFile() && entry.name !== "pruned").map((entry) => relative(folder, join(entry.parentPath, entry.name))) : [];
	return createHash("sha256").update(names.sort().join("\n")).digest("hex").slice(0, 32);
}
//#endregion
//#region src/action/change-base.ts
/**
* What the event's change is compared with. What actions/checkout lays out for a pull request is a merge made for the
* workflow: its first parent is the very state of the base that the change is seen against, also when the base has
* moved on since the event. Else it is the base that the event names, when the checkout has it.
*/
async function changeBase({ base, pullRequest }, folder, environment) {
	const commit = base;
	if (commit === void 0) return { kind: "everything" };
	const [, first, second] = await commitAndParents(folder, environment);
	if (first !== void 0 && second !== void 0 && second === pullRequest?.headCommit) return {
		kind: "commit",
		commit: first
	};
	return {
		kind: (await runGit(folder, [
			"cat-file",
			"-t",
			commit
		], environment))?.trim() === "commit" ? "commit" : "missing",
		commit
	};
}
async function commitAndParents(folder, environment) {
	return (await runGit(folder, [
		"rev-list",
		"--parents",
		"--max-count=1",
		"HEAD"
	], environment))?.trim().split(" ") ?? [];
}
//#endregion
//#region src/action/check-arguments.ts
/** The arguments of `sluice`: each value is one of them, whatever it holds. */
function checkArguments(inputs, plan) {
	const { config, clusters, failOn, maxWarnings, baseline, sarifFile, annotations } = inputs;
	const option = (name, value) => value ? [`--${name}=${value}`] : [];
	return [
		"check",
		`--format=json=${plan.reportFile}`,
		`--format=html=${plan.htmlFile}`,
		...option("format", sarifFile && `sarif=${sarifFile}`),
		...option("config", config),
		...clusters.flatMap((cluster) => option("cluster", cluster)),
		...option("fail-on", failOn),
		...option("max-warnings", maxWarnings),
		...option("since", plan.since),
		...option("baseline", baseline),
		...inputs.offline ? ["--offline"] : [],
		...plan.untrusted ? ["--untrusted"] : [],
		...annotations ? [] : ["--no-annotations"],
		...inputs.args,
		...inputs.paths.length > 0 ? ["--", ...inputs.paths] : []
	];
}
//#endregion
//#region src/action/diff-for-job.ts
/** GitHub drops the summary of a step whole when it is larger than 1 MiB. */
const maxSummaryBytes = 1024 * 1024;
/** Runs `sluice diff` for a job: the markdown goes into its summary, what a program may want into outputs. */
async function diffForJob(job, inputs, { since, untrusted, cwd, folder }) {
	if (since === void 0) {
		job.stdout.write("sluice: no diff: the event names no commit to compare with; `since` does.\n");
		return {
			code: 0,
			markdown: void 0
		};
	}
	const files = {
		markdown: join(folder, "diff.md"),
		json: join(folder, "diff.json")
	};
	const option = (name, value) => value === "" ? [] : [`--${name}=${value}`];
	const code = await run({
		argv: [
			...[
				"diff",
				`--since=${since}`,
				"--allow-incomplete"
			],
			...Object.entries(files).map(([name, file]) => `--format=${name}=${file}`),
			...option("config", inputs.config),
			...inputs.clusters.flatMap((cluster) => option("cluster", cluster)),
			...inputs.offline ? ["--offline"] : [],
			...untrusted ? ["--untrusted"] : [],
			...sharedArguments(inputs.args)
		],
		environment: job.environment,
		cwd,
		stdout: job.stdout,
		stderr: job.stderr,
		signal: job.signal
	});
	if (job.signal.aborted || !existsSync(files.json)) return {
		code,
		markdown: void 0
	};
	const changes = changesIn(readFileSync(files.json, "utf8"));
	job.output("changed-resources", String(changes));
	job.output("diff-json", files.json);
	const markdown = readFileSync(files.markdown, "utf8");
	if (inputs.summary) addToSummary(job, markdown);
	return {
		code,
		markdown: changes === 0 ? void 0 : markdown
	};
}
/** How many objects are not as before. */
function changesIn(json) {
	const objects = fieldsOf(JSON.parse(json))?.objects;
	return Array.isArray(objects) ? objects.length : 0;
}
function addToSummary({ environment, stdout }, markdown) {
	const file = environment.GITHUB_STEP_SUMMARY;
	if (!file) return;
	if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) + Buffer.byteLength(markdown) + 1 <= maxSummaryBytes) appendFileSync(file, `\n${markdown}`);
	else stdout.write(logLine("sluice: the diff does not fit into the job summary; the log has it."));
}
//#endregion
//#region src/action/split-arguments.ts
/**
* The words of the input `args`: parted by white space, kept together by quotes. No shell reads them, so nothing in them is
* expanded, and a backslash is a backslash.
*/
function splitArguments(text) {
	const words = [];
	let word;
	let quote;
	for (const character of text) if (quote !== void 0) if (character === quote) quote = void 0;
	else word += character;
	else if (character === "'" || character === "\"") {
		quote = character;
		word ??= "";
	} else if (/\s/u.test(character)) {
		if (word !== void 0) words.push(word);
		word = void 0;
	} else word = (word ?? "") + character;
	if (quote !== void 0) throw new UsageError(`The input \`args\` has a quote that nothing ends: \`${text}\`.`);
	return word === void 0 ? words : [...words, word];
}
//#endregion
//#region src/action/inputs.ts
/** Reads the inputs; throws for one that cannot be understood. */
function readInputs(input) {
	const flag = (name) => {
		const value = input(name);
		if (value === "true" || value === "false") return value === "true";
		throw new UsageError(`The input \`${name}\` is \`${value}\`; it takes \`true\` or \`false\`.`);
	};
	return {
		paths: linesOf(input("path")),
		workingDirectory: input("working-directory"),
		config: input("config"),
		clusters: linesOf(input("cluster")),
		args: splitArguments(input("args")),
		failOn: input("fail-on"),
		maxWarnings: input("max-warnings"),
		since: input("since"),
		sarifFile: input("sarif-file"),
		baseline: input("baseline"),
		offline: flag("offline"),
		untrusted: input("untrusted") === "auto" ? "auto" : flag("untrusted"),
		summary: flag("summary"),
		annotations: flag("annotations"),
		comment: flag("comment"),
		diff: flag("diff"),
		cache: flag("cache"),
		token: input("github-token")
	};
}
/** Several values stand on a line each. */
function linesOf(text) {
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
//#endregion
//#region src/action/run-action.ts
/** What the exit codes of `sluice check` are called; any other is no outcome of a check. */
const outcomes = {
	0: "clean",
	1: "findings",
	3: "incomplete"
};
/** The GitHub Action: inputs and event become the arguments of `sluice check` and `sluice diff`, their reports become outputs. */
async function runAction(job) {
	try {
		return await checkForJob(job, readInputs(job.input));
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const message = error.help === void 0 ? error.message : `${error.message}\n${error.help}`;
		job.stdout.write(workflowCommand("error", message, { title: "sluice" }));
		return 2;
	}
}
async function checkForJob(job, inputs) {
	const { environment } = job;
	const event = readEvent(environment);
	const cwd = folderOf(inputs, job);
	const folder = mkdtempSync(join(environment.RUNNER_TEMP ?? tmpdir(), "sluice-"));
	const reportFile = join(folder, "report.json");
	const htmlFile = join(folder, "report.html");
	const untrusted = inputs.untrusted === "auto" ? event.isFromOutside : inputs.untrusted;
	const since = await sinceOf(inputs, event, cwd, job);
	const cache = inputs.cache ? await openCache(job, { readOnly: untrusted }) : void 0;
	const code = await run({
		argv: checkArguments(inputs, {
			reportFile,
			htmlFile,
			since,
			untrusted
		}),
		environment: inputs.summary ? environment : {
			...environment,
			GITHUB_STEP_SUMMARY: void 0
		},
		cwd,
		stdout: job.stdout,
		stderr: job.stderr,
		signal: job.signal
	});
	if (job.signal.aborted) return code;
	const report = existsSync(reportFile) ? readReport(readFileSync(reportFile, "utf8")) : void 0;
	writeOutputs(job, {
		code,
		report,
		reportFile,
		htmlFile,
		sarifFile: resolve(cwd, inputs.sarifFile),
		inputs
	});
	const difference = inputs.diff ? await diffForJob(job, inputs, {
		since,
		untrusted,
		cwd,
		folder
	}) : void 0;
	if (job.signal.aborted) return code;
	await cache?.save();
	if (inputs.comment && report) await comment(job, {
		event,
		inputs,
		report,
		difference: difference?.markdown
	});
	return code === 0 ? difference?.code ?? 0 : code;
}
function folderOf({ workingDirectory }, { environment, cwd }) {
	const folder = resolve(environment.GITHUB_WORKSPACE ?? cwd, workingDirectory);
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
	throw new UsageError(`The input \`working-directory\` is \`${workingDirectory}\`: there is no such folder in the checkout.`);
}
/** The commit that the report is narrowed to the changes since; a warning where the checkout has not got it. */
async function sinceOf({ since }, event, folder, { environment, stdout }) {
	if (since !== "") return since;
	const base = await changeBase(event, folder, environment);
	if (base.kind === "commit") return base.commit;
	if (base.kind === "missing") {
		const message = `The checkout does not have the commit ${base.commit} that the change is to be compared with: everything that is found is reported, not only what the change is to blame for. Give actions/checkout \`fetch-depth: 0\`.`;
		stdout.write(workflowCommand("warning", message, { title: "sluice" }));
	}
}
function writeOutputs(job, outputs) {
	const { code, report, reportFile, htmlFile, sarifFile, inputs } = outputs;
	const outcome = outcomes[code];
	if (!report || outcome === void 0) return;
	job.output("outcome", outcome);
	job.output("errors", String(report.summary.errors));
	job.output("warnings", String(report.summary.warnings));
	job.output("report-json", reportFile);
	if (existsSync(htmlFile)) job.output("html-report", htmlFile);
	if (inputs.sarifFile !== "" && existsSync(sarifFile)) job.output("sarif-file", sarifFile);
}
async function comment(job, { event, inputs, report, difference }) {
	if (!event.pullRequest) {
		job.stdout.write("sluice: no comment: the event is about no pull request.\n");
		return;
	}
	if (event.isFromOutside) {
		job.stdout.write(workflowCommand("notice", "A pull request from a fork has no token that may comment: let a workflow that runs on `workflow_run` do it, with the action in `comment/`.", { title: "sluice" }));
		return;
	}
	const { token } = inputs;
	const shown = difference === void 0 ? {} : { difference };
	await commentOnPullRequest(job, {
		...event.pullRequest,
		token,
		report,
		...shown
	});
}
//#endregion
//#region src/action/main.ts
process.exitCode = await runAction(nodeJob());
//#endregion
export {};
