import { t as visible } from "./visible-text.js";
import { i as severities, n as grouped, r as activeFindings, t as count } from "./count.js";
import { t as cutText } from "./cut-text.js";
import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
//#region src/report/markdown-text.ts
/** Shows nothing, and keeps a word from being read as a mention, a reference or an address. */
const gap = "​";
/**
* Text of strangers for GitHub's Markdown: no character of it is markup or HTML, nobody is mentioned, no issue is
* referred to, no address becomes a link (`safety.md` row 17). On one line.
*/
function markdownText(text) {
	return visible(text).replace(/[&<>|]/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/(?<!&)#|[!$*[\\\]^_`{}~]/gu, "\\$&").replace(/^(\s*)([-+=])/u, "$1\\$2").replace(/^(\s*\d+)([.)])/u, "$1\\$2").replace(/@|(?<!&)#|:(?=\/\/)|www(?=\.)|GH(?=-\d)/giu, `$&${gap}`);
}
/** The same in the type of code, in a fence longer than any in it. What holds `|` stays text: a table would break it. */
function markdownCode(text) {
	const shown = visible(text);
	if (shown.trim() === "") return markdownText(text);
	if (shown.includes("|")) return markdownText(text);
	const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = /^[` ]|[` ]$/u.test(shown) ? " " : "";
	return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A message of a finding: what it has between backticks is code, all else is text. */
function markdownMessage(message) {
	const parts = message.split("`");
	if (parts.length % 2 === 0) return markdownText(message);
	return parts.map((part, index) => index % 2 === 0 ? markdownText(part) : markdownCode(part)).join("");
}
//#endregion
//#region src/report/verdict.ts
const nouns = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** What has come out, in a few words: `1 error, 2 warnings (incomplete)`. */
function verdictOf({ findings, skipped, crashes }) {
	const active = activeFindings({ findings });
	const found = severities.flatMap((severity) => {
		const number = active.filter((finding) => finding.severity === severity).length;
		return number > 0 ? [count(number, nouns[severity])] : [];
	});
	const isIncomplete = crashes.length > 0 || skipped.some(({ kind }) => kind === "incomplete");
	if (found.length > 0) return `${found.join(", ")}${isIncomplete ? " (incomplete)" : ""}`;
	return isIncomplete ? "incomplete: nothing found in what could be checked" : "no problems";
}
//#endregion
//#region src/report/worst-first.ts
/** Findings from worst to mildest, those of one severity in reading order; what is silenced comes last. */
function worstFirst(findings) {
	const rank = ({ severity, suppressedBy }) => severities.indexOf(severity) + (suppressedBy ? severities.length : 0);
	return [...findings].sort((left, right) => rank(left) - rank(right));
}
//#endregion
//#region src/report/markdown.ts
/** A message of a stranger's tool may be endless. */
const messageLimit = 2e3;
/** All findings as Markdown. */
function reportMarkdown(report) {
	return markdownRows(report, { limit: Number.POSITIVE_INFINITY }).join("");
}
/** The rows of a Markdown report; it may be cut between any two. Every text of strangers in it is escaped. */
function markdownRows(report, options) {
	const findings = activeFindings(report);
	return [
		`## sluice: ${verdictOf(report)}\n`,
		`\n${factsOf(report)}\n`,
		...ruleTable(findings),
		...findingRows(worstFirst(findings), options),
		...skipRows(report.skipped, options),
		...report.crashes.map(({ rule, message }) => `\n**sluice has a bug**: the rule ${markdownCode(rule)} failed: ${markdownText(cutText(message, messageLimit))}\n`)
	];
}
function factsOf({ summary, coverage, clusters, target }) {
	return [
		count(summary.files, "file"),
		count(clusters.length, "cluster"),
		`Kustomizations ${grouped(coverage.built)} of ${grouped(coverage.kustomizations)}`,
		`HelmReleases ${grouped(coverage.rendered)} of ${grouped(coverage.helmReleases)}`,
		...summary.suppressed > 0 ? [`${grouped(summary.suppressed)} suppressed`] : [],
		...target.flux === "" ? [] : [markdownText(`Flux ${target.flux}`)]
	].join(" · ");
}
function ruleTable(findings) {
	if (findings.length === 0) return [];
	const groups = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()];
	return ["\n| findings | severity | rule |\n| ---: | --- | --- |\n", ...severities.flatMap((severity) => groups.filter(([first]) => first.severity === severity).sort((left, right) => right.length - left.length)).map((group) => `| ${grouped(group.length)} | ${group[0].severity} | ${ruleLink(group[0])} |\n`)];
}
function ruleLink(finding) {
	return `[${markdownText(finding.rule)}](${rulePageUrl(finding)})`;
}
function findingRows(findings, options) {
	if (findings.length === 0) return [];
	const shown = findings.slice(0, options.limit);
	const hidden = findings.length - shown.length;
	return [
		"\n### Findings\n\n",
		...shown.map((finding) => findingRow(finding, options)),
		...hidden > 0 ? [`\n… and ${count(hidden, "more finding")}\n`] : []
	];
}
function findingRow(finding, options) {
	const { severity, location, message, help } = finding;
	const text = markdownMessage(cutText(message, messageLimit));
	const advice = help === void 0 ? "" : `\n\n  ${markdownMessage(cutText(help, messageLimit))}`;
	return `- **${severity}** ${placeOf(location, options)} ${text} (${ruleLink(finding)})${advice}\n`;
}
function placeOf({ path, range }, { linkTo }) {
	const line = range.start.line + 1;
	const place = markdownCode(`${path}:${line}`);
	return linkTo ? `[${place}](${linkTo(path, line)})` : place;
}
function skipRows(skipped, { limit }) {
	if (skipped.length === 0) return [];
	const hidden = skipped.length - Math.min(limit, skipped.length);
	return [
		`\n### Not checked (${grouped(skipped.length)})\n\n`,
		...skipped.slice(0, limit).map(({ what, reason, location, path = location?.path }) => {
			const place = path === void 0 ? "" : `${markdownCode(path)} `;
			const [subject, why] = [what, reason].map((text) => markdownMessage(cutText(text, messageLimit)));
			return `- ${place}${subject}: ${why}\n`;
		}),
		...hidden > 0 ? [`\n… and ${count(hidden, "more thing")}\n`] : []
	];
}
//#endregion
export { markdownCode as a, verdictOf as i, reportMarkdown as n, markdownMessage as o, worstFirst as r, markdownText as s, markdownRows as t };
