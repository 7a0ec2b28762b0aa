//#region src/report/report.ts
/** The findings that count. */
function activeFindings(report) {
	return report.findings.filter(({ suppressedBy }) => !suppressedBy);
}
/** From worst to mildest. */
const severities = [
	"error",
	"warning",
	"info"
];
//#endregion
//#region src/report/cut-text.ts
/** `text`, or its start with `…`, in at most `limit` UTF-16 units; no character is cut in two. */
function cutText(text, limit) {
	if (text.length <= limit) return text;
	const end = /[\ud800-\udbff]/u.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
	return `${text.slice(0, end)}…`;
}
//#endregion
export { activeFindings as n, severities as r, cutText as t };
