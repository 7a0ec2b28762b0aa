import { n as severities, t as activeFindings } from "./report.js";
import { t as cutText } from "./cut-text.js";
import { n as grouped, t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
import { n as markdownMessage, r as markdownText, t as markdownCode } from "./markdown-text.js";
import { t as verdictOf } from "./verdict.js";
import { t as worstFirst } from "./worst-first.js";
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
		...pictureRows(options),
		...skipRows(report.skipped, options),
		...report.crashes.map(({ rule, message }) => `\n**sluice has a bug**: the rule ${markdownCode(rule)} failed: ${markdownText(cutText(message, messageLimit))}\n`)
	];
}
/** In one row: half of it is no picture. */
function pictureRows({ picture }) {
	if (!picture) return [];
	const { title, text, note } = picture;
	const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const remark = note === void 0 ? "" : `${markdownText(note)}\n`;
	return [`\n### ${markdownText(title)}\n\n${remark}\n${fence}mermaid\n${text.trimEnd()}\n${fence}\n`];
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
export { reportMarkdown as n, markdownRows as t };
