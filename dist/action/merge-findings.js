//#region src/check/merge-findings.ts
/** Findings in reading order, with equal ones of several clusters made one. */
function mergeFindings(findings) {
	const merged = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = JSON.stringify({
			...finding,
			clusters: []
		});
		const known = merged.get(key);
		if (!known) merged.set(key, {
			finding,
			clusters: new Set(finding.clusters)
		});
		else for (const cluster of finding.clusters) known.clusters.add(cluster);
	}
	return [...merged.values()].map(({ finding, clusters }) => ({
		...finding,
		clusters: [...clusters].sort()
	})).sort(inReadingOrder);
}
/** By path, line, column, rule and message: the order in which a person goes through files. */
function inReadingOrder(left, right) {
	const { start: first } = left.location.range;
	const { start: second } = right.location.range;
	return compareText(left.location.path, right.location.path) || first.line - second.line || first.character - second.character || compareText(left.rule, right.rule) || compareText(left.message, right.message) || compareText(left.clusters.join(), right.clusters.join()) || compareText(left.fingerprint, right.fingerprint);
}
/** By code units: the same on every machine, unlike `localeCompare`. */
function compareText(left, right) {
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
//#endregion
export { mergeFindings as n, compareText as t };
