import { n as schemaUrl, t as rulePageUrl } from "./links.js";
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
		...placeOf(finding.location),
		...finding.resource && { resource: finding.resource },
		...finding.field === void 0 ? {} : { field: finding.field },
		clusters: finding.clusters,
		related: finding.related.map((place) => ({
			...placeOf(place),
			message: place.message
		})),
		via: finding.via.map((place) => ({
			...placeOf(place),
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
			range: rangeOf(range),
			newText
		})))
	};
}
/** Something that was not checked, as version 1 of the report has it. */
function skipJson({ location, path, what, reason }) {
	if (location) return {
		...placeOf(location),
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
function placeOf({ path, range }) {
	return {
		path,
		range: rangeOf(range)
	};
}
/** Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
function rangeOf({ start, end }) {
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
export { reportJson as n, skipJson as r, findingJson as t };
