import { t as visible } from "./visible-text.js";
import { t as activeFindings } from "./report.js";
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
export { reportConcise as n, conciseLines as t };
