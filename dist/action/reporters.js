import { n as visibleLines, t as visible } from "./visible-text.js";
import { a as workflowCommand, i as logLine, r as logBlock, t as commandText } from "./workflow-command.js";
import { n as activeFindings, r as severities, t as cutText } from "./cut-text.js";
import { t as groupBy } from "./group-by.js";
import { n as schemaUrl, r as siteUrl, t as rulePageUrl } from "./links.js";
import { i as verdictOf$1, n as reportMarkdown, r as worstFirst } from "./markdown.js";
import { n as grouped, t as count } from "./count.js";
import { i as wrap, n as fitStart, r as textWidth, t as fitEnd } from "./text-width.js";
import { r as styleCodeLines } from "./style.js";
//#region src/report/blob.ts
/** Changes when the form of blobs does. */
const blobFormat = "sluice-blob-1";
/** The report of a shard; one without is the only one. */
function reportBlob(report) {
	const { shard, source, rules: _, timing: __, ...rest } = report;
	const whole = {
		index: 1,
		count: 1,
		run: "",
		total: report.findings.length
	};
	const { left, ...share } = shard ?? {
		...whole,
		left: void 0,
		positions: report.findings.map((_, position) => position)
	};
	const paths = [...new Set(report.findings.flatMap(pathsOf))].sort();
	const content = {
		format: blobFormat,
		...rest,
		...share,
		skipped: report.skipped.filter((skip) => skip !== left),
		sources: Object.fromEntries(paths.flatMap((path) => {
			const text = source(path)?.text;
			return text === void 0 ? [] : [[path, text]];
		}))
	};
	return `${JSON.stringify(content)}\n`;
}
function pathsOf({ location, related, via, fix }) {
	return [...[
		location,
		...related,
		...via
	].map(({ path }) => path), ...Object.keys(fix?.edits ?? {})];
}
const text = { type: "string" };
const number = { type: "number" };
const listOf = (items) => ({
	type: "array",
	items
});
const mapOf = (values) => ({
	type: "object",
	additionalProperties: values
});
function record(properties, optional = []) {
	return {
		type: "object",
		additionalProperties: false,
		properties,
		required: Object.keys(properties).filter((name) => !optional.includes(name))
	};
}
const position = record({
	line: number,
	character: number
});
const range = record({
	start: position,
	end: position
});
const place = {
	path: text,
	range
};
const places = listOf(record({
	...place,
	message: text
}));
const edit = record({
	range,
	newText: text
});
const finding = record({
	rule: text,
	category: text,
	severity: {
		type: "string",
		enum: [
			"error",
			"warning",
			"info"
		]
	},
	message: text,
	help: text,
	why: text,
	location: record(place),
	field: text,
	resource: record({
		apiVersion: text,
		kind: text,
		namespace: text,
		name: text
	}, ["namespace"]),
	clusters: listOf(text),
	related: places,
	via: places,
	fingerprint: text,
	fix: record({
		title: text,
		applicability: text,
		edits: mapOf(listOf(edit))
	}),
	suppressedBy: record({
		kind: text,
		reason: text
	}, ["reason"])
}, [
	"help",
	"field",
	"resource",
	"fix",
	"suppressedBy"
]);
/** What a blob has to be before anything is made of it: it may come from the job of a stranger. */
const blobSchema = record({
	format: {
		type: "string",
		enum: [blobFormat]
	},
	index: number,
	count: number,
	run: text,
	total: number,
	positions: listOf(number),
	tool: record({
		name: text,
		version: text
	}),
	target: record({
		flux: text,
		kubernetes: text
	}),
	clusters: listOf(text),
	summary: mapOf(number),
	coverage: mapOf(number),
	findings: listOf(finding),
	resources: listOf(record({
		...place,
		kind: text,
		namespace: text,
		name: text
	}, ["namespace"])),
	skipped: listOf(record({
		location: record(place),
		path: text,
		what: text,
		reason: text,
		clusters: listOf(text),
		kind: {
			type: "string",
			enum: ["chosen", "incomplete"]
		}
	}, ["location", "path"])),
	crashes: listOf(record({
		rule: text,
		message: text
	})),
	sources: mapOf(text)
});
//#endregion
//#region src/report/xml-text.ts
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** What no XML 1.0 document may hold, not even as a reference, and {@link visible} leaves (XML 1.0, production 2). */
const noncharacters = /[\ufffe\uffff]/gu;
/** `text` for an attribute or inside an element, on one line: controls and other invisible characters are shown as escapes. */
function xmlText(text) {
	return visible(text).replace(noncharacters, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
/** The same for the text of an element, where line breaks may stay. */
function xmlLines(text) {
	return visibleLines(text).map(xmlText).join("\n");
}
/** ` name="value"` for each attribute that has a value. */
function xmlAttributes(attributes) {
	return Object.entries(attributes).map(([name, value]) => value === void 0 ? "" : ` ${name}="${xmlText(String(value))}"`).join("");
}
//#endregion
//#region src/report/checkstyle.ts
/** Checkstyle's XML; 4.3 is the version of the format that its readers know. */
function reportCheckstyle(report) {
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		"<checkstyle version=\"4.3\">\n",
		...[...groupBy(activeFindings(report), ({ location }) => location.path).values()].flatMap((findings) => [
			`  <file${xmlAttributes({ name: findings[0].location.path })}>\n`,
			...findings.map(errorElement),
			"  </file>\n"
		]),
		"</checkstyle>\n"
	].join("");
}
function errorElement({ location, severity, message, help, rule }) {
	const { line, character } = location.range.start;
	return `    <error${xmlAttributes({
		line: line + 1,
		column: character + 1,
		severity,
		message: help === void 0 ? message : `${message} ${help}`,
		source: `sluice.${rule}`
	})}/>\n`;
}
//#endregion
//#region src/report/concise.ts
/** One line for each finding: `path:line:column: severity: message [rule]`. */
function reportConcise(report) {
	return conciseLines(report).map((line) => `${line}\n`).join("");
}
/** The lines of {@link reportConcise}, for other reports that list findings. */
function conciseLines(report) {
	return activeFindings(report).map(({ location, severity, message, rule }) => {
		const { line, character } = location.range.start;
		return `${visible(location.path)}:${line + 1}:${character + 1}: ${severity}: ${visible(message)} [${rule}]`;
	});
}
//#endregion
//#region src/report/github.ts
/** GitHub shows ten annotations of each type for a step, and drops the others (GitHub Docs, "Annotations limits"). */
const annotationsPerType = 10;
/** Longer messages are refused by the API behind annotations; the runner cuts them at 4,096 characters. */
const messageLimit$1 = 4096;
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
			...report.crashes.map(({ rule, message }) => workflowCommand("error", cutText(commandText(message), messageLimit$1), { title: `sluice has a bug: the rule ${rule} failed` })),
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
	const shown = cutText(commandText(help === void 0 ? message : `${message}\n${help}`), messageLimit$1 - more.length);
	return workflowCommand(commandOf[severity], shown + more, {
		file: prefix + location.path,
		...placeOf$2(location.range),
		title: `sluice: ${rule}`
	});
}
/** Columns are shown only where start and end are on one line (GitHub Docs, "Checks": start_column). */
function placeOf$2({ start, end }) {
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
	const verdict = verdictOf$1(report);
	if (lines.length === 0) return logLine(`sluice: ${verdict}`);
	return [
		workflowCommand("group", `sluice: ${verdict}`),
		logBlock(lines, token),
		workflowCommand("endgroup")
	].join("");
}
//#endregion
//#region src/report/gitlab.ts
/** Of GitLab's five severities (info, minor, major, critical, blocker): Flux stops at an error of ours. */
const severityOf$1 = {
	error: "critical",
	warning: "minor",
	info: "info"
};
/**
* GitLab's Code Quality report: the fields that its documentation lists ("Code Quality report format") and no others,
* `[]` when there is nothing.
*/
function reportGitlab(report) {
	const fingerprint = uniqueFingerprints();
	const issues = activeFindings(report).map((finding) => ({
		description: visible(finding.help === void 0 ? finding.message : `${finding.message} ${finding.help}`),
		check_name: finding.rule,
		fingerprint: fingerprint(finding),
		severity: severityOf$1[finding.severity],
		location: {
			path: finding.location.path,
			lines: linesOf(finding)
		}
	}));
	return `${JSON.stringify(issues, null, 2)}\n`;
}
function linesOf({ location }) {
	return { begin: location.range.start.line + 1 };
}
/** GitLab drops issues whose fingerprint it has seen: equal ones are numbered. No line is in them, so that they stay. */
function uniqueFingerprints() {
	const seen = /* @__PURE__ */ new Map();
	return ({ fingerprint }) => {
		const number = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, number);
		return number === 1 ? fingerprint : `${fingerprint}-${number}`;
	};
}
//#endregion
//#region src/report/json.ts
/** Version 1 of the JSON report; `schemas/report-v1.schema.json` describes it. */
function reportJson(report) {
	const { tool, target, summary, coverage, timing } = report;
	const content = {
		$schema: schemaUrl("report-v1"),
		version: 1,
		tool,
		target,
		summary,
		findings: report.findings.map(findingJson),
		skipped: report.skipped.map(skipJson),
		coverage,
		...timing && { timing }
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
/** A finding as version 1 of the report has it. */
function findingJson(finding) {
	return {
		rule: finding.rule,
		category: finding.category,
		severity: finding.severity,
		message: finding.message,
		...finding.help === void 0 ? {} : { help: finding.help },
		url: rulePageUrl(finding),
		...placeOf$1(finding.location),
		...finding.resource && { resource: finding.resource },
		...finding.field === void 0 ? {} : { field: finding.field },
		clusters: finding.clusters,
		related: finding.related.map((place) => ({
			...placeOf$1(place),
			message: place.message
		})),
		via: finding.via.map((place) => ({
			...placeOf$1(place),
			message: place.message
		})),
		...finding.fix && { fix: fixOf(finding.fix) },
		suppressedBy: finding.suppressedBy ?? null,
		fingerprint: finding.fingerprint
	};
}
function fixOf({ title, applicability, edits }) {
	return {
		title,
		applicability,
		edits: Object.entries(edits).flatMap(([path, changes]) => changes.map(({ range, newText }) => ({
			path,
			range: rangeOf$1(range),
			newText
		})))
	};
}
/** Something that was not checked, as version 1 of the report has it. */
function skipJson({ location, path, what, reason }) {
	if (location) return {
		...placeOf$1(location),
		what,
		reason
	};
	return path === void 0 ? {
		what,
		reason
	} : {
		path,
		what,
		reason
	};
}
function placeOf$1({ path, range }) {
	return {
		path,
		range: rangeOf$1(range)
	};
}
/** Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
function rangeOf$1({ start, end }) {
	return {
		start: {
			line: start.line + 1,
			column: start.character + 1
		},
		end: {
			line: end.line + 1,
			column: end.character + 1
		}
	};
}
//#endregion
//#region src/report/jsonl.ts
/**
* The JSON report in lines: one for each finding and for each thing that was not checked, with its `type`, and one of
* type `summary` at the end, so that a reader knows that it has seen everything.
*/
function reportJsonl(report) {
	const { tool, target, summary, coverage, timing } = report;
	return [
		...report.findings.map((finding) => ({
			type: "finding",
			...findingJson(finding)
		})),
		...report.skipped.map((skip) => ({
			type: "skip",
			...skipJson(skip)
		})),
		{
			type: "summary",
			version: 1,
			tool,
			target,
			summary,
			coverage,
			...timing && { timing }
		}
	].map((line) => `${JSON.stringify(line)}\n`).join("");
}
//#endregion
//#region src/report/test-cases.ts
/** Every object of the repository is a case, so that a clean one passes; a finding belongs to the object around it. */
function testCases(report) {
	const { resources, findings, skipped, crashes } = report;
	const ownerOf = createOwnerLookup(resources);
	const owned = /* @__PURE__ */ new Map();
	const others = [];
	for (const finding of findings) {
		const owner = ownerOf(finding);
		if (!owner) others.push(finding);
		else owned.set(owner, [...owned.get(owner) ?? [], finding]);
	}
	return [
		...resources.map((resource) => caseOf(resource.path, nameOf(resource), owned.get(resource) ?? [])),
		...[...groupBy(others, ({ location }) => location.path).values()].map((group) => caseOf(group[0].location.path, "the file itself", group)),
		...skipped.map(({ location, path, what, reason }) => ({
			path: location?.path ?? path,
			name: what,
			result: {
				status: "skipped",
				reason
			},
			notes: []
		})),
		...crashes.map(({ rule, message }) => ({
			path: void 0,
			name: `rule ${rule}`,
			result: {
				status: "broken",
				message
			},
			notes: []
		}))
	];
}
function caseOf(path, name, findings) {
	const isNote = ({ severity, suppressedBy }) => severity === "info" || suppressedBy !== void 0;
	const [first, ...rest] = findings.filter((finding) => !isNote(finding));
	return {
		path,
		name,
		result: first ? {
			status: "failed",
			findings: [first, ...rest]
		} : { status: "passed" },
		notes: findings.filter(isNote)
	};
}
function nameOf({ kind, namespace, name }) {
	return `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name || "without a name"}`;
}
function createOwnerLookup(resources) {
	const byPath = new Map([...groupBy(resources, ({ path }) => path).values()].map((group) => [group[0].path, group]));
	return ({ location: { path, range } }) => byPath.get(path)?.findLast((resource) => !isBefore(range.start, resource.range.start) && !isBefore(resource.range.end, range.start));
}
function isBefore(left, right) {
	return left.line < right.line || left.line === right.line && left.character < right.character;
}
/** `suppressed by a comment: the reason`, for the notes of a case. */
function noteOf({ severity, message, rule, suppressedBy }) {
	if (!suppressedBy) return `${severity}: ${message} [${rule}]`;
	const reason = suppressedBy.reason === void 0 ? "" : ` (${suppressedBy.reason})`;
	return `suppressed by ${suppressedBy.kind}${reason}: ${severity}: ${message} [${rule}]`;
}
//#endregion
//#region src/report/junit.ts
/** JUnit's XML as Jenkins and GitLab read it: one suite for each file, one test case for each object in it. */
function reportJunit(report) {
	const cases = testCases(report);
	const suites = [...groupBy(cases, ({ path }) => path ?? "").values()];
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		`<testsuites${xmlAttributes({
			name: "sluice",
			...countsOf(cases),
			time: report.timing && (report.timing.totalMs / 1e3).toFixed(3)
		})}>\n`,
		...suites.map(suiteElement),
		"</testsuites>\n"
	].join("");
}
function countsOf(cases) {
	const count = (status) => cases.filter(({ result }) => result.status === status).length;
	return {
		tests: cases.length,
		failures: count("failed"),
		errors: count("broken")
	};
}
function suiteElement(cases) {
	const skipped = cases.filter(({ result }) => result.status === "skipped").length;
	return [
		`  <testsuite${xmlAttributes({
			name: cases[0].path ?? "sluice",
			...countsOf(cases),
			skipped
		})}>\n`,
		...cases.map(caseElement),
		"  </testsuite>\n"
	].join("");
}
function caseElement({ path, name, result, notes }) {
	const children = [resultElement(result), notes.length > 0 && `<system-out>${xmlLines(notes.map(noteOf).join("\n"))}</system-out>`].filter((child) => typeof child === "string");
	const start = `    <testcase${xmlAttributes({
		name,
		classname: path ?? "sluice"
	})}`;
	if (children.length === 0) return `${start}/>\n`;
	return `${start}>\n${children.map((child) => `      ${child}\n`).join("")}    </testcase>\n`;
}
function resultElement(result) {
	if (result.status === "passed") return false;
	if (result.status === "skipped") return `<skipped${xmlAttributes({ message: result.reason })}/>`;
	if (result.status === "broken") return `<error${xmlAttributes({ message: result.message })}/>`;
	const [{ message, rule }] = result.findings;
	const text = result.findings.map(findingText).join("\n\n");
	return `<failure${xmlAttributes({
		type: rule,
		message
	})}>${xmlLines(text)}</failure>`;
}
function findingText(finding) {
	const { location, severity, message, rule, help } = finding;
	const { line, character } = location.range.start;
	return [
		`${location.path}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}]`,
		...help === void 0 ? [] : [help],
		rulePageUrl(finding)
	].join("\n");
}
//#endregion
//#region src/report/pretty/code-line.ts
/** Cuts `text` at the UTF-16 columns of a span, and to `width` columns around it. */
function codeLine(text, start, end, width) {
	const before = clean(text.slice(0, start));
	const span = clean(text.slice(start, Math.max(start, end)));
	const after = clean(text.slice(Math.max(start, end))).trimEnd();
	if (textWidth(before) + textWidth(span) + textWidth(after) <= width) return {
		before,
		span,
		after
	};
	const beforeWidth = Math.min(textWidth(before), Math.max(Math.floor(width / 4), width - textWidth(span) - 1));
	const fittedBefore = textWidth(before) > beforeWidth ? `…${fitEnd(before, beforeWidth - 1)}` : before;
	const left = width - textWidth(fittedBefore);
	if (textWidth(span) >= left) return {
		before: fittedBefore,
		span: `${fitStart(span, left - 1)}…`,
		after: ""
	};
	const room = left - textWidth(span);
	return {
		before: fittedBefore,
		span,
		after: textWidth(after) > room ? `${fitStart(after, room - 1)}…` : after
	};
}
function clean(text) {
	return visible(text.replaceAll("	", "  "));
}
//#endregion
//#region src/report/pretty/context-lines.ts
/** How far above a line its parents are looked for. */
const maxDistance = 2e3;
const maxParents = 3;
/**
* The lines that make `line` understandable: the keys it is nested in, nearest first kept, and its neighbours.
* YAML nests by indentation, so a parent is the nearest line above that is indented less.
*/
function contextLines(source, line) {
	const shown = new Set([line, ...parentLines(source, line)]);
	for (const neighbour of [line - 1, line + 1]) if (isContent(source.lineText(neighbour))) shown.add(neighbour);
	return [...shown].filter((index) => index >= 0 && index < source.lineCount).sort((a, b) => a - b);
}
function parentLines(source, line) {
	const parents = [];
	let child = source.lineText(line);
	for (let index = line - 1; index >= Math.max(0, line - maxDistance); index--) {
		const text = source.lineText(index);
		if (text.startsWith("---") || parents.length === maxParents) break;
		if (!isContent(text) || !isParent(text, child)) continue;
		parents.push(index);
		child = text;
	}
	return parents;
}
/** A list may stand at the indentation of its own key. */
function isParent(text, child) {
	const difference = indentOf(child) - indentOf(text);
	return difference > 0 || difference === 0 && isListItem(child) && !isListItem(text);
}
function indentOf(text) {
	return text.length - text.trimStart().length;
}
function isListItem(text) {
	return /^\s*-(?:\s|$)/u.test(text);
}
function isContent(text) {
	return /^\s*[^\s#]/u.test(text) && !text.startsWith("---");
}
//#endregion
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
	return [gutterRow(options, String(line + 1).padStart(gutter), "│", first ? first.cut.before + style(first.label.role, first.cut.span) + first.cut.after : style("dim", joined$1(codeLine(text, 0, 0, room)))), ...cuts.flatMap(({ label, cut }) => underlineRows(label, cut, options))];
}
function joined$1({ before, span, after }) {
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
//#region src/report/pretty/pretty-skipped.ts
const examplesShown = 3;
/** What was not checked, grouped by reason: how many, and a few of them. Empty when everything was. */
function prettySkipped(skipped, { style, width }) {
	if (skipped.length === 0) return "";
	const ordered = [...[...groupBy(skipped, shapeOf).values()]].sort((left, right) => right.length - left.length);
	const digits = String(Math.max(...ordered.map((group) => group.length))).length;
	const rows = ordered.flatMap((group) => groupRows(group, {
		style,
		width,
		digits
	}));
	return [`${style("strong", "Not checked")} ${style("dim", `(${count(skipped.length, "thing")})`)}`, ...rows].map((row) => `${row}\n`).join("");
}
/** Reasons that differ only in versions, quoted names, charts and what `what` already names are one reason. */
function shapeOf({ what, reason, kind }) {
	const named = new Set(what.split(/[\s/]+/u));
	const words = reason.replace(/`[^`]*`|'[^']*'|"[^"]*"/gu, "…").split(/\s+/u);
	return `${kind} ${words.map((word, index) => {
		return /[\d/-]/u.test(word) || named.has(word.replace(/[,.:;]+$/u, "")) || words[index - 1] === "chart" ? "…" : word;
	}).join(" ")}`;
}
function groupRows(group, { style, width, digits }) {
	const [first] = group;
	const indent = " ".repeat(digits + 4);
	const isIncomplete = first.kind === "incomplete";
	const reasons = new Set(group.map(({ reason }) => reason));
	const [head = "", ...rest] = wrap(reasons.size > 1 ? `${visible(first.reason)} (and ${count(reasons.size - 1, "similar reason")})` : visible(first.reason), width - digits - 4);
	return [
		`  ${style(isIncomplete ? "warning" : "strong", String(group.length).padStart(digits))}  ${head}`,
		...rest.map((line) => `${indent}${line}`),
		...examples(group, width - digits - 4).map((line) => `${indent}${style("dim", line)}`)
	];
}
function examples(group, width) {
	const shown = group.slice(0, group.length === examplesShown + 1 ? examplesShown + 1 : examplesShown);
	const lines = shown.map((skip) => {
		const path = skip.location?.path ?? skip.path;
		const line = skip.location ? `:${skip.location.range.start.line + 1}` : "";
		const text = path === void 0 ? visible(skip.what) : `${visible(path)}${line}  ${visible(skip.what)}`;
		return textWidth(text) > width ? `${fitStart(text, width - 1)}…` : text;
	});
	return shown.length < group.length ? [...lines, `… and ${group.length - shown.length} more`] : lines;
}
//#endregion
//#region src/report/pretty/pretty-summary.ts
const nouns = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** One line: the verdict, then how much was looked at; the facts go below the verdict where they do not fit beside it. */
function prettySummary(report, { style, width }) {
	const verdict = verdictOf(report);
	const facts = factsOf(report);
	const beside = ` · ${facts.join(" · ")}`;
	const head = style(verdict.role, verdict.text);
	const fixes = fixesOf$1(report).map((row) => `  ${style("dim", row)}\n`);
	if (textWidth(verdict.text + beside) <= width) return `${head}${style("dim", beside)}\n${fixes.join("")}`;
	return `${head}\n${[...joined(facts, width - 2).map((row) => `  ${style("dim", row)}\n`), ...fixes].join("")}`;
}
/** How many of the findings sluice can repair itself. */
function fixesOf$1(report) {
	const fixes = activeFindings(report).flatMap(({ fix }) => fix ?? []);
	const safe = fixes.filter(({ applicability }) => applicability === "safe").length;
	const unsafe = fixes.length - safe;
	if (fixes.length === 0) return [];
	if (unsafe === 0) return [`--fix repairs ${grouped(safe)} of them; --diff shows how`];
	const more = `--fix --unsafe-fixes repairs ${grouped(fixes.length)}`;
	return safe === 0 ? [`${more} of them`] : [`--fix repairs ${grouped(safe)} of them, ${more}`];
}
function joined(facts, width) {
	const rows = [];
	for (const fact of facts) {
		const longer = rows.length === 0 ? fact : `${rows.at(-1) ?? ""} · ${fact}`;
		if (rows.length > 0 && textWidth(longer) <= width) rows[rows.length - 1] = longer;
		else rows.push(fact);
	}
	return rows;
}
function verdictOf({ summary, skipped, crashes }) {
	const counts = {
		error: summary.errors,
		warning: summary.warnings,
		info: summary.infos
	};
	const found = severities.filter((severity) => counts[severity] > 0);
	const incomplete = crashes.length > 0 || skipped.some(({ kind }) => kind === "incomplete");
	const [worst] = found;
	if (!worst) return incomplete ? {
		text: "! Incomplete: nothing found in what could be checked",
		role: "warning"
	} : {
		text: "✔ No problems",
		role: "ok"
	};
	const text = found.map((severity) => count(counts[severity], nouns[severity])).join(", ");
	return {
		text: `${worst === "info" ? "•" : "✖"} ${text}${incomplete ? " (incomplete)" : ""}`,
		role: worst
	};
}
function factsOf({ summary, coverage, clusters, target, timing }) {
	const all = (noun, done, total) => total > 0 && `${noun} ${grouped(done)}/${grouped(total)}`;
	return [
		summary.suppressed > 0 && `${grouped(summary.suppressed)} suppressed`,
		count(summary.files, "file"),
		clusters.length > 0 && count(clusters.length, "cluster"),
		all("Kustomizations", coverage.built, coverage.kustomizations),
		all("HelmReleases", coverage.rendered, coverage.helmReleases),
		all("references", coverage.resolved + coverage.external, coverage.references),
		target.flux !== "" && `Flux ${target.flux}`,
		timing && seconds(timing.totalMs)
	].filter((fact) => typeof fact === "string");
}
function seconds(milliseconds) {
	return milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
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
//#region src/report/rdjson.ts
const severityOf = {
	error: "ERROR",
	warning: "WARNING",
	info: "INFO"
};
/** reviewdog's diagnostic format; safe fixes are suggestions that a reviewer can apply. */
function reportRdjson(report) {
	const content = {
		source: {
			name: report.tool.name,
			url: siteUrl
		},
		diagnostics: activeFindings(report).map((finding) => diagnosticOf(finding, report))
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
function diagnosticOf(finding, report) {
	const { message, help, location, severity, rule } = finding;
	const lines = report.source(location.path);
	const suggestion = lines && suggestionOf(finding, lines);
	return {
		message: visibleLines(help === void 0 ? message : `${message}\n${help}`).join("\n"),
		location: {
			path: location.path,
			range: rangeOf(location.range, lines)
		},
		severity: severityOf[severity],
		code: {
			value: rule,
			url: rulePageUrl(finding)
		},
		...suggestion && { suggestions: [suggestion] }
	};
}
/**
* A suggestion knows no path, and each is applied on its own: so the edits of a fix become one, and a fix of several
* files none. Between edits stands the file's text; where Secrets are blotted out of it there is no suggestion.
*/
function suggestionOf({ fix, location }, lines) {
	if (fix?.applicability !== "safe" || Object.keys(fix.edits).length !== 1) return void 0;
	const edits = inOrder(fix.edits[location.path] ?? []);
	const [first, last] = [edits[0], edits.at(-1)];
	if (!first || !last) return void 0;
	let text = "";
	let done = first.range.start;
	for (const { range, newText } of edits) {
		const between = lines.text.slice(lines.offsetAt(done), lines.offsetAt(range.start));
		if (between.includes("*")) return void 0;
		text += between + newText;
		done = range.end;
	}
	return {
		range: rangeOf({
			start: first.range.start,
			end: last.range.end
		}, lines),
		text
	};
}
function inOrder(edits) {
	return [...edits].sort(({ range: { start: left } }, { range: { start: right } }) => left.line - right.line || left.character - right.character);
}
function rangeOf({ start, end }, lines) {
	return {
		start: positionOf(start, lines),
		end: positionOf(end, lines)
	};
}
/** Columns count bytes of UTF-8 (reviewdog.proto, Position); without the text there is only the line. */
function positionOf({ line, character }, lines) {
	if (!lines) return { line: line + 1 };
	const before = lines.lineText(line).slice(0, character);
	return {
		line: line + 1,
		column: new TextEncoder().encode(before).length + 1
	};
}
//#endregion
//#region src/report/sarif/line-hashes.ts
/** How many characters of text a hash covers: the line's and those after it. */
const blockSize = 100;
const multiplier = 37n;
const space = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
/** Stands for the end of the text. */
const endOfText = 65535;
/**
* For each line of `text`, from 0, the hash that GitHub's upload action would give it (`primaryLocationLineHash`; github/
* codeql-action, fingerprints.ts): a rolling hash over the hundred characters from its start, without blanks, and how
* often the same hash has come before. With another value the action prints a warning for each result.
*/
function lineHashes(text) {
	const hashes = [];
	const counts = /* @__PURE__ */ new Map();
	const { codes, starts } = significantCodes(text);
	const outgoing = power(multiplier, blockSize);
	let raw = 0n;
	let next = 0;
	for (let end = 0; next < starts.length; end++) {
		const incoming = BigInt(codes[end] ?? 0);
		const leaving = BigInt(codes[end - blockSize] ?? 0);
		raw = BigInt.asUintN(64, raw * multiplier + incoming - outgoing * leaving);
		if (end + 1 - blockSize !== starts[next]) continue;
		const hash = raw.toString(16);
		const count = (counts.get(hash) ?? 0) + 1;
		counts.set(hash, count);
		hashes.push(`${hash}:${count}`);
		next += 1;
	}
	return hashes;
}
function power(base, exponent) {
	return BigInt.asUintN(64, base ** BigInt(exponent));
}
/** The text without blanks, each line break as one line feed, and where in it lines start. */
function significantCodes(text) {
	const codes = [];
	const starts = [];
	let isLineStart = true;
	let isAfterReturn = false;
	for (let at = 0; at <= text.length; at++) {
		const code = at === text.length ? endOfText : text.charCodeAt(at);
		if (code === space || code === tab || isAfterReturn && code === lineFeed) {
			isAfterReturn = false;
			continue;
		}
		isAfterReturn = code === carriageReturn;
		if (isLineStart) starts.push(codes.length);
		const kept = code === carriageReturn ? lineFeed : code;
		isLineStart = kept === lineFeed;
		codes.push(kept);
	}
	return {
		codes,
		starts
	};
}
//#endregion
//#region src/report/relative-uri.ts
/** A relative path as a URI reference (RFC 3986): `apps/a%20b.yaml`; no segment can be read as a scheme, query or host. */
function relativeUri(path) {
	return path.replace(/\p{Cs}/gu, "�").split("/").map((segment) => encodeURIComponent(segment).replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}
//#endregion
//#region src/report/sarif/sarif-notifications.ts
/** Enough to see what is missing; they take room that results need. */
const maxNotifications = 500;
const textLimit$1 = 1024;
/** What is to be said of the run itself: what was not checked, rules that failed, results that are left out. */
function sarifNotifications(report, dropped) {
	const crashes = report.crashes.map(({ rule, message }) => notification("error", `The rule ${rule} failed: ${message}`));
	const more = [...dropped > 0 ? [notification("warning", `${count(dropped, "finding")} left out: this file holds the worst.`)] : []];
	const skips = report.skipped.slice(0, maxNotifications).map(skipNotification);
	return [
		...crashes,
		...more,
		...skips
	];
}
function skipNotification(skip) {
	const { what, reason, kind, location, path = location?.path } = skip;
	const level = kind === "incomplete" ? "warning" : "note";
	const line = location && { region: { startLine: location.range.start.line + 1 } };
	return {
		...notification(level, `Not checked: ${what}: ${reason}`),
		...path !== void 0 && { locations: [{ physicalLocation: {
			artifactLocation: {
				uri: relativeUri(path),
				uriBaseId: "%SRCROOT%"
			},
			...line
		} }] }
	};
}
function notification(level, text) {
	return {
		level,
		message: { text: cutText(text, textLimit$1) }
	};
}
//#endregion
//#region src/report/sarif/sarif-rules.ts
/** GitHub: `shortDescription.text` and `fullDescription.text` have at most 1,024 characters ("SARIF support for code scanning"). */
const textLimit = 1024;
/** SARIF's words for our severities. */
const levelOf = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** `problem.severity` of a rule, by which GitHub filters: error, warning or recommendation. */
const problemSeverityOf = {
	error: "error",
	warning: "warning",
	info: "recommendation"
};
/** The rules that `findings` name, by id, as SARIF's reporting descriptors. */
function sarifRules(findings, report) {
	return [...new Map(findings.map((finding) => [finding.rule, finding]))].sort(([left], [right]) => left < right ? -1 : 1).map(([, finding]) => descriptorOf(finding, report));
}
function descriptorOf(finding, { rules }) {
	const rule = rules.get(finding.rule);
	const severity = rule?.severity ?? finding.severity;
	const summary = rule?.summary ?? finding.rule;
	const why = rule?.why ?? finding.why;
	const helpUri = rulePageUrl(finding);
	return {
		id: finding.rule,
		name: finding.rule,
		shortDescription: { text: cutText(summary, textLimit) },
		fullDescription: { text: cutText(why, textLimit) },
		help: {
			text: cutText(`${summary} ${why} See ${helpUri}`, textLimit),
			markdown: cutText(`[${finding.rule}](${helpUri}): ${summary}\n\n${why}`, textLimit)
		},
		helpUri,
		defaultConfiguration: { level: levelOf[severity] },
		properties: {
			category: finding.category,
			tags: [finding.category],
			precision: "very-high",
			"problem.severity": problemSeverityOf[severity]
		}
	};
}
//#endregion
//#region src/report/sarif/sarif-result.ts
/** More is of no use in an alert, and 5,000 results have to stay below GitHub's 10 MB. */
const messageLimit = 4096;
/**
* A finding as a SARIF result; columns count UTF-16 units, as the run says. `lineHash` is the `primaryLocationLineHash`,
* undefined where the file's text is not known.
*/
function sarifResult(finding, lineHash) {
	const { message, help, rule, severity, location, fingerprint } = finding;
	const places = [...finding.related, ...finding.via];
	const fixes = fixesOf(finding);
	return {
		ruleId: rule,
		level: levelOf[severity],
		message: { text: cutText(help === void 0 ? message : `${message} ${help}`, messageLimit) },
		locations: [{
			...placeOf(location),
			...logicalOf(finding)
		}],
		...places.length > 0 && { relatedLocations: places.map((place, index) => ({
			id: index + 1,
			...placeOf(place),
			message: { text: cutText(place.message, messageLimit) }
		})) },
		partialFingerprints: {
			primaryLocationLineHash: lineHash ?? `${fingerprint.slice(0, 16)}:1`,
			"sluiceFingerprint/v1": fingerprint
		},
		suppressions: suppressionsOf(finding),
		...fixes.length > 0 && { fixes }
	};
}
function placeOf({ path, range }) {
	return { physicalLocation: {
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		region: smallestRegion(range)
	} };
}
/** Only the first line: GitHub shows an alert in a pull request when the diff holds all its lines. Its end is the default. */
function smallestRegion({ start, end }) {
	const region = {
		startLine: start.line + 1,
		startColumn: start.character + 1
	};
	return end.line === start.line ? {
		...region,
		endLine: end.line + 1,
		endColumn: end.character + 1
	} : region;
}
function logicalOf({ resource, field }) {
	if (!resource) return {};
	const { kind, namespace, name } = resource;
	const object = [
		kind,
		namespace,
		name
	].filter((part) => part !== void 0).join("/");
	return { logicalLocations: [{
		name,
		fullyQualifiedName: object,
		kind: "resource"
	}, ...field === void 0 ? [] : [{
		name: field,
		fullyQualifiedName: `${object}/${field}`,
		kind: "member"
	}]] };
}
/** Empty for a finding that counts: absent would mean that nobody knows (SARIF 2.1.0, 3.27.23). */
function suppressionsOf({ suppressedBy }) {
	if (!suppressedBy) return [];
	return [{
		kind: suppressedBy.kind === "comment" || suppressedBy.kind === "annotation" ? "inSource" : "external",
		status: "accepted",
		justification: suppressedBy.reason ?? `by ${suppressedBy.kind}`
	}];
}
/** SARIF cannot say that a fix is unsafe: those are left out. */
function fixesOf({ fix }) {
	if (fix?.applicability !== "safe") return [];
	const artifactChanges = Object.entries(fix.edits).map(([path, edits]) => ({
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		replacements: edits.map(({ range: { start, end }, newText }) => ({
			deletedRegion: {
				startLine: start.line + 1,
				startColumn: start.character + 1,
				endLine: end.line + 1,
				endColumn: end.character + 1
			},
			insertedContent: { text: newText }
		}))
	}));
	return [{
		description: { text: fix.title },
		artifactChanges
	}];
}
//#endregion
//#region src/report/sarif/sarif.ts
/** GitHub takes 25,000 results and shows the top 5,000 ("SARIF support for code scanning", limits): the worst are kept. */
const maxResults = 5e3;
/**
* GitHub takes 10 MB after gzip, which makes nothing longer by more than a thousandth. The rest is for rules and
* notifications, which are few.
*/
const maxResultBytes = 8e6;
/** GitHub takes 20 runs in a file. */
const maxRuns = 20;
/**
* SARIF 2.1.0. Each cluster has a run of its own, which GitHub tells apart by `automationDetails.id`: an alert that is
* gone from one cluster stays open for the other. What is about files alone is in the run `sluice/`, and everything is
* where there are more clusters than GitHub takes runs.
*/
function reportSarif(report) {
	const clusters = report.clusters.length < maxRuns ? report.clusters : [];
	const results = keptResults(report, clusters.length > 0);
	const isOfFiles = ({ clusters: names }) => !names.some((name) => clusters.includes(name));
	const shown = report.findings.filter((finding) => results.has(finding));
	const content = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [runOf("sluice/", shown.filter(isOfFiles), {
			report,
			results
		}), ...clusters.map((cluster) => {
			const found = shown.filter((finding) => finding.clusters.includes(cluster));
			return runOf(`sluice/${cluster}/`, found, {
				report,
				results
			});
		})]
	};
	return `${JSON.stringify(content)}\n`;
}
/** The results of the worst findings, as many as fit; a finding counts once for each run that has it. */
function keptResults(report, isPerCluster) {
	const hashOf = createHashLookup(report);
	const kept = /* @__PURE__ */ new Map();
	let [left, bytes] = [maxResults, maxResultBytes];
	for (const finding of worstFirst(report.findings)) {
		const copies = isPerCluster ? Math.max(1, finding.clusters.length) : 1;
		const result = sarifResult(finding, hashOf(finding));
		left -= copies;
		bytes -= copies * byteLength(result);
		if (left < 0 || bytes < 0) break;
		kept.set(finding, result);
	}
	return kept;
}
function byteLength(result) {
	return new TextEncoder().encode(JSON.stringify(result)).length;
}
function createHashLookup(report) {
	const hashes = /* @__PURE__ */ new Map();
	return ({ location: { path, range } }) => {
		const text = report.source(path)?.text;
		const known = hashes.get(path) ?? (text === void 0 ? [] : lineHashes(text));
		hashes.set(path, known);
		return known[range.start.line];
	};
}
function runOf(id, findings, { report, results }) {
	const dropped = report.findings.length - results.size;
	const isFirst = id === "sluice/";
	return {
		tool: { driver: {
			name: report.tool.name,
			version: report.tool.version,
			semanticVersion: report.tool.version,
			informationUri: siteUrl,
			rules: sarifRules(findings, report)
		} },
		automationDetails: { id },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the checked repository." } } },
		invocations: [{
			executionSuccessful: report.crashes.length === 0,
			...isFirst && { toolExecutionNotifications: sarifNotifications(report, dropped) }
		}],
		results: findings.map((finding) => results.get(finding))
	};
}
//#endregion
//#region src/report/tap.ts
/** The Test Anything Protocol, version 14: one test point for each object, with findings as its diagnostics. */
function reportTap(report) {
	const points = testCases(report).map((testCase, index) => pointOf(testCase, index + 1));
	return [
		"TAP version 14\n",
		`1..${points.length}\n`,
		...points
	].join("");
}
function pointOf({ path, name, result, notes }, number) {
	const isOk = result.status === "passed" || result.status === "skipped";
	const title = escapeTitle(path === void 0 ? name : `${name} (${path})`);
	const skip = result.status === "skipped" ? ` # SKIP ${escapeTitle(result.reason)}` : "";
	return [
		`${isOk ? "ok" : "not ok"} ${number} - ${title}${skip}\n`,
		...diagnostics(result),
		...notes.map((note) => `# ${visible(noteOf(note))}\n`)
	].join("");
}
/** `#` starts a directive; TAP 14 escapes it, and the backslash. */
function escapeTitle(text) {
	return visible(text).replace(/[\\#]/gu, "\\$&");
}
/** YAML between `---` and `...`; its values are JSON, which YAML reads too. */
function diagnostics(result) {
	if (result.status === "broken") return block([`message: ${json(result.message)}`]);
	if (result.status !== "failed") return [];
	return block(["findings:", ...result.findings.flatMap(({ rule, severity, message, help, location }) => [
		`- rule: ${json(rule)}`,
		`  severity: ${severity}`,
		`  message: ${json(message)}`,
		...help === void 0 ? [] : [`  help: ${json(help)}`],
		`  at: { file: ${json(location.path)}, line: ${location.range.start.line + 1}, column: ${location.range.start.character + 1} }`
	]).map((row) => `  ${row}`)]);
}
function block(rows) {
	return [
		"---",
		...rows,
		"..."
	].map((row) => `  ${row}\n`);
}
function json(text) {
	return JSON.stringify(visible(text));
}
//#endregion
//#region src/report/reporters.ts
/** The report formats by name. */
const reporters = {
	pretty: ({ pretty }) => createPrettyReporter(pretty),
	concise: () => reportConcise,
	json: () => reportJson,
	"json-v1": () => reportJson,
	jsonl: () => reportJsonl,
	sarif: () => reportSarif,
	github: ({ github }) => createGithubReporter(github),
	gitlab: () => reportGitlab,
	junit: () => reportJunit,
	checkstyle: () => reportCheckstyle,
	rdjson: () => reportRdjson,
	tap: () => reportTap,
	markdown: () => reportMarkdown,
	blob: () => reportBlob
};
//#endregion
export { blobSchema as a, skipJson as i, relativeUri as n, prettySummary as r, reporters as t };
