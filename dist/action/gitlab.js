import { t as visible } from "./visible-text.js";
import { t as activeFindings } from "./report.js";
//#region src/report/gitlab.ts
/** Of GitLab's five severities (info, minor, major, critical, blocker): Flux stops at an error of ours. */
const severityOf = {
	error: "critical",
	warning: "minor",
	info: "info"
};
/**
* GitLab's Code Quality report: the fields that its documentation lists ("Code Quality report format") and no others,
* `[]` when there is nothing.
*/
function reportGitlab(report) {
	const fingerprint = uniqueFingerprints();
	const issues = activeFindings(report).map((finding) => ({
		description: visible(finding.help === void 0 ? finding.message : `${finding.message} ${finding.help}`),
		check_name: finding.rule,
		fingerprint: fingerprint(finding),
		severity: severityOf[finding.severity],
		location: {
			path: finding.location.path,
			lines: linesOf(finding)
		}
	}));
	return `${JSON.stringify(issues, null, 2)}\n`;
}
function linesOf({ location }) {
	return { begin: location.range.start.line + 1 };
}
/** GitLab drops issues whose fingerprint it has seen: equal ones are numbered. No line is in them, so that they stay. */
function uniqueFingerprints() {
	const seen = /* @__PURE__ */ new Map();
	return ({ fingerprint }) => {
		const number = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, number);
		return number === 1 ? fingerprint : `${fingerprint}-${number}`;
	};
}
//#endregion
export { reportGitlab };
