import { n as visibleLines, t as visible } from "./visible-text.js";
import { n as severities, t as activeFindings } from "./report.js";
import { n as grouped, t as count } from "./count.js";
import { t as groupBy } from "./group-by.js";
import { i as wrap, n as fitStart, r as textWidth } from "./text-width.js";
import { r as styleCodeLines } from "./style.js";
import { t as prettySkipped } from "./pretty-skipped.js";
import { n as codeLine, t as contextLines } from "./context-lines.js";
import { t as prettySummary } from "./pretty-summary.js";
//#region src/report/pretty/code-frame.ts
/** The lines of one file around its labels, the labelled ones underlined. */
function codeFrame(source, labels, options) {
	const ordered = fillGaps([...new Set(labels.flatMap(({ location }) => contextLines(source, location.range.start.line)))].sort((a, b) => a - b));
	const rows = [];
	for (const [index, line] of ordered.entries()) {
		const previous = ordered[index - 1];
		if (previous !== void 0 && line - previous > 1) rows.push(gutterRow(options, "", "⋮").trimEnd());
		const here = labels.filter(({ location }) => location.range.start.line === line);
		rows.push(...sourceRows(source, line, here, options));
	}
	return rows;
}
/** A gap of one line is shown rather than left out: the sign for it takes a line too. */
function fillGaps(lines) {
	return lines.flatMap((line, index) => line - (lines[index - 1] ?? line) === 2 ? [line - 1, line] : [line]);
}
function sourceRows(source, line, labels, options) {
	const { style, width, gutter } = options;
	const room = Math.max(20, width - gutter - 6);
	const text = source.lineText(line);
	const cuts = labels.map((label) => ({
		label,
		cut: codeLine(text, ...columns(label, line, text), room)
	}));
	const [first] = cuts;
	return [gutterRow(options, String(line + 1).padStart(gutter), "│", first ? first.cut.before + style(first.label.role, first.cut.span) + first.cut.after : style("dim", joined(codeLine(text, 0, 0, room)))), ...cuts.flatMap(({ label, cut }) => underlineRows(label, cut, options))];
}
function joined({ before, span, after }) {
	return before + span + after;
}
/** The part of the label's range that lies on `line`. */
function columns({ location }, line, text) {
	const { start, end } = location.range;
	return [start.character, end.line > line ? text.trimEnd().length : end.character];
}
function underlineRows(label, cut, options) {
	const { style, width, gutter } = options;
	const indent = " ".repeat(textWidth(cut.before));
	const mark = (label.role === "related" ? "─" : "━").repeat(Math.max(1, textWidth(cut.span)));
	const underlined = `${indent}${style(label.role, mark)}`;
	if (label.message === "") return [gutterRow(options, "", "│", underlined)];
	const message = visible(label.message);
	const room = width - gutter - 6 - textWidth(indent) - textWidth(mark) - 1;
	if (textWidth(message) <= room) return [gutterRow(options, "", "│", `${underlined} ${style(label.role, message)}`)];
	const all = width - gutter - 6;
	const shift = Math.min(textWidth(indent), Math.max(0, all - textWidth(message)));
	const below = `${" ".repeat(shift)}${style(label.role, fitStart(message, all))}`;
	return [gutterRow(options, "", "│", underlined), gutterRow(options, "", "│", below)];
}
/** A row of a frame: line number, rule, content. */
function gutterRow({ style, gutter }, number, rule, content = "") {
	return `  ${style("dim", `${number.padStart(gutter)} ${rule}`)} ${content}`.trimEnd();
}
//#endregion
//#region src/report/pretty/pretty-finding.ts
/** One finding: headline, code frames, help, reason and link. */
function prettyFinding(finding, report, options) {
	return [
		...headline(finding, options),
		...frames(finding, report, options),
		...paragraph("help", finding.help ?? "", options),
		...options.explained ? explanation(finding, report, options) : []
	].map((row) => `${row}\n`).join("");
}
function headline(finding, { style, width }) {
	const label = `${finding.severity}[${finding.rule}]`;
	const [first = "", ...rest] = visibleLines(finding.message);
	const [start = "", ...more] = wrap(`${label} ${first}`, width);
	const head = `${style(finding.severity, label)}${style("strong", start.slice(label.length))}`;
	const quoted = rest.flatMap((line) => wrap(line, width - 4)).map((line) => `    ${line}`);
	return [
		head,
		...more.map((line) => style("strong", line)),
		...quoted
	];
}
function frames(finding, report, options) {
	const labels = labelsOf(finding);
	const files = [...new Set(labels.map(({ location }) => location.path))];
	const last = Math.max(...labels.map(({ location }) => location.range.start.line + 2));
	const gutter = Math.max(2, String(last).length);
	return files.flatMap((path, index) => {
		const here = labels.filter(({ location }) => location.path === path);
		const source = report.source(path);
		const [first] = here;
		if (!first) return [];
		return [placeRow(first.location, {
			finding,
			isFirst: index === 0,
			gutter,
			options
		}), ...source ? codeFrame(source, here, {
			style: options.style,
			width: options.width,
			gutter
		}) : []];
	});
}
/** The place itself, then what it is related to, then the steps that lead to it. */
function labelsOf(finding) {
	const others = [...finding.related, ...finding.via].map(({ message, ...location }) => ({
		location,
		message,
		role: "related"
	}));
	return [{
		location: finding.location,
		message: "",
		role: finding.severity
	}, ...others];
}
function placeRow({ path, range }, { finding, isFirst, gutter, options }) {
	const { style } = options;
	const place = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}`;
	const corner = isFirst ? "╭─" : "├─";
	const names = isFirst && options.clusters && finding.clusters.length > 0 ? finding.clusters : [];
	const where = names.length > 0 ? style("dim", `  in ${names.map(visible).join(", ")}`) : "";
	return `  ${" ".repeat(gutter)} ${style("dim", corner)} ${style("path", place)}${where}`;
}
function explanation(finding, report, options) {
	const [link] = report.rules.get(finding.rule)?.docs ?? [];
	return [...paragraph("why", finding.why, options), ...link === void 0 ? [] : [labelled("docs", options.style("link", link), options.style)]];
}
function paragraph(label, text, { style, width }) {
	if (text === "") return [];
	return styleCodeLines(style, visibleLines(text).flatMap((line) => wrap(line, Math.max(20, width - 9)))).map((line, index) => labelled(index === 0 ? label : "", line, style));
}
function labelled(label, text, style) {
	return `  ${style("label", label.padEnd(5))} ${text}`;
}
//#endregion
//#region src/report/pretty/pretty.ts
/** The table of rules follows when there are more findings than one can read at a glance. */
const tableFrom = 15;
/** For people at a terminal: findings with their code, what was not checked, one line of summary. */
function createPrettyReporter(options) {
	const { style } = options;
	const width = Math.max(40, Math.min(options.width, 120));
	return (report) => {
		const findings = activeFindings(report);
		const shown = worst(findings, options.maxFindings);
		return [
			...findingSections(shown, report, {
				style,
				width
			}),
			overview(findings, shown.length, style),
			options.quiet ? "" : prettySkipped(report.skipped, {
				style,
				width
			}),
			crashes(report, style),
			prettySummary(report, {
				style,
				width
			})
		].filter((section) => section !== "").join("\n");
	};
}
function findingSections(findings, report, options) {
	const explained = /* @__PURE__ */ new Set();
	return findings.map((finding) => {
		const isFirst = !explained.has(finding.rule);
		explained.add(finding.rule);
		return prettyFinding(finding, report, {
			...options,
			explained: isFirst,
			clusters: report.clusters.length > 1
		});
	});
}
/** At most `limit` findings, in reading order: the worst, and of equal ones some of every rule. */
function worst(findings, limit) {
	if (findings.length <= limit) return findings;
	const seen = /* @__PURE__ */ new Map();
	const ranked = findings.map((finding) => {
		const rank = seen.get(finding.rule) ?? 0;
		seen.set(finding.rule, rank + 1);
		return {
			finding,
			rank,
			severity: severities.indexOf(finding.severity)
		};
	});
	ranked.sort((left, right) => left.severity - right.severity || left.rank - right.rank);
	const kept = new Set(ranked.slice(0, limit).map(({ finding }) => finding));
	return findings.filter((finding) => kept.has(finding));
}
/** How often each rule has found something, and how many findings are not shown. */
function overview(findings, shown, style) {
	if (findings.length <= shown && findings.length < tableFrom) return "";
	const rules = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()];
	const ordered = severities.flatMap((severity) => rules.filter(([first]) => first.severity === severity).sort((left, right) => right.length - left.length));
	const digits = Math.max(...ordered.map((group) => grouped(group.length).length));
	const rows = ordered.map((group) => overviewRow(group, digits, style));
	const hidden = findings.length - shown;
	return [
		...hidden > 0 ? [style("strong", `… and ${count(hidden, "more finding")}`) + style("dim", " (--max-findings none shows all)"), ""] : [],
		style("strong", "Findings by rule"),
		...rows
	].map((row) => `${row}\n`).join("");
}
function overviewRow(group, digits, style) {
	const [first] = group;
	const files = new Set(group.map(({ location }) => location.path)).size;
	return `  ${style(first.severity, grouped(group.length).padStart(digits))}  ${first.rule}  ${style("dim", `${first.severity}, in ${count(files, "file")}`)}`;
}
function crashes(report, style) {
	return report.crashes.map(({ rule, message }) => `${style("error", `rule ${rule} failed`)} ${visible(message)}\n`).join("");
}
//#endregion
export { createPrettyReporter };
