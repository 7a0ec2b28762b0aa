import { r as skipJson, t as findingJson } from "./json2.js";
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
export { reportJsonl };
