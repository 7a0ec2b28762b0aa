import { t as activeFindings } from "./report.js";
import { t as groupBy } from "./group-by.js";
import { t as xmlAttributes } from "./xml-text.js";
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
export { reportCheckstyle };
