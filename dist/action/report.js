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
export { severities as n, activeFindings as t };
