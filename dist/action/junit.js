import { t as groupBy } from "./group-by.js";
import { t as rulePageUrl } from "./links.js";
import { n as xmlLines, t as xmlAttributes } from "./xml-text.js";
import { n as testCases, t as noteOf } from "./test-cases.js";
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
export { reportJunit };
