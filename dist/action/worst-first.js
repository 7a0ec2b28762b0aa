import { n as severities } from "./report.js";
//#region src/report/worst-first.ts
/** Findings from worst to mildest, those of one severity in reading order; what is silenced comes last. */
function worstFirst(findings) {
	const rank = ({ severity, suppressedBy }) => severities.indexOf(severity) + (suppressedBy ? severities.length : 0);
	return [...findings].sort((left, right) => rank(left) - rank(right));
}
//#endregion
export { worstFirst as t };
