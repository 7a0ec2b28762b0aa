import { n as severities, t as activeFindings } from "./report.js";
import { t as count } from "./count.js";
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
export { verdictOf as t };
