import { n as visibleLines } from "./visible-text.js";
import { t as activeFindings } from "./report.js";
import { r as siteUrl, t as rulePageUrl } from "./links.js";
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
export { reportRdjson };
