import { t as visible } from "./visible-text.js";
import { n as testCases, t as noteOf } from "./test-cases.js";
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
export { reportTap };
