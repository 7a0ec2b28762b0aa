import { t as graphMermaid } from "./mermaid.js";
import { t as markdownRows } from "./markdown2.js";
//#region src/report/job-summary.ts
/** GitHub drops the summary of a step whole when it is larger than 1 MiB; with room for what others add to it. */
const maxBytes = 1e3 * 1024;
const findingsShown = 20;
/** A report for the page of a GitHub job: the top of the findings, cut between two rows where it would be too large. */
function reportJobSummary(report, { linkTo, written }) {
	const picture = reachPicture(report);
	return takeRows(markdownRows(report, {
		limit: findingsShown,
		...linkTo && { linkTo },
		...picture && { picture }
	}), maxBytes - written);
}
/** What the change reaches, as GitHub draws it; undefined without a change, or where it reaches nothing that Flux reconciles. */
function reachPicture({ tool, reach }) {
	const clusters = reach?.() ?? [];
	if (clusters.length === 0) return void 0;
	return {
		title: "What the change reaches",
		...graphMermaid({
			tool,
			clusters,
			elsewhere: {
				errors: 0,
				warnings: 0,
				infos: 0
			},
			skipped: []
		})
	};
}
const cutMark = "\n… the rest does not fit here; the log has all findings.\n";
/** The first rows that fit into `bytes` of UTF-8, and a line that says so when not all do; nothing when not even that fits. */
function takeRows(rows, bytes) {
	const encoder = new TextEncoder();
	const sizes = rows.map((row) => encoder.encode(row).length);
	if (sizes.reduce((sum, size) => sum + size, 0) <= bytes) return rows.join("");
	let left = bytes - encoder.encode(cutMark).length;
	if (left < 0) return "";
	const taken = [];
	for (const [index, row] of rows.entries()) {
		left -= sizes[index] ?? 0;
		if (left < 0) break;
		taken.push(row);
	}
	return taken.join("") + cutMark;
}
//#endregion
export { takeRows as n, reportJobSummary as t };
